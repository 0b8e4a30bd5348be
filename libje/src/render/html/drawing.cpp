// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "render/html/pieces.hpp"
#include "render/html/tree_drawing.hpp"
#include "render/html/words.hpp"
#include "render/values.hpp"

namespace je::render::html {

namespace {

using report::Cell;
using report::Figure;
using report::Table;

constexpr std::size_t most_dots = 300;  // in a strip; more are counted
constexpr double large = 4.5;           // radius of a circle that stands alone

/// The bands from floor to floor; the last, which may have no end, is as long as the middle one of the others.
std::vector<Segment> segments_of(const Table& numbers) {
    std::vector<Segment> bands;
    for (const auto& row : numbers.rows) {
        const auto totals = row.size() > 1 ? extent_of(row[1]) : std::nullopt;
        if (!totals) return {};
        bands.push_back({shown(row[0]), totals->from, totals->to});
    }
    close_last(bands);
    return bands;
}

struct Mark {
    std::string name;
    std::string value;
    double from;
    double to;
    std::string by_rule;  // the band that a rule puts it into; empty: that of its points
};

std::vector<Mark> marks_of(const Figure& figure) {
    std::vector<Mark> marks;
    for (const Figure::Mark& mark : figure.marks) {
        const Cell cell = std::visit([](const auto& at) { return Cell{at}; }, mark.at);
        if (const auto extent = extent_of(cell))
            marks.push_back({mark.label, shown(cell), extent->from, extent->to, mark.by_rule});
    }
    return marks;
}

/// "post 451 to 467"; a name that leaves no room for its value is cut.
Label label_of(const Mark& mark, double at) {
    for (std::size_t longest = longest_name;; --longest) {
        Label label{at, shortened(mark.name, longest) + " " + mark.value, "bold"};
        if (label.width() <= end_of_drawing || longest == 1) return label;
    }
}

/// Whether the last band states its largest total.
bool has_end(const Table& numbers) {
    const auto* totals = std::get_if<report::Range>(&numbers.rows.back()[1].value);
    return totals != nullptr && totals->end != report::Range::End::open;
}

/// The middle of the widest part of a band that no mark crosses: there its name is read.
double free_middle(const Segment& band, const std::vector<Mark>& marks) {
    std::vector<double> ends{band.from, band.to};
    for (const Mark& mark : marks) {
        for (const double end : {mark.from, mark.to}) {
            if (end > band.from && end < band.to) ends.push_back(end);
        }
    }
    std::sort(ends.begin(), ends.end());
    std::pair<double, double> widest{band.from, band.from};
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        if (ends[i + 1] - ends[i] > widest.second - widest.first) widest = {ends[i], ends[i + 1]};
    }
    return (widest.first + widest.second) / 2;
}

Drawing band_ladder(const Figure& figure, const Table& numbers) {
    auto bands = segments_of(numbers);
    const auto marks = marks_of(figure);
    if (bands.empty()) return {};
    Scale scale{bands.front().from, bands.back().to};
    for (const Mark& mark : marks) {
        scale.first = std::min(scale.first, mark.from);
        scale.last = std::max(scale.last, mark.to);
    }
    if (!has_end(numbers)) bands.back().to = scale.last;
    LabelRows above{6};
    std::string ticks, names;
    std::vector<std::pair<std::size_t, Label>> placed;
    for (const Mark& mark : marks) {
        const Label label = label_of(mark, scale.at((mark.from + mark.to) / 2));
        if (const auto row = above.place(label)) placed.emplace_back(*row, label);
    }
    const int bar = static_cast<int>(above.count()) * line_height + 8;
    for (const auto& [row, label] : placed) names += label.drawn(bar - 10 - static_cast<int>(row) * line_height);
    std::string inside;
    LabelRows inner{1}, below{2};
    const auto holds = [&](const Segment& band) {
        return std::any_of(marks.begin(), marks.end(), [&](const Mark& m) { return m.to >= band.from && m.from < band.to; });
    };
    const auto is_by_rule = [&](const Segment& band) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const Mark& m) { return !m.by_rule.empty() && m.by_rule == band.name; });
    };
    for (const bool wanted : {true, false}) {  // bands with a mark have their names first
        for (const Segment& band : bands) {
            if (holds(band) != wanted) continue;
            const double from = scale.at(band.from), to = scale.at(band.to);
            inside += rect(from, to, bar, 26, wanted ? "strong part" : "mid part");
            const Label name{scale.at(free_middle(band, marks)), shortened(band.name), wanted ? "inverse" : ""};
            if (name.width() < to - from && inner.place(name)) inside += name.drawn(bar + 18);
            const Label floor{from, fmt::format("{:.10g}", band.from), "quiet"};
            if (const auto row = below.place(floor)) inside += floor.drawn(bar + 42 + static_cast<int>(*row) * line_height);
            inside += line(from, bar + 26, bar + 30, "edge");
            if (is_by_rule(band)) ticks += rect(from, to, bar + 2, 22, "by-rule");
        }
    }
    std::set<double> ends;
    for (const Mark& mark : marks) {
        if (mark.to > mark.from) ticks += rect(scale.at(mark.from), scale.at(mark.to), bar - 4, 4, "ink");
        ends.insert({mark.from, mark.to});
    }
    for (const double end : ends) ticks += html::mark(scale.at(end), bar - 6, bar + 26);
    return {bar + 29 + static_cast<int>(below.count()) * line_height, inside + ticks + names, "Bands and totals"};
}

