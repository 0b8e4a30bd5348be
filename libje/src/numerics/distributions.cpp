// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>

namespace je::numerics {

namespace {

namespace bm = boost::math;
namespace errors = boost::math::policies;

/// Parameters are checked here; what overflows becomes infinite, and a series that has not settled gives its best value.
using Policy = errors::policy<errors::overflow_error<errors::ignore_error>, errors::evaluation_error<errors::ignore_error>>;

void require(bool condition) {
    if (!condition) throw std::invalid_argument("a parameter of a distribution is outside its range");
}

bool positive(double value) { return std::isfinite(value) && value > 0; }
bool probability(double p) { return p > 0 && p < 1; }

}  // namespace

double beta_lower(double x, double a, double b) {
    require(x >= 0 && x <= 1 && positive(a) && positive(b));
    return bm::cdf(bm::beta_distribution<double, Policy>{a, b}, x);
}

double f_upper(double f, double df1, double df2) {
    require(std::isfinite(f) && f >= 0 && positive(df1) && positive(df2));
    return bm::cdf(bm::complement(bm::fisher_f_distribution<double, Policy>{df1, df2}, f));
}

double f_quantile(double p, double df1, double df2) {
    require(probability(p) && positive(df1) && positive(df2));
    return bm::quantile(bm::fisher_f_distribution<double, Policy>{df1, df2}, p);
}

double chi_square_upper(double x, double df) {
    require(std::isfinite(x) && x >= 0 && positive(df));
    return bm::cdf(bm::complement(bm::chi_squared_distribution<double, Policy>{df}, x));
}

double normal_quantile(double p) {
    require(probability(p));
    return bm::quantile(bm::normal_distribution<double, Policy>{}, p);
}

double t_quantile(double p, double df) {
    require(probability(p) && positive(df));
    return bm::quantile(bm::students_t_distribution<double, Policy>{df}, p);
}

}  // namespace je::numerics
