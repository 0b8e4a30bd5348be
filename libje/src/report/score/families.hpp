// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/score_result.hpp"

namespace je::report {

/// How many jobs of each family are in which band, as a section with a figure; nothing where no job states its family or there
/// are no bands.
void add_families(Document& document, const ScoreResult& result);
/// The same as paragraphs, for what comes behind a table that is too long to hold.
void add_families_in_words(Document& document, const ScoreResult& result);

}  // namespace je::report
