// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/floors.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "sensitivity/grid.hpp"

namespace je::sensitivity {

namespace {

constexpr std::int64_t most_steps = 1'000;

/// How many totals change rung when one start, or all, move by `by`. Those between the old and the new start do, up to where
/// the next start holds on to them; a start that falls takes all it passes, so that a floor alone has no lower limit.
class ShiftCounter {
public:
    ShiftCounter(const Ladder& ladder, const SortedTotals& totals) : ladder_{ladder}, totals_{totals} {}

    [[nodiscard]] FloorShift alone(std::size_t start, BandIndex band, Points by) const {
        const Points now = ladder_.points[start];
        FloorShift shift{.floor = band, .by = by, .moves = {}};
        if (by > Points{})
            lose(shift, start, by);
        else
            count(shift, now + by, now, ladder_.bands[start]);
        return shift;
    }

    [[nodiscard]] FloorShift together(Points by) const {
        FloorShift shift{.floor = {}, .by = by, .moves = {}};
        for (std::size_t i = 0; i < ladder_.points.size(); ++i) {
            if (by > Points{})
                lose(shift, i, by);
            else
                win(shift, i, by);
        }
        return shift;
    }

private:
    /// The start rises: what it no longer holds goes to what begins below it.
    void lose(FloorShift& shift, std::size_t start, Points by) const {
        const Points now = ladder_.points[start];
        const bool last = start + 1 == ladder_.points.size();
        count(shift, now, last ? now + by : std::min(now + by, ladder_.points[start + 1]), ladder_.band_of(start));
    }
    void win(FloorShift& shift, std::size_t start, Points by) const {
        const Points now = ladder_.points[start];
        count(shift, start == 0 ? now + by : std::max(now + by, ladder_.points[start - 1]), now, ladder_.bands[start]);
    }
    /// The totals from `from` to below `until`, wherever they are now, come to be in `to`.
    void count(FloorShift& shift, Points from, Points until, const model::BandOrNone& to) const {
        for (Rung rung = 0; rung < ladder_.rungs(); ++rung) {
            const Points begins = rung == 0 ? from : std::max(from, ladder_.points[rung - 1]);
            const Points ends = rung == ladder_.points.size() ? until : std::min(until, ladder_.points[rung]);
            shift.moves.count(model::band_move(ladder_.band_of(rung), to), totals_.count(begins, ends));
        }
    }

    const Ladder& ladder_;
    const SortedTotals& totals_;
};

/// -n step .. -step, step .. n step.
std::vector<Points> shifts_up_to(Points most, Points step) {
    if (step <= Points{}) throw std::invalid_argument("floors move in steps above 0");
    std::vector<Points> shifts;
    for (Points by = step; by <= most; by += step) shifts.push_back(Points{} - by);
    std::reverse(shifts.begin(), shifts.end());
    for (std::size_t i = shifts.size(); i > 0; --i) shifts.push_back(Points{} - shifts[i - 1]);
    return shifts;
}

/// The bands whose floors lie above `below` and not above `above`.
std::vector<BandIndex> floors_between(const model::BandTable& table, Points below, Points above) {
    std::vector<BandIndex> floors;
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const Points floor = table.bands()[i].floor;
        if (below < floor && floor <= above) floors.emplace_back(i);
    }
    return floors;
}

}  // namespace

SortedTotals::SortedTotals(std::span<const Points> totals) : sorted_(totals.begin(), totals.end()) {
    std::sort(sorted_.begin(), sorted_.end());
}

std::size_t SortedTotals::count(Points from, Points until) const {
    if (until <= from) return 0;
    const auto first = std::lower_bound(sorted_.begin(), sorted_.end(), from);
    return static_cast<std::size_t>(std::lower_bound(first, sorted_.end(), until) - first);
}

std::optional<Points> SortedTotals::below(Points points) const {
    const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), points);
    return at == sorted_.begin() ? std::nullopt : std::optional{*(at - 1)};
}

std::optional<Points> SortedTotals::at_or_above(Points points) const {
    const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), points);
    return at == sorted_.end() ? std::nullopt : std::optional{*at};
}

std::vector<Points> SortedTotals::distinct() const {
    std::vector<Points> once{sorted_};
    once.erase(std::unique(once.begin(), once.end()), once.end());
    return once;
}

