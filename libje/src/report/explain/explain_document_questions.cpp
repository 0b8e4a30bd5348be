// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/explain/explain_document.hpp"

namespace je::report {

namespace {

/// What a question asks: its words, else its id.
Text asked(const std::string& ask, const std::string& id) { return ask.empty() ? Text{id} : Text{ask}; }

Text answered(const StepView& step) {
    Text text = say("{} {}", asked(step.ask, step.question), step.answer_in_words()) + place(step.at);
    if (!step.note.empty()) text += say("; {}", without_stop(step.note));
    return text;
}

Text changed_text(const ChangedAnswerView& one) {
    Text text = say("'{}' from '{}' to '{}'", asked(one.ask, one.question), one.from_text, one.to_text);
    if (!one.also_asked_by.empty()) text += say(" (also asked by {})", fmt::format("{}", fmt::join(one.also_asked_by, ", ")));
    return text;
}

Text further_text(const StepView& one) { return say("'{}' with '{}'", asked(one.ask, one.question), one.text); }

/// "change 'Who?' from 'Colleagues' to 'The public', and answer 'How often?' with 'Every week'".
Text nearest_text(const RuledOutView& one) {
    if (!one.has_path) return "no answers give it: only a rule raises to it";
    std::vector<Text> changed, further;
    for (const ChangedAnswerView& change : one.changed) changed.push_back(changed_text(change));
    for (const StepView& step : one.further) further.push_back(further_text(step));
    if (changed.empty()) return say("to get there, answer {}", listed(further, " and "));
    if (further.empty()) return say("to get there, change {}", listed(changed, " and "));
    return say("to get there, change {}, and answer {}", listed(changed, " and "), listed(further, " and "));
}

Text ruled_out_text(const RuledOutView& one) {
    const Text level =
        one.summary.empty() ? Text{Level{one.level}} : say("{}: {}", Level{one.level}, without_stop(one.summary));
    const Text by = one.closed_by ? say("closed off by '{}' {}", asked(one.closed_by->ask, one.closed_by->question),
                                        one.closed_by->answer_in_words()) +
                                        place(one.closed_by->at)
                                  : Text{"closed off by answers ahead of an open question"};
    return say("{}. It is {}; {}", level, by, nearest_text(one));
}

Text next_answer_text(const NextAnswerView& answer, bool has_points) {
    std::vector<Text> options;
    for (const NextOptionView& option : answer.options) {
        const Text text = option.text.empty() ? Text{option.option} : Text{option.text};
        if (std::find(options.begin(), options.end(), text) == options.end()) options.push_back(text);
    }
    std::vector<Text> bands;
    for (const auto& band : answer.bands) bands.push_back(band ? Text{Band{*band}} : Text{"none"});
    Text left = has_points ? say("{} points", between(answer.total_min, answer.total_max)) : Text{};
    if (!bands.empty()) left += (left.empty() ? Text{} : Text{", "}) + say("band {}", listed(bands, " or "));
    return left.empty() ? listed(options, "; ") : say("{}: {}", listed(options, "; "), left);
}

}  // namespace

void add_question_rows(Facts& facts, const FactorTrace& trace) {
    if (!trace.tree) return;
    const TreeTrace& tree = *trace.tree;
    for (const StepView& step : tree.trace) {
        facts.rows.emplace_back("Answered", answered(step));
        for (const EvidenceView& evidence : step.evidence) {
            facts.rows.emplace_back("Its evidence", evidence_text(evidence));
            if (!evidence.disputed.empty()) facts.rows.emplace_back("Disputed", evidence.disputed);
        }
    }
    if (tree.stops_at && (!trace.level || !tree.trace.empty()))
        facts.rows.emplace_back("Not answered", asked(tree.stops_at_ask, *tree.stops_at));
    for (const StepView& step : tree.ahead) facts.rows.emplace_back("Answered ahead", answered(step));
    for (const StepView& step : tree.off_path)
        facts.rows.emplace_back("Without effect", say("{}: the question cannot come up", answered(step)));
    for (const RuledOutView& one : tree.eliminated) facts.rows.emplace_back("Ruled out", ruled_out_text(one));
}

void add_ask_next_section(Document& document, const ExplainResult& result) {
    if (!result.ask_next || result.complete) return;
    document.begin("ask-next", 2, "What to ask next");
    if (result.ask_next->band_settled) document.add(Paragraph{"The band is settled: no answer can change it."});
    if (result.ask_next->questions.empty()) return;
    document.add(
        Paragraph{result.ask_next->band_settled
                      ? "What is still open moves the total alone; the question that narrows it most comes first."
                      : "The question that narrows the band most comes first, whichever way it is answered; then the one that "
                        "narrows the total most."});
    Facts facts;
    for (const NextQuestionView& question : result.ask_next->questions) {
        const Text what = question.question ? asked(question.ask, *question.question) : Text{"which level?"};
        facts.rows.emplace_back(Name{question.name, {}, "factor-" + question.factor}, what);
        for (const NextAnswerView& answer : question.answers)
            facts.rows.emplace_back("If", next_answer_text(answer, result.scheme.has_points()));
    }
    document.add(std::move(facts));
}

}  // namespace je::report
