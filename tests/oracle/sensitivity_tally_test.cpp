// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "numerics/exact/fraction.hpp"
#include "numerics/random.hpp"
#include "support/tally_case.hpp"

// SLOW AND PLAIN: one scenario and one job at a time, as tally.hpp has it, with every comparison multiplied out in 128 bits.

namespace je::sensitivity::sensitivity_tally_test {

namespace {

using numerics::Int128;
using test::TallyCase;

/// A total as a fraction of whole numbers, and the floors as they lie.
struct Placed {
    Int128 total = 0;
    Int128 below = 1;
};

class SlowScenario {
public:
    SlowScenario(const TallyCase& all, const TallyOptions& options, std::uint64_t scenario)
        : all_{all}, options_{options}, scenario_{scenario}, source_{scenarios_of(all.grid, options.region, options.seed)} {
        e_.resize(all.grid.factors());
        source_->fill(scenario, e_);
        if (options.joint && options.joint->floor_shift > 0) {
            numerics::RandomStream random{options.seed, scenario, 2};
            shift_ = std::int64_t{random.below(static_cast<std::uint32_t>(2 * options.joint->floor_shift + 1))} -
                     options.joint->floor_shift;
        }
    }

    [[nodiscard]] std::int64_t shift() const { return shift_; }

    [[nodiscard]] Placed place(std::size_t job, bool joint) const {
        const auto points = joint ? moved_points(job) : points_of(job);
        const auto& form = source_->form();
        Placed placed{0, 0};
        for (std::size_t f = 0; f < e_.size(); ++f) {
            const Int128 k = Int128{form.gains[f]} * (form.offset + e_[f]);
            placed.total += k * points[f] * (form.unit ? 1 : all_.grid.largest_total());
            placed.below += k * form.largest[f];
        }
        if (form.unit) placed.below = *form.unit;
        return placed;
    }

    [[nodiscard]] Rung rung(const Placed& placed, std::int64_t shift) const {
        Rung rung = 0;
        for (const std::int64_t start : all_.grid.ladder().starts)
            rung += placed.total >= Int128{start + shift} * placed.below ? 1 : 0;
        return rung;
    }

private:
    [[nodiscard]] std::vector<std::int64_t> points_of(std::size_t job) const {
        const auto row = std::span{all_.points}.subspan(job * all_.grid.factors(), all_.grid.factors());
        return {row.begin(), row.end()};
    }

    /// Levels moved in the order of the scheme's factors, and scored by the tables of the scheme.
    [[nodiscard]] std::vector<std::int64_t> moved_points(std::size_t job) const {
        const auto factors = all_.scheme.factors();
        numerics::RandomStream random{options_.seed, scenario_, static_cast<std::uint32_t>(3 + job)};
        const std::uint32_t p = static_cast<std::uint32_t>(options_.joint->levels.chance.units());
        std::vector<std::size_t> levels;
        for (std::size_t f = 0; f < factors.size(); ++f) {
            std::size_t level = all_.levels[job * factors.size() + f];
            const std::size_t last = factors[f].levels.size() - 1;
            if (last > 0 && p > 0) {
                const std::uint32_t drawn = random.below(20'000);
                if (drawn < 2 * p) {
                    const bool off_the_end = drawn < p ? level == 0 : level == last;
                    if (off_the_end && options_.joint->levels.ends_stay)
                        ;  // the outward half stays
                    else if (level == 0)
                        level = 1;
                    else if (level == last)
                        --level;
                    else
                        level += drawn < p ? std::size_t(-1) : 1;
                }
            }
            levels.push_back(level);
        }
        std::vector<std::int64_t> points = points_of(job);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& unit = all_.scheme.units()[all_.grid.units()[i]];
            std::size_t option = 0;  // row by row
            for (const auto& side : unit.sides())
                option = option * factors[side.factor.value()].levels.size() + levels[side.factor.value()];
            if (unit[option].allowed) points[i] = unit[option].points.value().units() / all_.grid.step();
        }
        return points;
    }

    const TallyCase& all_;
    const TallyOptions& options_;
    std::uint64_t scenario_;
    numerics::Scenarios source_;
    std::vector<std::int64_t> e_;
    std::int64_t shift_ = 0;
};

void add_scenario(const TallyCase& all, const TallyOptions& options, std::uint64_t i, Tally& out) {
    const SlowScenario scenario{all, options, i};
    const std::size_t starts = all.grid.ladder().starts.size();
    const auto weights = numerics::scenario_weights(*scenarios_of(all.grid, options.region, options.seed), i, 1);
    std::size_t changing = 0;
    std::vector<Placed> placed;
    for (std::size_t j = 0; j < all.jobs(); ++j) {
        const Rung rung = scenario.rung(scenario.place(j, false), 0);
        for (Rung r = 0; r < rung; ++r) ++out.at_or_above[j * starts + r];
        for (std::size_t f = 0; f < weights.size(); ++f)
            out.central_sums[(j * (starts + 1) + rung) * weights.size() + f] += weights[f];
        placed.push_back(scenario.place(j, true));
        const Rung moved = scenario.rung(placed.back(), scenario.shift());
        for (Rung r = 0; r < moved; ++r) ++out.joint_at_or_above[j * starts + r];
        std::int64_t total = 0;
        for (std::size_t f = 0; f < all.grid.factors(); ++f) total += all.points[j * all.grid.factors() + f];
        if (moved != all.grid.ladder().rung_of(total)) ++changing;
    }
    ++out.changing[changing];
    for (std::size_t j = 0; j < all.jobs(); ++j) {
        std::uint64_t rank = 1;
        for (const Placed& other : placed) rank += other.total * placed[j].below > placed[j].total * other.below ? 1 : 0;
        if (rank <= ranks_counted) ++out.ranks[j * ranks_counted + rank - 1];
        out.rank_sums[j] += rank;
        out.rank_squares[j] += rank * rank;
    }
}

}  // namespace

TEST_CASE("tallies are what one scenario and one job at a time come to") {
    const TallyCase all;
    for (const RegionKind kind : {RegionKind::spread, RegionKind::simplex, RegionKind::dirichlet}) {
        for (const auto rescale : {numerics::Rescale::max, numerics::Rescale::none}) {
            if (kind != RegionKind::spread && rescale == numerics::Rescale::none) continue;
            CAPTURE(static_cast<int>(kind));
            auto options = TallyCase::everything();
            options.region.kind = kind;
            options.region.rescale = rescale;
            const Tally counted = tally(all.grid, all.tally_jobs(), {20, 170}, options);
            Tally slow = empty_tally(all.grid, all.jobs(), options);
            for (std::uint64_t i = 20; i < 170; ++i) add_scenario(all, options, i, slow);
            CHECK(counted.at_or_above == slow.at_or_above);
            CHECK(counted.central_sums == slow.central_sums);
            CHECK(counted.joint_at_or_above == slow.joint_at_or_above);
            CHECK(counted.ranks == slow.ranks);
            CHECK(counted.rank_sums == slow.rank_sums);
            CHECK(counted.rank_squares == slow.rank_squares);
            CHECK(counted.changing == slow.changing);
        }
    }
}

}  // namespace je::sensitivity::sensitivity_tally_test
