// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <utility>

#include "io/csv/loose.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"
#include "model/scheme/names.hpp"

namespace je::io {

namespace {

using base::Diagnostics;

constexpr std::size_t most_columns = 10'000;
static_assert(most_columns < CsvRow::most_cells);

/// Factor and question of "answer:contact:how-often".
std::pair<std::string_view, std::string_view> parts_of_answer(std::string_view name) {
    name = trimmed(name);
    name.remove_prefix(answer_column.size());
    const std::size_t colon = std::min(name.find(':'), name.size());
    return {trimmed(name.substr(0, colon)), trimmed(name.substr(std::min(colon + 1, name.size())))};
}

// Names the columns of one header row.
class ColumnReader {
public:
    ColumnReader(const CsvRow& row, const model::Scheme& scheme, const CsvColumnNames& names, CsvPlaces& places,
                 Diagnostics& diagnostics)
        : row_{row}, scheme_{scheme}, names_{names}, places_{places}, diagnostics_{diagnostics} {}

    std::optional<CsvColumns> read(bool keep) {
        const std::size_t errors_before = diagnostics_.errors();
        if (too_many()) return std::nullopt;
        columns_.count = row_.cells.size();
        find_plain_names();
        for (std::size_t cell = 0; cell < row_.cells.size(); ++cell) read_name(cell);
        take_in_place_of("id");
        take_in_place_of("title");
        check_slips();
        check_id();
        if (diagnostics_.errors() > errors_before) return std::nullopt;
        say_what_was_taken();
        if (!keep) say_what_is_not_read();
        warn_of_missing_factors();
        return std::move(columns_);
    }

private:
    struct Unknown {
        std::string name;
        std::size_t cell;
    };

    bool too_many() {
        if (row_.cell_count <= most_columns) return false;
        diagnostics_.error({"JE-C17", places_.of(row_, row_.cells[most_columns]),
                            fmt::format("the first row names {} columns", row_.cell_count),
                            fmt::format("at most {} columns", most_columns),
                            "move the columns that are not needed to a sheet of their own"});
        return true;
    }

    // Names written as je has them go before all others.
    void find_plain_names() {
        for (std::size_t cell = 0; cell < row_.cells.size(); ++cell) {
            const auto name = value_of(row_.cells[cell], scratch_);
            if (names_.find(name) != nullptr) given_.try_emplace(std::string{name}, cell);
        }
    }

    void read_name(std::size_t cell) {
        const std::string name{value_of(row_.cells[cell], scratch_)};
        if (is_blank(name)) return columns_.nameless.push_back(cell);
        if (const CsvColumnUse* use = names_.find(name)) {
            const std::size_t first = given_.find(name)->second;
            const bool again = first != cell && !std::holds_alternative<CsvExtraColumn>(*use);
            return again ? report_duplicate(name, first, cell) : assign(*use, cell, name);
        }
        read_words(name, cell);
    }

    void read_words(const std::string& name, std::size_t cell) {
        std::set<std::string> columns = names_.in_words().named_by(name);
        if (columns.size() > 1) return report_unclear(name, columns, cell);
        if (columns.empty() && says_answer(name)) return report_no_question(name, cell);
        if (columns.empty()) columns = names_.in_words().shortened_by(name);
        if (columns.size() != 1) return unknown_.push_back({name, cell});
        const std::string& column = *columns.begin();
        const auto [first, is_new] = given_.try_emplace(column, cell);
        if (is_new) return take(name, column, cell);
        const bool of_the_job = !names_.is_asked(column);
        const bool plain = value_of(row_.cells[first->second], scratch_) == column;
        if (of_the_job && plain) return unknown_.push_back({name, cell});  // 'Job title' beside 'title'
        report_second(name, column, first->second, cell);
    }

    // Read under another name than its own.
    void take(const std::string& name, const std::string& column, std::size_t cell) {
        if (const CsvColumnUse* use = names_.find(column)) assign(*use, cell, name);
        taken_.push_back(fmt::format("'{}' as '{}'", shown(name), column));
    }

