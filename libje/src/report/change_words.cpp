// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/change_words.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "report/explain_document.hpp"

namespace je::report {
namespace {

std::string one_step_count(const ChangeSetsView& sets) {
    if (sets.one_step_each == 0) return sets.found == 1 ? "It moves a factor by more than one level." : "None of them moves each factor by one level only.";
    if (sets.one_step_each == sets.found) return sets.found == 1 ? "It moves each factor by one level only." : "All of them move each factor by one level only.";
    return fmt::format("{} of the {} {} each factor by one level only.", sets.one_step_each, sets.found,
                       sets.one_step_each == 1 ? "moves" : "move");
}

}  // namespace

std::string one_step_text(const ChangeSetView& set) { return set.one_step_each() ? "yes" : ""; }

std::string shown_text(const ChangeSetsView& sets) {
    const auto all = base::counted(sets.found, "smallest set", "smallest sets");
    const auto shown = sets.best.size() == sets.found
                           ? fmt::format("All {} follow.", all)
                           : fmt::format("The first {} of {} follow; --changes shows more.", sets.best.size(), all);
    return fmt::format("{} {}", shown, one_step_count(sets));
}

std::string lowering_text(const std::optional<LoweringView>& lowering) {
    if (!lowering) return "The scheme does not say whether an appeal may lower the result.";
    return fmt::format("The scheme says that an appeal {} lower the result (rule '{}'){}.", lowering->allowed ? "may" : "may not",
                       lowering->rule, place(lowering->scheme_at));
}

}  // namespace je::report
