// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "je/scoring/ask_next.hpp"
#include "je/scoring/score.hpp"
#include "je/scoring/trees.hpp"
#include "support/answered.hpp"

// What a job may come to, by going through every completion of what is known: each value of each fact, each answer to each
// question, each level of a factor without questions.
namespace je::test::answers_oracle {

namespace {

using model::FactorIndex;
using model::FactValue;
using model::LevelIndex;
using model::Points;
using Levels = std::vector<LevelIndex>;

class RandomSchemes {
public:
    explicit RandomSchemes(unsigned seed) : random_{seed} {}

    std::size_t up_to(std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random_); }
    bool chance(std::size_t percent) { return up_to(99) < percent; }

    /// Three factors over shared facts, most with questions; drawn anew until one is sound.
    model::Scheme make() {
        while (true) {
            const Draft draft = drawn();
            base::Diagnostics diagnostics;
            auto scheme = model::Scheme::make(draft, diagnostics);
            if (scheme && !scheme->factors_with_trees().empty()) return *std::move(scheme);
            REQUIRE(++refused_ < 100'000);
        }
    }

    model::Answers answers(const model::Scheme& scheme, std::size_t percent) {
        model::Answers answers{scheme};
        for (std::size_t i = 0; i < scheme.facts().size(); ++i) {
            const auto values = values_of(scheme.facts()[i]);
            if (chance(percent)) answers.facts[i] = values[up_to(values.size() - 1)];
        }
        for (std::size_t i = 0; i < scheme.factors().size(); ++i) {
            const FactorIndex factor{i};
            if (scheme[factor].tree == nullptr) {
                if (chance(percent)) answers.levels[i] = LevelIndex{up_to(scheme[factor].levels.size() - 1)};
                continue;
            }
            const auto& questions = scheme[factor].tree->questions;
            for (std::size_t q = 0; q < questions.size(); ++q) {
                if (!questions[q].fact && chance(percent))
                    answers.questions.set(factor, {model::QuestionIndex{q}, up_to(questions[q].options.size() - 1)});
            }
        }
        return answers;
    }

    static std::vector<FactValue> values_of(const model::FactDefinition& fact) {
        std::vector<FactValue> values;
        switch (fact.kind) {
            case model::FactKindOf::number:
                for (int n = 0; n <= 4; ++n) values.emplace_back(base::WideDecimal{base::Decimal::from_whole(n)});
                break;
            case model::FactKindOf::choice:
                for (std::size_t i = 0; i < fact.choices.size(); ++i) values.emplace_back(i);
                break;
            case model::FactKindOf::yes_no:
                values = {FactValue{false}, FactValue{true}};
                break;
            case model::FactKindOf::several:
                for (std::uint32_t set = 0; set < 1U << fact.choices.size(); ++set) values.emplace_back(model::ChoiceSet{set});
        }
        return values;
    }

private:
    Draft drawn() {
        Draft draft = simple_scheme({});
        auto count = number_fact("n");
        count.max = base::Located<base::WideDecimal>{base::Decimal::from_whole(4), {}};
        count.whole = base::Located<bool>{true, {}};
        auto several = fact("s", "several");
        several.choices = texts({"a", "b", "c"});
        draft.facts = {count, yes_no_fact("y"), choice_fact("c", {"x", "z"}), several};
        draft.factors.clear();
        for (const std::string id : {"A", "B", "C"}) {
            std::size_t points = up_to(3);
            std::vector<std::string> levels;
            for (std::size_t i = 0; i < 3; ++i) levels.push_back(std::to_string(10 * (points += 1 + up_to(2))));
            draft.factors.push_back(table_factor(id, levels));
            if (chance(85)) add_questions(draft.factors.back());
        }
        draft.bands = {open_bands({{"1", "0"}, {"2", "70"}, {"3", "110"}, {"4", "150"}})};
        if (chance(30)) draft.bands[0].bands[1].max = number("80");
        if (chance(30)) draft.modifiers = {modifier("m", "A", "n", "3", {"1", "2"}, "3")};
        return draft;
    }

    void add_questions(Draft::Factor& factor) {
        const std::size_t count = 1 + up_to(2);
        for (std::size_t i = 0; i < count; ++i) {
            const bool last = i + 1 == count;
            const auto leads = [&](const std::string& id) {
                const bool on = !last && chance(50);
                return tree_option(id, std::to_string(1 + up_to(2)), on ? "q" + std::to_string(i + 1) : "");
            };
            auto one = question("q" + std::to_string(i), {});
            ask(one, leads);
            factor.questions.push_back(std::move(one));
        }
    }

    template <class Leads>
    void ask(model::SchemeDraft::Question& one, const Leads& leads) {
        const auto bounded = [&](const std::string& id, std::optional<int> from, std::optional<int> below) {
            auto option = leads(id);
            if (from) option.from = base::Located<base::WideDecimal>{base::Decimal::from_whole(*from), {}};
            if (below) option.below = base::Located<base::WideDecimal>{base::Decimal::from_whole(*below), {}};
            one.options.push_back(option);
        };
        switch (up_to(4)) {
            case 0: {
                one.fact = text("n");
                const int cut = 1 + static_cast<int>(up_to(2));
                bounded("few", {}, cut);
                bounded("many", cut, {});
                break;
            }
            case 1:
                one.fact = text("y");
                one.options = {leads("no"), leads("yes")};
                break;
            case 2:
                one.fact = text("c");
                one.options = {leads("x"), leads("z")};
                break;
            case 3: {
                one.fact = text("s");
                if (chance(50)) one.of = texts({"a", "b"});
                const int cut = 1 + static_cast<int>(up_to(1));
                bounded("fewer", {}, cut);
                bounded("more", cut, {});
                break;
            }
            default:
                for (std::size_t i = 0; i <= 1 + up_to(1); ++i) one.options.push_back(leads("o" + std::to_string(i)));
        }
    }

    std::mt19937 random_;
    std::size_t refused_ = 0;
};

/// The level that answers lead to when everything is known.
LevelIndex walked(const model::Scheme& scheme, const model::Answers& answers, FactorIndex factor) {
    const model::Tree& tree = *scheme[factor].tree;
    model::QuestionIndex question = tree.start;
    while (true) {
        const model::Question& asked = tree[question];
        const std::size_t option =
            asked.fact ? asked.option_of(*answers.facts[asked.fact->value()]) : *answers.questions.of(factor, question);
        if (const auto* level = asked.options[option].level()) return *level;
        question = *asked.options[option].next();
    }
}

/// Calls `visit(answers)` with every completion.
void complete(const model::Scheme& scheme, const model::Answers& known,
              const std::function<void(const model::Answers&)>& visit) {
    std::vector<std::function<std::size_t()>> counts;
    std::vector<std::function<void(model::Answers&, std::size_t)>> set;
    for (std::size_t i = 0; i < scheme.facts().size(); ++i) {
        if (known.facts[i]) continue;
        const auto values = RandomSchemes::values_of(scheme.facts()[i]);
        counts.emplace_back([n = values.size()] { return n; });
        set.emplace_back([i, values](model::Answers& answers, std::size_t n) { answers.facts[i] = values[n]; });
    }
    for (std::size_t i = 0; i < scheme.factors().size(); ++i) {
        const FactorIndex factor{i};
        if (scheme[factor].tree == nullptr) {
            if (known.levels[i]) continue;
            counts.emplace_back([n = scheme[factor].levels.size()] { return n; });
            set.emplace_back([i](model::Answers& answers, std::size_t n) { answers.levels[i] = LevelIndex{n}; });
            continue;
        }
        if (known.levels[i]) continue;  // stated: it counts, and says nothing of answers
        const auto& questions = scheme[factor].tree->questions;
        for (std::size_t q = 0; q < questions.size(); ++q) {
            const model::QuestionIndex question{q};
            if (questions[q].fact || known.questions.of(factor, question)) continue;
            counts.emplace_back([n = questions[q].options.size()] { return n; });
            set.emplace_back([factor, question](model::Answers& answers, std::size_t n) {
                answers.questions.set(factor, {question, n});
            });
        }
    }
    model::Answers answers = known;
    const std::function<void(std::size_t)> go = [&](std::size_t at) {
        if (at == set.size()) return visit(answers);
        for (std::size_t n = 0; n < counts[at](); ++n) {
            set[at](answers, n);
            go(at + 1);
        }
    };
    go(0);
}

/// Levels after the one modifier; its fact is looked at as it is known.
Levels after_modifier(const model::Scheme& scheme, const model::Answers& known, FactorIndex factor, LevelIndex level) {
    for (const model::Modifier& modifier : scheme.modifiers()) {
        const auto& from = modifier.from_levels;
        if (modifier.factor != factor || std::find(from.begin(), from.end(), level) == from.end()) continue;
        const LevelIndex raised{std::min(level.value() + modifier.raise, modifier.ceiling.value())};
        const auto& fact = known.facts[modifier.fact.value()];
        if (!fact) return {level, raised};
        return std::get<base::WideDecimal>(*fact) >= modifier.at_least ? Levels{raised} : Levels{level};
    }
    return {level};
}

struct Possible {
    std::set<Points> totals;
    std::set<std::optional<std::size_t>> bands;
    std::vector<std::set<LevelIndex>> levels;  // of each factor, before modifiers

