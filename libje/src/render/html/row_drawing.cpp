// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "base/wording.hpp"
#include "je/base/language.hpp"
#include "render/html/drawing.hpp"
#include "render/html/pieces.hpp"
#include "render/html/words.hpp"
#include "render/values.hpp"

namespace je::render::html {

namespace {

using report::Cell;
using report::Content;
using report::Figure;

constexpr double widest_share = 0.5;  // weights above are drawn as going on to the end

/// For places in a drawing alone.
double as_double(base::Decimal number) {
    return static_cast<double>(number.units()) / static_cast<double>(base::Decimal::units_per_one);
}

struct NumberOf {
    std::optional<double> operator()(std::int64_t number) const { return static_cast<double>(number); }
    std::optional<double> operator()(const report::Points& points) const { return as_double(points.amount); }
    std::optional<double> operator()(const report::Money& money) const { return as_double(money.amount); }
    std::optional<double> operator()(const report::Share& share) const { return share.part; }
    std::optional<double> operator()(const report::Estimate& number) const { return number.value; }
    template <class Other>
    std::optional<double> operator()(const Other&) const {
        return std::nullopt;
    }
};

std::optional<double> number_of(const Content& value) { return std::visit(NumberOf{}, value); }

/// Totals and margins below the factors have figures of their own.
bool is_of_a_factor(const std::vector<Cell>& row) {
    const Content* first = row.empty() ? nullptr : row.front().content();
    return first != nullptr && std::holds_alternative<report::Name>(*first);
}

bool is_of(std::string_view key, std::string_view kind) { return key.starts_with(kind) && key.size() > kind.size(); }

/// Columns that have a bar; of an unfinished job that of the highest points, which begins at the lowest.
bool shows_points(std::string_view key) { return key == "points" || key == "points_max" || is_of(key, "points:"); }

/// The levels that a cell lists.
std::vector<std::string> levels_in(const Cell& scale) {
    std::vector<std::string> levels;
    if (const Content* one = scale.content()) return {shown(*one)};
    for (const report::Run& run : std::get<report::Text>(scale.value).runs) {
        const auto* content = std::get_if<Content>(&run);
        const auto* level = content != nullptr ? std::get_if<report::Level>(content) : nullptr;
        if (level != nullptr) levels.push_back(level->id);
    }
    return levels;
}

}  // namespace

std::optional<Extent> extent_of(const Cell& cell) {
    if (const auto* range = std::get_if<report::Range>(&cell.value)) {
        const auto from = number_of(range->from);
        return from ? std::optional{Extent{*from, number_of(range->to).value_or(*from)}} : std::nullopt;
    }
    const Content* content = cell.content();
    const auto number = content != nullptr ? number_of(*content) : std::nullopt;
    return number ? std::optional{Extent{*number, *number}} : std::nullopt;
}

std::optional<double> number_in(const Cell& cell) {
    const auto extent = extent_of(cell);
    return extent ? std::optional{extent->from} : std::nullopt;
}

bool RowDrawing::draws(const Figure& figure) {
    switch (figure.kind) {
        case Figure::Kind::factor_profile:
        case Figure::Kind::dot_plot:
        case Figure::Kind::shares:
        case Figure::Kind::intervals:
            return true;
        case Figure::Kind::band_ladder:
        case Figure::Kind::strip:
        case Figure::Kind::slope:
        case Figure::Kind::time_line:
        case Figure::Kind::histogram:
        case Figure::Kind::tree:
            return false;
    }
    return false;
}

RowDrawing::RowDrawing(const Figure& figure, const report::Table& numbers) : figure_{figure}, numbers_{numbers} {
    if (figure.kind == Figure::Kind::dot_plot) column_head_ = base::translated("Who gave what");
    if (figure.kind == Figure::Kind::shares) column_head_ = base::translated("Side by side");
    if (figure.kind != Figure::Kind::factor_profile) return;
    for (const auto& row : numbers.rows) {
        if (!is_of_a_factor(row)) continue;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string& key = numbers.columns[i].key;
            if (shows_points(key) || key == "largest") largest_ = std::max(largest_, number_in(row[i]).value_or(0));
        }
    }
}

std::string RowDrawing::scale() const {
    switch (figure_.kind) {
        case Figure::Kind::factor_profile:
            return largest_ > 0 ? base::worded("A bar over the whole width is {} points.", fmt::format("{:.10g}", largest_))
                                : std::string{};
        case Figure::Kind::intervals:
            return base::worded("The bars lie between 0 % and {:.10g} % of all weight; an arrow goes on beyond that.",
                                100 * widest_share);
        case Figure::Kind::shares:
            return std::string{base::translated("A bar over the whole width is 100 %.")};
        default:
            return {};
    }
}

Drawing RowDrawing::under(const std::vector<Cell>& row, std::size_t column) const {
    switch (figure_.kind) {
        case Figure::Kind::factor_profile:
            return bar(row, column);
        case Figure::Kind::intervals:
            return interval(row, column);
        default:
            return {};
    }
}

Drawing RowDrawing::in_column(const std::vector<Cell>& row) const {
    return figure_.kind == Figure::Kind::dot_plot ? dots(row) : stacked(row);
}

std::optional<std::size_t> RowDrawing::column_of(std::string_view key) const {
    const auto found = std::find_if(numbers_.columns.begin(), numbers_.columns.end(),
                                    [&](const report::Column& column) { return column.key == key; });
    return found == numbers_.columns.end() ? std::nullopt
                                           : std::optional{static_cast<std::size_t>(found - numbers_.columns.begin())};
}

