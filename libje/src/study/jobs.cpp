// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/jobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/csv/seen_ids.hpp"
#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "study/job_versions.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// The ids of --job, and which of them have been met.
class Wanted {
public:
    explicit Wanted(const std::vector<std::string>& ids) : ids_{ids}, met_(ids.size(), false) {}

    /// Whether the job is wanted; it is then met.
    [[nodiscard]] bool takes(const std::string& id) {
        if (ids_.empty()) return true;
        bool wanted = false;
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (ids_[i] == id) wanted = met_[i] = true;
        }
        if (!wanted && others_.size() < most_others) others_.push_back(id);
        return wanted;
    }

    void report_missing(Diagnostics& diagnostics) const {
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (met_[i]) continue;
            const auto near = base::nearest(ids_[i], others_);
            diagnostics.error({.id = "JE-U11",
                               .message = fmt::format("there is no job '{}' in the files given", ids_[i]),
                               .expected = described(),
                               .fix = near ? fmt::format("write --job {}", *near) : "look at the ids in the files"});
        }
    }

private:
    static constexpr std::size_t most_others = 100'000;  // looked through for the nearest spelling

    [[nodiscard]] std::string described() const {
        if (others_.empty()) return "the id of a job in the files";
        const std::size_t named = std::min<std::size_t>(others_.size(), 8);
        const std::string list = base::quoted_list(std::span{others_}.first(named), "or");
        return named == others_.size() ? list : fmt::format("an id such as {}", list);
    }

    const std::vector<std::string>& ids_;
    std::vector<bool> met_;
    std::vector<std::string> others_;
};

/// Reads the jobs of a run and hands them on.
class JobsReading {
public:
    JobsReading(Inputs& inputs, JobReceiver& receiver) : inputs_{inputs}, receiver_{receiver}, wanted_{inputs.options().jobs} {}

    std::shared_ptr<const SchemeInUse> read(std::span<const FoundFile> files) {
        if (!take_named_scheme(files)) return nullptr;
        Diagnostics older;
        const auto newest = newest_versions(files, inputs_, older);
        if (receiver_.needs_columns()) find_columns(newest);
        say("", std::move(older));
        for (const FoundFile& file : newest) {
            if (full_) break;
            is_csv(inputs_.source(), file.path) ? read_csv(file) : read_yaml(file);
        }
        Diagnostics last;
        if (!full_) wanted_.report_missing(last);
        if (jobs_ == 0 && !anything_said_ && !last.has_errors()) report_none(last);
        say("", std::move(last));
        return scheme_;
    }

private:
    /// The scheme of --scheme, before any job is read. False when it cannot be used.
    bool take_named_scheme(std::span<const FoundFile> files) {
        const auto& options = inputs_.options();
        if (!options.scheme) {
            const auto csv = std::find_if(files.begin(), files.end(), [&](const FoundFile& file) {
                return is_csv(inputs_.source(), file.path) && !is_document(inputs_.source(), file.path);
            });
            if (csv == files.end()) return true;
            refuse("JE-U14", fmt::format("'{}' is a CSV file, which does not say its scheme", csv->name),
                   "--scheme with a name or a file", "write for example: --scheme nhs-afc");
        }
        Diagnostics diagnostics;
        const auto scheme = inputs_.scheme(*options.scheme, diagnostics);
        say("", std::move(diagnostics));
        if (scheme) begin(scheme);
        return scheme != nullptr;
    }

    void begin(const std::shared_ptr<const SchemeInUse>& scheme) {
        scheme_ = scheme;
        receiver_.begin(*scheme);
        if (scheme->bands != nullptr) return;
        Diagnostics diagnostics;
        diagnostics.note(
            {.id = "JE-U22",
             .message = fmt::format("scheme '{}' has no bands, so there are totals and no bands", scheme->scheme->id().text()),
             .fix = "give a band table with --bands FILE"});
        say("", std::move(diagnostics));
    }

    void say(std::string_view job, Diagnostics&& diagnostics) {
        errors_ += diagnostics.errors();
        if (diagnostics.all().empty() && !diagnostics.has_errors()) return;
        anything_said_ = anything_said_ || diagnostics.errors() + diagnostics.warnings() > 0;
        receiver_.bad_job(job, std::move(diagnostics));
    }

