// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/numerics/result.hpp"
#include "scoring/level_chances.hpp"

namespace je::sensitivity {

using LevelsDrawn = std::vector<scoring::LevelChance>;

/// What the factors that rules look at may come to together.
struct TiedOutcome {
    std::optional<model::BandIndex> asked;  // the lowest band that band rules certainly ask for
    std::int64_t units = 0;                 // points of the tied units, in ten-thousandths
    double chance = 0;
};

/// The factors of a scheme that constraints of severity error and band rules look at, with those beside them in a matrix: these
/// cannot be taken one by one.
class TiedLevels {
public:
    TiedLevels(const model::Scheme& scheme, const model::BandTable& table);

    [[nodiscard]] bool is_tied(const model::ScoredUnit& unit) const;
    /// Every outcome once, in the order of bands and points; chances sum to 1. `levels` are those of each factor of the scheme.
    /// Nothing when a combination that could come up is not allowed, or there are too many.
    [[nodiscard]] numerics::Result<std::vector<TiedOutcome>> outcomes(std::span<const LevelsDrawn> levels,
                                                                      const model::Answers& answers) const;

private:
    void tie(const std::vector<model::Condition>& conditions);

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    std::vector<bool> is_tied_;         // by factor
    std::vector<std::size_t> factors_;  // the tied ones
    std::vector<model::ScoredUnit> units_;
};

}  // namespace je::sensitivity
