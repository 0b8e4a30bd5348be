// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_sensitivity_factors.hpp"

#include "render/json_parts.hpp"

namespace je::render {

void write_factors(JsonWriter& json, const report::FactorsView& view) {
    json.line().key("factors").open_array();
    for (const report::FactorEffectView& factor : view.factors) {
        json.line().open_object().field("id", factor.id).key("weight").number(factor.weight).key("effective_weight");
        if (factor.effective_weight)
            json.number(*factor.effective_weight).field_if("effective_weight_note", effective_weight_note(factor));
        else
            json.null().field("effective_weight_reason", view.no_effective_weight);
        json.field("jobs_flipped", factor.jobs_flipped).key("left_out");
        if (factor.left_out) {
            write_moves(json.open_object(), factor.left_out->moves);
            json.close_object();
        } else {
            json.null();
        }
        json.close_object();
    }
    json.close_array();
}

}  // namespace je::render