    static void report_none(Diagnostics& diagnostics) {
        diagnostics.error({.id = "JE-U16",
                           .message = "there is no job in the files given",
                           .expected = "files that begin 'format: je-job/1'",
                           .fix = "name the files of the jobs, or the folder that holds them"});
    }

    static void report_repeated(const std::string& id, const base::SourcePosition& at, const base::SourcePosition& first,
                                Diagnostics& diagnostics) {
        if (diagnostics.only_counts_error()) return;
        diagnostics.error(
            {.id = "JE-U12",
             .at = at,
             .message = fmt::format("job '{}' was already given at {}", id, first.file_and_line()),
             .expected = "each job once in a run",
             .fix = "give one of the two another id; if they are one job, move the row or file that no longer holds out "
                    "of this run"});
    }

    /// Says that a job was given before, or that its id looks like another's. `place` gives where the id stands.
    template <class Place>
    void look_at_id(const std::string& id, const base::SourceTextPtr& text, std::uint32_t line, Place&& place,
                    Diagnostics& diagnostics) {
        if (const auto first = seen_.add(id, text, line)) return report_repeated(id, place(), *first, diagnostics);
        if (const auto alike = seen_.look_alike(id))
            diagnostics.warning(base::looks_alike("job", "id", id, place(), alike->id, alike->at));
    }

    void read_yaml(const FoundFile& file) {
        Diagnostics diagnostics;
        const auto text = inputs_.peek(file, diagnostics);
        if (text && !file.named && !looks_like((*text)->text, "je-job/")) return;
        if (text) inputs_.list(*text, diagnostics);
        const auto draft = text ? inputs_.parsed(*text, diagnostics, io::read_job) : std::nullopt;
        if (!draft) {
            say("", std::move(diagnostics));
        } else if (wanted_.takes(draft->id.value)) {
            take_draft(*draft, std::move(diagnostics));
        }
    }

    /// Whether there is room for one more job; if not, it is said and the rest is not read.
    bool has_room(const base::SourcePosition& at) {
        const std::uint64_t most = inputs_.options().limits.max_jobs;
        if (jobs_ < most) return true;
        full_ = true;
        Diagnostics diagnostics;
        diagnostics.error({.id = "JE-C28",
                           .at = at,
                           .message = fmt::format("there {} more than {}; those from here on are not read",
                                                  most == 1 ? "is" : "are", base::counted(most, "job", "jobs")),
                           .expected = fmt::format("at most {}", base::counted(most, "job", "jobs")),
                           .fix = "give fewer files, choose jobs with --job, or allow more with --max-jobs"});
        say("", std::move(diagnostics));
        return false;
    }

    void take_draft(const model::JobDraft& draft, Diagnostics&& diagnostics) {
        if (!has_room(draft.id.at)) return;
        ++jobs_;
        const std::string& id = draft.id.value;
        look_at_id(
            id, draft.id.at.source, draft.id.at.line, [&] { return draft.id.at; }, diagnostics);
        const auto scheme = scheme_for(draft, diagnostics);
        if (scheme) inputs_.note_base(*scheme, draft.scheme, diagnostics);
        const auto job = scheme ? model::Job::make(draft, *scheme->scheme, diagnostics) : std::nullopt;
        if (!job || diagnostics.has_errors()) {
            say(id, std::move(diagnostics));
            return;
        }
        if (!scheme_) begin(scheme);
        receiver_.job(FoundJob{*scheme, *job}, std::move(diagnostics));
        full_ = receiver_.has_enough();
    }

    /// The scheme of a run, or that which the first job names. Null when it is not there or another.
    std::shared_ptr<const SchemeInUse> scheme_for(const model::JobDraft& draft, Diagnostics& diagnostics) {
        if (inputs_.options().scheme) return scheme_;
        if (scheme_ && draft.scheme.value != scheme_->scheme->called()) {
            diagnostics.error({.id = "JE-U13",
                               .at = draft.scheme.at,
                               .message = fmt::format("job '{}' is under scheme '{}', but this run is under '{}'",
                                                      draft.id.value, draft.scheme.value, scheme_->scheme->called()),
                               .expected = "jobs of one scheme in a run",
                               .fix = "run je once for each scheme, or choose jobs with --job"});
            return nullptr;
        }
        Diagnostics about_scheme;
        const auto scheme = inputs_.scheme_of(draft.scheme, about_scheme);
        if (scheme || is_about(draft, about_scheme)) {
            diagnostics.append(about_scheme);
        } else {
            say("", std::move(about_scheme));
            report_unusable(draft, diagnostics);
        }
        return scheme;
    }

