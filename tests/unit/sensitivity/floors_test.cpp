// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/floors.hpp"

#include <doctest/doctest.h>

#include "support/floors.hpp"

namespace floors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::model::Points;
using je::test::band_table;
using je::test::id_of;
using je::test::ids_of;
using je::test::points;
using je::test::totals;

const model::BandTable three = band_table({{"1", "10"}, {"2", "20"}, {"3", "30"}});
const auto some = totals({9, 10, 19, 20, 20, 27, 30, 45});

/// "1-2: 0 up 0 down", "all+3: ...": what one shift does.
std::string shift_text(const model::BandTable& table, const FloorShift& shift) {
    std::string text = shift.floor ? id_of(table, *shift.floor) : "all";
    return text.append(shift.by > Points{} ? "+" : "")
        .append(shift.by.to_string())
        .append(": ")
        .append(std::to_string(shift.moves.up + shift.moves.into_a_band))
        .append(" up ")
        .append(std::to_string(shift.moves.down + shift.moves.out_of_bands))
        .append(" down");
}
std::string shift_of(const model::BandTable& table, const std::vector<Points>& jobs, const std::string& floor,
                     std::int64_t by) {
    for (const auto& shift : shift_floors(table, SortedTotals{jobs}, Points::whole(30), Points::whole(1))) {
        if ((shift.floor ? id_of(table, *shift.floor) : "all") == floor && shift.by == Points::whole(by))
            return shift_text(table, shift);
    }
    return "there is no such shift";
}
std::string text_of(const std::optional<Points>& value) { return value ? value->to_string() : "none"; }

}  // namespace

TEST_CASE("jobs that change band when one floor moves, worked by hand") {
    CHECK(shift_of(three, some, "1", -1) == "1-1: 1 up 0 down");   // 9 reaches band 1
    CHECK(shift_of(three, some, "1", 1) == "1+1: 0 up 1 down");    // 10 falls out of all bands
    CHECK(shift_of(three, some, "2", -1) == "2-1: 1 up 0 down");   // 19
    CHECK(shift_of(three, some, "2", 1) == "2+1: 0 up 2 down");    // both jobs of 20 points
    CHECK(shift_of(three, some, "2", 8) == "2+8: 0 up 3 down");    // and the one of 27
    CHECK(shift_of(three, some, "3", -2) == "3-2: 0 up 0 down");   // 28 is still above 27
    CHECK(shift_of(three, some, "3", -3) == "3-3: 1 up 0 down");   // a total equal to the floor reaches it
    CHECK(shift_of(three, some, "3", 15) == "3+15: 0 up 1 down");  // 45 is still reached
    CHECK(shift_of(three, some, "3", 16) == "3+16: 0 up 2 down");
    CHECK(shift_of(three, some, "all", 1) == "all+1: 0 up 4 down");
    CHECK(shift_of(three, some, "all", -1) == "all-1: 2 up 0 down");
}

TEST_CASE("a floor moved past its neighbours") {
    // Up past band 3's floor: the jobs of band 2 fall, those of band 3 keep theirs.
    CHECK(shift_of(three, some, "2", 25) == "2+25: 0 up 3 down");
    // Down past band 1's floor: band 1 is empty, and 9 comes straight to band 2.
    CHECK(shift_of(three, some, "2", -11) == "2-11: 3 up 0 down");
    // All together keep their distance: 30 points up leave only 45, which falls from band 3 to 1.
    CHECK(shift_of(three, some, "all", 30) == "all+30: 0 up 7 down");
}

TEST_CASE("where a declared hole begins moves only with all floors") {
    const auto holed = band_table({{"1", "0"}, {"2", "20"}}, {{"15", "19"}});
    const auto jobs = totals({14, 15, 19, 20});
    CHECK(shift_of(holed, jobs, "2", 1) == "2+1: 0 up 1 down");
    CHECK(shift_of(holed, jobs, "2", -1) == "2-1: 1 up 0 down");
    CHECK(shift_of(holed, jobs, "2", -6) == "2-6: 3 up 0 down");
    CHECK(shift_of(holed, jobs, "all", -1) == "all-1: 1 up 1 down");  // 19 out of the hole, 14 into it
    const auto near = jobs_and_floors(holed, jobs, Points::whole(1));
    CHECK(id_of(holed, near[1].band) == "none");
    CHECK(text_of(near[1].own_floor_up) == "none");
    CHECK(id_of(holed, near[0].next) == "2");  // the next floor, not the hole
    CHECK(text_of(near[0].next_floor_down) == "6");
}

TEST_CASE("shifts are the steps up to the largest, and never 0") {
    const auto shifts = shift_floors(band_table({{"1", "0"}}), SortedTotals{{}}, points("1.2"), points("0.5"));
    std::string by;
    for (const auto& shift : shifts) by.append(shift.by.to_string()).append(shift.floor ? " " : "a ");
    CHECK(by == "-1 -0.5 0.5 1 -1a -0.5a 0.5a 1a ");
    CHECK_THROWS_AS((void)shift_floors(three, SortedTotals{{}}, points("1"), Points{}), std::invalid_argument);
}

TEST_CASE("the unit is a point, or what divides all totals and floors") {
    CHECK(unit_of_floors(three, some) == Points::whole(1));
    CHECK(unit_of_floors(band_table({{"1", "10"}, {"2", "40"}}), totals({50})) == Points::whole(1));
    CHECK(unit_of_floors(three, std::vector{points("12.5"), points("13")}) == points("0.5"));
    CHECK(unit_of_floors(band_table({{"1", "0"}, {"2", "10.75"}}), std::vector{points("12.5")}) == points("0.25"));
    CHECK(unit_of_floors(three, std::vector{points("12.3333")}) == points("0.0001"));
    CHECK(step_of_shifts(points("0.25"), Points::whole(5)) == points("0.25"));
    CHECK(step_of_shifts(points("0.0001"), Points::whole(5)) == Points::whole(1));
    CHECK(step_of_shifts(points("0.0001"), points("0.5")) == points("0.5"));
}

