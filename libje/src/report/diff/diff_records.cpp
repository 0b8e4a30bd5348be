// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "je/scoring/trees.hpp"
#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_parts.hpp"

namespace je::report {
namespace {

using model::FactIndex;
using model::FactorIndex;

template <class Side>
DiffMove move_of(const std::optional<Side>& before, const std::optional<Side>& after) {
    return !before ? DiffMove::added : !after ? DiffMove::removed : DiffMove::changed;
}

// Answers.

AnswerPlace place_of(const scoring::Walk& walk, const std::vector<model::QuestionIndex>& coming_up,
                     model::QuestionIndex question) {
    const bool on_path = std::any_of(walk.trace.begin(), walk.trace.end(),
                                     [&](const model::TreeStep& step) { return step.question == question; });
    if (on_path) return AnswerPlace::path;
    return std::ranges::find(coming_up, question) != coming_up.end() ? AnswerPlace::ahead : AnswerPlace::off_path;
}

/// The answers of one version to a factor's questions.
class AnswersOf {
public:
    AnswersOf(const ExplainInput& input, FactorIndex factor)
        : input_{input},
          factor_{factor},
          walk_{scoring::walk(*input.scheme, input.job->answers(), factor)},
          coming_up_{scoring::questions_that_come_up(*input.scheme, input.job->answers(), factor)} {}

