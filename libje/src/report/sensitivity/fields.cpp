// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "je/report/sensitivity_result.hpp"
#include "report/explain/fields.hpp"
#include "report/sensitivity/views.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

template <>
inline constexpr auto last_of<sensitivity::RegionKind> = sensitivity::RegionKind::dirichlet;
Description describe(Of<RequirementView>) {
    using T = RequirementView;
    return {"requirement",
            {value<&T::text>("text", "Requirement", Role::text, "as it was given").shown_to_public(),
             value<&T::met_now>("met_by_scheme", "Met by the scheme", Role::flag, "the scheme's own weights meet it")}};
}

Description describe(Of<RegionView>) {
    using T = RegionView;
    return {"region of weights",
            {value<&T::kind>("kind", "Kind", Role::text, "spread, simplex or dirichlet"),
             value<&T::spread>("spread", "Spread", Role::share, "how far each weight may move").or_null("it is no spread"),
             value<&T::least_weight>("min_weight", "Least weight", Role::share, "of each factor"),
             value<&T::concentration>("concentration", "Concentration", Role::number, "of the Dirichlet distribution")
                 .or_null("it is none"),
             value<[](const T& one) { return std::string_view{one.rescale == numerics::Rescale::max ? "max" : "none"}; }>(
                 "rescale", "Rescaled", Role::text, "max: the largest total stays; none")
                 .shown_to_public(),
             list<&T::required>("required", "Required", "what cuts the region").if_any("nothing does")}};
}

Description describe(Of<WalkView>) {
    using T = WalkView;
    return {"walk",
            {fixed("method", "Method", "how scenarios are reached", "hit-and-run"),
             value<&T::burn_in>("burn_in", "Burn-in", Role::count, "steps before the first scenario of a chain"),
             value<&T::thinning>("thinning", "Thinning", Role::count, "steps between scenarios"),
             value<&T::effective_size>("effective_size", "Effective sample size", Role::count,
                                       "independent scenarios that tell as much, rounded down")}};
}

Description describe(Of<SamplingView>) {
    using T = SamplingView;
    return {"sampling",
            {value<&T::scenarios>("scenarios", "Scenarios", Role::count, "drawn"),
             value<&T::seed>("seed", "Seed", Role::number, "that they were drawn with"), inlined<&T::walk>()}};
}

Description describe(Of<PairView>) {
    using T = PairView;
    return {"pair of jobs",
            {value<&T::a>("a", "A", Role::id, "a job"), value<&T::b>("b", "B", Role::id, "another"),
             value<&T::a_above>("a_above", "A above B", Role::share, "of the region"),
             value<&T::b_above>("b_above", "B above A", Role::share, "of the region"),
             value<&T::equal_everywhere>("equal_everywhere", "Equal everywhere", Role::flag, "no weights tell them apart"),
             value<&T::difference_min>("difference_min", "Least difference", Role::points,
                                       "points of A less those of B over the region, exact"),
             value<&T::difference_max>("difference_max", "Largest difference", Role::points,
                                       "points of A less those of B over the region, exact"),
             value<&T::standard_error>("standard_error", "Standard error", Role::share, "of the shares")
                 .or_null("they are exact")}};
}

namespace {

Description fields_of_ranks_share() {
    using T = NumberShare;
    return {"share of a rank",
            {value<&T::number>("rank", "Rank", Role::count, "1 is the highest total"),
             value<&T::share>("share", "Share", Role::share, "of the scenarios"),
             value<&T::standard_error>("standard_error", "Standard error", Role::share, "of the share")}};
}

Description fields_of_numbers_share() {
    using T = NumberShare;
    return {"share of a number of jobs",
            {value<&T::number>("jobs", "Jobs", Role::count, "that change band"),
             value<&T::share>("share", "Share", Role::share, "of the scenarios"),
             value<&T::standard_error>("standard_error", "Standard error", Role::share, "of the share")}};
}

}  // namespace

