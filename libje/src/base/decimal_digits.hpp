// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "je/base/decimal.hpp"

namespace je::base {

/// What the text of a decimal says, its size without sign.
struct DecimalDigits {
    bool negative = false;
    std::int64_t whole = 0;
    std::int64_t parts = 0;  // ten-thousandths, 0 to 9,999
};

/// Reads a decimal with at most `most_whole` (eighteen or fewer) before the point.
[[nodiscard]] std::variant<DecimalDigits, DecimalError> read_digits(std::string_view text, std::size_t most_whole);

/// Shortest exact form, no trailing zeros.
[[nodiscard]] std::string write_digits(bool negative, std::uint64_t whole, std::uint64_t parts);

}  // namespace je::base
