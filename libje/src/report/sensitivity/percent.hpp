// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/document.hpp"
#include "sensitivity/region.hpp"

namespace je::report {

/// A share in percent that is never more than the true one: so many digits after the point, or as many as it takes (up to four)
/// to show that it is not 0.
[[nodiscard]] base::Decimal percent_down(const numerics::Fraction& share, int digits = 1);
/// Never less than the true one.
[[nodiscard]] base::Decimal percent_up(const numerics::Fraction& share, int digits = 1);
/// "3.4 %"
[[nodiscard]] inline std::string percent_text(base::Decimal percent) { return percent.to_string() + " %"; }
/// The same as a value.
[[nodiscard]] inline Share percent_share(base::Decimal percent) {
    return Share{static_cast<double>(percent.units()) / (100.0 * static_cast<double>(base::Decimal::units_per_one)),
                 Share::Form::stated};
}
/// A number with so many digits after the point, never more than the true one; and never less.
[[nodiscard]] Estimate decimal_down(const numerics::Fraction& number, int digits);
[[nodiscard]] Estimate decimal_up(const numerics::Fraction& number, int digits);

}  // namespace je::report
