// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/weighting.hpp"

#include <algorithm>

#include "study/job_scoring.hpp"
#include "study/outcome.hpp"

namespace je::study {

sensitivity::Weighting weighting_of(const OtherWeights& given, const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    if (!scheme.has_points()) refuse_without_points(scheme, "weight");
    model::WeightingsDraft draft;
    auto& one = draft.weightings.emplace_back();
    one.id.value = "--weight";
    one.reason.value = "Given with --weight.";
    for (const auto& [name, percent] : given.percent)
        one.weights.emplace_back(model::WeightingsDraft::Text{name, {}}, base::Located<base::Decimal>{percent, {}});
    if (given.rest_equal) one.rest = model::WeightingsDraft::Text{"equal", {}};
    base::Diagnostics said;
    auto made = sensitivity::make_weightings(draft, scheme, nullptr, said);
    if (!made) {
        const auto wrong = std::find_if(said.all().begin(), said.all().end(),
                                        [](const auto& one_said) { return one_said.severity == base::Severity::error; });
        throw Refusal{*wrong};
    }
    diagnostics.append(said);
    return std::move(made->front());
}

}  // namespace je::study
