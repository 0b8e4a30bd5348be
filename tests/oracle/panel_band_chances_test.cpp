// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>

#include "je/panel/outcome.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_panel.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::slow::panel_band_chances_test {

namespace {

using panel::PanelCase;

struct Met {
    std::size_t panels = 0;
    std::size_t without = 0;  // panels without chances
    std::size_t several_bands = 0;
    std::size_t open = 0;  // outcomes that a rule left open
};

/// Chances by band, no band under -1.
std::map<int, double> by_band(const std::vector<panel::BandChance>& chances) {
    std::map<int, double> result;
    for (const auto& one : chances)
        result[one.band.visit([](model::BandIndex i) { return static_cast<int>(i.value()); }, [] { return -1; })] += one.chance;
    return result;
}

std::string text_of(const std::map<int, double>& chances) {
    std::string text;
    for (const auto& [band, chance] : chances) text += std::to_string(band) + ": " + std::to_string(chance) + "; ";
    return text;
}

void compare_chances(const PanelCase& panel_case, Met& met) {
    const auto found = panel::band_chances(panel_case);
    const auto expected = every_drawing(panel_case);
    ++met.panels;
    CAPTURE(found.reason());
    REQUIRE(found.has_value() == expected.has_value());
    if (!expected) {
        ++met.without;
        CHECK(!found.reason().empty());
        return;
    }
    const auto actual = by_band(*found);
    CAPTURE(text_of(actual));
    CAPTURE(text_of(*expected));
    CHECK(actual.size() == found->size());  // no band twice
    REQUIRE(actual.size() == expected->size());
    double sum = 0;
    for (const auto& [band, chance] : *expected) {
        REQUIRE(actual.count(band) == 1);
        CHECK(test::close(actual.at(band), chance, 0, 1e-12));
        sum += actual.at(band);
    }
    CHECK(test::close(sum, 1, 0, 1e-12));
    for (std::size_t i = 1; i < found->size(); ++i) CHECK(model::NoneFirst{}((*found)[i - 1].band, (*found)[i].band));
    met.several_bands += actual.size() > 1 ? 1 : 0;
}

void compare_outcomes(const PanelCase& panel_case, Met& met) {
    const auto voters = panel::deciders(*panel_case.panel);
    for (const auto rule : panel::level_rules) {
        CAPTURE(std::string{to_text(rule)});
        const auto found = panel::outcome_by(panel_case, rule, voters);
        const auto expected = outcome_by(panel_case, rule, voters);
        CHECK((found.total_min == expected.total_min));
        CHECK((found.total_max == expected.total_max));
        CHECK((found.band_min == expected.band_min));
        CHECK((found.band_max == expected.band_max));
        met.open += found.total_min == found.total_max ? 0 : 1;
    }
    const auto left_out = panel::leave_one_out(panel_case);
    REQUIRE(left_out.size() == (voters.size() > 1 ? voters.size() : 0));
    const auto whole = outcome_by(panel_case, panel::LevelRule::median, voters);
    for (std::size_t i = 0; i < left_out.size(); ++i) {
        auto others = voters;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const auto expected = outcome_by(panel_case, panel::LevelRule::median, others);
        const auto low = (expected.total_min - whole.total_min).value().units();
        const auto high = (expected.total_max - whole.total_max).value().units();
        CHECK((left_out[i].panellist == voters[i]));
        CHECK((left_out[i].by_median.total_min == expected.total_min));
        CHECK((left_out[i].by_median.total_max == expected.total_max));
        CHECK((left_out[i].by_median.band_min == expected.band_min));
        CHECK((left_out[i].by_median.band_max == expected.band_max));
        CHECK(left_out[i].moves_total.value().units() == std::max(low < 0 ? -low : low, high < 0 ? -high : high));
    }
}

/// Every record of so many panellists in which each individual level is one of the factor's, or (`with_none`) not recorded.
void every_panel(const model::Scheme& scheme, const std::string& people, std::size_t voters, bool with_none,
                 const std::function<void(const model::Panel&)>& visit) {
    std::vector<std::size_t> limits;
    for (const auto& factor : scheme.factors()) {
        for (std::size_t i = 0; i < voters; ++i) limits.push_back(factor.levels.size() + (with_none ? 1 : 0));
    }
    every_combination(limits, [&](const std::vector<std::size_t>& given) {
        std::vector<test::Recorded> records;
        for (std::size_t f = 0; f < scheme.factors().size(); ++f) {
            std::string levels;
            for (std::size_t i = 0; i < voters; ++i) {
                const std::size_t level = given[f * voters + i];
                levels += level == scheme.factors()[f].levels.size() ? ". " : std::to_string(level + 1) + " ";
            }
            records.push_back({scheme.factors()[f].id.text(), levels, "2"});
        }
        visit(test::made(test::panel_draft(scheme, people, records), scheme));
    });
}

model::Scheme three_by_three() {
    auto draft = test::simple_scheme({test::table_factor("a", {"10", "20", "35"}), test::table_factor("b", {"5", "5.5", "40"}),
                                      test::table_factor("c", {"0", "30", "60"})});
    draft.bands = {test::bands({{"A", "20"}, {"B", "60.5"}, {"C", "90"}})};  // totals below 20, and above 110, are in no band
    draft.bands[0].bands[1].max = test::number("80");                        // and those above 80 and below 90
    draft.bands[0].bands[2].max = test::number("110");
    return test::made(draft);
}

/// A record of `voters` people at random; some give no level, and some factors have no agreed one.
model::Panel random_panel(const model::Scheme& scheme, Random& random, std::size_t voters) {
    const std::vector<std::string> sides{"management", "union", "independent"};
    std::string people;
    for (std::size_t i = 0; i < voters; ++i) people += "p" + std::to_string(i) + ":" + random.pick(sides) + " ";
    people += "o:union:observer";
    std::vector<test::Recorded> records;
    for (const auto& factor : scheme.factors()) {
        const auto level = [&] { return std::to_string(random.from(1, factor.levels.size())); };
        std::string levels;
        const bool nobody = random.one_in(8);
        for (std::size_t i = 0; i < voters; ++i) levels += (nobody || random.one_in(6) ? "." : level()) + " ";
        records.push_back({factor.id.text(), levels, random.one_in(12) ? "" : level()});
    }
    return test::made(test::panel_draft(scheme, people, records), scheme);
}

}  // namespace

