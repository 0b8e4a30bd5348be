// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "je/study/sensitivity.hpp"
#include "options.hpp"
#include "output.hpp"

namespace je::tool {

/// Writes the jobs of a sensitivity result in one format as they come.
[[nodiscard]] std::unique_ptr<study::SensitivityReceiver> make_sensitivity_sink(Format format, Output& output,
                                                                                std::size_t width);

}  // namespace je::tool
