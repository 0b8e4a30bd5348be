// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/job.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/draft.hpp"

namespace je::test::job_test {

using model::FactorIndex;
using model::LevelIndex;

namespace {

model::Scheme job_scheme() {
    auto draft = small_scheme();
    draft.facts = {number_fact("staff"), choice_fact("grade", {"low", "high"}), yes_no_fact("nights")};
    return made(draft);
}

model::Document document(const std::string& id, std::uint32_t line) {
    model::Document result;
    result.id = model::DocumentId{id};
    result.kind = "questionnaire";
    result.at = at_line(line);
    return result;
}

model::Evidence evidence(const std::string& document, std::uint32_t line) {
    model::Evidence result;
    result.document = model::DocumentId{document};
    result.quote = "as it says";
    result.at = at_line(line);
    return result;
}

model::Post post(const std::string& id, std::uint32_t line) { return {model::PostId{id}, "", 3, at_line(line)}; }

/// Levels 2 and 3 of knowledge have options; below 5 staff give 1, below 10 give 2, more give 3.
model::Scheme scheme_with_options() {
    auto draft = small_scheme();
    draft.facts = {number_fact("staff")};
    draft.factors[0].levels[1].options = {{text("a"), "Alone", ""}, {text("b"), "In a group", ""}};
    draft.factors[0].levels[2].options = {{text("a"), "Daily", ""}, {text("c"), "Weekly", ""}};
    auto rule = range_derivation("by-staff", "knowledge", {"staff"});
    rule.ranges.push_back({{range_of("staff", "", "5")}, text("1"), at_line(40)});
    rule.ranges.push_back({{range_of("staff", "5", "10")}, text("2"), at_line(41)});
    rule.ranges.push_back({{range_of("staff", "10", "")}, text("3"), at_line(42)});
    draft.derived = {rule};
    return made(draft);
}

model::JobDraft with_options(const model::Scheme& scheme, const Pairs& facts, const Strings& options) {
    auto draft = job_draft(scheme, {{"knowledge", ""}}, facts);
    draft.factors[0].options = texts(options);
    return draft;
}

}  // namespace

TEST_CASE("options without a level are of the level that facts give") {
    const auto scheme = scheme_with_options();
    const auto job = made(with_options(scheme, {{"staff", "7"}}, {"b"}), scheme);
    CHECK_FALSE(job.answers().levels[0].has_value());
    CHECK(scheme.factors()[0].levels[1].letters(job.answers().options_of(FactorIndex{0})) == "b");
    CHECK(job.ratings()[0].open_options.empty());
    CHECK(mistakes(with_options(scheme, {{"staff", "12"}}, {"b"}), scheme) ==
          "JE-O05 draft.yaml:1: level '3' of factor 'knowledge' has no option 'b'\n");
    CHECK(mistakes(with_options(scheme, {{"staff", "7"}}, {"b", "b"}), scheme) ==
          "JE-O06 draft.yaml:1: option 'b' of level '2' of factor 'knowledge' is stated twice\n");
}

TEST_CASE("and are kept while facts leave several levels, if one of them has all of these options") {
    const auto scheme = scheme_with_options();
    const auto job = made(with_options(scheme, {}, {"c"}), scheme);
    CHECK(job.answers().options_of(FactorIndex{0}).empty());
    CHECK(job.ratings()[0].open_options == "c");
    CHECK(mistakes(with_options(scheme, {}, {"b", "c"}), scheme) ==
          "JE-O20 draft.yaml:1: no level that factor 'knowledge' can have has options 'b' and 'c' to be met together\n");
    CHECK(mistakes(with_options(scheme, {}, {"z"}), scheme) ==
          "JE-O20 draft.yaml:1: no level that factor 'knowledge' can have has option 'z'\n");
}

TEST_CASE("a job keeps what its draft says, in the order of the scheme") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"effort", "2"}, {"knowledge", "3"}}, {{"nights", "yes"}, {"grade", "high"}});
    draft.organisation = "Example service";
    draft.version = "2";
    draft.note = "a note";
    draft.supersedes = text("older");
    draft.documents = {document("jdq", 5)};
    draft.posts = {post("north", 6)};
    draft.factors[0].evidence = {evidence("jdq", 8)};
    draft.factors[0].note = "why";
    draft.factors[0].level = text("2", 9);
    draft.facts[0].value = text("yes", 11);
    const auto job = made(draft, scheme);
    CHECK(job.id() == "job");
    CHECK(job.title() == "A job");
    CHECK(job.organisation() == "Example service");
    CHECK(job.version() == "2");
    CHECK(job.note() == "a note");
    CHECK(job.supersedes() == "older");
    CHECK(job.posts()[0].holders == 3);
    CHECK(job.at().line == 1);
    const auto& answers = job.answers();
    REQUIRE(answers.levels.size() == 2);
    CHECK(answers.levels[0] == LevelIndex{2});
    CHECK(answers.levels[1] == LevelIndex{1});
    REQUIRE(answers.facts.size() == 3);
    CHECK_FALSE(answers.facts[0].has_value());
    CHECK((answers.facts[1] == model::FactValue{std::size_t{1}}));
    CHECK((answers.facts[2] == model::FactValue{true}));
    REQUIRE(job.ratings().size() == 2);
    CHECK(job.ratings()[1].note == "why");
    CHECK(job.ratings()[1].at.line == 9);
    CHECK(job.ratings()[1].evidence[0].quote == "as it says");
    CHECK(job.ratings()[0].evidence.empty());
    REQUIRE(job.fact_positions().size() == 3);
    CHECK(job.fact_positions()[2].line == 11);
    CHECK_FALSE(job.fact_positions()[0].known());
    REQUIRE(job.find_document(model::DocumentId{"jdq"}) != nullptr);
    CHECK(job.find_document(model::DocumentId{"jdq"})->kind == "questionnaire");
    CHECK(job.find_document(model::DocumentId{"none"}) == nullptr);
}

