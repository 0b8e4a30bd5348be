// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/report/diff_result.hpp"

namespace je::report {

// Parts of what changed between two versions of a questionnaire.

/// What both versions say of a factor, beside its level.
void diff_records(FactorDiff& out, const DiffSide& before, const DiffSide& after, model::FactorIndex factor);
/// The facts that differ, or what stands beside them.
[[nodiscard]] std::vector<FactDiff> diff_facts(const DiffSide& before, const DiffSide& after);
/// Documents and posts that differ.
[[nodiscard]] std::vector<DocumentDiff> diff_documents(const model::Job& before, const model::Job& after);
[[nodiscard]] std::vector<PostDiff> diff_posts(const model::Job& before, const model::Job& after);
/// What the questionnaires themselves differ in, by the keys of their files.
[[nodiscard]] std::vector<std::string> changed_heads(const model::Job& before, const model::Job& after);

/// Fills in what moves, and the bands that there may be.
void judge(DiffResult& result, const model::Job& before, const model::Job& after);

// For people.

/// Whether the change is material, and where: one sentence, or two.
[[nodiscard]] Text verdict_of(const DiffResult& result);
/// "3 or 4".
[[nodiscard]] Text bands_text(const std::vector<std::optional<std::string>>& bands);
/// Evidence that changed and notes, as rows.
void add_record_rows(Facts& facts, const std::vector<EvidenceDiff>& evidence, const std::vector<NoteDiff>& notes);
/// The sections below the table: by factor, facts, what is open, and the rest of the questionnaires.
void add_factor_diffs(Document& document, const DiffResult& result);
void add_fact_diffs(Document& document, const DiffResult& result);
void add_open_factors(Document& document, const DiffResult& result);
void add_questionnaire_diffs(Document& document, const DiffResult& result);

}  // namespace je::report
