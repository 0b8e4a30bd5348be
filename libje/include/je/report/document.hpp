// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/report/audience.hpp"
#include "je/report/what_if.hpp"

namespace je::report {

// What a report says, in order, without saying how it looks. A document is made of a result by `<result>_document`, and written
// by a renderer: render/format.hpp has those for text and Markdown. Values stay values: a renderer alone chooses digits,
// signs, words for what is not there, width and escaping. So a renderer of a new format needs this header and no result.
//
//     Document document;
//     document.begin("total", 1, say("{}: {}", job.title, named(job.total)));     // "Liaison officer: 440 points"
//     Table sum{"sum", {}, {{"factor", "Factor"}, {"points", "Points", Role::points}}};
//     sum.rows.push_back({"Knowledge", Cell{points}.at("sum.knowledge")});
//     sum.rows.push_back({"Total", Cell{total}.at("sum.total").is(Formula::sum({"sum.knowledge"}))});
//     document.add(std::move(sum));

/// Why there is nothing. Text and Markdown have the words behind each.
enum class Reason {
    not_said,      // nothing at all: there is nothing to say
    none,          // "none"
    not_known,     // "not known"
    no_level,      // "?", a level that is not known, where there is no room for words
    no_way,        // "-", no change leads there
    not_allowed,   // "-", the scheme does not allow it
    not_given,     // "-", a fact it needs is not given
    no_limit,      // "any"
    not_computed,  // "not computed"
    not_recorded,  // "not recorded"
    not_yet,       // "not yet"
    masked,        // "masked", not for whom the document is made
    no_such_value  // "(not there)"
};
struct Nothing {
    Reason reason = Reason::not_said;
    friend bool operator==(const Nothing&, const Nothing&) = default;
};

/// Points, or another number that is exact.
struct Points {
    enum class Form {
        number,  // 440
        named,   // "440 points", "1 point"
        change   // "+13", "-13", "0"
    };
    base::Decimal amount;
    Form form = Form::number;

    Points(base::Decimal points, Form how = Form::number) : amount{points}, form{how} {}  // implicit: most are plain numbers
    friend bool operator==(const Points&, const Points&) = default;
};
[[nodiscard]] inline Points named(base::Decimal points) { return {points, Points::Form::named}; }
[[nodiscard]] inline Points change(base::Decimal points) { return {points, Points::Form::change}; }

/// Money in a currency (ISO 4217). A stated amount has no pennies where the table states none; a computed one always has two
/// digits.
struct Money {
    base::Decimal amount;
    std::string currency;
    bool computed = false;

    Money(base::Decimal money, std::string of, bool is_computed = false)
        : amount{money}, currency{std::move(of)}, computed{is_computed} {}
    friend bool operator==(const Money&, const Money&) = default;
};

/// A part of a whole, 0.2 for 20 %. Below 0 only where shares of a difference are.
struct Share {
    enum class Form {
        rounded,  // "97.1 %", "under 0.1 %": 0 % and 100 % are exact
        chance,   // "97.12 %", "under 0.01 %": a chance is never 0 %
        fixed,    // "7.50 %", also where it is sampled
        stated    // "20 %", as somebody stated it
    };
    double part;
    Form form = Form::rounded;
    std::optional<double> error{};  // standard error of a sampled share; nothing: exact
    int digits = 2;                 // of the fixed form, after the point

    explicit Share(double share, Form how = Form::rounded, std::optional<double> standard_error = {})
        : part{share}, form{how}, error{standard_error} {}
    friend bool operator==(const Share&, const Share&) = default;
};
[[nodiscard]] inline Share chance(double part) { return Share{part, Share::Form::chance}; }
[[nodiscard]] inline Share fixed_share(double part, int digits = 2) {
    Share share{part, Share::Form::fixed};
    share.digits = digits;
    return share;
}

/// An estimate or a ratio: with so many digits after the point, or ten significant ones.
struct Estimate {
    double value;
    std::optional<int> digits;