TEST_CASE("a factor that is left out, or has no level, is not known") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"effort", ""}});
    draft.factors[0].id = text("effort", 7);
    const auto job = made(draft, scheme);
    CHECK_FALSE(job.answers().levels[0].has_value());
    CHECK_FALSE(job.answers().levels[1].has_value());
    CHECK(job.ratings()[1].at.line == 7);
    CHECK_FALSE(job.ratings()[0].at.known());
}

TEST_CASE("a job from answers has them and nothing else") {
    const auto scheme = job_scheme();
    model::Answers answers{scheme};
    CHECK(answers.levels.size() == 2);
    CHECK(answers.facts.size() == 3);
    answers.levels[1] = LevelIndex{0};
    const auto job = model::Job::from_answers(model::JobId{"j"}, "J", answers, at_line(4));
    CHECK(job.id() == "j");
    CHECK(job.title() == "J");
    CHECK(job.at().line == 4);
    CHECK(job.answers().levels == answers.levels);
    CHECK(job.ratings().size() == 2);
    CHECK(job.ratings()[0].at.line == 4);
    CHECK(job.fact_positions().size() == 3);
    CHECK(job.documents().empty());
}

TEST_CASE("the scheme must be the one the job names, and nothing follows from another") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"accountability", "1"}}, {{"staff", "many"}});
    draft.scheme = text("njc", 3);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Job::make(draft, scheme, diagnostics).has_value());
    CHECK(messages(diagnostics) == "JE-J01 draft.yaml:3: job 'job' is for scheme 'njc', but the scheme used is 'demo'\n");
    CHECK(diagnostics.all()[0].fix == "use '--scheme njc', or write 'scheme: demo' if the levels are that scheme's");
}

TEST_CASE("a job's factors and levels are those of the scheme") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"knowlege", "1"}, {"effort", "3"}});
    draft.factors[0].id.at = at_line(7);
    draft.factors[1].level->at = at_line(8);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Job::make(draft, scheme, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-J02 draft.yaml:7: 'knowlege' is not a factor of scheme 'demo'\n"
          "JE-J03 draft.yaml:8: factor 'effort' has no level '3'\n");
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].expected == "one of the factors of scheme 'demo': 'knowledge' and 'effort'");
    CHECK(diagnostics.all()[0].fix == "write 'knowledge'");
    CHECK(diagnostics.all()[1].expected == "one of the levels of factor 'effort': '1' and '2'");
}

