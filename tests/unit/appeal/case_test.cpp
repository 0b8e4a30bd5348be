// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <doctest/doctest.h>

#include "je/panel/outcome.hpp"
#include "oracle/slow_changes.hpp"
#include "support/bands.hpp"
#include "support/process.hpp"

namespace je::appeal::case_test {

namespace {

using test::ground;
using test::Recorded;

const std::string two = "m1:management u1:union";

/// Two panels' agreed levels, "2 1" and "3 1", in the scheme's order; '.' for none.
struct Setting {
    model::Scheme scheme;
    model::Panel original;
    std::optional<model::Panel> repanel;
    model::Appeal appeal;

    [[nodiscard]] AppealCase appeal_case() const {
        return {.scheme = &scheme,
                .bands = test::bands_of(scheme),
                .appeal = &appeal,
                .original = &original,
                .repanel = repanel ? &*repanel : nullptr};
    }
};

model::Panel panel_of(const model::Scheme& scheme, const std::string& agreed, const std::string& id) {
    std::istringstream words{agreed};
    std::vector<Recorded> factors;
    for (const auto& factor : scheme.factors()) {
        std::string level;
        words >> level;
        factors.push_back({factor.id.text(), "", level == "." ? "" : level});
    }
    return test::made(test::panel_draft(scheme, two, factors, id), scheme);
}

Setting setting(const test::Draft& draft, const std::string& before, const std::string& after,
                const std::vector<model::AppealDraft::Ground>& grounds, const std::string& claims_band = "") {
    auto scheme = test::made(draft);
    auto original = panel_of(scheme, before, "panel");
    std::optional<model::Panel> again;
    if (!after.empty()) again = panel_of(scheme, after, "again");
    auto appeal_draft = test::appeal_draft(grounds);
    if (after.empty()) appeal_draft.repanel.reset();
    if (!claims_band.empty()) appeal_draft.claims_band = test::text(claims_band);
    auto appeal = test::made(appeal_draft, scheme);
    return {std::move(scheme), std::move(original), std::move(again), std::move(appeal)};
}

std::string shown(const Setting& s, const Change& change) {
    const auto& factor = s.scheme[change.factor];
    const auto level = [&](const auto& index) { return index ? factor[*index].id.text() : std::string{"."}; };
    return factor.id.text() + " " + level(change.from) + ">" + level(change.to) + " " +
           (change.points ? change.points->value().to_string() : "?") + (change.ground != nullptr ? " appealed" : "");
}

test::Strings shown_changes(const Setting& s) {
    test::Strings result;
    for (const auto& change : changes(s.appeal_case())) result.push_back(shown(s, change));
    return result;
}

/// Three factors of 20/40/60, 10/30 and 0/5/10 points; bands A, B, C, D from 0, 50, 80 and 95.
test::Draft plain_scheme() {
    auto draft =
        test::simple_scheme({test::table_factor("knowledge", {"20", "40", "60"}), test::table_factor("effort", {"10", "30"}),
                             test::table_factor("care", {"0", "5", "10"})});
    draft.bands = {test::open_bands({{"A", "0"}, {"B", "50"}, {"C", "80"}, {"D", "95"}})};
    return draft;
}

/// Two sides of a matrix and a plain factor.
test::Draft matrix_scheme() {
    auto draft = test::simple_scheme({test::side_factor("thinking", {"1", "2", "3"}), test::side_factor("freedom", {"1", "2"}),
                                      test::table_factor("care", {"0", "5"})});
    draft.matrices = {test::matrix("problems", draft.factors[0], draft.factors[1], {"10 30", "20 50", "40 100"})};
    draft.bands = {test::open_bands({{"A", "0"}, {"B", "50"}, {"C", "90"}})};
    return draft;
}

std::int64_t sum_of(const std::vector<Change>& all) {
    std::int64_t sum = 0;
    for (const auto& change : all) sum += change.points.value().value().units();
    return sum;
}

}  // namespace

TEST_CASE("changes: the factors that differ, with what each moves and whether it was appealed") {
    const auto grounds = std::vector{ground("level", "knowledge", "3"), ground("process")};
    const auto draft = plain_scheme();
    CHECK(shown_changes(setting(draft, "2 1 2", "", grounds)).empty());
    CHECK(shown_changes(setting(draft, "2 1 2", "2 1 2", grounds)).empty());
    CHECK((shown_changes(setting(draft, "2 1 2", "3 1 1", grounds)) ==
           test::Strings{"knowledge 2>3 20 appealed", "care 2>1 -5"}));
    CHECK((shown_changes(setting(draft, "2 1 .", "3 2 .", grounds)) ==
           test::Strings{"knowledge 2>3 ? appealed", "effort 1>2 ?"}));
    CHECK((shown_changes(setting(draft, "2 1 1", "2 2 .", grounds)) == test::Strings{"effort 1>2 ?", "care 1>. ?"}));
}

TEST_CASE("changes of two sides of a matrix are told one after the other, in the scheme's order") {
    const auto draft = matrix_scheme();
    CHECK((shown_changes(setting(draft, "1 1 1", "3 2 1", {ground("level", "freedom", "2")})) ==
           test::Strings{"thinking 1>3 30", "freedom 1>2 60 appealed"}));
}

TEST_CASE("changes add up to the difference of the totals, over every pair of outcomes") {
    for (const auto& draft : {plain_scheme(), matrix_scheme()}) {
        const auto scheme = test::made(draft);
        std::vector<model::Panel> all;
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            std::string agreed;
            for (const auto level : levels) agreed += std::to_string(level.value() + 1) + " ";
            all.push_back(panel_of(scheme, agreed, "panel"));
        });
        REQUIRE(all.size() >= 12);
        const auto appeal = test::made(test::appeal_draft({ground("process")}), scheme);
        for (const auto& before : all) {
            for (const auto& after : all) {
                const AppealCase appeal_case{.scheme = &scheme,
                                             .bands = test::bands_of(scheme),
                                             .appeal = &appeal,
                                             .original = &before,
                                             .repanel = &after};
                const auto difference = panel::outcome(appeal_case.repanel_case()).total_max -
                                        panel::outcome(appeal_case.original_case()).total_max;
                CHECK(sum_of(changes(appeal_case)) == difference.value().units());
            }
        }
    }
}

