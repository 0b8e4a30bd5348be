// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "je/numerics/ratings.hpp"

// Sentences that more than one statistic gives for not having a value.
namespace je::numerics::reasons {

inline const std::string too_large = "the numbers are too large to be squared and added";
inline const std::string all_the_same = "all ratings are the same, so there is no variation to measure agreement against";
inline const std::string no_two_ratings = "nothing was rated by two or more raters";
inline const std::string contradiction =
    "the raters contradict each other (they agree less than chance would have it), so their average has no reliability";

/// Why ratings by everyone cannot be analysed: too few raters or too few complete units; nothing when there are two of each.
[[nodiscard]] std::optional<std::string> too_few(const CompleteRows& ratings);

}  // namespace je::numerics::reasons
