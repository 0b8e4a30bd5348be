// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/left_out_jobs.hpp"

#include <fmt/format.h>

namespace je::study {

Holders holders_of(std::span<const model::Post> posts) {
    std::uint64_t holders = 0;
    bool all_say = !posts.empty();
    for (const model::Post& post : posts) {
        holders += post.holders.value_or(0);
        all_say = all_say && post.holders.has_value();
        if (holders > 1) return Holders::several;
    }
    return all_say ? Holders::one : Holders::not_known;
}

base::Diagnostic no_panel_view(std::string_view command) {
    return {.id = "JE-U65",
            .message = fmt::format("je {} shows the totals of all jobs, which the view of a sitting panel masks", command),
            .expected = "--audience appellant, union or public, or none",
            .fix = "use je compare --audience panel, which shows a panel the levels of other jobs without their totals"};
}

bool LeftOutJobs::leave_out(std::span<const model::Post> posts) {
    if (!report::hides_texts(options_->audience)) return false;
    const auto holders = holders_of(posts);
    if (holders == Holders::one) ++counts_.single_holder;
    const bool not_known = holders == Holders::not_known && !options_->several_holders;
    if (not_known) ++counts_.holders_not_known;
    return holders == Holders::one || not_known;
}

void LeftOutJobs::tell(base::Diagnostics& said) const {
    const auto jobs_are = [](std::size_t jobs) {
        return jobs == 1 ? std::string{"one job is"} : fmt::format("{} jobs are", jobs);
    };
    if (counts_.single_holder > 0)
        said.note({.id = "JE-U66",
                   .message = fmt::format("{} left out of the public view: {} a single post-holder",
                                          jobs_are(counts_.single_holder), counts_.single_holder == 1 ? "it has" : "each has"),
                   .fix = "use another --audience for those who may see them"});
    if (counts_.holders_not_known > 0)
        said.warning(
            {.id = "JE-U94",
             .message = fmt::format("{} left out of the public view: nobody says how many people hold {}",
                                    jobs_are(counts_.holders_not_known), counts_.holders_not_known == 1 ? "it" : "them"),
             .expected = "'holders' in the posts of each questionnaire, or in a column of the CSV file",
             .fix =
                 "state them, or give --holders-known-to-be-several if several people are known to hold each of these jobs"});
}

}  // namespace je::study
