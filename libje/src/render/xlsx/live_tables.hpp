// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "je/report/what_if.hpp"
#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// A number of a sheet: the formula for it, and what it gives for what the job states.
struct Computed {
    std::string formula;
    double value = 0;
};

/// The rows of a part of a sheet, the last one included.
struct Rows {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The scheme's tables on a sheet, with the steps of scoring as formulas: levels derived from facts, modifiers, points, total,
/// band, band rules, constraints, as scoring/score.hpp orders them. A place is a number from 1 on, 0: not known. Of a truth 0
/// is no, 1 not known, 2 yes.
class LiveTables {
public:
    /// `levels` and `facts`: rows of the cells, in column B of the sheet `inputs`, that levels and facts are chosen in.
    LiveTables(Plan& plan, const report::WhatIf& what_if, std::size_t inputs, std::size_t levels, std::size_t facts);

    void write();

    // What the sheet with the results needs. References to cells, and what stands in them.
    struct Cell {
        std::string at;
        double value = 0;
    };
    struct Points {
        Cell low, high;
    };
    [[nodiscard]] const std::vector<Points>& units() const { return units_; }
    [[nodiscard]] const std::vector<Cell>& levels_after() const { return after_; }  // of factors; 0 where not known
    [[nodiscard]] const std::vector<Cell>& broken() const { return broken_; }       // of constraints; 2 where broken
    [[nodiscard]] const Cell& result(const std::string& name) const { return results_.at(name); }
    /// The ids of bands, their floors; the levels of a factor with "not known"; the choices of a fact with "not stated".
    [[nodiscard]] std::string band_ids() const { return range(bands_, 0); }
    [[nodiscard]] std::string floors() const { return range(bands_, 2); }
    [[nodiscard]] std::string list_of_levels(std::size_t factor) const {
        return range({levels_[factor].first, levels_[factor].last + 1}, 1);
    }
    [[nodiscard]] std::string list_of_choices(std::size_t fact) const {
        return range({choices_[fact].first, choices_[fact].last + 1}, 1);
    }
    [[nodiscard]] std::string level_ids(std::size_t factor) const { return range(levels_[factor], 1); }

private:
    using Condition = report::ScoringTables::Condition;
    struct Rule {  // of conditions, by their places in conditions_
        std::vector<std::size_t> first;
        std::vector<std::size_t> second;
    };

    std::size_t reserve(const std::string& title, const std::vector<std::string>& heads, std::size_t rows);
    void set(std::size_t row, std::size_t column, Value value, const std::string& formula = {});
    Cell set(std::size_t row, std::size_t column, const Computed& number);
    [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::string range(const Rows& rows, std::size_t column) const;
    [[nodiscard]] std::string input(std::size_t row) const;

    void gather_conditions();
    std::vector<std::size_t> gather(const std::vector<Condition>& conditions);
    void reserve_all();
    void write_facts();
    void write_choices();
    void write_levels_stated();
    /// Whether each row of a derivation is open to the facts stated, and which levels open rows give.
    void write_rows(std::size_t derivation);
    [[nodiscard]] Computed row_is_open(const report::ScoringTables::Derivation& rule, std::size_t row) const;
    /// The level that rows give, where they leave one; that they leave others than the one stated is a mistake.
    [[nodiscard]] Computed level_by_rows(std::size_t derivation, const Cell& stated);
    /// A number that its fact does not allow is a mistake.
    void write_domains();
    void write_level_lists();
    void write_possible_levels();
    void write_modifier(std::size_t modifier);
    void write_levels_after();
    void write_options();
    void write_conditions();
    void write_constraints();
    void write_bands();
    void write_band_rules();
    void write_results();
    void write_band(const std::string& name, const Cell& total);
    void write_result(const std::string& name, const std::string& words, const Computed& number);
    [[nodiscard]] Computed truth(const Condition& condition, std::size_t number) const;
    [[nodiscard]] Computed truth_of_number(const Condition& condition) const;
    /// The least or the largest truth of conditions; `of_none` where there are none.
    [[nodiscard]] Computed end_of(std::string_view function, double of_none, const std::vector<std::size_t>& conditions,
                                  double (*pick)(double, double)) const;
    [[nodiscard]] Computed all_of(const std::vector<std::size_t>& conditions) const;
    [[nodiscard]] Computed one_of(const std::vector<std::size_t>& conditions) const;

    Plan& plan_;
    const report::WhatIf& what_if_;
    const report::ScoringTables& of_;
    std::size_t inputs_, sheet_, input_levels_, input_facts_;

    std::vector<const Condition*> conditions_;
    std::vector<Rule> constraint_conditions_, band_rule_conditions_;
    std::size_t first_fact_ = 0, first_factor_ = 0, first_option_ = 0, first_condition_ = 0, first_constraint_ = 0,
                first_rule_ = 0, first_unit_ = 0, next_result_ = 0;
    std::vector<Rows> levels_, choices_;
    std::size_t first_row_ = 0, first_left_ = 0;     // of rows of derivations, and of the levels that they leave
    std::map<std::size_t, std::vector<Cell>> left_;  // by factor: of each level, whether open rows give it
    Rows bands_{};
    std::size_t level_conditions_ = 0, choice_derivations_ = 0, choice_rules_ = 0, choice_conditions_ = 0;  // first columns
    std::vector<std::size_t> possible_column_;   // of each factor, the last
    std::vector<std::vector<double>> possible_;  // of each factor and level, 0 or 1
    std::vector<Cell> fact_place_, before_, known_, after_, truths_, broken_;
    std::vector<Computed> problems_;               // of facts
    double not_possible_ = 0, broken_errors_ = 0;  // units whose levels the scheme does not allow together, and constraints
    std::vector<Points> units_;
    std::map<std::string, Cell> results_;
};

/// The choices of a fact; of one that is a number none.
[[nodiscard]] std::vector<std::string> choices_of(const report::ScoringTables::Fact& fact);
/// A number as a sheet has it, and the value of it.
[[nodiscard]] double as_number(base::Decimal decimal);
[[nodiscard]] double as_number(const std::string& digits);
[[nodiscard]] Value number_value(double number);
/// With commas between them, as arguments of a function.
[[nodiscard]] std::string arguments(const std::vector<std::string>& parts);

}  // namespace je::render::xlsx
