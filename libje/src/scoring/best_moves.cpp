// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/best_moves.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace je::scoring {

namespace {

bool better(const MoveSet& a, const MoveSet& b) { return a.key() < b.key(); }

/// For each factor, how many ids come before its own.
std::vector<std::size_t> ranks_of_ids(const model::Scheme& scheme) {
    std::vector<std::size_t> order(scheme.factors().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scheme.factors()[a].id < scheme.factors()[b].id; });
    std::vector<std::size_t> ranks(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        ranks[order[place]] = place;
    }
    return ranks;
}

}  // namespace

BestMoves::BestMoves(const model::Scheme& scheme, const ChangeSpace& space, std::size_t keep)
    : space_{&space}, keep_{keep}, id_rank_{ranks_of_ids(scheme)} {}

void BestMoves::offer(const std::vector<Move>& moves, Way gain) {
    MoveSet set;
    set.factors = moves.size();
    set.moved = gain < 0 ? -gain : gain;
    for (const Move& move : moves) {
        set.steps += move.steps;
    }
    ++found_;
    one_step_each_ += set.steps == set.factors ? 1 : 0;
    const auto first_key = [](const MoveSet& s) { return std::tie(s.steps, s.factors, s.moved); };
    if (full() && first_key(kept_.front()) < first_key(set)) {
        return;
    }
    complete(set, moves);
    if (full()) {
        if (!better(set, kept_.front())) {
            return;
        }
        std::pop_heap(kept_.begin(), kept_.end(), better);
        kept_.pop_back();
    }
    kept_.push_back(std::move(set));
    if (keep_ != 0) {
        std::push_heap(kept_.begin(), kept_.end(), better);
    }
}

void BestMoves::complete(MoveSet& set, const std::vector<Move>& moves) const {
    set.moves = moves;
    std::sort(set.moves.begin(), set.moves.end(), [](const Move& a, const Move& b) { return a.factor < b.factor; });
    for (const Move& move : set.moves) {
        set.id_ranks.push_back(id_rank_[move.factor]);
        set.levels.push_back(space_->level_after(move));
    }
}

std::vector<MoveSet> BestMoves::take() && {
    std::sort(kept_.begin(), kept_.end(), better);
    return std::move(kept_);
}

}  // namespace je::scoring
