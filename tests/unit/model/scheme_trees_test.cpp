// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>

#include "model/scheme/trees.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_trees_test {

namespace {

Draft::TreeOption to_level(const std::string& id, const std::string& level) {
    Draft::TreeOption option;
    option.id = text(id), option.level = text(level), option.text = id, option.help = "Help";
    return option;
}

Draft::TreeOption to_question(const std::string& id, const std::string& question) {
    Draft::TreeOption option;
    option.id = text(id), option.next = text(question), option.text = id, option.help = "Help";
    return option;
}

Draft::Question question_of(const std::string& id, std::vector<Draft::TreeOption> options) {
    Draft::Question question;
    question.id = text(id), question.ask = "Ask", question.help = "Help", question.options = std::move(options);
    return question;
}

Draft draft_with(std::vector<Draft::Question> questions) {
    auto factor = table_factor("f", {"10", "20"});
    factor.questions = std::move(questions);
    auto draft = simple_scheme({factor});
    draft.bands = {open_bands({{"1", "0"}})};
    return draft;
}

std::vector<std::string> ids_told(const Draft& draft) {
    base::Diagnostics diagnostics;
    static_cast<void>(model::Scheme::make(draft, diagnostics));
    std::vector<std::string> ids;
    for (const auto& d : diagnostics.all()) ids.push_back(d.id);
    return ids;
}

/// A chain of so many questions, each of which goes on or ends; the last leads to `end`.
Draft chain_of(std::size_t length, const Draft::TreeOption& end) {
    std::vector<Draft::Question> questions;
    for (std::size_t i = 0; i < length; ++i) {
        const auto on = i + 1 < length ? to_question("yes", fmt::format("q{}", i + 1)) : end;
        questions.push_back(question_of(fmt::format("q{}", i), {to_level("no", "1"), on}));
    }
    return draft_with(std::move(questions));
}

}  // namespace

TEST_CASE("a factor's questions become its tree, in an order in which each stands before those it leads to") {
    auto draft = draft_with({question_of("last", {to_level("no", "1"), to_level("yes", "2")}),
                             question_of("first", {to_question("no", "last"), to_question("yes", "middle")}),
                             question_of("middle", {to_level("no", "2"), to_question("yes", "last")})});
    draft.factors.front().start = text("first");
    base::Diagnostics diagnostics;
    const auto scheme = model::Scheme::make(draft, diagnostics);
    REQUIRE(scheme);
    const model::Tree& tree = *scheme->factors().front().tree;
    REQUIRE(tree.questions.size() == 3);
    CHECK(tree.start == model::QuestionIndex{1});
    CHECK(tree.in_order == std::vector{model::QuestionIndex{1}, model::QuestionIndex{2}, model::QuestionIndex{0}});
    const auto& middle = tree[*tree.find("middle")];
    CHECK(*middle.options[0].level() == model::LevelIndex{1});
    CHECK(*middle.options[1].next() == model::QuestionIndex{0});
    CHECK(scheme->factors_with_trees().size() == 1);
}

TEST_CASE("a question that asks a fact has its words, unless it has its own, and each value belongs to one option") {
    auto draft = draft_with({question_of("far", {to_level("low", "1"), to_level("rest", "2")})});
    draft.facts = {choice_fact("grade", {"low", "middle", "high"})};
    draft.facts[0].ask = "Which grade?", draft.facts[0].help = "Of the work.",
    draft.facts[0].choice_texts = {"Low", "", "High"};
    auto& question = draft.factors[0].questions[0];
    question.fact = text("grade"), question.ask.clear(), question.help = "Mine.";
    question.options[0].text.clear(), question.options[1].text.clear();
    question.options[1].is = texts({"high", "middle"});
    base::Diagnostics diagnostics;
    const auto scheme = model::Scheme::make(draft, diagnostics);
    REQUIRE(scheme);
    const model::Question& made = scheme->factors()[0].tree->questions[0];
    CHECK(made.ask == "Which grade?");
    CHECK(made.help == "Mine.");
    CHECK(made.options[0].text == "Low");
    CHECK(made.options[1].text.empty());
    CHECK(made.option_of(std::size_t{0}) == 0);
    CHECK(made.option_of(std::size_t{1}) == 1);
    CHECK(made.option_of(std::size_t{2}) == 1);
}

TEST_CASE("a tree with a mistake makes no scheme, and what is odd makes one") {
    CHECK(ids_told(draft_with({question_of("q", {to_level("no", "1")})})) == std::vector<std::string>{"JE-T26"});
    auto odd = draft_with({question_of("q", {to_level("no", "2"), to_level("yes", "1")})});
    odd.factors[0].questions[0].help.clear();
    CHECK(ids_told(odd).empty());
    base::Diagnostics diagnostics;
    model::warn_of_trees(odd, diagnostics);
    CHECK(diagnostics.warnings() == 2);
    CHECK(diagnostics.errors() == 0);
}

TEST_CASE("ten thousand questions in a chain are proved, and a loop over all of them is told, with no deep call") {
    CHECK(ids_told(chain_of(10'000, to_level("yes", "2"))).empty());
    CHECK(ids_told(chain_of(10'000, to_question("yes", "q0"))) == std::vector<std::string>{"JE-T24", "JE-T26"});
    CHECK(ids_told(chain_of(10'001, to_level("yes", "2"))) == std::vector<std::string>{"JE-S68"});
}

TEST_CASE("2,000 questions that ask as many facts take well under a second") {
    auto draft = chain_of(2'000, to_level("yes", "2"));
    for (std::size_t i = 0; i < 1'000; ++i) {
        draft.facts.push_back(yes_no_fact(fmt::format("f{}", i)));
        draft.factors[0].questions[i].fact = text(fmt::format("f{}", i));
    }
    const auto begin = std::chrono::steady_clock::now();
    CHECK(ids_told(draft).empty());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{5});  // unoptimised, on a busy machine
}

}  // namespace je::test::scheme_trees_test
