// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "je/numerics/ratings.hpp"

namespace je::numerics {

/// All the values that a rating may take, lowest first, used or not. Weights go by the place on the scale, in equal steps, so
/// a level that nobody used keeps its place.
///
///     const Scale levels = Scale::whole(1, 6);
///     levels.place(3);        // 2, counted from 0
class Scale {
public:
    /// Throws std::invalid_argument unless the values are finite and each is above the one before.
    explicit Scale(std::vector<double> values);
    /// The whole numbers from `lowest` to `highest`.
    [[nodiscard]] static Scale whole(int lowest, int highest);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    /// Where a value stands, counted from 0; nothing when it is not on the scale.
    [[nodiscard]] std::optional<std::size_t> place(double value) const;
    /// Why some rating of the table cannot be placed, naming it; nothing when all can.
    [[nodiscard]] std::optional<std::string> misfit(const RatingTable& table) const;

private:
    std::vector<double> values_;
};

/// How much two different levels count as a disagreement.
enum class Weighting {
    unweighted,  // any difference counts whole
    linear,      // in proportion to the steps between them
    quadratic,   // in proportion to the square of the steps between them
};

/// The disagreement of two places on a scale, in whole steps: 0 or 1; |i - j|; or (i - j) squared.
[[nodiscard]] double disagreement(Weighting weighting, std::size_t i, std::size_t j);
/// The largest disagreement on a scale of `levels` levels, by which others are divided to get weights from 0 to 1: the weight
/// of agreement is 1 - disagreement / largest. 1 for a scale of one level.
[[nodiscard]] double largest_disagreement(Weighting weighting, std::size_t levels);

}  // namespace je::numerics
