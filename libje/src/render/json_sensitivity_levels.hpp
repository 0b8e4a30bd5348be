// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/sensitivity_levels.hpp"
#include "render/json_writer.hpp"

namespace je::render {

/// `"levels":{...}` of one job, a field of the object that is open.
void write_sensitivity_levels(JsonWriter& json, const report::LevelsView& view);

}  // namespace je::render
