// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of ratings with published or independently computed statistics.

#include <cctype>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "numerics/agreement/agreement.hpp"
#include "numerics/agreement/ratings.hpp"

namespace je::test {

/// Rows apart by '/', ratings by spaces, '.' for none; a letter counts as its place in the alphabet.
inline numerics::RatingTable ratings(const std::string& text) {
    std::vector<std::vector<numerics::Rating>> rows(1);
    std::istringstream words{text};
    for (std::string word; words >> word;) {
        if (word == "/") {
            rows.emplace_back();
        } else if (word == ".") {
            rows.back().push_back(std::nullopt);
        } else if (std::isalpha(static_cast<unsigned char>(word[0])) != 0) {
            rows.back().push_back(word[0] - 'a' + 1);
        } else {
            rows.back().push_back(std::stod(word));
        }
    }
    return numerics::RatingTable::of_rows(rows);
}

/// The same with a row for each rater.
inline numerics::RatingTable by_rater(const std::string& text) {
    const auto turned = ratings(text);
    std::vector<std::vector<numerics::Rating>> columns;
    for (std::size_t i = 0; i < turned.units(); ++i) {
        const auto row = turned.unit(i);
        columns.emplace_back(row.begin(), row.end());
    }
    return numerics::RatingTable::of_columns(columns);
}

/// Shrout and Fleiss (1979), Intraclass correlations: uses in assessing rater reliability, table 2. Four judges, six targets.
inline numerics::RatingTable shrout_fleiss() { return ratings("9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7"); }

/// Made for this project: twelve jobs, five evaluators, one factor with levels 1 to 6.
inline numerics::RatingTable evaluators() {
    return ratings(
        "4 4 5 4 4 / 3 3 3 2 3 / 6 5 6 6 6 / 2 2 3 2 1 / 5 5 5 4 5 / 4 3 4 4 4 / 1 1 2 1 1 / 6 6 6 5 6 / 3 4 3 3 4 / "
        "5 4 5 5 5 / 2 3 2 2 2 / 4 4 4 5 4");
}

/// Made for this project: three raters who contradict each other.
inline numerics::RatingTable contradiction() { return ratings("1 5 3 / 5 1 3 / 3 3 3 / 2 4 5"); }

/// Krippendorff (2011), Computing Krippendorff's alpha-reliability, section D: four observers, twelve units, gaps.
inline numerics::RatingTable krippendorff_4x12() {
    return by_rater("1 2 3 3 2 1 4 1 2 . . . / 1 2 3 3 2 2 4 1 2 5 . 3 / . 3 3 3 2 3 4 2 2 5 1 . / 1 2 3 3 2 4 4 1 2 5 1 .");
}

/// A well-known example with many gaps: three coders, fifteen units.
inline numerics::RatingTable krippendorff_3x15() {
    return by_rater(". . . . . 3 4 1 2 1 1 3 3 . 3 / 1 . 2 1 3 3 4 3 . . . . . . . / . . 2 1 3 4 4 . 2 1 1 3 3 . 4");
}

/// Three rankings of ten with ties, as in textbooks after Kendall: W = 0.828.
inline numerics::RatingTable tied_rankings() {
    return by_rater("1 4.5 2 4.5 3 7.5 6 9 7.5 10 / 2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5 / 2 1 4.5 4.5 4.5 4.5 8 8 8 10");
}

/// Made for this project: two raters, four levels, a hundred units.
inline numerics::RatingTable four_levels() {
    const std::vector<std::vector<int>> counts{{21, 4, 1, 0}, {5, 17, 6, 1}, {1, 4, 19, 5}, {0, 1, 3, 12}};
    numerics::RatingTable table{2};
    for (std::size_t a = 0; a < counts.size(); ++a) {
        for (std::size_t b = 0; b < counts.size(); ++b) {
            const std::vector<numerics::Rating> unit{static_cast<double>(a + 1), static_cast<double>(b + 1)};
            for (int i = 0; i < counts[a][b]; ++i) table.add_unit(unit);
        }
    }
    return table;
}

}  // namespace je::test
