// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/common.hpp"
#include "options.hpp"

namespace je::tool {

/// This program's version, the arguments that made the result (left out for an audience that sees no names of files), and the
/// time in UTC when --stamp asks for it.
[[nodiscard]] report::ToolInfo tool_info(const CommonOptions& options);

}  // namespace je::tool
