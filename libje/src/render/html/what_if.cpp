// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/what_if.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/wording.hpp"
#include "je/base/language.hpp"
#include "render/clean.hpp"
#include "render/html/pieces.hpp"
#include "render/html/what_if_tables.hpp"
#include "render/html/words.hpp"

namespace je::render::html {

namespace {

using report::ScoringTables;
using Place = ScoringTables::Place;

constexpr std::size_t longest_option = 90;  // columns of a level in a list

std::string option(std::string_view text, bool is_agreed) {
    return fmt::format("<option{}>{}</option>", is_agreed ? " selected" : "", plain(text));
}

/// A list of choices under its name; the first is that nothing is known.
std::string list(std::string_view name, const std::vector<std::string>& choices, const std::optional<Place>& agreed) {
    std::string out =
        fmt::format("<label>{}<select autocomplete=\"off\">{}", words(name), option(base::translated("not known"), !agreed));
    for (Place i = 0; i < choices.size(); ++i) out += option(choices[i], agreed == i);
    return out + "</select><small></small></label>\n";
}

/// The unit in which a factor stands alone; null for a side of a matrix.
const ScoringTables::Unit* own_unit(const ScoringTables& tables, Place factor) {
    const auto found = std::find_if(tables.units.begin(), tables.units.end(),
                                    [&](const auto& unit) { return unit.factors == std::vector{factor}; });
    return found == tables.units.end() ? nullptr : &*found;
}

/// "4 (80): Knows the rules": a level with its points and what it means.
std::vector<std::string> levels_of(const ScoringTables& tables, Place factor) {
    const ScoringTables::Unit* unit = own_unit(tables, factor);
    std::vector<std::string> texts;
    for (const auto& level : tables.factors[factor].levels) {
        std::string text = level.id;
        const auto points = unit == nullptr ? std::nullopt : unit->options[texts.size()].points;
        if (points) text += fmt::format(" ({}{})", points->to_string(), unit->base ? " %" : "");
        if (!level.summary.empty()) text += ": " + level.summary;
        texts.push_back(shortened(one_line(text), longest_option));
    }
    return texts;
}

std::string factor_fields(const report::WhatIf& what_if) {
    std::string out = "<fieldset>\n<legend>" + ours("Levels") + "</legend>\n";
    for (Place i = 0; i < what_if.tables.factors.size(); ++i)
        out += list(what_if.tables.factors[i].name, levels_of(what_if.tables, i), what_if.levels[i]);
    return out + "</fieldset>\n";
}

/// What is typed into a field: " (people)", of several choices their codes.
std::string typed_as(const ScoringTables::Fact& fact) {
    if (fact.kind == ScoringTables::Fact::Kind::several)
        return " (" + words(base::worded("of {}; parted by ;, - for none", fmt::format("{}", fmt::join(fact.choices, ", ")))) +
               ")";
    return fact.unit.empty() ? std::string{} : " (" + words(fact.unit) + ")";
}

std::string fact_fields(const report::WhatIf& what_if) {
    if (what_if.facts.empty()) return {};
    std::string out = "<fieldset>\n<legend>" + ours("Facts") + "</legend>\n";
    for (Place i = 0; i < what_if.facts.size(); ++i) {
        const ScoringTables::Fact& fact = what_if.tables.facts[i];
        if (fact.kind == ScoringTables::Fact::Kind::number || fact.kind == ScoringTables::Fact::Kind::several) {
            out += fmt::format(
                "<label>{}{}<input type=\"text\"{} autocomplete=\"off\" "
                "value=\"{}\"><small></small></label>\n",
                words(fact.name), typed_as(fact),
                fact.kind == ScoringTables::Fact::Kind::number ? " inputmode=\"decimal\"" : "", plain(what_if.facts[i]));
        } else {
            out += list(fact.name, choices_of(fact), choice_in(fact, what_if.facts[i]));
        }
    }
    return out + "</fieldset>\n";
}

/// What stands beside each other, the stated at the left; the script writes both.
std::string rows(const ScoringTables& tables) {
    const auto row = [](std::string_view of, std::string_view name) {
        return fmt::format(
            "<tr data-of=\"{}\"><th scope=\"row\">{}</th><td class=\"number\" data-label=\"{}\"></td>"
            "<td class=\"number\" data-label=\"{}\"></td></tr>\n",
            of, ours(name), ours("As stated"), ours("What if"));
    };
    std::string out = row("total", "Total");
    if (!tables.bands.empty())
        out += row("band", "Band") +
               row("above",
                   tables.band_rules.empty() ? "Points above the floor" : "Points above the floor of the band by points") +
               row("next", "Points to the next floor");
    if (!tables.band_rules.empty()) out += row("points", "Band by points alone") + row("rule", "Rule about bands");
    return out;
}

double in_units(base::Decimal points) { return static_cast<double>(points.units()); }

/// The totals that there can be, from all units at their least to all at their most.
Scale totals_of(const ScoringTables& tables) {
    Scale totals{0, 0};
    for (const auto& unit : tables.units) {
        std::vector<double> points;
        for (std::size_t i = 0; i < std::max(unit.options.size(), unit.products.size()); ++i) {
            const auto& stated = unit.options[i % unit.options.size()].points;
            if (stated) points.push_back(in_units(unit.base ? unit.products[i] : *stated));
        }
        if (points.empty()) continue;
        const auto [least, most] = std::minmax_element(points.begin(), points.end());
        totals.first += *least;
        totals.last += *most;
    }
    return totals;
}

std::vector<Segment> segments_of(const std::vector<ScoringTables::Band>& bands) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double floor = in_units(bands[i].floor);
        const double next = i + 1 < bands.size() ? in_units(bands[i + 1].floor) : floor;
        segments.push_back({bands[i].id, floor, bands[i].max ? in_units(*bands[i].max) : next});
    }
    close_last(segments);
    return segments;
}

