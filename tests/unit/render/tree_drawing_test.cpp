// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/tree_drawing.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "je/render/format.hpp"

namespace tree_drawing_test {

namespace {

using namespace je::report;
using namespace je::render;
using html::TreePart;

std::size_t count(std::string_view in, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = in.find(what); at != std::string_view::npos; at = in.find(what, at + what.size())) ++found;
    return found;
}

struct Drawn {
    Figure figure;
    Table numbers;
};

/// A tree of so many questions, made of a simple series of numbers: answers lead to the next, to later ones, and to levels.
Drawn tree_of(std::size_t questions, std::string_view words) {
    Drawn tree{{"tree", Figure::Kind::tree, "Questions."},
               {.columns = {{"question", "No."}, {"ask", "Question"}, {"answer", "Answer"}, {"go_to", "Go to"}}}};
    for (std::int64_t level = 1; level <= 8; ++level) tree.figure.marks.push_back({std::to_string(level), Content{level}});
    std::size_t state = 1;
    const auto next = [&](std::size_t below) { return (state = state * 1'103'515'245 % 2'147'483'648) / 7 % below; };
    for (std::size_t q = 1; q <= questions; ++q) {
        const std::size_t answers = 2 + next(3);
        for (std::size_t a = 0; a < answers; ++a) {
            const std::size_t to = a == 0 ? q + 1 : q + 1 + next(14);
            const bool leads_on = to <= questions && (a == 0 || next(2) == 0);
            const std::string text{words.substr(0, 1 + next(words.size()))};
            tree.numbers.rows.push_back(
                {q, a == 0 ? Text{std::string{words}} : Text{}, text,
                 leads_on ? say("question {}", to) : say("level {}", Level{std::to_string(1 + next(8))})});
        }
    }
    return tree;
}

bool meet(const TreePart& a, const TreePart& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
bool holds(const TreePart& box, const TreePart& words) {
    return words.x >= box.x && words.y >= box.y && words.x + words.width <= box.x + box.width &&
           words.y + words.height <= box.y + box.height;
}

/// Words in their box, nothing else upon anything, and all inside the picture and beside the lanes.
void check_room(const Drawn& tree, int width) {
    const auto picture = html::tree_picture(tree.figure, tree.numbers, width);
    CHECK(picture.lanes_from < width);
    for (const auto& strip : picture.strips) {
        for (std::size_t i = 0; i < strip.parts.size(); ++i) {
            const TreePart& one = strip.parts[i];
            CAPTURE(strip.inside);
            CHECK((one.x >= 0 && one.y >= 0 && one.y + one.height <= strip.height && one.x + one.width <= picture.lanes_from));
            for (std::size_t j = i + 1; j < strip.parts.size(); ++j) {
                const TreePart& other = strip.parts[j];
                if (one.kind == TreePart::Kind::box && other.kind == TreePart::Kind::words && holds(one, other)) continue;
                CHECK_FALSE(meet(one, other));
            }
        }
    }
}

constexpr std::string_view sentence =
    "How much of the work is spent with people who need help that others cannot give them, and that has to be planned for a "
    "long "
    "time ahead?";

}  // namespace

TEST_CASE("no box, answer or level of a tree of 60 questions lies on another, on any screen") {
    const std::string unbroken(140, 'W');
    for (const std::string_view words : {sentence, std::string_view{unbroken}, std::string_view{"No"}}) {
        for (const std::size_t questions : {1U, 2U, 9U, 60U, 200U}) {
            const Drawn tree = tree_of(questions, words);
            REQUIRE(html::tree_picture(tree.figure, tree.numbers, html::tree_width).strips.size() == questions);
            check_room(tree, html::tree_width);
            check_room(tree, html::narrow_tree_width);
        }
    }
}

TEST_CASE("a tree names each question, answer and level, and says by how much of a box is filled where a level stands") {
    Drawn tree{{"tree", Figure::Kind::tree, "Two questions."},
               {.columns = {{"question", "No."}, {"ask", "Question"}, {"answer", "Answer"}, {"go_to", "Go to"}},
                .rows = {{std::size_t{1}, "How often?", "Seldom", say("level {}", Level{"low"})},
                         {std::size_t{1}, Text{}, "Often", say("question {}", std::size_t{2})},
                         {std::size_t{2}, "How deep?", "Not", say("level {}", Level{"low"})},
                         {std::size_t{2}, Text{}, "Deep", say("level {}", Level{"high"})}}}};
    tree.figure.marks = {{"low", Content{std::int64_t{1}}}, {"high", Content{std::int64_t{2}}}};
    const auto picture = html::tree_picture(tree.figure, tree.numbers, html::tree_width);
    REQUIRE(picture.strips.size() == 2);
    CHECK(count(picture.strips[0].inside, ">How often?</text>") == 1);
    CHECK(count(picture.strips[0].inside, ">\u2192 2</text>") == 1);
    CHECK(count(picture.strips[0].inside, ">Level low</text>") == 1);
    CHECK(count(picture.strips[1].inside, "width=\"45\" height=\"20\" class=\"mid\"") == 1);  // half of it
    CHECK(count(picture.strips[1].inside, "width=\"90\" height=\"20\" class=\"mid\"") == 1);
    CHECK(count(picture.strips[1].inside, "class=\"ink\"") == 1);  // the arrow into the second question
}

TEST_CASE("answers to one question share a lane, and questions that wait at the same time do not") {
    Drawn tree{{"tree", Figure::Kind::tree, "Questions."},
               {.columns = {{"question", "No."}, {"ask", "Question"}, {"answer", "Answer"}, {"go_to", "Go to"}},
                .rows = {{std::size_t{1}, "a", "x", say("question {}", std::size_t{2})},
                         {std::size_t{1}, Text{}, "y", say("question {}", std::size_t{3})},
                         {std::size_t{2}, "b", "x", say("question {}", std::size_t{3})},
                         {std::size_t{2}, Text{}, "y", say("level {}", Level{"1"})},
                         {std::size_t{3}, "c", "x", say("level {}", Level{"1"})}}}};
    const auto picture = html::tree_picture(tree.figure, tree.numbers, html::tree_width);
    CHECK(picture.lanes_from == html::tree_width - 8 - 10 - 2);  // two lanes
    CHECK(count(picture.strips[1].inside, "<circle") == 1);
}

TEST_CASE("a page has a tree for wide and for narrow screens, each an image with its sentence; the table has it in words") {
    Drawn tree = tree_of(3, sentence);
    tree.numbers.id = "form";
    tree.figure.numbers_in = "form";
    Document document;
    document.begin("a", 1, "Tree");
    document.add(tree.figure);
    document.add(tree.numbers);
    const std::string page = html_page(document);
    CHECK(count(page, "<div class=\"tree wide\" role=\"img\" aria-label=\"Questions.\">") == 1);
    CHECK(count(page, "<div class=\"tree narrow\" role=\"img\" aria-label=\"Questions.\">") == 1);
    CHECK(count(page, "<table id=\"table__form\"") == 1);
    CHECK(count(page, "style=") == 0);
    CHECK(count(svg(document), "<svg") == 6);  // the whole, its inside, the tree, its strips
}

TEST_CASE("a table that is no tree draws nothing") {
    CHECK(html::tree_picture(Figure{"x", Figure::Kind::tree, "None."}, Table{}, html::tree_width).strips.empty());
}

}  // namespace tree_drawing_test
