// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"
#include "scoring/job_sums.hpp"

namespace je::scoring {

/// Sets the bands of a score whose factors, units and totals are found; null: no table. `sums` are all totals that answers
/// leave, of a job that is not complete; null: those of the range.
void find_bands(Score& out, const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers,
                const JobSums* sums);

}  // namespace je::scoring