    Estimate(std::same_as<double> auto number, std::optional<int> after_point = {}) : value{number}, digits{after_point} {}
    friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// A level of a factor, by id, with the letters of its options behind it. A matrix has pairs: "2 x B".
struct Level {
    std::string id;
    std::string options;
    explicit Level(std::string level, std::string letters = {}) : id{std::move(level)}, options{std::move(letters)} {}
    friend bool operator==(const Level&, const Level&) = default;
};

/// A band by id; nothing: in no band.
struct Band {
    enum class Form {
        id,    // "3", "none"
        named  // "band 3", "no band"
    };
    std::optional<std::string> id;
    Form form = Form::id;
    explicit Band(std::optional<std::string> band, Form how = Form::id) : id{std::move(band)}, form{how} {}
    friend bool operator==(const Band&, const Band&) = default;
};

/// The name of a factor, a matrix or a job, with the short one that the scheme states for tables without room (empty: it states
/// none) and the id of the section that says more of it (empty: none does).
struct Name {
    std::string full;
    std::string brief{};
    std::string section{};
    friend bool operator==(const Name&, const Name&) = default;
};

/// A value. A std::string is a text of the data, such as a title.
using Content =
    std::variant<Nothing, std::string, std::int64_t, bool, Points, Money, Share, Estimate, base::Date, Level, Band, Name>;

/// All from one value to another. `End` says what becomes of the last: "164 to 274", "164 to under 275", "670 and above" (where
/// `to` says nothing).
struct Range {
    enum class End { included, excluded, open };
    Content from;
    Content to;
    End end = End::included;
    friend bool operator==(const Range&, const Range&) = default;
};
using ValueOrRange = std::variant<Content, Range>;
/// A range, or the one value where both ends are the same.
[[nodiscard]] ValueOrRange between(Content low, Content high);
/// The value, or nothing for a reason.
template <class T>
[[nodiscard]] Content value_or(const std::optional<T>& value, Reason reason = Reason::not_said) {
    return value ? Content{*value} : Content{Nothing{reason}};
}
[[nodiscard]] Content text_or(std::optional<std::string> text, Reason reason = Reason::not_said);
[[nodiscard]] Content level_or(std::optional<std::string> level, Reason reason = Reason::none);
[[nodiscard]] Content level_or(const std::optional<std::string>& level, std::string_view letters, Reason reason = Reason::none);

/// Words that lead somewhere: to a section by its id, to a place in a file ("vlo.yaml:14"), to a file
/// that lies beside the document, by its path from there.
struct Link {
    enum class To { section, place, file };
    std::string words;
    To to = To::place;
    std::string target;
    friend bool operator==(const Link&, const Link&) = default;
};

/// A piece of a text. A std::string is words.
using Run = std::variant<std::string, Content, Range, Link>;

template <class T>
concept IsCount = std::unsigned_integral<std::remove_cvref_t<T>> && !std::same_as<std::remove_cvref_t<T>, bool>;
/// What a value is made of, but for words and counts.
template <class T>
concept IsContent = std::constructible_from<Content, T> && !std::constructible_from<std::string, T> && !IsCount<T> &&
                    !std::same_as<std::remove_cvref_t<T>, Content>;

/// Words and values one after another, without line breaks. Words of ours are given as string literals and views, and are in
/// the language of now (base/language.hpp); a std::string is a text of the data, which is never translated.
struct Text {
    std::vector<Run> runs;

    Text() = default;
    Text(std::string words);
    Text(std::string_view words);
    Text(const char* words) : Text{std::string_view{words}} {}
    Text(Content value) { runs.emplace_back(std::move(value)); }
    Text(Range range) { runs.emplace_back(std::move(range)); }
    Text(Link link) { runs.emplace_back(std::move(link)); }
    Text(ValueOrRange value);
    template <IsCount T>
    Text(T number) : Text{Content{static_cast<std::int64_t>(number)}} {}
    template <IsContent T>
    Text(T&& value) : Text{Content{std::forward<T>(value)}} {}

