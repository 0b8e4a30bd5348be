// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/describing.hpp"
#include "report/explain/fields.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

Description describe(Of<StepMoveView>) {
    using T = StepMoveView;
    return {"move of a level",
            {value<&T::factor>("factor", "Factor", Role::id, "that moves"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::from>("from", "From", Role::level, "the level now"),
             value<&T::to>("to", "To", Role::level, "the level then"),
             value<&T::counts_as>("counts_as", "Counts as", Role::level, "what rules make of it").if_any("they leave it")}};
}

Description describe(Of<EndOfScale>) {
    using T = EndOfScale;
    return {"end of a scale",
            {value<&T::factor>("factor", "Factor", Role::id, "of the scale"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::level>("level", "Level", Role::level, "the lowest or the highest")}};
}

namespace {

Description fields_of_one_step() {
    using T = LevelStepView;
    return {"one step of a level",
            {inlined<[](const T& one) -> const StepMoveView& { return one.changes.front(); }>(),
             value<&T::total>("total", "Total", Role::points, "then").or_null("there is none"),
             value<&T::band>("band", "Band", Role::band, "then").or_null("in none, or there is no total"),
             value<&T::changes_band>("changes_band", "Changes the band", Role::flag, "the band is another"),
             value<&T::allowed>("allowed", "Allowed", Role::flag, "no rule of the scheme forbids it"),
             value<&T::why_not>("why_not", "Why not", Role::text, "the rule that does").shown_to_public().if_any("none does")}};
}

Description fields_of_two_steps() {
    using T = LevelStepView;
    return {"two steps of levels",
            {list<&T::changes>("changes", "Changes", "the two"),
             value<&T::total>("total", "Total", Role::points, "then").or_null("there is none"),
             value<&T::band>("band", "Band", Role::band, "then").or_null("in none, or there is no total")}};
}

Description fields_of_level_pairs() {
    using T = LevelsView;
    return {"pairs of steps",
            {value<&T::pairs_looked_at>("looked_at", "Looked at", Role::count, "pairs tried"),
             list<&T::pairs, fields_of_two_steps>("changing", "Changing", "pairs that change the band, the first of them")
                 .with_lines(Lines::items),
             value<&T::pairs_not_listed>("not_listed", "Not listed", Role::count, "how many more change it")}};
}

Description fields_of_level_chance() {
    using T = BandShare;
    return {"chance of a band",
            {value<&T::band>("band", "Band", Role::band, "the band").or_null("in none"),
             value<&T::share>("chance", "Chance", Role::share, "exact, to ten digits"),
             value<&T::share>("share", "Share", Role::share, "the same, under the name that shares of bands have everywhere")}};
}

std::optional<std::string_view> why_no_chances(const LevelsView& levels) {
    if (!levels.uncertainty) return "no uncertainty of levels was given";
    return levels.no_band_chances;
}

std::optional<double> if_chances(const LevelsView& levels, double number) {
    return levels.has_chances() ? std::optional{number} : std::nullopt;
}

}  // namespace

Description describe(Of<LevelsView>) {
    using T = LevelsView;
    static constexpr std::string_view none = "there are no chances";
    return {"levels",
            {list<&T::one_step, fields_of_one_step>("one_step", "One step", "each factor one level up and down")
                 .on_a_line()
                 .with_lines(Lines::items),
             object<[](const T& one) { return &one; }, fields_of_level_pairs>("pairs", "Pairs", "two factors one level each")
                 .on_a_line(),
             value<&T::uncertainty>("uncertainty", "Uncertainty", Role::text, "of levels, in words")
                 .shown_to_public()
                 .or_null("none was given")
                 .on_a_line(),
             list<&T::band_chances, fields_of_level_chance>("band_chance", "Chances of bands", "under that uncertainty")
                 .null_unless<&T::has_chances>(none),
             value<why_no_chances>("band_chance_reason", "Why not", Role::text, "why there are none")
                 .shown_to_public()
                 .if_any("there are"),
             value<[](const T& one) { return if_chances(one, one.mean); }>("mean", "Mean", Role::points, "of the total")
                 .or_null(none),
             value<[](const T& one) { return if_chances(one, one.standard_deviation); }>(
                 "standard_deviation", "Standard deviation", Role::points, "of the total")
                 .or_null(none),
             value<&T::lowest>("total_min", "Lowest total", Role::points, "that can come up")
                 .when<&T::has_chances>("where there are chances"),
             value<&T::highest>("total_max", "Highest total", Role::points, "that can come up")
                 .when<&T::has_chances>("where there are chances"),
             list<&T::at_ends>("at_end_of_scale", "At an end of the scale", "factors whose level cannot go either way")
                 .when<&T::has_chances>("where there are chances"),
             inlined<&T::raise, raise_fields>(), inlined<&T::lower, lower_fields>(),
             inlined<&T::raise_and_lose, raise_and_lose_fields>()}};
}

}  // namespace je::report
