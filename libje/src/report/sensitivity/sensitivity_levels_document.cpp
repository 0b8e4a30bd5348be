// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "je/base/text.hpp"
#include "je/report/sensitivity_levels.hpp"
#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"

namespace je::report {
namespace {

using Moves = std::vector<StepMoveView>;

/// "Knowledge 4 -> 5"; "Effort 2 -> 3 (counts as 4)" where modifiers bear on it.
std::string move_text(const StepMoveView& move) {
    const auto counted = move.counts_as.empty() ? std::string{} : fmt::format(" (counts as {})", move.counts_as);
    return fmt::format("{} {} -> {}{}", move.name, move.from, move.to, counted);
}

std::string moves_text(const Moves& moves) {
    std::string text;
    for (const auto& move : moves) text.append(text.empty() ? "" : ", ").append(move_text(move));
    return text;
}

std::string in_band(const std::string& band) { return band.empty() ? "in no band" : fmt::format("in band {}", band); }

Cell total_cell(const LevelStepView& step) { return cell_or_nothing(step.total); }

std::string band_cell(const LevelStepView& step) {
    if (!step.total) return "-";
    return or_none(step.band);
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
std::string one_step_text(const LevelsView& view) {
    constexpr std::size_t most_named = 3;
    const auto changing = changing_steps(view);
    const auto all = base::counted(view.one_step.size(), "single step", "single steps");
    const auto now = in_band(view.band);
    if (changing.empty())
        return fmt::format("One level more or less on any one factor leaves the job {} ({}, exact).", now, all);
    std::string named;
    for (std::size_t i = 0; i < std::min(most_named, changing.size()); ++i)
        named += fmt::format("{}{} to {}, {}", i == 0 ? "" : "; ", moves_text(changing[i]->changes),
                             changing[i]->total->to_string(), in_band(changing[i]->band));
    return fmt::format("The job is {} with {}. {} of {} of one level would change the band (exact){}: {}.", now,
                       points_text(view.total), changing.size(), all,
                       changing.size() > most_named ? "; those that move fewest points" : "", named);
}

std::string note_of(const LevelStepView& step) {
    if (!step.allowed) return fmt::format("not allowed, {}", step.why_not);
    if (!step.total) return "needs a fact that is not given";
    const auto& counts_as = step.changes.front().counts_as;
    const auto counted = counts_as.empty() ? std::string{} : fmt::format("counts as {}", counts_as);
    if (!step.changes_band) return counted;
    return counted.empty() ? "changes the band" : fmt::format("{}, changes the band", counted);
}

/// A factor with its two steps; one is null at an end of the scale.
std::vector<Cell> factor_row(const LevelStepView* up, const LevelStepView* down) {
    const StepMoveView& move = (up != nullptr ? up : down)->changes.front();
    std::vector<Cell> row{move.name, move.from};
    std::string note;
    for (const auto& [step, way] : {std::pair{down, "down"}, std::pair{up, "up"}}) {
        row.push_back(step == nullptr ? Cell{} : total_cell(*step));
        row.push_back(step == nullptr ? Cell{} : Cell{band_cell(*step)});
        const auto said = step == nullptr ? std::string{} : note_of(*step);
        if (!said.empty()) note += fmt::format("{}{}: {}", note.empty() ? "" : "; ", way, said);
    }
    row.push_back(std::move(note));
    return row;
}

Table one_step_table(const LevelsView& view) {
    Table table{.caption = {},
                .columns = {{"factor", "Factor"},
                            {"level", "Level"},
                            {"down_total", "One down", Align::right},
                            {"down_band", "Band"},
                            {"up_total", "One up", Align::right},
                            {"up_band", "Band"},
                            {"note", "Note"}},
                .rows = {}};
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
    document.blocks.push_back(Heading{3, "One level more or less"});
    document.blocks.push_back(Paragraph{one_step_text(view)});
    if (!view.one_step.empty()) document.blocks.push_back(one_step_table(view));
}

void add_pairs(Document& document, const LevelsView& view) {
    if (view.pairs_looked_at == 0) return;
    document.blocks.push_back(Heading{3, "Two factors, one level each"});
    const auto looked_at = base::counted(view.pairs_looked_at, "pair", "pairs");
    if (view.pairs_found == 0) {
        document.blocks.push_back(Paragraph{fmt::format("None of {} of steps changes the band (exact).", looked_at)});
        return;
    }
    const auto listed = view.pairs_not_listed() == 0
                            ? std::string{"they follow"}
                            : fmt::format("the first {} follow, {} are not listed", view.pairs.size(), view.pairs_not_listed());
    document.blocks.push_back(Paragraph{fmt::format("{} of {} of steps change the band (exact); {}, fewest points moved first.",
                                                    view.pairs_found, looked_at, listed)});
    Table table{.caption = {}, .columns = {{"total", "Total", Align::right}, {"band", "Band"}, {"steps", "Steps"}}, .rows = {}};
    for (const auto& pair : view.pairs) table.rows.push_back({total_cell(pair), band_cell(pair), moves_text(pair.changes)});
    document.blocks.push_back(std::move(table));
}

std::string chances_text(const LevelsView& view) {
    const auto likeliest = std::max_element(view.band_chances.begin(), view.band_chances.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    return fmt::format(
        "If {}, each by itself, the job is most likely {}: {}. Its total is then {:.1f} on average with a standard deviation "
        "of "
        "{:.1f}, from {} to {}. Exact: computed over all totals, nothing is sampled.",
        view.uncertainty, in_band(likeliest->first), chance_text(likeliest->second), view.mean, view.standard_deviation,
        view.lowest.to_string(), view.highest.to_string());
}

std::string ends_text(const LevelsView& view) {
    std::string names;
    for (const EndOfScale& end : view.at_ends)
        names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", end.name, end.level);
    return fmt::format("Of this job's levels {} at an end of the scale: {}. {}",
                       view.at_ends.size() == 1 ? "one stands" : fmt::format("{} stand", view.at_ends.size()), names,
                       view.ends_stay
                           ? "There half of the chance leads inward, and the other half stays at the level."
                           : "There all of the chance leads inward, so the total leans that way; adjacent:P,ends=stay "
                             "keeps half of it at the level.");
}

void add_chances(Document& document, const LevelsView& view) {
    if (view.uncertainty.empty()) return;
    document.blocks.push_back(Heading{3, "If levels are uncertain"});
    if (!view.has_chances()) {
        document.blocks.push_back(Paragraph{fmt::format("The chance of each band is not computed: {}.", view.no_band_chances)});
        return;
    }
    document.blocks.push_back(Paragraph{chances_text(view)});
    if (!view.at_ends.empty()) document.blocks.push_back(Paragraph{ends_text(view)});
    Table table{.caption = {}, .columns = {{"band", "Band"}, {"chance", "Chance (exact)", Align::right}}, .rows = {}};
    for (const auto& [band, chance] : view.band_chances) table.rows.push_back({or_none(band), chance_text(chance)});
    document.blocks.push_back(std::move(table));
}

void add_sets(Table& table, const LevelsView& view, const std::vector<ChangeSetView>& sets, const std::string& way) {
    for (const auto& set : sets)
        table.rows.push_back(
            {way, static_cast<std::int64_t>(set.steps), view.total + set.points, or_none(set.to_band), changes_text(set)});
}

/// From a band: to a higher one, and out of it either way. From none: into a band either way.
std::string fewest_text(const LevelsView& view, std::string_view within) {
    const bool in_band = !view.band.empty();
    const std::string_view upwards = in_band ? "to a higher band" : "up into a band";
    const std::string_view downwards = in_band ? "that lead out of the present one, downwards" : "down into a band";
    std::string text =
        view.raise.found == 0
            ? fmt::format("No changes of {} {}. ", within, in_band ? "reach a higher band" : "lead up into a band")
            : fmt::format("Fewest level steps {}: {}. ", upwards, view.raise.best.front().steps);
    text += view.lower.found == 0 ? fmt::format("None of {} lead {}", within, in_band ? "to a lower one" : "down into one")
                                  : fmt::format("Fewest {}: {}", downwards, view.lower.best.front().steps);
    if (view.raise_and_lose.found > 0)
        text += fmt::format(". Fewest that lead out of it upwards: {}", view.raise_and_lose.best.front().steps);
    return text;
}

/// Where the search for changes stopped; empty when it did not.
std::string stopped_text(const LevelsView& view) {
    std::string text;
    const auto add = [&](std::string_view way, const std::optional<std::size_t>& steps) {
        if (!steps) return;
        text += fmt::format("{}The search {} stopped at its limit of work: changes of more than {} were not looked for.",
                            text.empty() ? "" : " ", way, base::counted(*steps, "level step", "level steps"));
    };
    add("upwards", view.raise.complete_to_steps);
    add("downwards", view.lower.complete_to_steps);
    add("for ways out of the present band upwards", view.raise_and_lose.complete_to_steps);
    return text;
}

/// Which of the smallest sets are listed, where not all are; empty when they are.
std::string listed_text(const LevelsView& view) {
    std::string text;
    const auto add = [&](std::string_view way, const ChangeSetsView& sets) {
        if (sets.best.size() == sets.found) return;
        text += fmt::format("{}{}, the first {} of {}", text.empty() ? "" : "; ", way, sets.best.size(),
                            base::counted(sets.found, "smallest set", "smallest sets"));
    };
    add("upwards", view.raise);
    add("downwards", view.lower);
    add("up and out of the present band", view.raise_and_lose);
    return text.empty() ? text : fmt::format(" Listed are, {}; je explain shows more.", text);
}

void add_smallest(Document& document, const LevelsView& view) {
    if (view.max_factors == 0) return;
    document.blocks.push_back(Heading{3, "The smallest level changes that move the band"});
    const auto within = fmt::format("at most {}", base::counted(view.max_factors, "factor", "factors"));
    const std::string stopped = stopped_text(view);
    if (view.raise.found + view.lower.found + view.raise_and_lose.found == 0) {
        document.blocks.push_back(
            Paragraph{stopped.empty() ? fmt::format("No changes of {} move the band (exact).", within) : stopped});
        return;
    }
    document.blocks.push_back(Paragraph{
        fmt::format("{} (exact).{}{}{}", fewest_text(view, within), stopped.empty() ? "" : " ", stopped, listed_text(view))});
    Table table{.caption = {},
                .columns = {{"way", "Way"},
                            {"steps", "Steps", Align::right},
                            {"total", "Total", Align::right},
                            {"band", "Band"},
                            {"changes", "Changes"}},
                .rows = {}};
    add_sets(table, view, view.raise.best, "up");
    add_sets(table, view, view.lower.best, "down");
    add_sets(table, view, view.raise_and_lose.best, "up and out");
    document.blocks.push_back(std::move(table));
}

LongRow row_of(const LevelsView& view, std::string quantity, Cell value) {
    LongRow row;
    row.part = "levels";
    row.job = view.job;
    row.quantity = std::move(quantity);
    row.value = std::move(value);
    return row;
}

void add_step_rows(std::vector<LongRow>& rows, const LevelsView& view) {
    for (const auto& step : view.one_step) {
        const auto add = [&](std::string quantity, Cell value) {
            LongRow row = row_of(view, std::move(quantity), std::move(value));
            row.factor = step.changes.front().factor;
            row.band = step.band;
            row.other = step.changes.front().to;
            rows.push_back(std::move(row));
        };
        add("one_step_total", total_cell(step));
        add("one_step_allowed", std::int64_t{step.allowed ? 1 : 0});
        add("one_step_changes_band", std::int64_t{step.changes_band ? 1 : 0});
    }
}

void add_set_rows(std::vector<LongRow>& rows, const LevelsView& view, const ChangeSetsView& sets, const std::string& way) {
    if (view.max_factors > 0) rows.push_back(row_of(view, way + "_found", static_cast<std::int64_t>(sets.found)));
    for (const auto& set : sets.best) {
        LongRow row = row_of(view, way + "_steps", static_cast<std::int64_t>(set.steps));
        row.band = set.to_band;
        std::string changes;
        for (const auto& change : set.changes)
            changes += fmt::format("{}{} {} -> {}", changes.empty() ? "" : ", ", change.factor, change.from, change.to);
        row.other = std::move(changes);
        rows.push_back(std::move(row));
    }
}

}  // namespace

void add_level_blocks(Document& document, const LevelsView& view) {
    add_one_step(document, view);
    add_pairs(document, view);
    add_chances(document, view);
    add_smallest(document, view);
}

void add_level_rows(std::vector<LongRow>& rows, const LevelsView& view) {
    add_step_rows(rows, view);
    if (view.pairs_looked_at > 0) {
        rows.push_back(row_of(view, "pairs_looked_at", static_cast<std::int64_t>(view.pairs_looked_at)));
        rows.push_back(row_of(view, "pairs_changing_band", static_cast<std::int64_t>(view.pairs_found)));
    }
    if (view.has_chances()) {
        for (const auto& [band, chance] : view.band_chances) {
            rows.push_back(row_of(view, "band_chance", chance));
            rows.back().band = band;
        }
        for (const EndOfScale& end : view.at_ends) {
            rows.push_back(row_of(view, "at_end_of_scale", std::int64_t{1}));
            rows.back().factor = end.factor;
            rows.back().other = end.level;
        }
        rows.push_back(row_of(view, "mean_total", view.mean));
        rows.push_back(row_of(view, "sd_total", view.standard_deviation));
    }
    add_set_rows(rows, view, view.raise, "raise");
    add_set_rows(rows, view, view.lower, "lower");
    add_set_rows(rows, view, view.raise_and_lose, "raise_and_lose");
}

}  // namespace je::report
