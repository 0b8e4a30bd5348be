// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/sensitivity/tally.hpp"

namespace je::report {

/// What one shard of a sampled run counted, and all that tells whether another shard is of the same run:
/// `je-sensitivity-shard/1`.
struct SensitivityShard {
    std::uint64_t shard = 1;  // from 1
    std::uint64_t of = 1;
    std::uint64_t first = 0;  // its scenarios: first to last - 1
    std::uint64_t last = 0;
    std::size_t jobs = 0;
    sensitivity::Tally tally;
    std::vector<InputFile> inputs;
    ToolInfo tool;  // arguments without those that say which shard
};

template <>
const Description& description<SensitivityShard>();

}  // namespace je::report
