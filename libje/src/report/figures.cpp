// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/figures.hpp"

#include <algorithm>
#include <utility>

namespace je::report {

namespace {

/// What a band holds: up to a stated largest total, else to the floor of the next.
Range totals_of(const std::vector<BandFloor>& floors, std::size_t i) {
    if (floors[i].max) return {Points{floors[i].floor}, Points{*floors[i].max}};
    if (i + 1 == floors.size()) return {Points{floors[i].floor}, Nothing{}, Range::End::open};
    return {Points{floors[i].floor}, Points{floors[i + 1].floor}, Range::End::excluded};
}

}  // namespace

void add_band_ladder(Document& document, const std::string& id, const BandsInfo& bands, std::vector<Figure::Mark> totals,
                     Text sentence) {
    if (bands.floors.empty()) return;
    Table floors{.id = id + "-floors",
                 .columns = {{"band", "Band", Role::band}, {"totals", "Totals", Role::points}, {"name", "Name", Role::name}}};
    for (std::size_t i = 0; i < bands.floors.size(); ++i)
        floors.rows.push_back({Band{bands.floors[i].band}, totals_of(bands.floors, i), bands.floors[i].name});
    if (bands.overlaps) {
        if (std::all_of(bands.floors.begin(), bands.floors.end(), [](const BandFloor& one) { return one.name.empty(); })) {
            floors.columns.pop_back();
            for (auto& row : floors.rows) row.pop_back();
        }
        floors.caption = "The bands, which overlap: a total may be in several, so that they are not drawn side by side";
        document.add(std::move(floors));
        return;
    }
    document.add(Figure{id, Figure::Kind::band_ladder, std::move(sentence), std::move(floors), {}, std::move(totals)});
}

std::vector<Figure::Mark> floor_marks(const BandsInfo& bands) {
    std::vector<Figure::Mark> marks;
    for (const BandFloor& one : bands.floors) marks.push_back({one.band, Content{Points{one.floor}}});
    return marks;
}

}  // namespace je::report
