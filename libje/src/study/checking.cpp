// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/checking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/csv/csv_jobs.hpp"
#include "je/base/text.hpp"
#include "je/scoring/score.hpp"
#include "scoring/proof.hpp"
#include "study/appeal_chain.hpp"
#include "study/outcome.hpp"
#include "study/panel_loading.hpp"
#include "study/shipped_schemes.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// What a file is by its `format:` line, for files that cannot be read as such.
std::string kind_of(std::string_view text) {
    if (looks_like(text, "je-scheme/")) return "scheme";
    if (looks_like(text, "je-bands/")) return "bands";
    if (looks_like(text, "je-job/")) return "job";
    if (looks_like(text, "je-test/")) return "worked examples";
    if (looks_like(text, "je-panel/")) return "panel";
    if (looks_like(text, "je-appeal/")) return "appeal";
    if (looks_like(text, "je-holidays/")) return "holidays";
    if (looks_like(text, "je-uncertainty/")) return "chances of levels";
    return "unknown";
}

std::size_t with_evidence(const model::Job& job) {
    const auto ratings = job.ratings();
    return static_cast<std::size_t>(
        std::count_if(ratings.begin(), ratings.end(), [](const auto& r) { return !r.evidence.empty(); }));
}

std::string proved_of_job(const model::Job& job, std::size_t levels) {
    return fmt::format("job '{}': {} of {} factors have a level, {} have evidence", job.id().text(), levels,
                       job.ratings().size(), with_evidence(job));
}

std::string proved_of_panel(const model::Panel& panel, bool with_job) {
    const auto factors = panel.factors();
    const auto agreed =
        std::count_if(factors.begin(), factors.end(), [](const auto& factor) { return factor.agreed.has_value(); });
    return fmt::format("panel '{}': {}, {} of {} factors have an agreed level{}", panel.id().text(),
                       base::counted(panel.panellists().size(), "panellist", "panellists"), agreed, factors.size(),
                       with_job ? "" : "; evidence not looked up");
}

std::string proved_of_appeal(const model::AppealDraft& appeal) {
    return fmt::format("appeal '{}': {}, {}", appeal.id.value, base::counted(appeal.grounds.size(), "ground", "grounds"),
                       base::counted(appeal.events.size(), "event", "events"));
}

/// "2016, 2023 to 2026".
std::string years_in_words(const std::vector<int>& years) {
    std::string words;
    for (std::size_t i = 0; i < years.size();) {
        std::size_t last = i;
        while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
        words += fmt::format("{}{}", words.empty() ? "" : ", ", years[i]);
        if (last > i) words += fmt::format(" to {}", years[last]);
        i = last + 1;
    }
    return words;
}

}  // namespace

void Checking::check(std::span<const FoundFile> files) {
    for (const FoundFile& file : files) names_.insert(file.name);
    for_each_file(files, inputs_.control(), [&](const FoundFile& file) { check(file); });
}

void Checking::add_told(const Diagnostics& told, const base::SourceTextPtr& file, Diagnostics& said) const {
    for (const base::Diagnostic& d : told.all()) {
        const auto same = [&](const base::Diagnostic& one) {
            return one.id == d.id && one.at.to_string() == d.at.to_string() &&
                   (one.message == d.message || one.severity != d.severity);
        };
        const auto in = [&](const Diagnostics& list) { return std::any_of(list.all().begin(), list.all().end(), same); };
        const bool elsewhere = d.at.source != nullptr && d.at.source != file && names_.contains(d.at.source->name);
        if (!elsewhere && !in(said) && !in(result_.said)) said.add(d);
    }
}

void Checking::check(const FoundFile& file) { is_csv(inputs_.source(), file.path) ? check_csv(file) : check_yaml(file); }

void Checking::finish(report::CheckedFile&& entry, const Diagnostics& said) {
    entry.errors = said.errors();
    entry.warnings = said.warnings();
    if (said.has_errors()) entry.proved.clear();
    result_.files.push_back(std::move(entry));
    result_.said.append(said);
}

