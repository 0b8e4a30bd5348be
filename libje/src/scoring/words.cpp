// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/words.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

#include "je/base/text.hpp"
#include "model/scheme/names.hpp"

namespace je::scoring {

std::string listed(std::span<const std::string> words) {
    constexpr std::size_t shown = 8;
    return words.size() <= shown + 1 ? base::quoted_list(words) : model::short_list(words, shown);
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

/// What a test asks for, in words around the levels or the values that it names.
struct TestWords {
    std::string_view before_levels;
    std::string_view after_levels;
    std::string_view before_values;
    std::string_view after_values;
};

TestWords words_of(model::Test test) {
    switch (test) {
        case model::Test::is:
        case model::Test::one_of:
            return {"level", "", "", ""};
        case model::Test::is_not:
            return {"any level but", "", "anything but ", ""};
        case model::Test::at_least:
            return {"level", " or above", "", " or more"};
        case model::Test::at_most:
            return {"level", " or below", "", " or less"};
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
    if (const auto* applying = std::get_if<model::ChoiceSet>(&value)) return model::text_of(*applying, fact.choices);
    return std::get<bool>(value) ? "yes" : "no";
}

std::string found_fact(const model::Scheme& scheme, model::FactIndex fact, const model::Answers& answers) {
    const auto& value = answers.facts[fact.value()];
    const model::FactDefinition& definition = scheme[fact];
    return value ? fmt::format("fact '{}' at '{}'", definition.id.text(), value_text(definition, *value))
                 : fmt::format("fact '{}' not given", definition.id.text());
}

namespace {

std::string count_asked(const model::Scheme& scheme, const model::CountCondition& count) {
    std::string of;
    for (const model::Condition& one : count.of) of += fmt::format("{}{}", of.empty() ? "" : "; ", asked_for(scheme, one));
    return fmt::format("at {} {} of ({})", count.test == model::Test::at_least ? "least" : "most", count.count, of);
}

}  // namespace

std::string asked_for(const model::Scheme& scheme, const model::Condition& condition) {
    std::vector<std::string> listed;
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        const auto& factor = scheme[on_factor->factor];
        for (const model::LevelIndex level : on_factor->levels) listed.push_back(factor[level].id.text());
        const auto words = words_of(on_factor->test);
        return fmt::format("{} {}{} of factor '{}'", words.before_levels, base::quoted_list(listed, "or"), words.after_levels,
                           factor.id.text());
    }
    if (const auto* count = std::get_if<model::CountCondition>(&condition.what)) return count_asked(scheme, *count);
    const auto& on_fact = std::get<model::FactCondition>(condition.what);
    const auto& fact = scheme[on_fact.fact];
    for (const model::FactValue& value : on_fact.values) listed.push_back(value_text(fact, value));
    const auto words = words_of(on_fact.test);
    return fmt::format("fact '{}' at {}{}{}", fact.id.text(), words.before_values, base::quoted_list(listed, "or"),
                       words.after_values);
}

std::string found_at(const model::Scheme& scheme, const model::Condition& condition, const model::Answers& answers,
                     const Score& score) {
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        return found_level(scheme, on_factor->factor, score);
    }
    if (const auto* count = std::get_if<model::CountCondition>(&condition.what)) {
        std::string found;
        for (const model::Condition& one : count->of)
            found += fmt::format("{}{}", found.empty() ? "" : "; ", found_at(scheme, one, answers, score));
        return found;
    }
    return found_fact(scheme, std::get<model::FactCondition>(condition.what).fact, answers);
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
