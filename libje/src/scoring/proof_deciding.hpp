// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// What the rules of a band table give over all combinations of the levels and the values of facts that they tell apart, less
/// those that constraints of severity error forbid whatever else is so. Derivations and modifiers take nothing away.
struct DecidedCombinations {
    struct Count {
        std::size_t rule = 0;  // that decides: of several that hold, the first
        model::BandIndex band{};
        std::uint64_t combinations = 0;
    };
    std::uint64_t combinations = 0;
    std::vector<Count> by;  // by the rules' ids, then by band
};
[[nodiscard]] DecidedCombinations decided_combinations(const model::Scheme& scheme, const model::BandTable& table);

/// Errors: combinations without a band; rules that hold together and differ, unless the first that holds decides; rules that
/// never hold, or decide nothing since earlier ones decide all that they hold for. Warnings: bands that no combination gives;
/// rules by which a higher level of one factor gives a lower band.
void check_deciding(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics);

}  // namespace je::scoring
