// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/level_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "scoring/change_space.hpp"
#include "scoring/decided_changes.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::BandIndex;
using model::Points;

/// What the search starts from.
struct Start {
    const model::BandTable& table;
    Points total{};
    model::BandOrNone band;
    Direction direction;
    std::optional<BandIndex> reach{};  // the band to reach at least
};

/// Finds every minimal set. The moves of linked factors are tried one by one; to each state of them, sets of plain factors
/// are added, where adding up is all there is. While the totals that count lie in one range ahead, a set that has reached it
/// need not be added to: the last change could be taken back a level and the band would still move.
///
/// Sets come in no order of size. When they are too many, they are looked for once more, those of one step first, then of two,
/// and so on as far as the work allows.
class Search {
public:
    Search(const ChangeSpace& space, Start start, std::size_t max_factors, BestMoves& best)
        : space_{space}, start_{start}, max_factors_{max_factors}, best_{best}, now_{directed(start.total, start.direction)} {
        find_most();
    }

    /// Nothing when all sets were found; else how many steps those have at most that were all found.
    std::optional<std::size_t> run(std::size_t work) {
        if (max_factors_ == 0) {
            return std::nullopt;
        }
        const BestMoves none = best_;
        work_left_ = work;
        try_linked(0);
        if (work_left_ > 0) {
            return std::nullopt;
        }
        best_ = none;
        work_left_ = work;
        return by_steps();
    }

private:
    struct Linked {
        LinkedEffect effect;
        const TargetTotals* targets = nullptr;  // null: not allowed
    };
    struct Pick {
        const PlainFactor* plain;
        std::size_t steps;
        /// How much of the gain the last level gives.
        [[nodiscard]] Directed last_step() const { return plain->gains[steps - 1] - (steps > 1 ? plain->gains[steps - 2] : 0); }
    };

    std::optional<std::size_t> by_steps() {
        for (std::size_t steps = 1; steps <= most_steps(); ++steps) {
            const BestMoves before = best_;
            exact_steps_ = steps;
            try_linked(0);
            if (work_left_ == 0) {
                best_ = before;
                return steps - 1;
            }
        }
        return std::nullopt;
    }

    /// What the steps that may still be added can give at most.
    [[nodiscard]] Directed most_within_steps() const {
        return exact_steps_ == 0 ? most_.back() : widest_step_ * static_cast<Directed>(exact_steps_ - steps_);
    }

    /// More than any set has.
    [[nodiscard]] std::size_t most_steps() const {
        std::size_t sum = 0;
        for (const PlainFactor& plain : space_.plain()) sum += plain.gains.size();
        for (const std::size_t factor : space_.linked()) sum += space_.steps_of(factor);
        return sum;
    }

    /// How many of `wanted` steps may still be added.
    [[nodiscard]] std::size_t steps_left(std::size_t wanted) const {
        return exact_steps_ == 0 ? wanted : std::min(wanted, exact_steps_ - steps_);
    }

    /// False when there is no work left.
    bool spend(std::size_t work) {
        work_left_ -= std::min(work_left_, work);
        return work_left_ > 0;
    }

    /// most_[i]: what the first i plain factors can give at most.
    void find_most() {
        most_.push_back(0);
        for (const PlainFactor& plain : space_.plain()) {
            most_.push_back(most_.back() + plain.gains.back());
            Directed before = 0;
            for (const Directed gain : plain.gains) widest_step_ = std::max(widest_step_, gain - std::exchange(before, gain));
        }
    }

    /// What `slots` plain factors from number `first` on can give at most.
    [[nodiscard]] Directed most_from(std::size_t first, std::size_t slots) const {
        return most_[std::min(first + slots, space_.plain().size())] - most_[first];
    }

    [[nodiscard]] Linked look_at(const std::vector<Move>& moves) {
        spend(space_.effort());
        Linked result{space_.effect(moves), nullptr};
        if (result.effect.allowed) {
            const auto& lowest = result.effect.lowest_band;
            auto found = targets_.find(lowest);
            if (found == targets_.end()) {
                const TargetTotals targets{start_.table,     start_.band,   start_.total, lowest,
                                           start_.direction, space_.grid(), start_.reach};
                found = targets_.emplace(lowest, targets).first;
            }
            result.targets = &found->second;
        }
        return result;
    }

