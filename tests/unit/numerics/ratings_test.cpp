// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/ratings.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "support/ratings.hpp"

namespace ratings_test {

namespace {

using namespace je::numerics;
using je::test::ratings;

const double nan = std::numeric_limits<double>::quiet_NaN();
const double infinite = std::numeric_limits<double>::infinity();

TEST_CASE("a table keeps ratings and gaps where they were put") {
    RatingTable table{3};
    table.add_unit(std::vector<Rating>{4, 5, std::nullopt});
    CHECK(table.units() == 1);
    CHECK(table.raters() == 3);
    CHECK((table.rating(0, 1) == 5));
    CHECK_FALSE(table.rating(0, 2).has_value());
    CHECK((given(table.unit(0)) == std::vector<double>{4, 5}));
}

TEST_CASE("rows and columns make the same table") {
    const auto rows = RatingTable::of_rows({{1, 2}, {3, std::nullopt}, {5, 6}});
    const auto columns = RatingTable::of_columns({{1, 3, 5}, {2, std::nullopt, 6}});
    REQUIRE(rows.units() == columns.units());
    for (std::size_t unit = 0; unit < rows.units(); ++unit) {
        for (std::size_t rater = 0; rater < 2; ++rater) CHECK((rows.rating(unit, rater) == columns.rating(unit, rater)));
    }
}

TEST_CASE("a table of no rows has no units and no raters") {
    CHECK(RatingTable::of_rows({}).units() == 0);
    CHECK(RatingTable::of_columns({}).raters() == 0);
    CHECK(complete_rows(RatingTable::of_rows({})).rows.empty());
}

TEST_CASE("a table refuses rows of another length and numbers that are not finite") {
    RatingTable table{2};
    CHECK_THROWS_AS(table.add_unit(std::vector<Rating>{1}), std::invalid_argument);
    CHECK_THROWS_AS(table.add_unit(std::vector<Rating>{1, nan}), std::invalid_argument);
    CHECK_THROWS_AS(table.add_unit(std::vector<Rating>{infinite, 1}), std::invalid_argument);
    CHECK_THROWS_AS((void)RatingTable::of_rows({{1, 2}, {3}}), std::invalid_argument);
    CHECK_THROWS_AS((void)RatingTable::of_columns({{1, 2}, {3}}), std::invalid_argument);
    CHECK(table.units() == 0);
}

TEST_CASE("beyond a table there is nothing to read") {
    const auto table = ratings("1 2 / 3 4");
    CHECK_THROWS_AS((void)table.unit(2), std::out_of_range);
    CHECK_THROWS_AS((void)table.rating(0, 2), std::out_of_range);
    CHECK_THROWS_AS((void)complete_pairs(table, 0, 2), std::out_of_range);
}

TEST_CASE("complete rows and pairs leave out units with a gap") {
    const auto table = ratings("1 2 3 / 4 . 6 / . 8 9 / 5 5 5");
    const auto rows = complete_rows(table);
    CHECK((rows.rows == std::vector<std::vector<double>>{{1, 2, 3}, {5, 5, 5}}));
    CHECK((rows.columns() == std::vector<std::vector<double>>{{1, 5}, {2, 5}, {3, 5}}));
    const auto pairs = complete_pairs(table, 0, 2);
    CHECK((pairs.a == std::vector<double>{1, 4, 5}));
    CHECK((pairs.b == std::vector<double>{3, 6, 5}));
}

TEST_CASE("a scale knows the place of its values and of no others") {
    const auto levels = Scale::whole(1, 6);
    CHECK(levels.size() == 6);
    CHECK((levels.place(1) == 0));
    CHECK((levels.place(6) == 5));
    for (const double value : {0.0, 7.0, 2.5}) CHECK_FALSE(levels.place(value).has_value());
}

TEST_CASE("a scale refuses values that do not rise or are not finite") {
    CHECK_THROWS_AS((Scale{{1, 1}}), std::invalid_argument);
    CHECK_THROWS_AS((Scale{{2, 1}}), std::invalid_argument);
    CHECK_THROWS_AS((Scale{{1, nan}}), std::invalid_argument);
    CHECK_THROWS_AS((Scale{{1, infinite}}), std::invalid_argument);
}

TEST_CASE("a result without a value says why, and says so again when it is read all the same") {
    const auto none = Result<double>::none("there was nothing");
    CHECK_FALSE(none.has_value());
    CHECK(none.reason() == "there was nothing");
    CHECK_THROWS_WITH_AS((void)none.value(), doctest::Contains("there was nothing"), std::logic_error);
    CHECK(Result<double>{2.5}.value() == 2.5);
    CHECK(Result<double>{2.5}.reason().empty());
}

TEST_CASE("a statistic is never NaN and never infinite") {
    for (const double value : {nan, infinite, -infinite}) {
        const auto statistic = Statistic::of(value, {3, 2});
        CHECK_FALSE(statistic.value.has_value());
        CHECK_FALSE(statistic.formula.has_value());
        CHECK_FALSE(statistic.reason.empty());
        CHECK(statistic.used.units == 3);
        CHECK_FALSE(Statistic::meaningless(value, "because", {}).formula.has_value());
    }
}

}  // namespace

}  // namespace ratings_test
