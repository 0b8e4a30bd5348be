// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/agreement.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

/// The ratings that can be compared with another of the same unit.
struct Pairable {
    std::vector<std::vector<double>> units;  // two or more ratings each
    std::size_t raters = 0;                  // those who gave any of them

    [[nodiscard]] Used used() const { return {units.size(), raters}; }
};

Pairable pairable_units(const RatingTable& table) {
    Pairable result;
    std::vector<bool> took_part(table.raters());
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        auto ratings = given(table.unit(unit));
        if (ratings.size() < 2) continue;
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            if (table.rating(unit, rater)) took_part[rater] = true;
        }
        result.units.push_back(std::move(ratings));
    }
    result.raters = static_cast<std::size_t>(std::count(took_part.begin(), took_part.end(), true));
    return result;
}

}  // namespace

Statistic exact_agreement(const RatingTable& table) {
    const Pairable pairable = pairable_units(table);
    if (pairable.units.empty()) return Statistic::none(reasons::no_two_ratings, pairable.used());
    const auto agreed = std::count_if(pairable.units.begin(), pairable.units.end(), [](const std::vector<double>& unit) {
        return std::all_of(unit.begin(), unit.end(), [&](double value) { return value == unit.front(); });
    });
    return Statistic::of(static_cast<double>(agreed) / static_cast<double>(pairable.units.size()), pairable.used());
}

namespace {

/// The different ratings, lowest first, with how often each was given.
struct Marginals {
    std::vector<double> values;
    std::vector<double> counts;
    std::vector<double> up_to;  // how many ratings are at or below the value
    double total = 0;

    [[nodiscard]] std::size_t place(double value) const {
        return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
    }
};

Marginals marginals_of(const Pairable& pairable) {
    std::vector<double> all;
    for (const auto& unit : pairable.units) all.insert(all.end(), unit.begin(), unit.end());
    std::sort(all.begin(), all.end());
    Marginals result;
    for (const double value : all) {
        if (result.values.empty() || result.values.back() != value) {
            result.values.push_back(value);
            result.counts.push_back(0);
            result.up_to.push_back(result.total);
        }
        result.total += 1;
        result.counts.back() += 1;
        result.up_to.back() = result.total;
    }
    return result;
}

/// The square of how many ratings lie between two places among the different ratings, those equal to either counted half; the
/// first place is not above the second.
double distance(const Marginals& marginals, std::size_t i, std::size_t j) {
    if (i == j) return 0;
    const double between = marginals.up_to[j] - marginals.up_to[i] + (marginals.counts[i] - marginals.counts[j]) / 2;
    return between * between;
}

/// The sum over pairs within units, each unit weighted by 1 / (ratings - 1); each pair counted once.
double observed(const Pairable& pairable, const Marginals& marginals) {
    CompensatedSum total;
    for (auto unit : pairable.units) {
        std::sort(unit.begin(), unit.end());
        CompensatedSum within;
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = i + 1; j < unit.size(); ++j) {
                within.add(distance(marginals, marginals.place(unit[i]), marginals.place(unit[j])));
            }
        }
        total.add(within.value() / static_cast<double>(unit.size() - 1));
    }
    return total.value();
}

/// The sum over all pairs of ratings, weighted by 1 / (ratings - 1); each pair counted once.
double expected(const Marginals& marginals) {
    CompensatedSum total;
    for (std::size_t i = 0; i < marginals.values.size(); ++i) {
        for (std::size_t j = i + 1; j < marginals.values.size(); ++j) {
            total.add(marginals.counts[i] * marginals.counts[j] * distance(marginals, i, j));
        }
    }
    return total.value() / (marginals.total - 1);
}

}  // namespace

Statistic krippendorff_alpha(const RatingTable& table) {
    const Pairable pairable = pairable_units(table);
    if (pairable.units.empty()) return Statistic::none(reasons::no_two_ratings, pairable.used());
    const Marginals marginals = marginals_of(pairable);
    if (marginals.values.size() == 1) return Statistic::none(reasons::all_the_same, pairable.used());
    const double by_chance = expected(marginals);
    return Statistic::of((by_chance - observed(pairable, marginals)) / by_chance, pairable.used());
}

namespace {

/// The square of the steps between two places: whole numbers, so that kappa is divided only once.
double disagreement(std::size_t i, std::size_t j) {
    const double steps = i > j ? static_cast<double>(i - j) : static_cast<double>(j - i);
    return steps * steps;
}

/// The sum of the disagreements of all pairs of one rating by each rater, with how often each level was given.
double by_chance(const std::vector<double>& a, const std::vector<double>& b) {
    CompensatedSum total;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) total.add(a[i] * b[j] * disagreement(i, j));
    }
    return total.value();
}

}  // namespace

Statistic cohen_kappa(const RatingTable& table, std::size_t rater_a, std::size_t rater_b, const Scale& scale) {
    const Pairs pairs = complete_pairs(table, rater_a, rater_b);
    const Used used{pairs.a.size(), 2};
    std::vector<double> given_a(scale.size());
    std::vector<double> given_b(scale.size());
    double seen = 0;
    for (std::size_t i = 0; i < pairs.a.size(); ++i) {
        const auto a = scale.place(pairs.a[i]);
        const auto b = scale.place(pairs.b[i]);
        if (!a || !b) return Statistic::none(not_on_scale(a ? pairs.b[i] : pairs.a[i]), used);
        ++given_a[*a];
        ++given_b[*b];
        seen += disagreement(*a, *b);
    }
    if (pairs.a.empty()) return Statistic::none("the two raters rated nothing in common", used);
    const double expected = by_chance(given_a, given_b);
    if (expected == 0)
        return Statistic::none("both raters gave everything the same level, so chance alone would make them agree", used);
    return Statistic::of((expected - static_cast<double>(used.units) * seen) / expected, used);
}

namespace {

struct RankSums {
    std::vector<double> doubled;  // of each unit, over the raters
    double ties = 0;              // over all raters
};

RankSums rank_sums(const CompleteRows& ratings) {
    RankSums result{std::vector<double>(ratings.rows.size()), 0};
    for (const auto& column : ratings.columns()) {
        const Ranks ranks = ranks_of(column);
        result.ties += ranks.ties;
        for (std::size_t unit = 0; unit < ranks.doubled.size(); ++unit) result.doubled[unit] += ranks.doubled[unit];
    }
    return result;
}

}  // namespace

Statistic kendall_w(const RatingTable& table) {
    const CompleteRows ratings = complete_rows(table);
    const Used used = ratings.used();
    if (const auto reason = reasons::too_few(ratings)) return Statistic::none(*reason, used);
    const RankSums sums = rank_sums(ratings);
    const auto n = static_cast<double>(ratings.rows.size());
    const auto m = static_cast<double>(ratings.raters);
    double squares = 0;  // four times S: whole numbers, so exact
    for (const double sum : sums.doubled) squares += (sum - m * (n + 1)) * (sum - m * (n + 1));
    const double most = m * m * (n * n * n - n) - m * sums.ties;
    if (most == 0) return Statistic::none("no rater ranked anything above anything else: each gave everything the same", used);
    return Statistic::of(3 * squares / most, used);
}

}  // namespace je::numerics
