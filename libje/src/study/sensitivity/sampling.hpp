// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/report/common.hpp"
#include "je/study/sensitivity.hpp"
#include "sensitivity/tally.hpp"
#include "study/sensitivity/jobs.hpp"

namespace je::study {

/// The scenarios of a shard.
[[nodiscard]] numerics::ScenarioRange range_of(const ShardOptions& shard, std::uint64_t scenarios);

/// The sampled parts of a run over jobs that were read.
class Sampling {
public:
    /// Throws Refusal for what cannot be counted over this grid: a shift of the floors that is no whole number of its units
    /// (JE-G13), central weights or ranks that might not fit 64 bits (JE-G14), a shard or draws with nothing sampled
    /// (JE-G12). All are kept by reference; `shard` is null for a run over all scenarios.
    Sampling(const StudiedJobs& studied, const SensitivityOptions& what, const ShardOptions* shard, const Control& control);

    /// Whether shares, central weights or joint scenarios are counted; otherwise all is exact.
    [[nodiscard]] bool needed() const { return options_.shares || options_.joint; }
    [[nodiscard]] sensitivity::Tally count();
    /// Hands the scenarios to who asked for them.
    void list_draws() const;
    /// What a supplied tally has that this run cannot have counted (JE-G11), and inputs that are no longer what they were
    /// (JE-G09).
    [[nodiscard]] base::Diagnostics check(const SuppliedTally& supplied, const std::vector<report::InputFile>& inputs) const;
    /// What all joint scenarios come to; nothing where none are asked for.
    [[nodiscard]] std::optional<report::JointHeadView> joint_head(const sensitivity::Tally& tally) const;

private:
    void check_options() const;
    void check_work() const;
    [[nodiscard]] numerics::ScenarioRange range() const;
    [[nodiscard]] bool fits(const sensitivity::Tally& tally) const;

    const StudiedJobs& studied_;
    const SensitivityOptions& what_;
    const ShardOptions* shard_;
    const Control& control_;
    sensitivity::TallyOptions options_;
};

}  // namespace je::study
