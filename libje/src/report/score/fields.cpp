// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/score_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

template <>
const Description& description<ScoredFactor>() {
    using T = ScoredFactor;
    static const Description factor{
        "scored factor",
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
         value<[](const T& one) { return std::string_view{one.stated != one.level ? one.stated : std::string_view{}}; }>(
             "stated", "Stated", Role::level, "as the questionnaire has it")
             .if_any("no rule changed it"),
         value<&T::modifier>("modifier", "Raised by", Role::id, "the rule that raised the level").if_any("none did")}};
    return factor;
}

template <>
const Description& description<PayBounds>() {
    using T = PayBounds;
    static const Description pay{"pay range",
                                 {value<&T::min>("min", "Lowest pay", Role::money, "the bottom of the band's pay range"),
                                  value<&T::max>("max", "Highest pay", Role::money, "the top of the band's pay range")}};
    return pay;
}

namespace {

bool scored_as_range(const ScoredJob& job) { return !job.complete; }

const Description& fields_of_range() {
    using T = ScoredJob;
    static const Description range{
        "range of an incomplete job",
        {value<&T::total_min>("total_min", "Lowest total", Role::points, "each factor that is not known taken at its lowest"),
         value<&T::total_max>("total_max", "Highest total", Role::points, "each factor that is not known taken at its highest"),
         value<&T::band_min>("band_min", "Band of the lowest total", Role::band, "the band of total_min")
             .or_null("it is in none"),
         value<&T::band_max>("band_max", "Band of the highest total", Role::band, "the band of total_max")
             .or_null("it is in none")}};
    return range;
}

}  // namespace

const Description& scored_total_fields() {
    using T = ScoredJob;
    static const Description total{
        "total",
        {value<[](const T& job) { return job.complete ? std::optional{job.total_max} : std::nullopt; }>(
             "total", "Total", Role::points, "the sum of the points")
             .or_null("a level or a fact is missing: it is a range"),
         value<[](const T& job) { return std::string_view{job.complete ? job.band_max : std::string_view{}}; }>(
             "band", "Band", Role::band, "after rules about bands")
             .or_null("it is a range, or in none"),
         value<&T::above_floor>("above_floor", "Above floor", Role::points, "from the band's floor to the total")
             .or_null("the total is a range, or in no band"),
         value<&T::to_next>("to_next", "To next", Role::points, "from the total to the next floor")
             .or_null("the total is a range, or there is no next band"),
         value<&T::next_band>("next_band", "Next band", Role::band, "the one that begins there")
             .or_null("there is none, or the total is a range"),
         inlined(fields_of_range).when<scored_as_range>("of a job with a level or a fact missing")}};
    return total;
}

template <>
const Description& description<ScoredJob>() {
    using T = ScoredJob;
    static const Description job{
        "scored job",
        {value<&T::id>("id", "Job", Role::id, "of the job"), value<&T::title>("title", "Title", Role::name, "of the job"),
         value<&T::complete>("complete", "Complete", Role::flag, "no level and no fact that a rule needs is missing"),
         inlined(scored_total_fields),
         value<&T::no_band>("no_band", "In no band", Role::text, "why the total is in no band").if_any("it is in one"),
         value<[](const T& one) { return one.no_band_between.empty() ? std::nullopt : std::optional{true}; }>(
             "may_be_in_no_band", "May be in no band", Role::flag, "a total between total_min and total_max can be in no band")
             .if_any("none can"),
         value<&T::no_band_between>("no_band_between", "May be in no band", Role::text, "which, and why").if_any("none can"),
         value<&T::band_by_points>("band_by_points", "Band by points", Role::band, "before rules about bands")
             .or_null("it is in none")
             .when<[](const T& one) { return !one.band_rule.empty(); }>("where a rule moved the band"),
         value<&T::band_rule>("band_rule", "Rule about bands", Role::id, "the rule that moved the band").if_any("none did"),
         object<&T::pay>("pay", "Pay", "of the band").if_any("there is no pay table, or no one band"),
         value<&T::note>("note", "Note", Role::text, "of the questionnaire").if_any("it has none").in_public(InPublic::nothing),
         list<&T::factors>("factors", "Factors", "one for each factor of the scheme, a matrix after its two sides")}};
    return job;
}

template <>
const Description& description<ScoreHead>() {
    using T = ScoreHead;
    static const Description head{
        "score head",
        {fixed("format", "Format", "of this result", "je-score/1"), inlined(basis_fields<T>),
         object<[](const T& one) {
             return one.currency.empty() ? nullptr : &one;
         }>("pay", "Pay table", "the pay table in use", []() -> const Description& {
             static const Description pay{
                 "pay table",
                 {value<&T::currency>("currency", "Currency", Role::text, "of its amounts"),
                  value<&T::period>("period", "Period", Role::text, "that an amount is for").or_null("the table states none"),
                  value<&T::pay_from>("from", "From", Role::date, "its first day").or_null("the table states none")}};
             return pay;
         }).if_any("there is none")}};
    return head;
}

template <>
const Description& description<ScoreTail>() {
    using T = ScoreTail;
    static const Description tail{"score tail",
                                  {inlined(error_fields<T>), inlined(left_out_fields<T>), inlined(ending_fields<T>)}};
    return tail;
}

template <>
const Description& description<ScoreResult>() {
    using T = ScoreResult;
    static const Description result{
        "je-score/1",
        {inlined<&T::head>(),
         list<&T::jobs>("jobs", "Jobs", "one a line, in the order read").on_a_line().with_lines(Lines::items_and_end),
         inlined<&T::tail>()}};
    return result;
}

}  // namespace je::report
