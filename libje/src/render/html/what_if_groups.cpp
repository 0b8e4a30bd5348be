// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/what_if_groups.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>

namespace je::render::html {

namespace {

using report::ScoringTables;
using Unit = ScoringTables::Unit;

/// A unit, and all that depend on it, directly or through others, each with its own after it.
std::vector<std::size_t> members_of(const ScoringTables& tables, std::size_t root) {
    std::vector<std::size_t> members{root};
    for (std::size_t i = 0; i < tables.units.size(); ++i) {
        if (tables.units[i].base != root) continue;
        const auto further = members_of(tables, i);
        members.insert(members.end(), further.begin(), further.end());
    }
    return members;
}

std::vector<std::size_t> factors_of(const ScoringTables& tables, const std::vector<std::size_t>& members) {
    std::vector<std::size_t> factors;
    for (const std::size_t unit : members)
        factors.insert(factors.end(), tables.units[unit].factors.begin(), tables.units[unit].factors.end());
    return factors;
}

std::size_t options_over(const ScoringTables& tables, const std::vector<std::size_t>& factors) {
    std::size_t options = 1;
    for (const std::size_t factor : factors) {
        const std::size_t levels = tables.factors[factor].levels.size();
        if (options > std::numeric_limits<std::uint32_t>::max() / levels) return std::numeric_limits<std::uint32_t>::max();
        options *= levels;
    }
    return options;
}

/// The points of all members at these levels of the factors, together.
std::optional<base::Decimal> points_at(const ScoringTables& tables, const std::vector<std::size_t>& members,
                                       const std::map<std::size_t, std::size_t>& level_of) {
    std::map<std::size_t, base::Decimal> points;
    base::Decimal sum{};
    for (const std::size_t member : members) {
        const Unit& unit = tables.units[member];
        std::size_t option = 0;
        for (const std::size_t factor : unit.factors)
            option = option * tables.factors[factor].levels.size() + level_of.at(factor);
        if (!unit.options[option].points) return std::nullopt;
        points[member] = *unit.options[option].points;
        if (unit.base) {
            const auto value = std::lower_bound(unit.base_values.begin(), unit.base_values.end(), points.at(*unit.base));
            const auto place = static_cast<std::size_t>(value - unit.base_values.begin());
            points[member] = unit.products[place * unit.options.size() + option];
        }
        sum = sum + points[member];
    }
    return sum;
}

WhatIfGroup group_of(const ScoringTables& tables, std::size_t root) {
    const auto members = members_of(tables, root);
    WhatIfGroup group{factors_of(tables, members), {}, {}};
    for (const std::size_t member : members) group.of.push_back(&tables.units[member]);
    const std::size_t options = options_over(tables, group.factors);
    std::map<std::size_t, std::size_t> level_of;
    for (std::size_t option = 0; option < options; ++option) {
        std::size_t rest = option;
        for (std::size_t i = group.factors.size(); i-- > 0;) {
            const std::size_t levels = tables.factors[group.factors[i]].levels.size();
            level_of[group.factors[i]] = rest % levels;
            rest /= levels;
        }
        group.points.push_back(points_at(tables, members, level_of));
    }
    return group;
}

}  // namespace

std::vector<WhatIfGroup> groups_of(const ScoringTables& tables) {
    std::vector<WhatIfGroup> groups;
    for (std::size_t i = 0; i < tables.units.size(); ++i) {
        if (!tables.units[i].base) groups.push_back(group_of(tables, i));
    }
    return groups;
}

std::size_t options_in_groups(const ScoringTables& tables) {
    std::size_t options = 0;
    for (std::size_t i = 0; i < tables.units.size(); ++i) {
        if (!tables.units[i].base) options += options_over(tables, factors_of(tables, members_of(tables, i)));
    }
    return options;
}

}  // namespace je::render::html
