// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/tree_trace.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/wording.hpp"
#include "je/scoring/ask_next.hpp"
#include "je/scoring/trees.hpp"
#include "report/explain/explain_parts.hpp"
#include "scoring/words.hpp"

namespace je::report {

namespace {

using model::FactorIndex;
using model::TreeStep;

/// Views of one factor's questions.
class TreeViews {
public:
    TreeViews(const ExplainInput& input, FactorIndex factor)
        : input_{input}, scheme_{*input.scheme}, factor_{factor}, tree_{*scheme_[factor].tree} {}

    [[nodiscard]] TreeTrace trace() const {
        const model::Answers& answers = input_.job->answers();
        const scoring::Walk walked = scoring::walk(scheme_, answers, factor_);
        TreeTrace trace;
        const auto& stated = answers.levels[factor_.value()];
        for (const model::LevelIndex level : walked.possible)
            if (!stated || *stated == level) trace.possible.push_back(scheme_[factor_][level].id.text());
        for (const TreeStep& step : walked.trace) trace.trace.push_back(answered(step));
        for (const TreeStep& step : walked.ahead) trace.ahead.push_back(answered(step));
        for (const TreeStep& step : walked.off_path) trace.off_path.push_back(answered(step));
        if (walked.stops_at) {
            trace.stops_at = tree_[*walked.stops_at].id.text();
            trace.stops_at_ask = tree_[*walked.stops_at].ask;
        }
        for (const scoring::RuledOut& one : scoring::ruled_out(scheme_, answers, factor_, walked))
            trace.eliminated.push_back(view(one));
        return trace;
    }

    /// With what the questionnaire says of it.
    [[nodiscard]] StepView answered(const TreeStep& step) const {
        StepView view = plain(step);
        const model::AnswerRecord* record = nullptr;
        if (const auto& fact = tree_[step.question].fact) {
            add_value(view, *fact);
            const auto places = input_.job->fact_positions();
            if (fact->value() < places.size()) view.at = places[fact->value()].file_and_line();
            const auto records = input_.job->fact_records();
            if (fact->value() < records.size()) record = &records[fact->value()];
        } else if (factor_.value() < input_.job->ratings().size()) {
            const auto& records = input_.job->ratings()[factor_.value()].answers;
            if (const auto found = records.find(step.question); found != records.end()) record = &found->second;
            if (record != nullptr) view.at = record->at.file_and_line();
        }
        if (record != nullptr) {
            view.evidence = view_evidence(record->evidence, input_.job);
            view.note = record->note;
        }
        return view;
    }

private:
    [[nodiscard]] StepView plain(const TreeStep& step) const {
        const model::Question& question = tree_[step.question];
        const model::TreeOption& option = question.options[step.option];
        return {.question = question.id.text(),
                .ask = question.ask,
                .fact = question.fact ? scheme_[*question.fact].id.text() : std::string{},
                .option = option.id,
                .text = option_words(scheme_, question, step.option),
                .scheme_at = option.at.file_and_line()};
    }

    void add_value(StepView& view, model::FactIndex fact) const {
        const auto& value = input_.job->answers().facts[fact.value()];
        if (!value) return;
        const model::FactDefinition& definition = scheme_[fact];
        if (const auto* number = std::get_if<base::WideDecimal>(&*value)) {
            view.number = Digits{number->to_string()};
        } else if (const auto* set = std::get_if<model::ChoiceSet>(&*value)) {
            view.choices.emplace();
            for (std::size_t i = 0; i < definition.choices.size(); ++i) {
                if (set->contains(i)) view.choices->push_back(definition.choices[i]);
            }
        } else {
            view.word = scoring::value_text(definition, *value);
        }
    }

    [[nodiscard]] RuledOutView view(const scoring::RuledOut& one) const {
        const model::Level& level = scheme_[factor_][one.level];
        RuledOutView view{.level = level.id.text(), .summary = level.summary, .has_path = one.has_path};
        if (one.closed_by) view.closed_by = answered(*one.closed_by);
        for (const scoring::ChangedAnswer& changed : one.changed) view.changed.push_back(this->view(changed));
        for (const TreeStep& step : one.further) view.further.push_back(plain(step));
        for (const TreeStep& step : one.path) view.path.push_back(plain(step));
        return view;
    }

    [[nodiscard]] ChangedAnswerView view(const scoring::ChangedAnswer& one) const {
        const StepView from = plain({one.question, one.from}), to = plain({one.question, one.to});
        ChangedAnswerView view{from.question, from.ask, from.fact, from.option, from.text, to.option, to.text};
        for (const FactorIndex other : one.also_asked_by) view.also_asked_by.push_back(scheme_[other].id.text());
        return view;
    }

