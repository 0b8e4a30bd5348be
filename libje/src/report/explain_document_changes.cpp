// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "je/base/text.hpp"
#include "report/explain_document.hpp"

namespace je::report {
namespace {

std::string change_text(const ChangeView& change) {
    return fmt::format("{} {} -> {} ({})", change.name, change.from, change.to, signed_text(change.points));
}

/// The changes stand last: they are the one column of no fixed width.
Table changes_table(const ExplainResult& result, const std::vector<ChangeSetView>& sets) {
    Table table{.caption = {},
                .columns = {{"steps", "Steps", Align::right},
                            {"points", "Points", Align::right},
                            {"total", "Total", Align::right},
                            {"to_band", "Band"},
                            {"changes", "Changes"}},
                .rows = {}};
    for (const auto& set : sets)
        table.rows.push_back({static_cast<std::int64_t>(set.steps), signed_text(set.points), result.total_min + set.points,
                              set.to_band.empty() ? std::string{"none"} : set.to_band, changes_text(set)});
    return table;
}

/// "Fewest level steps to a higher band: 1. Fewest that lose band 3: 5."
std::string fewest_steps(const ExplainResult& result) {
    std::string text;
    if (!result.raise.empty()) text += fmt::format("Fewest level steps to a higher band: {}. ", result.raise.front().steps);
    if (!result.lower.empty())
        text += fmt::format("Fewest level steps that lose band {}: {}. ", result.band_max->id, result.lower.front().steps);
    return text;
}

std::string shown_text(std::size_t shown, std::size_t found) {
    const auto all = base::counted(found, "smallest set", "smallest sets");
    return shown == found ? fmt::format("All {} follow.", all)
                          : fmt::format("The first {} of {} follow; --changes shows more.", shown, all);
}

std::string stopped_text(std::size_t steps) {
    return fmt::format(
        "There are too many sets to try them all, so the search stopped: every set of at most {} was found, and sets of more "
        "steps were not looked for. --max-factors with a smaller number tries fewer.",
        base::counted(steps, "level step", "level steps"));
}

void add_direction(Document& document, const ExplainResult& result, const std::vector<ChangeSetView>& sets, std::size_t found,
                   const std::optional<std::size_t>& complete_to_steps, const std::string& heading, const std::string& none) {
    document.blocks.push_back(Heading{3, heading});
    if (complete_to_steps) document.blocks.push_back(Paragraph{stopped_text(*complete_to_steps)});
    if (found == 0 && complete_to_steps) return;
    if (found == 0) {
        document.blocks.push_back(Paragraph{none});
        return;
    }
    document.blocks.push_back(Paragraph{shown_text(sets.size(), found)});
    if (!sets.empty()) document.blocks.push_back(changes_table(result, sets));
}

std::string introduction(const ExplainResult& result) {
    return fmt::format(
        "These are arithmetic facts about the points, not suggestions. A set is listed when all its changes together move "
        "the band and none of them could be one level smaller. At most {} change in one set; those with the fewest level "
        "steps come first. An appeal looks at the job afresh: a level can go down as well as up.",
        base::counted(result.max_factors, "factor", "factors"));
}

std::string out_of_reach(const ExplainResult& result, std::string_view what) {
    return fmt::format("No set of at most {} {}.", base::counted(result.max_factors, "factor", "factors"), what);
}

}  // namespace

std::string changes_text(const ChangeSetView& set) {
    std::string text;
    for (const auto& change : set.changes) text += (text.empty() ? "" : ", ") + change_text(change);
    return text;
}

void add_changes_section(Document& document, const ExplainResult& result) {
    document.blocks.push_back(Heading{2, "What moves the band"});
    if (result.bands_at.empty()) {
        document.blocks.push_back(Paragraph{"There is no band table, so nothing can be said; --bands gives one."});
        return;
    }
    if (!result.complete) {
        document.blocks.push_back(Paragraph{"Not known while the job is not complete: the band itself is still a range."});
        return;
    }
    document.blocks.push_back(Paragraph{fewest_steps(result) + introduction(result)});
    const auto present = result.band_max ? fmt::format("band {}", result.band_max->id) : std::string{"the present place"};
    add_direction(document, result, result.raise, result.raise_found, result.raise_complete_to_steps, "To a higher band",
                  result.in_highest_band || !result.next_band ? "There is no higher band."
                                                              : out_of_reach(result, "reaches a higher band"));
    if (!result.band_max) return;
    add_direction(document, result, result.lower, result.lower_found, result.lower_complete_to_steps, fmt::format("Out of {}, downwards", present),
                  out_of_reach(result, fmt::format("loses {}", present)));
}

}  // namespace je::report
