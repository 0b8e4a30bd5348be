// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/answer_notes.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "je/scoring/trees.hpp"

namespace je::study {
namespace {

/// What is said of the answers of one factor.
class FactorAnswers {
public:
    FactorAnswers(const model::Scheme& scheme, const model::Job& job, model::FactorIndex factor, base::Diagnostics& diagnostics)
        : factor_{scheme[factor]},
          tree_{*factor_.tree},
          job_{job},
          rating_{job.ratings()[factor.value()]},
          diagnostics_{diagnostics},
          walk_{scoring::walk(scheme, job.answers(), factor)} {}

    void note() {
        for (const model::TreeStep& step : walk_.off_path) off_the_path(step);
        for (const model::TreeStep& step : walk_.ahead) ahead(step);
    }

private:
    [[nodiscard]] std::string called(const model::TreeStep& step) const {
        const model::Question& question = tree_[step.question];
        return fmt::format("the answer '{}' to question '{}' of factor '{}'", question.options[step.option].id,
                           question.id.text(), factor_.id.text());
    }
    [[nodiscard]] const base::SourcePosition& place(const model::TreeStep& step) const {
        const auto found = rating_.answers.find(step.question);
        return found == rating_.answers.end() ? job_.at() : found->second.at;
    }

    void off_the_path(const model::TreeStep& step) {
        diagnostics_.warning(
            {"JE-T80", place(step),
             fmt::format("{} is off the path: with the other answers that question cannot come up", called(step)),
             "answers to questions that can come up",
             fmt::format("correct the answer that leads past it, if one is wrong; else let it stand: it "
                         "changes nothing. The path is {}",
                         path())});
    }

    void ahead(const model::TreeStep& step) {
        diagnostics_.note(
            {"JE-T81", place(step),
             fmt::format("{} is ahead of the path: it counts should that question come up", called(step)), "",
             walk_.stops_at ? fmt::format("answer '{}', where the path stops, if it is known", tree_[*walk_.stops_at].id.text())
                            : std::string{"nothing"}});
    }

    /// "'meets' no, 'how-often' weekly"
    [[nodiscard]] std::string path() const {
        std::string text;
        constexpr std::size_t most_steps = 20;
        for (std::size_t i = 0; i < walk_.trace.size() && i < most_steps; ++i) {
            const model::Question& question = tree_[walk_.trace[i].question];
            text +=
                fmt::format("{}'{}' {}", i == 0 ? "" : ", ", question.id.text(), question.options[walk_.trace[i].option].id);
        }
        if (walk_.trace.size() > most_steps) text += fmt::format(" and {} more", walk_.trace.size() - most_steps);
        return text;
    }

    const model::Factor& factor_;
    const model::Tree& tree_;
    const model::Job& job_;
    const model::Rating& rating_;
    base::Diagnostics& diagnostics_;
    scoring::Walk walk_;
};

void note_unused_facts(const model::Scheme& scheme, const model::Job& job, base::Diagnostics& diagnostics) {
    for (const model::FactIndex fact : scoring::unused_facts(scheme, job.answers())) {
        diagnostics.note({"JE-T82", job.fact_positions()[fact.value()],
                          fmt::format("fact '{}' changes nothing: with the answers given no question that can come up asks it",
                                      scheme[fact].id.text()),
                          "", "nothing: it is true of the job whatever is asked"});
    }
}

}  // namespace

void note_answers(const model::Scheme& scheme, const model::Job& job, base::Diagnostics& diagnostics) {
    for (const model::FactorIndex factor : scheme.factors_with_trees())
        if (job.answers().questions.any_of(factor)) FactorAnswers{scheme, job, factor, diagnostics}.note();
    if (!scheme.factors_with_trees().empty()) note_unused_facts(scheme, job, diagnostics);
}

}  // namespace je::study
