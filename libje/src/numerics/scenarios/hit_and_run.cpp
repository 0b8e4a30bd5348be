// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <stdexcept>
#include <utility>

#include "numerics/random.hpp"
#include "numerics/scenarios/elementary.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "numerics/scenarios/sources.hpp"

namespace je::numerics {

namespace {

using Row = WeightPolytope::Row;

double product(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t f = 0; f < a.size(); ++f) sum += a[f] * b[f];
    return sum;
}

/// The coefficients of a row that are not 0: most rows bound one weight or two.
struct SparseRow {
    std::vector<std::pair<std::size_t, double>> coefficients;
    double bound = 0;
};

std::vector<SparseRow> sparse_rows(const WeightPolytope& polytope) {
    std::vector<SparseRow> rows;
    for (const Row& row : polytope.rows) {
        rows.push_back({{}, row.bound});
        for (std::size_t f = 0; f < row.coefficients.size(); ++f)
            if (row.coefficients[f] != 0) rows.back().coefficients.emplace_back(f, row.coefficients[f]);
    }
    return rows;
}

double product(const SparseRow& row, std::span<const double> b) {
    double sum = 0;
    for (const auto& [f, coefficient] : row.coefficients) sum += coefficient * b[f];
    return sum;
}

/// A point that walks. All sums are in the order of the factors and of the rows.
class HitAndRun {
public:
    HitAndRun(const std::vector<SparseRow>& rows, const std::vector<double>& inside, RandomStream random)
        : rows_{&rows}, random_{random}, at_{inside}, direction_(at_.size()) {}

    void step() {
        if (at_.size() == 1) return;
        choose_direction();
        double least = -std::numeric_limits<double>::infinity();
        double most = std::numeric_limits<double>::infinity();
        for (std::size_t f = 0; f < at_.size(); ++f) cut(-direction_[f], at_[f], least, most);
        for (const SparseRow& row : *rows_) cut(product(row, direction_), row.bound - product(row, at_), least, most);
        const double length = least + random_.between_0_and_1() * (most - least);
        for (std::size_t f = 0; f < at_.size(); ++f) at_[f] = std::max(0.0, at_[f] + length * direction_[f]);
    }

    [[nodiscard]] const std::vector<double>& at() const { return at_; }

private:
    void choose_direction() {
        double mean = 0;
        for (double& part : direction_) {
            part = normal_draw(random_);
            mean += part;
        }
        mean /= static_cast<double>(direction_.size());
        for (double& part : direction_) part -= mean;
    }

    // Lengths with slope * length <= room; room is 0 or more but for rounding, so that a length of 0 always stays.
    static void cut(double slope, double room, double& least, double& most) {
        const double length = std::max(0.0, room) / slope;
        if (slope > 0) most = std::min(most, length);
        if (slope < 0) least = std::max(least, length);
    }

    const std::vector<SparseRow>* rows_;
    RandomStream random_;
    std::vector<double> at_;
    std::vector<double> direction_;
};

class HitAndRunSource final : public ScenarioSource {
public:
    HitAndRunSource(ScenarioForm form, const WeightPolytope& polytope, std::uint64_t seed, const HitAndRunOptions& options)
        : ScenarioSource{std::move(form)},
          maker_{this->form()},
          rows_{sparse_rows(polytope)},
          inside_{polytope.inside},
          seed_{seed},
          options_{options} {}

    void fill(std::uint64_t first, std::span<std::int64_t> out) const override {
        const std::uint64_t last = first + out.size() / factors();
        while (first < last) {
            const std::uint64_t chain = first / options_.chain_length;
            const std::uint64_t end = std::min(last, (chain + 1) * options_.chain_length);
            const std::size_t size = static_cast<std::size_t>(end - first) * factors();
            fill_from(chain, static_cast<std::size_t>(first % options_.chain_length), out.first(size));
            out = out.subspan(size);
            first = end;
        }
    }

private:
    void fill_from(std::uint64_t chain, std::size_t skipped, std::span<std::int64_t> out) const {
        HitAndRun walk{rows_, inside_, RandomStream{seed_, chain, 1}};
        const std::size_t before = options_.burn_in + skipped * options_.thinning;
        for (std::size_t step = 0; step < before; ++step) walk.step();
        std::vector<double> weights(factors());
        for (std::size_t at = 0; at < out.size(); at += factors()) {
            for (std::size_t step = 0; step < options_.thinning; ++step) walk.step();
            weights = walk.at();
            maker_.make(weights, out.subspan(at, factors()));
        }
    }

