// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/tree_proof.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace je::model {

namespace {

/// Proves where chains of options of one tree lead.
class ChainProof {
public:
    ChainProof(const TreeSketch& tree, const TreeSubjects& subjects, base::Diagnostics& diagnostics)
        : tree_{tree}, subjects_{subjects}, diagnostics_{diagnostics} {}

    /// Whether there is no loop.
    bool no_loops() {
        bool none = true;
        for (const auto& group : questions_by_group(groups_of_questions(tree_))) {
            if (!goes_round(tree_, group)) continue;
            none = false;
            report_loop(group.front());
        }
        return none;
    }

    void all_reached() {
        if (!tree_.start) return;
        const auto reached = reached_from(tree_.start->value());
        for (std::size_t question = 0; question < reached.size(); ++question)
            if (!reached[question]) report_question(question);
        const auto given = given_levels(reached);
        for (std::size_t level = 0; level < given.size(); ++level)
            if (!given[level]) report_level(level);
    }

private:
    static constexpr std::size_t most_shown = 40;  // questions of a chain

    [[nodiscard]] const std::string& id_of(std::size_t question) const { return tree_.draft->questions[question].id.value; }

    [[nodiscard]] std::vector<bool> reached_from(std::size_t first) const {
        std::vector<bool> reached(tree_.questions.size(), false);
        std::vector<std::size_t> open{first};
        reached[first] = true;
        while (!open.empty()) {
            const std::size_t question = open.back();
            open.pop_back();
            tree_.visit_next(question, [&](std::size_t next) {
                if (reached[next]) return;
                reached[next] = true;
                open.push_back(next);
            });
        }
        return reached;
    }