    void try_linked(std::size_t first) {
        use_linked();
        if (moves_.size() == max_factors_) {
            return;
        }
        for (std::size_t i = first; i < space_.linked().size(); ++i) {
            const std::size_t factor = space_.linked()[i];
            const std::size_t most = steps_left(space_.steps_of(factor));
            moves_.push_back({factor, 0});
            for (std::size_t steps = 1; steps <= most && work_left_ > 0; ++steps) {
                moves_.back().steps = steps;
                ++steps_;
                try_linked(i + 1);
            }
            steps_ -= moves_.back().steps;
            moves_.pop_back();
        }
    }

    /// All minimal sets with just these moves of linked factors.
    void use_linked() {
        linked_ = look_at(moves_);
        const Directed total = now_ + linked_.effect.gain;
        range_ = linked_.targets != nullptr ? linked_.targets->next_range(total) : nullptr;
        if (range_ == nullptr) {
            return;
        }
        one_range_ = linked_.targets->is_last(range_);
        look_back();
        if (linked_.targets->holds(total)) {
            offer(total);
        }
        if (!(one_range_ && total >= range_->from)) {
            add_plain(0, total);
        }
    }

    /// Looks at each state with one linked change taken back by a level.
    void look_back() {
        backs_.clear();
        for (std::size_t i = 0; i < moves_.size(); ++i) {
            std::vector<Move> moves = moves_;
            if (--moves[i].steps == 0) {
                moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(i));
            }
            backs_.push_back(look_at(moves));
        }
    }

    void add_plain(std::size_t first, Directed total) {
        const std::size_t slots = max_factors_ - moves_.size() - picks_.size();
        for (std::size_t i = first; slots > 0 && i < space_.plain().size(); ++i) {
            if (total + most_from(i, slots) < range_->from || total + most_within_steps() < range_->from) {
                return;  // those that follow give no more
            }
            picks_.push_back({&space_.plain()[i], 0});
            move_plain(i, total);
            picks_.pop_back();
        }
    }

    /// Tries each level of the plain factor picked last.
    void move_plain(std::size_t number, Directed total) {
        const PlainFactor& plain = space_.plain()[number];
        const std::size_t before = steps_;
        const std::size_t most = steps_left(plain.gains.size());
        for (std::size_t steps = 1; steps <= most && spend(1); ++steps) {
            picks_.back().steps = steps;
            steps_ = before + steps;
            const Directed reached = total + plain.gains[steps - 1];
            if (linked_.targets->holds(reached)) {
                offer(reached);
            }
            if (one_range_ && reached >= range_->from) {
                break;
            }
            add_plain(number + 1, reached);
        }
        steps_ = before;
    }

    void offer(Directed total) {
        if (moves_.empty() && picks_.empty()) {
            return;
        }
        if ((exact_steps_ != 0 && steps_ != exact_steps_) || !is_minimal(total)) {
            return;
        }
        spend(cost_of_a_set);
        offered_ = moves_;
        for (const Pick& pick : picks_) {
            offered_.push_back({pick.plain->factor, pick.steps});
        }
        best_.offer(offered_, total - now_);
    }

    [[nodiscard]] bool is_minimal(Directed total) const {
        const bool plain_needed = std::none_of(
            picks_.begin(), picks_.end(), [&](const Pick& pick) { return linked_.targets->holds(total - pick.last_step()); });
        return plain_needed && std::none_of(backs_.begin(), backs_.end(), [&](const Linked& back) {
                   return back.targets != nullptr && back.targets->holds(total - linked_.effect.gain + back.effect.gain);
               });
    }

    static constexpr std::size_t cost_of_a_set = 10;

    const ChangeSpace& space_;
    Start start_;
    std::size_t max_factors_;
    std::size_t work_left_ = 0;
    std::size_t exact_steps_ = 0;  // of the sets looked for; 0: any number
    std::size_t steps_ = 0;        // of the moves and picks below
    BestMoves& best_;
    Directed now_;
    std::vector<Directed> most_;
    Directed widest_step_ = 0;  // the most that one level of a plain factor gives
    std::map<std::optional<BandIndex>, TargetTotals> targets_;
    // The state being added to: moves of linked factors, what they come to, and each of them taken back by a level.
    std::vector<Move> moves_;
    Linked linked_;
    std::vector<Linked> backs_;
    const DirectedRange* range_ = nullptr;
    bool one_range_ = false;
    std::vector<Pick> picks_;
    std::vector<Move> offered_;
};

