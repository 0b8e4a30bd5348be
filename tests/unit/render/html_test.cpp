// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "je/io/file.hpp"
#include "je/render/format.hpp"
#include "render/html/drawing.hpp"
#include "render/html/words.hpp"

namespace html_test {

namespace {

using je::base::Decimal;
using namespace je::report;
using namespace je::render;

Decimal number(std::int64_t whole) { return Decimal::from_whole(whole); }

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
    CHECK(count(page, "<h2 id=\"sum-h\">How the total adds up</h2>") == 1);
    CHECK(count(page, "<a href=\"#sum\">") == 1);
    CHECK(count(page, "class=\"caution\"") == 1);
    CHECK(count(page, "content:\"Illustrative figures.\"") == 1);  // on paper
}

TEST_CASE("bars are drawn under the points of factors, and under no total") {
    const std::string page = html_page(job());
    CHECK(count(page, "<svg class=\"row\"") == 1);
    CHECK(count(page, "width=\"50.00%\" height=\"8\" class=\"strong\"") == 1);
    CHECK(count(page, "<caption>The points of each factor.</caption>") == 1);
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
    const std::string svg = html::drawing(figure, figure.numbers);
    CHECK(count(svg, "role=\"img\"") == 1);
    CHECK(count(svg, "class=\"strong part\"") == 1);
    CHECK(count(svg, "class=\"mid part\"") == 1);
    CHECK(count(svg, "x=\"25.00%\"") >= 1);
    CHECK(html::drawing(Figure{"x", Figure::Kind::histogram, "None.", {}, {}, {}}, Table{}).empty());
}

}  // namespace html_test
