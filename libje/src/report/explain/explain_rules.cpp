// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/explain_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/wording.hpp"
#include "base/words.hpp"
#include "model/scheme/words.hpp"
#include "scoring/rules.hpp"
#include "scoring/words.hpp"

namespace je::report {

std::string_view mode_text(model::RoundingMode mode) {
    constexpr base::Words<model::RoundingMode, 5> words{{{"half up", model::RoundingMode::half_up},
                                                         {"half to even", model::RoundingMode::half_even},
                                                         {"half down", model::RoundingMode::half_down},
                                                         {"down", model::RoundingMode::down},
                                                         {"up", model::RoundingMode::up}}};
    return base::word_for(words, mode);
}

namespace {

std::string rounding_text(const model::Rounding& rounding) {
    if (rounding.to == base::Decimal::from_units(1)) return "";
    return base::worded(", rounded {} to a multiple of {}", base::translated(mode_text(rounding.mode)),
                        rounding.to.to_string());
}

std::string weight_text(const model::Scheme& scheme, const model::Factor& factor) {
    const auto total = scheme.weights() ? scheme.weights()->total : model::Weight::whole(100);
    auto text = base::worded("weight {} of {}", factor.rule.weight.to_string(), total.to_string());
    if (scheme.weights()) text += base::worded(" of {} points", scheme.largest_total().to_string());
    return text + base::worded(" gives the highest level {}", factor.levels.back().points.to_string());
}

std::string step_text(const model::Factor& factor, model::LevelIndex level) {
    return base::worded("step {} of {} = {}", level.value(), factor.levels.size() - 1, factor[level].points.to_string());
}

std::string fact_clause(const FactView& fact) {
    return fact.at.empty() ? base::worded("fact {} = {}", fact.id, fact.value)
                           : base::worded("fact {} = {} at {}", fact.id, fact.value, fact.at);
}

/// A rule of any kind, which looks at `fact`; what it did is left to say.
RuleView view_rule(const ExplainInput& input, const model::RuleHead& rule, model::FactIndex fact) {
    return {.id = rule.id.text(),
            .text = {},
            .summary = rule.summary,
            .source = rule.source,
            .scheme_at = rule.at.file_and_line(),
            .fact = view_fact(input, fact)};
}

/// Whether a rule is a derivation to which the facts not stated make no difference.
bool is_settled(const model::RuleReach& rule, const ExplainInput& input, model::FactorIndex factor) {
    if (rule.kind != model::RuleKind::derivation) return false;
    const auto* derivation = scoring::derivation_of(*input.scheme, factor);
    return scoring::derived(*derivation, input.job->answers().facts).is == scoring::Derived::Is::level;
}

/// What a rule that sets levels would do with the fact that it lacks.
std::string_view undecided_words(model::RuleKind kind) {
    return kind == model::RuleKind::derivation ? base::translated("gives the level from")
                                               : base::translated("may raise the level by");
}

}  // namespace

FactView view_fact(const ExplainInput& input, model::FactIndex fact) {
    const auto& definition = (*input.scheme)[fact];
    FactView view{.id = definition.id.text(), .name = definition.name, .value = {}, .at = {}};
    const auto& value = input.job->answers().facts[fact.value()];
    if (!value) return view;
    view.value = scoring::value_text(definition, *value);
    if (fact.value() < input.job->fact_positions().size()) view.at = input.job->fact_positions()[fact.value()].file_and_line();
    return view;
}

std::string points_rule_text(const model::Scheme& scheme, const model::Factor& factor, model::LevelIndex level) {
    const auto& rule = factor.rule;
    switch (rule.kind) {
        case model::PointsRuleKind::table:
            return base::worded("level {} has {} in the scheme's table", factor[level].id.text(),
                                factor[level].points.to_string());
        case model::PointsRuleKind::none:
            return base::worded("the scheme has no points");
        case model::PointsRuleKind::matrix:
            return base::worded("points come from the matrix");
        case model::PointsRuleKind::percent:
            return base::worded("level {} has {} % in the scheme's table", factor[level].id.text(),
                                factor[level].percent.to_string());
        case model::PointsRuleKind::arithmetic:
            return base::worded("{}, equal steps from {}, {}{}", weight_text(scheme, factor), rule.lowest.to_string(),
                                step_text(factor, level), rounding_text(rule.rounding));
        case model::PointsRuleKind::geometric:
            return base::worded("{}, equal ratios from {}, {}{}", weight_text(scheme, factor), rule.lowest.to_string(),
                                step_text(factor, level), rounding_text(rule.rounding));
        case model::PointsRuleKind::scores:
            return base::worded("{}, in proportion to the scores of the levels, level {} = {}{}", weight_text(scheme, factor),
                                factor[level].id.text(), factor[level].points.to_string(), rounding_text(rule.rounding));
    }
    return "";
}

namespace {

/// The mode as schemes write it.
std::string_view mode_word(model::RoundingMode mode) { return base::word_for(model::words::rounding_modes, mode); }

/// "; half-up: 24 points" and where the product lies before it.
std::string rounded_text(const model::Dependence& on, model::Points base, base::Decimal percent) {
    const std::string points = on.points_of(base, percent).value().to_string();
    const auto mode = on.mode();
    if (!mode) return base::worded(" = {} points", points);
    const std::string product = model::product_text(base, percent);
    const model::Series* series = on.series();
    if (series == nullptr) {
        const auto& rounding = std::get<model::Rounding>(on.rounding);
        return base::worded(" = {}; {} to a multiple of {}: {} points", product, mode_word(*mode), rounding.to.to_string(),
                            points);
    }
    const auto around = model::steps_around(*series, base, percent);
    if (around.below == around.above) return base::worded(" = {}, a step of {}: {} points", product, series->id, points);
    const std::string below = around.below.to_string();
    const std::string above = around.above.to_string();
    return around.half_way ? base::worded(" = {}, half way between {} and {} of {}; {}: {} points", product, below, above,
                                          series->id, mode_word(*mode), points)
                           : base::worded(" = {}, between {} and {} of {}; {}: {} points", product, below, above, series->id,
                                          mode_word(*mode), points);
}

}  // namespace

std::string dependence_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option,
                            const std::optional<model::Points>& of_base) {
    const model::Dependence& on = *unit.dependence();
    const base::Decimal percent = unit[option].percent;
    const std::string& of = scheme[on.base].id();
    if (!of_base) return base::worded("{} % of {}, whose points are not known", percent.to_string(), of);
    return base::worded("{} % of {} {}", percent.to_string(), of, of_base->to_string()) + rounded_text(on, *of_base, percent);
}