/// Moves found, as changes of levels and points. Passing through an option that is not allowed adds nothing.
ChangeSet change_set_of(const MoveSet& set, const model::Scheme& scheme, const Start& start, const model::Answers& answers,
                        const ChangeSpace& space) {
    ChangeSet result;
    result.steps = set.steps;
    Levels levels = space.levels();
    std::vector<Points> counted;  // of each unit, so far
    for (std::size_t i = 0; i < scheme.units().size(); ++i)
        counted.push_back(scheme.points_of(model::UnitIndex{i}, levels_in(levels)).value());
    for (const Move& move : set.moves) {
        const model::FactorIndex factor{move.factor};
        LevelChange change{factor, levels[move.factor], space.level_after(move)};
        change.rows = rows_giving(scheme, answers, factor, change.to);
        levels[move.factor] = change.to;
        const model::UnitIndex own = scheme[factor].unit;
        scheme.visit_group(own, [&](model::UnitIndex unit) {
            const auto points = scheme.points_of(unit, levels_in(levels));
            if (!points) return;
            const Points moved = *points - std::exchange(counted[unit.value()], *points);
            change.points += moved;
            if (unit != own && moved != Points{}) change.via.push_back({unit, moved});
        });
        result.points += change.points;
        result.changes.push_back(std::move(change));
    }
    const auto asked = ask_band_rules(scheme, start.table, levels_in(levels), answers.facts);
    const auto bands = bands_after(asked.certain, start.table, start.total + result.points);
    result.to_band = nearest_of(bands, start.band);
    for (std::size_t i = bands.first; start.table.overlaps() && i < bands.end; ++i) result.to_bands.emplace_back(i);
    return result;
}

/// Where a job starts from: the band chosen, or the one end of several that it may be in.
model::BandOrNone band_now(const Score& score, Direction direction) {
    return direction == Direction::lower ? score.band_min : score.band_max;
}

/// The band asked for, where it lies above the present one.
std::optional<BandIndex> band_to_reach(const model::BandTable& table, const Score& score, Direction direction,
                                       const ChangeOptions& options) {
    const auto& asked = options.to_band;
    if (direction != Direction::raise || !asked) return std::nullopt;
    const bool is_above = score.band_max.visit([&](BandIndex one) { return *asked > one; },
                                               [&] { return table[*asked].floor > score.total_min; });
    return is_above ? asked : std::nullopt;
}

Levels levels_of(const Score& score) {
    Levels levels;
    for (const FactorScore& factor : score.factors) {
        levels.push_back(factor.level.value());
    }
    return levels;
}

}  // namespace

FoundChanges smallest_changes(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                              const Score& score, Direction direction, const ChangeOptions& options) {
    if (!score.complete) {
        return {};
    }
    if (table.deciding() != nullptr) return decided_changes(scheme, table, answers, score, direction, options);
    const ChangeSpace space{scheme, table, answers, levels_of(score), direction, options.only};
    const Start start{table, score.total_min, band_now(score, direction), direction,
                      band_to_reach(table, score, direction, options)};
    BestMoves best{scheme, space, options.keep};
    FoundChanges result;
    result.complete_to_steps = Search{space, start, options.max_factors, best}.run(options.work);
    result.found = best.found();
    result.one_step_each = best.one_step_each();
    for (const MoveSet& set : std::move(best).take()) {
        result.sets.push_back(change_set_of(set, scheme, start, answers, space));
    }
    return result;
}

}  // namespace je::scoring
