// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_matrices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "model/scheme_cells.hpp"

namespace je::model {

namespace {

/// Turns the drafts of a scheme's matrices into matrices over its factors.
class MatricesMaker {
public:
    MatricesMaker(const SchemeDraft& draft, const SchemeNames& names, std::vector<Factor>& factors,
                  base::Diagnostics& diagnostics)
        : draft_{draft}, names_{names}, factors_{factors}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::vector<Matrix> make() {
        for (std::size_t i = 0; i < draft_.matrices.size(); ++i) make_matrix(MatrixIndex{i}, draft_.matrices[i]);
        return std::move(matrices_);
    }

private:
    void make_matrix(MatrixIndex index, const SchemeDraft::Matrix& draft) {
        const auto called = fmt::format("matrix '{}'", draft.id.value);
        const bool new_id = add_id(draft.id);
        Matrix matrix;
        matrix.id = MatrixId{draft.id.value};
        matrix.name = draft.name;
        matrix.at = draft.at;
        if (draft.weight) matrix.printed_weight = printed_weight(*draft.weight, called, diagnostics_);
        matrix.group = group_of(draft.group, called, names_.groups, diagnostics_);
        matrix.source = source_of(draft.source, called, names_.sources, diagnostics_);
        const auto rows = names_.factors.resolve(draft.rows, called, diagnostics_);
        const auto columns = names_.factors.resolve(draft.columns, called, diagnostics_);
        if (rows && columns && two_factors(draft)) {
            matrix.rows = FactorIndex{*rows};
            matrix.columns = FactorIndex{*columns};
            if (new_id) take_sides(index, matrix, draft);
            matrix.column_count = factors_[*columns].levels.size();
            matrix.cells = make_cells(draft, factors_[*rows], factors_[*columns], diagnostics_);
        }
        matrices_.push_back(std::move(matrix));
    }

    /// Factors and matrices share their ids, since both name what gets points.
    bool add_id(const Text& id) {
        const bool new_id = ids_.add(id, diagnostics_);
        const auto factor = names_.factors.find(id.value);
        if (new_id && factor) {
            error("JE-S02", id.at,
                  fmt::format("matrix '{}' has the id of a factor{}", id.value, first_at(names_.factors.first_place(*factor))),
                  "ids that differ over factors and matrices", "give the matrix another id");
        }
        return new_id;
    }

    bool two_factors(const SchemeDraft::Matrix& draft) {
        if (draft.rows.value != draft.columns.value) return true;
        error("JE-S41", draft.columns.at,
              fmt::format("matrix '{}' has factor '{}' as its rows and as its columns", draft.id.value, draft.rows.value),
              "two different factors", "name another factor as rows or as columns");
        return false;
    }

    void take_sides(MatrixIndex index, const Matrix& matrix, const SchemeDraft::Matrix& draft) {
        take_side(index, matrix.rows, draft, draft.rows);
        take_side(index, matrix.columns, draft, draft.columns);
    }

    void take_side(MatrixIndex index, FactorIndex side, const SchemeDraft::Matrix& draft, const Text& named) {
        auto& factor = factors_[side.value()];
        if (!factor.matrix) {
            factor.matrix = index;
            return;
        }
        error("JE-S42", named.at,
              fmt::format("factor '{}' is a side of matrix '{}' and of matrix '{}'", named.value,
                          draft_.matrices[factor.matrix->value()].id.value, draft.id.value),
              "each factor in one matrix at most", "name another factor in one of the two");
    }

    void error(std::string id, const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
        diagnostics_.error({.id = std::move(id),
                            .at = at,
                            .message = std::move(message),
                            .expected = std::move(expected),
                            .fix = std::move(fix)});
    }

    const SchemeDraft& draft_;
    const SchemeNames& names_;
    std::vector<Factor>& factors_;
    base::Diagnostics& diagnostics_;
    Names ids_{{"matrix", "matrices", "", "JE-S02"}};
    std::vector<Matrix> matrices_;
};

}  // namespace

std::vector<Matrix> make_matrices(const SchemeDraft& draft, const SchemeNames& names, std::vector<Factor>& factors,
                                  base::Diagnostics& diagnostics) {
    return MatricesMaker{draft, names, factors, diagnostics}.make();
}

}  // namespace je::model
