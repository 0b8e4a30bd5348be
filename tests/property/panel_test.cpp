// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "je/panel/agreement.hpp"
#include "je/panel/outcome.hpp"
#include "oracle/random_scheme.hpp"
#include "support/close.hpp"
#include "support/process.hpp"

namespace je::slow::panel_test {

namespace {

using Given = std::vector<std::vector<std::size_t>>;  // level by factor and panellist, from 1; 0 for none

constexpr Parts plain{.null_cells = false, .constraints = false, .facts = false, .most_factors = 5, .most_levels = 5};

std::string people(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "p" + std::to_string(i) + (i % 2 == 0 ? ":management " : ":union ");
    return text;
}

/// Agreed is what the first panellist gave, else the first level.
model::Panel panel_of(const model::Scheme& scheme, const Given& given, const std::string& who) {
    std::vector<test::Recorded> records;
    for (std::size_t f = 0; f < given.size(); ++f) {
        std::string levels;
        for (const std::size_t level : given[f]) levels += (level == 0 ? "." : std::to_string(level)) + " ";
        records.push_back({scheme.factors()[f].id.text(), levels, std::to_string(std::max<std::size_t>(given[f][0], 1))});
    }
    return test::made(test::panel_draft(scheme, who, records), scheme);
}

Given random_given(const model::Scheme& scheme, Random& random, std::size_t voters, bool with_gaps) {
    Given given;
    for (const auto& factor : scheme.factors()) {
        given.emplace_back();
        for (std::size_t i = 0; i < voters; ++i) {
            given.back().push_back(with_gaps && random.one_in(7) ? 0 : random.from(1, factor.levels.size()));
        }
    }
    return given;
}

bool same(const numerics::Statistic& a, const numerics::Statistic& b) {
    return a.value.has_value() == b.value.has_value() && (!a.value || test::close(*a.value, *b.value, 1e-9, 1e-9));
}

bool same(const panel::RangeOutcome& a, const panel::RangeOutcome& b) {
    return a.total_min == b.total_min && a.total_max == b.total_max && a.band_min == b.band_min && a.band_max == b.band_max;
}

}  // namespace

TEST_CASE("panellists who gave the same levels agree perfectly, and every rule gives their level") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto scheme = random_scheme(seed, plain);
        const std::size_t voters = random.from(2, 6);
        Given given = random_given(scheme, random, 1, false);
        for (auto& row : given) row.resize(voters, row[0]);
        const auto panel = panel_of(scheme, given, people(voters));
        const auto panel_case = test::case_of(scheme, panel);
        const panel::RatedPanel rated{&scheme, &panel};
        const auto agreement = panel::agreement(std::span{&rated, 1});
        CHECK(test::close(agreement.percent_exact.value, 100));
        const bool varies = std::any_of(given.begin(), given.end(), [&](const auto& row) { return row[0] != given[0][0]; });
        CHECK(agreement.icc_2_1.value.value.has_value() == varies);
        for (const auto* one : {&agreement.krippendorff_alpha, &agreement.icc_2_1, &agreement.icc_2_k, &agreement.kendall_w}) {
            if (one->value.value) CHECK(test::close(one->value.value, 1));
        }
        for (const auto& pair : agreement.pairs) {
            if (pair.kappa.value) CHECK(test::close(pair.kappa.value, 1));
        }
        const auto agreed = panel::outcome(panel_case);
        for (const auto rule : panel::level_rules) {
            const auto by_rule = panel::outcome_by(panel_case, rule, panel::deciders(panel));
            CHECK(same(by_rule, {agreed.total_min, agreed.total_max, agreed.band_min, agreed.band_max}));
            CHECK(by_rule.is_decided());
        }
        for (const auto& one : panel::leave_one_out(panel_case)) CHECK((one.moves_total == model::Points{}));
        CHECK(panel::most_influential(panel::leave_one_out(panel_case)).empty());
        const auto chances = panel::band_chances(panel_case);
        REQUIRE(chances.has_value());
        REQUIRE(chances->size() == 1);
        CHECK(test::close((*chances)[0].chance, 1));
        CHECK(((*chances)[0].band == agreed.points_band_max));
    }
}