    /// Whether what was said is said of the questionnaire, not of the scheme's own file.
    static bool is_about(const model::JobDraft& draft, const Diagnostics& diagnostics) {
        return !diagnostics.all().empty() && diagnostics.all().front().at.source == draft.scheme.at.source;
    }

    void report_unusable(const model::JobDraft& draft, Diagnostics& diagnostics) const {
        const bool bands = inputs_.lacks_only_bands(draft.scheme.value);
        const std::string why =
            bands ? std::string{"no band table can be used"} : fmt::format("scheme '{}' has errors", draft.scheme.value);
        diagnostics.error(
            {.id = "JE-U23",
             .at = draft.scheme.at,
             .message = fmt::format("{}, so job '{}' cannot be scored", why, draft.id.value),
             .expected = bands ? "a band table without errors, in force on the day asked for" : "a scheme without errors",
             .fix = bands ? "mend what is said of the bands first" : "mend the scheme first: je check shows its errors"});
    }

    [[nodiscard]] io::CsvOptions csv_options() const {
        const auto& options = inputs_.options();
        return {options.extra_columns, options.limits.max_jobs, receiver_.keeps_columns()};
    }

    /// Which columns a result has is told before the first job: whether any job states a family, and what is carried through.
    void find_columns(std::span<const FoundFile> files) {
        bool families = false;
        Diagnostics said_later;
        for (const FoundFile& file : files) {
            const bool csv = is_csv(inputs_.source(), file.path);
            if (families && !(csv && receiver_.keeps_columns())) continue;
            const auto text = inputs_.peek(file, said_later);
            if (!text) continue;
            families = (csv ? find_columns_of(*text) : states_family(*text)) || families;
            if (files.size() == 1) only_text_ = *text;
        }
        receiver_.columns(families, kept_);
    }

    /// Whether one of the columns of a CSV file gives families.
    bool find_columns_of(const base::SourceTextPtr& text) {
        Diagnostics said_later;
        const io::CsvJobReader reader{text, *scheme_->scheme, csv_options(), said_later};
        if (!receiver_.keeps_columns()) return reader.has_families();
        for (const std::string& name : reader.others()) {
            if (std::find(kept_.begin(), kept_.end(), name) == kept_.end()) kept_.push_back(name);
        }
        return reader.has_families();
    }

    /// Only a questionnaire that has the word is parsed for it.
    [[nodiscard]] bool states_family(const base::SourceTextPtr& text) const {
        if (!looks_like(text->text, "je-job/") || text->text.find("family") == std::string::npos) return false;
        Diagnostics said_later;
        const auto draft = inputs_.parsed(text, said_later, io::read_job);
        return draft && draft->family;
    }

    /// A row's cells in their places among all that are carried through.
    void put_kept(const io::CsvJob& row, const io::CsvJobReader& reader) {
        kept_cells_.assign(kept_.size(), {});
        for (std::size_t i = 0; i < row.others.size(); ++i) {
            const auto place = std::find(kept_.begin(), kept_.end(), reader.others()[i]) - kept_.begin();
            kept_cells_[static_cast<std::size_t>(place)] = row.others[i];
        }
    }

    void read_csv(const FoundFile& file) {
        Diagnostics diagnostics;
        const auto text = only_text_ ? only_text_ : inputs_.peek(file, diagnostics);
        if (!text) {
            say("", std::move(diagnostics));
            return;
        }
        inputs_.list(*text, diagnostics);
        io::CsvJobReader reader{*text, *scheme_->scheme, csv_options(), diagnostics};
        say("", std::move(diagnostics));
        if (!reader.usable()) return;
        receiver_.csv_file(file.name, reader.separator());
        read_rows(reader, *text);
    }