    void take_in_place_of(const std::string& column) {
        if (given_.contains(column)) return;
        const auto is_it = [&](const Unknown& one) { return CsvHeadings::in_place_of(one.name) == column; };
        if (std::count_if(unknown_.begin(), unknown_.end(), is_it) != 1) return;
        const auto found = std::find_if(unknown_.begin(), unknown_.end(), is_it);
        given_.emplace(column, found->cell);
        take(found->name, column, found->cell);
        unknown_.erase(found);
    }

    void assign(const CsvColumnUse& use, std::size_t cell, const std::string& name) {
        if (std::holds_alternative<CsvExtraColumn>(use)) return add_other(cell, name);
        columns_.needed = std::max(columns_.needed, cell + 1);
        if (std::holds_alternative<CsvIdColumn>(use)) columns_.id = cell;
        if (std::holds_alternative<CsvTitleColumn>(use)) columns_.title = cell;
        if (std::holds_alternative<CsvFamilyColumn>(use)) columns_.family = cell;
        if (std::holds_alternative<CsvChoiceColumn>(use)) columns_.choice = cell;
        if (std::holds_alternative<CsvChoiceReasonColumn>(use)) columns_.choice_reason = cell;
        if (std::holds_alternative<CsvHoldersColumn>(use)) columns_.holders = cell;
        if (std::holds_alternative<CsvPostsColumn>(use)) columns_.posts = cell;
        if (const auto* factor = std::get_if<model::FactorIndex>(&use)) {
            columns_.levels.push_back({cell, *factor, CsvLevels{scheme_[*factor]}, LooseForms{scheme_[*factor]}});
        }
        if (const auto* fact = std::get_if<model::FactIndex>(&use))
            columns_.facts.push_back({cell, *fact, LooseForms{scheme_[*fact].choices}});
        if (const auto* answer = std::get_if<CsvAnswerColumn>(&use))
            columns_.answers.push_back({cell, answer->factor, answer->question, forms_of_options(*answer)});
    }

    [[nodiscard]] LooseForms forms_of_options(const CsvAnswerColumn& answer) const {
        std::vector<std::string> options;
        for (const auto& option : (*scheme_[answer.factor].tree)[answer.question].options) options.push_back(option.id);
        return LooseForms{options};
    }

    /// "answer:contact:how-oftn": the heading says what the column holds, and there is no such thing.
    void report_no_question(const std::string& name, std::size_t cell) {
        if (diagnostics_.only_counts_error()) return;
        const auto parts = parts_of_answer(name);
        const std::string_view factor_name = parts.first;
        const std::string_view question_name = parts.second;
        const auto index = scheme_.find_factor(factor_name);
        const model::Tree* tree = index ? scheme_[*index].tree.get() : nullptr;
        const auto question = tree != nullptr ? tree->find(question_name) : std::nullopt;
        if (question && (*tree)[*question].fact) return report_asks_fact(name, scheme_[*(*tree)[*question].fact], cell);
        const std::vector<std::string> allowed = tree != nullptr ? questions_answered(*tree) : factors_answered();
        const std::string_view word = tree != nullptr ? question_name : factor_name;
        const auto near = word.size() > longest_code ? std::nullopt : base::nearest(word, allowed);
        const auto other = [&](std::string_view one) {
            return fmt::format("write 'answer:{}:{}'", tree != nullptr ? factor_name : one,
                               shown(tree != nullptr ? one : question_name));
        };
        diagnostics_.error(
            {"JE-C42", places_.of(row_, row_.cells[cell]),
             fmt::format("column '{}' is for answers to a question that scheme '{}' does not have", shown(name),
                         scheme_.id().text()),
             allowed.empty()   ? std::string{"no such column: the scheme has no questions"}
             : tree != nullptr ? fmt::format("answer:{}: and one of the questions of that factor: {}", factor_name,
                                             model::short_list(allowed))
                               : fmt::format("answer:FACTOR:QUESTION, and one of the factors that have questions: {}",
                                             model::short_list(allowed)),
             near ? other(*near)
                  : fmt::format("name it by the ids that the scheme has, or pass it over with --extra-columns '{}'",
                                shown(name))});
    }

