// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/document.hpp"

namespace je::report {

/// The bands with their floors, the totals as marks. Its table, of the name `<id>-floors`, is what Formula::band looks a band
/// up in. Nothing is added where there are no bands.
void add_band_ladder(Document& document, const std::string& id, const BandsInfo& bands, std::vector<Figure::Mark> totals,
                     Text sentence);

/// The floors as marks, for totals along one line.
[[nodiscard]] std::vector<Figure::Mark> floor_marks(const BandsInfo& bands);

}  // namespace je::report
