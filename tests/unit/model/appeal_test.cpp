// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/appeal.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/records.hpp"

namespace je::test::appeal_test {

using model::FactorIndex;
using model::LevelIndex;

namespace {

const model::Scheme& scheme() {
    static const model::Scheme made_once = made(small_scheme());
    return made_once;
}

}  // namespace

TEST_CASE("an appeal keeps what its draft says") {
    auto draft = appeal_draft();
    draft.claims_band = text("C");
    draft.repanel = text("second");
    draft.notes = "Heard on one day.";
    draft.documents = {document("letter", 3)};
    draft.events[1].note = "by post";
    draft.grounds[0].evidence = {evidence_in("letter")};
    draft.grounds.push_back(ground("process"));
    draft.effective_dates = {{day("2026-01-01", 9), text("the union"), "the duty began then"}};
    draft.decision = {day("2026-06-20"), "agreed", day("2026-01-01")};
    const auto appeal = made(draft, scheme());
    CHECK(appeal.id() == "ours");
    CHECK(appeal.kind() == model::AppealKind::individual);
    CHECK(appeal.brought_by() == model::Party::jobholders);
    CHECK(appeal.job() == "job");
    CHECK(appeal.original() == "first");
    REQUIRE(appeal.repanel().has_value());
    CHECK(*appeal.repanel() == "second");
    CHECK(appeal.claims_band() == "C");
    CHECK(appeal.notes() == "Heard on one day.");
    CHECK(appeal.documents()[0].id == "letter");
    REQUIRE(appeal.events().size() == 2);
    CHECK(appeal.events()[1].note == "by post");
    CHECK(appeal.events()[1].date.to_string() == "2026-05-15");
    REQUIRE(appeal.grounds().size() == 2);
    CHECK(appeal.grounds()[0].factor == FactorIndex{0});
    CHECK(appeal.grounds()[0].claim == LevelIndex{2});
    CHECK(appeal.grounds()[0].argument == "as argued");
    CHECK(appeal.grounds()[0].evidence[0].document == "letter");
    CHECK_FALSE(appeal.grounds()[1].factor.has_value());
    REQUIRE(appeal.effective_dates().size() == 1);
    CHECK(appeal.effective_dates()[0].argued_by == "the union");
    CHECK(appeal.effective_dates()[0].at.line == 9);
    REQUIRE(appeal.decision().has_value());
    CHECK(appeal.decision()->reason == "agreed");
    CHECK(appeal.decision()->effective_date->to_string() == "2026-01-01");
}

TEST_CASE("what an appeal leaves out is not there") {
    const auto appeal = made(appeal_draft(), scheme());
    CHECK_FALSE(appeal.repanel().has_value());
    CHECK(appeal.claims_band().empty());
    CHECK_FALSE(appeal.decision().has_value());
    CHECK(appeal.effective_dates().empty());
}

TEST_CASE("events are found by kind, the first of several, and grounds by factor") {
    auto draft = appeal_draft();
    draft.events.push_back({text("result-sent"), day("2026-06-01"), "again"});
    const auto appeal = made(draft, scheme());
    REQUIRE(appeal.find_event("result-sent") != nullptr);
    CHECK(appeal.find_event("result-sent")->date.to_string() == "2026-05-04");
    CHECK(appeal.find_event("heard") == nullptr);
    REQUIRE(appeal.ground_on(FactorIndex{0}) != nullptr);
    CHECK(appeal.ground_on(FactorIndex{0})->claim == LevelIndex{2});
    CHECK(appeal.ground_on(FactorIndex{1}) == nullptr);
}

TEST_CASE("every word for kinds, parties and grounds is known") {
    using model::AppealKind;
    for (const auto kind : {AppealKind::individual, AppealKind::collective}) {
        auto draft = appeal_draft();
        draft.kind = text(std::string{to_text(kind)});
        CHECK(made(draft, scheme()).kind() == kind);
    }
    using model::Party;
    for (const auto party : {Party::jobholders, Party::union_side, Party::employer}) {
        auto draft = appeal_draft();
        draft.brought_by = text(std::string{to_text(party)});
        CHECK(made(draft, scheme()).brought_by() == party);
    }
    using model::GroundKind;
    for (const auto kind : {GroundKind::level, GroundKind::process, GroundKind::facts, GroundKind::scheme_applied,
                            GroundKind::comparator, GroundKind::job_description}) {
        auto draft = appeal_draft();
        draft.grounds[0].kind = text(std::string{to_text(kind)});
        CHECK(made(draft, scheme()).grounds()[0].kind == kind);
    }
    CHECK(to_text(AppealKind::collective) == "collective");
    CHECK(to_text(Party::union_side) == "union");
    CHECK(to_text(GroundKind::scheme_applied) == "scheme-applied");
}

TEST_CASE("words that are none of those allowed") {
    auto draft = appeal_draft();
    draft.kind = text("group", 3);
    draft.brought_by = text("staff", 4);
    draft.grounds[0].kind = text("pay", 5);
    CHECK(mistakes(draft, scheme()) ==
          "JE-A01 draft.yaml:3: appeal 'ours' says 'group', which is none of the kinds of appeal\n"
          "JE-A01 draft.yaml:4: appeal 'ours' says 'staff', which is none of the parties to an appeal\n"
          "JE-A01 draft.yaml:5: appeal 'ours' says 'pay', which is none of the kinds of ground\n");
}

TEST_CASE("the re-panel is another panel") {
    auto draft = appeal_draft();
    draft.repanel = text("first", 6);
    CHECK(mistakes(draft, scheme()) ==
          "JE-A02 draft.yaml:6: appeal 'ours' names panel 'first' both as the original and as the re-panel\n");
}

TEST_CASE("events stand in the order of their dates; two may be on one day") {
    auto draft = appeal_draft();
    draft.events[1].date = day("2026-05-04", 7);
    CHECK(mistakes(draft, scheme()).empty());
    draft.events[1].date = day("2026-05-03", 7);
    CHECK(mistakes(draft, scheme()) ==
          "JE-A03 draft.yaml:7: event 'appeal-received' of 2026-05-03 stands after one of 2026-05-04\n");
}

TEST_CASE("an appeal has a ground") {
    auto draft = appeal_draft();
    draft.grounds.clear();
    CHECK(mistakes(draft, scheme()) == "JE-A04 draft.yaml:1: appeal 'ours' states no ground\n");
}

TEST_CASE("grounds name factors and levels of the scheme") {
    auto draft = appeal_draft();
    draft.grounds[0].factor = text("skill", 4);
    draft.grounds.push_back(ground("level", "effort", "3"));
    CHECK(mistakes(draft, scheme()) ==
          "JE-A06 draft.yaml:4: 'skill' is not a factor of scheme 'demo'\n"
          "JE-A06 draft.yaml:1: factor 'effort' has no level '3'\n");
    draft = appeal_draft();
    draft.grounds[0].factor.reset();
    CHECK(mistakes(draft, scheme()) == "JE-A05 draft.yaml:1: a ground claims level '3' of no factor\n");
}

TEST_CASE("a ground about a factor need not claim a level") {
    auto draft = appeal_draft();
    draft.grounds = {ground("facts", "effort")};
    const auto appeal = made(draft, scheme());
    CHECK(appeal.grounds()[0].factor == FactorIndex{1});
    CHECK_FALSE(appeal.grounds()[0].claim.has_value());
}

TEST_CASE("a factor may have several grounds, which claim one level; the one that claims is found first") {
    auto draft = appeal_draft();
    draft.grounds = {ground("facts", "knowledge"), ground("level", "knowledge", "3"), ground("process", "knowledge", "3")};
    const auto appeal = made(draft, scheme());
    CHECK(appeal.ground_on(FactorIndex{0}) == &appeal.grounds()[1]);
}

TEST_CASE("documents cited are declared somewhere, where all records are at hand") {
    auto draft = appeal_draft();
    draft.documents = {document("letter")};
    draft.grounds[0].evidence = {test::evidence_in("letter"), test::evidence_in("minutes"), test::evidence_in("nowhere")};
    CHECK(made(draft, scheme()).grounds()[0].evidence.size() == 3);  // nothing to hold them against
    auto panel = panel_draft();
    panel.documents = {document("minutes")};
    const auto original = made(panel, scheme());
    const auto questionnaire = made(job_draft(scheme(), {{"knowledge", "2"}}), scheme());
    const model::Appeal::Cited cited{.job = &questionnaire, .original = &original, .repanel = nullptr};
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Appeal::make(draft, scheme(), diagnostics, cited).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].id == "JE-A12");
    CHECK(diagnostics.all()[0].message ==
          "the evidence for the ground on 'knowledge' names document 'nowhere', which is not declared");
}

