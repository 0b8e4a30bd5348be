// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"
#include "je/report/appeal_result.hpp"
#include "report/appeal/appeal_document.hpp"
#include "report/panel/fields.hpp"
#include "report/panel/public_records.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

template <>
inline constexpr auto last_of<GroundOutcome> = GroundOutcome::moved;

Description describe(Of<FactorMove>) {
    using T = FactorMove;
    return {"change on appeal",
            {value<&T::factor>("factor", "Factor", Role::id, "on which the two panels differ"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::from>("from", "From", Role::level, "the first panel's level").or_null("it gave none"),
             value<&T::to>("to", "To", Role::level, "the re-panel's level").or_null("it gave none"),
             values<[](const T& one) { return one_by_one(one.letters_from); }>("options_from", "Options before", Role::level,
                                                                               "letters of the first panel's options"),
             values<[](const T& one) { return one_by_one(one.letters_to); }>("options_to", "Options after", Role::level,
                                                                             "letters of the re-panel's options"),
             value<&T::level_changed>("level_changed", "Level changed", Role::flag,
                                      "false: the same level in another wording, at the same points"),
             value<&T::from_rank>("from_rank", "Rank before", Role::count, "of the first panel's level; 1 is the lowest")
                 .or_null("it gave none"),
             value<&T::to_rank>("to_rank", "Rank after", Role::count, "of the re-panel's level").or_null("it gave none"),
             value<&T::claim_rank>("claim_rank", "Rank claimed", Role::count, "of the level claimed").or_null("none is"),
             values<&T::scale>("scale", "Scale", Role::level, "all levels of the factor, lowest first"),
             value<&T::points>("points", "Points", Role::points, "its share of the difference of the totals")
                 .or_null("a total is not known"),
             list<&T::via>("via", "Via", "the part of it that comes through units which depend on the factor's")
                 .if_any("nothing depends on it"),
             value<&T::on_ground>("on_ground", "On a ground", Role::flag, "a ground of the appeal is about it"),
             object<&T::paths, two_paths_fields>("paths", "Paths", "of the two panels through the factor's questions")
                 .if_any("neither panel answered any"),
             list<&T::evidence, cited_fields>("evidence", "Evidence", "of the re-panel"),
             value<&T::claim>("claim", "Claim", Role::level, "the level claimed").or_null("none is"),
             value<&T::reason>("reason", "Reason", Role::text, "of the re-panel").or_null("none is recorded"),
             value<&T::reason_before>("reason_before", "Reason before", Role::text, "of the first panel")
                 .or_null("none is recorded"),
             list<&T::dissent>("dissent", "Dissent", "on the re-panel")}};
}

namespace {

std::string_view verdict_in_result(const appeal::Deadline& deadline) {
    if (deadline.in_time == appeal::InTime::late) return deadline.miss_is_error() ? "fail" : "warn";
    return to_text(deadline.in_time);
}

constexpr std::string_view verdicts =
    "pass, warn, fail; open: not yet; overdue: not recorded and over; not-set; any-time; unknown: the event it runs from is "
    "not recorded";

Description fields_of_public_deadline() {
    return picked("time limit, in public", description<appeal::Deadline>(), {"rule", "verdict"});
}

bool is_public_appeal(const AppealResult& appeal) { return hides_texts(appeal.audience); }

}  // namespace

Description describe(Of<appeal::Deadline>) {
    using T = appeal::Deadline;
    return {
        "time limit",
        {value<&T::rule>("rule", "Rule", Role::id, "of the time limit"),
         value<&T::from>("from", "From", Role::date, "the day it runs from").or_null("it is not recorded").hidden_from_public(),
         value<&T::due>("due", "Due", Role::date, "the last day")
             .or_null("it is not known, or there is no limit")
             .hidden_from_public(),
         value<&T::done>("done", "Done", Role::date, "the day it was done").or_null("it is not recorded").hidden_from_public(),
         value<verdict_in_result>("verdict", "Verdict", Role::verdict, verdicts),
         value<verdict_of>("words", "In words", Role::text, "the verdict").hidden_from_public(),
         value<&T::period>("limit", "Limit", Role::text, "its length").or_null("the scheme sets none").hidden_from_public(),
         value<&T::from_event>("from_event", "From event", Role::text, "that it runs from").hidden_from_public(),
         value<&T::until_event>("until_event", "Until event", Role::text, "that must come in time").hidden_from_public(),
         value<&T::summary>("summary", "Summary", Role::text, "of the rule, as the scheme words it")
             .if_any("the scheme has none")
             .in_public(InPublic::used_alone),
         value<&T::source>("source", "Source", Role::id, "of the rule").if_any("the scheme states none").hidden_from_public(),
         value<&T::beyond_holidays>("beyond_holidays", "Beyond holidays", Role::flag,
                                    "working days were counted in a year without known holidays")
             .in_public(InPublic::used_alone)}};
}

Description describe(Of<DateView>) {
    using T = DateView;
    return {"effective date",
            {value<&T::date>("date", "Date", Role::date, "argued for"),
             value<&T::argued_by>("argued_by", "Argued by", Role::text, "by whom").or_null("it is not recorded"),
             value<&T::days_before_latest>("days_before_latest", "Days before the latest", Role::count,
                                           "than the latest date argued for"),
             value<&T::days>("days", "Days", Role::count, "up to the decision").or_null("there is none yet"),
             value<&T::at_bottom>("at_bottom", "At the bottom", Role::money,
                                  "difference in pay over these days at the bottom of the ranges, at 365 days a year")
                 .or_null("there is no pay, no decision, or no two bands"),
             value<&T::at_top>("at_top", "At the top", Role::money, "the same at the top of the ranges")
                 .or_null("there is no pay, no decision, or no two bands")}};
}

namespace {

bool claims_options(const GroundView& one) { return !one.claim_letters.empty(); }

}  // namespace

Description describe(Of<GroundView>) {
    using T = GroundView;
    return {
        "ground",
        {value<&T::kind>("kind", "Kind", Role::text, "of ground"),
         value<&T::factor>("factor", "Factor", Role::name, "that it is about").or_null("it is about none"),
         value<&T::factor_id>("factor_id", "Factor", Role::id, "of that factor").or_null("it is about none"),
         value<&T::claim>("claim", "Claim", Role::level, "the level claimed").or_null("none is"),
         values<[](const T& one) { return one_by_one(one.claim_letters); }>("claim_options", "Options claimed", Role::level,
                                                                            "letters of the options claimed"),
         value<&T::level_granted>("level_granted", "Level granted", Role::flag, "the re-panel agreed the level claimed")
             .or_null("it gave none, or has not sat")
             .when<claims_options>("where options are claimed"),
         values<[](const T& one) { return one_by_one(one.letters_granted); }>("options_granted", "Options granted", Role::level,
                                                                              "options claimed that the re-panel agreed")
             .when<claims_options>("where options are claimed"),
         values<[](const T& one) { return one_by_one(one.letters_not_granted); }>(
             "options_not_granted", "Options not granted", Role::level, "options claimed that it did not agree")
             .when<claims_options>("where options are claimed"),
         value<&T::argument>("argument", "Argument", Role::text, "as stated").or_null("none is"),
         list<&T::evidence, cited_fields>("evidence", "Evidence", "named for it"),
         value<&T::outcome>("outcome", "Outcome", Role::verdict, "what came of it").or_null("it is about no factor"),
         value<&T::level>("level", "Level", Role::level, "of the latest panel")
             .or_null("there is none, or it is about no factor"),
         value<result_in_words>("result", "Result", Role::text, "what came of it, in words").or_null("it is about no factor"),
         record_place_field<&T::at>("where the record has it")}};
}

Description describe(Of<EventView>) {
    using T = EventView;
    return {"event",
            {value<&T::kind>("kind", "Kind", Role::text, "what happened"), value<&T::date>("date", "Date", Role::date, "when"),
             value<&T::note>("note", "Note", Role::text, "as recorded").if_any("there is none")}};
}

namespace {

Description fields_of_dissent() {
    using T = std::pair<std::string, DissentView>;
    return {
        "dissent on a factor",
        {value<[](const T& one) -> const std::string& { return one.first; }>("factor", "Factor", Role::id, "that it is about"),
         inlined<[](const T& one) -> const DissentView& { return one.second; }>()}};
}

}  // namespace

Description describe(Of<PanelGaps>) {
    using T = PanelGaps;
    return {"gaps of the first panel's record",
            {values<&T::no_reason>("no_reason", "No reason", Role::name, "factors without a reason"),
             values<&T::no_evidence>("no_evidence", "No evidence", Role::name, "factors without evidence"),
             values<&T::not_scored_by_all>("not_scored_by_all", "Not scored by all", Role::name,
                                           "factors that not every panellist scored"),
             values<&T::splits>("splits", "Splits", Role::text, "factors on which levels differed, with the levels"),
             values<&T::dissent>("dissent", "Dissent", Role::text, "as recorded"),
             list<&T::split_factors, split_fields>("split_factors", "Splits", "the same as data, in the scheme's order"),
             list<&T::all_dissents, fields_of_dissent>("dissents", "Dissent", "the same as data"),
             values<&T::questions>("questions", "Questions", Role::text, "open questions that follow")}};
}

namespace {

Description fields_of_sitting() {
    using T = PanelResult;
    return {"sitting",
            {value<&T::panel>("panel", "Panel", Role::id, "of the record"),
             value<[](const T& one) { return one.date.value(); }>("date", "Date", Role::date, "of the panel"),
             inlined<&T::outcome, outcome_fields>()}};
}

Description fields_of_appeals_outcome() {
    using T = AppealResult;
    return {"outcome of an appeal",
            {inlined<[](const T& one) -> const ScoredJob& { return one.repanel->outcome; }, outcome_fields>(),
             value<&T::direction>("direction", "Direction", Role::verdict,
                                  "by band: where an outcome is in no band, neither is higher")
                 .or_null("one is not complete, or there are no bands")}};
}

Description fields_if_claims_met() {
    using T = AppealResult;
    return {"outcome with all claims met",
            {inlined<&T::if_claims_met>(),
             value<&T::claims_lose_band>("no_band", "In no band", Role::text, "why that would lose the band")
                 .if_any("it would not")}};
}

bool has_repanel_in_public(const AppealResult& appeal) { return is_public_appeal(appeal) && appeal.repanel; }

std::vector<const PanelResult*> panels_of(const AppealResult& appeal) {
    std::vector<const PanelResult*> panels{&appeal.original};
    if (appeal.repanel) panels.push_back(&*appeal.repanel);
    return panels;
}

/// What only those who see the record see, between `not_set` and `decision_date`.
Description fields_of_case() {
    using T = AppealResult;
    return {"case",
            {list<&T::events>("events", "Events", "of the appeal, in order").on_a_line(),
             list<&T::grounds>("grounds", "Grounds", "as stated, and what came of them").on_a_line().with_lines(Lines::items),
             object<[](const T& one) { return &one; }, fields_if_claims_met>(
                 "if_claims_met", "If all claims are met", "the outcome with every level claimed in place of the first panel's")
                 .on_a_line(),
             value<&T::target_band>("target_band", "Target band", Role::band, "that the sets of level changes lead to")
                 .or_null("there is none above"),
             value<&T::reached>("reached", "Reached", Role::flag, "the latest outcome is there"),
             value<[](const T& one) { return one.target_held ? std::optional{true} : std::nullopt; }>(
                 "held", "Held", Role::flag,
                 "the band claimed holds the latest total, which is in another by choice or in none yet")
                 .if_any("it does not, or is reached"),
             value<&T::max_factors>("max_factors", "Factors a set may change", Role::count,
                                    "how many factors one set of level changes may change"),
             inlined<&T::among_appealed, raise_among_appealed_fields>(), inlined<&T::among_all, raise_fields>(),
             inlined<&T::down, lower_fields>(), inlined<&T::up_and_out, raise_and_lose_fields>(),
             object<&T::lowering>("appeal_may_lower", "May an appeal lower the result", "as the scheme's rules have it")
                 .or_null("the scheme does not say")
                 .on_a_line(),
             list<&T::dates>("effective_dates", "Effective dates", "argued for, and what follows")
                 .on_a_line()
                 .with_lines(Lines::items)}};
}

}  // namespace

Description appeal_fields() {
    using T = AppealResult;
    return {
        "appeal",
        {value<&T::appeal>("appeal", "Appeal", Role::id, "of the record"),
         object<&T::original, fields_of_sitting>("original", "First panel", "that the appeal is against").on_a_line(),
         object<&T::repanel, fields_of_sitting>("repanel", "Re-panel", "that heard it").or_null("it has not sat").on_a_line(),
         list<&T::changes>("changes", "Changes", "factors on which the two panels differ")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public(),
         list<&T::deadlines>("deadlines", "Time limits", "each of the scheme's, held against the events")
             .on_a_line()
             .with_lines(Lines::items)
             .in_public(InPublic::used_alone),
         list<&T::deadlines, fields_of_public_deadline>("deadlines", "Time limits", "each of the scheme's")
             .on_a_line()
             .when<is_public_appeal>("in the public view"),
         list<&T::rules>("rules", "Rules", "each rule of the scheme held against the record")
             .on_a_line()
             .with_lines(Lines::items),
         object<[](const T& one) { return one.repanel ? &one : nullptr; }, fields_of_appeals_outcome>("outcome", "Outcome",
                                                                                                      "of the re-panel")
             .or_null("it has not sat")
             .on_a_line(),
         value<&T::sat_on_both>("n_on_both_panels", "On both panels", Role::count,
                                "those who decide that sat on both, observers and advisers apart")
             .when<has_repanel_in_public>("in the public view, after a re-panel"),
         value<&T::job>("job", "Job", Role::id, "of the job").on_a_line(),
         value<&T::job_title>("job_title", "Title", Role::name, "of the job").or_null("it is not known"),
         value<&T::kind>("kind", "Kind", Role::text, "of appeal").hidden_from_public(),
         value<&T::brought_by>("brought_by", "Brought by", Role::text, "who").hidden_from_public(),
         value<&T::claims_band>("claims_band", "Claims band", Role::band, "the band claimed")
             .or_null("none is")
             .hidden_from_public(),
         value<&T::audience>("audience", "Audience", Role::text, "for whom the result is made"),
         value<&T::notes>("notes", "Notes", Role::text, "of the record").if_any("it has none").hidden_from_public(),
         more<basis_fields<T>>(),
         more<paper_fields<T>>(),
         values<&T::waiting>("rules_waiting", "Rules waiting", Role::id, "for the re-panel"),
         more<not_set_fields<T>>(),
         sources_field<T>(),
         more<fields_of_case>().hidden_from_public(),
         value<&T::decision_date>("decision_date", "Decided on", Role::date, "when").or_null("it is not decided").on_a_line(),
         value<&T::decision_reason>("decision_reason", "Reason of the decision", Role::text, "as recorded")
             .or_null("none is recorded")
             .hidden_from_public(),
         value<&T::effective_date>("effective_date", "Effective from", Role::date, "the date decided").or_null("none is"),
         value<&T::currency>("currency", "Currency", Role::text, "of amounts of pay")
             .if_any("there is no pay table")
             .hidden_from_public(),
         value<&T::pay_status>("pay_status", "Status of pay", Role::text, "of the figures of the pay table")
             .if_any("it is not stated")
             .hidden_from_public(),
         value<&T::pay_note>("pay_note", "Note on pay", Role::text, "of the pay table")
             .if_any("it has none")
             .hidden_from_public(),
         object<&T::gaps>("record_gaps", "Gaps of the record", "what the first panel's record lacks")
             .on_a_line()
             .hidden_from_public(),
         list<panels_of, panel_fields>("panels", "Panels", "the first panel and the re-panel")
             .on_a_line()
             .with_lines(Lines::items)
             .hidden_from_public()}};
}

Description describe(Of<AppealsResult>) {
    using T = AppealsResult;
    return {
        "je-appeals-result/1",
        {fixed("format", "Format", "of this result", "je-appeals-result/1"),
         list<&T::appeals, appeal_fields>("appeals", "Appeals", "of one job, in order").on_a_line().with_lines(Lines::items),
         more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

Description one_appeal_result() {
    using T = AppealsResult;
    return {"je-appeal-result/1",
            {fixed("format", "Format", "of this result", "je-appeal-result/1"),
             inlined<[](const T& all) -> const AppealResult& { return all.appeals.front(); }, appeal_fields>(),
             more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

DescribedResult described(const AppealsResult& result) {
    const bool is_public = !result.appeals.empty() && hides_texts(result.appeals.front().audience);
    return {result.appeals.size() == 1 ? &made_once<one_appeal_result>() : &description<AppealsResult>(), is_public};
}

}  // namespace je::report
