// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Schemes and jobs in a few lines of test code, as a reader would have drafted them.
//
//     auto draft = simple_scheme({table_factor("knowledge", {"20", "40"}), table_factor("effort", {"10", "25.5"})});
//     draft.bands = {open_bands({{"1", "0"}, {"2", "50"}})};
//     const model::Scheme scheme = made(draft);
//     const model::Answers answers = answers_of(scheme, {{"knowledge", "2"}});
//
// A value's position is the line given last, 1 where none is given, so that a test can see which value a message is about.

#include <cstdint>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::test {

using Draft = model::SchemeDraft;
using Strings = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

inline base::SourcePosition at_line(std::uint32_t line) {
    static const auto source = std::make_shared<const base::SourceText>(base::SourceText{"draft.yaml", ""});
    return {source, line, 1, 1};
}

inline base::Located<std::string> text(std::string value, std::uint32_t line = 1) { return {std::move(value), at_line(line)}; }

inline base::Decimal decimal(std::string_view digits) {
    const auto parsed = base::Decimal::parse(digits);
    if (const auto* value = std::get_if<base::Decimal>(&parsed)) return *value;
    throw std::logic_error("the test's number '" + std::string{digits} + "' is not a decimal");
}

inline base::Located<base::Decimal> number(std::string_view digits, std::uint32_t line = 1) {
    return {decimal(digits), at_line(line)};
}

inline base::Located<base::Date> date(std::string_view day, std::uint32_t line = 1) {
    const auto parsed = base::Date::parse(day);
    if (!parsed) throw std::logic_error("the test's date '" + std::string{day} + "' is not a date");
    return {*parsed, at_line(line)};
}

inline model::Points points(std::string_view digits) { return model::Points{decimal(digits)}; }

inline std::vector<base::Located<std::string>> texts(const Strings& values, std::uint32_t line = 1) {
    std::vector<base::Located<std::string>> result;
    for (const auto& value : values) result.push_back(text(value, line));
    return result;
}

// Factors -----------------------------------------------------------------------------------------------------------

/// Levels without points: the side of a matrix.
inline Draft::Factor side_factor(const std::string& id, const Strings& levels) {
    Draft::Factor factor;
    factor.id = text(id);
    factor.name = id;
    factor.at = at_line(1);
    for (const auto& level : levels) {
        Draft::Level draft;
        draft.id = text(level);
        draft.summary = "summary of " + level;
        factor.levels.push_back(std::move(draft));
    }
    return factor;
}

/// Levels with the ids given and their points: {{"A", "20"}, {"B", "40"}}.
inline Draft::Factor named_factor(const std::string& id, const Pairs& levels) {
    Draft::Factor factor = side_factor(id, {});
    for (const auto& [level, level_points] : levels) {
        factor.levels.push_back(std::move(side_factor(id, {level}).levels.front()));
        factor.levels.back().points = number(level_points);
    }
    return factor;
}

/// Levels "1", "2", ... with the points given.
inline Draft::Factor table_factor(const std::string& id, const Strings& level_points) {
    Pairs levels;
    for (const auto& value : level_points) levels.emplace_back(std::to_string(levels.size() + 1), value);
    return named_factor(id, levels);
}

/// A weighted factor with levels "1", "2", ...; an empty `lowest` is left out.
inline Draft::Factor weighted_factor(const std::string& id, std::string_view weight, const std::string& kind,
                                     const std::string& lowest, std::size_t level_count) {
    Strings levels;
    for (std::size_t i = 1; i <= level_count; ++i) levels.push_back(std::to_string(i));
    Draft::Factor factor = side_factor(id, levels);
    factor.weight = number(weight);
    factor.rule.emplace();
    factor.rule->kind = text(kind);
    if (!lowest.empty()) factor.rule->lowest = number(lowest);
    return factor;
}

/// A weighted factor under the rule `scores`, with levels "1", "2", ...
inline Draft::Factor scored_factor(const std::string& id, std::string_view weight, const Strings& scores) {
    Draft::Factor factor = weighted_factor(id, weight, "scores", "", scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) factor.levels[i].score = number(scores[i]);
    return factor;
}

