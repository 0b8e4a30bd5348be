// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace je::numerics {

/// Throws std::invalid_argument, naming `what`, when a value is not a number or exceeds 1e150 in size.
void require_moderate(std::span<const double> values, const char* what);
/// The same, and when a value is below the one before it.
void require_ascending(std::span<const double> values, const char* what);

}  // namespace je::numerics