TEST_CASE("who is who makes no difference to any figure") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto scheme = random_scheme(seed, plain);
        const std::size_t voters = random.from(2, 5);
        const Given given = random_given(scheme, random, voters, true);
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < voters; ++i) order.push_back(i);
        for (std::size_t i = voters; i > 1; --i) std::swap(order[i - 1], order[random.from(0, i - 1)]);
        Given turned = given;
        std::string who;
        for (std::size_t i = 0; i < voters; ++i) {
            for (std::size_t f = 0; f < given.size(); ++f) turned[f][i] = given[f][order[i]];
            who += "q" + std::to_string(i) + (order[i] % 2 == 0 ? ":management " : ":union ");
        }
        // The agreed levels must not change with the order.
        const auto with_agreed = [&](const Given& levels, const std::string& names) {
            auto draft = test::panel_draft(scheme, names, {});
            for (std::size_t f = 0; f < levels.size(); ++f) {
                std::string text;
                for (const std::size_t level : levels[f]) text += (level == 0 ? "." : std::to_string(level)) + " ";
                draft.factors.push_back(test::recorded_factor({scheme.factors()[f].id.text(), text, "2"}, draft.panellists));
            }
            return test::made(draft, scheme);
        };
        const auto a = with_agreed(given, people(voters));
        const auto b = with_agreed(turned, who);
        const auto case_a = test::case_of(scheme, a);
        const auto case_b = test::case_of(scheme, b);
        for (const auto rule : panel::level_rules) {
            CHECK(
                same(panel::outcome_by(case_a, rule, panel::deciders(a)), panel::outcome_by(case_b, rule, panel::deciders(b))));
        }
        const panel::RatedPanel rated_a{&scheme, &a};
        const panel::RatedPanel rated_b{&scheme, &b};
        const auto agree_a = panel::agreement(std::span{&rated_a, 1});
        const auto agree_b = panel::agreement(std::span{&rated_b, 1});
        CHECK(same(agree_a.percent_exact, agree_b.percent_exact));
        CHECK(same(agree_a.krippendorff_alpha.value, agree_b.krippendorff_alpha.value));
        CHECK(same(agree_a.icc_2_1.value, agree_b.icc_2_1.value));
        CHECK(same(agree_a.icc_2_k.value, agree_b.icc_2_k.value));
        CHECK(same(agree_a.kendall_w.value, agree_b.kendall_w.value));
        CHECK(agree_a.pairs.size() == agree_b.pairs.size());
        const auto left_a = panel::leave_one_out(case_a);
        const auto left_b = panel::leave_one_out(case_b);
        REQUIRE(left_a.size() == left_b.size());
        for (std::size_t i = 0; i < left_b.size(); ++i) CHECK((left_b[i].moves_total == left_a[order[i]].moves_total));
        const auto sides_a = panel::side_means(case_a);
        const auto sides_b = panel::side_means(case_b);
        REQUIRE(sides_a.size() == sides_b.size());
        for (std::size_t i = 0; i < sides_a.size(); ++i) {
            CHECK((sides_a[i].side == sides_b[i].side));
            CHECK(test::close(sides_a[i].mean, sides_b[i].mean));
        }
        const auto chances_a = panel::band_chances(case_a);
        const auto chances_b = panel::band_chances(case_b);
        REQUIRE(chances_a.has_value());
        REQUIRE(chances_a->size() == chances_b->size());
        for (std::size_t i = 0; i < chances_a->size(); ++i) {
            CHECK(((*chances_a)[i].band == (*chances_b)[i].band));
            CHECK(test::close((*chances_a)[i].chance, (*chances_b)[i].chance, 1e-12));
        }
    }
}

TEST_CASE("raising one individual level never lowers the outcome by lowest, highest, median or nearest to the mean") {
    std::size_t raised = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto scheme = random_scheme(seed, plain);
        const std::size_t voters = random.from(1, 5);
        const Given given = random_given(scheme, random, voters, true);
        Given higher = given;
        const std::size_t f = random.from(0, given.size() - 1);
        const std::size_t i = random.from(0, voters - 1);
        if (given[f][i] == 0 || given[f][i] == scheme.factors()[f].levels.size()) continue;
        ++higher[f][i];
        ++raised;
        const auto before = panel_of(scheme, given, people(voters));
        const auto after = panel_of(scheme, higher, people(voters));
        using panel::LevelRule;
        for (const auto rule : {LevelRule::lowest, LevelRule::highest, LevelRule::median, LevelRule::mean_nearest}) {
            const auto a = panel::outcome_by(test::case_of(scheme, before), rule, panel::deciders(before));
            const auto b = panel::outcome_by(test::case_of(scheme, after), rule, panel::deciders(after));
            CHECK(a.total_min <= b.total_min);
            CHECK(a.total_max <= b.total_max);
        }
    }
    CHECK(raised > 100);
}

TEST_CASE("band chances add up to 1, each above 0, and hold the agreed band where somebody gave every agreed level") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto scheme = random_scheme(seed, plain);
        const std::size_t voters = random.from(1, 9);
        const Given given = random_given(scheme, random, voters, false);
        const auto panel = panel_of(scheme, given, people(voters));
        const auto panel_case = test::case_of(scheme, panel);
        const auto chances = panel::band_chances(panel_case);
        REQUIRE(chances.has_value());
        double sum = 0;
        bool has_agreed = false;
        const auto agreed = panel::outcome(panel_case).points_band_max;
        for (const auto& one : *chances) {
            CHECK(one.chance > 0);
            sum += one.chance;
            has_agreed = has_agreed || one.band == agreed;
        }
        CHECK(test::close(sum, 1, 0, 1e-12));
        CHECK(has_agreed);
    }
}

}  // namespace je::slow::panel_test
