// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/score_result.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "render/values.hpp"
#include "support/draft.hpp"

namespace score_result_test {

namespace {

namespace base = je::base;
namespace model = je::model;
namespace report = je::report;
namespace scoring = je::scoring;
namespace test = je::test;

using report::ScoredJob;
using test::answers_of;

ScoredJob scored(const model::Scheme& scheme, const model::Answers& given, const model::PayTable* pay = nullptr) {
    const model::BandTable* bands = model::in_force(scheme.band_tables(), std::nullopt);
    ScoredJob job;
    report::fill_scored_job(job, {&scheme, bands, pay}, "x", "The job", given, scoring::score(scheme, bands, given), true);
    return job;
}

base::Decimal sum_of_points(const ScoredJob& job) {
    base::Decimal sum{};
    for (const auto& factor : job.factors) sum = sum + factor.points.value_or(base::Decimal{});
    return sum;
}

test::Draft matrix_scheme() {
    const auto rows = test::side_factor("contacts", {"1", "2"});
    const auto columns = test::side_factor("purpose", {"A", "B"});
    auto draft = test::simple_scheme({rows, columns, test::table_factor("effort", {"10", "22.5"})});
    draft.matrices = {test::matrix("dealings", rows, columns, {"10 20", "30 50"})};
    draft.bands = {test::open_bands({{"1", "0"}, {"2", "60"}})};
    return draft;
}

}  // namespace

TEST_CASE("a complete job has its total, band and margins") {
    const auto scheme = test::made(test::small_scheme());
    const auto job = scored(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "2"}}));
    CHECK(job.complete);
    CHECK(job.total_max.to_string() == "70");
    CHECK(job.band_max == "B");
    CHECK(job.above_floor.value().to_string() == "20");
    CHECK(job.to_next.value().to_string() == "10");
    CHECK(job.next_band == "C");
    CHECK(job.unknown.empty());
}

TEST_CASE("in the highest band nothing is missing to the next") {
    const auto scheme = test::made(test::small_scheme());
    const auto job = scored(scheme, answers_of(scheme, {{"knowledge", "3"}, {"effort", "2"}}));
    CHECK(job.band_max == "C");
    CHECK_FALSE(job.to_next.has_value());
    CHECK_FALSE(job.next_band.has_value());
}

TEST_CASE("an incomplete job has ranges, no margins, and names what is unknown") {
    const auto scheme = test::made(test::small_scheme());
    const auto job = scored(scheme, answers_of(scheme, {{"knowledge", "2"}}));
    CHECK_FALSE(job.complete);
    CHECK(job.total_min.to_string() == "50");
    CHECK(job.total_max.to_string() == "70");
    CHECK_FALSE(job.above_floor.has_value());
    CHECK(job.unknown == std::vector<std::string>{"effort"});
    CHECK_FALSE(job.factors.at(1).level.has_value());
    CHECK(job.factors.at(1).points_min.value().to_string() == "10");
    CHECK(job.factors.at(1).points_max.value().to_string() == "30");
}

TEST_CASE("the points of factors and matrices add up to the total") {
    const auto scheme = test::made(matrix_scheme());
    for (const std::string row : {"1", "2"}) {
        for (const std::string column : {"A", "B"}) {
            for (const std::string effort : {"1", "2"}) {
                const auto job =
                    scored(scheme, answers_of(scheme, {{"contacts", row}, {"purpose", column}, {"effort", effort}}));
                CAPTURE(row + column + effort);
                CHECK(sum_of_points(job) == job.total_max);
            }
        }
    }
}

