// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/score_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

Description describe(Of<ScoredFactor>) {
    using T = ScoredFactor;
    return {"scored factor",
            {value<&T::id>("id", "Factor", Role::id, "of the factor or matrix"),
             value<&T::level>("level", "Level", Role::level, "after rules; \"2 x B\" of a matrix").or_null("it is not known"),
             value<&T::points>("points", "Points", Role::points, "those of all factors and matrices add up to the total")
                 .or_null("it is a side of a matrix, which has the points, or the level is not known"),
             value<&T::source>("source", "From", Role::text, "where the level comes from: stated, derived or matrix")
                 .or_null("the level is not known"),
             value<&T::points_min>("points_min", "Lowest points", Role::points, "that the levels left allow")
                 .if_any("the points are known"),
             value<&T::points_max>("points_max", "Highest points", Role::points, "that the levels left allow")
                 .if_any("the points are known"),
             value<[](const T& one) { return one.stated != one.level ? one.stated : std::nullopt; }>(
                 "stated", "Stated", Role::level, "as the questionnaire has it")
                 .if_any("no rule changed it"),
             value<&T::modifier>("modifier", "Raised by", Role::id, "the rule that raised the level").if_any("none did")}};
}

Description describe(Of<PayBounds>) {
    using T = PayBounds;
    return {"pay range",
            {value<&T::min>("min", "Lowest pay", Role::money, "the bottom of the band's pay range"),
             value<&T::max>("max", "Highest pay", Role::money, "the top of the band's pay range")}};
}

Description describe(Of<ScoredJob>) {
    using T = ScoredJob;
    return {
        "scored job",
        {value<&T::id>("id", "Job", Role::id, "of the job"), value<&T::title>("title", "Title", Role::name, "of the job"),
         value<&T::family>("family", "Family", Role::id, "of jobs, as the questionnaire or the row states it")
             .if_any("it states none"),
         value<&T::complete>("complete", "Complete", Role::flag, "no level and no fact that a rule needs is missing"),
         more<total_fields<T>>(),
         value<&T::band_by_points>("band_by_points", "Band by points", Role::band, "before rules about bands")
             .or_null("it is in none")
             .when<[](const T& one) { return one.band_rule.has_value(); }>("where a rule moved the band"),
         value<&T::band_rule>("band_rule", "Rule about bands", Role::id, "the rule that moved the band").if_any("none did"),
         object<&T::pay>("pay", "Pay", "of the band").if_any("there is no pay table, or no one band"),
         value<&T::note>("note", "Note", Role::text, "of the questionnaire").if_any("it has none").in_public(InPublic::nothing),
         list<&T::factors>("factors", "Factors", "one for each factor of the scheme, a matrix after its two sides")}};
}

namespace {

Description fields_of_pay_table() {
    using T = ScoreHead;
    return {"pay table",
            {value<&T::currency>("currency", "Currency", Role::text, "of its amounts").shown_to_public(),
             value<&T::period>("period", "Period", Role::text, "that an amount is for")
                 .shown_to_public()
                 .or_null("the table states none"),
             value<&T::pay_from>("from", "From", Role::date, "its first day").or_null("the table states none")}};
}

}  // namespace

Description describe(Of<ScoreHead>) {
    using T = ScoreHead;
    return {"score head",
            {fixed("format", "Format", "of this result", "je-score/1"), more<basis_fields<T>>(), more<weighting_fields<T>>(),
             object<[](const T& one) { return one.currency.empty() ? nullptr : &one; }, fields_of_pay_table>(
                 "pay", "Pay table", "the pay table in use")
                 .if_any("there is none")}};
}

Description describe(Of<ScoreTail>) {
    using T = ScoreTail;
    return {"score tail", {more<error_fields<T>>(), more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

Description describe(Of<ScoreResult>) {
    using T = ScoreResult;
    return {"je-score/1",
            {inlined<&T::head>(),
             list<&T::jobs>("jobs", "Jobs", "one a line, in the order read").on_a_line().with_lines(Lines::items_and_end),
             inlined<&T::tail>()}};
}

}  // namespace je::report
