// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/distinct_rows.hpp"

#include <algorithm>
#include <bit>

namespace je::numerics {

namespace {

constexpr std::uint32_t nothing = 0xFFFFFFFF;

std::uint64_t hash_of(std::span<const std::int64_t> row) {
    std::uint64_t hash = 0;
    for (const std::int64_t number : row) {
        hash = (hash ^ static_cast<std::uint64_t>(number)) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 32;
    }
    return hash;
}

/// Open addressing; at most half full.
class RowTable {
public:
    RowTable(std::span<const std::int64_t> rows, std::size_t width)
        : rows_{rows}, width_{width}, slots_(std::bit_ceil(std::max<std::size_t>(2, 2 * (rows.size() / width))), nothing) {}

    // The kind of a row, a new one when no row before it was the same.
    std::uint32_t kind_of(std::uint32_t row, std::vector<std::uint32_t>& first) {
        const auto numbers = row_at(row);
        for (std::size_t at = hash_of(numbers) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at] == nothing) {
                slots_[at] = static_cast<std::uint32_t>(first.size());
                first.push_back(row);
                return slots_[at];
            }
            if (std::ranges::equal(row_at(first[slots_[at]]), numbers)) return slots_[at];
        }
    }

private:
    [[nodiscard]] std::span<const std::int64_t> row_at(std::uint32_t row) const { return rows_.subspan(row * width_, width_); }

    std::span<const std::int64_t> rows_;
    std::size_t width_;
    std::vector<std::uint32_t> slots_;
};

}  // namespace

DistinctRows distinct_rows(std::span<const std::int64_t> rows, std::size_t width) {
    RowTable table{rows, width};
    DistinctRows result;
    result.kind.resize(rows.size() / width);
    for (std::uint32_t row = 0; row < result.kind.size(); ++row) result.kind[row] = table.kind_of(row, result.first);
    return result;
}

}  // namespace je::numerics
