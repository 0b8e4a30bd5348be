// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/report_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

namespace {

Description fields_of_remade_result() {
    using T = RemadeResult;
    return {"result in a report",
            {value<&T::name>("name", "Name", Role::file, "of the file").in_public(InPublic::left_out),
             value<&T::format>("format", "Format", Role::text, "of the result").in_public(InPublic::as_it_is)}};
}

}  // namespace

Description describe(Of<ReportResult>) {
    using T = ReportResult;
    return {
        "je-report/1",
        {fixed("format", "Format", "of this result", "je-report/1"),
         value<&T::title>("title", "Title", Role::text, "that was asked for").if_any("none was").in_public(InPublic::as_it_is),
         value<&T::job>("job", "Job", Role::id, "that leads").or_null("none does: the report is about all jobs together"),
         value<&T::job_title>("job_title", "Title of the job", Role::name, "of the job that leads").or_null("it is not known"),
         value<&T::audience>("audience", "Audience", Role::text, "for whom the report is made"),
         object<&T::why>("explain", "Explanation", "of the job that leads, as `je explain` gives it")
             .if_any("its questionnaire is not among the inputs")
             .on_a_line(),
         object<&T::beside>("compare", "Comparison", "of the job that leads with others, as `je compare` gives it")
             .if_any("there are no others")
             .on_a_line(),
         list<&T::panels>("panels", "Panels", "as `je panel` gives several").on_a_line().with_lines(Lines::items_and_end),
         list<&T::appeals>("appeals", "Appeals", "as `je appeal` gives several").on_a_line().with_lines(Lines::items_and_end),
         list<&T::firm>("sensitivity", "How firm", "as `je sensitivity` gives it").on_a_line().with_lines(Lines::items_and_end),
         object<&T::organisation>("score", "All jobs", "as `je score` gives them")
             .if_any("jobs are few, and one leads")
             .on_a_line(),
         list<&T::results, fields_of_remade_result>("results", "Results", "stored ones that were made again and are in it")
             .on_a_line()
             .with_lines(Lines::items_and_end),
         more<ending_fields<T>>()}};
}

DescribedResult described(const ReportResult& result) { return {&description<ReportResult>(), hides_texts(result.audience)}; }

}  // namespace je::report
