// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"

#include <algorithm>
#include <string_view>

#include "je/base/text.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

Description describe(Of<LevelView>) {
    using T = LevelView;
    return {
        "neighbouring level",
        {value<&T::id>("level", "Level", Role::level, "its id"),
         value<&T::rank>("rank", "Rank", Role::count, "of the level; 1 is the lowest"),
         value<&T::summary>("summary", "Summary", Role::text, "of the level").shown_to_public().or_null("the scheme has none"),
         value<&T::points>("points", "Points", Role::points, "that it would give")
             .or_null("the other side of the matrix is not known, or the pair is not allowed"),
         value<&T::difference>("difference", "Difference", Role::points, "of the job's total then to its total now")
             .or_null("it is not known"),
         value<&T::allowed>("allowed", "Allowed", Role::flag, "the matrix allows it beside the other side's level"),
         value<&T::unlikely>("unlikely", "Unlikely", Role::flag, "the matrix marks it so beside the other side's level"),
         scheme_place_field<T>()}};
}

namespace {

Description fields_of_possible_level() {
    using T = LevelView;
    return {
        "level of a scale",
        {value<&T::id>("level", "Level", Role::level, "its id"),
         value<&T::rank>("rank", "Rank", Role::count, "of the level; 1 is the lowest"),
         value<&T::summary>("summary", "Summary", Role::text, "of the level").shown_to_public().or_null("the scheme has none"),
         value<&T::points>("points", "Points", Role::points, "that it would give").or_null("it has none of its own"),
         scheme_place_field<T>()}};
}

Description fields_of_rules_fact() {
    using T = FactView;
    return {"fact of a rule",
            {value<&T::id>("fact", "Fact", Role::id, "the fact that decides it"),
             value<&T::value>("value", "Value", Role::text, "of the fact")
                 .shown_to_public()
                 .or_null("the questionnaire does not state it"),
             record_place_field<&T::at>("where the questionnaire states it", "stated_at", "Stated at")}};
}

}  // namespace

Description describe(Of<EvidenceView>) {
    using T = EvidenceView;
    const auto of_document = [](const Field& field) { return field.or_null("it is not stated").in_public(InPublic::nothing); };
    return {"evidence",
            {value<&T::document>("document", "Document", Role::evidence, "id of the document").in_public(InPublic::left_out),
             of_document(value<&T::kind>("kind", "Kind", Role::text, "of the document")),
             of_document(value<&T::title>("title", "Title", Role::name, "of the document")),
             of_document(value<&T::version>("version", "Version", Role::text, "of the document")),
             of_document(value<&T::date>("date", "Date", Role::date, "of the document")),
             of_document(value<&T::section>("section", "Section", Role::evidence, "of the document")),
             value<&T::quote>("quote", "Quote", Role::evidence, "from the document")
                 .or_null("there is none")
                 .in_public(InPublic::nothing),
             value<&T::disputed>("disputed", "Disputed", Role::text, "who disputes it, and why")
                 .or_null("nobody does")
                 .in_public(InPublic::nothing),
             record_place_field<&T::at>("where the questionnaire has it")}};
}

namespace {

/// The sentence ends its mention of a fact with the place that the fact has of its own.
void leave_out_place(RuleView& rule) {
    if (!rule.fact || rule.fact->at.empty()) return;
    const std::string place = " at " + rule.fact->at;
    if (const auto at = rule.text.find(place); at != std::string::npos) rule.text.erase(at, place.size());
}

/// The text of a matrix ends with the place in the scheme, in brackets.
template <class Trace>
void leave_out_file(Trace& trace) {
    const auto begin = trace.rule.rfind(" ("), colon = trace.rule.rfind(':');
    const auto digits = std::string_view{trace.rule}.substr(std::min(colon, trace.rule.size() - 1) + 1);
    const bool ends_with_place = begin < colon && digits.size() > 1 && digits.ends_with(')') &&
                                 std::all_of(digits.begin(), digits.end() - 1, base::is_digit);
    if (!ends_with_place) return;
    std::string place = trace.rule.substr(begin + 2, trace.rule.size() - begin - 3);
    describing::leave_line_of_place(place);
    trace.rule.replace(begin + 2, trace.rule.size() - begin - 3, place);
}

}  // namespace

