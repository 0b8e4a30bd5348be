// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/pairs_of_tree.hpp"

#include <algorithm>

namespace je::scoring {

using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;
using model::TreeOption;
using model::TreeStep;

PairsOfTree::PairsOfTree(const Tree& of, std::span<const model::FactDefinition> all_facts)
    : tree{of}, facts{all_facts}, only_level(of.questions.size()), tied(of.questions.size(), false) {
    find_only_levels();
    find_tied();
    find_ways();
}

std::vector<TreeStep> PairsOfTree::way_to(QuestionIndex question) const {
    std::vector<TreeStep> way;
    while (question != tree.start) {
        way.push_back(way_in_[question.value()]);
        question = way.back().question;
    }
    std::reverse(way.begin(), way.end());
    return way;
}

void PairsOfTree::find_only_levels() {
    for (auto question = tree.in_order.rbegin(); question != tree.in_order.rend(); ++question) {
        const auto& options = tree[*question].options;
        const auto level = only_level_after(options.front());
        const auto same = [&](const TreeOption& one) { return only_level_after(one) == level; };
        if (std::all_of(options.begin(), options.end(), same)) only_level[question->value()] = level;
    }
}

std::optional<LevelIndex> PairsOfTree::only_level_after(const TreeOption& option) const {
    return option.next() == nullptr ? *option.level() : only_level[option.next()->value()];
}

void PairsOfTree::find_tied() {
    std::vector<std::size_t> asking(facts.size(), 0);
    for (const model::Question& one : tree.questions)
        if (one.fact) ++asking[one.fact->value()];
    for (std::size_t place = 0; place < tied.size(); ++place) {
        const auto& fact = tree.questions[place].fact;
        tied[place] = fact && asking[fact->value()] > 1;
    }
}

/// Depth first, options in file order: the step by which a question is met first is that of the first path to it, since no
/// option before leads there.
void PairsOfTree::find_ways() {
    way_in_.resize(tree.questions.size());
    std::vector<bool> met(tree.questions.size(), false);
    met[tree.start.value()] = true;
    std::vector<TreeStep> steps{{tree.start, 0}};
    while (!steps.empty()) {
        const TreeStep step = steps.back();
        if (step.option == tree[step.question].options.size()) {
            steps.pop_back();
            continue;
        }
        ++steps.back().option;
        const QuestionIndex* next = option(step).next();
        if (next == nullptr || met[next->value()]) continue;
        met[next->value()] = true;
        way_in_[next->value()] = step;
        steps.push_back({*next, 0});
    }
}

}  // namespace je::scoring
