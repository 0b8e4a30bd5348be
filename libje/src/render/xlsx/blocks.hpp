// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// Puts all that a document says on the sheets of a plan.
void place_blocks(Plan& plan, const report::Document& document);

}  // namespace je::render::xlsx