Description describe(Of<FactView>) {
    using T = FactView;
    return {"fact",
            {value<&T::id>("id", "Fact", Role::id, "of a fact that a rule uses"),
             value<&T::value>("value", "Value", Role::text, "as a person would write it")
                 .shown_to_public()
                 .or_null("the questionnaire does not state it"),
             record_place_field<&T::at>("where the questionnaire states it")}};
}

Description describe(Of<RuleView>) {
    using T = RuleView;
    return {"rule",
            {value<&T::id>("id", "Rule", Role::id, "of the rule"),
             value<&T::text>("text", "What it did", Role::text, "in a sentence").replaced_in_public<leave_out_place>(),
             value<&T::summary>("summary", "Summary", Role::text, "of the rule, as the scheme has it")
                 .shown_to_public()
                 .if_any("the scheme has none"),
             value<&T::source>("source", "Source", Role::id, "of the rule").if_any("the scheme states none"),
             scheme_place_field<T>(), inlined<&T::fact, fields_of_rules_fact>(),
             list<&T::facts>("facts", "Facts", "of a derivation by ranges: those that it looks at")
                 .if_any("it is no derivation by ranges"),
             list<&T::range>("range", "Range", "of the row that gave the level: what it asks of each fact")
                 .if_any("it is no derivation by ranges, or facts not stated leave several rows that give the level")}};
}

Description describe(Of<ConventionView>) {
    using T = ConventionView;
    return {"convention",
            {value<&T::id>("id", "Convention", Role::id, "of the convention"),
             value<&T::from>("from", "From", Role::date, "its first day").or_null("it states none"),
             value<&T::until>("until", "Until", Role::date, "its last day").or_null("it states none"),
             value<&T::text>("text", "Text", Role::text, "of the convention").shown_to_public(),
             value<&T::source>("source", "Source", Role::id, "of the convention").if_any("it states none"),
             scheme_place_field<T>()}};
}

namespace {

bool has_range(const FactorTrace& one) { return !one.points && one.points_min; }

}  // namespace

Description describe(Of<DependenceView>) {
    using T = DependenceView;
    return {
        "percentage of another unit",
        {value<&T::percent>("percent", "Percent", Role::count, "of the points of another unit")
             .or_null("the level is not known"),
         value<&T::of>("of", "Of", Role::id, "the factor or matrix that it is a percentage of"),
         value<&T::of_points>("of_points", "Of points", Role::points, "those of that unit").or_null("they are not known"),
         value<&T::product>("product", "Product", Role::count, "of percentage and points, exact").or_null("one is not known"),
         value<&T::series>("series", "Series", Role::id, "that it is rounded to a step of").or_null("it is rounded to none")}};
}

