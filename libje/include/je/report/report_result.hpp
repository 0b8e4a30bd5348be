// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "je/report/appeal_result.hpp"
#include "je/report/compare_result.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/panel_result.hpp"
#include "je/report/score_result.hpp"
#include "je/report/sensitivity_result.hpp"

namespace je::report {

/// A result that has a place in a report.
using ReportPart = std::variant<ScoreResult, ExplainResult, CompareResult, PanelsResult, AppealsResult, SensitivityResult>;

/// A stored result that is in a report: it was made again first, and came out the same.
struct RemadeResult {
    std::string name;    // of its file
    std::string format;  // "je-explain/1"
};

/// Results about one job, or about all jobs of an organisation, that are read together: `je-report/1`. All are under one scheme
/// and for one audience, and each is whole, as its own command gives it.
///
///     ReportResult result{.job = "vlo", .why = explanation};
///     render::html_page(report_document(result));
struct ReportResult {
    std::string title{};  // as asked for; empty: the page takes that of its job
    Audience audience = Audience::record;
    std::string job{};                          // id of the job that leads; empty: none does
    std::string job_title{};                    // empty: not known
    std::optional<ExplainResult> why{};         // of the leading job
    std::optional<CompareResult> beside{};      // the leading job first; under an organisation, jobs that get a section
    std::vector<PanelsResult> panels{};         // of the leading job
    std::vector<AppealsResult> appeals{};       // likewise
    std::vector<SensitivityResult> firm{};      // how firm the band is; a stored one may be about more jobs
    std::optional<ScoreResult> organisation{};  // all jobs, where they are many or none leads
    std::vector<RemadeResult> results{};        // stored ones that are in it
    std::vector<InputFile> inputs{};            // of all parts, each file once
    ToolInfo tool{};
};

/// The page: at a glance, why, beside comparators, the panel, the appeal, how firm it is, the whole organisation, how this was
/// made. Each section is there only where its part is. Of an organisation the list and its drawings show at most so many jobs,
/// and say how many more there are; what is counted in each band is all of them.
[[nodiscard]] Document report_document(const ReportResult& result, std::size_t most_jobs = 100'000);

Description describe(Of<ReportResult>);
[[nodiscard]] DescribedResult described(const ReportResult& result);

}  // namespace je::report
