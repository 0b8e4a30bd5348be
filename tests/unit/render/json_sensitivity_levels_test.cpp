// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "je/render/json.hpp"
#include "report/sensitivity/views.hpp"

namespace json_sensitivity_levels_test {

namespace {

using je::base::Decimal;

std::string json_of(const je::report::LevelsView& view) {
    je::report::SensitivityJob job;
    job.levels = view;
    return nlohmann::ordered_json{{"levels", nlohmann::ordered_json::parse(je::render::json(job))["levels"]}}.dump();
}

je::report::LevelsView sample() {
    je::report::LevelsView view;
    view.one_step.push_back({{{"knowledge", "Knowledge", "2", "3", "4"}}, Decimal::from_whole(70), "B", false, true, true, {}});
    view.one_step.push_back({{{"effort", "Effort", "2", "1", {}}}, {}, {}, false, false, false, "rule 'gate' forbids it"});
    view.pairs_looked_at = 2;
    view.pairs_found = 2;
    view.pairs.push_back({{{"knowledge", "Knowledge", "2", "3", {}}, {"effort", "Effort", "1", "2", {}}},
                          Decimal::from_units(905'000),
                          "C",
                          true,
                          true,
                          false,
                          {}});
    view.uncertainty = "each level is off by one";
    view.band_chances = {{{}, 0.25}, {"B", 0.75}};
    view.mean = 54;
    view.standard_deviation = 12;
    view.lowest = Decimal::from_whole(30);
    view.highest = Decimal::from_whole(90);
    view.lower.best.push_back({"A",
                               1,
                               Decimal::from_whole(-20),
                               Decimal::from_whole(50),
                               {{"knowledge", "Knowledge", "2", "1", Decimal::from_whole(-20)}}});
    view.lower.found = 3;
    view.lower.one_step_each = 2;
    return view;
}

}  // namespace

TEST_CASE("one job's levels in JSON, key by key") {
    CHECK(
        json_of(sample()) ==
        R"({"levels":{"one_step":[{"factor":"knowledge","name":"Knowledge","from":"2","to":"3","counts_as":"4","total":70,"band":"B",)"
        R"("changes_band":false,"allowed":true},{"factor":"effort","name":"Effort","from":"2","to":"1","total":null,"band":null,)"
        R"("changes_band":false,"allowed":false,"why_not":"rule 'gate' forbids it"}],)"
        R"("pairs":{"looked_at":2,"changing":[{"changes":[{"factor":"knowledge","name":"Knowledge","from":"2","to":"3"},)"
        R"({"factor":"effort","name":"Effort","from":"1","to":"2"}],"total":90.5,"band":"C"}],"not_listed":1},)"
        R"("uncertainty":"each level is off by one","band_chance":[{"band":null,"chance":0.25,"share":0.25},{"band":"B","chance":0.75,"share":0.75}],)"
        R"("mean":54,"standard_deviation":12,"total_min":30,"total_max":90,"at_end_of_scale":[],"raise_found":0,"raise_one_step_each":0,"raise":[],)"
        R"("lower_found":3,"lower_one_step_each":2,"lower":[{"to_band":"A","steps":1,"points":-20,"total":50,"one_step_each":true,"changes":[{"factor":"knowledge","name":"Knowledge","from":"2","to":"1","points":-20}]}],)"
        R"("raise_and_lose_found":0,"raise_and_lose_one_step_each":0,"raise_and_lose":[]}})");
}

TEST_CASE("chances that are not computed are null with the reason") {
    auto view = sample();
    view.no_band_chances = "too many";
    CHECK(json_of(view).find(R"("band_chance":null,"band_chance_reason":"too many","mean":null,"standard_deviation":null)") !=
          std::string::npos);
    view.uncertainty = view.no_band_chances = std::nullopt;
    CHECK(json_of(view).find(
              R"("uncertainty":null,"band_chance":null,"band_chance_reason":"no uncertainty of levels was given")") !=
          std::string::npos);
}

}  // namespace json_sensitivity_levels_test
