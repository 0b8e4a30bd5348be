// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "commands/batch/checks.hpp"
#include "commands/batch/keys.hpp"
#include "commands/batch/paths.hpp"
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

/// The options that a key of a section may name: where results go, and in which form, is said otherwise.
std::vector<Option> options_of(const std::string& command) {
    auto options = make_command(command)->options();
    std::erase_if(options, [](const Option& option) { return option.name == "output" || option.name == "format"; });
    return options;
}

std::vector<std::string> commands_of_run_files() {
    std::vector<std::string> names;
    for (const CommandInfo& command : commands()) {
        if (command.in_run_files) names.emplace_back(command.name);
    }
    return names;
}

class Planner {
public:
    Planner(const io::RunFile& run, const BatchWishes& wishes, base::Diagnostics& said)
        : run_{run}, wishes_{wishes}, said_{said}, commands_{commands_of_run_files()} {}

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
            for (const Option& option : options_of(command)) {
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
                plan_.keep_going = switch_of(key, said_).value_or(false);
            } else if (name != "output") {
                common_.push_back(&key);
            }
        }
        unused_ = common_;
    }

    void choose_folder(const RunSection* batch) {
        const RunKey* key = batch == nullptr ? nullptr : batch->find("output");
        const auto stated = key == nullptr ? std::nullopt : value_of(*key, said_);
        const std::string own = stated.value_or(fs::path{wishes_.run_file}.stem().string() + "-results");
        const bool failed = key != nullptr && !stated;
        if (!failed) report_fault(fault_of_folder(own), key == nullptr ? base::SourcePosition{} : key->values.front().at);
        plan_.own_folder = plain_path(own);
        plan_.folder = wishes_.folder.value_or(plan_.own_folder);
        if (wishes_.fault_of_folder && !folder_is_shut()) report_fault(wishes_.fault_of_folder, {});
        if (summary_ == nullptr) return;
        const auto name = value_of(*summary_, said_);
        const std::string end = name ? fs::path{*name}.extension().string() : std::string{};
        if (name && end != ".json" && end != ".txt" && end != ".md") {
            said_.error(bad_value(summary_->values.front().at, fmt::format("the summary cannot be '{}'", *name),
                                  "a name that ends in .json, .txt or .md, which says its format",
                                  "write for example summary.json"));
        } else if (name) {
            plan_.summary = PlannedFile{std::nullopt, plain_path(*name), summary_->values.front().at};
        }
    }

    /// A fault of the file system has no place of its own: `at` is where the name is written.
    void report_fault(std::optional<base::Diagnostic> fault, const base::SourcePosition& at) {
        if (!fault) return;
        fault->at = at;
        said_.error(*std::move(fault));
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
        throw UsageError{{.id = "JE-N21",
                          .message = fmt::format("the run file has no section '{}'", name),
                          .expected = "--section with " + base::quoted_list(names, "or"),
                          .fix = near ? fmt::format("write --section {}", *near) : "look at the sections of the run file"}};
    }

    void report_no_section() {
        said_.error({.id = "JE-N09",
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
        said_.error({.id = "JE-N12",
                     .at = key.name.at,
                     .message = fmt::format(fmt::runtime(what), name, command),
                     .expected = base::quoted_list(known, "or"),
                     .fix = near ? fmt::format("write {}", *near) : "look at the options of the command"});
        return near;
    }

    /// The command of a section: that of its key, else the one it is called after.
    std::optional<std::string> command_of(const RunSection& section) {
        const RunKey* key = section.find("command");
        const auto stated = key == nullptr ? std::optional{section.name.value} : value_of(*key, said_);
        if (!stated) return std::nullopt;
        if (std::find(commands_.begin(), commands_.end(), *stated) != commands_.end()) return stated;
        const auto near = base::nearest(*stated, commands_);
        said_.error({.id = "JE-N11",
                     .at = key == nullptr ? section.name.at : key->values.front().at,
                     .message = key == nullptr ? fmt::format("section '{}' names no command, and is called after none", *stated)
                                               : fmt::format("there is no command '{}' for a run file", *stated),
                     .expected = fmt::format("{}{}", key == nullptr ? "the key 'command' with " : "",
                                             base::quoted_list(commands_, "or")),
                     .fix = near ? fmt::format("write {}", *near)
                                 : "write command = score, for example; je merge, je new, je seal and je batch itself are not "
                                   "for run files"});
        return std::nullopt;
    }

    bool is_wished(const std::string& name) const {
        return wishes_.only.empty() || std::find(wishes_.only.begin(), wishes_.only.end(), name) != wishes_.only.end();
    }

    std::optional<PlannedSection> understood(const RunSection& section) {
        const auto command = command_of(section);
        if (!command) return std::nullopt;
        const auto options = options_of(*command);
        auto known = names_of(options);
        known.insert(known.end(), {"command", "files", "format", "output"});
        keys_.clear();
        meant_.clear();
        for (const RunKey& key : section.keys) {
            if (std::find(known.begin(), known.end(), key.name.value) == known.end()) {
                if (auto near = report_unknown_key(key, "je {1} has no '{0}'", known, *command))
                    meant_.insert(*std::move(near));
            } else {
                keys_.push_back(&key);
            }
        }
        for (const RunKey* key : common_) {
            if (std::find(known.begin(), known.end(), key->name.value) == known.end()) continue;
            std::erase(unused_, key);
            if (section.find(key->name.value) == nullptr) keys_.push_back(key);
        }
        PlannedSection planned{.name = section.name.value, .at = section.name.at, .command = *command};
        take_outputs(planned, section, options);
        drop_bad_keys(options);
        ask_command(planned, options);
        return is_wished(planned.name) ? std::optional{std::move(planned)} : std::nullopt;
    }

    const RunKey* key_named(std::string_view name) const {
        const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const RunKey* key) { return key->name.value == name; });
        return found == keys_.end() ? nullptr : *found;
    }

    void take_outputs(PlannedSection& planned, const RunSection& section, std::span<const Option> options) {
        const RunKey* output = section.find("output");
        const auto base_name = output == nullptr ? std::optional{planned.name} : value_of(*output, said_);
        const RunKey* format = key_named("format");
        const auto at = output == nullptr        ? section.name.at
                        : output->values.empty() ? output->name.at
                                                 : output->values.front().at;
        auto names = format == nullptr ? std::vector<std::string>{"text"} : list_of(*format);
        if (names.empty() && format != nullptr) static_cast<void>(value_of(RunKey{format->name, {}, false}, said_));
        const bool shard = key_named("shard") != nullptr;  // JSON, whatever the format of the whole result is to be
        std::set<Format> taken;
        for (const std::string& name : names) {
            const auto one = render::format_named(name);
            if (!one) {
                report_format(*format, name);
            } else if (!taken.insert(*one).second) {
                said_.error(bad_value(format->values.front().at, fmt::format("the format '{}' is given twice", name),
                                      "each format once", "take one of the two out"));
            } else if (base_name) {
                planned.files.push_back(
                    {one, fmt::format("{}{}", *base_name, render::how(shard ? Format::json : *one).ending), at});
            }
        }
        if (shard && taken.size() > 1) {
            planned.files.resize(1);
            said_.error(bad_value(
                format->values.front().at, fmt::format("a shard is for a result in one format, not {}", taken.size()),
                "the format that je merge is to write the whole result in; the shard itself is JSON", "write one format"));
        }
        for (const RunKey* key : keys_) {
            const Option* option = option_named(options, key->name.value);
            if (option != nullptr && option->writes && key->values.size() == 1) take_table(planned, key->values.front());
        }
    }

    /// A file that an option names. The ending keeps it from being taken for a record.
    void take_table(PlannedSection& planned, const base::Located<std::string>& name) {
        if (name.value.empty()) return;
        if (!name.value.ends_with(".csv")) {
            said_.error(bad_value(name.at, fmt::format("a table of scenarios cannot be '{}'", name.value),
                                  "a name that ends in .csv, within the output folder", "write for example draws.csv"));
        } else {
            planned.files.push_back({std::nullopt, name.value, name.at});
        }
    }

    void report_format(const RunKey& key, const std::string& name) {
        const std::vector<std::string> known{"text", "markdown", "csv", "json"};
        const auto near = base::nearest(name, known);
        said_.error(bad_value(key.values.front().at, fmt::format("'{}' is no format that je writes", name),
                              base::quoted_list(known, "or"),
                              near ? fmt::format("write {}", *near) : "write for example text, json"));
    }

    /// Says what is wrong with single keys, and goes on without them, so that the command is asked about the others.
    void drop_bad_keys(std::span<const Option> options) {
        std::erase_if(keys_, [&](const RunKey* key) {
            const Option* option = option_named(options, key->name.value);
            base::Diagnostics wrong;
            if (option != nullptr) static_cast<void>(words_of(*key, *option, wrong));
            if (key->name.value == "files" && list_of(*key).empty())
                wrong.error(bad_value(key->name.at, "'files' names nothing", "at least one file or folder",
                                      "write what the command is to read"));
            if (!wrong.has_errors()) return false;
            if (bad_.insert(key).second) said_.append(wrong);
            meant_.insert(key->name.value);
            return true;
        });
    }

    /// The words of the command, from all of its keys.
    void fill(PlannedSection& planned, std::span<const Option> options) {
        base::Diagnostics unsaid;  // what is wrong with a key has been said, and the key dropped
        planned.words.clear();
        planned.inputs.clear();
        std::vector<std::string> files;
        for (const RunKey* key : keys_) {
            const Option* option = option_named(options, key->name.value);
            if (key->name.value == "files") files = list_of(*key);
            if (key->name.value == "scheme-path") planned.scheme_path = list_of(*key);
            add_inputs(planned, *key, option);
            if (option == nullptr) continue;
            auto words = words_of(*key, *option, unsaid);
            if (option->writes && words.size() == 2) words[1] = (fs::path{plan_.folder} / words[1]).generic_string();
            planned.words.insert(planned.words.end(), words.begin(), words.end());
        }
        const bool minus = std::any_of(files.begin(), files.end(), [](const std::string& f) { return f.starts_with("-"); });
        if (minus) planned.words.emplace_back("--");
        planned.words.insert(planned.words.end(), files.begin(), files.end());
    }

    /// Of an option that takes "FILE|adjacent:P", whether a value is of the second form.
    static bool is_no_file(std::string_view forms, std::string_view value) {
        const std::size_t bar = forms.find('|');
        const std::size_t colon = bar == std::string_view::npos ? bar : forms.find(':', bar);
        return colon != std::string_view::npos && value.starts_with(forms.substr(bar + 1, colon - bar));
    }

    static void add_inputs(PlannedSection& planned, const RunKey& key, const Option* option) {
        const bool files = key.name.value == "files";
        const bool named =
            option != nullptr && !option->writes &&
            (option->value.find("FILE") != std::string::npos || option->value.find("FOLDER") != std::string::npos);
        if (!files && !named) return;
        const bool scheme = !files && option->value.starts_with("NAME");
        const bool file_alone = files ? planned.command == "verify" : option->value.find("FILE") != std::string::npos;
        const auto names = files                ? list_of(key)
                           : option->repeatable ? list_of(key, *option)
                                                : std::vector{key.values.front().value};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!files && is_no_file(option->value, names[i])) continue;
            planned.inputs.push_back({.name = names[i],
                                      .at = key.values[key.listed ? std::min(i, key.values.size() - 1) : 0].at,
                                      .may_be_name = scheme,
                                      .file_alone = file_alone,
                                      .searched = files || key.name.value == "records",
                                      .all_read = files});
        }
    }

    /// Lets the command say what it cannot follow: key after key, so that all of it is told.
    void ask_command(PlannedSection& planned, std::span<const Option> options) {
        std::set<std::string> told;
        auto formats = planned.formats();
        if (formats.empty()) formats.push_back(Format::text);
        for (const Format format : formats) {
            while (true) {
                fill(planned, options);
                const auto problem = problem_with(planned, format);
                if (!problem) break;
                const RunKey* key = key_meant(problem->message);
                if (key == nullptr && lacks_what_is_meant(*problem)) break;
                if (told.insert(problem->message).second) report_problem(planned, *problem, key);
                if (key == nullptr || key->name.value == "format") break;
                std::erase(keys_, key);
            }
        }
    }

    static std::optional<base::Diagnostic> problem_with(const PlannedSection& planned, Format format) {
        try {
            static_cast<void>(planned.prepared(format, nullptr, nullptr));
            return std::nullopt;
        } catch (const UsageError& e) {
            return e.diagnostic();
        }
    }

    /// The key whose option a message of the command names.
    const RunKey* key_meant(const std::string& message) const {
        for (const RunKey* key : keys_) {
            const std::string option = "--" + key->name.value;
            const std::size_t at = message.find(option);
            if (at == std::string::npos) continue;
            const std::size_t end = at + option.size();
            if (end == message.size() || message[end] == ' ' || message[end] == ',') return key;
        }
        return nullptr;
    }

    /// Whether a command lacks what a key was meant to give that has been refused already.
    bool lacks_what_is_meant(const base::Diagnostic& problem) const {
        return std::any_of(meant_.begin(), meant_.end(), [&](const std::string& name) {
            return name == "files" ? problem.id == "JE-U07" : problem.expected.find("--" + name) != std::string::npos;
        });
    }

    void report_problem(const PlannedSection& planned, const base::Diagnostic& problem, const RunKey* key) {
        said_.error({.id = problem.id,
                     .at = key == nullptr ? planned.at : key->values.front().at,
                     .message = fmt::format("section '{}': {}", planned.name, problem.message),
                     .expected = problem.expected,
                     .fix = key == nullptr
                                ? fmt::format("add what it needs; the options of je {} are its keys, and what it reads "
                                              "stands under 'files'",
                                              planned.command)
                                : fmt::format("correct '{}', or do without that key", key->name.value)});
    }

    void warn_of_unused() {
        for (const RunKey* key : unused_) {
            said_.warning({.id = "JE-N18",
                           .at = key->name.at,
                           .message = fmt::format("no section uses '{}'", key->name.value),
                           .expected = "in the section 'batch', what at least one command of the run takes",
                           .fix = "add the section it is meant for, or let it stand: it changes nothing"});
        }
    }

    void check_inputs_and_outputs() {
        check_outputs(plan_, wishes_.run_file, said_);
        const bool sound = !said_.has_errors();
        if (sound && folder_is_shut()) {
            report_fault(wishes_.fault_of_folder, {});
        } else if (sound) {
            check_places(plan_, said_);
        }
        check_inputs(plan_, sound, said_);
        plan_.outside_alone = sound && said_.has_errors();
    }

    const io::RunFile& run_;
    const BatchWishes& wishes_;
    base::Diagnostics& said_;
    std::vector<std::string> commands_;
    BatchPlan plan_;
    const RunKey* summary_ = nullptr;
    std::vector<const RunKey*> common_;  // keys of [batch] that are for the commands
    std::vector<const RunKey*> unused_;
    std::set<const RunKey*> bad_;      // that have been told
    std::set<std::string> meant_;      // keys of the section that is looked at which are misspelt, or have no good value
    std::vector<const RunKey*> keys_;  // of the section that is looked at, those of [batch] that it takes last
    std::size_t sections_ = 0;
};

}  // namespace

BatchPlan plan_batch(const io::RunFile& run, const BatchWishes& wishes, base::Diagnostics& said) {
    return Planner{run, wishes, said}.plan();
}

}  // namespace je::tool