Description describe(Of<FactorTrace>) {
    using T = FactorTrace;
    return {
        "explained factor",
        {value<&T::id>("id", "Factor", Role::id, "of the factor"),
         value<&T::name>("name", "Name", Role::name, "of the factor"),
         value<&T::short_name>("short", "Short name", Role::name, "of the factor, for tables without room")
             .if_any("the scheme states none"),
         value<&T::group>("group", "Group", Role::name, "that the scheme puts it in").if_any("it is in none"),
         value<&T::matrix>("matrix", "Matrix", Role::id, "that it is a side of").if_any("it has points of its own"),
         value<&T::level>("level", "Level", Role::level, "after rules").or_null("it is not known"),
         values<&T::options>("options", "Options", Role::level, "letters of the options stated of the level"),
         values<&T::option_texts>("option_texts", "Wordings", Role::text, "of these options, once the level is known")
             .shown_to_public(),
         value<&T::options_dropped>("options_dropped", "Options dropped", Role::level,
                                    "letters stated of a level that a rule has raised")
             .if_any("there are none"),
         value<&T::rank>("rank", "Rank", Role::count, "of the level; 1 is the lowest").or_null("the level is not known"),
         value<&T::points>("points", "Points", Role::points, "of the level")
             .or_null("it is a side of a matrix, or the level is not known"),
         value<&T::points_min>("points_min", "Lowest points", Role::points, "that the levels left allow")
             .when<has_range>("where points are not known")
             .or_null("not known"),
         value<&T::points_max>("points_max", "Highest points", Role::points, "that the levels left allow")
             .when<has_range>("where points are not known")
             .or_null("not known"),
         value<&T::largest>("largest", "Largest possible", Role::points, "of its highest level")
             .or_null("it is a side of a matrix"),
         inlined<&T::dependence>(),
         value<&T::source>("source", "From", Role::text, "where the level comes from: stated, answers, derived or matrix")
             .or_null("the level is not known"),
         value<&T::stated>("stated", "Stated", Role::level, "as the questionnaire has it").or_null("it states none"),
         value<&T::level_summary>("level_summary", "Summary of the level", Role::text, "as the scheme has it")
             .shown_to_public()
             .or_null("there is none, or no level"),
         value<&T::rule>("rule", "Points rule", Role::text, "how the points come about")
             .or_null("the level is not known")
             .replaced_in_public<leave_out_file<T>>(),
         record_place_field<&T::stated_at>("where the questionnaire states the level", "stated_at", "Stated at"),
         value<&T::scheme_at>("scheme_at", "In the scheme at", Role::place,
                              "of the level, or of the factor where the level is not known")
             .or_null("no file states it")
             .in_public(InPublic::line),
         value<&T::figures_from>("figures_from", "Figures from", Role::id, "source of its figures")
             .if_any("the scheme states none"),
         object<&T::derived>("derived", "Derived", "the rule that gave the level").if_any("no rule did"),
         list<&T::modifiers>("modifiers", "Modifiers", "rules that raised the level, in the order applied").if_any("none did"),
         list<&T::undecided>("undecided", "Undecided", "rules that need a fact which is not stated").if_any("there are none"),
         list<&T::evidence>("evidence", "Evidence", "what the level rests on"),
         value<&T::note>("note", "Note", Role::text, "of the questionnaire on this factor")
             .if_any("it has none")
             .in_public(InPublic::nothing),
         list<&T::conventions>("conventions", "Conventions", "that are about this factor"),
         list<&T::scale, fields_of_possible_level>("levels", "Levels", "every level of the factor, lowest first"),
         object<&T::below>("below", "Level below", "the next lower level").or_null("there is none, or the level is not known"),
         object<&T::above>("above", "Level above", "the next higher level").or_null("there is none, or the level is not known"),
         inlined<&T::tree>(),
         list<&T::possible, fields_of_possible_level>("possible", "Possible levels", "those that it may be, lowest first")
             .when<[](const T& one) { return !one.level; }>("where the level is not known")}};
}

namespace {

bool has_no_points(const UnitTrace& unit) { return !unit.points; }

}  // namespace

Description matrix_fields() {
    using T = UnitTrace;
    return {
        "matrix",
        {value<&T::id>("id", "Matrix", Role::id, "of the matrix"), value<&T::name>("name", "Name", Role::name, "of the matrix"),
         value<&T::short_name>("short", "Short name", Role::name, "of the matrix, for tables without room")
             .if_any("the scheme states none"),
         value<&T::level>("level", "Cell", Role::level, "\"row x column\", or the level of each dimension so")
             .or_null("a side is not known"),
         by_id<&T::levels>("levels", "Levels", Role::level, "the level of each dimension, null where it is not known"),
         value<&T::points>("points", "Points", Role::points, "of the cell").or_null("a side is not known"),
         value<&T::points_min>("points_min", "Lowest points", Role::points, "that the levels left allow")
             .when<has_no_points>("where points are not known"),
         value<&T::points_max>("points_max", "Highest points", Role::points, "that the levels left allow")
             .when<has_no_points>("where points are not known"),
         value<&T::largest>("largest", "Largest possible", Role::points, "of any cell"), inlined<&T::dependence>(),
         value<&T::unlikely>("unlikely", "Unlikely", Role::flag, "the scheme marks the cell so"),
         value<&T::rule>("rule", "Points rule", Role::text, "how the points come about")
             .or_null("a side is not known")
             .replaced_in_public<leave_out_file<T>>(),
         scheme_place_field<T>()}};
}

namespace {

std::vector<const UnitTrace*> matrices_of(const ExplainResult& job) {
    std::vector<const UnitTrace*> found;
    for (const UnitTrace& unit : job.units)
        if (unit.is_matrix) found.push_back(&unit);
    return found;
}

}  // namespace