    [[nodiscard]] std::size_t band_count() const { return bands.size(); }
    [[nodiscard]] std::int64_t width() const { return (*totals.rbegin() - *totals.begin()).value().units(); }
};

Possible possible_of(const model::Scheme& scheme, const model::Answers& known) {
    Possible possible;
    possible.levels.resize(scheme.factors().size());
    complete(scheme, known, [&](const model::Answers& all) {
        std::set<Points> sums{Points{}};
        for (std::size_t i = 0; i < scheme.factors().size(); ++i) {
            const FactorIndex factor{i};
            const LevelIndex level = all.levels[i] ? *all.levels[i] : walked(scheme, all, factor);
            possible.levels[i].insert(level);
            std::set<Points> next;
            for (const LevelIndex after : after_modifier(scheme, known, factor, level)) {
                for (const Points sum : sums) next.insert(sum + scheme[factor][after].points);
            }
            sums = next;
        }
        possible.totals.insert(sums.begin(), sums.end());
    });
    const model::BandTable& table = scheme.band_tables().front();
    for (const Points total : possible.totals) {
        std::optional<std::size_t> band;
        for (std::size_t i = 0; i < table.bands().size(); ++i) {
            if (table.bands()[i].floor <= total)
                band = table.bands()[i].max && *table.bands()[i].max < total ? std::nullopt : std::optional{i};
        }
        possible.bands.insert(band);
    }
    return possible;
}

std::set<std::optional<std::size_t>> bands_of(const scoring::Prospect& prospect) {
    std::set<std::optional<std::size_t>> bands;
    for (const model::BandIndex band : prospect.bands) bands.insert(band.value());
    if (prospect.may_be_in_none) bands.insert(std::nullopt);
    return bands;
}

void compare(const model::Scheme& scheme, const model::Answers& answers, const scoring::Score& score,
             const Possible& possible) {
    CHECK(score.total_min == *possible.totals.begin());
    CHECK(score.total_max == *possible.totals.rbegin());
    CHECK(bands_of(scoring::prospect_of(score)) == possible.bands);
    CHECK(score.exact.value_or(true));
    CHECK(score.exact.has_value() == !score.complete);
    for (const FactorIndex factor : scheme.factors_with_trees()) {
        if (answers.levels[factor.value()]) continue;
        const auto levels = scoring::levels_by_answers(scheme, answers, factor);
        CHECK(std::set<LevelIndex>{levels.begin(), levels.end()} == possible.levels[factor.value()]);
    }
}

/// What is left after an answer to a question, or to all questions that a fact answers.
void compare(const model::Scheme& scheme, const model::Answers& answers, const scoring::NextQuestion& question) {
    for (const scoring::NextAnswer& answer : question.answers) {
        Possible left;
        const auto take = [&](const model::Answers& with) {
            const Possible one = possible_of(scheme, with);
            left.totals.insert(one.totals.begin(), one.totals.end());
            left.bands.insert(one.bands.begin(), one.bands.end());
        };
        model::Answers with = answers;
        if (question.fact) {
            for (const FactValue& value : RandomSchemes::values_of(scheme[*question.fact])) {
                const bool in_outcome =
                    std::all_of(answer.options.begin(), answer.options.end(), [&](const scoring::NextOption& one) {
                        return (*scheme[one.factor].tree)[*one.question].option_of(value) == one.option;
                    });
                with.facts[question.fact->value()] = value;
                if (in_outcome) take(with);
            }
        } else if (question.question) {
            with.questions.set(question.factor, {*question.question, answer.options.front().option});
            take(with);
        } else {
            with.levels[question.factor.value()] = LevelIndex{answer.options.front().option};
            take(with);
        }
        CHECK(answer.total_min == *left.totals.begin());
        CHECK(answer.total_max == *left.totals.rbegin());
        CHECK(bands_of(answer) == left.bands);
    }
}

/// Worst case first, then the mean.
bool comes_before(const scoring::NextQuestion& a, const scoring::NextQuestion& b) {
    const auto key = [](const scoring::NextQuestion& one, const scoring::NextQuestion& other) {
        std::size_t most = 0, sum = 0;
        std::int64_t widest = 0, width = 0;
        for (const auto& answer : one.answers) {
            most = std::max(most, answer.band_count());
            sum += answer.band_count();
            widest = std::max(widest, answer.width().value().units());
            width += answer.width().value().units();
        }
        const std::size_t n = other.answers.size();
        return std::tuple{most, sum * n, widest, width * static_cast<std::int64_t>(n)};
    };
    return key(a, b) < key(b, a);
}

}  // namespace

TEST_CASE("what a job may come to is what its completions come to, and more answers leave less") {
    RandomSchemes random{20261201};
    std::size_t open = 0, tied = 0;
    for (int round = 0; round < 150; ++round) {
        const model::Scheme scheme = random.make();
        const model::BandTable& table = scheme.band_tables().front();
        for (const unsigned percent : {0U, 35U, 70U}) {
            CAPTURE(round);
            CAPTURE(percent);
            const model::Answers answers = random.answers(scheme, percent);
            const scoring::Score score = scoring::score(scheme, &table, answers);
            REQUIRE_FALSE(score.has_errors());
            const Possible possible = possible_of(scheme, answers);
            compare(scheme, answers, score, possible);
            if (score.complete) continue;
            ++open;
            Points lowest{}, highest{};
            for (const auto& unit : score.units) {
                lowest += unit.lowest;
                highest += unit.highest;
            }
            tied += lowest < score.total_min || score.total_max < highest ? 1 : 0;
            const scoring::AskNext next = scoring::ask_next(scheme, &table, answers, score);
            CHECK(next.band_settled == (possible.bands.size() == 1));
            for (const auto& question : next.questions) compare(scheme, answers, question);
            for (std::size_t i = 1; i < next.questions.size(); ++i)
                CHECK_FALSE(comes_before(next.questions[i], next.questions[i - 1]));
        }
    }
    CHECK(open > 250);
    CHECK(tied > 20);
}

TEST_CASE("levels stated beside answers count where answers leave them, and are a contradiction elsewhere") {
    RandomSchemes random{7};
    std::size_t held = 0, differs = 0;
    for (int round = 0; round < 300; ++round) {
        const model::Scheme scheme = random.make();
        const model::BandTable& table = scheme.band_tables().front();
        model::Answers answers = random.answers(scheme, 50);
        const Possible possible = possible_of(scheme, answers);
        for (const FactorIndex factor : scheme.factors_with_trees()) {
            if (!scoring::anything_given(scheme, answers, factor)) continue;
            for (std::size_t level = 0; level < 3; ++level) {
                model::Answers stated = answers;
                stated.levels[factor.value()] = LevelIndex{level};
                const scoring::Score score = scoring::score(scheme, &table, stated);
                const bool is_left = possible.levels[factor.value()].contains(LevelIndex{level});
                CHECK(score.has_errors() != is_left);
                ++(is_left ? held : differs);
                if (is_left) compare(scheme, stated, score, possible_of(scheme, stated));
            }
        }
    }
    CHECK(held > 200);
    CHECK(differs > 200);
}

}  // namespace je::test::answers_oracle
