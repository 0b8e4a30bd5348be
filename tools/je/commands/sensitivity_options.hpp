// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "je/sensitivity/weights.hpp"
#include "options.hpp"

namespace je::tool {

/// What `je sensitivity` was asked for.
struct SensitivityOptions {
    sensitivity::WeightsOptions weights;
    bool with_weights = true;
    bool with_factors = true;
    bool with_floors = false;
    bool with_levels = false;
    std::optional<std::string> level_uncertainty;  // adjacent:P, or a file
    base::Decimal floor_shift = base::Decimal::from_whole(5);
    struct Anchor {
        std::string job;
        std::string band;  // empty: the one it has
    };
    std::vector<Anchor> anchors;
    std::optional<std::string> other_bands;  // a file to put beside the bands in use
};

/// --bands, which may be given twice; --weights, --levels, --factors, --floors; --region, --spread, --min-weight,
/// --concentration,
/// --rescale,
/// --method, --scenarios, --seed, --threads; --floor-shift, --anchor, --level-uncertainty.
[[nodiscard]] std::vector<Option> sensitivity_options();
/// Throws UsageError (JE-U10, JE-U74, JE-U91) for values that mean nothing and options that do not go together.
[[nodiscard]] SensitivityOptions read_sensitivity(const GivenOptions& given);

}  // namespace je::tool
