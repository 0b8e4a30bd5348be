// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/scheme.hpp"
#include "je/numerics/random.hpp"
#include "je/sensitivity/grid.hpp"
#include "je/sensitivity/levels.hpp"

namespace je::sensitivity {

/// Levels moved at random, and the points they give.
class MovedLevels {
public:
    MovedLevels(const Grid& grid, const model::Scheme& scheme, const AdjacentLevels& levels);

    [[nodiscard]] std::size_t scheme_factors() const { return level_counts_.size(); }
    /// Moves each level of `levels` or not, a draw for each factor of several levels, into `moved`.
    void move(numerics::RandomStream& random, std::span<const std::uint16_t> levels, std::span<std::uint16_t> moved) const;
    /// Points of the grid's factors under `moved`; a matrix keeps `points` where its cell is not allowed.
    void points_of(std::span<const std::uint16_t> moved, std::span<const std::int64_t> points,
                   std::span<std::int64_t> out) const;

private:
    struct Unit {
        std::size_t row = 0;               // factor of the scheme
        std::size_t column = 0;            // of a matrix
        std::size_t columns = 0;           // levels of the column factor; 0: not a matrix
        std::vector<std::int64_t> points;  // by level or cell, in units of the grid; -1: not allowed
    };
    [[nodiscard]] static Unit unit_of(const model::Scheme& scheme, const model::ScoredUnit& unit, std::int64_t step);

    std::vector<std::uint16_t> level_counts_;
    std::vector<Unit> units_;
    std::uint32_t chance_;  // of a move, in 10^-4
    bool ends_stay_;
};

}  // namespace je::sensitivity
