// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/factors.hpp"
#include "model/scheme/short_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "je/base/text.hpp"
#include "model/scheme/level_options.hpp"

namespace je::model {

namespace {

// No plan in use has a tenth of this; rules and matrices of a hostile one would take for ever.
constexpr std::size_t most_levels = 200;

using LevelDraft = SchemeDraft::Level;
using FactorDraft = SchemeDraft::Factor;

/// Which factors get their points from a matrix, by the matrices' drafts.
struct MatrixSides {
    std::set<std::string> factors;
    bool some_unknown = false;  // a side is misspelt, so a factor without points may be the one that was meant
};

MatrixSides matrix_sides(const SchemeDraft& draft, const Names& factors) {
    MatrixSides sides;
    for (const auto& matrix : draft.matrices) {
        for (const Text& side : matrix.dimensions) {
            sides.factors.insert(side.value);
            if (!factors.find(side.value)) sides.some_unknown = true;
        }
    }
    return sides;
}

/// Turns one factor's draft into a Factor.
class FactorMaker {
public:
    FactorMaker(const FactorDraft& draft, Method method, const SchemeNames& names, const MatrixSides& sides,
                const std::optional<WeightScale>& scale, base::Diagnostics& diagnostics)
        : draft_{draft},
          method_{method},
          names_{names},
          sides_{sides},
          scale_{scale},
          diagnostics_{diagnostics},
          called_{fmt::format("factor '{}'", draft.id.value)} {}

    [[nodiscard]] Factor make() {
        factor_.id = FactorId{draft_.id.value};
        factor_.name = draft_.name;
        factor_.short_name = short_name_or_empty(draft_.short_name);
        factor_.definition = draft_.definition;
        factor_.at = draft_.at;
        factor_.group = group_of(draft_.group, called_, names_.groups, diagnostics_);
        factor_.source = source_of(draft_.source, called_, names_.sources, diagnostics_);
        make_levels();
        if (!factor_.levels.empty()) make_points();
        return std::move(factor_);
    }

private:
    void make_levels() {
        if (draft_.levels.size() > most_levels) return too_many_levels();
        Names ids{{"level", "levels", "JE-S08", "JE-S14"}};
        for (const auto& level : draft_.levels) {
            if (const auto first = ids.find(level.id.value)) {
                diagnostics_.error(
                    {"JE-S14", level.id.at,
                     fmt::format("{} has level '{}' twice{}", called_, level.id.value, first_at(ids.first_place(*first))),
                     "a different id for each level of a factor",
                     "give one of the two another id; where both say the same, one is enough"});
            }
            ids.look_at(level.id, diagnostics_);
            ids.add_quietly(level.id);
            factor_.levels.push_back({LevelId{level.id.value}, Points{}, level.summary, level.help, level.id.at});
            make_options(level, called_, factor_.levels.back(), diagnostics_);
        }
        check_options(factor_, called_, diagnostics_);
        if (draft_.levels.empty()) {
            diagnostics_.error({"JE-S11", draft_.id.at, fmt::format("{} has no levels", called_), "at least one level",
                                "add its levels from lowest to highest"});
        }
    }

    void too_many_levels() {
        diagnostics_.error({"JE-S68", draft_.levels[most_levels].id.at,
                            fmt::format("{} has {} levels", called_, draft_.levels.size()),
                            fmt::format("at most {} levels in a factor", most_levels), "use fewer levels"});
    }

    void make_points() {
        if (method_ == Method::classification) {
            factor_.rule.kind = PointsRuleKind::none;  // what is stated all the same has been reported
        } else if (sides_.factors.contains(draft_.id.value)) {
            side_of_matrix();
        } else if (draft_.percent_of) {
            dependent();
        } else if (draft_.weight && levels_with_points() == 0) {
            make_weighted_points(draft_, scale_, factor_, diagnostics_);
        } else {
            table();
        }
    }

    void side_of_matrix() {
        factor_.rule.kind = PointsRuleKind::matrix;
        const auto own = own_points();
        if (!own) return;
        diagnostics_.error(
            {"JE-S43", *own, fmt::format("{} is a side of a matrix, but states points of its own", called_),
             "points from the matrix alone",
             "take it out of the matrix if its own points decide; else keep them as a comment, with '#' in front"});
    }

    /// Where a factor first states something that gives it points.
    [[nodiscard]] std::optional<base::SourcePosition> own_points() const {
        if (draft_.weight) return draft_.weight->at;
        if (draft_.rule) return draft_.rule->kind.at;
        if (draft_.rounding) return draft_.rounding->to.at;
        if (draft_.percent_of) return draft_.percent_of->at;
        for (const auto& level : draft_.levels) {
            if (level.points) return level.points->at;
            if (level.score) return level.score->at;
            if (level.percent) return level.percent->at;
        }
        return std::nullopt;
    }