void Checking::check_yaml(const FoundFile& file) {
    Diagnostics said;
    const auto text = inputs_.peek(file, said);
    if (text && !file.named && !looks_like((*text)->text, "je-")) return;
    report::CheckedFile entry;
    entry.name = file.name;
    entry.kind = "unknown";
    if (text) {
        inputs_.list(*text, said);
        entry.kind = kind_of((*text)->text);
        const auto any = inputs_.parsed(*text, said, io::read_any);
        if (const auto* scheme = std::get_if<model::SchemeDraft>(&any)) check_draft(entry, *scheme, *text, said);
        if (const auto* bands = std::get_if<model::BandsFileDraft>(&any)) check_draft(entry, *bands, said);
        if (const auto* job = std::get_if<model::JobDraft>(&any)) check_draft(entry, *job, said);
        if (const auto* examples = std::get_if<model::WorkedExamples>(&any)) check_draft(entry, *examples, said);
        if (const auto* panel = std::get_if<model::PanelDraft>(&any)) check_draft(entry, *panel, said);
        if (const auto* appeal = std::get_if<model::AppealDraft>(&any)) check_draft(entry, *appeal, said);
        if (const auto* holidays = std::get_if<model::HolidaysDraft>(&any)) check_draft(entry, *holidays, said);
        if (const auto* chances = std::get_if<model::LevelUncertaintyDraft>(&any)) check_draft(entry, *chances, said);
    }
    said.sort_by_position();
    finish(std::move(entry), said);
}

void Checking::check_draft(report::CheckedFile& entry, const model::SchemeDraft& draft, const base::SourceTextPtr& text,
                           Diagnostics& said) {
    entry.kind = "scheme";
    const auto scheme = model::Scheme::make(draft, said);
    if (!scheme) return;
    scoring::check_scheme(*scheme, said);
    auto info = report::scheme_info(*scheme, entry.name, inputs_.checksum(text));
    tell_origin(info, entry.name);
    if (info.replaces_shipped) {
        said.add(stands_in(info, scheme->at()));
        result_.schemes.push_back(info);
    }
    if (!said.has_errors()) entry.proved = report::proved_of(*scheme, scheme->band_tables());
    if (show_) result_.shown.push_back(report::show_scheme(*scheme, std::move(info)));
}

std::shared_ptr<const SchemeInUse> Checking::scheme_for(const std::optional<base::Located<std::string>>& stated,
                                                        Diagnostics& said) {
    if (!options_.scheme && !stated) return nullptr;
    auto in_use = options_.scheme ? inputs_.scheme(*options_.scheme, said) : inputs_.scheme_of(*stated, said);
    list(in_use);
    return in_use;
}

void Checking::list(const std::shared_ptr<const SchemeInUse>& in_use) {
    if (!in_use || in_use->info.file.empty()) return;
    const auto same = [&](const report::SchemeInfo& one) { return one.file == in_use->info.file; };
    if (std::none_of(result_.schemes.begin(), result_.schemes.end(), same)) result_.schemes.push_back(in_use->info);
}

std::shared_ptr<const SchemeInUse> Checking::need_scheme(const base::Located<std::string>& stated, const std::string& record,
                                                         Diagnostics& said) {
    Diagnostics of_the_scheme;
    auto in_use = scheme_for(stated, of_the_scheme);
    if (!in_use && !of_the_scheme.has_errors()) {
        of_the_scheme.error(
            {.id = "JE-U23",
             .at = stated.at,
             .message = fmt::format("scheme '{}' has errors, so {} cannot be held against it", stated.value, record),
             .expected = "a scheme without errors",
             .fix = "mend the scheme first; je check shows its errors"});
    }
    const bool unknown = of_the_scheme.errors() == 1 && of_the_scheme.all().front().id == "JE-U09";
    const auto beside = unknown ? records_.find_scheme(stated.value, {}) : std::nullopt;
    if (!beside) {
        said.append(of_the_scheme);
        return in_use;
    }
    base::Diagnostic told = of_the_scheme.all().front();
    told.fix = fmt::format("give --scheme {}, which has that id", beside->name);
    said.add(std::move(told));
    return nullptr;
}

