// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/report/what_if.hpp"

namespace je::render::html {

/// A unit that depends on none with all that depend on it, as one table: an option for each combination of the levels of all
/// their factors, those of the last factor fastest. Of a unit on which nothing depends, the unit itself.
struct WhatIfGroup {
    std::vector<std::size_t> factors;
    std::vector<std::optional<base::Decimal>> points;    // nothing: not all of its units allow these levels
    std::vector<const report::ScoringTables::Unit*> of;  // its units, each after what it depends on
};

/// In the order of the units that depend on none.
[[nodiscard]] std::vector<WhatIfGroup> groups_of(const report::ScoringTables& tables);

/// How many options all groups have together.
[[nodiscard]] std::size_t options_in_groups(const report::ScoringTables& tables);

}  // namespace je::render::html
