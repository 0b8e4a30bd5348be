// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <utility>

#include "model/scheme/tree_sketch.hpp"

// The order of questions and of their options.

namespace je::model {

namespace {

/// Finds strongly connected groups as Tarjan does, with a stack of its own: a chain of questions may be long.
class GroupSearch {
public:
    explicit GroupSearch(const TreeSketch& tree)
        : tree_{tree}, number_(tree.questions.size(), none), low_(number_), group_(number_) {}

    [[nodiscard]] std::vector<std::size_t> run() {
        for (std::size_t question = 0; question < number_.size(); ++question)
            if (number_[question] == none) search_from(question);
        return std::move(group_);
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    struct Visit {
        std::size_t question;
        std::size_t option = 0;  // the next to look at
    };

    void enter(std::size_t question) {
        number_[question] = low_[question] = numbered_++;
        open_.push_back(question);
        visits_.push_back({question});
    }

    void search_from(std::size_t question) {
        enter(question);
        while (!visits_.empty()) {
            Visit& at = visits_.back();
            const auto& targets = tree_.targets[at.question];
            if (at.option == targets.size()) {
                leave(at.question);
            } else if (const auto next = targets[at.option++].next) {
                const std::size_t to = next->value();
                if (number_[to] == none)
                    enter(to);
                else if (group_[to] == none)
                    low_[at.question] = std::min(low_[at.question], number_[to]);
            }
        }
    }

    void leave(std::size_t question) {
        visits_.pop_back();
        if (!visits_.empty()) low_[visits_.back().question] = std::min(low_[visits_.back().question], low_[question]);
        if (low_[question] != number_[question]) return;
        while (group_[question] == none) {
            group_[open_.back()] = groups_;
            open_.pop_back();
        }
        ++groups_;
    }

    const TreeSketch& tree_;
    std::vector<std::size_t> number_, low_, group_;
    std::vector<std::size_t> open_;  // entered, and of no group yet
    std::vector<Visit> visits_;
    std::size_t numbered_ = 0;
    std::size_t groups_ = 0;
};

/// Where a test of a fact stands from least to most; numbers have the rank of what they begin with.
struct Rank {
    std::optional<base::WideDecimal> from;  // nothing is less than any number
    std::size_t place = 0;

    static Rank of(const FactTest& test) {
        const auto first = std::min_element(test.is.begin(), test.is.end());
        return {test.from, first == test.is.end() ? 0 : *first};
    }
    friend bool operator<(const Rank& a, const Rank& b) { return std::pair{a.from, a.place} < std::pair{b.from, b.place}; }
};

}  // namespace

std::vector<std::size_t> groups_of_questions(const TreeSketch& tree) { return GroupSearch{tree}.run(); }

std::vector<std::vector<std::size_t>> questions_by_group(const std::vector<std::size_t>& groups) {
    const auto last = std::max_element(groups.begin(), groups.end());
    std::vector<std::vector<std::size_t>> by_group(last == groups.end() ? 0 : *last + 1);
    for (std::size_t question = 0; question < groups.size(); ++question) by_group[groups[question]].push_back(question);
    return by_group;
}

bool goes_round(const TreeSketch& tree, const std::vector<std::size_t>& group) {
    bool round = group.size() > 1;
    tree.visit_next(group.front(), [&](std::size_t next) { round = round || next == group.front(); });
    return round;
}

std::vector<std::size_t> TreeSketch::least_to_most(std::size_t question) const {
    const auto& options = questions[question].options;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < options.size(); ++i) order.push_back(i);
    if (values_known[question]) {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return Rank::of(*options[a].test) < Rank::of(*options[b].test); });
    } else if (is_yes_no(question) && options.front().id == "yes") {
        std::swap(order.front(), order.back());
    }
    return order;
}

}  // namespace je::model