TEST_CASE("changes pass through a cell that is not allowed, and still add up") {
    auto draft = matrix_scheme();
    draft.matrices = {test::matrix("problems", draft.factors[0], draft.factors[1], {"10 30", "20 50", "- 100"})};
    // From 10 (1, 1) to 100 (3, 2): between them (3, 1) is not allowed, so that the first has none and the second all.
    const auto s = setting(draft, "1 1 1", "3 2 2", {ground("process")});
    CHECK((shown_changes(s) == test::Strings{"thinking 1>3 0", "freedom 1>2 90", "care 1>2 5"}));
}

TEST_CASE("direction: by band, and none higher or lower where a panel's outcome is in no band") {
    struct Row {
        std::string before;
        std::string after;
        std::optional<model::BandMove> direction;
    };
    auto draft = plain_scheme();
    const auto check = [&](const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            CAPTURE(row.before);
            CAPTURE(row.after);
            CHECK((direction(setting(draft, row.before, row.after, {ground("process")}).appeal_case()) == row.direction));
        }
    };
    using model::BandMove;
    check({{"2 1 1", "2 1 1", BandMove::same},
           {"2 1 1", "2 2 1", BandMove::same},  // 50 to 70, both B
           {"1 1 1", "2 1 1", BandMove::up},    // 30 to 50
           {"2 1 1", "1 1 3", BandMove::down},  // 50 to 40
           {"2 1 1", "", {}},                   // the re-panel has not sat
           {"2 1 .", "3 2 1", {}},
           {"2 1 1", "3 2 .", {}}});
    draft.bands.clear();
    check({{"2 1 1", "2 1 1", {}}, {"2 1 1", "2 1 2", {}}});
    const auto moved = points_moved(setting(draft, "2 1 2", "2 1 1", {ground("process")}).appeal_case());
    REQUIRE(moved.has_value());
    CHECK(*moved < model::Points{});
    draft.bands = {test::open_bands({{"A", "45"}, {"B", "80"}})};
    check({{"1 1 1", "2 1 1", BandMove::into_a_band},
           {"2 1 1", "1 1 1", BandMove::out_of_bands},
           {"1 1 1", "1 1 2", BandMove::in_no_band}});
}

