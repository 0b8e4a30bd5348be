// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace je::base {

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
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        columns += character.bytes == 0 ? 1 : columns_of(character.code);
        at += std::max<std::size_t>(character.bytes, 1);
    }
    return columns;
}

}  // namespace je::base
