// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/outcome.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "support/close.hpp"
#include "support/process.hpp"

namespace je::panel::outcome_test {

namespace {

using model::LevelIndex;

/// "2 3": levels as people count them, from 1.
std::vector<LevelIndex> levels(const std::string& text) {
    std::vector<LevelIndex> result;
    std::istringstream words{text};
    for (std::size_t level = 0; words >> level;) result.emplace_back(level - 1);
    return result;
}

std::string shown(const std::optional<LevelRange>& range) {
    if (!range) return "none";
    const auto text = [](LevelIndex level) { return std::to_string(level.value() + 1); };
    return range->lowest == range->highest ? text(range->lowest) : text(range->lowest) + " to " + text(range->highest);
}

std::string shown(const RangeOutcome& outcome, const model::BandTable& table) {
    const auto band = [&](const auto& one) { return table.id_of(one).value_or("-"); };
    return outcome.total_min.value().to_string() + " to " + outcome.total_max.value().to_string() + ", " +
           band(outcome.band_min) + " to " + band(outcome.band_max);
}

// Knowledge gives 20, 40, 60 points, effort 10, 30; band A from 0, B from 50, C from 80.
const std::string three = "m1:management:chair u1:union u2:union o1:independent:observer";

std::vector<std::string> names(const model::Panel& panel, const std::vector<model::PanellistIndex>& people) {
    std::vector<std::string> result;
    for (const auto person : people) result.push_back(panel[person].id.text());
    return result;
}

}  // namespace

TEST_CASE("one level out of several, by each rule") {
    struct Row {
        std::string given;
        std::string median;
        std::string majority;
        std::string mean;
        std::string lowest;
        std::string highest;
    };
    for (const Row& row : std::vector<Row>{
             {"", "none", "none", "none", "none", "none"},
             {"3", "3", "3", "3", "3", "3"},
             {"2 2", "2", "2", "2", "2", "2"},
             {"1 2", "1 to 2", "1 to 2", "1 to 2", "1", "2"},  // mean 1.5
             {"1 3", "1 to 3", "1 to 3", "2", "1", "3"},       // mean 2, which nobody gave
             {"3 1", "1 to 3", "1 to 3", "2", "1", "3"},       // in any order
             {"1 1 2", "1", "1", "1", "1", "2"},               // mean 1.33
             {"1 2 2", "2", "2", "2", "1", "2"},               // mean 1.67
             {"1 2 3", "2", "1 to 3", "2", "1", "3"},
             {"1 1 4", "1", "1", "2", "1", "4"},                   // mean 2
             {"1 1 2 2", "1 to 2", "1 to 2", "1 to 2", "1", "2"},  // exactly half is no majority
             {"1 1 1 2", "1", "1", "1", "1", "2"},                 // mean 1.25
             {"1 1 2 3", "1 to 2", "1 to 3", "2", "1", "3"},       // mean 1.75
             {"3 3 5 5", "3 to 5", "3 to 5", "4", "3", "5"},       // two sides, two levels apart
             {"1 1 3 5", "1 to 3", "1 to 5", "2 to 3", "1", "5"},  // mean 2.5
             {"2 2 2 5 5", "2", "2", "3", "2", "5"},               // mean 3.2
             {"1 2 2 3 3 3", "2 to 3", "1 to 3", "2", "1", "3"},   // mean 2.33; half give 3
             {"1 2 3 3 3 3", "3", "3", "2 to 3", "1", "3"},        // mean 2.5
         }) {
        CAPTURE(row.given);
        CHECK(shown(level_by(LevelRule::median, levels(row.given))) == row.median);
        CHECK(shown(level_by(LevelRule::majority, levels(row.given))) == row.majority);
        CHECK(shown(level_by(LevelRule::mean_nearest, levels(row.given))) == row.mean);
        CHECK(shown(level_by(LevelRule::lowest, levels(row.given))) == row.lowest);
        CHECK(shown(level_by(LevelRule::highest, levels(row.given))) == row.highest);
    }
}

TEST_CASE("the words of the rules") {
    std::string all;
    for (const LevelRule rule : level_rules) all += std::string{to_text(rule)} + " ";
    CHECK(all == "median majority mean-nearest lowest highest ");
}

TEST_CASE("the outcome is the score of the agreed levels; without one it is a range") {
    const auto scheme = test::made(test::small_scheme());
    const auto agreed =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "1 1 1", "2"}, {"effort", "1 1 1", "2"}}), scheme);
    const auto score = outcome(test::case_of(scheme, agreed));
    CHECK(score.complete);
    CHECK((score.total_max == test::points("70")));
    CHECK((score.band_max == model::BandIndex{1}));
    const auto open =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "1 1 1", ""}, {"effort", "1 1 1", "2"}}), scheme);
    const auto range = outcome(test::case_of(scheme, open));
    CHECK_FALSE(range.complete);
    CHECK((range.total_min == test::points("50")));
    CHECK((range.total_max == test::points("90")));
}

