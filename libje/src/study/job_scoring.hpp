// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/job.hpp"
#include "je/report/explain_result.hpp"
#include "je/scoring/score.hpp"
#include "je/study/options.hpp"
#include "study/jobs.hpp"

namespace je::study {

// Which jobs the readers of a result may see, for commands that show the totals of all jobs.

/// What posts say of how many people hold their job: several when those that say how many come to two or more; else one when
/// all of them say and come to one; else it is not known. Posts that nobody holds now say nothing of who held them.
enum class Holders { one, several, not_known };
[[nodiscard]] Holders holders_of(std::span<const model::Post> posts);

/// Why a job with these posts, which one person holds or of which nobody says how many do, has no public view (JE-U67).
[[nodiscard]] base::Diagnostic no_public_view(std::span<const model::Post> posts);

/// Keeps from the public the jobs that one person holds, and those of which nobody says how many hold them.
class LeftOutJobs {
public:
    explicit LeftOutJobs(const Options& options) : options_{&options} {}

    /// Whether a job with these posts is not to be shown; counts it if so.
    [[nodiscard]] bool leave_out(std::span<const model::Post> posts);
    /// How many jobs were left out, and why (JE-U66, JE-U94); nothing is said of none.
    void tell(base::Diagnostics& diagnostics) const;
    /// The same for a result to show.
    [[nodiscard]] const report::LeftOutRecords& counts() const { return counts_; }

private:
    const Options* options_;
    report::LeftOutRecords counts_;
};

/// Scores the jobs of a run, and lists what is wrong with those that cannot be used: what receivers do that look at the scores
/// of all jobs.
class JobScoring : public JobReceiver {
protected:
    /// What a job is told that is not complete; nothing in `id`: such a job is scored as it is.
    struct Incomplete {
        std::string id{};
        std::string expected{};
        std::string fix{};
    };
    JobScoring(Inputs& inputs, Incomplete incomplete)
        : inputs_{inputs}, options_{inputs.options()}, incomplete_{std::move(incomplete)} {}

    /// Scores a job into `score_`. False when it is not to be shown, or cannot be used, which bad_job is then told.
    [[nodiscard]] bool score(const FoundJob& found, base::Diagnostics& about);
    /// Enters errors about a job in the list for the result.
    void list_errors(std::string_view job, const base::Diagnostics& about);

    Inputs& inputs_;
    const Options& options_;
    LeftOutJobs left_out_{options_};
    scoring::Score score_;
    std::vector<report::ErrorEntry> errors_;
    std::size_t errors_not_listed_ = 0;

private:
    void add_problems(const FoundJob& found, base::Diagnostics& about) const;

    Incomplete incomplete_;
};

/// The explanation of a job in use, without its list of inputs. Warnings about its levels go into `diagnostics`; nothing is
/// returned when there are errors about them, which go there too.
[[nodiscard]] std::optional<report::ExplainResult> explain_job(const SchemeInUse& scheme, const model::Job& job,
                                                               const Options& options, const report::ExplainOptions& what,
                                                               base::Diagnostics& diagnostics);

/// Refuses an option about weights or floors, of a scheme without points.
[[noreturn]] void refuse_without_points(const model::Scheme& scheme, std::string_view option);

/// `what` cannot be told where bands overlap.
[[nodiscard]] base::Diagnostic no_one_band(std::string_view what);

}  // namespace je::study
