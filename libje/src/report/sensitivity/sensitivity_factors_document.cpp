// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "je/report/common.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

constexpr std::string_view meaning_below_0 =
    "A share below 0 % is no mistake: on that factor the jobs with higher totals tend to have fewer points, so it draws the "
    "totals "
    "together.";

std::vector<const FactorEffectView*> by_jobs_flipped(const FactorsView& view) {
    std::vector<const FactorEffectView*> order;
    for (const FactorEffectView& factor : view.factors) order.push_back(&factor);
    std::stable_sort(order.begin(), order.end(),
                     [](const FactorEffectView* a, const FactorEffectView* b) { return a->jobs_flipped > b->jobs_flipped; });
    return order;
}

/// The factors that change as many bands as the first does, in words: "the weight of A", "the weights of A, B and C, alike".
Text hanging_most(const std::vector<const FactorEffectView*>& order) {
    constexpr std::size_t most_named = 4;
    std::vector<std::string> names;
    for (const FactorEffectView* factor : order) {
        if (factor->jobs_flipped == order.front()->jobs_flipped) names.push_back(factor->name);
    }
    if (names.size() == 1) return say("the weight of {}", names.front());
    if (names.size() > most_named) return say("the weights of {} factors alike, the first in the table below", names.size());
    const std::string last = names.back();
    names.pop_back();
    return say("the weights of {} and {}, alike", listed(names), last);
}

Text summary(const FactorsView& view, const std::vector<const FactorEffectView*>& order) {
    const FactorEffectView& first = *order.front();
    const bool tied = order.size() > 1 && order[1]->jobs_flipped == first.jobs_flipped;
    const Share spread{static_cast<double>(view.spread.units()) / base::Decimal::units_per_one, Share::Form::stated};
    if (first.jobs_flipped == 0)
        return say(
            "Of {}, none can change band by one weight alone moving up or down by as much as {} of itself, the others scaled "
            "to "
            "keep the sum.",
            counted(view.jobs, "job", "jobs"), spread);
    return say(
        "Bands hang most on {}: moved alone by up to {} of itself either way, the others scaled to keep the "
        "sum, {} can change the band of {} of {}.",
        hanging_most(order), spread, tied ? "each" : "it", first.jobs_flipped, counted(view.jobs, "job", "jobs"));
}

struct ShownCount {
    std::size_t MovesView::*count;
    Column column;
};

/// How a factor left out moves jobs: by band always, without one where any factor does.
std::vector<ShownCount> shown_counts(const FactorsView& view) {
    std::vector<ShownCount> shown{{&MovesView::up, {"left_out_up", "Left out: up", Role::count}},
                                  {&MovesView::down, {"left_out_down", "Down", Role::count}},
                                  {&MovesView::same, {"left_out_same", "Same", Role::count}}};
    const std::array<ShownCount, 3> without{{{&MovesView::out_of_bands, {"left_out_out_of_bands", "Out of bands", Role::count}},
                                             {&MovesView::into_a_band, {"left_out_into_a_band", "Into one", Role::count}},
                                             {&MovesView::in_no_band, {"left_out_in_no_band", "In none", Role::count}}}};
    for (const ShownCount& one : without) {
        const bool any = std::any_of(view.factors.begin(), view.factors.end(), [&](const FactorEffectView& factor) {
            return factor.left_out && factor.left_out->moves.*one.count > 0;
        });
        if (any) shown.push_back(one);
    }
    return shown;
}

Text effective_words(const FactorsView& view) {
    if (view.no_effective_weight) return say("Effective weights cannot be given: {}.", *view.no_effective_weight);
    Text text =
        "The effective weight of a factor is the share of the differences between the totals of these jobs that it drives (its "
        "covariance with the total over the variance of the total). A factor on which all these jobs have the same points "
        "drives "
        "none, however large its weight.";
    const auto below_0 = [](const FactorEffectView& factor) { return factor.effective_weight.value_or(0) < 0; };
    if (std::any_of(view.factors.begin(), view.factors.end(), below_0)) text += say(" {}", meaning_below_0);
    return text;
}

}  // namespace

void add_factor_blocks(Document& document, const FactorsView& view) {
    document.begin("factors", 2, "Factors");
    if (view.jobs == 0 || view.factors.empty()) {
        document.add(Paragraph{"There is no complete job to say what each factor does."});
        return;
    }
    const auto order = by_jobs_flipped(view);
    document.add(Paragraph{summary(view, order)});
    Table table{.caption = "Factors, those on whose weight most bands hang first",
                .columns = {{"factor", "Factor", Role::name},
                            {"weight", "Weight", Role::share},
                            {"effective_weight", "Effective weight", Role::share},
                            {"jobs_flipped", "Bands it can change", Role::count}}};
    const auto counts = shown_counts(view);
    for (const auto& [count, column] : counts) table.columns.push_back(column);
    for (const FactorEffectView* factor : order) {
        std::vector<Cell> row{Name{factor->name, factor->short_name}, Share{factor->weight},
                              factor->effective_weight ? Cell{Share{*factor->effective_weight}} : Cell{},
                              count_cell(factor->jobs_flipped)};
        for (const auto& [count, column] : counts)
            row.push_back(factor->left_out ? count_cell(factor->left_out->moves.*count) : Cell{});
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
    document.add(Paragraph{effective_words(view)});
    document.add(
        Paragraph{view.factors.size() == 1
                      ? "It is the only factor with a weight: that cannot move, and nothing is left without it."
                      : "Left out: how many jobs would be in a higher, a lower and the same band if the factor were taken "
                        "out and the weights of the others scaled up to fill its place. Bands here are by points."});
}

std::string_view effective_weight_note(const FactorEffectView& factor) {
    return factor.effective_weight.value_or(0) < 0 ? meaning_below_0 : std::string_view{};
}

}  // namespace je::report
