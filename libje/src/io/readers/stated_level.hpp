// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "io/yaml/values.hpp"
#include "je/model/level_options.hpp"

namespace je::io {

/// A level as records and worked examples state it: its code, or a map of the level and its options.
[[nodiscard]] std::optional<model::StatedText> read_level(const YamlContext& context, const YamlNode& node,
                                                          std::string_view key);

}  // namespace je::io
