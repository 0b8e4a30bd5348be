// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml/values.hpp"
#include "je/model/band_table.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

// What schemes and band files share: one entry of `sources`, `bands` and `pay`.
[[nodiscard]] model::SchemeDraft::Source source_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::BandTableDraft band_table_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::PayTableDraft pay_table_of(const YamlContext& context, const YamlNode& node);

// One entry of each list of rules in a scheme.
[[nodiscard]] model::SchemeDraft::Fact fact_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::SchemeDraft::Derivation derivation_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::SchemeDraft::Modifier modifier_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::SchemeDraft::Constraint constraint_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::SchemeDraft::BandRule band_rule_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::SchemeDraft::Convention convention_of(const YamlContext& context, const YamlNode& node);
/// One entry of `panel` or `appeal`.
[[nodiscard]] model::ProcessRuleDraft process_rule_of(const YamlContext& context, const YamlNode& node);

}  // namespace je::io
