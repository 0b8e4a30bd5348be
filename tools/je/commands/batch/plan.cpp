// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "commands/batch/checks.hpp"
#include "commands/batch/keys.hpp"
#include "commands/batch/paths.hpp"
#include "commands/batch/sections.hpp"
#include "endings.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;
using io::RunKey;
using io::RunSection;

constexpr std::string_view common_name = "batch";  // the section for all others

std::vector<std::string> names_of(std::span<const Option> options) {
    std::vector<std::string> names;
    for (const Option& option : options) names.push_back(option.name);
    return names;
}

std::vector<std::string> commands_of_run_files() {
    std::vector<std::string> names;
    for (const Command* command : commands()) {
        if (command->in_run_files) names.emplace_back(command->name);
    }
    return names;
}

class Planner {
public:
    Planner(const io::RunFile& run, const BatchWishes& wishes, base::Diagnostics& diagnostics)
        : run_{run}, wishes_{wishes}, diagnostics_{diagnostics}, commands_{commands_of_run_files()} {}

    BatchPlan plan() {
        const auto batch = std::find_if(run_.sections.begin(), run_.sections.end(),
                                        [](const RunSection& section) { return section.name.value == common_name; });
        if (batch != run_.sections.end()) read_common(*batch);
        choose_folder(batch == run_.sections.end() ? nullptr : &*batch);
        for (const std::string& name : wishes_.only) check_wish(name);
        for (const RunSection& section : run_.sections) {
            if (section.name.value == common_name) continue;
            ++sections_;
            if (auto planned = understood(section)) plan_.sections.push_back(*std::move(planned));
        }
        if (sections_ == 0) report_no_section();
        warn_of_unused();
        check_inputs_and_outputs();
        return std::move(plan_);
    }

private:
    void read_common(const RunSection& batch) {
        std::set<std::string> known{"files", "format", "output", "summary", "keep-going"};
        for (const std::string& command : commands_) {
            for (const Option& option : options_for_keys(*command_named(command))) {
                if (!option.writes) known.insert(option.name);
            }
        }
        for (const RunKey& key : batch.keys) {
            const std::string& name = key.name.value;
            if (!known.contains(name)) {
                static_cast<void>(report_unknown_key(key, "no command has the key '{}'", {known.begin(), known.end()}, ""));
            } else if (name == "summary") {
                summary_ = &key;
            } else if (name == "keep-going") {
                plan_.keep_going = switch_of(key, diagnostics_).value_or(false);
            } else if (name != "output") {
                common_.push_back(&key);
            }
        }
        unused_ = common_;
    }

    void choose_folder(const RunSection* batch) {
        const RunKey* key = batch == nullptr ? nullptr : batch->find("output");
        const auto stated = key == nullptr ? std::nullopt : value_of(*key, diagnostics_);
        const std::string own = stated.value_or(fs::path{wishes_.run_file}.stem().string() + "-results");
        const bool failed = key != nullptr && !stated;
        if (!failed) report_fault(fault_of_folder(own), key == nullptr ? base::SourcePosition{} : key->values.front().at);
        plan_.own_folder = plain_path(own);
        plan_.folder = wishes_.folder.value_or(plan_.own_folder);
        if (wishes_.fault_of_folder && !folder_is_shut()) report_fault(wishes_.fault_of_folder, {});
        if (summary_ != nullptr) take_summaries(*summary_);
    }

    void take_summaries(const RunKey& key) {
        const auto names = list_of(key);
        if (names.empty()) static_cast<void>(value_of(RunKey{key.name, {}, false}, diagnostics_));
        std::vector<std::string> endings;
        for (const render::HowWritten& how : render::formats())
            if (how.part != Part::table) endings.emplace_back(how.ending);
        for (const std::string& name : names) {
            const std::string end = ending_of(name);
            if (std::find(endings.begin(), endings.end(), end) != endings.end()) {
                plan_.summaries.push_back({render::format_of_ending(end), plain_path(name), key.values.front().at});
                continue;
            }
            std::vector<std::string> all{endings};
            const std::string last = all.back();
            all.pop_back();
            diagnostics_.error(
                bad_value(key.values.front().at, fmt::format("the summary cannot be '{}'", name),
                          fmt::format("a name that ends in {} or {}, which says its format", fmt::join(all, ", "), last),
                          "write for example summary.json, or index.html for a page that links all results"));
        }
    }

    /// A fault of the file system has no place of its own: `at` is where the name is written.
    void report_fault(std::optional<base::Diagnostic> fault, const base::SourcePosition& at) {
        if (!fault) return;
        fault->at = at;
        diagnostics_.error(*std::move(fault));
    }

    /// Whether all that is wrong with the folder of --output is that it may not be written to: no mistake in what was asked.
    [[nodiscard]] bool folder_is_shut() const { return wishes_.fault_of_folder && wishes_.fault_of_folder->id == "JE-N24"; }

    void check_wish(const std::string& name) {
        std::vector<std::string> names;
        for (const RunSection& section : run_.sections) {
            if (section.name.value != common_name) names.push_back(section.name.value);
        }
        if (std::find(names.begin(), names.end(), name) != names.end()) return;
        const auto near = base::nearest(name, names);
        refuse("JE-N21", fmt::format("the run file has no section '{}'", name),
               "--section with " + base::quoted_list(names, "or"),
               near ? fmt::format("write --section {}", *near) : "look at the sections of the run file");
    }

