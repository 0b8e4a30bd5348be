// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/batch/keys.hpp"
#include "commands/commands.hpp"
#include "je/base/text.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

using io::RunKey;
using io::RunSection;

/// Makes sense of one section.
class SectionPlanner {
public:
    SectionPlanner(SectionKeys&& taken, const std::string& folder, std::set<const RunKey*>& bad, base::Diagnostics& diagnostics)
        : keys_{std::move(taken.keys)}, meant_{std::move(taken.meant)}, folder_{folder}, bad_{bad}, diagnostics_{diagnostics} {}

    PlannedSection plan(const RunSection& section, const Command& command) {
        const auto options = options_for_keys(command);
        PlannedSection planned{.name = section.name.value, .at = section.name.at, .command = &command};
        take_outputs(planned, section, options);
        drop_bad_keys(options);
        ask_command(planned, options);
        return planned;
    }

private:
    const RunKey* key_named(std::string_view name) const {
        const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const RunKey* key) { return key->name.value == name; });
        return found == keys_.end() ? nullptr : *found;
    }

    void take_outputs(PlannedSection& planned, const RunSection& section, std::span<const Option> options) {
        const RunKey* output = section.find("output");
        const auto base_name = output == nullptr ? std::optional{planned.name} : value_of(*output, diagnostics_);
        const RunKey* format = key_named("format");
        const auto at = output == nullptr        ? section.name.at
                        : output->values.empty() ? output->name.at
                                                 : output->values.front().at;
        if (!has_formats(*planned.command)) {
            if (base_name) planned.files.push_back({std::nullopt, archive_name(*base_name), at});
            return;
        }
        auto names = format == nullptr ? std::vector<std::string>{"text"} : list_of(*format);
        if (names.empty() && format != nullptr) static_cast<void>(value_of(RunKey{format->name, {}, false}, diagnostics_));
        const bool shard = key_named("shard") != nullptr;  // JSON, whatever the format of the whole result is to be
        std::set<Format> taken;
        for (const std::string& name : names) {
            const auto one = render::format_named(name);
            if (!one) {
                report_format(*format, name);
            } else if (!taken.insert(*one).second) {
                diagnostics_.error(bad_value(format->values.front().at, fmt::format("the format '{}' is given twice", name),
                                             "each format once", "take one of the two out"));
            } else if (base_name) {
                planned.files.push_back(
                    {one, fmt::format("{}{}", *base_name, render::how(shard ? Format::json : *one).ending), at});
            }
        }
        if (shard && taken.size() > 1) {
            planned.files.resize(1);
            diagnostics_.error(bad_value(
                format->values.front().at, fmt::format("a shard is for a result in one format, not {}", taken.size()),
                "the format that je merge is to write the whole result in; the shard itself is JSON", "write one format"));
        }
        for (const RunKey* key : keys_) {
            const Option* option = option_named(options, key->name.value);
            if (option != nullptr && option->writes && key->values.size() == 1) take_table(planned, key->values.front());
        }
    }

    static std::string archive_name(const std::string& name) { return is_archive_name(name) ? name : name + ".zip"; }

    /// A file that an option names. The ending keeps it from being taken for a record.
    void take_table(PlannedSection& planned, const base::Located<std::string>& name) {
        if (name.value.empty()) return;
        if (!name.value.ends_with(".csv")) {
            diagnostics_.error(bad_value(name.at, fmt::format("a table of scenarios cannot be '{}'", name.value),
                                         "a name that ends in .csv, within the output folder", "write for example draws.csv"));
        } else {
            planned.files.push_back({std::nullopt, name.value, name.at});
        }
    }

    void report_format(const RunKey& key, const std::string& name) {
        std::vector<std::string> known;
        for (const render::HowWritten& how : render::formats()) known.emplace_back(how.name);
        const auto near = base::nearest(name, known);
        diagnostics_.error(bad_value(key.values.front().at, fmt::format("'{}' is no format that je writes", name),
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
            if (bad_.insert(key).second) diagnostics_.append(wrong);
            meant_.insert(key->name.value);
            return true;
        });
    }

    /// The words of the command, from all of its keys.
    void fill(PlannedSection& planned, std::span<const Option> options) {
        base::Diagnostics unsaid;  // what is wrong with a key has been said, and the key dropped
        planned.words.clear();
        planned.figure.reset();
        planned.inputs.clear();
        std::vector<std::string> files;
        for (const RunKey* key : keys_) {
            const Option* option = option_named(options, key->name.value);
            if (key->name.value == "files") files = list_of(*key);
            if (key->name.value == "scheme-path") planned.scheme_path = list_of(*key);
            add_inputs(planned, *key, option);
            if (option == nullptr) continue;
            if (option->name == "figure" && planned.draws_a_figure()) {
                planned.figure = value_of(*key, unsaid);
                continue;
            }
            auto words = words_of(*key, *option, unsaid);
            if (option->writes && words.size() == 2) words[1] = (std::filesystem::path{folder_} / words[1]).generic_string();
            planned.words.insert(planned.words.end(), words.begin(), words.end());
        }
        if (!has_formats(*planned.command) && !planned.files.empty())
            planned.words.insert(planned.words.end(),
                                 {"--output", (std::filesystem::path{folder_} / planned.files.front().name).generic_string()});
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
        const bool file_alone = files ? planned.command == &verify_command : option->value.find("FILE") != std::string::npos;
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
        if (formats.empty()) formats.emplace_back(Format::text);
        for (const auto& format : formats) {
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

    static std::optional<base::Diagnostic> problem_with(const PlannedSection& planned, std::optional<Format> format) {
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
        diagnostics_.error({.id = problem.id,
                            .at = key == nullptr ? planned.at : key->values.front().at,
                            .message = fmt::format("section '{}': {}", planned.name, problem.message),
                            .expected = problem.expected,
                            .fix = key == nullptr
                                       ? fmt::format("add what it needs; the options of je {} are its keys, and what it reads "
                                                     "stands under 'files'",
                                                     planned.command->name)
                                       : fmt::format("correct '{}', or do without that key", key->name.value)});
    }

    std::vector<const RunKey*> keys_;
    std::set<std::string> meant_;
    const std::string& folder_;
    std::set<const RunKey*>& bad_;
    base::Diagnostics& diagnostics_;
};

}  // namespace

