// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

Text change_text(const ChangeView& one, bool has_points) {
    if (!has_points)
        return say("{} {} -> {}{}", Name{one.name, one.short_name}, Level{one.from}, Level{one.to}, rows_text(one));
    return say("{} {} -> {} ({}{})", Name{one.name, one.short_name}, Level{one.from}, Level{one.to}, change(one.points),
               via_text(one.via) + rows_text(one));
}

/// The changes stand last: they are the one column of no fixed width.
Table changes_table(const ExplainResult& result, const std::vector<ChangeSetView>& sets) {
    Table table{.columns = {{"steps", "Steps", Role::count},
                            {"one_step", "One step each", Role::flag},
                            {"points", "Points", Role::points},
                            {"total", "Total", Role::points},
                            {"to_band", "Band", Role::band},
                            {"changes", "Changes"}}};
    for (const auto& set : sets)
        table.rows.push_back({set.steps, one_step_cell(set), change(set.points), result.total_min + set.points,
                              Band{set.to_band}, changes_text(set, result.scheme.has_points())});
    return table;
}

/// The fewest steps among the sets; nothing where there is none.
std::optional<std::size_t> fewest(const ChangeSetsView& sets) {
    return sets.best.empty() ? std::nullopt : std::optional{sets.best.front().steps};
}

Text stopped_text(std::size_t steps) {
    return say(
        "There are too many sets to try them all, so the search stopped: every set of at most {} was found, and sets of more "
        "steps were not looked for. --max-factors with a smaller number tries fewer.",
        counted(steps, "level step", "level steps"));
}

void add_sets(Document& document, const ExplainResult& result, const ChangeSetsView& sets, std::string_view id,
              const Text& heading, const Text& none) {
    document.begin(id, 3, heading);
    if (sets.complete_to_steps) document.add(Paragraph{stopped_text(*sets.complete_to_steps)});
    if (sets.found == 0 && sets.complete_to_steps) return;
    if (sets.found == 0) {
        document.add(Paragraph{none});
        return;
    }
    document.add(Paragraph{shown_text(sets)});
    if (!sets.best.empty()) document.add(changes_table(result, sets.best));
}

Text introduction(const ExplainResult& result) {
    if (!result.scheme.has_points())
        return say(
            "These are facts about the rules, not suggestions. A set is listed when all its changes, all up or all down, "
            "together "
            "change the band so and none of them could be one level smaller. At most {} change in one set; those with the "
            "fewest "
            "level steps come first. {}",
            counted(result.max_factors, "factor", "factors"), lowering_text(result.lowering));
    return say(
        "These are arithmetic facts about the points, not suggestions. A set is listed when all its changes together move "
        "the band and none of them could be one level smaller. At most {} change in one set; those with the fewest level "
        "steps come first. {}",
        counted(result.max_factors, "factor", "factors"), lowering_text(result.lowering));
}

Text out_of_reach(const ExplainResult& result, const Text& what) {
    return say("No set of at most {} {}.", counted(result.max_factors, "factor", "factors"), what);
}

/// Of a table that overlaps: where the changes start from, and what they lead to.
void add_overlap_words(Document& document, const ExplainResult& result) {
    if (!result.bands.overlaps) return;
    document.add(Paragraph{
        result.several.open ? Text{"No band is chosen, so a higher band is one above all that hold the total, and a lower one "
                                   "one below them all. Where several bands hold a new total, the nearest is named."}
                            : Text{"A higher or lower band is one that holds a total which the present band does not. Where "
                                   "several bands hold a new total, the nearest is named."}});
}

/// Where rules give bands.
void add_by_rules(Document& document, const ExplainResult& result) {
    add_sets(document, result, result.raise, "raise", "To a higher band",
             result.in_highest_band ? Text{"There is no higher band."} : out_of_reach(result, "gives a higher band"));
    add_sets(document, result, result.lower, "lower", "To a lower band", out_of_reach(result, "gives a lower band"));
}