/// Levels "1", "2", ... with percentages of the points of `of`, rounded to a series or a number by a mode; without a rounding
/// where `to` is empty.
inline Draft::Factor percent_factor(const std::string& id, const std::string& of, const Strings& percentages,
                                    const std::string& to = "", const std::string& mode = "half-up") {
    Draft::Factor factor = side_factor(id, {});
    factor.percent_of = text(of);
    for (const auto& value : percentages) {
        factor.levels.push_back(std::move(side_factor(id, {std::to_string(factor.levels.size() + 1)}).levels.front()));
        factor.levels.back().percent = number(value);
    }
    if (to.empty()) return factor;
    factor.rounding = Draft::RoundingDraft{.to = {}, .mode = text(mode), .series = {}};
    if (to.find_first_not_of("0123456789.") == std::string::npos)
        factor.rounding->to = number(to);
    else
        factor.rounding->series = text(to);
    return factor;
}

inline Draft::Series series(const std::string& id, const Strings& values) {
    Draft::Series result;
    result.id = text(id);
    for (const auto& value : values) result.values.push_back(number(value));
    return result;
}

/// "30", "130?" for a cell that is unlikely, "-" for one that is not allowed.
inline Draft::Cells cell(std::string word) {
    Draft::Cells result{.at = at_line(1)};
    if (word == "-") return result;
    result.form = Draft::Cells::Form::cell;
    result.unlikely = word.back() == '?';
    if (result.unlikely) word.pop_back();
    result.value = number(word);
    return result;
}

/// Points per pair of levels, one string a row, cells apart by a space: "30 60 130? -" where `?` marks a cell unlikely
/// and `-` is a pair not allowed.
inline Draft::Matrix matrix(const std::string& id, const Draft::Factor& rows, const Draft::Factor& columns,
                            const Strings& cells) {
    Draft::Matrix result;
    result.id = text(id);
    result.name = id;
    result.dimensions = {text(rows.id.value), text(columns.id.value)};
    result.at = at_line(1);
    result.cells.form = Draft::Cells::Form::levels;
    for (std::size_t r = 0; r < cells.size(); ++r) {
        Draft::Cells row{.level = text(rows.levels.at(r).id.value), .form = Draft::Cells::Form::levels, .at = at_line(1)};
        std::istringstream words{cells[r]};
        for (std::string word; words >> word;) {
            row.under.push_back(cell(word));
            row.under.back().level = text(columns.levels.at(row.under.size() - 1).id.value);
        }
        result.cells.under.push_back(std::move(row));
    }
    return result;
}

/// A matrix over any number of factors; the cells in the order of options, the last factor fastest, apart by spaces as above.
inline Draft::Matrix matrix_over(const std::string& id, const std::vector<Draft::Factor>& factors, const std::string& cells) {
    Draft::Matrix result;
    result.id = text(id);
    result.name = id;
    result.at = at_line(1);
    std::vector<Draft::Cells> all;
    std::istringstream words{cells};
    for (std::string word; words >> word;) all.push_back(cell(word));
    for (auto factor = factors.rbegin(); factor != factors.rend(); ++factor) {
        result.dimensions.insert(result.dimensions.begin(), text(factor->id.value));
        const std::size_t levels = factor->levels.size();
        std::vector<Draft::Cells> outer(all.size() / levels);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].level = text(factor->levels[i % levels].id.value);
            outer[i / levels].form = Draft::Cells::Form::levels;
            outer[i / levels].at = at_line(1);
            outer[i / levels].under.push_back(std::move(all[i]));
        }
        all = std::move(outer);
    }
    result.cells = std::move(all.at(0));
    return result;
}

// Facts and rules ---------------------------------------------------------------------------------------------------

inline Draft::Fact fact(const std::string& id, const std::string& kind, const Strings& choices = {}) {
    return {text(id), id, text(kind), texts(choices)};
}
inline Draft::Fact number_fact(const std::string& id) { return fact(id, "number"); }
inline Draft::Fact yes_no_fact(const std::string& id) { return fact(id, "yes-no"); }
inline Draft::Fact choice_fact(const std::string& id, const Strings& choices) { return fact(id, "choice", choices); }

