// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "je/study/files.hpp"
#include "je/study/new_files.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

using study::NewKind;

study::NewKind read_kind(const GivenOptions& given) {
    std::vector<std::string> names;
    for (const NewKind kind : study::new_kinds) names.emplace_back(to_text(kind));
    const auto& words = given.arguments();
    const auto expected = base::quoted_list(names, "or");
    if (words.empty())
        refuse("JE-U41", "je new needs to know what to begin", expected, "write for example: je new job --scheme NAME");
    const auto& kind = words.front();
    if (words.size() > 1 && kind != "panel" && kind != "appeal")
        refuse("JE-U42", fmt::format("je new makes one file at a time, but {} words were given", words.size()), expected,
               fmt::format("write: je new {} --output FILE", kind));
    const auto found = std::find(names.begin(), names.end(), kind);
    if (found != names.end()) return study::new_kinds[static_cast<std::size_t>(found - names.begin())];
    const auto near = base::nearest(kind, names);
    refuse("JE-U41", fmt::format("je new cannot begin '{}'", kind), expected,
           near ? fmt::format("write: je new {}", *near) : "write for example: je new job --scheme NAME");
}

/// The questionnaire of a new panel or the panel's record of a new appeal, as given after the kind.
std::optional<std::string> read_source_file(const GivenOptions& given, NewKind kind) {
    const auto& words = given.arguments();
    if (words.size() < 2) return std::nullopt;
    const bool panel = kind == NewKind::panel;
    const std::string what = panel ? "one questionnaire" : "the record of one panel";
    if (words.size() > 2)
        refuse("JE-U70", fmt::format("je new {} takes {}, but {} files were given", to_text(kind), what, words.size() - 1),
               "one file",
               fmt::format("write for example: je new {} {}, and the same again for the next", to_text(kind), words[1]));
    if (study::is_csv(files(), words[1]))
        refuse("JE-U73", fmt::format("je new {} takes {}, and '{}' is a CSV file", to_text(kind), what, words[1]),
               panel ? "a je-job/1 file" : "a je-panel/1 file",
               panel ? "leave the file out and give --scheme, or put the job into a questionnaire with je new job"
                     : "give the YAML file with the record of the panel");
    return words[1];
}

/// Options that the kind asked for would pass over silently.
void refuse_useless(const GivenOptions& given, NewKind kind) {
    for (const std::string option : {"scheme", "id", "title", "like"}) {
        const bool is_record = kind == NewKind::panel || kind == NewKind::appeal || kind == NewKind::local;
        const bool takes_scheme = option == "scheme" && (kind == NewKind::bands || kind == NewKind::jobs);
        const bool follows = kind == NewKind::scheme && given.has("like") && (option == "like" || option == "id");
        const bool of_job = kind == NewKind::job && option != "like";
        const bool of_record = is_record && (option == "scheme" || option == "id");
        const bool of_paths = option == "scheme" && kind == NewKind::test && given.has("paths");
        const bool of_use = of_job || takes_scheme || of_record || follows || of_paths;
        if (given.has(option) && !of_use)
            refuse("JE-U43", fmt::format("je new {} has no use for --{}", to_text(kind), option),
                   "--scheme, --id and --title with je new job; --scheme and --id with je new panel, je new appeal and je new "
                   "local; --like with je new scheme, and --id beside it",
                   fmt::format("leave --{} out", option));
    }
    if (given.has("paths") && kind != NewKind::test)
        refuse("JE-U43", fmt::format("je new {} has no use for --paths", to_text(kind)), "--paths with je new test",
               "leave --paths out, or write: je new test --paths --scheme NAME");
}

/// A sheet of jobs is CSV, and nothing else is.
void check_format(NewKind kind, const CommonOptions& common, bool given) {
    const bool sheet = kind == NewKind::jobs;
    if (!given || common.format == (sheet ? Format::csv : Format::text)) return;
    refuse("JE-U43",
           fmt::format("je new {} writes {}, not {}", to_text(kind), sheet ? "a sheet of jobs as CSV" : "text",
                       render::how(common.format).name),
           "--format csv with je new jobs, and no --format with the others", "leave --format out");
}

void refuse_existing(const std::optional<std::string>& output) {
    std::error_code ignored;
    if (!output || !(std::filesystem::is_regular_file(*output, ignored) || std::filesystem::is_directory(*output, ignored)))
        return;
    refuse("JE-U44", fmt::format("'{}' exists already, and je new does not write over a file", *output), "a name that is free",
           "give another --output, or move what is there");
}

std::vector<Option> new_options() {
    return joined({{{"scheme", "NAME|FILE"},
                    {"like", "NAME|FILE"},
                    {"accept-base"},
                    {"id", "ID"},
                    {"title", "TITLE"},
                    {"paths"},
                    {"format", "FORMAT"}},
                   file_options()});
}

ExitStatus run_new(const CommonOptions& common, const study::NewFile& file) {
    Console console{common};
    const auto outcome = study::new_file(files(), file, common);
    tell(outcome, console);
    if (!outcome.result) return console.finish();
    Output output{common};
    output.write(*outcome.result);
    output.finish();
    return console.finish();
}

Work read_new(const GivenOptions& given) {
    constexpr std::array parts{Part::document, Part::table};
    const CommonOptions common = read_common(given, parts);
    study::NewFile file;
    file.kind = read_kind(given);
    check_format(file.kind, common, given.has("format"));
    refuse_useless(given, file.kind);
    file.from = read_source_file(given, file.kind);
    file.like = given.value("like");
    file.id = given.value("id");
    file.title = given.value("title").value_or(file.title);
    file.paths = given.has("paths");
    refuse_existing(common.output);
    return [=] { return run_new(common, file); };
}

}  // namespace

const Command new_command{"new", Aim::schemes, new_options, read_new, {}, false};

}  // namespace je::tool
