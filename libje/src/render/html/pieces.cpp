// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/pieces.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/utf8.hpp"
#include "je/base/text.hpp"
#include "render/html/words.hpp"

namespace je::render::html {

namespace {

constexpr double letter = 7.6;  // pixels of a wide letter or digit

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

double width_of(std::string_view text) { return (static_cast<double>(base::display_width(text)) * letter + 6) / narrowest; }

std::string_view Label::anchor() const {
    if (at - width() / 2 < 0) return "start";
    return at + width() / 2 > end_of_drawing ? "end" : "middle";
}

double Label::place() const { return anchor() == "start" ? 0.0 : anchor() == "end" ? end_of_drawing : at; }

std::string Label::drawn(int y, std::string_view look) const {
    return fmt::format("<text x=\"{}\" y=\"{}\" class=\"{} {}\">{}</text>", percent(place()), y, anchor(), look, plain(text));
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