/// Columns that begin at each floor, a dot for each total; above so many jobs bars with their counts.
Drawing strip(const Figure& figure, const Table& numbers) {
    std::vector<double> totals;
    for (const auto& row : numbers.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (numbers.columns[i].key != "total") continue;
            if (const auto total = number_in(row[i])) totals.push_back(*total);
        }
    }
    const auto floors = marks_of(figure);
    if (totals.empty() || floors.empty()) return {};
    std::sort(totals.begin(), totals.end());
    const Scale scale{std::min(totals.front(), floors.front().from),
                      std::max(totals.back(), floors.back().from) + std::max(1.0, (totals.back() - totals.front()) / 20)};
    constexpr int base_line = 84;
    std::string inside;
    if (totals.size() <= most_dots) {
        double last = -1;
        int stacked = 0;
        for (const double total : totals) {
            const double at = scale.at(total);
            stacked = at - last < 6 / narrowest && stacked < 9 ? stacked + 1 : 0;
            if (stacked == 0) last = at;
            inside += circle(last, base_line - 6 - 8 * stacked, 3.5, "strong");
        }
    } else {
        std::vector<std::size_t> counts(floors.size() + 1, 0);
        for (const double total : totals) {
            const auto above = std::count_if(floors.begin(), floors.end(), [&](const Mark& m) { return m.from <= total; });
            ++counts[static_cast<std::size_t>(above)];
        }
        const auto most = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
        LabelRows room{1};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] == 0) continue;
            const double from = i == 0 ? 0 : scale.at(floors[i - 1].from);
            const double to = i == floors.size() ? end_of_drawing : scale.at(floors[i].from);
            const int height = std::max(1, static_cast<int>(60 * static_cast<double>(counts[i]) / most));
            inside += rect(from, to, base_line - height, height, "strong part");
            const Label count{(from + to) / 2, fmt::format("{}", counts[i]), "quiet"};
            if (room.place(count)) inside += count.drawn(base_line - height - 4);
        }
    }
    inside += axis(base_line);
    LabelRows below{2};
    for (const Mark& floor : floors) {
        inside += line(scale.at(floor.from), 14, base_line + 5, "dashed");
        const Label name{scale.at(floor.from), shortened(floor.name), "quiet"};
        if (const auto row = below.place(name)) inside += name.drawn(base_line + 19 + static_cast<int>(*row) * line_height);
    }
    return {base_line + 14 + static_cast<int>(below.count()) * line_height, inside, "Totals over the floors of the bands"};
}

/// The first row before at the left and after at the right, the larger one higher.
Drawing slope(const Table& numbers) {
    if (numbers.rows.empty() || numbers.rows.front().size() < 3) return {};
    const auto before = number_in(numbers.rows.front()[1]);
    const auto after = number_in(numbers.rows.front()[2]);
    if (!before || !after) return {};
    constexpr double left = 0.2, right = 0.8;
    const int first = *before < *after ? 58 : *before > *after ? 22 : 40;
    const int second = 80 - first;
    const auto beside = [](int y, bool above) { return above ? y - 10 : y + 22; };
    const bool falls = first < second;  // each label stands on the side of its point that the line leaves free
    std::string inside =
        Label{left, fmt::format("before {}", shown(numbers.rows.front()[1])), "quiet"}.drawn(beside(first, falls));
    inside += Label{right, fmt::format("after {}", shown(numbers.rows.front()[2])), "bold"}.drawn(beside(second, !falls));
    inside += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"mark\"/>", percent(left), percent(right),
                          first, second);
    inside += circle(left, first, large, "open") + circle(right, second, large, "strong");
    return {84, inside, "Before and after"};
}

