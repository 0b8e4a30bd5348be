// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace je::base {

namespace {

struct Named {
    std::uint32_t code;
    std::string_view name;
};

constexpr std::array<Named, 14> misleading{{{0x061C, "Arabic letter mark"},
                                            {0x200E, "left-to-right mark"},
                                            {0x200F, "right-to-left mark"},
                                            {0x2028, "line separator"},
                                            {0x2029, "paragraph separator"},
                                            {0x202A, "left-to-right embedding"},
                                            {0x202B, "right-to-left embedding"},
                                            {0x202C, "pop directional formatting"},
                                            {0x202D, "left-to-right override"},
                                            {0x202E, "right-to-left override"},
                                            {0x2066, "left-to-right isolate"},
                                            {0x2067, "right-to-left isolate"},
                                            {0x2068, "first strong isolate"},
                                            {0x2069, "pop directional isolate"}}};

const Named* named(std::uint32_t code) {
    const auto* const found =
        std::find_if(misleading.begin(), misleading.end(), [&](const Named& entry) { return entry.code == code; });
    return found == misleading.end() ? nullptr : found;
}

const utf8proc_property_t& property_of(std::uint32_t code) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
}

std::string hexadecimal(std::uint32_t code) {
    std::string digits;
    for (; code > 0 || digits.size() < 4; code >>= 4U) digits.insert(digits.begin(), "0123456789ABCDEF"[code & 0xFU]);
    return digits;
}

bool is_joiner(std::uint32_t code) { return code == 0x200C || code == 0x200D; }
bool is_variation_selector(std::uint32_t code) {
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}
bool is_tag(std::uint32_t code) { return code >= 0xE0020 && code <= 0xE007F; }

/// Letters of Arabic and of the scripts of South and Central Asia, in which joiners change how a word is written, and emoji.
bool may_be_joined(std::uint32_t code) {
    if (is_hidden(code)) return false;
    const bool letter =
        (code >= 0x0600 && code <= 0x109F) || (code >= 0x1780 && code <= 0x18AF) || (code >= 0xA800 && code <= 0xABFF);
    const auto category = property_of(code).category;
    return letter || category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SK;
}

/// What stands around a character of a text, for those that belong to a sign made of several.
struct Neighbours {
    std::uint32_t before = 0;  // the last that is no variation selector and no tag
    std::uint32_t after = 0;
};

/// Whether a hidden character does what it is for.
bool is_at_home(std::uint32_t code, const Neighbours& around) {
    constexpr std::uint32_t keycap = 0x20E3;
    constexpr std::uint32_t black_flag = 0x1F3F4;
    constexpr std::uint32_t first_symbol = 0x2000;
    if (is_joiner(code)) return may_be_joined(around.before) && may_be_joined(around.after);
    if (is_tag(code)) return around.before == black_flag;
    const bool mongolian = code >= 0x180B && code <= 0x180F;
    if (mongolian) return around.before >= 0x1800 && around.before <= 0x18AF;
    if (!is_variation_selector(code)) return false;
    const bool sign =
        around.before == 0xA9 || around.before == 0xAE || (around.before >= first_symbol && !is_hidden(around.before));
    return sign || around.after == keycap;
}

bool is_blank(std::uint32_t code) {
    return code == '\t' || code == '\n' || code == '\r' || property_of(code).category == UTF8PROC_CATEGORY_ZS;
}

bool is_right_to_left(std::uint32_t code) {
    const auto bidi = property_of(code).bidi_class;
    return bidi == UTF8PROC_BIDI_CLASS_R || bidi == UTF8PROC_BIDI_CLASS_AL || bidi == UTF8PROC_BIDI_CLASS_AN;
}

bool is_left_to_right(std::uint32_t code) { return property_of(code).bidi_class == UTF8PROC_BIDI_CLASS_L; }

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

