// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/shown_tree.hpp"

#include <algorithm>
#include <utility>

#include "je/scoring/trees.hpp"
#include "report/explain/explain_parts.hpp"

namespace je::report {

namespace {

using model::QuestionIndex;

constexpr std::size_t most_steps = 4'000'000;  // of all paths listed of one tree

/// The questions as a reader meets them: an answer's question follows as soon as nothing else leads to it, and what the first
/// answer leads to stands first.
std::vector<QuestionIndex> reading_order(const model::Tree& tree) {
    std::vector<QuestionIndex> order;
    std::vector<bool> met(tree.questions.size(), false);
    std::vector<std::pair<QuestionIndex, std::size_t>> open{{tree.start, tree[tree.start].options.size()}};
    met[tree.start.value()] = true;
    while (!open.empty()) {
        auto& [question, left] = open.back();
        if (left == 0) {
            order.push_back(question);
            open.pop_back();
            continue;
        }
        const QuestionIndex* next = tree[question].options[--left].next();
        if (next == nullptr || met[next->value()]) continue;
        met[next->value()] = true;
        open.emplace_back(*next, tree[*next].options.size());
    }
    std::reverse(order.begin(), order.end());
    return order;
}

/// Makes a form, and paths over it.
class TreeForm {
public:
    TreeForm(const model::Scheme& scheme, model::FactorIndex factor)
        : scheme_{scheme}, factor_{scheme[factor]}, tree_{*factor_.tree}, numbers_(tree_.questions.size(), 0) {
        const auto order = reading_order(tree_);
        for (std::size_t i = 0; i < order.size(); ++i) numbers_[order[i].value()] = i + 1;
        auto questions = std::make_shared<std::vector<FormQuestion>>();
        for (const QuestionIndex question : order) questions->push_back(form_of(question));
        questions_ = std::move(questions);
    }

    [[nodiscard]] const std::shared_ptr<const std::vector<FormQuestion>>& questions() const { return questions_; }

    [[nodiscard]] ListedPath listed(const scoring::TreePath& path) const {
        ListedPath out{{}, factor_[path.level].id.text()};
        for (const model::TreeStep& step : path.steps) {
            const FormQuestion& question = (*questions_)[numbers_[step.question.value()] - 1];
            out.steps.push_back({&question, &question.options[step.option]});
        }
        return out;
    }

    /// Questions on the longest path: those that answers lead to have higher numbers.
    [[nodiscard]] std::size_t longest() const {
        std::vector<std::size_t> from(questions_->size(), 1);
        for (std::size_t i = from.size(); i-- > 0;) {
            for (const FormOption& option : (*questions_)[i].options)
                if (option.next) from[i] = std::max(from[i], from[*option.next - 1] + 1);
        }
        return from.front();
    }

private:
    [[nodiscard]] FormQuestion form_of(QuestionIndex index) const {
        const model::Question& question = tree_[index];
        FormQuestion form{.number = numbers_[index.value()],
                          .id = question.id.text(),
                          .ask = question.ask,
                          .help = question.help,
                          .fact = question.fact ? scheme_[*question.fact].id.text() : std::string{}};
        if (form.ask.empty()) form.ask = form.id;
        if (question.fact) add_choices(form, question, scheme_[*question.fact]);
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            const model::TreeOption& option = question.options[i];
            FormOption added{.id = option.id, .text = option_words(scheme_, question, i)};
            if (const auto* next = option.next()) {
                added.next = numbers_[next->value()];
                added.next_id = tree_[*next].id.text();
            } else {
                added.level = factor_[*option.level()].id.text();
            }
            form.options.push_back(std::move(added));
        }
        return form;
    }

    static void add_choices(FormQuestion& form, const model::Question& question, const model::FactDefinition& fact) {
        if (fact.kind != model::FactKindOf::several) return;
        for (std::size_t i = 0; i < fact.choices.size(); ++i) {
            if (!question.of.contains(i)) continue;
            const bool has_text = i < fact.choice_texts.size() && !fact.choice_texts[i].empty();
            form.choices.push_back(has_text ? fact.choice_texts[i] : fact.choices[i]);
        }
    }

    const model::Scheme& scheme_;
    const model::Factor& factor_;
    const model::Tree& tree_;
    std::vector<std::size_t> numbers_;  // by question
    std::shared_ptr<const std::vector<FormQuestion>> questions_;
};

/// False, and nothing is listed, where they have too many steps.
bool list_paths(ShownTree& shown, const model::Tree& tree, const TreeForm& form) {
    std::size_t steps = 0;
    scoring::visit_paths(tree, [&](const scoring::TreePath& path) {
        steps += path.steps.size();
        if (steps <= most_steps) shown.paths.push_back(form.listed(path));
        return steps <= most_steps;
    });
    if (steps > most_steps) shown.paths = {};
    return steps <= most_steps;
}

}  // namespace

ShownTree show_tree(const model::Scheme& scheme, model::FactorIndex index, std::uint64_t max_paths) {
    const model::Factor& factor = scheme[index];
    const model::Tree& tree = *factor.tree;
    const TreeForm form{scheme, index};
    ShownTree shown{.scheme = scheme.id().text(),
                    .factor = factor.id.text(),
                    .name = factor.name.empty() ? factor.id.text() : factor.name,
                    .levels = {},
                    .questions = form.questions(),
                    .count = scoring::count_paths(tree),
                    .longest = form.longest()};
    for (const model::Level& level : factor.levels) shown.levels.push_back(level.id.text());
    shown.are_listed = shown.count && *shown.count <= max_paths && list_paths(shown, tree, form);
    const auto pairs = scoring::path_pairs(tree, scheme.facts());
    for (const scoring::PathPair& pair : pairs.pairs)
        shown.pairs.push_back({tree[pair.question].id.text(), form.listed(pair.first), form.listed(pair.second)});
    for (const QuestionIndex question : pairs.without) shown.no_pair.push_back(tree[question].id.text());
    for (const QuestionIndex question : pairs.not_searched) shown.not_searched.push_back(tree[question].id.text());
    return shown;
}

}  // namespace je::report
