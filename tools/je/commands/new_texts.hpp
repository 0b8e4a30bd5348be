// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je::tool {

// Files to start from that depend on nothing: each is valid as it stands, and the three belong together.

/// A `je-scheme/1` with three factors and four bands, and every other section as a comment.
[[nodiscard]] std::string_view new_scheme_text();
/// A `je-bands/1` for that scheme.
[[nodiscard]] std::string_view new_bands_text();
/// A `je-test/1` that holds for that scheme.
[[nodiscard]] std::string_view new_test_text();

}  // namespace je::tool