std::string dependent_rounding_text(const model::Dependence& on) {
    const auto mode = on.mode();
    if (!mode) return {};
    if (const model::Series* series = on.series())
        return base::worded(", rounded {} to a step of {}", base::translated(mode_text(*mode)), series->id);
    return base::worded(", rounded {} to a multiple of {}", base::translated(mode_text(*mode)),
                        std::get<model::Rounding>(on.rounding).to.to_string());
}

std::string option_rule_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option,
                             const scoring::Score& score) {
    std::string dependent;
    if (unit.is_dependent() && unit[option].allowed)
        dependent = dependence_text(scheme, unit, option, score.units[unit.dependence()->base.value()].points) + "; ";
    if (!unit.is_combined()) {
        const auto& side = unit.sides().front();
        return dependent + points_rule_text(scheme, scheme[side.factor], model::ScoredUnit::level_of(option, side));
    }
    std::string levels;
    for (const auto& side : unit.sides()) {
        const auto& factor = scheme[side.factor];
        levels += fmt::format("{}{} {}", levels.empty() ? "" : " x ", factor.id.text(),
                              factor[model::ScoredUnit::level_of(option, side)].id.text());
    }
    auto text = fmt::format("{}{} {}: {} = {}{}", dependent, base::translated(model::to_text(unit.kind())), unit.id(), levels,
                            unit.stated(option).to_string(), unit.is_dependent() ? " %" : "");
    if (unit[option].unlikely)
        text += unit.sides().size() > 2 ? base::worded("; the scheme marks this combination as unlikely")
                                        : base::worded("; the scheme marks this pair as unlikely");
    const auto& at = unit.place_of(option);
    return at.known() ? fmt::format("{} ({})", text, at.file_and_line()) : text;
}

