// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/rules.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <string>

#include "model/scheme/factors.hpp"
#include "model/scheme/facts.hpp"

namespace je::model {

namespace {

std::optional<FactorIndex> resolve_factor(const Text& reference, const std::string& user, const RuleSubjects& subjects,
                                          base::Diagnostics& diagnostics) {
    const auto found = subjects.factor_names.resolve(reference, user, diagnostics);
    return found ? std::optional{FactorIndex{*found}} : std::nullopt;
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
    result.id = RuleId{draft.id.value};
    result.summary = draft.summary;
    result.source = source_of(draft.source, user, subjects.sources, diagnostics);
    result.at = draft.id.at;
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
    Constraint result;
    result.id = RuleId{draft.id.value};
    result.is_error = draft.severity.value != "warning";
    result.when = make_conditions(draft.when, user, subjects, diagnostics);
    result.require = make_conditions(draft.require, user, subjects, diagnostics);
    result.message = draft.message;
    result.source = source_of(draft.source, user, subjects.sources, diagnostics);
    result.at = draft.id.at;
    return result;
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
    result.id = RuleId{draft.id.value};
    result.summary = draft.summary;
    result.source = source_of(draft.source, user, subjects.sources, diagnostics);
    result.at = draft.id.at;
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
    Convention result;
    result.id = RuleId{draft.id.value};
    if (draft.from) result.from = draft.from->value;
    if (draft.until) result.until = draft.until->value;
    if (draft.factor) result.factor = resolve_factor(*draft.factor, user, subjects, diagnostics);
    result.text = draft.text;
    result.source = source_of(draft.source, user, subjects.sources, diagnostics);
    result.at = draft.id.at;
    return result;
}

}  // namespace

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
    Names ids{{"constraint", "constraints", "", "JE-S02"}};
    std::vector<Constraint> result;
    for (const auto& constraint : draft.constraints) {
        ids.add(constraint.id, diagnostics);
        result.push_back(make_constraint(constraint, subjects, diagnostics));
    }
    return result;
}

std::vector<BandRule> make_band_rules(const SchemeDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    Names ids{{"band rule", "band rules", "", "JE-S02"}};
    std::vector<BandRule> result;
    for (const auto& rule : draft.band_rules) {
        ids.add(rule.id, diagnostics);
        result.push_back(make_band_rule(rule, subjects, diagnostics));
    }
    return result;
}

std::vector<Convention> make_conventions(const SchemeDraft& draft, const RuleSubjects& subjects,
                                         base::Diagnostics& diagnostics) {
    Names ids{{"convention", "conventions", "", "JE-S02"}};
    std::vector<Convention> result;
    for (const auto& convention : draft.conventions) {
        ids.add(convention.id, diagnostics);
        result.push_back(make_convention(convention, subjects, diagnostics));
    }
    return result;
}

namespace {

class ModifierMaker {
public:
    ModifierMaker(const SchemeDraft::Modifier& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics)
        : draft_{draft},
          subjects_{subjects},
          diagnostics_{diagnostics},
          called_{fmt::format("modifier '{}'", draft.id.value)} {}

    [[nodiscard]] Modifier make() {
        modifier_.id = RuleId{draft_.id.value};
        modifier_.at_least = draft_.at_least.value;
        modifier_.summary = draft_.summary;
        modifier_.source = source_of(draft_.source, called_, subjects_.sources, diagnostics_);
        modifier_.at = draft_.id.at;
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

}  // namespace

std::vector<Modifier> make_modifiers(const SchemeDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    Names ids{{"modifier", "modifiers", "", "JE-S02"}};
    std::vector<Modifier> result;
    for (const auto& modifier : draft.modifiers) {
        ids.add(modifier.id, diagnostics);
        result.push_back(ModifierMaker{modifier, subjects, diagnostics}.make());
    }
    return result;
}

}  // namespace je::model
