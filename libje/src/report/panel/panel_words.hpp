// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/report/panel_result.hpp"

namespace je::report {

// How reports on panels and appeals word their values.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
[[nodiscard]] std::string or_none(const std::string& text);            // "none" for an empty one
[[nodiscard]] std::string levels_text(const PanelFactorView& factor);  // "m1 4, u1 5"; "none recorded"
[[nodiscard]] std::string dissent_text(const DissentView& dissent);
[[nodiscard]] std::string cited_text(const CitedView& evidence);  // without what is disputed
[[nodiscard]] std::string total_of(const ScoredJob& job);         // "440", "380 to 455"
[[nodiscard]] std::string band_of(const ScoredJob& job);          // "3", "2 to 3", "none"
[[nodiscard]] std::string outcome_text(const ScoredJob& job);
[[nodiscard]] std::string total_text(const OutcomeView& outcome);
[[nodiscard]] std::string band_text(const OutcomeView& outcome);
[[nodiscard]] std::string person_text(const PersonView& person);
[[nodiscard]] std::string rule_in_words(std::string_view rule);
/// "61.28 %"; "under 0.01 %" and "over 99.99 %" at the ends, so that only what is certain reads so.
[[nodiscard]] std::string chance_text(double chance);
/// The coefficients as a table, and what they can and cannot say.
void add_agreement_blocks(Document& document, const panel::Agreement& agreement);

}  // namespace je::report
