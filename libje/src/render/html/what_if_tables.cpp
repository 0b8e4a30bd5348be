// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/html/what_if_tables.hpp"
#include "render/html/what_if_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "je/base/language.hpp"
#include "render/clean.hpp"
#include "render/json_writer.hpp"

namespace je::render::html {

namespace {

using report::ScoringTables;
using Condition = ScoringTables::Condition;
using Fact = ScoringTables::Fact;
using Words = std::pair<std::string_view, std::string_view>;

/// What the script says beside the words of the page.
constexpr Words words_of_page[] = {
    {"said", "What if: total {}, {}. As stated: {}, {}."},
    {"saidTotal", "What if: total {}. As stated: {}."},
    {"failed", "There is no result for this choice, as je score would find an error:"},
    {"change", "{}: {} in place of {}"},
    {"was", "stated: {}"},
    {"afterRules", "{} after rules"},
    {"notKnown", "not known"},
    {"range", "{} to {}"},
    {"none", "none"},
    {"band", "band {}"},
    {"noBand", "no band"},
};
/// How it tells of problems, in the words of scoring/explain_problem.cpp, and of totals in no band, in those of
/// report::why_no_band; tests/pages holds them against je. As all messages they are in English.
constexpr Words words_of_problems[] = {
    {"cannotBe", "fact '{}' cannot be '{}'"},
    {"notGiven", "fact '{}' not given"},
    {"or", " or "},
    {"noLevel", "factor '{}' without a level"},
    {"atLevel", "factor '{}' at level '{}'"},
    {"statedAs", "{} (stated as '{}')"},
    {"factAt", "fact '{}' at '{}'"},
    {"notAllowed", "{} allows no points for {}"},
    {"unlikely", "{} marks this pair as unlikely: {}"},
    {"and", " and "},
    {"comma", ", "},
    {"broken", "{} (rule '{}'): found {}"},
    {"brokenGiven", "{} (rule '{}'): found {}, given {}"},
    {"hole", "the band table leaves {} to {} without a band: {}"},
    {"below", "{} is below the floor of the lowest band '{}' ({})"},
    {"inHole", "{} lies between band '{}' and band '{}' ({})"},
    {"aboveAll", "{} is above the largest total of the highest band '{}' ({})"},
    {"can", "a total between, such as {}, can be in no band: {}"},
    {"may", "a total between, such as {}, may be in no band: {}"},
    {"mayBe", "a total between may be in no band: {}"},
};

std::string_view name_of(Condition::Test test) {
    switch (test) {
        case Condition::Test::one_of:
            return "one_of";
        case Condition::Test::none_of:
            return "none_of";
        case Condition::Test::at_least:
            return "at_least";
        case Condition::Test::at_most:
            return "at_most";
    }
    return {};
}

/// Writes tables key by key. Texts of the data are cleaned as everywhere on a page.
class Writing {
public:
    explicit Writing(const ScoringTables& tables) : tables_{tables} {}

    [[nodiscard]] std::string written() {
        json_.open_object().key("words").open_object();
        for (const auto& [key, words] : words_of_page) json_.key(key).value(base::translated(words));
        for (const auto& [key, words] : words_of_problems) json_.key(key).value(words);
        json_.close_object();
        list("factors", tables_.factors, [&](const auto& factor) {
            text("id", factor.id).text("name", factor.name);
            json_.key("levels").open_array();
            for (const auto& level : factor.levels) json_.value(one_line(level.id));
            json_.close_array();
        });
        list("units", groups_of(tables_), [&](const WhatIfGroup& group) { write(group); });
        list("facts", tables_.facts, [&](const Fact& fact) {
            text("id", fact.id).text("name", fact.name);
            if (fact.kind == Fact::Kind::number) {
                text("min", fact.min.empty() ? "0" : fact.min).text("max", fact.max);
                json_.key("whole").value(fact.whole);
                return;
            }
            json_.key(fact.kind == Fact::Kind::several ? "options" : "choices").open_array();
            for (const std::string& choice : choices_of(fact)) json_.value(one_line(choice));
            json_.close_array();
        });
        write_rules();
        list("bands", tables_.bands,
             [&](const auto& band) { text("id", band.id).points("floor", band.floor).points("max", band.max); });
        list("unbanded", tables_.unbanded,
             [&](const auto& hole) { points("from", hole.from).points("to", hole.to).text("reason", hole.reason); });
        json_.close_object();
        return std::move(out_);
    }

private:
    template <class Items, class Write>
    void list(std::string_view key, const Items& items, const Write& write_one) {
        json_.key(key).open_array();
        for (const auto& one : items) {
            json_.open_object();
            write_one(one);
            json_.close_object();
        }
        json_.close_array();
    }

    Writing& text(std::string_view key, std::string_view value) {
        json_.key(key).value(one_line(value));
        return *this;
    }

    template <class T>
    void value_or_null(const std::optional<T>& value) {
        if (value) {
            json_.value(*value);
        } else {
            json_.null();
        }
    }

    static std::optional<std::int64_t> units(const std::optional<base::Decimal>& points) {
        return points ? std::optional{points->units()} : std::nullopt;
    }

    Writing& points(std::string_view key, const std::optional<base::Decimal>& points) {
        json_.key(key);
        value_or_null(units(points));
        return *this;
    }

    template <class Places>
    Writing& places(std::string_view key, const Places& values) {
        json_.key(key).open_array();
        for (const auto& one : values) value_or_null(std::optional<std::size_t>{one});
        json_.close_array();
        return *this;
    }