    /// A factor that gets a percentage of the points of another unit.
    void dependent() {
        factor_.rule.kind = PointsRuleKind::percent;
        if (draft_.weight) factor_.printed_weight = printed_weight(*draft_.weight, called_, diagnostics_);
        report_points_beside_percent();
        std::vector<std::string> missing;
        for (const auto& level : draft_.levels) {
            if (!level.percent) missing.push_back(level.id.value);
        }
        if (!missing.empty()) {
            diagnostics_.error({"JE-E05", draft_.percent_of->at,
                                fmt::format("{} has no percentage on {} {}", called_, missing.size() == 1 ? "level" : "levels",
                                            short_list(missing)),
                                "'percent' on every level, beside 'percent_of'", "add the percentages that the scheme states"});
        }
        take_percentages();
    }

    void report_points_beside_percent() {
        const auto scored = [](const LevelDraft& level) { return level.points || level.score; };
        const auto level = std::find_if(draft_.levels.begin(), draft_.levels.end(), scored);
        if (!draft_.rule && level == draft_.levels.end()) return;
        const auto& at = draft_.rule ? draft_.rule->kind.at : level->points ? level->points->at : level->score->at;
        diagnostics_.error({"JE-E06", at,
                            fmt::format("{} states 'percent_of' and {}", called_,
                                        draft_.rule ? "a rule that gives points" : "points or a score on a level"),
                            "either points of its own, or percentages of another unit's",
                            "keep whichever the scheme states, and the other as a comment, with '#' in front"});
    }

    void take_percentages() {
        const LevelDraft* before = nullptr;
        for (std::size_t i = 0; i < factor_.levels.size() && i < draft_.levels.size(); ++i) {
            const auto& level = draft_.levels[i];
            if (!level.percent) continue;
            factor_.levels[i].percent = level.percent->value;
            if (!check_percent(*level.percent, fmt::format("level '{}' of {}", level.id.value, called_), diagnostics_))
                continue;
            if (before != nullptr && level.percent->value < before->percent->value) {
                diagnostics_.error(
                    {"JE-S07", level.percent->at,
                     fmt::format("level '{}' of {} has {} percent, less than level '{}' ({})", level.id.value, called_,
                                 level.percent->value.to_string(), before->id.value, before->percent->value.to_string()),
                     "percentages that never fall from a level to the next",
                     "put the levels in order, lowest first, with the percentages that the scheme states for "
                     "each"});
            }
            before = &level;
        }
    }

    void report_percent_alone() {
        for (const auto& level : draft_.levels) {
            if (!level.percent) continue;
            diagnostics_.error(
                {"JE-E07", level.percent->at,
                 fmt::format("level '{}' of {} has a percentage, but it is not said of what", level.id.value, called_),
                 "'percent' only in a factor with 'percent_of'",
                 "add 'percent_of' with the id of a factor or matrix, or state points"});
            return;
        }
    }

    void table() {
        factor_.rule.kind = PointsRuleKind::table;
        report_percent_alone();
        if (draft_.weight) take_printed_weight();
        report_rule_without_weight();
        report_scores();
        if (levels_with_points() == 0) {
            report_no_points();
            return;
        }
        report_missing_points();
        take_points();
    }

    /// A weight beside points: it is held against them once the largest total is known.
    void take_printed_weight() {
        if (draft_.rule || draft_.rounding) {
            diagnostics_.error({"JE-S15", draft_.weight->at,
                                fmt::format("{} states points on its levels and a rule that gives them", called_),
                                "either points on every level, or a weight and a rule",
                                "keep whichever the scheme states; a weight printed beside points may stay"});
        }
        factor_.printed_weight = printed_weight(*draft_.weight, called_, diagnostics_);
    }

    [[nodiscard]] std::size_t levels_with_points() const {
        return static_cast<std::size_t>(std::count_if(draft_.levels.begin(), draft_.levels.end(),
                                                      [](const LevelDraft& l) { return l.points.has_value(); }));
    }

    void report_rule_without_weight() {
        if (draft_.weight || (!draft_.rule && !draft_.rounding)) return;
        const auto* key = draft_.rule ? "rule" : "rounding";
        diagnostics_.error({"JE-S25", draft_.rule ? draft_.rule->kind.at : draft_.rounding->to.at,
                            fmt::format("{} states a {}, but no weight", called_, key),
                            fmt::format("a {} only beside a weight", key),
                            fmt::format("add the factor's weight, or keep '{}' as a comment, with '#' in front", key)});
    }

    void report_scores() {
        if (draft_.rule) return;
        for (const auto& level : draft_.levels) {
            if (!level.score) continue;
            diagnostics_.error(
                {"JE-S30", level.score->at,
                 fmt::format("level '{}' of {} has a score, which no rule of the factor uses", level.id.value, called_),
                 "scores only in a factor with a weight and the rule 'scores'",
                 "add a weight and 'rule: {kind: scores}', or keep the scores as comments, with '#' in front"});
            return;
        }
    }

    void report_no_points() {
        const bool has_percent =
            std::any_of(draft_.levels.begin(), draft_.levels.end(), [](const LevelDraft& l) { return l.percent.has_value(); });
        if (draft_.rule || draft_.rounding || has_percent || sides_.some_unknown) return;
        diagnostics_.error({"JE-S16", draft_.id.at, fmt::format("{} has neither points on its levels nor a weight", called_),
                            "points on every level, or a weight and a rule, or a matrix that has the factor as a side",
                            "add points to its levels"});
    }

