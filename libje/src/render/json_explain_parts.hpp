// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/report/explain_result.hpp"
#include "render/json_writer.hpp"

namespace je::render {

// Pieces that `je-explain/1` and `je-compare/1` share.

/// "id" to "to_next": the keys a job has in `je-score/1`, and where the questionnaire is.
void write_job_head(JsonWriter& json, const report::ExplainResult& job);
void write_evidence(JsonWriter& json, const std::vector<report::EvidenceView>& evidence);
void write_rule(JsonWriter& json, const report::RuleView& rule);
void write_gaps(JsonWriter& json, std::string_view key, const std::vector<report::EvidenceGap>& gaps);

/// `"disputed_evidence"`: null where the view leaves it out.
void write_disputes(JsonWriter& json, const report::RecordGaps& gaps);

/// The smallest sets of level changes that move the band, one a line.
void write_sets(JsonWriter& json, std::string_view key, const std::vector<report::ChangeSetView>& sets);
/// The same under `key`, with how many there are under `key`_found and `key`_one_step_each.
void write_changes(JsonWriter& json, std::string_view key, const report::ChangeSetsView& sets);
/// Whether the scheme lets an appeal lower the result: null where it does not say.
void write_lowering(JsonWriter& json, const std::optional<report::LoweringView>& lowering);

}  // namespace je::render
