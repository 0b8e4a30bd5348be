// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/tally.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "je/numerics/parallel.hpp"
#include "sensitivity/joint_counts.hpp"
#include "sensitivity/sources.hpp"
#include "sensitivity/weight_units.hpp"

namespace je::sensitivity {

namespace {

using numerics::Int128;
using Named = std::pair<std::string_view, std::vector<std::uint64_t> Tally::*>;

constexpr std::array<Named, 8> all_lists{{{"at_or_above", &Tally::at_or_above},
                                          {"central_sums", &Tally::central_sums},
                                          {"central_squares", &Tally::central_squares},
                                          {"joint_at_or_above", &Tally::joint_at_or_above},
                                          {"ranks", &Tally::ranks},
                                          {"rank_sums", &Tally::rank_sums},
                                          {"rank_squares", &Tally::rank_squares},
                                          {"changing", &Tally::changing}}};

void check_room(std::size_t jobs, std::uint64_t scenarios, const TallyOptions& options) {
    constexpr Int128 most = Int128{1} << 64;
    if (options.central && scenarios > std::uint64_t{1} << 31)
        throw std::invalid_argument{"too many scenarios for central weights"};
    if (options.joint && Int128{jobs} * Int128{jobs} * Int128{scenarios} >= most)
        throw std::invalid_argument{"too many jobs and scenarios for ranks"};
    if (options.central && !options.shares) throw std::invalid_argument{"central weights without shares"};
}

/// Counts and weights of one block, job by job.
class CentralCounting {
public:
    CentralCounting(const Grid& grid, std::size_t jobs, const TallyOptions& options, Tally& out)
        : grid_{grid}, jobs_{jobs}, options_{options}, out_{out}, base_{base_weights(grid)} {}

    void add(const numerics::ScenarioBlock& block) {
        numerics::for_ranges(jobs_, options_.threads, [&](std::size_t from, std::size_t to) {
            for (std::size_t j = from; j < to; ++j) add_job(block, j);
        });
    }

private:
    void add_job(const numerics::ScenarioBlock& block, std::size_t j) {
        const std::size_t factors = grid_.factors();
        const std::size_t starts = grid_.ladder().starts.size();
        const auto totals = block.job(j);
        for (std::size_t s = 0; s < block.count; ++s) {
            Rung rung = 0;
            while (rung < starts && totals[s] >= block.floor(rung)[s]) ++out_.at_or_above[j * starts + rung++];
            const std::size_t at = (j * (starts + 1) + rung) * factors;
            for (std::size_t f = 0; f < factors; ++f) {
                const std::uint64_t weight = block.weights[s * factors + f];
                out_.central_sums[at + f] += weight;
                out_.central_squares[at + f] += squared_difference(weight, base_[f]);
            }
        }
    }

    const Grid& grid_;
    std::size_t jobs_;
    const TallyOptions& options_;
    Tally& out_;
    std::vector<std::uint64_t> base_;
};

void count_weights(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                   Tally& out) {
    const auto source = scenarios_of(grid, options.region, options.seed);
    const numerics::ScenarioJobs kernel_jobs{jobs.points, grid.ladder().starts};
    const numerics::KernelOptions kernel{.threads = options.threads, .instructions = {}, .progress = options.progress};
    if (!options.central) {
        out.at_or_above = numerics::count_scenarios(*source, kernel_jobs, range, kernel).at_or_above;
        return;
    }
    CentralCounting counting{grid, jobs.points.size() / grid.factors(), options, out};
    numerics::visit_scenarios(
        *source, kernel_jobs, range, [&](const numerics::ScenarioBlock& block) { counting.add(block); }, kernel);
}

}  // namespace

std::vector<std::uint64_t> base_weights(const Grid& grid) {
    std::vector<std::uint64_t> weights;
    for (const std::int64_t largest : grid.largest())
        weights.push_back(static_cast<std::uint64_t>((Int128{largest} << 32) / grid.largest_total()));
    return weights;
}

std::uint64_t squared_difference(std::uint64_t weight, std::uint64_t base) {
    const Int128 difference = Int128{weight} - Int128{base};
    return static_cast<std::uint64_t>((difference * difference + (Int128{1} << 31)) >> 32);
}

std::vector<std::uint16_t> level_row(const scoring::Score& score) {
    std::vector<std::uint16_t> row;
    row.reserve(score.factors.size());
    for (const scoring::FactorScore& factor : score.factors)
        row.push_back(static_cast<std::uint16_t>(factor.level.value_or(factor.lowest).value()));
    return row;
}

std::span<const Named> Tally::lists() { return all_lists; }

void Tally::add(const Tally& other) {
    for (const auto& [name, list] : all_lists) {
        auto& mine = this->*list;
        const auto& theirs = other.*list;
        if (mine.size() != theirs.size()) throw std::invalid_argument{"tallies of different things"};
        for (std::size_t i = 0; i < mine.size(); ++i) mine[i] += theirs[i];
    }
    scenarios += other.scenarios;
}

Tally empty_tally(const Grid& grid, std::size_t jobs, const TallyOptions& options) {
    const std::size_t starts = grid.ladder().starts.size();
    Tally out;
    if (options.shares) out.at_or_above.resize(jobs * starts);
    if (options.central) {
        out.central_sums.resize(jobs * (starts + 1) * grid.factors());
        out.central_squares.resize(out.central_sums.size());
    }
    if (!options.joint) return out;
    out.joint_at_or_above.resize(jobs * starts);
    out.ranks.resize(jobs * ranks_counted);
    out.rank_sums.resize(jobs);
    out.rank_squares.resize(jobs);
    out.changing.resize(jobs + 1);
    return out;
}

Tally tally(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options) {
    const std::size_t count = jobs.points.size() / grid.factors();
    const std::uint64_t scenarios = range.last - range.first;
    if (range.last < range.first) throw std::invalid_argument{"a range that ends before it begins"};
    check_room(count, scenarios, options);
    Tally out = empty_tally(grid, count, options);
    out.scenarios = scenarios;
    if (count == 0 || scenarios == 0) return out;
    if (options.shares) count_weights(grid, jobs, range, options, out);
    if (options.joint) count_joint(grid, jobs, range, options, out);
    return out;
}

void list_scenarios(const Grid& grid, numerics::ScenarioRange range, const TallyOptions& options,
                    const std::function<void(std::uint64_t, std::span<const std::uint64_t>, std::int64_t)>& take) {
    constexpr std::uint64_t together = 512;
    const auto source = scenarios_of(grid, options.region, options.seed);
    const std::size_t factors = grid.factors();
    for (std::uint64_t first = range.first; first < range.last; first += together) {
        const auto count = static_cast<std::size_t>(std::min(together, range.last - first));
        const auto weights = numerics::scenario_weights(*source, first, count);
        for (std::size_t s = 0; s < count; ++s)
            take(first + s, std::span{weights}.subspan(s * factors, factors),
                 options.joint ? floor_shift_of(*options.joint, options.seed, first + s) : 0);
    }
}

}  // namespace je::sensitivity
