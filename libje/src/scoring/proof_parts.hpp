// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/model/scheme.hpp"

namespace je::scoring {

/// Calls `visit` with the scored units as proofs speak of them: first the factors of their own, then what combines several.
template <class Visit>
void visit_units(const model::Scheme& scheme, const Visit& visit) {
    for (const bool combined : {false, true}) {
        for (const model::ScoredUnit& unit : scheme.units()) {
            if (unit.is_combined() == combined) visit(unit);
        }
    }
}

/// Weights that give points: that they add up, each a multiple of what it is rounded to, and give the largest total that the
/// scheme states. Weights printed beside points: that they are what the points weigh.
void check_weights(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// Warns of neighbouring levels and matrix cells with the same points.
void check_ties(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// Warns of the largest single level step when it is as wide as a band, or wider.
void check_steps(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics);

}  // namespace je::scoring
