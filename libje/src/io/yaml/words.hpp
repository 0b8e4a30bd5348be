// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace je::io {

/// `text` of a file as a message shows it: on one line, without control characters, cut after 60 characters.
[[nodiscard]] std::string shown_text(std::string_view text);

/// Whether a bare `text` is changed by some YAML reader that does not take it for text: `yes`, `null`, `010`, `1.10`, `1e5`,
/// `0x1F`, `12:30`. Plain whole numbers and dates are not.
[[nodiscard]] bool changed_by_readers(std::string_view text);

/// Whether `text` has the characters of a code: it begins with a letter or digit, goes on with those, `- _ . / + & ' ( )` and
/// single spaces, and does not end in a space.
[[nodiscard]] bool has_code_characters(std::string_view text);

/// The most characters that a code has.
inline constexpr std::size_t longest_code = 64;

/// The number of characters (code points) of valid UTF-8 `text`.
[[nodiscard]] std::size_t characters(std::string_view text);

/// Whether some map of some format has the key `word`.
[[nodiscard]] bool is_known_key(std::string_view word);

/// Whether the values of `key` are free text, of which the reader asks nothing.
[[nodiscard]] bool is_text_key(std::string_view key);

/// `text` as one YAML scalar on one line: plain when nothing can misread it, else in double quotes with escapes.
[[nodiscard]] std::string yaml_scalar(std::string_view text);

}  // namespace je::io
