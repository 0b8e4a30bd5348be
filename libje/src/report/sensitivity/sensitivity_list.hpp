// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/sensitivity_result.hpp"

namespace je::report {

/// Many jobs, one line each, in the order of the result: where they stand and what weights can do, then what other levels can.
void add_job_list(Document& document, const SensitivityResult& result);

}  // namespace je::report
