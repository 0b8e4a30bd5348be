// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "numerics/scenarios/scenarios.hpp"

namespace je::numerics {

constexpr std::size_t block_size = 512;    ///< scenarios worked on at a time: their multipliers stay in the first-level cache
constexpr std::size_t counter_lanes = 16;  ///< numbers to add up for one count

/// Floors of a job: from `from` up to, not including, `to`.
struct FloorSpan {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

/// A floor's bounds over the scenarios of a block.
struct BoundRange {
    std::int32_t least = 0;
    std::int32_t most = 0;
};

/// Some jobs against one block of scenarios, everything in 32 bits. A pair holds two whole numbers of 16 bits.
struct LaneWork {
    const std::int32_t* multipliers = nullptr;  ///< [pair][block_size]
    const std::int32_t* bounds = nullptr;       ///< [floor][block_size]: the sum must be above this and the job's shift
    const BoundRange* ranges = nullptr;         ///< [floor], of the first `scenarios` of them
    const std::int32_t* points = nullptr;       ///< [job][pair]
    const std::int32_t* shifts = nullptr;       ///< [job][floor], or null for none
    const FloorSpan* spans = nullptr;           ///< [job]: the floors to count
    std::uint32_t* counters = nullptr;          ///< [job][floor][counter_lanes], added to
    std::size_t pairs = 0;
    std::size_t floors = 0;
    std::size_t jobs = 0;
    std::uint32_t scenarios = 0;  ///< the rest have multipliers of 0 and bounds that are never exceeded
};

using LaneFunction = void (*)(const LaneWork&);

/// Null where the compiler has no such instructions for its target. Whether the processor has them is asked where one is
/// chosen.
[[nodiscard]] LaneFunction plain_lanes();
[[nodiscard]] LaneFunction avx2_lanes();
[[nodiscard]] LaneFunction avx512_lanes();
[[nodiscard]] LaneFunction avx512_vnni_lanes();

}  // namespace je::numerics
