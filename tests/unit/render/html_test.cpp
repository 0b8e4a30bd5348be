// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "je/io/file.hpp"
#include "je/render/format.hpp"
#include "render/html/drawing.hpp"
#include "render/html/pieces.hpp"
#include "render/html/words.hpp"
#include "report/sections.hpp"

namespace html_test {

namespace {

using je::base::Decimal;
using namespace je::report;
using namespace je::render;

Decimal number(std::int64_t whole) { return Decimal::from_whole(whole); }

Content count_of(std::int64_t jobs) { return jobs; }

std::size_t count(std::string_view in, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = in.find(what); at != std::string_view::npos; at = in.find(what, at + what.size())) ++found;
    return found;
}

Document job() {
    Document document;
    document.begin("total", 1, say("Clerk: {}", named(number(440))));
    document.add(Caution{"Illustrative figures."});
    document.begin("sum", 2, "How the total adds up");
    Table sum{.id = "sum-table",
              .columns = {
                  {"factor", "Factor", Role::name}, {"points", "Points", Role::points}, {"largest", "Largest", Role::points}}};
    sum.rows.push_back({Name{"Knowledge", ""}, Cell{number(80)}.at("sum.knowledge"), number(160)});
    sum.rows.push_back({"Total", Cell{number(80)}.is(Formula::sum({"sum.knowledge"})), number(160)});
    document.add(std::move(sum));
    document.add(Caution{"Illustrative figures."});
    document.add(Figure{"profile", Figure::Kind::factor_profile, "The points of each factor.", {}, "sum-table"});
    return document;
}

}  // namespace

TEST_CASE("a figure alone needs nothing beside it, and no text of the data is markup in it") {
    const std::string evil = "</title></style><script>x</script>\"'&--><b>\x01\xEF\xBF\xBF\xFF";
    const std::vector<std::pair<Figure::Kind, Table>> kinds{
        {Figure::Kind::band_ladder,
         {.columns = {{"band", "Band"}, {"totals", evil}, {"name", "Name"}},
          .rows = {{Band{evil}, Range{Points{number(0)}, Points{number(400)}, Range::End::excluded}, evil},
                   {Band{"2"}, Range{Points{number(400)}, Nothing{}, Range::End::open}, evil}}}},
        {Figure::Kind::factor_profile,
         {.columns = {{"factor", evil}, {"points", evil}, {"largest", evil}}, .rows = {{Name{evil}, number(3), number(9)}}}},
        {Figure::Kind::factor_profile,
         {.columns = {{"factor", evil}, {"points_min", evil}, {"points_max", evil}, {"largest", evil}},
          .rows = {{Name{evil}, number(3), number(6), number(9)}}}},
        {Figure::Kind::dot_plot,
         {.columns = {{"factor", evil}, {"scale", evil}, {"level:" + evil, evil}, {"agreed", evil}},
          .rows = {{Name{evil}, listed({Text{Level{evil}}, Text{Level{"2"}}}), Level{evil}, Level{evil}}}}},
        {Figure::Kind::slope,
         {.columns = {{"what", "What"}, {"before", "Before"}, {"after", "After"}}, .rows = {{evil, number(1), number(2)}}}},
        {Figure::Kind::shares, {.columns = {{"what", evil}, {"band:" + evil, evil}}, .rows = {{evil, Share{1.0}}}}},
        {Figure::Kind::intervals,
         {.columns = {{"what", evil}, {"range", evil}, {"now", evil}},
          .rows = {{evil, Range{Share{0.1}, Share{0.2}}, Share{0.15}}}}},
        {Figure::Kind::strip, {.columns = {{"id", "Id"}, {"total", "Total"}}, .rows = {{evil, number(7)}}}},
        {Figure::Kind::time_line,
         {.columns = {{"date", "Date"}, {"event", "Event"}},
          .rows = {{*je::base::Date::parse("2026-01-01"), evil}, {*je::base::Date::parse("2026-02-01"), evil}}}},
        {Figure::Kind::tree,
         {.columns = {{"question", "No."}, {"ask", evil}, {"answer", evil}, {"go_to", evil}},
          .rows = {{count_of(1), evil, evil, say("level {}", Level{evil})}}}},
        {Figure::Kind::histogram, {.columns = {{"from", "From"}, {"count", "Count"}}, .rows = {{number(0), count_of(2)}}}}};
    for (const auto& [kind, numbers] : kinds) {
        Document document;
        document.add(Figure{evil, kind, evil, numbers, {}, {{evil, Content{Points{number(5)}}}}});
        const std::string drawn = svg(document);
        CAPTURE(drawn);
        CHECK(drawn.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""));
        CHECK(drawn.ends_with("</svg>\n"));
        CHECK(count(drawn, "<svg") == count(drawn, "</svg>"));
        CHECK(count(drawn, "<svg") >= 3);  // something is drawn
        CHECK(count(drawn, "<script") + count(drawn, "<b>") + count(drawn, "var(") + count(drawn, "NaN") == 0);
        CHECK(count(drawn, "<style") == 1);
        CHECK(count(drawn, "href") + count(drawn, "url(") == 0);
        CHECK(count(drawn, "\x01") + count(drawn, "\xEF\xBF\xBF") + count(drawn, "\xFF") == 0);
        CHECK(std::string_view{drawn}.substr(0, drawn.find("</title>")).find("&lt;/title&gt;") != std::string_view::npos);
    }
}