TEST_CASE("a matrix is listed after its second side, which has no points of its own") {
    const auto scheme = test::made(matrix_scheme());
    const auto job = scored(scheme, answers_of(scheme, {{"contacts", "2"}, {"purpose", "B"}, {"effort", "2"}}));
    REQUIRE(job.factors.size() == 4);
    CHECK(job.factors[0].id == "contacts");
    CHECK_FALSE(job.factors[0].points.has_value());
    CHECK_FALSE(job.factors[1].points.has_value());
    CHECK(job.factors[2].id == "dealings");
    CHECK(job.factors[2].level == "2 x B");
    CHECK(job.factors[2].source == scoring::LevelSource::matrix);
    CHECK(job.factors[2].points.value().to_string() == "50");
    CHECK(job.factors[3].points.value().to_string() == "22.5");
}

TEST_CASE("a value used again holds nothing of the job before") {
    const auto scheme = test::made(test::small_scheme());
    const model::BandTable* bands = model::in_force(scheme.band_tables(), std::nullopt);
    const report::ScoringBasis basis{&scheme, bands, nullptr};
    const auto nothing = answers_of(scheme, {});
    const auto all = answers_of(scheme, {{"knowledge", "1"}, {"effort", "1"}});
    const auto incomplete = scoring::score(scheme, bands, nothing);
    const auto complete = scoring::score(scheme, bands, all);
    ScoredJob used;
    report::fill_scored_job(used, basis, "a long id of another job", "Title", nothing, incomplete, true);
    used.note = "a note";
    report::fill_scored_job(used, basis, "x", "", all, complete, true);
    ScoredJob fresh;
    report::fill_scored_job(fresh, basis, "x", "", all, complete, true);
    CHECK(used.id == fresh.id);
    CHECK(used.title.empty());
    CHECK(used.note.empty());
    CHECK(used.unknown.empty());
    CHECK(used.factors.size() == fresh.factors.size());
    CHECK((report::score_row(used) == report::score_row(fresh)));
}

TEST_CASE("the row of an incomplete job has a range in place of a total") {
    const auto scheme = test::made(test::small_scheme());
    const ScoredJob job = scored(scheme, answers_of(scheme, {{"knowledge", "2"}}));
    const report::ScoreRow row = report::score_row(job);
    REQUIRE(row.size() == report::score_columns({.families = true}).size());
    CHECK((row[2] == report::CellView{false}));
    CHECK((row[3] == report::CellView{}));
    CHECK((row[4] == report::CellView{}));
    CHECK((row[8] == report::CellView{base::Decimal::from_whole(50)}));
    CHECK((row[10] == report::CellView{std::string_view{"B"}}));
}

TEST_CASE("a total in no band says why") {
    auto draft = test::small_scheme();
    draft.bands = {test::open_bands({{"A", "40"}, {"B", "80"}})};
    SUBCASE("below the lowest band") {
        const auto scheme = test::made(draft);
        const auto job = scored(scheme, answers_of(scheme, {{"knowledge", "1"}, {"effort", "1"}}));
        CHECK_FALSE(job.band_max.has_value());
        CHECK(job.no_band == "30 is below the floor of the lowest band 'A' (40)");
        CHECK(job.to_next.value().to_string() == "10");
    }
    SUBCASE("in a declared hole") {
        draft.bands[0].unbanded.push_back({test::number("30"), test::number("39"), "outside the plan"});
        const auto scheme = test::made(draft);
        CHECK(scored(scheme, answers_of(scheme, {{"knowledge", "1"}, {"effort", "1"}})).no_band ==
              "the band table leaves 30 to 39 without a band: outside the plan");
    }
    SUBCASE("between two bands") {
        draft.bands[0].bands[0].max = test::number("60");
        const auto scheme = test::made(draft);
        CHECK(scored(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "2"}})).no_band ==
              "70 lies between band 'A' and band 'B' (80)");
    }
    SUBCASE("above the highest") {
        draft.bands[0].open_ended = false;
        draft.bands[0].bands[1].max = test::number("85");
        const auto scheme = test::made(draft);
        CHECK(scored(scheme, answers_of(scheme, {{"knowledge", "3"}, {"effort", "2"}})).no_band ==
              "90 is above the largest total of the highest band 'B' (85)");
    }
}