TEST_CASE("factors, facts, documents and posts are given once") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"effort", "1"}, {"effort", "2"}}, {{"staff", "1"}, {"staff", "2"}});
    draft.factors[0].evidence = {evidence("jdq", 20)};
    draft.documents = {document("jdq", 5), document("jdq", 6)};
    draft.posts = {post("north", 7), post("north", 8)};
    draft.factors[1].id.at = at_line(9);
    draft.facts[1].id.at = at_line(10);
    CHECK(mistakes(draft, scheme) ==
          "JE-J05 draft.yaml:6: document 'jdq' is given twice (first at draft.yaml:5)\n"
          "JE-J06 draft.yaml:8: post 'north' is given twice (first at draft.yaml:7)\n"
          "JE-J04 draft.yaml:9: factor 'effort' is given twice (first at draft.yaml:1)\n"
          "JE-J11 draft.yaml:10: fact 'staff' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("evidence cites documents that are declared") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"effort", "1"}});
    draft.documents = {document("jdq", 5)};
    draft.factors[0].evidence = {evidence("jdq", 8), evidence("jqd", 9)};
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Job::make(draft, scheme, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-J07 draft.yaml:9: the evidence for factor 'effort' names document 'jqd', which is not declared\n");
    CHECK(diagnostics.all()[0].fix == "write 'jdq'");
}

TEST_CASE("a document nobody cites, and a fact the scheme does not use, are warnings") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {{"effort", "1"}}, {{"stafff", "12"}, {"weather", "fair"}});
    draft.documents = {document("jdq", 5)};
    draft.facts[0].id.at = at_line(6);
    draft.facts[1].id.at = at_line(7);
    base::Diagnostics diagnostics;
    CHECK(model::Job::make(draft, scheme, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-J10 draft.yaml:5: no evidence cites document 'jdq'\n"
          "JE-J08 draft.yaml:6: scheme 'demo' does not use a fact 'stafff'\n"
          "JE-J08 draft.yaml:7: scheme 'demo' does not use a fact 'weather'\n");
    CHECK(diagnostics.errors() == 0);
    CHECK(diagnostics.warnings() == 3);
    CHECK(diagnostics.all()[1].fix == "write 'staff'");
    CHECK(diagnostics.all()[2].fix == "let it stand: it changes nothing");
}

TEST_CASE("a fact has a value of its kind") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {}, {{"staff", "010"}, {"grade", "hihg"}, {"nights", "maybe"}});
    for (auto& fact : draft.facts) fact.value.at = at_line(12);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Job::make(draft, scheme, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-J09 draft.yaml:12: fact 'staff' cannot be '010'\n"
          "JE-J09 draft.yaml:12: fact 'grade' cannot be 'hihg'\n"
          "JE-J09 draft.yaml:12: fact 'nights' cannot be 'maybe'\n");
    REQUIRE(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[1].expected == "one of the choices of fact 'grade': 'low' and 'high'");
    CHECK(diagnostics.all()[1].fix == "write 'high'");
}

TEST_CASE("a job does not replace itself") {
    const auto scheme = job_scheme();
    auto draft = job_draft(scheme, {});
    draft.supersedes = text("job", 4);
    CHECK(mistakes(draft, scheme) == "JE-J12 draft.yaml:4: job 'job' is said to replace itself\n");
}

TEST_CASE("errors of another job do not stop this one") {
    const auto scheme = job_scheme();
    base::Diagnostics diagnostics;
    diagnostics.error({.id = "JE-X01", .message = "of another job"});
    CHECK(model::Job::make(job_draft(scheme, {}), scheme, diagnostics).has_value());
}

TEST_CASE("facts are read by their kind") {
    const auto scheme = job_scheme();
    const auto& number = scheme.facts()[0];
    const auto& choice = scheme.facts()[1];
    const auto& yes_no = scheme.facts()[2];
    CHECK((model::parse_fact(number, "12.5") == model::FactValue{decimal("12.5")}));
    CHECK_FALSE(model::parse_fact(number, "1e3").has_value());
    CHECK_FALSE(model::parse_fact(number, "").has_value());
    CHECK((model::parse_fact(choice, "low") == model::FactValue{std::size_t{0}}));
    CHECK_FALSE(model::parse_fact(choice, "Low").has_value());
    CHECK((model::parse_fact(yes_no, "yes") == model::FactValue{true}));
    CHECK((model::parse_fact(yes_no, "true") == model::FactValue{true}));
    CHECK((model::parse_fact(yes_no, "no") == model::FactValue{false}));
    CHECK((model::parse_fact(yes_no, "false") == model::FactValue{false}));
    CHECK_FALSE(model::parse_fact(yes_no, "1").has_value());
}

}  // namespace je::test::job_test
