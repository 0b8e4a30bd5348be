// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::scoring {

/// What answers mean. A *completion* of a job gives every question its answer and every fact its value, in agreement with all
/// that is given, and so walks each tree from its start to one level. All here follows from the completions of one job; none
/// looks at levels that are stated. Levels are those before modifiers.
///
/// Every function takes a factor that has a tree.

/// The option of a question that is given: its answer, or the one that the value of its fact belongs to. Nothing while it is
/// open.
[[nodiscard]] std::optional<std::size_t> given_option(const model::Scheme& scheme, const model::Answers& answers,
                                                      model::FactorIndex factor, model::QuestionIndex question);

/// Whether a question of the factor is answered, or a fact is known that one of them asks.
[[nodiscard]] bool anything_given(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor);

/// The levels that completions give, lowest first; never none.
[[nodiscard]] std::vector<model::LevelIndex> levels_by_answers(const model::Scheme& scheme, const model::Answers& answers,
                                                               model::FactorIndex factor);

/// The questions that can come up, in file order: each is asked by some completion.
[[nodiscard]] std::vector<model::QuestionIndex> questions_that_come_up(const model::Scheme& scheme,
                                                                       const model::Answers& answers,
                                                                       model::FactorIndex factor);
/// Of these the ones that are not answered.
[[nodiscard]] std::vector<model::QuestionIndex> open_questions(const model::Scheme& scheme, const model::Answers& answers,
                                                               model::FactorIndex factor);

/// The facts given that nothing asks: no question of any factor that can come up, and no rule of the scheme. In its order.
[[nodiscard]] std::vector<model::FactIndex> unused_facts(const model::Scheme& scheme, const model::Answers& answers);

/// Where the answers given lead.
struct Walk {
    std::vector<model::TreeStep> trace;  // from the start along answers given, up to a level or the first open question
    std::optional<model::QuestionIndex> stops_at;  // that question; nothing when the trace ends at a level
    std::vector<model::LevelIndex> possible;       // as levels_by_answers
    std::vector<model::TreeStep> ahead;     // answers to questions that can come up and are not in the trace, in file order
    std::vector<model::TreeStep> off_path;  // answers to questions that cannot come up, in file order; facts are in neither
};
[[nodiscard]] Walk walk(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor);

/// An answer that counts, and which option would have to be taken instead.
struct ChangedAnswer {
    model::QuestionIndex question{};
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<model::FactorIndex> also_asked_by{};  // of a fact: the other factors whose trees ask it, in the scheme's order
};

/// Why a factor does not have a level, and what it would take.
///
/// `closed_by` is the first step of the trace after which no chain of options leads to the level, as if nothing further were
/// answered; nothing when answers ahead close it alone, and for a level that no chain leads to from the start.
///
/// The nearest path is that of the fewest changed answers, then the fewest further ones. An answer counts that is in the trace
/// or ahead, and so does the value of a known fact. Of several best paths, from the start on, at each question the one that
/// keeps the answer that counts, else the one whose option stands first in the file. Setting the changed and the further
/// answers, and nothing else, gives the level.
struct RuledOut {
    model::LevelIndex level{};
    std::optional<model::TreeStep> closed_by{};
    bool has_path = false;  // false for a level that only a modifier raises to
    std::vector<ChangedAnswer> changed{};
    std::vector<model::TreeStep> further{};
    std::vector<model::TreeStep> path{};
};
/// Of every level of the factor that is not possible, lowest first. Time: questions' options times levels.
[[nodiscard]] std::vector<RuledOut> ruled_out(const model::Scheme& scheme, const model::Answers& answers,
                                              model::FactorIndex factor, const Walk& walk);

/// How many paths a tree has; nothing for more than 2^64 - 1.
[[nodiscard]] std::optional<std::uint64_t> count_paths(const model::Tree& tree);

/// A chain of options from the start to a level.
struct TreePath {
    std::vector<model::TreeStep> steps;
    model::LevelIndex level{};
};
/// Calls `visit(path)` with each path, depth first, options in file order, until it returns false. Two options with the same
/// target are two paths.
void visit_paths(const model::Tree& tree, const std::function<bool(const TreePath&)>& visit);

/// Two paths that differ in the answer to one question and give different levels, where one set of answers to all other
/// questions, and of values of all other facts, lies under both. Of a fact of kind `several` that the question asks, the
/// choices that it does not count are such answers too.
struct PathPair {
    model::QuestionIndex question{};
    TreePath first{};
    TreePath second{};
};
struct PathPairs {
    std::vector<PathPair> pairs;                     // of each question that has one, in file order: the first in path order
    std::vector<model::QuestionIndex> without;       // questions of which there is none
    std::vector<model::QuestionIndex> not_searched;  // where looking was given up at the limit of work
};
/// `facts`: the scheme's. `work`: options looked at in all, of which one question takes a sixteenth at most; a step of a path
/// that is given back counts as sixteen of them.
[[nodiscard]] PathPairs path_pairs(const model::Tree& tree, std::span<const model::FactDefinition> facts,
                                   std::uint64_t work = 200'000'000);

/// Answers to the questions of each path of a pair, and to no others. They differ in the question of the pair alone: of a fact
/// that both paths ask otherwise they have one value, of one of kind `several` that it asks the same choices but those it
/// counts.
struct PairOfAnswers {
    model::Answers first;
    model::Answers second;
};
[[nodiscard]] PairOfAnswers answers_of_pair(const model::Scheme& scheme, model::FactorIndex factor, const PathPair& pair);

}  // namespace je::scoring
