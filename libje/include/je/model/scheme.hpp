// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/band_table.hpp"
#include "je/model/conditions.hpp"
#include "je/model/deciding.hpp"
#include "je/model/fact.hpp"
#include "je/model/ids.hpp"
#include "je/model/level_options.hpp"
#include "je/model/points_rule.hpp"
#include "je/model/scheme_draft.hpp"
#include "je/model/scored_unit.hpp"
#include "je/model/tree.hpp"

namespace je::model {

struct Source {
    SourceId id;
    std::string title;
    std::string url;
};

/// What EU law asks a scheme to count.
enum class EuCriterion { skills, effort, responsibility, working_conditions };

struct Group {
    GroupId id;
    std::string name;
    std::optional<EuCriterion> eu_criterion;
    std::string short_name{};  // for tables without room for the name; empty: none is stated
};

struct Level {
    LevelId id;
    Points points{};  // after the factor's rule; zero and unused when the factor is a side of a matrix, has percentages, or the
                      // scheme no points
    std::string summary;
    std::string help;
    base::SourcePosition at;
    std::vector<LevelOption> options{};  // in the scheme's order; most levels have none
    bool one_option = false;             // of these one at most may be stated

    /// The letters of some of its options, in the scheme's order.
    [[nodiscard]] std::string letters(OptionSet some) const;
    /// The place of an option among them; nothing when it has no such option.
    [[nodiscard]] std::optional<std::size_t> find_option(char letter) const;
    base::Decimal percent{};  // of a dependent factor
};

struct Factor {
    FactorId id;
    std::string name;
    std::optional<GroupIndex> group;
    std::string definition;
    std::string source;
    PointsRule rule;
    std::optional<base::Located<Weight>> printed_weight{};  // beside points: held against them, and used for nothing else
    std::vector<Level> levels;                              // lowest first, at least one
    UnitIndex unit;                                         // the one through which it gets points: itself, or a matrix
    base::SourcePosition at;
    std::string short_name{};            // for tables without room for the name; empty: none is stated
    std::shared_ptr<const Tree> tree{};  // the questions that give the level; null: there are none

    [[nodiscard]] std::optional<LevelIndex> find_level(std::string_view id) const;
    [[nodiscard]] const Level& operator[](LevelIndex i) const { return levels[i.value()]; }
};

/// Facts give a factor its level: a choice by a table, or one or two facts of any kind by rows, of which every value that the
/// facts may have belongs to one.
struct Derivation : RuleHead {
    FactorIndex factor;
    std::vector<FactIndex> facts;                            // of a table one
    std::vector<std::optional<LevelIndex>> level_of_choice;  // of a table, one per choice of the fact
    std::vector<DerivedRow> rows;                            // where there is no table
    DerivationOrder order = DerivationOrder::up;

    [[nodiscard]] bool is_table() const { return rows.empty(); }
};

/// A count that is reached raises levels of a factor.
struct Modifier : RuleHead {
    FactorIndex factor;
    FactIndex fact;
    base::WideDecimal at_least{};
    std::size_t raise = 1;
    std::vector<LevelIndex> from_levels;
    LevelIndex ceiling;
};

/// Where all of `when` holds, all of `require` must.
struct Constraint : RuleHead {
    bool is_error = true;  // else a warning
    std::vector<Condition> when;
    std::vector<Condition> require;
};

/// A choice of a fact asks for a band at least, where all of `when` and none of `unless` holds.
struct BandRule : RuleHead {
    FactIndex fact;
    std::vector<std::optional<BandId>> band_of_choice;  // one per choice of the fact
    std::vector<Condition> when;
    std::vector<Condition> unless;
};

/// What was agreed locally about a factor or the whole scheme. It changes nothing by itself.
struct Convention : RuleHead {
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    std::optional<FactorIndex> factor;
};

enum class RuleKind { derivation, modifier, constraint, band_rule };

/// What a rule reads and what it can do, for those who need not know its kind.
struct RuleReach : RuleHead {
    RuleKind kind = RuleKind::derivation;
    std::vector<FactorIndex> reads;  // factors whose levels it looks at, once each
    std::vector<FactIndex> facts;    // that it looks at, once each
    std::optional<FactorIndex> sets_level_of;
    bool binds = false;      // it can forbid levels that stand together, or set the band: totals alone do not tell
    std::size_t effort = 0;  // how many single things it takes to see whether it binds
};

/// Weights as stated, for the checks that they add up and give what they are said to give.
struct StatedWeights {
    Weight total = Weight::whole(100);
    std::optional<Weight> rounded_to;
    base::SourcePosition at;
    // Of the factors that get their points from a weight:
    Weight sum{};
    std::vector<base::SourcePosition> places;  // of each weight, in the factors' order
    std::optional<base::Located<Points>> max_total;
};

/// A factor plan with its points, rules and dated band tables. Valid once made: ids are unique, references resolved, points
/// rise, matrices are complete, band floors rise. What takes proof over all totals (that each reachable one has a band) is
/// scoring/proof.hpp, run by `je check`.
///
///     base::Diagnostics diagnostics;
///     const auto scheme = Scheme::make(draft, diagnostics);
///     if (!scheme) { ... diagnostics says why ... }
class Scheme {
public:
    /// Reports every mistake of the draft, each with its place. Nothing is returned when there was an error.
    [[nodiscard]] static std::optional<Scheme> make(const SchemeDraft& draft, base::Diagnostics& diagnostics);

