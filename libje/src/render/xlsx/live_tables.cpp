// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/live_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "render/xlsx/formulas.hpp"

namespace je::render::xlsx {

using report::ScoringTables;
using Test = ScoringTables::Condition::Test;

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Whether a level passes a test of a factor.
bool passes(const ScoringTables::Condition& condition, std::size_t level) {
    switch (condition.test) {
        case Test::one_of:
            return holds(condition.levels, level);
        case Test::none_of:
            return !holds(condition.levels, level);
        case Test::at_least:
            return level >= condition.levels.front();
        case Test::at_most:
            return level <= condition.levels.front();
    }
    return false;
}

bool passes(const ScoringTables::Condition& condition, const std::string& choice) {
    return holds(condition.values, choice) == (condition.test == Test::one_of);
}

}  // namespace

double as_number(const std::string& digits) {
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

double as_number(base::Decimal decimal) {
    return static_cast<double>(decimal.units()) / static_cast<double>(base::Decimal::units_per_one);
}

Value number_value(double number) { return {number, "General", fmt::format("{}", number)}; }

std::string arguments(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ",")); }

std::vector<std::string> choices_of(const ScoringTables::Fact& fact) {
    return fact.kind == ScoringTables::Fact::Kind::yes_no ? std::vector<std::string>{"yes", "no"} : fact.choices;
}

LiveTables::LiveTables(Plan& plan, const report::WhatIf& what_if, std::size_t inputs, std::size_t levels, std::size_t facts)
    : plan_{plan},
      what_if_{what_if},
      of_{what_if.tables},
      inputs_{inputs},
      sheet_{plan.open_sheet(ours("{} tables", {plan.sheets[inputs].name}), ours("What the what-if computes with"))},
      input_levels_{levels},
      input_facts_{facts} {}

std::size_t LiveTables::reserve(const std::string& title, const std::vector<std::string>& heads, std::size_t rows) {
    if (rows == 0) return 0;
    plan_.add_words(sheet_, ours(title), Look::heading);
    Line line;
    for (const std::string& head : heads)
        line.slots.push_back({.column = line.slots.size(), .value = words(ours(head)), .dress = {Look::head}});
    auto& lines = plan_.sheets[sheet_].lines;
    lines.push_back(std::move(line));
    const std::size_t first = lines.size();
    lines.resize(first + rows + 1);
    return first;
}

void LiveTables::set(std::size_t row, std::size_t column, Value value, const std::string& formula) {
    Slot slot{.column = column, .value = std::move(value), .own_formula = formula};
    slot.dress = {Look::plain, slot.value.number_format, slot.value.is_number()};
    plan_.sheets[sheet_].lines[row].slots.push_back(std::move(slot));
}

LiveTables::Cell LiveTables::set(std::size_t row, std::size_t column, const Computed& number) {
    set(row, column, number_value(number.value), number.formula);
    return {cell(row, column), number.value};
}

std::string LiveTables::cell(std::size_t row, std::size_t column) const { return reference(plan_, {sheet_, row, column}); }
std::string LiveTables::range(const Rows& rows, std::size_t column) const {
    return column_reference(plan_, sheet_, rows.first, rows.last, column);
}
std::string LiveTables::input(std::size_t row) const { return reference(plan_, {inputs_, row, 1}); }

std::vector<std::size_t> LiveTables::gather(const std::vector<Condition>& conditions) {
    std::vector<std::size_t> places;
    for (const Condition& one : conditions) {
        places.push_back(conditions_.size());
        conditions_.push_back(&one);
    }
    return places;
}

void LiveTables::gather_conditions() {
    for (const auto& rule : of_.constraints) constraint_conditions_.push_back({gather(rule.when), gather(rule.require)});
    for (const auto& rule : of_.band_rules) band_rule_conditions_.push_back({gather(rule.when), gather(rule.unless)});
}

