// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

/// Rows of everything that changed, for programs.
class LongRows {
public:
    explicit LongRows(Table& table) : table_{table} {}

    void add(std::string_view part, const std::string& id, const std::string& question, std::string_view what,
             std::string_view move, Cell before, Cell after) {
        table_.rows.push_back(
            {std::string{part}, id, question, std::string{what}, std::string{move}, std::move(before), std::move(after)});
    }

    void add_records(std::string_view part, const std::string& id, const std::vector<EvidenceDiff>& evidence,
                     const std::vector<NoteDiff>& notes) {
        for (const EvidenceDiff& one : evidence)
            add(part, id, one.question, "evidence", to_text(one.move), piece(one.before), piece(one.after));
        for (const NoteDiff& one : notes) add(part, id, one.question, "note", "changed", one.before, one.after);
    }

private:
    static Cell piece(const std::optional<EvidenceView>& one) { return one ? Cell{evidence_text(*one)} : Cell{}; }

    Table& table_;
};

Cell level_cell(const LevelSide& side) {
    return side.level ? Cell{level_or(side.level, side.options)} : Cell{listed(side.possible, " or ")};
}
Cell points_or_range(const LevelSide& side) {
    if (side.points) return *side.points;
    return side.points_min && side.points_max ? Cell{between(*side.points_min, *side.points_max)} : Cell{};
}
Cell source_cell(const LevelSide& side) { return side.source ? Cell{std::string{to_text(*side.source)}} : Cell{}; }
Cell answer_cell(const std::optional<AnswerSide>& side) { return side ? Cell{side->option} : Cell{}; }

void add_verdict_rows(LongRows& rows, const DiffResult& result) {
    const auto moves = [](const std::optional<Moves>& one) { return one ? to_text(*one) : std::string_view{}; };
    rows.add("verdict", {}, {}, "material", to_text(result.material), {}, {});
    if (result.after.bands.any)
        rows.add("verdict", {}, {}, "band", moves(result.band_moves), bands_text(result.bands_before),
                 bands_text(result.bands_after));
    if (result.after.scheme.has_points())
        rows.add("verdict", {}, {}, "total", moves(result.total_moves), total_of(result.before), total_of(result.after));
    rows.add("verdict", {}, {}, "levels", to_text(result.levels_move), {}, {});
}

void add_factor_rows(LongRows& rows, const FactorDiff& factor) {
    if (!factor.any() && !factor.is_open()) return;
    rows.add("factor", factor.id, {}, "level", to_text(factor.level_moves), level_cell(factor.before),
             level_cell(factor.after));
    if (factor.difference || factor.after.points_min)
        rows.add("factor", factor.id, {}, "points", {}, points_or_range(factor.before), points_or_range(factor.after));
    if (factor.source_changes())
        rows.add("factor", factor.id, {}, "source", "changed", source_cell(factor.before), source_cell(factor.after));
    for (const AnswerDiff& one : factor.answers)
        rows.add("factor", factor.id, one.question, "answer", to_text(one.move), answer_cell(one.before),
                 answer_cell(one.after));
    rows.add_records("factor", factor.id, factor.evidence, factor.notes);
}

void add_fact_rows(LongRows& rows, const FactDiff& fact) {
    if (fact.value_changes) rows.add("fact", fact.id, {}, "value", to_text(fact.move), fact.before, fact.after);
    rows.add_records("fact", fact.id, fact.evidence, fact.notes);
}

Cell document_cell(const std::optional<DocumentSide>& side) {
    if (!side) return {};
    Text text = side->title;
    if (!side->version.empty()) text += say("{}version {}", text.empty() ? "" : ", ", side->version);
    if (side->date) text += (text.empty() ? Text{} : Text{", "}) + *side->date;
    return text;
}

Cell post_cell(const std::optional<PostSide>& side) {
    if (!side) return {};
    return side->holders ? Cell{static_cast<std::int64_t>(*side->holders)} : Cell{side->title};
}

}  // namespace

Table diff_long_table(const DiffResult& result) {
    Table table{.columns = {{"part", "Part"},
                            {"id", "Id", Role::id},
                            {"question", "Question", Role::id},
                            {"what", "What"},
                            {"move", "What became of it"},
                            {"before", "Before"},
                            {"after", "After"}}};
    LongRows rows{table};
    add_verdict_rows(rows, result);
    for (const FactorDiff& one : result.factors) add_factor_rows(rows, one);
    for (const FactDiff& one : result.facts) add_fact_rows(rows, one);
    for (const DocumentDiff& one : result.documents)
        rows.add("document", one.id, {}, "document", to_text(one.move), document_cell(one.before), document_cell(one.after));
    for (const OldDocument& one : result.old_documents) rows.add("document", one.id, {}, "older", {}, {}, one.date);
    for (const std::string& id : result.undated_documents) rows.add("document", id, {}, "undated", {}, {}, {});
    for (const PostDiff& one : result.posts)
        rows.add("post", one.id, {}, "post", to_text(one.move), post_cell(one.before), post_cell(one.after));
    for (const std::string& key : result.changed) rows.add("questionnaire", {}, {}, key, "changed", {}, {});
    return table;
}

}  // namespace je::report