bool is_hidden(std::uint32_t code) {
    constexpr std::uint32_t braille_blank = 0x2800;
    if (code < 0xA0) return false;
    const auto& property = property_of(code);
    if (property.ignorable || code == braille_blank) return true;
    const bool separates = property.category == UTF8PROC_CATEGORY_ZL || property.category == UTF8PROC_CATEGORY_ZP;
    // Format characters that are seen are signs above or before Arabic, Syriac and Kaithi numbers.
    const bool seen = property.boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
    return separates || (property.category == UTF8PROC_CATEGORY_CF && !seen);
}

std::optional<CharacterAt> first_misleading(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\xE2' && c != '\xD8') continue;  // all of them begin so
        const auto character = decode_utf8(text, at);
        if (character.bytes > 0 && named(character.code) != nullptr) return CharacterAt{at, character.bytes, character.code};
    }
    return std::nullopt;
}

std::string character_name(std::uint32_t code) {
    const Named* const known = named(code);
    const std::string hex = "U+" + hexadecimal(code);
    return known == nullptr ? hex : hex + " (" + std::string{known->name} + ")";
}

std::string with_hidden_shown(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c) && c != '<'; })) return std::string{text};
    std::string out;
    Neighbours around;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        const std::size_t bytes = std::max<std::size_t>(character.bytes, 1);
        const std::size_t next = at + bytes;
        around.after = next < text.size() ? decode_utf8(text, next).code : 0;
        const bool written_so = text.substr(at, 3) == "<U+";
        if (written_so || (is_hidden(character.code) && !is_at_home(character.code, around))) {
            out += "<U+" + hexadecimal(character.code) + ">";
        } else {
            out += text.substr(at, bytes);
        }
        if (!is_variation_selector(character.code) && !is_tag(character.code)) around.before = character.code;
        at = next;
    }
    return out;
}

std::string with_hidden_escaped(std::string_view json) {
    std::string out;
    const auto escape = [&](std::uint32_t unit) {
        constexpr std::string_view digits = "0123456789abcdef";
        out += "\\u";
        for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[(unit >> shift) & 0xFU];
    };
    each_character(json, [&](const DecodedCharacter& character, std::string_view bytes) {
        if (!is_hidden(character.code)) {
            out += bytes;
        } else if (character.code < 0x10000) {
            escape(character.code);
        } else {
            escape(0xD800 + ((character.code - 0x10000) >> 10U));
            escape(0xDC00 + ((character.code - 0x10000) & 0x3FFU));
        }
    });
    return out;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    std::size_t blanks = 0;
    each_character(text, [&](const DecodedCharacter& character, std::string_view bytes) {
        blanks = is_blank(character.code) ? blanks + 1 : 0;
        if (blanks == 2) {  // the first may be of another kind
            while (!out.empty() && continues_character(out.back())) out.pop_back();
            out.back() = ' ';
        } else if (blanks < 2) {
            out += bytes;
        }
    });
    return out;
}

std::string isolated(std::string_view text) {
    constexpr std::string_view begin = "\xE2\x81\xA8";  // U+2068
    constexpr std::string_view end = "\xE2\x81\xA9";    // U+2069
    if (std::all_of(text.begin(), text.end(), is_plain)) return std::string{text};
    std::string out;
    std::size_t copied = 0;
    std::size_t run = 0;      // where a run of right-to-left writing begins
    std::size_t run_end = 0;  // and ends, so far; not after its beginning when there is none
    const auto close = [&] {
        if (run_end <= run) return;
        out.append(text.substr(copied, run - copied)).append(begin).append(text.substr(run, run_end - run)).append(end);
        copied = run = run_end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        const std::size_t next = at + std::max<std::size_t>(character.bytes, 1);
        if (is_right_to_left(character.code)) {
            if (run_end <= run) run = at;
            run_end = next;
        } else if (is_left_to_right(character.code)) {
            close();
        }
        at = next;
    }
    close();
    return out.append(text.substr(copied));
}

}  // namespace je::base
