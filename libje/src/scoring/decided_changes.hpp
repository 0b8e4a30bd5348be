// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/scoring/level_changes.hpp"

namespace je::scoring {

/// `smallest_changes` where rules give bands: none of what makes points quick to search holds, and none is needed, since rules
/// tell few combinations apart. Each set goes all up or all down; where rules fall as levels rise, a set that goes up may lower
/// the band, and is among those of Direction::lower. Direction::raise_and_lose has none.
[[nodiscard]] FoundChanges decided_changes(const model::Scheme& scheme, const model::BandTable& table,
                                           const model::Answers& answers, const Score& score, Direction direction,
                                           const ChangeOptions& options);

}  // namespace je::scoring
