// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/tree_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "base/utf8.hpp"
#include "je/base/language.hpp"
#include "render/html/pieces.hpp"
#include "render/html/words.hpp"
#include "render/values.hpp"

namespace je::render::html {

namespace {

using report::Cell;
using report::Content;
using report::Figure;
using report::Table;

constexpr int above_box = 24;  // of a strip: room for the line that comes in
constexpr int below_strip = 6;
constexpr int level_height = 20;
constexpr int between_rows = 12;
constexpr std::size_t most_lines = 10;  // of a question or an answer; the table has all of it
constexpr std::size_t most_lanes = 40, most_narrow_lanes = 4;

struct TreeAnswer {
    std::string words;
    std::optional<std::size_t> to{};  // place of the question; nothing: it gives a level
    std::string level{};
    double share = 0;  // of the scale of levels, up to it
};
struct TreeQuestion {
    std::string number;
    std::string words;
    std::vector<TreeAnswer> answers{};
};

/// What a cell says of where to go: the number of a question or a level.
struct GoTo {
    std::optional<std::int64_t> question{};
    std::optional<std::string> level{};

    void operator()(const Content& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) question = *number;
        if (const auto* one = std::get_if<report::Level>(&value)) level = one->id;
    }
    void operator()(const report::Range&) {}
    void operator()(const std::string&) {}
    void operator()(const report::Link&) {}
    void operator()(const report::Text& text) {
        for (const report::Run& run : text.runs) std::visit(*this, run);
    }
};

std::optional<std::size_t> place_of_column(const Table& numbers, std::string_view key) {
    for (std::size_t i = 0; i < numbers.columns.size(); ++i)
        if (numbers.columns[i].key == key) return i;
    return std::nullopt;
}

/// Rows of one question stand together.
std::vector<TreeQuestion> questions_of(const Figure& figure, const Table& numbers) {
    const auto number = place_of_column(numbers, "question"), ask = place_of_column(numbers, "ask"),
               answer = place_of_column(numbers, "answer"), go_to = place_of_column(numbers, "go_to");
    if (!number || !ask || !answer || !go_to) return {};
    std::map<std::string, double> shares;
    for (std::size_t i = 0; i < figure.marks.size(); ++i)
        shares.emplace(figure.marks[i].label, static_cast<double>(i + 1) / static_cast<double>(figure.marks.size()));
    std::vector<TreeQuestion> questions;
    std::map<std::string, std::size_t> places;
    for (const auto& row : numbers.rows) {
        const std::string name = shown(row[*number]);
        if (questions.empty() || questions.back().number != name) {
            places.emplace(name, questions.size());
            questions.push_back({name, shown(row[*ask])});
        }
    }
    std::size_t at = 0;
    for (const auto& row : numbers.rows) {
        if (questions[at].number != shown(row[*number])) ++at;
        GoTo goes;
        std::visit(goes, row[*go_to].value);
        TreeAnswer added{shown(row[*answer])};
        if (goes.question) {
            const auto found = places.find(std::to_string(*goes.question));
            if (found != places.end() && found->second > at) added.to = found->second;
        }
        if (!added.to) added.level = goes.level.value_or("?");
        if (const auto share = shares.find(added.level); share != shares.end()) added.share = share->second;
        questions[at].answers.push_back(std::move(added));
    }
    return questions;
}

/// The first characters of a text that fit, at least one, and the others.
std::pair<std::string, std::string> split_to_fit(const std::string& text, double pixels) {
    std::string kept, rest;
    base::each_character(text, [&](const base::DecodedCharacter&, std::string_view bytes) {
        const bool fits = rest.empty() && (kept.empty() || pixels_of(kept + std::string{bytes}) <= pixels);
        (fits ? kept : rest) += bytes;
    });
    return {kept, rest};
}

/// Lines none of which is wider; a word that is, is divided.
std::vector<std::string> fitted_lines(const std::string& text, double pixels) {
    std::vector<std::string> lines;
    for (std::string line : wrapped(text, std::max<std::size_t>(8, static_cast<std::size_t>(pixels / 6)), pixels)) {
        while (pixels_of(line) > pixels && lines.size() <= most_lines) {
            auto [kept, rest] = split_to_fit(line, pixels);
            lines.push_back(std::move(kept));
            line = std::move(rest);
        }
        if (!line.empty() && lines.size() <= most_lines) lines.push_back(std::move(line));
    }
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        while (pixels_of(lines.back() + "\u2026") > pixels)
            lines.back() = split_to_fit(lines.back(), pixels_of(lines.back()) - 1).first;
        lines.back() += "\u2026";
    }
    if (lines.empty()) lines.emplace_back("\u2026");
    return lines;
}

