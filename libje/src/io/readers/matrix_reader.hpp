// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "io/yaml/map_reader.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

/// How points that a weight gives are rounded.
[[nodiscard]] std::optional<model::SchemeDraft::RoundingDraft> rounding_of(const YamlContext& context, const YamlNode& node,
                                                                           std::string_view key);
/// How points that are a percentage are rounded: to a series by name, or a number.
[[nodiscard]] std::optional<model::SchemeDraft::RoundingDraft> dependent_rounding_of(const YamlContext& context,
                                                                                     const YamlNode& node,
                                                                                     std::string_view key);

[[nodiscard]] model::SchemeDraft::Matrix matrix_of(const YamlContext& context, const YamlNode& node);

}  // namespace je::io
