// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/scheme/factors.hpp"

namespace je::model {

namespace {

using Cells = SchemeDraft::Cells;

/// A place among the cells: so many dimensions are settled, which makes `first` the first option beneath it.
struct CellPlace {
    std::size_t depth = 0;
    std::size_t first = 0;
};

/// What is stated for an option, of which there is one of the two.
base::Decimal value_of(const UnitOption& option) { return option.points.value() + option.percent; }

/// A second level of the same id, which is a mistake of the factor and said there.
bool is_repeated(const Factor& factor, std::size_t level) {
    const auto found = factor.find_level(factor.levels[level].id.text());
    return found && found->value() != level;
}

class CellsMaker {
public:
    CellsMaker(const SchemeDraft::Matrix& draft, const Dimensions& dimensions, base::Diagnostics& diagnostics)
        : draft_{draft},
          dimensions_{dimensions},
          diagnostics_{diagnostics},
          called_{fmt::format("matrix '{}'", draft.id.value)},
          strides_(dimensions.size(), 1) {
        for (std::size_t i = dimensions.size(); --i > 0;) strides_[i - 1] = strides_[i] * dimensions[i]->levels.size();
        const std::size_t count = strides_.front() * dimensions.front()->levels.size();
        made_.options.resize(count, {.allowed = false});
        made_.places.resize(count, draft.at);
        comparable_.resize(count, false);
    }

    [[nodiscard]] MadeCells make() {
        take(draft_.cells, {});
        if (whole_) report_empty();
        for (std::size_t i = dimensions_.size(); i-- > 0;) check_lines(i);
        return std::move(made_);
    }

private:
    void take(const Cells& cells, const CellPlace& place) {
        switch (cells.form) {
            case Cells::Form::none:
                return allow_none(cells, place);
            case Cells::Form::cell:
                return take_cell(cells, place.first);
            case Cells::Form::levels:
                return take_levels(cells, place);
            case Cells::Form::list:
                return take_list(cells, place);
        }
    }

    void allow_none(const Cells& cells, const CellPlace& place) {
        const std::size_t count = place.depth == 0 ? made_.options.size() : strides_[place.depth - 1];
        std::fill_n(made_.places.begin() + static_cast<std::ptrdiff_t>(place.first), count, cells.at);
    }

    void take_cell(const Cells& cell, std::size_t option) {
        if (!cell.value) return;
        made_.places[option] = cell.value->at;
        const std::string whose = fmt::format("{} of {}", name_of(option), called_);
        UnitOption& made = made_.options[option];
        made.allowed = true;
        made.unlikely = cell.unlikely;
        if (draft_.percent_of) {
            made.percent = cell.value->value;
            comparable_[option] = check_percent(*cell.value, whose, diagnostics_);
        } else {
            made.points = Points{cell.value->value};
            comparable_[option] = check_not_negative(*cell.value, whose, diagnostics_);
        }
    }

    void take_levels(const Cells& cells, const CellPlace& place) {
        const Factor& factor = *dimensions_[place.depth];
        std::vector<const Cells*> taken(factor.levels.size(), nullptr);
        bool some_unknown = false;  // which may be the one that is missing
        for (const Cells& one : cells.under) {
            const auto level = resolve_level(factor, one.level, user_of(one, place), diagnostics_);
            some_unknown = some_unknown || !level;
            if (!level) continue;
            auto& first = taken[level->value()];
            if (first != nullptr) {
                report_repeated(one, *first, place);
                continue;
            }
            first = &one;
            take(one, under(place, level->value()));
        }
        whole_ = whole_ && !some_unknown;
        if (!some_unknown) report_missing(cells, place, taken);
    }

    /// "matrix 'm'", "2 x 4 of matrix 'm'".
    [[nodiscard]] std::string user_of(const Cells& cells, const CellPlace& place) const {
        return place.depth == 0 ? called_ : fmt::format("{} x {} of {}", name_of(place), cells.level.value, called_);
    }

    void take_list(const Cells& cells, const CellPlace& place) {
        const Factor& factor = *dimensions_[place.depth];
        const std::size_t levels = factor.levels.size();
        for (std::size_t i = 0; i < std::min(levels, cells.under.size()); ++i) take(cells.under[i], under(place, i));
        if (cells.under.size() == levels) return;
        whole_ = false;
        diagnostics_.error({"JE-S44", cells.at, fmt::format("{} has {} of {} cells", whose(place), cells.under.size(), levels),
                            fmt::format("a cell for each level of factor '{}', in their order", factor.id.text()),
                            "hold the list against the scheme's own grid, and write 'null' where it allows nothing"});
    }

