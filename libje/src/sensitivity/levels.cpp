// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/levels.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "je/base/decimal.hpp"
#include "numerics/parallel.hpp"
#include "scoring/change_space.hpp"
#include "scoring/derived.hpp"
#include "sensitivity/total_chances.hpp"

namespace je::sensitivity {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using scoring::Problem;
using scoring::ProblemKind;

/// Whether the problem leaves the job without points of its own: another level is used than the one moved to, or none.
bool takes_total(const Problem& problem) {
    return scoring::is_error(problem.kind) && problem.kind != ProblemKind::constraint_error;
}

/// Moves levels of one job after another, under one scheme and table.
class LevelSteps {
public:
    LevelSteps(const model::Scheme& scheme, const model::BandTable& table) : scheme_{scheme}, table_{table} {
        const auto rules = scheme.rules();
        points_alone_ =
            scheme.has_points() && std::none_of(rules.begin(), rules.end(), [](const auto& rule) { return rule.binds; });
    }

    /// Sets out.one_step, for a job that is complete and without errors.
    void add_one_step(const model::Answers& answers, const scoring::Score& score, JobLevels& out) {
        take(answers);
        for (std::size_t f = 0; f < scheme_.factors().size(); ++f) {
            const FactorIndex factor{f};
            const LevelIndex from = scoring::level_before_modifiers(scheme_, answers, factor, score.factors[f].stated).value();
            const std::size_t levels = scheme_[factor].levels.size();
            if (from.value() + 1 < levels) out.one_step.push_back(try_step(factor, from, LevelIndex{from.value() + 1}, score));
            if (from.value() > 0) out.one_step.push_back(try_step(factor, from, LevelIndex{from.value() - 1}, score));
        }
    }

    /// Sets out.pairs from out.one_step of the same job; `keep` 0 keeps all.
    void add_pairs(const model::Answers& answers, const scoring::Score& score, std::size_t keep, JobLevels& out) {
        take(answers);
        changing_.clear();
        const auto& steps = out.one_step;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            for (std::size_t j = i + 1; j < steps.size(); ++j) {
                if (steps[i].move.factor == steps[j].move.factor) continue;
                ++out.pairs.looked_at;
                Moved result = try_pair(steps[i], steps[j], score);
                if (!result.changes_band) continue;
                const auto moved = (*result.total - score.total_min).value().units();
                changing_.push_back({moved < 0 ? -moved : moved, i, j, std::move(result)});
            }
        }
        std::stable_sort(changing_.begin(), changing_.end(), [](const Pair& a, const Pair& b) { return a.moved < b.moved; });
        out.pairs.found = changing_.size();
        const std::size_t kept = keep == 0 ? changing_.size() : std::min(keep, changing_.size());
        out.pairs.changing.reserve(kept);
        for (std::size_t i = 0; i < kept; ++i) {
            Pair& pair = changing_[i];
            out.pairs.changing.push_back({{steps[pair.first].move, steps[pair.second].move}, std::move(pair.result)});
        }
    }

private:
    /// A choice of band was made for the levels as they are, so no other total is held against it.
    void take(const model::Answers& answers) {
        answers_ = answers;
        answers_.choice.reset();
        answers_.levels_stand = true;
        for (const FactorIndex factor : scheme_.factors_with_trees()) {
            auto& stated = answers_.levels[factor.value()];
            if (!stated) stated = scoring::level_before_modifiers(scheme_, answers, factor, stated);
        }
    }

    struct Pair {
        std::int64_t moved = 0;  // units of points, either way
        std::size_t first = 0;   // positions in one_step
        std::size_t second = 0;
        Moved result{};
    };

    [[nodiscard]] Moved judge(const scoring::Score& score, const scoring::Score& now) const {
        Moved moved;
        const auto error = std::find_if(score.problems.begin(), score.problems.end(),
                                        [](const Problem& problem) { return scoring::is_error(problem.kind); });
        moved.allowed = error == score.problems.end();
        if (!moved.allowed) moved.hurdle = *error;
        const bool known =
            std::all_of(score.units.begin(), score.units.end(), [](const auto& unit) { return unit.points.has_value(); });
        if (!known || std::any_of(score.problems.begin(), score.problems.end(), takes_total)) return moved;
        moved.total = score.total_min;
        moved.band = score.band_min;
        moved.changes_band = moved.allowed && moved.band != now.band_min;
        if (table_.overlaps()) arrive(moved, range_of(score), now);
        return moved;
    }

    [[nodiscard]] static model::BandRange range_of(const scoring::Score& score) {
        return score.bands.empty() ? model::BandRange{}
                                   : model::BandRange{score.bands.front().value(), score.bands.back().value() + 1};
    }

