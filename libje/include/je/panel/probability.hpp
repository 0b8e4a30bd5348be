// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/numerics/result.hpp"
#include "je/panel/case.hpp"

namespace je::panel {

/// The chance of one band; nothing for totals that lie in none.
struct BandChance {
    model::BandOrNone band;
    double chance = 0;
};

/// The chance of each band if every factor's level were drawn at random, by itself, from the individual levels that the panel
/// recorded for it: how firm the outcome is within the panel's own range of views. Exact: the totals' distribution is
/// computed by convolution over exact points, nothing is sampled.
///
/// Bands in the table's order, those that cannot come up left out, "no band" first; together 1 within 1e-12. A factor without
/// individual levels keeps its agreed level. Levels are those after derived levels and modifiers. Nothing, with the reason,
/// when there are no bands, a factor has no level at all or one that a rule decides by a fact not known, a drawn pair is a
/// matrix cell that is not allowed, or the scheme has band rules.
///
/// P(T = t) = sum over p of P(T' = t - p) P(points = p), unit by unit. Source: the definition of a sum of independent
/// variables.
[[nodiscard]] numerics::Result<std::vector<BandChance>> band_chances(const PanelCase& panel_case);

}  // namespace je::panel
