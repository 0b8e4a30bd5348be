// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "je/model/panel.hpp"

namespace je::panel {

/// The individual levels that `voters` recorded for one factor, in their order.
[[nodiscard]] std::vector<model::LevelIndex> levels_given(const model::PanelFactor& factor,
                                                          std::span<const model::PanellistIndex> voters);

}  // namespace je::panel
