// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/scheme/bands.hpp"
#include "model/scheme/deciding.hpp"
#include "model/scheme/derivations.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/facts.hpp"
#include "model/scheme/rule_lists.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

using RuleDraft = SchemeDraft::Rule;

template <class Index>
void add_once(std::vector<Index>& list, Index one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

/// Makes one rule of a draft, and tells its reach.
class RuleMaker {
public:
    RuleMaker(const RuleList& list, const RuleDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics)
        : draft_{draft},
          subjects_{subjects},
          diagnostics_{diagnostics},
          called_{fmt::format("{} '{}'", list.one, draft.id.value)} {}

    template <class Rule>
    RuleReach make(Rule& rule) {
        static_cast<RuleHead&>(rule) = {RuleId{draft_.id.value}, draft_.summary,
                                        source_of(draft_.source, called_, subjects_.sources, diagnostics_), draft_.id.at};
        fill(rule);
        static_cast<RuleHead&>(reach_) = rule;
        return std::move(reach_);
    }

private:
    void fill(Derivation& rule) {
        reach_.kind = RuleKind::derivation;
        take_factor(rule.factor);
        if (draft_.ranges.empty()) {
            take_table(rule);
            return;
        }
        rule.facts = derivation_facts(draft_, called_, subjects_.facts, diagnostics_);
        for (const FactIndex fact : rule.facts) add_once(reach_.facts, fact);
        make_derived_rows(draft_, called_, subjects_.facts, reach_.sets_level_of ? &factor() : nullptr, rule, diagnostics_);
    }

    void take_table(Derivation& rule) {
        const auto level_of = [&](const Text& level) {
            return reach_.sets_level_of ? resolve_level(factor(), level, called_, diagnostics_) : std::nullopt;
        };
        FactIndex fact;
        if (!take_fact(fact, FactKindOf::choice)) return;
        rule.facts = {fact};
        rule.level_of_choice = by_choice<LevelIndex>(fact, level_of);
    }

    void fill(Modifier& rule) {
        reach_.kind = RuleKind::modifier;
        rule.at_least = draft_.at_least.value_or(base::Located<base::WideDecimal>{}).value;
        take_raise(rule);
        if (draft_.from_levels.empty()) report_empty(draft_.id, called_, "levels under 'from_levels'", diagnostics_);
        take_factor(rule.factor);
        static_cast<void>(take_fact(rule.fact, FactKindOf::number));
        if (reach_.sets_level_of) take_levels(rule);
    }

    void fill(Constraint& rule) {
        reach_.kind = RuleKind::constraint;
        const auto severity = draft_.severity.value_or(Text{});
        const auto is_error =
            is_told(draft_.severity)
                ? std::optional{true}
                : resolve_word(words::severities,
                               {.id = "JE-S63",
                                .word = severity,
                                .message = fmt::format("{} has severity '{}', which does not exist", called_, severity.value),
                                .what = "the severities"},
                               diagnostics_);
        if (draft_.require.empty()) report_empty(draft_.id, called_, "conditions under 'require'", diagnostics_);
        rule.is_error = is_error.value_or(true);
        rule.when = conditions(draft_.when);
        rule.require = conditions(draft_.require);
        reach_.binds = rule.is_error;
    }

    void fill(BandRule& rule) {
        reach_.kind = RuleKind::band_rule;
        reach_.binds = true;
        rule.when = conditions(draft_.when);
        rule.unless = conditions(draft_.unless);
        if (!take_fact(rule.fact, FactKindOf::choice)) return;
        rule.band_of_choice = by_choice<BandId>(rule.fact, [&](const Text& band) { return resolve_band(band); });
        reach_.effort += rule.band_of_choice.size() + 1;
    }

    void fill(Convention& rule) {
        check_order();
        if (draft_.factor) rule.factor = resolve_factor();
        if (draft_.from) rule.from = draft_.from->value;
        if (draft_.until) rule.until = draft_.until->value;
    }

    /// Whether a key is not there, which the reader has told; there may be a misspelt one in its place.
    template <class Stated>
    [[nodiscard]] bool is_told(const std::optional<Stated>& stated) const {
        return !stated && subjects_.flawed;
    }

    [[nodiscard]] std::optional<FactorIndex> resolve_factor() const {
        if (is_told(draft_.factor)) return std::nullopt;
        const auto found = subjects_.factor_names.resolve(draft_.factor.value_or(Text{}), called_, diagnostics_);
        return found ? std::optional{FactorIndex{*found}} : std::nullopt;
    }

    /// The factor whose level the rule sets.
    void take_factor(FactorIndex& taken) {
        reach_.sets_level_of = resolve_factor();
        taken = reach_.sets_level_of.value_or(taken);
    }
    [[nodiscard]] const Factor& factor() const { return subjects_.factors[reach_.sets_level_of->value()]; }

    [[nodiscard]] bool take_fact(FactIndex& taken, FactKindOf kind) {
        if (is_told(draft_.fact)) return false;
        const auto fact = subjects_.facts.resolve_kind(draft_.fact.value_or(Text{}), kind, called_, diagnostics_);
        if (!fact) return false;
        add_once(reach_.facts, *fact);
        taken = *fact;
        return true;
    }

    /// What the table gives each choice of a fact, by what `resolve` makes of it.
    template <class Value, class Resolve>
    [[nodiscard]] std::vector<std::optional<Value>> by_choice(FactIndex fact, const Resolve& resolve) {
        std::vector<std::optional<Value>> values;
        for (const auto* row : rows_by_choice(draft_.table, subjects_.facts[fact], draft_.id, called_, diagnostics_))
            values.push_back(row != nullptr ? resolve(*row) : std::nullopt);
        return values;
    }

    /// Bands are looked up in the scheme's own tables; a scheme used with tables of others has none to look in.
    [[nodiscard]] std::optional<BandId> resolve_band(const Text& band) {
        if (!subjects_.bands.empty() && !subjects_.bands.resolve(band, called_, diagnostics_)) return std::nullopt;
        return BandId{band.value};
    }

    [[nodiscard]] std::vector<Condition> conditions(const std::vector<SchemeDraft::Condition>& drafts) {
        auto made = make_conditions(drafts, called_, subjects_, diagnostics_);
        reach_.effort += made.size();
        for (const Condition& condition : made) {
            visit_tests(
                condition, [&](const FactorCondition& on) { add_once(reach_.reads, on.factor); },
                [&](const FactCondition& on) { add_once(reach_.facts, on.fact); });
        }
        return made;
    }

    void take_raise(Modifier& rule) {
        if (is_told(draft_.raise)) return;
        const auto raise = draft_.raise.value_or(SchemeDraft::Number{});
        if (raise.value.is_whole() && raise.value >= base::Decimal::from_whole(1)) {
            rule.raise = static_cast<std::size_t>(raise.value.units() / base::Decimal::units_per_one);
            return;
        }
        diagnostics_.error({"JE-S57", raise.at, fmt::format("{} raises by {} levels", called_, raise.value.to_string()),
                            "a whole number of levels, at least 1", "write 'raise: 1', or the number that is meant"});
    }

    void take_levels(Modifier& rule) {
        const auto ceiling = is_told(draft_.ceiling)
                                 ? std::nullopt
                                 : resolve_level(factor(), draft_.ceiling.value_or(Text{}), called_, diagnostics_);
        if (ceiling) rule.ceiling = *ceiling;
        for (const Text& from : draft_.from_levels) {
            const auto level = resolve_level(factor(), from, called_, diagnostics_);
            if (!level) continue;
            rule.from_levels.push_back(*level);
            if (ceiling && *level > *ceiling) {
                diagnostics_.error({"JE-S56", from.at,
                                    fmt::format("{} raises level '{}', which is above its ceiling '{}'", called_, from.value,
                                                draft_.ceiling->value),
                                    "a ceiling at or above each of 'from_levels'",
                                    fmt::format("name a higher ceiling, or correct '{}' in 'from_levels'", from.value)});
            }
        }
    }

    void check_order() {
        if (!draft_.from || !draft_.until || draft_.from->value <= draft_.until->value) return;
        diagnostics_.error({"JE-S69", draft_.until->at,
                            fmt::format("{} ends on {}, before it begins on {}", called_, draft_.until->value.to_string(),
                                        draft_.from->value.to_string()),
                            "'until' on or after 'from'", "correct one of the two dates"});
    }

    const RuleDraft& draft_;
    const RuleSubjects& subjects_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    RuleReach reach_;
};

/// Makes a rule of each draft of a list, and tells the reach of each; ids that occur twice are reported.
template <class Rule>
std::vector<RuleReach> make_rules_of(const RuleList& list, const SchemeDraft& draft, const RuleSubjects& subjects,
                                     std::vector<Rule>& rules, base::Diagnostics& diagnostics) {
    Names ids{{list.one, list.many, "", "JE-S02"}};
    std::vector<RuleReach> reaches;
    for (const RuleDraft& one : draft.*list.drafts) {
        ids.add(one.id, diagnostics);
        reaches.push_back(RuleMaker{list, one, subjects, diagnostics}.make(rules.emplace_back()));
    }
    return reaches;
}

void check_derived_once(const std::vector<RuleDraft>& drafts, base::Diagnostics& diagnostics) {
    std::set<std::string_view> ids;
    std::map<std::string, std::string> derived_by;
    for (const RuleDraft& draft : drafts) {
        const bool new_id = ids.insert(draft.id.value).second;
        if (!draft.factor) continue;
        const Text& factor = *draft.factor;
        const auto [first, is_first] = derived_by.try_emplace(factor.value, draft.id.value);
        if (is_first || !new_id) continue;
        diagnostics.error(
            {"JE-S55", factor.at,
             fmt::format("factor '{}' is derived by '{}' and by '{}'", factor.value, first->second, draft.id.value),
             "one derivation of each factor at most", "put both into one derivation; where both say the same, one is enough"});
    }
}

constexpr std::array<std::string_view, 9> derivation_keys{"id",     "factor", "fact",    "facts", "table",
                                                          "ranges", "order",  "summary", "source"};
constexpr std::array<std::string_view, 2> needed_of_derivation{"id", "factor"};  // and a fact, and a table or ranges
constexpr std::array<std::string_view, 9> modifier_keys{"id",          "factor",  "fact",    "at_least", "raise",
                                                        "from_levels", "ceiling", "summary", "source"};
constexpr std::array<std::string_view, 7> needed_of_modifier{"from_levels", "id",    "factor", "fact",
                                                             "at_least",    "raise", "ceiling"};
constexpr std::array<std::string_view, 6> constraint_keys{"id", "severity", "when", "require", "message", "source"};
constexpr std::array<std::string_view, 4> needed_of_constraint{"id", "severity", "require", "message"};
constexpr std::array<std::string_view, 7> band_rule_keys{"id", "fact", "lowest_band", "when", "unless", "summary", "source"};
constexpr std::array<std::string_view, 3> needed_of_band_rule{"lowest_band", "id", "fact"};
constexpr std::array<std::string_view, 6> convention_keys{"id", "from", "until", "factor", "text", "source"};
constexpr std::array<std::string_view, 2> needed_of_convention{"id", "text"};

/// By RuleKind, then conventions.
constexpr std::array<RuleList, 5> lists{{{"derived", "derivation", "derivations", "derived entry", "derived entries",
                                          derivation_keys, needed_of_derivation, "table", "summary", &SchemeDraft::derived},
                                         {"modifiers", "modifier", "modifiers", "modifier", "modifiers", modifier_keys,
                                          needed_of_modifier, "", "summary", &SchemeDraft::modifiers},
                                         {"constraints", "constraint", "constraints", "constraint", "constraints",
                                          constraint_keys, needed_of_constraint, "", "message", &SchemeDraft::constraints},
                                         {"band_rules", "band rule", "band rules", "band rule", "band rules", band_rule_keys,
                                          needed_of_band_rule, "lowest_band", "summary", &SchemeDraft::band_rules},
                                         {"conventions", "convention", "conventions", "convention", "conventions",
                                          convention_keys, needed_of_convention, "", "text", &SchemeDraft::conventions}}};

}  // namespace

