// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "model/scheme/bands.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/facts.hpp"
#include "model/scheme/process_words.hpp"
#include "model/scheme/scheme_maker.hpp"

namespace je::model {

namespace {

constexpr std::size_t most_conditions = 2000;  // of all constraints, and of all band rules

std::optional<FactorIndex> resolve_factor(const Text& reference, const std::string& user, const RuleSubjects& subjects,
                                          base::Diagnostics& diagnostics) {
    const auto found = subjects.factor_names.resolve(reference, user, diagnostics);
    return found ? std::optional{FactorIndex{*found}} : std::nullopt;
}

template <class Draft>
RuleHead head_of(const Draft& draft, std::string summary, const std::string& user, const RuleSubjects& subjects,
                 base::Diagnostics& diagnostics) {
    return {RuleId{draft.id.value}, std::move(summary), source_of(draft.source, user, subjects.sources, diagnostics),
            draft.id.at};
}

/// One rule per draft, each made by `make_one`; ids that occur twice are reported.
template <class Draft, class MakeOne>
auto made_rules(const std::vector<Draft>& drafts, std::string_view one, std::string_view many, const MakeOne& make_one,
                base::Diagnostics& diagnostics) {
    Names ids{{one, many, "", "JE-S02"}};
    std::vector<decltype(make_one(drafts.front()))> result;
    for (const Draft& draft : drafts) {
        ids.add(draft.id, diagnostics);
        result.push_back(make_one(draft));
    }
    return result;
}

void derived_twice(const SchemeDraft::Derivation& draft, const std::string& first, base::Diagnostics& diagnostics) {
    diagnostics.error(
        {.id = "JE-S55",
         .at = draft.factor.at,
         .message = fmt::format("factor '{}' is derived by '{}' and by '{}'", draft.factor.value, first, draft.id.value),
         .expected = "one derivation of each factor at most",
         .fix = "put both into one derivation; where both say the same, one is enough"});
}

Derivation make_derivation(const SchemeDraft::Derivation& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    const auto user = fmt::format("derivation '{}'", draft.id.value);
    Derivation result;
    static_cast<RuleHead&>(result) = head_of(draft, draft.summary, user, subjects, diagnostics);
    const auto factor = resolve_factor(draft.factor, user, subjects, diagnostics);
    const auto fact = subjects.facts.resolve_kind(draft.fact, FactKindOf::choice, user, diagnostics);
    if (factor) result.factor = *factor;
    if (!fact) return result;
    result.fact = *fact;
    for (const auto* level : rows_by_choice(draft.table, subjects.facts[*fact], draft.id, user, diagnostics)) {
        const bool known = level != nullptr && factor;
        result.level_of_choice.push_back(known ? resolve_level(subjects.factors[factor->value()], *level, user, diagnostics)
                                               : std::nullopt);
    }
    return result;
}

void check_severity(const SchemeDraft::Constraint& draft, const std::string& user, base::Diagnostics& diagnostics) {
    if (draft.severity.value == "error" || draft.severity.value == "warning") return;
    const std::array<std::string, 2> severities{"error", "warning"};
    report({.id = "JE-S63",
            .word = draft.severity,
            .message = fmt::format("{} has severity '{}', which does not exist", user, draft.severity.value),
            .what = "the severities",
            .allowed = severities},
           diagnostics);
}

Constraint make_constraint(const SchemeDraft::Constraint& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    const auto user = fmt::format("constraint '{}'", draft.id.value);
    check_severity(draft, user, diagnostics);
    if (draft.require.empty()) report_empty(draft.id, user, "conditions under 'require'", diagnostics);
    const auto when = make_conditions(draft.when, user, subjects, diagnostics);
    const auto require = make_conditions(draft.require, user, subjects, diagnostics);
    return {head_of(draft, draft.message, user, subjects, diagnostics), draft.severity.value != "warning", when, require};
}

/// Bands are looked up in the scheme's own tables; a scheme used with tables of others has none to look in.
std::optional<BandId> resolve_band(const Text* band, const std::string& user, const Names& bands,
                                   base::Diagnostics& diagnostics) {
    if (band == nullptr) return std::nullopt;
    if (!bands.empty() && !bands.resolve(*band, user, diagnostics)) return std::nullopt;
    return BandId{band->value};
}

BandRule make_band_rule(const SchemeDraft::BandRule& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    const auto user = fmt::format("band rule '{}'", draft.id.value);
    BandRule result;
    static_cast<RuleHead&>(result) = head_of(draft, draft.summary, user, subjects, diagnostics);
    result.when = make_conditions(draft.when, user, subjects, diagnostics);
    result.unless = make_conditions(draft.unless, user, subjects, diagnostics);
    const auto fact = subjects.facts.resolve_kind(draft.fact, FactKindOf::choice, user, diagnostics);
    if (!fact) return result;
    result.fact = *fact;
    for (const auto* band : rows_by_choice(draft.lowest_band, subjects.facts[*fact], draft.id, user, diagnostics)) {
        result.band_of_choice.push_back(resolve_band(band, user, subjects.bands, diagnostics));
    }
    return result;
}

void check_order(const SchemeDraft::Convention& draft, const std::string& user, base::Diagnostics& diagnostics) {
    if (!draft.from || !draft.until || draft.from->value <= draft.until->value) return;
    diagnostics.error({.id = "JE-S69",
                       .at = draft.until->at,
                       .message = fmt::format("{} ends on {}, before it begins on {}", user, draft.until->value.to_string(),
                                              draft.from->value.to_string()),
                       .expected = "'until' on or after 'from'",
                       .fix = "correct one of the two dates"});
}

Convention make_convention(const SchemeDraft::Convention& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    const auto user = fmt::format("convention '{}'", draft.id.value);
    check_order(draft, user, diagnostics);
    std::optional<FactorIndex> factor;
    if (draft.factor) factor = resolve_factor(*draft.factor, user, subjects, diagnostics);
    Convention result;
    static_cast<RuleHead&>(result) = head_of(draft, draft.text, user, subjects, diagnostics);
    if (draft.from) result.from = draft.from->value;
    if (draft.until) result.until = draft.until->value;
    result.factor = factor;
    return result;
}

std::vector<Derivation> make_derivations(const SchemeDraft& draft, const RuleSubjects& subjects,
                                         base::Diagnostics& diagnostics) {
    Names ids{{"derivation", "derivations", "", "JE-S02"}};
    std::map<std::string, std::string> derived_by;
    std::vector<Derivation> result;
    for (const auto& derivation : draft.derived) {
        const bool new_id = ids.add(derivation.id, diagnostics);
        result.push_back(make_derivation(derivation, subjects, diagnostics));
        const auto [first, is_first] = derived_by.try_emplace(derivation.factor.value, derivation.id.value);
        if (!is_first && new_id) derived_twice(derivation, first->second, diagnostics);
    }
    return result;
}

std::vector<Constraint> make_constraints(const SchemeDraft& draft, const RuleSubjects& subjects,
                                         base::Diagnostics& diagnostics) {
    return made_rules(
        draft.constraints, "constraint", "constraints",
        [&](const auto& one) { return make_constraint(one, subjects, diagnostics); }, diagnostics);
}

std::vector<BandRule> make_band_rules(const SchemeDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    return made_rules(
        draft.band_rules, "band rule", "band rules",
        [&](const auto& one) { return make_band_rule(one, subjects, diagnostics); }, diagnostics);
}

std::vector<Convention> make_conventions(const SchemeDraft& draft, const RuleSubjects& subjects,
                                         base::Diagnostics& diagnostics) {
    return made_rules(
        draft.conventions, "convention", "conventions",
        [&](const auto& one) { return make_convention(one, subjects, diagnostics); }, diagnostics);
}

class ModifierMaker {
public:
    ModifierMaker(const SchemeDraft::Modifier& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics)
        : draft_{draft},
          subjects_{subjects},
          diagnostics_{diagnostics},
          called_{fmt::format("modifier '{}'", draft.id.value)} {}