/// Where each part of the sheet stands, so that its formulas can name what stands further down.
void LiveTables::reserve_all() {
    std::size_t level_count = 0, choice_count = 0, option_count = 0, most_modifiers = 0;
    for (std::size_t i = 0; i < of_.factors.size(); ++i) {
        level_count += of_.factors[i].levels.size() + 1;
        const auto modifies = [&](const auto& one) { return one.factor == i; };
        most_modifiers = std::max(
            most_modifiers, static_cast<std::size_t>(std::count_if(of_.modifiers.begin(), of_.modifiers.end(), modifies)));
    }
    for (const auto& unit : of_.units) option_count += unit.base ? unit.products.size() : unit.options.size();
    std::vector<std::string> heads{"Factor", "Level", "Place", "What it is", "May be it"};
    for (std::size_t i = 1; i <= most_modifiers; ++i) heads.push_back(ours("After modifier {}", {std::to_string(i)}));
    level_conditions_ = heads.size();
    std::vector<std::string> choice_heads{"Fact", "Choice", "Place"};
    choice_derivations_ = choice_heads.size();
    for (const auto& rule : of_.derivations) choice_heads.push_back(ours("Level by {}", {rule.id}));
    choice_rules_ = choice_heads.size();
    for (const auto& rule : of_.band_rules) choice_heads.push_back(ours("Band by {}", {rule.id}));
    choice_conditions_ = choice_heads.size();
    for (std::size_t i = 1; i <= conditions_.size(); ++i) {
        heads.push_back(ours("Condition {}", {std::to_string(i)}));
        choice_heads.push_back(heads.back());
    }
    std::size_t row = reserve("Levels of the scheme", heads, level_count);
    for (const auto& factor : of_.factors) {
        levels_.push_back({row, row + factor.levels.size() - 1});
        row += factor.levels.size() + 1;  // and "not known"
    }
    for (const auto& fact : of_.facts) choice_count += choices_of(fact).empty() ? 0 : choices_of(fact).size() + 1;
    row = reserve("Choices of facts", choice_heads, choice_count);
    for (const auto& fact : of_.facts) {
        const std::size_t count = choices_of(fact).size();
        choices_.push_back(count == 0 ? Rows{} : Rows{row, row + count - 1});
        row += count == 0 ? 0 : count + 1;
    }
    first_fact_ = reserve("Facts", {"Fact", "Place of its choice; of a number 1 where it is stated"}, of_.facts.size());
    std::size_t row_count = 0, left_count = 0;
    for (const auto& rule : of_.derivations) {
        row_count += rule.rows.size();
        if (!rule.rows.empty()) left_count += of_.factors[rule.factor].levels.size();
    }
    first_row_ = reserve("Rows of derived levels", {"Rule", "Level", "Place", "Is open"}, row_count);
    first_left_ = reserve("Levels that facts leave", {"Factor", "Level", "May be it"}, left_count);
    first_factor_ = reserve("Factors", {"Factor", "Stated", "After facts", "Is known", "After modifiers"}, of_.factors.size());
    first_option_ =
        reserve("Points", {"Factor or matrix", "Level", "Points", "Allowed", "May be it", "As the lowest", "As the highest"},
                option_count);
    first_unit_ = reserve("Points of the choice", {"Factor or matrix", "Lowest", "Highest", "Is possible"}, of_.units.size());
    const std::size_t band = reserve("Bands", {"Band", "Name", "From", "Largest total"}, of_.bands.size());
    bands_ = {band, band + of_.bands.size() - 1};
    first_condition_ = reserve("Conditions (0 no, 1 not known, 2 yes)", {"Condition", "Truth"}, conditions_.size());
    first_constraint_ =
        reserve("Constraints", {"Rule", "2 where it is broken", "1 where that is a mistake"}, of_.constraints.size());
    first_rule_ =
        reserve("Rules about bands", {"Rule", "Holds", "Is excepted", "May ask for", "Asks for"}, of_.band_rules.size());
    next_result_ = reserve("Results", {"What", "Number"}, 12);
}

void LiveTables::write() {
    gather_conditions();
    reserve_all();
    write_choices();
    write_level_lists();
    write_facts();
    write_domains();
    for (std::size_t i = 0; i < of_.derivations.size(); ++i) write_rows(i);
    write_levels_stated();
    write_possible_levels();
    for (std::size_t i = 0; i < of_.modifiers.size(); ++i) write_modifier(i);
    write_levels_after();
    write_options();
    write_conditions();
    write_constraints();
    write_bands();
    write_band_rules();
    write_results();
}

