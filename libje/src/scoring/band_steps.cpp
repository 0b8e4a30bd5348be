// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/band_steps.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scoring/proof_words.hpp"

namespace je::scoring {

namespace {

using model::LevelIndex;
using model::Points;

/// One level up in one factor.
struct LevelStep {
    Points points{};
    std::string text;  // "from level '7' to '8' of factor 'knowledge'"

    void replace_by_larger(Points other, const auto& describe) {
        if (other > points) {
            points = other;
            text = describe();
        }
    }
};

void look_at_factor(const model::Factor& factor, LevelStep& largest) {
    for (std::size_t i = 0; i + 1 < factor.levels.size(); ++i) {
        const model::Level& lower = factor.levels[i];
        const model::Level& higher = factor.levels[i + 1];
        largest.replace_by_larger(higher.points - lower.points, [&] {
            return fmt::format("from level '{}' to '{}' of factor '{}'", lower.id.text(), higher.id.text(), factor.id.text());
        });
    }
}

/// A step along a row or a column, between two cells that are allowed.
void look_at_cells(const model::Scheme& scheme, const model::Matrix& matrix, LevelIndex row, LevelIndex column, bool along_row,
                   LevelStep& largest) {
    const model::Factor& moved = scheme[along_row ? matrix.columns : matrix.rows];
    const LevelIndex level = along_row ? column : row;
    if (level.value() + 1 >= moved.levels.size()) {
        return;
    }
    const LevelIndex next{level.value() + 1};
    const model::MatrixCell& from = matrix.cell(row, column);
    const model::MatrixCell& to = along_row ? matrix.cell(row, next) : matrix.cell(next, column);
    if (!from.allowed || !to.allowed) {
        return;
    }
    largest.replace_by_larger(to.points - from.points, [&] {
        const model::Factor& other = scheme[along_row ? matrix.rows : matrix.columns];
        return fmt::format("from level '{}' to '{}' of factor '{}' (at level '{}' of '{}')", moved[level].id.text(),
                           moved[next].id.text(), moved.id.text(), other[along_row ? row : column].id.text(), other.id.text());
    });
}

void look_at_matrix(const model::Scheme& scheme, const model::Matrix& matrix, LevelStep& largest) {
    for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
        const LevelIndex row{i / matrix.column_count};
        const LevelIndex column{i % matrix.column_count};
        look_at_cells(scheme, matrix, row, column, true, largest);
        look_at_cells(scheme, matrix, row, column, false, largest);
    }
}

LevelStep largest_step(const model::Scheme& scheme) {
    LevelStep largest;
    for (const model::Factor& factor : scheme.factors()) {
        if (!factor.matrix) {
            look_at_factor(factor, largest);
        }
    }
    for (const model::Matrix& matrix : scheme.matrices()) {
        look_at_matrix(scheme, matrix, largest);
    }
    return largest;
}

}  // namespace

void check_steps(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics) {
    const LevelStep largest = largest_step(scheme);
    std::vector<std::string> narrow;
    const model::Band* first = nullptr;
    for (std::size_t i = 0; i + 1 < table.bands().size(); ++i) {
        const model::Band& band = table.bands()[i];
        if (table.bands()[i + 1].floor - band.floor <= largest.points) {
            narrow.push_back(band.id.text());
            first = first == nullptr ? &band : first;
        }
    }
    if (first == nullptr) {
        return;
    }
    diagnostics.warning(
        {.id = "JE-B52",
         .at = first->at,
         .message =
             fmt::format("the step {} is {} points, no less than the width of {} {}: it alone moves any job "
                         "out of such a band",
                         largest.text, largest.points.to_string(), narrow.size() == 1 ? "band" : "bands", listed(narrow)),
         .expected = "bands wider than any single level step",
         .fix = "if the scheme is as published, nothing: look closely at that level before deciding; else correct "
                "the points or the floors"});
}

}  // namespace je::scoring
