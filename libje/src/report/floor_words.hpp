// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "je/report/document.hpp"
#include "je/sensitivity/floors.hpp"

namespace je::report {

// How reports on floors and factors word their values.

/// "3 go up, 1 goes down, 12 stay"; "all 16 stay" when none moves. Bands left and entered, and jobs in no band both times, are
/// said where there are any.
[[nodiscard]] Text moves_text(const model::BandMoves& moves);
/// "up", "out of every band", "into a band from none".
[[nodiscard]] std::string_view move_text(model::BandMove move);
/// "changes" for one, "change" for others.
[[nodiscard]] std::string_view verb(std::size_t n, std::string_view one, std::string_view more);

}  // namespace je::report
