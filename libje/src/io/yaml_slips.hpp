// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml_mended.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// Looks for the usual slips of the pen in a YAML text that could not be read: tabs and odd blanks in the indentation, keys
/// without a colon, dashes that are no hyphens, quotes that do not close or close too early, signs that end a text before its
/// end. Each is reported, and mended in `mended`. Gives how many of them leave no doubt about what was meant.
[[nodiscard]] std::size_t find_slips(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics);

}  // namespace je::io