    void read_rows(io::CsvJobReader& reader, const base::SourceTextPtr& text) {
        io::CsvJob row;
        while (true) {
            Diagnostics diagnostics;
            if (errors_ >= Diagnostics::default_kept) diagnostics.keep_no_errors();  // nobody would see their words
            const bool found = reader.next(row, diagnostics);
            if (!found) {
                say("", std::move(diagnostics));
                return;
            }
            if (!wanted_.takes(row.id)) continue;
            if (!has_room(reader.position_of_id())) return;
            take_row(row, reader, text, std::move(diagnostics));
            if (full_) return;
        }
    }

    void take_row(const io::CsvJob& row, const io::CsvJobReader& reader, const base::SourceTextPtr& text,
                  Diagnostics&& diagnostics) {
        ++jobs_;
        if (!row.id.empty())
            look_at_id(
                row.id, text, row.line, [&] { return reader.position_of_id(); }, diagnostics);
        if (row.valid && !diagnostics.has_errors()) {
            if (receiver_.keeps_columns()) put_kept(row, reader);
            receiver_.job(FoundJob{*scheme_, row, reader, kept_cells_}, std::move(diagnostics));
            full_ = receiver_.has_enough();
        } else {
            say(row.id, std::move(diagnostics));
        }
    }

    Inputs& inputs_;
    JobReceiver& receiver_;
    Wanted wanted_;
    io::SeenIds seen_;
    std::shared_ptr<const SchemeInUse> scheme_;
    std::optional<base::SourceTextPtr> only_text_;  // of a single file that was looked at
    std::vector<std::string> kept_;                 // names of columns carried through
    std::vector<std::string> kept_cells_;           // of the row last read
    std::uint64_t jobs_ = 0;
    std::size_t errors_ = 0;  // said so far
    bool anything_said_ = false;
    bool full_ = false;  // of as many jobs as --max-jobs allows, or as the receiver wants
};

/// Keeps the first jobs.
class Keeping : public JobReceiver {
public:
    Keeping(Diagnostics& diagnostics, std::size_t most, bool stop) : diagnostics_{diagnostics}, most_{most}, stop_{stop} {}
    void begin(const SchemeInUse&) override {}
    void csv_file(const std::string&, char) override {}
    void job(const FoundJob& one, Diagnostics&& diagnostics) override {
        diagnostics_.append(diagnostics);
        ++found;
        if (jobs.size() < most_) jobs.push_back(one.to_job());
    }
    [[nodiscard]] bool has_enough() const override { return stop_ && found > most_; }
    void bad_job(std::string_view, Diagnostics&& diagnostics) override { diagnostics_.append(diagnostics); }

    std::vector<model::Job> jobs;
    std::uint64_t found = 0;

private:
    Diagnostics& diagnostics_;
    std::size_t most_;
    bool stop_;
};

void put_in_order(std::vector<model::Job>& jobs, const std::vector<std::string>& ids) {
    const auto rank = [&](const model::Job& job) { return std::find(ids.begin(), ids.end(), job.id().text()) - ids.begin(); };
    std::stable_sort(jobs.begin(), jobs.end(), [&](const model::Job& a, const model::Job& b) { return rank(a) < rank(b); });
}

}  // namespace

model::Job FoundJob::to_job() const {
    return job_ ? *job_
                : model::Job::from_answers(model::JobId{row_->id}, row_->title, row_->answers, reader_->position_of_id(),
                                           row_->posts, row_->family);
}

std::shared_ptr<const SchemeInUse> read_jobs(std::span<const FoundFile> files, Inputs& inputs, JobReceiver& receiver) {
    return JobsReading{inputs, receiver}.read(files);
}

LoadedJobs load_jobs(std::span<const std::string> arguments, Inputs& inputs, base::Diagnostics& diagnostics, std::size_t most,
                     bool stop) {
    const auto files = find_files(inputs.source(), arguments, diagnostics);
    Keeping keeping{diagnostics, most, stop};
    LoadedJobs loaded;
    loaded.scheme = read_jobs(files, inputs, keeping);
    loaded.jobs = std::move(keeping.jobs);
    loaded.found = keeping.found;
    if (!inputs.options().jobs.empty()) put_in_order(loaded.jobs, inputs.options().jobs);
    return loaded;
}

}  // namespace je::study
