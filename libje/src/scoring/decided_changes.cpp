// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/decided_changes.hpp"

#include <algorithm>
#include <utility>

#include "scoring/change_space.hpp"
#include "scoring/deciding.hpp"

namespace je::scoring {

namespace {

using model::BandIndex;

/// What the sets looked for do to the band.
struct Wanted {
    BandIndex now;
    bool higher = true;
    BandIndex at_least{};  // of higher ones

    [[nodiscard]] bool has(const model::BandOrNone& band) const {
        if (!higher) return band.visit([&](BandIndex one) { return one < now; }, [] { return true; });
        return band.visit([&](BandIndex one) { return one > now && one >= at_least; }, [] { return false; });
    }
};

/// Tries every set of moves one way, those of one step first, then of two, as far as the work allows.
class DecidedSearch {
public:
    DecidedSearch(const model::BandTable& table, const model::Answers& answers, const ChangeSpace& space, Wanted wanted,
                  std::size_t max_factors, BestMoves best)
        : table_{table},
          answers_{answers},
          space_{space},
          wanted_{wanted},
          max_factors_{max_factors},
          best_{std::move(best)},
          effort_{space.effort() + table.deciding()->rules.size()} {}

    [[nodiscard]] std::size_t most_steps() const {
        std::size_t most = 0;
        for (const std::size_t factor : space_.linked()) most += space_.steps_of(factor);
        return most;
    }

    /// Offers all sets of so many steps, and takes the work that it spends; false when there was too little.
    [[nodiscard]] bool run(std::size_t steps, std::size_t& work) { return add(0, steps, work); }

    [[nodiscard]] const BestMoves& best() const { return best_; }

    [[nodiscard]] model::BandOrNone band_after(const std::vector<Move>& moves) const {
        Levels levels = space_.levels();
        for (const Move& move : moves) levels[move.factor] = space_.level_after(move);
        const auto level_of = [&](model::FactorIndex factor) { return std::optional{levels[factor.value()]}; };
        const Decision decision = decide(*table_.deciding(), level_of, answers_.facts);
        return decision.is == Decision::Is::band ? model::BandOrNone{decision.band} : model::BandOrNone{};
    }

private:
    /// Moves of further factors that make up `steps`; false when the work is spent.
    bool add(std::size_t first, std::size_t steps, std::size_t& work) {
        if (steps == 0) {
            offer();
            work -= std::min(work, effort_);
            return work > 0;
        }
        if (moves_.size() == max_factors_) return true;
        for (std::size_t i = first; i < space_.linked().size(); ++i) {
            const std::size_t factor = space_.linked()[i];
            for (std::size_t some = 1; some <= std::min(steps, space_.steps_of(factor)); ++some) {
                moves_.push_back({factor, some});
                const bool left = add(i + 1, steps - some, work);
                moves_.pop_back();
                if (!left) return false;
            }
        }
        return true;
    }

    void offer() {
        if (!counts(moves_)) return;
        for (std::size_t i = 0; i < moves_.size(); ++i) {
            auto back = moves_;
            if (--back[i].steps == 0) back.erase(back.begin() + static_cast<std::ptrdiff_t>(i));
            if (counts(back)) return;
        }
        best_.offer(moves_, 0);
    }

    [[nodiscard]] bool counts(const std::vector<Move>& moves) const {
        return !moves.empty() && wanted_.has(band_after(moves)) && space_.effect(moves).allowed;
    }

    const model::BandTable& table_;
    const model::Answers& answers_;
    const ChangeSpace& space_;
    Wanted wanted_;
    std::size_t max_factors_;
    BestMoves best_;
    std::size_t effort_;
    std::vector<Move> moves_;
};

/// A set found, and what it is ordered by.
struct FoundSet {
    MoveSet moves;
    ChangeSet set;
};

/// One of the two ways, and what was found on it in sets of the steps that both ways are through with.
struct DecidedWay {
    DecidedWay(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers, const Levels& levels,
               Direction way, const Wanted& wanted, const ChangeOptions& options)
        : space{scheme, table, answers, levels, way, options.only},
          best{scheme, space, options.keep},
          search{table, answers, space, wanted, options.max_factors, best} {}
    DecidedWay(const DecidedWay&) = delete;
    DecidedWay& operator=(const DecidedWay&) = delete;

    ChangeSpace space;
    BestMoves best;
    DecidedSearch search;
};

/// Both ways in step, so that neither takes the work of the other. Nothing when all sets were found; else how many steps those
/// have at most that were all found.
std::optional<std::size_t> look_both_ways(DecidedWay& up, DecidedWay& down, std::size_t work) {
    const std::size_t most = std::max(up.search.most_steps(), down.search.most_steps());
    for (std::size_t steps = 1; steps <= most; ++steps) {
        for (DecidedWay* way : {&up, &down}) {
            if (steps <= way->search.most_steps() && !way->search.run(steps, work)) return steps - 1;
        }
        up.best = up.search.best();
        down.best = down.search.best();
    }
    return std::nullopt;
}

ChangeSet decided_set_of(const MoveSet& moves, const model::Scheme& scheme, const model::Answers& answers,
                         const ChangeSpace& space, const DecidedSearch& search) {
    ChangeSet set;
    set.steps = moves.steps;
    set.to_band = search.band_after(moves.moves);
    for (const Move& move : moves.moves) {
        const model::FactorIndex factor{move.factor};
        LevelChange change{factor, space.levels()[move.factor], space.level_after(move)};
        change.rows = rows_giving(scheme, answers, factor, change.to);
        set.changes.push_back(std::move(change));
    }
    return set;
}

}  // namespace

FoundChanges decided_changes(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                             const Score& score, Direction direction, const ChangeOptions& options) {
    FoundChanges result;
    if (!score.complete || score.bands.empty() || direction == Direction::raise_and_lose) return result;
    Levels levels;
    for (const FactorScore& factor : score.factors) levels.push_back(factor.level.value());
    const Wanted wanted{score.bands.front(), direction == Direction::raise, options.to_band.value_or(BandIndex{0})};
    DecidedWay up{scheme, table, answers, levels, Direction::raise, wanted, options};
    DecidedWay down{scheme, table, answers, levels, Direction::lower, wanted, options};
    result.complete_to_steps = look_both_ways(up, down, options.work);
    std::vector<FoundSet> found;
    for (const DecidedWay* way : {&up, &down}) {
        result.found += way->best.found();
        result.one_step_each += way->best.one_step_each();
        for (MoveSet& moves : BestMoves{way->best}.take()) {
            auto set = decided_set_of(moves, scheme, answers, way->space, way->search);
            found.push_back({std::move(moves), std::move(set)});
        }
    }
    std::sort(found.begin(), found.end(), [](const FoundSet& a, const FoundSet& b) { return a.moves.key() < b.moves.key(); });
    if (options.keep != 0 && found.size() > options.keep) found.resize(options.keep);
    for (FoundSet& one : found) result.sets.push_back(std::move(one.set));
    return result;
}

}  // namespace je::scoring
