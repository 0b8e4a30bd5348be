// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace je::numerics {

/// The shortest text that reads back as the number: "4", "2.5". The same in every locale.
[[nodiscard]] std::string shown(double value);

/// Why a rating cannot be used: "a rating of 7 is not on the scale".
[[nodiscard]] std::string not_on_scale(double rating);

}  // namespace je::numerics
