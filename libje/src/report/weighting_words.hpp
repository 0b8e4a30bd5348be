// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/document.hpp"
#include "je/report/weighting_result.hpp"

namespace je::report {

/// That the result is a what-if, and which weights it rests on.
void add_weighting(Document& document, const WeightingHead& head);

}  // namespace je::report
