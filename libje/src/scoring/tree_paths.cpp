// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "je/scoring/trees.hpp"

namespace je::scoring {

using model::QuestionIndex;
using model::TreeOption;
using model::TreeStep;

namespace {

/// Goes to the next option along a path: of its last question that has one left. False when there is none.
bool go_to_next_option(const model::Tree& tree, std::vector<TreeStep>& steps) {
    while (!steps.empty() && steps.back().option + 1 == tree[steps.back().question].options.size()) steps.pop_back();
    if (steps.empty()) return false;
    ++steps.back().option;
    return true;
}

}  // namespace

std::optional<std::uint64_t> count_paths(const model::Tree& tree) {
    std::vector<std::uint64_t> paths(tree.questions.size(), 0);
    for (auto question = tree.in_order.rbegin(); question != tree.in_order.rend(); ++question) {
        std::uint64_t& sum = paths[question->value()];
        for (const TreeOption& option : tree[*question].options) {
            const std::uint64_t more = option.next() == nullptr ? 1 : paths[option.next()->value()];
            if (more > std::numeric_limits<std::uint64_t>::max() - sum) return std::nullopt;
            sum += more;
        }
    }
    return paths[tree.start.value()];
}

void visit_paths(const model::Tree& tree, const std::function<bool(const TreePath&)>& visit) {
    TreePath path{{{tree.start, 0}}, {}};
    do {
        const TreeOption* taken = &tree[path.steps.back().question].options[path.steps.back().option];
        for (; taken->next() != nullptr; taken = &tree[*taken->next()].options.front())
            path.steps.push_back({*taken->next(), 0});
        path.level = *taken->level();
        if (!visit(path)) return;
    } while (go_to_next_option(tree, path.steps));
}

}  // namespace je::scoring
