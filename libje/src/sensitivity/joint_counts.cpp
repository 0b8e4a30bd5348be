// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/tally.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/scheme.hpp"
#include "numerics/parallel.hpp"
#include "numerics/random.hpp"
#include "sensitivity/grid.hpp"

namespace je::sensitivity {

namespace {

constexpr std::int64_t not_allowed = -1;
constexpr auto one_point = static_cast<std::uint32_t>(base::Decimal::units_per_one);

/// Levels moved at random, and the points they give.
class MovedLevels {
public:
    MovedLevels(const Grid& grid, const model::Scheme& scheme, const AdjacentLevels& levels)
        : scheme_{scheme},
          step_{grid.step()},
          chance_{static_cast<std::uint32_t>(levels.chance.units())},
          ends_stay_{levels.ends_stay} {
        for (const model::Factor& factor : scheme.factors())
            level_counts_.push_back(static_cast<std::uint16_t>(factor.levels.size()));
        for (const std::size_t i : grid.units()) {
            Unit& made = units_.emplace_back(Unit{&scheme.units()[i], model::UnitIndex{i}, {}});
            for (const model::UnitOption& option : made.unit->options())
                made.points.push_back(option.allowed ? option.points.value().units() / grid.step() : not_allowed);
        }
    }

    [[nodiscard]] std::size_t scheme_factors() const { return level_counts_.size(); }

    /// Moves each level of `levels` or not, a draw for each factor of several levels, into `moved`.
    void move(numerics::RandomStream& random, std::span<const std::uint16_t> levels, std::span<std::uint16_t> moved) const {
        for (std::size_t f = 0; f < levels.size(); ++f) {
            const std::uint16_t level = levels[f];
            moved[f] = level;
            if (level_counts_[f] < 2) continue;
            const std::uint32_t drawn = random.below(2 * one_point);
            if (drawn >= 2 * chance_) continue;
            const bool lowest = level == 0;
            const bool highest = level + 1 == level_counts_[f];
            const bool drawn_up = drawn >= chance_;
            if (ends_stay_ && (drawn_up ? highest : lowest)) continue;
            const bool up = lowest || (!highest && drawn_up);
            moved[f] = static_cast<std::uint16_t>(up ? level + 1 : level - 1);
        }
    }

    /// Points of the grid's factors under `moved`; a unit keeps `points` where its option is not allowed.
    void points_of(std::span<const std::uint16_t> moved, std::span<const std::int64_t> points,
                   std::span<std::int64_t> out) const {
        for (std::size_t f = 0; f < units_.size(); ++f) {
            const auto level_of = [&](model::FactorIndex factor) { return model::LevelIndex{moved[factor.value()]}; };
            const Unit& unit = units_[f];
            const std::int64_t now =
                unit.unit->is_dependent() ? dependent_points(unit, level_of) : unit.points[unit.unit->option_of(level_of)];
            out[f] = now == not_allowed ? points[f] : now;
        }
    }

private:
    struct Unit {
        const model::ScoredUnit* unit;
        model::UnitIndex index;
        std::vector<std::int64_t> points;  // by option, in units of the grid; unused of a dependent unit
    };

    template <class LevelOf>
    [[nodiscard]] std::int64_t dependent_points(const Unit& unit, const LevelOf& level_of) const {
        const auto points = scheme_.points_of(unit.index, level_of);
        return points ? points->value().units() / step_ : not_allowed;
    }

    const model::Scheme& scheme_;
    std::int64_t step_;
    std::vector<std::uint16_t> level_counts_;
    std::vector<Unit> units_;
    std::uint32_t chance_;  // of a move, in 10^-4
    bool ends_stay_;
};

using numerics::Int128;

constexpr std::uint32_t floors_stream = 2;
constexpr std::uint32_t first_job_stream = 3;

std::size_t scenarios_together(std::size_t jobs) {
    constexpr std::size_t most_totals = std::size_t{1} << 19;
    return std::clamp<std::size_t>(most_totals / std::max<std::size_t>(1, jobs), 1, 512);
}

/// The least whole number that is not below above / below, which is above 0.
Int128 ceiling(Int128 above, Int128 below) {
    const Int128 whole = above / below;
    return whole * below < above ? whole + 1 : whole;
}

std::int64_t clamped(Int128 value) {
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, -most, most));
}

