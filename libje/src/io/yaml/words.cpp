// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "base/utf8.hpp"
#include "io/yaml/keys.hpp"
#include "io/yaml/odd.hpp"
#include "je/base/date.hpp"
#include "je/base/text.hpp"
#include "model/scheme/rule_lists.hpp"

namespace je::io {
namespace {

constexpr std::size_t shown_characters = 60;
constexpr std::uint32_t not_a_character = 0xFFFD;
constexpr std::size_t longest_safe_number = 15;  // digits; a reader that takes numbers for doubles keeps that many

using base::continues_character;
using base::is_digit;
using base::is_letter;

bool is_reserved_word(std::string_view text) {
    static constexpr std::array<std::string_view, 10> words{"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~"};
    return text.size() <= 5 && std::find(words.begin(), words.end(), base::in_small_letters(text)) != words.end();
}

bool is_non_finite(std::string_view unsigned_text) {
    if (unsigned_text.size() != 4) return false;
    const std::string word = base::in_small_letters(unsigned_text);
    return word == ".nan" || word == ".inf";
}

/// 0x1F, 0o17, 0b101.
bool has_number_prefix(std::string_view text) {
    return text.size() > 2 && text[0] == '0' &&
           (text[1] == 'x' || text[1] == 'X' || text[1] == 'o' || text[1] == 'O' || text[1] == 'b' || text[1] == 'B') &&
           text.find_first_not_of("0123456789abcdefABCDEF_", 2) == std::string_view::npos;
}

/// 12:30, 1:30:15.5: numbers to the base of sixty in YAML 1.1.
bool is_sexagesimal(std::string_view text) {
    return is_digit(text.front()) && text.find(':') != std::string_view::npos &&
           text.find_first_not_of("0123456789:._") == std::string_view::npos;
}

/// Digits with underscores, a point or an exponent, which readers take for a number and print in another way; leading zeros.
bool is_changeable_number(std::string_view text) {
    const auto mantissa = text.substr(0, text.find_first_of("eE"));
    const bool has_digit = mantissa.find_first_of("0123456789") != std::string_view::npos;
    if (!has_digit || mantissa.find_first_not_of("0123456789._") != std::string_view::npos || mantissa.front() == '_')
        return false;
    if (mantissa.size() == text.size()) {
        const bool only_digits = text.find_first_of("._") == std::string_view::npos;
        const auto points = std::count(text.begin(), text.end(), '.');
        return only_digits ? text.size() > longest_safe_number || (text.size() > 1 && text.front() == '0') : points <= 1;
    }
    auto exponent = text.substr(mantissa.size() + 1);
    if (exponent.starts_with('+') || exponent.starts_with('-')) exponent.remove_prefix(1);
    return std::count(mantissa.begin(), mantissa.end(), '.') <= 1 && !exponent.empty() &&
           exponent.find_first_not_of("0123456789_") == std::string_view::npos;
}

/// Letters beyond ASCII: all but spaces, invisible characters and those that turn the direction of writing.
bool is_foreign_letter(std::uint32_t c) {
    const bool blank = c < 0xA1 || c == 0xAD || c == 0x1680 || c == 0x3000 || c == 0xFEFF;
    const bool invisible =
        (c >= 0x2000 && c <= 0x206F) || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFFF0 && c <= 0xFFFF) || c >= 0xE0000;
    return !blank && !invisible;
}

bool is_letter_or_digit_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) return is_letter(c) || is_digit(c);
    return continues_character(c) || is_foreign_letter(base::decode_utf8(text, at).code);
}

}  // namespace

std::string shown_text(std::string_view text) {
    if (text.size() > 4 * shown_characters) text = text.substr(0, 4 * shown_characters);
    std::size_t end = 0;
    for (std::size_t n = 0; end < text.size(); ++end) {
        if (!continues_character(text[end]) && ++n > shown_characters) break;
    }
    const bool cut = end < text.size() || text.size() == 4 * shown_characters;
    while (cut && end > 0 && end < text.size() && continues_character(text[end])) {
        --end;
    }
    std::string result = base::without_controls(text.substr(0, end));
    return cut ? result + "..." : result;
}

