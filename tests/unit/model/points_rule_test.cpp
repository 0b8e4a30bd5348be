// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/points_rule.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace points_rule_test {

namespace {

using je::base::Decimal;
using je::model::expand;
using je::model::Expansion;
using je::model::ExpansionError;
using je::model::Points;
using je::model::PointsRule;
using je::model::PointsRuleKind;
using je::model::round_fraction;
using je::model::Rounding;
using je::model::RoundingMode;
using je::model::Weight;
using je::model::WeightScale;

Decimal decimal(const std::string& text) { return std::get<Decimal>(Decimal::parse(text)); }

std::string shown(const Expansion& expansion) {
    if (expansion.error) return "error " + std::to_string(static_cast<int>(*expansion.error));
    std::string result;
    for (const auto& points : expansion.points) result.append(result.empty() ? "" : " ").append(points.to_string());
    return result;
}

std::string refused(ExpansionError why) { return shown({{}, why}); }

/// One rule as a table test writes it; texts are decimals.
struct Rule {
    PointsRuleKind kind;
    const char* weight;
    const char* lowest = "0";
    const char* to = "1";
    RoundingMode mode = RoundingMode::half_up;
    const char* max_total = "1000";
    const char* weights_total = "100";
};

std::string expanded(const Rule& rule, std::size_t levels, const std::vector<Decimal>& scores = {}) {
    const Rounding rounding{decimal(rule.to), rule.mode};
    const WeightScale scale{Points{decimal(rule.max_total)}, Weight{decimal(rule.weights_total)}};
    return shown(
        expand({rule.kind, Weight{decimal(rule.weight)}, Points{decimal(rule.lowest)}, rounding}, scale, levels, scores));
}

constexpr auto arithmetic = PointsRuleKind::arithmetic;
constexpr auto geometric = PointsRuleKind::geometric;
constexpr auto by_scores = PointsRuleKind::scores;

TEST_CASE("equal steps lead from the lowest level to the highest") {
    CHECK(expanded({arithmetic, "20", "40"}, 5) == "40 80 120 160 200");
    CHECK(expanded({arithmetic, "20", "10"}, 3) == "10 105 200");
    CHECK(expanded({arithmetic, "10", "0"}, 4) == "0 33 67 100");
    CHECK(expanded({arithmetic, "10", "0", "0.01"}, 4) == "0 33.33 66.67 100");
    CHECK(expanded({arithmetic, "10", "0", "5"}, 4) == "0 35 65 100");
    CHECK(expanded({arithmetic, "10", "0", "1", RoundingMode::down}, 4) == "0 33 66 100");
    CHECK(expanded({arithmetic, "10", "0", "1", RoundingMode::up}, 4) == "0 34 67 100");
    CHECK(expanded({arithmetic, "12.5", "25"}, 2) == "25 125");
}

TEST_CASE("the highest level of a share that does not divide is rounded too") {
    CHECK(expanded({arithmetic, "1", "0", "0.0001", RoundingMode::half_up, "1000", "3"}, 2) == "0 333.3333");
    CHECK(expanded({arithmetic, "1", "0", "0.0001", RoundingMode::up, "1000", "3"}, 2) == "0 333.3334");
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::half_up, "5", "2"}, 2) == "0 3");
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::half_even, "5", "2"}, 2) == "0 2");
}

TEST_CASE("a step that is exactly half goes as the mode says") {
    // 0, 2.5, 5, 7.5, 10
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::half_up}, 5) == "0 3 5 8 10");
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::half_even}, 5) == "0 2 5 8 10");
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::down}, 5) == "0 2 5 7 10");
    CHECK(expanded({arithmetic, "1", "0", "1", RoundingMode::up}, 5) == "0 3 5 8 10");
}

TEST_CASE("equal ratios lead from the lowest level to the highest") {
    CHECK(expanded({geometric, "16", "10"}, 5) == "10 20 40 80 160");
    CHECK(expanded({geometric, "8.1", "1"}, 5) == "1 3 9 27 81");
    CHECK(expanded({geometric, "20", "20"}, 2) == "20 200");
    CHECK(expanded({geometric, "20", "20"}, 3) == "20 63 200");  // 20 x sqrt(10) = 63.2455...
    CHECK(expanded({geometric, "20", "20", "0.0001"}, 3) == "20 63.2456 200");
    CHECK(expanded({geometric, "20", "20", "0.0001", RoundingMode::down}, 3) == "20 63.2455 200");
}

