// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/spread_share.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "numerics/simplex_checks.hpp"
#include "numerics/sine_series.hpp"
#include "numerics/spread_plan.hpp"

namespace je::numerics {

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
