// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "je/report/report_result.hpp"
#include "je/study/options.hpp"
#include "je/study/verify.hpp"

namespace je::study {

/// A stored result made again, as it is read and as a value.
struct RemadePart {
    Remade remade{};
    std::optional<report::ReportPart> part{};              // nothing: it could not be made again, and what was said tells why
    report::Audience audience = report::Audience::record;  // for whom the stored result is
};

/// Makes a stored result again from what it says of itself, and adds to what is said. The part is for the `readers` of the
/// report, where they may be shown it (report::may_be_shown).
using RemakePart = std::function<RemadePart(const base::SourceTextPtr& text, const io::JsonValue& stored,
                                            report::Audience readers, base::Diagnostics& diagnostics)>;

struct ReportOptions {
    std::string title{};                    // of the page; empty: that of the job that leads
    std::optional<std::string> job{};       // that leads; nothing: that of the appeals or panels, else the first
    std::optional<std::string> holidays{};  // a je-holidays/1 file, for the time limits of appeals
    RemakePart remake{};                    // how stored results are made again; empty: there may be none
};

/// Jobs, records of panels, appeals and stored results together, in any number and order, as one result. Files may be
/// questionnaires, CSV files, records, folders of those, and JSON results. Each stored result is verified first: one that does
/// not reproduce, is for other readers or of another scheme is an error; one as recorded, and for the public any, is then made
/// for the readers of the report.
///
///     const std::vector<std::string> files{"vlo.yaml", "pso.yaml", "panel.yaml", "appeal.yaml"};
///     const auto outcome = study::make_report(source, files, {.scheme_folders = {"schemes"}}, {});
///     if (outcome.result) page = render::html_page(report::report_document(*outcome.result));
///
/// Up to ten jobs are set side by side; more are an organisation. Errors: nothing to report (JE-M01), a file that has no place
/// (JE-M02), a result that has none (JE-M03), does not reproduce (JE-M04), is for other readers (JE-M05) or does not say how it
/// was made (JE-M26), records about several jobs (JE-M06), a job that is not there (JE-M07), parts under different schemes
/// (JE-M08); and those of each part.
[[nodiscard]] Outcome<report::ReportResult> make_report(io::Source& source, std::span<const std::string> files,
                                                        const Options& options, const ReportOptions& what,
                                                        const Control& control = {});

}  // namespace je::study
