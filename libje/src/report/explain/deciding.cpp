// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/deciding.hpp"

#include <algorithm>

#include "base/wording.hpp"
#include "report/explain/condition_words.hpp"
#include "report/explain/explain_document.hpp"
#include "report/explain/fields.hpp"
#include "report/shared_fields.hpp"
#include "scoring/deciding.hpp"

namespace je::report {
namespace {

using scoring::Truth;

std::optional<bool> known(Truth truth) { return truth == Truth::unknown ? std::nullopt : std::optional{truth == Truth::yes}; }

class RuleTracer {
public:
    RuleTracer(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
               const scoring::Score& score)
        : scheme_{scheme}, table_{table}, answers_{answers}, score_{score} {}

    [[nodiscard]] std::vector<DecidingTrace> trace() const {
        std::vector<DecidingTrace> rules;
        if (table_.deciding() == nullptr) return rules;
        const model::Deciding& deciding = *table_.deciding();
        for (std::size_t i = 0; i < deciding.rules.size(); ++i) {
            rules.push_back(trace(deciding.rules[i]));
            rules.back().decides = score_.deciding_rule == i;
            if (deciding.first_match && rules.back().decides) break;
        }
        return rules;
    }

private:
    [[nodiscard]] auto level_lookup() const {
        return [this](model::FactorIndex factor) { return score_.factors[factor.value()].level; };
    }

    [[nodiscard]] DecidingTrace trace(const model::DecidingRule& rule) const {
        const auto ruling = scoring::ruling_of(rule, level_lookup(), answers_.facts);
        DecidingTrace made{.id = rule.id.text(),
                           .summary = rule.summary,
                           .source = rule.source,
                           .scheme_at = rule.at.file_and_line(),
                           .holds = known(ruling.holds)};
        if (ruling.holds == Truth::yes) made.band = table_[ruling.band].id.text();
        if (rule.by != model::DecideBy::when) {
            made.conditions.push_back({asked(rule), found(rule), made.holds});
            return made;
        }
        for (const model::Condition& condition : rule.when)
            made.conditions.push_back({asked_now(scheme_, condition), found_now(scheme_, condition, answers_, score_),
                                       known(scoring::truth_of(condition, level_lookup(), answers_.facts))});
        return made;
    }

    [[nodiscard]] std::string names(const model::DecidingRule& rule) const {
        std::vector<std::string> ids;
        for (const model::FactorIndex factor : rule.factors) ids.push_back(scheme_[factor].id.text());
        return quoted_now(ids);
    }

    [[nodiscard]] std::string asked(const model::DecidingRule& rule) const {
        switch (rule.by) {
            case model::DecideBy::agree:
                return base::worded("a level with a band that at least {} of {} have", rule.at_least, names(rule));
            case model::DecideBy::reach:
                return base::worded("the highest level that at least {} of {} reach, with a band", rule.at_least, names(rule));
            default:
                return base::worded("a level of {} with a band", names(rule));
        }
    }

    [[nodiscard]] std::string found(const model::DecidingRule& rule) const {
        std::string text;
        for (const model::FactorIndex factor : rule.factors) {
            const auto& level = score_.factors[factor.value()].level;
            text += text.empty() ? "" : ", ";
            text += level ? scheme_[factor].id.text() + " " + scheme_[factor][*level].id.text()
                          : base::worded("{} not known", scheme_[factor].id.text());
        }
        return text;
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const model::Answers& answers_;
    const scoring::Score& score_;
};

Content holds_cell(const std::optional<bool>& holds) {
    if (!holds) return Nothing{Reason::not_known};
    return std::string{base::translated(*holds ? "yes" : "no")};
}

}  // namespace

std::vector<DecidingTrace> trace_rules(const model::Scheme& scheme, const model::BandTable& table,
                                       const model::Answers& answers, const scoring::Score& score) {
    return RuleTracer{scheme, table, answers, score}.trace();
}

Text decided_in_words(const ExplainResult& result) {
    const auto decides = std::find_if(result.rule_trace.begin(), result.rule_trace.end(),
                                      [](const DecidingTrace& rule) { return rule.decides; });
    if (decides != result.rule_trace.end()) {
        Text text = say("Rule '{}' gives band {}", decides->id, Band{decides->band});
        if (!decides->summary.empty()) text += say(": {}", without_stop(decides->summary));
        if (!decides->source.empty()) text += say(" [source {}]", decides->source);
        return text + place(decides->scheme_at) + ".";
    }
    if (result.complete) return result.no_band ? say("The job is in no band: {}.", without_stop(*result.no_band)) : Text{};
    const auto& bands = result.several.bands;
    if (bands.empty()) return "What is not known leaves no band: every way to complete the record breaks a rule of the scheme.";
    if (bands.size() == 1)
        return say(
            "Levels or facts are not known, but no missing one can change the band: it is {} whatever they turn out to be.",
            Band{bands.front()});
    return say("Levels or facts are not known, so the band may be {}.", bands_in_words(result.several));
}

Table rules_table(const std::vector<DecidingTrace>& rules) {
    Table table{.id = "rules-table",
                .columns = {{"rule", "Rule", Role::id},
                            {"asked", "What it asks for"},
                            {"found", "What was found"},
                            {"holds", "Holds", Role::flag},
                            {"band", "Band", Role::band}}};
    for (const DecidingTrace& rule : rules) {
        const Cell band = rule.holds == true ? Cell{Band{rule.band}} : Cell{};
        if (rule.conditions.empty())
            table.rows.push_back({rule.id, "nothing: it always holds", Cell{}, holds_cell(true), band});
        bool first = true;
        for (const ConditionTrace& condition : rule.conditions) {
            if (rule.holds == false && condition.holds != false) continue;
            table.rows.push_back({first ? Cell{rule.id} : Cell{}, condition.text, condition.found, holds_cell(condition.holds),
                                  first ? band : Cell{}});
            first = false;
            if (rule.holds == false) break;
        }
    }
    return table;
}

Description describe(Of<ConditionTrace>) {
    using T = ConditionTrace;
    return {"condition of a rule",
            {value<&T::text>("text", "What it asks for", Role::text, "in words").shown_to_public(),
             value<&T::found>("found", "What was found", Role::text, "in the record").shown_to_public(),
             value<&T::holds>("holds", "Holds", Role::flag, "it is so").or_null("a level or fact that it needs is not known")}};
}

Description describe(Of<DecidingTrace>) {
    using T = DecidingTrace;
    return {
        "rule that gives a band",
        {value<&T::id>("rule", "Rule", Role::id, "its id"),
         value<&T::holds>("holds", "Holds", Role::flag, "all that it asks for is so")
             .or_null("a level or fact that it needs is not known"),
         value<&T::decides>("decides", "Decides", Role::flag, "it gave the job its band"),
         value<&T::band>("band", "Band", Role::band, "that it gives").or_null("it does not hold, or that is not known"),
         value<&T::summary>("summary", "Summary", Role::text, "of the rule, as the scheme has it")
             .shown_to_public()
             .if_any("the scheme has none"),
         value<&T::source>("source", "Source", Role::id, "of the rule").if_any("the scheme states none"),
         scheme_place_field<T>(), list<&T::conditions>("conditions", "Conditions", "what it asks for, and what was found")}};
}

}  // namespace je::report
