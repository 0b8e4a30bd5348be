// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv/csv_jobs.hpp"
#include "je/base/interface.hpp"
#include "je/model/job.hpp"
#include "study/inputs.hpp"

namespace je::study {

inline constexpr std::size_t errors_listed = 1000;  // in a result, of jobs that could not be read; all are counted

/// A job as it is come upon: a questionnaire, or a row of a CSV file.
class FoundJob {
public:
    FoundJob(const SchemeInUse& scheme, const model::Job& job) : scheme_{&scheme}, job_{&job} {}
    FoundJob(const SchemeInUse& scheme, const io::CsvJob& row, const io::CsvJobReader& reader,
             std::span<const std::string> kept)
        : scheme_{&scheme}, row_{&row}, reader_{&reader}, kept_{kept} {}

    [[nodiscard]] const SchemeInUse& scheme() const { return *scheme_; }
    [[nodiscard]] const std::string& id() const { return job_ ? job_->id().text() : row_->id; }
    [[nodiscard]] const std::string& title() const { return job_ ? job_->title() : row_->title; }
    [[nodiscard]] const std::optional<std::string>& family() const { return job_ ? job_->family() : row_->family; }
    /// The questionnaire; null for a CSV row, which is not one.
    [[nodiscard]] const model::Job* job() const { return job_; }
    /// The questionnaire's note; empty for a CSV row.
    [[nodiscard]] std::string_view note() const { return job_ ? std::string_view{job_->note()} : std::string_view{}; }
    [[nodiscard]] const model::Answers& answers() const { return job_ ? job_->answers() : row_->answers; }
    /// What the questionnaire, or the row, says of who holds the job.
    [[nodiscard]] std::span<const model::Post> posts() const {
        return job_ ? job_->posts() : std::span<const model::Post>{row_->posts};
    }
    /// The cells carried through, under the names given to JobReceiver::columns.
    [[nodiscard]] std::span<const std::string> kept() const { return kept_; }
    /// The whole job; a CSV row becomes one that states levels and facts, and who holds it.
    [[nodiscard]] model::Job to_job() const;

private:
    const SchemeInUse* scheme_;
    const model::Job* job_ = nullptr;
    const io::CsvJob* row_ = nullptr;
    const io::CsvJobReader* reader_ = nullptr;
    std::span<const std::string> kept_;
};

/// Is handed the jobs of a run one after another, in the order of the files and within them.
class JobReceiver : public base::Interface {
public:
    /// What the jobs are scored under; before the first of them, and never when there is none.
    virtual void begin(const SchemeInUse& scheme) = 0;
    /// Whether cells that are not read are carried through.
    [[nodiscard]] virtual bool keeps_columns() const { return false; }
    /// Whether it must be known before the first job which columns there are.
    [[nodiscard]] virtual bool needs_columns() const { return false; }
    /// With that, before the first job: whether any job states its family, and the names of columns that are carried through.
    virtual void columns(bool, std::span<const std::string>) {}
    /// A CSV file whose separator was found.
    virtual void csv_file(const std::string& name, char separator) = 0;
    /// A job whose form is right, with anything said about it (warnings). Not called for jobs that --job leaves out.
    virtual void job(const FoundJob& job, base::Diagnostics&& diagnostics) = 0;
    /// What was said about a job that cannot be used, or about a file; `job` is its id where it is known, else empty.
    virtual void bad_job(std::string_view job, base::Diagnostics&& diagnostics) = 0;
    /// Whether no more jobs are wanted; those that follow are then not read.
    [[nodiscard]] virtual bool has_enough() const { return false; }
};

/// Reads all jobs of `files` and hands them on, one bad job not stopping the others. All jobs of a run are under one scheme:
/// that of --scheme, else the one the first job names (JE-U13 for others). Ids must be unique over all files (JE-U12); an id of
/// --job that is not there is JE-U11. Gives the scheme; null when none was found.
[[nodiscard]] std::shared_ptr<const SchemeInUse> read_jobs(std::span<const FoundFile> files, Inputs& inputs,
                                                           JobReceiver& receiver);

/// Jobs of a run in memory: for commands that look at few of them closely.
struct LoadedJobs {
    std::shared_ptr<const SchemeInUse> scheme;  // null: no job could be used
    std::vector<model::Job> jobs;               // in the order of --job where given, else of the files
    std::uint64_t found = 0;                    // those that are not kept too
};
/// Keeps the first `most` jobs and counts the others; with `stop`, does not read on once there are more than that.
[[nodiscard]] LoadedJobs load_jobs(std::span<const std::string> arguments, Inputs& inputs, base::Diagnostics& diagnostics,
                                   std::size_t most, bool stop);

}  // namespace je::study
