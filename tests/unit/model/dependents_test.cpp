// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::dependents_test {

namespace {

using model::Dependence;
using model::RoundingMode;

Dependence to_steps(RoundingMode mode) {
    const std::vector<model::Points> steps{points("4"), points("9"), points("10"), points("20"), points("24")};
    return {model::UnitIndex{0},
            model::SeriesRounding{std::make_shared<const model::Series>(model::Series{"steps", steps}), mode}};
}

std::string rounded(const Dependence& on, const char* base, const char* percent) {
    const auto result = on.points_of(points(base), decimal(percent));
    return result ? result->to_string() : "none";
}

/// know-how 20/50/100, and what depends on it.
Draft scheme_with(std::vector<Draft::Factor> dependents) {
    Draft draft = simple_scheme({table_factor("know-how", {"20", "50", "100"})});
    draft.series = {series("steps", {"1", "2", "5", "10", "20", "50"})};
    for (auto& one : dependents) draft.factors.push_back(std::move(one));
    return draft;
}

}  // namespace

TEST_CASE("a product goes to a step of a series by its mode") {
    struct Row {
        RoundingMode mode;
        const char *on_step, *below_half, *half_way, *above_half;
    };
    // 12 % of 75 = 9 is a step; 12 % of 78 = 9.36, 12.5 % of 76 = 9.5 and 15 % of 64 = 9.6 lie between 9 and 10.
    for (const Row& row : {Row{RoundingMode::half_up, "9", "9", "10", "10"}, Row{RoundingMode::half_down, "9", "9", "9", "10"},
                           Row{RoundingMode::up, "9", "10", "10", "10"}, Row{RoundingMode::down, "9", "9", "9", "9"}}) {
        CAPTURE(static_cast<int>(row.mode));
        const Dependence on = to_steps(row.mode);
        CHECK(rounded(on, "75", "12") == row.on_step);
        CHECK(rounded(on, "78", "12") == row.below_half);
        CHECK(rounded(on, "76", "12.5") == row.half_way);
        CHECK(rounded(on, "64", "15") == row.above_half);
    }
}

TEST_CASE("the ends of a series are steps, and what lies beyond has no points") {
    for (const auto mode : {RoundingMode::half_up, RoundingMode::half_down, RoundingMode::up, RoundingMode::down}) {
        CAPTURE(static_cast<int>(mode));
        CHECK(rounded(to_steps(mode), "40", "10") == "4");
        CHECK(rounded(to_steps(mode), "39.9999", "10") == "none");
        CHECK(rounded(to_steps(mode), "240", "10") == "24");
        CHECK(rounded(to_steps(mode), "240.0001", "10") == "none");
    }
}

TEST_CASE("a product goes to a multiple of a number, or stays as it is where it has four digits") {
    const Dependence to_halves{model::UnitIndex{0}, model::Rounding{decimal("0.5"), RoundingMode::half_even}};
    CHECK(rounded(to_halves, "85", "5") == "4");  // 4.25, half way between 4 and 4.5, which is an odd multiple
    CHECK(rounded(to_halves, "95", "5") == "5");  // 4.75, half way between 4.5 and 5
    CHECK(rounded({model::UnitIndex{0}}, "88", "25") == "22");
    CHECK(rounded({model::UnitIndex{0}}, "0.0125", "1") == "none");
    CHECK(rounded({model::UnitIndex{0}}, "999999999.9999", "100") == "999999999.9999");
    CHECK(rounded({model::UnitIndex{0}}, "999999999.9999", "1000") == "none");
    CHECK(rounded({model::UnitIndex{0}, model::Rounding{decimal("1"), RoundingMode::down}}, "999999999", "1000") == "none");
}

TEST_CASE("a product is told in all its digits") {
    CHECK(model::product_text(points("64"), decimal("15")) == "9.6");
    CHECK(model::product_text(points("88"), decimal("25")) == "22");
    CHECK(model::product_text(points("0"), decimal("25")) == "0");
    CHECK(model::product_text(points("0.0001"), decimal("0.0001")) == "0.0000000001");
    CHECK(model::product_text(points("999999999.9999"), decimal("1000")) == "9999999999.999");
}

TEST_CASE("where a product lies among the steps is known") {
    const Dependence on = to_steps(RoundingMode::up);
    const model::Series& steps = *on.series();
    const auto around = model::steps_around(steps, points("88"), decimal("25"));
    CHECK(around.below == points("20"));
    CHECK(around.above == points("24"));
    CHECK(around.half_way);
    CHECK_FALSE(model::steps_around(steps, points("64"), decimal("15")).half_way);
    CHECK(model::steps_around(steps, points("40"), decimal("10")).above == points("4"));
    CHECK(model::steps_around(steps, points("40"), decimal("10")).below == points("4"));
}