void Checking::check_draft(report::CheckedFile& entry, const model::BandsFileDraft& draft, Diagnostics& said) {
    entry.kind = "bands";
    const auto bands = model::BandsFile::make(draft, said);
    if (!bands) return;
    scoring::check_pay(bands->band_tables(), bands->pay_tables(), said);
    const auto in_use = scheme_for(draft.scheme, said);
    if (!in_use) {
        if (!said.has_errors()) entry.proved = "well formed; name a scheme with --scheme to prove it against the totals";
        return;
    }
    const model::Scheme& scheme = *in_use->scheme;
    if (!bands->scheme().empty() && bands->scheme() != scheme.id().text()) {
        said.error({.id = "JE-U15",
                    .at = draft.scheme->at,
                    .message = fmt::format("these bands are for scheme '{}', not '{}'", bands->scheme(), scheme.id().text()),
                    .expected = fmt::format("bands for '{}'", scheme.id().text()),
                    .fix = "give another --scheme, or correct the file"});
        return;
    }
    scoring::check_bands(scheme, bands->band_tables(), said);
    if (!said.has_errors())
        entry.proved = fmt::format("{}: {}", scheme.id().text(), report::proved_of(scheme, bands->band_tables()));
    if (show_) {
        report::ShownScheme shown = report::show_scheme(scheme, in_use->info);
        shown.band_tables = report::show_bands(scheme, bands->band_tables());
        result_.shown.push_back(std::move(shown));
    }
}

void Checking::check_single(const std::string& id, const std::string& version, const base::SourcePosition& at,
                            Diagnostics& said) {
    // No id has a tab, so what stands after one cannot be part of it.
    const std::string key = version.empty() ? id : id + "\t" + version;
    const auto first = seen_.add(key, at.source, at.line);
    if (!first) {
        if (const auto alike = seen_.look_alike(key))
            said.warning(base::looks_alike("job", "id", id, at, alike->id, alike->at));
        return;
    }
    if (said.only_counts_error()) return;
    said.error(
        {.id = "JE-U12",
         .at = at,
         .message = fmt::format("job '{}' was already given at {}", id, first->file_and_line()),
         .expected = "each job once in a run",
         .fix = "give one of the two another id; if they are one, move the row or file that no longer holds out of this run"});
}

void Checking::check_single(Records::Kind kind, const base::Located<std::string>& id, Diagnostics& said) {
    const auto first = records_seen_.add(fmt::format("{}\t{}", to_text(kind), id.value), id.at.source, id.at.line);
    if (!first) {
        const auto* const earlier = looks_[kind].add(id.value, id.at);
        if (earlier != nullptr)
            said.warning(base::looks_alike(to_text(kind), "id", id.value, id.at, earlier->text, earlier->at));
        return;
    }
    said.error({.id = "JE-P13",
                .at = id.at,
                .message = fmt::format("{} '{}' was already given at {}", to_text(kind), id.value, first->file_and_line()),
                .expected = "each record once in a run",
                .fix = "give one of the two another id; if they are one, move the file that no longer holds out of this run"});
}

std::size_t Checking::check_levels(const model::Scheme& scheme, const model::Job& job, Diagnostics& said) {
    const scoring::Score score = scoring::score(scheme, nullptr, job.answers());
    for (const scoring::Problem& problem : score.problems) said.add(scoring::explain_problem(problem, scheme, job, score));
    return static_cast<std::size_t>(
        std::count_if(score.factors.begin(), score.factors.end(), [](const auto& factor) { return factor.level.has_value(); }));
}

