// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

/// The rules of a scheme's `panel` or `appeal` list, checked; those with mistakes are reported.
[[nodiscard]] std::vector<ProcessRule> make_process_rules(const std::vector<ProcessRuleDraft>& drafts, bool of_panel,
                                                          const Names& sources, base::Diagnostics& diagnostics);

}  // namespace je::model
