// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/dependence.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// What a scored unit gives for one level of a factor, or for one combination of levels of several factors.
struct UnitOption {
    Points points{};          // of a dependent unit none: its base has a part in them
    base::Decimal percent{};  // of a dependent unit
    bool allowed = true;      // false: the scheme has no points for it
    bool unlikely = false;    // the scheme allows it, and asks to look twice
};

/// What a scored unit is in the scheme's own words. Nothing that is computed depends on it.
enum class UnitKind { factor, matrix };
/// "factor", "matrix".
[[nodiscard]] std::string_view to_text(UnitKind kind);

/// One thing that gets points; the total of a job is the sum over all of them. A factor of its own has an option for each of
/// its levels; a matrix has one for each combination of levels of its factors.
///
///     const std::size_t option = unit.option_of([&](FactorIndex factor) { return levels[factor.value()]; });
///     if (unit[option].allowed) total += unit.points_of(option, points_of_its_base);
///
/// A dependent unit has a percentage of the points of another, rounded; Scheme::points_of finds both.
/// Options are numbered with the levels of the last factor running fastest, as cells are read row by row:
/// option = sum over the sides of level x stride.
class ScoredUnit {
public:
    /// What it is called, and where its figures come from.
    struct Head {
        UnitKind kind = UnitKind::factor;
        std::string id;
        std::string name;
        std::optional<GroupIndex> group;
        std::string source;                                     // id; empty when none is stated
        std::optional<base::Located<Weight>> printed_weight{};  // beside points: held against them, and used for nothing else
        base::SourcePosition at;
        bool by_percent = false;   // its options are percentages
        std::string short_name{};  // of a matrix; empty: none is stated
    };
    /// A factor that it depends on.
    struct Side {
        FactorIndex factor;
        std::size_t levels = 0;  // how many the factor has
        std::size_t stride = 1;  // from the option of one level to that of the next; set by the unit
    };

    /// As many options, and places of them, as there are combinations of the sides' levels. A unit without sides, of a scheme
    /// with mistakes, has none.
    ScoredUnit(Head head, std::vector<Side> sides, std::vector<UnitOption> options, std::vector<base::SourcePosition> places);

    [[nodiscard]] UnitKind kind() const { return head_.kind; }
    [[nodiscard]] const std::string& id() const { return head_.id; }
    [[nodiscard]] const std::string& name() const { return head_.name; }
    /// For tables without room for the name; empty: the scheme states none.
    [[nodiscard]] const std::string& short_name() const { return head_.short_name; }
    /// "factor 'knowledge'", "matrix 'people'".
    [[nodiscard]] std::string called() const;
    [[nodiscard]] const std::optional<GroupIndex>& group() const { return head_.group; }
    [[nodiscard]] const std::string& source() const { return head_.source; }
    [[nodiscard]] const std::optional<base::Located<Weight>>& printed_weight() const { return head_.printed_weight; }
    [[nodiscard]] const base::SourcePosition& at() const { return head_.at; }

    /// Whether its options are percentages of the points of another unit.
    [[nodiscard]] bool by_percent() const { return head_.by_percent; }
    /// The number that the scheme states for an option: points, or a percentage.
    [[nodiscard]] base::Decimal stated(std::size_t option) const {
        return options_[option].points.value() + options_[option].percent;
    }

    [[nodiscard]] std::span<const Side> sides() const { return sides_; }
    /// Whether its points depend on several factors, none of which then has points of its own.
    [[nodiscard]] bool is_combined() const { return sides_.size() > 1; }
    [[nodiscard]] bool depends_on(FactorIndex factor) const;

    [[nodiscard]] std::span<const UnitOption> options() const { return options_; }
    [[nodiscard]] const UnitOption& operator[](std::size_t option) const { return options_[option]; }
    /// What its points are a percentage of; nothing for a unit that has points of its own.
    [[nodiscard]] const std::optional<Dependence>& dependence() const { return dependence_; }
    [[nodiscard]] bool is_dependent() const { return dependence_.has_value(); }
    /// The units that depend on it directly.
    [[nodiscard]] std::span<const UnitIndex> dependents() const { return dependents_; }
    /// Whether its points go together with those of another unit.
    [[nodiscard]] bool is_grouped() const { return is_dependent() || !dependents_.empty(); }
    /// The points of an option that is allowed, beside those of the unit it depends on (of any other, whatever is given).
    [[nodiscard]] Points points_of(std::size_t option, Points of_base) const {
        const UnitOption& one = options_[option];
        return dependence_ ? dependence_->points_of(of_base, one.percent).value() : one.points;
    }
    /// Every number of points that it can have, each once, rising.
    [[nodiscard]] std::span<const Points> values() const { return values_; }
    /// Where the scheme states the option.
    [[nodiscard]] const base::SourcePosition& place_of(std::size_t option) const { return places_[option]; }
    /// Of all that it can have.
    [[nodiscard]] Points smallest() const { return smallest_; }
    [[nodiscard]] Points largest() const { return largest_; }

    /// The option that levels stand for; `level_of(FactorIndex)` gives the level of each side.
    template <class LevelOf>
    [[nodiscard]] std::size_t option_of(const LevelOf& level_of) const {
        std::size_t option = 0;
        for (const Side& side : sides_) option += level_of(side.factor).value() * side.stride;
        return option;
    }
    /// As `option_of`, where `level_of` may give nothing; nothing then.
    template <class LevelOf>
    [[nodiscard]] std::optional<std::size_t> option_if_known(const LevelOf& level_of) const {
        std::size_t option = 0;
        for (const Side& side : sides_) {
            const auto& level = level_of(side.factor);
            if (!level) return std::nullopt;
            option += level->value() * side.stride;
        }
        return option;
    }
    /// The level that an option stands for.
    [[nodiscard]] static LevelIndex level_of(std::size_t option, const Side& side) {
        return LevelIndex{option / side.stride % side.levels};
    }
    /// Calls `visit` with every option of the levels that `visit_levels(FactorIndex, visitor)` gives the visitor for each side.
    template <class VisitLevels, class Visit>
    void visit_options(const VisitLevels& visit_levels, const Visit& visit, std::size_t side = 0,
                       std::size_t option = 0) const {
        if (side == sides_.size()) {
            visit(option);
            return;
        }
        visit_levels(sides_[side].factor, [&](LevelIndex level) {
            visit_options(visit_levels, visit, side + 1, option + level.value() * sides_[side].stride);
        });
    }

    /// Makes it a percentage of another unit. `values` are those it can have beside all of that unit's.
    void depend(Dependence on, std::vector<Points> values);
    void add_dependent(UnitIndex unit) { dependents_.push_back(unit); }

private:
    void take_values(std::vector<Points> values);

    Head head_;
    std::vector<Side> sides_;
    std::optional<Dependence> dependence_;
    std::vector<UnitIndex> dependents_;
    std::vector<Points> values_;
    std::vector<UnitOption> options_;
    std::vector<base::SourcePosition> places_;
    Points smallest_{}, largest_{};
};

}  // namespace je::model
