// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/floors.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "base/words.hpp"
#include "sensitivity/grid.hpp"

namespace je::sensitivity {

namespace {

/// The i-th of n floors that part the totals a < b: a + (b - a) i / (n + 1), rounded up to a whole unit. `b - a` is a whole
/// number of units, at least n of them, so that the floors rise, the first is above a and the last not above b.
Points parting(Points a, Points b, std::size_t i, std::size_t n, Points unit) {
    const std::int64_t step = unit.value().units();
    const std::int64_t steps = (b - a).value().units() / step;
    const std::int64_t parts = static_cast<std::int64_t>(n) + 1;
    const std::int64_t up = (steps * static_cast<std::int64_t>(i) + parts - 1) / parts;
    return a + Points{base::Decimal::from_units(up * step)};
}

/// Fills in the bands of the jobs and the moves, from the floors.
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
    constexpr base::Words<FloorRule, 4> words{{{"anchors", FloorRule::anchors},
                                               {"equal-width", FloorRule::equal_width},
                                               {"equal-count", FloorRule::equal_count},
                                               {"largest-gaps", FloorRule::largest_gaps}}};
    return base::word_for(words, rule);
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

namespace {

/// An anchor with the number of floors it is to reach.
struct Bound {
    std::size_t job = 0;
    Points total{};
    std::size_t floors = 0;
};

/// Puts the floors between the anchors, or finds why they do not fit.
class Anchoring {
public:
    Anchoring(const DeriveInput& input, std::span<const Anchor> anchors) : input_{input}, size_{input.table.bands().size()} {
        derived_.rule = FloorRule::anchors;
        if (anchors.empty()) derived_.reason = "no job is anchored";
        for (const Anchor& anchor : anchors) add(anchor);
    }

    [[nodiscard]] DerivedFloors derive() {
        for (std::size_t floor = 0; floor < size_ && possible(); ++floor) add_interval(floor);
        for (std::size_t first = 0; first < size_ && possible();) first = put_run(first);
        if (!possible()) {
            derived_.floors.clear();
            return std::move(derived_);
        }
        place_jobs(input_, derived_);
        return std::move(derived_);
    }

private:
    [[nodiscard]] bool possible() const { return derived_.reason.empty(); }
    [[nodiscard]] Points present(std::size_t floor) const { return input_.table.bands()[floor].floor; }

    void fail(std::string reason, std::vector<std::size_t> jobs) {
        if (!possible()) return;
        derived_.reason = std::move(reason);
        derived_.reason_jobs = std::move(jobs);
    }

    void add(const Anchor& anchor) {
        if (anchor.job >= input_.totals.size()) throw std::out_of_range("there is no such job to anchor");
        const Points total = input_.totals[anchor.job];
        const Ladder ladder = ladder_of(input_.table);
        const Rung rung = ladder.rung_of(total);
        const auto band = anchor.band ? model::BandOrNone{*anchor.band} : ladder.band_of(rung);
        if (!band && rung > 0)
            fail("an anchored job has a total that the table declares to be in no band, so it has no band to keep",
                 {anchor.job});
        bounds_.push_back(
            {anchor.job, total, band.visit([](BandIndex one) { return one.value() + 1; }, [] { return std::size_t{0}; })});
    }

    void add_interval(std::size_t floor) {
        AnchorInterval interval;
        for (const Bound& bound : bounds_) {
            if (bound.floors <= floor && (!interval.above || bound.total > *interval.above)) {
                interval.above = bound.total;
                interval.above_job = bound.job;
            }
            if (bound.floors > floor && (!interval.up_to || bound.total < *interval.up_to)) {
                interval.up_to = bound.total;
                interval.up_to_job = bound.job;
            }
        }
        if (interval.above && interval.up_to && *interval.above >= *interval.up_to)
            fail(
                "an anchored job that is to be in a lower band has as many points as one that is to be in a higher one, or "
                "more",
                {*interval.above_job, *interval.up_to_job});
        derived_.intervals.push_back(std::move(interval));
    }

    /// Puts the floors from `first` on that lie between the same two anchors; where the next such run begins.
    std::size_t put_run(std::size_t first) {
        const AnchorInterval& interval = derived_.intervals[first];
        std::size_t end = first + 1;
        const auto same = [&](const AnchorInterval& other) {
            return other.above == interval.above && other.up_to == interval.up_to;
        };
        while (end < size_ && same(derived_.intervals[end])) ++end;
        if (interval.above && interval.up_to)
            put_between(first, end);
        else if (interval.up_to)
            put_below(first, end);
        else
            put_above(first, end);
        return end;
    }

    void put_between(std::size_t first, std::size_t end) {
        const Points a = *derived_.intervals[first].above;
        const Points b = *derived_.intervals[first].up_to;
        const std::size_t n = end - first;
        const auto room = static_cast<std::size_t>((b - a).value().units() / input_.unit.value().units());
        if (room < n) {
            fail("more floors lie between two anchored jobs than there are totals between them",
                 {*derived_.intervals[first].above_job, *derived_.intervals[first].up_to_job});
            return;
        }
        for (std::size_t i = 1; i <= n; ++i) {
            derived_.floors.push_back(parting(a, b, i, n, input_.unit));
            if (n > 1)
                derived_.intervals[first + i - 1].note =
                    "no anchored job parts it from its neighbour: the span is divided evenly";
        }
    }

    /// No anchor is below: each floor stays, or falls to what the anchors allow, and below the next.
    void put_below(std::size_t first, std::size_t end) {
        Points limit = *derived_.intervals[first].up_to;
        std::vector<Points> falling;
        for (std::size_t i = end; i > first; --i) {
            falling.push_back(std::min(present(i - 1), limit));
            limit = falling.back() - input_.unit;
            note(i - 1, falling.back(), "no anchored job is below it");
        }
        if (falling.back() < std::min(present(0), Points{}))
            fail("there is no room above 0 points for the floors below an anchored job",
                 {*derived_.intervals[first].up_to_job});
        derived_.floors.insert(derived_.floors.end(), falling.rbegin(), falling.rend());
    }

    /// No anchor is above: each floor stays, or rises to what the anchors allow, and above the one before.
    void put_above(std::size_t first, std::size_t end) {
        const auto& above = derived_.intervals[first].above;
        for (std::size_t i = first; i < end; ++i) {
            Points floor = present(i);
            if (above) floor = std::max(floor, *above + input_.unit);
            if (!derived_.floors.empty()) floor = std::max(floor, derived_.floors.back() + input_.unit);
            derived_.floors.push_back(floor);
            note(i, floor, "no anchored job is at or above it");
        }
    }

    void note(std::size_t floor, Points value, std::string_view why) {
        derived_.intervals[floor].note =
            std::string{why}.append(value == present(floor) ? ": it stays" : ": it moves no further than it must");
    }

    const DeriveInput& input_;
    std::size_t size_;
    std::vector<Bound> bounds_;
    DerivedFloors derived_;
};

}  // namespace

DerivedFloors floors_by_anchors(const DeriveInput& input, std::span<const Anchor> anchors) {
    return Anchoring{input, anchors}.derive();
}

}  // namespace je::sensitivity
