// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "je/report/panel_result.hpp"

namespace je::report {

// How reports on panels and appeals word their values.
[[nodiscard]] Text not_set_text(std::span<const model::ProcessCheck> checks);  // "equal numbers of sides, ..."
/// A kind of event: those of docs/files.md in the words of the language, others as the record has them.
[[nodiscard]] Text event_text(const std::string& kind);
[[nodiscard]] Text levels_text(const PanelFactorView& factor);  // "m1 4, u1 5"; "none recorded"
[[nodiscard]] Text dissent_text(const DissentView& dissent);
[[nodiscard]] Text cited_text(const EvidenceView& evidence);  // without what is disputed
[[nodiscard]] ValueOrRange total_of(const ScoredJob& job);    // "440", "380 to 455"
[[nodiscard]] ValueOrRange band_of(const ScoredJob& job);     // "3", "2 to 3", "none"
/// On a ladder of bands, with the band that a rule of the scheme puts it into.
[[nodiscard]] Figure::Mark total_mark(std::string label, const ScoredJob& job);
[[nodiscard]] ValueOrRange total_of(const OutcomeView& outcome);
[[nodiscard]] ValueOrRange band_of(const OutcomeView& outcome);
[[nodiscard]] Text outcome_text(const ScoredJob& job);
/// "4", "3 to 4"; where rules leave several bands, each of them: "PS-1 or PS-3".
[[nodiscard]] Text bands_of(const ScoredJob& job);
/// "440 points, band 4", in a scheme without points "band 4".
[[nodiscard]] Text points_and_band(const OutcomeView& outcome, bool has_points);
[[nodiscard]] Text points_and_band(const ScoredJob& job);
[[nodiscard]] Text person_text(const PersonView& person);
[[nodiscard]] std::string_view rule_in_words(panel::LevelRule rule);
/// The coefficients as a table, and what they can and cannot say.
void add_agreement_blocks(Document& document, const panel::Agreement& agreement);

/// "3 go up, 1 goes down, 12 stay"; "all 16 stay" when none moves. Bands left and entered, and jobs in no band both times, are
/// said where there are any.
[[nodiscard]] Text moves_text(const model::BandMoves& moves);
/// "up", "out of every band", "into a band from none".
[[nodiscard]] std::string_view move_text(model::BandMove move);
/// "changes" for one, "change" for others.
[[nodiscard]] std::string_view verb(std::size_t n, std::string_view one, std::string_view more);

}  // namespace je::report
