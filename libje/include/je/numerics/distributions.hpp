// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace je::numerics {

/// Distribution functions, for tests and intervals. All throw std::invalid_argument for parameters outside the range named.
///
///     f_upper(11.027, 5, 15)      // 0.0001345835296758355: the chance of an F(5, 15) above 11.027
///
/// Good to at least 13 digits over the range used here. Computed by Boost.Math.

/// The chance that a Beta(a, b) lies at or below x; a, b above 0, x from 0 to 1.
[[nodiscard]] double beta_lower(double x, double a, double b);
/// The chance that an F(df1, df2) lies above f; degrees of freedom above 0 (need not be whole), f at least 0.
[[nodiscard]] double f_upper(double f, double df1, double df2);
/// The value that an F(df1, df2) lies below with chance p, 0 < p < 1. Infinite where it is beyond the range of double.
[[nodiscard]] double f_quantile(double p, double df1, double df2);
/// The chance that a chi-square with df degrees of freedom lies above x; df above 0, x at least 0.
[[nodiscard]] double chi_square_upper(double x, double df);
/// The value that a standard normal lies below with chance p, 0 < p < 1.
[[nodiscard]] double normal_quantile(double p);
/// The value that a Student t with df degrees of freedom lies below with chance p, 0 < p < 1, df above 0.
[[nodiscard]] double t_quantile(double p, double df);

}  // namespace je::numerics
