// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/study/other_weights.hpp"
#include "sensitivity/weightings.hpp"

namespace je::study {

/// The weighting that options give, as weighting "--weight". Throws Refusal for what the scheme does not bear; that it is the
/// scheme's own is noted.
[[nodiscard]] sensitivity::Weighting weighting_of(const OtherWeights& given, const model::Scheme& scheme,
                                                  base::Diagnostics& diagnostics);

}  // namespace je::study
