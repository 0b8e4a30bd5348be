// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/shown_tree.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

namespace {

std::string_view question_of_step(const PathStep& step) { return step.question->id; }
std::string_view option_of_step(const PathStep& step) { return step.option->id; }

Description fields_of_step() {
    return {"step of a listed path",
            {value<question_of_step>("question", "Question", Role::id, "its id"),
             value<option_of_step>("option", "Option", Role::id, "the answer, by its id")}};
}

Description fields_of_path() {
    using T = ListedPath;
    return {
        "path",
        {value<&T::level>("level", "Level", Role::level, "that it gives, before modifiers"),
         list<&T::steps, fields_of_step>("steps", "Steps", "its questions and answers, in the order in which they are asked")}};
}

Description fields_of_pair() {
    using T = ListedPair;
    return {"pair of paths",
            {value<&T::question>("question", "Question", Role::id, "that alone is answered otherwise"),
             object<&T::first, fields_of_path>("first", "First", "the earlier of the two paths"),
             object<&T::second, fields_of_path>("second", "Second", "the later of the two")}};
}

Description fields_of_form_option() {
    using T = FormOption;
    return {
        "answer of a form",
        {value<&T::id>("id", "Option", Role::id, "of the answer"), value<&T::text>("text", "Answer", Role::text, "in words"),
         value<&T::next_id>("next", "Next", Role::id, "the question asked next").or_null("it gives a level"),
         value<&T::level>("level", "Level", Role::level, "that it gives").or_null("another question follows")}};
}

Description fields_of_form_question() {
    using T = FormQuestion;
    return {"question of a form",
            {value<&T::number>("number", "No.", Role::count, "on the form; answers lead to higher numbers alone"),
             value<&T::id>("id", "Question", Role::id, "of the question"),
             value<&T::ask>("ask", "Question", Role::text, "in words"),
             value<&T::help>("help", "Help", Role::text, "how to answer it").or_null("the scheme says nothing"),
             value<&T::fact>("fact", "Fact", Role::id, "that it asks").or_null("it asks none"),
             values<&T::choices>("choices", "Choices", Role::text, "that are counted, of a question over several choices"),
             list<&T::options, fields_of_form_option>("options", "Options", "its answers, in file order")}};
}

}  // namespace

Description describe(Of<ShownTree>) {
    using T = ShownTree;
    return {
        "shown tree",
        {value<&T::scheme>("scheme", "Scheme", Role::id, "that it is of"),
         value<&T::factor>("factor", "Factor", Role::id, "that it gives the level of"),
         value<&T::name>("name", "Name", Role::name, "of the factor"),
         value<&T::count>("paths_count", "Paths", Role::count, "how many there are").or_null("more than 2^64 - 1"),
         value<&T::longest>("longest", "Longest", Role::count, "questions on the longest path"),
         value<&T::are_listed>("paths_listed", "Listed", Role::flag, "all paths are listed; if not, there are too many"),
         list<[](const T& tree) { return std::span{*tree.questions}; }, fields_of_form_question>("questions", "Questions",
                                                                                                 "as a form asks them")
             .on_a_line()
             .with_lines(Lines::items),
         list<&T::paths, fields_of_path>("paths", "Paths", "depth first, options in file order")
             .on_a_line()
             .with_lines(Lines::items),
         list<&T::pairs, fields_of_pair>("pairs", "Pairs",
                                         "of each question that has one: two paths that differ in it alone and in the level")
             .on_a_line()
             .with_lines(Lines::items),
         values<&T::no_pair>("no_pair", "No pair", Role::id, "questions that have no such pair").on_a_line(),
         values<&T::not_searched>("not_searched", "Not searched", Role::id, "questions for which looking would take too long")
             .on_a_line()}};
}

}  // namespace je::report
