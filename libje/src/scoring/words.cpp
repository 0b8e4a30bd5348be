// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/words.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

#include "je/base/text.hpp"

namespace je::scoring {

std::string listed(std::span<const std::string> words) {
    constexpr std::size_t shown = 8;
    if (words.size() <= shown + 1) {
        return base::quoted_list(words);
    }
    std::string text;
    for (const std::string& word : words.first(shown)) {
        text += fmt::format("'{}', ", word);
    }
    return fmt::format("{} and {} more", text.substr(0, text.size() - 2), words.size() - shown);
}

std::string combination_text(const model::Scheme& scheme, std::span<const model::LevelIndex> levels) {
    std::string text;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const model::Factor& factor = scheme.factors()[i];
        text += fmt::format("{}{} {}", i == 0 ? "" : ", ", factor.id.text(), factor[levels[i]].id.text());
    }
    return text;
}

namespace {

std::string asked_level(const model::Factor& factor, const model::FactorCondition& condition) {
    std::vector<std::string> levels;
    for (const model::LevelIndex level : condition.levels) {
        levels.push_back(factor[level].id.text());
    }
    const std::string listed = base::quoted_list(levels, "or");
    switch (condition.test) {
        case model::Test::is:
        case model::Test::one_of:
            return fmt::format("level {} of factor '{}'", listed, factor.id.text());
        case model::Test::is_not:
            return fmt::format("any level but {} of factor '{}'", listed, factor.id.text());
        case model::Test::at_least:
            return fmt::format("level {} or above of factor '{}'", listed, factor.id.text());
        case model::Test::at_most:
            return fmt::format("level {} or below of factor '{}'", listed, factor.id.text());
    }
    return {};
}

std::string asked_value(const model::FactDefinition& fact, const model::FactCondition& condition) {
    std::vector<std::string> values;
    for (const model::FactValue& value : condition.values) {
        values.push_back(value_text(fact, value));
    }
    const std::string listed = base::quoted_list(values, "or");
    switch (condition.test) {
        case model::Test::is:
        case model::Test::one_of:
            return fmt::format("fact '{}' at {}", fact.id.text(), listed);
        case model::Test::is_not:
            return fmt::format("fact '{}' at anything but {}", fact.id.text(), listed);
        case model::Test::at_least:
            return fmt::format("fact '{}' at {} or more", fact.id.text(), listed);
        case model::Test::at_most:
            return fmt::format("fact '{}' at {} or less", fact.id.text(), listed);
    }
    return {};
}

}  // namespace

std::string value_text(const model::FactDefinition& fact, const model::FactValue& value) {
    if (const auto* number = std::get_if<base::WideDecimal>(&value)) {
        return number->to_string();
    }
    if (const auto* choice = std::get_if<std::size_t>(&value)) {
        return fact.choices[*choice];
    }
    return std::get<bool>(value) ? "yes" : "no";
}

std::string asked_for(const model::Scheme& scheme, const model::Condition& condition) {
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        return asked_level(scheme[on_factor->factor], *on_factor);
    }
    const auto& on_fact = std::get<model::FactCondition>(condition.what);
    return asked_value(scheme[on_fact.fact], on_fact);
}

std::string found_at(const model::Scheme& scheme, const model::Condition& condition, const model::Answers& answers,
                     const Score& score) {
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        return found_level(scheme, on_factor->factor, score);
    }
    const auto& on_fact = std::get<model::FactCondition>(condition.what);
    const auto& value = answers.facts[on_fact.fact.value()];
    const model::FactDefinition& fact = scheme[on_fact.fact];
    return value ? fmt::format("fact '{}' at '{}'", fact.id.text(), value_text(fact, *value))
                 : fmt::format("fact '{}' not given", fact.id.text());
}

std::string found_level(const model::Scheme& scheme, model::FactorIndex factor, const Score& score) {
    const FactorScore& found = score.factors[factor.value()];
    const std::string& id = scheme[factor].id.text();
    if (!found.level) {
        return fmt::format("factor '{}' without a level", id);
    }
    const std::string level = fmt::format("factor '{}' at level '{}'", id, scheme[factor][*found.level].id.text());
    return found.stated && *found.stated != *found.level
               ? fmt::format("{} (stated as '{}')", level, scheme[factor][*found.stated].id.text())
               : level;
}

}  // namespace je::scoring