/// What moves a job that has a band, which it may lose upwards too: into a hole of the table.
void add_from_band(Document& document, const ExplainResult& result, const std::string& band) {
    add_sets(document, result, result.raise, "raise", "To a higher band",
             result.in_highest_band || !result.next_band ? Text{"There is no higher band."}
                                                         : out_of_reach(result, "reaches a higher band"));
    const bool upwards = result.raise_and_lose.found > 0 || result.raise_and_lose.complete_to_steps;
    add_sets(document, result, result.lower, "lower", say("Out of band {}, downwards", Band{band}),
             out_of_reach(result, say("loses band {}{}", Band{band}, upwards ? " downwards" : "")));
    if (!upwards) return;
    add_sets(document, result, result.raise_and_lose, "raise-and-lose", say("Out of band {}, upwards", Band{band}), {});
}

void add_from_none(Document& document, const ExplainResult& result) {
    add_sets(document, result, result.raise, "raise", "Up into a band",
             result.next_band ? out_of_reach(result, "reaches a band that begins above the total")
                              : Text{"No band begins above the total."});
    add_sets(
        document, result, result.lower, "lower", "Down into a band",
        result.band_below ? out_of_reach(result, "reaches a band below the total") : Text{"There is no band below the total."});
}

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

Text fewest_steps(const ExplainResult& result) {
    Text text;
    const auto add = [&](const Text& what, const std::optional<std::size_t>& steps) {
        if (steps) text += say("Fewest level steps {}: {}. ", what, *steps);
    };
    if (!result.scheme.has_points()) {
        add("to a higher band", fewest(result.raise));
        add("to a lower band", fewest(result.lower));
        return text;
    }
    const auto in_band = [&](const BandTrace& band) {
        auto lose = fewest(result.lower);
        if (const auto upwards = fewest(result.raise_and_lose)) lose = std::min(lose.value_or(*upwards), *upwards);
        add("to a higher band", fewest(result.raise));
        add(say("that lose band {}", Band{band.id}), lose);
    };
    const auto in_none = [&] {
        add("up into a band", fewest(result.raise));
        add("down into a band", fewest(result.lower));
    };
    result.band_min.visit(in_band, in_none);
    return text;
}

Text via_text(const std::vector<ViaView>& all) {
    Text text;
    for (const ViaView& via : all)
        text += text.empty() ? say(", of which {} through {}", change(via.points), via.name)
                             : say(" and {} through {}", change(via.points), via.name);
    return text;
}

Text rows_text(const ChangeView& change) {
    constexpr std::size_t most_named = 3;
    Text text;
    for (std::size_t i = 0; i < std::min(change.rows.size(), most_named); ++i)
        text += (i == 0 ? Text{"; "} : Text{" or "}) + change.rows[i].text + place(change.rows[i].scheme_at);
    if (change.rows.size() > most_named) text += say(" or {} more rows", change.rows.size() - most_named);
    return text;
}

Text changes_text(const ChangeSetView& set, bool has_points) {
    Text text;
    for (const auto& change : set.changes) text += (text.empty() ? "" : ", ") + change_text(change, has_points);
    return text;
}

void add_changes_section(Document& document, const ExplainResult& result) {
    document.begin("changes", 2, "What moves the band");
    if (result.bands_at.empty()) {
        document.add(Paragraph{"There is no band table, so nothing can be said; --bands gives one."});
        return;
    }
    if (!result.complete) {
        document.add(Paragraph{result.scheme.has_points()
                                   ? "Not known while the job is not complete: the band itself is still a range."
                                   : "Not looked for while the job is not complete."});
        return;
    }
    document.add(Paragraph{fewest_steps(result) + introduction(result)});
    if (!result.scheme.has_points()) return add_by_rules(document, result);
    add_overlap_words(document, result);
    result.band_min.visit([&](const BandTrace& band) { add_from_band(document, result, band.id); },
                          [&] { add_from_none(document, result); });
}

Content one_step_cell(const ChangeSetView& set) { return set.one_step_each() ? Content{true} : Content{Nothing{}}; }

Text shown_text(const ChangeSetsView& sets) { return say("{} {}", shown_count(sets), one_step_count(sets)); }

Text lowering_text(const std::optional<LoweringView>& lowering) {
    if (!lowering) return "The scheme does not say whether an appeal may lower the result.";
    return say("The scheme says that an appeal {} lower the result (rule '{}'){}.", lowering->allowed ? "may" : "may not",
               lowering->rule, place(lowering->scheme_at));
}

}  // namespace je::report
