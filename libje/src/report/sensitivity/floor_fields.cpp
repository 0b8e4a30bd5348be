// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

template <>
inline constexpr auto last_of<sensitivity::FloorRule> = sensitivity::FloorRule::largest_gaps;

namespace {

struct FactorRow {
    const FactorEffectView* factor;
    std::optional<std::string_view> no_effective_weight;
};
std::vector<FactorRow> rows_of_factors(const FactorsView& view) {
    std::vector<FactorRow> rows;
    for (const FactorEffectView& factor : view.factors)
        rows.push_back(
            {&factor, factor.effective_weight ? std::nullopt : std::optional<std::string_view>{view.no_effective_weight}});
    return rows;
}

Description fields_of_factor_row() {
    using T = FactorRow;
    return {
        "effect of a factor",
        {value<[](const T& one) { return std::string_view{one.factor->id}; }>("id", "Factor", Role::id, "of the factor"),
         value<[](const T& one) { return std::string_view{one.factor->name}; }>("name", "Name", Role::name, "of the factor"),
         value<[](const T& one) { return one.factor->weight; }>("weight", "Weight", Role::share,
                                                                "nominal: its largest points among all"),
         value<[](const T& one) { return one.factor->effective_weight; }>("effective_weight", "Effective weight", Role::share,
                                                                          "its share of how totals vary")
             .or_null("totals do not vary"),
         value<[](const T& one) {
             return one.factor->effective_weight ? effective_weight_note(*one.factor) : std::string_view{};
         }>("effective_weight_note", "Note", Role::text, "what a weight below 0 means")
             .shown_to_public()
             .if_any("it is not below 0"),
         value<&T::no_effective_weight>("effective_weight_reason", "Why not", Role::text, "why there is none")
             .shown_to_public()
             .if_any("there is one"),
         value<[](const T& one) { return one.factor->jobs_flipped; }>(
             "jobs_flipped", "Jobs flipped", Role::count, "whose band changes when this weight alone moves within the spread"),
         object<[](const T& one) { return one.factor->left_out ? &one.factor->left_out->moves : nullptr; }>(
             "left_out", "Left out", "how bands move without the factor")
             .or_null("it is the only factor")}};
}

}  // namespace

Description factor_effect_fields() {
    return {"factors",
            {list<rows_of_factors, fields_of_factor_row>("factors", "Factors", "what each does among the jobs")
                 .on_a_line()
                 .with_lines(Lines::items)}};
}

Description describe(Of<MovedJobView>) {
    using T = MovedJobView;
    return {"moved job",
            {value<&T::job>("id", "Job", Role::id, "of the job"),
             value<&T::from>("from", "From", Role::band, "the band now").or_null("in none"),
             value<&T::to>("to", "To", Role::band, "the band then").or_null("in none")}};
}

Description describe(Of<FloorShiftView>) {
    using T = FloorShiftView;
    return {"shift of a floor",
            {value<&T::floor>("floor", "Floor", Role::band, "the band that begins there").or_null("all floors together"),
             value<&T::by>("by", "By", Role::points, "the shift"),
             value<[](const T& one) { return one.moves.up; }>("up", "Up", Role::count, "jobs into a higher band"),
             value<[](const T& one) { return one.moves.down; }>("down", "Down", Role::count, "jobs into a lower band"),
             inlined<&T::moves, moves_without_band>()}};
}

Description describe(Of<GapView>) {
    using T = GapView;
    return {"gap between totals",
            {value<&T::below>("below", "Below", Role::points, "a job's total"),
             value<&T::above>("above", "Above", Role::points, "the next one"),
             value<&T::width>("width", "Width", Role::points, "between the two"),
             values<&T::floors>("floors", "Floors", Role::band, "bands whose floors lie between")}};
}

Description describe(Of<SlackView>) {
    using T = SlackView;
    return {
        "slack of a floor",
        {value<&T::floor>("floor", "Floor", Role::band, "the band that begins there"),
         value<&T::at>("at", "At", Role::points, "the floor"),
         value<&T::can_fall>("can_fall", "Can fall", Role::points, "without moving a job").or_null("there is no job below"),
         value<&T::can_rise>("can_rise", "Can rise", Role::points, "without moving a job").or_null("there is no job above")}};
}