Description describe(Of<JointHeadView>) {
    using T = JointHeadView;
    return {"joint scenarios",
            {value<&T::level_uncertainty>("level_uncertainty", "Uncertainty of levels", Role::text, "adjacent:0.1, say")
                 .shown_to_public()
                 .or_null("levels stay"),
             value<&T::floor_shift>("floor_shift", "Shift of floors", Role::points, "up and down; 0: floors stay"),
             list<&T::jobs_changing, fields_of_numbers_share>("jobs_changing", "Jobs changing band",
                                                              "shares of scenarios by their number"),
             value<&T::mean_jobs_changing>("mean_jobs_changing", "Mean jobs changing band", Role::number, "over the scenarios"),
             value<&T::mean_jobs_changing_error>("standard_error", "Standard error", Role::number, "of the mean")}};
}

Description describe(Of<SensitivityHead>) {
    using T = SensitivityHead;
    return {"sensitivity head",
            {fixed("format", "Format", "of this result", "je-sensitivity/1"), more<basis_fields<T>>(),
             object<&T::region>("region", "Region", "the weights looked at").or_null("weights are not looked at"),
             object<&T::sampling>("sampling", "Sampling", "of what was sampled").or_null("nothing was"),
             value<&T::dependent_points>("dependent_points", "Dependent points", Role::text,
                                         "what a weight does to points that are a percentage of others'")
                 .shown_to_public()
                 .if_any("the scheme has none"),
             value<&T::share_error>("exact_within", "Exact within", Role::share,
                                    "every share without a standard error is right to within this")
                 .if_any("there are none"),
             list<&T::pairs>("pairs", "Pairs", "the jobs asked to be set against each other")
                 .on_a_line()
                 .if_any("none were asked for"),
             object<&T::joint>("joint", "Joint scenarios", "what uncertain weights, levels and floors together do to all jobs")
                 .if_any("they were not asked for")}};
}

Description describe(Of<BandShare>) {
    using T = BandShare;
    return {
        "share of a band",
        {value<&T::band>("band", "Band", Role::band, "the band").or_null("in none"),
         value<&T::from>("from", "From", Role::points, "where the declared hole begins that the total is in")
             .if_any("it is in none"),
         value<&T::share>("share", "Share", Role::share, "of the region, or of the scenarios"),
         value<&T::standard_error>("standard_error", "Standard error", Role::share, "of the share").or_null("it is exact")}};
}

Description describe(Of<WeightEdgeView>) {
    using T = WeightEdgeView;
    return {
        "edge of a weight",
        {value<&T::band>("band", "Band", Role::band, "that begins there").or_null("none does"),
         value<&T::at>("at", "At", Role::share, "the weight at which it begins"),
         value<&T::holds_there>("holds_there", "Holds there", Role::flag, "at that very weight the present band still holds")}};
}

