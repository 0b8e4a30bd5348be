// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/job.hpp"

namespace je::io {

struct CsvOptions {
    std::vector<std::string> extra_columns;  // passed over
    std::uint64_t max_jobs = Limits{}.max_jobs;
    bool keep_columns = false;  // what is not read goes into CsvJob::others
};

/// One row of a CSV of jobs.
struct CsvJob {
    std::string id;
    std::string title;
    std::optional<std::string> family{};
    model::Answers answers;
    std::vector<model::Post> posts;   // one that stands for all, where a column tells of posts or holders
    std::vector<std::string> others;  // with keep_columns: the cells under CsvJobReader::others()
    bool valid = false;               // false: the row had errors, which are in the diagnostics
    std::uint32_t line = 0;           // where the row begins
};

/// Reads jobs from CSV, row by row, as docs/files.md says. `scheme` and the text must outlive the reader's use.
///
///     CsvJobReader reader{text, scheme, options, diagnostics};
///     CsvJob job;
///     while (reader.next(job, diagnostics)) { if (job.valid) ... }
///
/// A bad row is reported, cell by cell, and the next row is read as usual. The quick path neither allocates nor copies
/// per cell.
class CsvJobReader {
public:
    CsvJobReader(base::SourceTextPtr text, const model::Scheme& scheme, const CsvOptions& options,
                 base::Diagnostics& diagnostics);
    ~CsvJobReader();
    CsvJobReader(CsvJobReader&&) noexcept;
    CsvJobReader& operator=(CsvJobReader&&) noexcept;

    /// False when the first row cannot be used; why is in the diagnostics. `next` then gives nothing.
    [[nodiscard]] bool usable() const;
    /// The separator found: ',', ';' or tab.
    [[nodiscard]] char separator() const;
    /// Whether a column gives families.
    [[nodiscard]] bool has_families() const;
    /// The names of the columns that are not read, in their order.
    [[nodiscard]] const std::vector<std::string>& others() const;
    /// Reads the next row into `job`; false at the end. Rows with nothing in them, and a last one of totals, are passed over;
    /// what was taken for what is said at the end.
    [[nodiscard]] bool next(CsvJob& job, base::Diagnostics& diagnostics);
    /// Where a factor's cell of the row last read lies (for messages about its level).
    [[nodiscard]] base::SourcePosition position_of(model::FactorIndex factor) const;
    [[nodiscard]] base::SourcePosition position_of_id() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace je::io
