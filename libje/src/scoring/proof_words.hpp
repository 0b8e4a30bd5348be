// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// "'a', 'b' and 'c'", or after eight words "'a', ... and 5 more".
[[nodiscard]] std::string listed(std::span<const std::string> words);

/// "knowledge 3, effort 1": every factor with its level.
[[nodiscard]] std::string combination_text(const model::Scheme& scheme, std::span<const model::LevelIndex> levels);

}  // namespace je::scoring
