// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::base {

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
