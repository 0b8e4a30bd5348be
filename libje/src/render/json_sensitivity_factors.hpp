// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/sensitivity_factors.hpp"
#include "render/json_writer.hpp"

namespace je::render {

/// `"factors":[{"id","weight","effective_weight","jobs_flipped","left_out":{"up","down","same"}|null}]` of the object that is
/// open.
void write_factors(JsonWriter& json, const report::FactorsView& view);

}  // namespace je::render
