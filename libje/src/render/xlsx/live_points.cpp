// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "render/xlsx/formulas.hpp"
#include "render/xlsx/live_tables.hpp"

namespace je::render::xlsx {

using report::ScoringTables;

namespace {

constexpr double beyond = 1e15;  // all points and totals
constexpr std::string_view beyond_text = "1000000000000000";

/// The levels of an option, by their places: those of the last factor run fastest.
std::vector<std::size_t> levels_of(const ScoringTables& of, const ScoringTables::Unit& unit, std::size_t option) {
    std::vector<std::size_t> levels(unit.factors.size());
    for (std::size_t i = unit.factors.size(); i-- > 0;) {
        const std::size_t count = of.factors[unit.factors[i]].levels.size();
        levels[i] = option % count;
        option /= count;
    }
    return levels;
}

/// The place of the band that a total is in; 0: it is in none.
std::size_t band_of(const ScoringTables& of, base::Decimal total) {
    std::size_t place = 0;
    for (const auto& band : of.bands) place += band.floor <= total ? 1 : 0;
    return place > 0 && of.bands[place - 1].max && *of.bands[place - 1].max < total ? 0 : place;
}

/// A sum of points as the decimal it is: points have four digits after the point.
base::Decimal decimal_in(double number) {
    return base::Decimal::from_units(
        static_cast<std::int64_t>(number * static_cast<double>(base::Decimal::units_per_one) + (number < 0 ? -0.5 : 0.5)));
}

}  // namespace

/// Lowest and highest of the options that may be it. What may not be it counts as beyond all others.
void LiveTables::write_options() {
    std::size_t row = first_option_;
    for (std::size_t i = 0; i < of_.units.size(); ++i) {
        const auto& unit = of_.units[i];
        const std::size_t count_of_rows = unit.base ? unit.products.size() : unit.options.size();
        const Rows rows{row, row + count_of_rows - 1};
        double low = beyond, high = -beyond, count = 0;
        for (std::size_t number_of_row = 0; number_of_row < count_of_rows; ++number_of_row, ++row) {
            const std::size_t option = number_of_row % unit.options.size();
            const auto& stated = unit.options[option].points;
            const auto points = stated && unit.base ? std::optional{unit.products[number_of_row]} : stated;
            const auto levels = levels_of(of_, unit, option);
            std::vector<std::string> may{points ? "1" : "0"}, names;
            double is_possible = points ? 1 : 0;
            if (unit.base) {
                const base::Decimal base = unit.base_values[number_of_row / unit.options.size()];
                const auto& known = units_[*unit.base];
                may.push_back(fmt::format("IF(AND({0}>={1},{0}<={2}),1,0)", base.to_string(), known.low.at, known.high.at));
                is_possible *= as_number(base) >= known.low.value && as_number(base) <= known.high.value ? 1 : 0;
                names.push_back(base.to_string());
            }
            for (std::size_t j = 0; j < levels.size(); ++j) {
                const std::size_t factor = unit.factors[j];
                may.push_back(cell(levels_[factor].first + levels[j], possible_column_[factor]));
                is_possible *= possible_[factor][levels[j]];
                names.push_back(of_.factors[factor].levels[levels[j]].id);
            }
            const double number = points ? as_number(*points) : 0;
            set(row, 0, words(unit.id));
            set(row, 1, words(fmt::format("{}", fmt::join(names, " x "))));
            set(row, 2, number_value(number));
            set(row, 3, number_value(points ? 1 : 0));
            set(row, 4, Computed{fmt::format("MIN({})", arguments(may)), is_possible});
            const double if_lowest = is_possible != 0 ? number : beyond, if_highest = is_possible != 0 ? number : -beyond;
            set(row, 5, Computed{fmt::format("IF({}=1,{},{})", cell(row, 4), cell(row, 2), beyond_text), if_lowest});
            set(row, 6, Computed{fmt::format("IF({}=1,{},-{})", cell(row, 4), cell(row, 2), beyond_text), if_highest});
            low = std::min(low, if_lowest);
            high = std::max(high, if_highest);
            count += is_possible;
        }
        const std::size_t result = first_unit_ + i;
        const std::string may = range(rows, 4);
        set(result, 0, words(unit.name));
        const Cell lowest = set(result, 1, Computed{fmt::format("MIN({})", range(rows, 5)), low});
        const Cell highest = set(result, 2, Computed{fmt::format("MAX({})", range(rows, 6)), high});
        set(result, 3, Computed{fmt::format("IF(SUM({})>0,1,0)", may), count > 0 ? 1.0 : 0.0});
        not_possible_ += count > 0 ? 0 : 1;
        units_.push_back({lowest, highest});
    }
}

Computed LiveTables::truth_of_number(const Condition& condition) const {
    using Test = Condition::Test;
    const Cell& known = fact_place_[condition.of];
    const std::string at = input(input_facts_ + condition.of);
    const double value = as_number(what_if_.facts[condition.of]);
    std::vector<std::string> equal;
    bool is_one = false;
    for (const std::string& one : condition.values) {
        equal.push_back(fmt::format("{}={}", at, one));
        is_one = is_one || value == as_number(one);
    }
    std::string test = fmt::format("OR({})", arguments(equal));
    bool passes = is_one;
    if (condition.test == Test::none_of) {
        test = fmt::format("NOT({})", test);
        passes = !is_one;
    } else if (condition.test == Test::at_least) {
        test = fmt::format("{}>={}", at, condition.values.front());
        passes = value >= as_number(condition.values.front());
    } else if (condition.test == Test::at_most) {
        test = fmt::format("{}<={}", at, condition.values.front());
        passes = value <= as_number(condition.values.front());
    }
    return {fmt::format("IF({}=0,1,IF({},2,0))", known.at, test), known.value == 0 ? 1.0 : passes ? 2.0 : 0.0};
}

Computed LiveTables::truth(const Condition& condition, std::size_t number) const {
    if (condition.on_fact && choices_of(of_.facts[condition.of]).empty()) return truth_of_number(condition);
    const Rows& rows = condition.on_fact ? choices_[condition.of] : levels_[condition.of];
    const Cell& place = condition.on_fact ? fact_place_[condition.of] : after_[condition.of];
    const std::size_t column = (condition.on_fact ? choice_conditions_ : level_conditions_) + number;
    const std::string passes = range(rows, column);
    double is_passed = 0;
    if (place.value != 0) {
        const auto& slots = plan_.sheets[sheet_].lines[rows.first + static_cast<std::size_t>(place.value) - 1].slots;
        const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.column == column; });
        is_passed = std::get<double>(found->value.content);
    }
    return {fmt::format("IF({0}=0,1,2*INDEX({1},MAX(1,{0})))", place.at, passes), place.value == 0 ? 1.0 : 2 * is_passed};
}

