// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/document.hpp"

namespace je::render::html {

// The picture of a tree of questions. From the top down each question has a strip: its box at the left, a line to each of its
// answers, and at the end of the line the level that it gives, or the number of the next question. From there a line goes down
// a lane at the right edge, one lane for all that lead to the same question, and back into that question's strip. So nothing
// but lanes passes a strip, a tree of any size has room, and paper is divided between strips.

/// Where something stands in a strip, in pixels.
struct TreePart {
    enum class Kind { box, words, level };
    Kind kind = Kind::words;
    double x = 0, y = 0, width = 0, height = 0;
};

struct TreeStrip {
    int height = 0;
    std::string inside{};           // SVG
    std::vector<TreePart> parts{};  // of it; none lies on another
};

struct TreePicture {
    int width = 0;
    double lanes_from = 0;  // where the lanes begin, right of all parts
    std::vector<TreeStrip> strips{};
};

inline constexpr int tree_width = 660;         // pixels: a sheet of paper, and most screens
inline constexpr int narrow_tree_width = 280;  // the smallest screen
/// Of a figure of kind tree, over its numbers. In a narrow picture answers stand below their question, and where there are many
/// lanes the numbers of questions alone say where to go. No strips where there is nothing to draw.
[[nodiscard]] TreePicture tree_picture(const report::Figure& figure, const report::Table& numbers, int width);
/// The strips one under another, as a part of an image.
[[nodiscard]] std::string one_drawing(const TreePicture& picture);
[[nodiscard]] int height_of(const TreePicture& picture);

/// As images of a page, wide and narrow, of which the width of the screen chooses one.
[[nodiscard]] std::string tree_images(const report::Figure& figure, const report::Table& numbers);

}  // namespace je::render::html
