// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "numerics/base_total.hpp"

namespace je::numerics {
namespace {

[[noreturn]] void too_large() { throw std::overflow_error("points or floors exceed 10^15 units"); }

bool within(std::int64_t value) { return value >= -largest_size_of_points && value <= largest_size_of_points; }

}  // namespace

BaseTotal base_total(const Weighing& weighing) {
    if (weighing.points.empty()) throw std::invalid_argument("a job without factors has no weights");
    if (weighing.points.size() != weighing.largest.size()) throw std::invalid_argument("one largest number of points a factor");
    BaseTotal total;
    for (std::size_t f = 0; f < weighing.points.size(); ++f) {
        if (weighing.largest[f] < 1) throw std::invalid_argument("a factor's largest points are above 0");
        if (!within(weighing.points[f]) || !within(weighing.largest[f])) too_large();
        total.largest += weighing.largest[f];
        if (total.largest > largest_size_of_points) too_large();
        total.points += weighing.points[f];
    }
    return total;
}

void require_weighing(const Weighing& weighing) { static_cast<void>(base_total(weighing)); }

void require_threshold(std::int64_t threshold) {
    if (!within(threshold)) too_large();
}

}  // namespace je::numerics
