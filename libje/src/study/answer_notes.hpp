// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/base/diagnostic.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::study {

/// What je check says of answers that do not stand where the answers lead: a warning of each whose question cannot come up, a
/// note of each that counts only should its question come up, and a note of each fact that nothing asks.
void note_answers(const model::Scheme& scheme, const model::Job& job, base::Diagnostics& diagnostics);

}  // namespace je::study
