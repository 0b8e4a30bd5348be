// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/scoring/score.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::test::score_test {

namespace {

using scoring::ProblemKind;
using scoring::Score;

Score scored(const model::Scheme& scheme, const Pairs& levels, const Pairs& facts = {}) {
    return scoring::score(scheme, &scheme.band_tables()[0], answers_of(scheme, levels, facts));
}

std::string band_text(const model::Scheme& scheme, const model::BandOrNone& band) {
    return scheme.band_tables()[0].id_of(band).value_or("none");
}

std::string total_text(const Score& score) {
    return score.complete ? score.total_min.to_string() : score.total_min.to_string() + ".." + score.total_max.to_string();
}

std::string bands_text(const model::Scheme& scheme, const Score& score) {
    const auto lower = band_text(scheme, score.band_min);
    const auto upper = band_text(scheme, score.band_max);
    return lower == upper ? lower : lower + ".." + upper;
}

/// A matrix of contacts 1 2 3 by purpose A B C with one pair not allowed and one unlikely, and one plain factor.
Draft with_matrix() {
    Draft draft = simple_scheme({side_factor("contacts", {"1", "2", "3"}), side_factor("purpose", {"A", "B", "C"}),
                                 table_factor("effort", {"10", "25.5"})});
    draft.matrices = {matrix("pair", draft.factors[0], draft.factors[1], {"30 60 -", "45 75 145", "80? 110 180"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "100"}, {"C", "150"}})};
    return draft;
}

/// Two factors tied by a rule: effort 3 asks for knowledge 2.
Draft with_rule(const std::string& severity) {
    Draft draft = simple_scheme({table_factor("knowledge", {"20", "40"}), table_factor("effort", {"10", "20", "30"})});
    draft.constraints = {
        constraint("gate", severity, {on_factor("effort", "is", {"3"})}, {on_factor("knowledge", "at_least", {"2"})})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "50"}})};
    return draft;
}

}  // namespace

TEST_CASE("points add up and the band is the one that holds the total") {
    const auto scheme = made(nhs());
    const auto lowest = all_at(scheme, 1);
    CHECK(scoring::score(scheme, &scheme.band_tables()[0], lowest).total_min == points("86"));
    // Nurse, band 5, every factor at the bottom and at the top of its profile range (options letters left out).
    const Pairs bottom{{"communication", "4"},   {"knowledge", "5"},     {"analysis", "3"},         {"planning", "2"},
                       {"physical-skills", "2"}, {"patient-care", "5"},  {"policy", "1"},           {"finance", "1"},
                       {"people", "1"},          {"information", "1"},   {"research", "1"},         {"freedom", "3"},
                       {"physical-effort", "1"}, {"mental-effort", "2"}, {"emotional-effort", "2"}, {"conditions", "3"}};
    const Score low = scored(scheme, bottom);
    CHECK(total_text(low) == "317");
    CHECK(bands_text(scheme, low) == "4");
    Pairs top = bottom;
    for (const auto& [factor, level] : Pairs{{"physical-skills", "3"},
                                             {"finance", "2"},
                                             {"people", "2"},
                                             {"research", "2"},
                                             {"physical-effort", "4"},
                                             {"mental-effort", "3"},
                                             {"emotional-effort", "4"},
                                             {"conditions", "4"}}) {
        for (auto& entry : top) entry.second = entry.first == factor ? level : entry.second;
    }
    const Score high = scored(scheme, top);
    CHECK(total_text(high) == "390");
    CHECK(bands_text(scheme, high) == "5");
}

TEST_CASE("a total on a floor is in the band that begins there, one unit below is not") {
    Draft draft = simple_scheme({table_factor("f", {"99.9999", "100", "100.0001"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "100"}})};
    const auto scheme = made(draft);
    CHECK(bands_text(scheme, scored(scheme, {{"f", "1"}})) == "A");
    CHECK(bands_text(scheme, scored(scheme, {{"f", "2"}})) == "B");
    CHECK(bands_text(scheme, scored(scheme, {{"f", "3"}})) == "B");
}

