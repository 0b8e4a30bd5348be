// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"

namespace je::base {

namespace {

/// C0, DEL and C1: what a terminal obeys.
bool is_control(std::uint32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    each_character(text, [&](const DecodedCharacter& character, std::string_view bytes) {
        if (character.code == '\t' || character.code == '\n') {
            clean += ' ';
        } else if (character.bytes == 0 || is_control(character.code)) {
            clean += replacement;
        } else {
            clean += bytes;
        }
    });
    return clean;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(' ', at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t columns = display_width(word);
        if (!lines.empty() && used + 1 + columns <= width) {
            lines.back().append(1, ' ').append(word);
            used += 1 + columns;
        } else {
            lines.emplace_back(word);
            used = columns;
        }
        at = end;
    }
    return lines;
}

std::vector<std::string> parts_between(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string list_in_words(std::span<const std::string> words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 == words.size()) {
            text.append(1, ' ').append(last).append(1, ' ');
        } else if (i > 0) {
            text += ", ";
        }
        text += words[i];
    }
    return text;
}

std::string quoted_list(std::span<const std::string> words, std::string_view last) {
    std::vector<std::string> quoted;
    for (const std::string& word : words) quoted.push_back('\'' + word + '\'');
    return list_in_words(quoted, last);
}

std::string counted(std::size_t n, std::string_view singular, std::string_view plural) {
    return std::to_string(n) + ' ' + std::string{n == 1 ? singular : plural};
}

std::optional<std::uint64_t> parse_whole(std::string_view text, std::uint64_t largest) {
    if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (value > (largest - std::min(largest, digit)) / 10) return std::nullopt;
        value = value * 10 + digit;
    }
    return value <= largest ? std::optional{value} : std::nullopt;
}

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

std::uint64_t eight_at(const char* from) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, sizeof eight);
    return eight;
}

/// Steps over plain ASCII bytes, 32 and then eight at a time.
std::size_t after_ascii(std::string_view text, std::size_t at) {
    const char* const all = text.data();
    for (; at + 32 <= text.size(); at += 32) {
        const char* const from = all + at;
        if (((eight_at(from) | eight_at(from + 8) | eight_at(from + 16) | eight_at(from + 24)) & high_bits) != 0) break;
    }
    while (at + 8 <= text.size() && (eight_at(all + at) & high_bits) == 0) at += 8;
    return at;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    utf8proc_int32_t code = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                        static_cast<utf8proc_ssize_t>(rest.size()), &code);
    if (bytes <= 0) return {};
    return {static_cast<std::uint32_t>(code), static_cast<std::size_t>(bytes)};
}

void append_utf8(std::string& out, std::uint32_t code) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
    out.append(bytes.begin(), bytes.begin() + count);
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = after_ascii(text, 0);
    while (at < text.size()) {
        const std::size_t bytes = decode_utf8(text, at).bytes;
        if (bytes == 0) return at;
        at = after_ascii(text, at + bytes);
    }
    return std::nullopt;
}

namespace {

constexpr std::uint32_t first_combining = 0x0300;

/// Planes 2 and 3 are wide throughout, what is not yet assigned too (UAX #11).
bool is_in_wide_plane(std::uint32_t code) { return code >= 0x20000 && code <= 0x3FFFD; }

/// Hangul vowels and finals, which join the letter before them.
bool joins_hangul(std::uint32_t code) { return code >= 0x1160 && code <= 0x11FF; }

/// As terminals have it. utf8proc gives no column to marks that take room, to format characters that are seen, and to controls.
std::size_t columns_of(std::uint32_t code) {
    if (code < first_combining) return 1;
    const auto character = static_cast<utf8proc_int32_t>(code);
    const auto* const property = utf8proc_get_property(character);
    const bool mark = property->category == UTF8PROC_CATEGORY_MN || property->category == UTF8PROC_CATEGORY_ME;
    if (mark || property->ignorable || joins_hangul(code)) return code == 0x115F ? 2 : 0;
    return utf8proc_charwidth(character) == 2 || is_in_wide_plane(code) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    each_character(text, [&](const DecodedCharacter& character, std::string_view) {
        columns += character.bytes == 0 ? 1 : columns_of(character.code);
    });
    return columns;
}

}  // namespace je::base
