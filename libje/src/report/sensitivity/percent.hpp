// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sensitivity/region.hpp"

namespace je::report {

/// A share as a percentage that is never more than the true one: "3.4 %". So many digits after the point, without zeros at the
/// end, or as many as it takes (up to four) to show that it is not 0.
[[nodiscard]] std::string percent_down(const numerics::Fraction& share, int digits = 1);
/// Never less than the true one.
[[nodiscard]] std::string percent_up(const numerics::Fraction& share, int digits = 1);
/// A number with so many digits after the point, never more than the true one: "406.41"; and never less.
[[nodiscard]] std::string decimal_down(const numerics::Fraction& number, int digits);
[[nodiscard]] std::string decimal_up(const numerics::Fraction& number, int digits);

}  // namespace je::report
