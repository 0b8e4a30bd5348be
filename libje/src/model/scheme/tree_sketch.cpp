// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/tree_sketch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "model/scheme/trees.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

using QuestionDraft = SchemeDraft::Question;
using OptionDraft = SchemeDraft::TreeOption;

bool is_of_numbers(FactKindOf kind) { return kind == FactKindOf::number || kind == FactKindOf::several; }

std::string_view keys_of_options(FactKindOf kind) {
    switch (kind) {
        case FactKindOf::number:
        case FactKindOf::several:
            return "'from' and 'below'";
        case FactKindOf::choice:
            return "'is', or the choice as the option's id,";
        case FactKindOf::yes_no:
            return "the ids 'yes' and 'no'";
    }
    return {};
}

/// Looks up what one factor's questions name.
class Sketching {
public:
    Sketching(const SchemeDraft::Factor& draft, const Factor& factor, FactorIndex index, const Facts& facts,
              base::Diagnostics& diagnostics)
        : draft_{draft}, facts_{facts}, diagnostics_{diagnostics} {
        tree_.draft = &draft;
        tree_.factor = &factor;
        tree_.index = index;
    }

    [[nodiscard]] TreeSketch run() {
        for (std::size_t i = 0; i < draft_.questions.size(); ++i) {
            ids_.push_back(draft_.questions[i].id.value);
            by_id_.try_emplace(draft_.questions[i].id.value, i);
        }
        for (const QuestionDraft& question : draft_.questions) add(question);
        for (std::size_t i = 0; i < draft_.questions.size(); ++i) lead(i);
        find_start();
        return std::move(tree_);
    }

private:
    void error(std::string_view id, const base::SourcePosition& at, std::string message, std::string expected,
               std::string fix) {
        diagnostics_.error({std::string{id}, at, std::move(message), std::move(expected), std::move(fix)});
    }

    [[nodiscard]] std::string asked() const { return tree_.called(tree_.questions.size() - 1); }

    void add(const QuestionDraft& draft) {
        Question& question = tree_.questions.emplace_back();
        question.id = QuestionId{draft.id.value};
        question.at = draft.id.at;
        question.ask = draft.ask;
        question.help = draft.help;
        if (draft.order) take_order(*draft.order, question);
        for (const OptionDraft& option : draft.options)
            question.options.push_back({.id = option.id.value, .text = option.text, .help = option.help, .at = option.id.at});
        if (draft.fact) question.fact = facts_.resolve(*draft.fact, asked(), diagnostics_);
        tree_.values_known.push_back(question.fact.has_value());
        if (question.fact)
            take_fact(draft, facts_[*question.fact], question);
        else if (!draft.fact)
            report_tests_without_fact(draft);
    }

    void take_order(const Text& word, Question& question) {
        const auto order =
            resolve_word(words::derivation_orders,
                         {.id = "JE-T44",
                          .word = word,
                          .message = fmt::format("{} has the order '{}', which does not exist", asked(), word.value),
                          .what = "the orders"},
                         diagnostics_);
        question.order = order.value_or(question.order);
    }

    void report_tests_without_fact(const QuestionDraft& draft) {
        const auto report = [&](std::string_view key, const base::SourcePosition& at) {
            error("JE-T41", at, fmt::format("{} has '{}', but asks no fact", asked(), key),
                  fmt::format("'{}' only where a question asks a fact", key),
                  fmt::format("name the fact under 'fact', or take '{}' out", key));
        };
        if (!draft.of.empty()) report("of", draft.of.front().at);
        for (const OptionDraft& option : draft.options) {
            if (option.from) report("from", option.from->at);
            if (option.below) report("below", option.below->at);
            if (!option.is.empty()) report("is", option.is.front().at);
        }
    }

    void take_fact(const QuestionDraft& draft, const FactDefinition& fact, Question& question) {
        if (question.ask.empty()) question.ask = fact.ask;
        if (question.help.empty()) question.help = fact.help;
        const std::size_t before = diagnostics_.errors();
        if (fact.kind == FactKindOf::several)
            question.of = counted(draft, fact);
        else if (!draft.of.empty())
            report_of(draft, fact);
        for (std::size_t i = 0; i < draft.options.size(); ++i) {
            question.options[i].test = test_of(draft, draft.options[i], fact, question);
            if (question.options[i].text.empty()) question.options[i].text = text_of_choice(fact, *question.options[i].test);
        }
        tree_.values_known.back() = diagnostics_.errors() == before && !draft.options.empty();
    }

    /// One choice is told by the fact's text for it.
    static std::string text_of_choice(const FactDefinition& fact, const FactTest& test) {
        const bool one = fact.kind == FactKindOf::choice && test.is.size() == 1 && test.is.front() < fact.choice_texts.size();
        return one ? fact.choice_texts[test.is.front()] : std::string{};
    }

