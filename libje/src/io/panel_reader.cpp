// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/io/reader.hpp"

namespace je::io {
namespace {

using model::PanelDraft;

/// How a panellist is connected to the job: a few words, or true or false.
std::string connection_of(const YamlContext& context, const YamlMapReader& map) {
    const YamlNode* node = map.find("connected_to_job");
    if (node == nullptr) return {};
    const auto text = read_filled_text(context, *node, "connected_to_job");
    if (!text || (node->plain && text->value == "false")) return {};
    return node->plain && text->value == "true" ? "the record does not say how" : text->value;
}

PanelDraft::Panellist panellist_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 8> keys{"id",   "name",       "side",         "role",
                                                          "post", "trained_in", "organisation", "connected_to_job"};
    const YamlMapReader map{context, node, "panellist", keys};
    return {.id = map.need_code("id"),
            .name = map.text("name"),
            .side = map.need_code("side"),
            .role = map.need_code("role"),
            .post = map.text("post"),
            .trained_in = map.codes("trained_in"),
            .organisation = map.text("organisation"),
            .connected_to_job = connection_of(context, map),
            .at = context.at(node)};
}

PanelDraft::Dissent dissent_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"panellist", "level", "reason"};
    const YamlMapReader map{context, node, "dissent", keys};
    return {.panellist = map.need_code("panellist"),
            .level = map.code("level"),
            .reason = map.need_text("reason").value,
            .at = context.at(node)};
}

PanelDraft::Factor panel_factor(const YamlContext& context, const YamlNode& node, std::string_view id) {
    static constexpr std::array<std::string_view, 5> keys{"individual", "agreed", "rationale", "evidence", "dissent"};
    if (node.is_scalar())
        return {.id = {},
                .individual = {},
                .agreed = short_entry(context, node, id, "agreed", "a map with 'individual', 'agreed' and 'rationale'"),
                .rationale = {},
                .evidence = {},
                .dissent = {},
                .at = context.at(node)};
    const YamlMapReader map{context, node, "factor's entry", keys};
    return {.id = {},
            .individual = map.pairs("individual", read_code),
            .agreed = map.code("agreed"),
            .rationale = map.text("rationale"),
            .evidence = map.list("evidence", evidence_of),
            .dissent = map.list("dissent", dissent_of),
            .at = context.at(node)};
}

}  // namespace

PanelDraft panel_of(const YamlContext& context, const YamlNode& root) {
    static constexpr std::array<std::string_view, 13> keys{"format",     "id",      "job",   "job_version", "scheme",
                                                           "edition",    "date",    "stage", "decision",    "documents",
                                                           "panellists", "factors", "notes"};
    const YamlMapReader map{context, root, "panel", keys};
    PanelDraft panel;
    panel.id = map.need_code("id");
    panel.job = map.need_code("job");
    panel.job_version = map.part("job_version", read_reference);
    panel.scheme = map.need_code("scheme");
    panel.edition = map.code("edition");
    panel.date = need_date(map, "date");
    panel.stage = map.need_code("stage");
    panel.decision = map.code("decision");
    panel.documents = map.list("documents", document_of);
    panel.panellists = map.need_list("panellists", panellist_of);
    if (const YamlNode* factors = map.need("factors")) panel.factors = factors_by(context, *factors, panel_factor);
    panel.notes = map.text("notes");
    panel.at = context.at(root);
    return panel;
}

std::optional<PanelDraft> read_panel(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, panel_format, panel_of);
}

}  // namespace je::io
