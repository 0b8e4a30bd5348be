// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// An option of a scored unit that is allowed.
struct AllowedOption {
    std::int64_t points = 0;  // in units of a decimal; unused of a dependent unit
    std::size_t number = 0;   // among the unit's options
};

/// Options that no constraint tells apart: each condition of a constraint holds for all of them or for none.
using OptionClass = std::vector<AllowedOption>;

/// Scored units that constraints of severity error tie together, or of which one depends on the other, directly or through
/// others. A unit of which neither is so stands alone.
struct TiedUnits {
    std::vector<std::size_t> units;                 // in the scheme's order
    std::vector<std::vector<OptionClass>> classes;  // of each unit; none when it allows no option
};

/// All scored units of the scheme, each in one entry, in the order of their first units.
[[nodiscard]] std::vector<TiedUnits> tie_units(const model::Scheme& scheme);

/// The class chosen for each of the tied units.
using ClassChoice = std::vector<std::size_t>;

/// Calls `visit` for every choice of classes that breaks no constraint of severity error while no fact is given. Stops and
/// returns false when more than `limit` partial choices would have to be looked at.
[[nodiscard]] bool visit_allowed(const model::Scheme& scheme, const TiedUnits& tied, std::size_t limit,
                                 const std::function<void(const ClassChoice&)>& visit);

/// Enough for twenty units that constraints split in two each; more than that is not proved.
inline constexpr std::size_t largest_tie = std::size_t{1} << 20;

/// Writes the levels that an option of a unit stands for.
void set_levels(const model::ScoredUnit& unit, const AllowedOption& option, std::vector<model::LevelIndex>& levels);

}  // namespace je::scoring