inline Draft::Condition on_factor(const std::string& factor, const std::string& test, const Strings& levels) {
    Draft::Condition condition;
    condition.factor = text(factor);
    condition.test = text(test);
    condition.values = texts(levels);
    condition.at = at_line(1);
    return condition;
}

inline Draft::Condition on_fact(const std::string& fact, const std::string& test, const Strings& values) {
    Draft::Condition condition = on_factor("", test, values);
    condition.factor.reset();
    condition.fact = text(fact);
    return condition;
}

inline std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> table_of(const Pairs& rows) {
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> result;
    for (const auto& [key, value] : rows) result.emplace_back(text(key), text(value));
    return result;
}

inline Draft::Rule derivation(const std::string& id, const std::string& factor, const std::string& fact, const Pairs& table) {
    Draft::Rule rule{.id = text(id), .factor = text(factor), .fact = text(fact), .table = table_of(table)};
    rule.summary = "summary of " + id;
    return rule;
}

/// "2" for from <= value < below of a fact; empty bounds are left out.
inline Draft::FactTest range_of(const std::string& fact, std::string_view from, std::string_view below) {
    Draft::FactTest test{.fact = text(fact)};
    if (!from.empty()) test.from = {std::get<base::WideDecimal>(base::WideDecimal::parse(from)), at_line(1)};
    if (!below.empty()) test.below = {std::get<base::WideDecimal>(base::WideDecimal::parse(below)), at_line(1)};
    return test;
}

/// A derivation by rows, which are to be added.
inline Draft::Rule range_derivation(const std::string& id, const std::string& factor, const Strings& facts) {
    Draft::Rule rule{.id = text(id), .factor = text(factor)};
    if (facts.size() == 1)
        rule.fact = text(facts.front());
    else
        rule.facts = texts(facts);
    rule.summary = "summary of " + id;
    return rule;
}

inline Draft::Rule modifier(const std::string& id, const std::string& factor, const std::string& fact,
                            std::string_view at_least, const Strings& from_levels, const std::string& ceiling,
                            std::string_view raise = "1") {
    auto rule = derivation(id, factor, fact, {});
    rule.at_least = {decimal(at_least), at_line(1)};
    rule.raise = number(raise);
    rule.from_levels = texts(from_levels);
    rule.ceiling = text(ceiling);
    return rule;
}

inline Draft::Rule constraint(const std::string& id, const std::string& severity, std::vector<Draft::Condition> when,
                              std::vector<Draft::Condition> require) {
    Draft::Rule rule{.id = text(id), .severity = text(severity), .when = std::move(when), .require = std::move(require)};
    rule.summary = "message of " + id;
    return rule;
}

inline Draft::Rule band_rule(const std::string& id, const std::string& fact, const Pairs& lowest_band,
                             std::vector<Draft::Condition> when = {}, std::vector<Draft::Condition> unless = {}) {
    Draft::Rule rule{.id = text(id), .fact = text(fact), .table = table_of(lowest_band)};
    rule.when = std::move(when);
    rule.unless = std::move(unless);
    rule.summary = "summary of " + id;
    return rule;
}

// Bands, schemes ----------------------------------------------------------------------------------------------------

/// Bands by id and floor: {{"1", "0"}, {"2", "100"}}. Where the last one ends is left to say.
inline model::BandTableDraft bands(const Pairs& ids_and_floors) {
    model::BandTableDraft table;
    table.at = at_line(1);
    for (const auto& [id, floor] : ids_and_floors) {
        model::BandTableDraft::Band band;
        band.id = text(id);
        band.floor = number(floor);
        table.bands.push_back(std::move(band));
    }
    return table;
}

/// As `bands`, and the last one has no end.
inline model::BandTableDraft open_bands(const Pairs& ids_and_floors) {
    auto table = bands(ids_and_floors);
    table.open_ended = true;
    return table;
}

