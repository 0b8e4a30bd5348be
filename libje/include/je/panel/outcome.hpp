// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "je/model/panel.hpp"
#include "je/numerics/result.hpp"
#include "je/panel/case.hpp"
#include "je/scoring/score.hpp"

namespace je::panel {

/// The score of the agreed levels, with the facts of the questionnaire. A factor without an agreed level makes it a range.
[[nodiscard]] scoring::Score outcome(const PanelCase& panel_case);

/// Ways to get one level out of several, other than agreeing on one.
enum class LevelRule { median, majority, mean_nearest, lowest, highest };
inline constexpr std::array level_rules{LevelRule::median, LevelRule::majority, LevelRule::mean_nearest, LevelRule::lowest,
                                        LevelRule::highest};
/// "median", "majority", "mean-nearest", "lowest", "highest".
[[nodiscard]] std::string_view to_text(LevelRule rule);

/// A level, or two between which a rule does not decide.
struct LevelRange {
    model::LevelIndex lowest;
    model::LevelIndex highest;

    friend bool operator==(const LevelRange&, const LevelRange&) = default;
};

/// What `rule` makes of individual levels, in any order; nothing of none. A rule that does not decide gives a range, never a
/// guess:
/// - median: of an even number, from the lower to the higher of the two in the middle;
/// - majority: the level given by more than half; else from the lowest to the highest given;
/// - mean_nearest: the level nearest to the mean of their places on the scale; when the mean lies halfway, both neighbours.
[[nodiscard]] std::optional<LevelRange> level_by(LevelRule rule, std::vector<model::LevelIndex> levels);

/// Total and band, or the range of both where levels are open. The two ends are equal when nothing is.
struct RangeOutcome {
    model::Points total_min{};
    model::Points total_max{};
    model::BandOrNone band_min;
    model::BandOrNone band_max;

    [[nodiscard]] bool is_decided() const { return total_min == total_max && band_min == band_max; }
};

/// The outcome if `rule` had made each level from the individual ones of `voters`. A factor for which they recorded none
/// keeps its agreed level. Unless a rule of the scheme gives a higher level fewer points, the two ends are the scores of the
/// two ends of every level; where rules give bands they are the lowest and the highest of all levels between.
/// A choice of band was made for the levels agreed, and is left out here.
[[nodiscard]] RangeOutcome outcome_by(const PanelCase& panel_case, LevelRule rule,
                                      std::span<const model::PanellistIndex> voters);

/// The outcome by median without one panellist, and how far that moves the total.
struct LeftOut {
    model::PanellistIndex panellist;
    RangeOutcome by_median;
    model::Points moves_total{};  // the larger of the moves of the two ends, without sign
};
/// One entry for each who decides, in the order of the record; empty when only one does.
[[nodiscard]] std::vector<LeftOut> leave_one_out(const PanelCase& panel_case);
/// Those without whom the total by median moves most; empty when nobody moves it.
[[nodiscard]] std::vector<model::PanellistIndex> most_influential(std::span<const LeftOut> left_out);

/// Mean place of the levels that one side gave, over all factors it scored: 1 is a factor's first level.
struct SideMean {
    model::Side side = model::Side::management;
    double mean = 0;
    std::size_t levels = 0;      // individual levels that went into it
    std::size_t panellists = 0;  // of that side
};
/// Sides that gave levels, in the order management, union, independent. Only factors that every panellist scored count, so
/// that sides are compared on the same factors.
[[nodiscard]] std::vector<SideMean> side_means(const PanelCase& panel_case);

/// The chance of one band; nothing for totals that lie in none.
struct BandChance {
    model::BandOrNone band;
    double chance = 0;
};

/// The chance of each band if every factor's level were drawn at random, by itself, from the individual levels that the panel
/// recorded for it: how firm the outcome is within the panel's own range of views. Exact: the totals' distribution is
/// computed by convolution over exact points, nothing is sampled.
///
/// Bands in the table's order, those that cannot come up left out, "no band" first; together 1 within 1e-12, and more where the
/// table overlaps: each has then the chance that it holds the total. A band that comes up whatever is drawn has exactly 1. A
/// factor without individual levels keeps its agreed level. Levels are those after derived levels and modifiers. Nothing, with
/// the reason, when there are no bands, a factor has no level at all or one that a rule decides by a fact not known, a drawn
/// pair is a matrix cell that is not allowed, or the scheme has band rules.
///
/// P(T = t) = sum over p of P(T' = t - p) P(points = p), unit by unit. Source: the definition of a sum of independent
/// variables.
[[nodiscard]] numerics::Result<std::vector<BandChance>> band_chances(const PanelCase& panel_case);

/// The individual levels that `voters` recorded for one factor, in their order.
[[nodiscard]] std::vector<model::LevelIndex> levels_given(const model::PanelFactor& factor,
                                                          std::span<const model::PanellistIndex> voters);

}  // namespace je::panel
