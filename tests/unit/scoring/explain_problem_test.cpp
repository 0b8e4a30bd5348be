// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/scoring/score.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::test::explain_problem_test {

namespace {

std::vector<base::Diagnostic> explained(const model::Scheme& scheme, const model::Job& job) {
    const auto score = scoring::score(scheme, nullptr, job.answers());
    std::vector<base::Diagnostic> result;
    for (const auto& problem : score.problems) result.push_back(scoring::explain_problem(problem, scheme, job, score, nullptr));
    return result;
}

base::Diagnostic only(const Draft& draft, const Pairs& levels, const Pairs& facts = {}) {
    const auto scheme = made(draft);
    auto job = job_draft(scheme, levels, facts);
    for (std::size_t i = 0; i < job.factors.size(); ++i) job.factors[i].level->at = at_line(static_cast<std::uint32_t>(10 + i));
    for (std::size_t i = 0; i < job.facts.size(); ++i) job.facts[i].value.at = at_line(static_cast<std::uint32_t>(30 + i));
    const auto found = explained(scheme, made(job, scheme));
    REQUIRE(found.size() == 1);
    return found.front();
}

Draft with_matrix() {
    Draft draft = simple_scheme({side_factor("contacts", {"1", "2"}), side_factor("purpose", {"A", "B", "C"})});
    draft.matrices = {matrix("pair", draft.factors[0], draft.factors[1], {"30 60? -", "45 75 145"})};
    return draft;
}

}  // namespace

TEST_CASE("a stated level at odds with the derived one is told with both levels and the fact") {
    const auto d = only(gssg(), {{"work-directed", "6"}}, {{"base", "GS-9"}});
    CHECK(d.id == "JE-J50");
    CHECK(d.severity == base::Severity::error);
    CHECK(d.at.line == 10);
    CHECK(d.message ==
          "factor 'work-directed' is stated as level '6', but fact 'base' ('GS-9') gives level '5' by rule 'base-level'");
    CHECK(d.fix == "state level '5' or no level, or correct fact 'base'");
}

TEST_CASE("a fact without a level is told with the values that have one") {
    const auto d = only(gssg(), {{"scope", "1"}}, {{"base", "GS-13"}});
    CHECK(d.id == "JE-J51");
    CHECK(d.at.line == 30);
    CHECK(d.message == "rule 'base-level' gives factor 'work-directed' no level for 'GS-13', the value of fact 'base'");
    CHECK(d.expected == "a value with a level: 'GS-4', 'GS-9' and 'GS-11'");
}

TEST_CASE("a pair that is not allowed is told with those that are") {
    const auto d = only(with_matrix(), {{"contacts", "1"}, {"purpose", "C"}});
    CHECK(d.id == "JE-J52");
    CHECK(d.severity == base::Severity::error);
    CHECK(d.at.line == 11);
    CHECK(d.message == "matrix 'pair' allows no points for factor 'contacts' at level '1' and factor 'purpose' at level 'C'");
    CHECK(d.expected == "with level '1' of 'contacts', level 'A' or 'B' of 'purpose'");
}

TEST_CASE("an unlikely pair is a warning") {
    const auto d = only(with_matrix(), {{"contacts", "1"}, {"purpose", "B"}});
    CHECK(d.id == "JE-J55");
    CHECK(d.severity == base::Severity::warning);
}

TEST_CASE("a broken constraint is told with the levels found and the levels required") {
    Draft draft = scheme_of({{"knowledge", "1 2 3"}, {"effort", "10 20 30"}});
    draft.constraints = {
        constraint("gate", "error", {on_factor("effort", "at_least", {"2"})}, {on_factor("knowledge", "at_least", {"2"})})};
    const auto d = only(draft, {{"effort", "3"}, {"knowledge", "1"}});
    CHECK(d.id == "JE-J53");
    CHECK(d.severity == base::Severity::error);
    CHECK(d.at.line == 11);
    CHECK(d.message ==
          "message of gate (rule 'gate'): found factor 'knowledge' at level '1', given factor 'effort' at level '3'");
    CHECK(d.expected == "level '2' or above of factor 'knowledge', given factor 'effort' at level '3'");
    draft.constraints[0].severity = text("warning");
    CHECK(only(draft, {{"effort", "3"}, {"knowledge", "1"}}).id == "JE-J54");
    CHECK(only(draft, {{"effort", "3"}, {"knowledge", "1"}}).severity == base::Severity::warning);
}

TEST_CASE("tests of levels and facts are put in words") {
    struct Row {
        Draft::Condition require;
        std::string expected;
        std::string found;
    };
    const std::vector<Row> rows{
        {on_factor("f", "is", {"3"}), "level '3' of factor 'f'", "factor 'f' at level '2' (stated as '1')"},
        {on_factor("f", "is_not", {"2"}), "any level but '2' of factor 'f'", "factor 'f' at level '2' (stated as '1')"},
        {on_factor("f", "at_most", {"1"}), "level '1' or below of factor 'f'", "factor 'f' at level '2' (stated as '1')"},
        {on_factor("f", "one_of", {"1", "3"}), "level '1' or '3' of factor 'f'", "factor 'f' at level '2' (stated as '1')"},
        {on_fact("count", "at_least", {"5"}), "fact 'count' at '5' or more", "fact 'count' at '4'"},
        {on_fact("count", "at_most", {"3.5"}), "fact 'count' at '3.5' or less", "fact 'count' at '4'"},
        {on_fact("manager", "is", {"yes"}), "fact 'manager' at 'yes'", "fact 'manager' at 'no'"},
        {on_fact("grade", "one_of", {"x", "y"}), "fact 'grade' at 'x' or 'y'", "fact 'grade' at 'z'"},
        {on_fact("grade", "is_not", {"z"}), "fact 'grade' at anything but 'z'", "fact 'grade' at 'z'"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expected);
        Draft draft = scheme_of({{"f", "1 2 3"}});
        draft.facts = {number_fact("count"), yes_no_fact("manager"), choice_fact("grade", {"x", "y", "z"})};
        draft.modifiers = {modifier("m", "f", "count", "1", {"1"}, "2")};
        draft.constraints = {constraint("c", "error", {}, {row.require})};
        const auto d = only(draft, {{"f", "1"}}, {{"count", "4"}, {"manager", "no"}, {"grade", "z"}});
        CHECK(d.expected == row.expected);
        CHECK(d.message == "message of c (rule 'c'): found " + row.found);
    }
}

TEST_CASE("a job without places of its own is told about at the job's place") {
    const auto scheme = made(with_matrix());
    auto answers = answers_of(scheme, {{"contacts", "1"}, {"purpose", "C"}});
    const auto job = model::Job::from_answers(model::JobId{"row"}, "", std::move(answers), at_line(7));
    const auto found = explained(scheme, job);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at.line == 7);
}

}  // namespace je::test::explain_problem_test
