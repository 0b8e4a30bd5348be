// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/io/reader.hpp"

namespace je::io {
namespace {

using model::AppealDraft;

AppealDraft::Event event_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"kind", "date", "note"};
    const YamlMapReader map{context, node, "event", keys};
    return {.kind = map.need_code("kind"), .date = need_date(map, "date"), .note = map.text("note")};
}

AppealDraft::Ground ground_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 5> keys{"kind", "factor", "claim", "argument", "evidence"};
    const YamlMapReader map{context, node, "ground", keys};
    return {.kind = map.need_code("kind"),
            .factor = map.code("factor"),
            .claim = map.code("claim"),
            .argument = map.need_text("argument").value,
            .evidence = map.list("evidence", evidence_of),
            .at = context.at(node)};
}

AppealDraft::EffectiveDate effective_date_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"date", "argued_by", "reason"};
    const YamlMapReader map{context, node, "effective date", keys};
    return {.date = need_date(map, "date"), .argued_by = map.need_text("argued_by"), .reason = map.text("reason")};
}

std::optional<AppealDraft::Outcome> decision_of(const YamlContext& context, const YamlNode& node, std::string_view what) {
    static constexpr std::array<std::string_view, 3> keys{"date", "reason", "effective_date"};
    const YamlMapReader map{context, node, what, keys};
    AppealDraft::Outcome decision{.date = need_date(map, "date"), .reason = map.text("reason"), .effective_date = {}};
    if (const auto date = map.date("effective_date")) decision.effective_date = AppealDraft::Day{date->value, date->at};
    return decision;
}

}  // namespace

AppealDraft appeal_of(const YamlContext& context, const YamlNode& root) {
    static constexpr std::array<std::string_view, 14> keys{
        "format", "id",      "kind",    "brought_by",      "job",      "original", "claims_band", "documents",
        "events", "grounds", "repanel", "effective_dates", "decision", "notes"};
    const YamlMapReader map{context, root, "appeal", keys};
    AppealDraft appeal;
    appeal.id = map.need_code("id");
    appeal.kind = map.need_code("kind");
    appeal.brought_by = map.need_code("brought_by");
    appeal.job = map.need_code("job");
    appeal.original = map.need_code("original");
    appeal.claims_band = map.code("claims_band");
    appeal.documents = map.list("documents", document_of);
    appeal.events = map.list("events", event_of);
    appeal.grounds = map.need_list("grounds", ground_of);
    appeal.repanel = map.code("repanel");
    appeal.effective_dates = map.list("effective_dates", effective_date_of);
    appeal.decision = map.part("decision", decision_of);
    appeal.notes = map.text("notes");
    appeal.at = context.at(root);
    return appeal;
}

std::optional<AppealDraft> read_appeal(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, appeal_format, appeal_of);
}

}  // namespace je::io