    /// As many as are compared with a heading.
    static std::vector<std::string> questions_answered(const model::Tree& tree) {
        constexpr std::size_t most_named = 100;
        std::vector<std::string> ids;
        for (const model::Question& one : tree.questions)
            if (!one.fact && ids.size() < most_named) ids.push_back(one.id.text());
        return ids;
    }
    [[nodiscard]] std::vector<std::string> factors_answered() const {
        std::vector<std::string> ids;
        for (const model::FactorIndex factor : scheme_.factors_with_trees()) ids.push_back(scheme_[factor].id.text());
        return ids;
    }

    void report_asks_fact(const std::string& name, const model::FactDefinition& fact, std::size_t cell) {
        diagnostics_.error({"JE-C43", places_.of(row_, row_.cells[cell]),
                            fmt::format("column '{}' is for a question that asks fact '{}'", shown(name), fact.id.text()),
                            "a fact once, for all the questions that ask it",
                            fmt::format("name the column 'fact:{}', with values of the fact in it", fact.id.text())});
    }

    void add_other(std::size_t cell, const std::string& name) {
        const auto place = std::lower_bound(columns_.others.begin(), columns_.others.end(), cell);
        columns_.other_names.insert(columns_.other_names.begin() + (place - columns_.others.begin()), name);
        columns_.others.insert(place, cell);
    }

    void report_duplicate(const std::string& name, std::size_t first, std::size_t cell) {
        diagnostics_.error(
            {"JE-C14", places_.of(row_, row_.cells[cell]),
             fmt::format("column '{}' is named again; it is column {} already", shown(name), first + 1), "each column once",
             "give each its right name; one that is not to be read can have a name of its own, such as a number behind "
             "it"});
    }

    void report_second(const std::string& name, const std::string& column, std::size_t first, std::size_t cell) {
        diagnostics_.error(
            {"JE-C14", places_.of(row_, row_.cells[cell]),
             fmt::format("column '{}' is '{}' in words, which column {} gives already", shown(name), column, first + 1),
             "each column once",
             fmt::format("give one of the two another name, or pass this one over with --extra-columns '{}'", shown(name))});
    }

    void report_unclear(const std::string& name, const std::set<std::string>& columns, std::size_t cell) {
        const std::vector<std::string> list{columns.begin(), columns.end()};
        diagnostics_.error(
            {"JE-C13", places_.of(row_, row_.cells[cell]),
             fmt::format("column '{}' can be {}", shown(name), base::quoted_list(list, "or")), names_.described(),
             fmt::format("write the one that is meant, or pass it over with --extra-columns '{}'", shown(name))});
    }

    // A name that is nearly that of a factor or fact which no column gives is a slip until somebody says that it is not.
    void check_slips() {
        for (const Unknown& one : unknown_) {
            const std::string meant = names_.in_words().nearly(one.name);
            if (!meant.empty() && names_.is_asked(meant) && !given_.contains(meant)) report_slip(one, meant);
            add_other(one.cell, one.name);
        }
    }

    void report_slip(const Unknown& one, const std::string& meant) {
        diagnostics_.error({"JE-C13", places_.of(row_, row_.cells[one.cell]),
                            fmt::format("column '{}' is not known to scheme '{}'", shown(one.name), scheme_.id().text()),
                            names_.described(),
                            fmt::format("write '{}', or pass it over with --extra-columns '{}'", meant, shown(one.name))});
    }

    void say_what_was_taken() {
        if (taken_.empty()) return;
        diagnostics_.note({"JE-C31",
                           places_.of(row_),
                           fmt::format("{} read by {}: {}", taken_.size() == 1 ? "a column is" : "columns are",
                                       taken_.size() == 1 ? "its heading" : "their headings", fmt::join(taken_, ", ")),
                           {},
                           "nothing, when that is what they are; else give them other names"});
    }

    void say_what_is_not_read() {
        if (unknown_.empty()) return;
        constexpr std::size_t most_named = 20;
        std::vector<std::string> list;
        for (const Unknown& one : unknown_) {
            if (list.size() < most_named) list.push_back(shown(one.name));
        }
        const std::size_t more = unknown_.size() - list.size();
        diagnostics_.note({"JE-C30",
                           places_.of(row_, row_.cells[unknown_.front().cell]),
                           fmt::format("{} {}{} not known to scheme '{}' and passed over",
                                       unknown_.size() == 1 ? "column" : "columns", base::quoted_list(list),
                                       more > 0               ? fmt::format(" and {} more are", more)
                                       : unknown_.size() == 1 ? std::string{" is"}
                                                              : std::string{" are"},
                                       scheme_.id().text()),
                           {},
                           "name them in --extra-columns when that is right; je score --keep-columns carries them into CSV"});
    }

