// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small schemes and jobs made up from a seed, the same on every machine. FOR TESTS ONLY.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/draft.hpp"

namespace je::slow {

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// From `low` to `high`, both included.
    std::size_t from(std::size_t low, std::size_t high) { return low + next() % (high - low + 1); }
    bool one_in(std::size_t n) { return from(1, n) == 1; }
    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[from(0, values.size() - 1)];
    }

private:
    std::uint64_t state_;
};

/// What a made-up scheme may have.
struct Parts {
    bool matrix = true;
    bool null_cells = true;
    bool constraints = true;
    bool facts = true;  // derived, modifiers, band rules, and facts in constraints
    bool holes = true;
    bool dependents = false;          // up to three units, one after another, that are percentages of others
    std::size_t most_dimensions = 2;  // of the matrix
    std::size_t most_factors = 5;
    std::size_t most_levels = 5;
};

class SchemeMaker {
public:
    SchemeMaker(std::uint64_t seed, Parts parts) : random_{seed}, parts_{parts}, step_{random_.one_in(4) ? 5U : 10U} {}

    [[nodiscard]] test::Draft make() {
        const std::size_t factors = random_.from(3, parts_.most_factors);
        draft_ = test::simple_scheme({});
        for (std::size_t f = 0; f < factors; ++f) draft_.factors.push_back(plain_factor(f));
        if (parts_.matrix && random_.one_in(2)) add_matrix();
        if (parts_.dependents) add_dependents();
        if (parts_.facts) add_facts();
        if (parts_.constraints) add_constraints();
        add_bands();
        if (parts_.facts && random_.one_in(2)) add_band_rule();
        if (parts_.facts && random_.one_in(2)) add_rows();
        return draft_;
    }

private:
    /// Tenths, so that some schemes have points that are not whole.
    [[nodiscard]] static std::string tenths(std::size_t n) {
        return std::to_string(n / 10) + (n % 10 == 0 ? "" : "." + std::to_string(n % 10));
    }

    // Names in another order than the factors, so that sorting by id shows.
    [[nodiscard]] static std::string name(std::size_t f) { return std::string(1, "dbeacf"[f % 6]) + std::to_string(f); }

    [[nodiscard]] test::Draft::Factor plain_factor(std::size_t f) {
        const std::size_t levels = random_.from(2, parts_.most_levels);
        test::Strings points;
        std::size_t value = step_ * random_.from(0, 6);
        for (std::size_t l = 0; l < levels; ++l) {
            points.push_back(tenths(value));
            value += step_ * random_.from(1, 6);
        }
        largest_ += value;
        return test::table_factor(name(f), points);
    }

    /// Makes the first factors dimensions of a matrix. Points rise along each, and past cells that are not allowed.
    void add_matrix() {
        dimensions_ =
            parts_.most_dimensions > 2 ? random_.from(2, std::min(parts_.most_dimensions, draft_.factors.size() - 1)) : 2;
        const std::vector<test::Draft::Factor> sides(draft_.factors.begin(),
                                                     draft_.factors.begin() + static_cast<std::ptrdiff_t>(dimensions_));
        draft_.matrices.push_back(test::matrix_over("matrix", sides, cells_over(sides)));
        for (std::size_t f = 0; f < dimensions_; ++f) {
            for (auto& level : draft_.factors[f].levels) level.points.reset();
        }
    }

    [[nodiscard]] std::string cells_over(const std::vector<test::Draft::Factor>& sides) {
        std::vector<std::size_t> strides(sides.size(), 1);
        for (std::size_t i = sides.size() - 1; i-- > 0;) strides[i] = strides[i + 1] * sides[i + 1].levels.size();
        std::vector<std::size_t> value(strides[0] * sides[0].levels.size(), 0);
        std::string cells;
        for (std::size_t cell = 0; cell < value.size(); ++cell) {
            std::size_t before = 0;
            std::size_t furthest = 0;
            for (std::size_t i = 0; i < sides.size(); ++i) {
                const std::size_t level = cell / strides[i] % sides[i].levels.size();
                furthest = std::max(furthest, level);
                for (std::size_t back = 1; back <= level; ++back) before = std::max(before, value[cell - back * strides[i]]);
            }
            bool needed = true;  // on a diagonal, which gives each level a cell
            for (std::size_t i = 0; i < sides.size(); ++i)
                needed = needed && cell / strides[i] % sides[i].levels.size() == std::min(furthest, sides[i].levels.size() - 1);
            const bool allowed = !parts_.null_cells || needed || !random_.one_in(3);
            value[cell] = allowed ? before + step_ * random_.from(1, 6) : 0;
            cells += (allowed ? tenths(value[cell]) + (random_.one_in(6) ? "?" : "") : "-") + " ";
        }
        return cells;
    }