TEST_CASE("a bar says what its whole length is, and goes on where it has no end") {
    Document document;
    document.add(Figure{"weights",
                        Figure::Kind::intervals,
                        "How far weights can go.",
                        {.columns = {{"what", "Factor"}, {"range", "Holds"}, {"now", "Now"}},
                         .rows = {{"short", Range{Share{0.1}, Share{0.2}}, Share{0.15}},
                                  {"long", Range{Share{0.1}, Share{0.9}}, Share{0.15}}}}});
    document.add(Figure{"shares",
                        Figure::Kind::shares,
                        "Shares.",
                        {.columns = {{"what", "Job"}, {"band:1", "1"}}, .rows = {{"a", Share{1.0}}}}});
    const std::string page = html_page(document);
    CHECK(count(page, "The bars lie between 0\u202F% and 50\u202F% of all weight; an arrow goes on beyond that.") == 1);
    CHECK(count(page, "A bar over the whole width is 100\u202F%.") == 1);
    CHECK(count(page, "<path d=") == 1);
    CHECK(count(html_page(job()), "A bar over the whole width is 160 points.") == 1);
    CHECK(count(svg(job()), "A bar over the whole width is 160 points.") == 1);
}

TEST_CASE("a range of numbers stands as numbers do, and words in their column do not") {
    Document document;
    document.add(Table{.columns = {{"job", "Job"}, {"total", "Total", Role::points}},
                       .rows = {{"a", Range{Points{number(1)}, Points{number(2)}}}, {"b", say("{} or so", number(3))}}});
    const std::string page = html_page(document);
    CHECK(count(page, "<td class=\"number\" data-label=\"Total\">1 to 2</td>") == 1);
    CHECK(count(page, "<td data-label=\"Total\">3 or so</td>") == 1);
}

TEST_CASE("a histogram has a scale, and a time line that stands alone names its events") {
    Document document;
    document.add(Figure{
        "spread",
        Figure::Kind::histogram,
        "How many.",
        {.columns = {{"from", "From"}, {"count", "Count"}}, .rows = {{number(0), count_of(40)}, {number(5), count_of(7)}}}});
    const std::string drawn = svg(document);
    for (const std::string_view label : {">0</text>", ">20</text>", ">40</text>"}) CHECK(count(drawn, label) >= 1);
    Document events;
    events.add(Figure{"events",
                      Figure::Kind::time_line,
                      "Events.",
                      {.columns = {{"date", "Date"}, {"event", "Event"}, {"note", "Note"}},
                       .rows = {{*je::base::Date::parse("2026-01-01"), "lodged", "by post"},
                                {*je::base::Date::parse("2026-02-01"), "heard", ""}}}});
    CHECK(count(svg(events), ">lodged: by post</text>") == 1);
    CHECK(count(svg(events), ">heard</text>") == 1);
    CHECK(count(html_page(events), "lodged: by post") == 0);  // its table has them
}

