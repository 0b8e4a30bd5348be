// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "jobs.hpp"

namespace je::tool {

// Which jobs the readers of a result may see, for commands that show the totals of all jobs.

/// The totals of many jobs are what a sitting panel is not to be led by. Throws UsageError (JE-U65).
[[noreturn]] void refuse_panel_view(std::string_view command);
/// Not to be shown to the public: a job with one post-holder.
[[nodiscard]] bool is_left_out(const FoundJob& found, report::Audience audience);
/// How many jobs were left out of the public view for that (JE-U66); nothing is said of none.
void note_left_out(std::size_t jobs, base::Diagnostics& said);

}  // namespace je::tool
