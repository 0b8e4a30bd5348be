// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "je/report/appeal_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

struct AppealsOptions {
    std::optional<std::string> holidays{};    // a je-holidays/1 file
    std::optional<std::size_t> changes = 10;  // sets of level changes shown of each kind; nothing: all
};

/// Each appeal in files and folders as a comparison of two panels under stated rules; before the re-panel, what a case can rest
/// on. Deadlines are held against `options.as_of`. Records that appeals name are looked up as in `panels`.
///
///     const auto outcome = study::appeals(source, files, {.as_of = base::Date::parse("2026-03-01")}, {.holidays =
///     "holidays.yaml"});
///
/// Files without a record of an appeal are an error (JE-A11). Refused when the scheme asked for is not found (JE-U09).
[[nodiscard]] Outcome<report::AppealsResult> appeals(io::Source& source, std::span<const std::string> files,
                                                     const Options& options, const AppealsOptions& what = {},
                                                     const Control& control = {});

}  // namespace je::study
