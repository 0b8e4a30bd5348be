// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <optional>
#include <random>
#include <vector>

#include "sensitivity/floors.hpp"
#include "support/bands.hpp"
#include "support/floors.hpp"

// SLOW AND PLAIN: every job is given its band anew under every table, and every way to choose floors is tried.

namespace sensitivity_floors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::model::Points;
using je::test::totals;

using Whole = std::vector<std::int64_t>;

/// Bands reached: the number of the highest floor that is at or below the total, whatever the order of the floors.
std::size_t naive_band(const Whole& floors, std::int64_t total) {
    std::size_t band = 0;
    for (std::size_t i = 0; i < floors.size(); ++i) {
        if (floors[i] <= total) band = i + 1;
    }
    return band;
}

struct Count {
    std::size_t up = 0;
    std::size_t down = 0;
    bool operator==(const Count&) const = default;
};
Count naive_moves(const Whole& from, const Whole& to, const Whole& jobs) {
    Count count;
    for (const auto job : jobs) {
        const auto before = naive_band(from, job);
        const auto after = naive_band(to, job);
        if (after > before) ++count.up;
        if (after < before) ++count.down;
    }
    return count;
}

Whole moved(Whole floors, const FloorShift& shift) {
    const auto by = shift.by.value().units() / base::Decimal::units_per_one;
    if (shift.floor)
        floors[shift.floor->value()] += by;
    else
        for (auto& floor : floors) floor += by;
    return floors;
}

model::BandTable table_at(const Whole& floors) {
    test::Pairs bands;
    for (std::size_t i = 0; i < floors.size(); ++i) bands.emplace_back("b" + std::to_string(i), std::to_string(floors[i]));
    return test::band_table(bands);
}

std::size_t reached(const std::optional<BandIndex>& band) { return band ? band->value() + 1 : 0; }

/// All rising choices of `n` numbers from `from` to `until`.
void each_rising(std::size_t n, std::int64_t from, std::int64_t until, const std::function<void(const Whole&)>& visit) {
    Whole chosen;
    const std::function<void(std::int64_t)> choose = [&](std::int64_t least) {
        if (chosen.size() == n) {
            visit(chosen);
            return;
        }
        for (std::int64_t next = least; next <= until; ++next) {
            chosen.push_back(next);
            choose(next + 1);
            chosen.pop_back();
        }
    };
    choose(from);
}

Whole random_jobs(std::mt19937& random, std::size_t most, std::uint32_t highest) {
    Whole jobs(random() % (most + 1));
    for (auto& job : jobs) job = static_cast<std::int64_t>(random() % (highest + 1));
    return jobs;
}

Whole whole(const std::vector<Points>& points) {
    Whole result;
    for (const Points one : points) result.push_back(one.value().units() / base::Decimal::units_per_one);
    return result;
}

/// Group g begins at the g-th different total at or above the first floor.
Whole groups_of(const Whole& jobs, std::int64_t first) {
    Whole groups;
    for (const auto job : jobs) {
        if (job >= first) groups.push_back(job);
    }
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

/// Jobs from the first floor up to below `until`.
std::int64_t jobs_below(const Whole& jobs, std::int64_t first, std::int64_t until) {
    return std::count_if(jobs.begin(), jobs.end(), [=](std::int64_t job) { return job >= first && job < until; });
}

/// Of all cuts the one of least cost, and of several that with the lowest highest cut, then the next.
Whole best_cuts(std::size_t cuts, const Whole& groups, const std::function<std::int64_t(const Whole&)>& cost) {
    Whole best;
    std::optional<std::int64_t> least;
    each_rising(cuts, 1, static_cast<std::int64_t>(groups.size()) - 1, [&](const Whole& chosen) {
        const auto now = cost(chosen);
        const bool lower = std::lexicographical_compare(chosen.rbegin(), chosen.rend(), best.rbegin(), best.rend());
        if (least && (now > *least || (now == *least && !lower))) return;
        least = now;
        best = chosen;
    });
    return best;
}

Whole midway(const Whole& groups, const Whole& cuts, std::int64_t first) {
    Whole floors{first};
    for (const auto cut : cuts) {
        const auto a = groups[static_cast<std::size_t>(cut) - 1];
        const auto b = groups[static_cast<std::size_t>(cut)];
        floors.push_back((a + b + 1) / 2);
    }
    return floors;
}

}  // namespace

TEST_CASE("shifted floors against giving each job its band anew, all small tables") {
    std::mt19937 random{20260101};
    std::size_t tables = 0;
    each_rising(3, 0, 7, [&](const Whole& floors) {
        const auto table = table_at(floors);
        for (int repeat = 0; repeat < 6; ++repeat) {
            const Whole jobs = random_jobs(random, 6, 9);
            const SortedTotals sorted{totals(jobs)};
            for (const auto& shift : shift_floors(table, sorted, Points::whole(10), Points::whole(1))) {
                const Count expected = naive_moves(floors, moved(floors, shift), jobs);
                const Count found{shift.moves.up + shift.moves.into_a_band, shift.moves.down + shift.moves.out_of_bands};
                if (found == expected) continue;
                CAPTURE(shift.by.to_string());
                FAIL("another count of jobs that move");
            }
        }
        ++tables;
    });
    CHECK(tables == 56);
}

