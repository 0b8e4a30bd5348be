// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/fact.hpp"

namespace je::scoring {

/// The lowest number that the fact and the lower bounds of all tests allow; what they allow above it is not looked at.
[[nodiscard]] base::WideDecimal lowest_number(const model::FactDefinition& fact,
                                              const std::vector<const model::FactTest*>& tests);
/// Whether one value that the fact may have passes all tests.
[[nodiscard]] bool share_a_value(const model::FactDefinition& fact, const std::vector<const model::FactTest*>& tests);

}  // namespace je::scoring
