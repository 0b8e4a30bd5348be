// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/reasons.hpp"

namespace je::numerics::reasons {

std::optional<std::string> too_few(const CompleteRows& ratings) {
    if (ratings.raters < 2) return "there are fewer than two raters";
    if (ratings.rows.size() < 2) return "fewer than two units were rated by everyone";
    return std::nullopt;
}

}  // namespace je::numerics::reasons