bool RuleList::needs(std::string_view key_of_entry) const {
    return std::find(needed.begin(), needed.end(), key_of_entry) != needed.end();
}

std::span<const RuleList> rule_lists() { return std::span{lists}.first(lists.size() - 1); }

const RuleList& convention_list() { return lists.back(); }

void too_many(std::size_t count, std::size_t most, std::string_view what, const base::SourcePosition& at,
              base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-S68", at, fmt::format("the scheme has {} {}", count, what), fmt::format("at most {} {}", most, what),
                       "use fewer; docs/limits.md has all bounds"});
}

void check_rule_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    for (const RuleList& list : rule_lists()) {
        const auto& rules = draft.*list.drafts;
        check_list(rules, most_rules, list.entries, diagnostics);
        std::size_t conditions = 0;
        for (const RuleDraft& rule : rules) conditions += rule.when.size() + rule.unless.size() + rule.require.size();
        if (conditions <= most_conditions) continue;
        too_many(conditions, most_conditions, fmt::format("conditions in its {}", list.many), rules.front().id.at, diagnostics);
    }
}

SchemeRules make_rules(const SchemeDraft& draft, const SchemeNames& names, std::span<const Factor> factors,
                       base::Diagnostics& diagnostics) {
    SchemeRules made;
    Facts facts{draft.facts, diagnostics};
    const auto bands = band_names(draft.bands);
    const RuleSubjects subjects{names.factors, factors, facts, names.sources, bands, draft.flawed};
    const auto make = [&](const RuleList& list, auto& rules) {
        return make_rules_of(list, draft, subjects, rules, diagnostics);
    };
    const auto add = [&](RuleKind kind, auto& rules) {
        for (RuleReach& reach : make(lists[static_cast<std::size_t>(kind)], rules)) made.reaches.push_back(std::move(reach));
    };
    add(RuleKind::derivation, made.derivations);
    check_derived_once(draft.derived, diagnostics);
    add(RuleKind::modifier, made.modifiers);
    add(RuleKind::constraint, made.constraints);
    add(RuleKind::band_rule, made.band_rules);
    static_cast<void>(make(convention_list(), made.conventions));
    made.deciding = make_deciding(draft, subjects, made.constraints, diagnostics);
    made.facts = std::move(facts).definitions();
    return made;
}

}  // namespace je::model
