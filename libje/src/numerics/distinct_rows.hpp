// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace je::numerics {

/// Rows of numbers, each different row once.
struct DistinctRows {
    std::vector<std::uint32_t> first;  ///< the number of the first row of each kind, rising
    std::vector<std::uint32_t> kind;   ///< of every row
};

/// `rows` holds `width` numbers for each; `width` is above 0, and there are fewer than 2^32 rows.
[[nodiscard]] DistinctRows distinct_rows(std::span<const std::int64_t> rows, std::size_t width);

}  // namespace je::numerics
