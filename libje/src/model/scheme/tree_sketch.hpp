// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/facts.hpp"

namespace je::model {

/// Where an option leads, as far as the file says it and it exists. Sound ones lead to one of the two.
struct OptionTargets {
    std::optional<QuestionIndex> next{};
    std::optional<LevelIndex> level{};
};

/// A tree whose ids are looked up, and of which nothing is proved: chains may go round, end or lead nowhere, and values belong
/// to no option or to several.
struct TreeSketch {
    const SchemeDraft::Factor* draft = nullptr;
    const Factor* factor = nullptr;
    FactorIndex index{};
    std::vector<Question> questions{};                  // of options all but where they lead
    std::vector<std::vector<OptionTargets>> targets{};  // of each option of each question
    std::vector<bool> values_known{};      // of each question: it asks a fact, and each option says of which values
    std::optional<QuestionIndex> start{};  // nothing where it is not known
    bool leads_somewhere = true;           // each option leads to one thing, which exists

    [[nodiscard]] std::string called() const;
    [[nodiscard]] std::string called(std::size_t question) const;
    [[nodiscard]] std::string called(std::size_t question, std::size_t option) const;
    [[nodiscard]] base::SourcePosition option_at(std::size_t question, std::size_t option) const {
        return questions[question].options[option].at;
    }
    /// Calls `visit(question)` with each question that an option of `from` leads to; one may come again.
    template <class Visit>
    void visit_next(std::size_t from, const Visit& visit) const {
        for (const OptionTargets& to : targets[from])
            if (to.next) visit(to.next->value());
    }
    /// Whether its options are exactly `yes` and `no`.
    [[nodiscard]] bool is_yes_no(std::size_t question) const;
    /// The options of a question from least to most: ranges and counts by size, no before yes, choices as the fact lists them;
    /// others as written, and so where it is not known which values they stand for.
    [[nodiscard]] std::vector<std::size_t> least_to_most(std::size_t question) const;
};

/// Looks up what a factor's questions name, and reports what there is not: unknown targets, options with two targets or none,
/// and tests that do not suit their facts.
[[nodiscard]] TreeSketch sketch_tree(const SchemeDraft::Factor& draft, const Factor& factor, FactorIndex index,
                                     const Facts& facts, base::Diagnostics& diagnostics);

/// Whether a factor has no more questions and options than may be; reported.
[[nodiscard]] bool has_few_questions(const SchemeDraft::Factor& draft, base::Diagnostics& diagnostics);

/// Groups of questions that all reach each other, by options: each with the number of its group, such that an option leads into
/// the same group or one of a lower number.
[[nodiscard]] std::vector<std::size_t> groups_of_questions(const TreeSketch& tree);
/// Questions of each group, in file order.
[[nodiscard]] std::vector<std::vector<std::size_t>> questions_by_group(const std::vector<std::size_t>& groups);
/// Whether the options of a group's questions lead round.
[[nodiscard]] bool goes_round(const TreeSketch& tree, const std::vector<std::size_t>& group);

}  // namespace je::model