/// As much of a text as fits on a line.
std::string cut_to_fit(const std::string& text, double pixels) {
    if (pixels_of(text) <= pixels) return text;
    return split_to_fit(text, pixels - pixels_of("\u2026")).first + "\u2026";
}

/// The lanes: each for one question, from the first strip with an answer that leads there.
class Lanes {
public:
    explicit Lanes(const std::vector<TreeQuestion>& questions) : lane_of_(questions.size()), from_(questions.size()) {
        std::vector<std::size_t> targets;
        for (std::size_t q = questions.size(); q-- > 0;) {
            for (const TreeAnswer& answer : questions[q].answers)
                if (answer.to) from_[*answer.to] = q;
        }
        for (std::size_t q = 0; q < questions.size(); ++q)
            if (from_[q]) targets.push_back(q);
        // Short ones first, so that they are the inner ones and cross few.
        std::stable_sort(targets.begin(), targets.end(),
                         [&](std::size_t a, std::size_t b) { return a - *from_[a] < b - *from_[b]; });
        for (const std::size_t target : targets) place(target);
    }

    [[nodiscard]] std::size_t count() const { return taken_.size(); }
    [[nodiscard]] std::optional<std::size_t> lane_of(std::size_t question) const { return lane_of_[question]; }
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& from() const { return from_; }

private:
    void place(std::size_t target) {
        const std::size_t from = *from_[target];
        std::size_t lane = 0;
        const auto is_taken = [&](const auto& one) { return from < one.second && one.first < target; };
        while (lane < taken_.size() && std::any_of(taken_[lane].begin(), taken_[lane].end(), is_taken)) ++lane;
        if (lane == taken_.size()) taken_.emplace_back();
        taken_[lane].emplace_back(from, target);
        lane_of_[target] = lane;
    }

    std::vector<std::optional<std::size_t>> lane_of_;  // by question
    std::vector<std::optional<std::size_t>> from_;     // by question: the first that leads to it
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> taken_;
};

std::string stroke(double x1, double y1, double x2, double y2) {
    return fmt::format("<line x1=\"{:g}\" y1=\"{:g}\" x2=\"{:g}\" y2=\"{:g}\" class=\"edge\"/>", x1, y1, x2, y2);
}

class TreeLayout {
public:
    TreeLayout(const Figure& figure, const Table& numbers, int width)
        : questions_{questions_of(figure, numbers)}, lanes_{questions_}, width_{width}, is_narrow_{width < 400} {
        const std::size_t most = is_narrow_ ? most_narrow_lanes : most_lanes;
        has_lanes_ = lanes_.count() > 0 && lanes_.count() <= most;
        if (has_lanes_) {
            lane_step_ = std::clamp(160.0 / static_cast<double>(lanes_.count()), 4.0, is_narrow_ ? 7.0 : 10.0);
            right_ = width - 8 - lane_step_ * static_cast<double>(lanes_.count() - 1) - 2;
        } else {
            right_ = width - 1;
        }
        ends_wide_ = is_narrow_ ? 74 : 92;
        box_wide_ = is_narrow_ ? right_ - 2 : right_ > width - 70 ? 250 : 205;
        answers_from_ = is_narrow_ ? 18 : box_wide_ + 26;
    }