Description describe(Of<PayTrace>) {
    using T = PayTrace;
    return {"pay of the band",
            {value<&T::currency>("currency", "Currency", Role::text, "of the amounts").shown_to_public(),
             value<&T::period>("period", "Period", Role::text, "that an amount is for")
                 .shown_to_public()
                 .if_any("the table states none"),
             value<&T::min>("min", "Lowest pay", Role::money, "the bottom of the band's pay range"),
             value<&T::max>("max", "Highest pay", Role::money, "the top of the band's pay range"),
             value<&T::from>("from", "From", Role::date, "the first day of the pay table").if_any("it states none"),
             value<&T::status>("status", "Status", Role::text, "of the figures").shown_to_public().if_any("it is not stated"),
             value<&T::note>("note", "Note", Role::text, "of the pay table").shown_to_public().if_any("it has none"),
             value<&T::at>("at", "At", Role::place, "where the amounts are stated")
                 .or_null("no file states them")
                 .in_public(InPublic::line)}};
}

Description describe(Of<ConstraintView>) {
    using T = ConstraintView;
    return {"constraint",
            {value<&T::id>("id", "Constraint", Role::id, "of the constraint"),
             value<&T::severity>("severity", "Severity", Role::text, "of a breach: error or warning"),
             value<&T::verdict>("verdict", "Verdict", Role::verdict, "how the job stands to it"),
             value<&T::message>("message", "Message", Role::text, "what it asks").shown_to_public(),
             value<&T::source>("source", "Source", Role::id, "of the constraint").if_any("the scheme states none"),
             scheme_place_field<T>()}};
}

Description describe(Of<EvidenceGap>) {
    using T = EvidenceGap;
    return {"evidence to be said something of",
            {value<&T::factor>("factor", "Factor", Role::id, "that it is about"),
             value<&T::document>("document", "Document", Role::evidence, "id of the document").in_public(InPublic::left_out),
             value<&T::section>("section", "Section", Role::evidence, "of the document")
                 .or_null("it is not stated")
                 .in_public(InPublic::nothing),
             value<&T::disputed>("disputed", "Disputed", Role::text, "who disputes it, and why")
                 .if_any("nobody does")
                 .in_public(InPublic::nothing),
             record_place_field<&T::at>("where the questionnaire has it")}};
}

Description gap_fields() {
    using T = RecordGaps;
    return {"gaps of the record",
            {values<&T::no_level>("missing_levels", "Levels missing", Role::id, "factors without a level"),
             values<&T::no_evidence>("missing_evidence", "Evidence missing", Role::id, "factors without evidence"),
             values<&T::no_option>("missing_options", "Options missing", Role::id,
                                   "factors whose level has options, of which none is stated")
                 .if_any("there are none"),
             list<&T::bare_evidence>("bare_evidence", "Bare evidence", "evidence with neither section nor quote"),
             list<&T::disputed>("disputed_evidence", "Disputed evidence", "pieces of evidence that somebody disputes")
                 .null_unless<&T::disputed>("the public view does not say")
                 .in_public(InPublic::nothing),
             values<&T::undated_documents>("undated_documents", "Undated documents", Role::evidence, "documents without a date")
                 .in_public(InPublic::left_out),
             values<&T::uncited_documents>("uncited_documents", "Uncited documents", Role::evidence,
                                           "documents that nothing rests on")
                 .in_public(InPublic::left_out),
             values<&T::unstated_facts>("unstated_facts", "Facts not stated", Role::id,
                                        "facts that a rule uses and nobody states")}};
}

Description describe(Of<NearestSteps>) {
    using T = NearestSteps;
    return {"nearest bands, by steps",
            {value<&T::up>("steps_up", "Steps up", Role::count,
                           "the fewest level steps of a set that gives a higher band, of a "
                           "complete job where rules give bands and sets were looked for")
                 .or_null("none of the sets looked for does"),
             value<&T::down>("steps_down", "Steps down", Role::count,
                             "the fewest level steps of a set that gives a lower band, as `steps_up`")
                 .or_null("none of the sets looked for does")}};
}

