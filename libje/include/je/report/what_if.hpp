// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"

namespace je::report {

/// The tables and rules of a scheme as plain values: all that it takes to score a job again, away from je. Factors, levels,
/// facts, choices and bands are named by their places in the lists here, from 0; levels and bands are listed lowest first.
///
/// Who scores with them does what scoring/score.hpp says, in its order: levels derived from facts; modifiers; points of units;
/// total; band by points; band rules; constraints. Points are exact; `units()` of a Decimal is a whole number of 1/10,000.
struct ScoringTables {
    using Place = std::size_t;

    struct Level {
        std::string id;
        std::string summary;  // may be empty
    };
    struct Factor {
        std::string id;
        std::string name;
        std::vector<Level> levels;
    };
    struct Option {
        // Points, or of a dependent unit the percentage; nothing: the scheme does not allow these levels together.
        std::optional<base::Decimal> points;
        bool unlikely = false;
    };
    /// What gets points. It has an option for each combination of the levels of its factors, those of the last factor running
    /// fastest: of a matrix over a and b, the option at level(a) * levels of b + level(b).
    struct Unit {
        std::string id;
        std::string name;
        bool is_matrix = false;
        std::vector<Place> factors;
        std::vector<Option> options;
        /// Of a dependent unit: the unit that it depends on, which stands before it, every number of points that this can have,
        /// rising, and for each of them in turn the points of each option.
        std::optional<Place> base{};
        std::vector<base::Decimal> base_values{};
        std::vector<base::Decimal> products{};
    };
    /// A fact that a rule uses. Its values are texts: of a choice one of `choices`, else "yes" and "no", a number, or several
    /// choices with ';' between them, "-" for none.
    struct Fact {
        enum class Kind { number, choice, yes_no, several };
        std::string id;
        std::string name;
        Kind kind = Kind::number;
        std::vector<std::string> choices;
        std::string min{}, max{};  // of a number, digits; empty: 0, and no top
        bool whole = false;
        std::string unit{};
    };
    /// A test of the level that a factor has after derived levels and modifiers, or of a fact. Not known where that is not
    /// known.
    struct Condition {
        enum class Test { one_of, none_of, at_least, at_most };
        bool on_fact = false;
        Place of = 0;  // among the facts or the factors
        Test test = Test::one_of;
        std::vector<Place> levels;        // of a factor
        std::vector<std::string> values;  // of a fact
    };
    /// What a row asks of one fact: a number or a count with from <= value < below, or one of some choices.
    struct FactTest {
        std::string from{}, below{};  // digits as `at_least` of a modifier; empty: no such bound
        std::vector<Place> places{};  // of `several`, the choices that are counted; of a choice those that pass
        bool is_count = false;
        bool any = false;  // every value passes
    };
    struct DerivedRow {
        std::vector<FactTest> tests;  // one per fact of the derivation
        Place level = 0;
    };
    /// One choice with the level of each, or rows: the first whose tests all hold gives the level.
    struct Derivation {
        std::string id;
        Place factor = 0;
        std::vector<Place> facts;
        std::vector<std::optional<Place>> level_of_choice;  // nothing: an error for a job that has this choice
        std::vector<DerivedRow> rows;                       // in place of these
    };
    struct Modifier {
        std::string id;
        Place factor = 0;
        Place fact = 0;        // a number
        std::string at_least;  // up to eighteen digits before the point, four after it
        std::size_t raise = 1;
        std::vector<Place> from_levels;
        Place ceiling = 0;
    };
    struct Constraint {
        std::string id;
        std::string message;
        bool is_error = true;  // else a warning
        std::vector<Condition> when;
        std::vector<Condition> require;
    };
    struct BandRule {
        std::string id;
        Place fact = 0;                                    // a choice
        std::vector<std::optional<Place>> band_of_choice;  // nothing too where the table has no such band
        std::vector<Condition> when;
        std::vector<Condition> unless;
    };
    struct Band {
        std::string id;
        std::string name;  // may be empty
        base::Decimal floor{};
        std::optional<base::Decimal> max{};  // nothing: up to the next floor
    };
    /// Totals that are declared to be in no band, both ends included.
    struct Unbanded {
        base::Decimal from{};
        base::Decimal to{};
        std::string reason;
    };

    std::vector<Factor> factors;
    std::vector<Unit> units;
    std::vector<Fact> facts;
    std::vector<Derivation> derivations;
    std::vector<Modifier> modifiers;
    std::vector<Constraint> constraints;
    std::vector<BandRule> band_rules;
    std::vector<Band> bands;  // of the table in use; none: there is no table
    std::vector<Unbanded> unbanded;
    bool open_ended = false;  // totals outside all bands are no mistake of the scheme
};

/// What a reader needs to try other levels and facts for a job: the scheme's tables, and what the questionnaire states. A page
/// computes with it and a workbook can; text and Markdown pass over it. It is no part of a JSON result, which names the scheme
/// that says the same.
struct WhatIf {
    std::string id;  // of the job
    ScoringTables tables{};
    std::vector<std::optional<ScoringTables::Place>> levels{};  // of each factor as stated, before rules; nothing: not known
    std::vector<std::string> facts{};                           // of each fact of the tables; empty: not stated
};

}  // namespace je::report
