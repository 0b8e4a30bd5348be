// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace je::numerics {

/// Calls `work` with ranges that together are 0 to n - 1, each once, on up to `threads` threads (0: as many as the machine
/// has). `work` may be called from several threads at once; what it throws first comes out of here.
///
///     std::vector<double> roots(values.size());
///     for_ranges(values.size(), threads, [&](std::size_t first, std::size_t last) {
///         for (std::size_t i = first; i < last; ++i) roots[i] = std::sqrt(values[i]);
///     });
void for_ranges(std::size_t n, std::size_t threads, const std::function<void(std::size_t first, std::size_t last)>& work);

/// The number of threads to use when `asked` for (0: as many as the machine has).
[[nodiscard]] std::size_t threads_for(std::size_t asked);

/// Calls work(0), ..., work(count - 1) on up to this many threads, each once, in any order; on the calling thread alone when it
/// is 1. The first exception is thrown again.
void for_each_task(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace je::numerics
