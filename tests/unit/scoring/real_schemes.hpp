// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Points and bands of public schemes, as drafts. schemes/*.yaml have the same with their sources; here they stand so that
// scoring is tested without a reader.

#include <string>
#include <utility>
#include <vector>

#include "support/draft.hpp"

namespace je::test {

/// Points given as words: "5 12 21".
inline Strings words(const std::string& text) {
    Strings result;
    std::istringstream in{text};
    for (std::string word; in >> word;) result.push_back(word);
    return result;
}

inline Draft scheme_of(const std::vector<std::pair<std::string, std::string>>& factors) {
    std::vector<Draft::Factor> result;
    for (const auto& [id, level_points] : factors) result.push_back(table_factor(id, words(level_points)));
    return simple_scheme(std::move(result));
}

/// States a band's max; a table whose last band has one is not open-ended.
inline void set_max(model::BandTableDraft& table, const std::string& band, const std::string& max) {
    for (auto& b : table.bands) {
        if (b.id.value == band) b.max = number(max);
    }
    table.open_ended = !table.bands.back().max.has_value();
}

/// NHS Agenda for Change: sixteen factors, bands 1 to 9 with integer limits. Totals 766 to 1000 are in no band.
inline Draft nhs() {
    const std::string six = "5 12 21 32 45 60";
    const std::string five = "6 15 27 42 60";
    const std::string eight = "4 9 15 22 30 39 49 60";
    const std::string effort = "3 7 12 18 25";
    Draft draft = scheme_of({{"communication", six},
                             {"knowledge", "16 36 60 88 120 156 196 240"},
                             {"analysis", five},
                             {"planning", five},
                             {"physical-skills", five},
                             {"patient-care", eight},
                             {"policy", six},
                             {"finance", six},
                             {"people", six},
                             {"information", "4 9 16 24 34 46 60"},
                             {"research", six},
                             {"freedom", six},
                             {"physical-effort", effort},
                             {"mental-effort", effort},
                             {"emotional-effort", "5 11 18 25"},
                             {"conditions", effort}});
    auto table = open_bands({{"1", "0"},
                             {"2", "161"},
                             {"3", "216"},
                             {"4", "271"},
                             {"5", "326"},
                             {"6", "396"},
                             {"7", "466"},
                             {"8a", "540"},
                             {"8b", "585"},
                             {"8c", "630"},
                             {"8d", "675"},
                             {"9", "721"}});
    for (std::size_t i = 0; i + 1 < table.bands.size(); ++i) {
        table.bands[i].max =
            base::Located<base::Decimal>{table.bands[i + 1].floor->value - base::Decimal::from_whole(1), at_line(1)};
    }
    set_max(table, "9", "765");
    draft.bands = {table};
    return draft;
}

/// The FES grade conversion, with both limits as printed, from grade `first` on.
inline model::BandTableDraft general_schedule(std::size_t first) {
    const std::vector<std::pair<std::string, std::string>> limits{
        {"190", "250"},   {"255", "450"},   {"455", "650"},   {"655", "850"},   {"855", "1100"},
        {"1105", "1350"}, {"1355", "1600"}, {"1605", "1850"}, {"1855", "2100"}, {"2105", "2350"},
        {"2355", "2750"}, {"2755", "3150"}, {"3155", "3600"}, {"3605", "4050"}, {"4055", ""}};
    Pairs floors;
    for (std::size_t grade = first; grade <= 15; ++grade)
        floors.emplace_back("GS-" + std::to_string(grade), limits[grade - 1].first);
    auto table = open_bands(floors);
    for (std::size_t grade = first; grade < 15; ++grade) {
        table.bands[grade - first].max = number(limits[grade - 1].second);
    }
    return table;
}

/// OPM Factor Evaluation System, nine factors.
inline Draft fes() {
    Draft draft = scheme_of({{"knowledge", "50 200 350 550 750 950 1250 1550 1850"},
                             {"controls", "25 125 275 450 650"},
                             {"guidelines", "25 125 275 450 650"},
                             {"complexity", "25 75 150 225 325 450"},
                             {"scope", "25 75 150 225 325 450"},
                             {"contacts", "10 25 60 110"},
                             {"purpose", "20 50 120 220"},
                             {"physical", "5 20 50"},
                             {"environment", "5 20 50"}});
    draft.bands = {general_schedule(1)};
    return draft;
}

/// OPM General Schedule Supervisory Guide: factor 5 from the base level of work, factor 6 raised by three special
/// situations, grade at least one above the base level.
inline Draft gssg() {
    Draft draft = scheme_of({{"scope", "175 350 550 775 900"}, {"setting", "100 250 350"}});
    draft.factors.push_back(named_factor("authority", {{"3-2", "450"}, {"3-3", "775"}, {"3-4", "900"}}));
    draft.factors.push_back(table_factor("contacts", words("25 50 75 100")));
    draft.factors.push_back(table_factor("purpose", words("30 75 100 125")));
    draft.factors.push_back(table_factor("work-directed", words("75 205 340 505 650 800 930 1030")));
    draft.factors.push_back(table_factor("other", words("310 575 975 1120 1225 1325")));
    draft.facts = {choice_fact("base", {"GS-4", "GS-9", "GS-11", "GS-13"}), number_fact("situations"), yes_no_fact("deputy")};
    draft.derived = {derivation("base-level", "work-directed", "base", {{"GS-4", "2"}, {"GS-9", "5"}, {"GS-11", "6"}})};
    draft.modifiers = {modifier("special", "other", "situations", "3", {"1", "2", "3"}, "4")};
    draft.band_rules = {band_rule("above-base", "base", {{"GS-9", "GS-11"}, {"GS-11", "GS-12"}},
                                  {on_factor("authority", "at_least", {"3-2"})}, {on_fact("deputy", "is", {"yes"})})};
    draft.bands = {general_schedule(5)};
    return draft;
}

/// A job at one level of every factor, lowest 1.
inline model::Answers all_at(const model::Scheme& scheme, std::size_t level) {
    model::Answers answers{scheme};
    for (auto& l : answers.levels) l = model::LevelIndex{level - 1};
    return answers;
}

}  // namespace je::test
