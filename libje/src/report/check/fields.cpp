// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/batch_result.hpp"
#include "je/report/check_result.hpp"
#include "je/report/test_result.hpp"
#include "je/report/verify_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

// What looks at files and results: je check, je test, je verify and je batch.

template <>
inline constexpr auto last_of<KeptState> = KeptState::not_read;
template <>
inline constexpr auto last_of<Verdict> = Verdict::broken;
template <>
inline constexpr auto last_of<SectionOutcome> = SectionOutcome::planned;

Description describe(Of<CheckedFile>) {
    using T = CheckedFile;
    return {"checked file",
            {value<&T::name>("name", "File", Role::file, "as it was given"),
             value<&T::kind>("kind", "Kind", Role::text,
                             "scheme, bands, job, jobs, panel, appeal, worked examples, holidays or unknown"),
             value<&T::errors>("errors", "Errors", Role::count, "how many"),
             value<&T::warnings>("warnings", "Warnings", Role::count, "how many"),
             value<&T::proved>("proved", "Proved", Role::text, "what holds of it").or_null("it has errors")}};
}

namespace {

std::string_view file_of(const base::Diagnostic& message) {
    return message.at.source ? std::string_view{message.at.source->name} : std::string_view{};
}

std::string_view finding_of(const base::Diagnostic& message) { return base::finding_name(message.id); }

using MaybeCount = std::optional<std::size_t>;

}  // namespace

Description describe(Of<base::Diagnostic>) {
    using T = base::Diagnostic;
    return {"message",
            {value<&T::severity>("severity", "Severity", Role::text, "error, warning or note"),
             value<&T::id>("id", "Id", Role::id, "as in docs/errors.md"),
             value<finding_of>("name", "Name", Role::id, "what the finding is called, whatever form it has")
                 .or_null("its message says all"),
             value<file_of>("file", "File", Role::file, "where").or_null("it is about none"),
             value<[](const T& one) { return one.at.known() ? MaybeCount{one.at.line} : MaybeCount{}; }>("line", "Line",
                                                                                                         Role::count, "from 1")
                 .or_null("it is about no one place"),
             value<[](const T& one) { return one.at.known() ? MaybeCount{one.at.column} : MaybeCount{}; }>(
                 "column", "Column", Role::count, "in bytes, from 1")
                 .or_null("it is about no one place"),
             value<&T::message>("message", "Message", Role::text, "what was found"),
             value<&T::expected>("expected", "Expected", Role::text, "what was").or_null("there is nothing to say"),
             value<&T::fix>("fix", "Fix", Role::text, "how to mend it").or_null("there is nothing to mend")}};
}

namespace {

Description fields_of_shown_level() {
    using T = ShownUnit::Entry;
    return {
        "shown level",
        {value<&T::level>("id", "Level", Role::level, "of the factor"),
         value<&T::points>("points", "Points", Role::points, "of the level").or_null("it has none"),
         value<&T::percent>("percent", "Percent", Role::count, "of the points of another unit").if_any("points are stated")}};
}

Description fields_of_shown_cell() {
    using T = ShownUnit::Entry;
    return {"shown cell",
            {value<&T::level>("row", "Row", Role::level, "of the matrix"),
             value<&T::column>("column", "Column", Role::level, "of the matrix"),
             value<&T::points>("points", "Points", Role::points, "of the cell")
                 .or_null("the matrix does not allow the pair, or states a percentage"),
             value<&T::percent>("percent", "Percent", Role::count, "of the points of another unit").if_any("points are stated"),
             value<&T::unlikely>("unlikely", "Unlikely", Role::flag, "the scheme marks it so")}};
}

}  // namespace

Description describe(Of<ShownUnit>) {
    using T = ShownUnit;
    return {"shown unit",
            {value<&T::id>("id", "Unit", Role::id, "of the factor or matrix"),
             value<&T::name>("name", "Name", Role::name, "of the factor or matrix"),
             value<&T::group>("group", "Group", Role::name, "that the scheme puts it in").or_null("it is in none"),
             value<&T::rule>("rule", "Rule", Role::text, "how points come about"),
             value<&T::of>("of", "Of", Role::id, "the unit that its points are a percentage of").if_any("they are its own"),
             value<&T::printed_weight>("printed_weight", "Printed weight", Role::share, "that the scheme states beside points")
                 .or_null("it states none"),
             value<&T::weight>("weight", "Weight", Role::share, "by the points").or_null("no unit has points"),
             value<&T::source>("source", "Source", Role::id, "of its figures").or_null("the scheme states none"),
             list<&T::entries, fields_of_shown_cell>("cells", "Cells", "those of a matrix").when<&T::is_matrix>("of a matrix"),
             list<&T::entries, fields_of_shown_level>("levels", "Levels", "those of a factor, lowest first")
                 .when<[](const T& one) { return !one.is_matrix; }>("of a factor")}};
}