    [[nodiscard]] bool empty() const { return runs.empty(); }
    Text& operator+=(Text more);
    friend Text operator+(Text first, Text second) { return std::move(first += std::move(second)); }
    friend bool operator==(const Text&, const Text&) = default;
};
/// The pattern, in the language of now, with a text in the place of each "{}", as many as there are.
///
///     say("It is {} below the floor of {}.", named(to_next), Band{"4", Band::Form::named})
[[nodiscard]] Text say_parts(std::string_view pattern, std::vector<Text> parts);
template <class... Parts>
[[nodiscard]] Text say(std::string_view pattern, Parts&&... parts) {
    return say_parts(pattern, {Text(std::forward<Parts>(parts))...});
}
/// The texts with something between each two of them.
[[nodiscard]] Text listed(const std::vector<Text>& texts, std::string_view between = ", ");
[[nodiscard]] Text listed(const std::vector<std::string>& texts, std::string_view between = ", ");

/// "a, b and c".
[[nodiscard]] Text list_in_words(const std::vector<Text>& texts);
[[nodiscard]] Text list_in_words(const std::vector<std::string>& texts);
/// "1 job", "16 jobs".
[[nodiscard]] Text counted(std::size_t n, std::string_view one, std::string_view several);

/// How a cell follows from others of the document, by their anchors; of a range it is the beginning that counts. A test
/// computes each formula anew.
struct Formula {
    enum class Kind {
        sum,         // of all of them
        difference,  // the first less the second
        band         // that the first is in, by the table of floors
    };
    Kind kind = Kind::sum;
    std::vector<std::string> of;
    std::string floors{};  // id of a table: bands in its first column, in its second the points each begins at, lowest first

    [[nodiscard]] static Formula sum(std::vector<std::string> anchors) { return {Kind::sum, std::move(anchors), {}}; }
    [[nodiscard]] static Formula difference(std::string from, std::string less) {
        return {Kind::difference, {std::move(from), std::move(less)}, {}};
    }
    [[nodiscard]] static Formula band(std::string total, std::string floors) {
        return {Kind::band, {std::move(total)}, std::move(floors)};
    }
};

/// A cell of a table: a value, a range, or words and values in a row.
struct Cell {
    std::variant<Content, Range, Text> value;
    std::string anchor{};  // by which others name it; empty: nothing does
    std::optional<Formula> formula{};

    Cell() = default;
    /// A text of one value or range is that, one of nothing but words a text of the data.
    Cell(Text text);
    template <class T>
    requires(std::constructible_from<Text, T> && !std::same_as<std::remove_cvref_t<T>, Text> &&
             !std::same_as<std::remove_cvref_t<T>, Cell>) Cell(T&& content)
        : Cell{Text(std::forward<T>(content))} {}

