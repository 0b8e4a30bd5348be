// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/report.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "commands/commands.hpp"
#include "commands/verify/rerun.hpp"
#include "files_read.hpp"
#include "je/study/shared_inputs.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

constexpr std::array no_table_alone{Part::document, Part::values, Part::figure};

std::vector<Option> report_options() {
    return joined({{{"job", "ID"}, {"title", "TEXT"}, {"holidays", "FILE"}, {"max-scenarios", "N"}},
                   scheme_options(),
                   {{"extra-columns", "NAMES", true}, {"max-jobs", "N"}, {"progress", "WHEN"}},
                   record_options(),
                   audience_options(),
                   figure_options(),
                   format_options(),
                   file_options()});
}

/// What a report is made of, as its command is told.
struct ReportAsked {
    CommonOptions common;
    study::ReportOptions what{};
    std::vector<std::string> files{};
    std::uint64_t max_scenarios = usual_max_scenarios;  // that a stored result may ask to draw
};

study::RemadePart remake_part(const ReportAsked& asked, const base::SourceTextPtr& text, const io::JsonValue& stored,
                              report::Audience readers, base::Diagnostics& diagnostics) {
    Rerun rerun{text, stored, asked.common.limits, asked.max_scenarios};
    rerun.share(asked.common.shared);
    rerun.keep_part();
    study::RemadePart made;
    if (rerun.prepare(diagnostics)) made.remade.result = rerun.run(diagnostics);
    made.remade.arguments = rerun.arguments();
    made.remade.scheme_folders = rerun.scheme_folders();
    made.audience = rerun.audience();
    const bool for_others = made.audience != readers;
    if (made.remade.result.empty() || (for_others && !report::may_be_shown(made.audience, readers))) return made;
    made.part = for_others ? rerun.part_for(readers, diagnostics) : std::move(rerun).part();
    return made;
}

ExitStatus run_report(ReportAsked asked) {
    protect_inputs(asked.common, asked.files);
    asked.what.remake = [&](const auto& text, const auto& stored, auto readers, auto& diagnostics) {
        return remake_part(asked, text, stored, readers, diagnostics);
    };
    return finish(study::make_report(files(), asked.files, asked.common, asked.what),
                  {[](const report::ReportResult& result) { return report::report_document(result); }, nullptr, render::json},
                  asked.common);
}

Work read_report(const GivenOptions& given) {
    ReportAsked asked{.common = read_common(given, no_table_alone)};
    if (!asked.common.shared) asked.common.shared = std::make_shared<study::SharedInputs>();
    asked.what = {.title = given.value("title").value_or(""), .job = given.value("job"), .holidays = given.value("holidays")};
    if (const auto most = given.value("max-scenarios"))
        asked.max_scenarios = read_count("max-scenarios", *most, 10'000'000'000);
    if (given.captured() && given.captured()->max_scenarios)
        asked.max_scenarios = std::min(asked.max_scenarios, *given.captured()->max_scenarios);
    asked.files = needed_arguments(given, "report", "jobs, records of panels or appeals, or stored results");
    return [asked] { return run_report(asked); };
}

}  // namespace

const Command report_command{"report", Aim::disputes, report_options, read_report, {"je-report/1"}};

}  // namespace je::tool
