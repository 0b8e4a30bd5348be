// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/csv_jobs.hpp"

#include <algorithm>
#include <utility>

#include "io/csv_cells.hpp"
#include "io/csv_columns.hpp"
#include "io/csv_form.hpp"
#include "io/csv_places.hpp"
#include "io/csv_scan.hpp"
#include "io/csv_separator.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

// Only a row whose characters are fine may be shown in what is said about its quotes.
bool check_form(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    return check_characters(row, places, diagnostics) && check_quotes(row, places, diagnostics);
}

void warn_of_no_jobs(const CsvRow& header, CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.warning({.id = "JE-C20",
                         .at = places.of(header),
                         .message = "the file has no jobs, only a row of column names",
                         .expected = "one job a row below the first",
                         .fix = "add the jobs, or leave the file out"});
}

}  // namespace

struct CsvJobReader::State {
    State(base::SourceTextPtr source, const model::Scheme& scheme_, const CsvOptions& options)
        : scheme{&scheme_}, max_jobs{options.max_jobs}, places{std::move(source)} {}

    bool start(const CsvOptions& options, base::Diagnostics& diagnostics);
    bool next_row(base::Diagnostics& diagnostics);
    void read_row(CsvJob& job, base::Diagnostics& diagnostics);
    [[nodiscard]] bool read_id(CsvJob& job, CsvCellReport& report);
    [[nodiscard]] bool read_levels(CsvJob& job, CsvCellReport& report);
    [[nodiscard]] bool read_facts(CsvJob& job, CsvCellReport& report);
    [[nodiscard]] bool read_posts(CsvJob& job, CsvCellReport& report);
    [[nodiscard]] bool read_count(std::optional<std::size_t> column, std::string_view name, std::optional<std::uint64_t>& count,
                                  CsvCellReport& report);
    void clear(CsvJob& job) const;
    [[nodiscard]] base::SourcePosition place_of(std::size_t cell);

    const model::Scheme* scheme;
    std::uint64_t max_jobs;
    std::uint64_t jobs = 0;
    CsvPlaces places;
    char separator = ',';
    bool usable = false;
    std::optional<CsvScanner> scanner;  // set when the first row can be used
    CsvColumns columns;
    CsvRow row;
    std::string scratch;  // a cell whose doubled quotes were undone
};

// Reads the first row. Characters are looked at before all else: a file in another encoding is best told so.
bool CsvJobReader::State::start(const CsvOptions& options, base::Diagnostics& diagnostics) {
    const auto mark = check_start(places.source(), diagnostics);
    if (!mark) return false;
    const std::string_view text = std::string_view{places.source()->text}.substr(*mark);
    CsvScanner any{text, separator};
    if (!any.next(row) || !check_characters(row, places, diagnostics)) return false;
    const CsvColumnNames names{*scheme, options};
    const auto found = find_separator(text, names, places, diagnostics);
    if (!found) return false;
    separator = *found;
    CsvScanner header{text, separator};
    if (!header.next(row) || !check_form(row, places, diagnostics)) return false;
    auto read = read_columns(row, *scheme, names, places, diagnostics);
    if (!read) return false;
    columns = *std::move(read);
    scanner = header;
    return true;
}

bool CsvJobReader::State::next_row(base::Diagnostics& diagnostics) {
    if (!scanner) return false;
    if (!scanner->next(row)) {
        if (jobs == 0) warn_of_no_jobs(row, places, diagnostics);
        scanner.reset();
        return false;
    }
    if (jobs == max_jobs) {
        CsvCellReport{row, places, diagnostics}.too_many_jobs(max_jobs);
        scanner.reset();
        return false;
    }
    ++jobs;
    return true;
}

void CsvJobReader::State::clear(CsvJob& job) const {
    job.id.clear();
    job.title.clear();
    job.answers.levels.assign(scheme->factors().size(), std::nullopt);
    job.answers.facts.assign(scheme->facts().size(), std::nullopt);
    job.posts.clear();
    job.valid = false;
    job.line = row.line;
}

void CsvJobReader::State::read_row(CsvJob& job, base::Diagnostics& diagnostics) {
    if (!check_form(row, places, diagnostics)) return;
    CsvCellReport report{row, places, diagnostics};
    if (row.cell_count != columns.count) return report.wrong_count(columns.count);
    const bool id_fine = read_id(job, report);
    const bool levels_fine = read_levels(job, report);
    const bool facts_fine = read_facts(job, report);
    const bool posts_fine = read_posts(job, report);
    if (columns.title) job.title = value_of(row.cells[*columns.title], scratch);
    job.valid = id_fine && levels_fine && facts_fine && posts_fine;
}

