// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>

#include "numerics/exact/fraction.hpp"
#include "numerics/exact/wide.hpp"
#include "numerics/weights/weights.hpp"

namespace je::numerics {
namespace {

// Much of what follows is written once for Int128, used where bounds show that nothing overflows, and for Wide.

int bits_of_largest(std::span<const std::int64_t> points) {
    int most = 0;
    for (const std::int64_t value : points) most = std::max(most, bits_of(value));
    return most;
}

/// Sums of multiplied points and largest points, the multipliers times the spread's denominator.
template <class Whole>
struct WeighedSums {
    Whole points;
    Whole largest;
};

/// The highest total over the box when `sign` is 1; when it is -1, minus the lowest.
template <class Whole>
class BoxSearch {
public:
    BoxSearch(const Weighing& weighing, const BaseTotal& base, const Fraction& spread, int sign)
        : weighing_{weighing},
          base_{base},
          raised_{Whole(spread.denominator()) + Whole(spread.numerator())},
          lowered_{Whole(spread.denominator()) - Whole(spread.numerator())},
          sign_{sign} {}

    [[nodiscard]] Fraction highest() const {
        WeighedSums<Whole> best{Whole(sign_ * base_.points), Whole(base_.largest)};
        for (;;) {
            const WeighedSums<Whole> next = better(best);
            if (next.points * best.largest <= best.points * next.largest) break;
            best = next;
        }
        return fraction_of(Whole{sign_ * base_.largest * best.points}, best.largest);
    }

private:
    /// Raises the factors whose share of points is at or above the ratio, lowers the others.
    [[nodiscard]] WeighedSums<Whole> better(const WeighedSums<Whole>& than) const {
        WeighedSums<Whole> sums{0, 0};
        for (std::size_t f = 0; f < weighing_.points.size(); ++f) {
            const Whole points = Whole(sign_ * static_cast<Int128>(weighing_.points[f]));
            const Whole largest = Whole(weighing_.largest[f]);
            const Whole& multiplier = points * than.largest >= than.points * largest ? raised_ : lowered_;
            sums.points += multiplier * points;
            sums.largest += multiplier * largest;
        }
        return sums;
    }

    Weighing weighing_;
    BaseTotal base_;
    Whole raised_, lowered_;
    int sign_;
};

template <class Whole>
TotalRange range_of_box(const Weighing& weighing, const BaseTotal& base, const Fraction& spread) {
    return {BoxSearch<Whole>{weighing, base, spread, -1}.highest(), BoxSearch<Whole>{weighing, base, spread, 1}.highest()};
}

template <class Whole>
TotalRange range_without_rescaling(const Weighing& weighing, const BaseTotal& base, const Fraction& spread) {
    Int128 sizes = 0;
    for (const std::int64_t points : weighing.points) sizes += points < 0 ? -points : points;
    const Whole parts = Whole(spread.denominator());
    const Whole middle = parts * Whole(base.points);
    const Whole half = Whole(spread.numerator()) * Whole(sizes);
    return {fraction_of(Whole{middle - half}, parts), fraction_of(Whole{middle + half}, parts)};
}

/// The factors with the smallest and the largest share of their points.
struct Extremes {
    std::size_t lowest = 0;
    std::size_t highest = 0;
};
Extremes extremes(const Weighing& weighing) {
    Extremes found;
    for (std::size_t f = 1; f < weighing.points.size(); ++f) {
        if (share_difference(weighing, f, found.lowest) < 0) found.lowest = f;
        if (share_difference(weighing, f, found.highest) > 0) found.highest = f;
    }
    return found;
}

/// The least common multiple of the largest points; 0 when it has 63 bits or more.
std::int64_t common_multiple(std::span<const std::int64_t> largest) {
    Int128 common = 1;
    for (const std::int64_t value : largest) {
        common *= value / std::gcd(static_cast<std::int64_t>(common), value);
        if (bits_of(common) > 62) return 0;
    }
    return static_cast<std::int64_t>(common);
}

Wide common_multiple_wide(std::span<const std::int64_t> largest) {
    Wide common = 1;
    for (const std::int64_t value : largest) common = lcm(common, Wide{value});
    return common;
}

/// With a/b the least weight: M (a sum p_f/m_f + (b - F a) p_e/m_e) / b over the common multiple of all m_f.
template <class Whole>
TotalRange range_of_simplex(const Weighing& weighing, const BaseTotal& base, const Fraction& least, const Whole& common) {
    Whole sum = 0;
    for (std::size_t f = 0; f < weighing.points.size(); ++f) {
        sum += common / Whole(weighing.largest[f]) * Whole(weighing.points[f]);
    }
    const Whole shared = Whole(least.numerator()) * sum;
    const Whole left = Whole(least.denominator()) - Whole(least.numerator()) * Whole(weighing.points.size());
    const Whole largest = Whole(base.largest);
    const auto with_rest_at = [&](std::size_t f) {
        const Whole rest = left * (common / Whole(weighing.largest[f])) * Whole(weighing.points[f]);
        return fraction_of(Whole{largest * (shared + rest)}, Whole{Whole(least.denominator()) * common});
    };
    const Extremes ends = extremes(weighing);
    return {with_rest_at(ends.lowest), with_rest_at(ends.highest)};
}

int bits_of_count(const Weighing& weighing) { return bits_of(static_cast<Int128>(weighing.points.size())); }

}  // namespace

TotalRange spread_range(const Weighing& weighing, const Fraction& spread, Rescale rescale) {
    const BaseTotal base = base_total(weighing);
    if (spread < 0 || spread > 1) throw std::invalid_argument("a spread is from 0 to 1");
    const Fraction lowest_terms = spread.reduced();
    // Sums have the bits of a multiplier, of the points and of the number of factors.
    const int multiplier = bits_of(lowest_terms.denominator()) + 1;
    const int points = bits_of_largest(weighing.points) + bits_of_count(weighing) + multiplier;
    const int largest = bits_of(base.largest) + multiplier;
    const bool quick = points + largest <= 126;
    if (rescale == Rescale::max)
        return quick ? range_of_box<Int128>(weighing, base, lowest_terms) : range_of_box<Wide>(weighing, base, lowest_terms);
    return quick ? range_without_rescaling<Int128>(weighing, base, lowest_terms)
                 : range_without_rescaling<Wide>(weighing, base, lowest_terms);
}

TotalRange simplex_range(const Weighing& weighing, const Fraction& least_weight) {
    const BaseTotal base = base_total(weighing);
    const Fraction least = least_weight.reduced();
    const auto factors = static_cast<Int128>(weighing.points.size());
    if (least < 0 || least > Fraction{1, factors}) throw std::invalid_argument("a least weight is from 0 to 1 / factors");
    const auto total_at = [&](std::size_t f) {
        return Fraction{static_cast<Int128>(base.largest) * weighing.points[f], weighing.largest[f]};
    };
    const Extremes ends = extremes(weighing);
    if (least == 0) return {total_at(ends.lowest), total_at(ends.highest)};
    const std::int64_t common = common_multiple(weighing.largest);
    const int bits = bits_of(base.largest) + bits_of(common) + bits_of(least.denominator()) + bits_of_largest(weighing.points) +
                     bits_of_count(weighing) + 2;
    if (common != 0 && bits <= 126) return range_of_simplex<Int128>(weighing, base, least, common);
    return range_of_simplex<Wide>(weighing, base, least, common_multiple_wide(weighing.largest));
}

}  // namespace je::numerics
