// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

Text level_row(const LevelSide& side) {
    Text text;
    if (side.level) {
        text = say("level {}", Level{*side.level, side.options});
        if (side.points) text += say(", {}", named(*side.points));
        if (!side.summary.empty()) text += say(": {}", without_stop(side.summary));
    } else {
        text = say("level not known: {}", listed(side.possible, " or "));
        if (side.points_min && side.points_max) text += say(", {} points", between(*side.points_min, *side.points_max));
    }
    return text + place(side.at);
}

Text where_from(const std::optional<scoring::LevelSource>& source) {
    if (!source) return "not known";
    switch (*source) {
        case scoring::LevelSource::stated:
            return "stated in the questionnaire";
        case scoring::LevelSource::answers:
            return "from answers to questions";
        case scoring::LevelSource::derived:
            return "by a rule, from facts";
        case scoring::LevelSource::matrix:
            return "from a matrix";
    }
    return "";
}

Text place_in_words(AnswerPlace place) {
    switch (place) {
        case AnswerPlace::path:
            return "on the path";
        case AnswerPlace::ahead:
            return "ahead of an open question";
        case AnswerPlace::off_path:
            return "off the path, without effect";
    }
    return "";
}

Text question_of(const std::string& ask, const std::string& id) { return ask.empty() ? Text{id} : Text{ask}; }

Text answer_row(const AnswerDiff& one) {
    const Text question = question_of(one.ask, one.question);
    if (!one.before)
        return say("'{}' is now answered '{}' ({}){}", question, one.after->text, place_in_words(one.after->place),
                   place(one.after->at));
    if (!one.after)
        return say("'{}' is no longer answered; it was '{}' ({}){}", question, one.before->text,
                   place_in_words(one.before->place), place(one.before->at));
    const Text before = place_in_words(one.before->place), after = place_in_words(one.after->place);
    if (one.move == DiffMove::moved)
        return say("'{}' is still answered '{}'; it was {}, and is {}", question, one.after->text, before, after) +
               place(one.after->at);
    return say("'{}' from '{}' ({}) to '{}' ({}){}", question, one.before->text, before, one.after->text, after,
               place(one.after->at));
}

void add_disputes(Facts& facts, const EvidenceDiff& one) {
    const std::string before = one.before ? one.before->disputed : "", after = one.after ? one.after->disputed : "";
    if (before == after && before.empty()) return;
    if (before == after) {
        facts.rows.emplace_back("  disputed", after);
        return;
    }
    if (!before.empty()) facts.rows.emplace_back("  disputed before", before);
    if (!after.empty()) facts.rows.emplace_back(one.before ? "  disputed now" : "  disputed", after);
}

Text key_in_words(const std::string& key) {
    if (key == "document") return "the document";
    if (key == "title") return "its title";
    if (key == "version") return "its version";
    if (key == "date") return "its date";
    if (key == "section") return "the section";
    if (key == "quote") return "the quote";
    return "what is disputed";
}

Text keys_in_words(const std::vector<std::string>& keys) {
    std::vector<Text> words;
    for (const std::string& key : keys) words.push_back(key_in_words(key));
    return list_in_words(words);
}

void add_level_rows(Facts& facts, const FactorDiff& factor) {
    facts.rows.emplace_back("Before", level_row(factor.before));
    facts.rows.emplace_back("After", level_row(factor.after));
    if (factor.difference && *factor.difference != base::Decimal{})
        facts.rows.emplace_back("Difference", say("{} points", change(*factor.difference)));
    if (factor.source_changes())
        facts.rows.emplace_back("Level comes from",
                                say("{}; before: {}", where_from(factor.after.source), where_from(factor.before.source)));
    if (factor.level_moves == Moves::no && factor.options_change())
        facts.rows.emplace_back("Options", "the level stays, and the options stated of it change");
    if (factor.level_moves == Moves::may)
        facts.rows.emplace_back("Open", "whether the level moves hangs on answers that are not given");
}

std::string_view answer_label(DiffMove move) {
    switch (move) {
        case DiffMove::added:
            return "Answer added";
        case DiffMove::removed:
            return "Answer removed";
        case DiffMove::changed:
            return "Answer changed";
        case DiffMove::moved:
            return "Answer counted otherwise";
    }
    return "";
}

Text factor_heading(const FactorDiff& factor) {
    const auto level = [](const LevelSide& side) {
        return side.level ? say("level {}", Level{*side.level, side.options}) : Text{"level not known"};
    };
    const Text before = level(factor.before), after = level(factor.after);
    return before == after ? say("{}: {}, as before", factor.name, after)
                           : say("{}: {}, before {}", factor.name, after, before);
}

}  // namespace

void add_record_rows(Facts& facts, const std::vector<EvidenceDiff>& evidence, const std::vector<NoteDiff>& notes) {
    for (const EvidenceDiff& one : evidence) {
        if (one.move == DiffMove::changed) {
            facts.rows.emplace_back("Evidence before", evidence_text(*one.before));
            facts.rows.emplace_back("Evidence now", evidence_text(*one.after));
            facts.rows.emplace_back("  what differs", keys_in_words(one.changed));
        } else if (one.before) {
            facts.rows.emplace_back("Evidence removed", evidence_text(*one.before));
        } else {
            facts.rows.emplace_back("Evidence added", evidence_text(*one.after));
        }
        add_disputes(facts, one);
    }
    for (const NoteDiff& one : notes) {
        if (!one.before.empty()) facts.rows.emplace_back("Note before", one.before);
        facts.rows.emplace_back("Note now", one.after.empty() ? Text{"none"} : Text{one.after});
    }
}

void add_factor_diffs(Document& document, const DiffResult& result) {
    document.begin("factors", 2, "By factor");
    std::vector<Text> same;
    for (const FactorDiff& factor : result.factors)
        if (!factor.any()) same.emplace_back(factor.name);
    if (same.size() == result.factors.size()) {
        document.add(Paragraph{"No factor has another level, answer, evidence or note."});
        return;
    }
    if (!same.empty()) document.add(Paragraph{say("Nothing differs on {}.", list_in_words(same))});
    for (const FactorDiff& factor : result.factors) {
        if (!factor.any()) continue;
        document.begin("factor-" + factor.id, 3, factor_heading(factor));
        Facts facts;
        add_level_rows(facts, factor);
        for (const AnswerDiff& one : factor.answers) facts.rows.emplace_back(answer_label(one.move), answer_row(one));
        add_record_rows(facts, factor.evidence, factor.notes);
        document.add(std::move(facts));
    }
}

void add_open_factors(Document& document, const DiffResult& result) {
    Facts facts;
    for (const FactorDiff& factor : result.factors) {
        if (!factor.is_open()) continue;
        facts.rows.emplace_back(
            Name{factor.name, factor.short_name, factor.any() ? "factor-" + factor.id : ""},
            say("level {} before, {} after", listed(factor.before.possible, " or "), listed(factor.after.possible, " or ")));
    }
    if (facts.rows.empty()) return;
    document.begin("open", 2, "Factors that open answers can still move");
    document.add(Paragraph{
        "Levels that each version leaves possible. What neither version answers is taken to be answered alike in both, where "
        "it is said by how much the total moves."});
    document.add(std::move(facts));
}

}  // namespace je::report