Description describe(Of<ShownBand>) {
    using T = ShownBand;
    return {
        "shown band",
        {value<&T::id>("id", "Band", Role::band, "its id"),
         value<&T::name>("name", "Name", Role::name, "of the band").or_null("it has none"),
         value<&T::floor>("floor", "Floor", Role::points, "the least total in it"),
         value<&T::max>("max", "Largest", Role::points, "the largest total in it, as stated").or_null("none is stated"),
         value<&T::below>("below", "Below", Role::points, "the floor of the next band")
             .or_null("there is none, or bands overlap"),
         value<&T::reachable>("reachable_totals", "Reachable totals", Role::count, "how many totals of the scheme fall into it")
             .or_null("there are too many to count one by one")}};
}

Description describe(Of<ShownBandTable>) {
    using T = ShownBandTable;
    return {"shown band table",
            {value<&T::from>("from", "From", Role::date, "its first day").or_null("it states none"),
             value<&T::until>("until", "Until", Role::date, "its last day").or_null("it states none"),
             value<&T::source>("source", "Source", Role::id, "of its figures").or_null("it states none"),
             value<[](const T& one) { return one.overlaps ? std::optional{true} : std::nullopt; }>(
                 "overlaps", "Overlaps", Role::flag, "a total may be in several of the bands")
                 .if_any("a total is in one at most"),
             list<&T::bands>("bands", "Bands", "lowest first"),
             value<&T::combinations>("combinations", "Combinations", Role::count,
                                     "of levels and facts that the rules tell apart and a job can have")
                 .if_any("points give the bands"),
             list<&T::by>("by", "By rule", "how many of them each rule gives which band").if_any("points give the bands")}};
}

Description describe(Of<ShownDecided>) {
    using T = ShownDecided;
    return {"band by a rule",
            {value<&T::rule>("rule", "Rule", Role::id, "that decides; the first of several"),
             value<&T::band>("band", "Band", Role::band, "that it gives"),
             value<&T::combinations>("combinations", "Combinations", Role::count, "of levels and facts")}};
}

namespace {

Description fields_of_shown_head() {
    using T = SchemeInfo;
    return {"head of a shown scheme",
            {value<&T::id>("id", "Id", Role::id, "of the scheme"),
             value<&T::edition>("edition", "Edition", Role::text, "of the scheme"),
             value<&T::status>("status", "Status", Role::text, "of its figures"),
             value<&T::sha256>("sha256", "SHA-256", Role::file, "of its file"), replaces_shipped_field(), local_field(),
             effective_sha256_field(),
             list<[](const T& one) { return one.local ? std::span{one.local->changes} : std::span<const LocalChangeInfo>{}; }>(
                 "local_changes", "Local changes", "what the local agreement changes")
                 .if_any("it changes nothing, or there is none")}};
}

}  // namespace

Description describe(Of<ShownScheme::Series>) {
    using T = ShownScheme::Series;
    return {
        "series",
        {value<&T::id>("id", "Series", Role::id, "its id"), values<&T::values>("values", "Values", Role::points, "rising")}};
}

namespace {

Description method_of_shown() {
    return {
        "method of a shown scheme",
        {value<[](const ShownScheme& one) { return one.info.has_points() ? std::nullopt : std::optional{one.info.method}; }>(
             "method", "Method", Role::text, "how it comes to bands, where not by points")
             .if_any("points give the bands")}};
}

}  // namespace

Description describe(Of<ShownScheme>) {
    using T = ShownScheme;
    return {
        "shown scheme",
        {inlined<&T::info, fields_of_shown_head>(), more<method_of_shown>(),
         value<&T::smallest_total>("smallest_total", "Smallest total", Role::points, "that the scheme can give"),
         value<&T::largest_total>("largest_total", "Largest total", Role::points, "that the scheme can give"),
         list<&T::units>("units", "Units", "factors and matrices that give points").with_lines(Lines::items),
         list<&T::series>("series", "Series", "that points are rounded to").if_any("there are none").with_lines(Lines::items),
         list<&T::band_tables>("band_tables", "Band tables", "those of the scheme").with_lines(Lines::items)},
        [](const void* of) { return static_cast<const T*>(of)->info.has_points(); }};
}

