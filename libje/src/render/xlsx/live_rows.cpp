// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "render/xlsx/live_tables.hpp"

namespace je::render::xlsx {

using report::ScoringTables;

namespace {

/// A test of a number that is stated, as a formula, and whether what the job states passes it.
Computed test_of_number(const ScoringTables::FactTest& test, const std::string& at, const std::string& stated) {
    std::vector<std::string> parts;
    bool passes = true;
    const double number = as_number(stated);
    if (!test.from.empty()) {
        parts.push_back(fmt::format("{}>={}", at, test.from));
        passes = number >= as_number(test.from);
    }
    if (!test.below.empty()) {
        parts.push_back(fmt::format("{}<{}", at, test.below));
        passes = passes && number < as_number(test.below);
    }
    if (parts.empty()) return {"TRUE", 1};
    return {fmt::format("AND({})", arguments(parts)), passes ? 1.0 : 0.0};
}

/// The same of the place of a choice.
Computed test_of_choice(const ScoringTables::FactTest& test, const LiveTables::Cell& place) {
    std::vector<std::string> parts;
    bool passes = false;
    for (const std::size_t choice : test.places) {
        const auto number = static_cast<double>(choice + 1);
        parts.push_back(fmt::format("{}={}", place.at, number));
        passes = passes || place.value == number;
    }
    if (parts.empty()) return {"FALSE", 0};
    return {fmt::format("OR({})", arguments(parts)), passes ? 1.0 : 0.0};
}

}  // namespace

void LiveTables::write_domains() {
    for (std::size_t i = 0; i < of_.facts.size(); ++i) {
        const ScoringTables::Fact& fact = of_.facts[i];
        if (fact.kind != ScoringTables::Fact::Kind::number) continue;
        const std::string at = input(input_facts_ + i);
        std::vector<std::string> outside{fmt::format("{}<{}", at, fact.min.empty() ? "0" : fact.min)};
        if (!fact.max.empty()) outside.push_back(fmt::format("{}>{}", at, fact.max));
        if (fact.whole) outside.push_back(fmt::format("{0}<>INT({0})", at));
        problems_.push_back({fmt::format("IF({}=0,0,IF(OR({}),1,0))", fact_place_[i].at, arguments(outside)), 0});
    }
}

Computed LiveTables::row_is_open(const ScoringTables::Derivation& rule, std::size_t row) const {
    std::vector<std::string> parts;
    bool open = true;
    for (std::size_t i = 0; i < rule.facts.size(); ++i) {
        const ScoringTables::FactTest& test = rule.rows[row].tests[i];
        if (test.any) continue;
        const std::size_t fact = rule.facts[i];
        const Cell& place = fact_place_[fact];
        const bool is_number = of_.facts[fact].kind == ScoringTables::Fact::Kind::number;
        const Computed passes =
            is_number ? test_of_number(test, input(input_facts_ + fact), what_if_.facts[fact]) : test_of_choice(test, place);
        parts.push_back(fmt::format("IF({}=0,TRUE,{})", place.at, passes.formula));
        open = open && (place.value == 0 || passes.value == 1);
    }
    if (parts.empty()) return {"1", 1};
    return {fmt::format("IF(AND({}),1,0)", arguments(parts)), open ? 1.0 : 0.0};
}

void LiveTables::write_rows(std::size_t derivation) {
    const ScoringTables::Derivation& rule = of_.derivations[derivation];
    if (rule.rows.empty()) return;
    const auto& levels = of_.factors[rule.factor].levels;
    const Rows rows{first_row_, first_row_ + rule.rows.size() - 1};
    std::vector<double> left(levels.size(), 0);
    for (std::size_t i = 0; i < rule.rows.size(); ++i) {
        const std::size_t level = rule.rows[i].level;
        set(first_row_, 0, words(rule.id));
        set(first_row_, 1, words(levels[level].id));
        set(first_row_, 2, number_value(static_cast<double>(level + 1)));
        left[level] = std::max(left[level], set(first_row_++, 3, row_is_open(rule, i)).value);
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        set(first_left_, 0, words(of_.factors[rule.factor].id));
        set(first_left_, 1, words(levels[i].id));
        left_[rule.factor].push_back(
            set(first_left_++, 2,
                Computed{fmt::format("IF(SUMPRODUCT(({}={})*{})>0,1,0)", range(rows, 2), i + 1, range(rows, 3)), left[i]}));
    }
}

Computed LiveTables::level_by_rows(std::size_t derivation, const Cell& stated) {
    const std::vector<Cell>& left = left_[of_.derivations[derivation].factor];
    std::vector<std::string> flags, places;
    double count = 0, only = 0, is_stated_left = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        flags.push_back(left[i].at);
        places.push_back(fmt::format("{}*{}", i + 1, left[i].at));
        count += left[i].value;
        only += left[i].value * static_cast<double>(i + 1);
        if (stated.value == static_cast<double>(i + 1)) is_stated_left = left[i].value;
    }
    const std::string stated_left = fmt::format("INDEX({}:{},MAX(1,{}))", left.front().at, left.back().at, stated.at);
    problems_.push_back(
        {fmt::format("IF({}=0,0,IF({}=0,1,0))", stated.at, stated_left), stated.value != 0 && is_stated_left == 0 ? 1.0 : 0.0});
    const double by_stated = stated.value != 0 && is_stated_left == 1 ? stated.value : 0;
    return {fmt::format("IF(SUM({})=1,SUM({}),IF({}=0,0,IF({}=1,{},0)))", arguments(flags), arguments(places), stated.at,
                        stated_left, stated.at),
            count == 1 ? only : by_stated};
}

}  // namespace je::render::xlsx
