// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/score.hpp"

namespace je::scoring {

std::vector<Held> holding_bands(const model::BandTable& table, model::Points total) {
    std::vector<Held> held;
    const model::BandRange bands = table.overlaps() ? table.bands_of(total) : model::BandRange{};
    for (std::size_t i = bands.first; i < bands.end; ++i) {
        const model::Band& band = table.bands()[i];
        held.push_back({model::BandIndex{i}, total - band.floor, {}});
        if (band.max) held.back().below_top = *band.max - total;
    }
    return held;
}

Margins margins(const model::BandTable& table, model::Points total) {
    Margins result;
    table.band_of(total).visit([&](model::BandIndex band) { result.above_floor = total - table[band].floor; });
    result.next_band = table.next_above(total);
    result.next_band.visit([&](model::BandIndex next) { result.to_next = table[next].floor - total; });
    return result;
}

model::BandOrNone band_by_points(const model::BandTable& table, const Score& score) {
    const model::BandRange held = table.bands_of(score.total_max);
    const auto chosen = [&](model::BandIndex band) { return !score.band_is_open() && held.contains(band); };
    if (score.band_max.visit(chosen, [] { return false; })) return score.band_max;
    return held.size() == 1 ? model::BandOrNone{held.lowest()} : model::BandOrNone{};
}

Margins margins(const model::BandTable& table, const Score& score) {
    if (!table.overlaps()) return margins(table, score.total_max);
    Margins result = margins(table, score.total_max);
    result.above_floor.reset();
    band_by_points(table, score).visit([&](model::BandIndex band) {
        result.above_floor = score.total_max - table[band].floor;
    });
    return result;
}

}  // namespace je::scoring
