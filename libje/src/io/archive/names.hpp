// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace je::io {

/// Whether a name stays within the folder that it is taken from, on any system: no drive or root, no '..' or '.', no backslash
/// or colon, no control character, nothing empty.
[[nodiscard]] bool stays_within(std::string_view name);

/// A name that any system can give to a file, with '_' for what some cannot: what is not UTF-8, control characters and
/// `\ : < > " | ? *`, a dot or blank at the end of a part, and the parts that Windows takes for devices ("con", "nul.yaml").
/// Parts '.' and '..' stay as they are.
[[nodiscard]] std::string portable_name(std::string_view name);

}  // namespace je::io
