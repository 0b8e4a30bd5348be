// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The loops over lanes, compiled once for each kind of instructions. It is included by files that are compiled for processors
// which the rest of the library must not take for granted, so it uses no inline function of any other header: the linker could
// keep that file's version of it for all.

#include <cstddef>
#include <cstdint>

#include "numerics/scenario_lanes.hpp"

namespace je::numerics {

// What `Lanes` offers: Vector, width, load, store, repeat, zero, dot(sum, a, b), sum_counts(counters, total, bound), add.
namespace {

constexpr std::size_t most_pairs = 8;   // at a time: what fits the registers
constexpr std::size_t most_floors = 4;  // at a time

template <typename Lanes, std::size_t pairs, bool first>
void add_products(const std::int32_t* multipliers, const std::int32_t* points, std::int32_t* totals) {
    typename Lanes::Vector repeated[pairs];
    for (std::size_t p = 0; p < pairs; ++p) repeated[p] = Lanes::repeat(points[p]);
    for (std::size_t s = 0; s < block_size; s += Lanes::width) {
        typename Lanes::Vector total = first ? Lanes::zero() : Lanes::load(totals + s);
        for (std::size_t p = 0; p < pairs; ++p)
            total = Lanes::dot(total, repeated[p], Lanes::load(multipliers + p * block_size + s));
        Lanes::store(totals + s, total);
    }
}

template <typename Lanes, bool first>
void add_products_of(std::size_t pairs, const std::int32_t* multipliers, const std::int32_t* points, std::int32_t* totals) {
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
void make_totals(const LaneWork& work, const std::int32_t* points, std::int32_t* totals) {
    const std::size_t begin = work.pairs < most_pairs ? work.pairs : most_pairs;
    add_products_of<Lanes, true>(begin, work.multipliers, points, totals);
    for (std::size_t p = begin; p < work.pairs; p += most_pairs) {
        const std::size_t left = work.pairs - p;
        add_products_of<Lanes, false>(left < most_pairs ? left : most_pairs, work.multipliers + p * block_size, points + p,
                                      totals);
    }
}

template <typename Lanes, std::size_t floors, bool shifted>
void count_floors(const std::int32_t* bounds, const std::int32_t* shifts, const std::int32_t* totals, std::uint32_t* counters) {
    typename Lanes::Vector counts[floors];
    typename Lanes::Vector shift[floors];
    for (std::size_t i = 0; i < floors; ++i) {
        counts[i] = Lanes::zero();
        shift[i] = shifted ? Lanes::repeat(shifts[i]) : Lanes::zero();
    }
    for (std::size_t s = 0; s < block_size; s += Lanes::width) {
        const typename Lanes::Vector total = Lanes::load(totals + s);
        for (std::size_t i = 0; i < floors; ++i) {
            typename Lanes::Vector bound = Lanes::load(bounds + i * block_size + s);
            if constexpr (shifted) bound = Lanes::add(bound, shift[i]);
            counts[i] = Lanes::count_above(counts[i], total, bound);
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
        default:
            return count_floors<Lanes, 4, shifted>(bounds, shifts, totals, counters);
    }
}

template <typename Lanes, bool shifted>
void count_jobs(const LaneWork& work) {
    alignas(64) std::int32_t totals[block_size];
    for (std::size_t j = 0; j < work.jobs; ++j) {
        const FloorSpan span = work.spans[j];
        if (span.from >= span.to) continue;
        make_totals<Lanes>(work, work.points + j * work.pairs, totals);
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
