// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/several_bands.hpp"

#include "base/wording.hpp"
#include "je/scoring/score.hpp"
#include "report/explain/condition_words.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {

namespace {

ChoiceView view_choice(const model::BandChoice& choice, const model::BandTable& table, const scoring::Score& score,
                       const model::Job* job) {
    const auto band = table.find(choice.band.value);
    return {.band = choice.band.value,
            .reason = choice.reason,
            .evidence = view_evidence(choice.evidence, job),
            .decided_by = choice.decided_by,
            .date = choice.date,
            .by_panel = choice.by_panel,
            .counts = score.complete && score.bands.size() > 1 && band && score.band_min == *band,
            .at = choice.band.at.file_and_line()};
}

}  // namespace

void fill_several(SeveralBands& out, const model::BandTable& table, const model::Answers& answers, const scoring::Score& score,
                  const model::Job* job) {
    if (out.any()) out = {};
    out.none = score.may_be_in_none;
    out.exact = score.exact;
    if (score.bands.empty() && !answers.choice) return;
    for (const model::BandIndex band : score.bands) out.bands.push_back(table[band].id.text());
    if (const model::Deciding* deciding = table.deciding()) {
        if (score.deciding_rule) out.rule = deciding->rules[*score.deciding_rule].id.text();
        return;
    }
    if (score.total_min == score.total_max) {
        for (const scoring::Held& held : scoring::holding_bands(table, score.total_min))
            out.holds.push_back({table[held.band].id.text(), held.above_floor.value(),
                                 held.below_top ? std::optional{held.below_top->value()} : std::nullopt});
    }
    if (answers.choice) out.choice = view_choice(*answers.choice, table, score, job);
    if (score.band_is_open())
        out.open = base::worded("bands {} hold the total {}, and no choice between them is recorded",
                                list_now(out.bands, " and "), score.total_min.to_string());
}

void hide_people(SeveralBands& several) {
    if (several.choice) several.choice->decided_by.clear();
}

std::vector<std::optional<std::string>> bands_or_none(const SeveralBands& several) {
    std::vector<std::optional<std::string>> bands{several.bands.begin(), several.bands.end()};
    if (several.none) bands.emplace_back();
    return bands;
}

Text bands_in_words(const SeveralBands& several) {
    std::vector<Text> bands;
    for (const std::string& band : several.bands) bands.emplace_back(Band{band});
    if (several.none) bands.push_back(say("none"));
    return listed(bands, " or ");
}

Text choice_clause(const ChoiceView& choice) {
    Text text = say("band {} is chosen", Band{choice.band});
    text += choice.by_panel ? " by the panel" : " in the questionnaire";
    if (!choice.decided_by.empty()) text += say(", decided by {}", choice.decided_by);
    if (choice.date) text += say(", {}", *choice.date);
    return choice.reason.empty() ? text : text + say(": {}", without_stop(choice.reason));
}

Text choice_in_words(const SeveralBands& several) {
    if (several.open)
        return say("Bands {} hold the total, and no choice between them is recorded.", list_now(several.bands, " and "));
    const ChoiceView* const choice = several.chosen();
    if (choice == nullptr) return {};
    return say("Bands {} hold the total; {}.", list_now(several.bands, " and "), choice_clause(*choice));
}

Table holding_table(const SeveralBands& several) {
    Table table{.caption = "Bands that hold the total",
                .columns = {{"band", "Band", Role::band},
                            {"above_floor", "Above floor", Role::points},
                            {"below_top", "Below top", Role::points}}};
    for (const HeldBand& one : several.holds) table.rows.push_back({Band{one.band}, one.above_floor, value_or(one.below_top)});
    return table;
}

}  // namespace je::report
