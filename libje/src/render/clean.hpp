// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "je/base/decimal.hpp"

namespace je::render {

/// `text` as valid UTF-8 (a byte that is not becomes U+FFFD) without control characters; what shows nothing is shown: <U+200B>.
[[nodiscard]] std::string clean(std::string_view text);

/// The same, with each run of blanks as one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// The same for the label of a fact, whose indent stays.
[[nodiscard]] std::string indented(std::string_view text);

/// `text` as valid UTF-8, nothing else changed.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Appends the shortest exact form: "440", "153.25".
void append_decimal(std::string& out, base::Decimal value);

}  // namespace je::render
