// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/clean.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "je/base/text.hpp"

namespace je::render {

std::string valid_utf8(std::string_view text) {
    std::string result;
    while (const auto bad = base::first_invalid_utf8(text)) {
        result += text.substr(0, *bad);
        result += "\xEF\xBF\xBD";
        text.remove_prefix(*bad + 1);
    }
    result += text;
    return result;
}

std::string clean(std::string_view text) { return base::with_hidden_shown(base::without_controls(valid_utf8(text))); }

std::string one_line(std::string_view text) { return base::with_single_blanks(clean(text)); }

std::string indented(std::string_view text) {
    const auto indent = std::min(text.find_first_not_of(' '), text.size());
    return std::string(indent, ' ') + one_line(text.substr(indent));
}

void append_decimal(std::string& out, base::Decimal value) {
    if (!value.is_whole()) {
        out += value.to_string();
        return;
    }
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.units() / base::Decimal::units_per_one);
    out.append(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
}

}  // namespace je::render
