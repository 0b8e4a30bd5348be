// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// What `je check` proves of a valid scheme, beyond what made it valid; everything found is reported.
/// Errors: weights that do not add up beyond their stated rounding; a reachable total in no band (unless the table is open-ended
/// or declares the hole). Warnings: a band that no total can reach; a single level step as wide as a band or wider; a
/// declared hole that no total reaches; a level that constraints make unusable; illustrative or unverified status; figures with no source.
void check_scheme(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// The proofs about bands, for tables used in place of the scheme's own.
void check_bands(const model::Scheme& scheme, std::span<const model::BandTable> tables, base::Diagnostics& diagnostics);

}  // namespace je::scoring
