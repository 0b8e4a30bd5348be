// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "je/report/appeal_result.hpp"

namespace je::report {

// Panels and appeals as the public sees them: outcomes and counts.

/// What the public view says of itself.
inline constexpr std::string_view public_view_in_words =
    "The public view holds outcomes and counts: no level that a panellist gave, nothing about sides or dissent, nothing of who "
    "asked for what, and no text that people wrote.";
/// How many rules came out with this verdict.
[[nodiscard]] std::int64_t count_of(const std::vector<panel::Finding>& findings, panel::Verdict verdict);
/// What came of a time limit, in words: "in time", "late (fail)".
[[nodiscard]] std::string_view verdict_of(const appeal::Deadline& deadline);

/// One line a panel, for a spreadsheet.
[[nodiscard]] Table public_table(const PanelsResult& result);
/// One line an appeal.
[[nodiscard]] Table public_table(const AppealsResult& result);
/// What came of each rule and time limit of an appeal, without the days.
void add_public_verdicts(Document& document, const AppealResult& result);

}  // namespace je::report
