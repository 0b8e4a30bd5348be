// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/gaps.hpp"
#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "render/values.hpp"
#include "render/xlsx/texts.hpp"

namespace je::render::xlsx {

namespace {

std::string quoted(std::string_view words) { return words.empty() ? std::string{} : fmt::format("\"{}\"", words); }

/// The number of a content that is one; a share is its part of 1.
std::optional<double> number_of(const report::Content& content) {
    if (const auto* number = std::get_if<std::int64_t>(&content)) {
        constexpr std::int64_t exact = std::int64_t{1} << 53;
        if (*number > exact || *number < -exact) return std::nullopt;
        return static_cast<double>(*number);
    }
    const auto of_decimal = [](base::Decimal one) {
        return static_cast<double>(one.units()) / static_cast<double>(base::Decimal::units_per_one);
    };
    if (const auto* points = std::get_if<report::Points>(&content)) return of_decimal(points->amount);
    if (const auto* money = std::get_if<report::Money>(&content)) return of_decimal(money->amount);
    if (const auto* share = std::get_if<report::Share>(&content)) return share->part;
    if (const auto* estimate = std::get_if<report::Estimate>(&content)) return estimate->value;
    return std::nullopt;
}

/// "0.00" for as many digits after the point as "97.12" has.
std::string digits_like(std::string_view number, std::string_view whole) {
    const auto point = number.find('.');
    std::string format{whole};
    if (point == std::string_view::npos) return format;
    return format + "." + std::string(number.size() - point - 1, '0');
}

/// The number format that shows a number as `shown` has it: "+13", "under 0.1 %", "440 points".
std::string format_like(std::string_view shown, bool is_share, bool is_money) {
    const bool is_change = shown.starts_with('+');
    std::string_view number = shown.substr(is_change ? 1 : 0);
    const auto end = std::min(number.find_first_not_of("-0123456789."), number.size());
    std::string_view behind = number.substr(end);
    number = number.substr(0, end);
    if (number.empty() || behind.starts_with('e')) return number.empty() ? quoted(shown) : "General";
    std::string format = digits_like(number, is_money ? "#,##0" : "0");
    if (is_share && behind.starts_with(" %")) {
        format += "%";
        behind.remove_prefix(2);
    }
    format += quoted(behind);
    return is_change ? fmt::format("+{0};-{0};{0}", format) : format;
}

Value date_value(base::Date date) {
    Value value{date, "yyyy\\-mm\\-dd", date.to_string()};
    if (date.year() < 1901 || date.year() > 9998) return words(value.shown);  // a sheet knows no such days
    return value;
}

bool is_end(const report::Content& content) { return number_of(content) || std::holds_alternative<base::Date>(content); }

}  // namespace

std::string ours(std::string_view english) { return std::string{base::translated(english)}; }

std::string ours(std::string_view english, std::initializer_list<std::string_view> parts) {
    return base::filled(base::translated(english), parts);
}

std::string literal(std::string_view text) {
    std::string out{'"'};
    for (const char c : text) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    return out + '"';
}

Value words(std::string_view text) {
    if (text.empty()) return {};
    std::string clean = cell_text(text);
    return {clean, {}, clean};
}

Value value_of(const report::Content& content) {
    if (const auto* date = std::get_if<base::Date>(&content)) return date_value(*date);
    const std::string text = shown(content);
    const auto number = number_of(content);
    if (!number || !std::isfinite(*number)) return words(text);
    const bool is_share = std::holds_alternative<report::Share>(content),
               is_money = std::holds_alternative<report::Money>(content);
    const bool is_change = std::holds_alternative<report::Points>(content) &&
                           std::get<report::Points>(content).form == report::Points::Form::change;
    return {*number, format_like(is_change && *number <= 0 ? "+" + text.substr(*number < 0 ? 1 : 0) : text, is_share, is_money),
            text};
}

bool takes_two_cells(const report::Range& range) {
    return is_end(range.from) && (is_end(range.to) || range.end == report::Range::End::open);
}

Value from_of(const report::Range& range) { return value_of(range.from); }

Value to_of(const report::Range& range) {
    if (range.end == report::Range::End::open) return words(ours("and above"));
    Value value = value_of(range.to);
    if (range.end == report::Range::End::excluded && value.is_number()) {
        const std::string pattern = ours("under {}");
        const std::size_t gap = std::min(pattern.find("{}"), pattern.size() - 2);
        value.number_format = quoted(pattern.substr(0, gap)) + value.number_format + quoted(pattern.substr(gap + 2));
        value.shown = base::filled(pattern, {value.shown});
    }
    return value;
}

}  // namespace je::render::xlsx
