// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/appeal/case.hpp"
#include "je/panel/rules.hpp"

namespace je::appeal {

/// Each rule of the scheme's `appeal` list but time limits held against the appeal, in the scheme's order. Rules about the
/// re-panel are left out until it has sat (`rules_waiting`).
[[nodiscard]] std::vector<panel::Finding> check_appeal(const AppealCase& appeal_case, const panel::Names& repanel_names);
/// Ids of the rules that wait for the re-panel.
[[nodiscard]] std::vector<std::string> rules_waiting(const AppealCase& appeal_case);
/// What a scheme may state about appeals and this one does not, in words.
[[nodiscard]] std::vector<std::string> appeal_rules_not_set(const model::Scheme& scheme);

}  // namespace je::appeal
