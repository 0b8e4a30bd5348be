// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "je/model/scheme.hpp"

namespace je::tool {

/// A `je-job/1` to fill in under `scheme`: a valid questionnaire that states no level, with the scheme's definitions and level
/// summaries as comments. Whatever the scheme's texts hold, they stay comments. `id` must be a code.
[[nodiscard]] std::string new_job_text(const model::Scheme& scheme, std::string_view id, std::string_view title);

/// The headings of a sheet of jobs as CSV: every factor of `scheme`, and every fact its rules use. No row, since one that is
/// only an example would be scored with the others.
[[nodiscard]] std::string new_jobs_text(const model::Scheme& scheme);

/// A `je-bands/1` to fill in for `scheme`: one band over all its totals.
[[nodiscard]] std::string new_bands_text_for(const model::Scheme& scheme);

}  // namespace je::tool
