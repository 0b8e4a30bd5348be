// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/words.hpp"

#include <fmt/format.h>

#include <variant>

#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "render/clean.hpp"
#include "render/values.hpp"

namespace je::render::html {

namespace {

/// U+FFFE and U+FFFF, which XML does not take, are U+FFFD.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (out.ends_with("\xEF\xBF") && (c == '\xBE' || c == '\xBF')) {
            out += '\xBD';
            continue;
        }
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

/// A minus where a hyphen begins a number, and a narrow no-break space before the percent sign.
std::string with_signs(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
        if (text[i] == '-' && begins && i + 1 < text.size() && base::is_digit(text[i + 1])) {
            out += "\u2212";
        } else if (text.substr(i).starts_with(" %")) {
            out += "\u202F";
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

bool is_words(const report::Content& value) {
    return std::holds_alternative<std::string>(value) || std::holds_alternative<report::Name>(value) ||
           std::holds_alternative<report::Level>(value) || std::holds_alternative<report::Band>(value);
}

std::string link_to(std::string_view target, std::string_view text) {
    return fmt::format("<a href=\"#{}\">{}</a>", target, words(text));
}

/// The relative address of a file (RFC 3986): it can lead nowhere else.
std::string address_of(std::string_view path) {
    std::string out{"./"};
    for (const char c : path) {
        const bool stays = base::is_letter(c) || base::is_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
        out += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string inline_of(const report::Content& value) {
    const auto* name = std::get_if<report::Name>(&value);
    if (name != nullptr && !name->section.empty()) return link_to(id_of(name->section), name->full);
    const std::string text = is_words(value) ? words(shown(value)) : number(shown(value));
    const bool is_ours = std::holds_alternative<report::Nothing>(value) && text.find(' ') != std::string::npos;
    return is_ours ? "<span class=\"whole\">" + text + "</span>" : text;  // no word of it breaks, however narrow the column
}

std::string inline_of(const report::Range& range) { return is_words(range.from) ? words(shown(range)) : number(shown(range)); }

std::string inline_of(const report::Link& link) {
    switch (link.to) {
        case report::Link::To::place:
            return fmt::format("<span class=\"place\">{}</span>", words(link.words));
        case report::Link::To::section:
            return link_to(id_of(link.target), link.words);
        case report::Link::To::file:
            return fmt::format("<a href=\"{}\">{}</a>", address_of(link.target), words(link.words));
    }
    return {};
}

/// Words of ours and of the data that stand in a row: the blanks between them stay.
std::string inline_of(const std::string& text) {
    if (text == " -> ") return " \u2192 ";  // no line ends within it
    const std::string inside = words(text);
    if (inside.empty()) return text.empty() ? "" : " ";
    return (text.front() == ' ' && inside.front() != ' ' ? " " : "") + inside +
           (text.back() == ' ' && inside.back() != ' ' ? " " : "");
}

}  // namespace

std::string words(std::string_view text) {
    const std::string line = one_line(text);
    const std::string shown = escaped(line);
    return base::isolated(line) == line ? shown : "<bdi>" + shown + "</bdi>";
}

std::string plain(std::string_view text) { return escaped(one_line(text)); }

std::string ours(std::string_view english) { return plain(base::translated(english)); }

std::string number(std::string_view text) { return plain(with_signs(text)); }

std::string inline_of(const report::Text& text) {
    std::string out;
    for (const report::Run& run : text.runs) out += std::visit([](const auto& one) { return inline_of(one); }, run);
    return out;
}

std::string inline_of(const report::Cell& cell) {
    return std::visit([](const auto& one) { return inline_of(one); }, cell.value);
}

std::string plain_of(const report::Text& text) { return number(shown(text)); }

std::string id_of(std::string_view id) {
    std::string out;
    for (const char c : id) {
        if (out.empty() && !base::is_letter(c)) out = "id__";
        out += base::is_letter(c) || base::is_digit(c) || c == '-' ? std::string(1, c)
                                                                   : fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string id_of(std::string_view kind, std::string_view id) { return std::string{kind} + "__" + id_of(id); }

}  // namespace je::render::html
