// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/appeal_result.hpp"

namespace je::report {

// Parts of the document about appeals.

/// One line an appeal, where there are several.
void add_chain(Document& document, const AppealsResult& result);
/// "level 4, as claimed", "stays at level 3"; nothing for a ground about no factor.
[[nodiscard]] std::optional<std::string> result_in_words(const GroundView& ground);
/// The smallest changes that reach the band claimed, and those that would lose the present one.
void add_what_it_takes(Document& document, const AppealResult& result);

}  // namespace je::report
