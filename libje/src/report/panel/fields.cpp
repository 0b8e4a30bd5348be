// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/panel/fields.hpp"

#include <algorithm>

#include "report/panel/panel_words.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

Description cited_fields() {
    using T = EvidenceView;
    static constexpr std::string_view not_at_hand = "it is not stated, or the questionnaire is not at hand";
    return {"cited evidence",
            {value<&T::document>("document", "Document", Role::evidence, "id of the document").or_null("none is named"),
             value<&T::section>("section", "Section", Role::evidence, "of the document").if_any("it is not stated"),
             value<&T::quote>("quote", "Quote", Role::evidence, "from the document").if_any("there is none"),
             value<&T::disputed>("disputed", "Disputed", Role::text, "who disputes it, and why").if_any("nobody does"),
             value<&T::kind>("kind", "Kind", Role::text, "of the document").if_any(not_at_hand),
             value<&T::title>("title", "Title", Role::name, "of the document").if_any(not_at_hand),
             value<&T::version>("version", "Version", Role::text, "of the document").if_any(not_at_hand),
             value<&T::date>("date", "Date", Role::date, "of the document").if_any(not_at_hand),
             value<&T::at>("at", "At", Role::place, "where the record has it").if_any("no file states it")}};
}

Description describe(Of<DissentView>) {
    using T = DissentView;
    return {"dissent",
            {value<&T::panellist>("panellist", "Panellist", Role::person, "who dissents"),
             value<&T::level>("level", "Level", Role::level, "that they would give").or_null("none is recorded"),
             values<[](const T& one) { return one_by_one(one.letters); }>("options", "Options", Role::level,
                                                                          "letters of its options"),
             value<&T::reason>("reason", "Reason", Role::text, "that they give").or_null("none is recorded")}};
}

namespace {

/// What was found names people and counts them by side.
void put_what_is_asked(panel::Finding& finding) {
    finding.message = finding.summary.empty() ? std::string{left_out} : finding.summary;
}

}  // namespace

Description describe(Of<PaperDifference>) {
    using T = PaperDifference;
    return {"difference of papers",
            {value<&T::kind>("kind", "Kind", Role::text, "of difference"),
             value<&T::panel>("panel", "Panel", Role::id, "whose record differs"),
             value<&T::recorded>("recorded", "Recorded", Role::text, "edition, version or outcome by the record")
                 .shown_to_public()
                 .or_null("the record names none"),
             value<&T::at_hand>("at_hand", "At hand", Role::text, "edition or outcome by the papers at hand")
                 .shown_to_public()
                 .or_null("there are none"),
             value<&T::text>("text", "Text", Role::text, "the difference in a sentence").shown_to_public()}};
}

Description describe(Of<panel::Finding>) {
    using T = panel::Finding;
    return {"finding on a rule",
            {value<&T::rule>("id", "Rule", Role::id, "of the rule"),
             value<&T::verdict>("verdict", "Verdict", Role::verdict, "what came of it"),
             value<&T::message>("message", "Message", Role::text, "with the people and numbers it rests on")
                 .replaced_in_public<put_what_is_asked>(),
             value<&T::summary>("summary", "Summary", Role::text, "of the rule, as the scheme words it")
                 .shown_to_public()
                 .if_any("the scheme has none"),
             value<&T::source>("source", "Source", Role::id, "of the rule").if_any("the scheme states none")}};
}

namespace {

Description fields_of_open_outcome() {
    using T = OutcomeView;
    return {"range of an open outcome",
            {value<&T::total_min>("total_min", "Lowest total", Role::points, "that the outcome may have"),
             value<&T::total_max>("total_max", "Highest total", Role::points, "that the outcome may have"),
             value<&T::band_min>("band_min", "Band of the lowest total", Role::band, "the band of total_min")
                 .or_null("it is in none"),
             value<&T::band_max>("band_max", "Band of the highest total", Role::band, "the band of total_max")
                 .or_null("it is in none")}};
}

}  // namespace

