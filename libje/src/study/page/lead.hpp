// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/report/report_result.hpp"
#include "study/page/given.hpp"
#include "study/page/stored.hpp"

namespace je::study {

/// Up to so many jobs are set side by side; more are an organisation, of which none leads unless something chooses it.
inline constexpr std::size_t most_side_by_side = 10;

/// The job that a report is about: the one asked for, else that of the appeals, else that of the panels, else that of a stored
/// explanation or comparison, else the first of a few jobs. Empty: none leads. Records about several jobs are an error
/// (JE-M06), and so is a job asked for that is nowhere among the inputs (JE-M07); nothing is then returned.
[[nodiscard]] std::optional<std::string> leading_job(const std::optional<std::string>& asked, const GivenFiles& given,
                                                     const std::vector<StoredPart>& stored,
                                                     const std::vector<std::string>& jobs, base::Diagnostics& diagnostics);

}  // namespace je::study
