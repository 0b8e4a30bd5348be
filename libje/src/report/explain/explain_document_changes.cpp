// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"
#include "report/explain/change_words.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

std::string change_text(const ChangeView& change) {
    return fmt::format("{} {} -> {} ({})", change.name, change.from, change.to, signed_text(change.points));
}

/// The changes stand last: they are the one column of no fixed width.
Table changes_table(const ExplainResult& result, const std::vector<ChangeSetView>& sets) {
    Table table{.caption = {},
                .columns = {{"steps", "Steps", Align::right},
                            {"one_step", "One step each"},
                            {"points", "Points", Align::right},
                            {"total", "Total", Align::right},
                            {"to_band", "Band"},
                            {"changes", "Changes"}},
                .rows = {}};
    for (const auto& set : sets)
        table.rows.push_back({static_cast<std::int64_t>(set.steps), one_step_text(set), signed_text(set.points),
                              result.total_min + set.points, set.to_band.empty() ? std::string{"none"} : set.to_band,
                              changes_text(set)});
    return table;
}

/// The fewest steps among the sets; nothing where there is none.
std::optional<std::size_t> fewest(const ChangeSetsView& sets) {
    return sets.best.empty() ? std::nullopt : std::optional{sets.best.front().steps};
}

/// "Fewest level steps to a higher band: 1. Fewest that lose band 3: 5."
std::string fewest_steps(const ExplainResult& result) {
    std::string text;
    const auto say = [&](std::string_view what, const std::optional<std::size_t>& steps) {
        if (steps) text += fmt::format("Fewest level steps {}: {}. ", what, *steps);
    };
    const auto in_band = [&](const BandTrace& band) {
        auto lose = fewest(result.lower);
        if (const auto upwards = fewest(result.raise_and_lose)) lose = std::min(lose.value_or(*upwards), *upwards);
        say("to a higher band", fewest(result.raise));
        say(fmt::format("that lose band {}", band.id), lose);
    };
    const auto in_none = [&] {
        say("up into a band", fewest(result.raise));
        say("down into a band", fewest(result.lower));
    };
    result.band_max.visit(in_band, in_none);
    return text;
}

std::string stopped_text(std::size_t steps) {
    return fmt::format(
        "There are too many sets to try them all, so the search stopped: every set of at most {} was found, and sets of more "
        "steps were not looked for. --max-factors with a smaller number tries fewer.",
        base::counted(steps, "level step", "level steps"));
}

void add_sets(Document& document, const ExplainResult& result, const ChangeSetsView& sets, const std::string& heading,
              const std::string& none) {
    document.blocks.push_back(Heading{3, heading});
    if (sets.complete_to_steps) document.blocks.push_back(Paragraph{stopped_text(*sets.complete_to_steps)});
    if (sets.found == 0 && sets.complete_to_steps) return;
    if (sets.found == 0) {
        document.blocks.push_back(Paragraph{none});
        return;
    }
    document.blocks.push_back(Paragraph{shown_text(sets)});
    if (!sets.best.empty()) document.blocks.push_back(changes_table(result, sets.best));
}

std::string introduction(const ExplainResult& result) {
    return fmt::format(
        "These are arithmetic facts about the points, not suggestions. A set is listed when all its changes together move "
        "the band and none of them could be one level smaller. At most {} change in one set; those with the fewest level "
        "steps come first. {}",
        base::counted(result.max_factors, "factor", "factors"), lowering_text(result.lowering));
}

std::string out_of_reach(const ExplainResult& result, std::string_view what) {
    return fmt::format("No set of at most {} {}.", base::counted(result.max_factors, "factor", "factors"), what);
}

/// What moves a job that has a band, which it may lose upwards too: into a hole of the table.
void add_from_band(Document& document, const ExplainResult& result, const std::string& band) {
    add_sets(document, result, result.raise, "To a higher band",
             result.in_highest_band || !result.next_band ? "There is no higher band."
                                                         : out_of_reach(result, "reaches a higher band"));
    const bool upwards = result.raise_and_lose.found > 0 || result.raise_and_lose.complete_to_steps;
    add_sets(document, result, result.lower, fmt::format("Out of band {}, downwards", band),
             out_of_reach(result, fmt::format("loses band {}{}", band, upwards ? " downwards" : "")));
    if (!upwards) return;
    add_sets(document, result, result.raise_and_lose, fmt::format("Out of band {}, upwards", band), {});
}

void add_from_none(Document& document, const ExplainResult& result) {
    add_sets(document, result, result.raise, "Up into a band",
             result.next_band ? out_of_reach(result, "reaches a band that begins above the total")
                              : std::string{"No band begins above the total."});
    add_sets(document, result, result.lower, "Down into a band",
             result.band_below ? out_of_reach(result, "reaches a band below the total")
                               : std::string{"There is no band below the total."});
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
    result.band_max.visit([&](const BandTrace& band) { add_from_band(document, result, band.id); },
                          [&] { add_from_none(document, result); });
}

}  // namespace je::report
