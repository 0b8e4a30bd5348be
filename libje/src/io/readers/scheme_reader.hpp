// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml/values.hpp"
#include "je/model/band_table.hpp"
#include "je/model/scheme_draft.hpp"
#include "model/scheme/rule_lists.hpp"

namespace je::io {

// What schemes and band files share: one entry of `sources`, `bands` and `pay`.
[[nodiscard]] model::SchemeDraft::Source source_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::BandTableDraft band_table_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::PayTableDraft pay_table_of(const YamlContext& context, const YamlNode& node);

[[nodiscard]] model::SchemeDraft::Fact fact_of(const YamlContext& context, const YamlNode& node);
/// One entry of a list of rules.
[[nodiscard]] model::SchemeDraft::Rule rule_of(const YamlContext& context, const YamlNode& node, const model::RuleList& list);
/// One entry of `panel` or `appeal`.
[[nodiscard]] model::ProcessRuleDraft process_rule_of(const YamlContext& context, const YamlNode& node);

}  // namespace je::io