Description describe(Of<CheckResult>) {
    using T = CheckResult;
    return {
        "je-check/1",
        {fixed("format", "Format", "of this result", "je-check/1"),
         list<&T::files>("files", "Files", "those checked").on_a_line().with_lines(Lines::always_end),
         value<[](const T& all) { return all.diagnostics.errors(); }>("errors", "Errors", Role::count, "how many").on_a_line(),
         value<[](const T& all) { return all.diagnostics.warnings(); }>("warnings", "Warnings", Role::count, "how many"),
         list<[](const T& all) { return std::span{all.diagnostics.all()}; }>("messages", "Messages",
                                                                             "what there is to say, by place")
             .on_a_line()
             .with_lines(Lines::items_and_end),
         value<[](const T& all) { return some(all.diagnostics.not_kept()); }>("messages_not_listed", "Messages not listed",
                                                                              Role::count, "how many more there are")
             .if_any("all are listed"),
         list<&T::schemes>("schemes", "Schemes", "that files were held against, and that are not as they come with je")
             .on_a_line()
             .if_any("there are none"),
         list<&T::shown>("shown", "Shown", "schemes with every figure written out")
             .on_a_line()
             .with_lines(Lines::always_end)
             .if_any("--show was not given"),
         list<&T::trees>("trees", "Questions", "of each factor that has some: which answers give which level")
             .on_a_line()
             .with_lines(Lines::always_end)
             .if_any("--paths was not given"),
         more<ending_fields<T>>()}};
}

Description describe(Of<Mismatch>) {
    using T = Mismatch;
    return {"mismatch",
            {value<&T::what>("what", "What", Role::text, "that did not come out"),
             value<&T::expected>("expected", "Expected", Role::text, "by the example"),
             value<&T::got>("got", "Got", Role::text, "from the scheme"),
             value<&T::at>("at", "At", Role::place, "where it is expected").or_null("no file states it")}};
}

namespace {

bool has_failed(const TestedExample& example) { return !example.passed(); }

Description fields_of_tested_factor() {
    using T = ScoredFactor;
    return {"factor of an example",
            {value<&T::id>("id", "Factor", Role::id, "of the factor or matrix"),
             value<&T::level>("level", "Level", Role::level, "after rules").or_null("it is not known"),
             value<&T::points>("points", "Points", Role::points, "of the level")
                 .or_null("it has none, or the level is not known")}};
}

}  // namespace

Description describe(Of<TestedExample>) {
    using T = TestedExample;
    return {"worked example",
            {value<&T::name>("name", "Example", Role::name, "its name"),
             value<&T::at>("at", "At", Role::place, "where it is").or_null("no file states it"),
             value<&T::scheme>("scheme", "Scheme", Role::id, "that it is for"),
             value<&T::source>("source", "Source", Role::text, "where the expected values come from").or_null("none is stated"),
             value<&T::passed>("passed", "Passed", Role::flag, "everything came out as expected"),
             value<&T::problem>("error", "Error", Role::text, "why it could not be scored")
                 .if_any("it could")
                 .when<has_failed>("of one that failed"),
             list<&T::mismatches>("mismatches", "Mismatches", "what did not come out").when<has_failed>("of one that failed"),
             list<&T::factors, fields_of_tested_factor>("factors", "Factors", "what each came to")
                 .when<has_failed>("of one that failed")}};
}

Description describe(Of<TestResult>) {
    using T = TestResult;
    return {
        "je-test-result/1",
        {fixed("format", "Format", "of this result", "je-test-result/1"),
         value<&T::passed>("passed", "Passed", Role::count, "how many examples").on_a_line(),
         value<[](const T& all) { return all.examples.size() - all.passed(); }>("failed", "Failed", Role::count,
                                                                                "how many examples"),
         list<&T::schemes>("schemes", "Schemes", "those used that are not as they come with je")
             .on_a_line()
             .if_any("there are none"),
         list<&T::examples>("examples", "Examples", "in the order of the files").on_a_line().with_lines(Lines::items_and_end),
         more<error_fields<T>>(), more<ending_fields<T>>()}};
}

Description describe(Of<VerifiedInput>) {
    using T = VerifiedInput;
    return {"verified input",
            {value<&T::name>("name", "File", Role::file, "as the result names it"),
             value<&T::state>("state", "State", Role::verdict, "how it stands now")}};
}

