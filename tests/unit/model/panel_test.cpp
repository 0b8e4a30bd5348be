// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/panel.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/records.hpp"

namespace je::test::panel_test {

using model::FactorIndex;
using model::LevelIndex;
using model::PanellistIndex;

namespace {

const model::Scheme& scheme() {
    static const model::Scheme made_once = made(small_scheme());
    return made_once;
}

/// The questionnaire of the panel, with document "jdq".
model::Job job() {
    auto draft = job_draft(scheme(), {{"knowledge", "2"}});
    draft.documents = {document("jdq")};
    draft.factors[0].evidence = {evidence_in("jdq")};
    return made(draft, scheme());
}

}  // namespace

TEST_CASE("a panel keeps what its draft says, in the order of the scheme") {
    auto draft = panel_draft();
    draft.job_version = text("2");
    draft.edition = text("2026");
    draft.decision = text("consensus");
    draft.notes = "Held in two sittings.";
    draft.documents = {document("minutes", 5)};
    draft.panellists[0].name = "Asha";
    draft.panellists[0].post = "senior evaluator";
    draft.panellists[0].organisation = "North";
    draft.panellists[0].trained_in = texts({"demo", "njc"});
    draft.panellists[1].connected_to_job = "line manager";
    std::swap(draft.factors[0], draft.factors[1]);
    draft.factors[1].rationale = "as the questionnaire says";
    draft.factors[1].evidence = {evidence_in("minutes")};
    draft.factors[1].agreed = text("2", 12);
    draft.factors[1].dissent = {{text("ben"), text("3"), "trains others", at_line(14)}};
    const auto panel = made(draft, scheme());
    CHECK(panel.id() == "first");
    CHECK(panel.job() == "job");
    CHECK(panel.job_version() == "2");
    CHECK(panel.edition() == "2026");
    CHECK(panel.date().to_string() == "2026-04-14");
    CHECK(panel.stage() == model::Stage::evaluation);
    CHECK(panel.decision() == model::Decision::consensus);
    CHECK(panel.notes() == "Held in two sittings.");
    CHECK(panel.documents()[0].id == "minutes");
    REQUIRE(panel.panellists().size() == 3);
    const auto& asha = panel[PanellistIndex{0}];
    CHECK(asha.name == "Asha");
    CHECK(asha.post == "senior evaluator");
    CHECK(asha.organisation == "North");
    CHECK(asha.is_trained_in("njc"));
    CHECK_FALSE(asha.is_trained_in("nhs-afc"));
    CHECK(panel[PanellistIndex{1}].connected_to_job == "line manager");
    REQUIRE(panel.factors().size() == 2);
    const auto& knowledge = panel[FactorIndex{0}];
    CHECK(knowledge.individual[0] == LevelIndex{1});
    CHECK(knowledge.individual[1] == LevelIndex{2});
    CHECK_FALSE(knowledge.individual[2].has_value());
    CHECK(knowledge.agreed == LevelIndex{1});
    CHECK(knowledge.rationale == "as the questionnaire says");
    CHECK(knowledge.evidence[0].document == "minutes");
    CHECK(knowledge.at.line == 12);
    REQUIRE(knowledge.dissent.size() == 1);
    CHECK(knowledge.dissent[0].panellist == PanellistIndex{1});
    CHECK(knowledge.dissent[0].level == LevelIndex{2});
    CHECK(knowledge.dissent[0].reason == "trains others");
    CHECK(panel[FactorIndex{1}].agreed == LevelIndex{0});
}

TEST_CASE("what a record leaves out is not known") {
    auto draft = panel_draft();
    draft.factors = {panel_factor("effort", {{"asha", "1"}}, "")};
    const auto panel = made(draft, scheme());
    CHECK(panel.job_version().empty());
    CHECK(panel.edition().empty());
    CHECK_FALSE(panel.decision().has_value());
    CHECK_FALSE(panel[FactorIndex{0}].at.known());
    REQUIRE(panel[FactorIndex{0}].individual.size() == 3);
    CHECK_FALSE(panel[FactorIndex{0}].agreed.has_value());
    CHECK_FALSE(panel[FactorIndex{1}].agreed.has_value());
    CHECK(panel[FactorIndex{1}].at.known());
    CHECK(panel[FactorIndex{1}].individual[0] == LevelIndex{0});
    CHECK_FALSE(panel[FactorIndex{1}].individual[1].has_value());
}

TEST_CASE("every word for stages, ways to decide, sides and roles is known") {
    using model::Stage;
    for (const auto stage : {Stage::evaluation, Stage::review, Stage::appeal, Stage::moderation}) {
        auto draft = panel_draft();
        draft.stage = text(std::string{to_text(stage)});
        CHECK(made(draft, scheme()).stage() == stage);
    }
    using model::Decision;
    for (const auto decision : {Decision::consensus, Decision::majority, Decision::chair, Decision::median}) {
        auto draft = panel_draft();
        draft.decision = text(std::string{to_text(decision)});
        CHECK(made(draft, scheme()).decision() == decision);
    }
    using model::Side;
    for (const auto side : {Side::management, Side::union_side, Side::independent}) {
        auto draft = panel_draft();
        draft.panellists[0].side = text(std::string{to_text(side)});
        CHECK(made(draft, scheme()).panellists()[0].side == side);
    }
    using model::Role;
    for (const auto role : {Role::chair, Role::member, Role::observer, Role::adviser}) {
        auto draft = panel_draft();
        draft.panellists[2].role = text(std::string{to_text(role)});
        const auto panel = made(draft, scheme());
        CHECK(panel.panellists()[2].role == role);
        CHECK(panel.panellists()[2].decides() == (role == Role::chair || role == Role::member));
    }
    CHECK(to_text(Side::union_side) == "union");
    CHECK(to_text(Role::adviser) == "adviser");
    CHECK(to_text(Stage::moderation) == "moderation");
    CHECK(to_text(Decision::median) == "median");
}

TEST_CASE("the agreed levels are answers, with the facts of the job when it is at hand") {
    auto with_fact = small_scheme();
    with_fact.facts = {number_fact("staff")};
    const auto facts_scheme = made(with_fact);
    const auto staffed = made(job_draft(facts_scheme, {}, {{"staff", "4"}}), facts_scheme);
    const auto panel = made(panel_draft(), facts_scheme);
    const auto alone = panel.answers(facts_scheme, nullptr);
    CHECK(alone.levels == std::vector<std::optional<LevelIndex>>{LevelIndex{1}, LevelIndex{0}});
    CHECK_FALSE(alone.facts[0].has_value());
    CHECK((panel.answers(facts_scheme, &staffed).facts[0] == model::FactValue{decimal("4")}));
}

TEST_CASE("words that are none of those allowed") {
    auto draft = panel_draft();
    draft.stage = text("evaluate", 3);
    draft.decision = text("vote", 4);
    draft.panellists[1].side = text("unions", 5);
    draft.panellists[1].role = text("secretary", 6);
    CHECK(mistakes(draft, scheme()) ==
          "JE-P01 draft.yaml:3: panel 'first' says 'evaluate', which is none of the stages\n"
          "JE-P01 draft.yaml:4: panel 'first' says 'vote', which is none of the ways to decide\n"
          "JE-P03 draft.yaml:5: panellist 'ben' says 'unions', which is none of the sides of a panel\n"
          "JE-P03 draft.yaml:6: panellist 'ben' says 'secretary', which is none of the roles on a panel\n");
}

TEST_CASE("a panel has panellists, each once") {
    auto nobody = panel_draft();
    nobody.panellists.clear();
    nobody.factors.clear();
    CHECK(mistakes(nobody, scheme()) == "JE-P02 draft.yaml:1: panel 'first' names no panellist\n");
    auto twice = panel_draft();
    twice.panellists[2].id = text("ben", 8);
    CHECK(mistakes(twice, scheme()) == "JE-P07 draft.yaml:8: panellist 'ben' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("factors and levels are the scheme's, and each factor stands once") {
    auto draft = panel_draft();
    draft.factors[0].agreed = text("4", 3);
    draft.factors[0].individual[1].second = text("5", 2);
    draft.factors[1].dissent = {{text("ben"), text("7", 6), "why", at_line(6)}};
    draft.factors.push_back(panel_factor("skill", {}, ""));
    CHECK(mistakes(draft, scheme()) ==
          "JE-P05 draft.yaml:3: factor 'knowledge' has no level '4'\n"
          "JE-P05 draft.yaml:2: factor 'knowledge' has no level '5'\n"
          "JE-P05 draft.yaml:6: factor 'effort' has no level '7'\n"
          "JE-P04 draft.yaml:1: 'skill' is not a factor of scheme 'demo'\n");
    auto twice = panel_draft();
    twice.factors.push_back(panel_factor("effort", {}, ""));
    CHECK(mistakes(twice, scheme()) == "JE-P07 draft.yaml:1: factor 'effort' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("levels and dissents are of people on the panel, once each") {
    auto draft = panel_draft();
    draft.factors[0].individual[0].first = text("dora", 2);
    draft.factors[1].individual[1].first = text("asha", 3);
    draft.factors[1].dissent = {{text("eve", 4), {}, "why", at_line(4)}};
    CHECK(mistakes(draft, scheme()) ==
          "JE-P06 draft.yaml:2: factor 'knowledge' names panellist 'dora', which is not declared\n"
          "JE-P07 draft.yaml:3: panellist 'asha' is given twice (first at draft.yaml:1)\n"
          "JE-P06 draft.yaml:4: the dissent on factor 'effort' names panellist 'eve', which is not declared\n");
}

TEST_CASE("advisers and observers give no level, but may dissent") {
    auto draft = panel_draft();
    draft.factors[0].individual.emplace_back(text("carol", 5), text("1"));
    CHECK(mistakes(draft, scheme()) == "JE-P10 draft.yaml:5: 'carol' is on the panel as adviser and gives a level\n");
    draft = panel_draft();
    draft.factors[0].dissent = {{text("carol"), text("1"), "the scale says so", at_line(5)}};
    CHECK(made(draft, scheme())[FactorIndex{0}].dissent[0].level == LevelIndex{0});
}

TEST_CASE("a dissent is with the person's own level, which it need not repeat") {
    auto draft = panel_draft();
    draft.factors[0].dissent = {{text("ben"), {}, "why", at_line(5)}};
    CHECK(made(draft, scheme())[FactorIndex{0}].dissent[0].level == LevelIndex{2});
    draft.factors[0].dissent[0].level = text("1", 5);
    CHECK(mistakes(draft, scheme()) ==
          "JE-P11 draft.yaml:5: 'ben' dissents with level '1' on factor 'knowledge', but is recorded with level '3'\n");
}

TEST_CASE("evidence is of documents of the record or the questionnaire, when that is at hand") {
    const auto questionnaire = job();
    auto draft = panel_draft();
    draft.documents = {document("minutes")};
    draft.factors[0].evidence = {evidence_in("minutes"), evidence_in("jdq"), evidence_in("letter", 6)};
    CHECK(mistakes(draft, scheme(), &questionnaire) ==
          "JE-P08 draft.yaml:6: the evidence for factor 'knowledge' names document 'letter', which is not declared\n");
    CHECK(mistakes(draft, scheme()).empty());
    draft.documents.push_back(document("minutes", 9));
    CHECK(mistakes(draft, scheme()) == "JE-P09 draft.yaml:9: document 'minutes' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("another scheme is an error, another edition a warning") {
    auto draft = panel_draft();
    draft.edition = text("2025", 4);
    CHECK(mistakes(draft, scheme()) ==
          "JE-P12 draft.yaml:4: panel 'first' was held under edition '2025' of scheme 'demo', but the edition at hand is "
          "'2026'\n");
    draft.scheme = text("njc", 3);
    CHECK(mistakes(draft, scheme()) == "JE-P14 draft.yaml:3: panel 'first' was held under scheme 'njc', not 'demo'\n");
}

TEST_CASE("nothing is made of a record whose file had mistakes") {
    auto draft = panel_draft();
    draft.flawed = true;
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Panel::make(draft, scheme(), nullptr, diagnostics).has_value());
    CHECK(diagnostics.all().empty());
}

}  // namespace je::test::panel_test
