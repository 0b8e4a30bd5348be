// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// A sheet on which other levels and facts can be chosen, with total, band and margins as formulas over a second sheet of the
/// scheme's tables, and what the formulas give for what the job states. `sheet` gets a link. A scheme that formulas cannot
/// follow exactly has no such sheet, and `sheet` says why.
void add_what_if(Plan& plan, const report::WhatIf& what_if, std::size_t sheet);

}  // namespace je::render::xlsx
