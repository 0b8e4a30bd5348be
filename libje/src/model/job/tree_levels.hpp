// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

// What answers leave of a factor that has a tree; what more follows from them is scoring's (scoring/trees.hpp).

/// The option that is given of a question: its answer, or the one that the value of its fact belongs to.
[[nodiscard]] std::optional<std::size_t> option_given(const Tree& tree, const Answers& answers, FactorIndex factor,
                                                      QuestionIndex question);

/// The levels at the ends of all chains of options that what is given leaves open, lowest first.
[[nodiscard]] std::vector<LevelIndex> levels_left(const Tree& tree, const Answers& answers, FactorIndex factor);

}  // namespace je::model