    void report_no_section() {
        diagnostics_.error({.id = "JE-N09",
                            .at = run_.sections.front().name.at,
                            .message = "this run file says nothing to do: it has the section 'batch' alone",
                            .expected = "at least one section that names a command",
                            .fix = "write for example a section 'score' with the key 'files', as docs/files.md shows"});
    }

    /// Gives the key that seems to be meant.
    std::optional<std::string> report_unknown_key(const RunKey& key, std::string_view what,
                                                  const std::vector<std::string>& known, std::string_view command) {
        const std::string& name = key.name.value;
        std::string plain = name;
        if (plain.starts_with("--")) plain.erase(0, 2);
        const auto near = base::nearest(plain, known);
        diagnostics_.error({.id = "JE-N12",
                            .at = key.name.at,
                            .message = fmt::format(fmt::runtime(what), name, command),
                            .expected = base::quoted_list(known, "or"),
                            .fix = near ? fmt::format("write {}", *near) : "look at the options of the command"});
        return near;
    }

    /// The command of a section: that of its key, else the one it is called after.
    const Command* command_of(const RunSection& section) {
        const RunKey* key = section.find("command");
        const auto stated = key == nullptr ? std::optional{section.name.value} : value_of(*key, diagnostics_);
        if (!stated) return nullptr;
        if (std::find(commands_.begin(), commands_.end(), *stated) != commands_.end()) return command_named(*stated);
        const auto near = base::nearest(*stated, commands_);
        diagnostics_.error(
            {.id = "JE-N11",
             .at = key == nullptr ? section.name.at : key->values.front().at,
             .message = key == nullptr ? fmt::format("section '{}' names no command, and is called after none", *stated)
                                       : fmt::format("there is no command '{}' for a run file", *stated),
             .expected =
                 fmt::format("{}{}", key == nullptr ? "the key 'command' with " : "", base::quoted_list(commands_, "or")),
             .fix = near ? fmt::format("write {}", *near)
                         : "write command = score, for example; je merge, je new, je seal and je batch itself are not "
                           "for run files"});
        return nullptr;
    }

    bool is_wished(const std::string& name) const {
        return wishes_.only.empty() || std::find(wishes_.only.begin(), wishes_.only.end(), name) != wishes_.only.end();
    }

    std::optional<PlannedSection> understood(const RunSection& section) {
        const Command* command = command_of(section);
        if (command == nullptr) return std::nullopt;
        const auto options = options_for_keys(*command);
        auto known = names_of(options);
        known.insert(known.end(), {"command", "files"});
        if (has_formats(*command)) known.emplace_back("format");
        known.emplace_back("output");
        SectionKeys taken;
        for (const RunKey& key : section.keys) {
            if (std::find(known.begin(), known.end(), key.name.value) == known.end()) {
                if (auto near = report_unknown_key(key, "je {1} has no '{0}'", known, command->name))
                    taken.meant.insert(*std::move(near));
            } else {
                taken.keys.push_back(&key);
            }
        }
        for (const RunKey* key : common_) {
            if (std::find(known.begin(), known.end(), key->name.value) == known.end()) continue;
            std::erase(unused_, key);
            if (section.find(key->name.value) == nullptr) taken.keys.push_back(key);
        }
        auto planned = plan_section(section, *command, std::move(taken), plan_.folder, bad_, diagnostics_);
        return is_wished(planned.name) ? std::optional{std::move(planned)} : std::nullopt;
    }

    void warn_of_unused() {
        for (const RunKey* key : unused_) {
            diagnostics_.warning({.id = "JE-N18",
                                  .at = key->name.at,
                                  .message = fmt::format("no section uses '{}'", key->name.value),
                                  .expected = "in the section 'batch', what at least one command of the run takes",
                                  .fix = "add the section it is meant for, or let it stand: it changes nothing"});
        }
    }

    void check_inputs_and_outputs() {
        check_outputs(plan_, wishes_.run_file, diagnostics_);
        const bool sound = !diagnostics_.has_errors();
        if (sound && folder_is_shut()) {
            report_fault(wishes_.fault_of_folder, {});
        } else if (sound) {
            check_places(plan_, diagnostics_);
        }
        check_inputs(plan_, sound, diagnostics_);
        plan_.outside_alone = sound && diagnostics_.has_errors();
    }

    const io::RunFile& run_;
    const BatchWishes& wishes_;
    base::Diagnostics& diagnostics_;
    std::vector<std::string> commands_;
    BatchPlan plan_;
    const RunKey* summary_ = nullptr;
    std::vector<const RunKey*> common_;  // keys of [batch] that are for the commands
    std::vector<const RunKey*> unused_;
    std::set<const RunKey*> bad_;  // that have been told
    std::size_t sections_ = 0;
};

}  // namespace

std::string place_of(const BatchPlan& plan, const PlannedFile& file) {
    return (fs::path{plan.folder} / file.name).lexically_normal().generic_string();
}

BatchPlan plan_batch(const io::RunFile& run, const BatchWishes& wishes, base::Diagnostics& diagnostics) {
    return Planner{run, wishes, diagnostics}.plan();
}

}  // namespace je::tool
