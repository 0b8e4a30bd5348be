// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/job_parts.hpp"
#include "model/scheme_facts.hpp"
#include "model/scheme_names.hpp"
#include "model/stated_levels.hpp"

namespace je::model {

namespace {

using AnsweredFactor = JobDraft::Factor;

class AnswersMaker {
public:
    AnswersMaker(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics)
        : draft_{draft}, scheme_{scheme}, diagnostics_{diagnostics} {
        made_.answers = Answers{scheme};
        made_.ratings.resize(scheme.factors().size());
        made_.fact_positions.resize(scheme.facts().size());
        for (const auto& fact : scheme.facts()) facts_.add_quietly({fact.id.text(), {}});
    }

    [[nodiscard]] JobAnswers make() {
        for (const auto& factor : draft_.factors) take_factor(factor);
        for (const auto& [id, value] : draft_.facts) take_fact(id, value);
        return std::move(made_);
    }

private:
    void take_factor(const AnsweredFactor& draft) {
        const auto found = stated_factor(scheme_, draft.id, "JE-J02", diagnostics_);
        if (!found) return;
        made_.ratings[found->value()] = {draft.evidence, draft.note, draft.level ? draft.level->at : draft.id.at};
        if (draft.level)
            made_.answers.levels[found->value()] = stated_level(scheme_[*found], *draft.level, "JE-J03", diagnostics_);
    }

    void take_fact(const Text& id, const Text& value) {
        const auto found = facts_.find(id.value);
        if (!found) {
            unused_fact(id);
            return;
        }
        const auto& fact = scheme_.facts()[*found];
        made_.fact_positions[*found] = value.at;
        const auto parsed = parse_fact(fact, value.value);
        if (parsed) made_.answers.facts[*found] = *parsed;
        if (!parsed) bad_value(fact, value);
    }

    void unused_fact(const Text& id) {
        report({.id = "JE-J08",
                .word = id,
                .message = fmt::format("scheme '{}' does not use a fact '{}'", scheme_.id().text(), id.value),
                .what = fmt::format("the facts that scheme '{}' uses", scheme_.id().text()),
                .allowed = facts_.distinct(),
                .otherwise = "let it stand: it changes nothing"},
               diagnostics_, base::Severity::warning);
    }

    void bad_value(const FactDefinition& fact, const Text& value) {
        diagnostics_.error({.id = "JE-J09",
                            .at = value.at,
                            .message = fmt::format("fact '{}' cannot be '{}'", fact.id.text(), value.value),
                            .expected = expected_of(fact),
                            .fix = fix_of(fact, value.value)});
    }

    const JobDraft& draft_;
    const Scheme& scheme_;
    base::Diagnostics& diagnostics_;
    Names facts_{{"fact", "facts", "JE-J08", "JE-J11"}};
    JobAnswers made_;
};

}  // namespace

JobAnswers make_answers(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    return AnswersMaker{draft, scheme, diagnostics}.make();
}

}  // namespace je::model