TEST_CASE("a total beyond the last band's max, in a hole or below the first floor is in no band") {
    Draft draft = simple_scheme({table_factor("f", {"5", "10", "15", "20", "25"})});
    draft.bands = {open_bands({{"A", "10"}, {"B", "20"}})};
    set_max(draft.bands[0], "A", "12");
    set_max(draft.bands[0], "B", "20");
    const auto scheme = made(draft);
    const char* const expected[] = {"none", "A", "none", "B", "none"};
    for (std::size_t level = 1; level <= 5; ++level) {
        CAPTURE(level);
        const Score score = scored(scheme, {{"f", std::to_string(level)}});
        CHECK(bands_text(scheme, score) == expected[level - 1]);
        CHECK(score.complete);
    }
}

TEST_CASE("a factor without a level makes a range and never counts as zero") {
    const auto scheme = made(small_scheme());
    const Score score = scored(scheme, {{"effort", "2"}});
    CHECK_FALSE(score.complete);
    CHECK(total_text(score) == "50..90");
    CHECK(bands_text(scheme, score) == "B..C");
    CHECK_FALSE(score.factors[0].level.has_value());
    CHECK_FALSE(score.units[0].points.has_value());
    CHECK(score.units[0].lowest == points("20"));
    CHECK(score.units[0].highest == points("60"));
    CHECK(score.units[1].points == points("30"));
}

TEST_CASE("without a band table there are points and no bands") {
    const auto scheme = made(small_scheme());
    const Score score = scoring::score(scheme, nullptr, answers_of(scheme, {{"knowledge", "3"}, {"effort", "1"}}));
    CHECK(score.complete);
    CHECK(score.total_min == points("70"));
    CHECK_FALSE(bool{score.band_min});
    CHECK_FALSE(bool{score.points_band_max});
}

TEST_CASE("a matrix gives points to the pair of levels") {
    const auto scheme = made(with_matrix());
    const Score likely = scored(scheme, {{"contacts", "2"}, {"purpose", "C"}, {"effort", "2"}});
    CHECK(total_text(likely) == "170.5");
    CHECK(likely.problems.empty());
    const Score unlikely = scored(scheme, {{"contacts", "3"}, {"purpose", "A"}, {"effort", "1"}});
    CHECK(total_text(unlikely) == "90");
    REQUIRE(unlikely.problems.size() == 1);
    CHECK(unlikely.problems[0].kind == ProblemKind::cell_unlikely);
    CHECK_FALSE(unlikely.has_errors());
}

TEST_CASE("a matrix pair that is not allowed is an error and its points are not known") {
    const auto scheme = made(with_matrix());
    const Score score = scored(scheme, {{"contacts", "1"}, {"purpose", "C"}, {"effort", "1"}});
    REQUIRE(score.problems.size() == 1);
    CHECK(score.problems[0].kind == ProblemKind::cell_not_allowed);
    CHECK(score.has_errors());
    CHECK_FALSE(score.complete);
    CHECK(total_text(score) == "40..190");
}

TEST_CASE("one side of a matrix unknown gives a range over the cells that are allowed") {
    const auto scheme = made(with_matrix());
    CHECK(total_text(scored(scheme, {{"contacts", "1"}, {"effort", "1"}})) == "40..70");
    CHECK(total_text(scored(scheme, {{"purpose", "C"}, {"effort", "1"}})) == "155..190");
    CHECK(total_text(scored(scheme, {{"effort", "1"}})) == "40..190");
}

TEST_CASE("a derived level comes from the fact's table") {
    const auto scheme = made(gssg());
    const auto index = scheme.find_factor("work-directed").value().value();
    const Score derived = scored(scheme, {}, {{"base", "GS-9"}});
    CHECK(derived.factors[index].level == model::LevelIndex{4});
    CHECK(derived.factors[index].source == scoring::LevelSource::derived);
    CHECK(derived.factors[index].derivation == 0U);
    CHECK(derived.units[index].points == points("650"));
    const Score stated = scored(scheme, {{"work-directed", "5"}});
    CHECK(stated.factors[index].source == scoring::LevelSource::stated);
    CHECK(stated.units[index].points == points("650"));
}

TEST_CASE("a stated level that differs from the derived one is an error, and one that agrees is not") {
    const auto scheme = made(gssg());
    CHECK(scored(scheme, {{"work-directed", "5"}}, {{"base", "GS-9"}}).problems.empty());
    const Score score = scored(scheme, {{"work-directed", "6"}}, {{"base", "GS-9"}});
    REQUIRE(score.problems.size() == 1);
    CHECK(score.problems[0].kind == ProblemKind::derived_differs);
    CHECK(score.has_errors());
}