/// Events at their days along a line; the first and the last day are written.
Drawing time_line(const Table& numbers) {
    std::vector<base::Date> days;
    for (const auto& row : numbers.rows) {
        const report::Content* day = row.empty() ? nullptr : row.front().content();
        if (day != nullptr && std::holds_alternative<base::Date>(*day)) days.push_back(std::get<base::Date>(*day));
    }
    if (days.size() < 2) return {};
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const Scale scale{0, static_cast<double>(std::max<std::int64_t>(1, first->days_until(*last)))};
    std::string inside = axis(10);
    for (const base::Date day : days)
        inside += circle(scale.at(static_cast<double>(first->days_until(day))), 10, large, "strong rim");
    inside += Label{0, first->to_string(), "quiet"}.drawn(32) + Label{end_of_drawing, last->to_string(), "quiet"}.drawn(32);
    return {38, inside, "Time line"};
}

/// Bars from a common line, beside a scale of 0, the half and the most where that is a whole number.
Drawing histogram(const Table& numbers) {
    double most = 0;
    for (const auto& row : numbers.rows) most = std::max(most, row.size() > 1 ? number_in(row[1]).value_or(0) : 0);
    if (most <= 0) return {};
    constexpr int base_line = 104, tall = 80;
    const auto written = [](double count) { return fmt::format("{:.10g}", count); };
    const double left = width_of(written(most));
    std::string inside;
    for (const double count : {0.0, most / 2, most}) {
        if (count != std::floor(count)) continue;
        const int y = base_line - static_cast<int>(tall * count / most);
        inside += fmt::format("<text x=\"0\" y=\"{}\" class=\"quiet\">{}</text>", y + 4, written(count));
        if (count > 0)
            inside += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"dashed\"/>", percent(left),
                                  percent(end_of_drawing), y, y);
    }
    LabelRows below{1};
    const double width = (end_of_drawing - left) / static_cast<double>(numbers.rows.size());
    const bool has_room =
        std::all_of(numbers.rows.begin(), numbers.rows.end(), [&](const auto& row) { return width_of(shown(row[1])) < width; });
    for (std::size_t i = 0; i < numbers.rows.size(); ++i) {
        const double from = left + width * static_cast<double>(i);
        const double count = number_in(numbers.rows[i][1]).value_or(0);
        const int height = count > 0 ? std::max(1, static_cast<int>(tall * count / most)) : 0;
        inside += rect(from, from + width, base_line - height, height, "strong part");
        const Label counted{from + width / 2, shown(numbers.rows[i][1]), "quiet"};
        if (has_room) inside += counted.drawn(base_line - height - 5);
        const auto begin = number_in(numbers.rows[i][0]);
        const Label name{from, begin ? fmt::format("{:.10g}", *begin) : "", "quiet"};
        if (below.place(name)) inside += name.drawn(base_line + 20);
    }
    inside += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"edge\"/>", percent(left),
                          percent(end_of_drawing), base_line, base_line);
    return {base_line + 24, inside, "How many are where"};
}

}  // namespace

Drawing drawing(const Figure& figure, const Table& numbers) {
    switch (figure.kind) {
        case Figure::Kind::band_ladder:
            return band_ladder(figure, numbers);
        case Figure::Kind::strip:
            return strip(figure, numbers);
        case Figure::Kind::slope:
            return slope(numbers);
        case Figure::Kind::time_line:
            return time_line(numbers);
        case Figure::Kind::histogram:
            return histogram(numbers);
        case Figure::Kind::tree: {
            const TreePicture picture = tree_picture(figure, numbers, tree_width);
            return {height_of(picture), one_drawing(picture), "Questions and levels"};
        }
        default:  // drawn in the rows of their tables
            return {};
    }
}

std::string image(const Figure& figure, const Drawing& drawing) {
    const std::string id = id_of("figure", figure.id);
    return fmt::format(
        "<svg class=\"drawing\" role=\"img\" aria-labelledby=\"{0}-t {0}-d\" width=\"100%\" height=\"{1}\">"
        "<title id=\"{0}-t\">{2}</title><desc id=\"{0}-d\">{3}</desc>{4}</svg>\n",
        id, drawing.height, plain(base::translated(drawing.name)), plain_of(figure.sentence), drawing.inside);
}

std::string in_cell(const Drawing& drawing) {
    if (drawing.inside.empty()) return {};
    return fmt::format("<svg class=\"row\" height=\"{}\" aria-hidden=\"true\">{}</svg>", drawing.height, drawing.inside);
}

}  // namespace je::render::html
