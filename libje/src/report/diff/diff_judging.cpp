// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/diff/diff_parts.hpp"

namespace je::report {
namespace {

using Bands = std::vector<std::optional<std::string>>;

std::optional<std::string> id_or_none(const base::OrNone<BandTrace>& band) {
    return band.visit([](const BandTrace& one) { return std::optional{one.id}; }, [] { return std::optional<std::string>{}; });
}

/// From the one band to the other of a table with floors; a range that begins in no band begins below them all.
Bands bands_in_range(const ExplainResult& job) {
    const auto low = id_or_none(job.band_min), high = id_or_none(job.band_max);
    if (low == high && !job.no_band_between) return {low};
    Bands bands;
    const auto& floors = job.bands.floors;
    const auto place = [&](const std::optional<std::string>& band, std::size_t otherwise) {
        if (!band) return otherwise;
        return static_cast<std::size_t>(
            std::find_if(floors.begin(), floors.end(), [&](const BandFloor& one) { return one.band == *band; }) -
            floors.begin());
    };
    const std::size_t last = std::min(place(high, floors.size()), floors.size() - 1);
    for (std::size_t i = place(low, 0); i <= last; ++i) bands.emplace_back(floors[i].band);
    if (!low || !high || job.no_band_between) bands.emplace_back();
    return bands;
}

/// The bands that a version may be in, lowest first; nothing, last, where it may be in none.
Bands possible_bands(const ExplainResult& job) {
    if (job.complete && !job.several.open) return {id_or_none(job.band_max)};
    if (!job.several.bands.empty()) return bands_or_none(job.several);
    return job.bands.floors.empty() ? Bands{id_or_none(job.band_max)} : bands_in_range(job);
}

Moves band_moves(const Bands& before, const Bands& after) {
    const bool any_shared = std::any_of(before.begin(), before.end(),
                                        [&](const auto& one) { return std::ranges::find(after, one) != after.end(); });
    if (!any_shared) return Moves::yes;
    return before.size() == 1 && after.size() == 1 ? Moves::no : Moves::may;
}

Moves total_moves(const ExplainResult& before, const ExplainResult& after) {
    if (before.total_max < after.total_min || after.total_max < before.total_min) return Moves::yes;
    const bool both_known = before.total_min == before.total_max && after.total_min == after.total_max;
    return both_known ? Moves::no : Moves::may;
}

/// Whether a unit is as open in the one version as in the other, so that whatever is answered gives both the same points.
bool is_open_alike(const DiffResult& result, std::size_t u) {
    const UnitTrace& before = result.before.units[u];
    const UnitTrace& after = result.after.units[u];
    if (before.points || after.points || after.dependence) return false;
    const auto moves = [&](const std::string& id) {
        return std::any_of(result.factors.begin(), result.factors.end(),
                           [&](const FactorDiff& one) { return one.id == id && one.level_moves != Moves::no; });
    };
    if (!after.is_matrix) return !moves(after.id);
    return std::none_of(after.levels.begin(), after.levels.end(), [&](const auto& side) { return moves(side.first); });
}

/// By how much the total moves where all that is open is answered alike in both; nothing where that is not known.
std::optional<base::Decimal> difference_of_totals(const DiffResult& result) {
    if (result.before.complete && result.after.complete) return result.after.total_min - result.before.total_min;
    if (!result.before.total_is_sum || !result.after.total_is_sum) return std::nullopt;
    base::Decimal sum;
    for (std::size_t u = 0; u < result.units.size(); ++u) {
        const auto& difference = result.units[u].difference;
        if (!difference && !is_open_alike(result, u)) return std::nullopt;
        if (difference) sum = sum + *difference;
    }
    return sum;
}

Moves moved_by(base::Decimal difference) { return difference == base::Decimal{} ? Moves::no : Moves::yes; }

/// Whether all that a score depends on is the same, so that whatever is open is open alike.
bool says_the_same(const model::Answers& before, const model::Answers& after) {
    const auto choice = [](const model::Answers& answers) {
        return answers.choice ? answers.choice->band.value : std::string{};
    };
    return before.levels == after.levels && before.facts == after.facts && before.questions == after.questions &&
           choice(before) == choice(after);
}

/// Of what cannot be told apart by ranges, where both versions answer alike.
void settle(Moves& moves, bool same) {
    if (same && moves == Moves::may) moves = Moves::no;
}

}  // namespace

void judge(DiffResult& result, const model::Job& before, const model::Job& after) {
    result.answers_change = !says_the_same(before.answers(), after.answers());
    const bool same = !result.answers_change;
    for (FactorDiff& factor : result.factors) {
        settle(factor.level_moves, same || (factor.answers.empty() && before.answers().facts == after.answers().facts &&
                                            factor.before.possible == factor.after.possible));
        result.levels_move = std::max(result.levels_move, factor.level_moves);
    }
    result.material = result.levels_move;
    if (result.after.scheme.has_points()) {
        result.total_difference = difference_of_totals(result);
        result.total_moves =
            result.total_difference ? moved_by(*result.total_difference) : total_moves(result.before, result.after);
        settle(*result.total_moves, same);
        result.material = std::max(result.material, *result.total_moves);
    }
    if (!result.after.bands.any) return;
    result.bands_before = possible_bands(result.before);
    result.bands_after = possible_bands(result.after);
    result.band_moves = band_moves(result.bands_before, result.bands_after);
    settle(*result.band_moves, same);
    result.material = std::max(result.material, *result.band_moves);
}

}  // namespace je::report
