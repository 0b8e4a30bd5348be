// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/seal_order.hpp"

#include <algorithm>

namespace je::io {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Positions outside one longest rising run of picks (patience sorting).
std::vector<std::size_t> outside_longest_rise(std::span<const std::uint64_t> numbers) {
    std::vector<std::size_t> ends;  // position of the smallest last number of a rise of each length
    std::vector<std::size_t> before(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = std::lower_bound(ends.begin(), ends.end(), numbers[i],
                                          [&](std::size_t at, std::uint64_t number) { return numbers[at] < number; });
        if (end != ends.begin()) before[i] = *(end - 1);
        if (end == ends.end()) {
            ends.push_back(i);
        } else {
            *end = i;
        }
    }
    std::vector<bool> in_rise(numbers.size(), false);
    for (std::size_t at = ends.empty() ? none : ends.back(); at != none; at = before[at]) in_rise[at] = true;
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!in_rise[i]) outside.push_back(i);
    }
    return outside;
}

/// Positions that hold another number than they would in order.
std::vector<std::size_t> displaced(std::span<const std::uint64_t> numbers) {
    std::vector<std::uint64_t> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != sorted[i]) found.push_back(i);
    }
    return found;
}

}  // namespace

std::vector<std::size_t> out_of_place(std::span<const std::uint64_t> numbers) {
    auto fewest = outside_longest_rise(numbers);
    auto all = displaced(numbers);
    return all.size() <= fewest.size() + 1 ? all : fewest;
}

}  // namespace je::io
