// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "je/model/band_table.hpp"
#include "je/scoring/level_changes.hpp"

namespace je::scoring {

/// A total seen in the direction of travel: its units when raising, their negative when lowering, so that every change of a
/// plain factor moves it up.
using Way = std::int64_t;

[[nodiscard]] inline Way way_of(model::Points total, Direction direction) {
    const std::int64_t units = total.value().units();
    return direction == Direction::lower ? -units : units;
}

/// Both ends included.
struct WayRange {
    Way from = 0;
    Way to = 0;
};

/// The totals at which the band counts as moved, as ranges in the direction of travel: ascending and apart from each other.
class TargetTotals {
public:
    /// Where a job now in `now` with `total` moves, given the band that band rules ask for at least.
    /// Ranges between which no total `total` + n x `grid` lies are taken together (grid 0: the total cannot move).
    TargetTotals(const model::BandTable& table, const model::BandOrNone& now, model::Points total,
                 std::optional<model::BandIndex> lowest_band, Direction direction, std::int64_t grid);

    [[nodiscard]] bool holds(Way total) const;
    /// The first range that ends at or after `total`; null when there is none.
    [[nodiscard]] const WayRange* next_range(Way total) const;
    /// Whether `range`, one of these, is the last.
    [[nodiscard]] bool is_last(const WayRange* range) const { return range == &ranges_.back(); }

private:
    std::vector<WayRange> ranges_;
};

}  // namespace je::scoring