TEST_CASE("ten equal ratios from 10 to 100 are the theoretical values of the R10 series") {
    // ISO 3:1973, preferred numbers, the column of calculated values (there from 1 to 10, with four digits after the point)
    CHECK(expanded({geometric, "10", "10", "0.001"}, 11) ==
          "10 12.589 15.849 19.953 25.119 31.623 39.811 50.119 63.096 79.433 100");
}

TEST_CASE("twelve equal ratios to the double are those of equal temperament") {
    // Powers of the twelfth root of two, as any table of musical intervals has them: 1.05946, 1.12246, ...
    CHECK(expanded({geometric, "20", "100", "0.001"}, 13) ==
          "100 105.946 112.246 118.921 125.992 133.484 141.421 149.831 158.74 168.179 178.18 188.775 200");
}

TEST_CASE("a ratio that comes out exactly on a half goes as the mode says") {
    // 1 to 4 in three levels: the middle is exactly 2, half of a step of 4
    CHECK(expanded({geometric, "0.4", "1", "4", RoundingMode::half_up}, 3) == "0 4 4");
    CHECK(expanded({geometric, "0.4", "1", "4", RoundingMode::half_even}, 3) == "0 0 4");
    CHECK(expanded({geometric, "0.4", "1", "4", RoundingMode::down}, 3) == "0 0 4");
    CHECK(expanded({geometric, "0.4", "1", "4", RoundingMode::up}, 3) == "4 4 4");
    // 0.5 to 12.5: the middle is exactly 2.5; 1 to 12.25: exactly 3.5
    CHECK(expanded({geometric, "1.25", "0.5", "1", RoundingMode::half_up}, 3) == "1 3 13");
    CHECK(expanded({geometric, "1.25", "0.5", "1", RoundingMode::half_even}, 3) == "0 2 12");
    CHECK(expanded({geometric, "1.225", "1", "1", RoundingMode::half_even}, 3) == "1 4 12");
    // 8 to 27 in four levels: 8, 12, 18, 27, whole although the ratio is 3/2
    CHECK(expanded({geometric, "2.7", "8", "1", RoundingMode::up}, 4) == "8 12 18 27");
}

TEST_CASE("a ratio just beside a half is not taken for one") {
    // 1 to 6.2499 or 6.2501 in three levels: the middle is 2.49998 or 2.50002
    CHECK(expanded({geometric, "6.2499", "1", "1", RoundingMode::half_up, "100"}, 3) == "1 2 6");
    CHECK(expanded({geometric, "6.25", "1", "1", RoundingMode::half_up, "100"}, 3) == "1 3 6");
    CHECK(expanded({geometric, "6.2501", "1", "1", RoundingMode::half_even, "100"}, 3) == "1 3 6");
    // The same where a double could not tell: 1 to (n + 1/2)^2 - 0.0001 and + 0.0001, n = 31000
    CHECK(expanded({geometric, "961031000.2499", "1", "1", RoundingMode::half_up, "100"}, 3) == "1 31000 961031000");
    CHECK(expanded({geometric, "961031000.25", "1", "1", RoundingMode::half_up, "100"}, 3) == "1 31001 961031000");
    CHECK(expanded({geometric, "961031000.25", "1", "1", RoundingMode::half_even, "100"}, 3) == "1 31000 961031000");
    CHECK(expanded({geometric, "961031000.2501", "1", "1", RoundingMode::half_even, "100"}, 3) == "1 31001 961031000");
}

TEST_CASE("scores share out the points of the highest level") {
    CHECK(
        expanded({by_scores, "25"}, 6, {decimal("0"), decimal("1"), decimal("2"), decimal("3"), decimal("4"), decimal("5")}) ==
        "0 50 100 150 200 250");
    CHECK(expanded({by_scores, "10"}, 3, {decimal("1"), decimal("2"), decimal("3")}) == "33 67 100");
    CHECK(expanded({by_scores, "10", "0", "0.5"}, 3, {decimal("1"), decimal("2"), decimal("3")}) == "33.5 66.5 100");
    CHECK(expanded({by_scores, "10"}, 2, {decimal("0.5"), decimal("2.5")}) == "20 100");
    CHECK(expanded({by_scores, "10"}, 1, {decimal("7")}) == "100");
}