namespace {

Description fields_of_total() {
    using T = ExplainResult;
    return {
        "total of an explained job",
        {value<[](const T& job) { return job.masked ? std::optional{true} : std::nullopt; }>(
             "masked", "Masked", Role::flag, "points, total and band are not for those who decide to see")
             .if_any("they are shown"),
         more<total_fields<T>>(),
         value<[](const T& job) { return band_id(job.band_below); }>("band_below", "Band below", Role::band,
                                                                     "the last band that ends below the total")
             .if_any("the total is in a band"),
         value<&T::above_band_below>("above_band_below", "Above the band below", Role::points,
                                     "from where that band ends to the total")
             .or_null("it is not known")
             .when<&T::band_below>("where the total is in no band"),
         list<&T::rule_trace>("rule_trace", "Rules looked at", "where rules give bands: what each asks for and what was found")
             .if_any("points give the band"),
         inlined<&T::nearest>(),
         value<[](const T& job) { return band_id(job.points_band_max); }>("band_by_points", "Band by points", Role::band,
                                                                          "before rules about bands")
             .or_null("it is in none")
             .when<&T::band_rule>("where a rule raised the band"),
         value<[](const T& job) { return job.band_rule ? BandId{job.band_rule->id} : BandId{}; }>(
             "band_rule", "Rule about bands", Role::id, "the rule that raised the band")
             .if_any("none did"),
         object<&T::band_rule>("band_rule_trace", "Rule about bands", "the same in full").if_any("none did"),
         object<&T::pay>("pay", "Pay", "of the band").if_any("there is no pay table, or no one band")}};
}

}  // namespace

Description explained_job_fields() {
    using T = ExplainResult;
    return {
        "explained job",
        {value<&T::id>("id", "Job", Role::id, "of the job"), value<&T::title>("title", "Title", Role::name, "of the job"),
         value<&T::organisation>("organisation", "Organisation", Role::name, "of the questionnaire")
             .if_any("it states none")
             .in_public(InPublic::nothing),
         value<&T::family>("family", "Family", Role::id, "of jobs, as the questionnaire states it").if_any("it states none"),
         value<&T::version>("version", "Version", Role::text, "of the questionnaire")
             .shown_to_public()
             .if_any("it states none"),
         value<&T::note>("note", "Note", Role::text, "of the questionnaire").if_any("it has none").in_public(InPublic::nothing),
         value<&T::supersedes>("supersedes", "Supersedes", Role::id, "the questionnaire that it takes the place of")
             .if_any("it states none"),
         value<&T::job_at>("at", "At", Role::place, "where the questionnaire is")
             .or_null("no file holds it")
             .in_public(InPublic::nothing),
         value<&T::complete>("complete", "Complete", Role::flag, "no level and no fact that a rule needs is missing"),
         more<fields_of_total>(),
         value<&T::bands_at>("bands_at", "Bands at", Role::place, "where the band table is stated")
             .if_any("there is none")
             .in_public(InPublic::line)
             .not_written()}};
}

Description describe(Of<ExplainResult>) {
    using T = ExplainResult;
    return {"je-explain/1",
            {fixed("format", "Format", "of this result", "je-explain/1"), more<basis_fields<T>>(),
             more<explained_job_fields>().on_a_line(),
             list<&T::factors>("factors", "Factors", "one for each factor of the scheme").on_a_line().with_lines(Lines::items),
             list<matrices_of, matrix_fields>("matrices", "Matrices", "those of the scheme").on_a_line(),
             list<&T::units, matrix_fields>("units", "Units", "what adds up to the total").not_written(),
             list<&T::facts>("facts", "Facts", "every fact that a rule uses"),
             list<&T::constraints>("constraints", "Constraints", "those of the scheme"),
             list<&T::conventions>("conventions", "Conventions", "those of no single factor"),
             values<&T::unused_facts>("unused_facts", "Facts without use", Role::id,
                                      "facts stated that no question which can come up asks, nor any rule")
                 .when<&T::ask_next>("where questions give levels"),
             object<&T::ask_next>("ask_next", "What to ask next", "about an incomplete job, by the effect of the answers")
                 .if_any("no questions give levels"),
             inlined<&T::gaps, gap_fields>().on_a_line(), sources_field<T>(),
             value<&T::max_factors>("max_factors", "Factors a set may change", Role::count,
                                    "how many factors one set of level changes may change"),
             inlined<&T::raise, raise_fields>(), inlined<&T::lower, lower_fields>(),
             inlined<&T::raise_and_lose, raise_and_lose_fields>(),
             object<&T::lowering>("appeal_may_lower", "May an appeal lower the result", "as the scheme's rules have it")
                 .or_null("the scheme does not say")
                 .on_a_line(),
             more<ending_fields<T>>()}};
}

}  // namespace je::report
