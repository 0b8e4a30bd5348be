// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/document.hpp"

namespace je::render {

// The one printer of points, money, shares, ranges and what is not there, for formats of plain writing. Nothing is cleaned.

/// "440", "+13", "97.1 %", "band 3", "none".
[[nodiscard]] std::string shown(const report::Content& value);
/// "164 to 274".
[[nodiscard]] std::string shown(const report::Range& range);
[[nodiscard]] std::string shown(const report::Text& text);
[[nodiscard]] std::string shown(const report::Cell& cell);
/// "Total (points)".
[[nodiscard]] std::string shown(const report::Column& column);

}  // namespace je::render
