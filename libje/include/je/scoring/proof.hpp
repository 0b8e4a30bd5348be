// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// What `je check` proves of a valid scheme, beyond what made it valid; everything found is reported.
///
/// Errors: weights that do not add up (their sum may differ from the total by at most half of `rounded_to` a weight,
/// exactly), that are no multiples of `rounded_to`, or that give another largest total than `max_total`; rules that no
/// combination of levels keeps. Warnings: neighbouring levels or cells with the same points; printed weights that are not what
/// the points weigh; a level that rules or matrix cells make unusable; a
/// modifier that raises a level past the one above it, so that raising a level may lower a total; illustrative or
/// unverified status; figures with no source (not of illustrative schemes, which say so already).
/// And all that `check_bands` and `check_pay` prove, for the scheme's own tables.
void check_scheme(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// The proofs about bands, also for tables used in place of the scheme's own.
///
/// Errors: a reachable total in no band, unless the table declares the hole (each names an example and levels that add up to
/// it); a band rule that asks for a band which the table does not have. Warnings: a band that no total can reach; a declared
/// hole that no total reaches; a single level step as wide as a band or wider, so that any job of that band leaves it by this
/// step alone (a band is as wide as from its floor to the next; the last has no width); totals too many to prove anything
/// about.
void check_bands(const model::Scheme& scheme, std::span<const model::BandTable> tables, base::Diagnostics& diagnostics);

/// What pay tables say beside the band tables that are in force on one of their days. Warnings: a band without a range beside
/// bands with one; a range that begins or ends lower than that of the band below.
void check_pay(std::span<const model::BandTable> tables, std::span<const model::PayTable> pay, base::Diagnostics& diagnostics);

}  // namespace je::scoring
