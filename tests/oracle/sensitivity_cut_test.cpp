// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
//
// Ranges over cut regions of three weights against the corners of the region, found one by one in exact fractions.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

#include "sensitivity/region.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"

namespace sensitivity_cut_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using numerics::Fraction;
using numerics::Relation;
using Weights = std::array<Fraction, 3>;

/// sum c_f w_f <= bound.
struct Edge {
    Weights coefficients;
    Fraction bound;
};

Fraction product(const Weights& a, const Weights& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Fraction determinant(const Weights& a, const Weights& b, const Weights& c) {
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

/// Where two edges meet among weights that sum to 1, by Cramer's rule.
std::optional<Weights> meeting(const Edge& a, const Edge& b) {
    const Weights ones{1, 1, 1};
    const Fraction all = determinant(a.coefficients, b.coefficients, ones);
    if (all == 0) return std::nullopt;
    Weights at;
    for (std::size_t f = 0; f < 3; ++f) {
        Weights first = a.coefficients;
        Weights second = b.coefficients;
        first[f] = a.bound;
        second[f] = b.bound;
        at[f] = determinant(first, second, ones) / all;
    }
    return at;
}

std::vector<Edge> edges_of(const Grid& grid, const Region& region) {
    std::vector<Edge> edges;
    const auto add = [&](std::size_t f, int sign, const Fraction& bound) {
        Edge edge{{0, 0, 0}, bound};
        edge.coefficients[f] = sign;
        edges.push_back(edge);
    };
    const Fraction spread = fraction_of(region.spread);
    for (std::size_t f = 0; f < 3; ++f) {
        add(f, -1, region.kind == RegionKind::simplex ? -fraction_of(region.least_weight) : Fraction{0});
        if (region.kind == RegionKind::simplex) continue;
        add(f, -1, -(grid.weight(f) * (Fraction{1} - spread)));
        add(f, 1, grid.weight(f) * (Fraction{1} + spread));
    }
    for (const Requirement& one : required_of(region)) {
        const Fraction sign = one.constraint.relation == Relation::at_least ? -1 : 1;
        const auto& c = one.constraint.coefficients;
        edges.push_back({{sign * c[0], sign * c[1], sign * c[2]}, sign * one.constraint.bound});
    }
    return edges;
}

std::vector<Weights> corners_of(const std::vector<Edge>& edges) {
    std::vector<Weights> corners;
    for (std::size_t a = 0; a < edges.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const auto at = meeting(edges[a], edges[b]);
            const auto holds = [&](const Edge& edge) { return product(edge.coefficients, *at) <= edge.bound; };
            if (at && std::all_of(edges.begin(), edges.end(), holds)) corners.push_back(*at);
        }
    }
    return corners;
}

}  // namespace

TEST_CASE("ranges of cut regions are those of their corners") {
    const Grid grid =
        Grid::make(test::made(test::simple_scheme({test::table_factor("a", {"1", "20"}), test::table_factor("b", {"1", "30"}),
                                                   test::table_factor("c", {"1", "50"})})),
                   test::band_table({{"1", "0"}}))
            .value();
    std::mt19937 random{11};
    const auto draw = [&](int from, int to) {
        return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
    };
    std::size_t empty = 0;
    std::size_t full = 0;
    for (int round = 0; round < 120; ++round) {
        Region region;
        region.kind = round % 2 == 0 ? RegionKind::simplex : RegionKind::spread;
        region.least_weight = base::Decimal::from_units(round % 4 == 0 ? 500 : 0);
        region.spread = base::Decimal::from_units(draw(1, 9) * 1000);
        for (int i = draw(1, 3); i > 0; --i) {
            Requirement one;
            for (int f = 0; f < 3; ++f) one.constraint.coefficients.emplace_back(draw(-2, 2));
            one.constraint.relation = draw(0, 1) == 0 ? Relation::at_least : Relation::at_most;
            one.constraint.bound = Fraction{draw(-4, 6), 10};
            require(region, one);
        }
        const std::array<std::int64_t, 3> points{draw(-20, 20), draw(-30, 30), draw(-50, 50)};
        const Weights totals{Fraction{100 * points[0], 20}, Fraction{100 * points[1], 30}, Fraction{100 * points[2], 50}};
        const auto corners = corners_of(edges_of(grid, region));
        const CutRegion cut{grid, region};
        INFO("round " << round);
        REQUIRE((cut.room() == Room::empty) == corners.empty());
        if (corners.empty()) {
            ++empty;
            continue;
        }
        full += cut.room() == Room::full ? 1U : 0U;
        Fraction lowest = product(totals, corners.front());
        Fraction highest = lowest;
        for (const Weights& corner : corners) {
            lowest = std::min(lowest, product(totals, corner));
            highest = std::max(highest, product(totals, corner));
        }
        CHECK(cut.range(points).lowest == lowest);
        CHECK(cut.range(points).highest == highest);
    }
    CHECK(empty > 10);
    CHECK(full > 40);
}

}  // namespace sensitivity_cut_test
