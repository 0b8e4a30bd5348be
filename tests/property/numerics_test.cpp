// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "numerics/agreement/agreement.hpp"
#include "numerics/statistics/statistics.hpp"
#include "support/close.hpp"

namespace numerics_test {

namespace {

using namespace je::numerics;

using Rows = std::vector<std::vector<Rating>>;
constexpr int top_level = 6;

Scale levels() { return Scale::whole(1, top_level); }

/// A rating on the scale; now and then none, if gaps are wanted.
rc::Gen<Rating> any_rating(bool gaps) {
    return rc::gen::map(rc::gen::inRange(gaps ? -1 : 1, top_level + 1),
                        [](int level) { return level < 1 ? Rating{} : Rating{level}; });
}

/// Two to eight units by two to five raters.
Rows any_rows(bool gaps) {
    const auto raters = *rc::gen::inRange<std::size_t>(2, 6);
    const auto units = *rc::gen::inRange<std::size_t>(2, 9);
    const auto row = rc::gen::container<std::vector<Rating>>(raters, any_rating(gaps));
    return *rc::gen::container<Rows>(units, row);
}

/// The same rows with every rating changed.
template <class Change>
Rows changed(Rows rows, const Change& change) {
    for (auto& row : rows) {
        for (auto& rating : row) {
            if (rating) rating = change(*rating);
        }
    }
    return rows;
}

Rows with_raters_in_order(const Rows& rows, const std::vector<std::size_t>& order) {
    Rows result(rows.size());
    for (std::size_t unit = 0; unit < rows.size(); ++unit) {
        for (const std::size_t rater : order) result[unit].push_back(rows[unit][rater]);
    }
    return result;
}

bool same(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() == b.has_value() && (!a || je::test::close(*a, *b, 1e-11, 1e-12));
}

/// All statistics of a table that do not depend on which rater is which.
std::vector<std::optional<double>> statistics(const Rows& rows) {
    const auto table = RatingTable::of_rows(rows);
    std::vector<std::optional<double>> all{exact_agreement(table).value, kendall_w(table).value,
                                           krippendorff_alpha(table).value};
    if (const auto icc = intraclass(table)) {
        all.push_back(icc->single.value);
        all.push_back(icc->average.value);
    }
    return all;
}

void require_same(const std::vector<std::optional<double>>& a, const std::vector<std::optional<double>>& b) {
    RC_ASSERT(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!same(a[i], b[i])) RC_FAIL("statistic number " + std::to_string(i) + " differs");
    }
}

}  // namespace

TEST_CASE("raters who say the same agree perfectly") {
    CHECK(rc::check([] {
        const auto raters = *rc::gen::inRange<std::size_t>(2, 6);
        const auto one =
            *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, top_level + 1)),
                               [](const auto& x) { return x.size() > 1 && std::set(x.begin(), x.end()).size() > 1; });
        const double unit = *rc::gen::element(1.0, 0.1, 12.5, 1.0 / 3);
        RatingTable table{raters};
        for (const int level : one) table.add_unit(std::vector<Rating>(raters, level * unit));
        const std::vector<double> scale{unit, 2 * unit, 3 * unit, 4 * unit, 5 * unit, 6 * unit};
        RC_ASSERT(krippendorff_alpha(table).value == 1.0);
        RC_ASSERT(exact_agreement(table).value == 1.0);
        RC_ASSERT(kendall_w(table).value == 1.0);
        RC_ASSERT(cohen_kappa(table, 0, 1, Scale{scale}).value == 1.0);
        const auto icc = intraclass(table);
        RC_ASSERT(icc->single.value == 1.0);
        RC_ASSERT(icc->average.value == 1.0);
    }));
}

TEST_CASE("it does not matter which rater is which") {
    CHECK(rc::check([] {
        const auto rows = any_rows(true);
        std::vector<std::size_t> order(rows[0].size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::next_permutation(order.begin(), order.end());
        std::rotate(order.begin(),
                    order.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(order.size())),
                    order.end());
        require_same(statistics(rows), statistics(with_raters_in_order(rows, order)));
    }));
}

TEST_CASE("it does not matter in which order the units come") {
    CHECK(rc::check([] {
        const auto rows = any_rows(true);
        auto turned = rows;
        std::reverse(turned.begin(), turned.end());
        require_same(statistics(rows), statistics(turned));
    }));
}

TEST_CASE("reversing the scale changes no statistic") {
    CHECK(rc::check([] {
        const auto rows = any_rows(true);
        require_same(statistics(rows), statistics(changed(rows, [](double rating) { return top_level + 1 - rating; })));
    }));
}

