// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/rule_cells.hpp"

#include <optional>
#include <span>

namespace je::scoring {

namespace {

void cut_by(model::FactCells& cells, model::FactIndex fact, std::span<const model::Condition> conditions) {
    for (const model::Condition& condition : conditions) {
        model::visit_tests(
            condition, [](const model::FactorCondition&) {},
            [&](const model::FactCondition& on) {
                if (on.fact == fact) cells.cut(on);
            });
    }
}

void cut_by(model::FactCells& cells, const model::FactDefinition& fact, const std::optional<model::FactTest>& test) {
    if (!test) return;
    if (test->from) cells.cut_before(*test->from);
    if (test->below) cells.cut_before(*test->below);
    if (fact.kind == model::FactKindOf::several) cells.count_among(test->of);
}

}  // namespace

void cut_by_rules(model::FactCells& cells, const model::Scheme& scheme, model::FactIndex fact) {
    for (const model::Constraint& rule : scheme.constraints()) {
        cut_by(cells, fact, rule.when);
        cut_by(cells, fact, rule.require);
    }
    for (const model::BandRule& rule : scheme.band_rules()) {
        cut_by(cells, fact, rule.when);
        cut_by(cells, fact, rule.unless);
    }
    for (const model::Derivation& rule : scheme.derivations()) {
        for (std::size_t i = 0; i < rule.facts.size(); ++i) {
            for (const model::DerivedRow& row : rule.rows) {
                if (rule.facts[i] == fact) cut_by(cells, scheme[fact], row.tests[i]);
            }
        }
    }
    for (const model::FactorIndex factor : scheme.factors_with_trees()) {
        for (const model::Question& question : scheme[factor].tree->questions) {
            if (question.fact != fact) continue;
            for (const model::TreeOption& option : question.options) cut_by(cells, scheme[fact], option.test);
        }
    }
    for (const model::Modifier& rule : scheme.modifiers()) {
        if (rule.fact == fact) cells.cut_before(rule.at_least);
    }
}

}  // namespace je::scoring
