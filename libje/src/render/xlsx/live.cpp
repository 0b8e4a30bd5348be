// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/live.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "je/base/text.hpp"
#include "render/values.hpp"
#include "render/xlsx/formulas.hpp"
#include "render/xlsx/live_tables.hpp"

namespace je::render::xlsx {

using report::ScoringTables;
using report::WhatIf;

namespace {

constexpr std::size_t most_options = 20'000;  // rows of the tables
constexpr std::size_t most_arguments = 60;    // of a formula, which may have 8,192 characters
constexpr std::size_t exact_digits = 15;      // of a number of a sheet

std::size_t digits_in(const std::string& number) {
    return static_cast<std::size_t>(std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool is_number(const ScoringTables::Fact& fact) { return fact.kind == ScoringTables::Fact::Kind::number; }

/// Whether all numbers of conditions are exact in a sheet, and few enough for a formula.
bool can_be_said(const ScoringTables& of, const std::vector<ScoringTables::Condition>& conditions) {
    return conditions.size() <= most_arguments && std::all_of(conditions.begin(), conditions.end(), [&](const auto& one) {
               return !one.on_fact || !is_number(of.facts[one.of]) ||
                      (one.values.size() <= most_arguments &&
                       std::all_of(one.values.begin(), one.values.end(),
                                   [](const std::string& value) { return digits_in(value) <= exact_digits; }));
           });
}

bool has_count(const ScoringTables& of, const ScoringTables::Derivation& rule) {
    return std::any_of(rule.facts.begin(), rule.facts.end(),
                       [&](std::size_t fact) { return of.facts[fact].kind == ScoringTables::Fact::Kind::several; });
}

bool fits_a_formula(const ScoringTables::DerivedRow& row) {
    return std::all_of(row.tests.begin(), row.tests.end(), [](const auto& test) {
        return digits_in(test.from) <= exact_digits && digits_in(test.below) <= exact_digits &&
               test.places.size() <= most_arguments;
    });
}

/// Whether a sheet takes two of the words for one: it knows no difference between capitals and small letters.
bool are_confused(const std::vector<std::string>& list) {
    std::set<std::string> seen;
    return !std::all_of(list.begin(), list.end(),
                        [&](const auto& one) { return seen.insert(base::looks_of(one).front()).second; });
}

bool has_confused_words(const ScoringTables& of) {
    const auto levels_confused = [](const ScoringTables::Factor& factor) {
        std::vector<std::string> ids{ours("not known")};
        for (const auto& level : factor.levels) ids.push_back(level.id);
        return are_confused(ids);
    };
    const auto choices_confused = [](const ScoringTables::Fact& fact) {
        auto choices = choices_of(fact);
        choices.push_back(ours("not stated"));
        return are_confused(choices);
    };
    return std::any_of(of.factors.begin(), of.factors.end(), levels_confused) ||
           std::any_of(of.facts.begin(), of.facts.end(), choices_confused);
}

/// Why formulas cannot follow the scheme exactly; empty: they can.
std::string why_not(const WhatIf& what_if) {
    const ScoringTables& of = what_if.tables;
    std::size_t options = 0;
    for (const auto& unit : of.units) options += unit.options.size() + unit.products.size();
    if (of.units.empty() || options > most_options)
        return ours("it has {} combinations of levels with points, and a sheet has room for {}",
                    {std::to_string(options), std::to_string(most_options)});
    if (has_confused_words(of)) return ours("two of its levels, or of the choices of a fact, differ in capitals alone");
    bool is_exact = std::all_of(of.modifiers.begin(), of.modifiers.end(), [](const auto& rule) {
        return digits_in(rule.at_least) <= exact_digits && rule.from_levels.size() <= most_arguments;
    });
    for (const auto& rule : of.constraints) is_exact = is_exact && can_be_said(of, rule.when) && can_be_said(of, rule.require);
    for (const auto& rule : of.band_rules) is_exact = is_exact && can_be_said(of, rule.when) && can_be_said(of, rule.unless);
    for (const auto& rule : of.derivations) {
        if (has_count(of, rule)) return ours("a rule counts several choices of a fact");
        is_exact = is_exact && std::all_of(rule.rows.begin(), rule.rows.end(), fits_a_formula) &&
                   (rule.rows.empty() || of.factors[rule.factor].levels.size() <= most_arguments);
    }
    for (const auto& fact : of.facts)
        is_exact = is_exact && digits_in(fact.min) <= exact_digits && digits_in(fact.max) <= exact_digits;
    for (std::size_t i = 0; i < of.facts.size(); ++i)
        is_exact = is_exact && (!is_number(of.facts[i]) || digits_in(what_if.facts[i]) <= exact_digits);
    if (!is_exact || of.derivations.size() > most_arguments)
        return ours("its rules have numbers of more than {} digits, or more conditions than a formula has room for",
                    {std::to_string(exact_digits)});
    return {};
}

/// Words of ours as a formula has them.
std::string said(std::string_view english) { return literal(ours(english)); }

/// A formula for "292 to 372", of formulas for both ends.
std::string span_of(const std::string& low, const std::string& high) {
    const std::string pattern = ours("{} to {}");
    const auto first = pattern.find("{}"), second = pattern.find("{}", first + 2);
    return fmt::format("{}&{}&{}&{}&{}", literal(pattern.substr(0, first)), low,
                       literal(pattern.substr(first + 2, second - first - 2)), high, literal(pattern.substr(second + 2)));
}

/// The sheet on which levels and facts are chosen.
class LiveSheet {
public:
    LiveSheet(Plan& plan, const WhatIf& what_if, std::size_t sheet)
        : plan_{plan}, what_if_{what_if}, of_{what_if.tables}, sheet_{sheet} {}

    void write() {
        plan_.add_words(
            sheet_,
            report::Text{"Choose other levels in the framed cells: total, band and margins follow. This is a what-if, and no "
                         "outcome of anybody. Beside each formula stands what it gives for what the job states."},
            Look::text);
        plan_.add_words(sheet_, report::Text{"Results"}, Look::heading);
        add_head({"", "What if", "As stated"});
        results_ = lines().size();
        lines().resize(results_ + (of_.band_rules.empty() ? 6 : 7));
        add_inputs();
        LiveTables tables{plan_, what_if_, sheet_, levels_, facts_};
        tables.write();
        fill_levels(tables);
        fill_results(tables);
    }

private:
    [[nodiscard]] std::vector<Line>& lines() { return plan_.sheets[sheet_].lines; }

    void add_head(const std::vector<std::string>& heads) {
        Line line;
        for (const std::string& head : heads)
            line.slots.push_back({.column = line.slots.size(), .value = words(ours(head)), .dress = {Look::head}});
        lines().push_back(std::move(line));
    }

    void set(std::size_t row, std::size_t column, Value value, const std::string& formula = {}, Look look = Look::plain) {
        Slot slot{.column = column, .value = std::move(value), .own_formula = formula};
        slot.dress = {look, look == Look::input && !slot.value.is_number() ? "@" : slot.value.number_format,
                      slot.value.is_number()};
        lines()[row].slots.push_back(std::move(slot));
    }

    void add_inputs() {
        plan_.add_words(sheet_, report::Text{"Levels"}, Look::heading);
        add_head({"Factor", "Level", "As stated", "After rules", "Points, lowest", "Points, highest", "Points as stated"});
        levels_ = lines().size();
        for (std::size_t i = 0; i < of_.factors.size(); ++i) {
            const auto& level = what_if_.levels[i];
            const std::string id = level ? of_.factors[i].levels[*level].id : ours("not known");
            lines().emplace_back();
            set(levels_ + i, 0, words(of_.factors[i].name));
            set(levels_ + i, 1, words(id), {}, Look::input);
            set(levels_ + i, 2, words(id));
        }
        matrices_ = lines().size();
        for (const auto& unit : of_.units) {
            if (!unit.is_matrix) continue;
            lines().emplace_back();
            set(lines().size() - 1, 0, words(unit.name));
        }
        sums_ = lines().size();
        lines().resize(sums_ + 2);
        if (of_.facts.empty()) return;
        plan_.add_words(sheet_, report::Text{"Facts"}, Look::heading);
        add_head({"Fact", "Value", "As stated", "What it is"});
        facts_ = lines().size();
        for (std::size_t i = 0; i < of_.facts.size(); ++i) {
            const std::string stated = what_if_.facts[i].empty() ? ours("not stated") : what_if_.facts[i];
            const Value value =
                is_number(of_.facts[i]) && !what_if_.facts[i].empty() ? number_value(as_number(stated)) : words(stated);
            lines().emplace_back();
            set(facts_ + i, 0, words(of_.facts[i].id));
            set(facts_ + i, 1, value, {}, Look::input);
            if (is_number(of_.facts[i])) lines().back().slots.back().dress.number_format = "General";
            set(facts_ + i, 2, value);
            set(facts_ + i, 3, words(of_.facts[i].name));
        }
        lines().emplace_back();
    }

    void choose(std::size_t row, const std::string& from) { plan_.sheets[sheet_].choices.push_back({row, 1, from}); }

    void fill_levels(const LiveTables& tables) {
        for (std::size_t i = 0; i < of_.factors.size(); ++i) {
            choose(levels_ + i, tables.list_of_levels(i));
            const auto& after = tables.levels_after()[i];
            const std::string id =
                after.value == 0 ? ours("not known") : of_.factors[i].levels[static_cast<std::size_t>(after.value) - 1].id;
            set(levels_ + i, 3, words(id),
                fmt::format("IF({0}=0,{2},INDEX({1},MAX(1,{0})))", after.at, tables.level_ids(i), said("not known")));
        }
        for (std::size_t i = 0; i < of_.facts.size(); ++i) {
            if (!is_number(of_.facts[i])) choose(facts_ + i, tables.list_of_choices(i));
        }
        std::size_t matrix = matrices_;
        for (std::size_t i = 0; i < of_.units.size(); ++i) {
            const std::size_t row = of_.units[i].is_matrix ? matrix++ : levels_ + of_.units[i].factors.front();
            const auto& points = tables.units()[i];
            set(row, 4, number_value(points.low.value), points.low.at);
            set(row, 5, number_value(points.high.value), points.high.at);
            set(row, 6, as_stated(points.low.value, points.high.value));
        }
        const auto &low = tables.result("low"), &high = tables.result("high");
        set(sums_, 0, words(ours("Total")), {}, Look::total);
        set(sums_, 4, number_value(low.value), low.at, Look::total);
        set(sums_, 5, number_value(high.value), high.at, Look::total);
        set(sums_, 6, as_stated(low.value, high.value), {}, Look::total);
    }

    [[nodiscard]] static Value as_stated(double low, double high) {
        return low == high ? number_value(low) : words(ours("{} to {}", {fmt::format("{}", low), fmt::format("{}", high)}));
    }

    /// A line of results: the formula with what it gives, and what it gives now. Where je would refuse the levels, it says so.
    void result(const std::string& label, Value value, const std::string& formula, const LiveTables& tables) {
        const auto& problems = tables.result("problems");
        if (problems.value > 0) value = words(ours("not allowed"));
        set(results_, 0, words(ours(label)), {}, Look::label);
        set(results_, 1, value, fmt::format("IF({}>0,{},{})", problems.at, said("not allowed"), formula), Look::strong);
        set(results_, 2, value);
        ++results_;
    }

    [[nodiscard]] std::string band_id(double place) const {
        return place == 0 ? ours("none") : of_.bands[static_cast<std::size_t>(place) - 1].id;
    }

    void fill_results(const LiveTables& tables) {
        const auto &low = tables.result("low"), &high = tables.result("high");
        result("Total", as_stated(low.value, high.value),
               fmt::format("IF({0}={1},{0},{2})", low.at, high.at, span_of(low.at, high.at)), tables);
        if (!of_.bands.empty()) fill_bands(tables);
        fill_rules(tables);
    }

    void fill_bands(const LiveTables& tables) {
        const auto &low = tables.result("band-lowest"), &high = tables.result("band-highest");
        const auto name = [&](const std::string& place) {
            return fmt::format("IF({0}=0,{2},INDEX({1},MAX(1,{0})))", place, tables.band_ids(), said("none"));
        };
        const auto bands_between = [&](const std::string& label, const auto& from, const auto& to) {
            const std::string one = band_id(from.value), other = band_id(to.value);
            result(label, words(one == other ? one : ours("{} to {}", {one, other})),
                   fmt::format("IF({0}={1},{2},{3})", from.at, to.at, name(from.at), span_of(name(from.at), name(to.at))),
                   tables);
        };
        bands_between("Band", low, high);
        if (!of_.band_rules.empty())
            bands_between("Band by points alone", tables.result("points-lowest"), tables.result("points-highest"));
        const auto &total = tables.result("high"), &unknown = tables.result("unknown"),
                   &place = tables.result("points-highest"), &begun = tables.result("begun");
        const std::string is_open = fmt::format("OR({}>0,{}<>{})", unknown.at, low.at, high.at);
        const bool open = unknown.value > 0 || low.value != high.value;
        const auto floor_of = [&](double at) { return as_number(of_.bands[static_cast<std::size_t>(at) - 1].floor); };
        result("Points above the floor of the band by points",
               open               ? words(ours("not known"))
               : place.value == 0 ? words(ours("in no band"))
                                  : number_value(total.value - floor_of(place.value)),
               fmt::format("IF({0},{4},IF({1}=0,{5},ROUND({2}-INDEX({3},MAX(1,{1})),4)))", is_open, place.at, total.at,
                           tables.floors(), said("not known"), said("in no band")),
               tables);
        const bool is_last = begun.value == static_cast<double>(of_.bands.size());
        result("Points to the next floor",
               open      ? words(ours("not known"))
               : is_last ? words(ours("no higher band"))
                         : number_value(floor_of(begun.value + 1) - total.value),
               fmt::format("IF({0},{5},IF({1}={2},{6},ROUND(INDEX({3},MIN({2},{1}+1))-{4},4)))", is_open, begun.at,
                           of_.bands.size(), tables.floors(), total.at, said("not known"), said("no higher band")),
               tables);
        result("Next band",
               open      ? words(ours("not known"))
               : is_last ? words(ours("none"))
                         : words(of_.bands[static_cast<std::size_t>(begun.value)].id),
               fmt::format("IF({0},{4},IF({1}={2},{5},INDEX({3},MIN({2},{1}+1))))", is_open, begun.at, of_.bands.size(),
                           tables.band_ids(), said("not known"), said("none")),
               tables);
    }

    /// Each constraint with whether the choice keeps it.
    void fill_rules(const LiveTables& tables) {
        if (of_.constraints.empty()) return;
        plan_.add_words(sheet_, report::Text{"Rules of the scheme"}, Look::heading);
        add_head({"Rule", "What if", "As stated", "What it says"});
        for (std::size_t i = 0; i < of_.constraints.size(); ++i) {
            const auto& broken = tables.broken()[i];
            const auto& rule = of_.constraints[i];
            const std::string word = ours(rule.is_error ? "broken" : "broken (a warning)"), kept = ours("not broken");
            const Value value = words(broken.value == 2 ? word : kept);
            lines().emplace_back();
            const std::size_t row = lines().size() - 1;
            set(row, 0, words(rule.id));
            set(row, 1, value, fmt::format("IF({}=2,{},{})", broken.at, literal(word), literal(kept)));
            set(row, 2, value);
            set(row, 3, words(rule.message));
        }
    }

    Plan& plan_;
    const WhatIf& what_if_;
    const ScoringTables& of_;
    std::size_t sheet_;
    std::size_t results_ = 0, levels_ = 0, matrices_ = 0, sums_ = 0, facts_ = 0;
};

}  // namespace

void add_what_if(Plan& plan, const WhatIf& what_if, std::size_t sheet) {
    if (const std::string why = why_not(what_if); !why.empty()) {
        plan.add_words(
            sheet,
            report::say("There is no sheet to try other levels on: formulas cannot follow this scheme exactly, as {}.", why),
            Look::note);
        return;
    }
    const std::size_t live =
        plan.open_sheet(ours("What-if {}", {what_if.id}), ours("What if {} had other levels", {what_if.id}));
    plan.add_link(sheet, ours("Try other levels: {}", {plan.sheets[live].name}), live);
    LiveSheet{plan, what_if, live}.write();
}

}  // namespace je::render::xlsx
