// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/condition_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>
#include <variant>

#include "base/wording.hpp"
#include "je/base/language.hpp"
#include "scoring/words.hpp"

namespace je::report {
namespace {

using base::worded;

std::vector<std::string> in_quotes(std::span<const std::string> words) {
    std::vector<std::string> quoted;
    for (const std::string& word : words) quoted.push_back('\'' + word + '\'');
    return quoted;
}

std::string value_now(const model::FactDefinition& fact, const model::FactValue& value) {
    const auto* flag = std::get_if<bool>(&value);
    return flag != nullptr ? std::string{base::translated(*flag ? "yes" : "no")} : scoring::value_text(fact, value);
}

std::string asked_of(const model::Scheme& scheme, const model::FactorCondition& on) {
    const model::Factor& factor = scheme[on.factor];
    std::vector<std::string> ids;
    for (const model::LevelIndex level : on.levels) ids.push_back(factor[level].id.text());
    const std::string levels = list_now(in_quotes(ids), " or ");
    const std::string& of = factor.id.text();
    switch (on.test) {
        case model::Test::is:
        case model::Test::one_of:
            return worded("level {} of factor '{}'", levels, of);
        case model::Test::is_not:
            return worded("any level but {} of factor '{}'", levels, of);
        case model::Test::at_least:
            return worded("level {} or above of factor '{}'", levels, of);
        case model::Test::at_most:
            return worded("level {} or below of factor '{}'", levels, of);
    }
    return {};
}

std::string asked_of(const model::Scheme& scheme, const model::FactCondition& on) {
    const model::FactDefinition& fact = scheme[on.fact];
    std::vector<std::string> texts;
    for (const model::FactValue& value : on.values) texts.push_back(value_now(fact, value));
    const std::string values = list_now(in_quotes(texts), " or ");
    const std::string& of = fact.id.text();
    switch (on.test) {
        case model::Test::is:
        case model::Test::one_of:
            return worded("fact '{}' at {}", of, values);
        case model::Test::is_not:
            return worded("fact '{}' at anything but {}", of, values);
        case model::Test::at_least:
            return worded("fact '{}' at {} or more", of, values);
        case model::Test::at_most:
            return worded("fact '{}' at {} or less", of, values);
    }
    return {};
}

std::string asked_of(const model::Scheme& scheme, const model::CountCondition& count) {
    std::string of;
    for (const model::Condition& one : count.of) of.append(of.empty() ? "" : "; ").append(asked_now(scheme, one));
    return count.test == model::Test::at_least ? worded("at least {} of ({})", count.count, of)
                                               : worded("at most {} of ({})", count.count, of);
}

std::string found_level_now(const model::Scheme& scheme, model::FactorIndex index, const scoring::Score& score) {
    const scoring::FactorScore& found = score.factors[index.value()];
    const model::Factor& factor = scheme[index];
    if (!found.level) return worded("factor '{}' without a level", factor.id.text());
    const std::string level = worded("factor '{}' at level '{}'", factor.id.text(), factor[*found.level].id.text());
    return found.stated && *found.stated != *found.level ? worded("{} (stated as '{}')", level, factor[*found.stated].id.text())
                                                         : level;
}

std::string found_fact_now(const model::Scheme& scheme, model::FactIndex index, const model::Answers& answers) {
    const auto& value = answers.facts[index.value()];
    const model::FactDefinition& fact = scheme[index];
    return value ? worded("fact '{}' at '{}'", fact.id.text(), value_now(fact, *value))
                 : worded("fact '{}' not given", fact.id.text());
}

}  // namespace

std::string list_now(const std::vector<std::string>& words, std::string_view before_last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text.append(i == 0 ? "" : i + 1 == words.size() ? base::translated(before_last) : ", ").append(words[i]);
    return text;
}

std::string quoted_now(const std::vector<std::string>& words) {
    constexpr std::size_t shown = 8;
    if (words.size() <= shown + 1) return list_now(in_quotes(words), " and ");
    return fmt::format("{} {}", fmt::join(in_quotes(std::span{words}.first(shown)), ", "),
                       worded("and {} more", words.size() - shown));
}

std::string asked_now(const model::Scheme& scheme, const model::Condition& condition) {
    return std::visit([&](const auto& what) { return asked_of(scheme, what); }, condition.what);
}

std::string found_now(const model::Scheme& scheme, const model::Condition& condition, const model::Answers& answers,
                      const scoring::Score& score) {
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what))
        return found_level_now(scheme, on_factor->factor, score);
    const auto* count = std::get_if<model::CountCondition>(&condition.what);
    if (count == nullptr) return found_fact_now(scheme, std::get<model::FactCondition>(condition.what).fact, answers);
    std::string found;
    for (const model::Condition& one : count->of)
        found.append(found.empty() ? "" : "; ").append(found_now(scheme, one, answers, score));
    return found;
}

}  // namespace je::report
