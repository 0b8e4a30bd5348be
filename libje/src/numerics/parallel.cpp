// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/parallel.hpp"

#include <algorithm>

#include "numerics/workers.hpp"

namespace je::numerics {

void for_ranges(std::size_t n, std::size_t threads, const std::function<void(std::size_t first, std::size_t last)>& work) {
    constexpr std::size_t at_once = 64;
    const std::size_t tasks = (n + at_once - 1) / at_once;
    for_each_task(tasks < 2 ? 1 : threads_for(threads), tasks,
                  [&](std::size_t task) { work(task * at_once, std::min(n, (task + 1) * at_once)); });
}

}  // namespace je::numerics
