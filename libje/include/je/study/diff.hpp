// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "je/base/date.hpp"
#include "je/report/diff_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

struct DiffOptions {
    std::optional<base::Date> older_than{};  // documents of the new version dated before this day are a warning (JE-Q25)
};

/// Two versions of a job's questionnaire: what changed, and whether levels, total or band move.
///
///     const auto outcome = study::diff(source, "vlo-2016.yaml", "vlo-2023.yaml", options);
///     if (outcome.result && outcome.result->material == report::Moves::yes) ...
///
/// Each of the two is a file or folder with one job. `options.jobs` chooses one where there are more: one id for both, or that
/// of the old version and that of the new. Two ids are said (JE-Q23). Refused: not one job in each (JE-Q21), two schemes
/// (JE-Q22). A version of a single post-holder has no public view (JE-U67).
[[nodiscard]] Outcome<report::DiffResult> diff(io::Source& source, const std::string& before, const std::string& after,
                                               const Options& options, const DiffOptions& what = {},
                                               const Control& control = {});

}  // namespace je::study
