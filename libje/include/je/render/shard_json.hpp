// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/sensitivity_shard.hpp"

namespace je::render {

/// `je-sensitivity-shard/1`; the keys are listed in tools/je/commands/merge.md. Each list of counts is one text of whole
/// numbers with a space between them. One line feed at the end.
[[nodiscard]] std::string json(const report::SensitivityShard& shard);

}  // namespace je::render
