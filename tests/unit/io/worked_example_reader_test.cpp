// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace worked_example_reader_test {

using namespace je::test;

TEST_CASE("a single example is read as the page on files shows it") {
    const auto outcome = worked_in(R"(format: je-test/1
name: Nurse, every factor at the bottom of its range
scheme: nhs-afc
levels: {communication: 4, knowledge: 5}
facts: {n1: 2}
bands: council.yaml
as_of: 2026-01-01
expect: {total: 317, band: "4", complete: true, factors: {communication: 32}, levels: {knowledge: 5}, errors: []}
source: a handbook
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& file = *outcome.draft;
    CHECK(file.scheme.value == "nhs-afc");
    CHECK(file.bands->value == "council.yaml");
    CHECK(file.as_of->to_string() == "2026-01-01");
    REQUIRE(file.examples.size() == 1);
    const auto& example = file.examples[0];
    CHECK(example.name.value == "Nurse, every factor at the bottom of its range");
    CHECK(example.levels[1].second.value == "5");
    CHECK(example.facts[0].second.value == "2");
    CHECK(example.expect.total->value.to_string() == "317");
    CHECK(example.expect.band->value == "4");
    CHECK(example.expect.complete->value);
    CHECK(example.expect.points[0].second.value.to_string() == "32");
    CHECK(example.expect.levels[0].second.value == "5");
    REQUIRE(example.expect.errors);
    CHECK(example.expect.errors->empty());
    CHECK(example.source == "a handbook");
}

TEST_CASE("a band of null expects no band; a band left out expects nothing") {
    const auto outcome = worked_in(
        "format: je-test/1\nname: n\nscheme: s\njob: jobs/a.yaml\nexpect: {band: null, band_min: ~, errors: [JE-S01]}\nsource: "
        "x\n");
    REQUIRE(outcome.draft);
    const auto& expect = outcome.draft->examples[0].expect;
    REQUIRE(expect.band);
    CHECK_FALSE(expect.band->value);
    REQUIRE(expect.band_min);
    CHECK_FALSE(expect.band_min->value);
    CHECK_FALSE(expect.band_max);
    CHECK_FALSE(expect.total);
    CHECK(expect.errors->front().value == "JE-S01");
    CHECK(outcome.draft->examples[0].job->value == "jobs/a.yaml");
}

TEST_CASE("many examples may share a file") {
    const auto outcome = worked_in(R"(format: je-test/1
scheme: s
cases:
  - {name: one, levels: {a: 1}, expect: {total_min: 1, total_max: 2.5}, source: x}
  - {name: two, job: b.yaml, expect: {above_floor: 0, to_next: 3, band_by_points: A, band_max: B}, source: y}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    REQUIRE(outcome.draft->examples.size() == 2);
    CHECK(outcome.draft->examples[0].expect.total_max->value.to_string() == "2.5");
    CHECK(outcome.draft->examples[1].at.to_string() == "test.yaml:5:5");
    CHECK(outcome.draft->examples[1].expect.band_by_points->value == "A");
}

TEST_CASE("an example tells its job in one way and says what should come out") {
    const auto said = [](const std::string& more) {
        return worked_in("format: je-test/1\nscheme: s\nname: n\nsource: x\n" + more).said();
    };
    CHECK(said("levels: {}\nexpect: {total: 1}\n") == "");
    CHECK(said("expect: {total: 1}\n") == "1:1 JE-T01");
    CHECK(said("levels: {}\njob: j\nexpect: {total: 1}\n") == "5:9 JE-T02");
    CHECK(said("job: j\nfacts: {}\nexpect: {total: 1}\n") == "6:8 JE-T03");
    CHECK(said("levels: {}\nexpect: {}\n") == "6:9 JE-T04");
    CHECK(said("levels: {}\n") == "1:1 JE-Y35");
    CHECK(said("levels: {}\nexpect: {totl: 1}\n") == "6:10 JE-Y33");
    CHECK(said("cases: [{name: a, levels: {}, expect: {total: 1}, source: y}]\n") == "3:1 JE-T05, 4:1 JE-T05");
    CHECK(worked_in("format: je-test/1\nscheme: s\ncases: []\n").said() == "3:8 JE-T06");
    CHECK(worked_in("format: je-test/1\nscheme: s\ncases: [{}]\n").said() == "3:9 JE-T01, 3:9 JE-Y35, 3:9 JE-Y35, 3:9 JE-Y35");
    CHECK(worked_in("format: je-test/1\nname: n\nlevels: {}\nexpect: {total: 1}\nsource: x\n").said() == "1:1 JE-Y35");
}

}  // namespace worked_example_reader_test
