// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace je::render::html {

// What drawings are made of. Places along a drawing are shares of its width, what has room on the smallest screen has room
// anywhere.

inline constexpr double narrowest = 280;          // pixels of a drawing on the smallest screen whose letters do not shrink
inline constexpr double narrowest_in_cell = 144;  // and in a cell of a table
inline constexpr std::size_t longest_name = 24;   // columns of a name in a drawing
inline constexpr int line_height = 17;            // pixels
/// What touches the edge loses half of its line on paper.
inline constexpr double end_of_drawing = 0.9985;

/// Places along a drawing, from its first value to its last.
struct Scale {
    double first = 0;
    double last = 1;
    [[nodiscard]] double at(double value) const {
        return last > first ? std::clamp((value - first) / (last - first), 0.0, 1.0) : 0;
    }
};

/// At most so many columns of the text.
[[nodiscard]] std::string shortened(const std::string& name, std::size_t longest = longest_name);
/// Pixels that a text takes in the widest of the usual fonts. Readers have fonts of their own, so this is a bound and no
/// measure.
[[nodiscard]] double pixels_of(std::string_view text, std::string_view look = {});
/// How much of the narrowest drawing a text takes, with a gap to its neighbour.
[[nodiscard]] double width_of(std::string_view text, std::string_view look = {}, double narrow = narrowest);
/// Lines of at most so many columns, fewer where that takes more pixels.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, std::size_t columns, double pixels,
                                               std::string_view look = {});

/// A text that stays inside the drawing: it begins at its place near the left edge, ends there near the right one.
struct Label {
    double at;
    std::string text;
    std::string_view look{};
    double narrow = narrowest;  // of the drawing it is in
    [[nodiscard]] double width() const { return width_of(text, look, narrow); }
    [[nodiscard]] double from() const { return std::clamp(at - width() / 2, 0.0, std::max(0.0, end_of_drawing - width())); }
    [[nodiscard]] std::string drawn(int y) const;

private:
    [[nodiscard]] std::string_view anchor() const;
    [[nodiscard]] double place() const;
};

/// Rows of labels in which none meets another, few of them: what has no room in the last is left out.
class LabelRows {
public:
    explicit LabelRows(std::size_t most) : most_{most} {}
    /// The row; nothing: there is no room.
    std::optional<std::size_t> place(const Label& label);
    [[nodiscard]] std::size_t count() const { return rows_.size(); }

private:
    std::size_t most_;
    std::vector<std::vector<std::pair<double, double>>> rows_;
};

/// "97.1%".
[[nodiscard]] std::string percent(double part);
[[nodiscard]] std::string rect(double from, double to, int y, int height, std::string_view look);
[[nodiscard]] std::string line(double at, int from, int to, std::string_view look);
/// An upright line that is seen on any ground.
[[nodiscard]] std::string mark(double at, int from, int to);
[[nodiscard]] std::string circle(double at, int y, double radius, std::string_view look);
/// A line along the whole drawing.
[[nodiscard]] std::string axis(int y);

/// A band from its floor to where it ends.
struct Segment {
    std::string name;
    double from;
    double to;
};
/// Gives a last band without an end the length of the middle one of the others.
void close_last(std::vector<Segment>& bands);

}  // namespace je::render::html
