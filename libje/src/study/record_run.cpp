// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/record_run.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"

namespace je::study {

bool RecordRun::leaves_out(bool single_holder, bool holders_known) {
    if (options_.audience != report::Audience::public_view) return false;
    if (single_holder) {
        ++left_out_.single_holder;
        diagnostics_.note(
            {.id = "JE-P22",
             .message = fmt::format("{} is left out of the public view: its job has a single post-holder", kind_.a),
             .fix = "use another --audience for those who may see it"});
    } else if (!holders_known && !options_.several_holders) {
        ++left_out_.holders_not_known;
        return true;
    }
    return single_holder;
}

void RecordRun::leave_out(const LoadedPanel& panel) {
    inputs_.leave_out(panel.panel->at().source);
    for (const base::SourceTextPtr& text : panel.questionnaires) inputs_.leave_out(text);
}

const report::LeftOutRecords& RecordRun::tell_left_out() {
    const std::size_t count = left_out_.holders_not_known;
    const bool single = count == 1;
    if (count > 0)
        diagnostics_.warning(
            {.id = "JE-P24",
             .message = fmt::format("{} {} left out of the public view: it is not known whether a single person holds {}",
                                    base::counted(count, kind_.one, std::string{kind_.one} + "s"), single ? "is" : "are",
                                    single ? "its job" : "their jobs"),
             .expected = "the questionnaire of each job, with the holders of its posts",
             .fix = "give --records FOLDER with the questionnaires and state 'holders' in their posts, or give "
                    "--holders-known-to-be-several if several people are known to hold each of these jobs"});
    return left_out_;
}

}  // namespace je::study