    [[nodiscard]] const SchemeId& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& edition() const { return edition_; }
    /// The local agreement under which it stands, where there is one.
    [[nodiscard]] const std::optional<SchemeDraft::Local>& local() const { return local_; }
    /// Whether records that name this id are of it: its own, or that of its local agreement.
    [[nodiscard]] bool is_called(std::string_view id) const { return id_ == id || (local_ && local_->id == id); }
    /// The id under which it is looked up: that of its local agreement, else its own.
    [[nodiscard]] const std::string& called() const { return local_ ? local_->id : id_.text(); }
    /// The edition that records mean which name this id.
    [[nodiscard]] const std::string& edition_of(std::string_view id) const {
        return local_ && local_->id == id ? local_->edition : edition_;
    }
    [[nodiscard]] Status status() const { return status_; }
    [[nodiscard]] Method method() const { return method_; }
    /// Without points all points, totals and floors are zero, and mean nothing.
    [[nodiscard]] bool has_points() const { return method_ == Method::points; }
    [[nodiscard]] const std::string& owner() const { return owner_; }
    [[nodiscard]] const std::string& licence() const { return licence_; }
    [[nodiscard]] std::span<const Source> sources() const { return sources_; }
    [[nodiscard]] std::span<const Group> groups() const { return groups_; }
    [[nodiscard]] std::span<const Factor> factors() const { return factors_; }
    /// What gets points, in the order of their first factors.
    [[nodiscard]] std::span<const ScoredUnit> units() const { return units_; }
    [[nodiscard]] std::span<const FactDefinition> facts() const { return facts_; }
    [[nodiscard]] std::span<const Derivation> derivations() const { return derivations_; }
    [[nodiscard]] std::span<const Modifier> modifiers() const { return modifiers_; }
    [[nodiscard]] std::span<const Constraint> constraints() const { return constraints_; }
    [[nodiscard]] std::span<const BandRule> band_rules() const { return band_rules_; }
    /// The reach of all rules above, in this order.
    [[nodiscard]] std::span<const RuleReach> rules() const { return rules_; }
    [[nodiscard]] std::span<const BandTable> band_tables() const { return band_tables_; }
    [[nodiscard]] std::span<const PayTable> pay_tables() const { return pay_tables_; }
    [[nodiscard]] std::span<const Convention> conventions() const { return conventions_; }
    /// How panels and appeals are to be held, as the scheme states it.
    [[nodiscard]] std::span<const ProcessRule> panel_rules() const { return panel_rules_; }
    [[nodiscard]] std::span<const ProcessRule> appeal_rules() const { return appeal_rules_; }
    [[nodiscard]] const std::optional<StatedWeights>& weights() const { return weights_; }
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

    [[nodiscard]] const Factor& operator[](FactorIndex i) const { return factors_[i.value()]; }
    [[nodiscard]] const ScoredUnit& operator[](UnitIndex i) const { return units_[i.value()]; }
    [[nodiscard]] const FactDefinition& operator[](FactIndex i) const { return facts_[i.value()]; }
    [[nodiscard]] const Group& operator[](GroupIndex i) const { return groups_[i.value()]; }

    [[nodiscard]] std::optional<FactorIndex> find_factor(std::string_view id) const;
    /// The factors whose levels questions give, in the scheme's order.
    [[nodiscard]] std::span<const FactorIndex> factors_with_trees() const { return factors_with_trees_; }

