// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/scoring/trees.hpp"
#include "model/job/given_to_tree.hpp"

namespace je::scoring {

using model::ComesUp;
using model::EndOfTrace;
using model::follow_given;
using model::GivenToTree;
using model::levels_given;

// As the functions of je/scoring/trees.hpp.
[[nodiscard]] Walk walk_given(const GivenToTree& given);
/// Of each level from 0 to `levels` - 1 that is not possible. `also_asked_by` stays empty.
[[nodiscard]] std::vector<RuledOut> ruled_out_given(const GivenToTree& given, std::size_t levels, const Walk& walk);

}  // namespace je::scoring
