// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace je::io