TEST_CASE("a document is entered once") {
    auto draft = appeal_draft();
    draft.documents = {document("letter"), document("letter", 8)};
    CHECK(mistakes(draft, scheme()) == "JE-A08 draft.yaml:8: document 'letter' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("a factor has one level claimed, a document one entry") {
    auto draft = appeal_draft();
    draft.grounds.push_back(ground("facts", "knowledge", "2"));
    draft.documents = {document("letter"), document("letter", 8)};
    CHECK(mistakes(draft, scheme()) ==
          "JE-A08 draft.yaml:8: document 'letter' is given twice (first at draft.yaml:1)\n"
          "JE-A07 draft.yaml:1: two grounds claim different levels of factor 'knowledge': '3' and '2'\n");
}

TEST_CASE("all mistakes of an appeal are told together") {
    auto draft = appeal_draft();
    draft.kind = text("single");
    draft.repanel = text("first");
    draft.events[1].date = day("2026-01-01");
    draft.grounds = {ground("level", "knowledge", "9"), ground("process", "", "1")};
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Appeal::make(draft, scheme(), diagnostics).has_value());
    CHECK(diagnostics.errors() == 5);
}

TEST_CASE("nothing is made of an appeal whose file had mistakes") {
    auto draft = appeal_draft();
    draft.flawed = true;
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Appeal::make(draft, scheme(), diagnostics).has_value());
    CHECK(diagnostics.all().empty());
}

}  // namespace je::test::appeal_test
