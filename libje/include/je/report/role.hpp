// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace je::report {

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
    verdict
};

/// Whether values of this role stand under each other by their last digit.
[[nodiscard]] constexpr bool is_number(Role role) {
    return role == Role::points || role == Role::money || role == Role::share || role == Role::number || role == Role::count;
}

}  // namespace je::report
