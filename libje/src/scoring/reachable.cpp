// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/proof.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "je/scoring/score.hpp"
#include "scoring/group_sums.hpp"
#include "scoring/job_sums.hpp"

namespace je::scoring {

namespace {

using model::Points;

constexpr std::uint64_t most_group_sums = std::uint64_t{1} << 22;

/// All options of each unit of a tie, by its place among these.
std::vector<OptionClass> all_options(const TiedUnits& tied) {
    std::vector<OptionClass> all;
    for (const auto& classes : tied.classes) {
        OptionClass& options = all.emplace_back();
        for (const OptionClass& one : classes) options.insert(options.end(), one.begin(), one.end());
    }
    return all;
}

std::size_t place_in(const TiedUnits& tied, std::size_t unit) {
    return static_cast<std::size_t>(std::lower_bound(tied.units.begin(), tied.units.end(), unit) - tied.units.begin());
}

GroupSums group_of(const model::Scheme& scheme, const TiedUnits& tied, std::size_t root, OptionsOf options_at) {
    return {scheme, root,
            [&tied, options_at](std::size_t unit) -> const OptionClass& { return options_at(place_in(tied, unit)); }};
}

/// The sums that each unit that depends on none can have, together with those that depend on it; nothing when there are too
/// many.
std::optional<std::vector<RootSums>> root_sums(const model::Scheme& scheme, const TiedUnits& tied) {
    const auto all = all_options(tied);
    std::vector<RootSums> roots;
    for (std::size_t i = 0; i < tied.units.size(); ++i) {
        if (scheme.units()[tied.units[i]].is_dependent()) continue;
        const auto group =
            group_of(scheme, tied, tied.units[i], [&](std::size_t place) -> const OptionClass& { return all[place]; });
        const auto sums = group.sums(most_group_sums);
        if (!sums) return std::nullopt;
        RootSums& root = roots.emplace_back(
            RootSums{i, sums->empty() ? 0 : sums->front(), sums->empty() ? 0 : sums->back(), 0, group.choices()});
        for (const std::int64_t sum : *sums) root.step = std::gcd(root.step, sum - root.smallest);
    }
    return roots;
}

/// Finds the grid, and how many of its cells the totals span.
std::pair<TotalsGrid, std::uint64_t> grid_of(const std::vector<std::vector<RootSums>>& ties) {
    TotalsGrid grid{0, 0};
    std::int64_t span = 0;
    for (const auto& roots : ties) {
        for (const RootSums& root : roots) {
            grid.step = std::gcd(grid.step, root.step);
            grid.base += root.smallest;
            span += root.largest - root.smallest;
        }
    }
    grid.step = std::max<std::int64_t>(grid.step, 1);
    return {grid, static_cast<std::uint64_t>(span / grid.step) + 1};
}

/// The points of the options above `smallest`, in steps of the grid.
Terms terms_of(const OptionClass& options, std::int64_t smallest, std::int64_t step) {
    Terms terms;
    for (const AllowedOption& option : options) {
        terms.push_back(static_cast<std::uint64_t>((option.points - smallest) / step));
    }
    return terms;
}

/// Of units tied together, what a choice of classes leaves to each that depends on none, with those that depend on it.
class ChosenTerms {
public:
    ChosenTerms(const model::Scheme& scheme, const TiedUnits& tied, const std::vector<RootSums>& roots,
                const ClassChoice& choice, std::int64_t step)
        : scheme_{scheme}, tied_{tied}, roots_{roots}, choice_{choice}, step_{step} {}

    /// In the order of the roots.
    [[nodiscard]] std::vector<Terms> all() const {
        std::vector<Terms> places;
        for (const RootSums& root : roots_) places.push_back(terms_of_root(root));
        return places;
    }

    /// Writes the levels that a term of each root stands for.
    void set_levels_of(const std::vector<std::size_t>& picked, std::vector<model::LevelIndex>& levels) const {
        for (std::size_t i = 0; i < roots_.size(); ++i) {
            const RootSums& root = roots_[i];
            if (is_group(root)) {
                const auto term = static_cast<std::int64_t>(terms_of_root(root)[picked[i]]);
                group(root).pick(root.smallest + term * step_, levels);
            } else {
                set_levels(scheme_.units()[tied_.units[root.place]], chosen(root.place)[picked[i]], levels);
            }
        }
    }

private:
    [[nodiscard]] bool is_group(const RootSums& root) const { return scheme_.units()[tied_.units[root.place]].is_grouped(); }
    [[nodiscard]] const OptionClass& chosen(std::size_t place) const { return tied_.classes[place][choice_[place]]; }
    [[nodiscard]] GroupSums group(const RootSums& root) const {
        return group_of(scheme_, tied_, tied_.units[root.place],
                        [this](std::size_t place) -> const OptionClass& { return chosen(place); });
    }

