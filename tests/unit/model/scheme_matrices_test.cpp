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
    std::swap(draft.matrices[0].cells[0], draft.matrices[0].cells[1]);
    std::swap(draft.matrices[0].cells[0].cells[0], draft.matrices[0].cells[0].cells[2]);
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
    draft.matrices[0].columns = text("colums", 9);
    CHECK(mistakes(draft) == "JE-S05 draft.yaml:9: matrix 'm' names factor 'colums', which is not declared\n");
}

TEST_CASE("the sides of a matrix are two factors, each in no other matrix") {
    auto draft = good_matrix();
    draft.matrices[0].columns = text("rows", 9);
    draft.factors.pop_back();
    CHECK(mistakes(draft) == "JE-S41 draft.yaml:9: matrix 'm' has factor 'rows' as its rows and as its columns\n");
    draft = good_matrix();
    const auto third = side_factor("third", {"x"});
    draft.factors.push_back(third);
    draft.matrices.push_back(matrix("n", draft.factors[0], third, {"1", "2"}));
    draft.matrices[1].rows = text("rows", 20);
    CHECK(mistakes(draft) == "JE-S42 draft.yaml:20: factor 'rows' is a side of matrix 'm' and of matrix 'n'\n");
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
    draft.matrices[0].cells.pop_back();
    CHECK(mistakes(draft) == "JE-S44 draft.yaml:9: matrix 'm' has no row for level '2' of factor 'rows'\n");
    draft = good_matrix();
    draft.matrices[0].cells[1].row = text("2", 12);
    draft.matrices[0].cells[1].cells.resize(1);
    CHECK(mistakes(draft) ==
          "JE-S44 draft.yaml:12: row '2' of matrix 'm' has no cell for levels 'B' and 'C' of factor 'columns'\n");
}

TEST_CASE("no row and no cell is given twice") {
    auto draft = good_matrix();
    draft.matrices[0].cells.push_back(draft.matrices[0].cells[0]);
    draft.matrices[0].cells[2].row = text("1", 13);
    CHECK(mistakes(draft) == "JE-S46 draft.yaml:13: matrix 'm' has row '1' twice (first at draft.yaml:1)\n");
    draft = good_matrix();
    draft.matrices[0].cells[0].cells.push_back(draft.matrices[0].cells[0].cells[0]);
    draft.matrices[0].cells[0].cells[3].column = text("A", 14);
    CHECK(mistakes(draft) == "JE-S46 draft.yaml:14: row '1' of matrix 'm' has column 'A' twice\n");
}

TEST_CASE("an unknown level of a row or a cell is said, but not also the level it stands in place of") {
    auto draft = good_matrix();
    draft.matrices[0].cells[1].row = text("3", 12);
    CHECK(mistakes(draft) == "JE-S08 draft.yaml:12: matrix 'm' names level '3', which factor 'rows' does not have\n");
    draft = good_matrix();
    draft.matrices[0].cells[1].cells[2].column = text("D", 13);
    CHECK(mistakes(draft) ==
          "JE-S08 draft.yaml:13: row '2' of matrix 'm' names level 'D', which factor 'columns' does not have\n");
}

TEST_CASE("points do not fall along rows and columns, passing over pairs that are not allowed") {
    auto draft = matrix_scheme({"10 - 30", "15 25 35"});
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells[0].cells[2].points = number("10", 11);
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells[0].cells[2].points = number("9.9999", 11);
    CHECK(mistakes(draft) ==
          "JE-S47 draft.yaml:11: matrix 'm' has 9.9999 points in row '1', column 'C', fewer than in column 'A' (10)\n");
    draft = good_matrix();
    draft.matrices[0].cells[1].cells[0].points = number("10", 12);
    CHECK(mistakes(draft).empty());
    draft.matrices[0].cells[1].cells[0].points = number("9", 12);
    CHECK(mistakes(draft) ==
          "JE-S47 draft.yaml:12: matrix 'm' has 9 points in row '2', column 'A', fewer than in row '1' (10)\n");
}

TEST_CASE("points in a matrix are not below zero") {
    auto draft = good_matrix();
    draft.matrices[0].cells[1].cells[0].points = number("-1", 12);
    CHECK(mistakes(draft) == "JE-S13 draft.yaml:12: column 'A' in row '2' of matrix 'm' has -1 points, below zero\n");
}

TEST_CASE("a matrix allows some pair") {
    auto draft = matrix_scheme({"- - -", "- - -"});
    draft.matrices[0].id = text("m", 9);
    CHECK(mistakes(draft) == "JE-S48 draft.yaml:9: matrix 'm' allows no pair of levels\n");
}

TEST_CASE("a level given twice is no missing row or cell as well") {
    auto draft = good_matrix();
    draft.factors[0].levels.push_back(draft.factors[0].levels[0]);
    draft.factors[0].levels[2].id = text("1", 7);
    CHECK(mistakes(draft) == "JE-S14 draft.yaml:7: factor 'rows' has level '1' twice (first at draft.yaml:1)\n");
}

}  // namespace je::test::scheme_matrices_test