TEST_CASE("a ladder outlines the band that a rule puts a total into, and shades that of its points") {
    const Table bands{.columns = {{"band", "Band"}, {"totals", "Totals"}},
                      .rows = {{Band{"1"}, Range{Points{number(0)}, Points{number(400)}, Range::End::excluded}},
                               {Band{"2"}, Range{Points{number(400)}, Points{number(900)}, Range::End::excluded}}}};
    const auto drawn = [&](const std::string& by_rule) {
        return html::drawing(
                   {"ladder", Figure::Kind::band_ladder, "", {}, {}, {{"job", Content{Points{number(100)}}, by_rule}}}, bands)
            .inside;
    };
    CHECK(count(drawn(""), "by-rule") == 0);
    CHECK(count(drawn("2"), "class=\"by-rule\"") == 1);
    CHECK(count(drawn("2"), "strong part") == 1);
}

TEST_CASE("drawings that have the same numbers have them once") {
    Document document;
    const Table bands{.id = "a",
                      .columns = {{"band", "Band"}, {"totals", "Totals"}},
                      .rows = {{Band{"1"}, Range{Points{number(0)}, Points{number(400)}}}}};
    Table same = bands, other = bands;
    same.id = "b";
    other.id = "c";
    other.rows.front().front() = Band{"2"};
    for (const Table& one : {bands, same, other})
        document.add(Figure{"ladder-" + one.id, Figure::Kind::band_ladder, "Bands.", one});
    const std::string page = html_page(document);
    CHECK(count(page, "<table") == 2);
    CHECK(count(page, "<a href=\"#table__a\">The numbers of this drawing</a>") == 1);
}

