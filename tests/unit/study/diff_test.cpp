// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/diff.hpp"

#include <doctest/doctest.h>

#include <string>

#include "study_fixture.hpp"
#include "support/diff_scheme.hpp"

namespace je::test::diff_test {
namespace {

using report::AnswerPlace;
using report::DiffMove;
using report::Moves;

const std::string head = "format: je-job/1\nid: one\ntitle: One\nscheme: asked\n";

/// A job with answers about contact, staff and effort; an empty text leaves the thing out.
std::string job(const std::string& contact, const std::string& staff, const std::string& effort, const std::string& more = "") {
    std::string text = head + more;
    if (!staff.empty()) text += "facts: {staff: " + staff + "}\n";
    text += "factors:\n";
    if (!contact.empty()) text += "  contact: {answers: {" + contact + "}}\n";
    return text + (effort.empty() ? "  {}\n" : "  effort: {level: " + effort + "}\n");
}

study::Outcome<report::DiffResult> outcome_of_diff(const std::string& before, const std::string& after,
                                                   const study::DiffOptions& what = {},
                                                   report::Audience audience = report::Audience::record) {
    MadeSource source;
    source.add("schemes/asked.yaml", std::string{diff_scheme});
    source.add("old.yaml", before);
    source.add("new.yaml", after);
    auto options = study_options();
    options.audience = audience;
    return study::diff(source, "old.yaml", "new.yaml", options, what);
}

report::DiffResult diffed(const std::string& before, const std::string& after) {
    auto outcome = outcome_of_diff(before, after);
    INFO(ids_of(outcome.diagnostics));
    REQUIRE(outcome.result);
    return std::move(*outcome.result);
}

TEST_CASE("a version differs from itself in nothing") {
    const std::string one = job("who: people, often: daily", "2", "M");
    const auto result = diffed(one, one);
    CHECK(result.material == Moves::no);
    CHECK_FALSE(result.any());
    CHECK_FALSE(result.answers_change);
    CHECK(result.total_difference == base::Decimal{});
}

TEST_CASE("a level that moves the total over a floor is material by its band") {
    const auto result = diffed(job("who: people, often: seldom", "0", "M"), job("who: people, often: daily", "0", "M"));
    CHECK(result.material == Moves::yes);
    CHECK(result.band_moves == Moves::yes);
    CHECK(result.total_moves == Moves::yes);
    CHECK(result.total_difference->to_string() == "10");
    REQUIRE(result.factors[0].answers.size() == 1);
    const auto& answer = result.factors[0].answers[0];
    CHECK(answer.move == DiffMove::changed);
    CHECK(answer.ask == "How often?");
    CHECK(answer.before->text == "Seldom");
    CHECK(answer.after->place == AnswerPlace::path);
}

TEST_CASE("an answer off the path moves nothing") {
    const auto result = diffed(job("who: nobody, often: seldom", "0", "M"), job("who: nobody, often: daily", "0", "M"));
    CHECK(result.material == Moves::no);
    CHECK(result.answers_change);
    CHECK(result.factors[0].answers.at(0).after->place == AnswerPlace::off_path);
}

TEST_CASE("the same answer that no longer counts is told as moved") {
    const auto result = diffed(job("who: people, often: daily", "0", "M"), job("who: nobody, often: daily", "0", "M"));
    REQUIRE(result.factors[0].answers.size() == 2);
    CHECK(result.factors[0].answers[1].move == DiffMove::moved);
    CHECK(result.factors[0].answers[1].after->place == AnswerPlace::off_path);
}

TEST_CASE("a fact tells whose questions ask it") {
    const auto result = diffed(job("who: nobody", "3", "M"), job("who: nobody", "4", "M"));
    REQUIRE(result.facts.size() == 1);
    CHECK(result.facts[0].factors == std::vector<std::string>{"leading"});
    CHECK(result.facts[0].after == "4");
    CHECK(result.material == Moves::no);
    CHECK(result.factors[1].answers.at(0).move == DiffMove::changed);
}

TEST_CASE("what neither version answers is taken to be answered alike") {
    const auto result = diffed(job("who: people", "0", "L"), job("who: people", "0", "M"));
    CHECK_FALSE(result.after.complete);
    CHECK(result.total_difference->to_string() == "10");
    CHECK(result.total_moves == Moves::yes);
    CHECK(result.band_moves == Moves::may);
    CHECK(result.factors[0].level_moves == Moves::no);
    CHECK(result.factors[0].is_open());
}

TEST_CASE("what one version alone leaves open may move") {
    const auto result = diffed(job("who: people, often: seldom", "0", "L"), job("who: people", "0", "L"));
    CHECK(result.material == Moves::may);
    CHECK(result.factors[0].level_moves == Moves::may);
    CHECK_FALSE(result.total_difference);
}

TEST_CASE("ranges that do not meet move in any case") {
    const auto result = diffed(job("who: nobody", "0", "L"), job("who: people", "1", "H"));
    CHECK(result.total_moves == Moves::yes);
    CHECK(result.band_moves == Moves::yes);
    CHECK(result.bands_after.size() == 1);
}

TEST_CASE("a level that is stated and then answered changes its source alone") {
    std::string stated = head + "factors: {contact: {level: \"1\"}, effort: {level: L}}\nfacts: {staff: 0}\n";
    const auto result = diffed(stated, job("who: nobody", "0", "L"));
    CHECK(result.factors[0].source_changes());
    CHECK(result.material == Moves::no);
    CHECK(result.answers_change);
}

TEST_CASE("evidence is added, removed and changed, piece by piece") {
    const auto with = [](const std::string& evidence) {
        return head +
               "documents: [{id: d, kind: paper, title: Paper}]\nfacts: {staff: 0}\nfactors:\n  contact: {answers: {who: "
               "nobody}}\n  "
               "effort:\n    level: L\n    evidence: [" +
               evidence + "]\n";
    };
    const auto result =
        diffed(with("{document: d, section: 1, quote: a}, {document: d, section: 2, quote: b}"),
               with("{document: d, section: 1, quote: c, disputed: by them}, {document: d, section: 3, quote: e}"));
    const auto& evidence = result.factors[2].evidence;
    REQUIRE(evidence.size() == 3);
    CHECK(evidence[0].changed == std::vector<std::string>{"quote", "disputed"});
    CHECK(evidence[1].move == DiffMove::removed);
    CHECK(evidence[2].move == DiffMove::added);
    CHECK(result.material == Moves::no);
    CHECK_FALSE(result.answers_change);
}

TEST_CASE("documents of the new version before a day are a warning at their place") {
    const std::string documents =
        "documents: [{id: d, kind: paper, title: Paper, date: 2016-01-31}, {id: e, kind: paper, title: Other}]\n";
    const auto outcome = outcome_of_diff(job("who: nobody", "0", "L"), job("who: nobody", "0", "L", documents),
                                         {.older_than = base::Date::of(2016, 2, 1)});
    REQUIRE(outcome.result);
    CHECK(outcome.result->old_documents.size() == 1);
    CHECK(outcome.result->undated_documents == std::vector<std::string>{"e"});
    bool told = false;
    for (const auto& one : outcome.diagnostics.all())
        told =
            told || (one.id == "JE-Q25" && one.at.file_and_line() == "new.yaml:5" && one.severity == base::Severity::warning);
    CHECK(told);
    const auto same_day = outcome_of_diff(job("who: nobody", "0", "L"), job("who: nobody", "0", "L", documents),
                                          {.older_than = base::Date::of(2016, 1, 31)});
    CHECK(same_day.result->old_documents.empty());
}

TEST_CASE("a sitting panel sees the levels of the old version alone") {
    const auto outcome =
        outcome_of_diff(job("who: nobody", "0", "L"), job("who: nobody", "0", "M"), {}, report::Audience::panel);
    REQUIRE(outcome.result);
    CHECK_FALSE(outcome.result->band_moves);
    CHECK_FALSE(outcome.result->total_difference);
    CHECK(outcome.result->material == Moves::yes);
    CHECK(outcome.result->factors[2].before.level == "L");
    CHECK_FALSE(outcome.result->factors[2].before.points);
}

TEST_CASE("the public sees no job of which nobody says how many hold it") {
    const auto outcome =
        outcome_of_diff(job("who: nobody", "0", "L"), job("who: nobody", "0", "M"), {}, report::Audience::public_view);
    CHECK_FALSE(outcome.result);
    CHECK(ids_of(outcome.diagnostics) == "JE-U67");
}

}  // namespace
}  // namespace je::test::diff_test