void LiveTables::write_choices() {
    for (std::size_t fact = 0; fact < of_.facts.size(); ++fact) {
        const auto choices = choices_of(of_.facts[fact]);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const std::size_t row = choices_[fact].first + i;
            set(row, 0, words(of_.facts[fact].id));
            set(row, 1, words(choices[i]));
            set(row, 2, number_value(static_cast<double>(i + 1)));
            for (std::size_t j = 0; j < of_.derivations.size(); ++j) {
                const auto& rule = of_.derivations[j];
                if (rule.facts.front() != fact || !rule.rows.empty()) continue;
                const auto& level = rule.level_of_choice[i];
                set(row, choice_derivations_ + j, number_value(level ? static_cast<double>(*level + 1) : 0));
            }
            for (std::size_t j = 0; j < of_.band_rules.size(); ++j) {
                const auto& rule = of_.band_rules[j];
                if (rule.fact != fact) continue;
                const auto& band = rule.band_of_choice[i];
                set(row, choice_rules_ + j, number_value(band ? static_cast<double>(*band + 1) : 0));
            }
            for (std::size_t j = 0; j < conditions_.size(); ++j) {
                if (!conditions_[j]->on_fact || conditions_[j]->of != fact) continue;
                set(row, choice_conditions_ + j, number_value(passes(*conditions_[j], choices[i]) ? 1 : 0));
            }
        }
        if (choices.empty()) continue;
        set(choices_[fact].last + 1, 0, words(of_.facts[fact].id));
        set(choices_[fact].last + 1, 1, words(ours("not stated")));
        set(choices_[fact].last + 1, 2, number_value(0));
    }
}

void LiveTables::write_level_lists() {
    for (std::size_t factor = 0; factor < of_.factors.size(); ++factor) {
        const auto& levels = of_.factors[factor].levels;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const std::size_t row = levels_[factor].first + i;
            set(row, 0, words(of_.factors[factor].id));
            set(row, 1, words(levels[i].id));
            set(row, 2, number_value(static_cast<double>(i + 1)));
            set(row, 3, words(levels[i].summary));
            for (std::size_t j = 0; j < conditions_.size(); ++j) {
                if (conditions_[j]->on_fact || conditions_[j]->of != factor) continue;
                set(row, level_conditions_ + j, number_value(passes(*conditions_[j], i) ? 1 : 0));
            }
        }
        set(levels_[factor].last + 1, 0, words(of_.factors[factor].id));
        set(levels_[factor].last + 1, 1, words(ours("not known")));
        set(levels_[factor].last + 1, 2, number_value(0));
    }
}

void LiveTables::write_facts() {
    for (std::size_t i = 0; i < of_.facts.size(); ++i) {
        const auto choices = choices_of(of_.facts[i]);
        const std::string& stated = what_if_.facts[i];
        const std::string at = input(input_facts_ + i);
        set(first_fact_ + i, 0, words(of_.facts[i].id));
        if (choices.empty()) {
            fact_place_.push_back(
                set(first_fact_ + i, 1, Computed{fmt::format("IF(ISNUMBER({}),1,0)", at), stated.empty() ? 0.0 : 1.0}));
            continue;
        }
        const auto found = std::find(choices.begin(), choices.end(), stated);
        const double place = found == choices.end() ? 0 : static_cast<double>(found - choices.begin() + 1);
        fact_place_.push_back(
            set(first_fact_ + i, 1,
                Computed{fmt::format("SUMPRODUCT(({}={}&\"\")*{})", range(choices_[i], 1), at, range(choices_[i], 2)), place}));
    }
}

/// A fact that is stated sets the level of its factor. It is a mistake where the job states another, or where the choice has
/// no level.
void LiveTables::write_levels_stated() {
    for (std::size_t i = 0; i < of_.factors.size(); ++i) {
        const std::size_t row = first_factor_ + i;
        set(row, 0, words(of_.factors[i].name));
        const auto& level = what_if_.levels[i];
        const Cell stated = set(row, 1,
                                Computed{fmt::format("SUMPRODUCT(({}={}&\"\")*{})", range(levels_[i], 1),
                                                     input(input_levels_ + i), range(levels_[i], 2)),
                                         level ? static_cast<double>(*level + 1) : 0});
        Computed before{stated.at, stated.value};
        for (std::size_t j = 0; j < of_.derivations.size(); ++j) {
            const auto& rule = of_.derivations[j];
            if (rule.factor != i) continue;
            if (!rule.rows.empty()) {
                before = level_by_rows(j, stated);
                continue;
            }
            const std::size_t fact = rule.facts.front();
            const Cell& place = fact_place_[fact];
            const std::string by_fact =
                fmt::format("INDEX({},MAX(1,{}))", range(choices_[fact], choice_derivations_ + j), place.at);
            const auto& derived = place.value == 0 ? std::optional<std::size_t>{}
                                                   : rule.level_of_choice[static_cast<std::size_t>(place.value) - 1];
            const double derived_place = derived ? static_cast<double>(*derived + 1) : 0;
            before = {fmt::format("IF({0}=0,{1},IF({2}=0,{1},{2}))", place.at, before.formula, by_fact),
                      place.value == 0 || derived_place == 0 ? before.value : derived_place};
            const bool is_problem =
                place.value != 0 && (derived_place == 0 || (stated.value != 0 && stated.value != derived_place));
            problems_.push_back(
                {fmt::format("IF({0}=0,0,IF(OR({1}=0,AND({2}<>0,{2}<>{1})),1,0))", place.at, by_fact, stated.at),
                 is_problem ? 1.0 : 0.0});
        }
        before_.push_back(set(row, 2, before));
    }
}