    void check_id() {
        if (given_.contains("id")) return;
        diagnostics_.error({"JE-C15", places_.of(row_), "there is no column 'id'", names_.described(),
                            "name the column that holds each job's id 'id'"});
    }

    /// Whether a column answers a question of the factor, or states a fact that one of them asks.
    [[nodiscard]] bool is_answered(model::FactorIndex factor) const {
        const model::Tree* const tree = scheme_[factor].tree.get();
        if (tree == nullptr) return false;
        return std::any_of(columns_.answers.begin(), columns_.answers.end(),
                           [&](const CsvColumns::Answer& column) { return column.factor == factor; }) ||
               std::any_of(columns_.facts.begin(), columns_.facts.end(),
                           [&](const CsvColumns::Fact& column) { return tree->asks(column.fact); });
    }

    [[nodiscard]] bool is_derived(model::FactorIndex factor) const {
        const auto& all = scheme_.derivations();
        return std::any_of(all.begin(), all.end(), [&](const model::Derivation& derivation) {
            return derivation.factor == factor &&
                   std::any_of(columns_.facts.begin(), columns_.facts.end(), [&](const CsvColumns::Fact& column) {
                       return std::find(derivation.facts.begin(), derivation.facts.end(), column.fact) !=
                              derivation.facts.end();
                   });
        });
    }

    void warn_of_missing_factors() {
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < scheme_.factors().size(); ++i) {
            const model::FactorIndex factor{i};
            const bool given = std::any_of(columns_.levels.begin(), columns_.levels.end(),
                                           [&](const CsvColumns::Level& column) { return column.factor == factor; });
            if (!given && !is_derived(factor) && !is_answered(factor)) missing.push_back(scheme_[factor].id.text());
        }
        if (missing.empty()) return;
        diagnostics_.warning({"JE-C19", places_.of(row_),
                              fmt::format("no column gives {} {}: every job's level there counts as not known",
                                          missing.size() == 1 ? "factor" : "factors", base::quoted_list(missing)),
                              "a column for each factor of the scheme", "add the columns, or read the totals as ranges"});
    }

    const CsvRow& row_;
    const model::Scheme& scheme_;
    const CsvColumnNames& names_;
    CsvPlaces& places_;
    Diagnostics& diagnostics_;
    CsvColumns columns_;
    std::map<std::string, std::size_t, std::less<>> given_;  // the cell of each column that is read
    std::vector<Unknown> unknown_;
    std::vector<std::string> taken_;
    std::string scratch_;
};

}  // namespace

std::string answer_column_of(const model::Factor& factor, const model::Question& question) {
    return std::string{answer_column}.append(factor.id.text()).append(":").append(question.id.text());
}

bool says_answer(std::string_view heading) {
    return in_small_letters(trimmed(heading).substr(0, answer_column.size())) == answer_column;
}

CsvColumnNames::CsvColumnNames(const model::Scheme& scheme, const CsvOptions& options) : scheme_{&scheme}, headings_{scheme} {
    uses_.emplace("id", CsvIdColumn{});
    for (const std::string& name : options.extra_columns) uses_.emplace(name, CsvExtraColumn{});
    uses_.emplace("title", CsvTitleColumn{});
    for (std::size_t i = 0; i < scheme.factors().size(); ++i) {
        uses_.emplace(scheme.factors()[i].id.text(), model::FactorIndex{i});
    }
    for (std::size_t i = 0; i < scheme.facts().size(); ++i) {
        uses_.emplace("fact:" + scheme.facts()[i].id.text(), model::FactIndex{i});
    }
    for (const model::FactorIndex factor : scheme.factors_with_trees()) add_answers(factor);
    uses_.emplace("band_choice", CsvChoiceColumn{});
    uses_.emplace("band_choice_reason", CsvChoiceReasonColumn{});
    uses_.emplace("family", CsvFamilyColumn{});  // a factor of that id goes first
    uses_.emplace("holders", CsvHoldersColumn{});
    uses_.emplace("posts", CsvPostsColumn{});
}

