// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/explain_result.hpp"

#include <doctest/doctest.h>

#include "explain_fixture.hpp"

namespace je::test::explain_result_test {
namespace {

using Strings = std::vector<std::string>;

base::Decimal decimal(std::string_view text) { return std::get<base::Decimal>(base::Decimal::parse(text)); }

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result{text};
    const auto at = result.find(from);
    if (at == std::string::npos) throw std::runtime_error{"nothing to replace"};
    return result.replace(at, from.size(), to);
}

base::Date day(std::string_view text) { return base::Date::parse(text).value(); }

std::string id_of(const base::OrNone<report::BandTrace>& band) {
    return band.visit([](const report::BandTrace& one) { return one.id; }, [] { return std::string{"none"}; });
}

TEST_CASE("the points of the units add up to the total") {
    const auto result = explained(small_scheme_text, small_job);
    base::Decimal sum;
    for (const auto& unit : result.units) sum = sum + unit.points.value();
    CHECK(result.complete);
    CHECK(sum == decimal("48.5"));
    CHECK(result.total_min == sum);
    CHECK(result.total_max == sum);
}

TEST_CASE("margins are given both ways") {
    const auto result = explained(small_scheme_text, replaced(small_job, "level: 2\n", "level: 1\n"));
    CHECK(result.total_min == decimal("38"));
    CHECK(id_of(result.band_max) == "1");
    CHECK(result.above_floor == decimal("22"));
    CHECK(result.to_next == decimal("2"));
    CHECK(id_of(result.next_band) == "2");
}

TEST_CASE("a stated level is traced to its line, its wording and its evidence") {
    const auto result = explained(small_scheme_text, small_job);
    const auto& skill = factor(result, "skill");
    CHECK(skill.level == "2");
    CHECK(skill.source == scoring::LevelSource::stated);
    CHECK(skill.stated_at == "job.yaml:9");
    CHECK(skill.scheme_at == "scheme.yaml:13");
    CHECK(skill.level_summary == "middle");
    CHECK(skill.rule == "level 2 has 20.5 in the scheme's table");
    REQUIRE(skill.evidence.size() == 2);
    CHECK(skill.evidence[0].quote == "words");
    CHECK(skill.evidence[0].date->to_string() == "2026-01-01");
    CHECK(skill.evidence[0].at == "job.yaml:11");
    CHECK(skill.evidence[1].disputed == "them: no");
}

TEST_CASE("the levels above and below carry the points they would change") {
    const auto result = explained(small_scheme_text, small_job);
    const auto& skill = factor(result, "skill");
    CHECK(skill.below->id == "1");
    CHECK(skill.below->difference == decimal("-10.5"));
    CHECK(skill.above->summary == "high");
    CHECK(skill.above->difference == decimal("9.5"));
}

TEST_CASE("neighbours of a matrix side are reckoned beside the other side's level") {
    const auto unlikely = explained(small_scheme_text, small_job);
    CHECK(factor(unlikely, "for").above->difference == decimal("4"));
    CHECK(factor(unlikely, "for").above->unlikely);
    CHECK(factor(unlikely, "with").below->difference == decimal("-3"));
    CHECK_FALSE(factor(unlikely, "with").above.has_value());
    const auto not_allowed = explained(small_scheme_text, replaced(small_job, "with: {level: 2}", "with: {level: 1}"));
    const auto& above = factor(not_allowed, "for").above;
    CHECK_FALSE(above->allowed);
    CHECK_FALSE(above->difference.has_value());
}

TEST_CASE("a derived level that is raised names both rules, their facts and places") {
    const auto result = explained(small_scheme_text, small_job);
    const auto& work = factor(result, "work");
    CHECK(work.level == "w3");
    CHECK(work.source == scoring::LevelSource::derived);
    CHECK(work.derived->text == "level w2 by rule by-grade, from fact grade = high at job.yaml:6");
    REQUIRE(work.modifiers.size() == 1);
    CHECK(work.modifiers[0].text ==
          "from level w2 to level w3 by rule more, because fact count = 3 at job.yaml:6 is at least 3; never above level w3");
    CHECK(work.modifiers[0].scheme_at == "scheme.yaml:28");
}

TEST_CASE("without the fact of a modifier the level is open and the rule says why") {
    const auto result = explained(small_scheme_text, replaced(small_job, ", count: 3", ""));
    const auto& work = factor(result, "work");
    CHECK_FALSE(result.complete);
    CHECK_FALSE(work.level.has_value());
    REQUIRE(work.possible.size() == 2);
    CHECK(work.possible[0].id == "w2");
    CHECK(work.possible[1].id == "w3");
    REQUIRE(work.undecided.size() == 1);
    CHECK(work.undecided[0].id == "more");
    CHECK(result.gaps.unstated_facts == Strings{"count"});
    CHECK(result.raise.best.empty());
    CHECK(result.lower.best.empty());
}

TEST_CASE("an unknown level counts as a range, never as zero") {
    const auto result = explained(small_scheme_text, replaced(small_job, "level: 2\n", "note: open\n"));
    CHECK(result.total_min == decimal("38"));
    CHECK(result.total_max == decimal("58"));
    CHECK(id_of(result.band_min) == "1");
    CHECK(id_of(result.band_max) == "2");
    CHECK(result.gaps.no_level == Strings{"skill"});
    CHECK(factor(result, "skill").possible.size() == 3);
}

TEST_CASE("what the record lacks is named") {
    const auto gaps = explained(small_scheme_text, small_job).gaps;
    CHECK(gaps.no_evidence == Strings{"with", "for", "work"});
    CHECK(gaps.undated_documents == Strings{"e"});
    CHECK(gaps.uncited_documents.empty());
    REQUIRE(gaps.bare_evidence.size() == 1);
    CHECK(gaps.bare_evidence[0].document == "e");
    REQUIRE(gaps.disputes().size() == 1);
    CHECK(gaps.disputes()[0].factor == "skill");
    CHECK(gaps.disputes()[0].at == "job.yaml:12");
}

TEST_CASE("conventions are those in force on the day asked for, or all without a day") {
    const auto scheme = scheme_from(small_scheme_text);
    const auto job = job_from(small_job, scheme);
    CHECK(factor(explained(scheme, job), "skill").conventions.size() == 3);
    const auto in_2026 = explained(scheme, job, day("2026-06-01"));
    REQUIRE(factor(in_2026, "skill").conventions.size() == 1);
    CHECK(factor(in_2026, "skill").conventions[0].id == "always");
    const auto first_day = explained(scheme, job, day("2027-01-01"));
    CHECK(factor(first_day, "skill").conventions.size() == 2);
}

TEST_CASE("changes are shown up to the number asked for, and all are counted") {
    const auto scheme = scheme_from(small_scheme_text);
    const auto job = job_from(small_job, scheme);
    const auto all = explained(scheme, job, {}, {.max_factors = 3, .keep = std::nullopt});
    const auto one = explained(scheme, job, {}, {.max_factors = 3, .keep = 1});
    REQUIRE(all.lower.best.size() > 1);
    CHECK(all.lower.best.size() == all.lower.found);
    CHECK(one.lower.best.size() == 1);
    CHECK(one.lower.found == all.lower.found);
    for (const auto& set : all.lower.best) {
        base::Decimal sum;
        for (const auto& change : set.changes) sum = sum + change.points;
        CHECK(sum == set.points);
        CHECK(all.total_min + set.points < decimal("40"));
    }
}

TEST_CASE("a job without a band table has points and no band") {
    const auto scheme = scheme_from(small_scheme_text);
    const auto job = job_from(small_job, scheme);
    const report::ExplainInput input{.scheme = &scheme, .job = &job};
    const auto result = report::explain(input, scoring::score(scheme, nullptr, job.answers()));
    CHECK(result.complete);
    CHECK(result.bands_at.empty());
    CHECK_FALSE(bool{result.band_max});
    CHECK_FALSE(result.above_floor.has_value());
}

TEST_CASE("a total above the last band says why it is in none") {
    const auto scheme = replaced(small_scheme_text, "max: 62", "max: 45");
    const auto result = explained(scheme, small_job);
    CHECK(result.complete);
    CHECK_FALSE(bool{result.band_max});
    CHECK(id_of(result.band_below) == "2");
    CHECK(result.above_band_below == decimal("3.5"));
    CHECK(result.no_band == "48.5 is above the largest total of the highest band '2' (45)");
}

TEST_CASE("weighted factors say how their points come about") {
    const auto result = explained(R"(format: je-scheme/1
id: w
title: W
edition: "1"
status: local
owner: o
licence: l
sources: [{id: s, title: t}]
max_total: 1000
weights: {total: 100}
factors:
  - {id: even, name: E, source: s, weight: 20, rule: {kind: arithmetic, lowest: 0}, levels: [{id: "1"}, {id: "2"}, {id: "3"}, {id: "4"}, {id: "5"}, {id: "6"}]}
  - {id: ratio, name: R, source: s, weight: 80, rule: {kind: geometric, lowest: 8}, rounding: {to: 5, mode: half-even}, levels: [{id: "1"}, {id: "2"}, {id: "3"}]}
bands: [{source: s, open_ended: true, table: [{id: A, floor: 0}]}]
)",
                                  R"(format: je-job/1
id: j
title: J
scheme: w
factors: {even: {level: 3}, ratio: {level: 2}}
)");
    CHECK(factor(result, "even").rule ==
          "weight 20 of 100 of 1000 points gives the highest level 200, equal steps from 0, step 2 of 5 = 80");
    CHECK(factor(result, "ratio").rule ==
          "weight 80 of 100 of 1000 points gives the highest level 800, equal ratios from 8, step 1 of 2 = 80, rounded half to "
          "even to a "
          "multiple of 5");
}

}  // namespace
}  // namespace je::test::explain_result_test
