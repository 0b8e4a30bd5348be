// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml/map_reader.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

/// Reads the questions of a factor, in file order, and where they start.
void read_questions(const YamlContext& context, const YamlMapReader& map, model::SchemeDraft::Factor& factor);
/// Reads what questions say of a fact - `ask`, `help` - and its choices: a list of codes, or a map from code to text.
void read_asking(const YamlContext& context, const YamlMapReader& map, model::SchemeDraft::Fact& fact);
/// One value, or a list of them.
[[nodiscard]] std::vector<YamlText> one_or_several(const YamlContext& context, const YamlMapReader& map, std::string_view key);

}  // namespace je::io
