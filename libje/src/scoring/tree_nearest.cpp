// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>

#include "je/scoring/trees.hpp"
#include "scoring/tree_core.hpp"

namespace je::scoring {

using model::FactorIndex;
using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;
using model::TreeOption;
using model::TreeStep;

namespace {

/// What a path asks of a job: answers to change first, then answers to add.
struct PathCost {
    std::uint32_t changed = std::numeric_limits<std::uint32_t>::max();  // of a path that is not there
    std::uint32_t further = 0;

    [[nodiscard]] bool is_path() const { return changed != PathCost{}.changed; }
    friend auto operator<=>(const PathCost&, const PathCost&) = default;
};

/// The nearest paths of one tree, of one level after another.
class NearestPaths {
public:
    NearestPaths(const GivenToTree& given, const Walk& walk)
        : tree_{given.tree()}, walk_{walk}, counting_(tree_.questions.size()), best_(tree_.questions.size()) {
        for (const QuestionIndex question : tree_.in_order)
            if (tree_[question].fact) counting_[question.value()] = given.option(question);
        for (const TreeStep& step : walk.trace) counting_[step.question.value()] = step.option;
        for (const TreeStep& step : walk.ahead) counting_[step.question.value()] = step.option;
    }

    [[nodiscard]] RuledOut of(LevelIndex level) {
        find_best(level);
        RuledOut out{.level = level};
        if (!best_[tree_.start.value()].is_path()) return out;
        out.has_path = true;
        out.closed_by = closing_step(level);
        take_path(level, out);
        return out;
    }

private:
    void find_best(LevelIndex level) {
        for (auto question = tree_.in_order.rbegin(); question != tree_.in_order.rend(); ++question) {
            PathCost best;
            for (std::size_t option = 0; option < tree_[*question].options.size(); ++option)
                best = std::min(best, cost_by({*question, option}, level));
            best_[question->value()] = best;
        }
    }

    /// Of the best path that begins with a step.
    [[nodiscard]] PathCost cost_by(const TreeStep& step, LevelIndex level) const {
        PathCost cost = cost_after(step, level);
        if (!cost.is_path()) return cost;
        const auto& counts = counting_[step.question.value()];
        if (!counts) ++cost.further;
        if (counts && *counts != step.option) ++cost.changed;
        return cost;
    }

    [[nodiscard]] PathCost cost_after(const TreeStep& step, LevelIndex level) const {
        const TreeOption& taken = tree_[step.question].options[step.option];
        if (const auto* next = taken.next()) return best_[next->value()];
        return *taken.level() == level ? PathCost{0, 0} : PathCost{};
    }

    [[nodiscard]] std::optional<TreeStep> closing_step(LevelIndex level) const {
        const auto closes = [&](const TreeStep& step) { return !cost_after(step, level).is_path(); };
        const auto found = std::find_if(walk_.trace.begin(), walk_.trace.end(), closes);
        return found == walk_.trace.end() ? std::nullopt : std::optional{*found};
    }

    /// Of several best options, the answer that counts, else the first in the file.
    [[nodiscard]] std::size_t best_option(QuestionIndex question, LevelIndex level) const {
        const PathCost& best = best_[question.value()];
        const auto& counts = counting_[question.value()];
        if (counts && cost_by({question, *counts}, level) == best) return *counts;
        std::size_t option = 0;
        while (cost_by({question, option}, level) != best) ++option;
        return option;
    }

    void take_path(LevelIndex level, RuledOut& out) const {
        const QuestionIndex* question = &tree_.start;
        while (question != nullptr) {
            const TreeStep step{*question, best_option(*question, level)};
            const auto& counts = counting_[question->value()];
            out.path.push_back(step);
            if (!counts) out.further.push_back(step);
            if (counts && *counts != step.option)
                out.changed.push_back({.question = step.question, .from = *counts, .to = step.option});
            question = tree_[*question].options[step.option].next();
        }
    }

    const Tree& tree_;
    const Walk& walk_;
    std::vector<std::optional<std::size_t>> counting_;  // by question: the answer that counts
    std::vector<PathCost> best_;                        // by question: from it to the level looked at
};

/// Of each fact, the factors whose trees ask it.
std::vector<std::vector<FactorIndex>> factors_asking(const model::Scheme& scheme) {
    std::vector<std::vector<FactorIndex>> asking(scheme.facts().size());
    for (const FactorIndex factor : scheme.factors_with_trees()) {
        for (const model::Question& question : scheme[factor].tree->questions) {
            if (!question.fact) continue;
            auto& of_fact = asking[question.fact->value()];
            if (of_fact.empty() || of_fact.back() != factor) of_fact.push_back(factor);
        }
    }
    return asking;
}

void name_other_factors(const model::Scheme& scheme, FactorIndex factor, std::vector<RuledOut>& all) {
    std::vector<std::vector<FactorIndex>> asking;
    for (RuledOut& out : all) {
        for (ChangedAnswer& change : out.changed) {
            const auto& fact = (*scheme[factor].tree)[change.question].fact;
            if (!fact) continue;
            if (asking.empty()) asking = factors_asking(scheme);
            change.also_asked_by = asking[fact->value()];
            std::erase(change.also_asked_by, factor);
        }
    }
}

}  // namespace

std::vector<RuledOut> ruled_out_given(const GivenToTree& given, std::size_t levels, const Walk& walk) {
    std::vector<RuledOut> all;
    NearestPaths nearest{given, walk};
    for (LevelIndex level{0}; level.value() < levels; ++level)
        if (!std::binary_search(walk.possible.begin(), walk.possible.end(), level)) all.push_back(nearest.of(level));
    return all;
}

std::vector<RuledOut> ruled_out(const model::Scheme& scheme, const model::Answers& answers, FactorIndex factor,
                                const Walk& walk) {
    std::vector<RuledOut> all = ruled_out_given({scheme, answers, factor}, scheme[factor].levels.size(), walk);
    name_other_factors(scheme, factor, all);
    return all;
}

}  // namespace je::scoring