Description describe(Of<OneWeightView>) {
    using T = OneWeightView;
    return {"one weight",
            {value<&T::factor>("factor", "Factor", Role::id, "whose weight moves while the others keep their proportions"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::weight>("weight", "Weight", Role::share, "now"),
             value<&T::holds_from>("holds_from", "Holds from", Role::share, "the least weight at which the band holds"),
             value<&T::holds_to>("holds_to", "Holds to", Role::share, "the largest weight at which the band holds"),
             object<&T::below>("below", "Below", "what begins below").or_null("nothing does"),
             object<&T::above>("above", "Above", "what begins above").or_null("nothing does")}};
}

namespace {

// Weights stand in the order of the factors, whose ids the intervals of single weights carry.

using WeightsById = std::vector<std::pair<std::string_view, double>>;

WeightsById weights_by_id(const WeightsView& of, const std::vector<double>& weights) {
    WeightsById pairs;
    for (std::size_t f = 0; f < weights.size(); ++f) pairs.emplace_back(of.one_at_a_time[f].factor, weights[f]);
    return pairs;
}

struct NamedChange {
    const WeightsView* of;
    const WeightChangeView* change;
};
std::optional<NamedChange> change_up(const WeightsView& of) {
    return of.up ? std::optional{NamedChange{&of, &*of.up}} : std::nullopt;
}
std::optional<NamedChange> change_down(const WeightsView& of) {
    return of.down ? std::optional{NamedChange{&of, &*of.down}} : std::nullopt;
}

Description fields_of_least_squares() {
    using T = NamedChange;
    return {"least squares",
            {value<[](const T& one) { return one.change->distance; }>("distance", "Distance", Role::number,
                                                                      "Euclidean, between the weights"),
             by_id<[](const T& one) { return weights_by_id(*one.of, one.change->nearest); }>("weights", "Weights", Role::share,
                                                                                             "the nearest that do it")
                 .or_null("there are none")}};
}

Description fields_of_weight_change() {
    using T = NamedChange;
    return {"smallest change of weights",
            {value<[](const T& one) { return band_id(one.change->band); }>("band", "Band", Role::band, "that it leads to")
                 .or_null("it leads into none"),
             value<[](const T& one) { return one.change->moved; }>("moved", "Moved", Role::share, "of all weight"),
             by_id<[](const T& one) { return weights_by_id(*one.of, one.change->weights); }>("weights", "Weights", Role::share,
                                                                                             "then")
                 .or_null("there are none"),
             by_id<[](const T& one) { return weights_by_id(*one.of, one.change->by_spread); }>(
                 "at_critical_spread", "At the critical spread", Role::share, "the weights there")
                 .or_null("no spread does it"),
             object<[](const T& one) { return &one; }, fields_of_least_squares>("least_squares", "Least squares",
                                                                                "the nearest weights that do it")}};
}

struct NamedCentral {
    const WeightsView* of;
    const CentralWeightsView* central;
};
std::vector<NamedCentral> central_weights_of(const WeightsView& of) {
    std::vector<NamedCentral> all;
    for (const CentralWeightsView& one : of.central) all.push_back({&of, &one});
    return all;
}

Description fields_of_central_weights() {
    using T = NamedCentral;
    return {"central weights",
            {value<[](const T& one) { return band_id(one.central->band); }>("band", "Band", Role::band,
                                                                            "that scenarios put the job in")
                 .or_null("in none"),
             value<[](const T& one) { return one.central->scenarios; }>("scenarios", "Scenarios", Role::count, "that do"),
             by_id<[](const T& one) { return weights_by_id(*one.of, one.central->weights); }>("weights", "Weights", Role::share,
                                                                                              "their means")
                 .or_null("there are none"),
             by_id<[](const T& one) { return weights_by_id(*one.of, one.central->standard_errors); }>(
                 "standard_errors", "Standard errors", Role::share, "of the means")
                 .or_null("there are none")}};
}

Description fields_of_critical_spread() {
    using T = WeightsView;
    return {
        "critical spread",
        {value<&T::critical_up>("up", "Up", Role::share, "at it the next edge above is reached").or_null("no weights reach it"),
         value<&T::critical_down>("down", "Down", Role::share, "at it the present band still holds")
             .or_null("no weights lose it")}};
}

Description fields_of_guarantee() {
    using T = WeightsView;
    return {"guaranteed",
            {value<&T::total_min>("total_min", "Least total", Role::points, "over the region"),
             value<&T::total_max>("total_max", "Largest total", Role::points, "over the region"),
             values<&T::bands>("bands", "Bands", Role::band, "that the region reaches; null: none")}};
}

Description fields_of_smallest_changes() {
    return {"smallest changes of weights",
            {object<change_up, fields_of_weight_change>("up", "Up", "to the next band").or_null("no weights do it"),
             object<change_down, fields_of_weight_change>("down", "Down", "out of this band").or_null("no weights do it")}};
}

const WeightsView* itself(const WeightsView& weights) { return &weights; }

}  // namespace

Description describe(Of<WeightsView>) {
    using T = WeightsView;
    return {
        "weights",
        {object<itself, fields_of_critical_spread>("critical_spread", "Critical spread",
                                                   "how far all weights may move at once before the band changes"),
         object<itself, fields_of_guarantee>("guaranteed", "Guaranteed", "what the region can do, exact"),
         list<&T::acceptability>("acceptability", "Shares of bands", "of the region; bands without a share are left out"),
         list<&T::one_at_a_time>("one_at_a_time", "One weight at a time", "how far each may go"),
         object<itself, fields_of_smallest_changes>("smallest_change", "Smallest change", "of weights that changes the band"),
         list<central_weights_of, fields_of_central_weights>("central_weights", "Central weights",
                                                             "mean weights of the scenarios that put the job in each band")
             .if_any("they were not asked for")}};
}

Description describe(Of<JointView>) {
    using T = JointView;
    return {"joint scenarios of a job",
            {list<&T::bands>("bands", "Bands", "shares of the scenarios"),
             list<&T::ranks, fields_of_ranks_share>("ranks", "Ranks", "the first ten that came up"),
             value<&T::expected_rank>("expected_rank", "Expected rank", Role::number, "over the scenarios"),
             value<&T::expected_rank_error>("standard_error", "Standard error", Role::number, "of the expected rank")}};
}

Description describe(Of<SensitivityJob>) {
    using T = SensitivityJob;
    return {
        "job of a sensitivity result",
        {value<&T::id>("id", "Job", Role::id, "of the job"), value<&T::title>("title", "Title", Role::name, "of the job"),
         value<&T::total>("total", "Total", Role::points, "now"),
         value<&T::band>("band", "Band", Role::band, "by points, and by the choice recorded where bands overlap")
             .or_null("in none, or in several with no choice recorded"),
         values<&T::bands>("possible_bands", "Possible bands", Role::band,
                           "all that hold the total, lowest first, of a table that overlaps")
             .if_any("the bands do not overlap, or none holds the total"),
         value<&T::above_floor>("above_floor", "Above floor", Role::points, "from the band's floor to the total")
             .or_null("the total is in no band, or in several"),
         value<&T::to_next>("to_next", "To next", Role::points, "from the total to the next floor")
             .or_null("there is no next band"),
         value<&T::next_band>("next_band", "Next band", Role::band, "the one that begins there").or_null("there is none"),
         value<&T::band_after_rules>("band_after_rules", "Band after rules", Role::band, "where a rule of the scheme moves it")
             .if_any("none does"),
         inlined<&T::weights>(),
         object<&T::levels>("levels", "Levels", "what other levels would do").if_any("they were not asked for").on_a_line(),
         object<&T::joint>("joint", "Joint scenarios", "what uncertain weights, levels and floors together do")
             .if_any("they were not asked for")}};
}

namespace {

std::string_view caution_of_weightings(const SensitivityTail& tail) {
    return tail.weightings.empty() ? std::string_view{} : weighting_caution;
}

}  // namespace

Description describe(Of<SensitivityTail>) {
    using T = SensitivityTail;
    return {"sensitivity tail",
            {inlined<&T::factors, factor_effect_fields>(),
             object<&T::floors>("floors", "Floors", "what floors do to the jobs").if_any("they were not asked for").on_a_line(),
             value<caution_of_weightings>("weightings_caution", "Caution", Role::text, "that other weights are a what-if")
                 .shown_to_public()
                 .if_any("none were asked for"),
             list<&T::weightings>("weightings", "Weightings", "other weights side by side, after the scheme's own")
                 .if_any("none were asked for"),
             more<error_fields<T>>(), more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

Description describe(Of<SensitivityResult>) {
    using T = SensitivityResult;
    return {
        "je-sensitivity/1",
        {inlined<&T::head>(),
         list<&T::jobs>("jobs", "Jobs", "nearest to an edge of their band first; in the order given where there are no points")
             .on_a_line()
             .with_lines(Lines::items_and_end),
         inlined<&T::tail>()}};
}

namespace {

std::vector<std::pair<std::string_view, std::string>> counts_of(const SensitivityShard& shard) {
    std::vector<std::pair<std::string_view, std::string>> counts;
    for (const auto& [name, list] : sensitivity::Tally::lists()) {
        auto& text = counts.emplace_back(name, std::string{}).second;
        for (const std::uint64_t number : shard.tally.*list)
            fmt::format_to(std::back_inserter(text), "{}{}", text.empty() ? "" : " ", number);
    }
    return counts;
}

}  // namespace

Description describe(Of<SensitivityShard>) {
    using T = SensitivityShard;
    return {"je-sensitivity-shard/1",
            {fixed("format", "Format", "of this result", "je-sensitivity-shard/1"),
             value<&T::shard>("shard", "Shard", Role::count, "which one, from 1"),
             value<&T::of>("of", "Of", Role::count, "so many"),
             value<&T::first>("first", "First", Role::count, "number of its first scenario"),
             value<&T::last>("last", "Last", Role::count, "one more than that of its last"),
             value<&T::jobs>("jobs", "Jobs", Role::count, "that it counted"),
             by_id<counts_of>("counts", "Counts", Role::text, "whole numbers with blanks between")
                 .shown_to_public()
                 .on_a_line()
                 .with_lines(Lines::always_end),
             more<ending_fields<T>>()}};
}

}  // namespace je::report