/// A pay table in EUR: {{"band", "min max"}}.
inline model::PayTableDraft pay(const Pairs& bands_and_ranges) {
    model::PayTableDraft table;
    table.currency = text("EUR");
    table.period = "year";
    table.at = at_line(1);
    for (const auto& [band, range] : bands_and_ranges) {
        const auto space = range.find(' ');
        table.rows.push_back({text(band), number(range.substr(0, space)), number(range.substr(space + 1))});
    }
    return table;
}

/// A published scheme "demo" of these factors and nothing else.
inline Draft simple_scheme(std::vector<Draft::Factor> factors) {
    Draft draft;
    draft.id = text("demo");
    draft.title = "A demonstration plan";
    draft.edition = "2026";
    draft.status = text("published");
    draft.owner = "the tests";
    draft.licence = "any";
    draft.factors = std::move(factors);
    draft.at = at_line(1);
    return draft;
}

/// Two factors of 20/40/60 and 10/30 points, three bands.
inline Draft small_scheme() {
    Draft draft = simple_scheme({table_factor("knowledge", {"20", "40", "60"}), table_factor("effort", {"10", "30"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "50"}, {"C", "80"}})};
    return draft;
}

// Made ones ---------------------------------------------------------------------------------------------------------

inline std::string messages(const base::Diagnostics& diagnostics) {
    std::string result;
    for (const auto& d : diagnostics.all()) result += d.id + " " + d.at.file_and_line() + ": " + d.message + "\n";
    return result;
}

inline std::string checked_messages(const base::Diagnostics& diagnostics, bool made) {
    if (made == diagnostics.has_errors())
        throw std::logic_error("made with errors, or not made without:\n" + messages(diagnostics));
    for (const auto& d : diagnostics.all()) {
        if (d.expected.empty() || d.fix.empty()) throw std::logic_error("no way out of " + d.id + ": " + d.message);
    }
    return messages(diagnostics);
}

/// Everything said about a draft, one line each: "JE-S07 draft.yaml:14: level 'C' of ...". Empty when nothing is.
/// Each error must say what was expected and how to mend it, and come with no scheme; warnings alone come with one.
inline std::string mistakes(const Draft& draft) {
    base::Diagnostics diagnostics;
    const auto scheme = model::Scheme::make(draft, diagnostics);
    return checked_messages(diagnostics, scheme.has_value());
}

inline std::string mistakes(const model::JobDraft& draft, const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    const auto job = model::Job::make(draft, scheme, diagnostics);
    return checked_messages(diagnostics, job.has_value());
}

/// The scheme of a draft that has no mistakes.
inline model::Scheme made(const Draft& draft) {
    base::Diagnostics diagnostics;
    auto scheme = model::Scheme::make(draft, diagnostics);
    if (!scheme) throw std::logic_error("the test's scheme has mistakes:\n" + messages(diagnostics));
    return *std::move(scheme);
}

/// A questionnaire for `scheme` stating these levels and facts.
inline model::JobDraft job_draft(const model::Scheme& scheme, const Pairs& levels, const Pairs& facts = {}) {
    model::JobDraft draft;
    draft.id = text("job");
    draft.title = "A job";
    draft.scheme = text(scheme.id().text());
    for (auto& [id, value] : table_of(facts)) draft.facts.push_back({std::move(id), std::move(value)});
    draft.at = at_line(1);
    for (const auto& [factor, level] : levels) {
        model::JobDraft::Factor entry;
        entry.id = text(factor);
        if (!level.empty()) entry.level = text(level);
        draft.factors.push_back(std::move(entry));
    }
    return draft;
}

/// The job of a draft that has no mistakes.
inline model::Job made(const model::JobDraft& draft, const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    auto job = model::Job::make(draft, scheme, diagnostics);
    if (!job) throw std::logic_error("the test's job has mistakes:\n" + messages(diagnostics));
    return *std::move(job);
}

/// Levels by factor id and facts by fact id; what is not named is not known.
inline model::Answers answers_of(const model::Scheme& scheme, const Pairs& levels, const Pairs& facts = {}) {
    return made(job_draft(scheme, levels, facts), scheme).answers();
}

}  // namespace je::test