Description describe(Of<OutcomeView>) {
    using T = OutcomeView;
    return {"outcome",
            {value<[](const T& one) { return one.is_decided() ? std::optional{one.total_max} : std::nullopt; }>(
                 "total", "Total", Role::points, "the sum of the points")
                 .or_null("it is a range"),
             value<[](const T& one) { return one.is_decided() ? band_id(one.band_max) : BandId{}; }>("band", "Band", Role::band,
                                                                                                     "of the total")
                 .or_null("it is a range, or in none"),
             more<fields_of_open_outcome>().when<[](const T& one) { return !one.is_decided(); }>(
                 "of an outcome that is not decided")}};
}

namespace {

Description fields_of_complete_outcome() {
    using T = ScoredJob;
    return {"complete outcome",
            {value<&T::total_max>("total", "Total", Role::points, "the sum of the points"),
             value<[](const T& one) { return one.several.open ? BandId{} : band_id(one.band_max); }>(
                 "band", "Band", Role::band, "after rules about bands, and the choice recorded where several hold the total")
                 .or_null("the total is in none, or in several with no choice recorded"),
             more<several_fields<T>>(),
             value<&T::above_floor>("above_floor", "Above floor", Role::points, "from the band's floor to the total")
                 .or_null("the total is in no band, or in several"),
             value<&T::to_next>("to_next", "To next", Role::points, "from the total to the next floor")
                 .or_null("there is no next band"),
             value<&T::next_band>("next_band", "Next band", Role::band, "the one that begins there").or_null("there is none")}};
}

}  // namespace

Description outcome_fields() {
    return {"outcome of a panel",
            {more<fields_of_complete_outcome>().when<&ScoredJob::complete>("of a complete outcome"),
             inlined<[](const ScoredJob& job) {
                 return OutcomeView{job.total_min, job.total_max, job.band_min, job.band_max};
             }>()
                 .when<[](const ScoredJob& job) { return !job.complete; }>(
                     "where a factor has no agreed level, or a fact that a rule needs is not known")}};
}

