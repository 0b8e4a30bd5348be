// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/band_table.hpp"
#include "je/report/description.hpp"

namespace je::report {

// What other weights than the scheme's own come to: a what-if, and no outcome.

/// The weight of one factor or matrix. Fractions are exact texts such as "3/8".
struct UnitWeightView {
    std::string id{};
    std::string name{};
    std::string short_name{};  // empty: the scheme states none
    std::string weight{};
    double share = 0;  // the same, for showing
};

/// A job under another weighting.
struct WeighedJobView {
    std::string id{};
    base::Decimal total{};                     // half up to four digits
    std::optional<std::string> total_exact{};  // "3680/7"; only where four digits are not exact
    std::optional<std::string> band{};         // decided on the exact total
    model::BandMove direction = model::BandMove::same;
    std::size_t rank = 1;
    std::int64_t rank_change = 0;
};

struct NewFloorView {
    std::string band{};
    base::Decimal floor{};
};

/// One weighting: what it is, and where it stands.
struct WeightingHead {
    std::string id{};
    std::string reason{};
    std::vector<UnitWeightView> weights{};  // of what has points, in the scheme's order
    std::string moved{};                    // half the sum of |w - w0|: "1/5"
    std::string largest_relative{};         // the greatest |w / w0 - 1|
    double moved_share = 0;                 // the two for showing
    double largest_relative_share = 0;
    std::string floors{};                       // "kept", "equal-width", ...
    std::optional<base::Decimal> rounded_to{};  // of each level's points
    std::string rounding_mode{};
    base::Decimal largest_total{};
};

/// All jobs under one weighting, those with the highest total under the scheme's own weights first.
struct WeightingView {
    WeightingHead head{};
    std::vector<NewFloorView> new_floors{};  // empty: the floors of the table
    model::BandMoves moves{};
    std::vector<WeighedJobView> jobs{};
};

/// What every result says that rests on another weighting than the scheme's.
inline constexpr std::string_view weighting_caution =
    "These weights are not the scheme's own: this is a what-if, and no outcome. No job has these points or this band.";

Description describe(Of<WeightingHead>);
Description describe(Of<WeightingView>);

}  // namespace je::report
