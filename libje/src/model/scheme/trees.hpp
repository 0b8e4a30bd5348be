// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

inline constexpr std::size_t most_questions = 10'000;  // of a factor
inline constexpr std::size_t most_options = 200;       // of a question

/// What trees are held against beside the factors and facts.
struct TreeSubjects {
    std::span<const Modifier> modifiers;
    std::span<const Constraint> constraints;
    std::span<const ScoredUnit> matrices;
};

/// Gives each factor that has questions its tree. Reports every mistake of every tree; a factor of which something was reported
/// gets none, nor does one of more questions than may be. `factors`: one per draft, with their levels. What is wrong with the
/// facts themselves has been reported.
void make_trees(const SchemeDraft& draft, const TreeSubjects& subjects, std::vector<Factor>& factors,
                base::Diagnostics& diagnostics);

/// What is odd about trees, and keeps no scheme from being used: for `je check`, also where `draft` has mistakes.
void warn_of_trees(const SchemeDraft& draft, base::Diagnostics& diagnostics);

}  // namespace je::model
