// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/report/description.hpp"
#include "je/report/document.hpp"

namespace je::report {

/// One answer on a form: what it says, and where to go.
struct FormOption {
    std::string id;
    std::string text;                   // in words
    std::optional<std::size_t> next{};  // number of the question asked next; nothing: it gives a level
    std::string next_id{};              // its id
    std::string level{};                // that it gives; empty where another question follows
};

/// A question on a form. Numbers begin at 1, and an answer leads to higher numbers alone.
struct FormQuestion {
    std::size_t number = 0;
    std::string id;
    std::string ask;
    std::string help{};
    std::string fact{};                  // id of the fact it asks; empty: it asks none
    std::vector<std::string> choices{};  // of a fact of kind `several`: those counted, in words
    std::vector<FormOption> options{};
};

/// A question of a path, and the answer to it there. Both are parts of the form of its tree, which they share.
struct PathStep {
    const FormQuestion* question = nullptr;
    const FormOption* option = nullptr;
};

/// A chain of answers from the first question to a level.
struct ListedPath {
    std::vector<PathStep> steps;
    std::string level;
};

/// Two paths that differ in the answer to one question, and in the level.
struct ListedPair {
    std::string question;
    ListedPath first;
    ListedPath second;
};

/// The questions of one factor as a form, and which answers give which level.
struct ShownTree {
    std::string scheme;
    std::string factor;
    std::string name;
    std::vector<std::string> levels;                             // ids, lowest first
    std::shared_ptr<const std::vector<FormQuestion>> questions;  // by number
    std::optional<std::uint64_t> count{};                        // of paths; nothing: more than 2^64 - 1
    std::size_t longest = 0;                                     // questions on the longest path
    bool are_listed = false;                                     // false: there are too many
    std::vector<ListedPath> paths{};                             // all of them, in path order
    std::vector<ListedPair> pairs{};                             // of each question that has one
    std::vector<std::string> no_pair{};                          // ids of questions of which there is none
    std::vector<std::string> not_searched{};                     // where looking for one would take too long
};

inline constexpr std::uint64_t usual_max_paths = 100'000;
/// Of a factor that has questions. More than `max_paths` paths, or steps of paths by the million, are counted and not listed.
[[nodiscard]] ShownTree show_tree(const model::Scheme& scheme, model::FactorIndex factor, std::uint64_t max_paths);

/// The form as a picture and as a table with "go to", every path with its level, and the pairs: a section with three below it.
void add_tree(Document& document, const ShownTree& tree);

/// The paths as rows for programs: scheme, factor, path, level, and each step as "question: option" by ids.
[[nodiscard]] std::vector<Column> path_columns(std::span<const ShownTree> trees);
/// The same with a row for each step: scheme, factor, path, level, step, question, option, ask, answer.
[[nodiscard]] std::vector<Column> path_step_columns();
/// Rows one by one; they may be more than memory has room for.
using TakeRow = std::function<void(const std::vector<Cell>&)>;
void each_path_row(std::span<const ShownTree> trees, const TakeRow& take);
void each_path_step_row(std::span<const ShownTree> trees, const TakeRow& take);

Description describe(Of<ShownTree>);

}  // namespace je::report
