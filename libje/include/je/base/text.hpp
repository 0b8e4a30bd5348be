// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"

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

/// `text` as it is compared where large and small letters are the same, and so are letters with their accents and those that
/// are composed of the two ("É"): as some file systems compare names. What is not UTF-8 stays as it is.
[[nodiscard]] std::string folded(std::string_view text);

/// Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that is meant by a word, if it is near enough to be a slip (distance at most a third of the length, at least
/// one) or the word is its whole first part ("nnc" of "nnc-probation"). One that begins with the word comes first, then the
/// nearest; of several alike one with the same letters in another order, then one with the same first letter, then the earlier.
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

// What a text says to the eye, and what it only holds. All texts are valid UTF-8.

/// A character, where it lies, and how many bytes it takes.
struct CharacterAt {
    std::size_t at = 0;
    std::size_t bytes = 0;
    std::uint32_t code = 0;
};

/// The first character from `from` on that ends a line for some readers and not for others (U+2028, U+2029), or that turns the
/// direction of writing (UAX #9: marks, embeddings, overrides and isolates), so that a text reads otherwise than it is stored.
[[nodiscard]] std::optional<CharacterAt> first_misleading(std::string_view text, std::size_t from = 0);

/// "U+202E (right-to-left override)"; of other characters the code alone.
[[nodiscard]] std::string character_name(std::uint32_t code);

/// `text` with each character that shows nothing written as <U+200B>: format controls, fillers, line separators, Unicode's
/// default-ignorable characters. Joiners and variation selectors stay as they are within an emoji, or a word of a script that
/// needs them. Where `text` says "<U+" itself, its first sign is written <U+003C>: so what is shown can be undone.
[[nodiscard]] std::string with_hidden_shown(std::string_view text);

/// `text`, which is JSON, with each character that shows nothing as its escape, \u200b, which means the same.
[[nodiscard]] std::string with_hidden_escaped(std::string_view json);

/// `text` with each run of several blanks, of whatever kind, as one space.
[[nodiscard]] std::string with_single_blanks(std::string_view text);

/// `text` with each run of right-to-left writing between U+2068 and U+2069, so that what stands beside it keeps its order.
[[nodiscard]] std::string isolated(std::string_view text);

/// What two texts have in common that look alike: NFKD without capitals, invisible characters and doubled blanks, and with the
/// letters of other alphabets that look like ASCII letters, dashes and apostrophes as those (after Unicode's UTS #39). As
/// capitals and small letters need not look like the same letter, there are two such forms; texts are alike when any are equal.
[[nodiscard]] std::array<std::string, 2> looks_of(std::string_view text);

/// In what two different texts that look alike differ: "capitals and small letters", "U+200B, which shows nothing".
[[nodiscard]] std::string difference_of(std::string_view text, std::string_view other);

/// "write 'knowledge'"; where what is written instead looks the same, in what it differs too.
[[nodiscard]] std::string fix_of_spelling(std::string_view written, std::string_view meant);

/// What to say (JE-K01) of a text that looks like an earlier one and is another. `what` they name: "job"; `called`: "id" or
/// "name".
[[nodiscard]] Diagnostic looks_alike(std::string_view what, std::string_view called, std::string_view text,
                                     const SourcePosition& at, std::string_view earlier, const SourcePosition& earlier_at);

/// Finds texts of one kind that look alike.
class LookAlikes {
public:
    struct Earlier {
        std::string text;
        SourcePosition at{};
    };
    /// The first text that looks like this one and is another; nothing for one that is alone, or was there before.
    [[nodiscard]] const Earlier* add(std::string_view text, const SourcePosition& at);

private:
    std::map<std::string, Earlier, std::less<>> by_look_;
};

}  // namespace je::base
