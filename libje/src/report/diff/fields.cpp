// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"
#include "je/report/diff_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

template <>
inline constexpr auto last_of<Moves> = Moves::yes;
template <>
inline constexpr auto last_of<DiffMove> = DiffMove::moved;
template <>
inline constexpr auto last_of<AnswerPlace> = AnswerPlace::off_path;

namespace {

template <class T>
Field move_field() {
    return value<&T::move>("move", "What became of it", Role::text, "added, removed or changed");
}
template <class T>
Field changed_field(std::string_view meaning) {
    return values<&T::changed>("changed", "Changed", Role::text, meaning).shown_to_public();
}

Description fields_of_answer_side() {
    using T = AnswerSide;
    return {"answer of a version",
            {value<&T::option>("option", "Answer", Role::id, "its code in the scheme"),
             value<&T::text>("text", "In words", Role::text, "the answer, with the value of a fact").shown_to_public(),
             value<&T::place>("place", "Place", Role::text,
                              "path: it leads to the level; ahead: its question may yet come up; off_path: it cannot"),
             record_place_field<&T::at>("where the version states it", "stated_at", "Stated at")}};
}

Description fields_of_answer_diff() {
    using T = AnswerDiff;
    return {"answer that changed",
            {value<&T::move>("move", "What became of it", Role::text,
                             "added, removed, changed, or moved: the same answer in another place"),
             value<&T::question>("question", "Question", Role::id, "its id"),
             value<&T::ask>("ask", "Question asked", Role::text, "in the scheme's words").shown_to_public(),
             value<&T::fact>("fact", "Fact", Role::id, "that the question asks").if_any("it asks none"),
             object<&T::before, fields_of_answer_side>("before", "Before", "the answer of the old version")
                 .or_null("it is not answered"),
             object<&T::after, fields_of_answer_side>("after", "After", "the answer of the new version")
                 .or_null("it is not answered")}};
}

Field of_question_field(Field field) { return field.if_any("it is of the factor or the fact itself"); }

Description fields_of_evidence_diff() {
    using T = EvidenceDiff;
    return {"evidence that changed",
            {move_field<T>(), of_question_field(value<&T::question>("question", "Question", Role::id, "of whose answer it is")),
             object<&T::before>("before", "Before", "the piece in the old version").or_null("it is added"),
             object<&T::after>("after", "After", "the piece in the new version").or_null("it is removed"),
             changed_field<T>("what of a piece in both differs: document, title, version, date, section, quote or disputed")}};
}

Description fields_of_note_diff() {
    using T = NoteDiff;
    const auto note = [](const Field& field) { return field.or_null("there is none").in_public(InPublic::nothing); };
    return {"note that changed",
            {of_question_field(value<&T::question>("question", "Question", Role::id, "of whose answer it is")),
             note(value<&T::before>("before", "Before", Role::text, "the note in the old version")),
             note(value<&T::after>("after", "After", Role::text, "the note in the new version"))}};
}

Description fields_of_level_side() {
    using T = LevelSide;
    return {"level in a version",
            {value<&T::level>("level", "Level", Role::level, "after rules").or_null("it is not known"),
             value<&T::options>("options", "Options", Role::text, "letters of the options stated")
                 .shown_to_public()
                 .if_any("none are"),
             value<&T::summary>("summary", "Summary of the level", Role::text, "as the scheme has it")
                 .shown_to_public()
                 .or_null("there is none, or no level"),
             value<&T::source>("source", "From", Role::text, "where the level comes from: stated, answers, derived or matrix")
                 .or_null("the level is not known"),
             value<&T::points>("points", "Points", Role::points, "of the level")
                 .or_null("it is a side of a matrix, the level is not known, or points are masked"),
             value<&T::points_min>("points_min", "Lowest points", Role::points, "that the levels left allow")
                 .if_any("points are known or masked, or it is a side of a matrix"),
             value<&T::points_max>("points_max", "Highest points", Role::points, "that the levels left allow")
                 .if_any("points are known or masked, or it is a side of a matrix"),
             values<&T::possible>("possible_levels", "Possible levels", Role::level,
                                  "those that it may have, lowest first; one where it is known"),
             record_place_field<&T::at>("where the version states it", "stated_at", "Stated at")}};
}

Description fields_of_factor_diff() {
    using T = FactorDiff;
    return {
        "factor of two versions",
        {value<&T::id>("id", "Factor", Role::id, "of the factor"), value<&T::name>("name", "Name", Role::name, "of the factor"),
         value<&T::short_name>("short", "Short name", Role::name, "of the factor, for tables without room")
             .if_any("the scheme states none"),
         value<&T::level_moves>("level_moves", "Level moves", Role::text,
                                "yes; no; may: that hangs on answers which are not given"),
         object<&T::before, fields_of_level_side>("before", "Before", "its level in the old version"),
         object<&T::after, fields_of_level_side>("after", "After", "its level in the new version"),
         value<&T::difference>("difference", "Difference", Role::points, "of its points, after less before")
             .or_null("it is a side of a matrix, or one of the two is not known or masked"),
         value<[](const T& one) { return one.source_changes(); }>("source_changes", "Source changes", Role::flag,
                                                                  "the level comes from elsewhere than before"),
         list<&T::answers, fields_of_answer_diff>("answers", "Answers", "those that changed"),
         list<&T::evidence, fields_of_evidence_diff>("evidence", "Evidence", "that was added, removed or changed"),
         list<&T::notes, fields_of_note_diff>("notes", "Notes", "those that changed").in_public(InPublic::nothing)}};
}

Description fields_of_fact_diff() {
    using T = FactDiff;
    const auto stated = [](const Field& field) { return field.shown_to_public().or_null("it is not stated"); };
    return {"fact of two versions",
            {move_field<T>(), value<&T::id>("id", "Fact", Role::id, "of the fact"),
             value<&T::name>("name", "Name", Role::name, "of the fact"),
             value<&T::value_changes>("value_changes", "Value changes", Role::flag,
                                      "false: what stands beside it changes, not the value"),
             stated(value<&T::before>("before", "Before", Role::text, "its value in the old version")),
             stated(value<&T::after>("after", "After", Role::text, "its value in the new version")),
             record_place_field<&T::before_at>("where the old version states it", "before_at", "Before at"),
             record_place_field<&T::after_at>("where the new version states it", "after_at", "After at"),
             values<&T::factors>("factors", "Factors", Role::id, "whose questions ask it"),
             values<&T::rules>("rules", "Rules", Role::id, "that look at it"),
             list<&T::evidence, fields_of_evidence_diff>("evidence", "Evidence", "that was added, removed or changed"),
             list<&T::notes, fields_of_note_diff>("notes", "Notes", "those that changed").in_public(InPublic::nothing)}};
}

Description fields_of_document_side() {
    using T = DocumentSide;
    const auto hidden = [](const Field& field) { return field.or_null("it is not stated").in_public(InPublic::nothing); };
    return {"document in a version",
            {hidden(value<&T::kind>("kind", "Kind", Role::text, "of the document")),
             hidden(value<&T::title>("title", "Title", Role::name, "of the document")),
             hidden(value<&T::version>("version", "Version", Role::text, "of the document")),
             hidden(value<&T::date>("date", "Date", Role::date, "of the document")),
             record_place_field<&T::at>("where the version lists it")}};
}

Description fields_of_document_diff() {
    using T = DocumentDiff;
    return {
        "document of two versions",
        {move_field<T>(), value<&T::id>("id", "Document", Role::evidence, "of the document").in_public(InPublic::left_out),
         object<&T::before, fields_of_document_side>("before", "Before", "as the old version lists it").or_null("it does not"),
         object<&T::after, fields_of_document_side>("after", "After", "as the new version lists it").or_null("it does not"),
         changed_field<T>("what differs of a document in both: kind, title, version or date")}};
}

Description fields_of_old_document() {
    using T = OldDocument;
    return {"document of an age",
            {value<&T::id>("id", "Document", Role::evidence, "of the document").in_public(InPublic::left_out),
             value<&T::title>("title", "Title", Role::name, "of the document")
                 .or_null("it is not stated")
                 .in_public(InPublic::nothing),
             value<&T::date>("date", "Date", Role::date, "of the document"),
             record_place_field<&T::at>("where the new version lists it")}};
}

Description fields_of_post_side() {
    using T = PostSide;
    return {
        "post in a version",
        {value<&T::title>("title", "Title", Role::name, "of the post").or_null("it is not stated").in_public(InPublic::nothing),
         value<&T::holders>("holders", "Holders", Role::count, "how many people hold it").or_null("it is not stated")}};
}

Description fields_of_post_diff() {
    using T = PostDiff;
    return {"post of two versions",
            {move_field<T>(), value<&T::id>("id", "Post", Role::evidence, "of the post").in_public(InPublic::left_out),
             object<&T::before, fields_of_post_side>("before", "Before", "in the old version").or_null("it is not there"),
             object<&T::after, fields_of_post_side>("after", "After", "in the new version").or_null("it is not there")}};
}

Description gaps_of_version() {
    return picked("gaps of a version", made_once<gap_fields>(), {"missing_levels", "missing_evidence", "disputed_evidence"});
}

Description fields_of_version() {
    using T = ExplainResult;
    return {"version of a job", {more<explained_job_fields>(), inlined<&T::gaps, gaps_of_version>()}};
}

/// A unit with both versions of it, which it points into.
struct UnitOfBoth {
    const UnitDiff* unit;
    const UnitTrace* before;
    const UnitTrace* after;
    bool before_masked;
};
std::vector<UnitOfBoth> units_of_both(const DiffResult& result) {
    std::vector<UnitOfBoth> units;
    for (std::size_t u = 0; u < result.units.size(); ++u)
        units.push_back({&result.units[u], &result.before.units[u], &result.after.units[u], result.before.masked});
    return units;
}

Description fields_of_unit_side() { return picked("unit in a version", made_once<matrix_fields>(), {"level", "points"}); }

Description fields_of_unit() {
    using T = UnitOfBoth;
    return {
        "unit of two versions",
        {value<[](const T& one) { return std::string_view{one.unit->id}; }>("id", "Unit", Role::id, "of the factor or matrix"),
         value<[](const T& one) { return std::string_view{one.unit->name}; }>("name", "Name", Role::name,
                                                                              "of the factor or matrix"),
         value<[](const T& one) { return std::string_view{one.unit->is_matrix ? "matrix" : "factor"}; }>(
             "kind", "Kind", Role::text, "factor or matrix")
             .shown_to_public(),
         object<&T::before, fields_of_unit_side>("before", "Before", "in the old version"),
         object<&T::after, fields_of_unit_side>("after", "After", "in the new version"),
         value<[](const T& one) { return one.unit->difference; }>("difference", "Difference", Role::points,
                                                                  "of points, after less before")
             .or_null("one of the two is not known or masked")}};
}

Description fields_of_verdict() {
    using T = DiffResult;
    constexpr std::string_view how = "yes; no; may: that hangs on answers which are not given";
    return {
        "what moves between versions",
        {value<&T::material>("material", "Material", Role::text,
                             "of band, total and levels that which moves most: yes, no, or may"),
         value<&T::band_moves>("band_moves", "Band moves", Role::text, how).or_null("there are no bands, or they are masked"),
         value<&T::total_moves>("total_moves", "Total moves", Role::text, how)
             .or_null("there are no points, or they are masked"),
         value<&T::levels_move>("levels_move", "Levels move", Role::text, "of any factor: yes; no; may"),
         value<&T::answers_change>("answers_change", "Answers change", Role::flag,
                                   "a level as stated, an answer, a fact or a choice between bands"),
         value<&T::total_difference>("total_difference", "Difference of totals", Role::points,
                                     "after less before, with what is open in both answered alike")
             .or_null("it is not known or masked"),
         values<&T::bands_before>("bands_before", "Bands before", Role::band,
                                  "that the old version may be in, lowest first; null, last: in none"),
         values<&T::bands_after>("bands_after", "Bands after", Role::band,
                                 "that the new version may be in, lowest first; null, last: in none")}};
}

}  // namespace