void CsvColumnNames::add_answers(model::FactorIndex index) {
    const model::Factor& factor = (*scheme_)[index];
    for (model::QuestionIndex question{0}; question.value() < factor.tree->questions.size(); ++question) {
        const model::Question& one = (*factor.tree)[question];
        if (!one.fact) uses_.emplace(answer_column_of(factor, one), CsvAnswerColumn{index, question});
    }
}

const CsvColumnUse* CsvColumnNames::find(std::string_view name) const {
    const auto found = uses_.find(name);
    return found == uses_.end() ? nullptr : &found->second;
}

bool CsvColumnNames::is_id(std::string_view name) const {
    return name == "id" || headings_.named_by(name).contains("id") || CsvHeadings::in_place_of(name) == "id";
}

bool CsvColumnNames::is_asked(std::string_view name) const {
    const auto asked = [&](std::string_view column) {
        const CsvColumnUse* use = find(column);
        return use != nullptr &&
               (std::holds_alternative<model::FactorIndex>(*use) || std::holds_alternative<model::FactIndex>(*use) ||
                std::holds_alternative<CsvAnswerColumn>(*use));
    };
    const auto& columns = headings_.named_by(name);
    return asked(name) || std::any_of(columns.begin(), columns.end(), asked);
}

std::string CsvColumnNames::described() const {
    std::vector<std::string> factors;
    for (const model::Factor& factor : scheme_->factors()) factors.push_back(factor.id.text());
    std::vector<std::string> facts;
    for (const model::FactDefinition& fact : scheme_->facts()) facts.push_back("fact:" + fact.id.text());
    std::string all = "columns 'id', 'title' if wanted, and the factors " + base::quoted_list(factors);
    if (!facts.empty()) all += "; for facts " + base::quoted_list(facts);
    if (!scheme_->factors_with_trees().empty()) all += "; for answers to questions 'answer:FACTOR:QUESTION'";
    return all;
}

std::optional<CsvColumns> read_columns(const CsvRow& row, const model::Scheme& scheme, const CsvColumnNames& names, bool keep,
                                       CsvPlaces& places, Diagnostics& diagnostics) {
    return ColumnReader{row, scheme, names, places, diagnostics}.read(keep);
}

namespace {

constexpr std::size_t longest_packed = 8;

template <class Word>
std::uint64_t load(const char* p) {
    Word word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// Distinct for distinct codes of one length, two to eight bytes.
std::uint64_t pack(std::string_view code) {
    const char* const first = code.data();
    const char* const last = first + code.size();
    if (code.size() >= 4) return load<std::uint32_t>(first) | load<std::uint32_t>(last - 4) << 32U;
    return load<std::uint16_t>(first) | load<std::uint16_t>(last - 2) << 16U;
}

}  // namespace

CsvLevels::CsvLevels(const model::Factor& factor) : factor_{&factor}, slots_(std::bit_ceil(2 * factor.levels.size() + 2)) {
    std::uint32_t number = 0;
    for (const model::Level& level : factor.levels) insert(level.id.text(), ++number);
}

std::size_t CsvLevels::home_of(std::uint64_t packed) const {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio: spreads neighbours
    return static_cast<std::size_t>((packed * odd) >> 32U) & (slots_.size() - 1);
}

void CsvLevels::insert(std::string_view code, std::uint32_t level) {
    if (code.empty() || code.size() > longest_packed) return;
    if (code.size() == 1) {
        level_of_byte_[static_cast<unsigned char>(code[0])] = level;
        return;
    }
    const std::uint64_t packed = pack(code);
    std::size_t at = home_of(packed);
    while (slots_[at].level != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {packed, static_cast<std::uint32_t>(code.size()), level};
}

std::uint32_t CsvLevels::find_longer(std::string_view code) const {
    if (code.empty()) return 0;
    if (code.size() > longest_packed) {
        const auto level = factor_->find_level(code);
        return level ? static_cast<std::uint32_t>(level->value() + 1) : 0;
    }
    const std::uint64_t packed = pack(code);
    for (std::size_t at = home_of(packed); slots_[at].level != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].packed == packed && slots_[at].length == code.size()) return slots_[at].level;
    }
    return 0;
}

}  // namespace je::io
