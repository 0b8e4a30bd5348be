// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "je/numerics/simplex_share.hpp"
#include "numerics/simplex_checks.hpp"
#include "numerics/simplex_kernel.hpp"

namespace je::numerics {

namespace {

constexpr std::size_t lanes = simplex_lanes;
constexpr std::size_t rows_at_once = 1024;

/// A share to be worked out: where among a block's jobs and the floors.
struct Task {
    std::uint32_t row = 0;
    std::uint32_t floor = 0;
};

std::uint64_t hash(const double* row, std::size_t count) {
    std::uint64_t even = 0x9E3779B97F4A7C15U;
    std::uint64_t odd = 0xC2B2AE3D27D4EB4FU;
    for (std::size_t i = 0; i + 1 < count; i += 2) {  // two chains that the processor runs side by side
        even = (even ^ std::bit_cast<std::uint64_t>(row[i])) * 0xFF51AFD7ED558CCDU;
        odd = (odd ^ std::bit_cast<std::uint64_t>(row[i + 1])) * 0xC4CEB9FE1A85EC53U;
        even ^= even >> 32U;
        odd ^= odd >> 32U;
    }
    const std::uint64_t last = std::bit_cast<std::uint64_t>(row[count - 1]);
    const std::uint64_t mixed = (even ^ std::rotl(odd, 21) ^ last) * 0x9FB21C651E98DF25U;
    return mixed ^ (mixed >> 32U);
}

/// Works through jobs block by block. Shares of a block that have as many knots below their floor take the same steps, so they
/// are collected and done side by side.
class Batch {
public:
    Batch(std::size_t factors, std::span<const double> floors)
        : factors_{factors},
          floors_{floors},
          sorted_(rows_at_once * factors),
          lanes_(factors * lanes),
          chances_(factors * lanes),
          below_(rows_at_once * floors.size()),
          same_as_(rows_at_once),
          table_(2 * rows_at_once),
          tasks_(factors) {}

    void run(const double* points, std::size_t rows, double* bands) {
        sort(points, rows);
        find_repeated(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (same_as_[row] == row) place_floors(row);
        }
        for (std::size_t below = 1; below < factors_; ++below) run_tasks(below);
        for (std::size_t row = 0; row < rows; ++row) write_bands(same_as_[row], bands + row * (floors_.size() + 1));
    }

private:
    void sort(const double* points, std::size_t rows) {
        for (std::size_t row = 0; row < rows; row += lanes) {
            const std::size_t used = std::min(lanes, rows - row);
            for (std::size_t lane = 0; lane < used; ++lane) {
                for (std::size_t f = 0; f < factors_; ++f) lanes_[f * lanes + lane] = points[(row + lane) * factors_ + f];
            }
            sort_lanes(lanes_.data(), factors_);
            for (std::size_t lane = 0; lane < used; ++lane) {
                for (std::size_t f = 0; f < factors_; ++f) sorted_[(row + lane) * factors_ + f] = lanes_[f * lanes + lane];
            }
        }
    }

    /// Finds, for each row, the first row with the same knots, by a table with open addressing.
    void find_repeated(std::size_t rows) {
        std::fill(table_.begin(), table_.end(), 0U);
        for (std::size_t row = 0; row < rows; ++row) {
            const double* knots = sorted_.data() + row * factors_;
            std::size_t at = hash(knots, factors_) % table_.size();
            while (table_[at] != 0 && !std::equal(knots, knots + factors_, sorted_.data() + (table_[at] - 1) * factors_)) {
                at = (at + 1) % table_.size();
            }
            if (table_[at] == 0) table_[at] = static_cast<std::uint32_t>(row + 1);
            same_as_[row] = table_[at] - 1;
        }
    }

    /// Settles floors on one side of all knots, and makes tasks of the others.
    void place_floors(std::size_t row) {
        const double* knots = sorted_.data() + row * factors_;
        std::size_t below = 0;
        for (std::size_t floor = 0; floor < floors_.size(); ++floor) {
            while (below < factors_ && knots[below] < floors_[floor]) ++below;
            if (below == 0 || below == factors_) {
                below_[row * floors_.size() + floor] = below == 0 ? 0 : 1;
            } else {
                tasks_[below].push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(floor)});
            }
        }
    }

    /// All tasks with so many knots below their floor.
    void run_tasks(std::size_t below) {
        std::vector<Task>& tasks = tasks_[below];
        const std::size_t above = factors_ - below;
        for (std::size_t first = 0; first < tasks.size(); first += lanes) {
            const std::size_t used = std::min(lanes, tasks.size() - first);
            for (std::size_t lane = 0; lane < lanes; ++lane) {  // lanes left over repeat the last task
                fill_lane(tasks[first + std::min(lane, used - 1)], below, lane);
            }
            race_lanes(lanes_.data() + below * lanes, above, lanes_.data(), below, chances_.data());
            for (std::size_t lane = 0; lane < used; ++lane) {
                const Task task = tasks[first + lane];
                below_[task.row * floors_.size() + task.floor] = chances_[(above - 1) * lanes + lane];
            }
        }
        tasks.clear();
    }

    void fill_lane(Task task, std::size_t below, std::size_t lane) {
        const double* knots = sorted_.data() + task.row * factors_;
        const double floor = floors_[task.floor];
        double* to = lanes_.data() + lane;
        for (std::size_t f = 0; f < below; ++f) to[f * lanes] = floor - knots[f];
        for (std::size_t f = below; f < factors_; ++f) to[f * lanes] = knots[f] - floor;
    }

    void write_bands(std::size_t row, double* bands) const {
        const double* below = below_.data() + row * floors_.size();
        double before = 0;
        for (std::size_t floor = 0; floor < floors_.size(); ++floor) {
            const double share = std::max(before, below[floor]);  // the last bits of two shares may not ascend
            bands[floor] = share - before;
            before = share;
        }
        bands[floors_.size()] = 1 - before;
    }

    std::size_t factors_;
    std::span<const double> floors_;
    std::vector<double> sorted_;            // the block's knots, each row ascending
    std::vector<double> lanes_;             // knots of eight rows, or distances from the floor of eight tasks
    std::vector<double> chances_;           // what race_lanes works in
    std::vector<double> below_;             // for each row and floor
    std::vector<std::size_t> same_as_;      // for each row
    std::vector<std::uint32_t> table_;      // rows from 1, by hash; 0 is free
    std::vector<std::vector<Task>> tasks_;  // by the number of knots below
};

}  // namespace

void simplex_shares(std::span<const double> points, std::size_t factors, std::span<const double> floors,
                    std::span<double> bands) {
    if (factors == 0) throw std::invalid_argument("there must be at least one knot");
    const std::size_t rows = points.size() / factors;
    if (rows * factors != points.size() || bands.size() != rows * (floors.size() + 1)) {
        throw std::invalid_argument("points, factors, floors and bands do not fit together");
    }
    require_moderate(points, "points");
    require_ascending(floors, "floors");
    Batch batch{factors, floors};
    for (std::size_t row = 0; row < rows; row += rows_at_once) {
        batch.run(points.data() + row * factors, std::min(rows_at_once, rows - row), bands.data() + row * (floors.size() + 1));
    }
}

}  // namespace je::numerics
