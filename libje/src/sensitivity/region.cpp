// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/region.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/words.hpp"

namespace je::sensitivity {

namespace {

numerics::Ratio ratio_of(base::Decimal value) { return {value.units(), base::Decimal::units_per_one}; }

}  // namespace

void require(Region& region, Requirement requirement) {
    std::vector<Requirement> all(required_of(region).begin(), required_of(region).end());
    all.push_back(std::move(requirement));
    region.required = std::make_shared<const std::vector<Requirement>>(std::move(all));
}

std::string_view to_text(RegionKind kind) {
    constexpr base::Words<RegionKind, 3> words{
        {{"spread", RegionKind::spread}, {"simplex", RegionKind::simplex}, {"dirichlet", RegionKind::dirichlet}}};
    return base::word_for(words, kind);
}

numerics::Scenarios scenarios_of(const Grid& grid, const Region& region, std::uint64_t seed) {
    if (region.required) return CutRegion{grid, region}.scenarios(seed);
    std::vector<std::int64_t> largest(grid.largest().begin(), grid.largest().end());
    switch (region.kind) {
        case RegionKind::spread:
            return numerics::spread_scenarios(std::move(largest), ratio_of(region.spread),
                                              region.rescale == numerics::Rescale::max, seed);
        case RegionKind::simplex:
            return numerics::simplex_scenarios(std::move(largest), ratio_of(region.least_weight), seed);
        case RegionKind::dirichlet:
            return numerics::dirichlet_scenarios(std::move(largest), ratio_of(region.concentration), seed);
    }
    return nullptr;
}

namespace {

using numerics::Fraction;
using numerics::LinearConstraint;
using numerics::LinearRegion;
using numerics::Relation;
using Constraints = std::vector<LinearConstraint>;

/// Less room than this from the middle to any edge is not sampled: weights of scenarios are rounded about as much.
const Fraction least_room{1, 1 << 17};

LinearConstraint one_weight(std::size_t factors, std::size_t f, Relation relation, Fraction bound) {
    LinearConstraint constraint{std::vector<Fraction>(factors), relation, bound};
    constraint.coefficients[f] = 1;
    return constraint;
}

void add_spread(Constraints& list, const Grid& grid, const Fraction& spread) {
    for (std::size_t f = 0; f < grid.factors(); ++f) {
        const Fraction weight = grid.weight(f).reduced();
        list.push_back(one_weight(grid.factors(), f, Relation::at_least, weight * (Fraction{1} - spread)));
        list.push_back(one_weight(grid.factors(), f, Relation::at_most, weight * (Fraction{1} + spread)));
    }
}

/// The same for weights that sum to 1, with 0 as the least coefficient; all are 0 when the constraint has no edge, being met
/// always or never.
LinearConstraint levelled(LinearConstraint constraint) {
    auto& coefficients = constraint.coefficients;
    const Fraction least = *std::min_element(coefficients.begin(), coefficients.end());
    for (Fraction& coefficient : coefficients) coefficient = coefficient - least;
    constraint.bound = constraint.bound - least;
    return constraint;
}

/// The largest coefficient of a levelled constraint: what moving a whole weight can do at most.
Fraction steepness(const LinearConstraint& constraint) {
    return *std::max_element(constraint.coefficients.begin(), constraint.coefficients.end());
}

/// Everything but that weights are 0 or more and sum to 1.
Constraints constraints_of(const Grid& grid, const Region& region) {
    Constraints list;
    if (region.kind == RegionKind::dirichlet || region.rescale == numerics::Rescale::none)
        throw std::invalid_argument{"requirements cut the simplex, or a spread that is rescaled"};
    if (region.kind == RegionKind::spread) {
        add_spread(list, grid, fraction_of(region.spread));
    } else if (region.least_weight > base::Decimal{}) {
        for (std::size_t f = 0; f < grid.factors(); ++f)
            list.push_back(one_weight(grid.factors(), f, Relation::at_least, fraction_of(region.least_weight)));
    }
    for (const Requirement& requirement : required_of(region)) {
        if (requirement.constraint.relation == Relation::equal)
            throw std::invalid_argument{"weights that meet an equality have no room to sample"};
        list.push_back(levelled(requirement.constraint));
    }
    return list;
}

LinearConstraint sum_to_one(std::size_t factors, std::size_t variables) {
    LinearConstraint sum{std::vector<Fraction>(variables), Relation::equal, 1};
    std::fill_n(sum.coefficients.begin(), factors, Fraction{1});
    return sum;
}

LinearRegion weights_of(Constraints list, std::size_t factors) {
    list.push_back(sum_to_one(factors, factors));
    return LinearRegion{factors, list};
}

/// Weights as far as can be from all edges, and how far: one more variable, the room t, in each constraint, as in
/// sum c_f w_f >= bound + steepness t, w_f >= t.
numerics::LinearOptimum middle_of(const Constraints& list, std::size_t factors) {
    Constraints roomy{sum_to_one(factors, factors + 1)};
    for (std::size_t f = 0; f < factors; ++f) {
        roomy.push_back(one_weight(factors + 1, f, Relation::at_least, 0));
        roomy.back().coefficients.back() = -1;
    }
    for (const LinearConstraint& one : list) {
        if (steepness(one) == 0) continue;
        roomy.push_back(one);
        roomy.back().coefficients.push_back(one.relation == Relation::at_least ? -steepness(one) : steepness(one));
    }
    std::vector<Fraction> room(factors + 1);
    room.back() = 1;
    return LinearRegion{factors + 1, roomy}.maximise(room);
}

numerics::WeightPolytope::Row row_of(const LinearConstraint& constraint) {
    const double sign = constraint.relation == Relation::at_least ? -1 : 1;
    numerics::WeightPolytope::Row row;
    for (const Fraction& coefficient : constraint.coefficients) row.coefficients.push_back(sign * coefficient.to_double());
    row.bound = sign * constraint.bound.to_double();
    return row;
}

}  // namespace

CutRegion::CutRegion(const Grid& grid, const Region& region)
    : largest_(grid.largest().begin(), grid.largest().end()),
      largest_total_{grid.largest_total()},
      weights_{weights_of(constraints_of(grid, region), grid.factors())} {
    if (weights_.empty()) return;
    const Constraints list = constraints_of(grid, region);
    const auto middle = middle_of(list, grid.factors());
    room_ = middle.value < least_room ? Room::flat : Room::full;
    if (room_ == Room::flat) return;
    for (const LinearConstraint& one : list) {
        if (steepness(one) > 0) polytope_.rows.push_back(row_of(one));
    }
    for (std::size_t f = 0; f < grid.factors(); ++f) polytope_.inside.push_back(middle.at[f].to_double());
}

numerics::TotalRange CutRegion::range(std::span<const std::int64_t> points) const {
    if (room_ == Room::empty) throw std::logic_error{"there are no weights in this region"};
    std::vector<Fraction> most;
    std::vector<Fraction> least;
    for (std::size_t f = 0; f < points.size(); ++f) {
        most.push_back(Fraction{numerics::Int128{largest_total_} * points[f], largest_[f]}.reduced());
        least.push_back(-most.back());
    }
    return {-weights_.maximise(least).value, weights_.maximise(most).value};
}

numerics::Scenarios CutRegion::scenarios(std::uint64_t seed) const {
    if (room_ != Room::full) throw std::logic_error{"there is no room in this region"};
    return numerics::polytope_scenarios(largest_, polytope_, seed);
}

WalkMade walk_made(const Grid& grid, const Region& region, std::uint64_t scenarios, std::uint64_t seed) {
    const auto options = numerics::with_defaults({}, grid.factors());
    const CutRegion cut{grid, region};
    return {options.burn_in, options.thinning, numerics::least_effective_size(*cut.scenarios(seed), scenarios)};
}

}  // namespace je::sensitivity