    void report_of(const QuestionDraft& draft, const FactDefinition& fact) {
        error("JE-T42", draft.of.front().at,
              fmt::format("{} has 'of', but the kind of fact '{}' is '{}'", asked(), fact.id.text(), to_text(fact.kind)),
              "'of' only where a question asks a fact of kind 'several': the choices that are counted",
              "take 'of' out, or name another fact");
    }

    ChoiceSet counted(const QuestionDraft& draft, const FactDefinition& fact) {
        if (draft.of.empty()) return {(1U << fact.choices.size()) - 1};
        ChoiceSet set;
        std::vector<std::size_t> listed;
        for (const Text& word : draft.of) {
            const auto choice = place_of(word.value, fact);
            if (check_choice(word, choice, asked(), fact, listed)) set.bits |= 1U << *choice;
        }
        return set;
    }

    /// The place of a choice; of yes-no, 0 is no and 1 yes.
    static std::optional<std::size_t> place_of(const std::string& word, const FactDefinition& fact) {
        if (fact.kind == FactKindOf::yes_no)
            return word == "yes" || word == "no" ? std::optional{static_cast<std::size_t>(word == "yes")} : std::nullopt;
        const auto found = std::find(fact.choices.begin(), fact.choices.end(), word);
        return found == fact.choices.end() ? std::nullopt
                                           : std::optional{static_cast<std::size_t>(found - fact.choices.begin())};
    }

    /// Reports a choice that the fact does not have, or that has been listed already; else it is now.
    bool check_choice(const Text& word, std::optional<std::size_t> choice, const std::string& user, const FactDefinition& fact,
                      std::vector<std::size_t>& listed) {
        if (!choice) {
            const bool no = fact.kind == FactKindOf::yes_no;
            error("JE-T43", word.at,
                  fmt::format("{} names '{}', which fact '{}' does not have", user, word.value, fact.id.text()),
                  fact.kind == FactKindOf::several
                      ? fmt::format("choices of fact '{}': {}", fact.id.text(), short_list(fact.choices))
                      : expected_of(fact),
                  no ? "call the options 'yes' and 'no'" : fix_of(fact, word.value));
            return false;
        }
        if (std::find(listed.begin(), listed.end(), *choice) != listed.end()) {
            error("JE-T43", word.at, fmt::format("{} lists '{}' twice", user, word.value), "each choice once",
                  "take one of the two out, or write the choice that is meant");
            return false;
        }
        listed.push_back(*choice);
        return true;
    }

    FactTest test_of(const QuestionDraft& question, const OptionDraft& draft, const FactDefinition& fact,
                     const Question& made) {
        const bool numbers = is_of_numbers(fact.kind);
        const std::string called = fmt::format("option '{}' of {}", draft.id.value, asked());
        FactTest test;
        if (draft.from) numbers ? void(test.from = draft.from->value) : report_key("from", draft.from->at, called, fact);
        if (draft.below) numbers ? void(test.below = draft.below->value) : report_key("below", draft.below->at, called, fact);
        if (!draft.is.empty() && fact.kind != FactKindOf::choice) report_key("is", draft.is.front().at, called, fact);
        if (fact.kind == FactKindOf::several) test.of = made.of;
        if (!numbers) {
            test.is = choices_of(draft, fact, called);
        } else if (!draft.from && !draft.below && question.options.size() > 1 && draft.is.empty()) {
            error("JE-T45", draft.id.at,
                  fmt::format("{} does not say which values of fact '{}' it stands for", called, fact.id.text()),
                  "'from', 'below' or both: from <= value < below",
                  "add the bounds; the lowest may leave out 'from', the highest 'below'");
        }
        return test;
    }

    void report_key(std::string_view key, const base::SourcePosition& at, const std::string& called,
                    const FactDefinition& fact) {
        error("JE-T40", at,
              fmt::format("{} has '{}', but the kind of fact '{}' is '{}'", called, key, fact.id.text(), to_text(fact.kind)),
              fmt::format("{} for a fact of kind '{}'", keys_of_options(fact.kind), to_text(fact.kind)),
              "say it by these, or name another fact");
    }

    std::vector<std::size_t> choices_of(const OptionDraft& draft, const FactDefinition& fact, const std::string& called) {
        const bool by_id = draft.is.empty() || fact.kind == FactKindOf::yes_no;
        std::vector<std::size_t> listed;
        for (const Text& word : by_id ? std::vector{draft.id} : draft.is) {
            static_cast<void>(check_choice(word, place_of(word.value, fact), called, fact, listed));
        }
        return listed;
    }

    std::optional<QuestionIndex> find_question(const std::string& id) const {
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? std::nullopt : std::optional{QuestionIndex{found->second}};
    }