    /// The dependent units, each after the one that it depends on.
    [[nodiscard]] std::span<const UnitIndex> dependent_units() const { return dependent_units_; }
    /// The series that points are rounded to, as stated.
    [[nodiscard]] std::span<const SeriesPtr> series() const { return series_; }

    /// The points of a unit; `level_of(FactorIndex)` gives the level of each factor. Nothing where the scheme has no points for
    /// these levels, of it or of what it depends on.
    template <class LevelOf>
    [[nodiscard]] std::optional<Points> points_of(UnitIndex index, const LevelOf& level_of) const {
        const ScoredUnit& unit = (*this)[index];
        const std::size_t option = unit.option_of(level_of);
        if (!unit[option].allowed) return std::nullopt;
        if (!unit.is_dependent()) return unit[option].points;
        const auto of_base = points_of(unit.dependence()->base, level_of);
        return of_base ? std::optional{unit.points_of(option, *of_base)} : std::nullopt;
    }
    /// Calls `visit(UnitIndex)` with a unit and then all that depend on it, directly or through others, each after what it
    /// depends on.
    template <class Visit>
    void visit_group(UnitIndex index, const Visit& visit) const {
        visit(index);
        for (const UnitIndex dependent : (*this)[index].dependents()) visit_group(dependent, visit);
    }

    /// The unit that depends on none and that the points of a factor come down to, whatever percentages lie between.
    [[nodiscard]] UnitIndex root_of(FactorIndex factor) const {
        UnitIndex unit = (*this)[factor].unit;
        while ((*this)[unit].is_dependent()) unit = (*this)[unit].dependence()->base;
        return unit;
    }
    /// The unit through which a factor gets points.
    [[nodiscard]] const ScoredUnit& unit_of(FactorIndex factor) const { return (*this)[(*this)[factor].unit]; }
    /// The levels of an option, "3" or "3 x B".
    [[nodiscard]] std::string option_name(const ScoredUnit& unit, std::size_t option) const;

    /// Sum over the scored units of their smallest / largest points.
    [[nodiscard]] Points smallest_total() const { return smallest_total_; }
    [[nodiscard]] Points largest_total() const { return largest_total_; }

private:
    friend class SchemeMaker;
    Scheme() = default;
    SchemeId id_;
    std::string title_, edition_, owner_, licence_;
    std::optional<SchemeDraft::Local> local_;
    Status status_ = Status::illustrative;
    Method method_ = Method::points;
    std::vector<Source> sources_;
    std::vector<Group> groups_;
    std::vector<Factor> factors_;
    std::vector<FactorIndex> factors_with_trees_;
    std::vector<ScoredUnit> units_;
    std::vector<UnitIndex> dependent_units_;
    std::vector<SeriesPtr> series_;
    std::vector<FactDefinition> facts_;
    std::vector<Derivation> derivations_;
    std::vector<Modifier> modifiers_;
    std::vector<Constraint> constraints_;
    std::vector<BandRule> band_rules_;
    std::vector<RuleReach> rules_;
    std::vector<BandTable> band_tables_;
    std::vector<PayTable> pay_tables_;
    std::vector<Convention> conventions_;
    std::vector<ProcessRule> panel_rules_;
    std::vector<ProcessRule> appeal_rules_;
    std::optional<StatedWeights> weights_;
    Points smallest_total_{}, largest_total_{};
    base::SourcePosition at_;
};

/// A `je-bands/1` file: band and pay tables used in place of a scheme's own.
class BandsFile {
public:
    [[nodiscard]] static std::optional<BandsFile> make(const BandsFileDraft& draft, base::Diagnostics& diagnostics);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& edition() const { return edition_; }
    [[nodiscard]] Status status() const { return status_; }
    /// The scheme it is for; empty when it may serve any.
    [[nodiscard]] const std::string& scheme() const { return scheme_; }
    [[nodiscard]] std::span<const BandTable> band_tables() const { return band_tables_; }
    [[nodiscard]] std::span<const PayTable> pay_tables() const { return pay_tables_; }
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

private:
    BandsFile() = default;
    std::string id_, title_, edition_, scheme_;
    Status status_ = Status::illustrative;
    std::vector<BandTable> band_tables_;
    std::vector<PayTable> pay_tables_;
    base::SourcePosition at_;
};

}  // namespace je::model
