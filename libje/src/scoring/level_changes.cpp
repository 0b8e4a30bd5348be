// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/level_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "scoring/band_rules.hpp"
#include "scoring/best_moves.hpp"
#include "scoring/change_space.hpp"
#include "scoring/change_targets.hpp"

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
};

/// Finds every minimal set. The moves of linked factors are tried one by one; to each state of them, sets of plain factors
/// are added, where adding up is all there is. While the totals that count lie in one range ahead, a set that has reached it
/// need not be added to: the last change could be taken back a level and the band would still move.
class Search {
public:
    Search(const ChangeSpace& space, Start start, std::size_t max_factors, BestMoves& best)
        : space_{space}, start_{start}, max_factors_{max_factors}, best_{best}, now_{way_of(start.total, start.direction)} {
        find_most();
    }

    void run() {
        if (max_factors_ > 0) {
            try_linked(0);
        }
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
        [[nodiscard]] Way last_step() const { return plain->gains[steps - 1] - (steps > 1 ? plain->gains[steps - 2] : 0); }
    };

    /// most_[i]: what the first i plain factors can give at most.
    void find_most() {
        most_.push_back(0);
        for (const PlainFactor& plain : space_.plain()) {
            most_.push_back(most_.back() + plain.gains.back());
        }
    }

    /// What `slots` plain factors from number `first` on can give at most.
    [[nodiscard]] Way most_from(std::size_t first, std::size_t slots) const {
        return most_[std::min(first + slots, space_.plain().size())] - most_[first];
    }

    [[nodiscard]] Linked look_at(const std::vector<Move>& moves) {
        Linked result{space_.effect(moves), nullptr};
        if (result.effect.allowed) {
            const auto& lowest = result.effect.lowest_band;
            const auto found = targets_.find(lowest);
            result.targets = found != targets_.end()
                                 ? &found->second
                                 : &targets_
                                        .emplace(lowest, TargetTotals{start_.table, start_.band, start_.total, lowest,
                                                                      start_.direction, space_.grid()})
                                        .first->second;
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
            moves_.push_back({factor, 0});
            for (std::size_t steps = 1; steps <= space_.steps_of(factor); ++steps) {
                moves_.back().steps = steps;
                try_linked(i + 1);
            }
            moves_.pop_back();
        }
    }

    /// All minimal sets with just these moves of linked factors.
    void use_linked() {
        linked_ = look_at(moves_);
        const Way total = now_ + linked_.effect.gain;
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

    void add_plain(std::size_t first, Way total) {
        const std::size_t slots = max_factors_ - moves_.size() - picks_.size();
        for (std::size_t i = first; slots > 0 && i < space_.plain().size(); ++i) {
            if (total + most_from(i, slots) < range_->from) {
                return;  // those that follow give no more
            }
            picks_.push_back({&space_.plain()[i], 0});
            move_plain(i, total);
            picks_.pop_back();
        }
    }

    /// Tries each level of the plain factor picked last.
    void move_plain(std::size_t number, Way total) {
        const PlainFactor& plain = space_.plain()[number];
        for (std::size_t steps = 1; steps <= plain.gains.size(); ++steps) {
            picks_.back().steps = steps;
            const Way reached = total + plain.gains[steps - 1];
            if (linked_.targets->holds(reached)) {
                offer(reached);
            }
            if (one_range_ && reached >= range_->from) {
                return;
            }
            add_plain(number + 1, reached);
        }
    }

    void offer(Way total) {
        if (moves_.empty() && picks_.empty()) {
            return;
        }
        if (!is_minimal(total)) {
            return;
        }
        offered_ = moves_;
        for (const Pick& pick : picks_) {
            offered_.push_back({pick.plain->factor, pick.steps});
        }
        best_.offer(offered_, total - now_);
    }

    [[nodiscard]] bool is_minimal(Way total) const {
        const bool plain_needed = std::none_of(
            picks_.begin(), picks_.end(), [&](const Pick& pick) { return linked_.targets->holds(total - pick.last_step()); });
        return plain_needed && std::none_of(backs_.begin(), backs_.end(), [&](const Linked& back) {
                   return back.targets != nullptr && back.targets->holds(total - linked_.effect.gain + back.effect.gain);
               });
    }

    const ChangeSpace& space_;
    Start start_;
    std::size_t max_factors_;
    BestMoves& best_;
    Way now_;
    std::vector<Way> most_;
    std::map<std::optional<BandIndex>, TargetTotals> targets_;
    // The state being added to: moves of linked factors, what they come to, and each of them taken back by a level.
    std::vector<Move> moves_;
    Linked linked_;
    std::vector<Linked> backs_;
    const WayRange* range_ = nullptr;
    bool one_range_ = false;
    std::vector<Pick> picks_;
    std::vector<Move> offered_;
};

/// Tells found moves as changes of levels and points.
class Teller {
public:
    Teller(const model::Scheme& scheme, const Start& start, const model::Answers& answers, const ChangeSpace& space)
        : scheme_{scheme}, start_{start}, answers_{answers}, space_{space} {}

