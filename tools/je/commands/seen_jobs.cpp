// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/seen_jobs.hpp"

#include <fmt/format.h>

#include "exit_status.hpp"
#include "je/report/public_view.hpp"

namespace je::tool {

void refuse_panel_view(std::string_view command) {
    throw UsageError{
        {.id = "JE-U65",
         .message = fmt::format("je {} shows the totals of all jobs, which the view of a sitting panel masks", command),
         .expected = "--audience appellant, union or public, or none",
         .fix = "use je compare --audience panel, which shows a panel the levels of other jobs without their totals"}};
}

bool is_left_out(const FoundJob& found, report::Audience audience) {
    return report::hides_texts(audience) && report::has_single_holder(found.posts());
}

void note_left_out(std::size_t jobs, base::Diagnostics& said) {
    if (jobs == 0) return;
    said.note(
        {.id = "JE-U66",
         .message = fmt::format("{} left out of the public view: {} a single post-holder",
                                jobs == 1 ? "one job is" : fmt::format("{} jobs are", jobs), jobs == 1 ? "it has" : "each has"),
         .fix = "use another --audience for those who may see them"});
}

}  // namespace je::tool
