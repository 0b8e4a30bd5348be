// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/shown_tree.hpp"

namespace je::report {

/// The points table that one factor's levels or one matrix expands to.
struct ShownUnit {
    struct Entry {
        std::string level;
        std::string column;                   // of a matrix; empty for a factor
        std::optional<base::Decimal> points;  // nothing: the matrix does not allow the pair
        bool unlikely = false;
        std::string summary;
        std::optional<base::Decimal> percent{};  // in place of points
    };
    /// One side of a matrix, a factor without points of its own.
    struct Side {
        std::string id;
        std::string name;
        std::vector<std::pair<std::string, std::string>> levels;  // id and summary
    };
    std::string id;
    std::string name;
    std::string group;
    std::string group_short;  // empty: the scheme states none
    std::string rule;         // "stated", "arithmetic from 10, weight 20, rounded half-up to 1", "matrix"
    std::string source;
    bool is_matrix = false;
    std::vector<std::string> columns{};  // level ids of a matrix's columns
    std::vector<Side> sides{};           // of a matrix: its rows, then its columns
    std::vector<Entry> entries{};
    base::Decimal smallest{};  // of all points that it can have
    base::Decimal largest{};
    std::string of{};  // id of the unit that its points are a percentage of; empty: they are its own
    std::optional<base::Decimal> printed_weight{};  // beside points
    std::optional<base::Decimal> weight{};          // by the points; nothing where no unit has points
};

struct ShownBand {
    std::string id;
    std::string name;
    base::Decimal floor{};
    std::optional<base::Decimal> max;        // stated
    std::optional<base::Decimal> below;      // floor of the next band
    std::optional<std::uint64_t> reachable;  // how many totals fall into it; nothing when too many to count one by one
};

/// How many combinations of levels and facts a rule gives a band.
struct ShownDecided {
    std::string rule;
    std::string band;
    std::uint64_t combinations = 0;
};

struct ShownBandTable {
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    std::string source;
    bool overlaps = false;  // a total may be in several
    std::vector<ShownBand> bands;
    Table table;  // for people
    // Where rules give bands:
    std::optional<std::uint64_t> combinations{};  // that a job can have
    std::vector<ShownDecided> by{};               // by the rules' ids
};

/// A scheme with every figure written out.
struct ShownScheme {
    SchemeInfo info;
    base::Decimal smallest_total{};
    base::Decimal largest_total{};
    std::vector<ShownUnit> units;
    struct Series {
        std::string id;
        std::vector<base::Decimal> values;
    };
    std::vector<Series> series{};  // that points are rounded to
    std::vector<ShownBandTable> band_tables;
};
[[nodiscard]] ShownScheme show_scheme(const model::Scheme& scheme, SchemeInfo info);
/// Band tables alone, held against a scheme.
[[nodiscard]] std::vector<ShownBandTable> show_bands(const model::Scheme& scheme, std::span<const model::BandTable> tables);

/// One file that was checked.
struct CheckedFile {
    std::string name;
    std::string kind;  // scheme | bands | job | jobs | worked examples | panel | appeal | holidays | unknown
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::string proved;  // what holds of it, when it has no errors
};

/// "16 factors, 898 reachable totals from 86 to 1000, each in exactly one band": what `je check` has proved of a scheme without
/// errors.
[[nodiscard]] std::string proved_of(const model::Scheme& scheme, std::span<const model::BandTable> tables);

/// The result of `je check`: `je-check/1`.
struct CheckResult {
    std::vector<CheckedFile> files;
    base::Diagnostics diagnostics;
    std::vector<ShownScheme> shown;
    std::optional<std::vector<ShownTree>> trees{};  // of factors with questions; nothing: not asked for
    std::vector<SchemeInfo> schemes;                // that files were held against, and that did not come with je as they are
    std::vector<InputFile> inputs;
    ToolInfo tool;
};

/// What was proved of the sound files, and the figures of schemes shown. Diagnostics are laid out by render/diagnostics.
[[nodiscard]] Document check_document(const CheckResult& result);
/// Figures of shown schemes as one long table: scheme, unit, level, column, points, rule.
[[nodiscard]] Table shown_table(const CheckResult& result);
/// Everything said, as a table: file, line, column, severity, id, message, expected, fix.
[[nodiscard]] Table said_table(const CheckResult& result);

Description describe(Of<base::Diagnostic>);
Description describe(Of<CheckResult>);

}  // namespace je::report
