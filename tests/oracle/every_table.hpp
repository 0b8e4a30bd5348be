// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "je/numerics/result.hpp"
#include "numerics/agreement/ratings.hpp"
#include "support/close.hpp"

namespace je::slow {

using Table = std::vector<std::vector<numerics::Rating>>;  // rows of ratings

/// Calls `visit` with every table of this shape whose entries are among `choices`; says how many there were.
inline std::size_t every_table(std::size_t units, std::size_t raters, const std::vector<numerics::Rating>& choices,
                               const std::function<void(const Table&)>& visit) {
    std::vector<std::size_t> digits(units * raters);
    std::size_t count = 0;
    while (true) {
        Table table(units, std::vector<numerics::Rating>(raters));
        for (std::size_t i = 0; i < digits.size(); ++i) table[i / raters][i % raters] = choices[digits[i]];
        visit(table);
        ++count;
        std::size_t at = 0;
        while (at < digits.size() && ++digits[at] == choices.size()) digits[at++] = 0;
        if (at == digits.size()) return count;
    }
}

/// The table, written out for a failed test.
inline std::string text_of(const Table& table) {
    std::string text;
    for (const auto& row : table) {
        for (const auto& rating : row) text += (rating ? std::to_string(static_cast<int>(*rating)) : ".") + " ";
        text += "/ ";
    }
    return text;
}

/// Whether both have a value and it is the same, or neither has one. Slow versions divide early, so they lose a few digits.
inline bool same(const std::optional<double>& actual, const std::optional<double>& expected) {
    if (actual.has_value() != expected.has_value()) return false;
    return !actual || test::close(*actual, *expected, 1e-12, 1e-13);
}

/// The quotient; nothing when it is 0 / 0 or worse but for rounding.
inline std::optional<double> quotient(double numerator, double denominator) {
    if (denominator < 1e-12) return std::nullopt;
    return numerator / denominator;
}

}  // namespace je::slow
