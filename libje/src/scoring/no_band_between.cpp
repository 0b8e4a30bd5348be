// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <optional>
#include <variant>
#include <vector>

#include "je/scoring/score.hpp"
#include "scoring/sum_bits.hpp"

namespace je::scoring {

namespace {

using model::LevelIndex;
using model::Points;

/// Sums looked at for one job, as there may be a million jobs.
constexpr std::uint64_t most_cells = std::uint64_t{1} << 16U;

/// Totals above `after` and below `before` are in no band.
struct BandHole {
    Points after{};
    Points before{};
};

/// Holes above the band at the low end, which a rule may have raised, and below the high end.
std::vector<BandHole> holes_within(const model::BandTable& table, const Score& score) {
    std::vector<BandHole> holes;
    const auto bands = table.bands();
    const auto look = [&](model::BandIndex lowest) {
        for (std::size_t i = lowest.value(); i + 1 < bands.size() && bands[i + 1].floor <= score.total_max; ++i) {
            const bool any = bands[i].max && *bands[i].max < bands[i + 1].floor && bands[i + 1].floor > score.total_min;
            if (any) holes.push_back({std::max(*bands[i].max, score.total_min), bands[i + 1].floor});
        }
    };
    score.band_min.visit(look, [] {});
    return holes;
}

/// The points that a unit may have: all that its sides may be between their lowest and highest levels.
class PossiblePoints {
public:
    PossiblePoints(const model::Scheme& scheme, const Score& score) : scheme_{scheme}, score_{score} {}

    [[nodiscard]] std::vector<std::int64_t> of(std::size_t unit) const {
        const UnitScore& known = score_.units[unit];
        if (known.points) return {known.points->value().units()};
        const auto& which = scheme_.units()[unit];
        const auto* factor = std::get_if<model::FactorIndex>(&which);
        return factor != nullptr ? of_factor(*factor) : of_matrix(scheme_[std::get<model::MatrixIndex>(which)]);
    }

private:
    template <class Visit>
    void visit_levels(model::FactorIndex factor, const Visit& visit) const {
        const FactorScore& level = score_.factors[factor.value()];
        for (std::size_t i = level.lowest.value(); i <= level.highest.value(); ++i) visit(LevelIndex{i});
    }

    [[nodiscard]] std::vector<std::int64_t> of_factor(model::FactorIndex factor) const {
        std::vector<std::int64_t> points;
        visit_levels(factor, [&](LevelIndex level) { points.push_back(scheme_[factor][level].points.value().units()); });
        return points;
    }

    [[nodiscard]] std::vector<std::int64_t> of_matrix(const model::Matrix& matrix) const {
        std::vector<std::int64_t> points;
        visit_levels(matrix.rows, [&](LevelIndex row) {
            visit_levels(matrix.columns, [&](LevelIndex column) {
                const model::MatrixCell& cell = matrix.cell(row, column);
                if (cell.allowed) points.push_back(cell.points.value().units());
            });
        });
        return points;
    }

    const model::Scheme& scheme_;
    const Score& score_;
};

/// Every total that the levels of a job add up to: base + n x step.
struct JobSums {
    std::int64_t base = 0;
    std::int64_t step = 1;
    SumBits sums{0};

    /// The first that lies in the hole.
    [[nodiscard]] std::optional<Points> first_in(const BandHole& hole) const {
        const std::int64_t above = hole.after.value().units() - base;
        const auto cell = sums.first_from(above < 0 ? 0 : static_cast<std::uint64_t>(above / step) + 1);
        if (!cell) return std::nullopt;
        const Points total{base::Decimal::from_units(base + static_cast<std::int64_t>(*cell) * step)};
        return total < hole.before ? std::optional{total} : std::nullopt;
    }
};

/// Nothing when there are too many, or a unit has no points that it may have.
std::optional<JobSums> sums_of_job(const model::Scheme& scheme, const Score& score) {
    const PossiblePoints possible{scheme, score};
    std::vector<std::vector<std::int64_t>> units;
    JobSums result{.base = 0, .step = 0};
    std::int64_t span = 0;
    for (std::size_t i = 0; i < score.units.size(); ++i) {
        auto points = possible.of(i);
        if (points.empty()) return std::nullopt;
        const auto [least, most] = std::minmax_element(points.begin(), points.end());
        const std::int64_t smallest = *least;
        span += *most - smallest;
        result.base += smallest;
        for (std::int64_t& one : points) result.step = std::gcd(result.step, one -= smallest);
        if (points.size() > 1) units.push_back(std::move(points));
    }
    result.step = std::max<std::int64_t>(result.step, 1);
    if (static_cast<std::uint64_t>(span / result.step) >= most_cells) return std::nullopt;
    std::vector<Terms> terms;
    for (const auto& points : units) {
        Terms& each = terms.emplace_back();
        for (const std::int64_t one : points) each.push_back(static_cast<std::uint64_t>(one / result.step));
    }
    result.sums = sums_of(terms);
    return result;
}

/// Whether the unknown levels go together however they turn out: no rule between them forbids some, or settles several at once.
bool levels_are_free(const model::Scheme& scheme) {
    const auto constraints = scheme.constraints();
    return scheme.modifiers().empty() &&
           std::none_of(constraints.begin(), constraints.end(), [](const auto& constraint) { return constraint.is_error; });
}

/// A total of the hole for which nothing was added up. A hole narrower than a point is one between whole totals.
std::optional<Points> some_total_in(const BandHole& hole, const model::BandTable& table) {
    for (const model::Unbanded& declared : table.unbanded()) {
        if (declared.from < hole.before && hole.after < declared.to) return std::max(declared.from, hole.after);
    }
    const Points next = hole.after + Points::whole(1);
    return next < hole.before ? std::optional{next} : std::nullopt;
}

}  // namespace

std::optional<NoBandBetween> no_band_between(const model::Scheme& scheme, const model::BandTable& table, const Score& score) {
    if (score.complete || score.total_min == score.total_max || !score.band_min || !score.band_max) return std::nullopt;
    const auto holes = holes_within(table, score);
    if (holes.empty()) return std::nullopt;
    const auto sums = sums_of_job(scheme, score);
    for (const BandHole& hole : holes) {
        const auto total = sums ? sums->first_in(hole) : some_total_in(hole, table);
        if (total) return NoBandBetween{*total, sums.has_value(), sums && levels_are_free(scheme)};
    }
    return std::nullopt;
}

}  // namespace je::scoring
