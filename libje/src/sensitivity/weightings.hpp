// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/sensitivity/options.hpp"
#include "model/scheme/weightings_draft.hpp"
#include "numerics/exact/fraction.hpp"

namespace je::sensitivity {

/// Weights in place of the scheme's own, all exact.
struct Weighting {
    struct Anchor {
        base::Located<std::string> job;
        model::BandIndex band;
    };
    std::string id{};
    std::string reason{};
    std::vector<numerics::Fraction> weights{};  // one for each scored unit, sum 1; 0 for a unit whose points are all 0
    std::optional<FloorRule> floors{};          // how they are made anew; nothing: they are kept
    std::vector<Anchor> anchors{};
    std::optional<model::Rounding> rounding{};  // of each option's points; nothing: totals are fractions
    base::SourcePosition at{};
};

/// "kept", "equal-width", "equal-numbers", "widest-gaps" or "anchors".
[[nodiscard]] std::string_view floors_word(const std::optional<FloorRule>& floors);

/// The weights of the scheme itself, largest points by largest total, as weighting "scheme".
[[nodiscard]] Weighting own_weighting(const model::Scheme& scheme);

/// What a file says, held against a scheme: the named get their shares, a group's share goes to its units in proportion; the
/// rest share what is left in proportion to their own weights, or equally. `table`: whose bands anchors name; null: none.
/// Reports every mistake (JE-Z01 to JE-Z16), and gives nothing when there was one.
///
/// A point's worth under a weighting is points x w / w0, which is exact: a weighting whose totals do not fit 126 bits as whole
/// numbers of one common part of a point is refused (JE-Z16).
[[nodiscard]] std::optional<std::vector<Weighting>> make_weightings(const model::WeightingsDraft& draft,
                                                                    const model::Scheme& scheme, const model::BandTable* table,
                                                                    base::Diagnostics& diagnostics);

/// How far weights are from the scheme's: half the sum of |w - w0|, and the greatest |w / w0 - 1|.
struct WeightDistance {
    numerics::Fraction moved;
    numerics::Fraction largest_relative;
};
[[nodiscard]] WeightDistance distance_from(const Weighting& own, const Weighting& other);

/// The points of a scheme under a weighting.
///
///     const WeighedPoints weighed{scheme, weighting};
///     weighed.total(points);      // in ten-thousandths of a point: sum of points x w / w0, over the scored units
class WeighedPoints {
public:
    /// Throws std::overflow_error where 126 bits do not hold the totals, which make_weightings has refused.
    WeighedPoints(const model::Scheme& scheme, const Weighting& weighting);

    /// `points` of scored unit `unit`, in ten-thousandths of a point; a whole number of `rounding.to` where points are rounded.
    [[nodiscard]] numerics::Fraction of(std::size_t unit, model::Points points) const;
    /// `points`: one number for each scored unit.
    [[nodiscard]] numerics::Fraction total(std::span<const model::Points> points) const;
    /// Of the largest points of all units: the scheme's own largest total, unless points are rounded.
    [[nodiscard]] const numerics::Fraction& largest_total() const { return largest_total_; }

private:
    [[nodiscard]] numerics::Int128 worth(std::size_t unit, model::Points points) const;

    std::vector<numerics::Int128> parts_;  // in one ten-thousandth of a point of each unit
    numerics::Int128 denominator_ = 1;     // so many make a ten-thousandth of a point
    std::optional<model::Rounding> rounding_;
    numerics::Fraction largest_total_;
};

/// A total in ten-thousandths as it is shown: half up to four digits after the point.
[[nodiscard]] base::Decimal shown_total(const numerics::Fraction& total);

}  // namespace je::sensitivity