TEST_CASE("the outcome by other rules, worked by hand") {
    const auto scheme = test::made(test::small_scheme());
    const auto& table = scheme.band_tables()[0];
    const auto panel = test::made(test::panel_draft(scheme, "m1:management m2:management u1:union u2:union",
                                                    {{"knowledge", "1 1 3 3", "2"}, {"effort", "1 1 1 2", "1"}}),
                                  scheme);
    const auto panel_case = test::case_of(scheme, panel);
    const auto by = [&](LevelRule rule, const std::vector<model::PanellistIndex>& voters) {
        return shown(outcome_by(panel_case, rule, voters), table);
    };
    const auto all = deciders(panel);
    CHECK(by(LevelRule::median, all) == "30 to 70, A to B");    // 20 or 60, and 10
    CHECK(by(LevelRule::majority, all) == "30 to 70, A to B");  // no majority on knowledge
    CHECK(by(LevelRule::mean_nearest, all) == "50 to 50, B to B");
    CHECK(by(LevelRule::lowest, all) == "30 to 30, A to A");
    CHECK(by(LevelRule::highest, all) == "90 to 90, C to C");
    const std::vector<model::PanellistIndex> union_side{model::PanellistIndex{2}, model::PanellistIndex{3}};
    CHECK(by(LevelRule::median, union_side) == "70 to 90, B to C");
    CHECK(by(LevelRule::median, {}) == "50 to 50, B to B");  // nobody's levels: the agreed ones
    CHECK(outcome_by(panel_case, LevelRule::lowest, all).is_decided());
    CHECK_FALSE(outcome_by(panel_case, LevelRule::median, all).is_decided());
}

TEST_CASE("a factor for which nobody recorded a level keeps its agreed one") {
    const auto scheme = test::made(test::small_scheme());
    const auto panel =
        test::made(test::panel_draft(scheme, three, {{"knowledge", ". . .", "3"}, {"effort", "1 . 2", "2"}}), scheme);
    const auto panel_case = test::case_of(scheme, panel);
    CHECK(shown(outcome_by(panel_case, LevelRule::lowest, deciders(panel)), scheme.band_tables()[0]) == "70 to 70, B to B");
    CHECK(shown(outcome_by(panel_case, LevelRule::median, deciders(panel)), scheme.band_tables()[0]) == "70 to 90, B to C");
}

