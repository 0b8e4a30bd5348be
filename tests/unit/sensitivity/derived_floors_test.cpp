// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/floors.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "support/floors.hpp"

namespace derived_floors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::model::Points;
using je::test::band_table;
using je::test::ids_of;
using je::test::points;
using je::test::points_of;
using je::test::totals;

const model::BandTable three = band_table({{"1", "10"}, {"2", "20"}, {"3", "30"}});

DerivedFloors anchored(const std::vector<std::int64_t>& jobs, const std::vector<Anchor>& anchors,
                       const model::BandTable& table = three) {
    const auto all = totals(jobs);
    return floors_by_anchors({.table = table, .totals = all, .unit = Points::whole(1), .largest_total = {}}, anchors);
}

std::string interval_text(const AnchorInterval& interval) {
    return (interval.above ? interval.above->to_string() : "-")
        .append(" < floor <= ")
        .append(interval.up_to ? interval.up_to->to_string() : "-");
}

}  // namespace

TEST_CASE("floors midway between the anchors that they part") {
    const auto derived = anchored({12, 19, 24, 29, 31, 44}, {{0}, {2}, {4}});
    CHECK(points_of(derived.floors) == "10 18 28");  // 12 and 24: 18; 24 and 31: 27.5, rounded up
    CHECK(interval_text(derived.intervals[0]) == "- < floor <= 12");
    CHECK(interval_text(derived.intervals[1]) == "12 < floor <= 24");
    CHECK(interval_text(derived.intervals[2]) == "24 < floor <= 31");
    CHECK(derived.intervals[2].above_job == std::size_t{2});
    CHECK(derived.intervals[2].up_to_job == std::size_t{4});
    CHECK(ids_of(three, derived.bands) == "1 2 2 3 3 3");
    CHECK(derived.jobs_in_band == std::vector<std::size_t>{1, 2, 3});
    CHECK(derived.moves.up == 2);
    CHECK(derived.moves.down == 0);
    CHECK(derived.moves.same == 4);
    CHECK(derived.reason.empty());
}

TEST_CASE("anchors side by side leave one value for the floor between them") {
    CHECK(points_of(anchored({19, 20, 29, 30}, {{0}, {1}, {2}, {3}}).floors) == "10 20 30");
    CHECK(points_of(anchored({19, 21}, {{0}, {1}}).floors) == "10 20 30");
    CHECK(points_of(anchored({19, 22}, {{0}, {1}}).floors) == "10 21 30");  // 20.5, rounded up
}

TEST_CASE("of anchors with the same total the first is named") {
    const auto derived = anchored({12, 12, 24, 24}, {{1}, {0}, {3}, {2}});
    CHECK(derived.intervals[1].above_job == std::size_t{1});
    CHECK(derived.intervals[1].up_to_job == std::size_t{3});
    CHECK_THROWS_AS((void)anchored({12}, {{1}}), std::out_of_range);
}

TEST_CASE("several floors between the same two anchors divide the span evenly") {
    const auto derived = anchored({12, 45}, {{0}, {1}});
    CHECK(points_of(derived.floors) == "10 23 34");
    CHECK(derived.intervals[1].note == "no anchored job parts it from its neighbour: the span is divided evenly");
}

TEST_CASE("a floor that anchors do not bind stays, and moves no further than it must") {
    const auto above = anchored({25, 28}, {{0}});
    CHECK(points_of(above.floors) == "10 20 30");
    CHECK(above.intervals[0].note == "no anchored job is below it: it stays");
    CHECK(above.intervals[2].note == "no anchored job is at or above it: it stays");
    // Asked for band 3, a job of 15 points takes all floors below it along.
    const auto pulled = anchored({15}, {{0, BandIndex{2}}});
    CHECK(points_of(pulled.floors) == "10 14 15");
    CHECK(pulled.intervals[1].note == "no anchored job is below it: it moves no further than it must");
    CHECK(points_of(anchored({40}, {{0, BandIndex{0}}}).floors) == "10 41 42");
    CHECK(points_of(anchored({12}, {{0, BandIndex{2}}}).floors) == "10 11 12");
    CHECK(points_of(anchored({11}, {{0, BandIndex{2}}}).floors) == "9 10 11");
}

TEST_CASE("an anchor below all bands stays below them") {
    const auto derived = anchored({7, 15}, {{0}, {1}});
    CHECK(points_of(derived.floors) == "11 20 30");
    CHECK(ids_of(three, derived.bands) == "none 1");
}

