// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace je::numerics {

void require_level(double level) {
    if (!(level > 0 && level < 1)) throw std::invalid_argument("a confidence level lies between 0 and 1");
}

void require_matching(std::span<const double> a, std::span<const double> b) {
    const auto finite = [](double value) { return std::isfinite(value); };
    if (a.size() != b.size()) throw std::invalid_argument("numbers to be paired are not equally many");
    if (!std::all_of(a.begin(), a.end(), finite) || !std::all_of(b.begin(), b.end(), finite)) {
        throw std::invalid_argument("a number is not finite");
    }
}

void require_moderate(std::span<const double> values, const char* what) {
    std::size_t wrong = 0;  // counted without leaving the loop: that is quicker for the long lists it is for
    for (const double value : values) wrong += std::abs(value) <= 1e150 ? 0U : 1U;
    if (wrong > 0) throw std::invalid_argument(fmt::format("{} must be numbers of at most 1e150 in size", what));
}

void require_ascending(std::span<const double> values, const char* what) {
    require_moderate(values, what);
    if (!std::is_sorted(values.begin(), values.end())) throw std::invalid_argument(fmt::format("{} must ascend", what));
}

std::string shown(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

std::string not_on_scale(double rating) { return "a rating of " + shown(rating) + " is not on the scale"; }

}  // namespace je::numerics

namespace je::numerics::reasons {

std::optional<std::string> too_few(const CompleteRows& ratings) {
    if (ratings.raters < 2) return "there are fewer than two raters";
    if (ratings.rows.size() < 2) return "fewer than two units were rated by everyone";
    return std::nullopt;
}

}  // namespace je::numerics::reasons
