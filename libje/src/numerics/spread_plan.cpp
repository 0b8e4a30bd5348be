// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/spread_plan.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

#include "numerics/sine_series.hpp"

namespace je::numerics {

namespace {

constexpr double unit_rounding = std::numeric_limits<double>::epsilon() / 2;
constexpr double good_enough = 1e-11;
constexpr double tail_allowed = 4e-13;
constexpr std::size_t longest_series = 32768;

class Planner {
public:
    Planner(std::span<const double> terms, std::span<const double> reach) : terms_{terms}, reach_{reach} {}

    [[nodiscard]] SpreadPlan choose() const {
        SpreadPlan best = plan(0);
        if (best.series <= 512 && best.error <= good_enough) return best;
        for (std::size_t i = 1; i <= terms_.size(); ++i) {
            const SpreadPlan other = plan(i);
            if (better(other, best)) best = other;
        }
        return best;
    }

private:
    [[nodiscard]] SpreadPlan plan(std::size_t taken_out) const {
        SpreadPlan result{.taken_out = taken_out};
        double error = 0;
        if (taken_out < terms_.size()) {
            // An error of the series counts this much in the end, relative to the size of an integral of the order `taken_out`.
            double weight = 1;
            for (std::size_t i = 0; i < taken_out; ++i) weight *= 2 * reach_[taken_out] / (terms_[i] * count(i + 1));
            result.series = series_length(taken_out, weight);
            error = series_error(taken_out, result.series);
        }
        result.error = carried_up(taken_out, error);
        return result;
    }

    static double count(std::size_t n) { return static_cast<double>(n); }

    /// Bound on sum over n > N of prod |sinc(n pi a_f / L)| / (n pi), for the terms from `first` on.
    [[nodiscard]] double tail(std::size_t first, std::size_t length) const {
        double product = std::numbers::inv_pi;
        std::size_t used = 0;
        for (std::size_t f = first; f < terms_.size(); ++f, ++used) {
            const double decay = std::numbers::pi * terms_[f] / reach_[first] * count(length);
            if (decay <= 1) break;
            product /= decay;
        }
        return used == 0 ? std::numeric_limits<double>::infinity() : product / count(used);
    }

    [[nodiscard]] std::size_t series_length(std::size_t first, double weight) const {
        const auto whole = [](std::size_t n) { return (n + sine_lanes - 1) / sine_lanes * sine_lanes; };
        std::size_t length = whole(std::max<std::size_t>(2 * first, sine_lanes));
        while (length < longest_series && !(weight * tail(first, length) <= tail_allowed))
            length = whole(length + length / 8 + 1);
        return length;
    }

    /// Bound on the error of the integral of the order `order` of the distribution of the terms from `order` on, within their
    /// reach L: tail and rounding of the series itself and of the constants of integration, each times a power of at most 2 L.
    [[nodiscard]] double series_error(std::size_t order, std::size_t length) const {
        const double rounded = 4 * count(terms_.size() - order + 2) * count(length) * unit_rounding;
        double scale = 1;      // L^order
        double power = 1;      // 2^order / order!
        double constants = 1;  // sum over q of (1 / pi)^q 2^(order - q) / (order - q)!
        for (std::size_t i = 1; i <= order; ++i) {
            scale *= reach_[order];
            power *= 2 / count(i);
            constants = power + constants * std::numbers::inv_pi;
        }
        return scale * (1.1 * power * tail(order, length) + constants * rounded);
    }

    /// From an error of integrals of the order `order`, inside the reach of the terms left, to the error of the share. Outside
    /// the reach an integral is a polynomial with positive terms, so its error is relative to its size.
    [[nodiscard]] double carried_up(std::size_t order, double error) const {
        std::vector<double> size(order + 1);  // largest integral of each order that is asked for
        double most = 0;                      // largest argument
        for (std::size_t i = 0; i <= order; ++i) {
            size[i] = 1;
            for (std::size_t k = 1; k <= i; ++k) size[i] *= (most + reach_[i]) / count(k);
            if (i < order) most = std::min(most, reach_[i]) + terms_[i];
        }
        const auto relative = [&](std::size_t i) {
            return (4 * count(terms_.size()) + 8 + count(i * i + 2 * i)) * unit_rounding;
        };
        error = std::max(error, relative(order) * size[order]);
        for (std::size_t i = order; i-- > 0;) {
            error = std::max(relative(i) * size[i], (error + 3 * unit_rounding * size[i + 1]) / terms_[i]);
        }
        return error;
    }

    [[nodiscard]] bool better(const SpreadPlan& a, const SpreadPlan& b) const {
        if ((a.error <= good_enough) != (b.error <= good_enough)) return a.error <= good_enough;
        return a.error <= good_enough ? cost(a) < cost(b) : a.error < b.error;
    }

    [[nodiscard]] double cost(const SpreadPlan& plan) const {
        const double leaves = count(std::size_t{1} << std::min<std::size_t>(plan.taken_out, 30));
        return leaves * count(plan.series + 8) + count((terms_.size() - plan.taken_out) * plan.series);
    }

    std::span<const double> terms_;
    std::span<const double> reach_;
};

}  // namespace

SpreadPlan plan_spread(std::span<const double> terms, std::span<const double> reach) { return Planner{terms, reach}.choose(); }

}  // namespace je::numerics
