// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/odd.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/yaml/words.hpp"

namespace je::io {
namespace {

using Kind = OddCharacter::Kind;

struct Odd {
    std::string_view bytes;
    Kind kind;
    std::string_view name;
};

constexpr std::array<Odd, 45> odd_characters{{
    {"\xC2\xA0", Kind::blank, "a no-break space (U+00A0)"},
    {"\xE1\x9A\x80", Kind::blank, "an ogham space (U+1680)"},
    {"\xE2\x80\x80", Kind::blank, "an en quad (U+2000)"},
    {"\xE2\x80\x81", Kind::blank, "an em quad (U+2001)"},
    {"\xE2\x80\x82", Kind::blank, "an en space (U+2002)"},
    {"\xE2\x80\x83", Kind::blank, "an em space (U+2003)"},
    {"\xE2\x80\x84", Kind::blank, "a space of a third of an em (U+2004)"},
    {"\xE2\x80\x85", Kind::blank, "a space of a quarter of an em (U+2005)"},
    {"\xE2\x80\x86", Kind::blank, "a space of a sixth of an em (U+2006)"},
    {"\xE2\x80\x87", Kind::blank, "a figure space (U+2007)"},
    {"\xE2\x80\x88", Kind::blank, "a punctuation space (U+2008)"},
    {"\xE2\x80\x89", Kind::blank, "a thin space (U+2009)"},
    {"\xE2\x80\x8A", Kind::blank, "a hair space (U+200A)"},
    {"\xE2\x80\xAF", Kind::blank, "a narrow no-break space (U+202F)"},
    {"\xE2\x81\x9F", Kind::blank, "a mathematical space (U+205F)"},
    {"\xE3\x80\x80", Kind::blank, "an ideographic space (U+3000)"},
    {"\xC2\xAD", Kind::invisible, "a soft hyphen (U+00AD)"},
    {"\xE1\xA0\x8E", Kind::invisible, "a Mongolian vowel separator (U+180E)"},
    {"\xE2\x80\x8B", Kind::invisible, "a zero-width space (U+200B)"},
    {"\xE2\x80\x8C", Kind::invisible, "a zero-width non-joiner (U+200C)"},
    {"\xE2\x80\x8D", Kind::invisible, "a zero-width joiner (U+200D)"},
    {"\xE2\x81\xA0", Kind::invisible, "a word joiner (U+2060)"},
    {"\xEF\xBB\xBF", Kind::invisible, "a byte order mark (U+FEFF)"},
    {"\xE2\x80\x9C", Kind::opening_quote, "a curly quote (U+201C)"},
    {"\xE2\x80\x9E", Kind::opening_quote, "a low quote (U+201E)"},
    {"\xE2\x80\x9F", Kind::opening_quote, "a curly quote (U+201F)"},
    {"\xE2\x80\x98", Kind::opening_quote, "a curly quote (U+2018)"},
    {"\xE2\x80\x9A", Kind::opening_quote, "a low quote (U+201A)"},
    {"\xC2\xAB", Kind::opening_quote, "an angle quote (U+00AB)"},
    {"\xEF\xBC\x82", Kind::opening_quote, "a full-width quote (U+FF02)"},
    {"\xE2\x80\x9D", Kind::closing_quote, "a curly quote (U+201D)"},
    {"\xE2\x80\x99", Kind::closing_quote, "a curly quote (U+2019)"},
    {"\xC2\xBB", Kind::closing_quote, "an angle quote (U+00BB)"},
    {"\xE2\x80\xB3", Kind::closing_quote, "a double prime (U+2033)"},
    {"\xE2\x80\xB2", Kind::closing_quote, "a prime (U+2032)"},
    {"\xE2\x80\x90", Kind::dash, "a typographic hyphen (U+2010)"},
    {"\xE2\x80\x91", Kind::dash, "a no-break hyphen (U+2011)"},
    {"\xE2\x80\x92", Kind::dash, "a figure dash (U+2012)"},
    {"\xE2\x80\x93", Kind::dash, "an en dash (U+2013)"},
    {"\xE2\x80\x94", Kind::dash, "an em dash (U+2014)"},
    {"\xE2\x80\x95", Kind::dash, "a bar (U+2015)"},
    {"\xE2\x88\x92", Kind::dash, "a minus sign (U+2212)"},
    {"\xE2\x80\xA2", Kind::dash, "a bullet (U+2022)"},
    {"\xC2\xB7", Kind::dash, "a middle dot (U+00B7)"},
    {"\xEF\xBC\x8D", Kind::dash, "a full-width hyphen (U+FF0D)"},
}};

constexpr std::size_t longest_repeated = 200;  // bytes of a text that a fix repeats; it may never be cut

bool starts_quote(std::string_view text) { return odd_at(text, 0).is_quote(); }

/// How many bytes the quote takes that ends `text`; 0 when none does.
std::size_t ending_quote(std::string_view text) {
    if (text.ends_with('"')) return 1;
    for (const std::size_t bytes : {2U, 3U}) {
        if (text.size() > bytes && odd_at(text, text.size() - bytes).is_quote()) return bytes;
    }
    return 0;
}

}  // namespace

OddCharacter odd_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xC2) return {};
    const auto rest = text.substr(at, 3);
    for (const Odd& odd : odd_characters) {
        if (rest.starts_with(odd.bytes)) return {odd.kind, odd.bytes.size(), odd.name};
    }
    return {};
}

