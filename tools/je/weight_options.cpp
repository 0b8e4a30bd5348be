// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "weight_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exit_status.hpp"

namespace je::tool {

namespace {

using base::Decimal;

[[noreturn]] void refuse_weight(const std::string& text, std::string expected, std::string fix) {
    refuse_value("weight", text, std::move(expected), std::move(fix), "JE-U86");
}

/// "knowledge=25" or "knowledge=25%". A bare number below 1 could be meant as a share, and is refused.
std::pair<std::string, Decimal> read_weight(const std::string& text) {
    constexpr std::string_view example = "write for example --weight knowledge=25";
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0)
        refuse_weight(text, "a factor, a matrix or group:ID, '=' and a percentage", std::string{example});
    std::string number = text.substr(equals + 1);
    const bool in_percent = number.ends_with('%');
    if (in_percent) number.pop_back();
    while (in_percent && number.ends_with(' ')) number.pop_back();
    const auto parsed = Decimal::parse(number);
    const auto* percent = std::get_if<Decimal>(&parsed);
    const std::string name = text.substr(0, equals);
    if (percent == nullptr)
        refuse_weight(text, "a percentage of the largest total after '=': a number with at most four digits after the point",
                      std::string{example});
    if (!in_percent && *percent > Decimal{} && *percent < Decimal::from_whole(1)) {
        const Decimal as_share = Decimal::from_units(percent->units() * 100);
        refuse_weight(text, "a percentage, which a number below 1 may or may not be",
                      fmt::format("write {0}={1}% or {0}={2}%", name, number, as_share.to_string()));
    }
    return {name, *percent};
}

bool read_rest(const std::string& text) {
    if (text == "equal") return true;
    if (text == "in-proportion") return false;
    refuse_value("weight-rest", text, "'in-proportion' or 'equal'",
                 "leave --weight-rest out for all others to keep their proportions");
}

}  // namespace

std::vector<Option> weight_options() { return {{"weight", "NAME=PERCENT", true}, {"weight-rest", "HOW"}}; }

std::optional<study::OtherWeights> read_other_weights(const GivenOptions& given) {
    if (!given.has("weight") && !given.has("weight-rest")) return std::nullopt;
    study::OtherWeights weights;
    for (const std::string& text : given.values("weight")) {
        auto weight = read_weight(text);
        if (std::any_of(weights.percent.begin(), weights.percent.end(), [&](const auto& w) { return w.first == weight.first; }))
            refuse_weight(text, fmt::format("one weight for '{}'", weight.first), "keep the one that is meant");
        weights.percent.push_back(std::move(weight));
    }
    if (const auto rest = given.value("weight-rest")) weights.rest_equal = read_rest(*rest);
    return weights;
}

}  // namespace je::tool
