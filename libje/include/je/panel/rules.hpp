// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/panel/case.hpp"

namespace je::panel {

enum class Verdict { pass, warn, fail };
[[nodiscard]] std::string_view to_text(Verdict verdict);

/// What came of one rule, with the people and numbers it rests on.
struct Finding {
    std::string rule;  // id
    Verdict verdict = Verdict::pass;
    std::string message;
    std::string summary;  // of the rule, as the scheme words it
    std::string source;   // id of the scheme's source
};

/// The breach of a rule as the scheme weighs it.
[[nodiscard]] Verdict breach_of(const model::ProcessRule& rule);

/// Each rule of the scheme's `panel` list held against the record, in the scheme's order. Nothing is supplied that the scheme
/// does not state.
[[nodiscard]] std::vector<Finding> check_panel(const PanelCase& panel_case, const Names& names);

/// What a scheme of this kind may state and this one does not, in words ("the size of a panel").
[[nodiscard]] std::vector<std::string> panel_rules_not_set(const model::Scheme& scheme);

}  // namespace je::panel
