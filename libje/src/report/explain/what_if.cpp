// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/what_if.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <variant>

#include "report/explain/explain_parts.hpp"

#include "scoring/derived.hpp"
#include "scoring/words.hpp"

namespace je::report {
namespace {

using Place = ScoringTables::Place;
using Condition = ScoringTables::Condition;

std::vector<Place> places(const std::vector<model::LevelIndex>& levels) {
    std::vector<Place> found;
    for (const model::LevelIndex level : levels) found.push_back(level.value());
    return found;
}

ScoringTables::Fact::Kind kind_of(model::FactKindOf kind) {
    switch (kind) {
        case model::FactKindOf::number:
            return ScoringTables::Fact::Kind::number;
        case model::FactKindOf::choice:
            return ScoringTables::Fact::Kind::choice;
        case model::FactKindOf::yes_no:
            return ScoringTables::Fact::Kind::yes_no;
        case model::FactKindOf::several:
            return ScoringTables::Fact::Kind::several;
    }
    throw std::logic_error{"a kind of fact that is none"};
}

Condition::Test test_of(model::Test test) {
    switch (test) {
        case model::Test::is:
        case model::Test::one_of:
            return Condition::Test::one_of;
        case model::Test::is_not:
            return Condition::Test::none_of;
        case model::Test::at_least:
            return Condition::Test::at_least;
        case model::Test::at_most:
            return Condition::Test::at_most;
    }
    throw std::logic_error{"a test that is none"};
}

ScoringTables::FactTest test_of(const model::FactDefinition& fact, const model::FactTest& test) {
    ScoringTables::FactTest made{.places = test.is, .is_count = fact.kind == model::FactKindOf::several};
    if (test.from) made.from = test.from->to_string();
    if (test.below) made.below = test.below->to_string();
    for (std::size_t i = 0; fact.kind == model::FactKindOf::several && i < fact.choices.size(); ++i) {
        if (test.of.contains(i)) made.places.push_back(i);
    }
    return made;
}

/// Puts a scheme and its band table into plain values. Facts that no rule uses are left out: nothing depends on them.
class Tables {
public:
    explicit Tables(const ExplainInput& input)
        : scheme_{*input.scheme}, table_{input.table}, facts_{facts_in_use(*input.scheme)} {}

    [[nodiscard]] const std::vector<model::FactIndex>& facts() const { return facts_; }

    [[nodiscard]] ScoringTables made() {
        add_factors();
        add_units();
        for (const model::FactIndex fact : facts_) {
            const model::FactDefinition& of = scheme_[fact];
            const auto digits = [](const auto& bound) { return bound ? bound->to_string() : std::string{}; };
            out_.facts.push_back(
                {of.id.text(), of.name, kind_of(of.kind), of.choices, digits(of.min), digits(of.max), of.whole, of.unit});
        }
        add_level_rules();
        if (table_ != nullptr) add_bands(*table_);
        for (const model::Constraint& rule : scheme_.constraints()) {
            out_.constraints.push_back(
                {rule.id.text(), rule.summary, rule.is_error, conditions(rule.when), conditions(rule.require)});
        }
        return std::move(out_);
    }

private:
    void add_factors() {
        for (const model::Factor& of : scheme_.factors()) {
            ScoringTables::Factor& factor = out_.factors.emplace_back();
            factor.id = of.id.text();
            factor.name = of.name;
            for (const model::Level& level : of.levels) factor.levels.push_back({level.id.text(), level.summary});
        }
    }

    /// Each after what it depends on.
    void add_units() {
        std::map<std::size_t, std::size_t> places;
        const auto add = [&](std::size_t unit) {
            places.emplace(unit, out_.units.size());
            add_unit(scheme_.units()[unit]);
        };
        for (std::size_t i = 0; i < scheme_.units().size(); ++i) {
            if (!scheme_.units()[i].is_dependent()) add(i);
        }
        for (const model::UnitIndex dependent : scheme_.dependent_units()) {
            add(dependent.value());
            add_products(out_.units.back(), scheme_[dependent], places.at(scheme_[dependent].dependence()->base.value()));
        }
    }

    void add_products(ScoringTables::Unit& unit, const model::ScoredUnit& of, std::size_t base) {
        unit.base = base;
        for (const model::Points points : scheme_[of.dependence()->base].values()) {
            unit.base_values.push_back(points.value());
            for (std::size_t i = 0; i < of.options().size(); ++i)
                unit.products.push_back(of[i].allowed ? of.points_of(i, points).value() : base::Decimal{});
        }
    }

