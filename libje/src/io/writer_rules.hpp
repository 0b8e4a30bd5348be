// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/writer_fields.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

// The fields of one entry of each list of rules in a scheme.
[[nodiscard]] YamlFields fields_of_fact(const model::SchemeDraft::Fact& fact);
[[nodiscard]] YamlFields fields_of_derivation(const model::SchemeDraft::Derivation& derivation);
[[nodiscard]] YamlFields fields_of_modifier(const model::SchemeDraft::Modifier& modifier);
[[nodiscard]] YamlFields fields_of_constraint(const model::SchemeDraft::Constraint& constraint);
[[nodiscard]] YamlFields fields_of_band_rule(const model::SchemeDraft::BandRule& rule);
[[nodiscard]] YamlFields fields_of_convention(const model::SchemeDraft::Convention& convention);
[[nodiscard]] YamlFields fields_of_process_rule(const model::ProcessRuleDraft& rule);

}  // namespace je::io
