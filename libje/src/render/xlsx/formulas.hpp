// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// The cell that an anchor names; null where none is in the book.
using FindAnchor = std::function<const Spot*(const std::string&)>;

/// A formula of the document as a sheet has it, for the cell `at`; empty where it names what is not in the book. Cells of the
/// same row move with it when rows are sorted.
[[nodiscard]] std::string formula_text(const Plan& plan, const FindAnchor& find, const report::Formula& formula, const Spot& at,
                                       const std::string& before = {});

/// "$B$4" of a sheet of the plan, in the words of formulas: "'Sheet one'!$B$4".
[[nodiscard]] std::string reference(const Plan& plan, const Spot& spot);
/// "'Sheet one'!$B$4:$B$9".
[[nodiscard]] std::string column_reference(const Plan& plan, std::size_t sheet, std::size_t first_row, std::size_t last_row,
                                           std::size_t column);
/// "B".
[[nodiscard]] std::string column_name(std::size_t column);

}  // namespace je::render::xlsx
