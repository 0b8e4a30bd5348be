// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/pieces.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>

#include "base/utf8.hpp"
#include "je/base/text.hpp"
#include "render/html/words.hpp"

namespace je::render::html {

namespace {

constexpr double letter_size = 13;  // pixels, as in page.css
constexpr double bolder = 1.16;
constexpr double label_gap = 4;  // pixels to the next label

/// Widths of '\x20' to '~' in hundredths of the size of the letters: those of DejaVu Sans, which has Verdana's and is the
/// widest font that screens usually show. Segoe UI, Roboto, Helvetica and Arial take a tenth to a fifth less.
constexpr std::array<unsigned char, 95> ascii_widths{
    32, 40, 46, 84, 64, 95, 78, 28, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,  // to '7'
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 78, 75, 30, 30, 66, 56, 86, 75, 79,  // to 'O'
    60, 79, 70, 64, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 64, 55, 64, 62, 35, 64,  // to 'g'
    63, 28, 28, 58, 28, 97, 63, 61, 64,  64, 41, 52, 39, 63, 59, 82, 59, 59, 53, 64, 34, 64, 84};

/// Of other characters by what they are most like.
double em_of(std::uint32_t code, std::string_view bytes) {
    if (code >= 0x20 && code < 0x7f) return ascii_widths[code - 0x20] / 100.0;
    const std::size_t columns = base::display_width(bytes);
    if (columns != 1) return columns == 0 ? 0 : 1.2;
    const bool is_sign = code >= 0x2014 && code < 0x2c00;  // dashes, ellipsis, arrows
    const bool is_cyrillic = code >= 0x400 && code < 0x530;
    return is_sign ? 1 : is_cyrillic ? 0.85 : 0.75;
}

}  // namespace

std::string shortened(const std::string& name, std::size_t longest) {
    if (base::display_width(name) <= longest) return name;
    std::string kept;
    std::size_t columns = 0;
    base::each_character(name, [&](const base::DecodedCharacter&, std::string_view bytes) {
        columns += base::display_width(bytes);
        if (columns < longest) kept += bytes;
    });
    return kept + "\u2026";
}

double pixels_of(std::string_view text, std::string_view look) {
    double em = 0;
    base::each_character(text,
                         [&](const base::DecodedCharacter& one, std::string_view bytes) { em += em_of(one.code, bytes); });
    return em * letter_size * (look == "bold" ? bolder : 1);
}

double width_of(std::string_view text, std::string_view look, double narrow) {
    return (pixels_of(text, look) + label_gap) / narrow;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t columns, double pixels, std::string_view look) {
    constexpr std::size_t fewest = 8;
    for (;; --columns) {
        auto lines = base::wrap(text, columns);
        const bool fit =
            std::all_of(lines.begin(), lines.end(), [&](const auto& one) { return pixels_of(one, look) <= pixels; });
        if (fit || columns <= fewest) return lines;
    }
}

std::string_view Label::anchor() const {
    if (at - width() / 2 < 0) return "start";
    return at + width() / 2 > end_of_drawing ? "end" : "middle";
}

double Label::place() const { return anchor() == "start" ? 0.0 : anchor() == "end" ? end_of_drawing : at; }

std::string Label::drawn(int y) const {
    return fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}{}{}\">{}</text>", percent(place()), y, anchor(),
                       look.empty() ? "" : " ", look, plain(text));
}

std::optional<std::size_t> LabelRows::place(const Label& label) {
    const std::pair<double, double> taken{label.from(), label.from() + label.width()};
    for (std::size_t row = 0; row < most_; ++row) {
        if (row == rows_.size()) rows_.emplace_back();
        const bool free = std::none_of(rows_[row].begin(), rows_[row].end(), [&](const auto& other) {
            return taken.first < other.second && other.first < taken.second;
        });
        if (!free) continue;
        rows_[row].push_back(taken);
        return row;
    }
    return std::nullopt;
}

std::string percent(double part) {
    return fmt::format("{:.10g}%", std::round(10'000 * std::clamp(part, 0.0, end_of_drawing)) / 100);
}

std::string rect(double from, double to, int y, int height, std::string_view look) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>", percent(from), y,
                       percent(std::max(0.0, std::min(to, end_of_drawing) - from)), height, look);
}

std::string line(double at, int from, int to, std::string_view look) {
    return fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\" class=\"{3}\"/>", percent(at), from, to, look);
}

std::string mark(double at, int from, int to) { return line(at, from, to, "halo") + line(at, from, to, "mark"); }

std::string circle(double at, int y, double radius, std::string_view look) {
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>", percent(at), y, radius, look);
}

std::string axis(int y) {
    return fmt::format("<line x1=\"0%\" x2=\"{0}\" y1=\"{1}\" y2=\"{1}\" class=\"edge\"/>", percent(end_of_drawing), y);
}

void close_last(std::vector<Segment>& bands) {
    if (bands.empty() || bands.back().to > bands.back().from) return;
    std::vector<double> lengths;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) lengths.push_back(bands[i].to - bands[i].from);
    std::sort(lengths.begin(), lengths.end());
    Segment& top = bands.back();
    top.to = top.from + (lengths.empty() ? std::max(1.0, top.from) : lengths[lengths.size() / 2]);
}

}  // namespace je::render::html
