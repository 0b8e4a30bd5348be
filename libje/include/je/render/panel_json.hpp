// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/panel_result.hpp"

namespace je::render {

/// `je-panel-result/1` for one panel, `je-panels-result/1` for several, whose keys tools/je/commands/panel.md lists. Key order
/// fixed, numbers as numbers, what cannot be computed `null` with a reason, one line feed at the end.
[[nodiscard]] std::string json(const report::PanelsResult& result);

}  // namespace je::render
