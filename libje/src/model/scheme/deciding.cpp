// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/deciding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "je/base/text.hpp"
#include "model/scheme/fact_cells.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

namespace {

template <class Index>
void insert_once(std::vector<Index>& list, Index one) {
    const auto place = std::lower_bound(list.begin(), list.end(), one);
    if (place == list.end() || *place != one) list.insert(place, one);
}

bool same_levels(const Factor& one, const Factor& other) {
    return std::equal(one.levels.begin(), one.levels.end(), other.levels.begin(), other.levels.end(),
                      [](const Level& a, const Level& b) { return a.id == b.id; });
}

std::vector<std::string> ids_of(const std::vector<Level>& levels) {
    std::vector<std::string> ids;
    for (const Level& level : levels) ids.push_back(level.id.text());
    return ids;
}

/// Makes one rule of a draft.
class DecidingRuleMaker {
public:
    DecidingRuleMaker(const DecidingRuleDraft& draft, const BandTableDraft& table, const RuleSubjects& subjects,
                      base::Diagnostics& diagnostics)
        : draft_{draft},
          subjects_{subjects},
          diagnostics_{diagnostics},
          called_{fmt::format("deciding rule '{}'", draft.id.value)} {
        for (const auto& band : table.bands) bands_.add_quietly(band.id);
    }

    [[nodiscard]] DecidingRule make() {
        DecidingRule rule;
        static_cast<RuleHead&>(rule) = {RuleId{draft_.id.value}, draft_.summary,
                                        source_of(draft_.source, called_, subjects_.sources, diagnostics_), draft_.id.at};
        if (!check_form()) return rule;
        if (draft_.when) {
            when(rule);
        } else if (draft_.level_of) {
            level_of(rule);
        } else {
            rule.by = draft_.agree.empty() ? DecideBy::reach : DecideBy::agree;
            of_several(rule, draft_.agree.empty() ? draft_.reach : draft_.agree);
        }
        return rule;
    }

private:
    /// It goes by one thing, and has what that takes.
    [[nodiscard]] bool check_form() {
        const std::size_t forms = std::size_t{draft_.when.has_value()} + std::size_t{!draft_.agree.empty()} +
                                  std::size_t{!draft_.reach.empty()} + std::size_t{draft_.level_of.has_value()};
        if (forms != 1) {
            diagnostics_.error({"JE-B70", draft_.id.at,
                                fmt::format("{} goes by {}", called_, forms == 0 ? "nothing" : "more than one thing"),
                                "one of 'when', 'agree', 'reach' and 'level_of' in each deciding rule",
                                forms == 0 ? "add the one that the scheme states" : "make a rule of each"});
            return false;
        }
        bool whole = true;
        const auto needs = [&](bool has, std::string_view key, std::string_view beside) {
            if (has) return;
            whole = false;
            diagnostics_.error({"JE-B71", draft_.id.at, fmt::format("{} has '{}' without '{}'", called_, beside, key),
                                fmt::format("'{}' beside '{}'", key, beside),
                                fmt::format("add '{}' as the scheme states it", key)});
        };
        const auto has_no = [&](bool has, std::string_view key, std::string_view beside) {
            if (!has) return;
            whole = false;
            diagnostics_.error(
                {"JE-B72", draft_.id.at, fmt::format("{} has '{}' beside '{}', which does not use it", called_, key, beside),
                 fmt::format("no '{}' in a rule with '{}'", key, beside),
                 fmt::format("keep '{}' as a comment, with '#' in front, or write the form of rule that uses it", key)});
        };
        const std::string_view form = draft_.when            ? "when"
                                      : draft_.level_of      ? "level_of"
                                      : draft_.agree.empty() ? "reach"
                                                             : "agree";
        const bool several = form == "agree" || form == "reach";
        if (draft_.when) {
            needs(draft_.band.has_value(), "band", form);
            has_no(draft_.bands.has_value(), "bands", form);
        } else {
            has_no(draft_.band.has_value(), "band", form);
        }
        if (several)
            needs(draft_.at_least.has_value(), "at_least", form);
        else
            has_no(draft_.at_least.has_value(), "at_least", form);
        return whole;
    }

    void when(DecidingRule& rule) {
        rule.when = make_deciding_conditions(*draft_.when, called_, subjects_, diagnostics_);
        rule.band = resolve_band(*draft_.band);
    }

