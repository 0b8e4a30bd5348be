// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

bool is(const std::optional<Moves>& moves, Moves wanted) { return moves && *moves == wanted; }

/// "the band stays 3"; empty where there are no bands, or they may move.
Text band_stays(const DiffResult& result) {
    if (!is(result.band_moves, Moves::no)) return {};
    if (result.bands_after.size() == 1) return say("the band stays {}", bands_text(result.bands_after));
    return say("the bands that it may be in stay {}", bands_text(result.bands_after));
}

Text and_band(const DiffResult& result, Text text) {
    if (is(result.band_moves, Moves::may))
        return text + say("; the band is {} before and {} after, so whether it changes hangs on answers that are not given.",
                          bands_text(result.bands_before), bands_text(result.bands_after));
    const Text stays = band_stays(result);
    return stays.empty() ? text + "." : text + say(", {}.", stays);
}

Text total_sentence(const DiffResult& result) {
    if (result.total_difference) return say("The total moves by {} points.", change(*result.total_difference));
    if (is(result.total_moves, Moves::no)) return "The total stays.";
    return say("The total is {} before and {} after.", total_of(result.before), total_of(result.after));
}

Text names_of_moved(const DiffResult& result, Moves wanted) {
    std::vector<Text> names;
    for (const FactorDiff& one : result.factors)
        if (one.level_moves == wanted) names.emplace_back(one.name);
    return list_in_words(names);
}

Text band_verdict(const DiffResult& result) {
    const Text text =
        say("Material: the band changes from {} to {}.", bands_text(result.bands_before), bands_text(result.bands_after));
    return result.after.scheme.has_points() ? text + " " + total_sentence(result) : text;
}

Text total_verdict(const DiffResult& result) {
    if (result.total_difference)
        return and_band(result, say("Material: the total moves by {} points", change(*result.total_difference)));
    return and_band(result, say("Material: the total moves in any case, it is {} before and {} after", total_of(result.before),
                                total_of(result.after)));
}

Text level_verdict(const DiffResult& result) {
    const Text levels = say("Material: levels change on {}", names_of_moved(result, Moves::yes));
    if (result.is_masked()) return levels + ".";
    if (!is(result.total_moves, Moves::no)) {
        const Text both = is(result.total_moves, Moves::may)
                              ? levels + "; by how much the total moves hangs on answers that are not given"
                              : levels;
        return and_band(result, both);
    }
    return and_band(result, say("{}; the total stays {}", levels, total_of(result.after)));
}

/// Of what hangs on answers that are not given.
Text open_verdict(const DiffResult& result) {
    Text text = "Not settled: whether the change is material hangs on answers that are not given.";
    if (result.levels_move == Moves::may) text += say(" Levels may move on {}.", names_of_moved(result, Moves::may));
    if (is(result.total_moves, Moves::may))
        text += say(" The total is {} before and {} after.", total_of(result.before), total_of(result.after));
    if (is(result.band_moves, Moves::may))
        text += say(" The band is {} before and {} after.", bands_text(result.bands_before), bands_text(result.bands_after));
    return text;
}

Text what_stays(const DiffResult& result) {
    if (result.is_masked()) return "levels stay";
    if (!result.after.scheme.has_points()) return result.after.bands.any ? "levels and band stay" : "levels stay";
    return result.after.bands.any ? "levels, total and band stay" : "levels and total stay";
}

/// What only changes words, or the way to a level.
Text immaterial_verdict(const DiffResult& result) {
    if (result.answers_change) return say("Not material: {}.", what_stays(result)) + " The answers that changed move no level.";
    if (result.any())
        return "Nothing that counts has changed: levels, answers and facts are the same. Words beside them have changed.";
    return "Nothing has changed.";
}

}  // namespace

Text verdict_of(const DiffResult& result) {
    if (is(result.band_moves, Moves::yes)) return band_verdict(result);
    if (is(result.total_moves, Moves::yes)) return total_verdict(result);
    if (result.levels_move == Moves::yes) return level_verdict(result);
    return result.material == Moves::may ? open_verdict(result) : immaterial_verdict(result);
}

}  // namespace je::report
