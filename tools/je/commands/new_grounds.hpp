// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/model/panel.hpp"
#include "je/model/scheme.hpp"

namespace je::tool {

/// The `grounds` of a new appeal: one that says nothing yet, of a kind the scheme accepts, and one for each factor as a comment
/// with what the panel recorded about it. Factors on which people gave different levels, somebody dissented, or no level or no
/// reason is recorded come first; each group is in the scheme's order.
[[nodiscard]] std::string new_grounds_text(const model::Scheme& scheme, const model::Panel& panel);

}  // namespace je::tool
