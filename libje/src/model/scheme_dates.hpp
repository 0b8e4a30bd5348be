// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"

namespace je::model {

/// When a table is in force, both days included. Without `until` it ends when the next one begins.
struct DatedTable {
    std::optional<base::Located<base::Date>> from;
    std::optional<base::Located<base::Date>> until;
    base::SourcePosition at;
};

/// Of several tables each needs a `from`, no two the same, and none may end after the next has begun. `what`: "band table".
void check_dates(std::vector<DatedTable> tables, std::string_view what, base::Diagnostics& diagnostics);

}  // namespace je::model
