// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/change_words.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

std::string one_step_count(const ChangeSetsView& sets) {
    if (sets.found == 1)
        return sets.one_step_each == 1 ? "It moves each factor by one level only."
                                       : "It moves a factor by more than one level.";
    if (sets.one_step_each == 0) return "None of them moves each factor by one level only.";
    if (sets.one_step_each == sets.found) return "All of them move each factor by one level only.";
    return fmt::format("{} of the {} {} each factor by one level only.", sets.one_step_each, sets.found,
                       sets.one_step_each == 1 ? "moves" : "move");
}

std::string shown_count(const ChangeSetsView& sets) {
    if (sets.found == 1) return sets.best.empty() ? "There is one smallest set." : "The one smallest set follows.";
    const auto all = base::counted(sets.found, "smallest set", "smallest sets");
    if (sets.best.size() == sets.found) return fmt::format("All {} follow.", all);
    return fmt::format("The first {} of {} follow; --changes shows more.", sets.best.size(), all);
}

}  // namespace

std::string one_step_text(const ChangeSetView& set) { return set.one_step_each() ? "yes" : ""; }

std::string shown_text(const ChangeSetsView& sets) { return fmt::format("{} {}", shown_count(sets), one_step_count(sets)); }

std::string lowering_text(const std::optional<LoweringView>& lowering) {
    if (!lowering) return "The scheme does not say whether an appeal may lower the result.";
    return fmt::format("The scheme says that an appeal {} lower the result (rule '{}'){}.",
                       lowering->allowed ? "may" : "may not", lowering->rule, place(lowering->scheme_at));
}

}  // namespace je::report
