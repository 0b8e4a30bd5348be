// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>

#include "model/scheme/factors.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

namespace {

/// What the draft says of one pair of levels.
struct Pair {
    bool stated = false;
    bool comparable = false;  // allowed, with points that are not a mistake by themselves
    UnitOption cell;
    base::SourcePosition at;
};

class CellsMaker {
public:
    CellsMaker(const SchemeDraft::Matrix& draft, const Factor& rows, const Factor& columns, base::Diagnostics& diagnostics)
        : draft_{draft},
          rows_{rows},
          columns_{columns},
          diagnostics_{diagnostics},
          called_{fmt::format("matrix '{}'", draft.id.value)},
          pairs_(rows.levels.size() * columns.levels.size()),
          row_drafts_(rows.levels.size(), nullptr) {}

    [[nodiscard]] std::vector<Pair> make() {
        for (const auto& row : draft_.cells) take_row(row);
        report_missing();
        report_empty();
        const std::size_t rows = rows_.levels.size();
        const std::size_t columns = columns_.levels.size();
        for (std::size_t r = 0; r < rows; ++r) check_line(r * columns, 1, columns, "column", columns_);
        for (std::size_t c = 0; c < columns; ++c) check_line(c, columns, rows, "row", rows_);
        return std::move(pairs_);
    }

private:
    void take_row(const SchemeDraft::Row& draft) {
        const auto level = resolve_level(rows_, draft.row, called_, diagnostics_);
        if (!level) {
            some_unknown_row_ = true;
            return;
        }
        auto& taken = row_drafts_[level->value()];
        if (taken != nullptr) {
            diagnostics_.error({"JE-S46", draft.row.at,
                                fmt::format("{} has row '{}' twice{}", called_, draft.row.value, first_at(taken->row.at)),
                                "one row for each level",
                                "correct the level of one of the two rows; where both say the same, one is enough"});
            return;
        }
        taken = &draft;
        for (const auto& cell : draft.cells) take_cell(level->value(), draft, cell);
    }

    void take_cell(std::size_t row, const SchemeDraft::Row& row_draft, const SchemeDraft::Cell& draft) {
        const auto user = fmt::format("row '{}' of {}", row_draft.row.value, called_);
        const auto level = resolve_level(columns_, draft.column, user, diagnostics_);
        if (!level) {
            unknown_cells_in_.push_back(row);
            return;
        }
        auto& pair = at(row, level->value());
        if (pair.stated) {
            diagnostics_.error({"JE-S46", draft.column.at, fmt::format("{} has column '{}' twice", user, draft.column.value),
                                "one cell for each level of the columns",
                                "correct the level of one of the two cells; where both say the same, one is enough"});
            return;
        }
        pair.stated = true;
        pair.at = draft.points ? draft.points->at : draft.column.at;
        pair.cell.allowed = draft.points.has_value();
        pair.cell.unlikely = draft.unlikely;
        if (!draft.points) return;
        pair.cell.points = Points{draft.points->value};
        pair.comparable =
            check_not_negative(*draft.points, fmt::format("column '{}' in {}", draft.column.value, user), diagnostics_);
    }

    void report_missing() {
        std::vector<std::string> missing;
        for (std::size_t r = 0; r < rows_.levels.size(); ++r) {
            if (repeated_level(rows_, r)) continue;
            if (row_drafts_[r] != nullptr) {
                report_missing_in_row(r);
            } else {
                missing.push_back(rows_.levels[r].id.text());
            }
        }
        if (missing.empty() || some_unknown_row_) return;
        diagnostics_.error({"JE-S44", draft_.id.at,
                            fmt::format("{} has no row for {} {} of factor '{}'", called_,
                                        missing.size() == 1 ? "level" : "levels", short_list(missing), rows_.id.text()),
                            "a row for each level of the factor", "add the row, with 'null' for pairs that are not allowed"});
    }

