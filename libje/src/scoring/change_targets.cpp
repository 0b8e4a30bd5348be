// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/change_targets.hpp"

#include <algorithm>

namespace je::scoring {

namespace {

using model::BandIndex;
using model::BandTable;

/// Beyond every total that a scheme can have, and far enough from the ends of the integer to add to.
constexpr std::int64_t far = std::int64_t{1} << 61;

struct Segment {
    std::int64_t from;
    std::int64_t to;
    model::BandOrNone band;
};

/// The whole line of totals, cut into bands and the holes around them.
std::vector<Segment> segments_of(const BandTable& table) {
    std::vector<Segment> segments;
    std::int64_t next = -far;
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const model::Band& band = table.bands()[i];
        const std::int64_t floor = band.floor.value().units();
        if (next < floor) {
            segments.push_back({next, floor - 1, {}});
        }
        const bool last = i + 1 == table.bands().size();
        const std::int64_t end = last ? far : table.bands()[i + 1].floor.value().units() - 1;
        segments.push_back({floor, band.max ? band.max->value().units() : end, BandIndex{i}});
        next = segments.back().to + 1;
    }
    if (next < far) {
        segments.push_back({next, far, {}});
    }
    return segments;
}

/// Everything below the floor of `lowest` becomes that band.
std::vector<Segment> with_lowest(const std::vector<Segment>& segments, const BandTable& table, BandIndex lowest) {
    const std::int64_t floor = table[lowest].floor.value().units();
    std::vector<Segment> result{{-far, floor - 1, lowest}};
    std::copy_if(segments.begin(), segments.end(), std::back_inserter(result),
                 [&](const Segment& segment) { return segment.from >= floor; });
    return result;
}

bool begins_above(const BandTable& table, const model::BandOrNone& band, model::Points total) {
    return band.visit([&](BandIndex one) { return table[one].floor > total; }, [] { return false; });
}

/// Whether arriving in `reached` counts. A job in no band is raised by a band that begins above its total; it has none to lose.
bool counts(const BandTable& table, const model::BandOrNone& now, model::Points total, const model::BandOrNone& reached,
            Direction direction) {
    switch (model::band_move(now, reached)) {
        case model::BandMove::up:
            return direction == Direction::raise;
        case model::BandMove::down:
        case model::BandMove::out_of_bands:
            return direction != Direction::raise;
        case model::BandMove::into_a_band:
            return direction != Direction::raise_and_lose &&
                   begins_above(table, reached, total) == (direction == Direction::raise);
        case model::BandMove::same:
        case model::BandMove::in_no_band:
            return false;
    }
    return false;
}

/// Whether no value total + n x grid lies strictly between `low` and `high`.
bool nothing_between(std::int64_t low, std::int64_t high, Way total, std::int64_t grid) {
    if (high - low <= 1) {
        return true;
    }
    if (grid == 0) {
        return total <= low || total >= high;
    }
    const std::int64_t ahead = (total - low) % grid;
    const std::int64_t to_first = ahead > 0 ? ahead : ahead + grid;
    return low + to_first >= high;
}

}  // namespace

TargetTotals::TargetTotals(const BandTable& table, const model::BandOrNone& now, model::Points total,
                           std::optional<BandIndex> lowest_band, Direction direction, std::int64_t grid) {
    auto segments = segments_of(table);
    if (lowest_band) {
        segments = with_lowest(segments, table, *lowest_band);
    }
    if (direction == Direction::lower) {
        std::reverse(segments.begin(), segments.end());
    }
    for (const Segment& segment : segments) {
        if (!counts(table, now, total, segment.band, direction)) {
            continue;
        }
        const bool down = direction == Direction::lower;
        const WayRange range = down ? WayRange{-segment.to, -segment.from} : WayRange{segment.from, segment.to};
        if (!ranges_.empty() && nothing_between(ranges_.back().to, range.from, way_of(total, direction), grid)) {
            ranges_.back().to = range.to;
        } else {
            ranges_.push_back(range);
        }
    }
}

bool TargetTotals::holds(Way total) const {
    const WayRange* range = next_range(total);
    return range != nullptr && range->from <= total;
}

const WayRange* TargetTotals::next_range(Way total) const {
    const auto next =
        std::lower_bound(ranges_.begin(), ranges_.end(), total, [](const WayRange& range, Way way) { return range.to < way; });
    return next == ranges_.end() ? nullptr : &*next;
}

}  // namespace je::scoring
