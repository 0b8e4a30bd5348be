// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "io/csv/loose.hpp"
#include "je/base/text.hpp"
#include "model/scheme/facts.hpp"

namespace je::io {

namespace {

std::string_view rule_of(Loosely how) {
    switch (how) {
        case Loosely::blanks:
            return "blanks around a value are passed over";
        case Loosely::number:
            return "a number stands for the value that equals it";
        case Loosely::word:
            return "the word 'level' before a level is passed over";
        case Loosely::capitals:
            return "capitals and small letters are not told apart";
    }
    return {};
}

}  // namespace

void CsvAssumed::add(Loosely how, std::string_view cell, std::string_view read, std::string_view of, const CsvRow& row,
                     const CsvCell& at, CsvPlaces& places) {
    Kind& kind = kinds_[static_cast<std::size_t>(how)];
    if (kind.cells++ > 0) return;
    kind.first = fmt::format("'{}' is read as '{}' of {}", shown(cell), shown(read), of);
    kind.at = places.of(row, at);
}

void CsvAssumed::add_nameless(const CsvRow& row, const CsvCell& at, CsvPlaces& places) {
    if (nameless_.cells++ == 0) nameless_.at = places.of(row, at);
}

void CsvAssumed::say(base::Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].cells == 0) continue;
        const std::string more =
            kinds_[i].cells == 1 ? "" : fmt::format(" ({} in this way)", base::counted(kinds_[i].cells, "cell", "cells"));
        diagnostics.note({"JE-C32",
                          kinds_[i].at,
                          fmt::format("{}: {}{}", kinds_[i].first, rule_of(static_cast<Loosely>(i)), more),
                          {},
                          "nothing, when that is what is meant; else write the value as the scheme has it"});
    }
    if (nameless_.cells > 0)
        diagnostics.warning({"JE-C16", nameless_.at,
                             fmt::format("what stands in columns without a name is not read: {}",
                                         base::counted(nameless_.cells, "cell", "cells")),
                             "a name in the row of headings for each column that is used",
                             "name the column, with any name if it is not to be read"});
    *this = {};
}

namespace {

std::vector<std::string> codes_of(const model::Factor& factor) {
    std::vector<std::string> codes;
    for (const model::Level& level : factor.levels) codes.push_back(level.id.text());
    return codes;
}

constexpr std::string_view if_not_known =
    "leave the cell empty if it is not known, which counts as not known and never as zero";

std::string fix_of_level(std::string_view code, const model::Factor& factor, const std::vector<std::string>& codes) {
    constexpr std::size_t longest_compared = 200;  // comparing spellings takes the product of the lengths
    const std::string otherwise =
        "; if the level is not known, move what stands here to another column and leave the cell empty";
    if (code.size() > longest_compared) return "write one of these levels" + otherwise;
    if (model::is_range_of_levels(factor, code))
        return "state the one level that holds: a range of levels belongs in a profile" + otherwise;
    const auto possible = loose_levels(code, factor);
    if (possible.size() > 1) {
        std::vector<std::string> both;
        for (const LooseLevel& one : possible) both.push_back(codes[one.level]);
        return fmt::format("write the one that is meant: it can be {}", base::quoted_list(both, "or")) + otherwise;
    }
    if (says_not_known(code)) return std::string{if_not_known};
    if (looks_like_a_date(code))
        return "a spreadsheet has turned the level into a date: format the column as text and write it again";
    return "write one of these levels" + otherwise;
}

std::string expected_number(const model::FactDefinition& fact) {
    if (!fact.min && !fact.max && !fact.whole)
        return fmt::format("a number such as 3 or 2.5, 0 or more and at most {}, or an empty cell", base::WideDecimal::largest);
    const auto least = fact.min.value_or(base::WideDecimal{}).to_string();
    return fmt::format(
        "a {} {}, or an empty cell", fact.whole ? "whole number" : "number",
        fact.max ? fmt::format("from {} to {}", least, fact.max->to_string()) : fmt::format("of {} or more", least));
}

std::string expected_value(const model::FactDefinition& fact) {
    switch (fact.kind) {
        case model::FactKindOf::number:
            return expected_number(fact);
        case model::FactKindOf::choice:
            return base::quoted_list(fact.choices, "or") + ", or an empty cell";
        case model::FactKindOf::several:
            return fmt::format("{} with ';' between them, '-' for none, or an empty cell",
                               base::quoted_list(fact.choices, "and"));
        case model::FactKindOf::yes_no:
            break;
    }
    return "'yes' or 'no', or an empty cell";
}

}  // namespace

