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
                  std::size_t max_factors, BestMoves& best)
        : table_{table},
          answers_{answers},
          space_{space},
          wanted_{wanted},
          max_factors_{max_factors},
          best_{best},
          effort_{space.effort() + table.deciding()->rules.size()} {}

    /// Nothing when all sets were found; else how many steps those have at most that were all found. Takes what it spends.
    std::optional<std::size_t> run(std::size_t& work) {
        std::size_t most = 0;
        for (const std::size_t factor : space_.linked()) most += space_.steps_of(factor);
        for (std::size_t steps = 1; steps <= most; ++steps) {
            const BestMoves before = best_;
            if (!add(0, steps, work)) {
                best_ = before;
                return steps - 1;
            }
        }
        return std::nullopt;
    }

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
    BestMoves& best_;
    std::size_t effort_;
    std::vector<Move> moves_;
};

/// A set found, and what it is ordered by.
struct FoundSet {
    MoveSet moves;
    ChangeSet set;
};

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
    std::vector<FoundSet> found;
    std::size_t work = options.work;
    for (const Direction way : {Direction::raise, Direction::lower}) {
        const ChangeSpace space{scheme, table, answers, levels, way, options.only};
        BestMoves best{scheme, space, options.keep};
        DecidedSearch search{table, answers, space, wanted, options.max_factors, best};
        const auto complete = search.run(work);
        if (complete) result.complete_to_steps = std::min(*complete, result.complete_to_steps.value_or(*complete));
        result.found += best.found();
        result.one_step_each += best.one_step_each();
        for (MoveSet& moves : std::move(best).take()) {
            auto set = decided_set_of(moves, scheme, answers, space, search);
            found.push_back({std::move(moves), std::move(set)});
        }
    }
    std::sort(found.begin(), found.end(), [](const FoundSet& a, const FoundSet& b) { return a.moves.key() < b.moves.key(); });
    if (options.keep != 0 && found.size() > options.keep) found.resize(options.keep);
    for (FoundSet& one : found) result.sets.push_back(std::move(one.set));
    return result;
}

}  // namespace je::scoring