    [[nodiscard]] CellPlace under(const CellPlace& place, std::size_t level) const {
        return {place.depth + 1, place.first + level * strides_[place.depth]};
    }

    void report_repeated(const Cells& again, const Cells& first, const CellPlace& place) {
        diagnostics_.error({"JE-S46", again.level.at,
                            fmt::format("{} has level '{}' twice{}", whose(place), again.level.value, first_at(first.level.at)),
                            fmt::format("one entry for each level of factor '{}'", dimensions_[place.depth]->id.text()),
                            "correct the level of one of the two entries; where both say the same, one is enough"});
    }

    void report_missing(const Cells& cells, const CellPlace& place, const std::vector<const Cells*>& taken) {
        const Factor& factor = *dimensions_[place.depth];
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i] == nullptr && !is_repeated(factor, i)) missing.push_back(name_of(under(place, i)));
        }
        if (missing.empty()) return;
        whole_ = false;
        diagnostics_.error(
            {"JE-S44",
             place.depth == 0         ? draft_.id.at
             : cells.level.at.known() ? cells.level.at
                                      : cells.at,
             fmt::format("{} has no {} for {}", called_, missing.size() == 1 ? "entry" : "entries", short_list(missing)),
             fmt::format("an entry for each level of factor '{}'", factor.id.text()),
             "add the points that the scheme states, or 'null' where it allows nothing"});
    }

    /// Levels without a cell that is allowed, once nothing is missing.
    void report_empty() {
        if (std::none_of(made_.options.begin(), made_.options.end(), [](const auto& option) { return option.allowed; })) {
            diagnostics_.error({"JE-S48", draft_.id.at, fmt::format("{} allows no combination of levels", called_),
                                "points in at least one cell", "give the points of the combinations that are allowed"});
            return;
        }
        for (std::size_t i = 0; i < dimensions_.size(); ++i) {
            const std::vector<bool> allowed = levels_allowed(i);
            for (std::size_t level = 0; level < allowed.size(); ++level) {
                if (!allowed[level] && !is_repeated(*dimensions_[i], level)) report_no_cell(*dimensions_[i], level);
            }
        }
    }

    /// Of each level of a dimension, whether some cell of it is allowed.
    [[nodiscard]] std::vector<bool> levels_allowed(std::size_t dimension) const {
        std::vector<bool> allowed(dimensions_[dimension]->levels.size(), false);
        for (std::size_t option = 0; option < made_.options.size(); ++option) {
            if (made_.options[option].allowed) allowed[level_in(option, dimension)] = true;
        }
        return allowed;
    }

    void report_no_cell(const Factor& factor, std::size_t level) {
        diagnostics_.error({"JE-E02", draft_.id.at,
                            fmt::format("{} allows no cell for level '{}' of factor '{}'", called_,
                                        factor.levels[level].id.text(), factor.id.text()),
                            "at least one allowed cell for each level of each dimension",
                            "give the points of a combination that a job with this level may have, or take the level out "
                            "of the factor"});
    }

    /// Points must not fall along one dimension, whatever the levels of the others.
    void check_lines(std::size_t dimension) {
        for (std::size_t first = 0; first < made_.options.size(); ++first) {
            if (level_in(first, dimension) == 0) check_line(first, dimension);
        }
    }

    void check_line(std::size_t first, std::size_t dimension) {
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < dimensions_[dimension]->levels.size(); ++i) {
            const std::size_t option = first + i * strides_[dimension];
            if (!comparable_[option]) continue;
            if (before && value_of(made_.options[option]) < value_of(made_.options[*before])) report_falling(option, *before);
            before = option;
        }
    }

    void report_falling(std::size_t option, std::size_t before) {
        diagnostics_.error(
            {"JE-S47", made_.places[option],
             fmt::format("{} has {} {} at {}, {} than at {} ({})", called_, value_of(made_.options[option]).to_string(), what(),
                         name_of(option), draft_.percent_of ? "less" : "fewer", name_of(before),
                         value_of(made_.options[before]).to_string()),
             fmt::format("{} that never {} along a dimension", draft_.percent_of ? "a percentage" : "points",
                         draft_.percent_of ? "falls" : "fall"),
             "hold both cells against the scheme's own grid, and put the levels of each dimension in order, "
             "lowest first"});
    }

    [[nodiscard]] std::size_t level_in(std::size_t option, std::size_t dimension) const {
        return option / strides_[dimension] % dimensions_[dimension]->levels.size();
    }

    /// "A x few".
    [[nodiscard]] std::string name_of(const CellPlace& place) const {
        std::string name;
        for (std::size_t i = 0; i < place.depth; ++i) {
            if (i > 0) name += " x ";
            name += dimensions_[i]->levels[level_in(place.first, i)].id.text();
        }
        return name;
    }
    [[nodiscard]] std::string name_of(std::size_t option) const { return name_of(CellPlace{dimensions_.size(), option}); }

    /// "matrix 'know-how'", "A x few of matrix 'know-how'".
    [[nodiscard]] std::string whose(const CellPlace& place) const {
        return place.depth == 0 ? called_ : fmt::format("{} of {}", name_of(place), called_);
    }

    [[nodiscard]] std::string_view what() const { return draft_.percent_of ? "percent" : "points"; }

    const SchemeDraft::Matrix& draft_;
    const Dimensions& dimensions_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    std::vector<std::size_t> strides_;
    MadeCells made_;
    std::vector<bool> comparable_;  // allowed, with points that are not a mistake by themselves
    bool whole_ = true;             // every combination is stated
};

