// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/report/explain_result.hpp"
#include "je/report/score_result.hpp"
#include "je/report/weighting_result.hpp"
#include "je/scoring/score.hpp"
#include "sensitivity/grid.hpp"
#include "study/inputs.hpp"
#include "study/weighting.hpp"

namespace je::study {

/// Scores under weights that are not the scheme's own: puts points, totals, bands and margins of a what-if in place of the
/// scheme's. A band is decided on the exact total; its stated `max` plays no part, and declared holes do. Rules about bands
/// hold as they do in scoring.
class WeighedScores {
public:
    /// `scheme` outlives this. Throws Refusal for weights that the scheme does not bear.
    WeighedScores(const OtherWeights& given, const SchemeInUse& scheme, base::Diagnostics& diagnostics);

    [[nodiscard]] const report::WeightingHead& head() const { return head_; }
    /// `score` is that of `answers`; the job has been filled in from it.
    void put_into(report::ScoredJob& job, const scoring::Score& score, const model::Answers& answers) const;
    /// `result` explains `job`.
    void put_into(report::ExplainResult& result, const model::Job& job) const;

private:
    WeighedScores(const sensitivity::Weighting& weighting, const SchemeInUse& scheme);

    /// What a score comes to.
    struct Weighed {
        bool complete = true;
        numerics::Fraction lowest, highest;  // totals, in ten-thousandths of a point
        model::BandOrNone points_lowest, points_highest;
        model::BandOrNone band_lowest, band_highest;  // after rules about bands
        std::optional<std::size_t> rule;              // the one that raised band_highest
    };
    [[nodiscard]] Weighed weigh(const scoring::Score& score, const model::Answers& answers) const;
    void find_bands(Weighed& weighed, const scoring::Score& score, const model::Answers& answers) const;
    [[nodiscard]] base::Decimal shown(std::size_t unit, base::Decimal points) const;
    template <class Job>
    void put_totals(Job& job, const Weighed& weighed) const;
    template <class Row>
    void put_points(Row& row, std::size_t unit) const;

    const SchemeInUse* scheme_;
    sensitivity::WeighedPoints points_;
    sensitivity::Ladder ladder_;
    report::WeightingHead head_;
};

}  // namespace je::study
