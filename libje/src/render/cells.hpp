// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/document.hpp"

namespace je::render {

/// A cell as people read it: "yes", "440"; empty when there is nothing to say. Not cleaned.
[[nodiscard]] std::string shown(const report::Cell& cell);
/// "Total (points)".
[[nodiscard]] std::string shown(const report::Column& column);
/// Header and rows as clean texts, a run of blanks in them as one.
[[nodiscard]] std::vector<std::vector<std::string>> text_grid(const report::Table& table);
/// Whether the second block follows the first without an empty line.
[[nodiscard]] bool holds_together(const report::Block& first, const report::Block& second);

}  // namespace je::render
