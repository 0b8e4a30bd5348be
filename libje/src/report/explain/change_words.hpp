// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "je/report/explain_result.hpp"

namespace je::report {

// How reports word sets of level changes.

/// "yes" where each factor moves by a single level, else empty.
[[nodiscard]] Content one_step_cell(const ChangeSetView& set);
/// "The first 10 of 146 smallest sets follow; --changes shows more. 3 of the 146 take one step a factor only."
[[nodiscard]] Text shown_text(const ChangeSetsView& sets);
/// Whether an appeal may lower the result, as the scheme has it, in a sentence.
[[nodiscard]] Text lowering_text(const std::optional<LoweringView>& lowering);

}  // namespace je::report