TEST_CASE("without each panellist in turn, worked by hand") {
    const auto scheme = test::made(test::small_scheme());
    const auto& table = scheme.band_tables()[0];
    const auto panel =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "1 2 3", "2"}, {"effort", "1 1 2", "1"}}), scheme);
    const auto left_out = leave_one_out(test::case_of(scheme, panel));
    // By median of all: 40 and 10.
    REQUIRE(left_out.size() == 3);
    CHECK(shown(left_out[0].by_median, table) == "50 to 90, B to C");  // 2, 3 and 1, 2
    CHECK((left_out[0].moves_total == test::points("40")));
    CHECK(shown(left_out[1].by_median, table) == "30 to 90, A to C");  // 1, 3 and 1, 2
    CHECK((left_out[1].moves_total == test::points("40")));
    CHECK(shown(left_out[2].by_median, table) == "30 to 50, A to B");  // 1, 2 and 1, 1
    CHECK((left_out[2].moves_total == test::points("20")));
    CHECK((names(panel, most_influential(left_out)) == test::Strings{"m1", "u1"}));  // a tie names both
}

TEST_CASE("nobody is most influential where leaving anyone out moves nothing, or only one decides") {
    const auto scheme = test::made(test::small_scheme());
    const auto same =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "2 2 2", "2"}, {"effort", "1 1 1", "1"}}), scheme);
    const auto left_out = leave_one_out(test::case_of(scheme, same));
    REQUIRE(left_out.size() == 3);
    for (const auto& one : left_out) CHECK((one.moves_total == model::Points{}));
    CHECK(most_influential(left_out).empty());
    const auto alone = test::made(
        test::panel_draft(scheme, "m1:management o1:union:observer", {{"knowledge", "2", "2"}, {"effort", "1", "1"}}), scheme);
    CHECK(leave_one_out(test::case_of(scheme, alone)).empty());
    CHECK(most_influential({}).empty());
}

TEST_CASE("one person most influential") {
    const auto scheme = test::made(test::small_scheme());
    const auto panel =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "1 1 3", "1"}, {"effort", "1 1 1", "1"}}), scheme);
    const auto left_out = leave_one_out(test::case_of(scheme, panel));
    // Median of all 1. Without m1 or u1 it is from 1 to 3; without u2 it stays.
    CHECK((names(panel, most_influential(left_out)) == test::Strings{"m1", "u1"}));
    const auto chair =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "2 1 3", "2"}, {"effort", "2 1 1", "1"}}), scheme);
    // Of all: 2 and 1, 50 points. Without m1: 1 to 3 and 1, 30 to 70. Without u1: 2 to 3 and 1 to 2, 50 to 90. Without u2: 1 to
    // 2, 1 to 2, 30 to 70.
    CHECK((names(chair, most_influential(leave_one_out(test::case_of(scheme, chair)))) == test::Strings{"u1"}));
}

TEST_CASE("side means: over the factors that all scored, levels counted from 1") {
    const auto scheme = test::made(test::small_scheme());
    const auto means = [&](const std::string& people, const std::vector<test::Recorded>& factors) {
        const auto panel = test::made(test::panel_draft(scheme, people, factors), scheme);
        std::vector<SideMean> result = side_means(test::case_of(scheme, panel));
        return result;
    };
    const auto all = means("u1:union m1:management:chair u2:union i1:independent",
                           {{"knowledge", "3 1 2 2", "2"}, {"effort", "2 1 1 1", "1"}});
    REQUIRE(all.size() == 3);
    CHECK((all[0].side == model::Side::management));
    CHECK(test::close(all[0].mean, 1.0));
    CHECK(all[0].levels == 2);
    CHECK(all[0].panellists == 1);
    CHECK((all[1].side == model::Side::union_side));
    CHECK(test::close(all[1].mean, 2.0));  // 3, 2 and 2, 1
    CHECK(all[1].levels == 4);
    CHECK(all[1].panellists == 2);
    CHECK((all[2].side == model::Side::independent));
    CHECK(test::close(all[2].mean, 1.5));

    // The factor that u2 did not score counts for nobody.
    const auto some = means("u1:union m1:management u2:union", {{"knowledge", "3 1 2", "2"}, {"effort", "2 1 .", "1"}});
    REQUIRE(some.size() == 2);
    CHECK(test::close(some[0].mean, 1.0));
    CHECK(some[0].levels == 1);
    CHECK(test::close(some[1].mean, 2.5));
    CHECK(some[1].levels == 2);

    CHECK(means("u1:union m1:management", {{"knowledge", "3 .", "2"}, {"effort", ". 1", "1"}}).empty());
    CHECK(means("u1:union m1:management", {}).empty());
}

