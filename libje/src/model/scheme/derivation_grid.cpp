// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/derivation_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>

#include "model/scheme/facts.hpp"

namespace je::model {

namespace {

using base::WideDecimal;

WideDecimal whole_number(std::size_t n) { return WideDecimal{base::Decimal::from_whole(static_cast<std::int64_t>(n))}; }

bool is_measured(FactKindOf kind) { return kind == FactKindOf::number || kind == FactKindOf::several; }

/// The tests of all rows on the fact at `place`.
std::vector<std::optional<FactTest>> tests_at(std::size_t place, std::span<const DerivedRow> rows) {
    std::vector<std::optional<FactTest>> tests;
    for (const DerivedRow& row : rows) tests.push_back(row.tests[place]);
    return tests;
}

}  // namespace

FactAxis::FactAxis(const FactDefinition& fact, const std::vector<std::optional<FactTest>>& tests) : fact_{&fact} {
    if (is_measured(fact.kind)) {
        cut_numbers(tests);
    } else {
        size_ = fact.kind == FactKindOf::yes_no ? 2 : fact.choices.size();
    }
    for (const auto& test : tests) rows_.push_back(cells_of(test));
}

/// The first value that the fact may have at or above a bound: what a bound between two whole numbers comes to.
WideDecimal FactAxis::on_grid(const WideDecimal& bound) const {
    return fact_->whole || fact_->kind == FactKindOf::several ? bound.rounded_up() : bound;
}

void FactAxis::cut_numbers(const std::vector<std::optional<FactTest>>& tests) {
    std::optional<WideDecimal> end;
    if (fact_->kind == FactKindOf::several) {
        auto counted = fact_->choices.size();
        for (const auto& test : tests) {
            if (test) counted = static_cast<std::size_t>(std::popcount(test->of.bits));
        }
        starts_.push_back(WideDecimal{});
        end = whole_number(counted + 1);
    } else {
        starts_.push_back(first_value(*fact_));
        if (fact_->max) end = on_grid(fact_->max->next());
    }
    const auto cut = [&](const std::optional<WideDecimal>& bound) {
        if (!bound) return;
        const auto at = on_grid(*bound);
        if (at > starts_.front() && (!end || at < *end)) starts_.push_back(at);
    };
    for (const auto& test : tests) {
        if (!test) continue;
        cut(test->from);
        cut(test->below);
    }
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    size_ = starts_.size();
    has_end_ = end.has_value();
    if (end) starts_.push_back(*end);
}

FactAxis::Cells FactAxis::cells_of(const std::optional<FactTest>& test) const {
    Cells cells{size_};
    if (!test) return cells.set();
    if (!is_measured(fact_->kind)) {
        for (const std::size_t choice : test->is) cells.set(choice);
        return cells;
    }
    for (std::size_t i = 0; i < size_; ++i) {
        cells[i] = (!test->from || starts_[i] >= on_grid(*test->from)) && (!test->below || starts_[i] < on_grid(*test->below));
    }
    return cells;
}

std::string FactAxis::words(std::size_t first, std::size_t last) const {
    if (is_measured(fact_->kind)) {
        const bool to_end = last + 1 == size_;
        return fmt::format("{} from {}{}", fact_->id.text(), starts_[first].to_string(),
                           to_end ? "" : fmt::format(" below {}", starts_[last + 1].to_string()));
    }
    std::string list;
    for (std::size_t i = first; i <= last; ++i) {
        const std::string choice = fact_->kind == FactKindOf::yes_no ? (i == 0 ? "no" : "yes") : fact_->choices[i];
        list += (list.empty() ? "" : ", ") + choice;
    }
    return fmt::format("{} {}", fact_->id.text(), list);
}

DerivationGrid::DerivationGrid(std::span<const FactDefinition* const> facts, std::span<const DerivedRow> rows)
    : has_two_{facts.size() > 1}, rows_{rows.size()} {
    static const FactDefinition one_cell{FactId{"none"}, {}, FactKindOf::choice, {"one"}};
    for (std::size_t place = 0; place < facts.size(); ++place) axes_.emplace_back(*facts[place], tests_at(place, rows));
    if (!has_two_) axes_.emplace_back(one_cell, std::vector<std::optional<FactTest>>(rows_));
}

bool DerivationGrid::is_empty(std::size_t row) const {
    return axes_.front().of_row(row).none() || axes_.back().of_row(row).none();
}

bool DerivationGrid::overlap(std::size_t a, std::size_t b) const {
    const auto meet = [&](const FactAxis& axis) { return axis.of_row(a).intersects(axis.of_row(b)); };
    return meet(axes_.front()) && meet(axes_.back());
}

std::vector<std::size_t> DerivationGrid::line_of(std::size_t i) const {
    std::vector<std::size_t> line(axes_.back().size());
    for (std::size_t row = 0; row < rows_; ++row) {
        if (!axes_.front().of_row(row)[i]) continue;
        const auto& cells = axes_.back().of_row(row);
        for (auto j = cells.find_first(); j != FactAxis::Cells::npos; j = cells.find_next(j)) line[j] = row;
    }
    return line;
}

std::vector<DerivationGrid::Run> DerivationGrid::missing_in(std::size_t i) const {
    FactAxis::Cells free{axes_.back().size()};
    free.set();
    for (std::size_t row = 0; row < rows_; ++row) {
        if (axes_.front().of_row(row)[i]) free -= axes_.back().of_row(row);
    }
    std::vector<Run> runs;
    for (auto j = free.find_first(); j != FactAxis::Cells::npos; j = free.find_next(j)) {
        if (!runs.empty() && runs.back().second + 1 == j)
            runs.back().second = j;
        else
            runs.emplace_back(j, j);
    }
    return runs;
}

DerivationGrid::Gaps DerivationGrid::gaps(std::size_t most) const {
    struct Piece {
        Run first, second;
    };
    std::vector<Piece> pieces;
    std::map<Run, std::size_t> open;  // pieces that reach the cell before
    for (std::size_t i = 0; i < axes_.front().size(); ++i) {
        std::map<Run, std::size_t> reached;
        for (const Run& run : missing_in(i)) {
            const auto found = open.find(run);
            const std::size_t piece = found != open.end() ? found->second : pieces.size();
            if (piece == pieces.size()) pieces.push_back({{i, i}, run});
            pieces[piece].first.second = i;
            reached.emplace(run, piece);
        }
        open = std::move(reached);
    }
    Gaps gaps{.words = {}, .count = pieces.size()};
    for (const Piece& piece : pieces) {
        if (gaps.words.size() == most) break;
        auto text = axes_.front().words(piece.first.first, piece.first.second);
        if (has_two_) text += "; " + axes_.back().words(piece.second.first, piece.second.second);
        gaps.words.push_back(std::move(text));
    }
    return gaps;
}

}  // namespace je::model
