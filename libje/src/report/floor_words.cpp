// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/floor_words.hpp"

#include <fmt/format.h>

#include "report/percent.hpp"

namespace je::report {

std::string share_text(double share) {
    if (share >= 0) return percent(share);
    return share > -0.0005 ? std::string{"just below 0 %"} : fmt::format("{:.1f} %", 100 * share);
}

std::string percent_of(base::Decimal share) { return base::Decimal::from_units(share.units() * 100).to_string().append(" %"); }

std::string moves_text(const sensitivity::Moves& moves) {
    if (moves.up + moves.down == 0) return moves.same == 1 ? "it stays" : fmt::format("all {} stay", moves.same);
    return fmt::format("{} {} up, {} {} down, {} {}", moves.up, verb(moves.up, "goes", "go"), moves.down,
                       verb(moves.down, "goes", "go"), moves.same, verb(moves.same, "stays", "stay"));
}

std::string_view verb(std::size_t n, std::string_view one, std::string_view more) { return n == 1 ? one : more; }

}  // namespace je::report
