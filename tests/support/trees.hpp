// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Question trees by hand, without a scheme around them.
//
//     const model::Tree tree = tree_of({{"meets", {{"no", 0}, {"yes", "how-often"}}},
//                                       {"how-often", {{"seldom", 1}, {"weekly", 2}}}});
//     const TreeJob job{tree, {{"meets", "no"}}};

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/tree.hpp"
#include "scoring/tree_core.hpp"

namespace je::test {

struct HandOption {
    std::string id;
    std::variant<std::size_t, std::string> leads_to;  // the place of a level, or the id of a question
    std::optional<model::FactTest> test{};
};
struct HandQuestion {
    std::string id;
    std::vector<HandOption> options;
    std::optional<std::size_t> fact{};
};

/// Each question before those its options lead to.
inline std::vector<model::QuestionIndex> in_order(const model::Tree& tree) {
    std::vector<model::QuestionIndex> order;
    std::vector<bool> met(tree.questions.size(), false);
    std::vector<model::TreeStep> steps{{tree.start, 0}};
    met[tree.start.value()] = true;
    while (!steps.empty()) {
        auto& [question, option] = steps.back();
        if (option == tree[question].options.size()) {
            order.push_back(question);
            steps.pop_back();
            continue;
        }
        const auto* next = tree[question].options[option++].next();
        if (next == nullptr || met[next->value()]) continue;
        met[next->value()] = true;
        steps.push_back({*next, 0});
    }
    std::reverse(order.begin(), order.end());
    return order;
}

/// The first question is the start unless another is named.
inline model::Tree tree_of(const std::vector<HandQuestion>& questions, std::string_view start = {}) {
    model::Tree tree;
    for (const auto& one : questions) {
        model::Question question{.id = model::QuestionId{one.id}};
        if (one.fact) question.fact = model::FactIndex{*one.fact};
        tree.questions.push_back(std::move(question));
    }
    const auto place = [&](std::string_view id) {
        if (const auto found = tree.find(id)) return *found;
        throw std::logic_error("the test's question '" + std::string{id} + "' is not there");
    };
    for (std::size_t i = 0; i < questions.size(); ++i) {
        for (const auto& one : questions[i].options) {
            model::TreeOption option{.id = one.id, .test = one.test};
            if (const auto* level = std::get_if<std::size_t>(&one.leads_to))
                option.leads_to = model::LevelIndex{*level};
            else
                option.leads_to = place(std::get<std::string>(one.leads_to));
            if (one.test) tree.questions[i].of = one.test->of;
            tree.questions[i].options.push_back(std::move(option));
        }
    }
    tree.start = start.empty() ? model::QuestionIndex{0} : place(start);
    tree.in_order = in_order(tree);
    return tree;
}

/// What one job says of a tree by hand.
struct TreeJob {
    const model::Tree& tree;
    std::vector<std::optional<model::FactValue>> facts{};
    model::QuestionAnswers answers{};

    explicit TreeJob(const model::Tree& of, const std::vector<std::pair<std::string, std::string>>& answered = {},
                     std::vector<std::optional<model::FactValue>> known = {})
        : tree{of}, facts{std::move(known)} {
        for (const auto& [question, option] : answered) {
            const auto index = tree.find(question).value();
            answers.set(model::FactorIndex{0}, {index, tree[index].find_option(option).value()});
        }
    }
    [[nodiscard]] scoring::GivenToTree given() const { return {tree, facts, answers, model::FactorIndex{0}}; }
};

/// Steps in words: "meets no, how-often weekly".
inline std::string in_words(const model::Tree& tree, const std::vector<model::TreeStep>& steps) {
    std::string words;
    for (const auto& [question, option] : steps)
        words += (words.empty() ? "" : ", ") + tree[question].id.text() + " " + tree[question].options[option].id;
    return words;
}

}  // namespace je::test
