// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml_values.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

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