/// The points filled, what is not known of them hatched, up to the largest possible as an outline.
Drawing RowDrawing::bar(const std::vector<Cell>& row, std::size_t column) const {
    const std::string& key = numbers_.columns[column].key;
    if (!shows_points(key) || largest_ <= 0 || !is_of_a_factor(row)) return {};
    auto points = extent_of(row[column]);
    if (!points) return {};
    if (const auto lowest = key == "points_max" ? column_of("points_min") : std::nullopt)
        points->from = number_in(row[*lowest]).value_or(points->from);
    std::string inside;
    if (const auto largest = column_of("largest")) {
        if (const auto all = number_in(row[*largest])) inside += rect(0, *all / largest_, 1, 8, "outline");
    }
    inside += rect(0, points->from / largest_, 1, 8, "strong");
    if (points->to > points->from)
        inside += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"5\" y2=\"5\" class=\"hatched\"/>",
                              percent(points->from / largest_), percent(points->to / largest_));
    return {10, std::move(inside)};
}

/// The end of a bar that goes on.
std::string arrow() {
    return fmt::format("<svg x=\"{}\"><path d=\"M-9 -2L1 5L-9 12Z\" class=\"strong rim\"/></svg>", percent(1));
}

/// Where the band holds as a bar, the weight now as a line across it, on a line from 0 to the widest share.
Drawing RowDrawing::interval(const std::vector<Cell>& row, std::size_t column) const {
    const auto holds = extent_of(row[column]);
    if (numbers_.columns[column].key != "range" || !holds) return {};
    std::string inside = rect(0, 1, 4, 2, "mid") + line(0, 0, 10, "edge") +
                         rect(holds->from / widest_share, std::min(holds->to / widest_share, 1.0), 1, 8, "strong");
    inside += holds->to > widest_share ? arrow() : line(1, 0, 10, "edge");
    const auto now = column_of("now");
    if (const auto weight = now ? number_in(row[*now]) : std::nullopt)
        inside += fmt::format("<rect x=\"{}\" y=\"0\" width=\"2\" height=\"10\" class=\"ink rim\"/>",
                              percent(*weight / widest_share));
    return {10, std::move(inside)};
}

/// A column for each level; those who gave it as dots beside one another, what was agreed as a ring about the column.
Drawing RowDrawing::dots(const std::vector<Cell>& row) const {
    const auto scale_at = column_of("scale");
    if (!scale_at) return {};
    const auto scale = levels_in(row[*scale_at]);
    std::map<std::string, int> given;
    std::string agreed;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& key = numbers_.columns[i].key;
        const Content* content = row[i].content();
        const auto* level = content != nullptr ? std::get_if<report::Level>(content) : nullptr;
        if (level == nullptr) continue;
        if (is_of(key, "level:")) ++given[level->id];
        if (key == "agreed") agreed = level->id;
    }
    std::string inside = rect(0, 1, 17, 1, "mid");
    std::vector<Label> names;
    std::vector<bool> is_marked;
    for (std::size_t i = 0; i < scale.size(); ++i) {
        const double at = (static_cast<double>(i) + 0.5) / static_cast<double>(scale.size());
        std::string marks;
        const int count = given[scale[i]];
        const int drawn = std::min(count, 3);
        for (int dot = 0; dot < drawn; ++dot)
            marks += fmt::format("<circle cx=\"{}\" cy=\"8\" r=\"3.5\" class=\"strong\"/>", 8 * dot - 4 * (drawn - 1));
        if (scale[i] == agreed) marks += "<rect x=\"-15\" y=\"1\" width=\"30\" height=\"14\" rx=\"7\" class=\"ring\"/>";
        if (!marks.empty()) inside += fmt::format("<svg x=\"{}\">{}</svg>", percent(at), marks);
        names.push_back({at, count > 3 ? fmt::format("{}: {}", scale[i], count) : scale[i], "", narrowest_in_cell});
        is_marked.push_back(!marks.empty());
    }
    LabelRows below{2};
    std::vector<std::optional<std::size_t>> rows(names.size());
    for (const bool wanted : {true, false}) {  // levels that somebody gave have room first
        for (std::size_t i = 0; i < names.size(); ++i)
            if (is_marked[i] == wanted) rows[i] = below.place(names[i]);
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (rows[i]) inside += names[i].drawn(30 + static_cast<int>(*rows[i]) * line_height);
    return {17 + static_cast<int>(below.count()) * line_height, std::move(inside)};
}

/// What is in the bands as numbers, in the columns of a table; nothing in other columns.
std::optional<double> RowDrawing::in_band(const std::vector<Cell>& row, std::size_t column) const {
    return numbers_.columns[column].key.starts_with("band:") ? number_in(row[column]) : std::nullopt;
}

/// What the numbers of the bands are parts of: shares of one, counts of all that are counted.
double RowDrawing::whole(const std::vector<Cell>& row) const {
    double sum = 0;
    bool are_counts = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        sum += in_band(row, i).value_or(0);
        are_counts = are_counts || (in_band(row, i) && numbers_.columns[i].role == report::Role::count);
    }
    return are_counts && sum > 0 ? sum : 1;
}

/// The shares of the bands one after another, each named where it has room.
Drawing RowDrawing::stacked(const std::vector<Cell>& row) const {
    std::string inside;
    double from = 0;
    bool strong = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& key = numbers_.columns[i].key;
        auto share = in_band(row, i);
        if (!share || *share <= 0) continue;
        *share /= whole(row);
        inside += rect(from, from + *share, 1, 16, strong ? "strong part" : "mid part");
        const Label name{from + *share / 2, key.substr(5), strong ? "inverse" : "", narrowest_in_cell};
        if (name.width() < *share) inside += name.drawn(13);
        from += *share;
        strong = !strong;
    }
    return {18, std::move(inside)};
}

}  // namespace je::render::html
