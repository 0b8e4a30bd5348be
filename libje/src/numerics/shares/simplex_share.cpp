// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <stdexcept>

#include "numerics/checks.hpp"
#include "numerics/shares/number_pair.hpp"
#include "numerics/shares/shares.hpp"

namespace je::numerics {

// The innermost loops of shares of a simplex. Knots at or above a threshold t count x = knot - t >= 0, those below it
// y = t - knot > 0. With A(0, j) = 1 and A(k, 0) = 0 for k > 0,
//
//     A(k, j) = (x_k A(k, j - 1) + y_j A(k - 1, j)) / (x_k + y_j)
//
// and A(K, J) is the share below t. Each is a weighted mean of two shares, so errors stay relative to what is computed.
// In words: exponential clocks of mean x and y run in turn on two sides; A is the chance that the first side is done first.

/// Shares worked on side by side.
inline constexpr std::size_t simplex_lanes = 8;

/// Sorts each lane: element i of lane l is at knots[i * simplex_lanes + l].
void sort_lanes(double* knots, std::size_t count);

/// A(above, below) for every lane, with x and y laid out as in `sort_lanes`; above, below >= 1. `chances` is room for
/// above * simplex_lanes numbers, and the answers are its last simplex_lanes.
void race_lanes(const double* x, std::size_t above, const double* y, std::size_t below, double* chances);

/// The same for one share, to the same last bit, with the x from last to first; `chances` is room for above + 1 numbers.
double race(const double* x_from_last, std::size_t above, const double* y, std::size_t below, double* chances);

namespace {

/// One weighted mean, of numbers or of pairs. Tiny chances become 0 before they are so small that processors slow down.
template <class Number>
Number mean(Number x, Number same_x, Number y, Number same_y) {
    const Number chance = (x * same_x + y * same_y) / (x + y);
    return chance < 1e-200 ? Number{} : chance;
}

/// Puts the smaller number of each pair first.
void order(double* low, double* high) {
    const NumberPair a = load_pair(low);
    const NumberPair b = load_pair(high);
    const NumberPair least = b < a ? b : a;
    const NumberPair most = b < a ? a : b;
    store_pair(low, least);
    store_pair(high, most);
}

}  // namespace

void sort_lanes(double* knots, std::size_t count) {
    for (std::size_t round = 0; round < count; ++round) {  // as many rounds of neighbours as there are knots sort any order
        for (std::size_t i = round % 2; i + 1 < count; i += 2) {
            for (std::size_t lane = 0; lane < simplex_lanes; lane += 2) {
                order(knots + i * simplex_lanes + lane, knots + (i + 1) * simplex_lanes + lane);
            }
        }
    }
}

void race_lanes(const double* x, std::size_t above, const double* y, std::size_t below, double* chances) {
    constexpr std::size_t pairs = simplex_lanes / 2;
    std::fill_n(chances, above * simplex_lanes, 0.0);
    for (std::size_t j = 0; j < below; ++j) {
        NumberPair before[pairs];
        NumberPair left[pairs];
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            before[pair] = NumberPair{1, 1};
            left[pair] = load_pair(y + j * simplex_lanes + 2 * pair);
        }
        for (std::size_t k = 0; k < above; ++k) {
            for (std::size_t pair = 0; pair < pairs; ++pair) {
                const std::size_t at = k * simplex_lanes + 2 * pair;
                before[pair] = mean(load_pair(x + at), load_pair(chances + at), left[pair], before[pair]);
                store_pair(chances + at, before[pair]);
            }
        }
    }
}

// Along diagonals k + j = d, where no element needs another of the same diagonal. Element k is kept at chances[above - k].
double race(const double* x_from_last, std::size_t above, const double* y, std::size_t below, double* chances) {
    std::fill_n(chances, above, 0.0);
    chances[above] = 1;
    for (std::size_t diagonal = 2; diagonal <= above + below; ++diagonal) {
        const std::size_t most = std::min(above, diagonal - 1);             // k from here
        const std::size_t least = diagonal > below ? diagonal - below : 1;  // down to here
        const std::size_t begin = above - most;
        const std::size_t count = most - std::max<std::size_t>(least, 1) + 1;
        const double* x_part = x_from_last + begin;
        const double* y_part = y + (diagonal - most - 1);
        double* part = chances + begin;
        for (std::size_t i = 0; i < count; ++i) part[i] = mean(x_part[i], part[i], y_part[i], part[i + 1]);
    }
    return chances[0];
}

namespace {

/// The knots as often as they count, in ascending order.
std::vector<double> expanded(std::span<const double> knots, std::span<const std::size_t> counts) {
    require_moderate(knots, "knots");
    if (!counts.empty() && counts.size() != knots.size()) throw std::invalid_argument("there must be one count for each knot");
    std::vector<double> all;
    for (std::size_t i = 0; i < knots.size(); ++i) all.insert(all.end(), counts.empty() ? 1 : counts[i], knots[i]);
    if (all.empty()) throw std::invalid_argument("there must be at least one knot");
    std::sort(all.begin(), all.end());
    return all;
}

/// The share below one threshold, of knots in ascending order. `room` is for as many numbers as there are knots, and one more,
/// twice.
double share_below(std::span<const double> sorted, double threshold, std::span<double> room) {
    const auto first_above = std::lower_bound(sorted.begin(), sorted.end(), threshold);
    const auto below = static_cast<std::size_t>(first_above - sorted.begin());
    const std::size_t above = sorted.size() - below;
    if (below == 0) return 0;
    if (above == 0) return 1;
    double* x = room.data();
    double* y = x + above;
    for (std::size_t k = 0; k < above; ++k) x[k] = sorted[sorted.size() - 1 - k] - threshold;
    for (std::size_t j = 0; j < below; ++j) y[j] = threshold - sorted[j];
    return race(x, above, y, below, y + below);
}

}  // namespace

std::vector<double> simplex_shares_below(std::span<const double> knots, std::span<const double> thresholds,
                                         std::span<const std::size_t> counts) {
    require_ascending(thresholds, "thresholds");
    const std::vector<double> sorted = expanded(knots, counts);
    std::vector<double> room(2 * sorted.size() + 1);
    std::vector<double> shares;
    shares.reserve(thresholds.size());
    for (const double threshold : thresholds) shares.push_back(share_below(sorted, threshold, room));
    return shares;
}

double simplex_share_below(std::span<const double> knots, double threshold) {
    return simplex_shares_below(knots, {&threshold, 1}).front();
}

std::vector<double> lower_bounded_knots(std::span<const double> knots, std::span<const double> least) {
    require_moderate(knots, "knots");
    if (least.size() != knots.size()) throw std::invalid_argument("there must be one lower bound for each knot");
    if (!std::all_of(least.begin(), least.end(), [](double bound) { return bound >= 0 && bound <= 1; })) {
        throw std::invalid_argument("lower bounds of weights must be from 0 to 1");
    }
    const double taken = std::accumulate(least.begin(), least.end(), 0.0);
    if (taken > 1 + 1e-12) throw std::invalid_argument("lower bounds of weights must not sum to more than 1");
    const double left = std::max(0.0, 1 - taken);
    const double base = std::inner_product(least.begin(), least.end(), knots.begin(), 0.0);
    std::vector<double> result(knots.begin(), knots.end());
    for (double& knot : result) knot = base + left * knot;
    return result;
}

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