bool CsvJobReader::State::read_id(CsvJob& job, CsvCellReport& report) {
    const CsvCell& cell = row.cells[columns.id];
    const std::string_view id = value_of(cell, scratch);
    if (id.empty()) {
        report.no_id(cell);
        return false;
    }
    if (!is_usable_id(id)) {
        report.bad_id(cell, id);
        return false;
    }
    job.id = id;
    return true;
}

bool CsvJobReader::State::read_levels(CsvJob& job, CsvCellReport& report) {
    bool fine = true;
    for (const CsvColumns::Level& column : columns.levels) {
        const CsvCell& cell = row.cells[column.cell];
        if (cell.empty()) continue;
        const std::string_view code = value_of(cell, scratch);
        if (const std::uint32_t number = column.codes.find(code); number > 0) {
            job.answers.levels[column.factor.value()].emplace(number - 1);
        } else {
            report.bad_level(cell, code, column.codes.factor());
            fine = false;
        }
    }
    return fine;
}

bool CsvJobReader::State::read_facts(CsvJob& job, CsvCellReport& report) {
    bool fine = true;
    for (const CsvColumns::Fact& column : columns.facts) {
        const CsvCell& cell = row.cells[column.cell];
        if (cell.empty()) continue;
        const model::FactDefinition& fact = (*scheme)[column.fact];
        const std::string_view text = value_of(cell, scratch);
        auto value = model::parse_fact(fact, text);
        if (!value) {
            report.bad_fact(cell, text, fact);
            fine = false;
        }
        job.answers.facts[column.fact.value()] = std::move(value);
    }
    return fine;
}

bool CsvJobReader::State::read_count(std::optional<std::size_t> column, std::string_view name,
                                     std::optional<std::uint64_t>& count, CsvCellReport& report) {
    constexpr std::uint64_t largest = 999'999'999;  // as in a questionnaire
    if (!column || row.cells[*column].empty()) return true;
    const CsvCell& cell = row.cells[*column];
    const std::string_view text = value_of(cell, scratch);
    count = base::parse_whole(text, largest);
    if (!count) report.bad_count(cell, text, name);
    return count.has_value();
}

// A row says how many posts the job has and how many people hold them, not which post has whom.
bool CsvJobReader::State::read_posts(CsvJob& job, CsvCellReport& report) {
    if (!columns.holders && !columns.posts) return true;
    std::optional<std::uint64_t> holders, posts;
    const bool holders_fine = read_count(columns.holders, "holders", holders, report);
    const bool posts_fine = read_count(columns.posts, "posts", posts, report);
    if (holders || posts) job.posts.push_back({.id = {}, .title = {}, .holders = holders, .at = {}});
    return holders_fine && posts_fine;
}

base::SourcePosition CsvJobReader::State::place_of(std::size_t cell) {
    if (row.begin == nullptr) return {};
    return cell < row.cells.size() ? places.of(row, row.cells[cell]) : places.of(row);
}

CsvJobReader::CsvJobReader(base::SourceTextPtr text, const model::Scheme& scheme, const CsvOptions& options,
                           base::Diagnostics& diagnostics)
    : state_{std::make_unique<State>(std::move(text), scheme, options)} {
    state_->usable = state_->start(options, diagnostics);
}

CsvJobReader::~CsvJobReader() = default;
CsvJobReader::CsvJobReader(CsvJobReader&&) noexcept = default;
CsvJobReader& CsvJobReader::operator=(CsvJobReader&&) noexcept = default;

bool CsvJobReader::usable() const { return state_->usable; }

char CsvJobReader::separator() const { return state_->separator; }

bool CsvJobReader::next(CsvJob& job, base::Diagnostics& diagnostics) {
    if (!state_->next_row(diagnostics)) return false;
    state_->clear(job);
    state_->read_row(job, diagnostics);
    return true;
}

base::SourcePosition CsvJobReader::position_of(model::FactorIndex factor) const {
    for (const CsvColumns::Level& column : state_->columns.levels) {
        if (column.factor == factor) return state_->place_of(column.cell);
    }
    return position_of_id();
}

base::SourcePosition CsvJobReader::position_of_id() const { return state_->place_of(state_->columns.id); }

}  // namespace je::io
