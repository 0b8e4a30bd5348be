// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/derived_floors.hpp"

#include <algorithm>
#include <numeric>

#include "je/sensitivity/grid.hpp"
#include "sensitivity/derive.hpp"

namespace je::sensitivity {

namespace {

/// Different totals at or above the first floor, with how many jobs lie below each of them.
struct Groups {
    std::vector<Points> totals;
    std::vector<std::int64_t> jobs_below;
    std::int64_t jobs = 0;
};

Groups groups_of(const DeriveInput& input) {
    const SortedTotals sorted{input.totals};
    const Points first = input.table.bands().front().floor;
    Groups groups;
    for (const Points total : sorted.sorted()) {
        if (total < first) continue;
        if (groups.totals.empty() || groups.totals.back() != total) {
            groups.totals.push_back(total);
            groups.jobs_below.push_back(groups.jobs);
        }
        ++groups.jobs;
    }
    return groups;
}

/// The first floor, then one below the first total of each group named in `cuts`, which rise.
std::vector<Points> floors_at(const DeriveInput& input, const Groups& groups, const std::vector<std::size_t>& cuts) {
    std::vector<Points> floors{input.table.bands().front().floor};
    for (const std::size_t cut : cuts) floors.push_back(parting(groups.totals[cut - 1], groups.totals[cut], 1, 1, input.unit));
    return floors;
}

/// The first groups of all bands but the lowest: the cuts with the least sum of |n c_i - i J|. Floor by floor, the least sum up
/// to each group is that of the floor before up to any lower group, and this floor's own part.
std::vector<std::size_t> cuts_by_count(const Groups& groups, std::size_t bands) {
    const std::size_t size = groups.totals.size();
    std::vector<std::vector<std::size_t>> came_from(bands, std::vector<std::size_t>(size, 0));
    std::vector<std::int64_t> least(size, 0);  // of the floors so far, the last of them below each group
    for (std::size_t i = 1; i < bands; ++i) {
        std::vector<std::int64_t> next(size, 0);
        std::size_t best = i - 1;  // the lowest group for the floor before that leaves each band a job
        for (std::size_t group = i; group < size; ++group) {
            if (least[group - 1] < least[best]) best = group - 1;
            const std::int64_t part =
                static_cast<std::int64_t>(bands) * groups.jobs_below[group] - static_cast<std::int64_t>(i) * groups.jobs;
            next[group] = (i == 1 ? 0 : least[best]) + std::abs(part);
            came_from[i][group] = best;
        }
        least = std::move(next);
    }
    std::vector<std::size_t> cuts(bands - 1);
    if (cuts.empty()) return cuts;
    cuts.back() = static_cast<std::size_t>(
        std::min_element(least.begin() + static_cast<std::ptrdiff_t>(bands) - 1, least.end()) - least.begin());
    for (std::size_t i = bands - 1; i > 1; --i) cuts[i - 2] = came_from[i][cuts[i - 1]];
    return cuts;
}

std::vector<std::size_t> cuts_by_gaps(const Groups& groups, std::size_t bands) {
    std::vector<std::size_t> cuts(groups.totals.size() - 1);
    std::iota(cuts.begin(), cuts.end(), std::size_t{1});
    const auto width = [&](std::size_t cut) { return groups.totals[cut] - groups.totals[cut - 1]; };
    std::stable_sort(cuts.begin(), cuts.end(), [&](std::size_t a, std::size_t b) { return width(a) > width(b); });
    cuts.resize(bands - 1);
    std::sort(cuts.begin(), cuts.end());
    return cuts;
}

template <class Cuts>
DerivedFloors by_groups(const DeriveInput& input, FloorRule rule, const Cuts& cuts) {
    DerivedFloors derived;
    derived.rule = rule;
    const Groups groups = groups_of(input);
    const std::size_t bands = input.table.bands().size();
    if (groups.totals.size() < bands) {
        derived.reason = "the jobs at or above the first floor have fewer different totals than there are bands";
        return derived;
    }
    derived.floors = floors_at(input, groups, cuts(groups, bands));
    place_jobs(input, derived);
    return derived;
}

}  // namespace

std::string_view to_text(FloorRule rule) {
    switch (rule) {
        case FloorRule::anchors:
            return "anchors";
        case FloorRule::equal_width:
            return "equal-width";
        case FloorRule::equal_count:
            return "equal-count";
        case FloorRule::largest_gaps:
            return "largest-gaps";
    }
    return "";
}

Points parting(Points a, Points b, std::size_t i, std::size_t n, Points unit) {
    const std::int64_t step = unit.value().units();
    const std::int64_t steps = (b - a).value().units() / step;
    const std::int64_t parts = static_cast<std::int64_t>(n) + 1;
    const std::int64_t up = (steps * static_cast<std::int64_t>(i) + parts - 1) / parts;
    return a + Points{base::Decimal::from_units(up * step)};
}

void place_jobs(const DeriveInput& input, DerivedFloors& derived) {
    const Ladder present = ladder_of(input.table);
    derived.jobs_in_band.assign(derived.floors.size(), 0);
    derived.bands.reserve(input.totals.size());
    for (const Points total : input.totals) {
        const auto reached = std::upper_bound(derived.floors.begin(), derived.floors.end(), total) - derived.floors.begin();
        model::BandOrNone band;
        if (reached > 0) band = BandIndex{static_cast<std::size_t>(reached) - 1};
        band.visit([&](BandIndex one) { ++derived.jobs_in_band[one.value()]; });
        derived.bands.push_back(band);
        derived.moves.count(model::band_move(present.band_of(present.rung_of(total)), band));
    }
}

DerivedFloors floors_by_width(const DeriveInput& input) {
    DerivedFloors derived;
    derived.rule = FloorRule::equal_width;
    const Points first = input.table.bands().front().floor;
    const auto bands = static_cast<std::int64_t>(input.table.bands().size());
    const std::int64_t unit = input.unit.value().units();
    const std::int64_t totals = input.largest_total < first ? 0 : (input.largest_total - first).value().units() / unit + 1;
    if (totals < bands) {
        derived.reason = "there are fewer totals from the first floor to the largest than there are bands";
        return derived;
    }
    for (std::int64_t i = 0; i < bands; ++i)
        derived.floors.push_back(first + Points{base::Decimal::from_units((totals * i + bands - 1) / bands * unit)});
    place_jobs(input, derived);
    return derived;
}

DerivedFloors floors_by_count(const DeriveInput& input) { return by_groups(input, FloorRule::equal_count, cuts_by_count); }

DerivedFloors floors_by_gaps(const DeriveInput& input) { return by_groups(input, FloorRule::largest_gaps, cuts_by_gaps); }

}  // namespace je::sensitivity