bool changed_by_readers(std::string_view text) {
    if (text.empty()) return true;
    if (is_reserved_word(text)) return true;
    const bool sign = text.front() == '-' || text.front() == '+';
    const auto digits = text.substr(sign ? 1 : 0);
    if (digits.empty()) return false;
    if (is_non_finite(digits) || has_number_prefix(digits) || is_sexagesimal(digits) || is_changeable_number(digits))
        return true;
    const bool whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
    return sign && whole && (text.front() == '+' || digits == "0");
}

bool has_code_characters(std::string_view text) {
    if (text.empty() || text.back() == ' ' || !is_letter_or_digit_at(text, 0)) return false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool space = text[at] == ' ' && text[at - 1] != ' ';
        const bool sign = std::string_view{"-_./+&'()"}.find(text[at]) != std::string_view::npos;
        if (!space && !sign && !is_letter_or_digit_at(text, at)) return false;
    }
    return true;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

namespace {

/// Characters that are line ends to some readers, invisible, or turn the direction of writing.
bool must_be_escaped(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// The character at `at`; a byte that is none by itself.
base::DecodedCharacter character(std::string_view text, std::size_t at) {
    const auto decoded = base::decode_utf8(text, at);
    return decoded.bytes > 0 ? decoded : base::DecodedCharacter{not_a_character, 1};
}

std::string escape(std::uint32_t c) {
    switch (c) {
        case '\n':
            return "\\n";
        case '\t':
            return "\\t";
        case '\r':
            return "\\r";
        default:
            return fmt::format("\\u{:04X}", c);
    }
}

bool reads_as_number_or_date(std::string_view text) {
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    const bool whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
    return whole || changed_by_readers(text) || base::Date::parse(text).has_value();
}

/// Whether every YAML reader takes bare `text` for this very text, in a list or map of either style.
bool can_stand_bare(std::string_view text) {
    if (text.empty() || text.back() == ' ' || reads_as_number_or_date(text)) return false;
    if (!is_letter(text.front()) && !is_digit(text.front()) && static_cast<unsigned char>(text.front()) < 0x80) return false;
    if (odd_at(text, 0).kind != OddCharacter::none) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = character(text, at);
        const bool word = is_letter(text[at]) || is_digit(text[at]) || (c.code >= 0x80 && !must_be_escaped(c.code));
        if (!word && std::string_view{" -_./+&'()%;=!<>"}.find(text[at]) == std::string_view::npos) return false;
        at += c.bytes;
    }
    return true;
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
    if (can_stand_bare(text)) return std::string{text};
    std::string quoted = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto c = character(text, at);
        if (must_be_escaped(c.code)) {
            quoted += escape(c.code);
        } else {
            if (text[at] == '"' || text[at] == '\\') quoted += '\\';
            quoted += text.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return quoted + '"';
}

namespace {

constexpr std::array<std::string_view, 27> text_keys{
    "title",      "name",         "note",    "notes",  "quote",     "disputed",         "summary",   "help",
    "definition", "text",         "message", "reason", "rationale", "argument",         "owner",     "licence",
    "source",     "organisation", "kind",    "post",   "period",    "connected_to_job", "argued_by", "url",
    "section",    "version",      "short"};

}  // namespace

bool is_known_key(std::string_view word) {
    const auto has_it = [&](std::span<const std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const auto lists = model::rule_lists();
    return has_it(model::convention_list().keys) ||
           std::any_of(keys::all.begin(), keys::all.end(), [&](const YamlKeys* map) { return has_it(map->words()); }) ||
           std::any_of(lists.begin(), lists.end(), [&](const model::RuleList& list) { return has_it(list.keys); });
}

bool is_text_key(std::string_view key) { return std::find(text_keys.begin(), text_keys.end(), key) != text_keys.end(); }

}  // namespace je::io
