// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "je/render/format.hpp"
#include "je/render/json.hpp"
#include "je/report/score_result.hpp"

namespace json_score_test {

namespace {

using je::base::Decimal;
using nlohmann::ordered_json;

je::report::ScoreResult sample() {
    je::report::ScoreResult result;
    result.head.scheme = je::report::SchemeInfo{"demo", "Demo plan", "2026", "illustrative", "Made up.", "demo.yaml", "abc"};
    result.head.bands.any = true;
    je::report::ScoredJob complete;
    complete.id = "vlo";
    complete.title = "Officer \"one\"";
    complete.total_min = complete.total_max = Decimal::from_units(4'402'500);
    complete.band_min = complete.band_max = std::string{"3"};
    complete.above_floor = Decimal::from_units(902'500);
    complete.to_next = Decimal::from_units(97'500);
    complete.next_band = std::string{"4"};
    complete.factors = {{"knowledge", "4", "4", {}, je::scoring::LevelSource::stated, Decimal::from_units(4'402'500), {}, {}}};
    je::report::ScoredJob open;
    open.id = "open";
    open.complete = false;
    open.total_min = Decimal::from_whole(100);
    open.total_max = Decimal::from_whole(300);
    open.band_max = std::string{"2"};
    open.no_band = "100 is too low";
    open.unknown = {"Knowledge"};
    open.factors = {{"knowledge", {}, {}, {}, {}, {}, Decimal::from_whole(100), Decimal::from_whole(300)}};
    result.jobs = {complete, open};
    result.tail.errors = {{"bad", "JE-J03", "no such level", "bad.yaml:3:1"}, {"", "JE-Y05", "empty", ""}};
    result.tail.inputs = {{"vlo.yaml", "def"}};
    result.tail.tool = {"0.1.0", ""};
    return result;
}

std::vector<std::string> keys_of(const ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

}  // namespace

TEST_CASE("a score as JSON has its keys in the documented order") {
    const auto json = ordered_json::parse(je::render::json(sample()));
    using Keys = std::vector<std::string>;
    CHECK((keys_of(json) == Keys{"format", "scheme", "caution", "bands", "as_of", "jobs", "errors", "inputs", "tool"}));
    CHECK((keys_of(json["scheme"]) == Keys{"id", "title", "edition", "status", "sha256"}));
    CHECK((keys_of(json["jobs"][0]) ==
           Keys{"id", "title", "complete", "total", "band", "above_floor", "to_next", "next_band", "factors"}));
    CHECK((keys_of(json["jobs"][1]) == Keys{"id", "title", "complete", "total", "band", "above_floor", "to_next", "next_band",
                                            "total_min", "total_max", "band_min", "band_max", "no_band", "factors"}));
    CHECK((keys_of(json["jobs"][0]["factors"][0]) == Keys{"id", "level", "points", "source"}));
}

TEST_CASE("numbers are numbers, whole ones integers, and what is not there is null") {
    const auto json = ordered_json::parse(je::render::json(sample()));
    CHECK(json["jobs"][0]["total"].is_number_float());
    CHECK(json["jobs"][0]["total"] == 440.25);
    CHECK(json["jobs"][1]["total_min"].is_number_integer());
    CHECK(json["jobs"][1]["total"].is_null());
    CHECK(json["jobs"][1]["band_min"].is_null());
    CHECK(json["jobs"][1]["factors"][0]["level"].is_null());
    CHECK(json["as_of"].is_null());
    CHECK(json["errors"][1]["job"].is_null());
}

TEST_CASE("each job stands on a line of its own, and the text ends with one line feed") {
    const std::string text = je::render::json(sample());
    CHECK(text.find("\n{\"id\":\"vlo\"") != std::string::npos);
    CHECK(text.find("\n{\"id\":\"open\"") != std::string::npos);
    CHECK(text.ends_with("}}\n"));
    CHECK_FALSE(text.ends_with("\n\n"));
}

TEST_CASE("a result without scheme and jobs is still one JSON object") {
    je::report::ScoreResult nothing;
    nothing.tail.tool = {"0.1.0", "2026-01-01T00:00:00Z", {"score", "a \"b\""}};
    const auto json = ordered_json::parse(je::render::json(nothing));
    CHECK(json["scheme"].is_null());
    CHECK(json["bands"].is_null());
    CHECK(json["jobs"].empty());
    CHECK(json["tool"]["stamp"] == "2026-01-01T00:00:00Z");
    CHECK(json["tool"]["arguments"].dump() == "[\"score\",\"a \\\"b\\\"\"]");
}

TEST_CASE("text and JSON of one result agree") {
    const auto result = sample();
    const auto json = ordered_json::parse(je::render::json(result));
    const std::string text = je::render::text(je::report::score_document(result));
    CHECK(text.find("440.25") != std::string::npos);
    CHECK(text.find("100 to 300") != std::string::npos);
    CHECK(text.find("none to 2") != std::string::npos);
    for (const auto& job : json["jobs"]) CHECK(text.find(job["id"].get<std::string>()) != std::string::npos);
    CHECK(text.find(json["caution"].get<std::string>()) != std::string::npos);
}

}  // namespace json_score_test
