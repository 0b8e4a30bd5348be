// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/appeal_result.hpp"

namespace je::render {

/// `je-appeal-result/1` for one appeal, `je-appeals-result/1` for several, whose keys tools/je/commands/appeal.md lists. Key
/// order fixed, numbers as numbers, one line feed at the end.
[[nodiscard]] std::string json(const report::AppealsResult& result);

}  // namespace je::render
