// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/report/explain_result.hpp"

namespace je::report {

// Parts of the explanation for people; explain_document() puts them one after another.
void add_factor_sections(Document& document, const ExplainResult& result);
void add_gaps_section(Document& document, const ExplainResult& result);
void add_changes_section(Document& document, const ExplainResult& result);

/// `text` without its full stop, to go on after it.
[[nodiscard]] std::string_view without_stop(std::string_view text);
/// "+13", "-13", "0".
[[nodiscard]] std::string signed_text(base::Decimal points);
/// The title with the id after it; the id alone where there is no title.
[[nodiscard]] std::string job_name(const ExplainResult& job);
/// A row for each file that went into a result, with its checksum.
void add_files(Facts& facts, const std::vector<InputFile>& files);
/// "13 points", "1 point".
[[nodiscard]] std::string points_text(base::Decimal points);
/// The changes of a set: "Knowledge 4 -> 5 (+20), Effort 2 -> 1 (-10)".
[[nodiscard]] std::string changes_text(const ChangeSetView& set);
/// " (vlo.yaml:14)"; empty when the place is not known.
[[nodiscard]] std::string place(std::string_view at);
/// "knowledge" as the scheme names it: "Knowledge".
[[nodiscard]] const std::string& name_of_factor(const ExplainResult& result, const std::string& id);
/// Which band table was used, its dates and place.
[[nodiscard]] std::string bands_text(const ExplainResult& result);
[[nodiscard]] std::string convention_text(const ConventionView& rule);
/// What a view says in place of whether anything is disputed, where it does not tell.
inline constexpr std::string_view disputes_left_out = "what is disputed is left out of the public view";
/// "Knowledge, jdq section 3.1: who disputes it".
[[nodiscard]] std::string gap_text(const ExplainResult& result, const EvidenceGap& gap);
/// Document, version, date, section and quote in one sentence.
[[nodiscard]] std::string evidence_text(const EvidenceView& evidence);

}  // namespace je::report
