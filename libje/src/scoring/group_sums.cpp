// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/group_sums.hpp"

#include <algorithm>
#include <limits>

namespace je::scoring {

namespace {

bool holds(const std::vector<std::int64_t>& sums, std::int64_t one) {
    return std::binary_search(sums.begin(), sums.end(), one);
}

}  // namespace

void sort_once(std::vector<std::int64_t>& sums) {
    std::sort(sums.begin(), sums.end());
    sums.erase(std::unique(sums.begin(), sums.end()), sums.end());
}

std::optional<std::vector<std::int64_t>> GroupSums::sums(std::uint64_t most) const {
    if (choices_of(root_) > most) return std::nullopt;
    return sums_of(root_, {});
}

void GroupSums::pick(std::int64_t sum, std::vector<model::LevelIndex>& levels) const {
    static_cast<void>(pick(root_, {}, sum, levels));
}

std::uint64_t GroupSums::choices_of(std::size_t unit) const {
    std::uint64_t choices = options_(unit).size();
    for (const model::UnitIndex dependent : scheme_.units()[unit].dependents()) {
        const std::uint64_t more = choices_of(dependent.value());
        constexpr std::uint64_t many = std::numeric_limits<std::uint32_t>::max();
        if (choices > many || more > many) return std::numeric_limits<std::uint64_t>::max();
        choices *= more;
    }
    return choices;
}

std::vector<GroupSums::Value> GroupSums::values_of(std::size_t unit, model::Points of_base) const {
    const model::ScoredUnit& what = scheme_.units()[unit];
    std::vector<Value> values;
    for (const AllowedOption& option : options_(unit)) values.push_back({what.points_of(option.number, of_base), &option});
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.points < b.points; });
    values.erase(std::unique(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.points == b.points; }),
                 values.end());
    return values;
}

GroupSums::Sums GroupSums::sums_of(std::size_t unit, model::Points of_base) const {
    Sums sums;
    for (const Value& value : values_of(unit, of_base)) {
        for (const std::int64_t tail : tails_of(unit, value.points, 0)) sums.push_back(value.points.value().units() + tail);
    }
    sort_once(sums);
    return sums;
}

GroupSums::Sums GroupSums::tails_of(std::size_t unit, model::Points points, std::size_t first) const {
    const auto dependents = scheme_.units()[unit].dependents();
    if (first == dependents.size()) return {0};
    const Sums further = tails_of(unit, points, first + 1);
    Sums sums;
    for (const std::int64_t one : sums_of(dependents[first].value(), points)) {
        for (const std::int64_t rest : further) sums.push_back(one + rest);
    }
    sort_once(sums);
    return sums;
}

bool GroupSums::pick(std::size_t unit, model::Points of_base, std::int64_t sum, std::vector<model::LevelIndex>& levels) const {
    for (const Value& value : values_of(unit, of_base)) {
        const std::int64_t rest = sum - value.points.value().units();
        if (!holds(tails_of(unit, value.points, 0), rest)) continue;
        set_levels(scheme_.units()[unit], *value.option, levels);
        return pick_tails(unit, value.points, rest, levels);
    }
    return false;
}

bool GroupSums::pick_tails(std::size_t unit, model::Points points, std::int64_t sum,
                           std::vector<model::LevelIndex>& levels) const {
    const auto dependents = scheme_.units()[unit].dependents();
    for (std::size_t i = 0; i < dependents.size(); ++i) {
        const Sums further = tails_of(unit, points, i + 1);
        for (const std::int64_t one : sums_of(dependents[i].value(), points)) {
            if (!holds(further, sum - one)) continue;
            if (!pick(dependents[i].value(), points, one, levels)) return false;
            sum -= one;
            break;
        }
    }
    return true;
}

}  // namespace je::scoring
