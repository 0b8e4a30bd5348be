// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/values.hpp"
#include "render/xlsx/colours.hpp"
#include "render/xlsx/formulas.hpp"

namespace je::render::xlsx {

using report::Column;
using report::Figure;
using report::Table;

namespace {

constexpr std::size_t most_series = 6;  // that can be told apart
constexpr std::size_t most_rows = 60;   // of a chart that can be read
constexpr std::size_t most_parts = 12;  // of a stacked bar

/// What a chart shows of a column.
struct Series {
    std::size_t column;
    lxw_color_t colour;
    bool is_end = false;  // the second cell of a range
};

bool has_key(const Column& column, std::string_view begins) { return column.key.starts_with(begins); }

/// From the strong blue to a pale one, so that neighbours differ in lightness.
lxw_color_t shade(std::size_t i, std::size_t of) {
    constexpr std::array<lxw_color_t, 5> shades{colour::strong, colour::mid, colour::between, colour::pale, colour::second};
    return of <= 2 ? (i == 0 ? colour::strong : colour::mid) : shades[i % shades.size()];
}

std::vector<Series> columns_beginning(const Table& table, std::string_view key) {
    std::vector<Series> series;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (has_key(table.columns[i], key)) series.push_back({i, colour::strong});
    }
    for (std::size_t i = 0; i < series.size(); ++i) series[i].colour = shade(i, series.size());
    return series;
}

void add_column(std::vector<Series>& series, const Table& table, std::string_view key, lxw_color_t colour) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key) series.push_back({i, colour});
    }
}

std::vector<Series> series_of(const Figure& figure, const Table& table) {
    std::vector<Series> series;
    switch (figure.kind) {
        case Figure::Kind::band_ladder:
            add_column(series, table, "totals", colour::mid);
            for (const Series& one : columns_beginning(table, "total:")) series.push_back({one.column, colour::strong});
            return series;
        case Figure::Kind::factor_profile:
            series = columns_beginning(table, "points:");
            for (const std::string_view key : {"points", "points_min", "points_max"})
                add_column(series, table, key, series.empty() ? colour::strong : colour::between);
            add_column(series, table, "largest", colour::mid);
            return series;
        case Figure::Kind::slope:
            add_column(series, table, "before", colour::mid);
            add_column(series, table, "after", colour::strong);
            return series;
        case Figure::Kind::shares:
            return columns_beginning(table, "band:");
        case Figure::Kind::strip:
        case Figure::Kind::histogram:
            add_column(series, table, "count", colour::strong);
            return series;
        case Figure::Kind::intervals:  // from 0 to the end, and over that in white from 0 to the beginning
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                if (table.columns[i].key == "range") series = {{i, colour::strong, true}, {i, colour::white, false}};
            }
            return series;
        case Figure::Kind::dot_plot:
            return columns_beginning(table, "rank:");
        case Figure::Kind::time_line:
            add_column(series, table, "order", colour::strong);
            return series;
        case Figure::Kind::tree:  // no chart of a spreadsheet draws one
            return series;
    }
    return series;
}

bool has_marks_alone(Figure::Kind kind) { return kind == Figure::Kind::dot_plot || kind == Figure::Kind::time_line; }

lxw_chart_type type_of(Figure::Kind kind) {
    switch (kind) {
        case Figure::Kind::shares:
            return LXW_CHART_BAR_STACKED_PERCENT;
        case Figure::Kind::band_ladder:
        case Figure::Kind::strip:
        case Figure::Kind::histogram:
            return LXW_CHART_COLUMN;
        case Figure::Kind::dot_plot:
            return LXW_CHART_LINE;
        case Figure::Kind::time_line:
            return LXW_CHART_SCATTER;
        default:
            return LXW_CHART_BAR;
    }
}

bool is_numeric(const Table& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        const report::Cell& cell = row[column];
        const auto* range = std::get_if<report::Range>(&cell.value);
        return range != nullptr ? takes_two_cells(*range) : cell.content() != nullptr && value_of(*cell.content()).is_number();
    });
}

std::string_view title_of(const Figure& figure) {
    switch (figure.kind) {
        case Figure::Kind::band_ladder:
            return "Floors of the bands, and the total beside the floor of its band";
        case Figure::Kind::factor_profile:
            return "Points by factor";
        case Figure::Kind::slope:
            return "Before and after";
        case Figure::Kind::shares:
            return "Shares of bands";
        case Figure::Kind::strip:
            return "Jobs by band";
        case Figure::Kind::intervals:
            return "Where the band holds, one weight at a time";
        case Figure::Kind::dot_plot:
            return "Ranks of the levels given and agreed";
        case Figure::Kind::time_line:
            return "The events by their dates";
        default:
            return "How many";
    }
}

void dress_axis(lxw_chart_axis* axis) {
    lxw_chart_line line{};
    line.color = colour::hair;
    chart_axis_major_gridlines_set_line(axis, &line);
}

