// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/format.hpp"
#include "io/yaml/words.hpp"
#include "support/writers/fields.hpp"
#include "support/writers/writer.hpp"

namespace je::test {
namespace {

/// The map `factors`, each entry as `fields_of` has it.
template <class Factor, class FieldsOf>
void add_factors(YamlFields& fields, const std::vector<Factor>& factors, FieldsOf fields_of) {
    YamlFields entries;
    for (const Factor& factor : factors) {
        const YamlFields entry = fields_of(factor);
        if (entry.empty()) {
            entries.raw(factor.id.value, "{}");
        } else {
            entries.lines(factor.id.value, entry.block());
        }
    }
    if (entries.empty()) {
        fields.raw("factors", "{}");
    } else {
        fields.lines("factors", entries.block());
    }
}

YamlFields fields_of_document(const model::Document& document) {
    YamlFields fields;
    fields.text("id", document.id.text())
        .text("kind", document.kind)
        .text("title", document.title)
        .text("version", document.version);
    if (document.date) fields.raw("date", document.date->to_string());
    return fields;
}

YamlFields fields_of_evidence(const model::Evidence& evidence) {
    YamlFields fields;
    fields.text("document", evidence.document.text()).text("section", evidence.section);
    fields.text("quote", evidence.quote).text("disputed", evidence.disputed);
    return fields;
}

/// `band_choice`, where there is one.
void add_choice(YamlFields& fields, const std::optional<model::BandChoice>& choice) {
    if (!choice) return;
    YamlFields of;
    of.text("band", choice->band.value).text("reason", choice->reason);
    of.flow_list("evidence", choice->evidence, fields_of_evidence).text("decided_by", choice->decided_by);
    if (choice->date) of.raw("date", choice->date->to_string());
    fields.lines("band_choice", of.block());
}

using model::JobDraft;

YamlFields fields_of_post(const model::Post& post) {
    YamlFields fields;
    fields.text("id", post.id.text()).text("title", post.title);
    if (post.holders) fields.raw("holders", std::to_string(*post.holders));
    return fields;
}

/// Facts and answers by themselves where nothing stands beside them, or all as maps of what they are and what they rest on.
enum class Forms { shortest, longest };

/// A value alone, or with what it rests on: where there is something, or `Forms` asks for it.
template <class Entry>
void add_entry(YamlFields& fields, const std::string& key, std::string_view value_key, const std::string& value,
               const Entry& entry, Forms forms) {
    if (forms == Forms::shortest && entry.evidence.empty() && entry.note.empty()) {
        fields.raw(key, value);
        return;
    }
    YamlFields of;
    of.raw(value_key, value).flow_list("evidence", entry.evidence, fields_of_evidence).text("note", entry.note);
    fields.lines(key, of.block());
}

void add_answers(YamlFields& fields, const std::vector<JobDraft::Answer>& answers, Forms forms) {
    if (answers.empty()) return;
    YamlFields entries;
    for (const JobDraft::Answer& answer : answers)
        add_entry(entries, answer.question.value, "option", io::yaml_scalar(answer.option.value), answer, forms);
    fields.lines("answers", entries.block());
}

/// A fact of several choices is a list already.
std::string written_value(const std::string& value) { return value.starts_with("[") ? value : io::yaml_scalar(value); }

void add_facts(YamlFields& fields, const std::vector<JobDraft::Fact>& facts, Forms forms) {
    if (facts.empty()) return;
    YamlFields::Pairs alone;
    for (const JobDraft::Fact& fact : facts)
        if (fact.evidence.empty() && fact.note.empty()) alone.emplace_back(fact.id, fact.value);
    if (forms == Forms::shortest && alone.size() == facts.size()) {
        fields.pairs("facts", alone);
        return;
    }
    YamlFields entries;
    for (const JobDraft::Fact& fact : facts)
        add_entry(entries, fact.id.value, "value", written_value(fact.value.value), fact, forms);
    fields.lines("facts", entries.block());
}

YamlFields fields_of_factor(const JobDraft::Factor& factor, Forms forms) {
    YamlFields fields;
    fields.text("level", factor.level).codes("options", factor.options);
    add_answers(fields, factor.answers, forms);
    fields.flow_list("evidence", factor.evidence, fields_of_evidence).text("note", factor.note);
    return fields;
}

std::string job_in(const JobDraft& draft, Forms forms) {
    YamlFields fields;
    fields.raw("format", std::string{io::job_format}).text("id", draft.id.value).text("title", draft.title);
    fields.text("organisation", draft.organisation)
        .text("scheme", draft.scheme.value)
        .text("family", draft.family)
        .text("version", draft.version)
        .text("note", draft.note);
    fields.flow_list("documents", draft.documents, fields_of_document);
    add_facts(fields, draft.facts, forms);
    add_factors(fields, draft.factors, [&](const JobDraft::Factor& factor) { return fields_of_factor(factor, forms); });
    add_choice(fields, draft.band_choice);
    fields.text("supersedes", draft.supersedes).flow_list("posts", draft.posts, fields_of_post);
    return fields.block();
}

}  // namespace

std::string write_job(const JobDraft& draft) { return job_in(draft, Forms::shortest); }
std::string write_job_at_length(const JobDraft& draft) { return job_in(draft, Forms::longest); }

namespace {

using model::AppealDraft;
using model::PanelDraft;

void add_day(YamlFields& fields, std::string_view key, const AppealDraft::Day& day) {
    if (day.value) fields.raw(key, day.value->to_string());
}

YamlFields fields_of_panellist(const PanelDraft::Panellist& panellist) {
    YamlFields fields;
    fields.text("id", panellist.id.value).text("name", panellist.name).text("side", panellist.side.value);
    fields.text("role", panellist.role.value).text("post", panellist.post).codes("trained_in", panellist.trained_in);
    fields.text("organisation", panellist.organisation).text("connected_to_job", panellist.connected_to_job);
    return fields;
}

YamlFields fields_of_dissent(const PanelDraft::Dissent& dissent) {
    YamlFields fields;
    fields.text("panellist", dissent.panellist.value).text("level", dissent.level).text("reason", dissent.reason);
    return fields;
}

/// A level alone, or a map that states its options apart.
std::string level_entry(const model::StatedText& level) {
    if (level.options.empty()) return io::yaml_scalar(level.value);
    return YamlFields{}.text("level", level.value).codes("options", level.options).flow();
}

YamlFields fields_of_panel_factor(const PanelDraft::Factor& factor) {
    YamlFields fields;
    YamlFields individual;
    for (const auto& [panellist, level] : factor.individual) individual.raw(panellist.value, level_entry(level));
    if (!individual.empty()) fields.raw("individual", individual.flow());
    fields.text("agreed", factor.agreed);
    add_answers(fields, factor.answers, Forms::shortest);
    fields.text("rationale", factor.rationale);
    fields.flow_list("evidence", factor.evidence, fields_of_evidence).flow_list("dissent", factor.dissent, fields_of_dissent);
    return fields;
}

YamlFields fields_of_event(const AppealDraft::Event& event) {
    YamlFields fields;
    fields.text("kind", event.kind.value);
    add_day(fields, "date", event.date);
    fields.text("note", event.note);
    return fields;
}

YamlFields fields_of_ground(const AppealDraft::Ground& ground) {
    YamlFields fields;
    fields.text("kind", ground.kind.value).text("factor", ground.factor).text("claim", ground.claim);
    fields.text("argument", ground.argument).flow_list("evidence", ground.evidence, fields_of_evidence);
    return fields;
}

YamlFields fields_of_effective_date(const AppealDraft::EffectiveDate& date) {
    YamlFields fields;
    add_day(fields, "date", date.date);
    fields.text("argued_by", date.argued_by.value).text("reason", date.reason);
    return fields;
}

}  // namespace

std::string write_panel(const PanelDraft& draft) {
    YamlFields fields;
    fields.raw("format", std::string{io::panel_format});
    fields.text("id", draft.id.value).text("job", draft.job.value).text("job_version", draft.job_version);
    fields.text("scheme", draft.scheme.value).text("edition", draft.edition);
    if (draft.local)
        fields.raw("local", YamlFields{}.text("id", draft.local->id.value).text("edition", draft.local->edition).flow());
    add_day(fields, "date", draft.date);
    fields.text("stage", draft.stage.value).text("decision", draft.decision);
    fields.flow_list("documents", draft.documents, fields_of_document);
    fields.flow_list("panellists", draft.panellists, fields_of_panellist).needed("panellists", "[]");
    add_factors(fields, draft.factors, fields_of_panel_factor);
    add_choice(fields, draft.band_choice);
    fields.text("notes", draft.notes);
    return fields.block();
}

std::string write_appeal(const AppealDraft& draft) {
    YamlFields fields;
    fields.raw("format", std::string{io::appeal_format});
    fields.text("id", draft.id.value).text("kind", draft.kind.value).text("brought_by", draft.brought_by.value);
    fields.text("job", draft.job.value).text("original", draft.original.value).text("claims_band", draft.claims_band);
    fields.flow_list("documents", draft.documents, fields_of_document).flow_list("events", draft.events, fields_of_event);
    fields.block_list("grounds", draft.grounds, fields_of_ground).needed("grounds", "[]");
    fields.text("repanel", draft.repanel);
    fields.flow_list("effective_dates", draft.effective_dates, fields_of_effective_date);
    if (draft.decision) {
        YamlFields decision;
        add_day(decision, "date", draft.decision->date);
        decision.text("reason", draft.decision->reason);
        if (draft.decision->effective_date) add_day(decision, "effective_date", *draft.decision->effective_date);
        fields.lines("decision", decision.block());
    }
    fields.text("notes", draft.notes);
    return fields.block();
}

}  // namespace je::test
