// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wording.hpp"
#include "report/explain/explain_parts.hpp"

#include <fmt/format.h>

#include "scoring/derived.hpp"

namespace je::report {
namespace {

using model::FactorIndex;
using model::LevelIndex;
using scoring::FactorScore;
using scoring::Score;

/// The option of a unit if `factor` had `level`; nothing while the level of another of its factors is not known.
std::optional<std::size_t> option_with(const model::ScoredUnit& unit, FactorIndex factor, LevelIndex level,
                                       const Score& score) {
    return unit.option_if_known(
        [&](FactorIndex other) { return other == factor ? std::optional{level} : score.factors[other.value()].level; });
}

std::optional<std::size_t> option_now(const model::ScoredUnit& unit, const Score& score) {
    return unit.option_if_known([&](FactorIndex factor) { return score.factors[factor.value()].level; });
}

/// The points of the unit that one depends on; nothing when not known, or it depends on none.
std::optional<model::Points> base_points(const model::ScoredUnit& unit, const Score& score) {
    return unit.is_dependent() ? score.units[unit.dependence()->base.value()].points : std::nullopt;
}

struct LevelPoints {
    std::optional<model::Points> points;
    bool allowed = true;
    bool unlikely = false;
};

LevelPoints points_of(const model::Scheme& scheme, FactorIndex factor, LevelIndex level, const Score& score) {
    const auto& unit = scheme.unit_of(factor);
    const auto option = option_with(unit, factor, level, score);
    if (!option) return {};
    if (!unit[*option].allowed) return {.points = {}, .allowed = false};
    const auto of_base = base_points(unit, score);
    if (unit.is_dependent() && !of_base) return {.points = {}, .unlikely = unit[*option].unlikely};
    return {.points = unit.points_of(*option, of_base.value_or(model::Points{})), .unlikely = unit[*option].unlikely};
}

/// How much the total moves when a factor has another level, with what depends on it; nothing where that is not known.
std::optional<base::Decimal> difference_with(const model::Scheme& scheme, FactorIndex factor, LevelIndex level,
                                             const Score& score) {
    model::Points difference{};
    bool known = true;
    scheme.visit_group(scheme[factor].unit, [&](model::UnitIndex unit) {
        const auto& now = score.units[unit.value()].points;
        known = known && now;
        if (!known) return;
        const auto then = scheme.points_of(
            unit, [&](FactorIndex other) { return other == factor ? level : score.factors[other.value()].level.value(); });
        known = then.has_value();
        if (known) difference += *then - *now;
    });
    return known ? std::optional{difference.value()} : std::nullopt;
}

LevelView view_level(const model::Scheme& scheme, FactorIndex factor, LevelIndex level, const Score& score) {
    const auto& described = scheme[factor][level];
    LevelView view{.id = described.id.text(),
                   .rank = level.value() + 1,
                   .summary = described.summary,
                   .help = described.help,
                   .points = {},
                   .difference = {},
                   .allowed = true,
                   .unlikely = false,
                   .scheme_at = described.at.file_and_line()};
    const auto at_level = points_of(scheme, factor, level, score);
    view.allowed = at_level.allowed;
    view.unlikely = at_level.unlikely;
    if (!at_level.points || !scheme.has_points()) return view;
    view.points = at_level.points->value();
    if (score.factors[factor.value()].level) view.difference = difference_with(scheme, factor, level, score);
    return view;
}

void add_rating(FactorTrace& trace, const model::Job& job, FactorIndex factor) {
    if (factor.value() >= job.ratings().size()) return;
    const auto& rating = job.ratings()[factor.value()];
    trace.stated_at = rating.at.file_and_line();
    trace.note = rating.note;
    trace.evidence = view_evidence(rating.evidence, &job);
}

/// The options stated of a level that is not known yet: there is no wording of them before.
void add_open_options(FactorTrace& trace, const model::Job& job, FactorIndex index) {
    if (index.value() >= job.ratings().size()) return;
    for (const char letter : job.ratings()[index.value()].open_options) trace.options.emplace_back(1, letter);
}

void add_options(FactorTrace& trace, const ExplainInput& input, FactorIndex index, const FactorScore& scored) {
    const model::Factor& factor = (*input.scheme)[index];
    const model::Answers& answers = input.job->answers();
    if (!scored.level) return add_open_options(trace, *input.job, index);
    const model::Level& level = factor[*scored.level];
    model::OptionSet options = answers.options_of(index);
    const auto stated_of = scoring::level_of_options(*input.scheme, answers, index);
    if (stated_of && *stated_of != *scored.level) {
        trace.options_dropped = factor[*stated_of].letters(options);
        trace.options_dropped_of = factor[*stated_of].id.text();
        options = {};
    }
    trace.lacks_option = options.empty() && !level.options.empty();
    for (std::size_t i = 0; i < level.options.size(); ++i) {
        if (!options.contains(i)) continue;
        trace.options.emplace_back(1, level.options[i].id);
        trace.option_texts.push_back(level.options[i].text);
    }
}

void add_rules(FactorTrace& trace, const ExplainInput& input, FactorIndex factor, const FactorScore& scored) {
    auto before_raise = scored.stated;
    if (scored.derivation) {
        const auto& rule = input.scheme->derivations()[*scored.derivation];
        before_raise = scoring::derived(rule, input.job->answers().facts).level;
        trace.derived = view_derivation(input, rule, *before_raise);
    }
    if (scored.level && before_raise) trace.modifiers = applied_modifiers(input, factor, *before_raise);
    trace.undecided = scored.level ? open_derivation(input, factor) : undecided_rules(input, factor);
}

std::optional<DependenceView> view_dependence(const model::Scheme& scheme, const model::ScoredUnit& unit, const Score& score) {
    if (!unit.is_dependent()) return std::nullopt;
    DependenceView view;
    view.of = scheme[unit.dependence()->base].id();
    if (const model::Series* series = unit.dependence()->series()) view.series = series->id;
    const auto option = option_now(unit, score);
    const auto of_base = base_points(unit, score);
    if (of_base) view.of_points = of_base->value();
    if (!option || !unit[*option].allowed) return view;
    view.percent = unit[*option].percent;
    if (of_base) view.product = Digits{model::product_text(*of_base, unit[*option].percent)};
    return view;
}

void add_dependent_points(FactorTrace& trace, const model::Scheme& scheme, const model::ScoredUnit& unit, const Score& score) {
    const auto& scored = score.units[scheme[unit.sides().front().factor].unit.value()];
    trace.points_min = scored.lowest.value();
    trace.points_max = scored.highest.value();
    trace.largest = unit.largest().value();
    if (scored.points) trace.points = scored.points->value();
    trace.dependence = view_dependence(scheme, unit, score);
}

void add_points(FactorTrace& trace, const model::Scheme& scheme, FactorIndex index, const Score& score) {
    if (!scheme.has_points()) return;
    const auto& factor = scheme[index];
    const FactorScore& scored = score.factors[index.value()];
    if (const auto& unit = scheme.unit_of(index); unit.is_combined()) {
        trace.matrix = unit.id();
        trace.beside = unit.sides().size() - 1;
        return;
    }
    const auto& unit = scheme.unit_of(index);
    if (unit.is_dependent()) return add_dependent_points(trace, scheme, unit, score);
    trace.points_min = factor[scored.lowest].points.value();
    trace.points_max = factor[scored.highest].points.value();
    trace.largest = factor.levels.back().points.value();
    if (!scored.level) return;
    trace.points = factor[*scored.level].points.value();
}

void add_known_level(FactorTrace& trace, const model::Scheme& scheme, FactorIndex index, const Score& score) {
    const auto& factor = scheme[index];
    const auto level = *score.factors[index.value()].level;
    trace.level = factor[level].id.text();
    trace.rank = level.value() + 1;
    trace.level_summary = factor[level].summary;
    trace.level_help = factor[level].help;
    trace.scheme_at = factor[level].at.file_and_line();
    const auto& unit = scheme.unit_of(index);
    if (const auto option = option_now(unit, score)) trace.rule = option_rule_text(scheme, unit, *option, score);
    if (level.value() > 0) trace.below = view_level(scheme, index, LevelIndex{level.value() - 1}, score);
    if (level.value() + 1 < factor.levels.size()) trace.above = view_level(scheme, index, LevelIndex{level.value() + 1}, score);
}

void add_possible_levels(FactorTrace& trace, const model::Scheme& scheme, FactorIndex index, const Score& score) {
    const auto& scored = score.factors[index.value()];
    trace.scheme_at = scheme[index].at.file_and_line();
    scored.visit_possible([&](LevelIndex level) { trace.possible.push_back(view_level(scheme, index, level, score)); });
}

FactorTrace trace_factor(const ExplainInput& input, const Score& score, FactorIndex index) {
    const auto& factor = (*input.scheme)[index];
    const auto& scored = score.factors[index.value()];
    FactorTrace trace;
    trace.id = factor.id.text();
    trace.name = factor.name;
    trace.short_name = factor.short_name;
    if (factor.group) trace.group = (*input.scheme)[*factor.group].name;
    trace.definition = factor.definition;
    trace.figures_from = input.scheme->unit_of(index).source();
    if (scored.level) trace.source = scored.source;
    if (scored.stated) trace.stated = factor[*scored.stated].id.text();
    add_rating(trace, *input.job, index);
    add_options(trace, input, index, scored);
    add_points(trace, *input.scheme, index, score);
    add_rules(trace, input, index, scored);
    trace.conventions = conventions_of(input, index);
    if (factor.tree != nullptr) trace.tree = trace_tree(input, index);
    for (LevelIndex level{0}; level.value() < factor.levels.size(); ++level)
        trace.scale.push_back(view_level(*input.scheme, index, level, score));
    if (scored.level)
        add_known_level(trace, *input.scheme, index, score);
    else
        add_possible_levels(trace, *input.scheme, index, score);
    return trace;
}

std::string level_origin(const model::Scheme& scheme, const FactorScore& scored) {
    if (!scored.level) return scored.stated ? base::worded("not known after rules") : base::worded("not known");
    auto text = scored.derivation ? base::worded("rule {}", scheme.derivations()[*scored.derivation].id.text())
                                  : base::worded("stated");
    if (scored.source == scoring::LevelSource::answers) text = "answers";
    if (scored.modifier) text += base::worded(", raised by rule {}", scheme.modifiers()[*scored.modifier].id.text());
    return text;
}

/// "3", with options "3ab", "?".
std::string level_or_unknown(const model::Factor& factor, const FactorScore& scored, std::string_view letters) {
    return scored.level ? factor[*scored.level].id.text() + std::string{letters} : "?";
}

/// The letters of the options stated of the level that a factor has; none of another level, from which rules have raised it.
std::string letters_of(const model::Scheme& scheme, const model::Answers& answers, FactorIndex factor,
                       const FactorScore& scored) {
    const auto stated_of = scoring::level_of_options(scheme, answers, factor);
    return scored.level && stated_of == scored.level ? scheme[factor][*stated_of].letters(answers.options_of(factor)) : "";
}

/// The levels it takes its points from, with the options of `answers`: "3", "3 x B", "3 x ?"; nothing while none is known.
std::optional<std::string> levels_text(const model::Scheme& scheme, const model::ScoredUnit& unit, const Score& score,
                                       const model::Answers* answers = nullptr) {
    std::string text;
    bool any = false;
    for (const auto& side : unit.sides()) {
        const auto& scored = score.factors[side.factor.value()];
        any = any || scored.level.has_value();
        const auto letters = answers != nullptr ? letters_of(scheme, *answers, side.factor, scored) : std::string{};
        text += (text.empty() ? "" : " x ") + level_or_unknown(scheme[side.factor], scored, letters);
    }
    return any ? std::optional{text} : std::nullopt;
}

void describe_unit(UnitTrace& trace, const ExplainInput& input, const model::ScoredUnit& unit, const Score& score,
                   const std::vector<FactorTrace>& factors) {
    const auto& scheme = *input.scheme;
    for (const auto& side : unit.sides()) {
        trace.evidence += factors[side.factor.value()].evidence_count();
        const auto origin = level_origin(scheme, score.factors[side.factor.value()]);
        trace.from += (trace.from.empty() ? "" : "; ") +
                      (unit.is_combined() ? fmt::format("{}: {}", scheme[side.factor].name, origin) : origin);
    }
    trace.is_matrix = unit.is_combined();
    for (const auto& side : unit.sides()) {
        const auto& level = score.factors[side.factor.value()].level;
        trace.levels.emplace_back(scheme[side.factor].id.text(),
                                  level ? std::optional{scheme[side.factor][*level].id.text()} : std::nullopt);
    }
    trace.largest = unit.largest().value();
    trace.level = levels_text(scheme, unit, score);
    trace.shown_level = levels_text(scheme, unit, score, &input.job->answers());
    const auto option = option_now(unit, score);
    trace.scheme_at = (option ? unit.place_of(*option) : unit.at()).file_and_line();
    if (option) trace.rule = option_rule_text(scheme, unit, *option, score);
    trace.dependence = view_dependence(scheme, unit, score);
}

}  // namespace

std::string short_name_of(const model::Scheme& scheme, const model::ScoredUnit& unit) {
    return unit.is_combined() ? unit.short_name() : scheme[unit.sides().front().factor].short_name;
}

std::vector<FactorTrace> trace_factors(const ExplainInput& input, const Score& score) {
    std::vector<FactorTrace> traces;
    for (std::size_t f = 0; f < input.scheme->factors().size(); ++f)
        traces.push_back(trace_factor(input, score, FactorIndex{f}));
    return traces;
}

std::vector<UnitTrace> trace_units(const ExplainInput& input, const Score& score, const std::vector<FactorTrace>& factors) {
    std::vector<UnitTrace> units;
    for (std::size_t u = 0; u < input.scheme->units().size(); ++u) {
        const auto& scored_unit = input.scheme->units()[u];
        const auto& scored = score.units[u];
        UnitTrace unit;
        unit.id = scored_unit.id();
        unit.name = scored_unit.name();
        unit.short_name = short_name_of(*input.scheme, scored_unit);
        unit.points_min = scored.lowest.value();
        unit.points_max = scored.highest.value();
        if (scored.points) unit.points = scored.points->value();
        unit.unlikely = scored.unlikely;
        describe_unit(unit, input, scored_unit, score, factors);
        units.push_back(std::move(unit));
    }
    return units;
}

std::vector<ConventionView> conventions_of(const ExplainInput& input, std::optional<FactorIndex> factor) {
    std::vector<ConventionView> views;
    for (const auto& rule : input.scheme->conventions()) {
        if (rule.factor != factor) continue;
        if (input.as_of && ((rule.from && *input.as_of < *rule.from) || (rule.until && *rule.until < *input.as_of))) continue;
        views.push_back({.id = rule.id.text(),
                         .from = rule.from,
                         .until = rule.until,
                         .text = rule.summary,
                         .source = rule.source,
                         .scheme_at = rule.at.file_and_line()});
    }
    return views;
}

}  // namespace je::report
