// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "je/sensitivity/grid.hpp"
#include "sensitivity/derive.hpp"

namespace je::sensitivity {

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
