// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "je/base/interface.hpp"
#include "je/report/score_result.hpp"
#include "je/study/options.hpp"
#include "je/study/other_weights.hpp"

namespace je::study {

struct ScoreOptions {
    bool require_complete = false;         // a job without a level on every factor is an error, not a range
    bool keep_columns = false;             // carry through the columns of CSV files that are not read
    std::optional<OtherWeights> weight{};  // in place of the scheme's own, for a what-if
};

/// Is handed scored jobs one after another, so that a million of them need not be in memory.
class ScoreReceiver : public base::Interface {
public:
    /// Whether jobs need their factors filled in.
    [[nodiscard]] virtual bool needs_factors() const { return true; }
    /// Once, before all else.
    virtual void begin(const report::ScoreHead& head) = 0;
    /// The bands, for people, where there are any; before the first job.
    virtual void bands(report::Table) {}
    /// Whether what columns depend on must be known before the first job: each file is then looked at once more.
    [[nodiscard]] virtual bool needs_shape() const { return false; }
    /// With that, before the first job.
    virtual void shape(report::ScoreShape) {}
    /// Where jobs come from, in words.
    virtual void read_from(std::string) {}
    virtual void job(const report::ScoredJob& job) = 0;
    virtual void end(const report::ScoreTail& tail) = 0;
};

/// Total, band and margins of every job in files and folders, in the order of the files; one bad job does not stop the others.
///
///     const std::vector<std::string> files{"jobs.csv"};
///     const auto outcome = study::score(source, files, {.scheme = "nhs-afc", .scheme_folders = {"schemes"}}, {}, receiver);
///
/// Refused for the view of a sitting panel (JE-U65), when the scheme asked for is not found (JE-U09), and when a CSV file comes
/// without a scheme (JE-U14); the receiver has then got nothing.
[[nodiscard]] Outcome<Done> score(io::Source& source, std::span<const std::string> files, const Options& options,
                                  const ScoreOptions& what, ScoreReceiver& receiver, const Control& control = {});

/// Keeps what it is handed.
class GatheredScores : public ScoreReceiver {
public:
    /// Of more jobs than `most` the result says how many are not shown.
    explicit GatheredScores(std::size_t most = std::numeric_limits<std::size_t>::max(), bool factors = true)
        : most_{most}, factors_{factors} {}

    [[nodiscard]] bool needs_factors() const override { return factors_; }
    void begin(const report::ScoreHead& head) override { result.head = head; }
    void bands(report::Table table) override { result.bands = std::move(table); }
    void read_from(std::string where) override { result.read_from.push_back(std::move(where)); }
    void job(const report::ScoredJob& job) override;
    void end(const report::ScoreTail& tail) override { result.tail = tail; }

    report::ScoreResult result;

private:
    std::size_t most_;
    bool factors_;
};

/// The same with the jobs in memory.
[[nodiscard]] Outcome<report::ScoreResult> score(io::Source& source, std::span<const std::string> files, const Options& options,
                                                 const ScoreOptions& what = {}, const Control& control = {});

}  // namespace je::study