TEST_CASE("who decides, and what people are called") {
    const auto scheme = test::made(test::small_scheme());
    const auto panel = test::made(
        test::panel_draft(scheme, "m1:management:chair u1:union:observer u2:union a1:independent:adviser", {}), scheme);
    CHECK((names(panel, deciders(panel)) == test::Strings{"m1", "u2"}));
    const auto recorded = Names::as_recorded(panel);
    panel::Pseudonyms numbers;
    const auto hidden = Names::pseudonyms(panel, numbers);
    CHECK_FALSE(recorded.are_pseudonyms());
    CHECK(hidden.are_pseudonyms());
    CHECK(recorded.list({}) == "nobody");
    CHECK(recorded.list({model::PanellistIndex{0}}) == "m1");
    CHECK(recorded.list({model::PanellistIndex{0}, model::PanellistIndex{2}}) == "m1 and u2");
    CHECK(recorded.list({model::PanellistIndex{0}, model::PanellistIndex{1}, model::PanellistIndex{2}}) == "m1, u1 and u2");
    CHECK(hidden.list({model::PanellistIndex{2}, model::PanellistIndex{3}}) ==
          "panellist 3 (union) and panellist 4 (independent)");
}

TEST_CASE("why there are no band chances") {
    auto draft = test::small_scheme();
    const std::vector<test::Recorded> given{{"knowledge", "1 2 3", "2"}, {"effort", "1 1 2", "1"}};
    const auto reason = [&](const std::vector<test::Recorded>& factors, bool with_bands = true) {
        const auto scheme = test::made(draft);
        const auto panel = test::made(test::panel_draft(scheme, three, factors), scheme);
        auto panel_case = test::case_of(scheme, panel);
        if (!with_bands) panel_case.bands = nullptr;
        return band_chances(panel_case).reason();
    };
    CHECK(reason(given).empty());
    CHECK(reason(given, false) == "there are no bands");
    CHECK(reason({given[1]}) == "no level is recorded for knowledge");
    draft.facts = {test::number_fact("staff"), test::choice_fact("base", {"x"})};
    draft.modifiers = {test::modifier("more-staff", "effort", "staff", "3", {"1"}, "2")};
    CHECK(reason(given) == "a rule of the scheme decides the level of effort by a fact that is not known");
    CHECK(reason({given[0], {"effort", "2 2 2", "2"}}).empty());  // no level that the rule raises
    draft.modifiers.clear();
    draft.band_rules = {test::band_rule("floor", "base", {{"x", "B"}})};
    CHECK(reason(given) == "the scheme has rules that set the band by facts and not by points alone");
}

TEST_CASE("band chances of a panel of three, worked by hand") {
    const auto scheme = test::made(test::small_scheme());
    const auto panel =
        test::made(test::panel_draft(scheme, three, {{"knowledge", "1 2 3", "2"}, {"effort", "1 1 2", "1"}}), scheme);
    const auto chances = band_chances(test::case_of(scheme, panel));
    REQUIRE(chances.has_value());
    // 30 (2 of 9), 50 (3 of 9: 40 + 10 twice, 20 + 30 once), 70 (3 of 9), 90 (1 of 9).
    REQUIRE(chances->size() == 3);
    CHECK(test::close((*chances)[0].chance, 2.0 / 9));
    CHECK(test::close((*chances)[1].chance, 6.0 / 9));
    CHECK(test::close((*chances)[2].chance, 1.0 / 9));
}

}  // namespace je::panel::outcome_test