Description describe(Of<ValueDifference>) {
    using T = ValueDifference;
    return {"difference of a value",
            {value<&T::path>("path", "Path", Role::text, "of the value: jobs[0].factors[3].points"),
             value<&T::stored>("stored", "Stored", Role::text, "as JSON; a list as \"list of 3\"")
                 .or_null("it is in the result now alone"),
             value<&T::now>("now", "Now", Role::text, "as JSON").or_null("it is in the stored result alone")}};
}

Description describe(Of<VerifiedSeal>) {
    using T = VerifiedSeal;
    return {"verified seal",
            {value<&T::name>("name", "File", Role::file, "as the log names it"),
             value<&T::entry>("entry", "Entry", Role::count, "that sealed it last"),
             value<&T::state>("state", "State", Role::verdict, "how it stands now")}};
}

namespace {

Description fields_of_verified_result() {
    using T = VerifiedFile;
    return {
        "verified result",
        {values<&T::arguments>("arguments", "Arguments", Role::text, "the command that was run").on_a_line(),
         list<&T::inputs>("inputs", "Inputs", "and how each stands").on_a_line().with_lines(Lines::items),
         list<&T::differences>("differences", "Differences", "values that are others now").on_a_line().with_lines(Lines::items),
         value<&T::differences_not_listed>("differences_not_listed", "Differences not listed", Role::count,
                                           "how many more there are"),
         values<&T::notes>("notes", "Notes", Role::text, "what differs and does not count").on_a_line()}};
}

Description fields_of_verified_log() {
    using T = VerifiedFile;
    return {"verified log",
            {value<&T::entries>("entries", "Entries", Role::count, "that are sound"),
             value<&T::head>("head", "Head", Role::file, "hash of the newest of them"),
             list<&T::sealed>("sealed", "Sealed", "each file as it was sealed last").with_lines(Lines::items)}};
}

}  // namespace

Description describe(Of<VerifiedFile>) {
    using T = VerifiedFile;
    return {"verified file",
            {value<&T::name>("name", "File", Role::file, "as it was given"),
             value<&T::format>("of", "Format", Role::text, "of the file").or_null("it could not be told"),
             value<&T::verdict>("verdict", "Verdict", Role::verdict, "what verifying came to"),
             more<fields_of_verified_result>().when<[](const T& one) { return one.head.empty(); }>("of a result"),
             more<fields_of_verified_log>().when<[](const T& one) { return !one.head.empty(); }>("of a log")}};
}

Description describe(Of<VerifyResult>) {
    using T = VerifyResult;
    return {"je-verify/1",
            {fixed("format", "Format", "of this result", "je-verify/1"),
             list<&T::files>("files", "Files", "one for each file given").on_a_line().with_lines(Lines::items_and_end),
             more<error_fields<T>>(), more<ending_fields<T>>()}};
}

Description describe(Of<BatchSection>) {
    using T = BatchSection;
    return {"section of a run",
            {value<&T::name>("name", "Section", Role::name, "of the run file"),
             value<&T::at>("at", "At", Role::place, "where the run file has it"),
             value<&T::outcome>("outcome", "Outcome", Role::verdict, "what became of it"),
             values<&T::arguments>("arguments", "Arguments", Role::text, "the command and what it was given").on_a_line(),
             values<&T::read>("read", "Read", Role::file, "names of files").on_a_line(),
             values<&T::written>("written", "Written", Role::file, "names of files").on_a_line(),
             value<&T::warnings>("warnings", "Warnings", Role::count, "how many"),
             list<&T::messages>("errors", "Errors", "the first of them").on_a_line().with_lines(Lines::items_and_end),
             value<[](const T& one) { return some(one.errors - one.messages.size()); }>(
                 "errors_not_listed", "Errors not listed", Role::count, "how many more there are")
                 .if_any("all are listed")}};
}

Description describe(Of<BatchResult>) {
    using T = BatchResult;
    return {
        "je-batch/1",
        {fixed("format", "Format", "of this result", "je-batch/1"),
         object<&T::run_file>("run_file", "Run file", "that was run").on_a_line(),
         value<&T::dry_run>("dry_run", "Dry run", Role::flag, "all was tried and nothing written"),
         list<&T::sections>("sections", "Sections", "in the order of the run file").on_a_line().with_lines(Lines::always_end),
         list<&T::written>("outputs", "Outputs", "files written, apart from the summary itself")
             .on_a_line()
             .with_lines(Lines::items_and_end),
         more<ending_fields<&T::read, &T::tool>>()}};
}

}  // namespace je::report