    MultiplierMaker maker_;
    std::vector<SparseRow> rows_;
    std::vector<double> inside_;
    std::uint64_t seed_;
    HitAndRunOptions options_;
};

void check_inside(const WeightPolytope& polytope, std::size_t factors) {
    const auto& at = polytope.inside;
    if (at.size() != factors) throw std::invalid_argument{"the inside point must have a weight for every factor"};
    double sum = 0;
    for (const double weight : at) {
        if (!(weight > 0)) throw std::invalid_argument{"the inside point must have weights above 0"};
        sum += weight;
    }
    constexpr double rounding = 1e-9;
    if (!(sum > 1 - rounding && sum < 1 + rounding))
        throw std::invalid_argument{"the weights of the inside point must add up to 1"};
    for (const Row& row : polytope.rows)
        if (row.coefficients.size() != factors || !(product(row.coefficients, at) < row.bound))
            throw std::invalid_argument{"the inside point must lie below the bound of every row"};
}

}  // namespace

HitAndRunOptions with_defaults(const HitAndRunOptions& options, std::size_t factors) {
    HitAndRunOptions made = options;
    if (made.thinning == 0) made.thinning = 4 * factors;
    if (made.burn_in == 0) made.burn_in = 64 * made.thinning;
    if (made.chain_length == 0) made.chain_length = 1;
    return made;
}

Scenarios polytope_scenarios(std::vector<std::int64_t> largest, WeightPolytope polytope, std::uint64_t seed,
                             const HitAndRunOptions& options) {
    check_inside(polytope, largest.size());
    const HitAndRunOptions made = with_defaults(options, largest.size());
    return std::make_shared<HitAndRunSource>(weight_form(std::move(largest)), polytope, seed, made);
}

namespace {

// The sum over all pairs of values `distance` apart in one chain, divided by the number of values.
double autocovariance(std::span<const double> moved, std::size_t chain_length, std::size_t distance) {
    double sum = 0;
    for (std::size_t begin = 0; begin < moved.size(); begin += chain_length) {
        const std::size_t end = std::min(moved.size(), begin + chain_length);
        for (std::size_t i = begin; i + distance < end; ++i) sum += moved[i] * moved[i + distance];
    }
    return sum / static_cast<double>(moved.size());
}

}  // namespace

double effective_sample_size(std::span<const double> values, std::size_t chain_length) {
    const auto count = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values) mean += value;
    mean /= count;
    std::vector<double> moved;
    for (const double value : values) moved.push_back(value - mean);
    const double variance = autocovariance(moved, chain_length, 0);
    if (!(variance > 0)) return count;
    double sum = -variance;  // distance 0 is in the first pair, and counts once
    for (std::size_t distance = 0; distance < chain_length; distance += 2) {
        const double pair = autocovariance(moved, chain_length, distance) + autocovariance(moved, chain_length, distance + 1);
        if (!(pair > 0)) break;
        sum += 2 * pair;
    }
    return std::min(count, count * variance / std::max(sum, variance / count));
}

double least_effective_size(const ScenarioSource& source, std::uint64_t count, std::size_t chain_length) {
    constexpr std::uint64_t chains = 16;
    const auto looked_at = static_cast<std::size_t>(std::min<std::uint64_t>(count, chains * chain_length));
    if (looked_at == 0) return 0;
    const auto weights = scenario_weights(source, 0, looked_at);
    double least = static_cast<double>(looked_at);
    std::vector<double> values(looked_at);
    for (std::size_t f = 0; f < source.factors(); ++f) {
        for (std::size_t s = 0; s < looked_at; ++s) values[s] = static_cast<double>(weights[s * source.factors() + f]);
        least = std::min(least, effective_sample_size(values, chain_length));
    }
    return least / static_cast<double>(looked_at) * static_cast<double>(count);
}

}  // namespace je::numerics
