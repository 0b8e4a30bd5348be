// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/stated_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "je/base/text.hpp"
#include "model/job/placeholders.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

namespace {

class AnswerTaker {
public:
    AnswerTaker(const Scheme& scheme, FactorIndex index, std::string_view facts, AnswersTaken into,
                base::Diagnostics& diagnostics)
        : scheme_{scheme},
          index_{index},
          factor_{scheme[index]},
          tree_{*factor_.tree},
          facts_{facts},
          into_{into},
          diagnostics_{diagnostics} {
        for (QuestionIndex i{0}; i.value() < tree_.questions.size(); ++i) places_.emplace(tree_[i].id.text(), i);
    }

    void take(const JobDraft::Answer& answer) {
        const auto found = places_.find(answer.question.value);
        if (found == places_.end()) return unknown_question(answer.question);
        const QuestionIndex question = found->second;
        const auto first = into_.records.find(question);
        if (first != into_.records.end()) return answered_twice(answer.question, first->second.at);
        if (const auto fact = tree_[question].fact) return asks_a_fact(answer, scheme_[*fact]);
        const auto option = tree_[question].find_option(answer.option.value);
        if (!option) return unknown_option(answer, tree_[question]);
        into_.questions.set(index_, {question, *option});
        into_.records.emplace(question, AnswerRecord{answer.evidence, filled_in(answer.note), answer.option.at});
    }

private:
    void unknown_question(const Text& question) {
        std::vector<std::string> all;
        for (const Question& one : tree_.questions)
            if (!one.fact) all.push_back(one.id.text());
        report({.id = "JE-T70",
                .word = question,
                .message = fmt::format("factor '{}' has no question '{}'", factor_.id.text(), question.value),
                .what = fmt::format("the questions of factor '{}' that are answered here", factor_.id.text()),
                .allowed = all,
                .otherwise = is_fact_asked(question.value)
                                 ? fmt::format("'{}' is a fact that its questions ask: write it {}", question.value, facts_)
                                 : std::string{"name a question as the scheme does, or move the answer to the factor whose "
                                               "question it is"},
                .by_spelling = !is_fact_asked(question.value)},
               diagnostics_);
    }

    [[nodiscard]] bool is_fact_asked(std::string_view word) const {
        return std::any_of(tree_.questions.begin(), tree_.questions.end(),
                           [&](const Question& one) { return one.fact && scheme_[*one.fact].id == word; });
    }

    void answered_twice(const Text& question, const base::SourcePosition& first) {
        diagnostics_.error({"JE-T73", question.at,
                            fmt::format("question '{}' of factor '{}' is answered twice{}", question.value, factor_.id.text(),
                                        first_at(first)),
                            "each question once",
                            "keep the answer that is right; what speaks for the other can stand in its note"});
    }

    void asks_a_fact(const JobDraft::Answer& answer, const FactDefinition& fact) {
        diagnostics_.error({"JE-T72", answer.question.at,
                            fmt::format("question '{}' of factor '{}' asks fact '{}', and is answered as if it were a question "
                                        "of its own",
                                        answer.question.value, factor_.id.text(), fact.id.text()),
                            "a fact once, for all the questions that ask it",
                            fmt::format("take it out here, and state the value of '{}' {}", fact.id.text(), facts_)});
    }

    void unknown_option(const JobDraft::Answer& answer, const Question& question) {
        std::vector<std::string> all;
        for (const TreeOption& one : question.options) all.push_back(one.id);
        const std::string meant = other_word_for(question, answer.option.value);
        report({.id = "JE-T71",
                .word = answer.option,
                .message = fmt::format("question '{}' of factor '{}' has no answer '{}'", question.id.text(), factor_.id.text(),
                                       answer.option.value),
                .what = fmt::format("the answers to question '{}'", question.id.text()),
                .allowed = all,
                .otherwise = meant.empty()
                                 ? std::string{"write one of these; if the answer is not known, leave the question out: it is "
                                               "then open, and never counts as the lowest"}
                                 : fmt::format("write '{}'", meant),
                .by_spelling = meant.empty()},
               diagnostics_);
    }

    const Scheme& scheme_;
    FactorIndex index_;
    const Factor& factor_;
    const Tree& tree_;
    std::string_view facts_;
    AnswersTaken into_;
    base::Diagnostics& diagnostics_;
    std::unordered_map<std::string_view, QuestionIndex> places_;
};

void report_no_questions(const Factor& factor, const JobDraft::Answer& first, base::Diagnostics& diagnostics) {
    diagnostics.error(
        {"JE-T74", first.question.at,
         fmt::format("factor '{}' has no questions, and '{}' is answered", factor.id.text(), first.question.value),
         "answers on factors whose level questions of the scheme give",
         "state the level of this factor, and what the answers say in its note; or move them to the factor whose "
         "questions they answer"});
}

}  // namespace

void take_answers(const Scheme& scheme, FactorIndex factor, const std::vector<JobDraft::Answer>& answers,
                  std::string_view facts, AnswersTaken into, base::Diagnostics& diagnostics) {
    if (answers.empty()) return;
    if (!scheme[factor].tree) return report_no_questions(scheme[factor], answers.front(), diagnostics);
    AnswerTaker taker{scheme, factor, facts, into, diagnostics};
    for (const JobDraft::Answer& answer : answers) taker.take(answer);
}

std::string called(const JobDraft::Answer& answer, std::string_view factor) {
    return fmt::format("the answer to question '{}' of factor '{}'", answer.question.value, factor);
}

std::string other_word_for(const Question& question, std::string_view option) {
    if (!question.find_option("yes") || !question.find_option("no")) return {};
    const std::string small = base::in_small_letters(option);
    if (small == "yes" || small == "true" || small == "y") return "yes";
    if (small == "no" || small == "false" || small == "n") return "no";
    return {};
}

}  // namespace je::model
