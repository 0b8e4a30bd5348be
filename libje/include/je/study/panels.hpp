// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "je/report/panel_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

struct PanelsOptions {
    bool each = false;  // show each record whole, where there are several
};

/// Rules, agreement, splits, dissent and outcome of the records of panels in files and folders, sorted by job and date.
/// Questionnaires and schemes that records name are looked up among the files, beside them, and in `options.records`.
///
///     const auto outcome = study::panels(source, files, {.audience = report::Audience::union_side});
///
/// Files without a record of a panel are an error (JE-P23). Refused when the scheme asked for is not found (JE-U09).
[[nodiscard]] Outcome<report::PanelsResult> panels(io::Source& source, std::span<const std::string> files,
                                                   const Options& options, const PanelsOptions& what = {},
                                                   const Control& control = {});

}  // namespace je::study
