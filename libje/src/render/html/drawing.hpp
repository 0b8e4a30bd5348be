// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/document.hpp"

namespace je::render::html {

// Figures as SVG. All places along a drawing are shares of its width, heights and letters are in pixels: it stretches with the
// page, and no letter shrinks. A drawing that stands by itself is an image with a name; one in a cell of a table repeats the
// cell's number, and is silent.

/// From where to where a cell goes along a drawing; a cell of one number, and a range without an end, end where they begin.
struct Extent {
    double from;
    double to;
};
/// Nothing where the cell begins with no number.
[[nodiscard]] std::optional<Extent> extent_of(const report::Cell& cell);
/// Where it begins.
[[nodiscard]] std::optional<double> number_in(const report::Cell& cell);

/// What is drawn, without its frame.
struct Drawing {
    int height = 0;        // pixels
    std::string inside{};  // empty: there is nothing to draw
    std::string_view name{};
};

/// The drawing of a figure that stands by itself, over its numbers: band ladder, strip, time line, slope, histogram. Empty
/// where the figure is drawn in the rows of its table, and where there is nothing to draw.
[[nodiscard]] Drawing drawing(const report::Figure& figure, const report::Table& numbers);
/// As an image of a page, with a name and a sentence that says what it shows.
[[nodiscard]] std::string image(const report::Figure& figure, const Drawing& drawing);
/// As a part of a cell; nothing for an empty one.
[[nodiscard]] std::string in_cell(const Drawing& drawing);

/// Draws the cells of one table of a figure whose rows hold the drawing: factor profile, dot plot, shares, intervals.
class RowDrawing {
public:
    /// Whether it draws this figure; `drawing` does otherwise.
    [[nodiscard]] static bool draws(const report::Figure& figure);

    RowDrawing(const report::Figure& figure, const report::Table& numbers);

    /// What the whole length of a bar stands for, in a sentence; empty where there are no bars.
    [[nodiscard]] std::string scale() const;
    /// What stands under the number of a cell.
    [[nodiscard]] Drawing under(const std::vector<report::Cell>& row, std::size_t column) const;
    /// Whether the rows have one more cell for the drawing.
    [[nodiscard]] bool has_column() const { return !column_head_.empty(); }
    [[nodiscard]] const std::string& column_head() const { return column_head_; }
    [[nodiscard]] Drawing in_column(const std::vector<report::Cell>& row) const;

private:
    [[nodiscard]] Drawing bar(const std::vector<report::Cell>& row, std::size_t column) const;
    [[nodiscard]] Drawing interval(const std::vector<report::Cell>& row, std::size_t column) const;
    [[nodiscard]] Drawing dots(const std::vector<report::Cell>& row) const;
    [[nodiscard]] std::optional<double> in_band(const std::vector<report::Cell>& row, std::size_t column) const;
    [[nodiscard]] double whole(const std::vector<report::Cell>& row) const;
    [[nodiscard]] Drawing stacked(const std::vector<report::Cell>& row) const;
    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view key) const;

    const report::Figure& figure_;
    const report::Table& numbers_;
    std::string column_head_;
    double largest_ = 0;  // of what bars show
};

}  // namespace je::render::html
