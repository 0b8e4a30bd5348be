// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/dynamic_bitset.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "model/scheme/derivation_grid.hpp"
#include "model/scheme/tree_proof.hpp"

// What trees make of the values of facts.

namespace je::model {

namespace {

/// Holds the options of one question against the values of its fact.
class OptionValues {
public:
    OptionValues(const TreeSketch& tree, std::size_t question, const FactDefinition& fact, base::Diagnostics& diagnostics)
        : tree_{tree},
          question_{question},
          fact_{fact},
          grid_{grid_of(tree.questions[question], fact)},
          diagnostics_{diagnostics} {}

    void prove() {
        const std::size_t options = tree_.questions[question_].options.size();
        for (std::size_t option = 0; option < options; ++option) {
            if (grid_.is_empty(option)) report_empty(option);
            for (std::size_t before = 0; before < option; ++before)
                if (grid_.overlap(before, option)) report_overlap(before, option);
        }
        report_gaps();
    }

private:
    static constexpr std::size_t most_gaps = most_options + 1;  // between, before and after ranges there are no more

    static DerivationGrid grid_of(const Question& question, const FactDefinition& fact) {
        std::vector<DerivedRow> rows;
        for (const TreeOption& option : question.options) rows.push_back({.tests = {option.test}, .level = {}, .at = {}});
        const FactDefinition* of = &fact;
        return {std::span{&of, 1}, rows};
    }

    void report_empty(std::size_t option) {
        if (diagnostics_.only_counts_error()) return;
        diagnostics_.error(
            {"JE-T29", tree_.option_at(question_, option),
             fmt::format("no value that fact '{}' can have belongs to {}", fact_.id.text(), tree_.called(question_, option)),
             "options that some value belongs to: from <= value < below, within what the fact can be",
             "correct its bounds, or take the option out"});
    }

    void report_overlap(std::size_t before, std::size_t option) {
        if (diagnostics_.only_counts_error()) return;
        const auto& options = tree_.draft->questions[question_].options;
        diagnostics_.error({"JE-T28", tree_.option_at(question_, option),
                            fmt::format("some values of fact '{}' belong to {} and to option '{}'", fact_.id.text(),
                                        tree_.called(question_, before), options[option].id.value),
                            "each value in one option: 'from' belongs to an option, 'below' to the next",
                            "correct one of the two, also where both lead to the same place"});
    }

    void report_gaps() {
        for (const std::string& gap : grid_.gaps(most_gaps).words) {
            if (diagnostics_.only_counts_error()) continue;
            diagnostics_.error({"JE-T27", tree_.questions[question_].at,
                                fmt::format("{} has no option for {}", tree_.called(question_), gap),
                                "an option for every value that the fact can have",
                                "add an option, or widen those beside it; say in the fact what values it can have"});
        }
    }

    const TreeSketch& tree_;
    std::size_t question_;
    const FactDefinition& fact_;
    DerivationGrid grid_;
    base::Diagnostics& diagnostics_;
};

/// Looks for chains that ask the same thing twice: the same fact, or the same choice of a fact of which several may apply.
class AskedOnce {
public:
    using Things = boost::dynamic_bitset<>;

    AskedOnce(const TreeSketch& tree, const Facts& facts, base::Diagnostics& diagnostics)
        : tree_{tree}, facts_{facts}, diagnostics_{diagnostics} {}

    void prove() {
        number_things();
        const auto order = in_order_of(tree_);
        further_.assign(tree_.questions.size(), Things(things_));
        std::vector<bool> reached(tree_.questions.size(), false);
        if (tree_.start) reached[tree_.start->value()] = true;
        for (const QuestionIndex question : order) {
            if (reached[question.value()]) tree_.visit_next(question.value(), [&](std::size_t next) { reached[next] = true; });
        }
        for (auto question = order.rbegin(); question != order.rend(); ++question) gather(question->value());
        for (std::size_t question = 0; question < reached.size(); ++question) {
            if (reached[question] && of(question).intersects(further_[question])) report_from(question);
        }
    }

private:
    static constexpr std::size_t most_told = 100;  // of one tree

    void number_things() {
        for (const Question& question : tree_.questions) {
            if (!question.fact || !first_thing_.try_emplace(*question.fact, things_).second) continue;
            const FactDefinition& fact = facts_[*question.fact];
            things_ += fact.kind == FactKindOf::several ? fact.choices.size() : 1;
        }
    }

    /// What a question asks itself.
    [[nodiscard]] Things of(std::size_t number) const {
        const Question& question = tree_.questions[number];
        Things things(things_);
        if (!question.fact) return things;
        const std::size_t first = first_thing_.at(*question.fact);
        const FactDefinition& fact = facts_[*question.fact];
        if (fact.kind != FactKindOf::several) return things.set(first);
        for (std::size_t choice = 0; choice < fact.choices.size(); ++choice)
            if (question.of.contains(choice)) things.set(first + choice);
        return things;
    }

    void gather(std::size_t question) {
        tree_.visit_next(question, [&](std::size_t next) {
            further_[question] |= further_[next];
            further_[question] |= of(next);
        });
    }

    void report_from(std::size_t first) {
        if (told_ > most_told || diagnostics_.only_counts_error()) return;
        const Things mine = of(first);
        std::vector<bool> seen(tree_.questions.size(), false);
        std::vector<std::size_t> open{first};
        while (!open.empty()) {
            const std::size_t question = open.back();
            open.pop_back();
            tree_.visit_next(question, [&](std::size_t next) {
                if (!seen[next]) open.push_back(next);
                seen[next] = true;
            });
        }
        for (std::size_t second = 0; second < seen.size(); ++second)
            if (seen[second] && of(second).intersects(mine)) report(first, second);
    }

    void report(std::size_t first, std::size_t second) {
        if (++told_ > most_told + 1 || diagnostics_.only_counts_error()) return;
        if (told_ > most_told) return report_more();
        const auto& questions = tree_.draft->questions;
        diagnostics_.error({"JE-T30", tree_.questions[second].at,
                            fmt::format("{} asks fact '{}', and further on question '{}' asks it again", tree_.called(first),
                                        questions[first].fact->value, questions[second].id.value),
                            "each fact asked once on the way to a level; of a fact of kind 'several', each choice",
                            "give the first of the two more options, one for each that matters further on"});
    }

    void report_more() {
        diagnostics_.error(
            {"JE-T33", tree_.draft->id.at, fmt::format("more questions of {} ask what has been asked", tree_.called()),
             fmt::format("each fact asked once on the way to a level; the first {} are told one by one", most_told),
             "mend those told first"});
    }

    const TreeSketch& tree_;
    const Facts& facts_;
    base::Diagnostics& diagnostics_;
    std::map<FactIndex, std::size_t> first_thing_;
    std::size_t things_ = 0;
    std::vector<Things> further_;  // what is asked after each question
    std::size_t told_ = 0;
};

}  // namespace

void prove_values(const TreeSketch& tree, const Facts& facts, base::Diagnostics& diagnostics) {
    for (std::size_t question = 0; question < tree.questions.size(); ++question) {
        if (tree.values_known[question])
            OptionValues{tree, question, facts[*tree.questions[question].fact], diagnostics}.prove();
    }
}

void prove_asked_once(const TreeSketch& tree, const Facts& facts, base::Diagnostics& diagnostics) {
    AskedOnce{tree, facts, diagnostics}.prove();
}

}  // namespace je::model
