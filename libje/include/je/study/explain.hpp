// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "je/report/explain_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// Every point of one job traced to its source, and what would move the band. `files` are files and folders of jobs.
///
///     io::FileSource source;
///     const std::vector<std::string> files{"vlo.yaml"};
///     const auto outcome = study::explain(source, files, {.scheme_folders = {"schemes"}});
///     if (outcome.result) std::fputs(render::text(report::explain_document(*outcome.result)).c_str(), stdout);
///
/// Refused when the files hold no job or several (JE-U48), when the scheme asked for is not found (JE-U09), and when a CSV file
/// comes without a scheme (JE-U14). A job that the audience may not see is an error (JE-U67).
[[nodiscard]] Outcome<report::ExplainResult> explain(io::Source& source, std::span<const std::string> files,
                                                     const Options& options, const report::ExplainOptions& what = {},
                                                     const Control& control = {});

}  // namespace je::study