    /// Of a table that overlaps: the band is another where the present one, or each of several, does not hold the new total.
    static void arrive(Moved& moved, const model::BandRange& bands, const scoring::Score& now) {
        const auto past = [&](const model::BandOrNone& end) { return scoring::nearest_of(bands, end); };
        const bool up = moved.total > now.total_min;
        const model::BandOrNone& from = up ? now.band_max : now.band_min;
        moved.band = past(from);
        moved.changes_band = moved.allowed && moved.band != from;
    }

    [[nodiscard]] OneStep try_step(FactorIndex factor, LevelIndex from, LevelIndex to, const scoring::Score& now) {
        const auto stated = std::exchange(answers_.levels[factor.value()], to);
        scoring::score_into(score_, scheme_, &table_, answers_);
        answers_.levels[factor.value()] = stated;
        return {{factor, from, to, score_.factors[factor.value()].level.value_or(to)}, judge(score_, now)};
    }

    [[nodiscard]] bool adds_up(const OneStep& first, const OneStep& second) const {
        return points_alone_ && scheme_.root_of(first.move.factor) != scheme_.root_of(second.move.factor);
    }

    [[nodiscard]] Moved try_pair(const OneStep& first, const OneStep& second, const scoring::Score& now) {
        if (adds_up(first, second)) {
            Moved moved;
            moved.allowed = first.result.allowed && second.result.allowed;
            if (!moved.allowed || !first.result.total || !second.result.total) return moved;
            moved.total = *first.result.total + *second.result.total - now.total_min;
            moved.band = table_.band_of(*moved.total);
            moved.changes_band = moved.band != now.band_min;
            if (table_.overlaps()) arrive(moved, table_.bands_of(*moved.total), now);
            return moved;
        }
        auto& levels = answers_.levels;
        const auto a = std::exchange(levels[first.move.factor.value()], first.move.to);
        const auto b = std::exchange(levels[second.move.factor.value()], second.move.to);
        scoring::score_into(score_, scheme_, &table_, answers_);
        levels[first.move.factor.value()] = a;
        levels[second.move.factor.value()] = b;
        return judge(score_, now);
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    bool points_alone_ = true;  // no rule looks at levels of several factors: what two steps come to adds up
    model::Answers answers_;
    scoring::Score score_;
    std::vector<Pair> changing_;
};

using scoring::Direction;

/// Looks at one job after another.
class LevelsLook {
public:
    LevelsLook(const model::Scheme& scheme, const model::BandTable& table, const LevelsOptions& options)
        : scheme_{scheme}, table_{table}, options_{options}, steps_{scheme, table} {
        if (options.uncertainty) chances_.emplace(scheme, table, *options.uncertainty);
    }

    void look_at(const LevelsJob& job, JobLevels& out) {
        const model::Answers& answers = *job.answers;
        scoring::score_into(score_, scheme_, &table_, answers);
        if (!score_.complete || score_.has_errors()) {
            if (chances_)
                out.chances = numerics::Result<LevelChances>::none(
                    score_.complete ? "the job's levels break a rule of the scheme" : "the job is not complete");
            return;
        }
        steps_.add_one_step(answers, score_, out);
        if (options_.pairs) steps_.add_pairs(answers, score_, options_.keep_pairs, out);
        if (chances_) out.chances = chances_->of(job.id, answers, score_);
        if (options_.changes.max_factors == 0) return;
        out.raise = smallest_changes(answers, Direction::raise);
        out.lower = smallest_changes(answers, Direction::lower);
        out.raise_and_lose = smallest_changes(answers, Direction::raise_and_lose);
    }

private:
    [[nodiscard]] scoring::FoundChanges smallest_changes(const model::Answers& answers, Direction direction) const {
        return scoring::smallest_changes(scheme_, table_, answers, score_, direction, options_.changes);
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const LevelsOptions& options_;
    LevelSteps steps_;
    std::optional<TotalChances> chances_;
    scoring::Score score_;
};

}  // namespace

std::optional<AdjacentLevels> parse_adjacent(std::string_view text) {
    constexpr std::string_view word = "adjacent:";
    if (!text.starts_with(word)) return std::nullopt;
    text.remove_prefix(word.size());
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto chance = base::parse_share(text.substr(0, comma));
    const auto ends = text.substr(comma);
    if (!chance || *chance > base::Decimal::from_whole(1)) return std::nullopt;
    if (!ends.empty() && ends != ",ends=stay" && ends != ",ends=inward") return std::nullopt;
    return AdjacentLevels{*chance, ends == ",ends=stay"};
}

std::vector<JobLevels> look_at_levels(const model::Scheme& scheme, const model::BandTable& table,
                                      std::span<const LevelsJob> jobs, const LevelsOptions& options) {
    std::vector<JobLevels> result(jobs.size());
    numerics::for_ranges(jobs.size(), options.threads, [&](std::size_t first, std::size_t last) {
        LevelsLook look{scheme, table, options};
        for (std::size_t i = first; i < last; ++i) look.look_at(jobs[i], result[i]);
    });
    return result;
}

}  // namespace je::sensitivity
