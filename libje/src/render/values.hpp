// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/document.hpp"

namespace je::render {

// The one printer of points, money, shares, ranges and what is not there, for formats of plain writing. Nothing is cleaned.

/// Which name is shown of what has two. `brief`: the short one, where there is one.
enum class Names { full, brief };

/// "440", "+13", "97.1 %", "band 3", "none".
[[nodiscard]] std::string shown(const report::Content& value, Names names = Names::full);
/// "164 to 274".
[[nodiscard]] std::string shown(const report::Range& range, Names names = Names::full);
[[nodiscard]] std::string shown(const report::Text& text, Names names = Names::full);
[[nodiscard]] std::string shown(const report::Cell& cell, Names names = Names::full);
/// "Total (points)".
[[nodiscard]] std::string shown(const report::Column& column, Names names = Names::full);

}  // namespace je::render
