// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/scoring/trees.hpp"

namespace je::scoring {

/// One tree, and what a job says of its questions. Looks at what it was made of, which must outlive it.
class GivenToTree {
public:
    GivenToTree(const model::Tree& tree, std::span<const std::optional<model::FactValue>> facts,
                const model::QuestionAnswers& answers, model::FactorIndex factor)
        : tree_{&tree}, facts_{facts}, answers_{&answers}, factor_{factor} {}
    GivenToTree(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor);

    [[nodiscard]] const model::Tree& tree() const { return *tree_; }
    /// The option given of a question; nothing while it is open.
    [[nodiscard]] std::optional<std::size_t> option(model::QuestionIndex question) const;
    /// The option answered under the factor itself: never of a question that asks a fact.
    [[nodiscard]] std::optional<std::size_t> answer(model::QuestionIndex question) const;
    [[nodiscard]] bool anything() const;

private:
    const model::Tree* tree_;
    std::span<const std::optional<model::FactValue>> facts_;
    const model::QuestionAnswers* answers_;
    model::FactorIndex factor_;
};

// As the functions of je/scoring/trees.hpp.
[[nodiscard]] std::vector<model::LevelIndex> levels_given(const GivenToTree& given);
[[nodiscard]] Walk walk_given(const GivenToTree& given);
/// Of each level from 0 to `levels` - 1 that is not possible. `also_asked_by` stays empty.
[[nodiscard]] std::vector<RuledOut> ruled_out_given(const GivenToTree& given, std::size_t levels, const Walk& walk);

}  // namespace je::scoring
