// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "je/sensitivity/weights.hpp"
#include "options.hpp"

namespace je::tool {

/// What `je sensitivity` was asked for.
struct SensitivityOptions {
    sensitivity::WeightsOptions weights;
    bool with_weights = true;
};

/// --region, --spread, --min-weight, --concentration, --rescale, --method, --scenarios, --seed, --threads.
[[nodiscard]] std::vector<Option> sensitivity_options();
/// Throws UsageError (JE-U10, JE-U74) for values that mean nothing and options that do not go together.
[[nodiscard]] SensitivityOptions read_sensitivity(const GivenOptions& given);

}  // namespace je::tool