    const ExplainInput& input_;
    const model::Scheme& scheme_;
    FactorIndex factor_;
    const model::Tree& tree_;
};

NextOptionView view_option(const model::Scheme& scheme, const scoring::NextOption& option) {
    const model::Factor& factor = scheme[option.factor];
    if (!option.question) {
        const model::Level& level = factor.levels[option.option];
        return {factor.id.text(), std::nullopt, level.id.text(), level.summary};
    }
    const model::Question& question = (*factor.tree)[*option.question];
    return {factor.id.text(), question.id.text(), question.options[option.option].id,
            option_words(scheme, question, option.option)};
}

NextAnswerView view_answer(const ExplainInput& input, const scoring::NextAnswer& answer) {
    NextAnswerView view;
    for (const scoring::NextOption& option : answer.options) view.options.push_back(view_option(*input.scheme, option));
    view.total_min = answer.total_min.value();
    view.total_max = answer.total_max.value();
    if (input.table == nullptr) return view;
    for (const model::BandIndex band : answer.bands) view.bands.emplace_back((*input.table)[band].id.text());
    if (answer.may_be_in_none) view.bands.emplace_back();
    return view;
}

}  // namespace

std::string option_words(const model::Scheme& scheme, const model::Question& question, std::size_t option) {
    const model::TreeOption& one = question.options[option];
    if (!one.text.empty()) return one.text;
    return one.test && question.fact ? range_words(scheme[*question.fact], *one.test) : one.id;
}

std::string StepView::answer_in_words() const {
    if (number) return base::worded("{}, {}", number->text, text);
    if (!choices) return word && text != *word ? base::worded("{}, {}", *word, text) : text;
    const std::string list = choices->empty() ? base::worded("none of them") : fmt::format("{}", fmt::join(*choices, ", "));
    return base::worded("{}: {}", text, list);
}

TreeTrace trace_tree(const ExplainInput& input, FactorIndex factor) { return TreeViews{input, factor}.trace(); }

TwoPaths two_paths(const model::Scheme& scheme, FactorIndex factor, const model::Answers& before, const model::Answers& after) {
    const model::Tree& tree = *scheme[factor].tree;
    const auto first = scoring::walk(scheme, before, factor).trace;
    const auto second = scoring::walk(scheme, after, factor).trace;
    TwoPaths paths;
    const auto row_of = [&](model::QuestionIndex question) -> PathRow& {
        const std::string& id = tree[question].id.text();
        const auto found =
            std::find_if(paths.rows.begin(), paths.rows.end(), [&](const PathRow& row) { return row.question == id; });
        return found != paths.rows.end() ? *found : paths.rows.emplace_back(PathRow{.question = id, .ask = tree[question].ask});
    };
    for (const TreeStep& step : first) {
        PathRow& row = row_of(step.question);
        row.before = tree[step.question].options[step.option].id;
        row.before_text = option_words(scheme, tree[step.question], step.option);
    }
    for (const TreeStep& step : second) {
        PathRow& row = row_of(step.question);
        row.after = tree[step.question].options[step.option].id;
        row.after_text = option_words(scheme, tree[step.question], step.option);
    }
    const auto parting =
        std::find_if(paths.rows.begin(), paths.rows.end(), [](const PathRow& row) { return row.before != row.after; });
    if (parting != paths.rows.end()) paths.parts_at = parting->question;
    return paths;
}

StepView view_answer_to(const ExplainInput& input, FactorIndex factor, const TreeStep& step) {
    return TreeViews{input, factor}.answered(step);
}

AskNextView view_ask_next(const ExplainInput& input, const scoring::Score& score) {
    const auto next = scoring::ask_next(*input.scheme, input.table, input.job->answers(), score);
    AskNextView view{.band_settled = next.band_settled};
    for (const scoring::NextQuestion& one : next.questions) {
        const model::Factor& factor = (*input.scheme)[one.factor];
        NextQuestionView question{.factor = factor.id.text(),
                                  .name = factor.name,
                                  .fact = one.fact ? (*input.scheme)[*one.fact].id.text() : std::string{},
                                  .bands_at_most = one.bands_at_most,
                                  .width_at_most = one.width_at_most.value()};
        if (one.question) {
            question.question = (*factor.tree)[*one.question].id.text();
            question.ask = (*factor.tree)[*one.question].ask;
        }
        for (const scoring::NextAnswer& answer : one.answers) question.answers.push_back(view_answer(input, answer));
        view.questions.push_back(std::move(question));
    }
    return view;
}

}  // namespace je::report
