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

#include "je/io/seal.hpp"

namespace je::io {

/// What every line of a log begins with.
inline constexpr std::string_view seal_beginning = "{\"format\":\"je-seal/1\",\"entry\":";

/// One line of a log, or what can be made of it. Offsets count from the line's beginning.
struct SealLine {
    SealEntry entry;                         // whole when `broken_at` is nothing, else what stands before that place
    std::optional<std::size_t> broken_at{};  // where it is not what our writer writes; the end when it only stops too early
    std::string wanted{};                    // and what would stand there
    std::size_t length = 0;                  // bytes of the entry, from its brace to its brace
    std::size_t text_at = 0;                 // of the sealed text
    std::size_t hash_at = 0;                 // of the hash
    std::string computed{};                  // the hash that the line should have
};

/// Reads one entry at the beginning of `line`; what follows it is the caller's to look at.
[[nodiscard]] SealLine parse_seal_line(std::string_view line);

/// "entry 3 (panel 'vlo', panel.yaml)", with as much in the brackets as is known.
[[nodiscard]] std::string called(std::uint64_t number, const SealRecord& record);

/// Which of `numbers` (each different) stand out of order, as positions, told in the fewest words: those that must be taken out
/// for the rest to rise, or, when that is hardly more, all that stand where another belongs. So of 1 3 2 4 both 3 and 2 are
/// named, and of 2 3 4 5 1 only 1.
[[nodiscard]] std::vector<std::size_t> out_of_place(std::span<const std::uint64_t> numbers);

inline constexpr std::string_view byte_order_mark_of_log = "\xEF\xBB\xBF";

/// One entry of a log as it stands in the file, or a piece of text in an entry's stead.
struct SealPart {
    enum class State {
        sound,     // of the right form, and its hash is right
        damaged,   // its form or its hash is wrong, or it is not UTF-8
        repeated,  // a copy of another entry
        inserted,  // sound in itself, but no part of the chain
    };
    SealLine line;
    std::string_view bytes;  // of `source`, without the line end
    bool ended = true;       // a line end follows it
    base::SourceTextPtr source;
    std::uint32_t line_number = 0;
    std::size_t offset = 0;       // in its line, of its first byte
    std::size_t end_of_line = 0;  // length of its line
    State state = State::sound;
    const SealPart* next = nullptr;  // on the same line; null when this is the last of it
    std::uint64_t place = 0;         // number of the entry that it is or stands for; 0 when not known

    [[nodiscard]] const SealEntry& entry() const { return line.entry; }
    [[nodiscard]] bool sound() const { return state == State::sound; }
    /// An empty line or a byte order mark, which stand for no entry.
    [[nodiscard]] bool is_blank() const {
        return bytes.find_first_not_of(" \t\r") == std::string_view::npos || bytes == byte_order_mark_of_log;
    }
    /// Where byte `at` of the part stands, or the end of the line when it is shorter.
    [[nodiscard]] base::SourcePosition position(std::size_t at, std::size_t length = 1) const;
    /// Where the entry's number stands.
    [[nodiscard]] base::SourcePosition number_position() const;
    /// "entry 3 (panel 'vlo', panel.yaml)"; "the text on line 7", or "the text before entry 3 (...)" on its line, for what is
    /// no entry.
    [[nodiscard]] std::string called() const;
};

/// Works out which entry each part is or stands for, and reports what is missing, repeated, inserted, out of its place or
/// replaced. What is wrong with a damaged part by itself is for the caller, once its place is known.
void check_seal_chain(std::vector<SealPart>& parts, base::Diagnostics& diagnostics);

}  // namespace je::io