    [[nodiscard]] Terms terms_of_root(const RootSums& root) const {
        if (!is_group(root)) return terms_of(chosen(root.place), root.smallest, step_);
        Terms terms;
        const auto sums = group(root).sums(most_group_sums);  // fewer than of all options, which were few enough
        for (const std::int64_t sum : *sums) terms.push_back(static_cast<std::uint64_t>((sum - root.smallest) / step_));
        return terms;
    }

    const model::Scheme& scheme_;
    const TiedUnits& tied_;
    const std::vector<RootSums>& roots_;
    const ClassChoice& choice_;
    std::int64_t step_;
};

std::uint64_t widest_of(const std::vector<RootSums>& roots, std::int64_t step) {
    std::int64_t sum = 0;
    for (const RootSums& root : roots) sum += root.largest - root.smallest;
    return static_cast<std::uint64_t>(sum / step);
}

/// A list of a tie's sums takes 64 times the memory of its bits: past this many it is not made.
constexpr std::uint64_t most_sums = std::uint64_t{1} << 24;

// Cells times what is added to each of them: about a second's work, and half of it the bits of all sums that lead to a total.
constexpr std::uint64_t most_work = std::uint64_t{1} << 33;

/// What goes through all choices of options of each root has to look at.
std::uint64_t choices_of(const std::vector<RootSums>& roots) {
    std::uint64_t count = 0;
    for (const RootSums& root : roots) count += root.choices;
    return count;
}

/// How many choices of classes may be looked at: a million, fewer where the sums of each are many.
std::size_t most_choices(const TiedUnits& tied, const std::vector<RootSums>& roots, std::int64_t step) {
    const std::uint64_t each = std::max<std::uint64_t>(choices_of(roots) * (widest_of(roots, step) / 64 + 1), 1);
    const std::uint64_t within = std::max<std::uint64_t>(most_work / 64 / each, 2 * tied.units.size() + 2);
    return std::min<std::uint64_t>(within, largest_tie);
}

/// Every sum that tied units can have together, above the sum of their smallest; nothing when there are too many choices
/// or sums.
std::optional<Terms> sums_of_tie(const model::Scheme& scheme, const TiedUnits& tied, const std::vector<RootSums>& roots,
                                 std::int64_t step) {
    SumBits sums{widest_of(roots, step)};
    const bool finished = visit_allowed(scheme, tied, most_choices(tied, roots, step), [&](const ClassChoice& choice) {
        sums.add_shifted(sums_of(ChosenTerms{scheme, tied, roots, choice, step}.all()), 0);
    });
    return finished && sums.count() <= most_sums ? std::optional{sums.members()} : std::nullopt;
}

}  // namespace

std::optional<ReachableTotals> ReachableTotals::of(const model::Scheme& scheme, std::uint64_t max_cells) {
    ReachableTotals made;
    made.ties_ = tie_units(scheme);
    for (const TiedUnits& tied : made.ties_) {
        auto roots = root_sums(scheme, tied);
        if (!roots) return std::nullopt;
        made.roots_.push_back(*std::move(roots));
    }
    const auto [grid, span] = grid_of(made.roots_);
    std::uint64_t choices = 1;
    for (const auto& roots : made.roots_) choices += choices_of(roots);
    if (span > max_cells || span > most_work / choices) {
        return std::nullopt;
    }
    made.grid_ = grid;
    bool empty = false;
    for (std::size_t i = 0; i < made.ties_.size(); ++i) {
        auto sums = sums_of_tie(scheme, made.ties_[i], made.roots_[i], grid.step);
        if (!sums) {
            return std::nullopt;
        }
        empty = empty || sums->empty();
        made.sums_.push_back(*std::move(sums));
    }
    if (!empty) {
        made.cells_ = sums_of(made.sums_);
    }
    return made;
}

std::optional<std::uint64_t> ReachableTotals::cell_of(Points total) const {
    const std::int64_t above = total.value().units() - grid_.base;
    return above < 0 || above % grid_.step != 0 ? std::nullopt : std::optional{static_cast<std::uint64_t>(above / grid_.step)};
}

std::uint64_t ReachableTotals::count() const { return cells_.count(); }

Points ReachableTotals::smallest() const {
    const auto first = cells_.first_from(0);
    if (!first) {
        throw std::logic_error("no total can be reached");
    }
    return grid_.total_of(*first);
}

Points ReachableTotals::largest() const {
    const auto last = cells_.last_to(cells_.largest());
    if (!last) {
        throw std::logic_error("no total can be reached");
    }
    return grid_.total_of(*last);
}

bool ReachableTotals::contains(Points total) const {
    const auto cell = cell_of(total);
    return cell && cells_.holds(*cell);
}

std::optional<Points> ReachableTotals::first_at_or_above(Points from) const {
    const std::int64_t above = std::max<std::int64_t>(from.value().units() - grid_.base, 0);
    const std::int64_t cell = above / grid_.step + (above % grid_.step != 0 ? 1 : 0);
    const auto found = cells_.first_from(static_cast<std::uint64_t>(cell));
    return found ? std::optional{grid_.total_of(*found)} : std::nullopt;
}

std::optional<Points> ReachableTotals::last_below(Points limit) const {
    const std::int64_t above = limit.value().units() - 1 - grid_.base;
    if (above < 0) {
        return std::nullopt;
    }
    const auto found = cells_.last_to(static_cast<std::uint64_t>(above / grid_.step));
    return found ? std::optional{grid_.total_of(*found)} : std::nullopt;
}

std::optional<std::vector<model::LevelIndex>> ReachableTotals::combination(const model::Scheme& scheme, Points total) const {
    const auto cell = cell_of(total);
    if (!cell || !cells_.holds(*cell)) {
        return std::nullopt;
    }
    std::vector<model::LevelIndex> levels(scheme.factors().size());
    const auto picked = pick_terms(sums_, *cell).value();
    for (std::size_t i = 0; i < ties_.size(); ++i) {
        const TiedUnits& tied = ties_[i];
        bool found = false;
        const auto take = [&](const ClassChoice& choice) {
            if (found) return;
            const ChosenTerms terms{scheme, tied, roots_[i], choice, grid_.step};
            const auto picked_terms = pick_terms(terms.all(), sums_[i][picked[i]]);
            found = picked_terms.has_value();
            if (found) terms.set_levels_of(*picked_terms, levels);
        };
        (void)visit_allowed(scheme, tied, largest_tie, take);  // the limit was not met when the set was made
    }
    return levels;
}

namespace {

/// Totals above `after` and below `before` are in no band.
struct BandHole {
    Points after{};
    Points before{};
};

/// Holes above the band at the low end, which a rule may have raised, and below the high end.
std::vector<BandHole> holes_within(const model::BandTable& table, const Score& score) {
    std::vector<BandHole> holes;
    const auto bands = table.bands();
    const auto look = [&](model::BandIndex lowest) {
        for (std::size_t i = lowest.value(); i + 1 < bands.size() && bands[i + 1].floor <= score.total_max; ++i) {
            const bool any = bands[i].max && *bands[i].max < bands[i + 1].floor && bands[i + 1].floor > score.total_min;
            if (any) holes.push_back({std::max(*bands[i].max, score.total_min), bands[i + 1].floor});
        }
    };
    score.band_min.visit(look, [] {});
    return holes;
}

/// The first total that lies in the hole.
std::optional<Points> first_in(const BandHole& hole, const JobSums& sums) {
    const auto total = sums.first_from(hole.after + Points{base::Decimal::from_units(1)});
    return total && *total < hole.before ? total : std::nullopt;
}

/// Whether the unknown levels go together however they turn out: no rule between them forbids some, or settles several at once.
bool levels_are_free(const model::Scheme& scheme) {
    const auto constraints = scheme.constraints();
    return scheme.modifiers().empty() &&
           std::none_of(constraints.begin(), constraints.end(), [](const auto& constraint) { return constraint.is_error; });
}

/// A total of the hole for which nothing was added up. A hole narrower than a point is one between whole totals.
std::optional<Points> some_total_in(const BandHole& hole, const model::BandTable& table) {
    for (const model::Unbanded& declared : table.unbanded()) {
        if (declared.from < hole.before && hole.after < declared.to) return std::max(declared.from, hole.after);
    }
    const Points next = hole.after + Points::whole(1);
    return next < hole.before ? std::optional{next} : std::nullopt;
}

}  // namespace

std::optional<NoBandBetween> no_band_between(const model::Scheme& scheme, const model::BandTable& table,
                                             const model::Answers& answers, const Score& score) {
    if (score.complete || score.total_min == score.total_max || !score.band_min || !score.band_max) return std::nullopt;
    const auto holes = holes_within(table, score);
    if (holes.empty()) return std::nullopt;
    const auto parts = parts_of_job(scheme, answers, score.factors);
    const auto sums = parts ? sums_of(*parts) : std::nullopt;
    for (const BandHole& hole : holes) {
        const auto total = sums ? first_in(hole, *sums) : some_total_in(hole, table);
        if (total) return NoBandBetween{*total, sums.has_value(), sums && levels_are_free(scheme)};
    }
    return std::nullopt;
}

}  // namespace je::scoring
