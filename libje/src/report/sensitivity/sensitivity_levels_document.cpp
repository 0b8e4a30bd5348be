// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {
namespace {

using Moves = std::vector<StepMoveView>;

/// "Knowledge 4 -> 5"; "Effort 2 -> 3 (counts as 4)" where modifiers bear on it.
Text move_text(const StepMoveView& move) {
    const Text counts_as = move.counts_as ? say(" (counts as {})", Level{*move.counts_as}) : Text{};
    return say("{} {} -> {}{}", Name{move.name, move.short_name}, Level{move.from}, Level{move.to}, counts_as);
}

Text moves_text(const Moves& moves) {
    std::vector<Text> texts;
    for (const auto& move : moves) texts.push_back(move_text(move));
    return listed(texts);
}

Text in_band(const std::optional<std::string>& band) { return say("in {}", Band{band, Band::Form::named}); }

Text in_band_now(const LevelsView& view) {
    if (view.open.empty()) return in_band(view.band);
    return say("in one of the bands {} to {}", Band{view.open.front()}, Band{view.open.back()});
}

Cell total_cell(const LevelStepView& step) { return value_or(step.total); }

Content band_cell(const LevelStepView& step) {
    return step.total ? Content{Band{step.band}} : Content{Nothing{Reason::not_given}};
}

std::int64_t points_moved(const LevelsView& view, const LevelStepView& step) {
    const auto units = (*step.total - view.total).units();
    return units < 0 ? -units : units;
}

/// Steps that change the band, those that move fewest points first.
std::vector<const LevelStepView*> changing_steps(const LevelsView& view) {
    std::vector<const LevelStepView*> steps;
    for (const auto& step : view.one_step) {
        if (step.changes_band) steps.push_back(&step);
    }
    std::stable_sort(steps.begin(), steps.end(), [&](const LevelStepView* a, const LevelStepView* b) {
        return points_moved(view, *a) < points_moved(view, *b);
    });
    return steps;
}

/// What one level more or less does, in a sentence.
Text one_step_text(const LevelsView& view) {
    constexpr std::size_t most_named = 3;
    const auto changing = changing_steps(view);
    const auto all = counted(view.one_step.size(), "single step", "single steps");
    const auto now = in_band_now(view);
    if (changing.empty()) return say("One level more or less on any one factor leaves the job {} ({}, exact).", now, all);
    Text steps;
    for (std::size_t i = 0; i < std::min(most_named, changing.size()); ++i)
        steps += !view.has_points
                     ? say("{}{}, {}", i == 0 ? "" : "; ", moves_text(changing[i]->changes), in_band(changing[i]->band))
                     : say("{}{} to {}, {}", i == 0 ? "" : "; ", moves_text(changing[i]->changes), *changing[i]->total,
                           in_band(changing[i]->band));
    if (!view.has_points)
        return say("The job is {}. {} of {} of one level would change the band (exact){}: {}.", now, changing.size(), all,
                   changing.size() > most_named ? "; the first" : "", steps);
    return say("The job is {} with {}. {} of {} of one level would change the band (exact){}: {}.", now, named(view.total),
               changing.size(), all, changing.size() > most_named ? "; those that move fewest points" : "", steps);
}

Text note_of(const LevelStepView& step) {
    if (!step.allowed) return say("not allowed, {}", text_or(step.why_not));
    if (!step.total) return "needs a fact that is not given";
    const auto& counts_as = step.changes.front().counts_as;
    const Text text = counts_as ? say("counts as {}", Level{*counts_as}) : Text{};
    if (!step.changes_band) return text;
    return text.empty() ? Text{"changes the band"} : say("{}, changes the band", text);
}

/// A factor with its two steps; one is null at an end of the scale.
std::vector<Cell> factor_row(const LevelStepView* up, const LevelStepView* down) {
    const StepMoveView& move = (up != nullptr ? up : down)->changes.front();
    std::vector<Cell> row{Name{move.name, move.short_name}, Level{move.from}};
    Text note;
    for (const auto& [step, way] : {std::pair{down, "down"}, std::pair{up, "up"}}) {
        row.push_back(step == nullptr ? Cell{} : total_cell(*step));
        row.push_back(step == nullptr ? Cell{} : Cell{band_cell(*step)});
        const Text said = step == nullptr ? Text{} : note_of(*step);
        if (!said.empty()) note += say("{}{}: {}", note.empty() ? "" : "; ", way, said);
    }
    row.push_back(std::move(note));
    return row;
}

Table one_step_table(const LevelsView& view) {
    Table table{.columns = {{"factor", "Factor", Role::name},
                            {"level", "Level", Role::level},
                            {"down_total", "One down", Role::points},
                            {"down_band", view.has_points ? "Band" : "One down", Role::band},
                            {"up_total", "One up", Role::points},
                            {"up_band", view.has_points ? "Band" : "One up", Role::band},
                            {"note", "Note"}}};
    for (std::size_t i = 0; i < view.one_step.size(); ++i) {
        const LevelStepView& first = view.one_step[i];
        const bool both =
            i + 1 < view.one_step.size() && view.one_step[i + 1].changes.front().factor == first.changes.front().factor;
        const LevelStepView* second = both ? &view.one_step[++i] : nullptr;
        table.rows.push_back(first.up ? factor_row(&first, second) : factor_row(second, &first));
    }
    return table;
}

void add_one_step(Document& document, const LevelsView& view) {
    document.begin("one-level", 3, "One level more or less");
    document.add(Paragraph{one_step_text(view)});
    if (!view.one_step.empty()) document.add(one_step_table(view));
}

void add_pairs(Document& document, const LevelsView& view) {
    if (view.pairs_looked_at == 0) return;
    document.begin("two-factors", 3, "Two factors, one level each");
    const auto looked_at = counted(view.pairs_looked_at, "pair", "pairs");
    if (view.pairs_found == 0) {
        document.add(Paragraph{say("None of {} of steps changes the band (exact).", looked_at)});
        return;
    }
    const Text which = view.pairs_not_listed() == 0
                           ? Text{"they follow"}
                           : say("the first {} follow, {} are not listed", view.pairs.size(), view.pairs_not_listed());
    document.add(Paragraph{view.has_points
                               ? say("{} of {} of steps change the band (exact); {}, fewest points moved first.",
                                     view.pairs_found, looked_at, which)
                               : say("{} of {} of steps change the band (exact); {}.", view.pairs_found, looked_at, which)});
    Table table{.columns = {{"total", "Total", Role::points}, {"band", "Band", Role::band}, {"steps", "Steps"}}};
    for (const auto& pair : view.pairs) table.rows.push_back({total_cell(pair), band_cell(pair), moves_text(pair.changes)});
    document.add(std::move(table));
}

Text chances_text(const LevelsView& view) {
    const auto likeliest = std::max_element(view.band_chances.begin(), view.band_chances.end(),
                                            [](const auto& a, const auto& b) { return a.share < b.share; });
    if (!view.has_points)
        return say("If {}, each by itself, the job is most likely {}: {}. Exact: nothing is sampled.", *view.uncertainty,
                   in_band(likeliest->band), chance(likeliest->share));
    return say(
        "If {}, each by itself, the job is most likely {}: {}. Its total is then {} on average with a standard deviation "
        "of {}, from {} to {}. Exact: computed over all totals, nothing is sampled.",
        *view.uncertainty, in_band(likeliest->band), chance(likeliest->share), Estimate{view.mean, 1},
        Estimate{view.standard_deviation, 1}, view.lowest, view.highest);
}

Text ends_text(const LevelsView& view) {
    Text names;
    for (const EndOfScale& end : view.at_ends) names += say("{}{} ({})", names.empty() ? "" : ", ", end.name, Level{end.level});
    return say("Of this job's levels {} at an end of the scale: {}. {}",
               view.at_ends.size() == 1 ? Text{"one stands"} : say("{} stand", view.at_ends.size()), names,
               view.ends_stay     ? "There half of the chance leads inward, and the other half stays at the level."
               : !view.has_points ? "There all of the chance leads inward, so the band leans that way; adjacent:P,ends=stay "
                                    "keeps half of it at the level."
                                  : "There all of the chance leads inward, so the total leans that way; adjacent:P,ends=stay "
                                    "keeps half of it at the level.");
}

void add_chances(Document& document, const LevelsView& view) {
    if (!view.uncertainty) return;
    document.begin("uncertain-levels", 3, "If levels are uncertain");
    if (!view.has_chances()) {
        document.add(Paragraph{say("The chance of each band is not computed: {}.", *view.no_band_chances)});
        return;
    }
    document.add(Paragraph{chances_text(view)});
    if (view.overlaps) document.add(Paragraph{overlapping_chances});
    if (!view.at_ends.empty()) document.add(Paragraph{ends_text(view)});
    Table table{.columns = {{"band", "Band", Role::band}, {"chance", "Chance (exact)", Role::share}}};
    for (const BandShare& one : view.band_chances) table.rows.push_back({Band{one.band}, chance(one.share)});
    document.add(std::move(table));
}

void add_sets(Table& table, const LevelsView& view, const std::vector<ChangeSetView>& sets, const std::string& way) {
    for (const auto& set : sets)
        table.rows.push_back({way, set.steps, view.total + set.points, Band{set.to_band}, changes_text(set, view.has_points)});
}

/// From a band: to a higher one, and out of it either way. From none: into a band either way.
Text fewest_text(const LevelsView& view, const Text& within) {
    const bool in_band = view.in_a_band();
    const std::string_view upwards = in_band ? "to a higher band" : "up into a band";
    const std::string_view downwards = in_band ? "that lead out of the present one, downwards" : "down into a band";
    Text text = view.raise.found == 0
                    ? say("No changes of {} {}. ", within, in_band ? "reach a higher band" : "lead up into a band")
                    : say("Fewest level steps {}: {}. ", upwards, view.raise.best.front().steps);
    text += view.lower.found == 0 ? say("None of {} lead {}", within, in_band ? "to a lower one" : "down into one")
                                  : say("Fewest {}: {}", downwards, view.lower.best.front().steps);
    if (view.raise_and_lose.found > 0)
        text += say(". Fewest that lead out of it upwards: {}", view.raise_and_lose.best.front().steps);
    return text;
}

/// Where the search for changes stopped; empty when it did not.
Text stopped_text(const LevelsView& view) {
    Text text;
    const auto add = [&](std::string_view way, const std::optional<std::size_t>& steps) {
        if (!steps) return;
        text += say("{}The search {} stopped at its limit of work: changes of more than {} were not looked for.",
                    text.empty() ? "" : " ", way, counted(*steps, "level step", "level steps"));
    };
    add("upwards", view.raise.complete_to_steps);
    add("downwards", view.lower.complete_to_steps);
    add("for ways out of the present band upwards", view.raise_and_lose.complete_to_steps);
    return text;
}

/// Which of the smallest sets are listed, where not all are; empty when they are.
Text listed_text(const LevelsView& view) {
    Text text;
    const auto add = [&](std::string_view way, const ChangeSetsView& sets) {
        if (sets.best.size() == sets.found) return;
        text += say("{}{}, the first {} of {}", text.empty() ? "" : "; ", way, sets.best.size(),
                    counted(sets.found, "smallest set", "smallest sets"));
    };
    add("upwards", view.raise);
    add("downwards", view.lower);
    add("up and out of the present band", view.raise_and_lose);
    return text.empty() ? text : say(" Listed are, {}; je explain shows more.", text);
}

void add_smallest(Document& document, const LevelsView& view) {
    if (view.max_factors == 0) return;
    document.begin("smallest-changes", 3, "The smallest level changes that move the band");
    const auto within = say("at most {}", counted(view.max_factors, "factor", "factors"));
    const Text stopped = stopped_text(view);
    if (view.raise.found + view.lower.found + view.raise_and_lose.found == 0) {
        document.add(Paragraph{stopped.empty() ? say("No changes of {} move the band (exact).", within) : stopped});
        return;
    }
    document.add(
        Paragraph{say("{} (exact).{}{}{}", fewest_text(view, within), stopped.empty() ? "" : " ", stopped, listed_text(view))});
    Table table{.columns = {{"way", "Way"},
                            {"steps", "Steps", Role::count},
                            {"total", "Total", Role::points},
                            {"band", "Band", Role::band},
                            {"changes", "Changes"}}};
    add_sets(table, view, view.raise.best, "up");
    add_sets(table, view, view.lower.best, "down");
    add_sets(table, view, view.raise_and_lose.best, "up and out");
    document.add(std::move(table));
}

}  // namespace

void add_level_blocks(Document& document, const LevelsView& view) {
    add_one_step(document, view);
    add_pairs(document, view);
    add_chances(document, view);
    add_smallest(document, view);
}

}  // namespace je::report
