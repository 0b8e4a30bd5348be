// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/wording.hpp"
#include "io/csv/csv_jobs.hpp"
#include "je/base/text.hpp"
#include "je/scoring/score.hpp"
#include "study/answer_notes.hpp"
#include "study/appeal_chain.hpp"
#include "study/checking.hpp"

// What je check says of jobs, and of the records of panels and appeals.

namespace je::study {

using base::Diagnostics;

namespace {

std::size_t with_evidence(const model::Job& job) {
    const auto ratings = job.ratings();
    return static_cast<std::size_t>(
        std::count_if(ratings.begin(), ratings.end(), [](const auto& r) { return r.has_evidence(); }));
}

std::string proved_of_job(const model::Job& job, std::size_t levels) {
    return base::worded("job '{}': {} of {} factors have a level, {} have evidence", job.id().text(), levels,
                        job.ratings().size(), with_evidence(job));
}

std::string proved_of_panel(const model::Panel& panel, bool with_job) {
    const auto factors = panel.factors();
    const auto agreed =
        std::count_if(factors.begin(), factors.end(), [](const auto& factor) { return factor.agreed.has_value(); });
    return base::worded("panel '{}': {}, {} of {} factors have an agreed level{}", panel.id().text(),
                        base::counted_now(panel.panellists().size(), "panellist", "panellists"), agreed, factors.size(),
                        with_job ? "" : base::translated("; evidence not looked up"));
}

std::string proved_of_appeal(const model::AppealDraft& appeal) {
    return base::worded("appeal '{}': {}, {}", appeal.id.value, base::counted_now(appeal.grounds.size(), "ground", "grounds"),
                        base::counted_now(appeal.events.size(), "event", "events"));
}

}  // namespace

void Checking::check_single(const std::string& id, const std::string& version, const base::SourcePosition& at,
                            Diagnostics& diagnostics) {
    // No id has a tab, so what stands after one cannot be part of it.
    const std::string key = version.empty() ? id : id + "\t" + version;
    const auto first = seen_.add(key, at.source, at.line);
    if (!first) {
        if (const auto alike = seen_.look_alike(key))
            diagnostics.warning(base::looks_alike("job", "id", id, at, alike->id, alike->at));
        return;
    }
    if (diagnostics.only_counts_error()) return;
    diagnostics.error(
        {.id = "JE-U12",
         .at = at,
         .message = fmt::format("job '{}' was already given at {}", id, first->file_and_line()),
         .expected = "each job once in a run",
         .fix = "give one of the two another id; if they are one, move the row or file that no longer holds out of this run"});
}

void Checking::check_single(Records::Kind kind, const base::Located<std::string>& id, Diagnostics& diagnostics) {
    const auto first = records_seen_.add(fmt::format("{}\t{}", to_text(kind), id.value), id.at.source, id.at.line);
    if (!first) {
        const auto* const earlier = looks_[kind].add(id.value, id.at);
        if (earlier != nullptr)
            diagnostics.warning(base::looks_alike(to_text(kind), "id", id.value, id.at, earlier->text, earlier->at));
        return;
    }
    diagnostics.error(
        {.id = "JE-P13",
         .at = id.at,
         .message = fmt::format("{} '{}' was already given at {}", to_text(kind), id.value, first->file_and_line()),
         .expected = "each record once in a run",
         .fix = "give one of the two another id; if they are one, move the file that no longer holds out of this run"});
}

std::size_t Checking::check_levels(const SchemeInUse& in_use, const model::Job& job, Diagnostics& diagnostics) {
    const model::Scheme& scheme = *in_use.scheme;
    const model::BandTable* const bands = job.answers().choice ? in_use.bands : nullptr;  // nothing else asks for them
    const scoring::Score score = scoring::score(scheme, bands, job.answers());
    for (const scoring::Problem& problem : score.problems)
        diagnostics.add(scoring::explain_problem(problem, scheme, job, score, bands));
    return static_cast<std::size_t>(
        std::count_if(score.factors.begin(), score.factors.end(), [](const auto& factor) { return factor.level.has_value(); }));
}

void Checking::check_draft(report::CheckedFile& entry, const model::JobDraft& draft, Diagnostics& diagnostics) {
    check_single(draft.id.value, draft.version, draft.id.at, diagnostics);
    const auto in_use = need_scheme(draft.scheme, fmt::format("job '{}'", draft.id.value), diagnostics);
    if (!in_use) return;
    inputs_.note_base(*in_use, draft.scheme, diagnostics);
    const auto job = model::Job::make(draft, *in_use->scheme, diagnostics);
    if (!job) return;
    note_answers(*in_use->scheme, *job, diagnostics);
    entry.proved = proved_of_job(*job, check_levels(*in_use, *job, diagnostics));
}

void Checking::check_draft(report::CheckedFile& entry, const model::PanelDraft& draft, Diagnostics& diagnostics) {
    check_single(Records::Kind::panel, draft.id, diagnostics);
    people_.look(draft, options_.audience, diagnostics);
    auto in_use = need_scheme(named_in(draft), fmt::format("panel '{}'", draft.id.value), diagnostics);
    if (!in_use) return;
    if (auto own = own_edition(draft, *in_use->scheme, diagnostics)) {
        in_use = std::move(own);
        list(in_use);
    }
    const auto job = job_of(draft, *in_use->scheme, diagnostics);
    const auto panel = model::Panel::make(draft, *in_use->scheme, job ? &*job : nullptr, diagnostics);
    if (panel) entry.proved = proved_of_panel(*panel, job.has_value());
    Diagnostics told;
    tell_of_panel(draft, options_, inputs_, records_, told);
    add_told(told, draft.id.at.source, diagnostics);
}

std::shared_ptr<const SchemeInUse> Checking::own_edition(const model::PanelDraft& draft, const model::Scheme& at_hand,
                                                         Diagnostics& diagnostics) {
    if (options_.scheme || !draft.edition || draft.edition->value == at_hand.edition_of(draft.scheme.value)) return nullptr;
    const auto file = records_.find_scheme(draft.scheme.value, draft.edition->value);
    return file ? inputs_.scheme_in(*file, diagnostics) : nullptr;
}

std::optional<model::Job> Checking::job_of(const model::PanelDraft& draft, const model::Scheme& scheme,
                                           Diagnostics& diagnostics) {
    Diagnostics several;
    const auto* found = records_.find_job(draft.job, draft.job_version, several);
    if (found == nullptr && !several.has_errors())
        several.add(records_.missing(Records::Kind::job, draft.job, draft.job_version));
    diagnostics.append(several);
    if (found == nullptr) return std::nullopt;
    Diagnostics of_the_job;
    auto job = model::Job::make(*found, scheme, of_the_job);
    if (job) return job;
    diagnostics.note({.id = "JE-P16",
                      .at = draft.job.at,
                      .message = fmt::format("job '{}' has mistakes, so the panel's evidence is not held against its documents",
                                             draft.job.value),
                      .expected = "a questionnaire without mistakes",
                      .fix = fmt::format("mend {}: je check shows its mistakes", found->id.at.source->name)});
    return std::nullopt;
}

void Checking::check_draft(report::CheckedFile& entry, const model::AppealDraft& draft, Diagnostics& diagnostics) {
    check_single(Records::Kind::appeal, draft.id, diagnostics);
    AppealChain{records_, diagnostics}.check(draft);
    const auto* original = panel_of(draft, draft.original, diagnostics);
    const auto* repanel = draft.repanel ? panel_of(draft, *draft.repanel, diagnostics) : nullptr;
    const auto in_use = original ? need_scheme(original->scheme, fmt::format("appeal '{}'", draft.id.value), diagnostics)
                                 : scheme_for(std::nullopt, diagnostics);
    if (!in_use) {
        if (!draft.flawed)
            entry.proved = base::worded(
                "{}; well formed; its grounds can be held against the scheme once panel '{}' or --scheme is given too",
                proved_of_appeal(draft), draft.original.value);
        return;
    }
    const CitedRecords cited = records_cited(original, repanel, *in_use->scheme);
    auto pointers = cited.pointers();
    pointers.bands = in_use->bands;
    if (model::Appeal::make(draft, *in_use->scheme, diagnostics, pointers))
        entry.proved = base::worded("{} under '{}'", proved_of_appeal(draft), in_use->scheme->id().text());
    if (original == nullptr) return;
    Diagnostics told;
    tell_of_appeal(draft, options_, inputs_, records_, told);
    add_told(told, draft.id.at.source, diagnostics);
}

Checking::CitedRecords Checking::records_cited(const model::PanelDraft* original, const model::PanelDraft* repanel,
                                               const model::Scheme& scheme) {
    Diagnostics unsaid;  // their own mistakes are told with their own files
    CitedRecords records;
    const auto* job = original ? records_.find_job(original->job, original->job_version, unsaid) : nullptr;
    if (job) records.job = model::Job::make(*job, scheme, unsaid);
    if (original) records.original = model::Panel::make(*original, scheme, nullptr, unsaid);
    if (repanel) records.repanel = model::Panel::make(*repanel, scheme, nullptr, unsaid);
    return records;
}

const model::PanelDraft* Checking::panel_of(const model::AppealDraft& appeal, const base::Located<std::string>& id,
                                            Diagnostics& diagnostics) {
    Diagnostics several;
    const auto* panel = records_.find_panel(id, several);
    if (panel == nullptr && !several.has_errors()) several.add(records_.missing(Records::Kind::panel, id));
    if (panel != nullptr) {
        if (auto other = other_job(appeal, id, *panel)) several.error(std::move(*other));
    }
    diagnostics.append(several);
    return panel;
}

void Checking::add_told(const Diagnostics& told, const base::SourceTextPtr& file, Diagnostics& diagnostics) const {
    for (const base::Diagnostic& d : told.all()) {
        const auto same = [&](const base::Diagnostic& one) {
            return one.id == d.id && one.at.to_string() == d.at.to_string() &&
                   (one.message == d.message || one.severity != d.severity);
        };
        const auto in = [&](const Diagnostics& list) { return std::any_of(list.all().begin(), list.all().end(), same); };
        const bool elsewhere = d.at.source != nullptr && d.at.source->name != file->name && names_.contains(d.at.source->name);
        if (!elsewhere && !in(diagnostics) && !in(result_.diagnostics)) diagnostics.add(d);
    }
}

void Checking::check_csv(const FoundFile& file) {
    Diagnostics diagnostics;
    report::CheckedFile entry;
    entry.name = file.name;
    entry.kind = "jobs";
    const auto text = inputs_.read(file, diagnostics);
    if (text) check_rows(entry, *text, diagnostics);
    finish(std::move(entry), diagnostics);
}

void Checking::check_rows(report::CheckedFile& entry, const base::SourceTextPtr& text, Diagnostics& diagnostics) {
    const auto in_use = scheme_for(std::nullopt, diagnostics);
    if (!in_use) return;
    const std::uint64_t room = options_.limits.max_jobs - std::min(jobs_, options_.limits.max_jobs);
    io::CsvJobReader reader{text, *in_use->scheme, {.extra_columns = options_.extra_columns, .max_jobs = room}, diagnostics};
    io::CsvJob row;
    scoring::Score score;
    std::size_t rows = 0;
    while (reader.next(row, diagnostics)) {
        ++rows;
        if (!row.id.empty()) check_single(row.id, "", reader.position_of_id(), diagnostics);
        if (!row.valid) continue;
        const model::BandTable* const bands = row.answers.choice ? in_use->bands : nullptr;
        scoring::score_into(score, *in_use->scheme, bands, row.answers);
        if (score.problems.empty()) continue;
        const auto job = model::Job::from_answers(model::JobId{row.id}, row.title, row.answers, reader.position_of_id());
        for (const scoring::Problem& problem : score.problems) {
            if (!scoring::is_error(problem.kind) || !diagnostics.only_counts_error())
                diagnostics.add(scoring::explain_problem(problem, *in_use->scheme, job, score, bands));
        }
    }
    jobs_ += rows;
    entry.proved = base::worded("{} under '{}'", base::counted_now(rows, "job", "jobs"), in_use->scheme->id().text());
}

}  // namespace je::study