/// A mark that the script moves: lines at both ends of a total on their ground, one between them, and its words.
std::string movable(std::string_view name, std::string_view words, int y, std::string_view look, std::string_view letters) {
    const auto both = [&](std::string_view how) {
        const auto one = fmt::format("<line y1=\"35\" y2=\"51\" class=\"{}\"/>", how);  // from words to names of bands
        return one + one;
    };
    return fmt::format(
        "<g class=\"{0}\" visibility=\"hidden\">{1}<line y1=\"{2}\" y2=\"{2}\" class=\"{3}\"/>"
        "<text y=\"{4}\" class=\"{5}\">{6} <tspan></tspan></text></g>",
        name, both("halo") + both(look), y + 5, look, y, letters, words);
}

/// The bands of all totals that there can be; the script marks one with `now`, and both totals.
std::string ladder(const ScoringTables& tables) {
    if (tables.bands.empty()) return {};
    auto bands = segments_of(tables.bands);
    Scale scale = totals_of(tables);
    scale.first = std::min(scale.first, bands.front().from);
    scale.last = std::max(scale.last, bands.back().to);
    if (!tables.bands.back().max) bands.back().to = scale.last;
    std::string inside;
    LabelRows below{2};
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double from = scale.at(bands[i].from), to = scale.at(bands[i].to);
        const Label name{(from + to) / 2, shortened(bands[i].name)};
        const bool has_room = name.width() < to - from;
        inside += fmt::format("<g class=\"band\">{}{}</g>", rect(from, to, 44, 26, "mid part"), has_room ? name.drawn(62) : "");
        const Label floor{from, tables.bands[i].floor.to_string(), "quiet"};
        if (const auto row = below.place(floor)) inside += floor.drawn(88 + static_cast<int>(*row) * line_height);
    }
    return fmt::format(
        "<svg class=\"drawing\" role=\"img\" aria-label=\"{}\" width=\"100%\" height=\"{}\" data-first=\"{}\" "
        "data-last=\"{}\">{}{}{}</svg>\n",
        ours(tables.band_rules.empty()
                 ? "The bands, with the total stated and the total if changed"
                 : "The bands by points, with the total stated and the total if changed; a band by rule has an outline"),
        77 + line_height * static_cast<int>(below.count()), scale.first, scale.last, inside,
        movable("agreed", ours("stated"), 13, "mark was", "quiet"), movable("if", ours("what if"), 31, "mark", "bold"));
}

}  // namespace

std::string what_if_part(const report::WhatIf& what_if, int title_level) {
    std::string out = fmt::format(
        "<section class=\"what-if\" id=\"what-if\" aria-labelledby=\"what-if-h\" hidden>\n<h{0} id=\"what-if-h\">{1}</h{0}>\n"
        "<p>{2}</p>\n<output aria-live=\"polite\"></output>\n<ul></ul>\n<p class=\"caution\" hidden><b>{3}</b> {4} "
        "<span></span>.</p>\n",
        title_level, ours("What if a level were different?"),
        ours("Choose other levels or facts: the result is worked out in this page, from the tables and rules of the scheme, as "
             "je "
             "does it. In brackets are the points of a level."),
        ours("A what-if, and no outcome."), ours("Nobody has agreed this. Changed:"));
    out += fmt::format(
        "<table class=\"short\">\n<caption>{}</caption>\n<thead><tr><td></td><th scope=\"col\" class=\"number\">{}</th>"
        "<th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n{}</tbody></table>\n{}",
        ours("As stated, and with what is chosen below"), ours("As stated"), ours("What if"), rows(what_if.tables),
        ladder(what_if.tables));
    return out + fmt::format(
                     "<div class=\"choices\">\n{}{}</div>\n<p class=\"actions\"><button type=\"button\">{}</button> "
                     "<a href=\"#what-if\" hidden>{}</a></p>\n<script type=\"application/json\">{}</script>\n</section>\n",
                     factor_fields(what_if), fact_fields(what_if), ours("Back to what is stated"), ours("Link to this choice"),
                     tables_for_script(what_if.tables));
}

}  // namespace je::render::html
