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

#include "io/csv_levels.hpp"
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
using CsvColumnUse = std::variant<CsvIdColumn, CsvTitleColumn, CsvHoldersColumn, CsvPostsColumn, CsvExtraColumn, model::FactorIndex,
                                  model::FactIndex>;

/// The names a column may have under a scheme, and what each stands for. A name among the extra columns is passed over even
/// where the scheme knows it; `id` is always the id.
class CsvColumnNames {
public:
    CsvColumnNames(const model::Scheme& scheme, const CsvOptions& options);

    /// Null: no such column.
    [[nodiscard]] const CsvColumnUse* find(std::string_view name) const;
    /// The name in this list that an unknown one was probably meant to be.
    [[nodiscard]] std::optional<std::string> meant_by(std::string_view name) const;
    /// "columns 'id', 'title', the factors 'a' and 'b' ..."
    [[nodiscard]] std::string described() const;

private:
    const model::Scheme* scheme_;
    std::map<std::string, CsvColumnUse, std::less<>> uses_;
};

/// Which cell of a row holds what.
struct CsvColumns {
    struct Level {
        std::size_t cell;
        model::FactorIndex factor;
        CsvLevels codes;
    };
    struct Fact {
        std::size_t cell;
        model::FactIndex fact;
    };
    std::size_t count = 0;
    std::size_t id = 0;
    std::optional<std::size_t> title;
    std::optional<std::size_t> holders;
    std::optional<std::size_t> posts;
    std::vector<Level> levels;
    std::vector<Fact> facts;
};

/// Reads the row of column names. Reports every mistake in it, and - as a warning - the factors that no column gives; nothing
/// when there was a mistake.
[[nodiscard]] std::optional<CsvColumns> read_columns(const CsvRow& row, const model::Scheme& scheme,
                                                     const CsvColumnNames& names, CsvPlaces& places,
                                                     base::Diagnostics& diagnostics);

}  // namespace je::io
