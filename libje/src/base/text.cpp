// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/text.hpp"

#include <algorithm>

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
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decode_utf8(text, at);
        const std::size_t bytes = std::max<std::size_t>(character.bytes, 1);
        if (character.code == '\t' || character.code == '\n') {
            clean += ' ';
        } else if (character.bytes == 0 || is_control(character.code)) {
            clean += replacement;
        } else {
            clean += text.substr(at, bytes);
        }
        at += bytes;
    }
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

std::string quoted_list(std::span<const std::string> words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            if (i + 1 == words.size()) {
                text.append(1, ' ').append(last).append(1, ' ');
            } else {
                text += ", ";
            }
        }
        text += '\'' + words[i] + '\'';
    }
    return text;
}

std::string list_in_words(std::span<const std::string> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text.append(i + 1 == words.size() ? " and " : ", ");
        text.append(words[i]);
    }
    return text;
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

}  // namespace je::base
