// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/scheme/names.hpp"

namespace je::model {

// Short names, for tables without room for the full ones.

inline constexpr std::size_t widest_factor_short = 20;  // columns
inline constexpr std::size_t widest_short = 16;         // of matrices, groups and bands

/// Something that may have a short name.
struct ShortNamed {
    std::string_view kind;  // "factor", "matrix", "group", "band"
    const Text* id;
    std::string_view name;
    const std::optional<Text>* short_name;
    std::size_t widest = widest_short;
};

/// A short name is one line, and no wider than it may be. A table without room names each thing by its short name, or by its
/// name where it has none: no two of `all`, which stand in one table, may read the same there.
void check_short_names(std::span<const ShortNamed> all, base::Diagnostics& diagnostics);

/// The short name that a draft states; empty where it states none.
[[nodiscard]] inline std::string short_name_or_empty(const std::optional<Text>& stated) {
    return stated ? stated->value : std::string{};
}

}  // namespace je::model
