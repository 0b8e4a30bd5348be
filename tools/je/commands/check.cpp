// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/check.hpp"

#include <fmt/format.h>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/diagnostics.hpp"
#include "je/render/format.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

std::string as_text(const report::CheckResult& result, const CommonOptions& options) {
    render::DiagnosticStyle style{.color = !options.output && !options.captured && use_color(options.color, 1)};
    if (options.has_width) {
        constexpr std::size_t gutter = 8;
        style.width = options.width - gutter;
        style.fold = options.width;
    }
    std::string text =
        render::text(options.quiet ? without_notes(result.diagnostics, options.strict) : result.diagnostics, style);
    if (!text.empty()) text += "\n";
    return text + render::text(report::check_document(result), options.width);
}

/// With what was found as a table; as text it is written as messages are.
report::Document with_what_was_found(const report::CheckResult& result) {
    report::Document document;
    if (result.trees) document.add(report::check_document(result));  // what was asked for comes first
    if (!result.diagnostics.all().empty()) {
        document.begin("found", 1, "Found");
        document.add(report::said_table(result));
    }
    if (!result.trees) document.add(report::check_document(result));
    return document;
}

std::vector<Option> check_options() {
    return joined({{{"show"},
                    {"paths"},
                    {"max-paths", "N"},
                    {"steps"},
                    {"scheme", "NAME|FILE"},
                    {"accept-base"},
                    {"extra-columns", "NAMES", true},
                    {"max-jobs", "N"}},
                   record_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

/// What was asked of the command alone.
struct CheckAsked {
    study::CheckOptions what;
    bool steps = false;  // of CSV: a row a step of each path, not a row a path
};

/// The paths as rows, which are written as they come: they may be many.
void write_paths(Output& output, const render::HowWritten& how, const std::vector<report::ShownTree>& trees, bool steps) {
    constexpr std::size_t large = 1 << 20;
    const base::InLanguage in{base::Language::english};  // its words are for programs
    std::string text = how.headings(steps ? report::path_step_columns() : report::path_columns(trees));
    const auto take = [&](const std::vector<report::Cell>& row) {
        render::append_row(text, how, row);
        if (text.size() < large) return;
        output.write(text);
        text.clear();
    };
    steps ? report::each_path_step_row(trees, take) : report::each_path_row(trees, take);
    output.write(text);
}

void write_check(const report::CheckResult& result, const CheckAsked& asked, const CommonOptions& common) {
    const auto table = asked.what.show ? report::shown_table : report::said_table;
    const render::HowWritten& how = render::how(common.format);
    Output output{common};
    if (how.part == Part::table && result.trees) {
        write_paths(output, how, *result.trees, asked.steps);
    } else if (common.format == Format::text) {
        output.write(as_text(result, common));
    } else {
        output.write(rendered(result, {with_what_was_found, table, render::json}, how, common));
    }
    output.finish();
}

ExitStatus run_check(const CommonOptions& common, const std::vector<std::string>& arguments, const CheckAsked& asked) {
    Console console{common};
    protect_inputs(common, arguments);
    const auto outcome = study::check(files(), arguments, common, asked.what);
    tell(outcome, console);
    const report::CheckResult& result = *outcome.result;
    const Part part = render::how(common.format).part;
    const bool is_apart = part == Part::figure || (part == Part::table && (asked.what.show || asked.what.paths));
    if (is_apart) console.report(result.diagnostics);  // the result has no room for it
    write_check(result, asked, common);
    if (is_apart) return console.finish();
    console.count(result.diagnostics);
    return console.status();
}

/// Options that say more of --paths are of no use without it.
void refuse_without_paths(const GivenOptions& given, const CommonOptions& common) {
    for (const std::string option : {"max-paths", "steps"}) {
        if (!given.has(option) || given.has("paths")) continue;
        refuse("JE-U56", fmt::format("--{} says more of --paths, which was not given", option),
               fmt::format("--{} beside --paths", option), fmt::format("add --paths, or leave --{} out", option));
    }
    if (given.has("steps") && render::how(common.format).part != Part::table)
        refuse("JE-U57", "--steps chooses what rows of CSV are, and the result is not CSV", "--steps with --format csv",
               "add --format csv, or leave --steps out");
    if (given.has("paths") && given.has("show") && render::how(common.format).part == Part::table)
        refuse("JE-U57", "--show and --paths are two tables, and CSV has one", "--show or --paths with --format csv",
               "leave one of them out, and make a second file for it");
}

Work read_check(const GivenOptions& given) {
    const bool paths = given.has("paths");
    const CommonOptions common = paths ? read_common(given, all_parts) : read_common(given, no_figure);
    refuse_without_paths(given, common);
    CheckAsked asked{{given.has("show"), paths}, given.has("steps")};
    if (const auto most = given.value("max-paths")) asked.what.max_paths = read_count("max-paths", *most, 1'000'000'000);
    return [=, arguments = needed_arguments(given, "check", "files to check")] { return run_check(common, arguments, asked); };
}

}  // namespace

const Command check_command{"check", Aim::schemes, check_options, read_check, {"je-check/1"}};

}  // namespace je::tool
