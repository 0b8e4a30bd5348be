// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/shared_fields.hpp"

#include "report/explain/fields.hpp"

namespace je::report {

Field replaces_shipped_field() {
    return value<[](const SchemeInfo& scheme) { return scheme.replaces_shipped ? std::optional{true} : std::nullopt; }>(
               "replaces_shipped", "Stands in for a scheme of je", Role::flag,
               "it carries the id of a scheme that comes with je, and holds something else")
        .if_any("it does not");
}

Description source_fields() {
    using T = SourceInfo;
    return {"source",
            {value<&T::id>("id", "Source", Role::id, "that figures and rules name"),
             value<&T::title>("title", "Title", Role::name, "of the source"),
             value<&T::address>("address", "Address", Role::text, "where it can be read")
                 .shown_to_public()
                 .or_null("the scheme states none")}};
}

namespace {

Description fields_of_floor() {
    using T = BandFloor;
    return {"band and floor",
            {value<&T::band>("band", "Band", Role::band, "its id"),
             value<&T::name>("name", "Name", Role::name, "of the band").or_null("it has none"),
             value<&T::floor>("floor", "Floor", Role::points, "the least total in it"),
             value<&T::max>("max", "Largest", Role::points, "the largest total in it, as stated")
                 .or_null("it ends where the next one begins")}};
}

Description fields_of_ruled_band() { return picked("band by rules", made_once<fields_of_floor>(), {"band", "name"}); }

}  // namespace

Field method_field() {
    return value<[](const SchemeInfo& scheme) { return scheme.has_points() ? std::nullopt : std::optional{scheme.method}; }>(
               "method", "Method", Role::text, "how it comes to bands, where not by points")
        .shown_to_public()
        .if_any("points give the bands");
}

Description describe(Of<SchemeInfo>) {
    using T = SchemeInfo;
    return {
        "scheme",
        {value<&T::id>("id", "Id", Role::id, "of the scheme"), value<&T::title>("title", "Title", Role::name, "of the scheme"),
         value<&T::edition>("edition", "Edition", Role::text, "of the scheme").shown_to_public(),
         value<&T::status>("status", "Status", Role::text, "of its figures: published, local, illustrative or unverified")
             .shown_to_public(),
         value<&T::sha256>("sha256", "SHA-256", Role::file, "of its file"),
         value<&T::file>("file", "File", Role::file, "where it was read from")
             .if_any("it is as it comes with je")
             .in_public(InPublic::left_out),
         replaces_shipped_field(), local_field(), effective_sha256_field(), method_field()},
        [](const void* of) { return static_cast<const T*>(of)->has_points(); }};
}

Description describe(Of<BandsInfo>) {
    using T = BandsInfo;
    return {"bands",
            {value<&T::file>("file", "File", Role::file, "of --bands")
                 .or_null("the table is the scheme's own")
                 .in_public(InPublic::left_out),
             value<&T::from>("from", "From", Role::date, "the first day of the table").or_null("the table states none"),
             value<&T::until>("until", "Until", Role::date, "the last day of the table").or_null("the table states none"),
             value<&T::caution>("caution", "Caution", Role::text, "what the reader must not miss about its figures")
                 .shown_to_public()
                 .if_any("they are published or local ones"),
             value<[](const T& one) { return one.overlaps ? std::optional{true} : std::nullopt; }>(
                 "overlaps", "Overlaps", Role::flag, "a total may be in several of the bands")
                 .if_any("a total is in one at most"),
             list<&T::floors, fields_of_floor>("floors", "Floors", "its bands, lowest first"),
             list<&T::by_rules, fields_of_ruled_band>("by_rules", "Bands by rules", "those that rules give, lowest first")
                 .if_any("points give the bands")}};
}

Description describe(Of<HeldBand>) {
    using T = HeldBand;
    return {"band that holds the total",
            {value<&T::band>("band", "Band", Role::band, "its id"),
             value<&T::above_floor>("above_floor", "Above floor", Role::points, "from its floor to the total"),
             value<&T::below_top>("below_top", "Below top", Role::points, "from the total to its largest total")
                 .or_null("it has no end")}};
}

Description describe(Of<ChoiceView>) {
    using T = ChoiceView;
    return {
        "choice of band",
        {value<&T::band>("band", "Band", Role::band, "the band chosen"),
         value<&T::reason>("reason", "Reason", Role::text, "why, as recorded").in_public(InPublic::left_out),
         value<&T::decided_by>("decided_by", "Decided by", Role::person, "who chose")
             .or_null("the record does not say")
             .hidden_from_public(),
         value<&T::date>("date", "Date", Role::date, "of the choice").or_null("none is recorded"),
         value<[](const T& one) { return std::string_view{one.by_panel ? "panel" : "questionnaire"}; }>(
             "recorded_in", "Recorded in", Role::text, "panel or questionnaire")
             .shown_to_public(),
         value<&T::counts>("counts", "Counts", Role::flag, "it settles the band: several hold the total, this one among them"),
         list<&T::evidence>("evidence", "Evidence", "that the choice rests on").hidden_from_public(),
         record_place_field<&T::at>("where the record has it")}};
}

Description describe(Of<InputFile>) {
    using T = InputFile;
    return {"input file",
            {value<&T::name>("name", "Name", Role::file, "as it was given"),
             value<&T::sha256>("sha256", "SHA-256", Role::file, "of its bytes")}};
}

Description describe(Of<ToolInfo>) {
    using T = ToolInfo;
    return {
        "tool",
        {fixed("name", "Program", "the program", "je"),
         value<&T::version>("version", "Version", Role::text, "of the program").shown_to_public(),
         values<&T::arguments>(
             "arguments", "Arguments", Role::text,
             "the command and what was given to it, without what changes no result; je verify makes the result again from them")
             .shown_to_public()
             .if_any("they are not known"),
         value<[](const T& one) { return one.arguments.empty() ? std::string{} : command_line(one.arguments); }>(
             "command", "Command", Role::text, "the same as a shell takes it")
             .shown_to_public()
             .if_any("they are not known"),
         value<&T::stamp>("stamp", "Made at", Role::text, "the time of the run")
             .shown_to_public()
             .if_any("it was not asked for")}};
}

Description describe(Of<ErrorEntry>) {
    using T = ErrorEntry;
    return {"error",
            {value<&T::job>("job", "Job", Role::id, "the job").or_null("it is not known").in_public(InPublic::nothing),
             value<&T::id>("id", "Id", Role::id, "of the message, as in docs/errors.md"),
             value<&T::message>("message", "Message", Role::text, "what was found").in_public(InPublic::left_out),
             value<&T::at>("at", "At", Role::place, "where").or_null("it is not known").in_public(InPublic::nothing)}};
}

Description describe(Of<LeftOutRecords>) {
    using T = LeftOutRecords;
    return {"records left out",
            {value<&T::single_holder>("single_holder", "Single holder", Role::count, "those of jobs that one person holds"),
             value<&T::holders_not_known>("holders_not_known", "Holders not known", Role::count,
                                          "those of jobs of which nobody says how many hold them")}};
}

Description moves_without_band() {
    using T = model::BandMoves;
    return {"moves without a band",
            {value<[](const T& moves) { return some(moves.out_of_bands); }>("out_of_bands", "Out of the bands", Role::count,
                                                                            "into no band")
                 .if_any("there are none"),
             value<[](const T& moves) { return some(moves.into_a_band); }>("into_a_band", "Into a band", Role::count,
                                                                           "from no band")
                 .if_any("there are none"),
             value<[](const T& moves) { return some(moves.in_no_band); }>("in_no_band", "In no band", Role::count, "both times")
                 .if_any("there are none")}};
}

Description describe(Of<model::BandMoves>) {
    using T = model::BandMoves;
    return {"moves",
            {value<&T::up>("up", "Up", Role::count, "to a higher band"),
             value<&T::down>("down", "Down", Role::count, "to a lower band"),
             value<&T::same>("same", "Same", Role::count, "in the band they were in"), more<moves_without_band>()}};
}

}  // namespace je::report
