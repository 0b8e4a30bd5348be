// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/study/other_weights.hpp"
#include "options.hpp"

namespace je::tool {

/// --weight and --weight-rest, which commands take that may show a what-if.
[[nodiscard]] std::vector<Option> weight_options();

/// What they give; nothing where they are not given. Throws UsageError (JE-U26 to U28).
[[nodiscard]] std::optional<study::OtherWeights> read_other_weights(const GivenOptions& given);

}  // namespace je::tool
