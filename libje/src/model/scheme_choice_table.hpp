// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

/// For each choice of `fact`, the row of `table` whose key it is. Reports keys that are no choice or occur twice, and an
/// empty table.
[[nodiscard]] std::vector<const Text*> rows_by_choice(const std::vector<std::pair<Text, Text>>& table,
                                                      const FactDefinition& fact, const Text& rule, const std::string& user,
                                                      base::Diagnostics& diagnostics);

/// Says that a rule's list or table is empty, so that the rule could never do anything.
void report_empty(const Text& rule, const std::string& user, std::string_view key, base::Diagnostics& diagnostics);

}  // namespace je::model
