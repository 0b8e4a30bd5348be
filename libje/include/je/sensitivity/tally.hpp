// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace je::sensitivity {

/// Ranks that are counted one by one; of the others only the sum.
inline constexpr std::size_t ranks_counted = 10;

/// Whole numbers counted over a range of scenarios, and nothing else, so that ranges side by side add up to what one run over
/// all of them counts. A list is empty when it was not asked for. Rungs are those of the grid's ladder.
struct Tally {
    std::uint64_t scenarios = 0;
    std::vector<std::uint64_t> at_or_above;        // [job][start]: with weights alone uncertain
    std::vector<std::uint64_t> central_sums;       // [job][rung][factor]: of the weights, in 2^-32
    std::vector<std::uint64_t> central_squares;    // [job][rung][factor]: of their differences from the base weight, squared
    std::vector<std::uint64_t> joint_at_or_above;  // [job][start]: with weights, levels and floors uncertain
    std::vector<std::uint64_t> ranks;              // [job][rank - 1], of the first ranks_counted
    std::vector<std::uint64_t> rank_sums;          // [job]
    std::vector<std::uint64_t> rank_squares;       // [job]: sum of ranks squared
    std::vector<std::uint64_t> changing;           // [n]: scenarios in which n jobs have another band than now

    /// Adds what was counted over other scenarios. Throws std::invalid_argument when the lists are of other lengths.
    void add(const Tally& other);
    /// The lists with their names, in a fixed order: for writing down and reading back.
    [[nodiscard]] static std::span<const std::pair<std::string_view, std::vector<std::uint64_t> Tally::*>> lists();
};

}  // namespace je::sensitivity
