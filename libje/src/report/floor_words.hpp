// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "je/base/decimal.hpp"
#include "je/sensitivity/floors.hpp"

namespace je::report {

// How reports on floors and factors word their values.

/// As percent(), also below 0: "-2.1 %", and "just below 0 %" where rounding would say 0.
[[nodiscard]] std::string share_text(double share);
/// "20 %" of a decimal 0.2, exactly.
[[nodiscard]] std::string percent_of(base::Decimal share);
/// "3 go up, 1 goes down, 12 stay"; "all 16 stay" when none moves. Bands left and entered, and jobs in no band both times, are
/// said where there are any.
[[nodiscard]] std::string moves_text(const model::BandMoves& moves);
/// "up", "out of every band", "into a band from none".
[[nodiscard]] std::string move_text(model::BandMove move);
/// "changes" for one, "change" for others.
[[nodiscard]] std::string_view verb(std::size_t n, std::string_view one, std::string_view more);

}  // namespace je::report
