// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/number_text.hpp"

#include <array>
#include <charconv>

namespace je::numerics {

std::string shown(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

std::string not_on_scale(double rating) { return "a rating of " + shown(rating) + " is not on the scale"; }

}  // namespace je::numerics