TEST_CASE("a dependent unit has every number of points that its base and its percentages give") {
    const auto scheme = made(scheme_with({percent_factor("problems", "know-how", {"10", "50"}, "steps")}));
    const auto& unit = scheme.units()[1];
    CHECK(unit.is_dependent());
    CHECK(unit.smallest() == points("2"));
    CHECK(unit.largest() == points("50"));
    const std::vector<model::Points> values(unit.values().begin(), unit.values().end());
    CHECK((values == std::vector{points("2"), points("5"), points("10"), points("20"), points("50")}));  // 25 goes to 20
    CHECK(scheme.largest_total() == points("150"));
    CHECK(scheme.smallest_total() == points("22"));
    CHECK(scheme.units()[0].dependents().size() == 1);
    const auto level_of = [](model::FactorIndex factor) { return model::LevelIndex{factor.value() == 0 ? 1U : 0U}; };
    CHECK(scheme.points_of(model::UnitIndex{1}, level_of) == points("5"));
}

TEST_CASE("dependent units come after what they depend on, wherever they stand, up to eight one after another") {
    Draft draft = scheme_with(
        {percent_factor("c", "b", {"100"}), percent_factor("a", "know-how", {"50"}), percent_factor("b", "a", {"100"})});
    const auto scheme = made(draft);
    std::string order;
    for (const auto unit : scheme.dependent_units()) order += scheme[unit].id();
    CHECK(order == "abc");
    std::vector<Draft::Factor> chain;
    for (std::size_t i = 1; i <= 8; ++i)
        chain.push_back(percent_factor("d" + std::to_string(i), i == 1 ? "know-how" : "d" + std::to_string(i - 1), {"100"}));
    CHECK(made(scheme_with(chain)).dependent_units().size() == 8);
    chain.push_back(percent_factor("d9", "d8", {"100"}));
    CHECK(mistakes(scheme_with(chain)) == "JE-E11 draft.yaml:1: factor 'd9' is 9 percentages away from points\n");
}

TEST_CASE("a ring of units is told once, from its first unit") {
    CHECK(mistakes(scheme_with({percent_factor("a", "b", {"10"}), percent_factor("b", "c", {"10"}),
                                percent_factor("c", "b", {"10"}), percent_factor("d", "d", {"10"})})) ==
          "JE-E10 draft.yaml:1: factor 'b' depends on itself: b > c > b\n"
          "JE-E10 draft.yaml:1: factor 'd' depends on itself: d > d\n");
}

TEST_CASE("a product beyond the series is refused, at each end") {
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"5", "50"}, "steps")})).empty());
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"4", "50"}, "steps")})) ==
          "JE-E15 draft.yaml:1: the products of factor 'a' run from 0.8 to 50, but series 'steps' runs from 1 to 50\n");
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"5", "50.0001"}, "steps")})) ==
          "JE-E15 draft.yaml:1: the products of factor 'a' run from 1 to 50.0001, but series 'steps' runs from 1 to 50\n");
}

TEST_CASE("a percentage is from 0 to 1000, and does not fall from level to level") {
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"0", "1000"})})).empty());
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"1000.0001"})})) ==
          "JE-E08 draft.yaml:1: level '1' of factor 'a' has 1000.0001 percent, not 0 to 1000\n");
    CHECK(mistakes(scheme_with({percent_factor("a", "know-how", {"20", "10"})})) ==
          "JE-S07 draft.yaml:1: level '2' of factor 'a' has 10 percent, less than level '1' (20)\n");
}

TEST_CASE("a series rises, and may be stated by its ends and its step") {
    Draft draft = scheme_with({percent_factor("a", "know-how", {"10"}, "fives")});
    Draft::Series fives;
    fives.id = text("fives");
    fives.from = number("0");
    fives.to = number("20");
    fives.by = number("5");
    draft.series.push_back(fives);
    const auto scheme = made(draft);
    REQUIRE(scheme.series().size() == 2);
    CHECK(scheme.series()[1]->values.size() == 5);
    CHECK(scheme.series()[1]->values.back() == points("20"));
    draft.series[1].to = number("21");
    CHECK(mistakes(draft) == "JE-E18 draft.yaml:1: series 'fives' from 0 by 5 has no step 21\n");
    draft.series[1].to = number("49995");
    CHECK(mistakes(draft).empty());  // 10,000 steps
    draft.series[1].to = number("50000");
    CHECK(mistakes(draft) == "JE-E18 draft.yaml:1: series 'fives' has more than 10,000 steps\n");
    draft.series[1].by = number("0");
    CHECK(mistakes(draft) == "JE-E13 draft.yaml:1: series 'fives' does not rise: from 0 to 50000 by 0\n");
}

TEST_CASE("a matrix of percentages goes by its cells") {
    const std::vector<Draft::Factor> sides{side_factor("freedom", {"R", "S"}), side_factor("challenge", {"1", "2"})};
    Draft draft = scheme_with(sides);
    draft.matrices = {matrix_over("problems", sides, "10 20? 20 -")};
    draft.matrices[0].percent_of = text("know-how");
    draft.matrices[0].rounding = Draft::RoundingDraft{.to = {}, .mode = text("up"), .series = text("steps")};
    const auto scheme = made(draft);
    const auto& unit = scheme.units()[1];
    CHECK(unit.called() == "matrix 'problems'");
    CHECK(unit[1].percent == decimal("20"));
    CHECK(unit[1].unlikely);
    CHECK_FALSE(unit[3].allowed);
    CHECK(unit.points_of(1, points("100")) == points("20"));
    CHECK(unit.points_of(0, points("50")) == points("5"));
}

}  // namespace je::test::dependents_test