    [[nodiscard]] TreePicture picture() {
        TreePicture picture{width_, right_, {}};
        for (std::size_t q = 0; q < questions_.size(); ++q) picture.strips.push_back(strip(q));
        return picture;
    }

private:
    [[nodiscard]] double lane_at(std::size_t lane) const { return right_ + 8 + lane_step_ * static_cast<double>(lane); }

    void add_words(TreeStrip& strip, const std::vector<std::string>& texts, double x, double y, std::string_view look = {}) {
        TreePart part{TreePart::Kind::words, x, y, 0, static_cast<double>(texts.size()) * line_height};
        for (const std::string& text : texts) {
            strip.inside += fmt::format("<text x=\"{:g}\" y=\"{:g}\"{}>{}</text>", x, y + 13,
                                        look.empty() ? "" : fmt::format(" class=\"{}\"", look), plain(text));
            part.width = std::max(part.width, pixels_of(text, look));
            y += line_height;
        }
        strip.parts.push_back(part);
    }

    [[nodiscard]] TreeStrip strip(std::size_t q) {
        const TreeQuestion& question = questions_[q];
        TreeStrip strip;
        const double box_bottom = add_box(strip, question);
        double y = is_narrow_ ? box_bottom + 8 : above_box - 2;
        std::vector<double> lines;
        for (const TreeAnswer& answer : question.answers) {
            const double end = right_ - ends_wide_;
            const auto words = fitted_lines(answer.words, end - answers_from_ - 12);
            add_words(strip, words, answers_from_ + 4, y);
            y += static_cast<double>(words.size()) * line_height + 3;
            lines.push_back(y);
            strip.inside += stroke(stem_at(), y, answer.to ? end + 4 : end, y);
            answer.to ? add_next(strip, *answer.to, y) : add_level(strip, answer, y);
            y += between_rows;
        }
        add_stem(strip, lines, box_bottom);
        strip.height = static_cast<int>(std::ceil(std::max(y, box_bottom))) + below_strip;
        if (has_lanes_) add_lanes(strip, q, lines);
        return strip;
    }

    /// Where it ends below.
    double add_box(TreeStrip& strip, const TreeQuestion& question) {
        const double words_at = 12 + std::max(24.0, pixels_of(question.number, "bold") + 8);
        const auto words = fitted_lines(question.words, box_wide_ - words_at - 8);
        const double height = static_cast<double>(words.size()) * line_height + 14;
        strip.inside += fmt::format("<rect x=\"1\" y=\"{}\" width=\"{:g}\" height=\"{:g}\" class=\"node\"/>", above_box,
                                    box_wide_ - 1, height);
        strip.parts.push_back({TreePart::Kind::box, 1, above_box, box_wide_ - 1, height});
        add_words(strip, {question.number}, 10, above_box + 7, "bold");
        add_words(strip, words, words_at, above_box + 7);
        return above_box + height;
    }

    [[nodiscard]] double stem_at() const { return is_narrow_ ? 8 : box_wide_ + 13; }

    /// From the box to the lines of its answers.
    void add_stem(TreeStrip& strip, const std::vector<double>& lines, double box_bottom) const {
        if (lines.empty()) return;
        if (is_narrow_) {
            strip.inside += stroke(stem_at(), box_bottom, stem_at(), lines.back());
            return;
        }
        const double middle = std::clamp(lines[lines.size() / 2], above_box + 8.0, box_bottom - 8);
        strip.inside += stroke(box_wide_, middle, stem_at(), middle);
        strip.inside += stroke(stem_at(), std::min(middle, lines.front()), stem_at(), std::max(middle, lines.back()));
    }