TEST_CASE("what makes a rule impossible is named") {
    struct Row {
        Rule rule;
        std::size_t levels;
        std::vector<Decimal> scores;
        ExpansionError why;
    };
    const auto one = decimal("1");
    const auto two = decimal("2");
    for (const auto& row : std::vector<Row>{
             {{arithmetic, "20", "1"}, 0, {}, ExpansionError::too_few_levels},
             {{arithmetic, "20", "1"}, 1, {}, ExpansionError::too_few_levels},
             {{geometric, "20", "1"}, 1, {}, ExpansionError::too_few_levels},
             {{by_scores, "20"}, 0, {}, ExpansionError::too_few_levels},
             {{geometric, "20", "0"}, 3, {}, ExpansionError::lowest_not_positive},
             {{geometric, "20", "-1"}, 3, {}, ExpansionError::lowest_not_positive},
             {{arithmetic, "20", "200.0001"}, 3, {}, ExpansionError::lowest_above_top},
             {{geometric, "20", "200.0001"}, 3, {}, ExpansionError::lowest_above_top},
             {{by_scores, "20"}, 2, {one, one}, ExpansionError::scores_not_rising},
             {{by_scores, "20"}, 2, {two, one}, ExpansionError::scores_not_rising},
             {{by_scores, "20"}, 1, {decimal("0")}, ExpansionError::scores_not_rising},
             {{by_scores, "20"}, 2, {decimal("-1"), decimal("0")}, ExpansionError::scores_not_rising},
             {{arithmetic, "100.0001", "0", "0.0001", RoundingMode::half_up, "999999999.9999"},
              2,
              {},
              ExpansionError::too_large},
             {{geometric, "100.0001", "1", "0.0001", RoundingMode::half_up, "999999999.9999"},
              2,
              {},
              ExpansionError::too_large},
             {{by_scores, "101", "0", "0.0001", RoundingMode::half_up, "999999999.9999"}, 1, {one}, ExpansionError::too_large},
             {{arithmetic, "100", "0", "1", RoundingMode::up, "999999999.9999"}, 2, {}, ExpansionError::too_large}}) {
        CAPTURE(static_cast<int>(row.why));
        CAPTURE(row.levels);
        CHECK(expanded(row.rule, row.levels, row.scores) == refused(row.why));
    }
}

TEST_CASE("the limits themselves are possible") {
    CHECK(expanded({arithmetic, "20", "200"}, 2) == "200 200");
    CHECK(expanded({geometric, "20", "200"}, 3) == "200 200 200");
    CHECK(expanded({geometric, "20", "0.0001", "0.0001"}, 2) == "0.0001 200");
    CHECK(expanded({arithmetic, "100", "0", "0.0001", RoundingMode::half_up, "999999999.9999"}, 2) == "0 999999999.9999");
    CHECK(expanded({geometric, "100", "999999999.9998", "0.0001", RoundingMode::up, "999999999.9999"}, 2) ==
          "999999999.9998 999999999.9999");
}

TEST_CASE("the largest numbers overflow nothing, in sixty-four levels and in as many as there may be") {
    const char* const most = "999999999.9999";
    const Rule widest{geometric, most, "0.0001", "0.0001", RoundingMode::half_even, most, most};
    for (const std::size_t levels : {std::size_t{64}, je::model::largest_geometric_level_count}) {
        const auto text = expanded(widest, levels);
        CHECK(text.starts_with("0.0001 "));
        CHECK(text.ends_with(" 999999999.9999"));
    }
    const Rule huge{geometric, "999999999.9999", "0.0001", "0.0001", RoundingMode::up, "999999999.9999", "0.0001"};
    CHECK(expanded(huge, 64) == refused(ExpansionError::too_large));
    const Rule tiny{geometric, "0.0001", "0.0001", "0.0001", RoundingMode::up, "0.0001", "999999999.9999"};
    CHECK(expanded(tiny, 64) == refused(ExpansionError::lowest_above_top));
    CHECK(expanded({arithmetic, "100", "1", "999999999.9999"}, 2) == "0 0");
}

