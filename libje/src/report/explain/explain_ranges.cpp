// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <bit>
#include <variant>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "report/explain/explain_parts.hpp"
#include "scoring/derived.hpp"
#include "scoring/words.hpp"

namespace je::report {

namespace {

using model::FactDefinition;
using model::FactKindOf;
using model::FactTest;

bool is_counted(const FactDefinition& fact) {
    return fact.kind == FactKindOf::several || (fact.kind == FactKindOf::number && fact.whole);
}

std::string with_unit(std::string text, const FactDefinition& fact) {
    return fact.unit.empty() ? text : fmt::format("{} {}", text, fact.unit);
}

std::string choice_name(const FactDefinition& fact, std::size_t choice) {
    return fact.kind == FactKindOf::yes_no ? (choice == 0 ? "no" : "yes") : fact.choices[choice];
}

/// "fewer than 1", "1 to 5", "6 or more" of what is counted.
std::string count_words(const FactTest& test) {
    const auto from = test.from ? test.from->rounded_up().to_string() : std::string{};
    if (!test.below) return test.from ? base::worded("{} or more", from) : base::worded("any number");
    const auto last = test.below->last_whole_below().to_string();
    if (!test.from) return base::worded("fewer than {}", test.below->rounded_up().to_string());
    return from == last ? from : base::worded("{} to {}", from, last);
}

/// "less than 50", "50 or more and less than 75", "75 or more" of what is measured.
std::string measure_words(const FactTest& test) {
    if (!test.below) return test.from ? base::worded("{} or more", test.from->to_string()) : base::worded("any number");
    if (!test.from) return base::worded("less than {}", test.below->to_string());
    return base::worded("{} or more and less than {}", test.from->to_string(), test.below->to_string());
}

}  // namespace

std::string range_words(const FactDefinition& fact, const FactTest& test) {
    if (is_counted(fact)) return with_unit(count_words(test), fact);
    if (fact.kind == FactKindOf::number) return with_unit(measure_words(test), fact);
    std::string list;
    for (const std::size_t choice : test.is) list += (list.empty() ? "" : ", ") + choice_name(fact, choice);
    return test.is.size() > 1 ? base::worded("one of {}", list) : list;
}

namespace {

/// A name within a sentence: "people led" for "People led", "FTE" as it is.
std::string within_sentence(const std::string& name) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string text = name;
    if (!text.empty() && is_capital(text[0]) && (text.size() < 2 || !is_capital(text[1])))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// "1", or "1 of keys, cash" where not all choices are counted.
std::string count_in_words(const FactDefinition& fact, const FactTest& test, const model::ChoiceSet& applying) {
    auto text = std::to_string(std::popcount(applying.bits & test.of.bits));
    if (std::popcount(test.of.bits) == static_cast<int>(fact.choices.size())) return text;
    std::string counted;
    for (std::size_t i = 0; i < fact.choices.size(); ++i) {
        if (test.of.contains(i)) counted += (counted.empty() ? "" : ", ") + fact.choices[i];
    }
    return base::worded("{} of {}", text, counted);
}

/// "4 people led", "yearly budget 999999.9999 pounds", "harm met 3".
std::string value_words(const FactDefinition& fact, const FactTest* test, const model::FactValue& value) {
    const auto name = within_sentence(fact.name);
    const auto text = scoring::value_text(fact, value);
    if (const auto* applying = std::get_if<model::ChoiceSet>(&value))
        return fmt::format("{} {}", name, test != nullptr ? count_in_words(fact, *test, *applying) : text);
    if (fact.kind != FactKindOf::number) return fmt::format("{} {}", name, text);
    return fact.whole ? fmt::format("{} {}", text, name) : fmt::format("{} {}", name, with_unit(text, fact));
}

FactRangeView view_test(const FactDefinition& fact, const FactTest& test) {
    FactRangeView view{.fact = fact.id.text(), .from = {}, .below = {}, .of = {}, .is = {}};
    if (test.from) view.from = test.from->to_string();
    if (test.below) view.below = test.below->to_string();
    for (const std::size_t choice : test.is) view.is.push_back(choice_name(fact, choice));
    const bool some = std::popcount(test.of.bits) < static_cast<int>(fact.choices.size());
    for (std::size_t i = 0; fact.kind == FactKindOf::several && some && i < fact.choices.size(); ++i) {
        if (test.of.contains(i)) view.of.push_back(fact.choices[i]);
    }
    return view;
}

std::vector<FactRangeView> view_tests(const model::Scheme& scheme, const model::Derivation& rule,
                                      const model::DerivedRow& row) {
    std::vector<FactRangeView> views;
    for (std::size_t i = 0; i < rule.facts.size(); ++i) {
        if (row.tests[i]) views.push_back(view_test(scheme[rule.facts[i]], *row.tests[i]));
    }
    return views;
}

/// A row by itself: "1 to 5 people"; of two facts with their names: "people led: 6 or more people".
std::string row_words(const model::Scheme& scheme, const model::Derivation& rule, const model::DerivedRow& row) {
    std::string text;
    for (std::size_t i = 0; i < rule.facts.size(); ++i) {
        if (!row.tests[i]) continue;
        const FactDefinition& fact = scheme[rule.facts[i]];
        const auto words = range_words(fact, *row.tests[i]);
        const bool named = rule.facts.size() > 1 || !is_counted(fact);
        text += (text.empty() ? "" : "; ") + (named ? fmt::format("{}: {}", within_sentence(fact.name), words) : words);
    }
    return text.empty() ? base::worded("whatever the facts are") : text;
}

/// What is known of one fact, and what the row asks of it; null where several rows give the level.
std::string fact_words(const FactDefinition& fact, const FactTest* test, const std::optional<model::FactValue>& value) {
    if (!value) return base::worded("{} not stated, which cannot change it", within_sentence(fact.name));
    auto text = value_words(fact, test, *value);
    const bool says_more =
        test != nullptr && (fact.kind == FactKindOf::number || fact.kind == FactKindOf::several || test->is.size() > 1);
    if (says_more) text += ", " + range_words(fact, *test);
    return text;
}

}  // namespace

void add_ranges(RuleView& view, const ExplainInput& input, const model::Derivation& rule, model::LevelIndex level) {
    const auto& scheme = *input.scheme;
    const auto& answers = input.job->answers();
    std::vector<const model::DerivedRow*> rows;
    scoring::visit_open_rows(rule, answers.facts, [&](const model::DerivedRow& row) { rows.push_back(&row); });
    const model::DerivedRow* row = rows.size() == 1 ? rows.front() : nullptr;
    if (row != nullptr) {
        view.range = view_tests(scheme, rule, *row);
        view.scheme_at = row->at.file_and_line();
    }
    std::string facts;
    for (std::size_t i = 0; i < rule.facts.size(); ++i) {
        const FactTest* test = row != nullptr && row->tests[i] ? &*row->tests[i] : nullptr;
        const auto& value = answers.facts[rule.facts[i].value()];
        facts += (facts.empty() ? "" : "; ") + fact_words(scheme[rule.facts[i]], test, value);
        view.facts.push_back(view_fact(input, rule.facts[i]));
    }
    view.text = base::worded("Level {}: {}", scheme[rule.factor][level].id.text(), facts);
}

std::vector<RuleView> open_derivation(const ExplainInput& input, model::FactorIndex factor) {
    const auto* rule = scoring::derivation_of(*input.scheme, factor);
    const auto& facts = input.job->answers().facts;
    if (rule == nullptr || scoring::derived(*rule, facts).is != scoring::Derived::Is::several) return {};
    std::vector<std::string> levels;
    for (const auto level : scoring::derived_levels(*rule, facts)) levels.push_back((*input.scheme)[factor][level].id.text());
    RuleView view{.id = rule->id.text(),
                  .text = {},
                  .summary = rule->summary,
                  .source = rule->source,
                  .scheme_at = rule->at.file_and_line(),
                  .fact = {}};
    std::string missing;
    for (const auto fact : rule->facts) {
        if (!facts[fact.value()]) missing += (missing.empty() ? "" : ", ") + (*input.scheme)[fact].id.text();
    }
    view.text =
        base::worded("rule {} leaves levels {} while the questionnaire does not state {}; the stated level is one of them",
                     view.id, fmt::format("{}", fmt::join(levels, ", ")), missing);
    return {view};
}

std::vector<DerivedRowView> view_rows(const model::Scheme& scheme, const scoring::LevelChange& change) {
    std::vector<DerivedRowView> views;
    if (change.rows.empty()) return views;
    const model::Derivation& rule = *scoring::derivation_of(scheme, change.factor);
    for (const std::size_t number : change.rows) {
        const model::DerivedRow& row = rule.rows[number];
        views.push_back({row_words(scheme, rule, row), view_tests(scheme, rule, row), row.at.file_and_line()});
    }
    return views;
}

}  // namespace je::report