TEST_CASE("a page with many alike has as many as there is room for, and says how many more there are") {
    Document document;
    document.begin("overview", 1, "Panels");
    document.add(Table{.columns = {{"panel", "Panel"}}, .rows = {{Name{"first", {}, "p0"}}, {Name{"last", {}, "p9"}}}});
    for (int i = 0; i < 10; ++i) {
        document.begin("p" + std::to_string(i), 2, std::to_string(i)).one_of = "panels";
        document.begin("below" + std::to_string(i), 3, "Below");
        document.add(Paragraph{std::string(1000, 'x')});
    }
    document.begin("made", 2, "How this was made");
    CHECK(fitted(document, 1'000'000).sections().size() == document.sections().size());
    const Document few = fitted(document, 5'000);
    const std::string page = html_page(few);
    CHECK(count(page, ">Below</h3>") == 3);
    CHECK(count(page, "This page has room for 3 of 10 panels: 7 are left out. --format xlsx or json has all.") >= 1);
    CHECK(count(page, "How this was made") >= 1);
    CHECK(count(page, "<a href=\"#p0\">first</a>") == 1);
    CHECK(count(page, "#p9") == 0);  // what leads to a part that is left out leads nowhere
    CHECK(count(html_page(fitted(document, 1)), ">Below</h3>") == 1);
}

TEST_CASE("a figure is found by its id, with the numbers of a table elsewhere") {
    const Document document = job();
    CHECK(figures_of(document) == std::vector<std::string>{"profile"});
    const Document alone = figure_alone(document, "profile");
    CHECK(svg(alone) == svg(document));
    CHECK(count(svg(alone), ">Knowledge</text>") == 1);
    CHECK(svg(Document{}).empty());
}

TEST_CASE("a page has the script of its what-if, allowed by its checksum, and no other") {
    const std::string evil = "</script><b>\"'&";
    WhatIf what_if{.id = evil};
    what_if.tables.factors = {{evil, evil, {{evil, evil}, {"2", ""}}}};
    what_if.tables.units = {{evil, evil, false, {0}, {{number(1)}, {number(2)}}}};
    what_if.tables.facts = {{evil, evil, ScoringTables::Fact::Kind::choice, {evil}}};
    what_if.tables.bands = {{evil, evil, number(0), {}}};
    what_if.levels = {0};
    what_if.facts = {evil};
    Document document;
    document.begin("sum", 1, "Sum");
    CHECK(count(html_page(document), "script") == 0);
    document.add(what_if);
    document.add(what_if);  // a second of one page is passed over
    const std::string page = html_page(document);
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script>") == 2);
    CHECK(count(page, "<b>\"") == 0);
    CHECK(count(page, "id=\"what-if\"") == 1);
    const auto begin = page.rfind("<script>") + 8;
    const auto script = page.substr(begin, page.rfind("</script>") - begin);
    CHECK(script.size() <= 12'000);
    CHECK(count(page, "script-src 'sha256-" + je::io::sha256_base64(script) + "'") == 1);
    CHECK(count(page, "style=") == 0);
}

TEST_CASE("no text of the data is markup on a page, wherever it stands") {
    const std::string evil = "</title></style><script>x</script>\"'&--><b>";
    Document document;
    document.begin(evil, 1, evil);
    document.add(Paragraph{evil});
    document.add(Bullets{{evil}});
    document.add(Facts{{{evil, evil}}});
    document.add(Caution{evil});
    document.add(Note{evil});
    document.begin(evil, 2, evil).folded = true;
    document.add(Table{evil,
                       evil,
                       {{evil, evil, Role::text}, {"b", evil, Role::points}},
                       {{evil, Cell{Text{Link{evil, Link::To::place, evil}}}.at(evil)}}});
    document.add(Figure{
        evil,
        Figure::Kind::band_ladder,
        evil,
        Table{evil, {}, {{"band", "Band"}, {"totals", "Totals"}}, {{Band{evil}, Range{Points{number(0)}, Points{number(9)}}}}},
        {},
        {{evil, Content{Points{number(4)}}}}});
    const std::string page = html_page(document);
    CHECK(count(page, "<script") == 0);
    CHECK(count(page, "<b>") == 2);  // of the caution and the note
    CHECK(count(page, "</style>") == 2);
    CHECK(count(page, "</title>") == 2);  // of the page and the drawing
    CHECK(count(page, "&lt;script&gt;") >= 12);
}

TEST_CASE("a page has one main title, the titles below it in order, and each caution once") {
    const std::string page = html_page(job());
    CHECK(count(page, "<h1>Clerk: 440 points</h1>") == 1);
    CHECK(count(page, "<h1") == 1);
    CHECK(count(page, "<h2>How the total adds up</h2>") == 1);
    CHECK(count(page, "<a href=\"#sum\">") == 1);
    CHECK(count(page, "class=\"caution\"") == 1);
    CHECK(count(page, "content:\"Illustrative figures.\"") == 1);  // on paper
}

TEST_CASE("bars are drawn under the points of factors, and under no total") {
    const std::string page = html_page(job());
    CHECK(count(page, "<svg class=\"row\"") == 1);
    CHECK(count(page, "width=\"50%\" height=\"8\" class=\"strong\"") == 1);
    CHECK(count(page, "<caption>The points of each factor.<span") == 1);
}

TEST_CASE("several documents' worth of jobs stand below one title") {
    Document document = job();
    document.add(job());
    const std::string page = html_page(document);
    CHECK(count(page, "<h1>Job evaluation report</h1>") == 1);
    CHECK(count(page, "<h2") == 3);  // two jobs, and the contents
    CHECK(count(page, "<h3") == 2);
}

TEST_CASE("different ids stay different, and begin with a letter") {
    std::set<std::string> seen;
    for (const char* id : {"a", "A", "a b", "a_b", "a.b", "1", "_1", "id__1", "", "\u00e9", "a-b"}) {
        const std::string one = html::id_of(id);
        CHECK(seen.insert(one).second);
        if (!one.empty()) CHECK(((one[0] >= 'a' && one[0] <= 'z') || (one[0] >= 'A' && one[0] <= 'Z')));
    }
    CHECK(html::id_of("cell", "a") != html::id_of("cell__a"));
}

TEST_CASE("numbers have a true minus and a thin space before the percent sign; hyphens of words stay") {
    CHECK(html::number("-13") == "\u221213");
    CHECK(html::number("97.1 % (-2 %)") == "97.1\u202F% (\u22122\u202F%)");
    CHECK(html::number("8a-1") == "8a-1");
}

TEST_CASE("writing from right to left is kept apart") { CHECK(html::words("\u05d0\u05d1") == "<bdi>\u05d0\u05d1</bdi>"); }

TEST_CASE("a ladder ends where its bands do, and a figure without numbers draws nothing") {
    const Figure figure{"ladder",
                        Figure::Kind::band_ladder,
                        "One job.",
                        Table{"floors",
                              {},
                              {{"band", "Band"}, {"totals", "Totals"}},
                              {{Band{"1"}, Range{Points{number(0)}, Points{number(100)}, Range::End::excluded}},
                               {Band{"2"}, Range{Points{number(100)}, Nothing{}, Range::End::open}}}},
                        {},
                        {{"a", Content{Points{number(50)}}}}};
    const std::string svg = html::image(figure, html::drawing(figure, figure.numbers));
    CHECK(count(svg, "role=\"img\"") == 1);
    CHECK(count(svg, "class=\"strong part\"") == 1);
    CHECK(count(svg, "class=\"mid part\"") == 1);
    CHECK(count(svg, "x=\"25%\"") >= 1);
    CHECK(html::drawing(Figure{"x", Figure::Kind::histogram, "None.", {}, {}, {}}, Table{}).inside.empty());
}

TEST_CASE("texts are taken to be as wide as DejaVu Sans has them") {
    CHECK(html::pixels_of("0123456789") >= 10 * 0.636 * 13);
    CHECK(html::pixels_of("0123456789", "bold") >= 10 * 0.696 * 13);
    CHECK(html::pixels_of("Verantwortlichkeit", "bold") >= 10.547 * 13);  // the sum of its letters in bold
    CHECK(html::pixels_of("illi") < html::pixels_of("mmmm") / 3);
    CHECK(html::pixels_of("\u2026") == doctest::Approx(13));
    CHECK(html::pixels_of("e\u0301") == html::pixels_of("e"));
    CHECK(html::width_of("566") == doctest::Approx((html::pixels_of("566") + 4) / 280));
}

TEST_CASE("lines have fewer columns where wide letters take more pixels") {
    CHECK(html::wrapped("ill ill ill", 11, 100) == std::vector<std::string>{"ill ill ill"});
    for (const std::string& line : html::wrapped("WWW WWW WWW WWW", 15, 100, "bold"))
        CHECK(html::pixels_of(line, "bold") <= 100);
}

TEST_CASE("the name at a mark is cut where its value would leave the drawing") {
    const Table bands{.columns = {{"band", "Band"}, {"totals", "Totals"}},
                      .rows = {{Band{"1"}, Range{Points{number(0)}, Points{number(900)}, Range::End::excluded}}}};
    const auto drawn = [&](const std::string& name) {
        const Range at{Points{number(391)}, Points{number(443)}};
        return html::drawing({"ladder", Figure::Kind::band_ladder, "", {}, {}, {{name, at}}}, bands).inside;
    };
    CHECK(count(drawn("adviser"), ">adviser 391 to 443</text>") == 1);
    const std::string wide = drawn(std::string(30, 'W'));
    CHECK(count(wide, "W\u2026 391 to 443</text>") == 1);
    const std::size_t kept = count(wide, "W");
    CHECK(kept > 5);
    CHECK(html::width_of(std::string(kept, 'W') + "\u2026 391 to 443", "bold") <= 1);
    CHECK(html::width_of(std::string(kept + 1, 'W') + "\u2026 391 to 443", "bold") > html::end_of_drawing);
}

TEST_CASE("ends of marks that are the same are drawn once") {
    const Table bands{.columns = {{"band", "Band"}, {"totals", "Totals"}},
                      .rows = {{Band{"1"}, Range{Points{number(0)}, Points{number(400)}, Range::End::excluded}}}};
    const auto drawn = [&](std::int64_t other) {
        const Content one{Points{number(100)}}, two{Points{number(other)}};
        return html::drawing({"ladder", Figure::Kind::band_ladder, "", {}, {}, {{"a", one}, {"b", two}}}, bands).inside;
    };
    CHECK(count(drawn(100), "class=\"mark\"") == 1);
    CHECK(count(drawn(200), "class=\"mark\"") == 2);
}

TEST_CASE("names of levels have rows of their own where one has no room beside another") {
    const auto drawn = [](const std::vector<std::string>& ids) {
        Text scale;
        for (const std::string& id : ids) scale.runs.emplace_back(Content{Level{id}});
        const Table levels{.columns = {{"factor", "Factor"}, {"scale", "Levels"}, {"level:a", "a"}, {"agreed", "Agreed"}},
                           .rows = {{Name{"Care"}, scale, Level{ids.back()}, Level{ids.back()}}}};
        const Figure figure{"dots", Figure::Kind::dot_plot, "", levels};
        return html::RowDrawing{figure, levels}.in_column(levels.rows.front());
    };
    const auto few = drawn({"1", "2", "3"});
    CHECK(few.height == 34);
    CHECK(count(few.inside, "y=\"30\"") == 3);
    const auto long_ids = drawn({"basic-one", "skilled-two", "expert-three"});
    CHECK(long_ids.height == 51);
    CHECK(count(long_ids.inside, ">expert-three</text>") == 1);
    CHECK(count(long_ids.inside, "y=\"47\"") >= 1);
}

TEST_CASE("a share is named where its name has room") {
    const auto drawn = [](const std::string& band) {
        const Table shares{.columns = {{"job", "Job"}, {"band:" + band, "Band"}, {"band:2", "Band"}},
                           .rows = {{"a", Share{0.3}, Share{0.7}}}};
        const Figure figure{"shares", Figure::Kind::shares, "", shares};
        return html::RowDrawing{figure, shares}.in_column(shares.rows.front()).inside;
    };
    CHECK(count(drawn("1"), ">1</text>") == 1);
    CHECK(count(drawn("1"), ">2</text>") == 1);
    CHECK(count(drawn("Senior manager"), ">Senior manager</text>") == 0);
}

TEST_CASE("where a line falls, its labels stand on the sides that it leaves free") {
    const auto drawn = [](std::int64_t before, std::int64_t after) {
        const Table totals{.columns = {{"what", "What"}, {"before", "Before"}, {"after", "After"}},
                           .rows = {{"Total", Points{number(before)}, Points{number(after)}}}};
        return html::drawing({"slope", Figure::Kind::slope, "", {}}, totals).inside;
    };
    CHECK(count(drawn(70, 85), "y=\"80\" class=\"middle quiet\">before 70<") == 1);
    CHECK(count(drawn(70, 85), "y=\"12\" class=\"middle bold\">after 85<") == 1);
    CHECK(count(drawn(85, 70), "y=\"12\" class=\"middle quiet\">before 85<") == 1);
    CHECK(count(drawn(85, 70), "y=\"80\" class=\"middle bold\">after 70<") == 1);
}

TEST_CASE("beside a value stands whose it is, once") {
    Document document;
    Table table{.columns = {{"job", "Job"}, {"band:3", "band 3"}, {"points:po", "Points"}}};
    table.rows.push_back({"a", count_of(1), number(80)});
    document.add(std::move(table));
    const std::string page = html_page(document);
    CHECK(count(page, "data-label=\"band 3\"") == 1);
    CHECK(count(page, "data-label=\"Points, po\"") == 1);
}

}  // namespace html_test
