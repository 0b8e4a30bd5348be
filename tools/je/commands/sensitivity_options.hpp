// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/sensitivity/tally.hpp"
#include "options.hpp"

namespace je::tool {

/// Levels and floors that are uncertain beside the weights.
struct JointAsked {
    std::optional<base::Decimal> level_chance;  // of --level-uncertainty adjacent:p
    base::Decimal floor_shift{};                // points
};

/// One of the parts that a sampled run is divided into.
struct ShardAsked {
    std::uint64_t number = 1;  // from 1
    std::uint64_t of = 1;
    [[nodiscard]] numerics::ScenarioRange range(std::uint64_t scenarios) const;
};

/// What `je sensitivity` was asked for.
struct SensitivityOptions {
    sensitivity::WeightsOptions weights;
    bool with_weights = true;
    std::optional<JointAsked> joint;
    std::optional<ShardAsked> shard;
    std::optional<std::string> draws;  // a file to write the scenarios to
};

/// The p of "adjacent:p", from 0 to 1; nothing for any other text.
[[nodiscard]] std::optional<base::Decimal> parse_adjacent_levels(std::string_view text);
/// The other way round.
[[nodiscard]] std::string adjacent_levels_text(base::Decimal chance);

/// --region, --spread, --min-weight, --concentration, --rescale, --method, --scenarios, --seed, --threads, --central, --joint,
/// --level-uncertainty, --floor-shift, --shard, --draws.
[[nodiscard]] std::vector<Option> sensitivity_options();
/// Throws UsageError (JE-U10, JE-U74, JE-G13) for values that mean nothing and options that do not go together.
[[nodiscard]] SensitivityOptions read_sensitivity(const GivenOptions& given);

}  // namespace je::tool