    /// Makes the last factors percentages of what stands before them, or now and then of one another.
    void add_dependents() {
        const std::size_t plain = draft_.factors.size() - dimensions_;
        const std::size_t count = random_.from(1, std::min<std::size_t>(3, plain - (dimensions_ == 0 ? 1 : 0)));
        draft_.series.push_back(steps());
        std::vector<std::string> bases;
        for (std::size_t f = dimensions_; f + count < draft_.factors.size(); ++f) bases.push_back(name(f));
        if (dimensions_ > 0) bases.emplace_back("matrix");
        for (std::size_t f = draft_.factors.size() - count; f < draft_.factors.size(); ++f) {
            make_dependent(draft_.factors[f], random_.pick(bases));
            bases.push_back(name(f));
        }
    }

    void make_dependent(test::Draft::Factor& factor, const std::string& base) {
        factor.percent_of = test::text(base);
        std::size_t percent = 10 * random_.from(0, 4);
        for (auto& level : factor.levels) {
            level.points.reset();
            level.percent = test::number(std::to_string(percent));
            percent += 10 * random_.from(1, 4);
        }
        const std::size_t how = random_.from(0, 2);
        if (how == 0) return;  // a tenth of a tenth three times over is a ten-thousandth
        const std::vector<std::string> modes{"half-up", "half-down", "up", "down", "half-even"};
        test::Draft::RoundingDraft rounding;
        if (how == 1) rounding.to = test::number(random_.one_in(2) ? "1" : "2.5");
        if (how == 2) rounding.series = test::text("steps");
        rounding.mode = test::text(modes[random_.from(0, how == 2 ? 3 : 4)]);
        factor.rounding = rounding;
    }

    /// Beyond every product.
    [[nodiscard]] test::Draft::Series steps() {
        test::Draft::Series series;
        series.id = test::text("steps");
        const std::size_t most = largest_ * 10 + 100;
        for (std::size_t value = 0; series.values.empty() || value < most; value += random_.from(1, 9) + value / 20)
            series.values.push_back(test::number(tenths(value)));
        series.values.push_back(test::number(tenths(2 * most)));
        return series;
    }

    [[nodiscard]] std::string level_of(std::size_t f) {
        return std::to_string(random_.from(1, draft_.factors[f].levels.size()));
    }

    void add_facts() {
        if (random_.one_in(2)) {
            draft_.facts.push_back(test::choice_fact("grade", {"low", "middle", "high"}));
            const std::size_t f = draft_.factors.size() - 1;
            draft_.derived.push_back(test::derivation("derived", name(f), "grade",
                                                      {{"low", level_of(f)}, {"middle", level_of(f)}, {"high", level_of(f)}}));
        }
        if (random_.one_in(2)) {
            draft_.facts.push_back(test::number_fact("count"));
            const std::size_t f = random_.from(0, draft_.factors.size() - 1);
            const std::size_t levels = draft_.factors[f].levels.size();
            const std::size_t ceiling = random_.from(2, levels);
            test::Strings from;
            for (std::size_t l = 1; l <= ceiling; ++l) {
                if (random_.one_in(2)) from.push_back(std::to_string(l));
            }
            if (from.empty()) from.push_back("1");
            draft_.modifiers.push_back(test::modifier("modified", name(f), "count", "3", from, std::to_string(ceiling),
                                                      std::to_string(random_.from(1, 2))));
        }
        if (random_.one_in(3)) draft_.facts.push_back(test::yes_no_fact("deputy"));
    }

    /// Cuts 0 to 12 into ranges, one of which may be cut by a second fact.
    void add_rows() {
        auto people = test::number_fact("people");
        people.whole = {true, test::at_line(1)};
        people.max = {base::Decimal::from_whole(12), test::at_line(1)};
        draft_.facts.push_back(people);
        const bool two = random_.one_in(2);
        if (two) draft_.facts.push_back(test::choice_fact("site", {"p", "q", "r"}));
        const std::size_t f = random_.from(0, draft_.factors.size() - 2);
        auto rule = test::range_derivation("rows", name(f), two ? test::Strings{"people", "site"} : test::Strings{"people"});
        const std::size_t pieces = random_.from(1, 4);
        std::string from;
        for (std::size_t i = 1; i <= pieces; ++i) {
            const std::string below = i == pieces ? "" : std::to_string(3 * i - random_.from(0, 2));
            const auto add = [&](const test::Strings& sites) {
                std::vector<test::Draft::FactTest> tests{test::range_of("people", from, below)};
                if (!sites.empty()) tests.push_back({.fact = test::text("site"), .is = test::texts(sites)});
                rule.ranges.push_back({std::move(tests), test::text(level_of(f)), test::at_line(1)});
            };
            if (two && random_.one_in(2)) {
                add({"q"});
                add({"p", "r"});
            } else {
                add({});
            }
            from = below;
        }
        draft_.derived.push_back(std::move(rule));
    }

