// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/parallel.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace je::numerics {

std::size_t threads_for(std::size_t asked) {
    constexpr std::size_t most = 1024;
    if (asked != 0) return std::min(asked, most);
    return static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

void for_each_task(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& work) {
    if (threads <= 1 || count <= 1) {
        for (std::size_t task = 0; task < count; ++task) work(task);
        return;
    }
    tbb::task_arena arena{static_cast<int>(threads)};
    arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>{0, count, 1},
            [&](const tbb::blocked_range<std::size_t>& tasks) {
                for (std::size_t task = tasks.begin(); task != tasks.end(); ++task) work(task);
            },
            tbb::simple_partitioner{});
    });
}

void for_ranges(std::size_t n, std::size_t threads, const std::function<void(std::size_t first, std::size_t last)>& work) {
    constexpr std::size_t at_once = 64;
    const std::size_t tasks = (n + at_once - 1) / at_once;
    for_each_task(tasks < 2 ? 1 : threads_for(threads), tasks,
                  [&](std::size_t task) { work(task * at_once, std::min(n, (task + 1) * at_once)); });
}

}  // namespace je::numerics
