// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/floor_words.hpp"

namespace je::report {

Text moves_text(const model::BandMoves& moves) {
    if (moves.moved() == 0) return moves.all() == 1 ? Text{"it stays"} : say("all {} stay", moves.all());
    Text text = say("{} {} up, {} {} down, {} {}", moves.up, verb(moves.up, "goes", "go"), moves.down,
                    verb(moves.down, "goes", "go"), moves.same, verb(moves.same, "stays", "stay"));
    if (moves.out_of_bands > 0)
        text += say(", {} {} every band", moves.out_of_bands, verb(moves.out_of_bands, "leaves", "leave"));
    if (moves.into_a_band > 0)
        text += say(", {} {} into a band from none", moves.into_a_band, verb(moves.into_a_band, "comes", "come"));
    if (moves.in_no_band > 0) text += say(", {} {} in no band", moves.in_no_band, verb(moves.in_no_band, "stays", "stay"));
    return text;
}

std::string_view move_text(model::BandMove move) {
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
