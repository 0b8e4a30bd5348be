// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/model/fact.hpp"
#include "je/model/tree.hpp"

namespace je::scoring {

/// What the search asks of a tree again and again.
class PairsOfTree {
public:
    PairsOfTree(const model::Tree& of, std::span<const model::FactDefinition> all_facts);

    const model::Tree& tree;
    std::span<const model::FactDefinition> facts;
    std::vector<std::optional<model::LevelIndex>> only_level;  // of questions from which all chains lead to the same level
    std::vector<bool> tied;                                    // whether another question asks the same fact

    [[nodiscard]] const model::TreeOption& option(const model::TreeStep& step) const {
        return tree[step.question].options[step.option];
    }

    /// The first path in path order that leads to a question.
    [[nodiscard]] std::vector<model::TreeStep> way_to(model::QuestionIndex question) const;

private:
    void find_only_levels();
    [[nodiscard]] std::optional<model::LevelIndex> only_level_after(const model::TreeOption& option) const;
    void find_tied();
    void find_ways();

    std::vector<model::TreeStep> way_in_;
};

/// What the steps of one chain say of facts that several questions ask.
class TestsOfChain {
public:
    explicit TestsOfChain(const PairsOfTree& parts) : parts_{parts}, tests_(parts.facts.size()) {}

    void add(const model::TreeStep& step) {
        if (parts_.tied[step.question.value()]) of(step).push_back(&*parts_.option(step).test);
    }
    void remove(const model::TreeStep& step) {
        if (parts_.tied[step.question.value()]) of(step).pop_back();
    }
    void remove_all(const std::vector<model::TreeStep>& steps) {
        for (const model::TreeStep& step : steps)
            if (parts_.tied[step.question.value()]) of(step).clear();
    }
    /// Of a question that is tied.
    [[nodiscard]] const std::vector<const model::FactTest*>& about(model::QuestionIndex question) const {
        return tests_[parts_.tree[question].fact->value()];
    }

private:
    std::vector<const model::FactTest*>& of(const model::TreeStep& step) {
        return tests_[parts_.tree[step.question].fact->value()];
    }

    const PairsOfTree& parts_;
    std::vector<std::vector<const model::FactTest*>> tests_;  // by fact
};

}  // namespace je::scoring
