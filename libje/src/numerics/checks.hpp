// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "numerics/agreement/ratings.hpp"

namespace je::numerics {

/// Throws std::invalid_argument unless 0 < level < 1.
void require_level(double level);
/// Throws std::invalid_argument unless both are equally long and all numbers are finite.
void require_matching(std::span<const double> a, std::span<const double> b);

/// Throws std::invalid_argument, naming `what`, when a value is not a number or exceeds 1e150 in size.
void require_moderate(std::span<const double> values, const char* what);
/// The same, and when a value is below the one before it.
void require_ascending(std::span<const double> values, const char* what);

/// The shortest text that reads back as the number: "4", "2.5". The same in every locale.
[[nodiscard]] std::string shown(double value);

/// Why a rating cannot be used: "a rating of 7 is not on the scale".
[[nodiscard]] std::string not_on_scale(double rating);

}  // namespace je::numerics

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