TEST_CASE("the smallest moves of floors that change a job's band are the smallest") {
    each_rising(3, 0, 6, [&](const Whole& floors) {
        for (std::int64_t job = -1; job <= 9; ++job) {
            const auto near = jobs_and_floors(table_at(floors), totals({job}), Points::whole(1)).front();
            const std::size_t band = naive_band(floors, job);
            REQUIRE(reached(test::plain(near.band)) == band);
            std::optional<std::int64_t> up, down;
            for (std::int64_t by = 20; by >= 1; --by) {
                Whole raised = floors;
                if (band > 0 && (raised[band - 1] += by, naive_band(raised, job) < band)) up = by;
                Whole lowered = floors;
                if (band < floors.size() && (lowered[band] -= by, naive_band(lowered, job) > band)) down = by;
            }
            CHECK(near.own_floor_up == (up ? std::optional{Points::whole(*up)} : std::nullopt));
            CHECK(near.next_floor_down == (down ? std::optional{Points::whole(*down)} : std::nullopt));
        }
    });
}

TEST_CASE("bands of equal numbers against all ways to part the jobs") {
    std::mt19937 random{4};
    std::size_t parted = 0;
    for (int repeat = 0; repeat < 400; ++repeat) {
        const std::size_t bands = 1 + random() % 4;
        Whole present;
        for (std::size_t i = 0; i < bands; ++i) present.push_back(3 + static_cast<std::int64_t>(i));
        const Whole jobs = random_jobs(random, 12, 14);
        const auto all = totals(jobs);
        const auto table = table_at(present);
        const auto derived = floors_by_count({table, all, Points::whole(1), {}});
        const Whole groups = groups_of(jobs, 3);
        REQUIRE(derived.reason.empty() == (groups.size() >= bands));
        if (!derived.reason.empty()) continue;
        const auto n = static_cast<std::int64_t>(bands);
        const Whole cuts = best_cuts(bands - 1, groups, [&](const Whole& chosen) {
            std::int64_t cost = 0;
            for (std::size_t i = 0; i < chosen.size(); ++i)
                cost += std::abs(n * jobs_below(jobs, 3, groups[static_cast<std::size_t>(chosen[i])]) -
                                 static_cast<std::int64_t>(i + 1) * jobs_below(jobs, 3, 100));
            return cost;
        });
        CHECK(whole(derived.floors) == midway(groups, cuts, 3));
        ++parted;
    }
    CHECK(parted > 200);
}

TEST_CASE("floors in the widest gaps against all ways to choose gaps") {
    std::mt19937 random{5};
    std::size_t parted = 0;
    for (int repeat = 0; repeat < 400; ++repeat) {
        const std::size_t bands = 1 + random() % 4;
        Whole present;
        for (std::size_t i = 0; i < bands; ++i) present.push_back(3 + static_cast<std::int64_t>(i));
        const Whole jobs = random_jobs(random, 10, 30);
        const auto all = totals(jobs);
        const auto table = table_at(present);
        const auto derived = floors_by_gaps({table, all, Points::whole(1), {}});
        const Whole groups = groups_of(jobs, 3);
        REQUIRE(derived.reason.empty() == (groups.size() >= bands));
        if (!derived.reason.empty()) continue;
        const Whole cuts = best_cuts(bands - 1, groups, [&](const Whole& chosen) {
            std::int64_t width = 0;
            for (const auto cut : chosen)
                width += groups[static_cast<std::size_t>(cut)] - groups[static_cast<std::size_t>(cut) - 1];
            return -width;
        });
        CHECK(whole(derived.floors) == midway(groups, cuts, 3));
        const Count moves = naive_moves(present, whole(derived.floors), jobs);
        CHECK(derived.moves.up + derived.moves.into_a_band == moves.up);
        CHECK(derived.moves.down + derived.moves.out_of_bands == moves.down);
        ++parted;
    }
    CHECK(parted > 200);
}

TEST_CASE("anchored floors are among all that keep the anchors, and exist when any do") {
    std::mt19937 random{6};
    std::size_t possible = 0;
    std::size_t impossible = 0;
    const Whole present{2, 5, 7};
    const auto table = table_at(present);
    for (int repeat = 0; repeat < 600; ++repeat) {
        Whole jobs = random_jobs(random, 3, 9);
        jobs.push_back(static_cast<std::int64_t>(random() % 10));
        std::vector<Anchor> anchors;
        for (std::size_t j = 0; j < jobs.size(); ++j) anchors.push_back({j, BandIndex{random() % 3}});
        const auto all = totals(jobs);
        const auto derived = floors_by_anchors({table, all, Points::whole(1), {}}, anchors);
        std::vector<Whole> keeping;
        each_rising(3, 0, 13, [&](const Whole& floors) {
            for (const Anchor& anchor : anchors) {
                if (naive_band(floors, jobs[anchor.job]) != reached(anchor.band)) return;
            }
            keeping.push_back(floors);
        });
        CHECK(derived.reason.empty() == !keeping.empty());
        if (keeping.empty()) {
            ++impossible;
            continue;
        }
        CHECK(std::count(keeping.begin(), keeping.end(), whole(derived.floors)) == 1);
        ++possible;
    }
    CHECK(possible > 100);
    CHECK(impossible > 100);
}

}  // namespace sensitivity_floors_test