TEST_CASE("a fact that its table gives no level is an error, and the level is not made up") {
    const auto scheme = made(gssg());
    const Score score = scored(scheme, {}, {{"base", "GS-13"}});
    REQUIRE(score.problems.size() == 1);
    CHECK(score.problems[0].kind == ProblemKind::derived_no_entry);
    CHECK_FALSE(score.factors[scheme.find_factor("work-directed")->value()].level.has_value());
}

TEST_CASE("a modifier raises the levels it names, from its count on, to its ceiling and no further") {
    const auto scheme = made(gssg());
    const auto index = scheme.find_factor("other").value().value();
    struct Row {
        std::string level;
        std::string situations;
        std::size_t after;
        bool raised;
    };
    for (const Row& row : {Row{"1", "2", 0, false}, Row{"1", "3", 1, true}, Row{"3", "8", 3, true}, Row{"4", "8", 3, false},
                           Row{"5", "8", 4, false}, Row{"3", "2.9999", 2, false}}) {
        CAPTURE(row.level);
        CAPTURE(row.situations);
        const Score score = scored(scheme, {{"other", row.level}}, {{"situations", row.situations}});
        CHECK(score.factors[index].level == model::LevelIndex{row.after});
        CHECK(score.factors[index].modifier.has_value() == row.raised);
    }
}

TEST_CASE("a modifier whose fact is not given makes a range where it could matter, and only there") {
    const auto scheme = made(gssg());
    const auto index = scheme.find_factor("other").value().value();
    const Score open = scored(scheme, {{"other", "2"}});
    CHECK_FALSE(open.factors[index].level.has_value());
    CHECK(open.units[index].lowest == points("575"));
    CHECK(open.units[index].highest == points("975"));
    const Score settled = scored(scheme, {{"other", "5"}});
    CHECK(settled.factors[index].level == model::LevelIndex{4});
    const Score unknown = scored(scheme, {}, {{"situations", "4"}});
    CHECK(unknown.units[index].lowest == points("575"));
    CHECK(unknown.units[index].highest == points("1325"));
}

TEST_CASE("modifiers of one factor apply in order, each to what the one before left") {
    Draft draft = simple_scheme({table_factor("f", {"10", "20", "30", "40"})});
    draft.facts = {number_fact("a"), number_fact("b")};
    draft.modifiers = {modifier("first", "f", "a", "1", {"1"}, "2"), modifier("second", "f", "b", "1", {"1", "2"}, "4", "2")};
    const auto scheme = made(draft);
    const auto total = [&](const Pairs& facts) {
        return total_text(scoring::score(scheme, nullptr, answers_of(scheme, {{"f", "1"}}, facts)));
    };
    CHECK(total({{"a", "1"}, {"b", "1"}}) == "40");
    CHECK(total({{"a", "0"}, {"b", "1"}}) == "30");
    CHECK(total({{"a", "1"}, {"b", "0"}}) == "20");
    CHECK(total({{"b", "1"}}) == "30..40");
    CHECK(total({{"a", "1"}}) == "20..40");
    CHECK(total({}) == "10..40");
}

TEST_CASE("modifiers that leave the same level either way leave it known") {
    Draft draft = simple_scheme({table_factor("f", {"10", "20", "30"})});
    draft.facts = {number_fact("a"), number_fact("b")};
    draft.modifiers = {modifier("first", "f", "a", "1", {"1"}, "2"), modifier("second", "f", "b", "1", {"1"}, "2")};
    const auto scheme = made(draft);
    const Score score = scoring::score(scheme, nullptr, answers_of(scheme, {{"f", "1"}}, {{"b", "1"}}));
    CHECK(score.complete);
    CHECK(score.total_min == points("20"));
    CHECK(score.factors[0].level == model::LevelIndex{1});
}