std::string cell_name(const ScoredUnit& unit, std::span<const Factor> factors, std::size_t option) {
    std::string name;
    for (const ScoredUnit::Side& side : unit.sides()) {
        if (!name.empty()) name += " x ";
        name += factors[side.factor.value()][ScoredUnit::level_of(option, side)].id.text();
    }
    return name;
}

/// Allowed cells along one dimension, in order.
using Line = std::vector<std::size_t>;

void warn_of_equal(const ScoredUnit& unit, std::span<const Factor> factors, std::span<const std::size_t> run,
                   base::Diagnostics& diagnostics) {
    const std::string_view what = unit.by_percent() ? "percentage" : "points";
    std::string names;
    for (const std::size_t option : run) names += (names.empty() ? "" : " = ") + cell_name(unit, factors, option);
    diagnostics.warning(
        {"JE-S81", unit.place_of(run[1]),
         fmt::format("{} has cells with the same {}: {}: {}", unit.called(), what, names, unit.stated(run.front()).to_string()),
         fmt::format("{} along every dimension", unit.by_percent() ? "a percentage that rises" : "points that rise"),
         "hold the cells against the scheme's own grid; if it prints them so, leave them: a job that moves "
         "between them keeps its points"});
}

void look_along(const ScoredUnit& unit, std::span<const Factor> factors, const Line& line, base::Diagnostics& diagnostics) {
    for (std::size_t from = 0, to = 0; from < line.size(); from = to) {
        for (to = from + 1; to < line.size() && unit.stated(line[to]) == unit.stated(line[from]); ++to) {
        }
        if (to - from > 1) warn_of_equal(unit, factors, std::span{line}.subspan(from, to - from), diagnostics);
    }
}

}  // namespace

void warn_of_equal_cells(const ScoredUnit& unit, std::span<const Factor> factors, base::Diagnostics& diagnostics) {
    for (std::size_t i = unit.sides().size(); i-- > 0;) {
        const ScoredUnit::Side& side = unit.sides()[i];
        for (std::size_t first = 0; first < unit.options().size(); ++first) {
            if (ScoredUnit::level_of(first, side).value() > 0) continue;
            Line line;
            for (std::size_t level = 0; level < side.levels; ++level) {
                const std::size_t option = first + level * side.stride;
                if (unit[option].allowed) line.push_back(option);
            }
            look_along(unit, factors, line, diagnostics);
        }
    }
}

std::optional<std::size_t> cells_over(const Dimensions& dimensions) {
    std::size_t count = 1;
    for (const Factor* factor : dimensions) {
        count *= factor->levels.size();
        if (count > most_cells) return std::nullopt;
    }
    return count;
}

MadeCells make_cells(const SchemeDraft::Matrix& draft, const Dimensions& dimensions, base::Diagnostics& diagnostics) {
    return CellsMaker{draft, dimensions, diagnostics}.make();
}

}  // namespace je::model
