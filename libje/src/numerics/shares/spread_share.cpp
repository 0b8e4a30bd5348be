// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "numerics/checks.hpp"
#include "numerics/shares/shares.hpp"
#include "numerics/shares/sine_series.hpp"

namespace je::numerics {

/// How to work out the distribution of sum a_f u_f, u_f uniform on [-1, 1], with the bound on its error.
struct SpreadPlan {
    std::size_t taken_out = 0;  // this many of the largest terms in closed form, ...
    std::size_t series = 0;     // ... the rest by a Fourier series with so many terms; 0 when nothing is left
    double error = 0;
};

/// Chooses the cheapest way with an error below 1e-11; where there is none, the most exact. `terms` are above 0, in descending
/// order, the first 1; `reach[i]` is the sum of terms i and later, so it has one element more.
[[nodiscard]] SpreadPlan plan_spread(std::span<const double> terms, std::span<const double> reach);

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

namespace {

/// Terms smaller than this beside the largest are left out; each moves the share by less than this, and `error` says so.
constexpr double negligible = 0x1p-50;

/// The distribution of sum a_f u_f for given terms. An integral "of the order i" is that of the distribution of the terms left
/// when the i largest are taken out, integrated i times from below: E max(0, z - R)^i / i! for the sum R of these terms.
class Spread {
public:
    explicit Spread(std::span<const double> terms) {
        for (const double term : terms) {
            if (term != 0) terms_.push_back(std::abs(term));
        }
        if (terms_.empty()) return;
        std::sort(terms_.begin(), terms_.end(), std::greater<>{});
        for (const double term : terms_) whole_reach_ += term;
        scale();
        reach_.assign(terms_.size() + 1, 0);
        for (std::size_t i = terms_.size(); i-- > 0;) reach_[i] = reach_[i + 1] + terms_[i];
        plan_ = plan_spread(terms_, reach_);
        make_moments();
        if (plan_.series > 0) make_series();
    }

    [[nodiscard]] BoundedShare at(double limit) const {
        if (terms_.empty()) return {limit >= 0 ? 1.0 : 0.0, 0};
        if (limit <= -whole_reach_) return {0, 0};
        if (limit >= whole_reach_) return {1, 0};
        const double lower = std::clamp(integral(0, -std::abs(limit) / largest_), 0.0, 1.0);
        return {limit > 0 ? 1 - lower : lower, plan_.error + left_out_};
    }

private:
    /// Makes the largest term 1 and leaves out what is negligible beside it.
    void scale() {
        largest_ = terms_.front();
        for (double& term : terms_) term /= largest_;
        while (terms_.back() < negligible) {
            left_out_ += terms_.back();
            terms_.pop_back();
        }
    }

    /// moments_[i][q] = E R^(2q) / (2q)! for the terms from i on, q <= i / 2: coefficients of prod sinh(a x) / (a x).
    void make_moments() {
        moments_.resize(plan_.taken_out + 1);
        for (std::size_t i = 0; i <= plan_.taken_out; ++i) {
            std::vector<double>& moments = moments_[i];
            moments.assign(i / 2 + 1, 0);
            moments[0] = 1;
            for (std::size_t f = i; f < terms_.size(); ++f) add_to_moments(moments, terms_[f]);
        }
    }

    static void add_to_moments(std::vector<double>& moments, double term) {
        for (std::size_t q = moments.size(); q-- > 0;) {
            double factor = 1;
            for (std::size_t k = 1; k <= q; ++k) {
                factor *= term * term / static_cast<double>((2 * k) * (2 * k + 1));
                moments[q] += factor * moments[q - k];
            }
        }
    }

