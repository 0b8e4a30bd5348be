// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/compare_result.hpp"

namespace je::render {

/// `je-compare/1`, whose keys tools/je/commands/compare.md lists. Key order fixed, numbers as numbers, one line feed at the
/// end.
[[nodiscard]] std::string json(const report::CompareResult& result);

}  // namespace je::render