RuleView view_derivation(const ExplainInput& input, const model::Derivation& rule, model::LevelIndex level) {
    auto view = view_rule(input, rule, rule.facts.front());
    if (!rule.is_table()) {
        view.fact.reset();
        add_ranges(view, input, rule, level);
        return view;
    }
    view.text = base::worded("level {} by rule {}, from {}", (*input.scheme)[rule.factor][level].id.text(), view.id,
                             fact_clause(*view.fact));
    return view;
}

std::vector<RuleView> applied_modifiers(const ExplainInput& input, model::FactorIndex index, model::LevelIndex level) {
    std::vector<RuleView> views;
    const auto& factor = (*input.scheme)[index];
    for (const auto& rule : input.scheme->modifiers()) {
        if (rule.factor != index || scoring::is_reached(rule, input.job->answers()) != scoring::Truth::yes) continue;
        const auto raised = scoring::raised(rule, level);
        if (raised == level) continue;
        auto& view = views.emplace_back(view_rule(input, rule, rule.fact));
        view.text = base::worded("from level {} to level {} by rule {}, because {} is at least {}; never above level {}",
                                 factor[level].id.text(), factor[raised].id.text(), view.id, fact_clause(*view.fact),
                                 rule.at_least.to_string(), factor[rule.ceiling].id.text());
        level = raised;
    }
    return views;
}

RuleView view_band_rule(const ExplainInput& input, const model::BandRule& rule, const model::Band& to, bool certain) {
    auto view = view_rule(input, rule, rule.fact);
    if (certain)
        view.text =
            base::worded("rule {} then raised it to band {}, because of {}", view.id, to.id.text(), fact_clause(*view.fact));
    else
        view.text =
            base::worded("rule {} may raise it as far as band {}, depending on what is not known", view.id, to.id.text());
    return view;
}

std::vector<RuleView> undecided_rules(const ExplainInput& input, model::FactorIndex factor) {
    std::vector<RuleView> views;
    for (const auto& rule : input.scheme->rules()) {
        if (rule.sets_level_of != factor || is_settled(rule, input, factor)) continue;
        for (const model::FactIndex fact : rule.facts) {
            if (input.job->answers().facts[fact.value()]) continue;
            auto& view = views.emplace_back(view_rule(input, rule, fact));
            view.text = base::worded("rule {} {} fact {}, which the questionnaire does not state", view.id,
                                     undecided_words(rule.kind), view.fact->id);
        }
    }
    return views;
}

std::vector<model::FactIndex> facts_in_use(const model::Scheme& scheme) {
    std::set<model::FactIndex> facts;
    for (const auto& rule : scheme.rules()) facts.insert(rule.facts.begin(), rule.facts.end());
    return {facts.begin(), facts.end()};
}

std::vector<model::FactIndex> facts_to_show(const ExplainInput& input) {
    const model::Scheme& scheme = *input.scheme;
    const auto used = facts_in_use(scheme);
    const auto trees = scheme.factors_with_trees();
    std::vector<model::FactIndex> facts;
    for (model::FactIndex fact{0}; fact.value() < scheme.facts().size(); ++fact) {
        const auto asks = [&](model::FactorIndex factor) { return scheme[factor].tree->asks(fact); };
        const bool answers = input.job->answers().facts[fact.value()] && std::any_of(trees.begin(), trees.end(), asks);
        if (answers || std::binary_search(used.begin(), used.end(), fact)) facts.push_back(fact);
    }
    return facts;
}

}  // namespace je::report