    [[nodiscard]] Modifier make() {
        static_cast<RuleHead&>(modifier_) = head_of(draft_, draft_.summary, called_, subjects_, diagnostics_);
        modifier_.at_least = draft_.at_least.value;
        make_raise();
        if (draft_.from_levels.empty()) report_empty(draft_.id, called_, "levels under 'from_levels'", diagnostics_);
        const auto factor = subjects_.factor_names.resolve(draft_.factor, called_, diagnostics_);
        const auto fact = subjects_.facts.resolve_kind(draft_.fact, FactKindOf::number, called_, diagnostics_);
        if (fact) modifier_.fact = *fact;
        if (factor) make_levels(FactorIndex{*factor});
        return std::move(modifier_);
    }

private:
    void make_raise() {
        const auto raise = draft_.raise.value;
        if (raise.is_whole() && raise >= base::Decimal::from_whole(1)) {
            modifier_.raise = static_cast<std::size_t>(raise.units() / base::Decimal::units_per_one);
            return;
        }
        diagnostics_.error({.id = "JE-S57",
                            .at = draft_.raise.at,
                            .message = fmt::format("{} raises by {} levels", called_, raise.to_string()),
                            .expected = "a whole number of levels, at least 1",
                            .fix = "write 'raise: 1', or the number that is meant"});
    }

    void make_levels(FactorIndex index) {
        const auto& factor = subjects_.factors[index.value()];
        modifier_.factor = index;
        const auto ceiling = resolve_level(factor, draft_.ceiling, called_, diagnostics_);
        if (ceiling) modifier_.ceiling = *ceiling;
        for (const auto& from : draft_.from_levels) {
            const auto level = resolve_level(factor, from, called_, diagnostics_);
            if (!level) continue;
            modifier_.from_levels.push_back(*level);
            if (ceiling && *level > *ceiling) above_ceiling(from);
        }
    }