    void report_missing_points() {
        std::vector<std::string> missing;
        const base::SourcePosition* at = nullptr;
        for (const auto& level : draft_.levels) {
            if (level.points) continue;
            if (at == nullptr) at = &level.id.at;
            missing.push_back(level.id.value);
        }
        if (missing.empty()) return;
        diagnostics_.error({"JE-S17", *at,
                            fmt::format("{} has points on some levels, but none on {} {}", called_,
                                        missing.size() == 1 ? "level" : "levels", short_list(missing)),
                            "points on every level", "add the missing points"});
    }

    void take_points() {
        const LevelDraft* before = nullptr;
        for (std::size_t i = 0; i < draft_.levels.size(); ++i) {
            const auto& level = draft_.levels[i];
            if (!level.points) continue;
            factor_.levels[i].points = Points{level.points->value};
            const auto whose = fmt::format("level '{}' of {}", level.id.value, called_);
            if (!check_not_negative(*level.points, whose, diagnostics_)) continue;
            if (before != nullptr && level.points->value < before->points->value) {
                diagnostics_.error(
                    {"JE-S07", level.points->at,
                     fmt::format("level '{}' of {} has {} points, fewer than level '{}' ({})", level.id.value, called_,
                                 level.points->value.to_string(), before->id.value, before->points->value.to_string()),
                     "points that never fall from a level to the next",
                     "put the levels in order, lowest first, with the points that the scheme states for each"});
            }
            before = &level;
        }
    }

    const FactorDraft& draft_;
    Method method_;
    const SchemeNames& names_;
    const MatrixSides& sides_;
    const std::optional<WeightScale>& scale_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    Factor factor_;
};

/// Factors and matrices stand in the same tables.
void check_short_names_of_units(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    std::vector<ShortNamed> all;
    for (const auto& factor : draft.factors)
        all.push_back({"factor", &factor.id, factor.name, &factor.short_name, widest_factor_short});
    for (const auto& matrix : draft.matrices)
        if (matrix.short_name) all.push_back({"matrix", &matrix.id, matrix.name, &matrix.short_name});
    check_short_names(all, diagnostics);
}

}  // namespace

std::vector<Factor> make_factors(const SchemeDraft& draft, Method method, const SchemeNames& names,
                                 const std::optional<WeightScale>& scale, base::Diagnostics& diagnostics) {
    const MatrixSides sides = matrix_sides(draft, names.factors);
    std::vector<Factor> factors;
    factors.reserve(draft.factors.size());
    for (const auto& factor : draft.factors) {
        factors.push_back(FactorMaker{factor, method, names, sides, scale, diagnostics}.make());
    }
    check_short_names_of_units(draft, diagnostics);
    return factors;
}

std::optional<LevelIndex> resolve_level(const Factor& factor, const Text& reference, std::string_view user,
                                        base::Diagnostics& diagnostics) {
    if (const auto found = factor.find_level(reference.value)) return found;
    if (factor.levels.empty()) return std::nullopt;  // said already
    std::vector<std::string> levels;
    for (const auto& level : factor.levels) levels.push_back(level.id.text());
    report({.id = "JE-S08",
            .word = reference,
            .message =
                fmt::format("{} names level '{}', which factor '{}' does not have", user, reference.value, factor.id.text()),
            .what = fmt::format("the levels of factor '{}'", factor.id.text()),
            .allowed = levels},
           diagnostics);
    return std::nullopt;
}

bool check_not_negative(const SchemeDraft::Number& points, const std::string& whose, base::Diagnostics& diagnostics) {
    if (points.value >= base::Decimal{}) return true;
    diagnostics.error({"JE-S13", points.at, fmt::format("{} has {} points, below zero", whose, points.value.to_string()),
                       "points of zero or more", "hold the points against the scheme's own table"});
    return false;
}

bool check_percent(const SchemeDraft::Number& percent, const std::string& whose, base::Diagnostics& diagnostics) {
    if (percent.value >= base::Decimal{} && percent.value <= base::Decimal::from_whole(1000)) return true;
    diagnostics.error({"JE-E08", percent.at, fmt::format("{} has {} percent, not 0 to 1000", whose, percent.value.to_string()),
                       "a percentage from 0 to 1000", "hold it against the scheme's own table: 25 stands for a quarter"});
    return false;
}

std::string source_of(const std::optional<Text>& source, std::string_view user, const Names& sources,
                      base::Diagnostics& diagnostics) {
    if (!source) return {};
    return sources.resolve(*source, user, diagnostics) ? source->value : std::string{};
}

std::optional<GroupIndex> group_of(const std::optional<Text>& group, std::string_view user, const Names& groups,
                                   base::Diagnostics& diagnostics) {
    if (!group) return std::nullopt;
    const auto found = groups.resolve(*group, user, diagnostics);
    return found ? std::optional{GroupIndex{*found}} : std::nullopt;
}

}  // namespace je::model
