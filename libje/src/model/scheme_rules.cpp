// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_rules.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <string>

#include "model/scheme_choice_table.hpp"
#include "model/scheme_factors.hpp"

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

}  // namespace je::model