    [[nodiscard]] Cell at(std::string name) &&;
    [[nodiscard]] Cell is(Formula how) &&;
    /// Null for a range and for a text.
    [[nodiscard]] const Content* content() const { return std::get_if<Content>(&value); }
    friend bool operator==(const Cell& a, const Cell& b) { return a.value == b.value; }
};

/// A value of a line of CSV, without a copy of its text. monostate is an empty cell. A double has ten significant digits.
using CellView = std::variant<std::monostate, std::string_view, std::int64_t, base::Decimal, bool, double>;

/// `key` is the stable name in CSV; `label` is for people. `unit` is "GBP", ... or empty. Numbers stand at the right.
struct Column {
    std::string key;
    Text label;
    Role role = Role::text;
    std::string unit{};
};

struct Table {
    std::string id{};  // of the document; empty: nothing names it
    Text caption{};    // may be empty
    std::vector<Column> columns{};
    std::vector<std::vector<Cell>> rows{};  // each as long as columns
};

/// Takes out the columns of points.
void leave_out_points(Table& table);
/// Empties them, for programs that want the columns all the same.
void empty_points(Table& table);

struct Paragraph {
    Text text;
};
struct Bullets {
    std::vector<Text> items;
};
/// A label with its value, for short facts one under another ("Total: 440"). Two blanks before a label set it in.
struct Facts {
    std::vector<std::pair<Text, Text>> rows;
};
/// Something the reader must not miss, such as "figures are illustrative".
struct Caution {
    Text text;
};
/// Something said in passing, neither good nor bad, such as what the questionnaire itself notes.
struct Note {
    Text text;
};

/// A drawing as data: what it shows in a sentence, and its numbers in a table. A format that draws makes the drawing of them;
/// text and Markdown leave figures out, since what they show stands in the document's words and tables too.
///
/// | kind | columns of `numbers`, by their keys |
/// |---|---|
/// | band_ladder | band, totals (from the floor on), name; marks are totals, with the band that rules put them into |
/// | factor_profile | factor and, for one job, points or points_min and points_max, and largest; for several, `points:<job>` |
/// | dot_plot | factor, scale (its levels, lowest first), `level:<person>` for each, agreed |
/// | slope | what, before, after, change |
/// | shares | what, `band:<band>` for each |
/// | intervals | what, range, now |
/// | strip | id, total; marks are floors |
/// | time_line | date, event |
/// | histogram | from (a range), count |
/// | tree | question (its number), ask (in the first row of each), answer, go_to (words with the number of a question or with a
/// level in them); marks are the levels, lowest first |
struct Figure {
    enum class Kind { band_ladder, factor_profile, dot_plot, slope, shares, intervals, strip, time_line, histogram, tree };
    struct Mark {
        std::string label;
        ValueOrRange at;
        std::string by_rule{};  // of a total that rules of the scheme put into another band than its points: that band
    };
    std::string id;
    Kind kind = Kind::band_ladder;
    Text sentence;
    Table numbers{};           // empty where a table of the document has them:
    std::string numbers_in{};  // its id
    std::vector<Mark> marks{};
};

using Block = std::variant<Paragraph, Bullets, Facts, Caution, Note, Table, Figure, WhatIf>;
/// Whether a block is words: what a figure shows stands in the words beside it, and a what-if is for who can change it.
[[nodiscard]] inline bool has_words(const Block& block) {
    return !std::holds_alternative<Figure>(block) && !std::holds_alternative<WhatIf>(block);
}

/// A part of a document under a title. `id` is the same for the same part of every result, and no other section of the document
/// has it.
struct Section {
    std::string id;
    int level = 1;  // of the title, 1 to 3
    Text title;     // empty: the part has none
    std::vector<Block> blocks{};
    bool folded = false;  // most readers pass over it: a page that can fold shows the title alone at first
    // Set where the section, with all below it, is one of many alike: what they are, in the language of now ("panels"). Where
    // there is no room for all of them a format leaves the last ones out, and says so.
    std::string one_of{};
};

class Document {
public:
    /// A new section, to which what is added next goes. An id that is taken gets a number behind it.
    Section& begin(std::string_view id, int level, Text title);
    /// Adds to the last section; to one without a title before the first.
    void add(Block block);
    void add(std::vector<Block> blocks);
    /// Adds to the first section that has a title, where what concerns the whole document stands.
    void add_to_head(Block block);
    /// Adds all of another document.
    void add(Document other);
    /// Of a scheme without points: takes out the columns of points, the drawings that are of points, and the what-ifs.
    void leave_out_points();

    [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }

private:
    std::vector<Section> sections_;
    std::unordered_map<std::string, int> taken_;  // ids, and how often each was asked for
};

/// Calls `take(const Table&)` with all tables of the document, those of figures too.
template <class Take>
void for_each_table(const Document& document, Take take) {
    for (const Section& section : document.sections()) {
        for (const Block& block : section.blocks) {
            if (const auto* table = std::get_if<Table>(&block)) take(*table);
            if (const auto* figure = std::get_if<Figure>(&block)) take(figure->numbers);
        }
    }
}

}  // namespace je::report
