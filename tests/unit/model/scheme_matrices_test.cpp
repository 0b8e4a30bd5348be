// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_matrices_test {

namespace {

/// Factors `rows` (1 2) and `columns` (A B C) with one matrix over them.
Draft matrix_scheme(const Strings& cells) {
    const auto rows = side_factor("rows", {"1", "2"});
    const auto columns = side_factor("columns", {"A", "B", "C"});
    auto draft = simple_scheme({rows, columns});
    draft.matrices = {matrix("m", rows, columns, cells)};
    return draft;
}

Draft good_matrix() { return matrix_scheme({"10 20 30", "15 25 35"}); }

}  // namespace

TEST_CASE("a matrix gives points, or not, to each pair of levels") {
    auto draft = matrix_scheme({"10 20 -", "15 25? 35"});
    draft.groups = {{text("g"), "G", {}}};
    draft.matrices[0].group = text("g");
    const auto scheme = made(draft);
    const auto& m = scheme.units()[0];
    CHECK(m[1].points == points("20"));
    CHECK(m[3].points == points("15"));
    CHECK_FALSE(m[2].allowed);
    CHECK(m[4].unlikely);
    CHECK_FALSE(m[5].unlikely);
    CHECK(m.group() == model::GroupIndex{0});
    CHECK(m.sides()[0].factor == model::FactorIndex{0});
    CHECK(m.sides()[1].factor == model::FactorIndex{1});
    CHECK(scheme.smallest_total() == points("10"));
    CHECK(scheme.largest_total() == points("35"));
}

TEST_CASE("rows and cells may come in any order") {
    auto draft = good_matrix();
    auto& rows = draft.matrices[0].cells.under;
    std::swap(rows[0], rows[1]);
    std::swap(rows[0].under[0], rows[0].under[2]);
    const auto scheme = made(draft);
    CHECK(scheme.units()[0][3].points == points("15"));
}