TEST_CASE("what it takes: the band claimed, else the next one, from the latest outcome") {
    const auto band = [](const WhatItTakes& takes) {
        return takes.claimed.visit([](model::BandIndex one) { return std::string(1, static_cast<char>('A' + one.value())); },
                                   [] { return std::string{"-"}; });
    };
    const auto draft = plain_scheme();
    const auto grounds = std::vector{ground("level", "knowledge", "3"), ground("facts")};
    // 50 points, B. C begins at 80: knowledge 3 gives 70.
    const auto named = what_it_takes(setting(draft, "2 1 1", "", grounds, "C").appeal_case());
    CHECK(band(named) == "C");
    CHECK_FALSE(named.reached);
    CHECK(named.among_appealed.sets.empty());
    CHECK_FALSE(named.among_all.sets.empty());
    CHECK_FALSE(named.down.sets.empty());
    CHECK(band(what_it_takes(setting(draft, "2 1 1", "", grounds).appeal_case())) == "C");
    CHECK(band(what_it_takes(setting(draft, "2 1 1", "", grounds, "D").appeal_case())) == "D");
    CHECK(band(what_it_takes(setting(draft, "2 1 1", "", grounds, "Z").appeal_case())) ==
          "C");  // no band of that name: the next one
    CHECK(band(what_it_takes(setting(draft, "3 2 3", "", grounds).appeal_case())) == "-");  // 100 points, the highest band
    CHECK_FALSE(what_it_takes(setting(draft, "3 2 3", "", grounds).appeal_case()).reached);
    // 90 points after the re-panel, C: reached, and nothing more is asked for.
    const auto reached = what_it_takes(setting(draft, "2 1 1", "3 2 1", grounds, "C").appeal_case());
    CHECK(reached.reached);
    CHECK(reached.among_all.sets.empty());
    CHECK(reached.among_appealed.sets.empty());
    CHECK_FALSE(reached.down.sets.empty());
    CHECK(what_it_takes(setting(draft, "2 1 1", "3 2 1", grounds, "B").appeal_case()).reached);
    CHECK_FALSE(what_it_takes(setting(draft, "2 1 1", "3 2 1", grounds, "D").appeal_case()).reached);
    // No level, no sets.
    const auto open = what_it_takes(setting(draft, "2 1 .", "", grounds, "C").appeal_case());
    CHECK(band(open) == "C");
    CHECK(open.among_all.sets.empty());
    CHECK(open.down.sets.empty());
    auto without_bands = draft;
    without_bands.bands.clear();
    CHECK(band(what_it_takes(setting(without_bands, "2 1 1", "", grounds).appeal_case())) == "-");
}

TEST_CASE("no factor appealed, nothing among those appealed") {
    const auto takes = what_it_takes(setting(plain_scheme(), "2 1 1", "", {ground("process")}, "C").appeal_case());
    CHECK(takes.among_appealed.sets.empty());
    CHECK_FALSE(takes.among_all.sets.empty());
}

