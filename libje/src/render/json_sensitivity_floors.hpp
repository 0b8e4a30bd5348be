// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/sensitivity_floors.hpp"
#include "render/json_writer.hpp"

namespace je::render {

/// `"floors":{"unit","step","most","jobs":[...],"shifts":[...],"gaps":[...],"slack":[...],"side_by_side":{...}|null,
/// "derived":[...]}` of the object that is open.
void write_floors(JsonWriter& json, const report::FloorsView& view);

}  // namespace je::render