    void above_ceiling(const Text& from) {
        diagnostics_.error({.id = "JE-S56",
                            .at = from.at,
                            .message = fmt::format("{} raises level '{}', which is above its ceiling '{}'", called_, from.value,
                                                   draft_.ceiling.value),
                            .expected = "a ceiling at or above each of 'from_levels'",
                            .fix = fmt::format("name a higher ceiling, or correct '{}' in 'from_levels'", from.value)});
    }

    const SchemeDraft::Modifier& draft_;
    const RuleSubjects& subjects_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    Modifier modifier_;
};

std::vector<Modifier> make_modifiers(const SchemeDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    return made_rules(
        draft.modifiers, "modifier", "modifiers",
        [&](const auto& one) {
            return ModifierMaker{one, subjects, diagnostics}.make();
        },
        diagnostics);
}

// What a rule of each kind reads and can do.

template <class Index>
void add_once(std::vector<Index>& list, Index one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

void add_conditions(RuleReach& reach, const std::vector<Condition>& conditions) {
    reach.effort += conditions.size();
    for (const Condition& condition : conditions) {
        if (const auto* on_factor = std::get_if<FactorCondition>(&condition.what))
            add_once(reach.reads, on_factor->factor);
        else
            add_once(reach.facts, std::get<FactCondition>(condition.what).fact);
    }
}

RuleReach reach_of(const Derivation& rule) { return {.reads = {}, .facts = {rule.fact}, .sets_level_of = rule.factor}; }

RuleReach reach_of(const Modifier& rule) { return {.reads = {}, .facts = {rule.fact}, .sets_level_of = rule.factor}; }

RuleReach reach_of(const Constraint& rule) {
    RuleReach reach{.reads = {}, .facts = {}, .sets_level_of = {}, .binds = rule.is_error};
    add_conditions(reach, rule.when);
    add_conditions(reach, rule.require);
    return reach;
}

RuleReach reach_of(const BandRule& rule) {
    RuleReach reach{
        .reads = {}, .facts = {rule.fact}, .sets_level_of = {}, .binds = true, .effort = rule.band_of_choice.size() + 1};
    add_conditions(reach, rule.when);
    add_conditions(reach, rule.unless);
    return reach;
}

template <class Rule, class Count>
void check_conditions(const std::vector<Rule>& rules, const Count& count, std::string_view what,
                      base::Diagnostics& diagnostics) {
    std::size_t all = 0;
    for (const Rule& rule : rules) all += count(rule);
    if (all > most_conditions) too_many(all, most_conditions, what, rules.front().id.at, diagnostics);
}

}  // namespace

void too_many(std::size_t count, std::size_t most, std::string_view what, const base::SourcePosition& at,
              base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S68",
                       .at = at,
                       .message = fmt::format("the scheme has {} {}", count, what),
                       .expected = fmt::format("at most {} {}", most, what),
                       .fix = "use fewer; docs/limits.md has all bounds"});
}

void check_rule_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    check_list(draft.derived, most_rules, "derived entries", diagnostics);
    check_list(draft.modifiers, most_rules, "modifiers", diagnostics);
    check_list(draft.constraints, most_rules, "constraints", diagnostics);
    check_list(draft.band_rules, most_rules, "band rules", diagnostics);
    check_conditions(
        draft.constraints, [](const auto& rule) { return rule.when.size() + rule.require.size(); },
        "conditions in its constraints", diagnostics);
    check_conditions(
        draft.band_rules, [](const auto& rule) { return rule.when.size() + rule.unless.size(); },
        "conditions in its band rules", diagnostics);
}

void SchemeMaker::make_rules() {
    Facts facts{draft_.facts, diagnostics_};
    const auto bands = band_names(draft_.bands);
    const RuleSubjects subjects{names_.factors, scheme_.factors_, facts, names_.sources, bands};
    scheme_.derivations_ = make_derivations(draft_, subjects, diagnostics_);
    scheme_.modifiers_ = make_modifiers(draft_, subjects, diagnostics_);
    scheme_.constraints_ = make_constraints(draft_, subjects, diagnostics_);
    scheme_.band_rules_ = make_band_rules(draft_, subjects, diagnostics_);
    scheme_.conventions_ = make_conventions(draft_, subjects, diagnostics_);
    const auto add = [this](const auto& rules) {
        for (const auto& rule : rules) scheme_.rules_.push_back(reach_of(rule));
    };
    add(scheme_.derivations_);
    add(scheme_.modifiers_);
    add(scheme_.constraints_);
    add(scheme_.band_rules_);
    scheme_.facts_ = std::move(facts).definitions();
    scheme_.panel_rules_ = make_process_rules(draft_.panel, true, names_.sources, diagnostics_);
    scheme_.appeal_rules_ = make_process_rules(draft_.appeal, false, names_.sources, diagnostics_);
}

}  // namespace je::model