Computed LiveTables::end_of(std::string_view function, double of_none, const std::vector<std::size_t>& conditions,
                            double (*pick)(double, double)) const {
    Computed end{fmt::format("{}({}", function, of_none), of_none};
    for (const std::size_t one : conditions) {
        end.formula += "," + truths_[one].at;
        end.value = pick(end.value, truths_[one].value);
    }
    end.formula += ")";
    return end;
}

Computed LiveTables::all_of(const std::vector<std::size_t>& conditions) const {
    return end_of("MIN", 2, conditions, [](double a, double b) { return std::min(a, b); });
}

Computed LiveTables::one_of(const std::vector<std::size_t>& conditions) const {
    return end_of("MAX", 0, conditions, [](double a, double b) { return std::max(a, b); });
}

void LiveTables::write_conditions() {
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const Condition& one = *conditions_[i];
        set(first_condition_ + i, 0,
            words(fmt::format("{}: {}", i + 1, one.on_fact ? of_.facts[one.of].id : of_.factors[one.of].id)));
        truths_.push_back(set(first_condition_ + i, 1, truth(one, i)));
    }
}

void LiveTables::write_constraints() {
    for (std::size_t i = 0; i < of_.constraints.size(); ++i) {
        const Computed when = all_of(constraint_conditions_[i].first), require = all_of(constraint_conditions_[i].second);
        set(first_constraint_ + i, 0, words(of_.constraints[i].id));
        broken_.push_back(set(first_constraint_ + i, 1,
                              Computed{fmt::format("IF(AND({}=2,{}=0),2,0)", when.formula, require.formula),
                                       when.value == 2 && require.value == 0 ? 2.0 : 0.0}));
        const double is_mistake = of_.constraints[i].is_error ? broken_.back().value / 2 : 0;
        set(first_constraint_ + i, 2, Computed{of_.constraints[i].is_error ? broken_.back().at + "/2" : "0", is_mistake});
        broken_errors_ += is_mistake;
    }
}

void LiveTables::write_bands() {
    for (std::size_t i = 0; i < of_.bands.size(); ++i) {
        const auto& band = of_.bands[i];
        set(bands_.first + i, 0, words(band.id));
        set(bands_.first + i, 1, words(band.name));
        set(bands_.first + i, 2, number_value(as_number(band.floor)));
        if (band.max) {
            set(bands_.first + i, 3, number_value(as_number(*band.max)));
        } else {
            set(bands_.first + i, 3, Value{beyond, literal(ours("up to the next")), ours("up to the next")});
        }
    }
}

