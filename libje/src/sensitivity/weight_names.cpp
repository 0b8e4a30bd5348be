// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weight_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"

namespace je::sensitivity {

namespace {

std::optional<model::GroupIndex> group_of(const model::Scheme& scheme, const model::ScoredUnit& unit) {
    if (const auto* factor = std::get_if<model::FactorIndex>(&unit)) return scheme[*factor].group;
    return scheme[std::get<model::MatrixIndex>(unit)].group;
}

}  // namespace

std::string place_in_words(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "its end";
    const std::size_t end = std::min(text.find(' ', at), text.size());
    return fmt::format("character {}, '{}'", at + 1, text.substr(at, end - at));
}

WeightNames::WeightNames(const model::Scheme& scheme, const Grid& grid) : scheme_{scheme} {
    const auto add = [&](const std::string& name, std::size_t f) {
        auto& factors = factors_[name];
        if (factors.empty()) names_.push_back(name);
        factors.push_back(f);
    };
    for (std::size_t f = 0; f < grid.factors(); ++f) add(scheme.id_of(scheme.units()[grid.units()[f]]), f);
    for (std::size_t f = 0; f < grid.factors(); ++f) {
        if (const auto group = group_of(scheme, scheme.units()[grid.units()[f]]))
            add(fmt::format("group:{}", scheme[*group].id.text()), f);
    }
}

bool WeightNames::is_no_number(std::string_view name) const {
    return factors_.find(name) != factors_.end() && !std::holds_alternative<base::Decimal>(base::Decimal::parse(name));
}

std::vector<std::size_t> WeightNames::factors_of(std::string_view given, std::string_view text, std::size_t at) const {
    constexpr std::string_view prefix = "factor:";
    const std::string_view name = given.substr(0, prefix.size()) == prefix ? given.substr(prefix.size()) : given;
    if (const auto found = factors_.find(name); found != factors_.end()) return found->second;
    const auto near = base::nearest(name, names_);
    throw base::OutsideError{
        {.id = "JE-U82",
         .message = fmt::format("--require '{}': {}, at character {}", text, why_none(name), at + 1),
         .expected = fmt::format("one of {}", base::quoted_list(names_, "or")),
         .fix = near ? fmt::format("did you mean '{}'?", *near) : std::string{"use the id of what has the weight"}}};
}

std::string WeightNames::why_none(std::string_view name) const {
    if (const auto factor = scheme_.find_factor(name)) {
        if (const auto matrix = scheme_[*factor].matrix)
            return fmt::format("'{}' has no weight of its own, as its points come from the matrix '{}'", name,
                               scheme_[*matrix].id.text());
        return fmt::format("'{}' has no points, and so no weight", name);
    }
    if (name.substr(0, 6) == "group:") return fmt::format("no group with a weight is called '{}'", name.substr(6));
    return fmt::format("no factor is called '{}'", name);
}

}  // namespace je::sensitivity
