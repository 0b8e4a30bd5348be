// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "model/scheme/tree_sketch.hpp"
#include "model/scheme/trees.hpp"

// What is odd about trees, and no mistake.

namespace je::model {

namespace {

/// The factor of a draft, as far as looking up its levels goes.
Factor with_levels(const SchemeDraft::Factor& draft) {
    Factor factor;
    factor.id = FactorId{draft.id.value};
    for (const auto& level : draft.levels) {
        factor.levels.emplace_back();
        factor.levels.back().id = LevelId{level.id.value};
    }
    return factor;
}

/// What is odd about one tree.
class TreeWarnings {
public:
    TreeWarnings(const TreeSketch& tree, base::Diagnostics& diagnostics) : tree_{tree}, diagnostics_{diagnostics} {}

    void look() {
        for (std::size_t question = 0; question < tree_.questions.size(); ++question) {
            look_at_texts(question);
            if (is_idle(question)) report_idle(question);
        }
        look_at_order();
        for (const SchemeDraft::TextGap& gap : tree_.draft->text_gaps) report_gap(gap);
    }

private:
    struct Range {
        std::size_t lowest = 0, highest = 0;  // levels
    };

    void warn(std::string_view id, const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
        diagnostics_.warning({std::string{id}, at, std::move(message), std::move(expected), std::move(fix)});
    }

    void look_at_texts(std::size_t number) {
        const auto& draft = tree_.draft->questions[number];
        const Question& question = tree_.questions[number];
        const bool fact_unknown = draft.fact && !question.fact;
        if (question.ask.empty() && !fact_unknown)
            warn("JE-T62", question.at, fmt::format("{} has no 'ask'", tree_.called(number)),
                 "the words with which each question is asked, its own or its fact's", "add 'ask'");
        if (question.help.empty() && !fact_unknown)
            warn("JE-T61", question.at, fmt::format("{} has no 'help'", tree_.called(number)),
                 "a help text that says how each question is meant, its own or its fact's", "add 'help'");
        if (!draft.fact && !tree_.is_yes_no(number)) look_at_options(number);
    }

