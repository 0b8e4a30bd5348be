// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/batch_result.hpp"

namespace je::render {

/// `je-batch/1`, whose keys tools/je/commands/batch.md lists. Key order fixed, one line feed at the end.
[[nodiscard]] std::string json(const report::BatchResult& result);

}  // namespace je::render
