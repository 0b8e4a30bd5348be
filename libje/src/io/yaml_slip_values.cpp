// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_slip_values.hpp"

#include <algorithm>

#include "io/yaml_known_keys.hpp"

namespace je::io {

bool is_blank_sign(char c) { return c == ' ' || c == '\t'; }

std::size_t end_of_line(std::string_view text, std::size_t at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[end - 1] == '\r') --end;
    return end;
}

Stretch trimmed(std::string_view text, Stretch part) {
    while (part.end > part.begin && is_blank_sign(text[part.end - 1])) --part.end;
    return part;
}

std::size_t comment_in(std::string_view text, Stretch part) {
    for (std::size_t at = part.begin + 1; at < part.end; ++at) {
        if (text[at] == '#' && is_blank_sign(text[at - 1])) return at;
    }
    return part.end;
}

std::size_t colon_in(std::string_view text, Stretch part) {
    for (std::size_t at = part.begin; at < part.end; ++at) {
        if (text[at] != ':') continue;
        if (at + 1 == part.end || is_blank_sign(text[at + 1])) return at;
        const auto odd = odd_at(text, at + 1);
        if (odd.kind == OddCharacter::blank || odd.kind == OddCharacter::invisible) return at;
    }
    return std::string_view::npos;
}

std::size_t close_of_quote(std::string_view text, Stretch part) {
    const char quote = text[part.begin];
    for (std::size_t at = part.begin + 1; at < part.end; ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= part.end || text[at + 1] != quote) return at + 1;
            ++at;
        }
    }
    return std::string_view::npos;
}

std::string meant_by_quoted(std::string_view text, Stretch value, std::size_t close) {
    const char quote = text[value.begin];
    const auto whole = text.substr(value.begin, value.size());
    const bool opens_again = quote == '"' && whole.ends_with('"') && is_blank_sign(text[close - 2]) == false;
    if (!whole.ends_with(quote) || whole.size() < 3 || opens_again) return std::string{whole};
    std::string inner;
    for (std::size_t at = 1; at + 1 < whole.size(); ++at) {
        inner += whole[at];
        if (quote == '\'' && whole[at] == quote && whole[at + 1] == quote && at + 2 < whole.size()) ++at;
    }
    return inner;
}

std::size_t known_key_before(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t word = end;
    while (word > begin && (text[word - 1] == '_' || (text[word - 1] >= 'a' && text[word - 1] <= 'z'))) --word;
    const bool alone = word > begin && is_blank_sign(text[word - 1]);
    return alone && is_known_key(text.substr(word, end - word)) ? word : std::string_view::npos;
}

}  // namespace je::io
