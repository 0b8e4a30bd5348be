// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "je/model/panel.hpp"
#include "je/model/scheme.hpp"

namespace je::tool {

/// A `je-appeal/1` to fill in against the outcome of `panel`, which was held under `scheme`: the rules the scheme states, the
/// events its time limits refer to, and a ground for each factor as a comment with what the panel recorded - first the factors
/// on which people differed or no reason is recorded. No level is claimed and no argument suggested. `id` must be a code.
[[nodiscard]] std::string new_appeal_text(const model::Scheme& scheme, const model::Panel& panel, std::string_view id);

}  // namespace je::tool
