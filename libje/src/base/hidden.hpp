// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace je::base {

/// Whether a character shows nothing, or only moves what others show. Blanks and controls (C0, C1) are not meant.
[[nodiscard]] bool is_hidden(std::uint32_t code);

}  // namespace je::base
