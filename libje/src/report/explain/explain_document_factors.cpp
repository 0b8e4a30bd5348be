// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "je/report/public_view.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

std::string factor_heading(const FactorTrace& trace) {
    if (!trace.level) {
        if (!trace.points_min) return fmt::format("{}: level not known", trace.name);
        return fmt::format("{}: level not known, {} to {} points", trace.name, trace.points_min->to_string(),
                           trace.points_max->to_string());
    }
    return trace.points ? fmt::format("{}: level {}, {}", trace.name, *trace.level, points_text(*trace.points))
                        : fmt::format("{}: level {}", trace.name, *trace.level);
}

std::string described(const std::string& id, const std::string& summary) {
    return summary.empty() ? id : fmt::format("{}: {}", id, summary);
}

std::string points_row(const FactorTrace& trace) {
    if (!trace.matrix.empty())
        return trace.rule.empty() ? fmt::format("from matrix {}, once both levels are known", trace.matrix) : trace.rule;
    auto text = trace.rule;
    if (trace.points && trace.largest) text += fmt::format("; the highest level has {}", trace.largest->to_string());
    if (!trace.figures_from.empty()) text += fmt::format(" [source {}]", trace.figures_from);
    return text;
}

std::string rule_text(const RuleView& rule) {
    auto text = rule.text;
    if (!rule.summary.empty()) text += fmt::format(". {}", rule.summary);
    if (!rule.source.empty()) text += fmt::format(" [source {}]", rule.source);
    return text + place(rule.scheme_at);
}

std::string stated_row(const FactorTrace& trace) {
    return trace.stated_at.empty() ? fmt::format("level {}", *trace.stated)
                                   : fmt::format("level {} at {}", *trace.stated, trace.stated_at);
}

std::string difference_text(const LevelView& level) {
    if (!level.allowed) return "not allowed beside the other level of the matrix";
    if (level.difference)
        return fmt::format("{} points{}", signed_text(*level.difference),
                           level.unlikely ? ", a pair the scheme marks as unlikely" : "");
    return "points depend on the other level of the matrix";
}

std::string neighbour_row(const LevelView& level) {
    return fmt::format("{} ({}){}", described(level.id, level.summary), difference_text(level), place(level.scheme_at));
}

void add_level_rows(Facts& facts, const FactorTrace& trace) {
    if (!trace.definition.empty()) facts.rows.emplace_back("Measures", trace.definition);
    if (trace.level) {
        facts.rows.emplace_back("Level", described(*trace.level, trace.level_summary) + place(trace.scheme_at));
        if (!trace.level_help.empty()) facts.rows.emplace_back("Guidance", trace.level_help);
        facts.rows.emplace_back("Points", points_row(trace));
    }
    if (trace.stated) facts.rows.emplace_back("Stated", stated_row(trace));
    if (trace.derived) facts.rows.emplace_back("Derived", rule_text(*trace.derived));
    for (const auto& rule : trace.modifiers) facts.rows.emplace_back("Raised", rule_text(rule));
    for (const auto& rule : trace.undecided) facts.rows.emplace_back("Open", rule_text(rule));
}

void add_evidence_rows(Facts& facts, const FactorTrace& trace) {
    if (trace.evidence.empty()) facts.rows.emplace_back("Evidence", "none is cited");
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
            facts.rows.emplace_back(
                "Possible",
                fmt::format("{}{}{}", described(level.id, level.summary),
                            level.points ? fmt::format(" ({})", points_text(*level.points)) : "", place(level.scheme_at)));
        return;
    }
    facts.rows.emplace_back("Level below", trace.below ? neighbour_row(*trace.below) : "none; this is the lowest level");
    facts.rows.emplace_back("Level above", trace.above ? neighbour_row(*trace.above) : "none; this is the highest level");
}

std::string document_text(const EvidenceView& evidence) {
    auto details = evidence.kind;
    if (!evidence.version.empty()) details += fmt::format("{}version {}", details.empty() ? "" : ", ", evidence.version);
    details += (details.empty() ? "" : ", ") + (evidence.date.empty() ? std::string{"no date"} : evidence.date);
    return fmt::format("{} ({})", evidence.title.empty() ? evidence.document : evidence.title, details);
}

void add_names(Facts& facts, std::string label, const std::vector<std::string>& names) {
    if (names.empty()) return;
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    facts.rows.emplace_back(std::move(label), std::move(text));
}

std::vector<std::string> factor_names(const ExplainResult& result, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(name_of_factor(result, id));
    return names;
}

}  // namespace

std::string gap_text(const ExplainResult& result, const EvidenceGap& gap) {
    auto text = fmt::format("{}, {}", name_of_factor(result, gap.factor), gap.document);
    if (!gap.section.empty()) text += fmt::format(" section {}", gap.section);
    if (!gap.disputed.empty()) text += fmt::format(": {}", gap.disputed);
    return text + place(gap.at);
}

std::string evidence_text(const EvidenceView& evidence) {
    if (evidence.document == left_out) return evidence.document;
    auto text = document_text(evidence);
    if (!evidence.section.empty()) text += fmt::format(", section {}", evidence.section);
    text += evidence.quote.empty() ? std::string{"; no quote"} : fmt::format(": \"{}\"", evidence.quote);
    return text + place(evidence.at);
}

void add_factor_sections(Document& document, const ExplainResult& result) {
    document.blocks.push_back(Heading{2, "Factor by factor"});
    document.blocks.push_back(Paragraph{
        "Beside each level stand the level below and the level above as the scheme describes them, and what the total would "
        "differ by. Which level the evidence supports is for people to judge; nothing here suggests one."});
    for (const auto& trace : result.factors) {
        document.blocks.push_back(Heading{3, factor_heading(trace)});
        Facts facts;
        add_level_rows(facts, trace);
        add_evidence_rows(facts, trace);
        add_neighbour_rows(facts, trace);
        document.blocks.push_back(std::move(facts));
    }
}

void add_gaps_section(Document& document, const ExplainResult& result) {
    document.blocks.push_back(Heading{2, "What the record lacks"});
    Facts facts;
    add_names(facts, "No level", factor_names(result, result.gaps.no_level));
    add_names(facts, "No evidence", factor_names(result, result.gaps.no_evidence));
    for (const auto& gap : result.gaps.bare_evidence)
        facts.rows.emplace_back("Neither section nor quote", gap_text(result, gap));
    for (const auto& gap : result.gaps.disputed) facts.rows.emplace_back("Disputed", gap_text(result, gap));
    add_names(facts, "Documents without a date", result.gaps.undated_documents);
    add_names(facts, "Documents nothing cites", result.gaps.uncited_documents);
    add_names(facts, "Facts not stated", result.gaps.unstated_facts);
    if (facts.rows.empty())
        document.blocks.push_back(
            Paragraph{fmt::format("Nothing this tool looks for: every factor has a level and evidence that says where, every "
                                  "document has a date and is cited, and {}.",
                                  result.gaps.disputes_left_out ? disputes_left_out : "nothing is disputed")});
    else
        document.blocks.push_back(std::move(facts));
}

}  // namespace je::report
