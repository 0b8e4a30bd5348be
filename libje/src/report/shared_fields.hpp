// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/common.hpp"
#include "je/report/description.hpp"

namespace je::report {

// Fields that many results share.

template <>
const Description& description<SchemeInfo>();
template <>
const Description& description<BandsInfo>();
template <>
const Description& description<InputFile>();
template <>
const Description& description<ToolInfo>();
template <>
const Description& description<ErrorEntry>();
template <>
const Description& description<LeftOutRecords>();
template <>
const Description& description<model::BandMoves>();

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

/// What a result rests on: `scheme`, `caution`, `bands` and `as_of`.
template <class T>
const Description& basis_fields() {
    static const Description basis{
        "basis",
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
             .if_any("its figures are published or local ones"),
         object<[](const T& result) { return result.bands.any ? &result.bands : nullptr; }>("bands", "Bands",
                                                                                            "the band table in force")
             .or_null("there are no bands"),
         value<&T::as_of>("as_of", "As of", Role::date, "the day whose tables are used")
             .or_null("none was asked for: the newest are used")}};
    return basis;
}

/// What a result ends with: `inputs` and `tool`.
template <auto Inputs, auto Tool>
const Description& ending_fields() {
    static const Description ending{
        "ending",
        {list<Inputs>("inputs", "Inputs", "every file read").on_a_line().with_lines(Lines::items_and_end),
         object<Tool>("tool", "Program", "what made the result, and what it was given").on_a_line()}};
    return ending;
}
template <class T>
const Description& ending_fields() {
    return ending_fields<&T::inputs, &T::tool>();
}

/// `errors` and `errors_not_listed`.
template <class T>
const Description& error_fields() {
    static const Description errors{
        "errors",
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
    return errors;
}

/// `left_out`, of the public view.
template <class T>
const Description& left_out_fields() {
    static const Description records{
        "left out",
        {object<[](const T& result) { return result.left_out.any() ? &result.left_out : nullptr; }>(
             "left_out", "Left out", "records that the public view does not show")
             .if_any("nothing is left out")
             .on_a_line()}};
    return records;
}

/// Where a scheme states something.
template <class T>
Field scheme_place_field() {
    return value<&T::scheme_at>("scheme_at", "In the scheme at", Role::place, "where the scheme has it")
        .or_null("no file states it")
        .in_public(InPublic::file_name);
}
/// Where a record does.
template <auto Get>
Field record_place_field(std::string_view meaning, std::string_view key = "at", std::string_view label = "At") {
    return value<Get>(key, label, Role::place, meaning).or_null("no file states it").in_public(InPublic::nothing);
}

[[nodiscard]] Field replaces_shipped_field();
[[nodiscard]] const Description& source_fields();
/// The sources that ids in the result name.
template <class T>
Field sources_field() {
    return list<[](const T& result) -> const std::vector<SourceInfo>& { return result.scheme.sources; }>(
        "sources", "Sources", "those of the scheme, which other keys name by id", source_fields);
}
/// `out_of_bands`, `into_a_band` and `in_no_band` of moves.
[[nodiscard]] const Description& moves_without_band();

}  // namespace je::report
