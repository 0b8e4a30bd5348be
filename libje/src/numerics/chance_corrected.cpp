// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/chance_corrected.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "numerics/agreement/pairable.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

ChanceCorrected none(std::string reason, Used used, std::size_t left_out) {
    return {Statistic::none(std::move(reason), used), {}, {}, left_out};
}

/// From the disagreement seen and the disagreement by chance, both from 0 to 1.
ChanceCorrected corrected(double seen, double by_chance, Used used, std::size_t left_out) {
    return {Statistic::of((by_chance - seen) / by_chance, used), 1 - seen, 1 - by_chance, left_out};
}

/// How often each level of the scale is among these ratings, all of which are on it.
std::vector<double> level_counts(const std::vector<double>& ratings, const Scale& scale) {
    std::vector<double> counts(scale.size());
    for (const double rating : ratings) counts[*scale.place(rating)] += 1;
    return counts;
}

/// The sum of the disagreements between all ordered pairs of these counts, on a scale from 0 to 1.
double between_counts(const std::vector<double>& counts, Weighting weighting) {
    CompensatedSum total;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts.size(); ++j) total.add(counts[i] * counts[j] * disagreement(weighting, i, j));
    }
    return total.value() / largest_disagreement(weighting, counts.size());
}

double observed_disagreement(const Pairable& pairable, const Scale& scale, Weighting weighting) {
    CompensatedSum total;
    for (const auto& unit : pairable.units) {
        const auto n = static_cast<double>(unit.size());
        total.add(between_counts(level_counts(unit, scale), weighting) / (n * (n - 1)));
    }
    return total.value() / static_cast<double>(pairable.units.size());
}

/// The share of each level, first within each unit with any rating, then averaged over these units.
std::vector<double> level_shares(const RatingTable& table, const Scale& scale) {
    std::vector<CompensatedSum> sums(scale.size());
    double rated = 0;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        const auto ratings = given(table.unit(unit));
        if (ratings.empty()) continue;
        rated += 1;
        const auto counts = level_counts(ratings, scale);
        for (std::size_t i = 0; i < counts.size(); ++i) sums[i].add(counts[i] / static_cast<double>(ratings.size()));
    }
    std::vector<double> shares;
    for (const auto& level : sums) shares.push_back(level.value() / rated);
    return shares;
}

/// The mean of all weights of agreement, 0 to 1.
double mean_weight(std::size_t levels, Weighting weighting) {
    const auto q = static_cast<double>(levels);
    return 1 - between_counts(std::vector<double>(levels, 1), weighting) / (q * q);
}

/// How far from 1 agreement by chance is, for Gwet: the mean weight times the sum of p (1 - p), times q / (q - 1).
double gwet_disagreement(const RatingTable& table, const Scale& scale, Weighting weighting) {
    CompensatedSum uncertain;
    for (const double share : level_shares(table, scale)) uncertain.add(share * (1 - share));
    const auto q = static_cast<double>(scale.size());
    return 1 - mean_weight(scale.size(), weighting) * q / (q - 1) * uncertain.value();
}

template <class ByChance>
ChanceCorrected on_scale(const RatingTable& table, const Scale& scale, Weighting weighting, const ByChance& by_chance) {
    const Pairable pairable = pairable_units(table);
    const auto refused = [&](std::string reason) { return none(std::move(reason), pairable.used(), pairable.left_out); };
    if (pairable.units.empty()) return refused(reasons::no_two_ratings);
    if (scale.size() < 2) return refused("the scale has fewer than two levels, so the raters had no choice");
    if (const auto misfit = scale.misfit(table)) return refused(*misfit);
    return corrected(observed_disagreement(pairable, scale, weighting), by_chance(), pairable.used(), pairable.left_out);
}

/// The scale of the ratings that occur.
Scale used_levels(const CompleteRows& ratings) {
    std::vector<double> values;
    for (const auto& row : ratings.rows) values.insert(values.end(), row.begin(), row.end());
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return Scale{std::move(values)};
}

}  // namespace

ChanceCorrected fleiss_kappa(const RatingTable& table) {
    const CompleteRows ratings = complete_rows(table);
    const auto refused = [&](std::string reason) { return none(std::move(reason), ratings.used(), ratings.left_out); };
    if (ratings.raters < 2) return refused("there are fewer than two raters");
    if (ratings.rows.empty()) return refused("nothing was rated by everyone");
    const Scale scale = used_levels(ratings);
    if (scale.size() < 2) return refused(reasons::all_the_same);
    std::vector<double> all;
    for (const auto& row : ratings.rows) all.insert(all.end(), row.begin(), row.end());
    const auto n = static_cast<double>(all.size());
    const double by_chance = between_counts(level_counts(all, scale), Weighting::unweighted) / (n * n);
    const Pairable complete{ratings.rows, ratings.raters, ratings.left_out};
    return corrected(observed_disagreement(complete, scale, Weighting::unweighted), by_chance, ratings.used(),
                     ratings.left_out);
}

ChanceCorrected gwet_ac(const RatingTable& table, const Scale& scale, Weighting weighting) {
    return on_scale(table, scale, weighting, [&] { return gwet_disagreement(table, scale, weighting); });
}

ChanceCorrected brennan_prediger(const RatingTable& table, const Scale& scale, Weighting weighting) {
    return on_scale(table, scale, weighting, [&] { return 1 - mean_weight(scale.size(), weighting); });
}

}  // namespace je::numerics
