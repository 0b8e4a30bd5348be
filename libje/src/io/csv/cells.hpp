// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/csv/loose.hpp"
#include "io/csv/scan.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"

namespace je::io {

/// What was taken for what in the cells of a file: the first of each kind is remembered with its place, all are counted.
class CsvAssumed {
public:
    /// A cell that says `read` in another way. `of`: "factor 'knowledge'", "column 'holders'".
    void add(Loosely how, std::string_view cell, std::string_view read, std::string_view of, const CsvRow& row,
             const CsvCell& at, CsvPlaces& places);
    /// A cell of a column without a name that has something in it.
    void add_nameless(const CsvRow& row, const CsvCell& at, CsvPlaces& places);
    /// Says each kind once.
    void say(base::Diagnostics& diagnostics);

private:
    struct Kind {
        std::uint64_t cells = 0;
        std::string first;
        base::SourcePosition at;
    };
    std::array<Kind, 4> kinds_;
    Kind nameless_;
};

/// What is said about the cells of one row. Once so many errors were met that no more are kept, each is only counted.
class CsvCellReport {
public:
    CsvCellReport(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics)
        : row_{row}, places_{places}, diagnostics_{diagnostics} {}

    void wrong_count(std::size_t expected);
    void no_id(const CsvCell& cell);
    void bad_id(const CsvCell& cell, std::string_view id);
    void bad_level(const CsvCell& cell, std::string_view code, const model::Factor& factor);
    void bad_option(const CsvCell& cell, const model::OptionWords& words);
    void bad_fact(const CsvCell& cell, std::string_view text, const model::FactDefinition& fact);
    void bad_answer(const CsvCell& cell, std::string_view text, const model::Factor& factor, const model::Question& question);
    void bad_count(const CsvCell& cell, std::string_view text, std::string_view column);
    void bad_family(const CsvCell& cell, std::string_view family);
    void too_many_jobs(std::uint64_t limit);

private:
    void too_few_cells(std::size_t expected);
    void text_alone(std::size_t expected);
    void too_many_cells(std::size_t expected);

    const CsvRow& row_;
    CsvPlaces& places_;
    base::Diagnostics& diagnostics_;
};

/// Whether a text without blanks at its ends can be a job's id: one line, no tabs.
[[nodiscard]] bool is_usable_id(std::string_view id);

}  // namespace je::io
