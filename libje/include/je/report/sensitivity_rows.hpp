// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/report/document.hpp"

namespace je::report {

/// One value of a sensitivity result, as CSV has them: a value a row, whatever it is about, so that pandas and R can group and
/// pivot. What does not apply is empty.
struct LongRow {
    std::string part;       // weights, levels, floors, factors, pairs, joint
    std::string job;        // id
    std::string quantity;   // what the value is: "critical_spread_up", "share", "holds_from", ...
    std::string factor;     // id
    std::string band;       // id
    Cell other{};           // the other job, the level moved to, the shift of a floor, ...
    Cell value{};           // a number, or nothing
    Cell standard_error{};  // of a sampled value; nothing: exact
    std::string text{};     // what is no number: a band, a reason
};

/// "hole from 50" for `other`, so that two holes are told apart; empty for none.
[[nodiscard]] std::string hole_in_words(const std::optional<base::Decimal>& from);

/// Columns of the long form, in their stable order, and a row under them.
[[nodiscard]] const std::vector<Column>& long_columns();
[[nodiscard]] std::vector<Cell> long_cells(LongRow row);

}  // namespace je::report
