// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "numerics/weights/weights.hpp"
#include "oracle/glpk.hpp"
#include "oracle/slow_weights.hpp"
#include "support/close.hpp"

// Jobs of up to sixteen factors, and any linear programmes, against GLPK.

namespace numerics_glpk_test {

namespace {

using namespace je::numerics;
using namespace je::oracle;
using je::test::close;
using Rows = std::vector<LinearConstraint>;

bool agree(double ours, double theirs) { return close(ours, theirs, 1e-7, 1e-7); }

std::int64_t up_to(std::mt19937_64& random, std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1));
}

/// Points in whole numbers; a floor that most weights can reach.
struct Case {
    Job job;
    std::int64_t threshold = 0;
};
template <class Check>
void for_each_case(std::uint64_t seed, int cases, Check check) {
    std::mt19937_64 random{seed};
    for (int i = 0; i < cases; ++i) {
        Case drawn{random_job(random, 1 + random() % 16, i % 2 == 0 ? 240 : 4), 0};
        drawn.threshold = drawn.job.all() / 8 + up_to(random, drawn.job.all() * 3 / 4);
        INFO("seed " << seed << ", case " << i);
        check(drawn.job, drawn.threshold);
    }
}

/// The range as two linear programmes. Multipliers k_f of the box over their sum times largest points: y_f = t k_f, sum m_f y_f
/// = 1, which makes the ratio linear (Charnes and Cooper 1962). Variables: the y_f, then t.
void check_spread_range(const Job& job, const Fraction& spread) {
    const std::size_t factors = job.size();
    Fractions objective(factors + 1);
    LinearConstraint one{Fractions(factors + 1), Relation::equal, 1};
    Rows rows;
    for (std::size_t f = 0; f < factors; ++f) {
        objective[f] = job.all() * job.points[f];
        one.coefficients[f] = job.largest[f];
        LinearConstraint low{Fractions(factors + 1), Relation::at_least, 0};
        low.coefficients[f] = 1;
        LinearConstraint high = low;
        low.coefficients[factors] = spread - 1;
        high.coefficients[factors] = -(1 + spread);
        high.relation = Relation::at_most;
        rows.insert(rows.end(), {low, high});
    }
    rows.push_back(one);
    const TotalRange range = spread_range(job.weighing(), spread, Rescale::max);
    CHECK(agree(range.highest.to_double(), glpk_maximise(objective, rows).value));
    CHECK((LinearRegion{factors + 1, rows}.maximise(objective).value == range.highest));
    for (Fraction& coefficient : objective) coefficient = -coefficient;
    CHECK(agree(range.lowest.to_double(), -glpk_maximise(objective, rows).value));
}

void check_simplex_range(const Job& job, const Fraction& least) {
    Rows rows = all_weights(job.size());
    Fractions objective;
    for (std::size_t f = 0; f < job.size(); ++f) {
        objective.push_back(job.alone(f));
        rows.push_back({Fractions(job.size()), Relation::at_least, least});
        rows.back().coefficients[f] = 1;
    }
    const TotalRange range = simplex_range(job.weighing(), least);
    CHECK(agree(range.highest.to_double(), glpk_maximise(objective, rows).value));
    for (Fraction& coefficient : objective) coefficient = -coefficient;
    CHECK(agree(range.lowest.to_double(), -glpk_maximise(objective, rows).value));
}

TEST_CASE("ranges of totals are those of GLPK") {
    for_each_case(21, 100, [](const Job& job, std::int64_t threshold) {
        check_spread_range(job, Fraction{threshold % 10, 10});
        check_simplex_range(job, Fraction{1, static_cast<std::int64_t>(job.size()) + threshold % 20});
    });
}

/// The least s with |k_f - 1| <= s and a total at the threshold or beyond. Variables: how far each k_f is above 1, how far
/// below, and s.
GlpkOptimum glpk_spread(const Job& job, std::int64_t threshold, Crossing crossing) {
    const std::size_t factors = job.size();
    const std::int64_t sign = crossing == Crossing::reach ? 1 : -1;
    LinearConstraint crosses{Fractions(2 * factors + 1), Relation::at_least, 0};
    Rows rows;
    for (std::size_t f = 0; f < factors; ++f) {
        const std::int64_t pull = sign * (job.all() * job.points[f] - threshold * job.largest[f]);
        crosses.coefficients[f] = pull;
        crosses.coefficients[factors + f] = -pull;
        crosses.bound = crosses.bound - pull;
        rows.push_back({Fractions(2 * factors + 1), Relation::at_most, 0});
        rows.back().coefficients[f] = rows.back().coefficients[factors + f] = 1;
        rows.back().coefficients[2 * factors] = -1;
    }
    rows.push_back(crosses);
    rows.push_back({Fractions(2 * factors + 1), Relation::at_most, 1});
    rows.back().coefficients[2 * factors] = 1;
    Fractions objective(2 * factors + 1);
    objective[2 * factors] = -1;
    return glpk_maximise(objective, rows);
}

