// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "model/job/given_to_tree.hpp"
#include "support/answered.hpp"
#include "support/records.hpp"

namespace je::test::answers_test {

using model::FactorIndex;
using model::LevelIndex;
using model::QuestionIndex;

namespace {

constexpr FactorIndex knowledge{0};

const model::Scheme& scheme() {
    static const model::Scheme made_once = made(scheme_with_tree());
    return made_once;
}

model::JobDraft draft_with(std::vector<model::JobDraft::Answer> answers, const Pairs& facts = {}) {
    auto draft = job_draft(scheme(), {{"knowledge", ""}, {"effort", "1"}}, facts);
    draft.factors[0].answers = std::move(answers);
    return draft;
}

std::string levels_of(const model::Job& job) {
    std::string all;
    for (const LevelIndex level : model::levels_given({scheme(), job.answers(), knowledge}))
        all += scheme()[knowledge][level].id.text() + " ";
    return all;
}

}  // namespace

TEST_CASE("answers stand by factor and question, with what they rest on") {
    auto draft = draft_with({answer("more", "yes", 7), answer("how", "often", 8)}, {{"harm", "[a, c]"}});
    draft.documents = {document("jdq", 5)};
    draft.factors[0].answers[0].evidence = {evidence_in("jdq")};
    draft.factors[0].answers[0].note = "said twice";
    draft.facts[0].evidence = {evidence_in("jdq")};
    const auto job = made(draft, scheme());
    CHECK(job.answers().questions.of(knowledge, QuestionIndex{0}) == 1U);
    CHECK(job.answers().questions.of(knowledge, QuestionIndex{1}) == std::nullopt);
    CHECK(job.answers().questions.of(knowledge, QuestionIndex{2}) == 1U);
    CHECK_FALSE(job.answers().questions.any_of(FactorIndex{1}));
    REQUIRE(job.ratings()[0].answers.size() == 2);
    const auto& more = job.ratings()[0].answers.at(QuestionIndex{2});
    CHECK(more.note == "said twice");
    CHECK(more.at.line == 7);
    CHECK(more.evidence.size() == 1);
    CHECK(job.ratings()[0].has_evidence());
    REQUIRE(job.fact_records().size() == 1);
    CHECK(job.fact_records()[0].evidence.size() == 1);
    CHECK(levels_of(job) == "3 ");
}

TEST_CASE("what is answered leaves the levels at the ends of the chains that agree with it") {
    CHECK(levels_of(made(draft_with({}), scheme())) == "1 2 3 ");
    CHECK(levels_of(made(draft_with({answer("how", "seldom")}), scheme())) == "1 ");
    CHECK(levels_of(made(draft_with({answer("how", "often")}), scheme())) == "2 3 ");
    CHECK(levels_of(made(draft_with({answer("more", "no")}), scheme())) == "1 2 ");
    CHECK(levels_of(made(draft_with({answer("how", "often")}, {{"harm", "-"}}), scheme())) == "2 ");
    CHECK(levels_of(made(draft_with({answer("how", "often"), answer("more", "no")}), scheme())) == "2 ");
    CHECK(made(draft_with({}), scheme()).fact_records().empty());
}

TEST_CASE("questions and options are those of the factor, each answered once and no fact among them") {
    CHECK(mistakes(draft_with({answer("hw", "often", 7)}), scheme()) ==
          "JE-T70 draft.yaml:7: factor 'knowledge' has no question 'hw'\n");
    CHECK(mistakes(draft_with({answer("how", "oftn", 7)}), scheme()) ==
          "JE-T71 draft.yaml:7: question 'how' of factor 'knowledge' has no answer 'oftn'\n");
    CHECK(
        mistakes(draft_with({answer("met", "some-of-these", 7)}), scheme()) ==
        "JE-T72 draft.yaml:7: question 'met' of factor 'knowledge' asks fact 'harm', and is answered as if it were a question "
        "of its own\n");
    CHECK(mistakes(draft_with({answer("how", "often", 7), answer("how", "often", 8)}), scheme()) ==
          "JE-T73 draft.yaml:8: question 'how' of factor 'knowledge' is answered twice (first at draft.yaml:7)\n");
    auto elsewhere = draft_with({});
    elsewhere.factors[1].answers = {answer("how", "often", 7)};
    CHECK(mistakes(elsewhere, scheme()) == "JE-T74 draft.yaml:7: factor 'effort' has no questions, and 'how' is answered\n");
}

TEST_CASE("each mistake about answers tells the nearest way out") {
    const auto fix_of = [](const model::JobDraft::Answer& one) {
        base::Diagnostics diagnostics;
        CHECK_FALSE(model::Job::make(draft_with({one}), scheme(), diagnostics).has_value());
        return diagnostics.all().front().fix;
    };
    CHECK(fix_of(answer("hwo", "often")) == "write 'how'");
    CHECK(fix_of(answer("harm", "a")) == "'harm' is a fact that its questions ask: write it under 'facts'");
    CHECK(fix_of(answer("how", "oftn")) == "write 'often'");
    CHECK(fix_of(answer("more", "true")) == "write 'yes'");
    CHECK(fix_of(answer("more", "N")) == "write 'no'");
    CHECK(fix_of(answer("met", "a")) == "take it out here, and state the value of 'harm' under 'facts'");
}

TEST_CASE("evidence of answers and facts cites documents that are declared, and counts as a citation") {
    auto draft = draft_with({answer("how", "often")}, {{"harm", "[a]"}});
    draft.factors[0].answers[0].evidence = {evidence_in("jdq")};
    draft.facts[0].evidence = {evidence_in("log")};
    CHECK(
        mistakes(draft, scheme()) ==
        "JE-J07 draft.yaml:1: the evidence for the answer to question 'how' of factor 'knowledge' names document 'jdq', which "
        "is not declared\n"
        "JE-J07 draft.yaml:1: the evidence for fact 'harm' names document 'log', which is not declared\n");
    draft.documents = {document("jdq"), document("log")};
    CHECK(mistakes(draft, scheme()) == "");
}

TEST_CASE("placeholders that are left beside answers and facts are told") {
    auto draft = draft_with({answer("how", "often", 7)}, {{"harm", "[a]"}});
    draft.title = "Title of the job";
    draft.factors[0].answers[0].note = "Not filled in yet.";
    draft.facts[0].note = "Not filled in yet.";
    CHECK(mistakes(draft, scheme()) ==
          "JE-J13 draft.yaml:7: job 'job' still has what je new writes into a new file: the title 'Title of the job' and the "
          "note 'Not filled in yet.' on the answer to question 'how' of factor 'knowledge' and fact 'harm'\n");
    const auto job = made(draft, scheme());
    CHECK(job.ratings()[0].answers.begin()->second.note.empty());
    CHECK(job.fact_records()[0].note.empty());
}

TEST_CASE("options may stand beside answers, and are of the level that answers give") {
    auto with_options = scheme_with_tree();
    with_options.factors[0].levels[1].options = {{text("a"), "Alone", ""}, {text("b"), "In a group", ""}};
    with_options.factors[0].levels[2].options = {{text("a"), "Daily", ""}, {text("c"), "Weekly", ""}};
    const auto scheme = made(with_options);
    const auto draft = [&](std::vector<model::JobDraft::Answer> answers, const Strings& options) {
        auto made = job_draft(scheme, {{"knowledge", ""}});
        made.factors[0].answers = std::move(answers);
        made.factors[0].options = texts(options);
        return made;
    };
    const auto settled = made(draft({answer("how", "often"), answer("more", "no")}, {"b"}), scheme);
    CHECK(scheme[knowledge].levels[1].letters(settled.answers().options_of(knowledge)) == "b");
    const auto open = made(draft({answer("how", "often")}, {"c"}), scheme);
    CHECK(open.answers().options_of(knowledge).empty());
    CHECK(open.ratings()[0].open_options == "c");
    CHECK(mistakes(draft({answer("how", "often"), answer("more", "no")}, {"c"}), scheme) ==
          "JE-O05 draft.yaml:1: level '2' of factor 'knowledge' has no option 'c'\n");
    CHECK(mistakes(draft({answer("more", "no")}, {"c"}), scheme) ==
          "JE-O20 draft.yaml:1: no level that factor 'knowledge' can have has option 'c'\n");
}

TEST_CASE("a panel's answers are its own, and its facts the questionnaire's") {
    auto questionnaire = draft_with({answer("how", "seldom"), answer("more", "yes")}, {{"harm", "[b]"}});
    const auto job = made(questionnaire, scheme());
    auto draft = panel_draft();
    draft.scheme = text(scheme().id().text());
    draft.factors.resize(1);
    draft.factors[0].id = text("knowledge");
    draft.factors[0].answers = {answer("how", "often", 9)};
    draft.factors[0].answers[0].note = "after the visit";
    base::Diagnostics diagnostics;
    const auto panel = model::Panel::make(draft, scheme(), &job, diagnostics);
    CHECK(messages(diagnostics) == "");
    REQUIRE(panel);
    const auto answers = panel->answers(scheme(), &job);
    CHECK(answers.questions.of(knowledge, QuestionIndex{0}) == 1U);
    CHECK(answers.questions.of(knowledge, QuestionIndex{2}) == std::nullopt);
    CHECK(answers.facts[0].has_value());
    CHECK((*panel)[knowledge].answers.at(QuestionIndex{0}).note == "after the visit");
    draft.factors[0].answers = {answer("how", "oftn", 9), answer("met", "a", 10)};
    draft.factors[0].answers[0].evidence = {evidence_in("nowhere")};
    base::Diagnostics said;
    CHECK_FALSE(model::Panel::make(draft, scheme(), &job, said).has_value());
    CHECK(said.all().size() == 3);
    CHECK(said.all().back().fix == "take it out here, and state the value of 'harm' under 'facts' of the questionnaire");
}

}  // namespace je::test::answers_test
