// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace je::io {

/// A character that looks like one that YAML knows, or like nothing at all, and is a letter to YAML.
struct OddCharacter {
    enum Kind : unsigned char { none, blank, invisible, opening_quote, closing_quote, dash };
    Kind kind = none;
    std::size_t bytes = 0;
    std::string_view name{};  // "a no-break space (U+00A0)"

    [[nodiscard]] bool is_unseen() const { return kind == blank || kind == invisible; }
    [[nodiscard]] bool is_quote() const { return kind == opening_quote || kind == closing_quote; }
};

/// The odd character of valid UTF-8 `text` that begins at `at`; of kind none when that one is not odd.
[[nodiscard]] OddCharacter odd_at(std::string_view text, std::size_t at);

/// The first odd character of `text`.
[[nodiscard]] OddCharacter first_odd(std::string_view text);
/// The first character of `text` that is an odd blank or invisible.
[[nodiscard]] OddCharacter first_unseen(std::string_view text);

/// `text` as it was meant, if it is a word: odd blanks at its ends, invisible characters and curly quotes around it taken away,
/// odd hyphens made plain.
[[nodiscard]] std::string without_odd(std::string_view text);

/// Whether `text` stands in curly quotes, or in one curly quote and a straight one.
[[nodiscard]] bool is_curly_quoted(std::string_view text);

/// What stands between the curly quotes around `text`.
[[nodiscard]] std::string_view within_curly(std::string_view text);

/// `text` in quotes, on one line, as YAML takes it back to the last sign: for a fix that says what to write.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// "write key: "the whole text"", or how to quote a text too long to show; without a word for the key when there is none.
[[nodiscard]] std::string quote_fix(std::string_view key, std::string_view text);

/// "write key: 'the whole text'", in which a backslash is only a backslash; nothing when it is too long to show or has an
/// apostrophe.
[[nodiscard]] std::optional<std::string> single_quote_fix(std::string_view key, std::string_view text);

}  // namespace je::io