void LiveTables::write_possible_levels() {
    for (std::size_t i = 0; i < of_.factors.size(); ++i) {
        auto& may = possible_.emplace_back();
        possible_column_.push_back(4);
        for (std::size_t j = 0; j < of_.factors[i].levels.size(); ++j) {
            const auto place = static_cast<double>(j + 1);
            const auto left = left_.find(i);
            const Cell free = left == left_.end() ? Cell{"1", 1} : left->second[j];
            may.push_back(before_[i].value == 0 ? free.value : before_[i].value == place ? 1 : 0);
            set(levels_[i].first + j, 4,
                Computed{fmt::format("IF({0}=0,{2},IF({0}={1},1,0))", before_[i].at, place, free.at), may.back()});
        }
    }
}

/// The levels that a factor may have behind a modifier: what it moves is gone where its count is certainly reached, and what it
/// moves to is there where the count may be reached.
void LiveTables::write_modifier(std::size_t modifier) {
    const auto& rule = of_.modifiers[modifier];
    const std::size_t factor = rule.factor, column = possible_column_[factor];
    const auto raised = [&](std::size_t level) { return std::max(level, std::min(level + rule.raise, rule.ceiling)); };
    const Cell& known = fact_place_[rule.fact];
    const std::string count = input(input_facts_ + rule.fact);
    const std::string reached = fmt::format("IF({}=0,1,IF({}>={},2,0))", known.at, count, rule.at_least);
    const double is_reached = known.value == 0 ? 1 : as_number(what_if_.facts[rule.fact]) >= as_number(rule.at_least) ? 2 : 0;
    const std::vector<double> before = possible_[factor];
    for (std::size_t level = 0; level < before.size(); ++level) {
        const bool moves = holds(rule.from_levels, level) && raised(level) != level;
        std::vector<std::string> from;
        double arrives = 0;
        for (const std::size_t source : rule.from_levels) {
            if (source == level || raised(source) != level) continue;
            from.push_back(cell(levels_[factor].first + source, column));
            arrives = std::max(arrives, before[source]);
        }
        const std::string here = cell(levels_[factor].first + level, column);
        const std::string stays = moves ? fmt::format("IF({}=2,0,{})", reached, here) : here;
        const std::string comes = from.empty() ? "0" : fmt::format("IF({}>0,MAX({}),0)", reached, arguments(from));
        const double stays_value = moves && is_reached == 2 ? 0 : before[level];
        possible_[factor][level] = std::max(stays_value, is_reached > 0 ? arrives : 0);
        set(levels_[factor].first + level, column + 1,
            Computed{fmt::format("MAX({},{})", stays, comes), possible_[factor][level]});
    }
    possible_column_[factor] = column + 1;
}

void LiveTables::write_levels_after() {
    for (std::size_t i = 0; i < of_.factors.size(); ++i) {
        double count = 0, sum = 0;
        for (std::size_t j = 0; j < possible_[i].size(); ++j) {
            count += possible_[i][j];
            sum += possible_[i][j] * static_cast<double>(j + 1);
        }
        const std::string may = range(levels_[i], possible_column_[i]);
        const bool is_known = before_[i].value != 0 && count == 1;
        known_.push_back(set(first_factor_ + i, 3,
                             Computed{fmt::format("IF(AND({}>0,SUM({})=1),1,0)", before_[i].at, may), is_known ? 1.0 : 0.0}));
        after_.push_back(set(first_factor_ + i, 4,
                             Computed{fmt::format("IF({}=1,SUMPRODUCT({}*{}),0)", known_[i].at, may, range(levels_[i], 2)),
                                      is_known ? sum : 0}));
    }
}

}  // namespace je::render::xlsx