TEST_CASE("how near each job is to a floor") {
    const auto jobs = jobs_and_floors(three, some, Points::whole(1));
    const char* expected[][4]{{"none", "none", "1", "1"}, {"1", "1", "2", "10"},      {"1", "10", "2", "1"},
                              {"2", "1", "3", "10"},      {"2", "1", "3", "10"},      {"2", "8", "3", "3"},
                              {"3", "1", "none", "none"}, {"3", "16", "none", "none"}};
    for (std::size_t j = 0; j < jobs.size(); ++j) {
        CAPTURE(j);
        CHECK(id_of(three, jobs[j].band) == expected[j][0]);
        CHECK(text_of(jobs[j].own_floor_up) == expected[j][1]);
        CHECK(id_of(three, jobs[j].next) == expected[j][2]);
        CHECK(text_of(jobs[j].next_floor_down) == expected[j][3]);
    }
    const std::vector<Points> halves{points("20.5")};
    CHECK(jobs_and_floors(three, halves, points("0.5")).front().own_floor_up == Points::whole(1));
}

TEST_CASE("gaps between totals, widest first, and the floors in them") {
    std::string text;
    for (const Gap& gap : gaps_of(three, SortedTotals{some}, Points::whole(1))) {
        text.append(gap.below.to_string()).append("-").append(gap.above.to_string()).append("(");
        text.append(ids_of(three, gap.floors)).append(") ");
    }
    CHECK(text == "30-45() 10-19() 20-27() 27-30(3) ");  // 9 to 10 and 19 to 20 hold no total between them
    CHECK(gaps_of(three, SortedTotals{totals({7, 7})}, Points::whole(1)).empty());
    const auto wide = gaps_of(three, SortedTotals{totals({5, 35})}, Points::whole(1));
    REQUIRE(wide.size() == 1);
    CHECK(ids_of(three, wide[0].floors) == "1 2 3");
}

TEST_CASE("how far each floor can move before a job changes band") {
    const auto slack = slack_of(three, SortedTotals{some}, Points::whole(1));
    CHECK(text_of(slack[0].can_fall) == "0");
    CHECK(text_of(slack[0].can_rise) == "0");
    CHECK(text_of(slack[2].can_fall) == "2");
    CHECK(text_of(slack[2].can_rise) == "0");
    const auto open = slack_of(three, SortedTotals{totals({15})}, Points::whole(1));
    CHECK(text_of(open[0].can_fall) == "none");
    CHECK(text_of(open[0].can_rise) == "5");
    CHECK(text_of(open[2].can_fall) == "14");
    CHECK(text_of(open[2].can_rise) == "none");
    // No job in a band: its floor can rise past the next one.
    const auto empty = slack_of(three, SortedTotals{totals({12, 60})}, Points::whole(1));
    CHECK(text_of(empty[1].can_rise) == "none");
    CHECK_FALSE(empty[1].above);
}

TEST_CASE("two tables side by side are compared by place, whatever the names") {
    const auto other = band_table({{"I", "10"}, {"II", "25"}, {"III", "30"}, {"IV", "45"}});
    const auto both = side_by_side(three, other, some);
    CHECK_FALSE(both.same_ids);
    CHECK(both.moves.up == 1);    // 45: III is the third, IV the fourth
    CHECK(both.moves.down == 2);  // the two jobs of 20
    CHECK(both.moves.same == 4);
    CHECK(both.moves.in_no_band == 1);  // 9
    CHECK(id_of(three, both.jobs[3].a) == "2");
    CHECK(id_of(other, both.jobs[3].b) == "I");
    CHECK(both.jobs[3].move == model::BandMove::down);
    CHECK(both.jobs[7].move == model::BandMove::up);
    CHECK(side_by_side(three, three, some).same_ids);
    CHECK(side_by_side(three, three, some).moves.moved() == 0);
}

TEST_CASE("from a declared hole there is no up and down, only into a band, and into it only out of every band") {
    const auto holed = band_table({{"1", "0"}, {"2", "20"}}, {{"15", "19"}});
    const auto plain = band_table({{"1", "0"}, {"2", "17"}});
    const auto both = side_by_side(holed, plain, totals({14, 15, 18, 20}));
    std::string moves;
    for (const auto& job : both.jobs) moves.append(to_text(job.move)).append(" ");
    CHECK(moves == "same into-a-band into-a-band same ");
    const auto back = side_by_side(plain, holed, totals({14, 15, 18, 20})).moves;
    CHECK(back.out_of_bands == 2);
    CHECK(back.up + back.down == 0);
    // The floor above the hole falls to 17: the job of 18 comes in from none; all floors and the hole rise by 3: 15 is in 1.
    const auto shifts = shift_floors(holed, SortedTotals{totals({14, 15, 18, 20})}, Points::whole(3), Points::whole(1));
    for (const auto& shift : shifts) {
        if (shift.floor == BandIndex{1} && shift.by == Points::whole(-3)) CHECK(shift.moves.into_a_band == 1);
        if (!shift.floor && shift.by == Points::whole(3)) {
            CHECK(shift.moves.into_a_band == 1);
            CHECK(shift.moves.out_of_bands == 1);
        }
        CHECK(shift.moves.up + shift.moves.down == 0);
    }
}

}  // namespace floors_test