    /// Filled as far as the level stands on the scale of levels; its name says which it is.
    void add_level(TreeStrip& strip, const TreeAnswer& answer, double y) {
        const double x = right_ - ends_wide_, top = y - level_height / 2.0, wide = ends_wide_ - 2;
        strip.inside += fmt::format(
            "<rect x=\"{0:g}\" y=\"{1:g}\" width=\"{2:g}\" height=\"{3}\" class=\"mid\"/><rect x=\"{0:g}\" y=\"{1:g}\" "
            "width=\"{4:g}\" height=\"{3}\" class=\"outline\"/>",
            x, top, wide * answer.share, level_height, wide);
        strip.parts.push_back({TreePart::Kind::level, x, top, wide, level_height});
        const std::string name = cut_to_fit(std::string{base::translated("Level")} + " " + answer.level, wide - 12);
        strip.inside += fmt::format("<text x=\"{:g}\" y=\"{:g}\">{}</text>", x + 6, top + 14.5, plain(name));
    }

    void add_next(TreeStrip& strip, std::size_t next, double y) {
        const std::string words = "\u2192 " + questions_[next].number;
        add_words(strip, {cut_to_fit(words, ends_wide_ - 16)}, right_ - ends_wide_ + 8, y - line_height - 2, "bold");
    }

    void add_lanes(TreeStrip& strip, std::size_t q, const std::vector<double>& lines) {
        for (std::size_t target = q; target < questions_.size(); ++target) {
            const auto from = lanes_.from()[target];
            if (!from || *from > q) continue;
            const double x = lane_at(*lanes_.lane_of(target));
            if (target == q) {
                const double box_at = box_wide_ - 24;
                strip.inside += stroke(x, 0, x, 10) + stroke(box_at, 10, x, 10) + stroke(box_at, 10, box_at, above_box - 6);
                strip.inside += fmt::format("<path d=\"M{:g} {}l-4 -8h8Z\" class=\"ink\"/>", box_at, above_box);
                continue;
            }
            double top = *from == q ? strip.height : 0;
            const auto& answers = questions_[q].answers;
            for (std::size_t i = 0; i < answers.size(); ++i) {
                if (answers[i].to != target) continue;
                top = std::min(top, lines[i]);
                strip.inside += stroke(right_ - ends_wide_ + 4, lines[i], x, lines[i]) +
                                fmt::format("<circle cx=\"{:g}\" cy=\"{:g}\" r=\"2.5\" class=\"ink\"/>", x, lines[i]);
            }
            strip.inside += stroke(x, top, x, strip.height);
        }
    }

    std::vector<TreeQuestion> questions_;
    Lanes lanes_;
    int width_;
    bool is_narrow_;
    bool has_lanes_ = false;
    double lane_step_ = 0;
    double right_ = 0;  // of all but lanes
    double ends_wide_ = 0;
    double box_wide_ = 0;
    double answers_from_ = 0;
};

std::string tree_image(const Figure& figure, const Table& numbers, int width, std::string_view look) {
    const TreePicture picture = tree_picture(figure, numbers, width);
    std::string out = fmt::format("<div class=\"tree {}\" role=\"img\" aria-label=\"{}\">\n", look, plain_of(figure.sentence));
    for (const TreeStrip& strip : picture.strips)
        out += fmt::format("<svg width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" aria-hidden=\"true\">{2}</svg>\n", width,
                           strip.height, strip.inside);
    return out + "</div>\n";
}

}  // namespace

TreePicture tree_picture(const Figure& figure, const Table& numbers, int width) {
    return TreeLayout{figure, numbers, width}.picture();
}

int height_of(const TreePicture& picture) {
    int height = 0;
    for (const TreeStrip& strip : picture.strips) height += strip.height;
    return height;
}

std::string one_drawing(const TreePicture& picture) {
    std::string out;
    int y = 0;
    for (const TreeStrip& strip : picture.strips) {
        out += fmt::format("<svg y=\"{}\" width=\"{}\" height=\"{}\" overflow=\"visible\">{}</svg>", y, picture.width,
                           strip.height, strip.inside);
        y += strip.height;
    }
    return out;
}

std::string tree_images(const Figure& figure, const Table& numbers) {
    return tree_image(figure, numbers, tree_width, "wide") + tree_image(figure, numbers, narrow_tree_width, "narrow");
}

}  // namespace je::render::html
