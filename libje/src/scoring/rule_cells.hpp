// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/model/scheme.hpp"
#include "model/scheme/fact_cells.hpp"

namespace je::scoring {

/// Cuts the values of a fact wherever a question, derivation, modifier, constraint or band rule of the scheme tells two of them
/// apart.
void cut_by_rules(model::FactCells& cells, const model::Scheme& scheme, model::FactIndex fact);

}  // namespace je::scoring