    [[nodiscard]] std::optional<AnswerSide> to(model::QuestionIndex question) const {
        const auto option = scoring::given_option(*input_.scheme, input_.job->answers(), factor_, question);
        if (!option) return std::nullopt;
        const StepView step = view_answer_to(input_, factor_, {question, *option});
        return AnswerSide{step.option, step.answer_in_words(), place_of(walk_, coming_up_, question), step.at};
    }

private:
    const ExplainInput& input_;
    FactorIndex factor_;
    scoring::Walk walk_;
    std::vector<model::QuestionIndex> coming_up_;
};

bool is_same_answer(const AnswerSide& a, const AnswerSide& b) { return a.option == b.option && a.text == b.text; }

std::vector<AnswerDiff> diff_answers(const ExplainInput& before, const ExplainInput& after, FactorIndex factor) {
    std::vector<AnswerDiff> diffs;
    const model::Scheme& scheme = *after.scheme;
    if (!scheme[factor].tree) return diffs;
    const model::Tree& tree = *scheme[factor].tree;
    const AnswersOf old{before, factor}, now{after, factor};
    for (std::size_t q = 0; q < tree.questions.size(); ++q) {
        const model::Question& question = tree.questions[q];
        AnswerDiff diff{.question = question.id.text(),
                        .ask = question.ask,
                        .fact = question.fact ? scheme[*question.fact].id.text() : std::string{},
                        .before = old.to(model::QuestionIndex{q}),
                        .after = now.to(model::QuestionIndex{q})};
        if (!diff.before && !diff.after) continue;
        diff.move = move_of(diff.before, diff.after);
        if (diff.before && diff.after && is_same_answer(*diff.before, *diff.after)) {
            if (diff.before->place == diff.after->place) continue;
            diff.move = DiffMove::moved;
        }
        diffs.push_back(std::move(diff));
    }
    return diffs;
}

// Evidence.

using Pieces = std::vector<EvidenceView>;
using Key = std::vector<std::string>;

std::string date_text(const std::optional<base::Date>& date) { return date ? date->to_string() : std::string{}; }

/// All of a piece but where it stands.
Key whole(const EvidenceView& one) {
    return {one.document, one.kind, one.title, one.version, date_text(one.date), one.section, one.quote, one.disputed};
}
// By what a piece is taken for the same one that changed; nothing: not by this.
Key by_section(const EvidenceView& one) { return one.section.empty() ? Key{} : Key{one.document, one.section}; }
Key by_quote_in_document(const EvidenceView& one) { return one.quote.empty() ? Key{} : Key{one.document, one.quote}; }
Key by_quote(const EvidenceView& one) { return one.quote.empty() ? Key{} : Key{one.quote}; }
Key bare(const EvidenceView& one) { return one.section.empty() && one.quote.empty() ? Key{one.document, "bare"} : Key{}; }

std::vector<std::string> changed_keys(const EvidenceView& a, const EvidenceView& b) {
    std::vector<std::string> keys;
    if (a.document != b.document) keys.emplace_back("document");
    if (a.kind != b.kind || a.title != b.title) keys.emplace_back("title");
    if (a.version != b.version) keys.emplace_back("version");
    if (a.date != b.date) keys.emplace_back("date");
    if (a.section != b.section) keys.emplace_back("section");
    if (a.quote != b.quote) keys.emplace_back("quote");
    if (a.disputed != b.disputed) keys.emplace_back("disputed");
    return keys;
}

/// Takes pairs of pieces with the same key out of both, those of one key in their order.
void take_pairs(Pieces& before, Pieces& after, Key (*key)(const EvidenceView&), std::vector<EvidenceDiff>* changed) {
    for (std::size_t b = 0; b < before.size();) {
        const Key wanted = key(before[b]);
        const auto found = std::find_if(after.begin(), after.end(),
                                        [&](const EvidenceView& one) { return !wanted.empty() && key(one) == wanted; });
        if (found == after.end()) {
            ++b;
            continue;
        }
        if (changed != nullptr) changed->push_back({DiffMove::changed, {}, before[b], *found, changed_keys(before[b], *found)});
        after.erase(found);
        before.erase(before.begin() + static_cast<std::ptrdiff_t>(b));
    }
}

void add_evidence(std::vector<EvidenceDiff>& to, const std::string& question, Pieces before, Pieces after) {
    std::vector<EvidenceDiff> diffs;
    take_pairs(before, after, whole, nullptr);
    for (auto* const key : {by_section, by_quote_in_document, by_quote, bare}) take_pairs(before, after, key, &diffs);
    for (EvidenceView& one : before) diffs.push_back({DiffMove::removed, {}, std::move(one), std::nullopt, {}});
    for (EvidenceView& one : after) diffs.push_back({DiffMove::added, {}, std::nullopt, std::move(one), {}});
    for (EvidenceDiff& one : diffs) {
        one.question = question;
        to.push_back(std::move(one));
    }
}

void add_note(std::vector<NoteDiff>& to, const std::string& question, const std::string& before, const std::string& after) {
    if (before != after) to.push_back({question, before, after});
}

const model::AnswerRecord& record_of(const model::Rating& rating, model::QuestionIndex question) {
    static const model::AnswerRecord none;
    const auto found = rating.answers.find(question);
    return found == rating.answers.end() ? none : found->second;
}

const model::AnswerRecord& record_of(const model::Job& job, FactIndex fact) {
    static const model::AnswerRecord none;
    return fact.value() < job.fact_records().size() ? job.fact_records()[fact.value()] : none;
}

const model::Rating& rating_of(const model::Job& job, FactorIndex factor) {
    static const model::Rating none;
    return factor.value() < job.ratings().size() ? job.ratings()[factor.value()] : none;
}

// Facts.

std::vector<std::string> askers_of(const model::Scheme& scheme, FactIndex fact) {
    std::vector<std::string> ids;
    for (const FactorIndex factor : scheme.factors_with_trees())
        if (scheme[factor].tree->asks(fact)) ids.push_back(scheme[factor].id.text());
    return ids;
}

std::vector<std::string> rules_on(const model::Scheme& scheme, FactIndex fact) {
    std::vector<std::string> ids;
    for (const model::RuleReach& rule : scheme.rules())
        if (std::ranges::find(rule.facts, fact) != rule.facts.end()) ids.push_back(rule.id.text());
    return ids;
}

std::optional<FactDiff> diff_fact(const ExplainInput& before, const ExplainInput& after, FactIndex fact) {
    const FactView old = view_fact(before, fact), now = view_fact(after, fact);
    const auto& old_value = before.job->answers().facts[fact.value()];
    const auto& new_value = after.job->answers().facts[fact.value()];
    FactDiff diff{.move = !old_value && new_value   ? DiffMove::added
                          : old_value && !new_value ? DiffMove::removed
                                                    : DiffMove::changed,
                  .id = now.id,
                  .name = now.name,
                  .value_changes = old_value != new_value,
                  .before = old.value,
                  .after = now.value,
                  .before_at = old.at,
                  .after_at = now.at};
    const auto& old_record = record_of(*before.job, fact);
    const auto& new_record = record_of(*after.job, fact);
    add_evidence(diff.evidence, {}, view_evidence(old_record.evidence, before.job),
                 view_evidence(new_record.evidence, after.job));
    add_note(diff.notes, {}, old_record.note, new_record.note);
    if (!diff.value_changes && diff.evidence.empty() && diff.notes.empty()) return std::nullopt;
    diff.factors = askers_of(*after.scheme, fact);
    diff.rules = rules_on(*after.scheme, fact);
    return diff;
}

// What is listed by its id.

DocumentSide side_of(const model::Document& one) {
    return {one.kind, one.title, one.version, one.date, one.at.file_and_line()};
}
PostSide side_of(const model::Post& one) { return {one.title, one.holders}; }

std::vector<std::string> changed_keys(const DocumentSide& a, const DocumentSide& b) {
    std::vector<std::string> keys;
    if (a.kind != b.kind) keys.emplace_back("kind");
    if (a.title != b.title) keys.emplace_back("title");
    if (a.version != b.version) keys.emplace_back("version");
    if (a.date != b.date) keys.emplace_back("date");
    return keys;
}

template <class Item>
const Item* with_id(std::span<const Item> items, const Item& like) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.id == like.id; });
    return found == items.end() ? nullptr : &*found;
}

