// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "je/report/panel_result.hpp"
#include "render/json_writer.hpp"

namespace je::render {

// Pieces that results on panels and on appeals share. Each writes fields of the object that is open.
void write_levels(JsonWriter& json, const std::vector<std::pair<std::string, std::string>>& levels);
void write_cited(JsonWriter& json, const std::vector<report::CitedView>& evidence);
void write_dissent(JsonWriter& json, const std::vector<report::DissentView>& dissents);
void write_findings(JsonWriter& json, const std::vector<panel::Finding>& findings);
void write_outcome(JsonWriter& json, const report::OutcomeView& outcome);
/// "total", "band" and margins; or the range of an incomplete outcome.
void write_scored(JsonWriter& json, const report::ScoredJob& job);
void write_agreement(JsonWriter& json, const panel::Agreement& agreement);
/// All fields of one panel.
void write_panel(JsonWriter& json, const report::PanelResult& panel);

}  // namespace je::render
