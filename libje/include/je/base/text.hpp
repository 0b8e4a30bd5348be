// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace je::base {

/// Where the first byte that is not valid UTF-8 lies; nothing when all of `text` is valid. Overlong forms, surrogates and
/// values above U+10FFFF are not valid.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Columns a terminal gives to valid UTF-8 `text`: combining marks none, East Asian wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Of ASCII.
[[nodiscard]] constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Whether a byte of UTF-8 is not the first of its character.
[[nodiscard]] constexpr bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// A letter of ASCII as the small one; anything else as it is.
[[nodiscard]] constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` with control characters (C0, DEL, C1, bidirectional overrides) replaced by U+FFFD; tab and line feed become spaces.
[[nodiscard]] std::string without_controls(std::string_view text);

/// Breaks `text` at spaces into lines of at most `width` columns; a longer word stands on a line of its own.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` with small letters for A to Z.
[[nodiscard]] std::string in_small_letters(std::string_view text);

/// Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest in spelling, if near enough to be a slip (distance at most a third of the length, at least one).
/// Ties go to the earlier candidate.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// The parts of `text` between separators, empty ones left out.
[[nodiscard]] std::vector<std::string> parts_between(std::string_view text, char separator);

/// "'a'", "'a' and 'b'", "'a', 'b' and 'c'"; empty for none.
[[nodiscard]] std::string quoted_list(std::span<const std::string> words, std::string_view last = "and");
/// The same without quotes: "3, 4 and 5".
[[nodiscard]] std::string list_in_words(std::span<const std::string> words, std::string_view last = "and");

/// "1 job", "3 jobs".
[[nodiscard]] std::string counted(std::size_t n, std::string_view singular, std::string_view plural);

/// A whole number from 0 to `largest`, digits only, no leading zeros; nothing otherwise.
[[nodiscard]] std::optional<std::uint64_t> parse_whole(std::string_view text, std::uint64_t largest);

}  // namespace je::base