    /// coefficients_[n - 1] = phi_n / (n pi)^(order + 1), and the constants of integration, Q_q(-1) for q = 0..order.
    void make_series() {
        const std::size_t order = plan_.taken_out;
        std::vector<double> inverses(plan_.series);
        for (std::size_t n = 0; n < inverses.size(); ++n) inverses[n] = 1 / static_cast<double>(n + 1);
        coefficients_.assign(plan_.series, 1);
        for (std::size_t f = order; f < terms_.size(); ++f)
            multiply_by_sinc(terms_[f] / reach_[order], inverses, coefficients_);
        constants_.assign(order + 1, 0);
        for (std::size_t q = 0; q <= order; ++q) {
            for (std::size_t n = 0; n < inverses.size(); ++n) coefficients_[n] *= inverses[n] * std::numbers::inv_pi;
            constants_[q] = part_of(q, {0, alternating_sum()});
        }
    }

    [[nodiscard]] double alternating_sum() const {
        double sum = 0;
        for (std::size_t n = 0; n < coefficients_.size(); ++n) sum += n % 2 == 0 ? -coefficients_[n] : coefficients_[n];
        return sum;
    }

    /// The sine integrated so often: sin, -cos, -sin, cos, ...
    static double part_of(std::size_t order, SineCosine sums) {
        const double part = order % 2 == 0 ? sums.sine : sums.cosine;
        return (order + 1) % 4 < 2 ? part : -part;
    }

    [[nodiscard]] double integral(std::size_t order, double z) const {
        if (z <= -reach_[order]) return 0;
        if (z >= reach_[order]) return beyond_reach(order, z);
        if (order == plan_.taken_out) return by_series(z);
        const double term = terms_[order];
        return (integral(order + 1, z + term) - integral(order + 1, z - term)) / (2 * term);
    }

    /// E (z - R)^i / i!: the sum of z^(i - 2q) / (i - 2q)! times the moments.
    [[nodiscard]] double beyond_reach(std::size_t order, double z) const {
        double sum = 0;
        double power = 1;  // z^k / k!
        for (std::size_t k = 0; k <= order; ++k) {
            if (k > 0) power *= z / static_cast<double>(k);
            if ((order - k) % 2 == 0) sum += power * moments_[order][(order - k) / 2];
        }
        return sum;
    }

    /// With x = z / L: (x + 1)^(i + 1) / (2 (i + 1)!) + Q_i(x) - sum over q of Q_q(-1) (x + 1)^(i - q) / (i - q)!, times L^i.
    [[nodiscard]] double by_series(double z) const {
        const std::size_t order = plan_.taken_out;
        const double x = z / reach_[order];
        SineCosine sums = sum_series(std::min(1.0, std::abs(x)), coefficients_);
        if (x < 0) sums.sine = -sums.sine;
        double result = part_of(order, sums);
        double power = 1;  // (x + 1)^k / k!
        double scale = 1;
        for (std::size_t k = 0; k <= order; ++k) {
            result -= constants_[order - k] * power;
            power *= (x + 1) / static_cast<double>(k + 1);
            if (k > 0) scale *= reach_[order];
        }
        return scale * (result + power / 2);
    }

    std::vector<double> terms_;  // above 0, in descending order, the first 1
    double largest_ = 1;         // what the first was
    double whole_reach_ = 0;     // the sum of all terms as given
    double left_out_ = 0;
    std::vector<double> reach_;  // sums of the terms from each on
    SpreadPlan plan_;
    std::vector<std::vector<double>> moments_;
    std::vector<double> coefficients_;
    std::vector<double> constants_;
};

}  // namespace

std::vector<BoundedShare> spread_shares(std::span<const double> terms, std::span<const double> limits) {
    require_moderate(terms, "terms");
    require_moderate(limits, "limits");
    const Spread spread{terms};
    std::vector<BoundedShare> shares;
    shares.reserve(limits.size());
    for (const double limit : limits) shares.push_back(spread.at(limit));
    return shares;
}

BoundedShare spread_share(std::span<const double> terms, double limit) { return spread_shares(terms, {&limit, 1}).front(); }

}  // namespace je::numerics
