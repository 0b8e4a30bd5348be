// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "je/study/sensitivity.hpp"

namespace je::tool {

/// What `je sensitivity` was asked for.
struct SensitivityAsked {
    study::SensitivityOptions what;
    std::size_t threads = 0;
    std::optional<study::ShardOptions> shard;
    std::optional<std::string> draws;  // a file to write the scenarios to
};

/// --bands, which may be given twice; --weights, --levels, --factors, --floors, --joint, --central; --region, --spread,
/// --min-weight, --concentration, --rescale, --method, --scenarios, --seed, --threads; --floor-shift, --anchor,
/// --level-uncertainty; --shard, --draws; --pair and --require.
[[nodiscard]] std::vector<Option> sensitivity_options();
/// Throws UsageError (JE-U10, JE-U74, JE-U91) for values that mean nothing and options that do not go together.
[[nodiscard]] SensitivityAsked read_asked(const GivenOptions& given);

/// Reads all that `je sensitivity` was given. With `supplied` counts, which may be null, it works with these in place of
/// sampling, and gives the result that one run over all scenarios gives.
[[nodiscard]] Work read_sensitivity(const GivenOptions& given, std::shared_ptr<const study::SuppliedTally> supplied);

}  // namespace je::tool
