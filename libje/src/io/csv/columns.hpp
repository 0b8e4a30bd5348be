// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/csv/csv_jobs.hpp"
#include "io/csv/loose.hpp"
#include "io/csv/scan.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"

namespace je::io {

/// Finds a factor's levels by their codes, quickly for codes of at most eight bytes. The factor must outlive it.
class CsvLevels {
public:
    explicit CsvLevels(const model::Factor& factor);

    /// The level's place counted from one; zero when the factor has no such level. (An optional would be copied about in
    /// memory, which takes longer than finding the level.)
    [[nodiscard]] std::uint32_t find(std::string_view code) const {
        return code.size() == 1 ? level_of_byte_[static_cast<unsigned char>(code[0])] : find_longer(code);
    }
    [[nodiscard]] const model::Factor& factor() const { return *factor_; }

private:
    struct Slot {
        std::uint64_t packed = 0;
        std::uint32_t length = 0;
        std::uint32_t level = 0;  // counted from one; zero: nothing here
    };
    [[nodiscard]] std::uint32_t find_longer(std::string_view code) const;
    [[nodiscard]] std::size_t home_of(std::uint64_t packed) const;
    void insert(std::string_view code, std::uint32_t level);

    const model::Factor* factor_;
    std::array<std::uint32_t, 256> level_of_byte_{};  // for codes of one byte, as `find` gives them
    std::vector<Slot> slots_;                         // a power of two, at most half full
};

/// Headings in people's words: a factor's or a fact's name as well as its id, in any capitals, with hyphens, line breaks or
/// blanks between the words, with a number or "factor" in front or "level" behind; "Job ID", "Job title"; a name with words
/// shortened.
class CsvHeadings {
public:
    explicit CsvHeadings(const model::Scheme& scheme);

    /// The columns, by their plain names, that a heading can mean; one when it is clear.
    [[nodiscard]] const std::set<std::string>& named_by(std::string_view heading) const;
    /// The same by words that stand for longer ones, in their order, two at least: "Resp. Finance".
    [[nodiscard]] std::set<std::string> shortened_by(std::string_view heading) const;
    /// "id" for "Job number", and "title" for "Post title": only where no other column is it.
    [[nodiscard]] static std::string_view in_place_of(std::string_view heading);
    /// The plain name of the column whose name is spelt nearly so, or of the fact that has this id; empty when there is none.
    [[nodiscard]] std::string nearly(std::string_view heading) const;

private:
    void add(std::string_view name, const std::string& column);

    std::map<std::string, std::set<std::string>, std::less<>> columns_;    // by name in small letters
    std::map<std::string, std::set<std::string>, std::less<>> answers_;    // the same, of answers to questions
    std::vector<std::pair<std::vector<std::string>, std::string>> words_;  // of factors
    std::map<std::string, std::string> bare_facts_;                        // by id alone, which could be any column's name
};

struct CsvIdColumn {};
struct CsvTitleColumn {};
struct CsvFamilyColumn {};
struct CsvChoiceColumn {};
struct CsvChoiceReasonColumn {};
struct CsvHoldersColumn {};
struct CsvPostsColumn {};
struct CsvExtraColumn {};
struct CsvAnswerColumn {
    model::FactorIndex factor;
    model::QuestionIndex question;
};
/// What a column holds.
using CsvColumnUse =
    std::variant<CsvIdColumn, CsvTitleColumn, CsvFamilyColumn, CsvChoiceColumn, CsvChoiceReasonColumn, CsvHoldersColumn,
                 CsvPostsColumn, CsvExtraColumn, CsvAnswerColumn, model::FactorIndex, model::FactIndex>;
/// What the name of a column begins with that holds the answers to a question: "answer:contact:how-often".
inline constexpr std::string_view answer_column = "answer:";
[[nodiscard]] std::string answer_column_of(const model::Factor& factor, const model::Question& question);
/// Whether a heading says that its column holds answers, whether or not there is such a question.
[[nodiscard]] bool says_answer(std::string_view heading);

/// The names a column may have under a scheme, and what each stands for. A name among the extra columns is passed over even
/// where the scheme knows it; `id` is always the id.
class CsvColumnNames {
public:
    CsvColumnNames(const model::Scheme& scheme, const CsvOptions& options);

    /// Null: no such column.
    [[nodiscard]] const CsvColumnUse* find(std::string_view name) const;
    [[nodiscard]] const CsvHeadings& in_words() const { return headings_; }
    /// Whether a heading is one of these names, or one of them in words.
    [[nodiscard]] bool knows(std::string_view name) const { return find(name) != nullptr || !headings_.named_by(name).empty(); }
    /// Whether it names the id, or a factor or fact.
    [[nodiscard]] bool is_id(std::string_view name) const;
    [[nodiscard]] bool is_asked(std::string_view name) const;
    /// "columns 'id', 'title', the factors 'a' and 'b' ..."
    [[nodiscard]] std::string described() const;

private:
    void add_answers(model::FactorIndex index);

    const model::Scheme* scheme_;
    CsvHeadings headings_;
    std::map<std::string, CsvColumnUse, std::less<>> uses_;
};

/// Which cell of a row holds what.
struct CsvColumns {
    struct Level {
        std::size_t cell;
        model::FactorIndex factor;
        CsvLevels codes;
        LooseForms forms;
    };
    struct Fact {
        std::size_t cell;
        model::FactIndex fact;
        LooseForms forms;  // of its choices
    };
    struct Answer {
        std::size_t cell;
        model::FactorIndex factor;
        model::QuestionIndex question;
        LooseForms forms;  // of its options
    };
    std::size_t count = 0;
    std::size_t needed = 0;  // cells a row must have: up to the last that is read
    std::size_t id = 0;
    std::optional<std::size_t> title;
    std::optional<std::size_t> family;
    std::optional<std::size_t> choice;  // of a band, where bands overlap
    std::optional<std::size_t> choice_reason;
    std::optional<std::size_t> holders;
    std::optional<std::size_t> posts;
    std::vector<Level> levels;
    std::vector<Fact> facts;
    std::vector<Answer> answers;
    std::vector<std::size_t> nameless;  // columns without a name
    std::vector<std::size_t> others;    // columns that are not read, those of `extra_columns` too
    std::vector<std::string> other_names;
};

/// Reads the row of column names. Reports every mistake in it, as a warning the factors that no column gives, and as notes what
/// was taken for what and what is not read (unless `keep`); nothing when there was a mistake.
[[nodiscard]] std::optional<CsvColumns> read_columns(const CsvRow& row, const model::Scheme& scheme,
                                                     const CsvColumnNames& names, bool keep, CsvPlaces& places,
                                                     base::Diagnostics& diagnostics);

}  // namespace je::io
