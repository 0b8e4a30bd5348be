// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/fact.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// An answer that a question may have, and where it leads: to the next question, or to a level.
struct TreeOption {
    std::string id;
    std::string text{};  // empty where the values tell enough: ranges of numbers and counts; yes, no, a choice without a text
    std::string help{};
    std::optional<FactTest> test{};  // of a question that asks a fact: which values this answer stands for
    std::variant<QuestionIndex, LevelIndex> leads_to{};
    base::SourcePosition at{};

    /// Null where the other is not.
    [[nodiscard]] const QuestionIndex* next() const { return std::get_if<QuestionIndex>(&leads_to); }
    [[nodiscard]] const LevelIndex* level() const { return std::get_if<LevelIndex>(&leads_to); }
};

/// One question of a tree. One that asks a fact is answered by the fact's value, of which each that is allowed belongs to one
/// option; any other is answered by an option.
struct Question {
    QuestionId id;
    std::string ask{};   // its own words, else those of its fact
    std::string help{};  // the same
    std::optional<FactIndex> fact{};
    ChoiceSet of{};                               // of a fact of kind `several`: the choices that are counted
    DerivationOrder order = DerivationOrder::up;  // how levels run as answers go from least to most
    std::vector<TreeOption> options{};            // in file order, at least one
    base::SourcePosition at{};

    [[nodiscard]] std::optional<std::size_t> find_option(std::string_view option) const;
    /// The option that a value of the fact asked belongs to.
    [[nodiscard]] std::size_t option_of(const FactValue& value) const;
};

/// The questions that give one factor its level. From `start` each chain of options ends at a level, and no chain asks the same
/// thing twice, so that each chain is a path which answers of some job take. `Scheme::make` proves it.
struct Tree {
    std::vector<Question> questions;  // in file order
    QuestionIndex start{};

    [[nodiscard]] const Question& operator[](QuestionIndex question) const { return questions[question.value()]; }
    [[nodiscard]] std::optional<QuestionIndex> find(std::string_view question) const;
    /// Whether one of the questions asks the fact.
    [[nodiscard]] bool asks(FactIndex fact) const;
    /// The questions from `start` on, each before those that its options lead to.
    std::vector<QuestionIndex> in_order{};
};

/// One step along a tree: a question, and the option taken there.
struct TreeStep {
    QuestionIndex question{};
    std::size_t option = 0;
    friend bool operator==(const TreeStep&, const TreeStep&) = default;
};

}  // namespace je::model
