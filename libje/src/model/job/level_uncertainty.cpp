// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/level_uncertainty.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/job/stated_levels.hpp"

namespace je::model {

namespace {

using Chances = LevelUncertainty::Chances;

void check_scheme(const LevelUncertaintyDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    if (draft.scheme.value.empty() || scheme.is_called(draft.scheme.value)) return;
    diagnostics.error({"JE-Q01", draft.scheme.at,
                       fmt::format("these chances are for scheme '{}', not '{}'", draft.scheme.value, scheme.id().text()),
                       fmt::format("chances for '{}'", scheme.id().text()), "give another --scheme, or correct the file"});
}

bool check_chance(const base::Located<base::Decimal>& chance, base::Diagnostics& diagnostics) {
    const auto units = chance.value.units();
    if (units >= 0 && units <= base::Decimal::units_per_one) return true;
    diagnostics.error({"JE-Q04", chance.at, fmt::format("{} is not a chance", chance.value.to_string()), "a number from 0 to 1",
                       units < 0 ? "write 0 for a level that cannot be" : "write 20 % as 0.2"});
    return false;
}

std::string fix_of_sum(const LevelUncertaintyDraft::Factor& draft, base::Decimal sum) {
    if (draft.chances.empty()) return "write the chance of each level that can be, or take the factor out";
    const auto one = base::Decimal::from_whole(1);
    const bool short_of = sum < one;
    const auto away = short_of ? one - sum : sum - one;
    const bool rounded = away.units() <= static_cast<std::int64_t>(draft.chances.size());
    return fmt::format("{} is {}{}", away.to_string(), short_of ? "missing" : "too much",
                       rounded ? "; write thirds as 0.3333, 0.3333 and 0.3334" : "");
}

void check_sum(const LevelUncertaintyDraft::Factor& draft, base::Decimal sum, base::Diagnostics& diagnostics) {
    if (sum == base::Decimal::from_whole(1)) return;
    diagnostics.error({"JE-Q05", draft.id.at,
                       draft.chances.empty()
                           ? fmt::format("factor '{}' has no chances", draft.id.value)
                           : fmt::format("the chances of factor '{}' sum to {}", draft.id.value, sum.to_string()),
                       "chances of a factor's levels that sum to 1 exactly", fix_of_sum(draft, sum)});
}

/// The chances of one factor; nothing when there was an error.
std::optional<Chances> chances_of(const LevelUncertaintyDraft::Factor& draft, const Factor& factor,
                                  base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    Chances chances(factor.levels.size());
    base::Decimal sum{};
    for (const auto& [level, chance] : draft.chances) {
        const bool good = check_chance(chance, diagnostics);
        const auto index = plain_level(factor, level, "JE-Q03", diagnostics);
        if (!good || !index) continue;
        chances[index->value()] = chance.value;
        sum = sum + chance.value;
    }
    if (diagnostics.errors() > errors_before) return std::nullopt;
    check_sum(draft, sum, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    return chances;
}

std::map<FactorIndex, Chances> factors_of(const std::vector<LevelUncertaintyDraft::Factor>& drafts, const Scheme& scheme,
                                          base::Diagnostics& diagnostics) {
    std::map<FactorIndex, Chances> result;
    for (const LevelUncertaintyDraft::Factor& draft : drafts) {
        const auto index = stated_factor(scheme, draft.id, "JE-Q02", diagnostics);
        if (!index) continue;
        if (auto chances = chances_of(draft, scheme[*index], diagnostics)) result.emplace(*index, *std::move(chances));
    }
    return result;
}

void report_nothing(const base::SourcePosition& at, std::string what, std::string fix, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-Q06", at, fmt::format("{} gives no chances", what),
                       "at least one factor with the chances of its levels", std::move(fix)});
}

}  // namespace

std::optional<LevelUncertainty> LevelUncertainty::make(const LevelUncertaintyDraft& draft, const Scheme& scheme,
                                                       base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    check_scheme(draft, scheme, diagnostics);
    const bool for_this_scheme = diagnostics.errors() == errors_before;
    if (draft.factors.empty() && draft.jobs.empty())
        report_nothing(draft.id.at, fmt::format("'{}'", draft.id.value),
                       "add 'factors: {FACTOR: {LEVEL: 0.8, LEVEL: 0.2}}', with the scheme's codes", diagnostics);
    LevelUncertainty made;
    made.id_ = draft.id.value;
    made.note_ = draft.note;
    if (for_this_scheme) made.for_all_ = factors_of(draft.factors, scheme, diagnostics);
    for (const LevelUncertaintyDraft::Job& job : draft.jobs) {
        if (job.factors.empty())
            report_nothing(job.id.at, fmt::format("the entry for job '{}'", job.id.value),
                           "add 'FACTOR: {LEVEL: 0.8, LEVEL: 0.2}' to it, or take it out", diagnostics);
        if (for_this_scheme) made.by_job_.emplace(job.id.value, factors_of(job.factors, scheme, diagnostics));
        made.job_ids_.push_back(job.id);
    }
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    return made;
}

const LevelUncertainty::Chances* LevelUncertainty::chances_of(std::string_view job, FactorIndex factor) const {
    if (const auto own = by_job_.find(job); own != by_job_.end()) {
        if (const auto found = own->second.find(factor); found != own->second.end()) return &found->second;
    }
    const auto found = for_all_.find(factor);
    return found == for_all_.end() ? nullptr : &found->second;
}

bool LevelUncertainty::is_own(std::string_view job, FactorIndex factor) const {
    const auto own = by_job_.find(job);
    return own != by_job_.end() && own->second.contains(factor);
}

}  // namespace je::model
