// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace je::model {

namespace {

TotalRange range_of(const Factor& factor) { return {factor.levels.front().points, factor.levels.back().points}; }

TotalRange range_of(const Matrix& matrix) {
    std::optional<TotalRange> range;
    for (const auto& cell : matrix.cells) {
        if (!cell.allowed) continue;
        if (!range) range = TotalRange{cell.points, cell.points};
        range->smallest = std::min(range->smallest, cell.points);
        range->largest = std::max(range->largest, cell.points);
    }
    return range.value_or(TotalRange{});
}

}  // namespace

std::vector<ScoredUnit> units_of(std::span<const Factor> factors) {
    std::vector<ScoredUnit> units;
    std::vector<MatrixIndex> seen;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto& matrix = factors[i].matrix;
        if (!matrix) {
            units.emplace_back(FactorIndex{i});
        } else if (std::find(seen.begin(), seen.end(), *matrix) == seen.end()) {
            units.emplace_back(*matrix);
            seen.push_back(*matrix);
        }
    }
    return units;
}

TotalRange total_range(std::span<const ScoredUnit> units, std::span<const Factor> factors, std::span<const Matrix> matrices) {
    TotalRange total;
    for (const auto& unit : units) {
        const auto* factor = std::get_if<FactorIndex>(&unit);
        const auto range =
            factor != nullptr ? range_of(factors[factor->value()]) : range_of(matrices[std::get<MatrixIndex>(unit).value()]);
        total.smallest += range.smallest;
        total.largest += range.largest;
    }
    return total;
}

Points Scheme::largest_points(const ScoredUnit& unit) const { return total_range({&unit, 1}, factors_, matrices_).largest; }

void check_max_total(const SchemeDraft& draft, Points largest, base::Diagnostics& diagnostics) {
    if (!draft.max_total || draft.max_total->value == largest.value()) return;
    const auto from_weight = [](const SchemeDraft::Factor& factor) {
        return factor.weight && std::none_of(factor.levels.begin(), factor.levels.end(),
                                             [](const auto& level) { return level.points.has_value(); });
    };
    if (std::any_of(draft.factors.begin(), draft.factors.end(), from_weight)) return;  // je check holds it, with the weights
    diagnostics.error({.id = "JE-S40",
                       .at = draft.max_total->at,
                       .message = fmt::format("'max_total' is {}, but the largest points add up to {}",
                                              draft.max_total->value.to_string(), largest.to_string()),
                       .expected = "the sum of the largest points of all factors and matrices",
                       .fix = "hold both against the scheme's own document: either a figure was copied wrongly, or the "
                              "document contradicts itself, which is for its owner to settle"});
}

}  // namespace je::model
