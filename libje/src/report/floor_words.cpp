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

std::string moves_text(const model::BandMoves& moves) {
    if (moves.moved() == 0) return moves.all() == 1 ? "it stays" : fmt::format("all {} stay", moves.all());
    auto text = fmt::format("{} {} up, {} {} down, {} {}", moves.up, verb(moves.up, "goes", "go"), moves.down,
                            verb(moves.down, "goes", "go"), moves.same, verb(moves.same, "stays", "stay"));
    if (moves.out_of_bands > 0)
        text += fmt::format(", {} {} every band", moves.out_of_bands, verb(moves.out_of_bands, "leaves", "leave"));
    if (moves.into_a_band > 0)
        text += fmt::format(", {} {} into a band from none", moves.into_a_band, verb(moves.into_a_band, "comes", "come"));
    if (moves.in_no_band > 0)
        text += fmt::format(", {} {} in no band", moves.in_no_band, verb(moves.in_no_band, "stays", "stay"));
    return text;
}

std::string move_text(model::BandMove move) {
    switch (move) {
        case model::BandMove::up:
            return "up";
        case model::BandMove::down:
            return "down";
        case model::BandMove::same:
            return "the same band";
        case model::BandMove::out_of_bands:
            return "out of every band";
        case model::BandMove::into_a_band:
            return "into a band from none";
        case model::BandMove::in_no_band:
            return "in no band both times";
    }
    return "";
}

std::string_view verb(std::size_t n, std::string_view one, std::string_view more) { return n == 1 ? one : more; }

}  // namespace je::report
