// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/confusables.hpp"
#include "base/hidden.hpp"
#include "base/utf8.hpp"
#include "je/base/characters.hpp"
#include "je/base/text.hpp"

namespace je::base {

namespace {

constexpr int undone = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What utf8proc makes of a text; the text itself where that is nothing (it is not valid, or there is no memory).
std::string mapped(std::string_view text, int how) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, static_cast<utf8proc_option_t>(how));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{made, &std::free};
    if (size < 0) return std::string{text};
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

const Confusable* confusable(std::uint32_t code) {
    const auto* const found = std::lower_bound(confusables.begin(), confusables.end(), code,
                                               [](const Confusable& entry, std::uint32_t c) { return entry.code < c; });
    return found != confusables.end() && found->code == code ? found : nullptr;
}

std::string in_ascii_letters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        const std::size_t bytes = std::max<std::size_t>(character.bytes, 1);
        if (const auto* const known = character.bytes > 1 ? confusable(character.code) : nullptr) {
            out.push_back(known->looks_like);
        } else if (!is_hidden(character.code)) {  // a few that utf8proc does not take away
            out += text.substr(at, bytes);
        }
        at += bytes;
    }
    return out;
}

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What `finished` makes of plain ASCII, as most ids are.
std::string finished_ascii(std::string_view text) {
    std::string look;
    look.reserve(text.size());
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            look.push_back(ascii_lower(c));
        } else if (!look.empty() && look.back() != ' ') {
            look.push_back(' ');
        }
    }
    if (!look.empty() && look.back() == ' ') look.pop_back();
    return look;
}

std::string finished(std::string_view text) {
    std::string look = in_ascii_letters(text);
    std::transform(look.begin(), look.end(), look.begin(), ascii_lower);
    return trimmed(with_single_blanks(look));
}

/// The first character of `text` that `found` holds for.
template <class Found>
std::optional<std::uint32_t> first_character(std::string_view text, Found&& found) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        if (character.bytes > 0 && found(character.code)) return character.code;
        at += std::max<std::size_t>(character.bytes, 1);
    }
    return std::nullopt;
}

}  // namespace

std::array<std::string, 2> looks_of(std::string_view text) {
    if (is_ascii(text)) {
        auto look = finished_ascii(text);
        return {look, look};
    }
    const std::string as_written = in_ascii_letters(mapped(text, undone));
    return {finished(mapped(text, undone | UTF8PROC_CASEFOLD)), finished(mapped(as_written, undone | UTF8PROC_CASEFOLD))};
}

std::string difference_of(std::string_view text, std::string_view other) {
    for (const std::string_view one : {text, other}) {
        if (const auto hidden = first_character(one, is_hidden)) return character_name(*hidden) + ", which shows nothing";
    }
    constexpr int composed = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    if (mapped(text, composed) == mapped(other, composed)) return "whether letter and accent are one character or two";
    const auto spaced = [](std::string_view one) { return trimmed(with_single_blanks(one)); };
    if (spaced(text) == spaced(other)) return "blanks";
    if (mapped(text, composed | UTF8PROC_CASEFOLD) == mapped(other, composed | UTF8PROC_CASEFOLD))
        return "capitals and small letters";
    for (const std::string_view one : {text, other}) {
        const auto foreign = first_character(one, [](std::uint32_t code) { return confusable(code) != nullptr; });
        if (foreign) return character_name(*foreign) + ", which looks like '" + confusable(*foreign)->looks_like + "'";
    }
    return "characters that look the same";
}

std::string fix_of_spelling(std::string_view written, std::string_view meant) {
    const std::string fix = std::string{"write '"}.append(meant).append("'");
    if (is_ascii(written) || looks_of(written)[1] != looks_of(meant)[1]) return fix;
    return fix + "; what stands there differs in " + difference_of(written, meant);
}

Diagnostic looks_alike(std::string_view what, std::string_view called, std::string_view text, const SourcePosition& at,
                       std::string_view earlier, const SourcePosition& earlier_at) {
    const auto quoted = [](std::string_view one) { return std::string{"'"}.append(one).append("'"); };
    const std::string place = earlier_at.known() ? std::string{" ("}.append(earlier_at.file_and_line()).append(")") : "";
    return {.id = "JE-K01",
            .at = at,
            .message = std::string{what} + " " + quoted(text) + " looks like " + quoted(earlier) + place +
                       " and is another; they differ in " + difference_of(text, earlier),
            .expected = std::string{called} + "s that can be told apart by eye",
            .fix = "if the same is meant, write both the same way; if not, give one of them another " + std::string{called} +
                   ", unless both are as published",
            .severity = Severity::warning};
}

const LookAlikes::Earlier* LookAlikes::add(std::string_view text, const SourcePosition& at) {
    const Earlier* earlier = nullptr;
    for (const std::string& look : looks_of(text)) {
        const auto [found, is_new] = by_look_.try_emplace(look, Earlier{std::string{text}, at});
        if (!is_new && found->second.text != text && earlier == nullptr) earlier = &found->second;
    }
    return earlier;
}

}  // namespace je::base