    [[nodiscard]] ChangeSet tell(const MoveSet& set) const {
        ChangeSet result;
        result.steps = set.steps;
        Levels levels = space_.levels();
        std::vector<Points> counted = matrix_points(levels);
        for (const Move& move : set.moves) {
            const model::FactorIndex factor{move.factor};
            LevelChange change{factor, levels[move.factor], space_.level_after(move), {}};
            levels[move.factor] = change.to;
            change.points = points_of(change, levels, counted);
            result.points += change.points;
            result.changes.push_back(change);
        }
        const auto level_of = [&](model::FactorIndex factor) { return std::optional{levels[factor.value()]}; };
        const auto asked = ask_band_rules(scheme_, start_.table, level_of, answers_.facts);
        result.to_band = band_after(asked.certain, start_.table, start_.total + result.points);
        return result;
    }

private:
    [[nodiscard]] std::vector<Points> matrix_points(const Levels& levels) const {
        std::vector<Points> result;
        for (const model::Matrix& matrix : scheme_.matrices()) {
            result.push_back(matrix.cell(levels[matrix.rows.value()], levels[matrix.columns.value()]).points);
        }
        return result;
    }

    /// What a change adds to the points counted so far. Passing through a cell that is not allowed adds nothing.
    [[nodiscard]] Points points_of(const LevelChange& change, const Levels& levels, std::vector<Points>& counted) const {
        const model::Factor& factor = scheme_[change.factor];
        if (!factor.matrix) {
            return factor[change.to].points - factor[change.from].points;
        }
        const model::Matrix& matrix = scheme_[*factor.matrix];
        const model::MatrixCell& cell = matrix.cell(levels[matrix.rows.value()], levels[matrix.columns.value()]);
        Points& before = counted[factor.matrix->value()];
        const Points difference = cell.allowed ? cell.points - before : Points{};
        before += difference;
        return difference;
    }

    const model::Scheme& scheme_;
    const Start& start_;
    const model::Answers& answers_;
    const ChangeSpace& space_;
};

/// The band that must be left behind: the present one, or the one below the band asked for where that is higher.
model::BandOrNone band_to_leave(const model::BandTable& table, const Score& score, Direction direction,
                                const ChangeOptions& options) {
    const auto& now = score.band_min;
    const auto& asked = options.to_band;
    if (direction != Direction::raise || !asked || asked->value() == 0) {
        return now;
    }
    const bool is_above =
        now.visit([&](BandIndex one) { return *asked > one; }, [&] { return table[*asked].floor > score.total_min; });
    return is_above ? model::BandOrNone{BandIndex{asked->value() - 1}} : now;
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
    const ChangeSpace space{scheme, table, answers, levels_of(score), direction, options.only};
    const Start start{table, score.total_min, band_to_leave(table, score, direction, options), direction};
    BestMoves best{scheme, space, options.keep};
    Search{space, start, options.max_factors, best}.run();
    const Teller teller{scheme, start, answers, space};
    FoundChanges result{.sets = {}, .found = best.found(), .one_step_each = best.one_step_each()};
    for (const MoveSet& set : std::move(best).take()) {
        result.sets.push_back(teller.tell(set));
    }
    return result;
}

}  // namespace je::scoring
