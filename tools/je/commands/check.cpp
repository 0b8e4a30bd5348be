// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/check.hpp"
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
    if (!result.diagnostics.all().empty()) {
        document.begin("found", 1, "Found");
        document.add(report::said_table(result));
    }
    document.add(report::check_document(result));
    return document;
}

std::vector<Option> check_options() {
    return joined({{{"show"}, {"scheme", "NAME|FILE"}, {"accept-base"}, {"extra-columns", "NAMES", true}, {"max-jobs", "N"}},
                   record_options(),
                   format_options(),
                   file_options()});
}

ExitStatus run_check(const CommonOptions& common, const std::vector<std::string>& arguments, bool show) {
    Console console{common};
    protect_inputs(common, arguments);
    const auto outcome = study::check(files(), arguments, common, {show});
    tell(outcome, console);
    const report::CheckResult& result = *outcome.result;
    const auto table = show ? report::shown_table : report::said_table;
    Output output{common};
    output.write(common.format == Format::text
                     ? as_text(result, common)
                     : rendered(result, {with_what_was_found, table, render::json}, render::how(common.format), common));
    output.finish();
    if (show && common.format == Format::csv) {
        console.report(result.diagnostics);
        return console.finish();
    }
    console.count(result.diagnostics);
    return console.status();
}

Work read_check(const GivenOptions& given) {
    const CommonOptions common = read_common(given, no_figure);
    return [=, show = given.has("show"), arguments = needed_arguments(given, "check", "files to check")] {
        return run_check(common, arguments, show);
    };
}

}  // namespace

const Command check_command{"check", Aim::schemes, check_options, read_check, {"je-check/1"}};

}  // namespace je::tool
