// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "numerics/scenarios/lanes.hpp"

// The loops over lanes, compiled once for each kind of instructions. It is included by files that are compiled for processors
// which the rest of the library must not take for granted, so it uses no inline function of any other header: the linker could
// keep that file's version of it for all.

namespace je::numerics {

// `Lanes` is a vector of `width` whole numbers of 32 bits and what can be done with it.
namespace {

constexpr std::size_t most_pairs = 8;   // at a time: what fits the registers
constexpr std::size_t most_floors = 6;  // at a time

/// The smallest and largest total of a job in a block.
struct TotalRange {
    std::int32_t least = 0;
    std::int32_t most = 0;
};

template <typename Lanes, std::size_t pairs, bool first>
[[gnu::always_inline]] inline typename Lanes::Vector products(const typename Lanes::Vector* points,
                                                              const std::int32_t* multipliers, const std::int32_t* total) {
    typename Lanes::Vector sum = first ? Lanes::zero() : Lanes::load(total);
    for (std::size_t p = 0; p < pairs; ++p) sum = Lanes::dot(sum, points[p], Lanes::load(multipliers + p * block_size));
    return sum;
}

// Two vectors in each turn, with their own extremes, so that the additions of one need not wait for the other's.
template <typename Lanes, std::size_t pairs, bool first>
TotalRange add_products(const std::int32_t* multipliers, const std::int32_t* points, std::int32_t* totals) {
    using Vector = typename Lanes::Vector;
    Vector repeated[pairs];
    for (std::size_t p = 0; p < pairs; ++p) repeated[p] = Lanes::repeat(points[p]);
    Vector least = Lanes::repeat(0x7FFFFFFF);
    Vector most = Lanes::repeat(-0x7FFFFFFF);
    for (std::size_t s = 0; s < block_size; s += 2 * Lanes::width) {
        const Vector one = products<Lanes, pairs, first>(repeated, multipliers + s, totals + s);
        const Vector two = products<Lanes, pairs, first>(repeated, multipliers + s + Lanes::width, totals + s + Lanes::width);
        Lanes::store(totals + s, one);
        Lanes::store(totals + s + Lanes::width, two);
        least = Lanes::lesser(least, Lanes::lesser(one, two));
        most = Lanes::greater(most, Lanes::greater(one, two));
    }
    TotalRange range{0x7FFFFFFF, -0x7FFFFFFF};
    alignas(64) std::int32_t ends[2 * Lanes::width];
    Lanes::store(ends, least);
    Lanes::store(ends + Lanes::width, most);
    for (std::size_t lane = 0; lane < Lanes::width; ++lane) {
        if (ends[lane] < range.least) range.least = ends[lane];
        if (ends[Lanes::width + lane] > range.most) range.most = ends[Lanes::width + lane];
    }
    return range;
}

template <typename Lanes, bool first>
TotalRange add_products_of(std::size_t pairs, const std::int32_t* multipliers, const std::int32_t* points,
                           std::int32_t* totals) {
    switch (pairs) {
        case 1:
            return add_products<Lanes, 1, first>(multipliers, points, totals);
        case 2:
            return add_products<Lanes, 2, first>(multipliers, points, totals);
        case 3:
            return add_products<Lanes, 3, first>(multipliers, points, totals);
        case 4:
            return add_products<Lanes, 4, first>(multipliers, points, totals);
        case 5:
            return add_products<Lanes, 5, first>(multipliers, points, totals);
        case 6:
            return add_products<Lanes, 6, first>(multipliers, points, totals);
        case 7:
            return add_products<Lanes, 7, first>(multipliers, points, totals);
        default:
            return add_products<Lanes, 8, first>(multipliers, points, totals);
    }
}

template <typename Lanes>
TotalRange make_totals(const LaneWork& work, const std::int32_t* points, std::int32_t* totals) {
    const std::size_t begin = work.pairs < most_pairs ? work.pairs : most_pairs;
    TotalRange range = add_products_of<Lanes, true>(begin, work.multipliers, points, totals);
    for (std::size_t p = begin; p < work.pairs; p += most_pairs) {
        const std::size_t left = work.pairs - p;
        range = add_products_of<Lanes, false>(left < most_pairs ? left : most_pairs, work.multipliers + p * block_size,
                                              points + p, totals);
    }
    return range;
}

template <typename Lanes, std::size_t floors, bool shifted>
void count_floors(const std::int32_t* bounds, const std::int32_t* shifts, const std::int32_t* totals, std::uint32_t* counters) {
    using Vector = typename Lanes::Vector;
    Vector counts[floors];
    Vector shift[floors];
    for (std::size_t i = 0; i < floors; ++i) {
        counts[i] = Lanes::zero();
        shift[i] = shifted ? Lanes::repeat(shifts[i]) : Lanes::zero();
    }
    for (std::size_t s = 0; s < block_size; s += 2 * Lanes::width) {
        const Vector one = Lanes::load(totals + s);
        const Vector two = Lanes::load(totals + s + Lanes::width);
        for (std::size_t i = 0; i < floors; ++i) {
            Vector bound_one = Lanes::load(bounds + i * block_size + s);
            Vector bound_two = Lanes::load(bounds + i * block_size + s + Lanes::width);
            if constexpr (shifted) {
                bound_one = Lanes::add(bound_one, shift[i]);
                bound_two = Lanes::add(bound_two, shift[i]);
            }
            counts[i] = Lanes::count_above(counts[i], one, bound_one);
            counts[i] = Lanes::count_above(counts[i], two, bound_two);
        }
    }
    for (std::size_t i = 0; i < floors; ++i) {
        auto* to = reinterpret_cast<std::int32_t*>(counters + i * counter_lanes);
        Lanes::store(to, Lanes::add(Lanes::load(to), counts[i]));
    }
}

template <typename Lanes, bool shifted>
void count_floors_of(std::size_t floors, const std::int32_t* bounds, const std::int32_t* shifts, const std::int32_t* totals,
                     std::uint32_t* counters) {
    switch (floors) {
        case 1:
            return count_floors<Lanes, 1, shifted>(bounds, shifts, totals, counters);
        case 2:
            return count_floors<Lanes, 2, shifted>(bounds, shifts, totals, counters);
        case 3:
            return count_floors<Lanes, 3, shifted>(bounds, shifts, totals, counters);
        case 4:
            return count_floors<Lanes, 4, shifted>(bounds, shifts, totals, counters);
        case 5:
            return count_floors<Lanes, 5, shifted>(bounds, shifts, totals, counters);
        default:
            return count_floors<Lanes, 6, shifted>(bounds, shifts, totals, counters);
    }
}

// Counts the floors that every scenario reaches; what is left of the span are those that some reach and some, perhaps, do not.
template <bool shifted>
FloorSpan narrowed(const LaneWork& work, std::size_t job, TotalRange range) {
    FloorSpan span = work.spans[job];
    const auto shift = [&](std::size_t i) { return shifted ? work.shifts[job * work.floors + i] : 0; };
    for (; span.from < span.to && range.least > work.ranges[span.from].most + shift(span.from); ++span.from)
        work.counters[(job * work.floors + span.from) * counter_lanes] += work.scenarios;
    while (span.from < span.to && range.most <= work.ranges[span.to - 1].least + shift(span.to - 1)) --span.to;
    return span;
}

template <typename Lanes, bool shifted>
void count_jobs(const LaneWork& work) {
    // Rows of multipliers begin at multiples of 2,048 bytes. Totals written as far into such a piece as rows are read at that
    // time would be taken by the processor for what it reads next.
    alignas(2048) std::int32_t room[block_size + 384];
    std::int32_t* const totals = room + 384;
    for (std::size_t j = 0; j < work.jobs; ++j) {
        if (work.spans[j].from >= work.spans[j].to) continue;
        const FloorSpan span = narrowed<shifted>(work, j, make_totals<Lanes>(work, work.points + j * work.pairs, totals));
        for (std::size_t i = span.from; i < span.to; i += most_floors) {
            const std::size_t left = span.to - i;
            const std::int32_t* shifts = shifted ? work.shifts + j * work.floors + i : nullptr;
            count_floors_of<Lanes, shifted>(left < most_floors ? left : most_floors, work.bounds + i * block_size, shifts,
                                            totals, work.counters + (j * work.floors + i) * counter_lanes);
        }
    }
}

template <typename Lanes>
void count_block(const LaneWork& work) {
    if (work.shifts != nullptr) return count_jobs<Lanes, true>(work);
    count_jobs<Lanes, false>(work);
}

}  // namespace

}  // namespace je::numerics
