// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml_tree.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// Reports each key of `map` that was given before, with both places. Takes n log n steps for n keys.
void report_repeated_keys(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics);

}  // namespace je::io
