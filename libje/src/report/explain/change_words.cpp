// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/change_words.hpp"

#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

Text one_step_count(const ChangeSetsView& sets) {
    if (sets.found == 1)
        return sets.one_step_each == 1 ? "It moves each factor by one level only."
                                       : "It moves a factor by more than one level.";
    if (sets.one_step_each == 0) return "None of them moves each factor by one level only.";
    if (sets.one_step_each == sets.found) return "All of them move each factor by one level only.";
    return say("{} of the {} {} each factor by one level only.", sets.one_step_each, sets.found,
               sets.one_step_each == 1 ? "moves" : "move");
}

Text shown_count(const ChangeSetsView& sets) {
    if (sets.found == 1) return sets.best.empty() ? "There is one smallest set." : "The one smallest set follows.";
    const auto all = counted(sets.found, "smallest set", "smallest sets");
    if (sets.best.size() == sets.found) return say("All {} follow.", all);
    return say("The first {} of {} follow; --changes shows more.", sets.best.size(), all);
}

}  // namespace

Content one_step_cell(const ChangeSetView& set) { return set.one_step_each() ? Content{true} : Content{Nothing{}}; }

Text shown_text(const ChangeSetsView& sets) { return say("{} {}", shown_count(sets), one_step_count(sets)); }

Text lowering_text(const std::optional<LoweringView>& lowering) {
    if (!lowering) return "The scheme does not say whether an appeal may lower the result.";
    return say("The scheme says that an appeal {} lower the result (rule '{}'){}.", lowering->allowed ? "may" : "may not",
               lowering->rule, place(lowering->scheme_at));
}

}  // namespace je::report
