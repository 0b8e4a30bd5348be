// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/compare_result.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "explain_fixture.hpp"

namespace je::test::compare_result_test {
namespace {

constexpr std::string_view other_job = R"(format: je-job/1
id: k
title: Other
scheme: small
facts: {grade: low, count: 0}
factors:
  skill: {level: 3}
  with: {level: 2}
  for: {level: B}
)";

constexpr std::string_view open_job = R"(format: je-job/1
id: o
title: Open
scheme: small
facts: {grade: low, count: 0}
factors:
  with: {level: 2}
  for: {level: B}
)";

base::Decimal decimal(std::string_view text) { return std::get<base::Decimal>(base::Decimal::parse(text)); }

report::CompareResult compared(std::initializer_list<std::string_view> jobs) {
    std::vector<report::ExplainResult> results;
    for (const auto job : jobs) results.push_back(explained(small_scheme_text, job));
    return report::compare(std::move(results));
}

TEST_CASE("differences are to the first job and add up to that of the totals") {
    const auto result = compared({small_job, other_job});
    base::Decimal sum;
    for (const auto& unit : result.units) {
        CHECK(unit.differences[0] == base::Decimal{});
        sum = sum + unit.differences[1].value();
    }
    CHECK(result.units[0].differences[1] == decimal("9.5"));
    CHECK(sum == decimal("-5.5"));
    CHECK(result.total_differences[1] == sum);
}

TEST_CASE("factors are the same only when every job has the same known level") {
    const auto result = compared({small_job, other_job});
    CHECK_FALSE(result.factors[0].same);
    CHECK(result.factors[1].same);
    CHECK(result.factors[2].same);
    CHECK_FALSE(result.factors[3].same);
    CHECK_FALSE(compared({open_job, open_job}).factors[0].same);
}

TEST_CASE("nothing is subtracted from what is not known") {
    const auto result = compared({other_job, open_job, small_job});
    CHECK_FALSE(result.units[0].differences[1].has_value());
    CHECK_FALSE(result.total_differences[1].has_value());
    CHECK(result.total_differences[2] == decimal("5.5"));
    const auto turned = compared({open_job, other_job});
    CHECK_FALSE(turned.units[0].differences[1].has_value());
}

TEST_CASE("the table has a row per unit and four below, each as long as its columns") {
    const auto result = compared({small_job, other_job, open_job});
    const auto table = report::compare_table(result);
    CHECK(table.columns.size() == 2 + 2 + 3 + 3);
    CHECK(table.rows.size() == result.units.size() + 4);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK(table.columns[2].key == "level:j");
    CHECK(table.columns[6].key == "difference:k");
}

TEST_CASE("one job is no comparison") {
    std::vector<report::ExplainResult> one;
    one.push_back(explained(small_scheme_text, small_job));
    CHECK_THROWS_AS((void)report::compare(std::move(one)), std::logic_error);
}

}  // namespace
}  // namespace je::test::compare_result_test