TEST_CASE("what no scheme could ask for is a logic error") {
    const WeightScale scale{Points::whole(1000), Weight::whole(100)};
    const auto rule = [](PointsRuleKind kind) { return PointsRule{kind, Weight::whole(10), Points::whole(1), {}}; };
    const auto refuses = [](const PointsRule& asked, const WeightScale& shared, std::size_t levels,
                            const std::vector<Decimal>& scores) {
        CHECK_THROWS_AS(static_cast<void>(expand(asked, shared, levels, scores)), std::logic_error);
    };
    refuses(rule(PointsRuleKind::table), scale, 3, {});
    refuses(rule(PointsRuleKind::matrix), scale, 3, {});
    refuses(rule(by_scores), scale, 3, {decimal("1")});
    refuses(rule(arithmetic), {Points::whole(1000), Weight{}}, 3, {});
    refuses({arithmetic, Weight::whole(10), Points{}, {Decimal{}, RoundingMode::down}}, scale, 3, {});
    refuses(rule(geometric), scale, je::model::largest_geometric_level_count + 1, {});
}

TEST_CASE("a fraction is rounded to the nearest multiple by its mode, alike on both sides of zero") {
    constexpr auto up = RoundingMode::up;
    constexpr auto down = RoundingMode::down;
    constexpr auto half_up = RoundingMode::half_up;
    constexpr auto half_even = RoundingMode::half_even;
    struct Row {
        std::int64_t numerator;
        std::int64_t denominator;
        std::int64_t to;
        RoundingMode mode;
        std::int64_t units;
    };
    for (const auto& row : std::vector<Row>{
             {0, 7, 1, up, 0},         {6, 3, 1, up, 2},         {7, 3, 1, up, 3},           {7, 3, 1, down, 2},
             {7, 3, 1, half_up, 2},    {8, 3, 1, half_up, 3},    {5, 2, 1, half_up, 3},      {5, 2, 1, half_even, 2},
             {7, 2, 1, half_even, 4},  {-5, 2, 1, half_up, -3},  {-5, 2, 1, half_even, -2},  {-7, 2, 1, half_even, -4},
             {-7, 3, 1, up, -3},       {-7, 3, 1, down, -2},     {-8, 3, 1, half_up, -3},    {-1, 3, 1, down, 0},
             {-1, 3, 1, half_even, 0}, {15, 1, 10, half_up, 20}, {15, 1, 10, half_even, 20}, {25, 1, 10, half_even, 20},
             {14, 1, 10, half_up, 10}, {1, 1, 10, up, 10},       {9, 1, 10, down, 0}}) {
        CAPTURE(row.numerator);
        CAPTURE(row.denominator);
        CHECK(round_fraction(row.numerator, row.denominator, {Decimal::from_units(row.to), row.mode}).units() == row.units);
    }
}

TEST_CASE("a fraction at the edge of 64 bits is exact or refused") {
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
    CHECK(round_fraction(largest, 1, {}).units() == largest);
    CHECK(round_fraction(smallest + 1, 1, {}).units() == smallest + 1);
    CHECK(round_fraction(largest, largest, {}).units() == 1);
    CHECK(round_fraction(largest, 2, {Decimal::from_units(1), RoundingMode::down}).units() == largest / 2);
    const Rounding up_to_tens{Decimal::from_units(10), RoundingMode::up};
    CHECK_THROWS_AS(static_cast<void>(round_fraction(largest, 1, up_to_tens)), std::overflow_error);
    CHECK_THROWS_AS(static_cast<void>(round_fraction(1, 0, {})), std::logic_error);
    CHECK_THROWS_AS(static_cast<void>(round_fraction(1, -2, {})), std::logic_error);
    CHECK_THROWS_AS(static_cast<void>(round_fraction(1, 2, {Decimal{}, RoundingMode::up})), std::logic_error);
}

}  // namespace

}  // namespace points_rule_test