    void report_missing_in_row(std::size_t row) {
        for (const auto faulty : unknown_cells_in_) {
            if (faulty == row) return;  // the cell with the unknown level may be the one left out
        }
        std::vector<std::string> missing;
        for (std::size_t c = 0; c < columns_.levels.size(); ++c) {
            if (!at(row, c).stated && !repeated_level(columns_, c)) missing.push_back(columns_.levels[c].id.text());
        }
        if (missing.empty()) return;
        diagnostics_.error(
            {"JE-S44", row_drafts_[row]->row.at,
             fmt::format("row '{}' of {} has no cell for {} {} of factor '{}'", rows_.levels[row].id.text(), called_,
                         missing.size() == 1 ? "level" : "levels", short_list(missing), columns_.id.text()),
             "a cell for each level of the columns", "add the cell, or 'null' when the pair is not allowed"});
    }

    /// A second level of the same id, which is a mistake of the factor and said there.
    [[nodiscard]] static bool repeated_level(const Factor& factor, std::size_t level) {
        const auto found = factor.find_level(factor.levels[level].id.text());
        return found && found->value() != level;
    }

    void report_empty() {
        bool any_stated = false;
        for (const auto& pair : pairs_) {
            if (pair.cell.allowed && pair.stated) return;
            any_stated = any_stated || pair.stated;
        }
        if (!any_stated) return;  // said already
        diagnostics_.error({"JE-S48", draft_.id.at, fmt::format("{} allows no pair of levels", called_),
                            "points in at least one cell", "give the points of the pairs that are allowed"});
    }

    /// Points must not fall along a row or a column: `count` pairs from number `first` on, `stride` apart, of which each has
    /// its `what` named by a level of `factor`.
    void check_line(std::size_t first, std::size_t stride, std::size_t count, std::string_view what, const Factor& factor) {
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < count; ++i) {
            const Pair& pair = pairs_[first + i * stride];
            if (!pair.comparable) continue;
            if (before && pair.cell.points < pairs_[first + *before * stride].cell.points) {
                report_falling(first + i * stride, pairs_[first + *before * stride],
                               fmt::format("{} '{}'", what, factor.levels[*before].id.text()));
            }
            before = i;
        }
    }

    void report_falling(std::size_t number, const Pair& before, const std::string& place_before) {
        const auto& row = rows_.levels[number / columns_.levels.size()].id.text();
        const auto& column = columns_.levels[number % columns_.levels.size()].id.text();
        diagnostics_.error(
            {"JE-S47", pairs_[number].at,
             fmt::format("{} has {} points in row '{}', column '{}', fewer than in {} ({})", called_,
                         pairs_[number].cell.points.to_string(), row, column, place_before, before.cell.points.to_string()),
             "points that never fall along a row or a column",
             "hold both cells against the scheme's own grid, and put its rows and columns in order, lowest first"});
    }

    [[nodiscard]] Pair& at(std::size_t row, std::size_t column) { return pairs_[row * columns_.levels.size() + column]; }

    const SchemeDraft::Matrix& draft_;
    const Factor& rows_;
    const Factor& columns_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    std::vector<Pair> pairs_;
    std::vector<const SchemeDraft::Row*> row_drafts_;
    std::vector<std::size_t> unknown_cells_in_;
    bool some_unknown_row_ = false;
};

/// Turns the drafts of a scheme's matrices into scored units over its factors. They come in the order of the drafts; one with
/// mistakes may lack its sides.
class MatricesMaker {
public:
    MatricesMaker(const SchemeDraft& draft, const SchemeNames& names, std::span<const Factor> factors,
                  base::Diagnostics& diagnostics)
        : draft_{draft}, names_{names}, factors_{factors}, diagnostics_{diagnostics}, matrix_of_(factors.size(), nullptr) {}

