// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/pairable.hpp"

#include <algorithm>
#include <utility>

namespace je::numerics {

Pairable pairable_units(const RatingTable& table) {
    Pairable result;
    std::vector<bool> took_part(table.raters());
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        auto ratings = given(table.unit(unit));
        if (ratings.size() < 2) {
            ++result.left_out;
            continue;
        }
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            if (table.rating(unit, rater)) took_part[rater] = true;
        }
        result.units.push_back(std::move(ratings));
    }
    result.raters = static_cast<std::size_t>(std::count(took_part.begin(), took_part.end(), true));
    return result;
}

}  // namespace je::numerics
