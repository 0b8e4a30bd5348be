// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace je::base {

/// One decoded character and how many bytes it took; `bytes` 0 when the bytes at that place are not valid UTF-8.
struct DecodedCharacter {
    std::uint32_t code = 0;
    std::size_t bytes = 0;
};

/// Decodes the character that begins at `at` (Unicode 15, table 3-7: no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text, std::size_t at);

/// Calls `use(character, its bytes)` for each character; a byte that is not valid UTF-8 is one by itself, with `bytes` 0.
template <class Use>
void each_character(std::string_view text, const Use& use) {
    while (!text.empty()) {
        const DecodedCharacter character = decode_utf8(text, 0);
        const std::size_t bytes = character.bytes == 0 ? 1 : character.bytes;
        use(character, text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
}

[[nodiscard]] inline unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Appends a character, which must be no surrogate and at most U+10FFFF.
void append_utf8(std::string& out, std::uint32_t code);

/// Whether a character shows nothing, or only moves what others show. Blanks and controls (C0, C1) are not meant.
[[nodiscard]] bool is_hidden(std::uint32_t code);

}  // namespace je::base
