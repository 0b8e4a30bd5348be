// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "je/report/description.hpp"
#include "je/report/document.hpp"

namespace je::report {

// Tables made by descriptions: a row for each struct, a column for each of some of its values.

/// The description of a struct with values that only a table has.
[[nodiscard]] Description with_more(const Description& row, std::vector<Field> more);

/// A table without rows; its columns are the values of these keys, or all values.
[[nodiscard]] Table described_table(const Description& row);
[[nodiscard]] Table described_table(const Description& row, const std::vector<std::string_view>& keys);
/// A value is found by the key of its column, so that rows may be of several kinds; empty where there is none.
void add_described_row(Table& table, const Description& row, const void* of);

}  // namespace je::report
