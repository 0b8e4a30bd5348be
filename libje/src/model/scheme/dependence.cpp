// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/dependence.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cstdint>

namespace je::model {

namespace {

using boost::multiprecision::int128_t;

/// How many parts a product is held in make a unit of points: ten-thousandths of a percent, of a hundred.
constexpr std::int64_t parts_per_unit = 100 * base::Decimal::units_per_one;

int128_t product_of(Points base, base::Decimal percent) { return int128_t{base.value().units()} * percent.units(); }

int128_t in_parts(Points points) { return int128_t{points.value().units()} * parts_per_unit; }

/// The first step that is no less than the product, which is no more than the last.
std::vector<Points>::const_iterator step_at_or_above(const Series& series, const int128_t& product) {
    return std::partition_point(series.values.begin(), series.values.end(),
                                [&](Points step) { return in_parts(step) < product; });
}

std::optional<Points> rounded(const int128_t& product, const SeriesRounding& rounding) {
    const auto& steps = rounding.to->values;
    if (product < in_parts(steps.front()) || product > in_parts(steps.back())) return std::nullopt;
    const auto above = step_at_or_above(*rounding.to, product);
    if (in_parts(*above) == product) return *above;
    const Points below = *std::prev(above);
    const int128_t from_half = 2 * product - in_parts(below) - in_parts(*above);
    switch (rounding.mode) {
        case RoundingMode::half_up:
            return from_half >= 0 ? *above : below;
        case RoundingMode::half_down:
            return from_half > 0 ? *above : below;
        case RoundingMode::up:
            return *above;
        case RoundingMode::down:
        case RoundingMode::half_even:  // refused where the scheme states it
            break;
    }
    return below;
}

std::optional<Points> unrounded(const int128_t& product) {
    const int128_t units = product / parts_per_unit;
    if (product % parts_per_unit != 0 || units > base::Decimal::largest_units) return std::nullopt;
    return Points{base::Decimal::from_units(static_cast<std::int64_t>(units))};
}

}  // namespace

std::optional<Points> Dependence::points_of(Points base_points, base::Decimal percent) const {
    if (const auto* to_series = std::get_if<SeriesRounding>(&rounding))
        return rounded(product_of(base_points, percent), *to_series);
    if (const auto* to_number = std::get_if<Rounding>(&rounding)) return round_percent(base_points, percent, *to_number);
    return unrounded(product_of(base_points, percent));
}

const Series* Dependence::series() const {
    const auto* to_series = std::get_if<SeriesRounding>(&rounding);
    return to_series == nullptr ? nullptr : to_series->to.get();
}

std::optional<RoundingMode> Dependence::mode() const {
    if (const auto* to_series = std::get_if<SeriesRounding>(&rounding)) return to_series->mode;
    if (const auto* to_number = std::get_if<Rounding>(&rounding)) return to_number->mode;
    return std::nullopt;
}

std::string product_text(Points base, base::Decimal percent) {
    constexpr std::size_t places = 10;  // after the point: four of the points, four of the percentage, two of the hundred
    std::string digits = product_of(base, percent).str();
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

StepsAround steps_around(const Series& series, Points base, base::Decimal percent) {
    const int128_t product = product_of(base, percent);
    const auto above = step_at_or_above(series, product);
    if (in_parts(*above) == product) return {*above, *above};
    const Points below = *std::prev(above);
    return {below, *above, 2 * product == in_parts(below) + in_parts(*above)};
}

}  // namespace je::model