TEST_CASE("a matrix id differs from those of factors and matrices") {
    auto draft = good_matrix();
    draft.matrices[0].id = text("rows", 9);
    CHECK(mistakes(draft) == "JE-S02 draft.yaml:9: matrix 'rows' has the id of a factor (first at draft.yaml:1)\n");
    draft = good_matrix();
    draft.matrices.push_back(draft.matrices[0]);
    draft.matrices[1].id = text("m", 20);
    CHECK(mistakes(draft) == "JE-S02 draft.yaml:20: matrix 'm' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("a misspelt side is said once, and not also as a factor without points") {
    auto draft = good_matrix();
    draft.matrices[0].dimensions[1] = text("colums", 9);
    CHECK(mistakes(draft) == "JE-S05 draft.yaml:9: matrix 'm' names factor 'colums', which is not declared\n");
}

TEST_CASE("the sides of a matrix are two factors, each in no other matrix") {
    auto draft = good_matrix();
    draft.matrices[0].dimensions[1] = text("rows", 9);
    draft.factors.pop_back();
    CHECK(mistakes(draft) == "JE-S41 draft.yaml:9: matrix 'm' has factor 'rows' twice among its dimensions\n");
    draft = good_matrix();
    const auto third = side_factor("third", {"x"});
    draft.factors.push_back(third);
    draft.matrices.push_back(matrix("n", draft.factors[0], third, {"1", "2"}));
    draft.matrices[1].dimensions[0] = text("rows", 20);
    CHECK(mistakes(draft) == "JE-S42 draft.yaml:20: factor 'rows' is a dimension of matrix 'm' and of matrix 'n'\n");
}

TEST_CASE("a side has no points of its own") {
    const std::string diagnostics = ": factor 'rows' is a side of a matrix, but states points of its own\n";
    auto draft = good_matrix();
    draft.factors[0].levels[1].points = number("5", 8);
    CHECK(mistakes(draft) == "JE-S43 draft.yaml:8" + diagnostics);
    draft.factors[0].levels[0].score = number("5", 7);
    CHECK(mistakes(draft) == "JE-S43 draft.yaml:7" + diagnostics);
    draft.factors[0].rounding = Draft::RoundingDraft{number("1", 6), text("up")};
    CHECK(mistakes(draft) == "JE-S43 draft.yaml:6" + diagnostics);
    draft.factors[0].rule = Draft::PointsRule{text("scores", 5), {}};
    CHECK(mistakes(draft) == "JE-S43 draft.yaml:5" + diagnostics);
}

TEST_CASE("a matrix has every row and every cell") {
    auto draft = good_matrix();
    draft.matrices[0].id = text("m", 9);
    draft.matrices[0].cells.under.pop_back();
    CHECK(mistakes(draft) == "JE-S44 draft.yaml:9: matrix 'm' has no entry for '2'\n");
    draft = good_matrix();
    draft.matrices[0].cells.under[1].level = text("2", 12);
    draft.matrices[0].cells.under[1].under.resize(1);
    CHECK(mistakes(draft) == "JE-S44 draft.yaml:12: matrix 'm' has no entries for '2 x B' and '2 x C'\n");
}

TEST_CASE("no row and no cell is given twice") {
    auto draft = good_matrix();
    auto* rows = &draft.matrices[0].cells.under;
    rows->push_back(rows->front());
    rows->back().level = text("1", 13);
    CHECK(mistakes(draft) == "JE-S46 draft.yaml:13: matrix 'm' has level '1' twice (first at draft.yaml:1)\n");
    draft = good_matrix();
    rows = &draft.matrices[0].cells.under;
    rows->front().under.push_back(rows->front().under.front());
    rows->front().under.back().level = text("A", 14);
    CHECK(mistakes(draft) == "JE-S46 draft.yaml:14: 1 of matrix 'm' has level 'A' twice (first at draft.yaml:1)\n");
}

TEST_CASE("an unknown level of a row or a cell is said, but not also the level it stands in place of") {
    auto draft = good_matrix();
    draft.matrices[0].cells.under[1].level = text("3", 12);
    CHECK(mistakes(draft) == "JE-S08 draft.yaml:12: matrix 'm' names level '3', which factor 'rows' does not have\n");
    draft = good_matrix();
    draft.matrices[0].cells.under[1].under[2].level = text("D", 13);
    CHECK(mistakes(draft) ==
          "JE-S08 draft.yaml:13: 2 x D of matrix 'm' names level 'D', which factor 'columns' does not have\n");
}

TEST_CASE("points do not fall along rows and columns, passing over pairs that are not allowed") {
    auto draft = matrix_scheme({"10 - 30", "15 25 35"});
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells.under[0].under[2].value = number("10", 11);
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells.under[0].under[2].value = number("9.9999", 11);
    CHECK(mistakes(draft) == "JE-S47 draft.yaml:11: matrix 'm' has 9.9999 points at 1 x C, fewer than at 1 x A (10)\n");
    draft = good_matrix();
    draft.matrices[0].cells.under[1].under[0].value = number("10", 12);
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells.under[1].under[0].value = number("9", 12);
    CHECK(mistakes(draft) == "JE-S47 draft.yaml:12: matrix 'm' has 9 points at 2 x A, fewer than at 1 x A (10)\n");
}

TEST_CASE("points in a matrix are not below zero") {
    auto draft = good_matrix();
    draft.matrices[0].cells.under[1].under[0].value = number("-1", 12);
    CHECK(mistakes(draft) == "JE-S13 draft.yaml:12: 2 x A of matrix 'm' has -1 points, below zero\n");
}

TEST_CASE("a matrix allows some pair") {
    auto draft = matrix_scheme({"- - -", "- - -"});
    draft.matrices[0].id = text("m", 9);
    CHECK(mistakes(draft) == "JE-S48 draft.yaml:9: matrix 'm' allows no combination of levels\n");
}

TEST_CASE("a level given twice is no missing row or cell as well") {
    auto draft = good_matrix();
    draft.factors[0].levels.push_back(draft.factors[0].levels[0]);
    draft.factors[0].levels[2].id = text("1", 7);
    CHECK(mistakes(draft) == "JE-S14 draft.yaml:7: factor 'rows' has level '1' twice (first at draft.yaml:1)\n");
}

namespace {

/// Three factors of 2, 2 and 3 levels, with one matrix over them.
Draft cube(const std::string& cells) {
    const std::vector<Draft::Factor> sides{side_factor("a", {"1", "2"}), side_factor("b", {"x", "y"}),
                                           side_factor("c", {"p", "q", "r"})};
    auto draft = simple_scheme(sides);
    draft.matrices = {matrix_over("m", sides, cells)};
    return draft;
}

const std::string rising_cube = "1 2 3 2 3 4 3 4 5 4 5 6";

}  // namespace

TEST_CASE("a matrix over three factors has its cells in the order of their levels, the last fastest") {
    const auto scheme = made(cube("1 2 3? 2 - 4 3 4 5 4 5 6"));
    const auto& m = scheme.units()[0];
    REQUIRE(m.sides().size() == 3);
    CHECK(scheme.option_name(m, 5) == "1 x y x r");
    CHECK(m[5].points == points("4"));
    CHECK(m[2].unlikely);
    CHECK_FALSE(m[4].allowed);
    CHECK(m[6].points == points("3"));
    CHECK(scheme.largest_total() == points("6"));
}

TEST_CASE("a list gives cells in the order of the last factor's levels, and null stands for a whole branch") {
    auto draft = cube(rising_cube);
    auto& cells = draft.matrices[0].cells;
    auto& list = cells.under[1].under[0];
    list.form = Draft::Cells::Form::list;
    for (auto& one : list.under) one.level = {};
    CHECK(made(draft).units()[0][8].points == points("5"));
    list.at = at_line(14);
    list.under.pop_back();
    CHECK(mistakes(draft) == "JE-S44 draft.yaml:14: 2 x x of matrix 'm' has 2 of 3 cells\n");
    draft = cube(rising_cube);
    draft.matrices[0].cells.under[1].under[1].form = Draft::Cells::Form::none;
    draft.matrices[0].cells.under[1].under[1].under.clear();
    const auto scheme = made(draft);
    CHECK(scheme.units()[0][8].allowed);
    for (const std::size_t cell : {9U, 10U, 11U}) CHECK_FALSE(scheme.units()[0][cell].allowed);
}

TEST_CASE("points do not fall along any of three dimensions") {
    CHECK(mistakes(cube("1 2 3 2 3 4 3 4 5 4 5 6")).empty());
    CHECK(mistakes(cube("1 2 3 2 3 4 0 4 5 4 5 6")) ==
          "JE-S47 draft.yaml:1: matrix 'm' has 0 points at 2 x x x p, fewer than at 1 x x x p (1)\n");
    CHECK(mistakes(cube("1 3 4 2 2.5 5 3 4 6 4 5 7")) ==
          "JE-S47 draft.yaml:1: matrix 'm' has 2.5 points at 1 x y x q, fewer than at 1 x x x q (3)\n");
    CHECK(mistakes(cube("1 2 3 2 3 4 3 4 4.5 4 5 4.9")) ==
          "JE-S47 draft.yaml:1: matrix 'm' has 4.9 points at 2 x y x r, fewer than at 2 x y x q (5)\n");
}

TEST_CASE("where cells fall, those that are equal are named too") {
    CHECK(mistakes(cube("1 1 3 2 3 4 0 4 5 4 5 6")) ==
          "JE-S47 draft.yaml:1: matrix 'm' has 0 points at 2 x x x p, fewer than at 1 x x x p (1)\n"
          "JE-S81 draft.yaml:1: matrix 'm' has cells with the same points: 1 x x x p = 1 x x x q: 1\n");
}

TEST_CASE("each level of a dimension has a cell that is allowed") {
    CHECK(mistakes(cube("- - - 2 3 4 - - - 4 5 6")) ==
          "JE-E02 draft.yaml:1: matrix 'm' allows no cell for level 'x' of factor 'b'\n");
    CHECK(mistakes(cube("1 - 3 2 - 4 3 - 5 4 - 6")) ==
          "JE-E02 draft.yaml:1: matrix 'm' allows no cell for level 'q' of factor 'c'\n");
}

TEST_CASE("a matrix has two to eight dimensions and at most 100,000 cells") {
    auto draft = cube(rising_cube);
    draft.matrices[0].dimensions.resize(1);
    for (const std::size_t i : {1U, 2U}) draft.factors[i] = table_factor("other" + std::to_string(i), {"1", "2"});
    CHECK(mistakes(draft) == "JE-E03 draft.yaml:1: matrix 'm' has 1 dimension\n");
    draft = simple_scheme({});
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) draft.factors.push_back(side_factor(id, {"1"}));
    draft.matrices = {matrix_over("m", {draft.factors.begin(), draft.factors.end() - 1}, "7")};
    draft.factors.pop_back();
    CHECK(made(draft).units()[0].sides().size() == 8);
    draft.factors.push_back(side_factor("i", {"1"}));
    draft.matrices = {matrix_over("m", draft.factors, "7")};
    CHECK(mistakes(draft) == "JE-E03 draft.yaml:1: matrix 'm' has 9 dimensions\n");
    const auto levels = [](std::size_t count) {
        Strings ids;
        for (std::size_t i = 1; i <= count; ++i) ids.push_back(std::to_string(i));
        return ids;
    };
    for (const auto& [last, is_fine] : {std::pair{10U, true}, std::pair{11U, false}}) {  // 100,000 cells, and 110,000
        draft = simple_scheme({side_factor("a", levels(100)), side_factor("b", levels(100)), side_factor("c", levels(last))});
        std::string cells;
        for (std::size_t i = 0; i < 10'000 * last; ++i) cells += "7 ";
        draft.matrices = {matrix_over("m", draft.factors, cells)};
        CHECK(mistakes(draft) ==
              (is_fine ? "" : "JE-E04 draft.yaml:1: the dimensions of matrix 'm' have more than 100,000 cells\n"));
    }
}

}  // namespace je::test::scheme_matrices_test
