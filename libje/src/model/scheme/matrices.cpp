// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>

#include "je/base/text.hpp"
#include "model/scheme/cells.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/names.hpp"
#include "model/scheme/short_names.hpp"

namespace je::model {

namespace {

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
        ScoredUnit::Head head{.kind = UnitKind::matrix,
                              .id = draft.id.value,
                              .name = draft.name,
                              .group = {},
                              .source = {},
                              .at = draft.at,
                              .by_percent = draft.percent_of.has_value(),
                              .short_name = short_name_or_empty(draft.short_name)};
        if (draft.weight) head.printed_weight = printed_weight(*draft.weight, called, diagnostics_);
        head.group = group_of(draft.group, called, names_.groups, diagnostics_);
        head.source = source_of(draft.source, called, names_.sources, diagnostics_);
        const auto sides = sides_of(draft, called);
        if (sides.empty()) return ScoredUnit{std::move(head), {}, {}, {}};
        for (std::size_t i = 0; new_id && i < sides.size(); ++i) take_side(sides[i], draft, draft.dimensions[i]);
        return over_sides(std::move(head), draft, sides);
    }

    /// The factors that are its dimensions; none when there is a mistake in them, or they have too many cells.
    [[nodiscard]] std::vector<std::size_t> sides_of(const SchemeDraft::Matrix& draft, const std::string& called) {
        if (!has_few_dimensions(draft, called)) return {};
        std::vector<std::size_t> sides;
        for (const Text& dimension : draft.dimensions) {
            const auto factor = names_.factors.resolve(dimension, called, diagnostics_);
            if (factor) sides.push_back(*factor);
        }
        if (sides.size() < draft.dimensions.size() || !all_differ(draft) || !has_few_cells(draft, called, sides)) return {};
        return sides;
    }

    [[nodiscard]] bool has_few_dimensions(const SchemeDraft::Matrix& draft, const std::string& called) {
        const std::size_t count = draft.dimensions.size();
        if (count >= 2 && count <= most_dimensions) return true;
        diagnostics_.error({"JE-E03", count == 0 ? draft.at : draft.dimensions.back().at,
                            fmt::format("{} has {}", called, base::counted(count, "dimension", "dimensions")),
                            fmt::format("2 to {} factors as dimensions", most_dimensions),
                            count < 2 ? "name another factor, or give the points to the levels of the one"
                                      : "make two matrices of it, each over some of the factors"});
        return false;
    }

    [[nodiscard]] bool all_differ(const SchemeDraft::Matrix& draft) {
        std::set<std::string_view> seen;
        for (const Text& dimension : draft.dimensions) {
            if (seen.insert(dimension.value).second) continue;
            diagnostics_.error(
                {"JE-S41", dimension.at,
                 fmt::format("matrix '{}' has factor '{}' twice among its dimensions", draft.id.value, dimension.value),
                 "a different factor for each dimension", "name another factor in one of the two places"});
            return false;
        }
        return true;
    }

    [[nodiscard]] bool has_few_cells(const SchemeDraft::Matrix& draft, const std::string& called,
                                     std::span<const std::size_t> sides) {
        const auto cells = cells_over(dimensions_of(sides));
        if (!cells) {
            diagnostics_.error({"JE-E04", draft.id.at, fmt::format("the dimensions of {} have more than 100,000 cells", called),
                                "at most 100,000 cells, the product of the numbers of levels",
                                "use fewer dimensions or levels, or make two matrices of it"});
        }
        return cells && *cells > 0;  // a factor without levels is told of by itself
    }

    [[nodiscard]] Dimensions dimensions_of(std::span<const std::size_t> sides) const {
        Dimensions dimensions;
        for (const std::size_t side : sides) dimensions.push_back(&factors_[side]);
        return dimensions;
    }

    [[nodiscard]] ScoredUnit over_sides(ScoredUnit::Head head, const SchemeDraft::Matrix& draft,
                                        std::span<const std::size_t> sides) {
        const auto errors_before = diagnostics_.errors();
        auto cells = make_cells(draft, dimensions_of(sides), diagnostics_);
        std::vector<ScoredUnit::Side> made;
        for (const std::size_t side : sides) made.push_back({FactorIndex{side}, factors_[side].levels.size()});
        ScoredUnit unit{std::move(head), std::move(made), std::move(cells.options), std::move(cells.places)};
        // What is proved of a scheme is not said of one with mistakes; cells are looked at once, to be mended once.
        if (diagnostics_.errors() > errors_before) warn_of_equal_cells(unit, factors_, diagnostics_);
        return unit;
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

    void take_side(std::size_t factor, const SchemeDraft::Matrix& draft, const Text& named) {
        const auto*& taken = matrix_of_[factor];
        if (taken == nullptr) {
            taken = &draft;
            return;
        }
        diagnostics_.error({"JE-S42", named.at,
                            fmt::format("factor '{}' is a dimension of matrix '{}' and of matrix '{}'", named.value,
                                        taken->id.value, draft.id.value),
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