    void level_of(DecidingRule& rule) {
        rule.by = DecideBy::level_of;
        if (const auto factor = resolve_factor(*draft_.level_of)) {
            rule.factors = {*factor};
            take_bands(rule, subjects_.factors[factor->value()]);
        }
    }

    void of_several(DecidingRule& rule, const std::vector<Text>& names) {
        Names seen{{"factor", "factors", "", ""}};
        for (const Text& name : names) {
            if (const auto first = seen.find(name.value)) {
                diagnostics_.error(
                    {"JE-B73", name.at,
                     fmt::format("{} names factor '{}' twice{}", called_, name.value, first_at(seen.first_place(*first))),
                     "each factor once", "name another factor, or take one of the two out"});
                continue;
            }
            seen.add_quietly(name);
            if (const auto factor = resolve_factor(name)) rule.factors.push_back(*factor);
        }
        if (rule.factors.size() != names.size() || !check_levels_agree(rule, names) || !take_count(rule)) return;
        take_bands(rule, subjects_.factors[rule.factors.front().value()]);
    }

    [[nodiscard]] bool check_levels_agree(const DecidingRule& rule, const std::vector<Text>& names) {
        const Factor& first = subjects_.factors[rule.factors.front().value()];
        for (std::size_t i = 1; i < rule.factors.size(); ++i) {
            const Factor& other = subjects_.factors[rule.factors[i].value()];
            if (same_levels(first, other)) continue;
            diagnostics_.error({"JE-B74", names[i].at,
                                fmt::format("{} compares factor '{}', with levels {}, and factor '{}', with levels {}", called_,
                                            first.id.text(), short_list(ids_of(first.levels)), other.id.text(),
                                            short_list(ids_of(other.levels))),
                                "factors with the same level codes in the same order",
                                "write the cases as 'when' with conditions, which may test each factor by its own levels"});
            return false;
        }
        return true;
    }

    [[nodiscard]] bool take_count(DecidingRule& rule) {
        const auto& stated = *draft_.at_least;
        const std::size_t of = rule.factors.size();
        const bool fits = stated.value.is_whole() && stated.value >= base::Decimal::from_whole(1) &&
                          stated.value <= base::Decimal::from_whole(static_cast<std::int64_t>(of));
        if (!fits) {
            diagnostics_.error(
                {"JE-B75", stated.at,
                 fmt::format("{} asks for {} of {}", called_, stated.value.to_string(), base::counted(of, "factor", "factors")),
                 fmt::format("a whole number from 1 to {}", of), "hold the number against the scheme's own document"});
            return false;
        }
        rule.at_least = static_cast<std::size_t>(stated.value.units() / base::Decimal::units_per_one);
        if (rule.by == DecideBy::agree && 2 * rule.at_least <= of) {
            diagnostics_.error(
                {"JE-B64", stated.at,
                 fmt::format("{} asks that {} of {} factors agree, so that two levels could be meant at once", called_,
                             rule.at_least, of),
                 "more than half of the factors",
                 fmt::format("hold the number against the scheme's own document: {} is more than half; 'reach' takes "
                             "any number",
                             of / 2 + 1)});
            return false;
        }
        return true;
    }

    /// Left out, bands have the levels' codes.
    void take_bands(DecidingRule& rule, const Factor& factor) {
        rule.band_of_level.resize(factor.levels.size());
        if (!draft_.bands) {
            for (std::size_t i = 0; i < factor.levels.size(); ++i) {
                if (const auto band = bands_.find(factor.levels[i].id.text())) rule.band_of_level[i] = BandIndex{*band};
            }
        } else {
            for (const auto& [level, band] : *draft_.bands) take_band(rule, factor, level, band);
        }
        const bool any =
            std::any_of(rule.band_of_level.begin(), rule.band_of_level.end(), [](const auto& b) { return b.has_value(); });
        if (any || (draft_.bands && !draft_.bands->empty())) return;
        diagnostics_.error({"JE-B76", draft_.id.at,
                            draft_.bands ? fmt::format("{} gives no level a band", called_)
                                         : fmt::format("{} has no 'bands', and no band has the code of a level", called_),
                            "a band for one level at least", "add 'bands' with the band of each level"});
    }

    void take_band(DecidingRule& rule, const Factor& factor, const Text& level, const Text& band) {
        const auto index = resolve_level(factor, level, called_, diagnostics_);
        const auto to = resolve_band(band);
        if (index && to) rule.band_of_level[index->value()] = to;
    }