void dress(lxw_chart* chart, const Figure& figure, lxw_chart_type type) {
    chart_title_set_name(chart, ours(title_of(figure)).c_str());
    lxw_chart_font font{};
    font.size = 11;
    font.bold = LXW_TRUE;
    font.color = colour::ink;
    chart_title_set_name_font(chart, &font);
    const bool is_bar = type == LXW_CHART_BAR || type == LXW_CHART_BAR_STACKED_PERCENT;
    lxw_chart_axis* values = is_bar ? chart->x_axis : chart->y_axis;
    dress_axis(values);
    chart_axis_set_min(values, 0);  // bars are as long as what they stand for
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    if (figure.kind == Figure::Kind::time_line) chart_axis_set_num_format(chart->x_axis, "yyyy-mm-dd");
    if (is_bar) chart_axis_set_reverse(chart->y_axis);  // the first row on top: the library turns the axes of bars
}

/// Marks of different shapes, without a line between them.
void set_marks(lxw_chart_series* series, lxw_color_t colour, std::size_t number) {
    constexpr std::array<uint8_t, 7> shapes{LXW_CHART_MARKER_CIRCLE,  LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
                                            LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_X,      LXW_CHART_MARKER_PLUS,
                                            LXW_CHART_MARKER_STAR};
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_series_set_line(series, &none);
    chart_series_set_marker_type(series, shapes[number % shapes.size()]);
    chart_series_set_marker_size(series, 8);
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_marker_fill(series, &fill);
    lxw_chart_line edge{};
    edge.color = colour;
    chart_series_set_marker_line(series, &edge);
}

void add_series(lxw_chart* chart, const Plan& plan, const TableSpot& spot, const Series& one, Figure::Kind kind,
                std::size_t number) {
    const std::size_t first = spot.head + 1, last = spot.sums - 1;
    const auto cells = [&](std::size_t column) { return "=" + column_reference(plan, spot.sheet, first, last, column); };
    const std::size_t column = spot.columns[one.column] + (one.is_end ? 1 : 0);
    lxw_chart_series* series = chart_add_series(chart, cells(0).c_str(), cells(column).c_str());
    const std::string& sheet = plan.sheets[spot.sheet].name;
    chart_series_set_name_range(series, sheet.c_str(), static_cast<lxw_row_t>(spot.head), static_cast<lxw_col_t>(column));
    if (has_marks_alone(kind)) return set_marks(series, one.colour, number);
    lxw_chart_fill fill{};
    fill.color = one.colour;
    chart_series_set_fill(series, &fill);
    lxw_chart_line line{};
    line.color = colour::white;
    line.width = 0.75;
    chart_series_set_line(series, &line);
    if (kind != Figure::Kind::shares && kind != Figure::Kind::intervals) chart_series_set_labels(series);
}

}  // namespace

bool is_drawn(const Figure& figure, const Table& numbers) {
    const auto series = series_of(figure, numbers);
    const std::size_t most = figure.kind == Figure::Kind::shares ? most_parts : most_series + 1;
    if (series.empty() || series.size() > most || numbers.rows.empty() || numbers.rows.size() > most_rows) return false;
    return std::all_of(series.begin(), series.end(), [&](const Series& one) { return is_numeric(numbers, one.column); });
}

std::size_t rows_of(const Figure& figure, const Table& numbers) {
    constexpr std::size_t least = 18;
    const bool is_bar = type_of(figure.kind) == LXW_CHART_BAR || type_of(figure.kind) == LXW_CHART_BAR_STACKED_PERCENT;
    const std::size_t bars =
        numbers.rows.size() *
        std::max<std::size_t>(1, figure.kind == Figure::Kind::shares ? 1 : series_of(figure, numbers).size());
    return is_bar ? std::max(least, 5 + bars * 7 / 10) : least;
}

void add_chart(Book& book, lxw_worksheet* sheet, const Plan& plan, const ChartSpot& spot) {
    const TableSpot* numbers = plan.table(spot.numbers);
    if (numbers == nullptr || numbers->sums <= numbers->head + 1) return;
    const lxw_chart_type type = type_of(spot.figure->kind);
    lxw_chart* chart = book.add_chart(type);
    const auto series = series_of(*spot.figure, *numbers->table);
    for (std::size_t i = 0; i < series.size(); ++i) add_series(chart, plan, *numbers, series[i], spot.figure->kind, i);
    dress(chart, *spot.figure, type);
    if (spot.figure->kind == Figure::Kind::intervals) chart_set_series_overlap(chart, 100);
    if (series.size() == 1 || spot.figure->kind == Figure::Kind::intervals)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    lxw_chart_options options{};
    options.x_scale = 1.6;
    options.y_scale = static_cast<double>(spot.rows - 1) * 20 / 288;
    options.description = book.kept(cell_text(shown(spot.figure->sentence)));
    worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(spot.row), 0, chart, &options);
}

}  // namespace je::render::xlsx
