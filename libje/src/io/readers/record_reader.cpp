// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/readers/reader.hpp"
#include "io/readers/stated_answers.hpp"
#include "io/readers/stated_level.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"
#include "io/yaml/odd.hpp"
#include "io/yaml/words.hpp"

namespace je::io {

namespace {

/// A date on which nothing else in the file rests.
std::optional<base::Located<base::Date>> read_side_date(const YamlContext& context, const YamlNode& node,
                                                        std::string_view key) {
    const std::size_t before = context.diagnostics.errors();
    const std::size_t harmless = context.harmless;
    auto date = read_date(context, node, key);
    context.harmless = harmless + (context.diagnostics.errors() - before);
    return date;
}

/// The level of a factor whose entry is nothing but that level, in place of a map with the level under `key`; reported.
std::optional<YamlText> short_entry(const YamlContext& context, const YamlNode& node, std::string_view id, std::string_view key,
                                    std::string_view expected) {
    static constexpr std::array<std::string_view, 9> entry_keys{"level",  "options",    "answers",   "evidence", "note",
                                                                "agreed", "individual", "rationale", "dissent"};
    const auto meant = without_odd(node.text);
    const bool code = has_code_characters(meant);
    if (code) ++context.harmless;
    const bool bare = code && !changed_by_readers(meant);
    if (std::find(entry_keys.begin(), entry_keys.end(), id) != entry_keys.end()) {
        context.error(
            "JE-Y40", node, fmt::format("'{}' stands where factors do, and is a key of a factor's entry", id),
            std::string{expected},
            "begin the line, and those below that belong to it, with two more spaces if it belongs to the factor above");
        return std::nullopt;
    }
    context.error("JE-Y40", node, fmt::format("the factor's entry is only '{}'", shown_text(node.text)), std::string{expected},
                  fmt::format("write {{{}: {}}}", key, bare ? meant : in_quotes(meant)));
    return code ? std::optional{YamlText{meant, context.at(node)}} : std::nullopt;
}

model::Document document_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::document};
    const auto date = map.part("date", read_side_date);
    return {.id = model::DocumentId{map.need_code("id").value},
            .kind = map.need_text("kind").value,
            .title = map.text("title"),
            .version = map.reference("version"),
            .date = date ? std::optional{date->value} : std::nullopt,
            .at = context.at(node)};
}

std::optional<model::BandChoice> read_band_choice(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::band_choice};
    const auto date = map.part("date", read_side_date);
    return model::BandChoice{.band = map.need_code("band"),
                             .reason = map.text("reason"),
                             .evidence = map.list("evidence", evidence_of),
                             .decided_by = map.text("decided_by"),
                             .date = date ? std::optional{date->value} : std::nullopt};
}

/// A day that must be there; nothing in it when it was left out or cannot be read, which has been reported.
base::Located<std::optional<base::Date>> need_date(const YamlMapReader& map, std::string_view key) {
    static_cast<void>(map.need(key));
    const auto date = map.date(key);
    return date ? base::Located<std::optional<base::Date>>{date->value, date->at} : base::Located<std::optional<base::Date>>{};
}

/// The map `factors`, each entry read by `read(context, value)` and given its id.
template <class Factor>
std::vector<Factor> factors_by(const YamlContext& context, const YamlNode& node,
                               Factor (*read)(const YamlContext&, const YamlNode&, std::string_view)) {
    std::vector<Factor> factors;
    if (!is_map(context, node, Name{"factors"})) return factors;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        auto id = read_key(context, entry.key, "factors");
        auto factor = read(context, entry.value, entry.key.text);
        if (!id) continue;
        factor.id = *std::move(id);
        factors.push_back(std::move(factor));
    }
    return factors;
}

using model::JobDraft;

model::Post post_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::post};
    return {.id = model::PostId{map.need_code("id").value},
            .title = map.text("title"),
            .holders = map.whole("holders"),
            .at = context.at(node)};
}

JobDraft::Factor job_factor(const YamlContext& context, const YamlNode& node, std::string_view id) {
    if (node.is_scalar())
        return {.id = {},
                .level = short_entry(context, node, id, "level", "a map with 'level', 'evidence' and 'note'"),
                .evidence = {},
                .note = {}};
    const YamlMapReader map{context, node, keys::job_factor};
    return {.id = {},
            .level = map.code("level"),
            .evidence = map.list("evidence", evidence_of),
            .note = map.text("note"),
            .options = map.codes("options"),
            .answers = read_answers(map)};
}

}  // namespace

