// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/base/diagnostic.hpp"
#include "je/report/report_result.hpp"

namespace je::study {

/// Whether all parts stand under one edition of one scheme and under the same floors of bands. An error when not (JE-M08).
[[nodiscard]] bool check_one_basis(const report::ReportResult& result, base::Diagnostics& diagnostics);

/// Enters the inputs of all parts in the list of the report, each file once. A report for the public numbers them.
void gather_inputs(report::ReportResult& result);

}  // namespace je::study
