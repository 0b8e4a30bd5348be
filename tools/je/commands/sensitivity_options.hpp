// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/sensitivity/levels.hpp"
#include "je/sensitivity/tally.hpp"
#include "options.hpp"

namespace je::tool {

/// Levels and floors that are uncertain beside the weights.
struct JointAsked {
    std::optional<sensitivity::AdjacentLevels> levels;  // of --level-uncertainty adjacent:p
    base::Decimal floor_shift{};                        // points
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
    std::optional<std::uint64_t> max_scenarios;  // for je verify: bounds what may be drawn
    bool with_weights = true;
    bool with_factors = true;
    bool factors_first = false;  // they were asked for by name
    bool with_floors = false;
    bool with_levels = false;
    std::optional<JointAsked> joint;
    std::optional<std::string> level_uncertainty;  // adjacent:P, or a file
    base::Decimal floor_shift = base::Decimal::from_whole(5);
    struct Anchor {
        std::string job;
        std::string band;  // empty: the one it has
    };
    std::vector<Anchor> anchors;
    std::optional<std::string> other_bands;  // a file to put beside the bands in use
    std::optional<ShardAsked> shard;
    std::optional<std::string> draws;  // a file to write the scenarios to
};

/// "adjacent:0.1", "adjacent:0.1,ends=stay".
[[nodiscard]] std::string adjacent_levels_text(const sensitivity::AdjacentLevels& levels);

/// --bands, which may be given twice; --weights, --levels, --factors, --floors, --joint, --central; --region, --spread,
/// --min-weight, --concentration, --rescale, --method, --scenarios, --seed, --threads; --floor-shift, --anchor,
/// --level-uncertainty; --shard, --draws.
[[nodiscard]] std::vector<Option> sensitivity_options();
/// Throws UsageError (JE-U10, JE-U74, JE-U91) for values that mean nothing and options that do not go together.
[[nodiscard]] SensitivityOptions read_sensitivity(const GivenOptions& given);

}  // namespace je::tool