void Checking::check_draft(report::CheckedFile& entry, const model::JobDraft& draft, Diagnostics& said) {
    entry.kind = "job";
    check_single(draft.id.value, draft.version, draft.id.at, said);
    const auto in_use = need_scheme(draft.scheme, fmt::format("job '{}'", draft.id.value), said);
    if (!in_use) return;
    const auto job = model::Job::make(draft, *in_use->scheme, said);
    if (!job) return;
    entry.proved = proved_of_job(*job, check_levels(*in_use->scheme, *job, said));
}

void Checking::check_draft(report::CheckedFile& entry, const model::PanelDraft& draft, Diagnostics& said) {
    entry.kind = "panel";
    check_single(Records::Kind::panel, draft.id, said);
    people_.look(draft, options_.audience, said);
    auto in_use = need_scheme(draft.scheme, fmt::format("panel '{}'", draft.id.value), said);
    if (!in_use) return;
    if (auto own = own_edition(draft, *in_use->scheme, said)) {
        in_use = std::move(own);
        list(in_use);
    }
    const auto job = job_of(draft, *in_use->scheme, said);
    const auto panel = model::Panel::make(draft, *in_use->scheme, job ? &*job : nullptr, said);
    if (panel) entry.proved = proved_of_panel(*panel, job.has_value());
    Diagnostics told;
    tell_of_panel(draft, options_, inputs_, records_, told);
    add_told(told, draft.id.at.source, said);
}

std::shared_ptr<const SchemeInUse> Checking::own_edition(const model::PanelDraft& draft, const model::Scheme& at_hand,
                                                         Diagnostics& said) {
    if (options_.scheme || !draft.edition || draft.edition->value == at_hand.edition()) return nullptr;
    const auto file = records_.find_scheme(draft.scheme.value, draft.edition->value);
    return file ? inputs_.scheme_in(*file, said) : nullptr;
}

std::optional<model::Job> Checking::job_of(const model::PanelDraft& draft, const model::Scheme& scheme, Diagnostics& said) {
    Diagnostics several;
    const auto* found = records_.find_job(draft.job, draft.job_version, several);
    if (found == nullptr && !several.has_errors())
        several.add(records_.missing(Records::Kind::job, draft.job, draft.job_version));
    said.append(several);
    if (found == nullptr) return std::nullopt;
    Diagnostics of_the_job;
    auto job = model::Job::make(*found, scheme, of_the_job);
    if (job) return job;
    said.note({.id = "JE-P16",
               .at = draft.job.at,
               .message = fmt::format("job '{}' has mistakes, so the panel's evidence is not held against its documents",
                                      draft.job.value),
               .expected = "a questionnaire without mistakes",
               .fix = fmt::format("mend {}: je check shows its mistakes", found->id.at.source->name)});
    return std::nullopt;
}

void Checking::check_draft(report::CheckedFile& entry, const model::AppealDraft& draft, Diagnostics& said) {
    entry.kind = "appeal";
    check_single(Records::Kind::appeal, draft.id, said);
    AppealChain{records_, said}.check(draft);
    const auto* original = panel_of(draft, draft.original, said);
    const auto* repanel = draft.repanel ? panel_of(draft, *draft.repanel, said) : nullptr;
    const auto in_use = original ? need_scheme(original->scheme, fmt::format("appeal '{}'", draft.id.value), said)
                                 : scheme_for(std::nullopt, said);
    if (!in_use) {
        if (!draft.flawed)
            entry.proved = fmt::format(
                "{}; well formed; its grounds can be held against the scheme once panel '{}' or --scheme is given too",
                proved_of_appeal(draft), draft.original.value);
        return;
    }
    const CitedRecords cited = records_cited(original, repanel, *in_use->scheme);
    auto pointers = cited.pointers();
    pointers.bands = in_use->bands;
    if (model::Appeal::make(draft, *in_use->scheme, said, pointers))
        entry.proved = fmt::format("{} under '{}'", proved_of_appeal(draft), in_use->scheme->id().text());
    if (original == nullptr) return;
    Diagnostics told;
    tell_of_appeal(draft, options_, inputs_, records_, told);
    add_told(told, draft.id.at.source, said);
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
                                            Diagnostics& said) {
    Diagnostics several;
    const auto* panel = records_.find_panel(id, several);
    if (panel == nullptr && !several.has_errors()) several.add(records_.missing(Records::Kind::panel, id));
    if (panel != nullptr) {
        if (auto other = other_job(appeal, id, *panel)) several.error(std::move(*other));
    }
    said.append(several);
    return panel;
}

