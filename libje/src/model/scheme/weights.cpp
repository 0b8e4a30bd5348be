// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/scheme/factors.hpp"
#include "model/scheme/names.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

using FactorDraft = SchemeDraft::Factor;
using Number = SchemeDraft::Number;

/// Reports a value that is zero or less; true when it is above zero.
bool check_positive(const Number& number, std::string_view id, const std::string& what, base::Diagnostics& diagnostics) {
    if (number.value > base::Decimal{}) return true;
    diagnostics.error({std::string{id}, number.at, fmt::format("{} is {}, not above zero", what, number.value.to_string()),
                       "a number above zero", "correct the number"});
    return false;
}

bool any_weight(const SchemeDraft& draft) {
    const auto has_weight = [](const auto& unit) { return unit.weight.has_value(); };
    return std::any_of(draft.factors.begin(), draft.factors.end(), has_weight) ||
           std::any_of(draft.matrices.begin(), draft.matrices.end(), has_weight);
}

void check_weights_present(const SchemeDraft& draft, const FactorDraft& weighted, base::Diagnostics& diagnostics) {
    const auto& id = weighted.id.value;
    if (!draft.max_total) {
        diagnostics.error({"JE-S18", weighted.weight->at,
                           fmt::format("factor '{}' states a weight, but the scheme has no 'max_total' to take a share of", id),
                           "'max_total' in a scheme with weights", "add 'max_total' with the largest total of the scheme"});
    }
    if (!draft.weights) {
        diagnostics.error(
            {"JE-S19", weighted.weight->at,
             fmt::format("factor '{}' states a weight, but the scheme does not say what the weights add up to", id),
             "'weights' in a scheme with weights", "add 'weights: {total: 100}'"});
    }
}

bool check_weights_section(const SchemeDraft& draft, bool used, base::Diagnostics& diagnostics) {
    if (!draft.weights) return false;
    const bool total_good = check_positive(draft.weights->total, "JE-S21", "'total' of 'weights'", diagnostics);
    if (draft.weights->rounded_to) {
        check_positive(*draft.weights->rounded_to, "JE-S22", "'rounded_to' of 'weights'", diagnostics);
    }
    if (!used) {
        diagnostics.error({"JE-S20", draft.weights->total.at, "the scheme has 'weights', but no factor states a weight",
                           "'weights' only with weighted factors",
                           "state the weights of the factors, or keep 'weights' as a comment, with '#' in front"});
    }
    return total_good;
}

/// Checks one weighted factor and gives its levels their points.
class WeightedFactorMaker {
public:
    WeightedFactorMaker(const FactorDraft& draft, Factor& factor, base::Diagnostics& diagnostics)
        : draft_{draft}, factor_{factor}, diagnostics_{diagnostics}, called_{fmt::format("factor '{}'", draft.id.value)} {}

    void make(const std::optional<WeightScale>& scale) {
        const auto errors_before = diagnostics_.errors();
        factor_.rule.weight = Weight{draft_.weight->value};
        check_positive(*draft_.weight, "JE-S23", fmt::format("the weight of {}", called_), diagnostics_);
        make_rounding();
        make_rule();
        if (scale && diagnostics_.errors() == errors_before) give_points(*scale);
    }

private:
    void make_rounding() {
        if (!draft_.rounding) return;
        check_positive(draft_.rounding->to, "JE-S32", fmt::format("'to' in the rounding of {}", called_), diagnostics_);
        factor_.rule.rounding.to = draft_.rounding->to.value;
        const Text& word = draft_.rounding->mode;
        const auto mode =
            resolve_word(words::rounding_modes,
                         {.id = "JE-S33",
                          .word = word,
                          .message = fmt::format("{} rounds by '{}', which is not a way of rounding", called_, word.value),
                          .what = "the ways of rounding"},
                         diagnostics_);
        factor_.rule.rounding.mode = mode.value_or(factor_.rule.rounding.mode);
    }