    [[nodiscard]] std::vector<ScoredUnit> make() {
        std::vector<ScoredUnit> matrices;
        for (const auto& draft : draft_.matrices) matrices.push_back(make_matrix(draft));
        return matrices;
    }

private:
    [[nodiscard]] ScoredUnit make_matrix(const SchemeDraft::Matrix& draft) {
        const auto called = fmt::format("matrix '{}'", draft.id.value);
        const bool new_id = add_id(draft.id);
        ScoredUnit::Head head{
            .kind = UnitKind::matrix, .id = draft.id.value, .name = draft.name, .group = {}, .source = {}, .at = draft.at};
        if (draft.weight) head.printed_weight = printed_weight(*draft.weight, called, diagnostics_);
        head.group = group_of(draft.group, called, names_.groups, diagnostics_);
        head.source = source_of(draft.source, called, names_.sources, diagnostics_);
        const auto rows = names_.factors.resolve(draft.rows, called, diagnostics_);
        const auto columns = names_.factors.resolve(draft.columns, called, diagnostics_);
        if (!rows || !columns || !two_factors(draft)) return ScoredUnit{std::move(head), {}, {}, {}};
        if (new_id) {
            take_side(*rows, draft, draft.rows);
            take_side(*columns, draft, draft.columns);
        }
        return over_sides(std::move(head), draft, *rows, *columns);
    }

    [[nodiscard]] ScoredUnit over_sides(ScoredUnit::Head head, const SchemeDraft::Matrix& draft, std::size_t rows,
                                        std::size_t columns) {
        std::vector<UnitOption> options;
        std::vector<base::SourcePosition> places;
        for (const Pair& pair : CellsMaker{draft, factors_[rows], factors_[columns], diagnostics_}.make()) {
            options.push_back(pair.cell);
            places.push_back(pair.at);
        }
        return ScoredUnit{
            std::move(head),
            {{FactorIndex{rows}, factors_[rows].levels.size()}, {FactorIndex{columns}, factors_[columns].levels.size()}},
            std::move(options),
            std::move(places)};
    }

    /// Factors and matrices share their ids, since both name what gets points.
    bool add_id(const Text& id) {
        const bool new_id = ids_.add(id, diagnostics_);
        const auto factor = names_.factors.find(id.value);
        if (new_id && factor) {
            diagnostics_.error(
                {"JE-S02", id.at,
                 fmt::format("matrix '{}' has the id of a factor{}", id.value, first_at(names_.factors.first_place(*factor))),
                 "ids that differ over factors and matrices", "give the matrix another id"});
        }
        return new_id;
    }

    bool two_factors(const SchemeDraft::Matrix& draft) {
        if (draft.rows.value != draft.columns.value) return true;
        diagnostics_.error(
            {"JE-S41", draft.columns.at,
             fmt::format("matrix '{}' has factor '{}' as its rows and as its columns", draft.id.value, draft.rows.value),
             "two different factors", "name another factor as rows or as columns"});
        return false;
    }

    void take_side(std::size_t factor, const SchemeDraft::Matrix& draft, const Text& named) {
        const auto*& taken = matrix_of_[factor];
        if (taken == nullptr) {
            taken = &draft;
            return;
        }
        diagnostics_.error({"JE-S42", named.at,
                            fmt::format("factor '{}' is a side of matrix '{}' and of matrix '{}'", named.value, taken->id.value,
                                        draft.id.value),
                            "each factor in one matrix at most", "name another factor in one of the two"});
    }

    const SchemeDraft& draft_;
    const SchemeNames& names_;
    std::span<const Factor> factors_;
    base::Diagnostics& diagnostics_;
    Names ids_{{"matrix", "matrices", "", "JE-S02"}};
    std::vector<const SchemeDraft::Matrix*> matrix_of_;  // of each factor, the matrix that it is a side of
};

}  // namespace

std::vector<ScoredUnit> make_matrices(const SchemeDraft& draft, const SchemeNames& names, std::span<const Factor> factors,
                                      base::Diagnostics& diagnostics) {
    return MatricesMaker{draft, names, factors, diagnostics}.make();
}

}  // namespace je::model