    [[nodiscard]] std::optional<BandIndex> resolve_band(const Text& band) {
        const auto found = bands_.resolve(band, called_, diagnostics_);
        return found ? std::optional{BandIndex{*found}} : std::nullopt;
    }

    [[nodiscard]] std::optional<FactorIndex> resolve_factor(const Text& name) {
        const auto found = subjects_.factor_names.resolve(name, called_, diagnostics_);
        return found ? std::optional{FactorIndex{*found}} : std::nullopt;
    }

    const DecidingRuleDraft& draft_;
    const RuleSubjects& subjects_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    Names bands_{{"band", "bands", "JE-S09", ""}};
};

std::size_t count_of(const std::vector<ConditionDraft>& conditions) {
    std::size_t count = conditions.size();
    for (const auto& one : conditions) count += one.of ? count_of(*one.of) : 0;
    return count;
}

bool check_deciding_sizes(const BandTableDraft& table, base::Diagnostics& diagnostics) {
    const auto before = diagnostics.errors();
    check_list(*table.decide, most_rules, "deciding rules", diagnostics);
    std::size_t conditions = 0;
    for (const auto& rule : *table.decide) conditions += rule.when ? count_of(*rule.when) : 0;
    if (conditions > most_conditions)
        too_many(conditions, most_conditions, "conditions in its deciding rules", table.decide->front().id.at, diagnostics);
    return diagnostics.errors() == before;
}

void find_reads(Deciding& deciding) {
    for (const DecidingRule& rule : deciding.rules) {
        for (const FactorIndex factor : rule.factors) insert_once(deciding.factors, factor);
        for (const Condition& condition : rule.when)
            visit_tests(
                condition, [&](const FactorCondition& on) { insert_once(deciding.factors, on.factor); },
                [&](const FactCondition& on) { insert_once(deciding.facts, on.fact); });
    }
}

void cut_facts(Deciding& deciding, const Facts& facts, std::span<const Constraint> constraints) {
    for (const FactIndex fact : deciding.facts) {
        FactCells cells{facts[fact]};
        const auto cut = [&](const std::vector<Condition>& conditions) {
            for (const Condition& condition : conditions)
                visit_tests(
                    condition, [](const FactorCondition&) {},
                    [&](const FactCondition& on) {
                        if (on.fact == fact) cells.cut(on);
                    });
        };
        for (const DecidingRule& rule : deciding.rules) cut(rule.when);
        for (const Constraint& constraint : constraints) {
            if (!constraint.is_error) continue;
            cut(constraint.when);
            cut(constraint.require);
        }
        deciding.values.push_back(cells.values());
    }
}

/// Whether there are few enough combinations to look at each.
void check_combinations(const Deciding& deciding, const RuleSubjects& subjects, const base::SourcePosition& at,
                        base::Diagnostics& diagnostics) {
    std::uint64_t count = 1;
    const auto times = [&](std::size_t many) { count = many != 0 && count > UINT64_MAX / many ? UINT64_MAX : count * many; };
    for (const FactorIndex factor : deciding.factors) times(subjects.factors[factor.value()].levels.size());
    for (const auto& values : deciding.values) times(values.size());
    if (count <= most_deciding_combinations) return;
    diagnostics.error(
        {"JE-B69", at,
         fmt::format("the rules of this band table tell apart {} combinations of levels and facts",
                     count == UINT64_MAX ? std::string{"more than 18000000000000000000"} : fmt::to_string(count)),
         "at most 10000000 combinations, of which each is tried to prove that it has one band",
         "let rules read fewer factors: derive a level for several of them first, or bring them together in a factor"});
}

std::optional<Deciding> deciding_of(const BandTableDraft& table, const RuleSubjects& subjects,
                                    std::span<const Constraint> constraints, base::Diagnostics& diagnostics) {
    const auto before = diagnostics.errors();
    Deciding deciding;
    deciding.first_match = table.first_match && table.first_match->value;
    Names ids{{"deciding rule", "deciding rules", "", "JE-S02"}};
    for (const auto& rule : *table.decide) {
        ids.add(rule.id, diagnostics);
        deciding.rules.push_back(DecidingRuleMaker{rule, table, subjects, diagnostics}.make());
    }
    if (table.decide->empty()) {
        diagnostics.error({"JE-B77", table.at, "'decide' lists no rules", "at least one rule that gives a band",
                           "add the rules by which the scheme gives bands"});
    }
    if (diagnostics.errors() > before) return std::nullopt;
    find_reads(deciding);
    cut_facts(deciding, subjects.facts, constraints);
    check_combinations(deciding, subjects, table.decide->front().id.at, diagnostics);
    return deciding;
}

/// Reports whatever belongs to points, in a scheme without them.
class NoPoints {
public:
    explicit NoPoints(base::Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

    void check(const SchemeDraft& draft) {
        if (draft.max_total) here(draft.max_total->at, "the scheme states 'max_total'");
        if (draft.weights) here(draft.weights->total.at, "the scheme states 'weights'");
        for (const auto& factor : draft.factors) check(factor);
        for (const auto& matrix : draft.matrices) here(matrix.id.at, fmt::format("matrix '{}' gives points", matrix.id.value));
        for (const auto& series : draft.series) here(series.id.at, fmt::format("series '{}' is for points", series.id.value));
        for (const auto& rule : draft.band_rules)
            here(rule.id.at, fmt::format("band rule '{}' raises a band that points give", rule.id.value));
        for (const auto& table : draft.bands) check(table);
    }

private:
    void here(const base::SourcePosition& at, std::string what) {
        diagnostics_.error({"JE-B66", at, std::move(what) + ", but 'method: classification' says that there are no points",
                            "levels, facts and rules alone in a scheme without points",
                            "take 'method' out if points give the bands; else keep this as a comment, with '#' in front"});
    }

    void check(const SchemeDraft::Factor& factor) {
        const auto called = fmt::format("factor '{}'", factor.id.value);
        if (factor.weight) here(factor.weight->at, called + " has a weight");
        if (factor.rule) here(factor.rule->kind.at, called + " has a rule that gives points");
        if (factor.rounding) here(factor.rounding->to.at, called + " rounds points");
        if (factor.percent_of) here(factor.percent_of->at, called + " has a part of the points of another");
        for (const auto& level : factor.levels) {
            const auto& number = level.points ? level.points : level.score ? level.score : level.percent;
            if (number)
                here(number->at, fmt::format("level '{}' of {} has {}", level.id.value, called,
                                             level.points  ? "points"
                                             : level.score ? "a score"
                                                           : "a percentage"));
        }
    }

    void check(const BandTableDraft& table) {
        for (const auto& band : table.bands) {
            const auto& number = band.floor ? band.floor : band.max;
            if (number) here(number->at, fmt::format("band '{}' has a {}", band.id.value, band.floor ? "floor" : "'max'"));
        }
        if (table.open_ended) here(table.at, "the band table is open ended");
        if (table.overlaps) here(table.at, "the band table says that the totals of its bands overlap");
        if (!table.unbanded.empty()) here(table.unbanded.front().from.at, "the band table lists totals under 'unbanded'");
        if (table.decide) return;
        diagnostics_.error({"JE-B78", table.at, "the band table has no rules under 'decide', though the scheme has no points",
                            "rules that give a band for levels", "add 'decide' with the rules of the scheme"});
    }

    base::Diagnostics& diagnostics_;
};

}  // namespace

std::vector<std::optional<Deciding>> make_deciding(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                   std::span<const Constraint> constraints, base::Diagnostics& diagnostics) {
    std::vector<std::optional<Deciding>> made;
    for (const auto& table : draft.bands) {
        made.emplace_back();
        if (table.decide && check_deciding_sizes(table, diagnostics))
            made.back() = deciding_of(table, subjects, constraints, diagnostics);
    }
    return made;
}

void check_method(const SchemeDraft& draft, Method method, base::Diagnostics& diagnostics) {
    if (method == Method::classification) {
        NoPoints{diagnostics}.check(draft);
        if (!draft.bands.empty()) return;
        diagnostics.error({"JE-B78", draft.id.at, "the scheme has no points and no band table with rules",
                           "a band table with rules under 'decide'", "add 'bands' with the rules of the scheme"});
        return;
    }
    for (const auto& table : draft.bands) {
        if (!table.decide && !table.first_match) continue;
        diagnostics.error(
            {"JE-B79", table.decide && !table.decide->empty() ? table.decide->front().id.at : table.at,
             "the band table has rules that give bands, but the scheme has points, which give them",
             "rules under 'decide' only with 'method: classification'",
             "add 'method: classification' to the scheme if it has no points; a band that a fact asks for beside points "
             "is a rule under 'band_rules'"});
    }
}

}  // namespace je::model