    void make_rule() {
        if (!draft_.rule) {
            diagnostics_.error({"JE-S24", draft_.weight->at,
                                fmt::format("{} states a weight, but no rule for the points of its levels", called_),
                                "a rule beside each weight, or points on the levels",
                                "add 'rule: {kind: arithmetic, lowest: ...}' or another rule, or the points of each level"});
            return;
        }
        const Text& word = draft_.rule->kind;
        const auto kind =
            resolve_word(words::points_rule_kinds,
                         {.id = "JE-S26",
                          .word = word,
                          .message = fmt::format("{} has a rule of kind '{}', which does not exist", called_, word.value),
                          .what = "the kinds of rule"},
                         diagnostics_);
        if (!kind) return;
        factor_.rule.kind = *kind;
        if (*kind == PointsRuleKind::scores) {
            check_scores();
        } else {
            check_steps();
        }
    }

    void check_steps() {
        const auto& kind = draft_.rule->kind.value;
        if (!draft_.rule->lowest) {
            diagnostics_.error({"JE-S27", draft_.rule->kind.at, fmt::format("the {} rule of {} has no 'lowest'", kind, called_),
                                "the points of the lowest level as 'lowest'",
                                fmt::format("add 'lowest' beside 'kind: {}'", kind)});
        } else if (check_not_negative(*draft_.rule->lowest, fmt::format("'lowest' in the rule of {}", called_), diagnostics_)) {
            factor_.rule.lowest = Points{draft_.rule->lowest->value};
        }
        const auto scored =
            std::find_if(draft_.levels.begin(), draft_.levels.end(), [](const auto& l) { return l.score.has_value(); });
        if (scored == draft_.levels.end()) return;
        diagnostics_.error(
            {"JE-S30", scored->score->at,
             fmt::format("level '{}' of {} has a score, which its {} rule does not use", scored->id.value, called_, kind),
             "scores only with the rule 'scores'", "write 'kind: scores', or keep the scores as comments, with '#' in front"});
    }

    void check_scores() {
        if (draft_.rule->lowest) {
            diagnostics_.error({"JE-S30", draft_.rule->lowest->at,
                                fmt::format("{} has 'lowest' in its rule, which the rule 'scores' does not use", called_),
                                "'lowest' only with the rules 'arithmetic' and 'geometric'",
                                "name one of these rules, or keep 'lowest' as a comment, with '#' in front"});
        }
        const SchemeDraft::Level* before = nullptr;
        for (const auto& level : draft_.levels) {
            if (!level.score) {
                diagnostics_.error({"JE-S29", level.id.at,
                                    fmt::format("level '{}' of {} has no score, which its rule needs", level.id.value, called_),
                                    "a score on every level", "add 'score' to the level"});
                continue;
            }
            const auto least = before != nullptr ? before->score->value : base::Decimal{};
            if (before != nullptr ? level.score->value <= least : level.score->value < least) score_too_low(level, before);
            before = &level;
        }
    }

    void score_too_low(const SchemeDraft::Level& level, const SchemeDraft::Level* before) {
        const auto value = level.score->value.to_string();
        const auto limit =
            before != nullptr ? fmt::format("not more than level '{}' ({})", before->id.value, before->score->value.to_string())
                              : std::string{"below zero"};
        diagnostics_.error({"JE-S31", level.score->at,
                            fmt::format("level '{}' of {} has score {}, {}", level.id.value, called_, value, limit),
                            "scores of zero or more that rise from each level to the next",
                            "put the levels in order, lowest first, with the scores that the scheme states for each"});
    }

    void give_points(const WeightScale& scale) {
        std::vector<base::Decimal> scores;
        for (const auto& level : draft_.levels) {
            if (level.score) scores.push_back(level.score->value);
        }
        const bool geometric = factor_.rule.kind == PointsRuleKind::geometric;
        if (geometric && draft_.levels.size() > largest_geometric_level_count) {
            diagnostics_.error({"JE-S68", draft_.levels[largest_geometric_level_count].id.at,
                                fmt::format("{} has {} levels under a geometric rule", called_, draft_.levels.size()),
                                fmt::format("at most {} levels under a geometric rule", largest_geometric_level_count),
                                "use fewer levels"});
            return;
        }
        const auto expansion = expand(factor_.rule, scale, draft_.levels.size(), scores);
        if (expansion.error) {
            expansion_error(*expansion.error, scale);
            return;
        }
        for (std::size_t i = 0; i < factor_.levels.size(); ++i) factor_.levels[i].points = expansion.points[i];
    }