Description describe(Of<JobFloorsView>) {
    using T = JobFloorsView;
    return {"job and its floors",
            {value<&T::job>("id", "Job", Role::id, "of the job"), value<&T::total>("total", "Total", Role::points, "now"),
             value<&T::band>("band", "Band", Role::band, "now").or_null("in none"),
             value<&T::own_floor_up>("own_floor_up", "Own floor up", Role::points,
                                     "the smallest rise of its own floor that moves it down")
                 .or_null("there is none"),
             value<&T::next>("next_band", "Next band", Role::band, "above").or_null("there is none"),
             value<&T::next_floor_down>("next_floor_down", "Next floor down", Role::points,
                                        "the smallest fall of the next floor that moves it up")
                 .or_null("there is none")}};
}

Description describe(Of<SideBySideView::Job>) {
    using T = SideBySideView::Job;
    return {"job under two tables",
            {value<&T::job>("id", "Job", Role::id, "of the job"), value<&T::total>("total", "Total", Role::points, "now"),
             value<&T::a>("a", "Band in A", Role::band, "under the first table").or_null("in none"),
             value<&T::b>("b", "Band in B", Role::band, "under the second").or_null("in none"),
             value<&T::move>("moves", "Moves", Role::verdict, "from A to B")}};
}

Description describe(Of<SideBySideView>) {
    using T = SideBySideView;
    return {"two band tables",
            {value<&T::a>("a", "A", Role::name, "what the first table is called"),
             value<&T::b>("b", "B", Role::name, "what the second is called"),
             value<&T::bands_a>("bands_a", "Bands of A", Role::count, "how many"),
             value<&T::bands_b>("bands_b", "Bands of B", Role::count, "how many"),
             value<&T::same_ids>("same_ids", "Same ids", Role::flag, "both have bands of the same ids"), inlined<&T::moves>(),
             list<&T::jobs>("jobs", "Jobs", "each job's bands").with_lines(Lines::items)}};
}

Description describe(Of<DerivedFloorView>) {
    using T = DerivedFloorView;
    return {"floor made anew",
            {value<&T::band>("band", "Band", Role::band, "that begins there"),
             value<&T::present>("present", "Present", Role::points, "the floor now"),
             value<&T::floor>("floor", "Floor", Role::points, "made anew").or_null("there is none"),
             value<&T::jobs>("jobs", "Jobs", Role::count, "in the band then"),
             value<&T::above>("above", "Above", Role::points,
                              "any floor above this and up to `up_to` keeps the anchors in their bands")
                 .if_any("nothing bounds it"),
             value<&T::above_job>("above_job", "Anchor", Role::id, "that says so").when<&T::above>("beside `above`"),
             value<&T::up_to>("up_to", "Up to", Role::points, "the largest such floor").if_any("nothing bounds it"),
             value<&T::up_to_job>("up_to_job", "Anchor", Role::id, "that says so").when<&T::up_to>("beside `up_to`"),
             value<&T::note>("note", "Note", Role::text, "on this floor").shown_to_public().if_any("there is none")}};
}

Description describe(Of<DerivedView>) {
    using T = DerivedView;
    return {"floors made anew",
            {value<&T::rule>("rule", "Rule", Role::text, "anchors, equal-width, equal-count or largest-gaps"),
             value<&T::reason>("reason", "Why not", Role::text, "why there are none").shown_to_public().if_any("there are"),
             list<&T::floors>("floors", "Floors", "made anew"),
             inlined<&T::moves>().when<[](const T& one) { return !one.reason; }>("where there are such floors"),
             list<&T::moved>("moved", "Moved", "jobs whose band changes")}};
}

Description describe(Of<FloorsView>) {
    using T = FloorsView;
    return {"floors",
            {value<&T::unit>("unit", "Unit", Role::points, "in which floors move"),
             value<&T::step>("step", "Step", Role::points, "of the shifts tried"),
             value<&T::most>("most", "Most", Role::points, "the largest of them"),
             list<&T::shifts>("shifts", "Shifts", "of one floor or all, and who moves").on_a_line(),
             list<&T::gaps>("gaps", "Gaps", "between totals").on_a_line(),
             list<&T::slack>("slack", "Slack", "how far each floor can move").on_a_line(),
             list<&T::jobs>("jobs", "Jobs", "nearest to a floor first").on_a_line().with_lines(Lines::items),
             object<&T::side_by_side>("side_by_side", "Side by side", "each job under two tables")
                 .or_null("there is one table")
                 .on_a_line(),
             list<&T::derived>("derived", "Derived", "floors made anew from the jobs").on_a_line().with_lines(Lines::items)}};
}

}  // namespace je::report