    /// A shortest chain of options that leads from a question back to it, by the questions on the way, itself not among them.
    [[nodiscard]] std::vector<std::size_t> chain_back_to(std::size_t first) const {
        const std::size_t none = tree_.questions.size();
        std::vector<std::size_t> before(tree_.questions.size(), none);
        std::vector<std::size_t> open{first};
        std::size_t last = none;
        for (std::size_t at = 0; at < open.size() && last == none; ++at) {
            tree_.visit_next(open[at], [&](std::size_t next) {
                if (next == first && last == none) last = open[at];
                if (next == first || before[next] != none) return;
                before[next] = open[at];
                open.push_back(next);
            });
        }
        std::vector<std::size_t> chain;
        for (std::size_t at = last; at != first; at = before[at]) chain.push_back(at);
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    void report_loop(std::size_t first) {
        if (diagnostics_.only_counts_error()) return;
        const auto chain = chain_back_to(first);
        std::string words = fmt::format("'{}'", id_of(first));
        for (std::size_t i = 0; i < chain.size() && i < most_shown; ++i) words += fmt::format(", '{}'", id_of(chain[i]));
        if (chain.size() > most_shown) words += fmt::format(", {} more", chain.size() - most_shown);
        diagnostics_.error({"JE-T24", tree_.questions[first].at,
                            fmt::format("from {} options lead back to it: {}, '{}'", tree_.called(first), words, id_of(first)),
                            "chains of options that end at a level, whatever is answered",
                            "let one option on the way lead to a level, or to a question further on"});
    }

    void report_question(std::size_t question) {
        if (diagnostics_.only_counts_error()) return;
        diagnostics_.error({"JE-T25", tree_.questions[question].at,
                            fmt::format("no chain of options leads from the start '{}' to {}", id_of(tree_.start->value()),
                                        tree_.called(question)),
                            "questions that some job is asked", "let an option lead to it with 'next', or take it out"});
    }

    /// The levels that options of reached questions give, and those that modifiers then may raise them to.
    [[nodiscard]] std::vector<bool> given_levels(const std::vector<bool>& reached) const {
        std::vector<bool> given(tree_.factor->levels.size(), false);
        for (std::size_t question = 0; question < reached.size(); ++question) {
            if (!reached[question]) continue;
            for (const OptionTargets& to : tree_.targets[question])
                if (to.level) given[to.level->value()] = true;
        }
        for (const Modifier& modifier : subjects_.modifiers) {
            if (modifier.factor != tree_.index) continue;
            const std::vector<bool> before = given;
            for (const LevelIndex from : modifier.from_levels) {
                const std::size_t raised = std::min(from.value() + modifier.raise, modifier.ceiling.value());
                if (before[from.value()] && raised < given.size()) given[raised] = true;
            }
        }
        return given;
    }

    void report_level(std::size_t level) {
        if (diagnostics_.only_counts_error()) return;
        diagnostics_.error({"JE-T26", tree_.factor->levels[level].at,
                            fmt::format("no option of a question that can be reached gives level '{}' of {}, and no modifier "
                                        "raises to it",
                                        tree_.factor->levels[level].id.text(), tree_.called()),
                            "questions whose answers give each level of the factor",
                            "let an option lead to it with 'level', or take the level out"});
    }

    const TreeSketch& tree_;
    const TreeSubjects& subjects_;
    base::Diagnostics& diagnostics_;
};

/// Whether a level passes a condition that is about its factor alone.
bool passes(const Condition& condition, LevelIndex level) {
    if (const auto* count = std::get_if<CountCondition>(&condition.what)) {
        const auto held = static_cast<std::size_t>(
            std::count_if(count->of.begin(), count->of.end(), [&](const Condition& one) { return passes(one, level); }));
        return count->test == Test::at_least ? held >= count->count : held <= count->count;
    }
    const auto& on = std::get<FactorCondition>(condition.what);
    const bool listed = std::find(on.levels.begin(), on.levels.end(), level) != on.levels.end();
    switch (on.test) {
        case Test::is:
        case Test::one_of:
            return listed;
        case Test::is_not:
            return !listed;
        case Test::at_least:
            return on.levels.empty() || level >= on.levels.front();
        case Test::at_most:
            return on.levels.empty() || level <= on.levels.front();
    }
    return true;
}

bool is_about(const std::vector<Condition>& conditions, FactorIndex factor) {
    bool alone = true;
    for (const Condition& condition : conditions) {
        visit_tests(
            condition, [&](const FactorCondition& on) { alone = alone && on.factor == factor && !on.levels.empty(); },
            [&](const FactCondition&) { alone = false; });
    }
    return alone;
}

/// The constraint about one factor alone that forbids each of its levels; null: none does.
std::vector<const Constraint*> forbidding(std::span<const Constraint> constraints, FactorIndex factor, std::size_t levels) {
    std::vector<const Constraint*> by(levels, nullptr);
    for (const Constraint& constraint : constraints) {
        if (!constraint.is_error || constraint.require.empty()) continue;
        if (!is_about(constraint.when, factor) || !is_about(constraint.require, factor)) continue;
        for (std::size_t level = 0; level < levels; ++level) {
            const auto all = [&](const std::vector<Condition>& list) {
                return std::all_of(list.begin(), list.end(),
                                   [&](const Condition& one) { return passes(one, LevelIndex{level}); });
            };
            if (by[level] == nullptr && all(constraint.when) && !all(constraint.require)) by[level] = &constraint;
        }
    }
    return by;
}

/// Whether the file says that the matrix has no points for an option; one that is missing in the file stands at the matrix.
bool is_null(const ScoredUnit& matrix, std::size_t option) {
    const auto& at = matrix.place_of(option);
    return !matrix[option].allowed && (at.line != matrix.at().line || at.column != matrix.at().column);
}

/// The matrix in which all cells of a level are null, for each level of a factor; null: there is none.
std::vector<const ScoredUnit*> without_cells(std::span<const ScoredUnit> matrices, FactorIndex factor, std::size_t levels) {
    std::vector<const ScoredUnit*> in(levels, nullptr);
    for (const ScoredUnit& matrix : matrices) {
        for (const ScoredUnit::Side& side : matrix.sides()) {
            if (side.factor != factor) continue;
            std::vector<bool> has_cell(levels, false);
            for (std::size_t option = 0; option < matrix.options().size(); ++option)
                if (!is_null(matrix, option)) has_cell[ScoredUnit::level_of(option, side).value()] = true;
            for (std::size_t level = 0; level < levels; ++level)
                if (!has_cell[level]) in[level] = &matrix;
        }
    }
    return in;
}

}  // namespace

void prove_levels_allowed(const TreeSketch& tree, const TreeSubjects& subjects, base::Diagnostics& diagnostics) {
    const std::size_t levels = tree.factor->levels.size();
    const auto constraints = forbidding(subjects.constraints, tree.index, levels);
    const auto matrices = without_cells(subjects.matrices, tree.index, levels);
    for (std::size_t question = 0; question < tree.targets.size(); ++question) {
        for (std::size_t option = 0; option < tree.targets[question].size(); ++option) {
            const auto level = tree.targets[question][option].level;
            if (!level) continue;
            const Constraint* constraint = constraints[level->value()];
            const ScoredUnit* matrix = matrices[level->value()];
            if ((constraint == nullptr && matrix == nullptr) || diagnostics.only_counts_error()) continue;
            diagnostics.error(
                {"JE-T31", tree.option_at(question, option),
                 fmt::format("{} gives level '{}', which no job may have: {}", tree.called(question, option),
                             (*tree.factor)[*level].id.text(),
                             constraint != nullptr ? fmt::format("constraint '{}' forbids it", constraint->id.text())
                                                   : fmt::format("{} has no cell for it", matrix->called())),
                 "levels that some job may have",
                 constraint != nullptr ? "let it lead to another level, or correct the constraint"
                                       : "let it lead to another level, or correct the cells of the matrix"});
        }
    }
}

void prove_tree(const TreeSketch& tree, const Facts& facts, const TreeSubjects& subjects, base::Diagnostics& diagnostics) {
    ChainProof chains{tree, subjects, diagnostics};
    const bool no_loops = chains.no_loops();
    chains.all_reached();
    prove_values(tree, facts, diagnostics);
    if (no_loops && tree.leads_somewhere) prove_asked_once(tree, facts, diagnostics);
    prove_levels_allowed(tree, subjects, diagnostics);
}

std::vector<QuestionIndex> in_order_of(const TreeSketch& tree) {
    const auto groups = groups_of_questions(tree);
    std::vector<QuestionIndex> order;
    for (std::size_t i = 0; i < groups.size(); ++i) order.emplace_back(i);
    std::sort(order.begin(), order.end(),
              [&](QuestionIndex a, QuestionIndex b) { return groups[a.value()] > groups[b.value()]; });
    return order;
}

}  // namespace je::model
