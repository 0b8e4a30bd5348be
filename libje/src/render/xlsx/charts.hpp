// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/xlsx/book.hpp"
#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// Whether a chart of the workbook shows the figure as it is: kinds whose numbers are numbers, with few enough series.
[[nodiscard]] bool is_drawn(const report::Figure& figure, const report::Table& numbers);

/// How many rows of a sheet the chart stands over.
[[nodiscard]] std::size_t rows_of(const report::Figure& figure, const report::Table& numbers);

/// Draws a figure over the cells of its table. Two blues that stand 3:1 apart tell this job from all else.
void add_chart(Book& book, lxw_worksheet* sheet, const Plan& plan, const ChartSpot& chart);

}  // namespace je::render::xlsx
