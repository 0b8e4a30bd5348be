// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

namespace je::report {

// As `scoring/words.hpp` has them for messages, which are English; these are in the language of the result.

/// "a, b and c"; what stands before the last word is " and " or " or ".
[[nodiscard]] std::string list_now(const std::vector<std::string>& words, std::string_view before_last);
/// "'a', 'b' and 'c'", or after eight words "'a', ... and 5 more".
[[nodiscard]] std::string quoted_now(const std::vector<std::string>& words);
/// What a condition asks for: "level '3' or above of factor 'knowledge'", "fact 'staff' at '5' or more".
[[nodiscard]] std::string asked_now(const model::Scheme& scheme, const model::Condition& condition);
/// What was found where it looks: "factor 'knowledge' at level '2'", "fact 'staff' not given".
[[nodiscard]] std::string found_now(const model::Scheme& scheme, const model::Condition& condition,
                                    const model::Answers& answers, const scoring::Score& score);

}  // namespace je::report
