// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/test_result.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "support/draft.hpp"

namespace test_result_test {

namespace {

namespace base = je::base;
namespace model = je::model;
namespace report = je::report;
namespace test = je::test;

using BandOrNone = model::Expectation::BandOrNone;

/// An example of knowledge 2 and effort 2 under the small scheme: total 70, band B, 20 above its floor, 10 to C.
struct Fixture {
    model::Scheme scheme = test::made(test::small_scheme());
    test::Pairs levels{{"knowledge", "2"}, {"effort", "2"}};
    model::WorkedExample example;
    base::Diagnostics diagnostics;

    Fixture() {
        example.name = test::text("an example", 3);
        example.at = test::at_line(2);
    }

    report::TestedExample run() const {
        const auto job = test::made(test::job_draft(scheme, levels), scheme);
        return report::test_example(example, {&scheme, &scheme.band_tables()[0], nullptr}, &job, diagnostics);
    }
};

base::Located<BandOrNone> band(BandOrNone id) { return {std::move(id), test::at_line(9)}; }

std::string mismatches(const report::TestedExample& tested) {
    std::string text;
    for (const auto& m : tested.mismatches) text += m.what + ": " + m.expected + ", got " + m.got + " (" + m.at + ")\n";
    return text;
}

}  // namespace

TEST_CASE("an example passes when everything it states comes out") {
    Fixture f;
    f.example.expect.total = test::number("70");
    f.example.expect.band = band("B");
    f.example.expect.band_by_points = band("B");
    f.example.expect.band_min = band("B");
    f.example.expect.band_max = band("B");
    f.example.expect.above_floor = test::number("20");
    f.example.expect.to_next = test::number("10");
    f.example.expect.total_min = test::number("70");
    f.example.expect.total_max = test::number("70");
    f.example.expect.complete = base::Located<bool>{true, test::at_line(9)};
    f.example.expect.points = {{test::text("knowledge"), test::number("40")}};
    f.example.expect.levels = {{test::text("effort"), test::text("2")}};
    f.example.expect.errors.emplace();
    const auto tested = f.run();
    CHECK(mismatches(tested).empty());
    CHECK(tested.passed());
    CHECK(tested.at == "draft.yaml:3");
}

TEST_CASE("each value that differs is named with what was expected, what came out, and where it is stated") {
    Fixture f;
    SUBCASE("total") {
        f.example.expect.total = test::number("71", 9);
        CHECK(mismatches(f.run()) == "total: 71, got 70 (draft.yaml:9)\n");
    }
    SUBCASE("band") {
        f.example.expect.band = band("C");
        CHECK(mismatches(f.run()) == "band: C, got B (draft.yaml:9)\n");
    }
    SUBCASE("no band expected") {
        f.example.expect.band = band(std::nullopt);
        CHECK(mismatches(f.run()) == "band: none, got B (draft.yaml:9)\n");
    }
    SUBCASE("margins") {
        f.example.expect.above_floor = test::number("19", 9);
        f.example.expect.to_next = test::number("11", 9);
        CHECK(mismatches(f.run()) == "above_floor: 19, got 20 (draft.yaml:9)\nto_next: 11, got 10 (draft.yaml:9)\n");
    }
    SUBCASE("completeness") {
        f.example.expect.complete = base::Located<bool>{false, test::at_line(9)};
        CHECK(mismatches(f.run()) == "complete: false, got true (draft.yaml:9)\n");
    }
    SUBCASE("points of a factor") {
        f.example.expect.points = {{test::text("knowledge"), test::number("41", 9)}};
        CHECK(mismatches(f.run()) == "points of 'knowledge': 41, got 40 (draft.yaml:9)\n");
    }
    SUBCASE("level of a factor") {
        f.example.expect.levels = {{test::text("effort"), test::text("1", 9)}};
        CHECK(mismatches(f.run()) == "level of 'effort': 1, got 2 (draft.yaml:9)\n");
    }
    SUBCASE("a factor that is not there") {
        f.example.expect.points = {{test::text("knowlege", 9), test::number("40")}};
        CHECK(mismatches(f.run()) ==
              "points of 'knowlege': 40, got no factor or matrix of that id (is 'knowledge' meant?) (draft.yaml:9)\n");
    }
    SUBCASE("an error that did not come") {
        f.example.expect.errors = test::texts({"JE-J03"}, 9);
        CHECK(mismatches(f.run()) == "errors: JE-J03, got no errors (draft.yaml:9)\n");
    }
    SUBCASE("an error that nobody expects") {
        f.diagnostics.error({.id = "JE-J03", .at = test::at_line(4), .message = "no such level"});
        const auto tested = f.run();
        CHECK(mismatches(tested) == "errors: no errors, got JE-J03 (draft.yaml:2)\n");
        CHECK(tested.problem == "draft.yaml:4:1: no such level [JE-J03]");
    }
    CHECK_FALSE(f.run().passed());
}

TEST_CASE("a single total or band expected of an incomplete job is a mismatch, not a guess") {
    Fixture f;
    f.levels = {{"knowledge", "2"}};
    f.example.expect.total = test::number("50", 9);
    f.example.expect.band = band("B");
    CHECK(mismatches(f.run()) ==
          "total: 50, got a range: 50 to 70 (draft.yaml:9)\nband: B, got a range: B to B (draft.yaml:9)\n");
}

TEST_CASE("a range is compared end by end") {
    Fixture f;
    f.levels = {{"knowledge", "1"}};
    f.example.expect.total_min = test::number("30");
    f.example.expect.total_max = test::number("50");
    f.example.expect.band_min = band("A");
    f.example.expect.band_max = band("B");
    CHECK(f.run().passed());
    f.example.expect.band_min = band("B");
    CHECK(mismatches(f.run()) == "band_min: B, got A (draft.yaml:9)\n");
}

TEST_CASE("errors are held against those expected, in order, whatever else is said") {
    Fixture f;
    f.diagnostics.error({.id = "JE-J03", .message = "one"});
    f.diagnostics.warning({.id = "JE-J10", .message = "a warning"});
    f.diagnostics.error({.id = "JE-J02", .message = "two"});
    f.example.expect.errors = test::texts({"JE-J03", "JE-J02"});
    CHECK(f.run().passed());
    f.example.expect.errors = test::texts({"JE-J02", "JE-J03"});
    CHECK_FALSE(f.run().passed());
}

TEST_CASE("a failure that names no factor shows what every factor came to") {
    Fixture f;
    f.example.expect.total = test::number("71");
    report::TestResult result;
    result.examples = {f.run()};
    result.files = 1;
    REQUIRE(result.examples[0].factors.size() == 2);
    CHECK(result.examples[0].factors[0].points.value().to_string() == "40");
    CHECK(result.passed() == 0);
}

}  // namespace test_result_test
