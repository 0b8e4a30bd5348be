// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "je/base/diagnostic.hpp"
#include "je/model/job.hpp"
#include "je/report/common.hpp"
#include "je/study/options.hpp"

namespace je::study {

// Which jobs the readers of a result may see, for commands that show the totals of all jobs.

/// What posts say of how many people hold their job: several when those that say how many come to two or more; else one (or
/// nobody) when all of them say; else it is not known.
enum class Holders { one, several, not_known };
[[nodiscard]] Holders holders_of(std::span<const model::Post> posts);

/// Keeps from the public the jobs that one person holds, and those of which nobody says how many hold them.
class LeftOutJobs {
public:
    explicit LeftOutJobs(const Options& options) : options_{&options} {}

    /// Whether a job with these posts is not to be shown; counts it if so.
    [[nodiscard]] bool leave_out(std::span<const model::Post> posts);
    /// How many jobs were left out, and why (JE-U66, JE-U94); nothing is said of none.
    void tell(base::Diagnostics& said) const;
    /// The same for a result to show.
    [[nodiscard]] const report::LeftOutRecords& counts() const { return counts_; }

private:
    const Options* options_;
    report::LeftOutRecords counts_;
};

}  // namespace je::study