Description describe(Of<DiffResult>) {
    using T = DiffResult;
    return {"je-diff/1",
            {fixed("format", "Format", "of this result", "je-diff/1"),
             inlined<[](const T& all) -> const ExplainResult& { return all.after; }, basis_fields<ExplainResult>>(),
             more<fields_of_verdict>().on_a_line(),
             object<&T::before, fields_of_version>("before", "Before", "the old version").on_a_line(),
             object<&T::after, fields_of_version>("after", "After", "the new version").on_a_line(),
             list<units_of_both, fields_of_unit>("units", "Units",
                                                 "what adds up to the totals: each factor with points of its own, each matrix")
                 .on_a_line()
                 .with_lines(Lines::items),
             list<&T::factors, fields_of_factor_diff>("factors", "Factors", "one for each factor of the scheme")
                 .on_a_line()
                 .with_lines(Lines::items),
             list<&T::facts, fields_of_fact_diff>("facts", "Facts", "those that differ")
                 .on_a_line()
                 .with_lines(Lines::items_and_end),
             list<&T::documents, fields_of_document_diff>("documents", "Documents", "those that differ")
                 .on_a_line()
                 .with_lines(Lines::items_and_end),
             list<&T::posts, fields_of_post_diff>("posts", "Posts", "those that differ")
                 .on_a_line()
                 .with_lines(Lines::items_and_end),
             changed_field<T>("what else the questionnaires differ in, by the keys of their files").on_a_line(),
             value<&T::older_than>("older_than", "Older than", Role::date, "documents dated before this day are told")
                 .if_any("no age was asked for"),
             list<&T::old_documents, fields_of_old_document>("old_documents", "Old documents",
                                                             "of the new version, dated before that day")
                 .when<&T::older_than>("where an age was asked for"),
             values<&T::undated_documents>("undated_documents", "Undated documents", Role::evidence,
                                           "of the new version, whose age is not known")
                 .when<&T::older_than>("where an age was asked for")
                 .in_public(InPublic::left_out),
             more<ending_fields<T>>()}};
}

}  // namespace je::report
