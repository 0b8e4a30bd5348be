// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace je::io {

/// Asks the system to hold memory that is not yet written to in large pages: tens of millions of bytes are then had, and looked
/// up here and there, several times as fast. Only advice: nothing else changes, and systems without such pages do nothing.
void prefer_large_pages(const void* begin, std::size_t bytes);

}  // namespace je::io
