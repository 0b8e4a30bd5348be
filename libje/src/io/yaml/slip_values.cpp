// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "io/yaml/slips.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {

bool is_blank_sign(char c) { return c == ' ' || c == '\t'; }

std::size_t end_of_line(std::string_view text, std::size_t at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[end - 1] == '\r') --end;
    return end;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    const auto line_feed = text.find('\n', at);
    return line_feed == npos ? text.size() : line_feed + 1;
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
        if (odd_at(text, at + 1).is_unseen()) return at;
    }
    return npos;
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
    return npos;
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

namespace {

/// "C:\dir\", "\\\\server\": what is kept on a computer.
bool is_path(std::string_view text) {
    return text.starts_with("\\\\") || (text.size() > 2 && text.substr(1).starts_with(":\\"));
}

}  // namespace

std::size_t unknown_escape_in(std::string_view text, Stretch value) {
    if (text[value.begin] != '"') return npos;
    for (std::size_t at = value.begin + 1; at + 1 < value.end; ++at) {
        if (text[at] != '\\') continue;
        const char next = text[at + 1];
        if (std::string_view{"0abt\tnvfre \"/\\NLPxuU"}.find(next) == npos) return at;
        if (next == '"' && at + 2 == value.end && is_path(text.substr(value.begin + 1, value.size() - 2))) return at;
        ++at;
    }
    return npos;
}

namespace {

std::size_t word_end(std::string_view text, Stretch part) {
    std::size_t at = part.begin;
    while (at < part.end && (text[at] == '_' || (text[at] >= 'a' && text[at] <= 'z'))) ++at;
    return at;
}

std::size_t skip_blanks(std::string_view text, Stretch part) {
    while (part.begin < part.end && is_blank_sign(text[part.begin])) ++part.begin;
    return part.begin;
}

}  // namespace

bool begins_map(std::string_view text, Stretch part) {
    if (part.begin < part.end && text[part.begin] == '{') ++part.begin;
    part.begin = skip_blanks(text, part);
    const std::size_t word = word_end(text, part);
    return word < part.end && text[word] == ':' && is_known_key(text.substr(part.begin, word - part.begin));
}

bool begins_text(std::string_view text, Stretch part) {
    const auto inner = text.substr(part.begin + 1, part.size() - 1);
    return inner.find_first_of(":{[") == npos;
}

Stretch other_colon_after(std::string_view text, Stretch part) {
    const std::size_t begin = skip_blanks(text, part);
    const auto rest = text.substr(begin, part.end - begin);
    const bool arrow = rest.starts_with("->") || rest.starts_with("=>");
    const std::size_t bytes = arrow                                                      ? 2
                              : rest.starts_with('=')                                    ? 1
                              : rest.starts_with("\uFF1A") || rest.starts_with("\u2192") ? 3
                                                                                         : 0;
    if (bytes == 0 || rest.size() == bytes || rest[bytes] == '=') return {part.begin, part.begin};
    return {begin, skip_blanks(text, {begin + bytes, part.end})};
}

bool begins_with_reserved(std::string_view value) {
    const char c = value.front();
    if (c == '&' || c == '!') return value.size() == 1 || is_blank_sign(value[1]);
    if (c == '*') return value.find(' ') != npos;
    return std::string_view{"@`%|>"}.find(c) != npos;
}

std::size_t number_mark(std::string_view text, Stretch part) {
    std::size_t at = part.begin;
    while (at < part.end && base::is_digit(text[at])) ++at;
    if (at == part.begin || at + 1 >= part.end || (text[at] != '.' && text[at] != ')') || text[at + 1] != ' ') return 0;
    const std::size_t next = skip_blanks(text, {at + 1, part.end});
    return begins_map(text, {next, part.end}) ? at + 1 - part.begin : 0;
}

std::size_t known_key_before(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t word = end;
    while (word > begin && (text[word - 1] == '_' || (text[word - 1] >= 'a' && text[word - 1] <= 'z'))) --word;
    const bool alone = word == begin || is_blank_sign(text[word - 1]);
    return alone && is_known_key(text.substr(word, end - word)) ? word : npos;
}

bool is_word_sign(char c) { return base::is_letter(c) || base::is_digit(c) || c == '_' || c == '-' || c == '.'; }

bool ends_flow_value(char c) { return c == ',' || c == ']' || c == '}'; }

bool is_entry(std::string_view text, Stretch part) {
    std::size_t at = part.begin;
    while (at < part.end && is_blank_sign(text[at])) ++at;
    if (at >= part.end) return true;
    const bool quoted = text[at] == '"' || text[at] == '\'';
    const std::size_t word = at + (quoted ? 1 : 0);
    at = word;
    while (at < part.end && is_word_sign(text[at])) ++at;
    if (at == word) return false;
    if (at < part.end && text[at] == ':' && is_known_key(text.substr(word, at - word))) return true;
    if (quoted && at < part.end) ++at;
    while (at < part.end && is_blank_sign(text[at])) ++at;
    return at < part.end && text[at] == ':' && colon_in(text, {at, part.end}) == at;
}

Stretch key_before_number(std::string_view text, Stretch part) {
    while (part.begin < part.end && is_blank_sign(text[part.begin])) ++part.begin;
    part = trimmed(text, part);
    std::size_t word = part.begin;
    while (word < part.end && is_word_sign(text[word])) ++word;
    std::size_t at = word;
    while (at < part.end && is_blank_sign(text[at])) ++at;
    auto value = text.substr(at, part.end - at);
    const bool quoted = value.size() > 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (quoted) value = value.substr(1, value.size() - 2);
    const bool number = at > word && !value.empty() && value.size() <= 4 && base::is_digit(value.front()) &&
                        std::all_of(value.begin(), value.end(), is_word_sign);
    if (word == part.begin || base::is_digit(text[part.begin]) || !number) return {part.begin, part.begin};
    return {part.begin, word};
}

bool is_figures(std::string_view text, Stretch part) {
    const auto figures = text.substr(part.begin, part.size());
    return !figures.empty() && base::is_digit(figures.front()) && figures.find_first_not_of("0123456789.") == npos;
}

std::size_t lone_question_mark(std::string_view text, Stretch value) {
    for (std::size_t at = value.begin; at < value.end; ++at) {
        if (text[at] == '?' && (at + 1 == value.end || is_blank_sign(text[at + 1]))) return at;
    }
    return value.end;
}

std::size_t end_of_plain(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end && !ends_flow_value(text[at])) ++at;
    return at;
}

std::size_t segment_end(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end && !ends_flow_value(text[at]) && text[at] != '{' && text[at] != '[') ++at;
    return at;
}

std::size_t next_entry(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (text[at] != ',') continue;
        const auto colon = text.substr(0, end).find(':', at);
        if (colon == npos) return npos;
        if (known_key_before(text, at, colon) != npos && is_entry(text, {at + 1, end})) return at;
    }
    return npos;
}

Stretch without_closing(std::string_view text, Stretch value) {
    const auto written = text.substr(value.begin, value.size());
    auto more = std::count_if(written.begin(), written.end(), [](char c) { return c == '}' || c == ']'; }) -
                std::count_if(written.begin(), written.end(), [](char c) { return c == '{' || c == '['; });
    while (more > 0 && value.size() > 1 && std::string_view{"}] \t"}.find(text[value.end - 1]) != npos) {
        if (!is_blank_sign(text[value.end - 1])) --more;
        --value.end;
    }
    return value;
}

}  // namespace je::io
