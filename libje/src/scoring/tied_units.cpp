// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/tied_units.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;

/// For each constraint of severity error, its conditions on factors.
std::vector<std::vector<const model::Condition*>> error_conditions(const model::Scheme& scheme) {
    std::vector<std::vector<const model::Condition*>> result;
    for (const model::Constraint& constraint : scheme.constraints()) {
        if (!constraint.is_error) continue;
        auto& on_factors = result.emplace_back();
        for (const auto* conditions : {&constraint.when, &constraint.require}) {
            for (const model::Condition& condition : *conditions) {
                if (std::holds_alternative<model::FactorCondition>(condition.what)) on_factors.push_back(&condition);
            }
        }
    }
    return result;
}

/// For each unit, the first unit it is tied to.
std::vector<std::size_t> first_of_tie(const model::Scheme& scheme) {
    std::vector<std::size_t> first(scheme.units().size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const auto tie = [&](std::size_t one, std::size_t other) {
        const auto [lower, higher] = std::minmax({first[one], first[other]});
        std::replace(first.begin(), first.end(), std::size_t{higher}, std::size_t{lower});
    };
    for (const auto& conditions : error_conditions(scheme)) {
        const auto unit = [&](const model::Condition* c) {
            return scheme[std::get<model::FactorCondition>(c->what).factor].unit.value();
        };
        for (const model::Condition* condition : conditions) tie(unit(conditions.front()), unit(condition));
    }
    for (const model::UnitIndex dependent : scheme.dependent_units())
        tie(dependent.value(), scheme[dependent].dependence()->base.value());
    return first;
}

/// Sorts the allowed options of a unit by which of the conditions hold for them.
std::vector<OptionClass> classes_of(const model::Scheme& scheme, const model::ScoredUnit& unit) {
    std::vector<const model::Condition*> on_unit;  // those about other factors tell no two options apart
    for (const auto& conditions : error_conditions(scheme)) {
        std::copy_if(conditions.begin(), conditions.end(), std::back_inserter(on_unit), [&](const model::Condition* condition) {
            return unit.depends_on(std::get<model::FactorCondition>(condition->what).factor);
        });
    }
    std::map<std::string, OptionClass> classes;  // by what holds, a character a condition
    std::vector<LevelIndex> levels(scheme.factors().size());
    for (std::size_t i = 0; i < unit.options().size(); ++i) {
        if (!unit[i].allowed) continue;
        const AllowedOption option{unit[i].points.value().units(), i};
        set_levels(unit, option, levels);
        std::string holds;
        for (const model::Condition* condition : on_unit) {
            const auto level_of = [&](FactorIndex factor) { return std::optional{levels[factor.value()]}; };
            holds.push_back(static_cast<char>(truth_of(*condition, level_of, {})));
        }
        classes[holds].push_back(option);
    }
    std::vector<OptionClass> result;
    for (auto& [holds, options] : classes) {
        result.push_back(std::move(options));
    }
    return result;
}

/// Tries classes unit by unit, turning back as soon as a constraint is broken whatever the rest.
class AllowedChoices {
public:
    AllowedChoices(const model::Scheme& scheme, const TiedUnits& tied, std::size_t limit,
                   const std::function<void(const ClassChoice&)>& visit)
        : scheme_{scheme}, tied_{tied}, left_{limit}, visit_{visit}, known_(scheme.factors().size()) {
        std::size_t conditions = 0;
        for (const auto& of_rule : error_conditions(scheme)) conditions += of_rule.size();
        if (tied.units.size() > 1) effort_ += conditions / 64;
    }

    bool from(std::size_t place) {
        if (left_ < effort_) {
            return false;
        }
        left_ -= effort_;
        const auto level_of = [&](FactorIndex factor) { return known_[factor.value()]; };
        if (breaks_a_rule(scheme_, level_of, {})) {
            return true;
        }
        if (place == tied_.units.size()) {
            visit_(choice_);
            return true;
        }
        return try_classes(place);
    }

private:
    bool try_classes(std::size_t place) {
        const auto sides = scheme_.units()[tied_.units[place]].sides();
        bool finished = true;
        for (std::size_t i = 0; finished && i < tied_.classes[place].size(); ++i) {
            const AllowedOption& sample = tied_.classes[place][i].front();
            for (const auto& side : sides) known_[side.factor.value()] = model::ScoredUnit::level_of(sample.number, side);
            choice_.push_back(i);
            finished = from(place + 1);
            choice_.pop_back();
        }
        for (const auto& side : sides) known_[side.factor.value()].reset();
        return finished;
    }

    const model::Scheme& scheme_;
    const TiedUnits& tied_;
    std::size_t left_;
    std::size_t effort_ = 1;  // of looking at one choice: more where there are many conditions to look at
    const std::function<void(const ClassChoice&)>& visit_;
    std::vector<std::optional<LevelIndex>> known_;
    ClassChoice choice_;
};

}  // namespace

std::vector<TiedUnits> tie_units(const model::Scheme& scheme) {
    const auto first = first_of_tie(scheme);
    std::vector<TiedUnits> result;
    for (std::size_t start = 0; start < first.size(); ++start) {
        if (first[start] != start) {
            continue;
        }
        TiedUnits& tied = result.emplace_back();
        for (std::size_t unit = start; unit < first.size(); ++unit) {
            if (first[unit] == start) {
                tied.units.push_back(unit);
                tied.classes.push_back(classes_of(scheme, scheme.units()[unit]));
            }
        }
    }
    return result;
}

bool visit_allowed(const model::Scheme& scheme, const TiedUnits& tied, std::size_t limit,
                   const std::function<void(const ClassChoice&)>& visit) {
    return AllowedChoices{scheme, tied, limit, visit}.from(0);
}

void set_levels(const model::ScoredUnit& unit, const AllowedOption& option, std::vector<LevelIndex>& levels) {
    for (const auto& side : unit.sides()) levels[side.factor.value()] = model::ScoredUnit::level_of(option.number, side);
}

}  // namespace je::scoring
