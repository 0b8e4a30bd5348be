// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "je/sensitivity/floors.hpp"
#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

/// Where a band, or what lies between bands, stands from the lowest, so that bands of two tables can be compared: 0 below the
/// first floor, 2 i + 1 for band i, one more for a declared hole above it.
using Place = std::size_t;

[[nodiscard]] inline Place place_of(std::optional<BandIndex> band) { return band ? 2 * band->value() + 1 : 0; }

[[nodiscard]] inline int direction_of(Place from, Place to) { return to > from ? 1 : to < from ? -1 : 0; }

inline void add_move(Moves& moves, int direction) {
    if (direction > 0)
        ++moves.up;
    else if (direction < 0)
        ++moves.down;
    else
        ++moves.same;
}

/// Bands and places of totals under one table.
class Places {
public:
    explicit Places(const model::BandTable& table) : ladder_{ladder_of(table)} {
        Place last = 0;
        for (const auto& band : ladder_.bands) {
            last = band ? place_of(band) : last + last % 2;
            places_.push_back(last);
        }
    }
    [[nodiscard]] Place of(Points total) const {
        const Rung rung = rung_of(total);
        return rung == 0 ? 0 : places_[rung - 1];
    }
    [[nodiscard]] std::optional<BandIndex> band(Points total) const { return ladder_.band_of(rung_of(total)); }

private:
    [[nodiscard]] Rung rung_of(Points total) const { return ladder_.rung_of(total.value().units()); }
    Ladder ladder_;
    std::vector<Place> places_;  // of each start
};

}  // namespace je::sensitivity
