// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/study/sensitivity.hpp"

namespace je::study {

/// A `je-sensitivity-shard/1` file as it was read.
struct ReadShard {
    std::string file;
    report::SensitivityShard shard;
};

/// All shards of a run, added up: `tally` for SensitivityOptions::supplied, and what the run was asked for.
struct MergedShards {
    std::shared_ptr<const SuppliedTally> tally;
    std::vector<std::string> arguments;
};

/// Nothing, with the reason in `said`: not JSON (JE-V01 to V04), not a shard (JE-G01), or one that je did not write so
/// (JE-G02).
[[nodiscard]] std::optional<ReadShard> read_shard(const base::SourceTextPtr& text, const io::Limits& limits,
                                                  base::Diagnostics& said);

/// Adds shards up. Nothing, with every reason in `said`, when they were made with other arguments (JE-G03), from other files
/// (JE-G04), by another version of je (JE-G05), divided otherwise (JE-G06), when one is there twice (JE-G07) or missing
/// (JE-G08), or when their counts do not add up (JE-G11).
[[nodiscard]] std::optional<MergedShards> merge_shards(std::span<const ReadShard> shards, base::Diagnostics& said);

}  // namespace je::study