TEST_CASE("a band that a rule moved keeps the band by points beside it") {
    auto draft = test::small_scheme();
    draft.facts = {test::choice_fact("grade", {"G1", "G2"})};
    draft.band_rules = {test::band_rule("by-grade", "grade", {{"G2", "C"}})};
    const auto scheme = test::made(draft);
    const auto job = scored(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "2"}}, {{"grade", "G2"}}));
    CHECK(job.band_max == "C");
    CHECK(job.band_by_points == "B");
    CHECK(job.band_rule == "by-grade");
    CHECK(job.above_floor.value().to_string() == "20");
    const auto other = scored(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "2"}}, {{"grade", "G1"}}));
    CHECK_FALSE(other.band_rule.has_value());
    CHECK_FALSE(other.band_by_points.has_value());
}

TEST_CASE("a level that waits for a fact names the fact, not the factor") {
    auto draft = test::small_scheme();
    draft.facts = {test::choice_fact("grade", {"G1", "G2"}), test::number_fact("situations"), test::number_fact("unused")};
    draft.derived = {test::derivation("by-grade", "knowledge", "grade", {{"G1", "1"}, {"G2", "2"}})};
    draft.modifiers = {test::modifier("many", "effort", "situations", "3", {"1"}, "2")};
    const auto scheme = test::made(draft);
    const auto job = scored(scheme, answers_of(scheme, {{"effort", "1"}}));
    CHECK(job.unknown.empty());
    CHECK(job.unknown_facts == std::vector<std::string>{"grade", "situations"});
    const auto bare = scored(scheme, answers_of(scheme, {}, {{"grade", "G1"}}));
    CHECK(bare.unknown == std::vector<std::string>{"effort"});
    CHECK(bare.unknown_facts.empty());
    const auto known = scored(scheme, answers_of(scheme, {{"effort", "1"}}, {{"grade", "G2"}, {"situations", "0"}}));
    CHECK(known.complete);
    CHECK(known.unknown_facts.empty());
}

TEST_CASE("pay is that of the band, and only of a complete job") {
    auto draft = test::small_scheme();
    draft.pay = {test::pay({{"A", "10000 12000.50"}})};
    const auto scheme = test::made(draft);
    const auto* pay = model::in_force(scheme.pay_tables(), std::nullopt);
    const auto low = scored(scheme, answers_of(scheme, {{"knowledge", "1"}, {"effort", "1"}}), pay);
    REQUIRE(low.pay.has_value());
    CHECK(low.pay->max.to_string() == "12000.5");
    CHECK_FALSE(scored(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "2"}}), pay).pay.has_value());
    CHECK_FALSE(scored(scheme, answers_of(scheme, {}), pay).pay.has_value());
}

/// The counts of the table of families in words, row by row: "admin 2 0 2".
std::vector<std::string> family_rows(const report::ScoreResult& result) {
    std::vector<std::string> rows;
    report::for_each_table(report::score_document(result), [&](const report::Table& table) {
        if (table.id != "bands-by-family") return;
        for (const auto& row : table.rows) {
            std::string text;
            for (const auto& cell : row) text += (text.empty() ? "" : " ") + je::render::shown(cell);
            rows.push_back(text);
        }
    });
    return rows;
}

/// SLOW AND PLAIN: the counts of one family by looking at every job for every band.
std::string counted_one_by_one(const std::vector<ScoredJob>& jobs, const std::vector<std::string>& bands,
                               const std::function<bool(const ScoredJob&)>& is_in_row) {
    std::string counts;
    std::size_t all = 0;
    for (const std::string& band : bands) {
        std::size_t in_band = 0;
        for (const ScoredJob& job : jobs) in_band += is_in_row(job) && job.band_min == band && job.band_max == band ? 1 : 0;
        counts += " " + std::to_string(in_band);
        all += in_band;
    }
    return counts + " " + std::to_string(all);
}

