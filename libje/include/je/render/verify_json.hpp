// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/verify_result.hpp"

namespace je::render {

/// `je-verify/1`, whose keys tools/je/commands/verify.md lists. Key order fixed, one line feed at the end.
[[nodiscard]] std::string json(const report::VerifyResult& result);

}  // namespace je::render
