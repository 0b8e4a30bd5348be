// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/reader.hpp"

#include "fuzz/targets/records_target.hpp"

namespace {

using namespace je;
using test::require;

/// Chances that are accepted are those of the factor's levels, none below 0, and sum to exactly 1.
void ask(const model::LevelUncertainty& uncertainty, std::string_view job) {
    const model::Scheme& scheme = test::records_scheme();
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) {
        const model::FactorIndex factor{f};
        const auto* chances = uncertainty.chances_of(job, factor);
        require(chances != nullptr || !uncertainty.is_own(job, factor), "own chances that are not there");
        if (chances == nullptr) continue;
        require(chances->size() == scheme[factor].levels.size(), "chances that are not the factor's");
        base::Decimal sum{};
        for (const auto chance : *chances) {
            require(chance.units() >= 0, "a chance below 0");
            sum = sum + chance;
        }
        require(sum == base::Decimal::from_whole(1), "chances that do not sum to 1");
    }
}

void make_uncertainty(const model::LevelUncertaintyDraft& draft, const base::SourceTextPtr& text) {
    base::Diagnostics diagnostics;
    const auto uncertainty = model::LevelUncertainty::make(draft, test::records_scheme(), diagnostics);
    test::require_good(diagnostics, text);
    test::require_told(draft, uncertainty.has_value(), diagnostics);
    if (!uncertainty) return;
    require(uncertainty->jobs().size() == draft.jobs.size(), "jobs were lost");
    ask(*uncertainty, "");
    for (const auto& job : uncertainty->jobs()) ask(*uncertainty, job.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::LevelUncertaintyDraft>(data, size, je::io::read_uncertainty, nullptr, make_uncertainty);
    return 0;
}
