// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

namespace {

Field question_field() { return value<&StepView::question>("question", "Question", Role::id, "its id"); }
Field fact_field() { return value<&StepView::fact>("fact", "Fact", Role::id, "that the question asks").if_any("it asks none"); }
Field option_field() { return value<&StepView::option>("option", "Answer", Role::id, "id of the option"); }

/// One step of a path, whoever takes it.
Description path_step_fields() {
    return {"step of a path",
            {question_field(), fact_field(), option_field(),
             value<&StepView::text>("text", "In words", Role::text, "the answer").shown_to_public()}};
}

Description further_fields() {
    return {"further answer",
            {question_field(), fact_field(), value<&StepView::option>("to", "Answer", Role::id, "id of the option"),
             value<&StepView::text>("text", "In words", Role::text, "the answer").shown_to_public()}};
}

Description changed_fields() {
    using T = ChangedAnswerView;
    return {"changed answer",
            {value<&T::question>("question", "Question", Role::id, "its id"),
             value<&T::fact>("fact", "Fact", Role::id, "that the question asks").if_any("it asks none"),
             value<&T::from>("from", "Answer now", Role::id, "id of the option"),
             value<&T::to>("to", "Answer then", Role::id, "id of the option"),
             values<&T::also_asked_by>("also_asked_by", "Also asked by", Role::id,
                                       "other factors whose questions ask the fact, so that they may move too")
                 .when<[](const T& one) { return !one.fact.empty(); }>("of a fact")}};
}

Description ruled_out_fields() {
    using T = RuledOutView;
    return {
        "level ruled out",
        {value<&T::level>("level", "Level", Role::level, "its id"),
         object<&T::closed_by, path_step_fields>("closed_by", "Closed by", "the first answer after which nothing leads there")
             .or_null("answers ahead of an open question close it alone"),
         list<&T::changed, changed_fields>("changed", "Changed answers", "of the nearest path to the level")
             .null_unless<&T::has_path>("only a rule raises to it"),
         list<&T::further, further_fields>("further", "Further answers", "that the nearest path needs")
             .null_unless<&T::has_path>("only a rule raises to it"),
         list<&T::path, path_step_fields>("path", "Nearest path", "step by step")
             .null_unless<&T::has_path>("only a rule raises to it")}};
}

Description next_option_fields() {
    using T = NextOptionView;
    return {"answer that may be given next",
            {value<&T::factor>("factor", "Factor", Role::id, "that it is about"),
             value<&T::question>("question", "Question", Role::id, "its id").if_any("the factor has no questions"),
             value<[](const T& one) { return one.question ? std::optional<std::string_view>{one.option} : std::nullopt; }>(
                 "option", "Answer", Role::id, "id of the option")
                 .if_any("the factor has no questions"),
             value<[](const T& one) { return one.question ? std::nullopt : std::optional<std::string_view>{one.option}; }>(
                 "level", "Level", Role::level, "of a factor without questions")
                 .if_any("the factor has questions")}};
}

Description next_answer_fields() {
    using T = NextAnswerView;
    return {
        "what an answer leaves",
        {list<&T::options, next_option_fields>("options", "Answers", "one; of a fact one for each question that it answers"),
         value<&T::total_min>("total_min", "Lowest total", Role::points, "that is left then"),
         value<&T::total_max>("total_max", "Highest total", Role::points, "that is left then"),
         values<&T::bands>("bands", "Bands", Role::band, "that are left then, lowest first; null, last: in none")}};
}

Description next_question_fields() {
    using T = NextQuestionView;
    return {"question to ask next",
            {value<&T::factor>("factor", "Factor", Role::id, "whose path stops there"),
             value<&T::question>("question", "Question", Role::id, "its id").or_null("the factor has no questions"),
             value<&T::fact>("fact", "Fact", Role::id, "that the question asks").if_any("it asks none"),
             value<&T::bands_at_most>("bands_at_most", "Bands at most", Role::count, "that any answer leaves"),
             value<&T::width_at_most>("width_at_most", "Range at most", Role::points, "of totals that any answer leaves"),
             list<&T::answers, next_answer_fields>("answers", "Answers", "in their order, and what each leaves")}};
}

}  // namespace

namespace {

Description path_row_fields() {
    using T = PathRow;
    return {"question on two paths",
            {value<&T::question>("question", "Question", Role::id, "its id"),
             value<&T::ask>("ask", "Question asked", Role::text, "in the scheme's words").shown_to_public(),
             value<&T::before>("before", "Before", Role::id, "the first panel's answer").or_null("it was not on its way"),
             value<&T::after>("after", "After", Role::id, "the re-panel's answer").or_null("it was not on its way")}};
}

}  // namespace

Description two_paths_fields() {
    using T = TwoPaths;
    return {"paths of two panels",
            {list<&T::rows, path_row_fields>("questions", "Questions", "on the way of either, in their order"),
             value<&T::parts_at>("parts_at", "Parts at", Role::id,
                                 "the first question with different answers, or without one on one side")
                 .or_null("the answers are the same")}};
}

Description describe(Of<StepView>) {
    using T = StepView;
    return {
        "answered question",
        {question_field(), fact_field(), option_field(),
         value<&T::number>("value", "Value", Role::count, "of the fact").if_any("none is known, or it is no number"),
         values<[](const T& one) { return one.choices.value_or(std::vector<std::string>{}); }>("value", "Value", Role::text,
                                                                                               "of the fact: what applies")
             .when<&T::choices>("of several choices")
             .shown_to_public(),
         value<&T::word>("value", "Value", Role::text, "of the fact").shown_to_public().if_any("it is no word"),
         value<&T::ask>("ask", "Question asked", Role::text, "in the scheme's words").shown_to_public(),
         value<&T::text>("text", "In words", Role::text, "the answer").shown_to_public(),
         list<&T::evidence>("evidence", "Evidence", "that the answer rests on"),
         value<&T::note>("note", "Note", Role::text, "of the questionnaire on this answer")
             .if_any("it has none")
             .in_public(InPublic::nothing),
         record_place_field<&T::at>("where the questionnaire answers it", "stated_at", "Stated at"), scheme_place_field<T>()}};
}

Description describe(Of<TreeTrace>) {
    using T = TreeTrace;
    return {"questions of a factor",
            {values<&T::possible>("possible_levels", "Possible levels", Role::level,
                                  "those that answers leave, or of these the one stated"),
             list<&T::trace>("trace", "Path", "the answers given, from the first question on"),
             value<&T::stops_at>("stops_at", "Stops at", Role::id, "the first question without an answer")
                 .or_null("the path ends at a level"),
             list<&T::ahead>("ahead", "Answers ahead", "to questions that may yet come up"),
             list<&T::off_path>("off_path", "Answers off the path", "to questions that cannot come up, without effect"),
             list<&T::eliminated, ruled_out_fields>("eliminated", "Levels ruled out", "lowest first, and why")}};
}

Description describe(Of<AskNextView>) {
    using T = AskNextView;
    return {"what to ask next",
            {value<&T::band_settled>("band_settled", "Band settled", Role::flag, "no answer can change the band"),
             list<&T::questions, next_question_fields>("questions", "Questions", "by their effect, the most telling first")}};
}

}  // namespace je::report