bool has_formats(const Command& command) { return option_named(command.options(), "format") != nullptr; }

std::vector<Option> options_for_keys(const Command& command) {
    auto options = command.options();
    std::erase_if(options, [](const Option& option) { return option.name == "output" || option.name == "format"; });
    return options;
}

PlannedSection plan_section(const RunSection& section, const Command& command, SectionKeys taken, const std::string& folder,
                            std::set<const RunKey*>& bad, base::Diagnostics& diagnostics) {
    return SectionPlanner{std::move(taken), folder, bad, diagnostics}.plan(section, command);
}

std::vector<std::string> PlannedSection::words_for(std::optional<Format> format) const {
    std::vector<std::string> all;
    if (format) all = {"--format", std::string{render::how(*format).name}};
    if (figure && format && render::how(*format).part == Part::figure) all.push_back("--figure=" + *figure);
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

bool PlannedSection::draws_a_figure() const {
    return std::any_of(files.begin(), files.end(),
                       [](const PlannedFile& file) { return file.format && render::how(*file.format).part == Part::figure; });
}

Work PlannedSection::prepared(std::optional<Format> format, const std::shared_ptr<Captured>& captured,
                              const std::shared_ptr<study::SharedInputs>& shared) const {
    const auto options = command->options();
    const auto given_words = words_for(format);
    auto given = parse_options(command->name, options, given_words);
    given.capture(captured);
    given.share(shared);
    return je::tool::prepared(*command, given);
}

std::vector<std::optional<Format>> PlannedSection::formats() const {
    if (!has_formats(*command)) return {std::nullopt};
    std::vector<std::optional<Format>> all;
    for (const PlannedFile& file : files) {
        if (file.format) all.emplace_back(*file.format);
    }
    std::stable_partition(all.begin(), all.end(), [](const auto& format) { return format == Format::json; });
    return all;
}

}  // namespace je::tool