void check_sums(const numerics::ScenarioForm& form) {
    Int128 most = 0;
    for (std::size_t f = 0; f < form.largest.size(); ++f)
        most += Int128{form.gains[f]} * (form.offset + form.reach) * form.largest[f];
    if (form.most_size) most = std::min(most, Int128{*form.most_size});
    if (most > std::numeric_limits<std::int64_t>::max()) throw std::overflow_error{"points too large for joint scenarios"};
}

/// A stretch of scenarios at a time: totals job by job, then ranks scenario by scenario, then counts job by job, so that
/// threads never write to the same place.
class JointCounting {
public:
    JointCounting(const Grid& grid, const TallyJobs& jobs, const TallyOptions& options, Tally& out)
        : grid_{grid},
          jobs_{jobs},
          options_{options},
          out_{out},
          source_{scenarios_of(grid, options.region, options.seed)},
          moved_{grid, *jobs.scheme, options.joint->levels},
          job_count_{jobs.points.size() / grid.factors()} {
        check_sums(source_->form());
        for (Rung rung = 0; rung < grid.ladder().rungs(); ++rung) bands_.push_back(grid.ladder().band_of(rung));
        for (std::size_t j = 0; j < job_count_; ++j) rungs_now_.push_back(grid.rung_of(points(j)));
    }

    void count(numerics::ScenarioRange range) {
        const std::size_t together = scenarios_together(job_count_);
        for (std::uint64_t first = range.first; first < range.last; first += count_) {
            count_ = static_cast<std::size_t>(std::min<std::uint64_t>(together, range.last - first));
            draw(first);
            for_jobs([&](std::size_t j) { place(j, first); });
            numerics::for_ranges(count_, options_.threads, [&](std::size_t from, std::size_t to) { rank(from, to); });
            for_jobs([&](std::size_t j) { add_ranks(j); });
            for (const std::size_t jobs : changing_) ++out_.changing[jobs];
            if (options_.progress) options_.progress(first + count_ - range.first, range.last - range.first);
        }
    }

private:
    [[nodiscard]] std::span<const std::int64_t> points(std::size_t j) const {
        return jobs_.points.subspan(j * grid_.factors(), grid_.factors());
    }

    template <class Work>
    void for_jobs(const Work& work) const {
        numerics::for_ranges(job_count_, options_.threads, [&](std::size_t from, std::size_t to) {
            for (std::size_t j = from; j < to; ++j) work(j);
        });
    }

    /// Multipliers, [scenario][factor], and what a total must reach for each floor, [scenario][start].
    void draw(std::uint64_t first) {
        const auto& form = source_->form();
        const std::size_t factors = grid_.factors();
        multipliers_.resize(count_ * factors);
        bounds_.clear();
        source_->fill(first, multipliers_);
        for (std::size_t s = 0; s < count_; ++s) {
            Int128 size = 0;
            for (std::size_t f = 0; f < factors; ++f) {
                std::int64_t& k = multipliers_[s * factors + f];
                k = form.gains[f] * (form.offset + k);
                size += Int128{k} * form.largest[f];
            }
            const std::int64_t shift = floor_shift_of(*options_.joint, options_.seed, first + s);
            for (const std::int64_t start : grid_.ladder().starts) {
                const Int128 floor = Int128{start} + shift;
                bounds_.push_back(clamped(form.unit ? floor * *form.unit : ceiling(floor * size, grid_.largest_total())));
            }
        }
        totals_.resize(count_ * job_count_);
        moves_.resize(count_ * job_count_);
        ranks_.resize(count_ * job_count_);
        changing_.resize(count_);
    }