TEST_CASE("a broken constraint is an error or a warning, as it says") {
    for (const std::string severity : {"error", "warning"}) {
        CAPTURE(severity);
        const auto scheme = made(with_rule(severity));
        const Score broken = scored(scheme, {{"knowledge", "1"}, {"effort", "3"}});
        REQUIRE(broken.problems.size() == 1);
        CHECK(broken.problems[0].kind ==
              (severity == "error" ? ProblemKind::constraint_error : ProblemKind::constraint_warning));
        CHECK(broken.has_errors() == (severity == "error"));
        CHECK(scored(scheme, {{"knowledge", "2"}, {"effort", "3"}}).problems.empty());
        CHECK(scored(scheme, {{"knowledge", "1"}, {"effort", "2"}}).problems.empty());
    }
}

TEST_CASE("a constraint that what is not known leaves open is no problem") {
    const auto scheme = made(with_rule("error"));
    CHECK(scored(scheme, {{"knowledge", "1"}}).problems.empty());
    CHECK(scored(scheme, {{"effort", "3"}}).problems.empty());
}

TEST_CASE("a constraint broken whatever the rest turns out to be is a problem of an incomplete job too") {
    Draft draft = simple_scheme({table_factor("a", {"1", "2"}), table_factor("b", {"1", "2"})});
    draft.constraints = {constraint("both", "error", {}, {on_factor("a", "is", {"2"}), on_factor("b", "is", {"2"})})};
    const auto scheme = made(draft);
    CHECK(scoring::score(scheme, nullptr, answers_of(scheme, {{"a", "1"}})).problems.size() == 1);
    CHECK(scoring::score(scheme, nullptr, answers_of(scheme, {{"a", "2"}})).problems.empty());
}

TEST_CASE("constraints look at facts and at levels after rules") {
    Draft draft = simple_scheme({table_factor("f", {"10", "20"})});
    draft.facts = {number_fact("count"), yes_no_fact("manager")};
    draft.modifiers = {modifier("m", "f", "count", "1", {"1"}, "2")};
    draft.constraints = {constraint("c", "error", {on_fact("manager", "is", {"no"})}, {on_factor("f", "at_most", {"1"})})};
    const auto scheme = made(draft);
    const auto problems = [&](const Pairs& facts) {
        return scoring::score(scheme, nullptr, answers_of(scheme, {{"f", "1"}}, facts)).problems.size();
    };
    CHECK(problems({{"count", "1"}, {"manager", "no"}}) == 1);
    CHECK(problems({{"count", "0"}, {"manager", "no"}}) == 0);
    CHECK(problems({{"count", "1"}, {"manager", "yes"}}) == 0);
    CHECK(problems({{"count", "1"}}) == 0);
}

TEST_CASE("a band rule raises the band and never lowers it") {
    const auto scheme = made(gssg());
    const Pairs low{{"scope", "1"},    {"setting", "1"}, {"authority", "3-2"},
                    {"contacts", "1"}, {"purpose", "1"}, {"other", "4"}};
    const Pairs staff{{"base", "GS-9"}, {"situations", "0"}, {"deputy", "no"}};
    const Score raised = scored(scheme, low, staff);
    CHECK(total_text(raised) == "2550");
    CHECK(band_text(scheme, raised.points_band_min) == "GS-11");
    CHECK(bands_text(scheme, raised) == "GS-11");
    CHECK_FALSE(raised.band_rule.has_value());

    Pairs lower = low;
    lower.back().second = "1";
    const Score lifted = scored(scheme, lower, {{"base", "GS-11"}, {"situations", "0"}, {"deputy", "no"}});
    CHECK(total_text(lifted) == "1890");
    CHECK(band_text(scheme, lifted.points_band_min) == "GS-9");
    CHECK(bands_text(scheme, lifted) == "GS-12");
    CHECK(lifted.band_rule == 0U);
    const Score deputy = scored(scheme, lower, {{"base", "GS-11"}, {"situations", "0"}, {"deputy", "yes"}});
    CHECK(bands_text(scheme, deputy) == "GS-9");
    CHECK_FALSE(deputy.band_rule.has_value());
}

