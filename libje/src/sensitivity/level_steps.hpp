// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/sensitivity/levels.hpp"

namespace je::sensitivity {

/// Moves levels of one job after another, under one scheme and table.
class LevelSteps {
public:
    LevelSteps(const model::Scheme& scheme, const model::BandTable& table);

    /// Sets out.one_step, for a job that is complete and without errors.
    void add_one_step(const model::Answers& answers, const scoring::Score& score, JobLevels& out);
    /// Sets out.pairs from out.one_step of the same job; `keep` 0 keeps all.
    void add_pairs(const model::Answers& answers, const scoring::Score& score, std::size_t keep, JobLevels& out);

private:
    struct Pair {
        std::int64_t moved = 0;  // units of points, either way
        std::size_t first = 0;   // positions in one_step
        std::size_t second = 0;
        Moved result{};
    };

    [[nodiscard]] Moved judge(const scoring::Score& score, const scoring::Score& now) const;
    [[nodiscard]] OneStep try_step(model::FactorIndex factor, model::LevelIndex from, model::LevelIndex to,
                                   const scoring::Score& now);
    [[nodiscard]] Moved try_pair(const OneStep& first, const OneStep& second, const scoring::Score& now);
    [[nodiscard]] bool adds_up(const OneStep& first, const OneStep& second) const;

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    bool points_alone_ = true;  // no rule looks at levels of several factors: what two steps come to adds up
    model::Answers answers_;
    scoring::Score score_;
    std::vector<Pair> changing_;
};

}  // namespace je::sensitivity
