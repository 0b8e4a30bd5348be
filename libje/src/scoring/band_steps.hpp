// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/model/scheme.hpp"

namespace je::scoring {

/// Warns of the largest single level step when it is as wide as a band, or wider.
void check_steps(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics);

}  // namespace je::scoring