OddCharacter first_odd(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto odd = odd_at(text, at); odd.kind != Kind::none) return odd;
    }
    return {};
}

OddCharacter first_unseen(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto odd = odd_at(text, at);
        if (odd.kind == Kind::blank || odd.kind == Kind::invisible) return odd;
    }
    return {};
}

bool is_curly_quoted(std::string_view text) {
    const bool opens = starts_quote(text) || text.starts_with('"');
    const std::size_t open = text.starts_with('"') ? 1 : odd_at(text, 0).bytes;
    const std::size_t close = ending_quote(text);
    if (!opens || close == 0 || !(starts_quote(text) || close > 1) || text.size() <= open + close) return false;
    const auto inner = text.substr(open, text.size() - open - close);  // not “a” and “b”
    return inner.find(text.substr(0, open)) == std::string_view::npos && inner.find("\u201D") == std::string_view::npos;
}

std::string_view within_curly(std::string_view text) {
    const std::size_t open = text.starts_with('"') ? 1 : odd_at(text, 0).bytes;
    return text.substr(open, text.size() - open - ending_quote(text));
}

std::string without_odd(std::string_view text) {
    std::string seen;
    for (std::size_t at = 0; at < text.size();) {
        const auto odd = odd_at(text, at);
        const std::size_t bytes = std::max<std::size_t>(odd.bytes, 1);
        if (odd.kind == Kind::blank)
            seen += ' ';
        else if (odd.kind == Kind::dash)
            seen += '-';
        else if (odd.kind == Kind::none || odd.is_quote())
            seen += text.substr(at, bytes);
        at += bytes;
    }
    const auto begin = std::min(seen.find_first_not_of(' '), seen.size());
    const auto trimmed = std::string_view{seen}.substr(begin, seen.find_last_not_of(' ') + 1 - begin);
    return std::string{is_curly_quoted(trimmed) ? within_curly(trimmed) : trimmed};
}

std::string in_quotes(std::string_view text) {
    const std::string escaped = yaml_scalar(text);
    if (!escaped.starts_with('"')) return '"' + escaped + '"';
    const bool simple = escaped.size() == text.size() + 2;
    const bool only_quotes = escaped.find("\\u") == std::string::npos && escaped.find("\\n") == std::string::npos &&
                             escaped.find("\\t") == std::string::npos && text.find('\'') == std::string_view::npos;
    return simple || !only_quotes ? escaped : '\'' + std::string{text} + '\'';
}

std::optional<std::string> single_quote_fix(std::string_view key, std::string_view text) {
    if (text.size() > longest_repeated || text.find('\'') != std::string_view::npos) return std::nullopt;
    return fmt::format("write {}{}'{}'", key, key.empty() ? "" : ": ", text);
}

std::string quote_fix(std::string_view key, std::string_view text) {
    const std::string before = key.empty() ? "" : fmt::format("{}: ", key);
    if (text.size() <= longest_repeated) return fmt::format("write {}{}", before, in_quotes(text));
    if (text.find_first_of("\"\\") == std::string_view::npos) return "put the whole text between two double quotes (\")";
    return "put the whole text between two single quotes ('), and write '' for each apostrophe in it";
}

}  // namespace je::io
