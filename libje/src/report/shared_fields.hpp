// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/common.hpp"
#include "je/report/several_bands.hpp"
#include "je/report/weighting_result.hpp"
#include "report/describing.hpp"

namespace je::report {

// Fields that many results share.

Description describe(Of<SchemeInfo>);
Description describe(Of<LocalInfo>);
Description describe(Of<LocalChangeInfo>);
Description describe(Of<BandsInfo>);
Description describe(Of<InputFile>);
Description describe(Of<ToolInfo>);
Description describe(Of<ErrorEntry>);
Description describe(Of<LeftOutRecords>);
Description describe(Of<model::BandMoves>);

template <>
inline constexpr auto last_of<model::Method> = model::Method::classification;
template <>
inline constexpr auto last_of<model::BandMove> = model::BandMove::in_no_band;
template <>
inline constexpr auto last_of<scoring::LevelSource> = scoring::LevelSource::matrix;
template <>
inline constexpr auto last_of<base::Severity> = base::Severity::error;
template <>
inline constexpr auto last_of<Audience> = Audience::public_view;

/// A count that is there only where it is not 0.
[[nodiscard]] inline std::optional<std::size_t> some(std::size_t count) {
    return count > 0 ? std::optional{count} : std::nullopt;
}

using BandId = std::optional<std::string_view>;
[[nodiscard]] inline BandId band_id(const std::optional<std::string>& band) { return band; }
template <class Band>
BandId band_id(const base::OrNone<Band>& band) {
    return band.visit([](const Band& one) { return BandId{one.id}; }, [] { return BandId{}; });
}

template <class T>
bool is_masked(const T& job) {
    if constexpr (requires { job.masked; }) {
        return job.masked;
    } else {
        return false;
    }
}

/// `total_min` to `band_max` of a job.
template <class T>
Description range_fields() {
    return {
        "range of an incomplete job",
        {value<&T::total_min>("total_min", "Lowest total", Role::points, "each factor that is not known taken at its lowest"),
         value<&T::total_max>("total_max", "Highest total", Role::points, "each factor that is not known taken at its highest"),
         value<[](const T& job) { return band_id(job.band_min); }>("band_min", "Band of the lowest total", Role::band,
                                                                   "the band of total_min")
             .or_null("it is in none"),
         value<[](const T& job) { return band_id(job.band_max); }>("band_max", "Band of the highest total", Role::band,
                                                                   "the band of total_max")
             .or_null("it is in none")}};
}

Description describe(Of<HeldBand>);
Description describe(Of<ChoiceView>);

/// `possible_bands` to `band_choice` of a job; `bands` is the table in many results.
template <class T>
Description several_fields() {
    return {
        "several bands",
        {values<[](const T& job) {
             return bands_or_none(job.several);
         }>("possible_bands", "Possible bands", Role::band,
            "those that the job may be in, lowest first, of a table that overlaps, of rules, or of answers to questions; null, "
            "last, where it may be in none")
             .if_any("points give one, or none holds the total"),
         value<[](const T& job) { return job.several.exact; }>(
             "exact", "Exact", Role::flag,
             "false: facts not known tie so many answers together that the range of totals may be too wide")
             .if_any("the job is complete, or no questions give levels"),
         value<[](const T& job) { return job.several.rule; }>("rule", "Rule", Role::id,
                                                              "that gave the band, in a scheme without points")
             .if_any("points give the band, or the job is not complete"),
         value<[](const T& job) { return job.several.open; }>("band_reason", "Why no band", Role::text,
                                                              "why a complete job has no one band")
             .shown_to_public()
             .if_any("it has one, or is in none"),
         list<[](const T& job) -> const std::vector<HeldBand>& { return job.several.holds; }>(
             "holds", "Bands that hold the total", "how far the total is from both ends of each, by points")
             .if_any("the bands do not overlap, or the total is not known"),
         object<[](const T& job) { return job.several.choice ? &*job.several.choice : nullptr; }>(
             "band_choice", "Choice of band", "the band chosen where several hold the total, as recorded")
             .if_any("none is recorded")}};
}

/// `total` to `no_band_between` of a job.
template <class T>
Description total_fields() {
    return {
        "total",
        {value<[](const T& job) { return job.complete && !is_masked(job) ? std::optional{job.total_max} : std::nullopt; }>(
             "total", "Total", Role::points, "the sum of the points")
             .or_null("a level or a fact is missing: it is a range"),
         value<[](const T& job) { return is_masked(job) ? std::nullopt : job.total_exact; }>(
             "total_exact", "Exact total", Role::text, "under other weights, such as 3680/7")
             .shown_to_public()
             .if_any("the total is exact"),
         value<[](const T& job) { return job.complete && !job.several.open ? band_id(job.band_max) : BandId{}; }>(
             "band", "Band", Role::band, "after rules about bands, and the choice recorded where several hold the total")
             .or_null("it is a range, several bands with no choice recorded, or none"),
         more<several_fields<T>>(),
         value<&T::above_floor>("above_floor", "Above floor", Role::points, "from the band's floor to the total")
             .or_null("the total is a range, or in no band"),
         value<&T::to_next>("to_next", "To next", Role::points, "from the total to the next floor")
             .or_null("the total is a range, or there is no next band"),
         value<[](const T& job) { return band_id(job.next_band); }>("next_band", "Next band", Role::band,
                                                                    "the one that begins there")
             .or_null("there is none, or the total is a range"),
         more<range_fields<T>>().template when<[](const T& job) { return !job.complete && !is_masked(job); }>(
             "of a job with a level or a fact missing"),
         value<&T::no_band>("no_band", "In no band", Role::text, "why the total is in no band")
             .shown_to_public()
             .if_any("it is in one"),
         value<[](const T& job) { return job.no_band_between ? std::optional{true} : std::nullopt; }>(
             "may_be_in_no_band", "May be in no band", Role::flag, "a total between total_min and total_max can be in no band")
             .if_any("none can"),
         value<&T::no_band_between>("no_band_between", "May be in no band", Role::text, "which, and why")
             .shown_to_public()
             .if_any("none can")}};
}

/// The weights in place of the scheme's own, and that this makes it a what-if.
template <class T>
Description weighting_fields() {
    return {"other weights",
            {object<&T::weighting>("weighting", "Weighting", "the weights in place of the scheme's own")
                 .if_any("they are the scheme's own"),
             value<[](const T& result) { return result.weighting ? weighting_caution : std::string_view{}; }>(
                 "weighting_caution", "Caution", Role::text, "that other weights are a what-if")
                 .shown_to_public()
                 .if_any("the weights are the scheme's own")}};
}

/// What a result rests on: `scheme`, `caution`, `bands` and `as_of`.
template <class T>
Description basis_fields() {
    return {"basis",
            {object<&T::scheme>("scheme", "Scheme", "the scheme that levels and points are of")
                 .or_null("no scheme could be used")
                 .on_a_line(),
             value<[](const T& result) {
                 if constexpr (requires { result.scheme->caution; }) {
                     return result.scheme ? result.scheme->caution : std::string{};
                 } else {
                     return std::string_view{result.scheme.caution};
                 }
             }>("caution", "Caution", Role::text, "what the reader must not miss about the scheme's figures")
                 .shown_to_public()
                 .if_any("its figures are published or local ones"),
             object<[](const T& result) { return result.bands.any ? &result.bands : nullptr; }>("bands", "Bands",
                                                                                                "the band table in force")
                 .or_null("there are no bands"),
             value<&T::as_of>("as_of", "As of", Role::date, "the day whose tables are used")
                 .or_null("none was asked for: the newest are used")}};
}

/// What a result ends with: `inputs` and `tool`.
template <auto Inputs, auto Tool>
Description ending_fields() {
    return {"ending",
            {list<Inputs>("inputs", "Inputs", "every file read").on_a_line().with_lines(Lines::items_and_end),
             object<Tool>("tool", "Program", "what made the result, and what it was given").on_a_line()}};
}
template <class T>
Description ending_fields() {
    return ending_fields<&T::inputs, &T::tool>();
}

/// `errors` and `errors_not_listed`.
template <class T>
Description error_fields() {
    return {"errors",
            {list<&T::errors>("errors", "Errors", "what kept a job, or a part of one, out of the result")
                 .on_a_line()
                 .with_lines(Lines::items_and_end),
             value<[](const T& result) {
                 if constexpr (requires { result.errors_not_listed; }) {
                     return some(result.errors_not_listed);
                 } else {
                     return std::optional<std::size_t>{};
                 }
             }>("errors_not_listed", "Errors not listed", Role::count, "how many more there are")
                 .if_any("all are listed")}};
}

/// `left_out`, of the public view.
template <class T>
Description left_out_fields() {
    return {"left out",
            {object<[](const T& result) { return result.left_out.any() ? &result.left_out : nullptr; }>(
                 "left_out", "Left out", "records that the public view does not show")
                 .if_any("nothing is left out")
                 .on_a_line()}};
}

/// The letters of options, each a value of its own.
[[nodiscard]] inline std::vector<std::string> one_by_one(std::string_view letters) {
    std::vector<std::string> result;
    for (const char letter : letters) result.emplace_back(1, letter);
    return result;
}

/// Where a scheme states something.
template <class T>
Field scheme_place_field() {
    return value<&T::scheme_at>("scheme_at", "In the scheme at", Role::place, "where the scheme has it")
        .or_null("no file states it")
        .in_public(InPublic::line);
}
/// Where a record does.
template <auto Get>
Field record_place_field(std::string_view meaning, std::string_view key = "at", std::string_view label = "At") {
    return value<Get>(key, label, Role::place, meaning).or_null("no file states it").in_public(InPublic::nothing);
}

[[nodiscard]] Field replaces_shipped_field();
[[nodiscard]] Field method_field();
[[nodiscard]] Field local_field();
[[nodiscard]] Field effective_sha256_field();
[[nodiscard]] Description source_fields();
/// The sources that ids in the result name.
template <class T>
Field sources_field() {
    return list<[](const T& result) -> const std::vector<SourceInfo>& { return result.scheme.sources; }, source_fields>(
        "sources", "Sources", "those of the scheme, which other keys name by id");
}
/// `out_of_bands`, `into_a_band` and `in_no_band` of moves.
[[nodiscard]] Description moves_without_band();

}  // namespace je::report