TEST_CASE("a band rule that is not decided makes the band a range, unless it could not matter") {
    const auto scheme = made(gssg());
    const Pairs low{{"scope", "1"},    {"setting", "1"}, {"authority", "3-2"},
                    {"contacts", "1"}, {"purpose", "1"}, {"other", "1"}};
    const Score open = scored(scheme, low, {{"base", "GS-11"}, {"situations", "0"}});
    CHECK_FALSE(open.complete);
    CHECK(open.total_min == open.total_max);
    CHECK(bands_text(scheme, open) == "GS-9..GS-12");
    Pairs top{{"scope", "5"}, {"setting", "3"}, {"authority", "3-4"}, {"contacts", "4"}, {"purpose", "4"}, {"other", "6"}};
    const Score settled = scored(scheme, top, {{"base", "GS-11"}, {"situations", "0"}});
    CHECK(settled.complete);
    CHECK(bands_text(scheme, settled) == "GS-15");
}

TEST_CASE("a band rule does nothing to a total above the band it asks for, and nothing for a band the table lacks") {
    Draft draft = simple_scheme({table_factor("f", {"5", "15", "25"})});
    draft.facts = {choice_fact("base", {"x", "y"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "10"}})};
    set_max(draft.bands[0], "A", "9");
    set_max(draft.bands[0], "B", "20");
    draft.band_rules = {band_rule("r", "base", {{"x", "B"}, {"y", "A"}})};
    const auto scheme = made(draft);
    CHECK(bands_text(scheme, scored(scheme, {{"f", "1"}}, {{"base", "x"}})) == "B");
    CHECK(bands_text(scheme, scored(scheme, {{"f", "3"}}, {{"base", "x"}})) == "none");
    CHECK(bands_text(scheme, scored(scheme, {{"f", "2"}}, {{"base", "y"}})) == "B");

    base::Diagnostics diagnostics;
    const auto other = model::BandTable::make(open_bands({{"one", "0"}, {"two", "10"}}), diagnostics);
    const Score score = scoring::score(scheme, &*other, answers_of(scheme, {{"f", "1"}}, {{"base", "x"}}));
    CHECK(score.band_max == model::BandIndex{0});
    CHECK_FALSE(score.band_rule.has_value());
}

TEST_CASE("a score used again holds nothing of the job before") {
    const auto scheme = made(gssg());
    Score score;
    const auto& table = scheme.band_tables()[0];
    scoring::score_into(score, scheme, &table,
                        answers_of(scheme, {{"work-directed", "6"}, {"other", "1"}}, {{"base", "GS-9"}, {"situations", "5"}}));
    const auto answers = answers_of(scheme, {{"scope", "1"}});
    scoring::score_into(score, scheme, &table, answers);
    const Score fresh = scoring::score(scheme, &table, answers);
    CHECK(score.problems.empty());
    CHECK(score.total_min == fresh.total_min);
    CHECK(score.total_max == fresh.total_max);
    CHECK(score.band_rule == fresh.band_rule);
    for (std::size_t f = 0; f < score.factors.size(); ++f) {
        CHECK(score.factors[f].modifier == fresh.factors[f].modifier);
        CHECK(score.factors[f].derivation == fresh.factors[f].derivation);
        CHECK(score.factors[f].level == fresh.factors[f].level);
    }
}

TEST_CASE("margins run from the floor below to the next floor above") {
    Draft draft = small_scheme();
    draft.bands = {open_bands({{"A", "10"}, {"B", "50"}, {"C", "80"}})};
    set_max(draft.bands[0], "A", "30");
    set_max(draft.bands[0], "C", "90");
    const auto scheme = made(draft);
    struct Row {
        std::string total, above, to_next, next;
    };
    for (const Row& row :
         {Row{"9.9999", "-", "0.0001", "A"}, Row{"10", "0", "40", "B"}, Row{"30", "20", "20", "B"}, Row{"40", "-", "10", "B"},
          Row{"50", "0", "30", "C"}, Row{"79.5", "29.5", "0.5", "C"}, Row{"80", "0", "-", "-"}, Row{"91", "-", "-", "-"}}) {
        CAPTURE(row.total);
        const auto m = scoring::margins(scheme.band_tables()[0], points(row.total));
        CHECK((m.above_floor ? m.above_floor->to_string() : "-") == row.above);
        CHECK((m.to_next ? m.to_next->to_string() : "-") == row.to_next);
        CHECK(scheme.band_tables()[0].id_of(m.next_band).value_or("-") == row.next);
    }
}

}  // namespace je::test::score_test