TEST_CASE("families are counted by band, those without one too") {
    report::ScoreResult result;
    result.head.scheme.emplace();
    result.head.bands.any = true;
    const std::vector<std::string> bands{"A", "B", "C"};
    for (const std::string& band : bands)
        result.head.bands.floors.push_back({.band = band, .name = {}, .floor = {}, .max = {}});
    const std::vector<std::optional<std::string>> families{"admin", "care", std::nullopt};
    for (std::size_t i = 0; i < 50; ++i) {
        ScoredJob job;
        job.id = "job" + std::to_string(i);
        job.family = families[i * i % 7 % 3];
        job.band_min = job.band_max = bands[i * 5 % 11 % 3];
        result.by_family.add(job);
        result.jobs.push_back(job);
    }
    const auto in = [](const std::optional<std::string>& family) {
        return [family](const ScoredJob& job) { return job.family == family; };
    };
    const auto everyone = [](const ScoredJob&) { return true; };
    CHECK(family_rows(result) ==
          std::vector<std::string>{"admin" + counted_one_by_one(result.jobs, bands, in("admin")),
                                   "care" + counted_one_by_one(result.jobs, bands, in("care")),
                                   "no family stated" + counted_one_by_one(result.jobs, bands, in(std::nullopt)),
                                   "All jobs" + counted_one_by_one(result.jobs, bands, everyone)});
}

TEST_CASE("jobs in no band and of a band not known have columns of their own, and many families share a row") {
    report::ScoreResult result;
    result.head.scheme.emplace();
    result.head.bands.any = true;
    result.head.bands.floors.push_back({.band = "A", .name = {}, .floor = {}, .max = {}});
    const auto add = [&](const std::string& family, const std::optional<std::string>& low,
                         const std::optional<std::string>& high) {
        ScoredJob job;
        job.family = family;
        job.band_min = low;
        job.band_max = high;
        result.by_family.add(job);
        result.jobs.push_back(job);
    };
    add("f", "A", "A");
    add("f", std::nullopt, std::nullopt);
    add("f", "A", std::nullopt);
    CHECK(family_rows(result) == std::vector<std::string>{"f 1 1 1 3", "All jobs 1 1 1 3"});
    for (int i = 0; i < 150; ++i) add("g" + std::to_string(1000 + i), "A", "A");
    const auto rows = family_rows(result);
    REQUIRE(rows.size() == 102);
    CHECK(rows[0] == "f 1 1 1 3");
    CHECK(rows[100] == "51 other families 51 0 0 51");
    CHECK(rows[101] == "All jobs 151 1 1 153");
}

TEST_CASE("without families, or without bands, nothing is said of them") {
    report::ScoreResult result;
    result.head.scheme.emplace();
    result.head.bands.any = true;
    result.by_family.add({});
    CHECK(family_rows(result).empty());
    ScoredJob job;
    job.family = "f";
    result.jobs.push_back(job);
    result.by_family.add(job);
    CHECK(family_rows(result).size() == 3);
    result.head.bands.any = false;
    CHECK(family_rows(result).empty());
}

TEST_CASE("bands say which totals they hold") {
    const auto points_of = [](std::int64_t whole) { return report::Points{base::Decimal::from_whole(whole)}; };
    auto draft = test::small_scheme();
    draft.bands[0].bands[1].max = test::number("60");
    const auto whole = test::made(draft);
    auto table = report::band_table(whole.band_tables()[0], whole);
    CHECK((table.rows.at(0).at(1) == report::Cell{report::Range{points_of(0), points_of(49)}}));
    CHECK((table.rows.at(1).at(1) == report::Cell{report::Range{points_of(50), points_of(60)}}));
    CHECK((table.rows.at(2).at(1) == report::Cell{report::Range{points_of(80), report::Nothing{}, report::Range::End::open}}));
    const auto decimals = test::made(matrix_scheme());
    table = report::band_table(decimals.band_tables()[0], decimals);
    CHECK((table.rows.at(0).at(1) == report::Cell{report::Range{points_of(0), points_of(60), report::Range::End::excluded}}));
}

}  // namespace score_result_test
