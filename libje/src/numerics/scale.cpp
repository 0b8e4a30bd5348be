// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/scale.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <utility>

#include "numerics/number_text.hpp"

namespace je::numerics {

Scale::Scale(std::vector<double> values) : values_{std::move(values)} {
    const bool finite = std::all_of(values_.begin(), values_.end(), [](double value) { return std::isfinite(value); });
    const bool rising = std::adjacent_find(values_.begin(), values_.end(), std::greater_equal<>{}) == values_.end();
    if (!finite || !rising) throw std::invalid_argument("the values of a scale are finite and rise");
}

Scale Scale::whole(int lowest, int highest) {
    std::vector<double> values;
    for (int value = lowest; value <= highest; ++value) values.push_back(value);
    return Scale{std::move(values)};
}

std::optional<std::size_t> Scale::place(double value) const {
    const auto found = std::lower_bound(values_.begin(), values_.end(), value);
    if (found == values_.end() || *found != value) return std::nullopt;
    return static_cast<std::size_t>(found - values_.begin());
}

std::optional<std::string> Scale::misfit(const RatingTable& table) const {
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        for (const double value : given(table.unit(unit))) {
            if (!place(value)) return not_on_scale(value);
        }
    }
    return std::nullopt;
}

double disagreement(Weighting weighting, std::size_t i, std::size_t j) {
    const double steps = i > j ? static_cast<double>(i - j) : static_cast<double>(j - i);
    if (weighting == Weighting::unweighted) return steps == 0 ? 0 : 1;
    return weighting == Weighting::linear ? steps : steps * steps;
}

double largest_disagreement(Weighting weighting, std::size_t levels) {
    return levels < 2 ? 1 : disagreement(weighting, 0, levels - 1);
}

}  // namespace je::numerics
