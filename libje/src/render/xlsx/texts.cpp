// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/gaps.hpp"
#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "render/clean.hpp"

namespace je::render::xlsx {

namespace {

/// Of a character, by its first byte.
std::size_t bytes_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_hex(char c) { return base::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether a text begins with what a workbook takes for a character: "_x0041_".
bool begins_an_escape(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

/// Without what XML cannot hold (U+FFFE and U+FFFF; control characters are gone) and what would be read as an escape.
std::string escaped_for_xml(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            out += rest[2] == '\xBE' ? "<U+FFFE>" : "<U+FFFF>";
            i += 2;
        } else {
            if (begins_an_escape(rest)) out += "_x005F";
            out.push_back(text[i]);
        }
    }
    return out;
}

/// What case takes away from a name, for comparing.
std::string folded(std::string_view name) { return base::looks_of(name).front(); }

std::string trimmed(std::string_view name) {
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    return std::string{name};
}

/// Cut behind a word where there is one.
std::string shortened(std::string_view name) {
    const std::string_view start = beginning(name, longest_name);
    if (start.size() == name.size()) return std::string{name};
    const auto space = name[start.size()] == ' ' ? start.size() : start.rfind(' ');
    return trimmed(start.substr(0, space == std::string_view::npos || space < longest_name / 2 ? start.size() : space));
}

}  // namespace

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        if (!base::continues_character(c)) units += bytes_of(c) == 4 ? 2 : 1;
    }
    return units;
}

std::string_view beginning(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t bytes = bytes_of(text[at]);
        const std::size_t takes = bytes == 4 ? 2 : 1;
        if (takes > units) break;
        units -= takes;
        at += bytes;
    }
    return text.substr(0, at);
}

std::string cell_text(std::string_view text) {
    const auto is_simple = [](char c) { return c >= ' ' && c <= '~' && c != '_' && c != '<'; };
    if (text.size() <= longest_text && std::all_of(text.begin(), text.end(), is_simple)) return std::string{text};
    std::string whole = escaped_for_xml(clean(text));
    const std::size_t units = utf16_units(whole);
    if (units <= longest_text) return whole;
    const std::string said =
        " " +
        base::filled(base::translated("[cut: a cell holds {} characters, and this text has {}; the JSON result has all of it]"),
                     {std::to_string(longest_text), std::to_string(units)});
    return std::string{beginning(whole, longest_text - said.size())} + said;
}

std::string margin_text(std::string_view text) {
    std::string out;
    const std::string plain = escaped_for_xml(one_line(text));
    for (const char c : beginning(plain, 200)) {
        if (c == '&') out.push_back('&');
        out.push_back(c);
    }
    return std::string{beginning(out, 220)};
}

std::string SheetNames::name_for(std::string_view wished) {
    std::string plain = clean(wished);
    if (const auto colon = plain.find(": "); utf16_units(plain) > longest_name && colon != std::string::npos)
        plain.resize(colon);
    const std::string said = std::exchange(plain, {});
    for (std::size_t i = 0; i < said.size(); ++i) {
        const bool is_refused = std::string_view{"[]:*?/\\"}.find(said[i]) != std::string_view::npos;
        if (said[i] == '\'') {
            plain += "\u2019";  // in formulas the other one ends the name
        } else {
            plain.push_back(is_refused || begins_an_escape(std::string_view{said}.substr(i)) ? ' ' : said[i]);
        }
    }
    plain = escaped_for_xml(plain);
    plain = base::with_single_blanks(plain);
    plain = trimmed(plain);
    if (plain.empty()) plain = "Sheet";
    if (folded(plain) == "history") plain = "Sheet " + plain;  // Excel keeps "History" for itself
    std::string name = shortened(plain);
    for (int n = 2; !taken_.insert(folded(name)).second; ++n) {
        const std::string behind = fmt::format(" ({})", n);
        name = trimmed(beginning(plain, longest_name - behind.size())) + behind;
    }
    return name;
}

}  // namespace je::render::xlsx
