// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml/values.hpp"
#include "je/model/scheme_draft.hpp"
#include "model/scheme/rule_lists.hpp"

namespace je::io {

/// A fact that a scheme declares.
[[nodiscard]] model::SchemeDraft::Fact fact_of(const YamlContext& context, const YamlNode& node);
/// A test of a factor or a fact, or how many of several conditions hold.
[[nodiscard]] model::ConditionDraft condition_of(const YamlContext& context, const YamlNode& node);
/// An entry of one of the scheme's lists of rules.
[[nodiscard]] model::SchemeDraft::Rule rule_of(const YamlContext& context, const YamlNode& node, const model::RuleList& list);

}  // namespace je::io
