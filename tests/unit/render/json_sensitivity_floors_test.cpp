// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "je/render/json.hpp"
#include "report/sensitivity/views.hpp"
#include "support/floors.hpp"

namespace json_sensitivity_floors_test {

namespace {

using namespace je;
using nlohmann::json;

json written(const report::FloorsView& view) {
    report::SensitivityTail tail;
    tail.floors = view;
    return json::parse(render::json(tail))["floors"];
}

json written(const report::FactorsView& view) {
    report::SensitivityTail tail;
    tail.factors = view;
    return json::parse(render::json(tail))["factors"];
}

}  // namespace

TEST_CASE("floors as JSON, with null for all together and for what is not asked") {
    const auto table = test::band_table({{"1", "10"}, {"2", "20"}});
    const std::vector<report::FloorJob> jobs{{"a", test::points("9.5")}, {"b", test::points("20")}};
    const std::vector<sensitivity::Anchor> anchors{{1}};
    const auto view =
        report::floors_view({.table = table, .jobs = jobs, .most = test::points("0.5"), .derive = false, .anchors = anchors});
    const json found = written(view);
    CHECK(found["unit"] == 0.5);
    CHECK(found["shifts"] ==
          json::parse(R"([{"floor":"1","by":-0.5,"up":0,"down":0,"into_a_band":1},{"floor":"1","by":0.5,"up":0,"down":0},
        {"floor":"2","by":-0.5,"up":0,"down":0},{"floor":"2","by":0.5,"up":0,"down":1},
        {"floor":null,"by":-0.5,"up":0,"down":0,"into_a_band":1},{"floor":null,"by":0.5,"up":0,"down":1}])"));
    CHECK(found["gaps"] == json::parse(R"([{"below":9.5,"above":20,"width":10.5,"floors":["1","2"]}])"));
    CHECK(found["slack"][0] == json::parse(R"({"floor":"1","at":10,"can_fall":0,"can_rise":null})"));
    CHECK(found["jobs"][0] == json::parse(R"({"id":"a","total":9.5,"band":null,"own_floor_up":null,"next_band":"1",
        "next_floor_down":0.5})"));
    CHECK(found["side_by_side"].is_null());
    REQUIRE(found["derived"].size() == 1);
    CHECK(found["derived"][0]["rule"] == "anchors");
    CHECK(found["derived"][0]["floors"][1] ==
          json::parse(R"({"band":"2","present":20,"floor":20,"jobs":1,"up_to":20,"up_to_job":"b",
        "note":"no anchored job is below it: it stays"})"));
}

TEST_CASE("tables side by side, and a rule without floors, as JSON") {
    const auto table = test::band_table({{"1", "10"}, {"2", "20"}});
    const auto other = test::band_table({{"1", "10"}, {"2", "30"}});
    const std::vector<report::FloorJob> jobs{{"b", test::points("20")}};
    const auto view =
        report::floors_view({.table = table, .jobs = jobs, .other = &other, .table_name = "now", .other_name = "then"});
    const json found = written(view);
    CHECK(found["side_by_side"] == json::parse(R"({"a":"now","b":"then","bands_a":2,"bands_b":2,"same_ids":true,"up":0,"down":1,
        "same":0,"jobs":[{"id":"b","total":20,"a":"2","b":"1","moves":"down"}]})"));
    const json& gaps = found["derived"][2];
    CHECK(gaps["rule"] == "largest-gaps");
    CHECK(gaps["reason"].get<std::string>().find("fewer different totals") != std::string::npos);
    CHECK(gaps["floors"][0]["floor"].is_null());
    CHECK_FALSE(gaps.contains("up"));
}

TEST_CASE("factors as JSON: no bare null, and no bare number below 0") {
    report::FactorsView view;
    view.no_effective_weight = "there is but one job";
    view.factors.push_back(
        {.id = "only", .name = "Only", .weight = 1, .effective_weight = {}, .jobs_flipped = 0, .left_out = {}});
    view.factors.push_back(
        {.id = "care", .name = "Care", .weight = 0.25, .effective_weight = -0.5, .jobs_flipped = 3, .left_out = {}});
    view.factors.back().left_out = report::FactorEffectView::LeftOutView{{.up = 1, .down = 2, .same = 3}, {}};
    const json found = written(view);
    CHECK(found[0] == json::parse(R"({"id":"only","name":"Only","weight":1,"effective_weight":null,
        "effective_weight_reason":"there is but one job","jobs_flipped":0,"left_out":null})"));
    CHECK(found[1]["effective_weight"] == -0.5);
    CHECK_FALSE(found[1]["effective_weight_note"].get<std::string>().empty());
    CHECK(found[1]["left_out"] == json::parse(R"({"up":1,"down":2,"same":3})"));
}

}  // namespace json_sensitivity_floors_test