    /// A unit by itself; or a group as one table, with its units for what is wrong or odd about each.
    void write(const WhatIfGroup& group) {
        if (group.of.size() == 1) return write(*group.of.front());
        places("of", group.factors);
        json_.key("points").open_array();
        for (const auto& points : group.points) value_or_null(units(points));
        json_.close_array();
        list("parts", group.of, [&](const auto* unit) { write(*unit); });
    }

    void write(const ScoringTables::Unit& unit) {
        text("called", fmt::format("{} '{}'", unit.is_matrix ? "matrix" : "factor", unit.id)).places("of", unit.factors);
        std::vector<std::size_t> unlikely;
        json_.key("points").open_array();
        for (std::size_t i = 0; i < unit.options.size(); ++i) {
            value_or_null(units(unit.options[i].points));
            if (unit.options[i].unlikely) unlikely.push_back(i);
        }
        json_.close_array();
        places("unlikely", unlikely);
    }

    /// The rows that say what a table does.
    static std::vector<ScoringTables::DerivedRow> rows_of(const ScoringTables::Derivation& table) {
        std::vector<ScoringTables::DerivedRow> rows;
        for (std::size_t choice = 0; choice < table.level_of_choice.size(); ++choice) {
            const auto& level = table.level_of_choice[choice];
            if (level) rows.push_back({{ScoringTables::FactTest{.places = {choice}}}, *level});
        }
        return rows;
    }

    /// How it is told that a level stated is not the one derived, and that there is none, in the words of
    /// scoring/explain_problem.cpp.
    void say_problems(const ScoringTables::Derivation& rule, bool is_table) {
        const std::string &factor = tables_.factors[rule.factor].id, &fact = tables_.facts[rule.facts.front()].id;
        text("differs", is_table
                            ? fmt::format("factor '{}' is stated as level '{{}}', but fact '{}' ('{{}}') gives level {{}} by "
                                          "rule '{}'",
                                          factor, fact, rule.id)
                            : fmt::format("factor '{}' is stated as level '{{}}', but {{}} {} level {{}} by rule '{}'", factor,
                                          rule.facts.size() > 1 ? "give" : "gives", rule.id));
        text("none",
             fmt::format("rule '{}' gives factor '{}' no level for '{{}}', the value of fact '{}'", rule.id, factor, fact));
    }

    void write(const ScoringTables::DerivedRow& row) {
        json_.key("level").value(row.level).key("tests").open_array();
        for (const ScoringTables::FactTest& test : row.tests) {
            if (test.any) {
                json_.null();
                continue;
            }
            json_.open_object();
            text("from", test.from).text("below", test.below);
            if (!test.places.empty()) places(test.is_count ? "count" : "of", test.places);
            json_.close_object();
        }
        json_.close_array();
    }

    void write_rules() {
        list("derived", tables_.derivations, [&](const auto& rule) {
            text("id", rule.id);
            const bool is_table = rule.rows.empty();
            json_.key("factor").value(rule.factor).key("table").value(is_table);
            places("facts", rule.facts);
            list("rows", is_table ? rows_of(rule) : rule.rows, [&](const auto& row) { write(row); });
            say_problems(rule, is_table);
        });
        list("modifiers", tables_.modifiers, [&](const auto& rule) {
            json_.key("factor").value(rule.factor).key("fact").value(rule.fact).key("raise").value(rule.raise);
            json_.key("ceiling").value(rule.ceiling);
            text("atLeast", rule.at_least).places("from", rule.from_levels);
        });
        list("constraints", tables_.constraints, [&](const auto& rule) {
            text("id", rule.id).text("message", rule.message);
            json_.key("error").value(rule.is_error);
            conditions("when", rule.when);
            conditions("require", rule.require);
        });
        list("bandRules", tables_.band_rules, [&](const auto& rule) {
            text("id", rule.id).places("bands", rule.band_of_choice);
            json_.key("fact").value(rule.fact);
            conditions("when", rule.when);
            conditions("unless", rule.unless);
        });
    }

    void conditions(std::string_view key, const std::vector<Condition>& all) {
        list(key, all, [&](const Condition& one) {
            json_.key(one.on_fact ? "fact" : "factor").value(one.of).key("test").value(name_of(one.test));
            if (!one.on_fact) {
                places("against", one.levels);
                return;
            }
            const Fact& fact = tables_.facts[one.of];
            json_.key("against").open_array();
            for (const std::string& value : one.values) {
                if (fact.kind == Fact::Kind::number) {
                    json_.value(value);
                } else {
                    value_or_null(choice_in(fact, value));
                }
            }
            json_.close_array();
        });
    }

    const ScoringTables& tables_;
    std::string out_;
    JsonWriter json_{out_};
};

}  // namespace

std::vector<std::string> choices_of(const Fact& fact) {
    return fact.kind == Fact::Kind::yes_no ? std::vector<std::string>{"yes", "no"} : fact.choices;
}

std::optional<std::size_t> choice_in(const Fact& fact, std::string_view value) {
    const auto choices = choices_of(fact);
    const auto found = std::find(choices.begin(), choices.end(), value);
    return found == choices.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - choices.begin())};
}

std::string tables_for_script(const ScoringTables& tables) {
    std::string safe;
    for (const char c : Writing{tables}.written()) safe += c == '<' ? "\\u003c" : std::string(1, c);
    return safe;
}

}  // namespace je::render::html
