// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "commands/sensitivity_jobs.hpp"
#include "commands/sensitivity_options.hpp"
#include "console.hpp"
#include "je/report/common.hpp"
#include "je/sensitivity/tally.hpp"

namespace je::tool {

/// Counts made elsewhere, in place of sampling, and the inputs they were made from.
struct SuppliedTally {
    sensitivity::Tally tally;
    std::size_t jobs = 0;
    std::vector<report::InputFile> inputs;
};

/// The sampled parts of a run over jobs that were read.
class Sampling {
public:
    /// Throws UsageError for what cannot be counted over this grid: a shift of the floors that is no whole number of its units
    /// (JE-G13), central weights or ranks that might not fit 64 bits (JE-G14), --shard or --draws with nothing sampled
    /// (JE-G12). All are kept by reference.
    Sampling(const StudiedJobs& studied, const SensitivityOptions& asked);

    /// Whether shares, central weights or joint scenarios are counted; otherwise all is exact.
    [[nodiscard]] bool needed() const { return options_.shares || options_.joint; }
    [[nodiscard]] sensitivity::Tally count(Console& console);
    /// Writes the scenarios to the file of --draws, when there is one.
    void write_draws(const CommonOptions& common) const;
    /// What a supplied tally has that this run cannot have counted (JE-G11), and inputs that are no longer what they were
    /// (JE-G09).
    [[nodiscard]] base::Diagnostics check(const SuppliedTally& supplied, const std::vector<report::InputFile>& inputs) const;
    /// What all joint scenarios come to; nothing without --joint.
    [[nodiscard]] std::optional<report::JointHeadView> joint_head(const sensitivity::Tally& tally) const;

private:
    void check_options() const;
    void check_work() const;
    [[nodiscard]] numerics::ScenarioRange range() const;
    [[nodiscard]] bool fits(const sensitivity::Tally& tally) const;

    const StudiedJobs& studied_;
    const SensitivityOptions& asked_;
    sensitivity::TallyOptions options_;
};

}  // namespace je::tool
