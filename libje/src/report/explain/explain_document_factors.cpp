// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

Level shown_level(const FactorTrace& trace) { return Level{*trace.level, trace.letters()}; }

Text factor_heading(const FactorTrace& trace) {
    if (!trace.level) {
        if (!trace.points_min) return say("{}: level not known", trace.name);
        return say("{}: level not known, {} to {} points", trace.name, *trace.points_min, *trace.points_max);
    }
    return trace.points ? say("{}: level {}, {}", trace.name, shown_level(trace), named(*trace.points))
                        : say("{}: level {}", trace.name, shown_level(trace));
}

Text described(const std::string& id, const std::string& summary) { return summary.empty() ? id : say("{}: {}", id, summary); }

Text points_row(const FactorTrace& trace) {
    if (!trace.matrix.empty())
        return !trace.rule.empty() ? Text{trace.rule}
               : trace.beside > 1  ? say("from matrix {}, once all its levels are known", trace.matrix)
                                   : say("from matrix {}, once both levels are known", trace.matrix);
    Text text = trace.rule;
    if (trace.points && trace.largest) text += say("; the highest level has {}", *trace.largest);
    if (!trace.figures_from.empty()) text += say(" [source {}]", trace.figures_from);
    return text;
}

Text rule_text(const RuleView& rule) {
    Text text = rule.text;
    if (rule.by_rows())
        text += rule.scheme_at.empty() ? say(" ({})", rule.id)
                                       : say(" ({}, {})", rule.id, Link{rule.scheme_at, Link::To::place, rule.scheme_at});
    if (!rule.summary.empty()) text += say(". {}", rule.summary);
    if (!rule.source.empty()) text += say(" [source {}]", rule.source);
    return rule.by_rows() ? text : text + place(rule.scheme_at);
}

Text stated_row(const FactorTrace& trace) {
    return trace.stated_at.empty()
               ? say("level {}", Level{*trace.stated})
               : say("level {} at {}", Level{*trace.stated}, Link{trace.stated_at, Link::To::place, trace.stated_at});
}

/// What a level would change, for a factor that gets its points together with `beside` others.
Text difference_text(const LevelView& level, std::size_t beside) {
    const bool several = beside > 1;
    if (!level.allowed)
        return several ? "not allowed beside the other levels of the matrix"
                       : "not allowed beside the other level of the matrix";
    if (!level.difference)
        return several ? "points depend on the other levels of the matrix" : "points depend on the other level of the matrix";
    const Text unlikely = several ? ", a combination the scheme marks as unlikely" : ", a pair the scheme marks as unlikely";
    return say("{} points{}", change(*level.difference), level.unlikely ? unlikely : Text{});
}

Text neighbour_row(const LevelView& level, const FactorTrace& of) {
    const std::size_t beside = of.beside;
    if (!of.points && of.matrix.empty()) return described(level.id, level.summary) + place(level.scheme_at);
    return say("{} ({}){}", described(level.id, level.summary), difference_text(level, beside), place(level.scheme_at));
}

Text dropped_options(const FactorTrace& trace) {
    const Level level{trace.options_dropped_of};
    return trace.stated
               ? say("{} of level {}, which a rule has raised: options are of the stated level", trace.options_dropped, level)
               : say("{} of level {}, which a rule has raised: options are of the level before", trace.options_dropped, level);
}

void add_level_rows(Facts& facts, const FactorTrace& trace) {
    if (!trace.definition.empty()) facts.rows.emplace_back("Measures", trace.definition);
    if (trace.level) {
        facts.rows.emplace_back("Level", described(*trace.level, trace.level_summary) + place(trace.scheme_at));
        for (std::size_t i = 0; i < trace.options.size(); ++i)
            facts.rows.emplace_back("Option", described(trace.options[i], trace.option_texts[i]));
        if (!trace.options_dropped.empty()) facts.rows.emplace_back("Option", dropped_options(trace));
        if (!trace.level_help.empty()) facts.rows.emplace_back("Guidance", trace.level_help);
        if (trace.points || !trace.matrix.empty()) facts.rows.emplace_back("Points", points_row(trace));
    }
    if (!trace.level && !trace.options.empty())
        facts.rows.emplace_back("Option", say("{}: kept for the level, which is not known yet", trace.letters()));
    if (trace.stated) facts.rows.emplace_back("Stated", stated_row(trace));
    if (trace.derived) facts.rows.emplace_back("Derived", rule_text(*trace.derived));
    for (const auto& rule : trace.modifiers) facts.rows.emplace_back("Raised", rule_text(rule));
    for (const auto& rule : trace.undecided) facts.rows.emplace_back("Open", rule_text(rule));
}