Points unit_of_floors(const model::BandTable& table, std::span<const Points> totals) {
    std::int64_t unit = base::Decimal::units_per_one;
    for (const std::int64_t start : ladder_of(table).starts) unit = std::gcd(unit, start);
    for (const Points total : totals) unit = std::gcd(unit, total.value().units());
    return Points{base::Decimal::from_units(unit)};
}

Points step_of_shifts(Points unit, Points most) {
    if (most.value().units() / unit.value().units() <= most_steps) return unit;
    return std::min(std::max(unit, Points::whole(1)), most);
}

std::vector<FloorShift> shift_floors(const model::BandTable& table, const SortedTotals& totals, Points most, Points step) {
    const Ladder ladder = ladder_of(table);
    const ShiftCounter counter{ladder, totals};
    const std::vector<Points> shifts = shifts_up_to(most, step);
    std::vector<FloorShift> result;
    for (std::size_t start = 0; start < ladder.points.size(); ++start) {
        ladder.bands[start].visit([&](BandIndex band) {
            for (const Points by : shifts) result.push_back(counter.alone(start, band, by));
        });
    }
    for (const Points by : shifts) result.push_back(counter.together(by));
    return result;
}

std::vector<JobFloors> jobs_and_floors(const model::BandTable& table, std::span<const Points> totals, Points unit) {
    const Ladder ladder = ladder_of(table);
    std::vector<JobFloors> jobs;
    jobs.reserve(totals.size());
    for (const Points total : totals) {
        const Rung rung = ladder.rung_of(total.value().units());
        JobFloors job{.total = total, .band = ladder.band_of(rung), .own_floor_up = {}, .next = {}, .next_floor_down = {}};
        if (job.band) job.own_floor_up = total - ladder.points[rung - 1] + unit;
        Rung next = rung;
        while (next < ladder.points.size() && !ladder.bands[next]) ++next;
        if (next < ladder.points.size()) {
            job.next = ladder.bands[next];
            job.next_floor_down = ladder.points[next] - total;
        }
        jobs.push_back(job);
    }
    return jobs;
}

std::vector<Gap> gaps_of(const model::BandTable& table, const SortedTotals& totals, Points unit) {
    std::vector<Gap> gaps;
    const std::vector<Points> once = totals.distinct();
    for (std::size_t i = 1; i < once.size(); ++i) {
        if (once[i] - once[i - 1] > unit) gaps.push_back({once[i - 1], once[i], floors_between(table, once[i - 1], once[i])});
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.width() > b.width(); });
    return gaps;
}

namespace {

Slack slack_at(const Ladder& ladder, std::size_t start, BandIndex band, const SortedTotals& totals, Points unit) {
    const Points floor = ladder.points[start];
    Slack slack{.floor = band, .below = totals.below(floor), .above = {}, .can_fall = {}, .can_rise = {}};
    if (slack.below) slack.can_fall = floor - *slack.below - unit;
    slack.above = totals.at_or_above(floor);
    const bool last = start + 1 == ladder.points.size();
    if (slack.above && !last && *slack.above >= ladder.points[start + 1]) slack.above.reset();
    if (slack.above) slack.can_rise = *slack.above - floor;
    return slack;
}

}  // namespace

std::vector<Slack> slack_of(const model::BandTable& table, const SortedTotals& totals, Points unit) {
    const Ladder ladder = ladder_of(table);
    std::vector<Slack> all;
    for (std::size_t start = 0; start < ladder.points.size(); ++start) {
        ladder.bands[start].visit([&](BandIndex band) { all.push_back(slack_at(ladder, start, band, totals, unit)); });
    }
    return all;
}

SideBySide side_by_side(const model::BandTable& a, const model::BandTable& b, std::span<const Points> totals) {
    SideBySide result;
    result.same_ids = std::equal(a.bands().begin(), a.bands().end(), b.bands().begin(), b.bands().end(),
                                 [](const model::Band& one, const model::Band& other) { return one.id == other.id; });
    const Ladder ladder_a = ladder_of(a);
    const Ladder ladder_b = ladder_of(b);
    result.jobs.reserve(totals.size());
    for (const Points total : totals) {
        const auto band_a = ladder_a.band_of(ladder_a.rung_of(total));
        const auto band_b = ladder_b.band_of(ladder_b.rung_of(total));
        const model::BandMove move = model::band_move(band_a, band_b);
        result.jobs.push_back({band_a, band_b, move});
        result.moves.count(move);
    }
    return result;
}

}  // namespace je::sensitivity