TEST_CASE("what it takes, over every outcome and set of factors appealed, is what an exhaustive search finds") {
    std::size_t sets = 0;
    for (const auto& draft : {plain_scheme(), matrix_scheme()}) {
        const auto scheme = test::made(draft);
        const auto& table = scheme.band_tables()[0];
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            std::string agreed;
            for (const auto level : levels) agreed += std::to_string(level.value() + 1) + " ";
            const auto original = panel_of(scheme, agreed, "panel");
            for (std::size_t subset = 1; subset < 8; ++subset) {
                std::vector<model::AppealDraft::Ground> grounds;
                std::vector<model::FactorIndex> only;
                for (std::size_t f = 0; f < 3; ++f) {
                    if ((subset >> f) % 2 == 0) continue;
                    grounds.push_back(ground("level", scheme.factors()[f].id.text()));
                    only.emplace_back(f);
                }
                for (std::size_t b = 0; b < table.bands().size(); ++b) {
                    auto appeal_draft = test::appeal_draft(grounds);
                    appeal_draft.claims_band = test::text(table.bands()[b].id.text());
                    const auto appeal = test::made(appeal_draft, scheme);
                    const AppealCase appeal_case{.scheme = &scheme, .bands = &table, .appeal = &appeal, .original = &original};
                    const auto takes = what_it_takes(appeal_case, 0);
                    const model::BandIndex band{b};
                    CAPTURE(agreed);
                    CAPTURE(subset);
                    CAPTURE(b);
                    const auto now = slow::outcome(scheme, &table, levels, {});
                    REQUIRE(takes.reached == (*now.band >= band));
                    const auto search = [&](scoring::Direction direction, const std::vector<model::FactorIndex>& may_move,
                                            std::optional<model::BandIndex> to) {
                        return slow::text_of(slow::EveryChange{scheme, table, levels, {}, direction, may_move, to}.find(3));
                    };
                    const auto text = [&](const auto& found) { return slow::text_of(slow::as_changes(scheme, found.sets)); };
                    CHECK(text(takes.down) == search(scoring::Direction::lower, {}, {}));
                    CHECK(text(takes.up_and_out) == search(scoring::Direction::raise_and_lose, {}, {}));
                    if (takes.reached) continue;
                    CHECK(text(takes.among_all) == search(scoring::Direction::raise, {}, band));
                    CHECK(text(takes.among_appealed) == search(scoring::Direction::raise, only, band));
                    for (const auto& set : takes.among_appealed.sets) {
                        ++sets;
                        for (const auto& change : set.changes) CHECK((subset >> change.factor.value()) % 2 == 1);
                        CHECK((test::plain(set.to_band) >= band));
                    }
                }
            }
        });
    }
    CHECK(sets > 200);
}

TEST_CASE("at most so many sets are kept, the smallest first") {
    const auto s = setting(plain_scheme(), "1 1 1", "", {ground("process")}, "B");
    const auto all = what_it_takes(s.appeal_case(), 0);
    REQUIRE(all.among_all.sets.size() > 1);
    const auto one = what_it_takes(s.appeal_case(), 1);
    REQUIRE(one.among_all.sets.size() == 1);
    CHECK(one.among_all.sets[0].steps == all.among_all.sets[0].steps);
    CHECK(one.among_all.sets[0].points == all.among_all.sets[0].points);
    CHECK(one.among_all.found == all.among_all.sets.size());
    CHECK(one.among_all.one_step_each == all.among_all.one_step_each);
}

TEST_CASE("if every claim were met: the levels claimed in place of the original panel's, whatever the re-panel did") {
    const auto s = setting(plain_scheme(), "1 1 1", "1 1 2",
                           {ground("level", "knowledge", "3"), ground("level", "care", "2"), ground("process")});
    const auto score = if_claims_met(s.appeal_case());
    CHECK(score.total_min.value() == base::Decimal::from_whole(75));
    CHECK(test::bands_of(s.scheme)->id_of(score.band_min) == "B");
}

}  // namespace je::appeal::case_test
