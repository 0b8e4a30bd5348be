// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "support/answered.hpp"
#include "unit/io/csv_reading.hpp"

namespace csv_answers_test {

using namespace je;
using je::model::FactorIndex;
using je::model::QuestionIndex;

namespace {

const model::Scheme& scheme() {
    static const model::Scheme made_once = test::made(test::scheme_with_tree());
    return made_once;
}

test::csv::Reading read(const std::string& text) {
    test::csv::Reading reading;
    const auto source = std::make_shared<const base::SourceText>(base::SourceText{"jobs.csv", text});
    io::CsvJobReader reader{source, scheme(), {}, reading.diagnostics};
    reading.usable = reader.usable();
    io::CsvJob job;
    while (reader.next(job, reading.diagnostics)) reading.jobs.push_back(job);
    return reading;
}

std::string answers_of(const io::CsvJob& job) {
    std::string all = job.valid ? "" : "!";
    const auto& questions = scheme()[FactorIndex{0}].tree->questions;
    for (QuestionIndex q{0}; q.value() < questions.size(); ++q) {
        const auto option = job.answers.questions.of(FactorIndex{0}, q);
        all += (option ? questions[q.value()].options[*option].id : "-") + "/";
    }
    return all;
}

}  // namespace

TEST_CASE("columns of answers and facts give what a questionnaire's answers and facts do") {
    const auto reading = read(
        "id,knowledge,answer:knowledge:how,answer:knowledge:more,fact:harm,effort\n"
        "a,,often,yes,a;b,1\n"
        "b,1,,,-,1\n"
        "c,,seldom,,,1\n");
    CHECK(reading.said() == test::csv::Strings{});
    REQUIRE(reading.jobs.size() == 3);
    CHECK(answers_of(reading.jobs[0]) == "often/-/yes/");
    CHECK(reading.jobs[0].answers.facts[0] == model::FactValue{model::ChoiceSet{3}});
    CHECK(answers_of(reading.jobs[1]) == "-/-/-/");
    CHECK(reading.jobs[1].answers.facts[0] == model::FactValue{model::ChoiceSet{0}});
    CHECK(answers_of(reading.jobs[2]) == "seldom/-/-/");
    CHECK_FALSE(reading.jobs[2].answers.facts[0].has_value());
}

TEST_CASE("headings and cells of answers may be written in other ways that mean one thing") {
    const auto reading = read(
        "id,effort,Answer: Knowledge: How,answer:knowledge:more,fact:harm\n"
        "a,1, Often ,TRUE,A; c\n");
    CHECK(reading.ids() == test::csv::Strings{"JE-C31", "JE-C32"});
    REQUIRE(reading.jobs.size() == 1);
    CHECK(answers_of(reading.jobs[0]) == "often/-/yes/");
    CHECK(reading.jobs[0].answers.facts[0] == model::FactValue{model::ChoiceSet{5}});
}

TEST_CASE("an answer that the question does not have is told with its cell") {
    const auto reading = read("id,effort,answer:knowledge:how,fact:harm\na,1,oftn,a;d\nb,1,?,a;a\nc,1,often,a\n");
    CHECK(reading.said() ==
          test::csv::Strings{"JE-C27 jobs.csv:2:10: 'a;d' is not a value of fact 'harm'",
                             "JE-C44 jobs.csv:2:5: 'oftn' is not an answer to question 'how' of factor 'knowledge'",
                             "JE-C27 jobs.csv:3:7: 'a;a' is not a value of fact 'harm'",
                             "JE-C44 jobs.csv:3:5: '?' is not an answer to question 'how' of factor 'knowledge'"});
    CHECK(reading.diagnostics.all()[1].fix == "write 'often'");
    CHECK(reading.diagnostics.all()[3].fix == "leave the cell empty if it is not known: the question is then open");
    REQUIRE(reading.jobs.size() == 3);
    CHECK(answers_of(reading.jobs[0]) == "!-/-/-/");
    CHECK(answers_of(reading.jobs[2]) == "often/-/-/");
}

TEST_CASE("a heading for answers names a question that is answered there") {
    const auto fix_of = [](const std::string& heading, const std::string& id) {
        const auto reading = read("id,effort," + heading + "\na,1,\n");
        CHECK_FALSE(reading.usable);
        CHECK(reading.ids() == test::csv::Strings{id});
        return reading.diagnostics.all().front().fix;
    };
    CHECK(fix_of("answer:knowledge:hwo", "JE-C42") == "write 'answer:knowledge:how'");
    CHECK(fix_of("answer:knowlege:how", "JE-C42") == "write 'answer:knowledge:how'");
    CHECK(fix_of("answer:effort:how", "JE-C42") ==
          "name it by the ids that the scheme has, or pass it over with --extra-columns 'answer:effort:how'");
    CHECK(fix_of("answer:knowledge:met", "JE-C43") == "name the column 'fact:harm', with values of the fact in it");
}

}  // namespace csv_answers_test
