// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"
#include "scoring/proof.hpp"
#include "scoring/sum_bits.hpp"

namespace je::scoring {

/// What one part of a job may give, whatever the other parts give: sums, rising, each once, in units of a decimal.
using PartSums = std::vector<std::int64_t>;

/// What a job may give: a part for each unit that depends on none, with all that depends on it, or for several of these that
/// facts not known tie together.
struct JobParts {
    std::vector<PartSums> parts;
    bool exact =
        true;  // false: facts tie so much together that these factors were taken one by one, so that there may be too many

    [[nodiscard]] model::Points smallest() const;
    [[nodiscard]] model::Points largest() const;
};
/// Nothing when a unit has no points that it may have, or too many choices of options together with those that depend on it.
[[nodiscard]] std::optional<JobParts> parts_of_job(const model::Scheme& scheme, const model::Answers& answers,
                                                   const std::vector<FactorScore>& factors);

/// Every total that the parts of a job add up to.
struct JobSums {
    TotalsGrid grid;
    SumBits sums{0};

    /// The first that is `from` or more.
    [[nodiscard]] std::optional<model::Points> first_from(model::Points from) const;
};
/// Nothing when there are too many to look at for one job.
[[nodiscard]] std::optional<JobSums> sums_of(const JobParts& parts);

/// The points that a unit may have, together with all that depend on it; nothing when they are too many.
[[nodiscard]] std::optional<PartSums> possible_points(const model::Scheme& scheme, std::size_t root,
                                                      const std::vector<FactorScore>& factors);

}  // namespace je::scoring
