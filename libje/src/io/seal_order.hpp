// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace je::io {

/// Which of `numbers` (each different) stand out of order, as positions, told in the fewest words: those that must be taken out
/// for the rest to rise, or, when that is hardly more, all that stand where another belongs. So of 1 3 2 4 both 3 and 2 are
/// named, and of 2 3 4 5 1 only 1.
[[nodiscard]] std::vector<std::size_t> out_of_place(std::span<const std::uint64_t> numbers);

}  // namespace je::io