/// Calls `take(old, now)` with each item of either list, those that the new one lacks last; null where it is not there.
template <class Item, class Take>
void each_by_id(std::span<const Item> before, std::span<const Item> after, Take take) {
    for (const Item& now : after) take(with_id(before, now), &now);
    for (const Item& old : before)
        if (with_id(after, old) == nullptr) take(&old, static_cast<const Item*>(nullptr));
}

std::string choice_text(const model::Job& job) {
    const auto& choice = job.answers().choice;
    return choice ? choice->band.value + "\n" + choice->reason + "\n" + choice->decided_by + "\n" + date_text(choice->date)
                  : std::string{};
}

}  // namespace

void diff_records(FactorDiff& out, const DiffSide& before, const DiffSide& after, FactorIndex factor) {
    const model::Job& old = *before.input->job;
    const model::Job& now = *after.input->job;
    out.answers = diff_answers(*before.input, *after.input, factor);
    const model::Rating& was = rating_of(old, factor);
    const model::Rating& is = rating_of(now, factor);
    add_evidence(out.evidence, {}, view_evidence(was.evidence, &old), view_evidence(is.evidence, &now));
    add_note(out.notes, {}, was.note, is.note);
    const auto& tree = (*after.input->scheme)[factor].tree;
    if (!tree) return;
    for (std::size_t q = 0; q < tree->questions.size(); ++q) {
        const model::QuestionIndex question{q};
        const std::string id = tree->questions[q].id.text();
        const auto& answered = record_of(was, question);
        const auto& answers = record_of(is, question);
        add_evidence(out.evidence, id, view_evidence(answered.evidence, &old), view_evidence(answers.evidence, &now));
        add_note(out.notes, id, answered.note, answers.note);
    }
}

std::vector<FactDiff> diff_facts(const DiffSide& before, const DiffSide& after) {
    std::vector<FactDiff> diffs;
    for (std::size_t f = 0; f < after.input->scheme->facts().size(); ++f)
        if (auto diff = diff_fact(*before.input, *after.input, FactIndex{f})) diffs.push_back(*std::move(diff));
    return diffs;
}

std::vector<DocumentDiff> diff_documents(const model::Job& before, const model::Job& after) {
    std::vector<DocumentDiff> diffs;
    each_by_id(before.documents(), after.documents(), [&](const model::Document* old, const model::Document* now) {
        DocumentDiff diff{.id = (now != nullptr ? now : old)->id.text()};
        if (old != nullptr) diff.before = side_of(*old);
        if (now != nullptr) diff.after = side_of(*now);
        diff.move = move_of(diff.before, diff.after);
        if (diff.before && diff.after) diff.changed = changed_keys(*diff.before, *diff.after);
        if (diff.move != DiffMove::changed || !diff.changed.empty()) diffs.push_back(std::move(diff));
    });
    return diffs;
}

std::vector<PostDiff> diff_posts(const model::Job& before, const model::Job& after) {
    std::vector<PostDiff> diffs;
    each_by_id(before.posts(), after.posts(), [&](const model::Post* old, const model::Post* now) {
        PostDiff diff{.id = (now != nullptr ? now : old)->id.text()};
        if (old != nullptr) diff.before = side_of(*old);
        if (now != nullptr) diff.after = side_of(*now);
        diff.move = move_of(diff.before, diff.after);
        const bool same =
            diff.before && diff.after && diff.before->title == diff.after->title && diff.before->holders == diff.after->holders;
        if (!same) diffs.push_back(std::move(diff));
    });
    return diffs;
}

std::vector<std::string> changed_heads(const model::Job& before, const model::Job& after) {
    std::vector<std::string> keys;
    const auto look = [&](const char* key, const auto& old, const auto& now) {
        if (old != now) keys.emplace_back(key);
    };
    look("id", before.id(), after.id());
    look("title", before.title(), after.title());
    look("organisation", before.organisation(), after.organisation());
    look("family", before.family(), after.family());
    look("version", before.version(), after.version());
    look("note", before.note(), after.note());
    look("supersedes", before.supersedes(), after.supersedes());
    look("band_choice", choice_text(before), choice_text(after));
    return keys;
}

}  // namespace je::report
