// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/ids.hpp"
#include "je/model/points_rule.hpp"

namespace je::model {

/// Steps of points that products are rounded to, rising.
struct Series {
    std::string id;
    std::vector<Points> values;
};
using SeriesPtr = std::shared_ptr<const Series>;

/// A step of a series, by a mode. There is no half_even.
struct SeriesRounding {
    SeriesPtr to;
    RoundingMode mode = RoundingMode::half_up;
};

/// Points that are a percentage of those of another unit, the base:
///
///     points = base x percent / 100, rounded to a step of a series or to a multiple of a number
///
/// Without rounding they are the product itself. All modes rise with the product, so the lowest base with the lowest percentage
/// gives the fewest points, and the highest with the highest the most.
///
///     dependence.points_of(Points::whole(88), Decimal::from_whole(25));      // 22, half way between 20 and 24: 24 by half-up
struct Dependence {
    UnitIndex base;
    std::variant<std::monostate, Rounding, SeriesRounding> rounding{};

    /// Nothing when the product lies beyond the series, is more than can be held, or is not rounded and takes more than four
    /// digits after the point. No product of a scheme that could be made is such.
    [[nodiscard]] std::optional<Points> points_of(Points base_points, base::Decimal percent) const;

    [[nodiscard]] const Series* series() const;
    [[nodiscard]] std::optional<RoundingMode> mode() const;
};

/// base x percent / 100 in all its digits, of which there may be ten after the point: "9.6".
[[nodiscard]] std::string product_text(Points base, base::Decimal percent);

/// The steps of a series that a product lies between; both the same when it is one of them. The product lies within the series.
struct StepsAround {
    Points below{};
    Points above{};
    bool half_way = false;
};
[[nodiscard]] StepsAround steps_around(const Series& series, Points base, base::Decimal percent);

}  // namespace je::model
