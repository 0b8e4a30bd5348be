// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/report/explain_result.hpp"

namespace je::report {

// Parts of the explanation for people; explain_document() puts them one after another.
void add_factor_sections(Document& document, const ExplainResult& result);
/// How answers give a factor's level, and why not another.
void add_question_rows(Facts& facts, const FactorTrace& trace);
/// What to ask next of an incomplete job.
void add_ask_next_section(Document& document, const ExplainResult& result);
void add_gaps_section(Document& document, const ExplainResult& result);
void add_changes_section(Document& document, const ExplainResult& result);

/// `text` without its full stop, to go on after it.
[[nodiscard]] std::string without_stop(std::string_view text);
/// The title with the id after it; the id alone where there is no title.
[[nodiscard]] Text job_name(const ExplainResult& job);
/// "band 3", "no band".
[[nodiscard]] Band band_or_none(const base::OrNone<BandTrace>& band);
/// Its total or the range of it; that it is masked.
[[nodiscard]] ValueOrRange total_of(const ExplainResult& job);
/// On a ladder of bands, with the band that a rule of the scheme puts it into.
[[nodiscard]] Figure::Mark total_mark(const ExplainResult& job);
/// The changes of a set: "Knowledge 4 -> 5 (+20), Effort 2 -> 1 (-10)", in a scheme without points "Knowledge 4 -> 5".
[[nodiscard]] Text changes_text(const ChangeSetView& set, bool has_points = true);
/// ", of which +8 through Problem solving"; empty where nothing that depends on the factor moves.
[[nodiscard]] Text via_text(const std::vector<ViaView>& all);
/// What facts would give the level that a factor changes to: "; 6 or more people (vlo.yaml:14)"; empty where no rows derive it.
[[nodiscard]] Text rows_text(const ChangeView& change);
/// " (vlo.yaml:14)"; empty when the place is not known.
[[nodiscard]] Text place(std::string_view at);
/// "knowledge" as the scheme names it: "Knowledge".
[[nodiscard]] const std::string& name_of_factor(const ExplainResult& result, const std::string& id);
/// Which band table was used, its dates and place.
[[nodiscard]] Text bands_text(const ExplainResult& result);
[[nodiscard]] Text convention_text(const ConventionView& rule);
/// "Knowledge, jdq section 3.1: who disputes it".
[[nodiscard]] Text gap_text(const ExplainResult& result, const EvidenceGap& gap);
/// Document, version, date, section and quote in one sentence.
[[nodiscard]] Text evidence_text(const EvidenceView& evidence);

// How reports word sets of level changes.
/// "Fewest level steps to a higher band: 1. Fewest level steps that lose band 3: 5. "; empty when nothing moves the band.
[[nodiscard]] Text fewest_steps(const ExplainResult& result);
/// "yes" where each factor moves by a single level, else empty.
[[nodiscard]] Content one_step_cell(const ChangeSetView& set);
/// "The first 10 of 146 smallest sets follow; --changes shows more. 3 of the 146 take one step a factor only."
[[nodiscard]] Text shown_text(const ChangeSetsView& sets);
/// Whether an appeal may lower the result, as the scheme has it, in a sentence.
[[nodiscard]] Text lowering_text(const std::optional<LoweringView>& lowering);

}  // namespace je::report