    [[nodiscard]] test::Draft::Condition condition() {
        const bool has_deputy = !draft_.facts.empty() && draft_.facts.back().id.value == "deputy";
        if (has_deputy && random_.one_in(3)) return test::on_fact("deputy", "is", {random_.one_in(2) ? "yes" : "no"});
        const std::size_t f = random_.from(0, draft_.factors.size() - 1);
        const std::string how =
            random_.pick(std::vector<std::string>{"is", "is_not", "at_least", "at_least", "at_most", "one_of"});
        test::Strings levels{level_of(f)};
        if (how == "one_of") levels.push_back(level_of(f));
        return test::on_factor(name(f), how, levels);
    }

    void add_constraints() {
        const std::size_t count = random_.from(0, 3);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<test::Draft::Condition> when;
            std::vector<test::Draft::Condition> require{condition()};
            if (!random_.one_in(4)) when.push_back(condition());
            if (random_.one_in(3)) require.push_back(condition());
            draft_.constraints.push_back(test::constraint("rule" + std::to_string(i), random_.one_in(5) ? "warning" : "error",
                                                          std::move(when), std::move(require)));
        }
    }

    void add_bands() {
        std::vector<std::size_t> floors;
        const std::size_t count = random_.from(2, 5);
        while (floors.size() < count) {
            const std::size_t floor = random_.from(0, largest_);
            if (std::find(floors.begin(), floors.end(), floor) == floors.end()) floors.push_back(floor);
        }
        std::sort(floors.begin(), floors.end());
        test::Pairs ids;
        for (std::size_t i = 0; i < count; ++i) ids.emplace_back(std::string(1, static_cast<char>('A' + i)), tenths(floors[i]));
        draft_.bands = {test::bands(ids)};
        for (std::size_t i = 0; parts_.holes && i < count; ++i) {
            const std::size_t end = i + 1 < count ? floors[i + 1] - 1 : largest_;
            if (random_.one_in(3) && floors[i] < end) {
                draft_.bands[0].bands[i].max = test::number(tenths(random_.from(floors[i], end)));
            }
        }
        draft_.bands[0].open_ended = !draft_.bands[0].bands.back().max.has_value();
    }

    void add_band_rule() {
        draft_.facts.push_back(test::choice_fact("base", {"x", "y"}));
        const auto band = [&] { return random_.pick(draft_.bands[0].bands).id.value; };
        std::vector<test::Draft::Condition> when;
        std::vector<test::Draft::Condition> unless;
        if (random_.one_in(2)) when.push_back(condition());
        if (random_.one_in(3)) unless.push_back(condition());
        test::Pairs lowest{{"x", band()}};
        if (random_.one_in(2)) lowest.emplace_back("y", band());
        draft_.band_rules.push_back(test::band_rule("floor", "base", lowest, when, unless));
    }

    Random random_;
    Parts parts_;
    std::size_t step_;
    std::size_t largest_ = 0;  // tenths
    std::size_t dimensions_ = 0;
    test::Draft draft_;
};

[[nodiscard]] inline model::Scheme random_scheme(std::uint64_t seed, Parts parts = {}) {
    return test::made(SchemeMaker{seed, parts}.make());
}

/// A job with each level and fact given or, `missing` times in a hundred, not.
[[nodiscard]] inline model::Answers random_answers(const model::Scheme& scheme, Random& random, std::size_t missing) {
    model::Answers answers{scheme};
    const auto given = [&] { return random.from(1, 100) > missing; };
    for (std::size_t f = 0; f < answers.levels.size(); ++f) {
        const std::size_t level = random.from(0, scheme.factors()[f].levels.size() - 1);
        if (given()) answers.levels[f] = model::LevelIndex{level};
    }
    for (std::size_t f = 0; f < answers.facts.size(); ++f) {
        const auto& fact = scheme.facts()[f];
        if (!given()) continue;
        if (fact.kind == model::FactKindOf::number) {
            const std::size_t most = fact.max ? 12 : 5;
            answers.facts[f] = base::Decimal::from_whole(static_cast<std::int64_t>(random.from(0, most)));
        } else if (fact.kind == model::FactKindOf::yes_no) {
            answers.facts[f] = random.one_in(2);
        } else {
            answers.facts[f] = random.from(0, fact.choices.size() - 1);
        }
    }
    return answers;
}

}  // namespace je::slow
