// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "je/model/conditions.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// How a scheme comes to bands: points add up to a total that falls in a band, or rules give a band for levels alone.
enum class Method { points, classification };
/// "points", "classification".
[[nodiscard]] std::string_view to_text(Method method);

/// What a deciding rule goes by.
enum class DecideBy {
    when,     // all conditions hold: one band
    agree,    // the level that at least so many of some factors have
    reach,    // the highest level that at least so many of some factors have or exceed
    level_of  // the level of one factor
};
/// "when", "agree", "reach", "level_of".
[[nodiscard]] std::string_view to_text(DecideBy by);

/// A rule that gives a band for levels and facts, in a scheme without points. It holds when its conditions do, or when there is
/// such a level and it has a band.
///
/// More than half of the factors must agree, so that it is never two levels.
struct DecidingRule : RuleHead {
    DecideBy by = DecideBy::when;
    std::vector<Condition> when{};       // of `when`; none: always
    std::optional<BandIndex> band{};     // of `when`
    std::vector<FactorIndex> factors{};  // of `agree` and `reach`, all with the same levels; of `level_of` one
    std::size_t at_least = 0;            // of `agree` and `reach`
    std::vector<std::optional<BandIndex>> band_of_level{};  // of all but `when`; nothing: the rule does not hold
};

/// How a band table without floors gives bands.
struct Deciding {
    bool first_match = false;  // the first rule that holds decides; else no two that hold together give different bands
    std::vector<DecidingRule> rules;
    std::vector<FactorIndex> factors;  // that rules read, in the scheme's order
    std::vector<FactIndex> facts;
    std::vector<std::vector<FactValue>> values;  // of each of these, one value of each part that rules tell apart
};
/// How many combinations of levels, and of those values, rules may tell apart: each is tried to prove that it has one band.
inline constexpr std::size_t most_deciding_combinations = 10'000'000;

}  // namespace je::model
