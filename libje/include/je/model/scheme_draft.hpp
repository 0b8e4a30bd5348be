// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/band_table.hpp"
#include "je/model/points_rule.hpp"
#include "je/model/process_rules.hpp"

namespace je::model {

/// What a scheme file says, before it is checked: texts and numbers of the right type, each with its place, but ids not
/// yet resolved and no rule applied. `Scheme::make` turns it into a Scheme or says what is wrong. docs/files.md has the meaning
/// of each key.
struct SchemeDraft {
    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    using Text = base::Located<std::string>;
    using Number = base::Located<base::Decimal>;
    using WideNumber = base::Located<base::WideDecimal>;
    template <class T>
    using Maybe = std::optional<T>;

    // clang-format off
    struct Source { Text id; std::string title; std::string url; };
    struct Group { Text id; std::string name; Maybe<Text> eu_criterion; Maybe<Text> short_name{}; };
    struct Option { Text id; std::string text; std::string help; };
    struct Level {
        Text id; Maybe<Number> points; Maybe<Number> score; std::string summary; std::string help;
        std::vector<Option> options{}; Maybe<Text> choose{};
        Maybe<Number> percent{};
    };
    struct PointsRule { Text kind; Maybe<Number> lowest; };
    struct RoundingDraft { Number to; Text mode; Maybe<Text> series{}; };      // a series in place of `to`
    struct Series { Text id; std::vector<Number> values; Maybe<Number> from; Maybe<Number> to; Maybe<Number> by; };
    // clang-format on
    /// A text of a question, an option or a fact that lacks a language in which another text beside it is stated.
    struct TextGap {
        std::string question;  // empty: of a fact
        std::string option;    // empty: of the question
        std::string key;       // "ask", "help", "text"; of a fact also the choice
        std::string language;  // "cy"
        base::SourcePosition at;
    };
    /// An answer to a question; what it leads to is `next` or `level`, and which values of a fact it stands for the rest.
    struct TreeOption {
        Text id;
        std::string text{};
        std::string help{};
        Maybe<Text> next{};
        Maybe<Text> level{};
        Maybe<WideNumber> from{};
        Maybe<WideNumber> below{};
        std::vector<Text> is{};
    };
    struct Question {
        Text id;
        std::string ask{};
        std::string help{};
        Maybe<Text> fact{};
        std::vector<Text> of{};
        Maybe<Text> order{};
        std::vector<TreeOption> options{};
    };
    struct Factor {
        Text id;
        std::string name;
        Maybe<Text> group;
        std::string definition;
        Maybe<Text> source;
        Maybe<Number> weight;
        Maybe<PointsRule> rule;
        Maybe<RoundingDraft> rounding;
        std::vector<Level> levels;
        base::SourcePosition at;
        Maybe<Text> short_name{};
        Maybe<Text> percent_of{};  // a unit; levels then have percentages
        Maybe<Text> start{};       // the first question asked; else the first in the file
        std::vector<Question> questions{};
        std::vector<TextGap> text_gaps{};  // of its questions
    };
    /// What a matrix says of the cells of one level of a dimension, or of all of them: a cell, or what lies under each level of
    /// the next dimension.
    struct Cells {
        enum class Form {
            none,    // nothing beneath is allowed
            cell,    // of the last dimension
            levels,  // an entry a level, each of which names its level
            list     // an entry for each level in order, which name none
        };
        Text level{};  // that it is of; empty within a list, and of the whole matrix
        Form form = Form::none;
        Maybe<Number> value{};  // of a cell: points, or of a dependent matrix a percentage
        bool unlikely = false;
        std::vector<Cells> under{};
        base::SourcePosition at{};
    };
    struct Matrix {
        Text id;
        std::string name;
        Maybe<Text> group;
        Maybe<Text> source;
        std::vector<Text> dimensions;  // factors; `rows` and `columns` of a file are two
        Cells cells;
        base::SourcePosition at;
        Maybe<Number> weight{};
        Maybe<Text> percent_of{};  // a unit; cells then have percentages
        Maybe<RoundingDraft> rounding{};
        Maybe<Text> short_name{};
    };
    struct Fact {
        Text id;
        std::string name;
        Text kind;
        std::vector<Text> choices;
        Maybe<WideNumber> min{};
        Maybe<WideNumber> max{};
        Maybe<base::Located<bool>> whole{};
        Maybe<Text> unit{};
        std::string ask{};
        std::string help{};
        std::vector<std::string> choice_texts{};  // one per choice where choices are a map, else none
        std::vector<TextGap> text_gaps{};
    };
    using Condition = ConditionDraft;
    /// What a row of a derivation asks of one fact.
    struct FactTest {
        Text fact;  // where the derivation has one fact and names it itself, that one
        Maybe<WideNumber> from{};
        Maybe<WideNumber> below{};
        std::vector<Text> of{};
        std::vector<Text> is{};
    };
    struct DerivedRow {
        std::vector<FactTest> tests;
        Text level;
        base::SourcePosition at;
    };
    /// A rule of any kind, or a convention. Only the keys of its kind are given.
    struct Rule {
        Text id{};
        Maybe<Text> severity{};
        Maybe<base::Located<base::Date>> from{};
        Maybe<base::Located<base::Date>> until{};
        Maybe<Text> factor{};
        Maybe<Text> fact{};
        std::vector<std::pair<Text, Text>> table{};  // by choice of the fact: a level, or the lowest band
        Maybe<base::Located<base::WideDecimal>> at_least{};
        Maybe<Number> raise{};
        std::vector<Text> from_levels{};
        Maybe<Text> ceiling{};
        std::vector<Condition> when{};
        std::vector<Condition> unless{};
        std::vector<Condition> require{};
        std::string summary{};  // in the scheme's words: also the message of a constraint, the text of a convention
        Maybe<Text> source{};
        std::vector<Text> facts{};         // of a derivation, in place of `fact`
        std::vector<DerivedRow> ranges{};  // in place of `table`
        Maybe<Text> order{};
    };
    struct Weights {
        Number total;
        Maybe<Number> rounded_to;
    };

    /// The local agreement that changed what the file of the scheme says.
    struct Local {
        std::string id;
        std::string edition;
    };

    Text id;
    std::string title;
    std::string edition;
    Maybe<Local> local{};
    Maybe<Text> method{};  // points when it is not stated
    Text status;
    std::string owner;
    std::string licence;
    std::vector<Source> sources;
    Maybe<Number> max_total;
    Maybe<Weights> weights;
    std::vector<Group> groups;
    std::vector<Factor> factors;
    std::vector<Matrix> matrices;
    std::vector<Series> series{};
    std::vector<Fact> facts;
    std::vector<Rule> derived;
    std::vector<Rule> modifiers;
    std::vector<Rule> constraints;
    std::vector<Rule> band_rules;
    std::vector<BandTableDraft> bands;
    std::vector<PayTableDraft> pay;
    std::vector<ProcessRuleDraft> panel;
    std::vector<ProcessRuleDraft> appeal;
    std::vector<Rule> conventions;
    base::SourcePosition at;
};

/// What a `je-bands/1` file says, before it is checked.
struct BandsFileDraft {
    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    base::Located<std::string> id;
    std::string title;
    std::string edition;
    base::Located<std::string> status;
    std::string owner;
    std::optional<base::Located<std::string>> scheme;
    std::vector<SchemeDraft::Source> sources;
    std::vector<BandTableDraft> bands;
    std::vector<PayTableDraft> pay;
    base::SourcePosition at;
};

}  // namespace je::model
