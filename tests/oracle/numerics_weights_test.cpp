// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "numerics/weights/weights.hpp"
#include "oracle/slow_weights.hpp"
#include "support/close.hpp"

// Every small job, every floor: the closed forms against corners of boxes, vertices of simplices, and grids.

namespace numerics_weights_test {

namespace {

using namespace je::numerics;
using namespace je::oracle;
using je::test::close;

const Fraction a_little{1, 1'000'000};

std::string shown(const Job& job, std::int64_t threshold) {
    std::string text;
    for (std::size_t f = 0; f < job.size(); ++f) {
        text.append(std::to_string(job.points[f])).append("/").append(std::to_string(job.largest[f])).append(" ");
    }
    return text.append("at ").append(std::to_string(threshold));
}

void check_spread(const Job& job, std::int64_t threshold, Crossing crossing, Rescale rescale) {
    const auto spread = critical_spread(job.weighing(), threshold, crossing, rescale);
    const auto crosses = [&](const Fraction& at) { return some_corner_crosses(job, at, threshold, crossing, rescale); };
    if (!spread) {
        CHECK_FALSE(crosses(1));
        return;
    }
    const bool there = has_crossed(job.total(), threshold, crossing);
    CHECK((*spread == 0) >= there);
    if (crossing == Crossing::reach || there)
        CHECK(crosses(*spread));
    else
        CHECK((!crosses(*spread) && crosses(*spread + a_little)));
    if (*spread > 0) CHECK_FALSE(crosses(*spread - a_little));
}

TEST_CASE("the critical spread is where the first corner of the box crosses") {
    for_each_small_job([](const Job& job, std::int64_t threshold) {
        INFO(shown(job, threshold));
        for (const Rescale rescale : {Rescale::max, Rescale::none}) {
            check_spread(job, threshold, Crossing::reach, rescale);
            check_spread(job, threshold, Crossing::lose, rescale);
        }
    });
}

void check_range(const TotalRange& range, const Fractions& totals) {
    const auto [lowest, highest] = std::minmax_element(totals.begin(), totals.end());
    CHECK((range.lowest == *lowest));
    CHECK((range.highest == *highest));
}

TEST_CASE("ranges go from the lowest to the highest corner") {
    for_each_small_job([](const Job& job, std::int64_t threshold) {
        if (threshold != 0) return;
        INFO(shown(job, threshold));
        for (const Fraction& spread : {Fraction{0}, Fraction{1, 7}, Fraction{9, 10}, Fraction{1}}) {
            for (const Rescale rescale : {Rescale::max, Rescale::none}) {
                check_range(spread_range(job.weighing(), spread, rescale), corner_totals(job, spread, rescale));
            }
        }
        const auto factors = static_cast<std::int64_t>(job.size());
        for (const Fraction& least : {Fraction{0}, Fraction{1, 5}, Fraction{1, factors}}) {
            Fractions totals(job.size());
            for (std::size_t rest = 0; rest < job.size(); ++rest) {
                for (std::size_t f = 0; f < job.size(); ++f) {
                    const Fraction weight = f == rest ? 1 - (factors - 1) * least : least;
                    totals[rest] = totals[rest] + weight * job.alone(f);
                }
            }
            check_range(simplex_range(job.weighing(), least), totals);
        }
    });
}

std::size_t floors_reached(const Whole& floors, const Fraction& total) {
    std::size_t reached = 0;
    for (const std::int64_t floor : floors) reached += total >= floor ? 1U : 0U;
    return reached;
}

/// The total with factor f at a weight, the others in their proportions.
Fraction total_at(const Job& job, std::size_t f, const Fraction& weight) {
    const Fraction others{job.all() * (job.total() - job.points[f]), job.all() - job.largest[f]};
    return weight * job.alone(f) + (1 - weight) * others;
}

void check_beside(const Job& job, std::size_t f, const Whole& floors, const BesideWeight& beside, const Fraction& begins) {
    CHECK(floors_reached(floors, total_at(job, f, begins)) == beside.floors_reached);
}

void check_interval(const Job& job, std::size_t f, const Whole& floors) {
    const WeightInterval found = one_weight(job.weighing(), floors, f);
    const std::size_t now = floors_reached(floors, job.total());
    std::size_t wrong = 0;
    for (std::int64_t step = 0; step <= 60; ++step) {
        const Fraction weight{step, 60};
        const bool after = found.from_included ? weight >= found.from : weight > found.from;
        const bool before = found.to_included ? weight <= found.to : weight < found.to;
        wrong += (after && before) == (floors_reached(floors, total_at(job, f, weight)) == now) ? 0U : 1U;
    }
    CHECK(wrong == 0);
    CHECK((found.below.has_value() || (found.from == 0 && found.from_included)));
    CHECK((found.above.has_value() || (found.to == 1 && found.to_included)));
    if (found.below) check_beside(job, f, floors, *found.below, found.from_included ? found.from - a_little : found.from);
    if (found.above) check_beside(job, f, floors, *found.above, found.to_included ? found.to + a_little : found.to);
}

TEST_CASE("one weight at a time: inside the interval the floors reached stay, outside they do not") {
    for_each_small_job([](const Job& job, std::int64_t threshold) {
        if (job.size() < 2 || job.all() > 6) return;
        INFO(shown(job, threshold));
        for (std::size_t f = 0; f < job.size(); ++f) check_interval(job, f, {threshold, threshold + 1, threshold + 3});
    });
}

/// The least that moves, as an exact linear programme: variables are what each factor gives, then what each gets.
std::optional<Fraction> least_moved(const Job& job, std::int64_t threshold, Crossing crossing) {
    const std::size_t factors = job.size();
    LinearConstraint sum{Fractions(2 * factors), Relation::equal, 0};
    LinearConstraint total{Fractions(2 * factors), crossing == Crossing::reach ? Relation::at_least : Relation::at_most,
                           threshold - job.total()};
    std::vector<LinearConstraint> constraints;
    for (std::size_t f = 0; f < factors; ++f) {
        sum.coefficients[f] = -1;
        sum.coefficients[factors + f] = 1;
        total.coefficients[f] = -job.alone(f);
        total.coefficients[factors + f] = job.alone(f);
        LinearConstraint has{Fractions(2 * factors), Relation::at_most, Fraction{job.largest[f], job.all()}};
        has.coefficients[f] = 1;
        constraints.push_back(has);
    }
    constraints.push_back(sum);
    constraints.push_back(total);
    Fractions objective(2 * factors);
    std::fill_n(objective.begin(), factors, -1);
    const LinearOptimum optimum = LinearRegion{2 * factors, constraints}.maximise(objective);
    return optimum.outcome == LinearOutcome::optimal ? std::optional{-optimum.value} : std::nullopt;
}

bool some_factor_alone_crosses(const Job& job, std::int64_t threshold, Crossing crossing) {
    for (std::size_t f = 0; f < job.size(); ++f) {
        if (has_crossed(job.alone(f), threshold, crossing)) return true;
    }
    return false;
}

/// That weights are weights and give the threshold.
void check_weights(const Job& job, std::int64_t threshold, const std::vector<double>& weights) {
    double sum = 0;
    double total = 0;
    for (std::size_t f = 0; f < job.size(); ++f) {
        CHECK(weights[f] >= 0);
        sum += weights[f];
        total += weights[f] * job.alone(f).to_double();
    }
    CHECK(close(sum, 1));
    CHECK(close(total, static_cast<double>(threshold), 1e-12, 1e-12 * static_cast<double>(job.all())));
}

void check_move(const Job& job, std::int64_t threshold, Crossing crossing, const TransportDistance& move) {
    std::vector<double> weights(job.size(), -7);
    const auto moved = move.moved(threshold, crossing, weights);
    REQUIRE(moved.has_value() == some_factor_alone_crosses(job, threshold, crossing));
    if (!moved) {
        CHECK(weights[0] == -7);
        return;
    }
    CHECK((*moved == *least_moved(job, threshold, crossing)));
    CHECK((*moved == *move.moved(threshold, crossing)));
    double distance = 0;
    for (std::size_t f = 0; f < job.size(); ++f)
        distance += std::abs(weights[f] - Fraction(job.largest[f], job.all()).to_double());
    CHECK(close(distance / 2, moved->to_double(), 1e-12, 1e-15));
    if (*moved > 0) check_weights(job, threshold, weights);
}

TEST_CASE("the smallest move is the optimum of its linear programme") {
    TransportDistance move;
    for_each_small_job([&](const Job& job, std::int64_t threshold) {
        INFO(shown(job, threshold));
        move.prepare(job.weighing());
        check_move(job, threshold, Crossing::reach, move);
        check_move(job, threshold, Crossing::lose, move);
    });
}

/// The conditions of Karush, Kuhn and Tucker, which make weights the nearest: where a factor has weight, its change is a + b S,
/// and where it has none that would be below -w0. `a` and `b` follow from two factors with weight whose S differ.
void check_nearest(const Job& job, const std::vector<double>& weights, double sign) {
    const auto change = [&](std::size_t f) { return weights[f] - Fraction(job.largest[f], job.all()).to_double(); };
    const auto alone = [&](std::size_t f) { return job.alone(f).to_double(); };
    std::size_t low = job.size();
    std::size_t high = job.size();
    for (std::size_t f = 0; f < job.size(); ++f) {
        if (!(weights[f] > 0)) continue;
        if (low == job.size() || alone(f) < alone(low)) low = f;
        if (high == job.size() || alone(f) > alone(high)) high = f;
    }
    REQUIRE(low < job.size());
    if (alone(low) == alone(high)) return;  // all weight is on the best: nothing else reaches the threshold
    const double b = (change(high) - change(low)) / (alone(high) - alone(low));
    CHECK(sign * b > 0);
    for (std::size_t f = 0; f < job.size(); ++f) {
        const double would_be = change(low) + b * (alone(f) - alone(low));
        if (weights[f] > 0)
            CHECK(close(change(f), would_be, 1e-9, 1e-12));
        else
            CHECK(change(f) >= would_be - 1e-12);
    }
}

void check_least_squares(const Job& job, std::int64_t threshold, Crossing crossing) {
    std::vector<double> weights(job.size(), -7);
    const auto distance = euclidean_projection(job.weighing(), threshold, crossing, weights);
    REQUIRE(distance.has_value() == some_factor_alone_crosses(job, threshold, crossing));
    if (!distance || *distance == 0) {
        CHECK((!distance || has_crossed(job.total(), threshold, crossing) || job.total() == threshold));
        return;
    }
    check_weights(job, threshold, weights);
    check_nearest(job, weights, crossing == Crossing::reach ? 1 : -1);
}

TEST_CASE("the least-squares change meets the conditions for the nearest weights") {
    for_each_small_job([](const Job& job, std::int64_t threshold) {
        INFO(shown(job, threshold));
        check_least_squares(job, threshold, Crossing::reach);
        check_least_squares(job, threshold, Crossing::lose);
    });
    std::mt19937_64 random{11};
    for (int i = 0; i < 300; ++i) {
        const Job job = random_job(random, 2 + random() % 15, 240);
        const auto threshold = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(job.all()));
        INFO("seed 11, case " << i << ": " << shown(job, threshold));
        check_least_squares(job, threshold, Crossing::reach);
        check_least_squares(job, threshold, Crossing::lose);
    }
}

}  // namespace

}  // namespace numerics_weights_test