void add_evidence_rows(Facts& facts, const FactorTrace& trace) {
    if (trace.evidence_count() == 0) facts.rows.emplace_back("Evidence", "none is cited");
    for (const auto& evidence : trace.evidence) {
        facts.rows.emplace_back("Evidence", evidence_text(evidence));
        if (!evidence.disputed.empty()) facts.rows.emplace_back("Disputed", evidence.disputed);
    }
    if (!trace.note.empty()) facts.rows.emplace_back("Note", trace.note);
    for (const auto& rule : trace.conventions) facts.rows.emplace_back("Local convention", convention_text(rule));
}

void add_neighbour_rows(Facts& facts, const FactorTrace& trace) {
    if (!trace.level) {
        for (const auto& level : trace.possible)
            facts.rows.emplace_back("Possible",
                                    say("{}{}{}", described(level.id, level.summary),
                                        level.points ? say(" ({})", named(*level.points)) : "", place(level.scheme_at)));
        return;
    }
    facts.rows.emplace_back("Level below", trace.below ? neighbour_row(*trace.below, trace) : "none; this is the lowest level");
    facts.rows.emplace_back("Level above",
                            trace.above ? neighbour_row(*trace.above, trace) : "none; this is the highest level");
}

Text document_text(const EvidenceView& evidence) {
    Text details = evidence.kind;
    if (!evidence.version.empty()) details += say("{}version {}", details.empty() ? "" : ", ", evidence.version);
    details += (details.empty() ? "" : ", ") + (evidence.date ? Text{*evidence.date} : Text{"no date"});
    return say("{} ({})", evidence.title.empty() ? evidence.document : evidence.title, details);
}

void add_names(Facts& facts, std::string_view label, const std::vector<std::string>& names) {
    if (names.empty()) return;
    Text text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    facts.rows.emplace_back(label, std::move(text));
}

std::vector<std::string> factor_names(const ExplainResult& result, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(name_of_factor(result, id));
    return names;
}

}  // namespace

Text gap_text(const ExplainResult& result, const EvidenceGap& gap) {
    Text text = say("{}, {}", name_of_factor(result, gap.factor), gap.document);
    if (!gap.section.empty()) text += say(" section {}", gap.section);
    if (!gap.disputed.empty()) text += say(": {}", gap.disputed);
    return text + place(gap.at);
}

Text evidence_text(const EvidenceView& evidence) {
    if (evidence.document == left_out) return evidence.document;
    Text text = document_text(evidence);
    if (!evidence.section.empty()) text += say(", section {}", evidence.section);
    text += evidence.quote.empty() ? Text{"; no quote"} : say(": \"{}\"", evidence.quote);
    return text + place(evidence.at);
}

void add_factor_sections(Document& document, const ExplainResult& result) {
    document.begin("factors", 2, "Factor by factor");
    document.add(
        Paragraph{result.scheme.has_points()
                      ? "Beside each level stand the level below and the level above as the scheme describes them, and what "
                        "the total would "
                        "differ by. Which level the evidence supports is for people to judge; nothing here suggests one."
                      : "Beside each level stand the level below and the level above as the scheme describes them. Which level "
                        "the evidence "
                        "supports is for people to judge; nothing here suggests one."});
    for (const auto& trace : result.factors) {
        document.begin("factor-" + trace.id, 3, factor_heading(trace)).folded = true;
        Facts facts;
        add_level_rows(facts, trace);
        add_question_rows(facts, trace);
        add_evidence_rows(facts, trace);
        add_neighbour_rows(facts, trace);
        document.add(std::move(facts));
    }
}

void add_gaps_section(Document& document, const ExplainResult& result) {
    document.begin("gaps", 2, "What the record lacks");
    Facts facts;
    add_names(facts, "No level", factor_names(result, result.gaps.no_level));
    add_names(facts, "No option of the level", factor_names(result, result.gaps.no_option));
    add_names(facts, "No evidence", factor_names(result, result.gaps.no_evidence));
    for (const auto& gap : result.gaps.bare_evidence)
        facts.rows.emplace_back("Neither section nor quote", gap_text(result, gap));
    for (const auto& gap : result.gaps.disputes()) facts.rows.emplace_back("Disputed", gap_text(result, gap));
    add_names(facts, "Documents without a date", result.gaps.undated_documents);
    add_names(facts, "Documents nothing cites", result.gaps.uncited_documents);
    add_names(facts, "Facts not stated", result.gaps.unstated_facts);
    if (facts.rows.empty())
        document.add(
            Paragraph{say("Nothing this tool looks for: every factor has a level and evidence that says where, every "
                          "document has a date and is cited, and {}.",
                          result.gaps.no_disputes_in_words())});
    else
        document.add(std::move(facts));
}

}  // namespace je::report