void Checking::check_draft(report::CheckedFile& entry, const model::WorkedExamples& examples, Diagnostics& said) {
    entry.kind = "worked examples";
    const auto in_use = options_.scheme ? inputs_.scheme(*options_.scheme, said)
                                        : inputs_.scheme_of_examples({entry.name, entry.name}, examples.scheme, said);
    list(in_use);
    if (in_use)
        entry.proved = base::counted(examples.examples.size(), "worked example", "worked examples") + "; je test runs them";
}

void Checking::check_draft(report::CheckedFile& entry, const model::HolidaysDraft& draft, Diagnostics& said) {
    entry.kind = "holidays";
    const auto holidays = model::Holidays::make(draft, said);
    if (!holidays) return;
    entry.proved = fmt::format("{} in {}", base::counted(holidays->holidays().size(), "holiday", "holidays"),
                               years_in_words(holidays->working_days().years()));
}

void Checking::check_draft(report::CheckedFile& entry, const model::LevelUncertaintyDraft& draft, Diagnostics& said) {
    entry.kind = "chances of levels";
    const auto in_use = need_scheme(draft.scheme, fmt::format("'{}'", draft.id.value), said);
    if (!in_use) return;
    const auto uncertainty = model::LevelUncertainty::make(draft, *in_use->scheme, said);
    if (!uncertainty) return;
    entry.proved = fmt::format("{}: chances for {} of {} factors of every job, and for {} by itself",
                               in_use->scheme->id().text(), uncertainty->factors(), in_use->scheme->factors().size(),
                               base::counted(uncertainty->jobs().size(), "job", "jobs"));
}

void Checking::check_csv(const FoundFile& file) {
    Diagnostics said;
    report::CheckedFile entry;
    entry.name = file.name;
    entry.kind = "jobs";
    const auto text = inputs_.read(file, said);
    if (text) check_rows(entry, *text, said);
    finish(std::move(entry), said);
}

void Checking::check_rows(report::CheckedFile& entry, const base::SourceTextPtr& text, Diagnostics& said) {
    const auto in_use = scheme_for(std::nullopt, said);
    if (!in_use) return;
    const std::uint64_t room = options_.limits.max_jobs - std::min(jobs_, options_.limits.max_jobs);
    io::CsvJobReader reader{text, *in_use->scheme, {.extra_columns = options_.extra_columns, .max_jobs = room}, said};
    io::CsvJob row;
    scoring::Score score;
    std::size_t rows = 0;
    while (reader.next(row, said)) {
        ++rows;
        if (!row.id.empty()) check_single(row.id, "", reader.position_of_id(), said);
        if (!row.valid) continue;
        scoring::score_into(score, *in_use->scheme, nullptr, row.answers);
        if (score.problems.empty()) continue;
        const auto job = model::Job::from_answers(model::JobId{row.id}, row.title, row.answers, reader.position_of_id());
        for (const scoring::Problem& problem : score.problems) {
            if (!scoring::is_error(problem.kind) || !said.only_counts_error())
                said.add(scoring::explain_problem(problem, *in_use->scheme, job, score));
        }
    }
    jobs_ += rows;
    entry.proved = base::counted(rows, "job", "jobs") + " under '" + in_use->scheme->id().text() + "'";
}

}  // namespace je::study
