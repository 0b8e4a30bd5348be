// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/scheme/tree_sketch.hpp"
#include "model/scheme/trees.hpp"

namespace je::model {

/// Proves of a tree that each chain of options ends at a level that a job may have, that each question and level is reached,
/// that each value of a fact belongs to one option, and that no chain asks a fact twice. Reports whatever is not so.
/// Time: options times facts, some times over.
void prove_tree(const TreeSketch& tree, const Facts& facts, const TreeSubjects& subjects, base::Diagnostics& diagnostics);

/// `prove_tree`, of the values of facts alone.
void prove_values(const TreeSketch& tree, const Facts& facts, base::Diagnostics& diagnostics);
/// `prove_tree`, that no chain asks a fact twice. The tree has no loops.
void prove_asked_once(const TreeSketch& tree, const Facts& facts, base::Diagnostics& diagnostics);
/// `prove_tree`, of the levels that options give.
void prove_levels_allowed(const TreeSketch& tree, const TreeSubjects& subjects, base::Diagnostics& diagnostics);

/// The questions from the start on, each before those that its options lead to. The tree has no loops, and a start.
[[nodiscard]] std::vector<QuestionIndex> in_order_of(const TreeSketch& tree);

}  // namespace je::model