TEST_CASE("the critical spread is that of GLPK") {
    for_each_case(22, 150, [](const Job& job, std::int64_t threshold) {
        for (const Crossing crossing : {Crossing::reach, Crossing::lose}) {
            const auto ours = critical_spread(job.weighing(), threshold, crossing);
            if (!ours) continue;  // at s = 1 GLPK takes multipliers of 0, or the floor itself when it is to be lost
            CHECK(agree(ours->to_double(), -glpk_spread(job, threshold, crossing).value));
        }
    });
}

/// The least moved. Variables: what each factor gives, then what each gets.
GlpkOptimum glpk_moved(const Job& job, std::int64_t threshold, Crossing crossing) {
    const std::size_t factors = job.size();
    const std::int64_t sign = crossing == Crossing::reach ? 1 : -1;
    LinearConstraint even{Fractions(2 * factors), Relation::equal, 0};
    LinearConstraint total{Fractions(2 * factors), Relation::at_least, sign * (threshold - job.total())};
    Rows rows;
    for (std::size_t f = 0; f < factors; ++f) {
        even.coefficients[f] = -1;
        even.coefficients[factors + f] = 1;
        total.coefficients[f] = -sign * job.alone(f);
        total.coefficients[factors + f] = sign * job.alone(f);
        rows.push_back({Fractions(2 * factors), Relation::at_most, Fraction{job.largest[f], job.all()}});
        rows.back().coefficients[f] = 1;
    }
    rows.insert(rows.end(), {even, total});
    Fractions objective(2 * factors);
    std::fill_n(objective.begin(), factors, -1);
    return glpk_maximise(objective, rows);
}

TEST_CASE("the smallest move is that of GLPK") {
    TransportDistance move;
    for_each_case(23, 150, [&](const Job& job, std::int64_t threshold) {
        move.prepare(job.weighing());
        for (const Crossing crossing : {Crossing::reach, Crossing::lose}) {
            const auto ours = move.moved(threshold, crossing);
            const GlpkOptimum theirs = glpk_moved(job, threshold, crossing);
            if (ours)
                CHECK(agree(ours->to_double(), -theirs.value));
            else if (crossing == Crossing::reach)
                CHECK(theirs.outcome == LinearOutcome::infeasible);
        }
    });
}

LinearConstraint any_constraint(std::mt19937_64& random, std::size_t variables) {
    LinearConstraint row{Fractions(variables), Relation::at_most, up_to(random, 40) - 10};
    for (Fraction& coefficient : row.coefficients)
        coefficient = up_to(random, 2) == 0 ? Fraction{0} : Fraction{up_to(random, 16) - 5, 4};
    const auto kind = up_to(random, 9);
    if (kind == 0) row.relation = Relation::equal;
    if (kind > 7) row.relation = Relation::at_least;
    return row;
}

TEST_CASE("any linear programme ends as GLPK says: optimal with the same value, infeasible or unbounded") {
    std::mt19937_64 random{24};
    std::array<int, 3> seen{};
    for (int i = 0; i < 300; ++i) {
        const std::size_t variables = 1 + random() % 8;
        Rows rows;
        for (std::size_t count = random() % 12; count > 0; --count) rows.push_back(any_constraint(random, variables));
        Fractions objective(variables);
        for (Fraction& coefficient : objective) coefficient = up_to(random, 20) - 12;
        INFO("seed 24, case " << i);
        const LinearOptimum ours = LinearRegion{variables, rows}.maximise(objective);
        const GlpkOptimum theirs = glpk_maximise(objective, rows);
        REQUIRE(static_cast<int>(ours.outcome) == static_cast<int>(theirs.outcome));
        if (ours.outcome == LinearOutcome::optimal) CHECK(agree(ours.value.to_double(), theirs.value));
        ++seen[static_cast<std::size_t>(ours.outcome)];
    }
    for (const int count : seen) CHECK(count > 20);
}

}  // namespace

}  // namespace numerics_glpk_test