bool is_usable_id(std::string_view id) {
    return std::none_of(id.begin(), id.end(), [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
}

void CsvCellReport::wrong_count(std::size_t expected) {
    if (row_.cell_count < expected) return too_few_cells(expected);
    too_many_cells(expected);
}

void CsvCellReport::too_few_cells(std::size_t expected) {
    if (diagnostics_.only_counts_error()) return;
    if (row_.cell_count == 1) return text_alone(expected);
    diagnostics_.error({"JE-C21", places_.of(row_),
                        fmt::format("the row has {}, the first row names {}", base::counted(row_.cell_count, "cell", "cells"),
                                    base::counted(expected, "column", "columns")),
                        fmt::format("{} in every row, empty ones included", base::counted(expected, "cell", "cells")),
                        "add what is missing; an empty cell needs its separator too"});
}

// Often no job: a heading within the table, a footnote.
void CsvCellReport::text_alone(std::size_t expected) {
    diagnostics_.error(
        {"JE-C21", places_.of(row_),
         fmt::format("the row '{}' has 1 cell, the first row names {}; it may be no job: it holds nothing else",
                     shown(trimmed(row_.cells[0].text())), base::counted(expected, "column", "columns")),
         "one job a row, with its title and levels; each cell but the first has a separator before it, an empty one too",
         "if it is a job, add what is missing; else move the text to a column that is not read, such as 'remarks': rows that "
         "hold "
         "nothing else are passed over"});
}

void CsvCellReport::too_many_cells(std::size_t expected) {
    if (diagnostics_.only_counts_error()) return;
    const char* const first = row_.cells[expected].begin;
    const auto length = static_cast<std::size_t>(std::max<std::ptrdiff_t>(row_.end - first, 0));
    diagnostics_.error(
        {"JE-C22", places_.of(row_, first, length),
         fmt::format("the row has {}, the first row names {}", base::counted(row_.cell_count, "cell", "cells"),
                     base::counted(expected, "column", "columns")),
         fmt::format("{} in every row", base::counted(expected, "cell", "cells")),
         "put a cell that holds the separator in quotes; what belongs to no column can have one, with a name in the row of "
         "headings"});
}

void CsvCellReport::no_id(const CsvCell& cell) {
    if (diagnostics_.only_counts_error()) return;
    diagnostics_.error({"JE-C23", places_.of(row_, cell), "the job has no id", "an id in column 'id'",
                        "give the job an id that no other job has"});
}

void CsvCellReport::bad_id(const CsvCell& cell, std::string_view id) {
    if (diagnostics_.only_counts_error()) return;
    diagnostics_.error({"JE-C24", places_.of(row_, cell),
                        fmt::format("the id '{}' has a tab or a line end within it", shown(id)), "an id on one line",
                        "write a blank in place of each"});
}

void CsvCellReport::bad_level(const CsvCell& cell, std::string_view code, const model::Factor& factor) {
    if (diagnostics_.only_counts_error()) return;
    const auto codes = codes_of(factor);
    diagnostics_.error(
        {"JE-C25", places_.of(row_, cell), fmt::format("'{}' is not a level of factor '{}'", shown(code), factor.id.text()),
         base::quoted_list(codes, "or") + ", or an empty cell when the level is not known", fix_of_level(code, factor, codes)});
}

void CsvCellReport::bad_option(const CsvCell& cell, const model::OptionWords& words) {
    if (diagnostics_.only_counts_error()) return;
    diagnostics_.error({std::string{words.id}, places_.of(row_, cell), words.message, words.expected, words.fix});
}

void CsvCellReport::bad_fact(const CsvCell& cell, std::string_view text, const model::FactDefinition& fact) {
    if (diagnostics_.only_counts_error()) return;
    const bool of_choices = fact.kind == model::FactKindOf::several && text.size() <= model::longest_loose;
    diagnostics_.error({"JE-C27", places_.of(row_, cell),
                        fmt::format("'{}' is not a value of fact '{}'", shown(text), fact.id.text()), expected_value(fact),
                        says_not_known(text) ? std::string{if_not_known}
                        : of_choices         ? model::fix_of(fact, trimmed(text))
                                             : "write such a value; if the fact is not known, move what stands here to another "
                                               "column and leave the cell empty"});
}

void CsvCellReport::bad_answer(const CsvCell& cell, std::string_view text, const model::Factor& factor,
                               const model::Question& question) {
    if (diagnostics_.only_counts_error()) return;
    std::vector<std::string> options;
    for (const model::TreeOption& option : question.options) options.push_back(option.id);
    const auto near = text.size() > model::longest_loose ? std::nullopt : base::nearest(trimmed(text), options);
    diagnostics_.error({"JE-C44", places_.of(row_, cell),
                        fmt::format("'{}' is not an answer to question '{}' of factor '{}'", shown(text), question.id.text(),
                                    factor.id.text()),
                        base::quoted_list(options, "or") + ", or an empty cell when the answer is not known",
                        says_not_known(text) ? std::string{"leave the cell empty if it is not known: the question is then open"}
                        : near               ? fmt::format("write '{}'", *near)
                                             : "write such an answer; if it is not known, move what stands here to another "
                                               "column and leave the cell empty"});
}

void CsvCellReport::bad_count(const CsvCell& cell, std::string_view text, std::string_view column) {
    if (diagnostics_.only_counts_error()) return;
    diagnostics_.error(
        {"JE-C29", places_.of(row_, cell), fmt::format("'{}' in column '{}' is not a whole number", shown(text), column),
         fmt::format("how many {} the job has, or an empty cell when that is not known", column),
         "write a whole number such as 1 or 12; if it is not known, move what stands here to another column and leave the cell "
         "empty"});
}

void CsvCellReport::bad_family(const CsvCell& cell, std::string_view family) {
    if (diagnostics_.only_counts_error()) return;
    diagnostics_.error(
        {"JE-C41", places_.of(row_, cell), fmt::format("the family '{}' is not a code", shown(family)),
         "a code of 1 to 64 letters, digits and - _ . / + & ' ( ) with single blanks between them, or an empty cell",
         "write the family in a word or two, the same in each of its jobs; or pass the column over with "
         "--extra-columns family"});
}

void CsvCellReport::too_many_jobs(std::uint64_t limit) {
    const std::string jobs = base::counted(limit, "job", "jobs");
    diagnostics_.error({"JE-C28", places_.of(row_),
                        fmt::format("there {} more than {}; those from here on are not read", limit == 1 ? "is" : "are", jobs),
                        fmt::format("at most {}", jobs), "split the file, or allow more jobs with --max-jobs"});
}

}  // namespace je::io