TEST_CASE("band chances of every panel of two over three factors of three levels are those of drawing every combination") {
    const auto scheme = three_by_three();
    Met met;
    every_panel(scheme, "m:management u:union", 2, false,
                [&](const auto& panel) { compare_chances(test::case_of(scheme, panel), met); });
    CHECK(met.panels == 729);
    CHECK(met.without == 0);
    CHECK(met.several_bands > 300);
}

TEST_CASE("band chances where individual levels are missing: those recorded, else the agreed level") {
    const auto scheme = three_by_three();
    Met met;
    every_panel(scheme, "m:management u:union", 2, true,
                [&](const auto& panel) { compare_chances(test::case_of(scheme, panel), met); });
    CHECK(met.panels == 4096);
    CHECK(met.without == 0);
}

TEST_CASE(
    "band chances under random schemes with matrices, derived levels and modifiers are those of drawing every combination") {
    Met met;
    std::size_t with_modifiers = 0;
    std::size_t with_matrix = 0;
    for (std::uint64_t seed = 1; seed <= 1200; ++seed) {
        CAPTURE(seed);
        const auto scheme = random_scheme(seed, {.most_factors = 4, .most_levels = 4});
        Random random{seed};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto panel = random_panel(scheme, random, random.from(1, 4));
            const auto job = model::Job::from_answers(model::JobId{"job"}, "", random_answers(scheme, random, 10), {});
            const std::size_t without = met.without;
            compare_chances(test::case_of(scheme, panel, random.one_in(4) ? nullptr : &job), met);
            if (met.without > without) continue;
            with_modifiers += scheme.modifiers().empty() ? 0 : 1;
            with_matrix += scheme.units().size() == scheme.factors().size() ? 0 : 1;
        }
    }
    CHECK(met.panels == 3600);
    CHECK(met.several_bands > 300);
    CHECK(met.without > 100);
    CHECK(with_modifiers > 200);
    CHECK(with_matrix > 200);
}

TEST_CASE("band chances of nine people over the sixteen factors of the NHS scheme add up to 1") {
    const auto scheme = test::made(test::nhs());
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto panel = random_panel(scheme, random, 9);
        const auto chances = panel::band_chances(test::case_of(scheme, panel));
        if (!chances) continue;  // a factor without any level
        double sum = 0;
        for (const auto& one : *chances) sum += one.chance;
        CHECK(chances->size() > 3);
        CHECK(test::close(sum, 1, 0, 1e-12));
    }
}

TEST_CASE(
    "outcomes by each rule, and without each panellist, of every panel of two and of three are those of the plain version") {
    const auto scheme = three_by_three();
    Met met;
    every_panel(scheme, "m:management u:union", 2, false,
                [&](const auto& panel) { compare_outcomes(test::case_of(scheme, panel), met); });
    const auto small = test::made(test::small_scheme());
    every_panel(small, "m:management u:union i:independent:chair", 3, true,
                [&](const auto& panel) { compare_outcomes(test::case_of(small, panel), met); });
    CHECK(met.open > 1000);
}

TEST_CASE("outcomes by each rule under random schemes are those of the plain version") {
    Met met;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        // Without cells that are not allowed, and without modifiers, which may make the lowest levels give more points than
        // others.
        const auto scheme = random_scheme(seed, {.null_cells = false, .facts = false, .most_factors = 4, .most_levels = 4});
        Random random{seed};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto panel = random_panel(scheme, random, random.from(1, 5));
            bool complete = true;
            for (const auto& factor : panel.factors()) complete = complete && factor.agreed;
            if (complete) compare_outcomes(test::case_of(scheme, panel), met);
        }
    }
    CHECK(met.open > 500);
}

TEST_CASE("chances of bands where points depend on others are those of every drawing") {
    Met met;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const auto scheme = random_scheme(seed, {.null_cells = false,
                                                 .facts = false,
                                                 .dependents = true,
                                                 .most_dimensions = 3,
                                                 .most_factors = 5,
                                                 .most_levels = 3});
        Random random{seed};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto panel = random_panel(scheme, random, random.from(1, 3));
            compare_chances(test::case_of(scheme, panel), met);
        }
    }
    CHECK(met.panels == 600);
    CHECK(met.without < 300);
    CHECK(met.several_bands > 50);
}

}  // namespace je::slow::panel_band_chances_test