    void report_target(const Text& word, const std::string& user, std::string_view what, std::span<const std::string> allowed,
                       bool by_spelling) {
        tree_.leads_somewhere = false;
        if (diagnostics_.only_counts_error()) return;
        report({.id = "JE-T21",
                .word = word,
                .message = fmt::format("{} leads to {} '{}', which {} does not have", user, what, word.value, tree_.called()),
                .what = fmt::format("its {}s", what),
                .allowed = allowed,
                .by_spelling = by_spelling},
               diagnostics_);
    }

    /// Where the options of a question lead.
    void lead(std::size_t question) {
        const QuestionDraft& draft = draft_.questions[question];
        auto& targets = tree_.targets.emplace_back();
        if (draft.options.empty()) {
            tree_.leads_somewhere = false;
            error("JE-T23", draft.id.at,
                  fmt::format("{} has no options, so no answer leads on from it", tree_.called(question)),
                  "at least one option, which leads to a question or a level", "add its options, or take the question out");
        }
        for (std::size_t i = 0; i < draft.options.size(); ++i) targets.push_back(targets_of(question, i));
    }

    OptionTargets targets_of(std::size_t question, std::size_t option) {
        const OptionDraft& draft = draft_.questions[question].options[option];
        OptionTargets targets;
        if (draft.next.has_value() == draft.level.has_value()) report_targets(draft, question, option);
        if (draft.next) {
            targets.next = find_question(draft.next->value);
            if (!targets.next) report_target(*draft.next, tree_.called(question, option), "question", ids_, true);
        }
        if (draft.level) {
            targets.level = tree_.factor->find_level(draft.level->value);
            if (!targets.level) report_target(*draft.level, tree_.called(question, option), "level", level_ids(), false);
        }
        return targets;
    }

    [[nodiscard]] std::vector<std::string> level_ids() const {
        std::vector<std::string> ids;
        for (const Level& level : tree_.factor->levels) ids.push_back(level.id.text());
        return ids;
    }

    void report_targets(const OptionDraft& draft, std::size_t question, std::size_t option) {
        tree_.leads_somewhere = false;
        if (diagnostics_.only_counts_error()) return;
        const bool both = draft.next.has_value();
        const std::string called = tree_.called(question, option);
        error(both ? "JE-T22" : "JE-T23", draft.id.at,
              both ? fmt::format("{} leads to question '{}' and to level '{}'", called, draft.next->value, draft.level->value)
                   : fmt::format("{} leads nowhere", called),
              "either 'next', a question of the factor, or 'level', one of its levels",
              both ? "keep the one that is meant" : "add the one that is meant");
    }

    void find_start() {
        if (!draft_.start) {
            tree_.start = tree_.questions.empty() ? std::nullopt : std::optional{QuestionIndex{0}};
            return;
        }
        tree_.start = find_question(draft_.start->value);
        if (!tree_.start) report_target(*draft_.start, fmt::format("'start' of {}", tree_.called()), "question", ids_, true);
    }

    const SchemeDraft::Factor& draft_;
    const Facts& facts_;
    base::Diagnostics& diagnostics_;
    TreeSketch tree_;
    std::vector<std::string> ids_;
    std::map<std::string_view, std::size_t> by_id_;
};

}  // namespace

std::string TreeSketch::called() const { return fmt::format("factor '{}'", draft->id.value); }

std::string TreeSketch::called(std::size_t question) const {
    return fmt::format("question '{}' of {}", draft->questions[question].id.value, called());
}

std::string TreeSketch::called(std::size_t question, std::size_t option) const {
    return fmt::format("option '{}' of {}", draft->questions[question].options[option].id.value, called(question));
}

bool TreeSketch::is_yes_no(std::size_t question) const {
    const auto& options = questions[question].options;
    return options.size() == 2 && questions[question].find_option("yes") && questions[question].find_option("no");
}

TreeSketch sketch_tree(const SchemeDraft::Factor& draft, const Factor& factor, FactorIndex index, const Facts& facts,
                       base::Diagnostics& diagnostics) {
    return Sketching{draft, factor, index, facts, diagnostics}.run();
}

bool has_few_questions(const SchemeDraft::Factor& draft, base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    if (draft.questions.size() > most_questions)
        diagnostics.error({"JE-S68", draft.questions[most_questions].id.at,
                           fmt::format("factor '{}' has {} questions", draft.id.value, draft.questions.size()),
                           "at most 10000 questions of a factor", "use fewer questions"});
    for (const QuestionDraft& question : draft.questions) {
        if (question.options.size() > most_options)
            diagnostics.error({"JE-S68", question.options[most_options].id.at,
                               fmt::format("question '{}' of factor '{}' has {} options", question.id.value, draft.id.value,
                                           question.options.size()),
                               fmt::format("at most {} options of a question", most_options), "use fewer options"});
    }
    return diagnostics.errors() == before;
}

}  // namespace je::model
