// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weightings.hpp"

#include "fuzz/targets/records_target.hpp"

namespace {

using namespace je;
using test::require;

/// Weightings that are accepted give each scored unit a share, which sum to 1, and points none of which is below 0.
void ask(const sensitivity::Weighting& weighting) {
    const model::Scheme& scheme = test::records_scheme();
    require(weighting.weights.size() == scheme.units().size(), "weights that are not the scheme's");
    numerics::Fraction sum;
    for (const auto& weight : weighting.weights) {
        require(!(weight < numerics::Fraction{}), "a weight below 0");
        sum = sum + weight;
    }
    require(sum == numerics::Fraction{1}, "weights that do not sum to 1");
    const sensitivity::WeighedPoints weighed{scheme, weighting};
    for (std::size_t u = 0; u < scheme.units().size(); ++u)
        require(!(weighed.of(u, scheme.units()[u].largest()) < numerics::Fraction{}), "points below 0");
}

void make_weightings(const model::WeightingsDraft& draft, const base::SourceTextPtr& text) {
    base::Diagnostics diagnostics;
    const auto weightings = sensitivity::make_weightings(draft, test::records_scheme(), nullptr, diagnostics);
    test::require_good(diagnostics, text);
    test::require_told(draft, weightings.has_value(), diagnostics);
    if (!weightings) return;
    require(weightings->size() == draft.weightings.size(), "weightings were lost");
    for (const auto& weighting : *weightings) ask(weighting);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::WeightingsDraft>(data, size, je::io::read_weightings, nullptr, make_weightings);
    return 0;
}
