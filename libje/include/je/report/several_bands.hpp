// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/common.hpp"

namespace je::report {

/// How far a total is from both ends of a band that holds it.
struct HeldBand {
    std::string band;
    base::Decimal above_floor{};
    std::optional<base::Decimal> below_top{};  // nothing: the band has no top
};

/// Which of several bands a record chose, and why.
struct ChoiceView {
    std::string band;
    std::string reason;
    std::vector<EvidenceView> evidence{};
    std::string decided_by{};  // empty: the record does not say
    std::optional<base::Date> date{};
    bool by_panel = false;  // else by the questionnaire
    bool counts = false;    // it settles the band: several hold the total, and this one is among them
    std::string at{};
};

/// The bands that a job may be in where these are more than two ends of a range: in a table that overlaps, and where rules give
/// bands.
struct SeveralBands {
    std::vector<std::string> bands{};    // lowest first
    std::vector<HeldBand> holds{};       // those that hold a known total, by points
    std::optional<std::string> open{};   // why a complete job has no one band; nothing: it has, or is in none
    std::optional<ChoiceView> choice{};  // as recorded, also where it settles nothing
    bool none = false;                   // it may be in none beside these
    // Of an incomplete job whose levels questions give; false: there may be too many bands, and the range of totals be too
    // wide.
    std::optional<bool> exact{};
    std::optional<std::string> rule{};  // id of the rule that gave a complete job its band, in a scheme without points

    [[nodiscard]] bool any() const { return !bands.empty() || !holds.empty() || choice || none || exact; }
    /// The choice, where it settles the band.
    [[nodiscard]] const ChoiceView* chosen() const { return choice && choice->counts ? &*choice : nullptr; }
};

/// Puts what a score says of several bands into `out`, which may have been used before. `job` is the questionnaire, null where
/// it is not at hand.
void fill_several(SeveralBands& out, const model::BandTable& table, const model::Answers& answers, const scoring::Score& score,
                  const model::Job* job);

/// Takes out who decided, for audiences that people are hidden from.
void hide_people(SeveralBands& several);

/// The bands that a job may be in; nothing, last, where it may be in none.
[[nodiscard]] std::vector<std::optional<std::string>> bands_or_none(const SeveralBands& several);
/// "L1 or L3": the bands that a job may be in.
[[nodiscard]] Text bands_in_words(const SeveralBands& several);
/// "band P2 is chosen by the panel, 2026-02-02: why", without a stop.
[[nodiscard]] Text choice_clause(const ChoiceView& choice);
/// What was chosen, or that nothing is, in a sentence; empty where there is nothing to choose.
[[nodiscard]] Text choice_in_words(const SeveralBands& several);
/// What chances mean where bands overlap.
inline constexpr std::string_view overlapping_chances =
    "Where bands overlap, the chance of a band is that it holds the total; together they may be more than the whole.";

/// The bands that hold the total, with the distances to their ends.
[[nodiscard]] Table holding_table(const SeveralBands& several);

}  // namespace je::report