TEST_CASE("kappa of two raters does not change when they change places or the scale is reversed") {
    CHECK(rc::check([] {
        const auto rows = any_rows(true);
        const auto table = RatingTable::of_rows(rows);
        const auto reversed = RatingTable::of_rows(changed(rows, [](double rating) { return top_level + 1 - rating; }));
        const auto kappa = cohen_kappa(table, 0, 1, levels());
        RC_ASSERT(same(kappa.value, cohen_kappa(table, 1, 0, levels()).value));
        RC_ASSERT(same(kappa.value, cohen_kappa(reversed, 0, 1, levels()).value));
    }));
}

TEST_CASE("kappa is Lin's concordance") {
    CHECK(rc::check([] {
        const auto table = RatingTable::of_rows(any_rows(true));
        const auto pairs = complete_pairs(table, 0, 1);
        if (pairs.a.size() < 2) return;
        const auto kappa = cohen_kappa(table, 0, 1, levels());
        RC_ASSERT(same(kappa.value, lin_concordance(pairs.a, pairs.b).value));
    }));
}

TEST_CASE("Kendall's W tells the mean rank correlation where there are no ties") {
    CHECK(rc::check([] {
        const auto units = *rc::gen::inRange<std::size_t>(3, 8);
        const auto raters = *rc::gen::inRange<std::size_t>(2, 5);
        std::vector<std::vector<Rating>> columns;
        std::vector<std::vector<double>> plain;
        for (std::size_t rater = 0; rater < raters; ++rater) {
            plain.push_back(*rc::gen::unique<std::vector<double>>(
                units, rc::gen::map(rc::gen::inRange(0, 100), [](int x) { return x + 0.5; })));
            columns.emplace_back(plain.back().begin(), plain.back().end());
        }
        const auto w = kendall_w(RatingTable::of_columns(columns));
        const auto m = static_cast<double>(raters);
        double total = 0;
        for (std::size_t a = 0; a < raters; ++a) {
            for (std::size_t b = 0; b < a; ++b) total += *spearman(plain[a], plain[b]).value;
        }
        const double mean = total / (m * (m - 1) / 2);
        RC_ASSERT(same(w.value, (1 + (m - 1) * mean) / m));
    }));
}

TEST_CASE("a constant added to one rater changes ICC(2,1)") {
    CHECK(rc::check([] {
        const auto rows = any_rows(false);
        auto shifted = rows;
        for (auto& row : shifted) *row[0] += 100;
        const auto before = intraclass(RatingTable::of_rows(rows));
        const auto after = intraclass(RatingTable::of_rows(shifted));
        RC_ASSERT(after.has_value());
        if (!before) return;
        const auto absolute = before->single.value;
        if (absolute && std::abs(*absolute) > 1e-9) RC_ASSERT(!same(absolute, after->single.value));
    }));
}

TEST_CASE("units and a new origin of the ratings change no intraclass correlation") {
    CHECK(rc::check([] {
        const auto rows = any_rows(false);
        const auto moved = changed(rows, [](double rating) { return 0.25 * rating - 40; });
        const auto before = intraclass(RatingTable::of_rows(rows));
        const auto after = intraclass(RatingTable::of_rows(moved));
        RC_ASSERT(before.has_value() == after.has_value());
        if (!before) return;
        RC_ASSERT(same(before->single.formula, after->single.formula));
        RC_ASSERT(same(before->average.formula, after->average.formula));
        RC_ASSERT(before->interval.has_value() == after->interval.has_value());
        RC_ASSERT(before->average_interval.has_value() == after->average_interval.has_value());
    }));
}

TEST_CASE("every statistic has a value or a reason, and never both") {
    CHECK(rc::check([] {
        const auto table = RatingTable::of_rows(any_rows(true));
        const auto sound = [](const Statistic& s) {
            RC_ASSERT(s.value.has_value() == s.reason.empty());
            if (!s.value) return;
            RC_ASSERT(std::isfinite(*s.value));
            RC_ASSERT(s.formula == s.value);
        };
        sound(exact_agreement(table));
        sound(krippendorff_alpha(table));
        sound(cohen_kappa(table, 0, 1, levels()));
        sound(kendall_w(table));
        const auto icc = intraclass(table);
        if (!icc) return RC_ASSERT(!icc.reason().empty());
        sound(icc->single);
        sound(icc->average);
        RC_ASSERT(icc->interval.has_value() == icc->interval.reason().empty());
        RC_ASSERT(icc->average_interval.has_value() == icc->average_interval.reason().empty());
    }));
}

}  // namespace numerics_test