    void add_unit(const model::ScoredUnit& of) {
        ScoringTables::Unit& unit = out_.units.emplace_back();
        unit.id = of.id();
        unit.name = of.name();
        unit.is_matrix = of.is_combined();
        for (const auto& side : of.sides()) unit.factors.push_back(side.factor.value());
        for (std::size_t i = 0; i < of.options().size(); ++i) {
            unit.options.push_back(
                {of[i].allowed ? std::optional{of.stated(i)} : std::nullopt, of[i].allowed && of[i].unlikely});
        }
    }

    void add_level_rules() {
        for (const model::Derivation& of : scheme_.derivations()) {
            ScoringTables::Derivation& rule = out_.derivations.emplace_back();
            rule.id = of.id.text();
            rule.factor = of.factor.value();
            for (const model::FactIndex fact : of.facts) rule.facts.push_back(place(fact));
            for (const auto& level : of.level_of_choice)
                rule.level_of_choice.push_back(level ? std::optional{level->value()} : std::nullopt);
            for (const model::DerivedRow& row : of.rows) rule.rows.push_back(row_of(of, row));
        }
        for (const model::Modifier& of : scheme_.modifiers()) {
            out_.modifiers.push_back({of.id.text(), of.factor.value(), place(of.fact), of.at_least.to_string(), of.raise,
                                      places(of.from_levels), of.ceiling.value()});
        }
    }

    [[nodiscard]] ScoringTables::DerivedRow row_of(const model::Derivation& of, const model::DerivedRow& row) const {
        ScoringTables::DerivedRow made{.tests = {}, .level = row.level.value()};
        for (std::size_t i = 0; i < row.tests.size(); ++i)
            made.tests.push_back(row.tests[i] ? test_of(scheme_[of.facts[i]], *row.tests[i])
                                              : ScoringTables::FactTest{.any = true});
        return made;
    }

    void add_bands(const model::BandTable& table) {
        for (const model::Band& of : table.bands()) {
            out_.bands.push_back(
                {of.id.text(), of.name, of.floor.value(), of.max ? std::optional{of.max->value()} : std::nullopt});
        }
        for (const model::Unbanded& hole : table.unbanded())
            out_.unbanded.push_back({hole.from.value(), hole.to.value(), hole.reason});
        out_.open_ended = table.open_ended();
        for (const model::BandRule& of : scheme_.band_rules()) {
            ScoringTables::BandRule& rule = out_.band_rules.emplace_back();
            rule.id = of.id.text();
            rule.fact = place(of.fact);
            for (const auto& band : of.band_of_choice) {
                const auto found = band ? table.find(band->text()) : std::nullopt;
                rule.band_of_choice.push_back(found ? std::optional{found->value()} : std::nullopt);
            }
            rule.when = conditions(of.when);
            rule.unless = conditions(of.unless);
        }
    }

    [[nodiscard]] Place place(model::FactIndex fact) const {
        return static_cast<Place>(std::lower_bound(facts_.begin(), facts_.end(), fact) - facts_.begin());
    }

    [[nodiscard]] std::vector<Condition> conditions(const std::vector<model::Condition>& of_rule) const {
        std::vector<Condition> made;
        for (const model::Condition& one : of_rule) {
            if (const auto* of = std::get_if<model::FactorCondition>(&one.what)) {
                made.push_back({false, of->factor.value(), test_of(of->test), places(of->levels), {}});
                continue;
            }
            const auto& of = std::get<model::FactCondition>(one.what);
            Condition& condition = made.emplace_back(Condition{true, place(of.fact), test_of(of.test), {}, {}});
            for (const model::FactValue& value : of.values)
                condition.values.push_back(scoring::value_text(scheme_[of.fact], value));
        }
        return made;
    }

    const model::Scheme& scheme_;
    const model::BandTable* table_;
    std::vector<model::FactIndex> facts_;  // rising
    ScoringTables out_;
};

}  // namespace

WhatIf what_if_of(const ExplainInput& input) {
    Tables tables{input};
    WhatIf made{.id = input.job->id().text(), .tables = tables.made()};
    const model::Answers& answers = input.job->answers();
    for (std::size_t i = 0; i < answers.levels.size(); ++i) {
        auto level = answers.levels[i];
        const model::FactorIndex factor{i};
        if (!level && (*input.scheme)[factor].tree) level = scoring::level_of_options(*input.scheme, answers, factor);
        made.levels.push_back(level ? std::optional{level->value()} : std::nullopt);
    }
    for (const model::FactIndex fact : tables.facts()) {
        const auto& value = answers.facts[fact.value()];
        made.facts.push_back(value ? scoring::value_text((*input.scheme)[fact], *value) : std::string{});
    }
    return made;
}

}  // namespace je::report
