// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace je::base {

/// A gap of a pattern: "{}" is for the next part, "{2}" for the third, since a language may have another order.
struct Gap {
    std::size_t at;      // where it begins
    std::size_t length;  // of the gap as it is written
    std::optional<std::size_t> part{};
};
/// The first gap of `pattern`; nothing where there is none.
[[nodiscard]] std::optional<Gap> first_gap(std::string_view pattern);

/// Walks through a pattern: calls `words(text)` for what stands between gaps, and `part(i)` for each gap. Gives how many gaps
/// there are.
template <class UseWords, class UsePart>
std::size_t each_piece(std::string_view pattern, const UseWords& words, const UsePart& part) {
    std::size_t gaps = 0;
    for (auto gap = first_gap(pattern); gap; gap = first_gap(pattern)) {
        if (gap->at > 0) words(pattern.substr(0, gap->at));
        part(gap->part.value_or(gaps));
        ++gaps;
        pattern.remove_prefix(gap->at + gap->length);
    }
    if (!pattern.empty()) words(pattern);
    return gaps;
}

/// The pattern with the parts in its gaps.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> parts);

}  // namespace je::base
