// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::tool {

/// A `je-panel/1` to fill in under `scheme`: the rules the scheme states, placeholders for the people and the day, and every
/// factor without a level. With `job`, which may be null, its id and version, and the questionnaire's evidence beside each
/// factor as comments; never its levels, since the panel gives its own. `id` must be a code.
[[nodiscard]] std::string new_panel_text(const model::Scheme& scheme, const model::Job* job, std::string_view id);

}  // namespace je::tool