void LiveTables::write_band_rules() {
    for (std::size_t i = 0; i < of_.band_rules.size(); ++i) {
        const auto& rule = of_.band_rules[i];
        const std::size_t row = first_rule_ + i;
        const Cell& place = fact_place_[rule.fact];
        const std::string bands = range(choices_[rule.fact], choice_rules_ + i);
        double asked = 0;
        for (std::size_t j = 0; j < rule.band_of_choice.size(); ++j) {
            const auto& band = rule.band_of_choice[j];
            if (band && (place.value == 0 || place.value == static_cast<double>(j + 1)))
                asked = std::max(asked, static_cast<double>(*band + 1));
        }
        set(row, 0, words(rule.id));
        const Cell when = set(row, 1, all_of(band_rule_conditions_[i].first));
        const Cell unless = set(row, 2, one_of(band_rule_conditions_[i].second));
        const std::string by_choice = fmt::format("INDEX({},MAX(1,{}))", bands, place.at);
        const bool may = when.value > 0 && unless.value < 2,
                   is_certain = place.value != 0 && when.value == 2 && unless.value == 0;
        set(row, 3,
            Computed{fmt::format("IF(OR({}=0,{}=2),0,IF({}=0,MAX({}),{}))", when.at, unless.at, place.at, bands, by_choice),
                     may ? asked : 0});
        set(row, 4,
            Computed{fmt::format("IF(AND({}>0,{}=2,{}=0),{},0)", place.at, when.at, unless.at, by_choice),
                     is_certain ? asked : 0});
    }
}

void LiveTables::write_result(const std::string& name, const std::string& said, const Computed& number) {
    set(next_result_, 0, words(ours(said)));
    results_[name] = set(next_result_, 1, number);
    ++next_result_;
}

/// The band of a total by points, and behind the rules about bands.
void LiveTables::write_band(const std::string& name, const Cell& total) {
    const std::string place = fmt::format("IFERROR(MATCH({},{},1),0)", total.at, floors());
    const auto by_points = static_cast<double>(band_of(of_, decimal_in(total.value)));
    write_result(
        "points-" + name,
        name == "lowest" ? "Place of the band by points of the lowest total"
                         : "Place of the band by points of the highest total",
        {fmt::format("IF({0}=0,0,IF({1}>INDEX({2},MAX(1,{0})),0,{0}))", place, total.at, range(bands_, 3)), by_points});
    Computed asked{"0", 0};
    if (!of_.band_rules.empty()) {
        const std::size_t column = name == "lowest" ? 4 : 3;
        const Rows rows{first_rule_, first_rule_ + of_.band_rules.size() - 1};
        asked.formula = fmt::format("MAX({})", range(rows, column));
        for (std::size_t row = rows.first; row <= rows.last; ++row) {
            for (const Slot& slot : plan_.sheets[sheet_].lines[row].slots) {
                if (slot.column == column) asked.value = std::max(asked.value, std::get<double>(slot.value.content));
            }
        }
    }
    const bool is_raised =
        asked.value > 0 && of_.bands[static_cast<std::size_t>(asked.value) - 1].floor > decimal_in(total.value);
    write_result("band-" + name,
                 name == "lowest" ? "Place of the band of the lowest total" : "Place of the band of the highest total",
                 {fmt::format("IF({0}=0,{1},IF(INDEX({2},MAX(1,{0}))>{3},{0},{1}))", asked.formula,
                              results_["points-" + name].at, floors(), total.at),
                  is_raised ? asked.value : by_points});
}

void LiveTables::write_results() {
    Computed problems{"0", 0}, low{"0", 0}, high{"0", 0}, unknown{"0", 0};
    for (const Computed& one : problems_) {
        problems.formula += "+" + one.formula;
        problems.value += one.value;
    }
    const Rows of_units{first_unit_, first_unit_ + of_.units.size() - 1},
        of_factors{first_factor_, first_factor_ + of_.factors.size() - 1};
    problems.formula += fmt::format("+ROWS({0})-SUM({0})", range(of_units, 3));
    problems.value += not_possible_ + broken_errors_;
    if (!of_.constraints.empty())
        problems.formula +=
            fmt::format("+SUM({})", range({first_constraint_, first_constraint_ + of_.constraints.size() - 1}, 2));
    for (const Points& unit : units_) {
        low.value += unit.low.value;
        high.value += unit.high.value;
    }
    for (const Cell& one : known_) unknown.value += 1 - one.value;
    low.formula = fmt::format("ROUND(SUM({}),4)", range(of_units, 1));
    high.formula = fmt::format("ROUND(SUM({}),4)", range(of_units, 2));
    unknown.formula = fmt::format("ROWS({0})-SUM({0})", range(of_factors, 3));
    write_result("problems", "Mistakes that je would refuse", problems);
    write_result("low", "Lowest total", low);
    write_result("high", "Highest total", high);
    write_result("unknown", "Levels not known", unknown);
    if (of_.bands.empty()) return;
    write_band("lowest", results_["low"]);
    write_band("highest", results_["high"]);
    double begun = 0;
    for (const auto& band : of_.bands) begun += band.floor <= decimal_in(high.value) ? 1 : 0;
    write_result("begun", "How many bands have begun",
                 {fmt::format("IFERROR(MATCH({},{},1),0)", results_["high"].at, floors()), begun});
}

}  // namespace je::render::xlsx
