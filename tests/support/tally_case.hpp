// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/scoring/score.hpp"
#include "sensitivity/tally.hpp"
#include "support/draft.hpp"

namespace je::test {

/// Two factors, a third of one level alone, and a matrix with a pair that is not allowed; bands from 30, 60 and 90 of 160
/// points, and jobs of all kinds: some with the same levels, one on a floor.
struct TallyCase {
    model::Scheme scheme = made(draft());
    sensitivity::Grid grid = *sensitivity::Grid::make(scheme, scheme.band_tables().front());
    std::vector<std::int64_t> points;
    std::vector<std::uint16_t> levels;

    TallyCase() {
        add("1", "1", "a", "x");
        add("2", "2", "b", "x");
        add("3", "1", "b", "y");
        add("2", "2", "b", "x");
        add("3", "3", "b", "y");
        add("2", "1", "a", "y");
    }

    [[nodiscard]] std::size_t jobs() const { return points.size() / grid.factors(); }
    [[nodiscard]] sensitivity::TallyJobs tally_jobs() const { return {.points = points, .levels = levels, .scheme = &scheme}; }
    [[nodiscard]] static sensitivity::TallyOptions everything() {
        sensitivity::TallyOptions options;
        options.seed = 7;
        options.central = true;
        options.joint = {{decimal("0.3")}, 4};
        return options;
    }

private:
    static Draft draft() {
        const auto rows = side_factor("rows", {"a", "b"});
        const auto columns = side_factor("columns", {"x", "y"});
        Draft draft = simple_scheme({table_factor("one", {"10", "20", "30"}), table_factor("two", {"5", "25", "50"}),
                                     table_factor("fixed", {"10"}), rows, columns});
        draft.matrices = {matrix("pair", rows, columns, {"20 -", "40 70"})};
        draft.bands = {open_bands({{"1", "30"}, {"2", "60"}, {"3", "90"}})};
        return draft;
    }

    void add(const char* one, const char* two, const char* row, const char* column) {
        const bool allowed = !(row[0] == 'a' && column[0] == 'y');
        const auto answers = answers_of(
            scheme, {{"one", one}, {"two", two}, {"fixed", "1"}, {"rows", row}, {"columns", allowed ? column : "x"}});
        const auto score = scoring::score(scheme, &scheme.band_tables().front(), answers);
        const auto row_points = grid.points_of(score);
        const auto row_levels = sensitivity::level_row(score);
        points.insert(points.end(), row_points.begin(), row_points.end());
        levels.insert(levels.end(), row_levels.begin(), row_levels.end());
    }
};

}  // namespace je::test
