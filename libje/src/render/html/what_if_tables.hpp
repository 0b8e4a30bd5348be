// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/what_if.hpp"

namespace je::render::html {

/// What can be chosen for a fact that is no number.
[[nodiscard]] std::vector<std::string> choices_of(const report::ScoringTables::Fact& fact);
/// Which of them a value is; nothing where it is not stated.
[[nodiscard]] std::optional<std::size_t> choice_in(const report::ScoringTables::Fact& fact, std::string_view value);

/// The tables as JSON for scoring.js, with the words for what it finds, safe inside an element of a page. Points and floors are
/// whole numbers of 1/10,000.
[[nodiscard]] std::string tables_for_script(const report::ScoringTables& tables);

}  // namespace je::render::html