    /// Totals and rungs of a job.
    void place(std::size_t j, std::uint64_t first) {
        const std::size_t factors = grid_.factors();
        const std::size_t starts = grid_.ladder().starts.size();
        const bool moves = options_.joint->levels.chance > base::Decimal{};
        std::vector<std::uint16_t> levels(moves ? moved_.scheme_factors() : 0);
        std::vector<std::int64_t> now(points(j).begin(), points(j).end());
        for (std::size_t s = 0; s < count_; ++s) {
            if (moves) {
                numerics::RandomStream random{options_.seed, first + s, first_job_stream + static_cast<std::uint32_t>(j)};
                moved_.move(random, jobs_.levels.subspan(j * levels.size(), levels.size()), levels);
                moved_.points_of(levels, points(j), now);
            }
            std::int64_t total = 0;
            for (std::size_t f = 0; f < factors; ++f) total += multipliers_[s * factors + f] * now[f];
            Rung rung = 0;
            while (rung < starts && total >= bounds_[s * starts + rung]) ++out_.joint_at_or_above[j * starts + rung++];
            totals_[j * count_ + s] = total;
            moves_[j * count_ + s] = bands_[rung] != bands_[rungs_now_[j]];
        }
    }

    /// Ranks in each scenario, the highest total first, and how many jobs change band.
    void rank(std::size_t from, std::size_t to) {
        std::vector<std::pair<std::int64_t, std::uint32_t>> order(job_count_);
        for (std::size_t s = from; s < to; ++s) {
            changing_[s] = 0;
            for (std::uint32_t j = 0; j < job_count_; ++j) {
                order[j] = {totals_[j * count_ + s], j};
                changing_[s] += moves_[j * count_ + s];
            }
            std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
            std::uint32_t rank = 1;
            for (std::uint32_t i = 0; i < job_count_; ++i) {
                if (i > 0 && order[i].first < order[i - 1].first) rank = i + 1;
                ranks_[order[i].second * count_ + s] = rank;
            }
        }
    }

    void add_ranks(std::size_t j) {
        for (std::size_t s = 0; s < count_; ++s) {
            const std::uint64_t rank = ranks_[j * count_ + s];
            if (rank <= ranks_counted) ++out_.ranks[j * ranks_counted + rank - 1];
            out_.rank_sums[j] += rank;
            out_.rank_squares[j] += rank * rank;
        }
    }

    const Grid& grid_;
    const TallyJobs& jobs_;
    const TallyOptions& options_;
    Tally& out_;
    numerics::Scenarios source_;
    MovedLevels moved_;
    std::size_t job_count_;
    std::vector<model::BandOrNone> bands_;  // of each rung
    std::vector<Rung> rungs_now_;
    std::size_t count_ = 0;  // scenarios of this stretch
    std::vector<std::int64_t> multipliers_;
    std::vector<std::int64_t> bounds_;
    std::vector<std::int64_t> totals_;  // [job][scenario], as the next two
    std::vector<std::uint8_t> moves_;   // 1: to another band
    std::vector<std::uint32_t> ranks_;
    std::vector<std::size_t> changing_;  // [scenario]
};

}  // namespace

std::int64_t floor_shift_of(const JointOptions& joint, std::uint64_t seed, std::uint64_t scenario) {
    if (joint.floor_shift == 0) return 0;
    numerics::RandomStream random{seed, scenario, floors_stream};
    return std::int64_t{random.below(static_cast<std::uint32_t>(2 * joint.floor_shift + 1))} - joint.floor_shift;
}

void count_joint(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                 Tally& out) {
    if (jobs.scheme == nullptr) throw std::invalid_argument{"joint scenarios without a scheme"};
    if (options.joint->levels.chance > base::Decimal{} &&
        jobs.levels.size() * grid.factors() != jobs.points.size() * jobs.scheme->factors().size())
        throw std::invalid_argument{"levels and points of different numbers of jobs"};
    JointCounting{grid, jobs, options, out}.count(range);
}

}  // namespace je::sensitivity
