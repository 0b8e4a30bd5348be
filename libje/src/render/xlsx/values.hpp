// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "je/base/date.hpp"
#include "je/report/document.hpp"

namespace je::render::xlsx {

/// What stands in one cell of a sheet: nothing, words, a number or a date.
struct Value {
    std::variant<std::monostate, std::string, double, base::Date> content{};
    std::string number_format{};  // of a number or date, such that it is shown as in other formats: "0.0%"
    std::string shown{};          // about how it looks, for the width of its column

    [[nodiscard]] bool empty() const { return std::holds_alternative<std::monostate>(content); }
    [[nodiscard]] bool is_number() const { return std::holds_alternative<double>(content); }
};

/// Numbers, money, shares and dates as such, ids and all else as words. A word for what is not there is words.
[[nodiscard]] Value value_of(const report::Content& content);
[[nodiscard]] Value words(std::string_view text);
/// Words of ours, in the language of now.
[[nodiscard]] std::string ours(std::string_view english);
/// The same with texts in the places of each "{}".
[[nodiscard]] std::string ours(std::string_view english, std::initializer_list<std::string_view> parts);
/// A text as a formula has it: "none" in quotes.
[[nodiscard]] std::string literal(std::string_view text);

/// Whether both ends of a range are numbers, money, shares or dates, one of them perhaps open: it then takes two cells.
[[nodiscard]] bool takes_two_cells(const report::Range& range);
[[nodiscard]] Value from_of(const report::Range& range);
/// "under 275" where the end is not included, "and above" where there is none.
[[nodiscard]] Value to_of(const report::Range& range);

}  // namespace je::render::xlsx
