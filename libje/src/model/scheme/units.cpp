// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/words.hpp"

namespace je::model {

namespace {

ScoredUnit unit_of_factor(const Factor& factor, FactorIndex index) {
    std::vector<UnitOption> options;
    std::vector<base::SourcePosition> places;
    for (const Level& level : factor.levels) {
        options.push_back({.points = level.points, .percent = level.percent});
        places.push_back(level.at);
    }
    return ScoredUnit{{.kind = UnitKind::factor,
                       .id = factor.id.text(),
                       .name = factor.name,
                       .group = factor.group,
                       .source = factor.source,
                       .printed_weight = factor.printed_weight,
                       .at = factor.at,
                       .by_percent = factor.rule.kind == PointsRuleKind::percent},
                      {{index, factor.levels.size()}},
                      std::move(options),
                      std::move(places)};
}

}  // namespace

std::string_view to_text(UnitKind kind) {
    constexpr base::Words<UnitKind, 2> words{{{"factor", UnitKind::factor}, {"matrix", UnitKind::matrix}}};
    return base::word_for(words, kind);
}

ScoredUnit::ScoredUnit(Head head, std::vector<Side> sides, std::vector<UnitOption> options,
                       std::vector<base::SourcePosition> places)
    : head_{std::move(head)}, sides_{std::move(sides)}, options_{std::move(options)}, places_{std::move(places)} {
    std::size_t stride = 1;
    for (std::size_t i = sides_.size(); i-- > 0;) {
        sides_[i].stride = stride;
        stride *= sides_[i].levels;
    }
    std::vector<Points> values;
    for (const UnitOption& option : options_) {
        if (option.allowed) values.push_back(option.points);
    }
    take_values(std::move(values));
}

void ScoredUnit::take_values(std::vector<Points> values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    values_ = std::move(values);
    smallest_ = values_.empty() ? Points{} : values_.front();
    largest_ = values_.empty() ? Points{} : values_.back();
}

void ScoredUnit::depend(Dependence on, std::vector<Points> values) {
    dependence_ = std::move(on);
    take_values(std::move(values));
}

std::string ScoredUnit::called() const { return fmt::format("{} '{}'", to_text(kind()), id()); }

bool ScoredUnit::depends_on(FactorIndex factor) const {
    return std::any_of(sides_.begin(), sides_.end(), [&](const Side& side) { return side.factor == factor; });
}

std::vector<ScoredUnit> units_of(std::vector<Factor>& factors, const std::vector<ScoredUnit>& combined) {
    std::vector<ScoredUnit> units;
    std::vector<bool> is_placed(factors.size(), false);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (is_placed[i]) continue;
        const auto found = std::find_if(combined.begin(), combined.end(),
                                        [&](const ScoredUnit& unit) { return unit.depends_on(FactorIndex{i}); });
        units.push_back(found == combined.end() ? unit_of_factor(factors[i], FactorIndex{i}) : *found);
        for (const ScoredUnit::Side& side : units.back().sides()) {
            factors[side.factor.value()].unit = UnitIndex{units.size() - 1};
            is_placed[side.factor.value()] = true;
        }
    }
    return units;
}

void check_max_total(const SchemeDraft& draft, Points largest, base::Diagnostics& diagnostics) {
    if (!draft.max_total || draft.max_total->value == largest.value()) return;
    if (std::any_of(draft.factors.begin(), draft.factors.end(), points_from_weight))
        return;  // je check holds it, with the weights
    diagnostics.error({"JE-S40", draft.max_total->at,
                       fmt::format("'max_total' is {}, but the largest points add up to {}", draft.max_total->value.to_string(),
                                   largest.to_string()),
                       "the sum of the largest points of all factors and matrices",
                       "hold both against the scheme's own document: either a figure was copied wrongly, or the "
                       "document contradicts itself, which is for its owner to settle"});
}

}  // namespace je::model
