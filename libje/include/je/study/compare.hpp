// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "je/report/compare_result.hpp"
#include "je/study/options.hpp"
#include "je/study/other_weights.hpp"

namespace je::study {

struct CompareOptions {
    std::optional<OtherWeights> weight{};  // in place of the scheme's own, for a what-if
};

/// Two to a hundred jobs of one scheme side by side, in the order of `options.jobs` where ids are given there, else of the
/// files.
///
///     const auto outcome = study::compare(source, files, {.audience = report::Audience::panel});
///
/// A sitting panel sees the levels of all jobs but the first without their points. Refused for fewer than two jobs (JE-U52) or
/// more than a hundred (JE-U53), and as `explain` is. An error when the audience may see fewer than two of them (JE-U68).
[[nodiscard]] Outcome<report::CompareResult> compare(io::Source& source, std::span<const std::string> files,
                                                     const Options& options, const CompareOptions& what = {},
                                                     const Control& control = {});

}  // namespace je::study
