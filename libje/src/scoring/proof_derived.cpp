// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/scheme/derivation_grid.hpp"
#include "scoring/proof.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::Derivation;
using model::DerivationOrder;

/// Pairs of rows of neighbouring values of which the second gives the lower level; the higher one where more means less.
std::set<std::pair<std::size_t, std::size_t>> falling_rows(const model::Scheme& scheme, const Derivation& rule) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    if (rule.order == DerivationOrder::none) return pairs;
    std::vector<const model::FactDefinition*> facts;
    for (const model::FactIndex fact : rule.facts) facts.push_back(&scheme[fact]);
    model::DerivationGrid{facts, rule.rows}.visit_neighbours([&](std::size_t row, std::size_t next) {
        const auto from = rule.rows[row].level, to = rule.rows[next].level;
        if (rule.order == DerivationOrder::up ? to < from : from < to) pairs.emplace(row, next);
    });
    return pairs;
}

void check_order(const model::Scheme& scheme, const Derivation& rule, base::Diagnostics& diagnostics) {
    const model::Factor& factor = scheme[rule.factor];
    const bool up = rule.order == DerivationOrder::up;
    for (const auto& [row, next] : falling_rows(scheme, rule)) {
        diagnostics.warning(
            {"JE-I15", rule.rows[next].at,
             fmt::format("derivation '{}' gives level '{}' of factor '{}' in row {}, and in row {}, for more, the "
                         "{} level '{}'",
                         rule.id.text(), factor[rule.rows[row].level].id.text(), factor.id.text(), row + 1, next + 1,
                         up ? "lower" : "higher", factor[rule.rows[next].level].id.text()),
             up ? "levels that rise, or stay, as numbers rise" : "levels that fall, or stay, as numbers rise",
             up ? "hold the rows against the scheme's own document; where more means less, write 'order: down', "
                  "and 'order: none' where there is no order"
                : "hold the rows against the scheme's own document; where there is no order, write 'order: none'"});
    }
}

/// The levels that the rows give, and those that modifiers then may raise them to.
std::vector<bool> given_levels(const model::Scheme& scheme, const Derivation& rule) {
    std::vector<bool> given(scheme[rule.factor].levels.size(), false);
    for (const model::DerivedRow& row : rule.rows) given[row.level.value()] = true;
    for (const model::Modifier& modifier : scheme.modifiers()) {
        if (modifier.factor != rule.factor) continue;
        const std::vector<bool> before = given;
        for (const model::LevelIndex from : modifier.from_levels) {
            if (before[from.value()]) given[raised_from(modifier, from).value()] = true;
        }
    }
    return given;
}

void check_given(const model::Scheme& scheme, const Derivation& rule, base::Diagnostics& diagnostics) {
    const model::Factor& factor = scheme[rule.factor];
    const auto given = given_levels(scheme, rule);
    for (std::size_t level = 0; level < given.size(); ++level) {
        if (given[level]) continue;
        diagnostics.warning(
            {"JE-I16", rule.at,
             fmt::format("no row of derivation '{}' gives level '{}' of factor '{}', and no modifier raises to it",
                         rule.id.text(), factor.levels[level].id.text(), factor.id.text()),
             "levels that a job can have", "add the row that gives it; if the scheme's own document has none, leave it"});
    }
}

}  // namespace

void check_derivations(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    for (const Derivation& rule : scheme.derivations()) {
        if (rule.is_table()) continue;
        check_order(scheme, rule, diagnostics);
        check_given(scheme, rule, diagnostics);
    }
}

}  // namespace je::scoring