Description split_fields() {
    using T = PanelFactorView;
    return {"split",
            {value<&T::id>("factor", "Factor", Role::id, "on which levels differed"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             by_id<&T::individual>("levels", "Levels", Role::level, "each panellist's own"),
             value<&T::agreed>("agreed", "Agreed", Role::level, "the level agreed").or_null("none is"),
             value<&T::spread>("spread", "Spread", Role::count, "steps from the lowest to the highest level")}};
}

namespace {

Description fields_under_rule() {
    using T = OutcomeUnderRule;
    return {"outcome under a rule",
            {value<&T::rule>("rule", "Rule", Role::text,
                             "how levels are decided: median, majority, mean-nearest, lowest or highest"),
             value<[](const T& one) { return rule_in_words(one.rule); }>("words", "In words", Role::text, "the same"),
             inlined<&T::outcome>()}};
}

Description fields_of_band_chance() {
    using T = BandShare;
    return {"probability of a band",
            {value<&T::band>("band", "Band", Role::band, "the band").or_null("in none"),
             value<&T::share>("probability", "Probability", Role::share, "exact, to ten digits"),
             value<&T::share>("share", "Share", Role::share, "the same, under the name that shares of bands have everywhere")}};
}

}  // namespace

Description describe(Of<LeaveOneOutView>) {
    using T = LeaveOneOutView;
    return {"outcome without one panellist",
            {value<&T::panellist>("panellist", "Panellist", Role::person, "who is left out"),
             value<[](const T& view) { return view.by_median.is_decided() ? band_id(view.by_median.band_max) : BandId{}; }>(
                 "band_by_median", "Band by median", Role::band, "of the others")
                 .or_null("it is a range, or in none"),
             inlined<&T::by_median>(),
             value<&T::moves_total>("moves_total", "Moves the total", Role::points, "by so many points, either way")}};
}

Description describe(Of<PersonView>) {
    using T = PersonView;
    return {"panellist",
            {value<&T::id>("id", "Panellist", Role::person, "an id or a pseudonym"),
             value<&T::name>("name", "Name", Role::person, "of the person").if_any("it is not recorded"),
             value<&T::side>("side", "Side", Role::text, "management, union or independent"),
             value<&T::role>("role", "Role", Role::text, "on the panel"),
             value<&T::post>("post", "Post", Role::name, "of the person").if_any("it is not recorded"),
             value<&T::organisation>("organisation", "Organisation", Role::name, "of the person").if_any("it is not recorded"),
             values<&T::trained_in>("trained_in", "Trained in", Role::text, "what they are recorded to be trained in"),
             value<&T::connected_to_job>("connected_to_job", "Connected to the job", Role::text, "how")
                 .or_null("they are not, as far as recorded")}};
}

Description describe(Of<panel::SideMean>) {
    using T = panel::SideMean;
    return {"mean of a side",
            {value<&T::side>("side", "Side", Role::text, "of the panel"),
             value<&T::mean>("mean_level", "Mean level", Role::number, "mean place of its levels; 1 is a factor's first level"),
             value<&T::panellists>("panellists", "Panellists", Role::count, "of that side"),
             value<&T::levels>("levels", "Levels", Role::count, "that went into the mean")}};
}

namespace {

bool factor_has_options(const PanelFactorView& one) {
    return std::any_of(one.individual_letters.begin(), one.individual_letters.end(),
                       [](const std::string& letters) { return !letters.empty(); });
}

std::vector<std::pair<std::string, std::vector<std::string>>> letters_given(const PanelFactorView& one) {
    std::vector<std::pair<std::string, std::vector<std::string>>> given;
    for (std::size_t i = 0; i < one.individual.size(); ++i)
        given.emplace_back(one.individual[i].first, one_by_one(one.individual_letters[i]));
    return given;
}

}  // namespace

Description describe(Of<OptionSplit>) {
    using T = OptionSplit;
    return {"split of options",
            {value<&T::factor>("factor", "Factor", Role::id, "of the level"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::level>("level", "Level", Role::level, "that these panellists gave"),
             lists_by_id<&T::options>("options", "Options", Role::level, "letters that each stated of it"),
             values<&T::agreed>("agreed", "Agreed", Role::level, "letters agreed, where the level was")}};
}

Description describe(Of<PanelFactorView>) {
    using T = PanelFactorView;
    return {
        "factor of a panel",
        {value<&T::id>("id", "Factor", Role::id, "of the factor"), value<&T::name>("name", "Name", Role::name, "of the factor"),
         value<&T::short_name>("short", "Short name", Role::name, "of the factor, for tables without room")
             .if_any("the scheme states none"),
         by_id<&T::individual>("levels", "Levels", Role::level, "each panellist's own, before they talked"),
         lists_by_id<letters_given>("options", "Options", Role::level, "letters of the options that each stated")
             .when<factor_has_options>("where some are stated"),
         values<[](const T& one) { return one_by_one(one.agreed_letters); }>("agreed_options", "Options agreed", Role::level,
                                                                             "letters of the options of the level agreed"),
         values<&T::not_scored_by>("not_scored_by", "Not scored by", Role::person, "panellists who gave no level"),
         value<&T::spread>("spread", "Spread", Role::count, "steps from the lowest to the highest individual level"),
         value<&T::agreed>("agreed", "Agreed", Role::level, "the level agreed").or_null("none is"),
         value<&T::agreed_rank>("agreed_rank", "Rank", Role::count, "of the level agreed; 1 is the lowest").or_null("none is"),
         values<&T::scale>("scale", "Scale", Role::level, "all levels of the factor, lowest first"),
         value<&T::points>("points", "Points", Role::points, "of the level agreed")
             .or_null("it is a side of a matrix, or there is no level"),
         value<&T::rationale>("rationale", "Rationale", Role::text, "the panel's reason").or_null("none is recorded"),
         list<&T::evidence, cited_fields>("evidence", "Evidence", "what the panel rests it on"),
         list<&T::dissent>("dissent", "Dissent", "as recorded"), record_place_field<&T::at>("where the record has it")}};
}

Description panel_fields() {
    using T = PanelResult;
    return {
        "panel",
        {value<&T::panel>("panel", "Panel", Role::id, "of the record"),
         value<&T::job>("job", "Job", Role::id, "of the job"),
         inlined<&T::outcome, outcome_fields>(),
         value<&T::deciding>("n_panellists", "Deciding", Role::count, "panellists who decided")
             .when<[](const T& one) { return hides_texts(one.audience); }>("in the public view"),
         object<&T::agreement>("agreement", "Agreement", "how far panellists agreed before they talked")
             .on_a_line()
             .hidden_from_public(),
         list<&T::rules>("rules", "Rules", "each rule of the scheme held against the record")
             .on_a_line()
             .with_lines(Lines::items),
         list<[](const T& one) { return one.splits(); }, split_fields>("splits", "Splits",
                                                                       "factors on which levels differed, widest first")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public(),
         list<&T::option_splits>("option_splits", "Splits of options", "one level in other wordings; no points are at stake")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public(),
         list<&T::under_rules, fields_under_rule>(
             "under_rules", "Under other rules",
             "the outcome had the individual levels been put together in these ways; none where nobody's own "
             "levels are recorded")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public(),
         list<&T::leave_one_out>("leave_one_out", "Leaving one out", "the outcome by median without each panellist")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public(),
         values<&T::most_influential>("most_influential", "Most influential", Role::person, "those who move the total most")
             .on_a_line()
             .hidden_from_public(),
         list<&T::band_chances, fields_of_band_chance>("band_probability", "Chances of bands",
                                                       "were any of the individual levels as likely to be the one agreed")
             .null_unless<[](const T& one) { return !one.no_band_chances; }>("there are no such chances")
             .on_a_line()
             .hidden_from_public(),
         value<&T::no_band_chances>("band_probability_reason", "Why not", Role::text, "why there are none")
             .if_any("there are")
             .hidden_from_public(),
         value<&T::job_title>("job_title", "Title", Role::name, "of the job").or_null("it is not known").on_a_line(),
         value<&T::job_version>("job_version", "Version", Role::text, "of the questionnaire")
             .shown_to_public()
             .or_null("none is named"),
         value<[](const T& one) { return one.date.value(); }>("date", "Date", Role::date, "of the panel"),
         value<&T::stage>("stage", "Stage", Role::text, "what the panel was for"),
         value<&T::decision>("decision", "Decision", Role::text, "how levels were decided")
             .or_null("the record does not say")
             .hidden_from_public(),
         value<&T::audience>("audience", "Audience", Role::text, "for whom the result is made"),
         value<&T::notes>("notes", "Notes", Role::text, "of the record").if_any("it has none").in_public(InPublic::nothing),
         more<basis_fields<T>>(),
         more<paper_fields<T>>(),
         more<not_set_fields<T>>(),
         sources_field<T>(),
         list<&T::people>("panellists", "Panellists", "who sat").on_a_line().with_lines(Lines::items).hidden_from_public(),
         list<&T::sides>("sides", "Sides", "mean levels of the sides").on_a_line().hidden_from_public(),
         list<&T::factors>("factors", "Factors", "in the scheme's order")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public()}};
}

Description describe(Of<Movers>) {
    using T = Movers;
    return {"movers of panels",
            {inlined<&T::bands>(), value<[](const T& all) { return some(all.other_bands); }>(
                                       "other_bands", "Other bands", Role::count, "the two do not stand under one band table")
                                       .if_any("there are none")}};
}

Description describe(Of<PanelsResult>) {
    using T = PanelsResult;
    return {"je-panels-result/1",
            {fixed("format", "Format", "of this result", "je-panels-result/1"),
             object<&T::movers>("movers", "Movers", "each panel against the one before on its job, by band").on_a_line(),
             object<&T::agreement>("agreement", "Agreement", "over all panels").on_a_line().hidden_from_public(),
             list<&T::panels, panel_fields>("panels", "Panels", "by job and date").on_a_line().with_lines(Lines::items),
             more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

Description one_panel_result() {
    using T = PanelsResult;
    return {"je-panel-result/1",
            {fixed("format", "Format", "of this result", "je-panel-result/1"),
             inlined<[](const T& all) -> const PanelResult& { return all.panels.front(); }, panel_fields>(),
             more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

DescribedResult described(const PanelsResult& result) {
    const bool is_public = result.left_out.any() || (!result.panels.empty() && hides_texts(result.panels.front().audience));
    return {result.panels.size() == 1 ? &made_once<one_panel_result>() : &description<PanelsResult>(), is_public};
}

}  // namespace je::report