    void expansion_error(ExpansionError why, const WeightScale& scale) {
        const auto& kind = draft_.rule->kind.value;
        const auto& lowest_at = draft_.rule->lowest ? draft_.rule->lowest->at : draft_.rule->kind.at;
        const auto lowest = factor_.rule.lowest.to_string();
        const auto top = fmt::format("{} x {} / {}", scale.largest_total.to_string(), draft_.weight->value.to_string(),
                                     scale.weights_total.to_string());
        switch (why) {
            case ExpansionError::too_few_levels:
                return diagnostics_.error({"JE-S34", draft_.id.at,
                                           fmt::format("{} has one level, but its {} rule needs two", called_, kind),
                                           "at least two levels", "add a level, or use the rule 'scores'"});
            case ExpansionError::lowest_not_positive:
                return diagnostics_.error(
                    {"JE-S35", lowest_at,
                     fmt::format("'lowest' in the {} rule of {} is {}, not above zero", kind, called_, lowest),
                     "a 'lowest' above zero: equal ratios cannot start from nothing",
                     "give a 'lowest' above zero, or use the rule 'arithmetic'"});
            case ExpansionError::lowest_above_top:
                return diagnostics_.error(
                    {"JE-S36", lowest_at,
                     fmt::format("the lowest level of {} has {} points, not less than the highest, which gets {}", called_,
                                 lowest, top),
                     "a 'lowest' below the points of the highest level",
                     "hold 'lowest', the weight and 'max_total' against the scheme's own document"});
            case ExpansionError::scores_not_rising:
                return diagnostics_.error({"JE-S31", draft_.levels.back().score ? draft_.levels.back().score->at : draft_.id.at,
                                           fmt::format("the largest score of {} is not above zero", called_),
                                           "a largest score above zero", "correct the scores"});
            case ExpansionError::too_large:
                return diagnostics_.error(
                    {"JE-S37", draft_.weight->at,
                     fmt::format("the highest level of {} gets {} points, more than can be held", called_, top),
                     "points up to 999,999,999.9999",
                     "no larger number can be held: count in a larger unit throughout, and say so in the title"});
        }
    }

    const FactorDraft& draft_;
    Factor& factor_;
    base::Diagnostics& diagnostics_;
    std::string called_;
};

}  // namespace

bool points_from_weight(const FactorDraft& factor) {
    return factor.weight && !factor.percent_of &&
           std::none_of(factor.levels.begin(), factor.levels.end(), [](const auto& level) { return level.points.has_value(); });
}

std::optional<WeightScale> make_scale(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    const auto weighted = std::find_if(draft.factors.begin(), draft.factors.end(), points_from_weight);
    if (weighted != draft.factors.end()) check_weights_present(draft, *weighted, diagnostics);
    const bool weights_good = check_weights_section(draft, any_weight(draft), diagnostics);
    const bool total_good = draft.max_total && check_positive(*draft.max_total, "JE-S39", "'max_total'", diagnostics);
    if (!weights_good || !total_good) return std::nullopt;
    return WeightScale{Points{draft.max_total->value}, Weight{draft.weights->total.value}};
}

void make_weighted_points(const FactorDraft& draft, const std::optional<WeightScale>& scale, Factor& factor,
                          base::Diagnostics& diagnostics) {
    WeightedFactorMaker{draft, factor, diagnostics}.make(scale);
}

std::optional<base::Located<Weight>> printed_weight(const SchemeDraft::Number& weight, const std::string& called,
                                                    base::Diagnostics& diagnostics) {
    if (!check_positive(weight, "JE-S23", fmt::format("the weight of {}", called), diagnostics)) return std::nullopt;
    return base::Located<Weight>{Weight{weight.value}, weight.at};
}

std::optional<StatedWeights> stated_weights(const SchemeDraft& draft) {
    if (!draft.weights) return std::nullopt;
    StatedWeights result;
    result.total = Weight{draft.weights->total.value};
    if (draft.weights->rounded_to) result.rounded_to = Weight{draft.weights->rounded_to->value};
    result.at = draft.weights->total.at;
    if (draft.max_total) result.max_total = base::Located<Points>{Points{draft.max_total->value}, draft.max_total->at};
    for (const auto& factor : draft.factors) {
        if (!points_from_weight(factor)) continue;
        result.sum += Weight{factor.weight->value};
        result.places.push_back(factor.weight->at);
    }
    return result;
}

}  // namespace je::model
