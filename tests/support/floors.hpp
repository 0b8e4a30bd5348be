// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Band tables and totals for tests about floors.
//
//     const auto table = band_table({{"1", "0"}, {"2", "50"}}, {{"40", "49"}});   // a declared hole from 40 to 49
//     totals({10, 50})

#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/model/band_table.hpp"
#include "support/draft.hpp"

namespace je::test {

inline model::BandTable band_table(const Pairs& ids_and_floors, const Pairs& holes = {}) {
    auto draft = open_bands(ids_and_floors);
    for (const auto& [from, to] : holes) {
        model::BandTableDraft::Unbanded hole{number(from), number(to), "nobody is here"};
        draft.unbanded.push_back(hole);
        for (std::size_t i = 0; i + 1 < draft.bands.size(); ++i) {
            if (draft.bands[i].floor->value < hole.from.value && hole.from.value < draft.bands[i + 1].floor->value)
                draft.bands[i].max = base::Located<base::Decimal>{hole.from.value - base::Decimal::from_whole(1), at_line(1)};
        }
    }
    base::Diagnostics diagnostics;
    auto table = model::BandTable::make(draft, diagnostics);
    if (!table) throw std::logic_error("the test's band table is not sound");
    return *table;
}

inline std::vector<model::Points> totals(const std::vector<std::int64_t>& whole) {
    std::vector<model::Points> all;
    for (const std::int64_t one : whole) all.push_back(model::Points::whole(one));
    return all;
}

inline std::string id_of(const model::BandTable& table, const model::BandOrNone& band) {
    return table.id_of(band).value_or("none");
}

/// "1 none 3": the bands of several jobs.
template <class Bands>
std::string ids_of(const model::BandTable& table, const Bands& bands) {
    std::string text;
    for (const auto& band : bands) text.append(text.empty() ? "" : " ").append(id_of(table, band));
    return text;
}

/// "0 12 20.5": points in a row.
inline std::string points_of(const std::vector<model::Points>& points) {
    std::string text;
    for (const model::Points one : points) text.append(text.empty() ? "" : " ").append(one.to_string());
    return text;
}

}  // namespace je::test
