// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/csv/columns.hpp"
#include "io/csv/scan.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// Which rows of a sheet are jobs: all below the headings, but for those that are blank, hold nothing in the columns that are
/// read, or are the headings again, totals or a footnote at the end.
class CsvJobRows {
public:
    /// `scanner` stands below `headings`; `columns` must outlive this.
    CsvJobRows(const CsvScanner& scanner, const CsvRow& headings, const CsvColumns& columns);

    /// The next row that is a job; false at the end. Says which row is passed over as totals (JE-C33) or as a footnote
    /// (JE-C40).
    [[nodiscard]] bool next(CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics);
    /// At the end: which rows were passed over since all in them stands beside what is read (JE-C35), or since they are the
    /// headings again (JE-C39).
    void tell_of_passed(base::Diagnostics& diagnostics) const;

private:
    struct Passed {
        std::size_t rows = 0;
        base::SourcePosition first;

        void add(const CsvRow& row, CsvPlaces& places) {
            if (rows++ == 0) first = places.of(row);
        }
    };

    [[nodiscard]] bool is_passed_over(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics);
    [[nodiscard]] bool is_headings_again(const CsvRow& row) const;
    [[nodiscard]] bool is_footnote(const CsvRow& row) const;
    [[nodiscard]] bool is_beside_the_jobs(const CsvRow& row) const;
    [[nodiscard]] bool is_totals_row(const CsvRow& row) const;
    /// Whether nothing but rows of one kind follow, blank ones apart, and fewer of them than `most`.
    template <class IsSuch>
    [[nodiscard]] bool ends_with_fewer_than(int most, IsSuch is_such) const;

    CsvScanner scanner_;
    const CsvColumns* columns_;
    std::vector<std::string> headings_;  // in small letters
    Passed beside_;
    Passed again_;
};

/// Warns of a row that is read as a job and may be none: called like totals or a footnote, or an id and nothing else (JE-C36).
void warn_of_doubtful_row(const CsvRow& row, const CsvColumns& columns, CsvPlaces& places, base::Diagnostics& diagnostics);

}  // namespace je::io