JobDraft job_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::job};
    JobDraft job;
    job.id = map.need_code("id");
    job.title = map.need_text("title").value;
    job.organisation = map.text("organisation");
    job.scheme = map.need_code("scheme");
    job.family = map.code("family");
    job.version = map.reference("version");
    job.note = map.text("note");
    job.documents = map.list("documents", document_of);
    job.facts = read_facts(map);
    if (const YamlNode* factors = map.need("factors")) job.factors = factors_by(context, *factors, job_factor);
    job.band_choice = map.part("band_choice", read_band_choice);
    job.supersedes = map.code("supersedes");
    job.posts = map.list("posts", post_of);
    job.at = context.at(root);
    return job;
}

std::optional<JobDraft> read_job(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, job_format, job_of);
}

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
    const YamlMapReader map{context, node, keys::panellist};
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
    const YamlMapReader map{context, node, keys::dissent};
    return {.panellist = map.need_code("panellist"),
            .level = map.part("level", read_level),
            .reason = map.need_text("reason").value,
            .at = context.at(node)};
}

PanelDraft::Factor panel_factor(const YamlContext& context, const YamlNode& node, std::string_view id) {
    if (node.is_scalar())
        return {.id = {},
                .individual = {},
                .agreed = short_entry(context, node, id, "agreed", "a map with 'individual', 'agreed' and 'rationale'"),
                .rationale = {},
                .evidence = {},
                .dissent = {},
                .at = context.at(node)};
    const YamlMapReader map{context, node, keys::panel_factor};
    return {.id = {},
            .individual = map.pairs("individual", read_level),
            .agreed = map.part("agreed", read_level),
            .rationale = map.text("rationale"),
            .evidence = map.list("evidence", evidence_of),
            .dissent = map.list("dissent", dissent_of),
            .at = context.at(node),
            .answers = read_answers(map)};
}

}  // namespace

namespace {

std::optional<PanelDraft::Local> read_panel_local(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::panel_local};
    return PanelDraft::Local{.id = map.need_code("id"), .edition = map.code("edition")};
}

}  // namespace

PanelDraft panel_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::panel};
    PanelDraft panel;
    panel.id = map.need_code("id");
    panel.job = map.need_code("job");
    panel.job_version = map.part("job_version", read_reference);
    panel.scheme = map.need_code("scheme");
    panel.edition = map.code("edition");
    panel.local = map.part("local", read_panel_local);
    panel.date = need_date(map, "date");
    panel.stage = map.need_code("stage");
    panel.decision = map.code("decision");
    panel.documents = map.list("documents", document_of);
    panel.panellists = map.need_list("panellists", panellist_of);
    if (const YamlNode* factors = map.need("factors")) panel.factors = factors_by(context, *factors, panel_factor);
    panel.band_choice = map.part("band_choice", read_band_choice);
    panel.notes = map.text("notes");
    panel.at = context.at(root);
    return panel;
}

std::optional<PanelDraft> read_panel(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, panel_format, panel_of);
}

namespace {

using model::AppealDraft;

AppealDraft::Event event_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::event};
    return {.kind = map.need_code("kind"), .date = need_date(map, "date"), .note = map.text("note")};
}

AppealDraft::Ground ground_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::ground};
    return {.kind = map.need_code("kind"),
            .factor = map.code("factor"),
            .claim = map.part("claim", read_level),
            .argument = map.need_text("argument").value,
            .evidence = map.list("evidence", evidence_of),
            .at = context.at(node)};
}

AppealDraft::EffectiveDate effective_date_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::effective_date};
    return {.date = need_date(map, "date"), .argued_by = map.need_text("argued_by"), .reason = map.text("reason")};
}

std::optional<AppealDraft::Outcome> decision_of(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::decision};
    AppealDraft::Outcome decision{.date = need_date(map, "date"), .reason = map.text("reason"), .effective_date = {}};
    if (const auto date = map.date("effective_date")) decision.effective_date = AppealDraft::Day{date->value, date->at};
    return decision;
}

}  // namespace

AppealDraft appeal_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::appeal};
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
