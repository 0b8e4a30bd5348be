// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <vector>

#include "je/scoring/score.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_rules.hpp"
#include "sensitivity/weighed_jobs.hpp"
#include "support/bands.hpp"

// SLOW AND PLAIN: every weighting in fractions of any size, every total from its summands, every band by trying each floor,
// every rank by counting.

namespace je::slow::weightings_oracle_test {

namespace {

using Whole = boost::multiprecision::cpp_int;
using Exact = boost::multiprecision::cpp_rational;
using Points = model::Points;

Exact exact(Points points) { return Exact{points.value().units(), base::Decimal::units_per_one}; }
Exact exact(const numerics::Fraction& fraction) { return Exact{Whole{fraction.numerator()}, Whole{fraction.denominator()}}; }
/// Ten-thousandths of a point as points.
Exact in_points(const numerics::Fraction& units) { return exact(units) / base::Decimal::units_per_one; }

/// What is asked of one scheme: some units or groups with shares, in percent, and what happens to the rest.
struct Asked {
    model::WeightingsDraft draft;
    std::vector<Exact> weights;  // of each unit, worked out as the rule says
};

Exact sum_of(const std::vector<Exact>& values) {
    Exact sum = 0;
    for (const Exact& one : values) sum += one;
    return sum;
}

std::vector<Exact> own_weights(const model::Scheme& scheme) {
    std::vector<Exact> own;
    for (const auto& unit : scheme.units()) own.push_back(exact(unit.largest()));
    const Exact all = sum_of(own);
    for (Exact& one : own) one /= all;
    return own;
}

std::vector<std::size_t> members(const model::Scheme& scheme, const std::string& name) {
    std::vector<std::size_t> units;
    for (std::size_t u = 0; u < scheme.units().size(); ++u) {
        const auto& unit = scheme.units()[u];
        if (unit.id() == name || (unit.group() && "group:" + scheme[*unit.group()].id.text() == name)) units.push_back(u);
    }
    return units;
}

/// Names that stand for different units, never all of them.
std::vector<std::string> names_to_weigh(const model::Scheme& scheme, Random& random) {
    std::vector<std::string> names;
    std::vector<bool> used;  // a unit whose points are all 0 cannot be weighed
    for (const auto& unit : scheme.units()) used.push_back(unit.largest() == Points{});
    const auto take = [&](const std::string& name) {
        const auto units = members(scheme, name);
        const bool free = std::none_of(units.begin(), units.end(), [&](std::size_t u) { return used[u]; });
        const auto left = static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
        if (units.empty() || !free || left <= units.size()) return;
        for (const std::size_t u : units) used[u] = true;
        names.push_back(name);
    };
    if (random.one_in(2)) take("group:g");
    for (const auto& unit : scheme.units()) {
        if (random.one_in(3)) take(unit.id());
    }
    return names;
}

Asked random_weighting(const model::Scheme& scheme, Random& random) {
    Asked asked;
    auto& one = asked.draft.weightings.emplace_back();
    one.id.value = "w";
    one.reason.value = "to try it";
    const auto own = own_weights(scheme);
    asked.weights.assign(own.size(), Exact{0});
    std::vector<bool> named(own.size(), false);
    std::int64_t left = 100 * base::Decimal::units_per_one;
    for (const std::string& name : names_to_weigh(scheme, random)) {
        const auto most = static_cast<std::size_t>(left / 2);
        std::int64_t units = static_cast<std::int64_t>(random.from(0, most));
        if (random.one_in(2)) units -= units % base::Decimal::units_per_one;
        left -= units;
        one.weights.emplace_back(test::text(name), base::Located<base::Decimal>{base::Decimal::from_units(units), {}});
        Exact together = 0;
        for (const std::size_t u : members(scheme, name)) together += own[u];
        for (const std::size_t u : members(scheme, name)) {
            named[u] = true;
            asked.weights[u] = Exact{units, 100 * base::Decimal::units_per_one} * own[u] / together;
        }
    }
    const bool equal = random.one_in(2);
    if (equal) one.rest = test::text("equal");
    Exact together = 0;
    std::int64_t many = 0;
    for (std::size_t u = 0; u < own.size(); ++u) {
        if (named[u] || own[u] == 0) continue;
        together += own[u];
        ++many;
    }
    const Exact rest{left, 100 * base::Decimal::units_per_one};
    for (std::size_t u = 0; u < own.size(); ++u) {
        if (!named[u] && own[u] > 0) asked.weights[u] = equal ? Exact{rest / many} : Exact{rest * own[u] / together};
    }
    return asked;
}

Exact rounded(const Exact& value, const model::Rounding& rounding) {
    const Exact in_steps = value / (Exact{rounding.to.units(), base::Decimal::units_per_one});
    const Whole below = boost::multiprecision::numerator(in_steps) / boost::multiprecision::denominator(in_steps);
    const Exact over = in_steps - Exact{below};
    bool up = false;
    switch (rounding.mode) {
        case model::RoundingMode::half_up:
            up = over >= Exact{1, 2};
            break;
        case model::RoundingMode::half_even:
            up = over > Exact{1, 2} || (over == Exact{1, 2} && below % 2 == 1);
            break;
        case model::RoundingMode::half_down:
            up = over > Exact{1, 2};
            break;
        case model::RoundingMode::down:
            break;
        case model::RoundingMode::up:
            up = over > 0;
            break;
    }
    return (Exact{below} + (up ? 1 : 0)) * Exact{rounding.to.units(), base::Decimal::units_per_one};
}

/// The points of each unit as they count under a weighting, then their sum.
Exact slow_total(const model::Scheme& scheme, std::span<const Points> points, const std::vector<Exact>& weights,
                 const std::optional<model::Rounding>& rounding) {
    const auto own = own_weights(scheme);
    Exact total = 0;
    for (std::size_t u = 0; u < points.size(); ++u) {
        const Exact worth = own[u] == 0 ? Exact{0} : Exact{exact(points[u]) * weights[u] / own[u]};
        total += rounding ? rounded(worth, *rounding) : worth;
    }
    return total;
}

/// The band whose floor is the highest that the total has reached, unless a declared hole begins between the two.
std::optional<model::BandIndex> slow_band(const model::BandTable& table, const Exact& total) {
    std::optional<model::BandIndex> band;
    Exact from = -1;
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        if (exact(table.bands()[i].floor) <= total) {
            band = model::BandIndex{i};
            from = exact(table.bands()[i].floor);
        }
    }
    for (const auto& hole : table.unbanded()) {
        if (band && exact(hole.from) <= total && exact(hole.from) > from) band.reset();
    }
    return band;
}

std::optional<model::BandIndex> slow_band(const std::vector<Points>& floors, const Exact& total) {
    std::optional<model::BandIndex> band;
    for (std::size_t i = 0; i < floors.size(); ++i) {
        if (exact(floors[i]) <= total) band = model::BandIndex{i};
    }
    return band;
}

/// Rows of one option for each unit.
std::vector<Points> random_jobs(const model::Scheme& scheme, Random& random, std::size_t jobs) {
    std::vector<Points> points;
    for (std::size_t j = 0; j < jobs; ++j) {
        for (const auto& unit : scheme.units()) {
            std::vector<Points> allowed;
            for (const auto& option : unit.options()) {
                if (option.allowed) allowed.push_back(option.points);
            }
            points.push_back(random.pick(allowed));
        }
    }
    return points;
}

struct Met {
    std::size_t rounded = 0, fractions = 0, moved = 0, on_a_floor = 0, in_no_band = 0, new_floors = 0, groups = 0;
};

void check_jobs(const sensitivity::WeighedInput& input, const sensitivity::Weighting& weighting, const Asked& asked,
                const sensitivity::WeighedJobs& own, const sensitivity::WeighedJobs& fast, Met& met) {
    const std::size_t units = input.scheme.units().size();
    std::vector<Exact> totals;
    for (std::size_t j = 0; j < input.jobs.size(); ++j)
        totals.push_back(slow_total(input.scheme, input.points.subspan(j * units, units), asked.weights, weighting.rounding));
    for (std::size_t j = 0; j < totals.size(); ++j) {
        const auto& job = fast.jobs[j];
        REQUIRE(in_points(job.total) == totals[j]);
        const auto band = fast.floors.empty() ? slow_band(input.table, totals[j]) : slow_band(fast.floors, totals[j]);
        REQUIRE(test::plain(job.band) == band);
        const auto rank = static_cast<std::size_t>(
            1 + std::count_if(totals.begin(), totals.end(), [&](const Exact& other) { return other > totals[j]; }));
        REQUIRE(job.rank == rank);
        REQUIRE(job.rank_change == static_cast<std::int64_t>(own.jobs[j].rank) - static_cast<std::int64_t>(rank));
        REQUIRE(job.direction == model::band_move(own.jobs[j].band, job.band));
        const Exact shown = exact(Points{sensitivity::shown_total(job.total)});
        const Exact away = shown - totals[j];
        REQUIRE((away <= Exact{1, 20'000} && away > Exact{-1, 20'000}));
        met.fractions += shown != totals[j] ? 1U : 0U;
        met.moved += job.direction != model::BandMove::same ? 1U : 0U;
        met.in_no_band += band ? 0U : 1U;
        met.on_a_floor += std::any_of(input.table.bands().begin(), input.table.bands().end(),
                                      [&](const model::Band& one) { return exact(one.floor) == totals[j]; })
                              ? 1U
                              : 0U;
    }
}

void check_distance(const model::Scheme& scheme, const Asked& asked, const sensitivity::WeighedJobs& fast) {
    const auto own = own_weights(scheme);
    Exact sum = 0, most = 0;
    for (std::size_t u = 0; u < own.size(); ++u) {
        if (own[u] == 0) continue;
        const Exact difference = boost::multiprecision::abs(Exact{asked.weights[u] - own[u]});
        sum += difference;
        most = std::max(most, Exact{difference / own[u]});
    }
    REQUIRE(exact(fast.distance.moved) == sum / 2);
    REQUIRE(exact(fast.distance.largest_relative) == most);
}

/// Half of the factors of a scheme in a group.
model::Scheme grouped_scheme(std::uint64_t seed) {
    Random random{seed};
    auto draft = SchemeMaker{seed, {.facts = false}}.make();
    draft.groups.push_back({test::text("g"), "A group", {}});
    for (auto& factor : draft.factors) {
        if (random.one_in(2) && factor.levels.front().points) factor.group = test::text("g");
    }
    return test::made(draft);
}

void check_seed(std::uint64_t seed, Met& met) {
    Random random{seed + 1'000};
    const model::Scheme scheme = grouped_scheme(seed);
    Asked asked = random_weighting(scheme, random);
    base::Diagnostics diagnostics;
    auto weightings = sensitivity::make_weightings(asked.draft, scheme, &scheme.band_tables()[0], diagnostics);
    REQUIRE(weightings);
    auto& weighting = weightings->front();
    REQUIRE(weighting.weights.size() == asked.weights.size());
    for (std::size_t u = 0; u < asked.weights.size(); ++u) REQUIRE(exact(weighting.weights[u]) == asked.weights[u]);
    REQUIRE(sum_of(asked.weights) == 1);
    if (random.one_in(2)) {
        weighting.rounding = model::Rounding{test::decimal(random.pick(std::vector<std::string>{"0.5", "1", "5", "0.0001"})),
                                             static_cast<model::RoundingMode>(random.from(0, 3))};
        ++met.rounded;
    }
    if (random.one_in(3)) weighting.floors = static_cast<sensitivity::FloorRule>(random.from(1, 3));
    for (const auto& [name, share] : asked.draft.weightings.front().weights) met.groups += name.value == "group:g" ? 1U : 0U;
    std::vector<std::string> ids;
    for (std::size_t j = 0; j < 12; ++j) ids.push_back("j" + std::to_string(j));
    const auto points = random_jobs(scheme, random, ids.size());
    const sensitivity::WeighedInput input{scheme, scheme.band_tables()[0], ids, points, test::points("0.1")};
    const auto fast = sensitivity::weigh_jobs(input, *weightings, diagnostics);
    REQUIRE(fast.size() == 2);
    REQUIRE(fast[0]);
    if (!fast[1]) {
        REQUIRE(weighting.floors);  // too few totals for so many bands, which is told
        REQUIRE(diagnostics.errors() == 1);
        return;
    }
    met.new_floors += fast[1]->floors.empty() ? 0U : 1U;
    check_jobs(input, weighting, asked, *fast[0], *fast[1], met);
    check_distance(scheme, asked, *fast[1]);
}

/// The largest points of each unit, by trying every combination of levels.
std::vector<Exact> largest_by_trying(const model::Scheme& scheme) {
    std::vector<Exact> largest(scheme.units().size(), Exact{0});
    every_levels(scheme, [&](const Levels& levels) {
        const auto points = unit_points(scheme, levels);
        for (std::size_t u = 0; u < points.size(); ++u)
            if (points[u]) largest[u] = std::max(largest[u], exact(*points[u]));
    });
    return largest;
}

struct Range {
    Exact lowest, highest;
};

/// Lowest and highest total over every way to give the levels that are missing, of those whose cells are all allowed.
std::optional<Range> slow_range(const model::Scheme& scheme, const model::Answers& answers, const std::vector<Exact>& weights,
                                const std::optional<model::Rounding>& rounding) {
    std::optional<Range> range;
    every_levels(scheme, [&](const Levels& levels) {
        for (std::size_t f = 0; f < levels.size(); ++f)
            if (answers.levels[f] && *answers.levels[f] != levels[f]) return;
        std::vector<Points> points;
        for (const auto& one : unit_points(scheme, levels)) {
            if (!one) return;
            points.push_back(*one);
        }
        const Exact total = slow_total(scheme, points, weights, rounding);
        if (!range) range = Range{total, total};
        range->lowest = std::min(range->lowest, total);
        range->highest = std::max(range->highest, total);
    });
    return range;
}

struct MetDependents {
    std::size_t complete = 0, ranges = 0, rounded = 0, fractions = 0;
};

/// A job scored, then weighed as `je score --weight` does.
void check_job(const model::Scheme& scheme, const sensitivity::Weighting& weighting, const Asked& asked,
               const model::Answers& answers, MetDependents& met) {
    const auto score = scoring::score(scheme, nullptr, answers);
    const auto slow = slow_range(scheme, answers, asked.weights, weighting.rounding);
    REQUIRE(slow.has_value() == !score.has_errors());
    if (!slow) return;
    std::vector<Points> lowest, highest;
    for (const auto& unit : score.units) {
        lowest.push_back(unit.lowest);
        highest.push_back(unit.highest);
    }
    const sensitivity::WeighedPoints weighed{scheme, weighting};
    REQUIRE(in_points(weighed.total(lowest)) == slow->lowest);
    REQUIRE(in_points(weighed.total(highest)) == slow->highest);
    met.complete += score.complete ? 1U : 0U;
    met.ranges += slow->lowest < slow->highest ? 1U : 0U;
    met.fractions += exact(Points{sensitivity::shown_total(weighed.total(lowest))}) != slow->lowest ? 1U : 0U;
}

void check_dependents(std::uint64_t seed, MetDependents& met) {
    Random random{seed + 5'000};
    const model::Scheme scheme =
        random_scheme(seed, {.constraints = false, .facts = false, .dependents = true, .most_factors = 4, .most_levels = 4});
    const auto largest = largest_by_trying(scheme);
    for (std::size_t u = 0; u < largest.size(); ++u) REQUIRE(exact(scheme.units()[u].largest()) == largest[u]);
    const Asked asked = random_weighting(scheme, random);
    base::Diagnostics diagnostics;
    auto weightings = sensitivity::make_weightings(asked.draft, scheme, &scheme.band_tables()[0], diagnostics);
    REQUIRE(weightings);
    auto& weighting = weightings->front();
    if (random.one_in(3)) {
        weighting.rounding = model::Rounding{test::decimal("0.5"), static_cast<model::RoundingMode>(random.from(0, 3))};
        ++met.rounded;
    }
    for (std::size_t j = 0; j < 6; ++j) check_job(scheme, weighting, asked, random_answers(scheme, random, 20), met);
}

}  // namespace

TEST_CASE("totals of dependent units under other weights: each unit's points as scored, times its weight by its own") {
    MetDependents met;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        check_dependents(seed, met);
    }
    CHECK(met.complete > 300);
    CHECK(met.ranges > 300);
    CHECK(met.rounded > 50);
    CHECK(met.fractions > 300);
}

TEST_CASE("weightings against fractions of any size") {
    Met met;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        CAPTURE(seed);
        check_seed(seed, met);
    }
    CHECK(met.rounded > 300);
    CHECK(met.fractions > 1'000);
    CHECK(met.moved > 1'000);
    CHECK(met.on_a_floor > 20);
    CHECK(met.in_no_band > 100);
    CHECK(met.new_floors > 100);
    CHECK(met.groups > 100);
}

}  // namespace je::slow::weightings_oracle_test
