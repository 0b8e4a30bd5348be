// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace je::report {

/// For whom a report is made, which decides what of people and comparators it shows. docs/files.md, "Who sees what".
enum class Audience { record, panel, appellant, union_side, public_view };
/// "panel", "appellant", "union", "public"; "record" is everything, as recorded.
[[nodiscard]] std::string_view to_text(Audience audience);
/// Nothing for any other word, and for "record", which is what a report is made for when nobody is named.
[[nodiscard]] std::optional<Audience> parse_audience(std::string_view text);
/// Panellists by pseudonym: appellant and public views.
[[nodiscard]] bool hides_people(Audience audience);
/// No free text that people wrote - reasons, quotes, notes - and no names of files, since they may name people: the public
/// view.
[[nodiscard]] bool hides_texts(Audience audience);
/// Totals and bands of jobs to compare with are masked, so that they do not lead those who decide: the panel view.
[[nodiscard]] bool hides_comparators(Audience audience);

/// Whether a result that was made for some may be made again for others: what is recorded for anybody, and anything for the
/// public, who see least.
[[nodiscard]] constexpr bool may_be_shown(Audience made_for, Audience to) {
    return made_for == to || made_for == Audience::record || to == Audience::public_view;
}

/// What a value is to people, in a field of a result as in a column of a table.
enum class Role {
    text,
    id,
    name,
    level,
    band,
    points,
    money,
    share,
    number,
    count,
    flag,
    date,
    place,
    file,
    evidence,
    person,
    verdict,
    to_write  // of a column: its cells are empty, for people to write in by hand
};

/// Whether values of this role stand under each other by their last digit.
[[nodiscard]] constexpr bool is_number(Role role) {
    return role == Role::points || role == Role::money || role == Role::share || role == Role::number || role == Role::count;
}

}  // namespace je::report
