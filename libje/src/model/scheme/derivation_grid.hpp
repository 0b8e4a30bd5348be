// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/dynamic_bitset.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::model {

/// The values that one fact may have, cut into cells: at every bound that a row names, or choice by choice. Values of a cell
/// are in the same rows. Least to most: by size, no before yes, choices as the fact lists them.
class FactAxis {
public:
    using Cells = boost::dynamic_bitset<>;

    /// `tests`: what each row asks of the fact; nothing: any value.
    FactAxis(const FactDefinition& fact, const std::vector<std::optional<FactTest>>& tests);

    [[nodiscard]] std::size_t size() const { return size_; }
    /// The cells whose values pass the row's test.
    [[nodiscard]] const Cells& of_row(std::size_t row) const { return rows_[row]; }
    /// Neighbouring cells in words of the file: "staff from 5 below 7", "staff from 20" up to the fact's end, "kind a, b".
    [[nodiscard]] std::string words(std::size_t first, std::size_t last) const;

private:
    void cut_numbers(const std::vector<std::optional<FactTest>>& tests);
    [[nodiscard]] Cells cells_of(const std::optional<FactTest>& test) const;
    [[nodiscard]] base::WideDecimal on_grid(const base::WideDecimal& bound) const;

    const FactDefinition* fact_;             // never null
    std::vector<base::WideDecimal> starts_;  // of numbers and counts: of each cell its first value, and where the last ends if
                                             // there is an end
    bool has_end_ = false;
    std::size_t size_ = 0;
    std::vector<Cells> rows_;
};

/// The rows of a derivation over all values that its one or two facts may have.
class DerivationGrid {
public:
    DerivationGrid(std::span<const FactDefinition* const> facts, std::span<const DerivedRow> rows);

    /// Whether no value belongs to the row.
    [[nodiscard]] bool is_empty(std::size_t row) const;
    [[nodiscard]] bool overlap(std::size_t a, std::size_t b) const;
    /// What belongs to no row, piece by piece: missing cells are joined along the second fact, and equal runs of them then
    /// along the first. "n from 5 below 8; m from 0 below 100". The words of the first `most` pieces, and how many there are.
    struct Gaps {
        std::vector<std::string> words;
        std::size_t count = 0;
    };
    [[nodiscard]] Gaps gaps(std::size_t most) const;

    /// Calls `visit(row, next)` with the rows of neighbouring values of a fact, the other held; a pair may come again. Each
    /// value belongs to one row.
    template <class Visit>
    void visit_neighbours(const Visit& visit) const {
        std::vector<std::size_t> before;
        for (std::size_t i = 0; i < axes_.front().size(); ++i) {
            const auto line = line_of(i);
            for (std::size_t j = 1; j < line.size(); ++j) visit(line[j - 1], line[j]);
            for (std::size_t j = 0; j < before.size(); ++j) visit(before[j], line[j]);
            before = line;
        }
    }

private:
    using Run = std::pair<std::size_t, std::size_t>;

    /// The row of each cell of the second fact, with the first in cell `i`.
    [[nodiscard]] std::vector<std::size_t> line_of(std::size_t i) const;
    [[nodiscard]] std::vector<Run> missing_in(std::size_t i) const;

    std::vector<FactAxis> axes_;  // two: the second of one fact alone has one cell, which all rows have
    bool has_two_ = false;
    std::size_t rows_ = 0;
};

}  // namespace je::model
