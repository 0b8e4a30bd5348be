// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/model/scheme.hpp"

namespace je::model {

/// What weighted factors are measured by, when the scheme states it properly; says what is wrong with `max_total`, with
/// `weights` and between them and the factors.
[[nodiscard]] std::optional<WeightScale> make_scale(const SchemeDraft& draft, base::Diagnostics& diagnostics);

/// Sets the rule of a weighted factor, and the points of its levels where there is a scale. `factor` has its levels.
void make_weighted_points(const SchemeDraft::Factor& draft, const std::optional<WeightScale>& scale, Factor& factor,
                          base::Diagnostics& diagnostics);

/// A weight that stands beside points; reported and left out when it is not above zero.
[[nodiscard]] std::optional<base::Located<Weight>> printed_weight(const SchemeDraft::Number& weight, const std::string& called,
                                                                  base::Diagnostics& diagnostics);

/// The weights as stated; nothing for a scheme that states none.
[[nodiscard]] std::optional<StatedWeights> stated_weights(const SchemeDraft& draft);

}  // namespace je::model
