// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "commands/checking.hpp"
#include "console.hpp"
#include "je/render/diagnostics.hpp"
#include "je/render/document.hpp"
#include "je/render/json.hpp"
#include "je/report/check_result.hpp"
#include "output.hpp"
#include "rendering.hpp"
#include "tool_info.hpp"

namespace je::tool {

namespace {

void need_scheme_for_csv(const CommonOptions& options, std::span<const FoundFile> files) {
    const auto csv = std::find_if(files.begin(), files.end(), [](const FoundFile& file) { return file.is_csv(); });
    if (options.scheme || csv == files.end()) return;
    throw UsageError{{.id = "JE-U14",
                      .message = fmt::format("'{}' is a CSV file, which does not say its scheme", csv->name),
                      .expected = "--scheme with a name or a file",
                      .fix = "write for example: --scheme nhs-afc"}};
}

/// The list without what --quiet leaves out.
base::Diagnostics shown_of(const base::Diagnostics& said, const CommonOptions& options) {
    if (!options.quiet) return said;
    base::Diagnostics kept;
    for (const base::Diagnostic& d : said.all()) {
        if (d.severity == base::Severity::error || (options.strict && d.severity == base::Severity::warning)) kept.add(d);
    }
    return kept;
}

std::string as_text(const report::CheckResult& result, const CommonOptions& options) {
    const bool color = !options.output && !options.captured && use_color(options.color, 1);
    std::string text = render::text(shown_of(result.said, options), {.color = color});
    if (!text.empty()) text += "\n";
    return text + render::text(report::check_document(result), options.width);
}

/// With what was found as a table; as text it is written as messages are.
report::Document with_what_was_found(const report::CheckResult& result) {
    report::Document document;
    if (!result.said.all().empty()) {
        document.blocks.emplace_back(report::Heading{1, "Found"});
        document.blocks.emplace_back(report::said_table(result));
    }
    const auto rest = report::check_document(result);
    document.blocks.insert(document.blocks.end(), rest.blocks.begin(), rest.blocks.end());
    return document;
}

}  // namespace

std::vector<Option> CheckCommand::options() const {
    return joined({{{"show"}, {"scheme", "NAME|FILE"}, {"extra-columns", "NAMES", true}, {"max-jobs", "N"}},
                   record_options(),
                   format_options(),
                   file_options()});
}

void CheckCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    show_ = given.has("show");
    require_arguments(given, "check", "files to check");
    arguments_ = given.arguments();
}

ExitStatus CheckCommand::run() {
    Console console{common_};
    report::CheckResult result;
    const auto files = find_files(arguments_, result.said);
    need_scheme_for_csv(common_, files);
    protect_inputs(common_, files);
    Inputs inputs{common_};
    Records records{inputs, files, result.said};
    Checking checking{common_, inputs, records, result, show_};
    checking.check(files);
    protect_inputs(common_, records.used());
    result.inputs = inputs.files();
    result.tool = tool_info(common_);
    const auto table = show_ ? report::shown_table : report::said_table;
    Output output{common_};
    output.write(common_.format == Format::text ? as_text(result, common_)
                                                : rendered(result, {with_what_was_found, table, render::json},
                                                           render::how(common_.format), common_.width));
    output.finish();
    if (show_ && common_.format == Format::csv) {
        console.report(result.said);
        return console.finish();
    }
    console.count(result.said);
    return console.status();
}

}  // namespace je::tool
