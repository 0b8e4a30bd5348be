// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/csv_headings.hpp"
#include "io/csv_levels.hpp"
#include "io/csv_loose.hpp"
#include "io/csv_places.hpp"
#include "io/csv_scan.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/csv_jobs.hpp"
#include "je/model/scheme.hpp"

namespace je::io {

struct CsvIdColumn {};
struct CsvTitleColumn {};
struct CsvHoldersColumn {};
struct CsvPostsColumn {};
struct CsvExtraColumn {};
/// What a column holds.
using CsvColumnUse = std::variant<CsvIdColumn, CsvTitleColumn, CsvHoldersColumn, CsvPostsColumn, CsvExtraColumn,
                                  model::FactorIndex, model::FactIndex>;

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
    std::size_t count = 0;
    std::size_t needed = 0;  // cells a row must have: up to the last that is read
    std::size_t id = 0;
    std::optional<std::size_t> title;
    std::optional<std::size_t> holders;
    std::optional<std::size_t> posts;
    std::vector<Level> levels;
    std::vector<Fact> facts;
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
