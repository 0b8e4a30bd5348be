// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "explain_fixture.hpp"
#include "je/render/format.hpp"
#include "je/render/json.hpp"

namespace je::test::explain_document_test {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("text and JSON of one explanation agree") {
    const auto result = explained(small_scheme_text, small_job);
    const auto text = render::text(report::explain_document(result), 200);
    const auto json = render::json(result);
    CHECK(holds(text, "Job (j): band 2, 48.5 points"));
    CHECK(holds(json, R"("total":48.5,"band":"2","above_floor":8.5,"to_next":null,"next_band":null)"));
    CHECK(holds(text, "Disputed:                   Skill, e: them: no (job.yaml:12)"));
    CHECK(holds(
        json,
        R"("disputed_evidence":[{"factor":"skill","document":"e","section":null,"disputed":"them: no","at":"job.yaml:12"}])"));
    for (const auto& set : result.lower.best)
        for (const auto& change : set.changes) {
            CHECK(holds(text, change.name + " " + change.from + " -> " + change.to + " (" + change.points.to_string() + ")"));
            CHECK(holds(json, R"({"factor":")" + change.factor + R"(","name":")" + change.name + R"(","from":")" + change.from +
                                  R"(","to":")" + change.to + R"(","points":)" + change.points.to_string() + "}"));
        }
}

TEST_CASE("sections stand in their order") {
    const auto text = render::text(report::explain_document(explained(small_scheme_text, small_job)));
    std::size_t last = 0;
    for (const std::string_view heading : {"How the total adds up", "Factor by factor", "Facts and rules beside the factors",
                                           "What the record lacks", "What moves the band", "What this was made from"}) {
        const auto at = text.find(heading);
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
}

TEST_CASE("the table has a row per factor and per matrix, each as long as its columns") {
    const auto table = report::explain_table(explained(small_scheme_text, small_job));
    REQUIRE(table.rows.size() == 5);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK((table.rows[4][0] == report::Cell{"matrix"}));
    CHECK((table.rows[4][4] == report::Cell{"2 x B"}));
}

TEST_CASE("nothing ever suggests a level") {
    const auto text = render::text(report::explain_document(explained(small_scheme_text, small_job)), 1000);
    CHECK(holds(text, "Which level the evidence supports is for people to judge; nothing here suggests one."));
    CHECK(holds(text, "arithmetic facts about the points, not suggestions"));
}

}  // namespace
}  // namespace je::test::explain_document_test
