// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "je/numerics/weighing.hpp"

namespace je::numerics {

/// The critical spread: the smallest s from 0 to 1 such that some multipliers, each within 1-s and 1+s, make the total reach or
/// lose `threshold`. 0 when it is so already; nothing when no multipliers up to s = 1 do it.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100};
///     critical_spread({points, largest}, 101, Crossing::reach);     // 3/19: 15.8 % and no less
///
/// To reach, s is attained: multipliers at exactly s put the total on the threshold. To lose, s is a limit from below: the
/// total is on the threshold at s, where it still holds, and below it at any larger spread. So "holds while no weight moves by
/// more than s" is right for losing, and "by less than s" for reaching.
///
/// With d_f = M points_f - threshold largest_f (Rescale::max), or d_f = points_f and D = P - threshold (Rescale::none), the
/// total has reached the threshold exactly when the sum of k_f d_f is 0 or more, and s = |D| / sum |d_f|: at the corner where
/// every k_f is 1+s or 1-s as suits the crossing. All multipliers 0 have no total, and do not count, under Rescale::max.
///
/// Cost: one pass over the factors.
[[nodiscard]] std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                      Rescale rescale = Rescale::max);

/// The same, and the multipliers at that corner, one for each factor: 1+s, 1-s, or 1 for a factor that makes no difference.
/// They are doubles, each within a rounding of its exact value, so the total that they give may miss the threshold by its last
/// digits. Nothing is written when there is no such spread. `multipliers` is as long as the factors (std::invalid_argument).
[[nodiscard]] std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                      Rescale rescale, std::span<double> multipliers);

/// The weights, with sum 1, that multipliers give: k_f largest_f over their sum. Written over the multipliers.
void weights_of_multipliers(const Weighing& weighing, std::span<double> multipliers);

}  // namespace je::numerics