TEST_CASE("why there are no floors by anchors") {
    CHECK(anchored({12}, {}).reason == "no job is anchored");
    const auto clash = anchored({25, 25, 28}, {{0, BandIndex{1}}, {2, BandIndex{0}}});
    CHECK(clash.floors.empty());
    CHECK(clash.bands.empty());
    CHECK(clash.reason ==
          "an anchored job that is to be in a lower band has as many points as one that is to be in a higher one, or more");
    CHECK(clash.reason_jobs == std::vector<std::size_t>{2, 0});
    CHECK(anchored({25, 25}, {{0, BandIndex{1}}, {1, BandIndex{2}}}).reason == clash.reason);
    const auto tight = anchored({25, 26}, {{0, BandIndex{0}}, {1, BandIndex{2}}});
    CHECK(tight.reason == "more floors lie between two anchored jobs than there are totals between them");
    CHECK(points_of(anchored({25, 27}, {{0, BandIndex{0}}, {1, BandIndex{2}}}).floors) == "10 26 27");
    CHECK(anchored({1}, {{0, BandIndex{2}}}).reason == "there is no room above 0 points for the floors below an anchored job");
    const auto holed = band_table({{"1", "0"}, {"2", "20"}}, {{"15", "19"}});
    CHECK(anchored({16}, {{0}}, holed).reason ==
          "an anchored job has a total that the table declares to be in no band, so it has no band to keep");
}

TEST_CASE("bands of equal width divide the totals from the first floor to the largest") {
    const auto by_width = [](const model::BandTable& table, std::string_view largest, std::string_view unit) {
        return floors_by_width({table, {}, points(unit), points(largest)});
    };
    CHECK(points_of(by_width(three, "39", "1").floors) == "10 20 30");  // 30 totals, 10 each
    CHECK(points_of(by_width(three, "40", "1").floors) == "10 21 31");  // 31 totals: 11, 10, 10
    CHECK(points_of(by_width(three, "41", "1").floors) == "10 21 32");  // 32 totals: 11, 11, 10
    CHECK(points_of(by_width(three, "11", "0.5").floors) == "10 10.5 11");
    CHECK(by_width(three, "11", "1").reason ==
          "there are fewer totals from the first floor to the largest than there are bands");
    CHECK_FALSE(by_width(three, "5", "1").reason.empty());
}

TEST_CASE("bands with equal numbers of jobs keep equal totals together") {
    const auto by_count = [](const std::vector<std::int64_t>& jobs) {
        const auto all = totals(jobs);
        return floors_by_count({three, all, Points::whole(1), {}});
    };
    const auto even = by_count({10, 12, 20, 26, 30, 40});
    CHECK(points_of(even.floors) == "10 16 28");
    CHECK(even.jobs_in_band == std::vector<std::size_t>{2, 2, 2});
    CHECK(even.moves.same == 6);
    // Four jobs of 12 points stay together.
    CHECK(by_count({10, 12, 12, 12, 12, 30}).jobs_in_band == std::vector<std::size_t>{1, 4, 1});
    CHECK(by_count({5, 6, 12, 14, 16}).jobs_in_band ==
          std::vector<std::size_t>{1, 1, 1});  // those below the first floor stay out
    CHECK(by_count({12, 12, 14}).reason ==
          "the jobs at or above the first floor have fewer different totals than there are bands");
}

TEST_CASE("of equally even ways the one with the lowest floors is taken") {
    const auto all = totals({10, 11, 13, 15});
    const auto two = band_table({{"1", "10"}, {"2", "20"}});
    CHECK(points_of(floors_by_count({two, all, Points::whole(1), {}}).floors) == "10 12");
    const auto odd = totals({10, 12, 14});  // one below or two: equally far from one and a half
    CHECK(points_of(floors_by_count({two, odd, Points::whole(1), {}}).floors) == "10 11");
}

TEST_CASE("floors in the widest gaps, midway and rounded up") {
    const auto all = totals({10, 13, 20, 21, 30, 33});
    const auto derived = floors_by_gaps({three, all, Points::whole(1), {}});
    CHECK(points_of(derived.floors) == "10 17 26");
    CHECK(ids_of(three, derived.bands) == "1 1 2 2 3 3");
    const auto equal = totals({10, 15, 20, 25});
    CHECK(points_of(floors_by_gaps({three, equal, Points::whole(1), {}}).floors) == "10 13 18");  // the lower ones
    CHECK_FALSE(floors_by_gaps({three, {}, Points::whole(1), {}}).reason.empty());
    const auto one = band_table({{"1", "10"}});
    CHECK(points_of(floors_by_gaps({one, all, Points::whole(1), {}}).floors) == "10");
    CHECK(points_of(floors_by_count({one, all, Points::whole(1), {}}).floors) == "10");
}

}  // namespace derived_floors_test
