// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <tuple>
#include <vector>

#include "scoring/change_space.hpp"

namespace je::scoring {

/// Moves that together move the band, with what they are ordered by.
struct MoveSet {
    std::size_t steps = 0;
    std::size_t factors = 0;
    Way moved = 0;                          // points, without sign
    std::vector<std::size_t> id_ranks;      // place of each factor's id among all ids
    std::vector<model::LevelIndex> levels;  // moved to
    std::vector<Move> moves;                // in the scheme's order of factors

    [[nodiscard]] auto key() const { return std::tie(steps, factors, moved, id_ranks, levels); }
};

/// Keeps the best sets offered: all of them, or as many as asked for.
class BestMoves {
public:
    /// `keep` 0: all.
    BestMoves(const model::Scheme& scheme, const ChangeSpace& space, std::size_t keep);

    /// `moves` in any order, moving the total by `gain`.
    void offer(const std::vector<Move>& moves, Way gain);

    /// How many were offered, and how many of these move each factor by a single level.
    [[nodiscard]] std::size_t found() const { return found_; }
    [[nodiscard]] std::size_t one_step_each() const { return one_step_each_; }
    /// Everything kept, best first.
    [[nodiscard]] std::vector<MoveSet> take() &&;

private:
    [[nodiscard]] bool full() const { return keep_ != 0 && kept_.size() == keep_; }
    void complete(MoveSet& set, const std::vector<Move>& moves) const;

    const ChangeSpace* space_;  // never null; a copy can take the place of another
    std::size_t keep_;
    std::size_t found_ = 0;
    std::size_t one_step_each_ = 0;
    std::vector<std::size_t> id_rank_;
    std::vector<MoveSet> kept_;  // a heap, the worst on top, unless all are kept
};

}  // namespace je::scoring
