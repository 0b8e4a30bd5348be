// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "io/yaml_mended.hpp"
#include "io/yaml_tree.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// Reads `text` as one YAML document whose top is a map. Reports what no file may have: bytes that are not UTF-8, control
/// characters, faulty YAML, anchors, aliases, tags, merge keys, repeated keys, a second document, more than the limits allow.
/// Nothing comes back when the text cannot be understood; after other mistakes the tree comes back all the same, so that those
/// in its content can be reported too. `mended`, where given, is read in place of the text, and must outlive the tree.
[[nodiscard]] std::optional<YamlTree> parse_yaml(const base::SourceTextPtr& text, const Limits& limits,
                                                 base::Diagnostics& diagnostics, const MendedText* mended = nullptr);

}  // namespace je::io