    void look_at_options(std::size_t question) {
        const auto& options = tree_.questions[question].options;
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].text.empty())
                warn("JE-T62", options[i].at, fmt::format("{} has no 'text'", tree_.called(question, i)),
                     "the words of each answer; ranges, choices, yes and no need none", "add 'text'");
            if (options[i].help.empty())
                warn("JE-T61", options[i].at, fmt::format("{} has no 'help'", tree_.called(question, i)),
                     "a help text that says when each answer is right; ranges, choices, yes and no need none", "add 'help'");
        }
    }

    [[nodiscard]] bool is_idle(std::size_t question) const {
        const auto& targets = tree_.targets[question];
        const auto one_target = [](const SchemeDraft::TreeOption& option) {
            return option.next.has_value() != option.level.has_value();
        };
        const auto& options = tree_.draft->questions[question].options;
        if (!std::all_of(options.begin(), options.end(), one_target)) return false;
        const auto same = [&](const OptionTargets& to) {
            return (to.next || to.level) && to.next == targets.front().next && to.level == targets.front().level;
        };
        return !targets.empty() && std::all_of(targets.begin(), targets.end(), same);
    }

    void report_idle(std::size_t question) {
        const auto& to = tree_.targets[question].front();
        const std::string place = to.next ? fmt::format("question '{}'", tree_.questions[to.next->value()].id.text())
                                          : fmt::format("level '{}'", (*tree_.factor)[*to.level].id.text());
        warn("JE-T63", tree_.questions[question].at, fmt::format("all options of {} lead to {}", tree_.called(question), place),
             "questions whose answer makes a difference", "let an option lead elsewhere, or take the question out");
    }

    void look_at_order() {
        const auto groups = questions_by_group(groups_of_questions(tree_));
        const bool loops =
            std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return goes_round(tree_, group); });
        if (loops || !tree_.leads_somewhere) return;
        ranges_.assign(tree_.questions.size(), Range{});
        for (const auto& group : groups) ranges_[group.front()] = range_of(group.front());
        for (std::size_t question = 0; question < tree_.questions.size(); ++question) look_at_neighbours(question);
    }

    [[nodiscard]] Range range_of(const OptionTargets& to) const {
        return to.next ? ranges_[to.next->value()] : Range{to.level->value(), to.level->value()};
    }

    [[nodiscard]] Range range_of(std::size_t question) const {
        Range all = range_of(tree_.targets[question].front());
        for (const OptionTargets& to : tree_.targets[question]) {
            const Range one = range_of(to);
            all = {std::min(all.lowest, one.lowest), std::max(all.highest, one.highest)};
        }
        return all;
    }

    void look_at_neighbours(std::size_t question) {
        const DerivationOrder order = tree_.questions[question].order;
        if (order == DerivationOrder::none) return;
        const auto options = tree_.least_to_most(question);
        for (std::size_t i = 1; i < options.size(); ++i) {
            const Range less = range_of(tree_.targets[question][options[i - 1]]);
            const Range more = range_of(tree_.targets[question][options[i]]);
            const bool falls = more.lowest < less.lowest || more.highest < less.highest;
            const bool rises = more.lowest > less.lowest || more.highest > less.highest;
            if (order == DerivationOrder::up ? falls : rises) report_order(question, options[i - 1], options[i], less, more);
        }
    }

    [[nodiscard]] std::string words_of(const Range& range) const {
        const auto id = [&](std::size_t level) { return tree_.factor->levels[level].id.text(); };
        return range.lowest == range.highest ? fmt::format("level '{}'", id(range.lowest))
                                             : fmt::format("levels from '{}' to '{}'", id(range.lowest), id(range.highest));
    }

    void report_order(std::size_t question, std::size_t less, std::size_t more, const Range& of_less, const Range& of_more) {
        const bool up = tree_.questions[question].order == DerivationOrder::up;
        warn("JE-T60", tree_.option_at(question, more),
             fmt::format("{} leads to {}, and option '{}', which is less, to {}", tree_.called(question, more),
                         words_of(of_more), tree_.draft->questions[question].options[less].id.value, words_of(of_less)),
             up ? "levels that rise, or stay, from one option to the next"
                : "levels that fall, or stay, from one option to the next",
             up ? "correct where they lead; where more means less, write 'order: down', and 'order: none' where there is no "
                  "order"
                : "correct where they lead; where there is no order, write 'order: none'");
    }

    void report_gap(const SchemeDraft::TextGap& gap) {
        const std::string whose = gap.option.empty() ? fmt::format("question '{}'", gap.question)
                                                     : fmt::format("option '{}' of question '{}'", gap.option, gap.question);
        warn("JE-T62", gap.at,
             fmt::format("the '{}' of {} of {} has no text for '{}', in which other texts of its questions are stated", gap.key,
                         whose, tree_.called(), gap.language),
             "each text in the same languages, or one for all readers", fmt::format("add '{}: ...'", gap.language));
    }

    const TreeSketch& tree_;
    base::Diagnostics& diagnostics_;
    std::vector<Range> ranges_;  // of each question, once those that its options lead to are known
};

void warn_of_gaps(const SchemeDraft::Fact& fact, base::Diagnostics& diagnostics) {
    for (const SchemeDraft::TextGap& gap : fact.text_gaps) {
        diagnostics.warning({"JE-T62", gap.at,
                             fmt::format("the '{}' of fact '{}' has no text for '{}', in which other texts of it are stated",
                                         gap.key, fact.id.value, gap.language),
                             "each text in the same languages, or one for all readers",
                             fmt::format("add '{}: ...'", gap.language)});
    }
}

}  // namespace

void warn_of_trees(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    base::Diagnostics told{0};  // mistakes, which are reported elsewhere
    const Facts facts{draft.facts, told};
    for (std::size_t i = 0; i < draft.factors.size(); ++i) {
        const auto& factor = draft.factors[i];
        if (factor.questions.empty() || !has_few_questions(factor, told)) continue;
        const Factor made = with_levels(factor);
        TreeWarnings{sketch_tree(factor, made, FactorIndex{i}, facts, told), diagnostics}.look();
    }
    for (const auto& fact : draft.facts) warn_of_gaps(fact, diagnostics);
}

}  // namespace je::model
