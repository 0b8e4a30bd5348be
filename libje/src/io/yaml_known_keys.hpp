// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je::io {

/// Whether some map of some format has the key `word`.
[[nodiscard]] bool is_known_key(std::string_view word);

/// Whether the values of `key` are free text, of which the reader asks nothing.
[[nodiscard]] bool is_text_key(std::string_view key);

}  // namespace je::io
