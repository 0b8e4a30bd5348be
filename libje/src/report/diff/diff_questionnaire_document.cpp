// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

Text or_none(const std::string& text) { return text.empty() ? Text{"none"} : Text{text}; }

/// Both are empty where they are hidden from the readers: what is told of changed.
Text from_to(const std::string& before, const std::string& after) {
    if (before.empty() && after.empty()) return std::string{left_out};
    return say("from {} to {}", or_none(before), or_none(after));
}

void add_note_rows(Facts& facts, const std::string& before, const std::string& after) {
    if (before.empty() && after.empty()) {
        facts.rows.emplace_back("Note", std::string{left_out});
        return;
    }
    facts.rows.emplace_back("Note before", or_none(before));
    facts.rows.emplace_back("Note now", or_none(after));
}

Text choice_of(const ExplainResult& job) {
    return job.several.choice ? choice_clause(*job.several.choice) : Text{"no band is chosen"};
}

void add_head_row(Facts& facts, const DiffResult& result, const std::string& key) {
    const ExplainResult& old = result.before;
    const ExplainResult& now = result.after;
    if (key == "id") facts.rows.emplace_back("Id", from_to(old.id, now.id));
    if (key == "title") facts.rows.emplace_back("Title", from_to(old.title, now.title));
    if (key == "organisation") facts.rows.emplace_back("Organisation", from_to(old.organisation, now.organisation));
    if (key == "family") facts.rows.emplace_back("Family", from_to(old.family.value_or(""), now.family.value_or("")));
    if (key == "version") facts.rows.emplace_back("Version", from_to(old.version, now.version));
    if (key == "supersedes") facts.rows.emplace_back("Replaces", from_to(old.supersedes, now.supersedes));
    if (key == "band_choice")
        facts.rows.emplace_back("Choice of a band", say("{}; before: {}", choice_of(now), choice_of(old)));
    if (key == "note") add_note_rows(facts, old.note, now.note);
}

Text post_text(const std::string& id, const PostSide& side) {
    Text text = side.title.empty() ? Text{id} : say("{} ({})", side.title, id);
    return side.holders ? text + say(", {}", counted(*side.holders, "holder", "holders")) : text;
}

void add_post_rows(Facts& facts, const PostDiff& one) {
    if (one.before && one.after)
        facts.rows.emplace_back("Post changed",
                                say("{}; before: {}", post_text(one.id, *one.after), post_text(one.id, *one.before)));
    else if (one.after)
        facts.rows.emplace_back("Post added", post_text(one.id, *one.after));
    else
        facts.rows.emplace_back("Post removed", post_text(one.id, *one.before));
}

Text document_text(const std::string& id, const DocumentSide& side) {
    Text text = side.title.empty() ? Text{id} : say("{} ({})", side.title, id);
    if (!side.version.empty()) text += say(", version {}", side.version);
    return text + (side.date ? say(", {}", *side.date) : Text{", no date"}) + place(side.at);
}

void add_document_rows(Facts& facts, const DocumentDiff& one) {
    if (one.id == left_out) {
        facts.rows.emplace_back("Document", one.before && one.after ? Text{"another version or date"}
                                            : one.after             ? Text{"added"}
                                                                    : Text{"removed"});
    } else if (one.before && one.after) {
        facts.rows.emplace_back("Document changed", document_text(one.id, *one.after));
        facts.rows.emplace_back("  before", document_text(one.id, *one.before));
    } else if (one.after) {
        facts.rows.emplace_back("Document added", document_text(one.id, *one.after));
    } else {
        facts.rows.emplace_back("Document removed", document_text(one.id, *one.before));
    }
}

Text askers(const DiffResult& result, const FactDiff& fact) {
    std::vector<Text> texts;
    for (const std::string& id : fact.factors) texts.push_back(say("questions of {}", name_of_factor(result.after, id)));
    for (const std::string& id : fact.rules) texts.push_back(say("rule {}", id));
    return texts.empty() ? Text{"nothing: no question and no rule"} : list_in_words(texts);
}

Text value_or_not(const std::string& value, const std::string& at) {
    return value.empty() ? Text{"not stated"} : Text{value} + place(at);
}

}  // namespace

void add_fact_diffs(Document& document, const DiffResult& result) {
    if (result.facts.empty()) return;
    document.begin("facts", 2, "Facts");
    for (const FactDiff& fact : result.facts) {
        document.begin("fact-" + fact.id, 3, fact.name.empty() ? Text{fact.id} : say("{} ({})", fact.name, fact.id));
        Facts facts;
        if (fact.value_changes) {
            facts.rows.emplace_back("Before", value_or_not(fact.before, fact.before_at));
            facts.rows.emplace_back("After", value_or_not(fact.after, fact.after_at));
        } else {
            facts.rows.emplace_back("Value", say("{}, as before", value_or_not(fact.after, fact.after_at)));
        }
        facts.rows.emplace_back("Used by", askers(result, fact));
        add_record_rows(facts, fact.evidence, fact.notes);
        document.add(std::move(facts));
    }
}

void add_questionnaire_diffs(Document& document, const DiffResult& result) {
    Facts facts;
    for (const std::string& key : result.changed) add_head_row(facts, result, key);
    for (const PostDiff& one : result.posts) add_post_rows(facts, one);
    for (const DocumentDiff& one : result.documents) add_document_rows(facts, one);
    document.begin("questionnaire", 2, "The questionnaire and its documents");
    if (facts.rows.empty())
        document.add(Paragraph{"Title, version, note, posts and documents are the same."});
    else
        document.add(std::move(facts));
}

}  // namespace je::report
