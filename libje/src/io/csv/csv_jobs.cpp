// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/csv_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "io/csv/cells.hpp"
#include "io/csv/columns.hpp"
#include "io/csv/form.hpp"
#include "io/csv/loose.hpp"
#include "io/csv/rows.hpp"
#include "io/csv/scan.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"
#include "model/job/band_choice.hpp"

namespace je::io {

namespace {

// Only a row whose characters are fine may be shown in what is said about its quotes.
bool check_form(const CsvRow& row, char separator, std::size_t columns, CsvPlaces& places, base::Diagnostics& diagnostics) {
    if (!check_characters(row, places, diagnostics) || !check_quotes(row, places, diagnostics)) return false;
    warn_of_rows_in_a_cell(row, separator, columns, places, diagnostics);
    return true;
}

// Whether the other cells of a row are plain although quotes stand within some: then what is wrong in them is told as well.
bool can_be_looked_at(const CsvRow& row, const CsvColumns& columns) {
    return row.cell_count == columns.count && std::all_of(row.faults.begin(), row.faults.end(), [](const CsvFault& fault) {
               return fault.kind == CsvFaultKind::quote_in_cell;
           });
}

bool has_fault(const CsvRow& row, const CsvCell& cell) {
    return std::any_of(row.faults.begin(), row.faults.end(),
                       [&](const CsvFault& fault) { return fault.at >= cell.begin && fault.at < cell.end; });
}

void warn_of_no_jobs(const base::SourcePosition& headings, base::Diagnostics& diagnostics) {
    diagnostics.warning({"JE-C20", headings, "the file has no jobs, only a row of column names",
                         "one job a row below the first", "add the jobs, or leave the file out"});
}

void report_no_headings(CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-C01",
                       {places.source(), 1, 1, 1},
                       "the file has no row that names columns",
                       "a row that names the columns, then one job a row",
                       "begin with a row such as: id,title, and the ids of the scheme's factors"});
}

void note_rows_above(std::size_t rows, const base::SourcePosition& at, const std::string& first,
                     base::Diagnostics& diagnostics) {
    diagnostics.note(
        {"JE-C34",
         at,
         fmt::format("{} above the row that names the columns {} passed over: '{}'{}", base::counted(rows, "row", "rows"),
                     rows == 1 ? "is" : "are", first, rows == 1 ? "" : " and what follows"),
         {},
         "nothing, when that is no job"});
}

}  // namespace

struct CsvJobReader::State {
    State(base::SourceTextPtr source, const model::Scheme& scheme_, const CsvOptions& options)
        : scheme{&scheme_}, max_jobs{options.max_jobs}, keep{options.keep_columns}, places{std::move(source)} {}

    // Reads the first row. Characters are looked at before all else: a file in another encoding is best told so.
    bool start(const CsvOptions& options, base::Diagnostics& diagnostics) {
        const auto mark = check_start(places.source(), diagnostics);
        if (!mark) return false;
        const std::string_view text = std::string_view{places.source()->text}.substr(*mark);
        CsvScanner any{text, separator};
        if (!any.next(row) || !check_characters(row, places, diagnostics)) return false;
        const CsvColumnNames names{*scheme, options};
        const auto found = find_start(text, names, places, diagnostics);
        if (!found) return false;
        separator = found->separator;
        CsvScanner header{text, separator};
        if (!pass_rows_above(header, found->rows_above, diagnostics)) return false;
        if (!check_form(row, separator, 0, places, diagnostics)) return false;
        auto read = read_columns(row, *scheme, names, keep, places, diagnostics);
        if (!read) return false;
        columns = *std::move(read);
        headings = places.of(row);
        rows.emplace(header, row, columns);
        return true;
    }

    // Reads as far as the row of headings, and says what stands above it.
    bool pass_rows_above(CsvScanner& header, std::size_t above, base::Diagnostics& diagnostics) {
        std::size_t passed = 0;
        base::SourcePosition first;
        std::string text;
        while (header.next(row)) {
            if (above-- == 0) {
                if (passed > 0) note_rows_above(passed, first, text, diagnostics);
                return true;
            }
            if (!check_characters(row, places, diagnostics)) return false;
            const auto filled =
                std::find_if(row.cells.begin(), row.cells.end(), [](const CsvCell& cell) { return !is_blank(cell.text()); });
            if (filled == row.cells.end() || (row.line == 1 && in_small_letters(filled->text()).starts_with("sep="))) continue;
            if (passed++ > 0) continue;
            first = places.of(row);
            text = shown(value_of(*filled, scratch));
        }
        report_no_headings(places, diagnostics);
        return false;
    }

    bool next_row(base::Diagnostics& diagnostics) {
        if (!rows) return false;
        if (!rows->next(row, places, diagnostics)) {
            if (jobs == 0) warn_of_no_jobs(headings, diagnostics);
            end(diagnostics);
            return false;
        }
        if (jobs == max_jobs) {
            CsvCellReport{row, places, diagnostics}.too_many_jobs(max_jobs);
            end(diagnostics);
            return false;
        }
        ++jobs;
        return true;
    }

    void end(base::Diagnostics& diagnostics) {
        assumed.say(diagnostics);
        rows->tell_of_passed(diagnostics);
        rows.reset();
    }

    void clear(CsvJob& job) const {
        job.id.clear();
        job.title.clear();
        job.family.reset();
        job.answers.levels.assign(scheme->factors().size(), std::nullopt);
        job.answers.facts.assign(scheme->facts().size(), std::nullopt);
        job.answers.options.clear();
        job.answers.questions = {};
        if (job.answers.choice) job.answers.choice.reset();
        job.posts.clear();
        job.others.clear();
        job.valid = false;
        job.line = row.line;
    }

    void read_row(CsvJob& job, base::Diagnostics& diagnostics) {
        if (!check_characters(row, places, diagnostics)) return;
        const bool form_fine = check_quotes(row, places, diagnostics);
        if (!form_fine && !can_be_looked_at(row, columns)) return;
        if (form_fine) warn_of_rows_in_a_cell(row, separator, columns.count, places, diagnostics);
        CsvCellReport report{row, places, diagnostics};
        if (row.cell_count != columns.count && !has_cells(report)) return;
        const bool id_fine = read_id(job, report);
        const bool levels_fine = read_levels(job, report);
        const bool facts_fine = read_facts(job, report);
        const bool answers_fine = read_answers(job, report);
        const bool posts_fine = read_posts(job, report);
        const bool family_fine = read_family(job, report);
        const bool choice_fine = read_choice(job, diagnostics);
        if (columns.title) job.title = value_of(row.cells[*columns.title], scratch);
        if (!form_fine) return;
        if (!columns.nameless.empty()) look_at_nameless();
        if (keep) keep_others(job);
        warn_of_doubtful_row(row, columns, places, diagnostics);
        job.valid = id_fine && levels_fine && facts_fine && answers_fine && posts_fine && family_fine && choice_fine;
    }

    // Spreadsheets leave out empty cells at the end of a row, or write more of them than there are columns.
    [[nodiscard]] bool has_cells(CsvCellReport& report) const {
        const bool too_few = row.cell_count < columns.needed;
        const auto behind = row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(row.cells.size(), columns.count));
        const bool too_many = row.cell_count > row.cells.size() ||
                              !std::all_of(behind, row.cells.end(), [](const CsvCell& cell) { return is_blank(cell.text()); });
        if (too_few || too_many) report.wrong_count(columns.count);
        return !too_few && !too_many;
    }

    void look_at_nameless() {
        for (const std::size_t at : columns.nameless) {
            if (at < row.cells.size() && !is_blank(row.cells[at].text())) assumed.add_nameless(row, row.cells[at], places);
        }
    }

    void keep_others(CsvJob& job) {
        for (const std::size_t at : columns.others)
            job.others.emplace_back(at < row.cells.size() ? value_of(row.cells[at], scratch) : std::string_view{});
    }

    [[nodiscard]] bool read_id(CsvJob& job, CsvCellReport& report) {
        const CsvCell& cell = row.cells[columns.id];
        const std::string_view written = value_of(cell, scratch);
        const std::string_view id = trimmed(written);
        if (id.empty()) {
            report.no_id(cell);
            return false;
        }
        if (!is_usable_id(id)) {
            report.bad_id(cell, id);
            return false;
        }
        job.id = id;
        if (id.size() != written.size()) assumed.add(Loosely::blanks, written, id, "column 'id'", row, cell, places);
        return true;
    }

    [[nodiscard]] bool read_levels(CsvJob& job, CsvCellReport& report) {
        bool fine = true;
        for (const CsvColumns::Level& column : columns.levels) {
            const CsvCell& cell = row.cells[column.cell];
            if (cell.empty() || has_fault(row, cell)) continue;
            const std::string_view code = value_of(cell, scratch);
            if (const std::uint32_t number = column.codes.find(code); number > 0) {
                job.answers.levels[column.factor.value()].emplace(number - 1);
            } else if (!is_blank(code)) {
                fine = read_loose_level(job, column, code, report) && fine;
            }
        }
        return fine;
    }

    [[nodiscard]] bool read_loose_level(CsvJob& job, const CsvColumns::Level& column, std::string_view code,
                                        CsvCellReport& report) {
        const CsvCell& cell = row.cells[column.cell];
        const model::Factor& factor = column.codes.factor();
        if (const auto parsed = model::parse_level(factor, trimmed(code)); parsed && !parsed->letters.empty())
            return read_options(job, column, code, *parsed, report);
        const auto possible = loose_levels(code, factor, column.forms);
        if (possible.size() != 1) {
            report.bad_level(cell, code, factor);
            return false;
        }
        job.answers.levels[column.factor.value()].emplace(possible[0].level);
        assumed.add(possible[0].how, code, factor.levels[possible[0].level].id.text(),
                    fmt::format("factor '{}'", factor.id.text()), row, cell, places);
        return true;
    }

    /// A level with options behind it.
    [[nodiscard]] bool read_options(CsvJob& job, const CsvColumns::Level& column, std::string_view code,
                                    const model::LevelText& parsed, CsvCellReport& report) {
        const CsvCell& cell = row.cells[column.cell];
        const model::Factor& factor = column.codes.factor();
        const model::Level& level = factor[parsed.level];
        if (const auto mistake = model::option_mistake(level, parsed.letters)) {
            report.bad_option(cell, model::words_of(*mistake, factor, level));
            return false;
        }
        job.answers.state(column.factor, {parsed.level, model::options_of(level, parsed.letters)});
        if (const auto inner = trimmed(code); inner.size() != code.size())
            assumed.add(Loosely::blanks, code, inner, fmt::format("factor '{}'", factor.id.text()), row, cell, places);
        return true;
    }

    [[nodiscard]] bool read_facts(CsvJob& job, CsvCellReport& report) {
        bool fine = true;
        for (const CsvColumns::Fact& column : columns.facts) {
            const CsvCell& cell = row.cells[column.cell];
            if (cell.empty() || has_fault(row, cell)) continue;
            const model::FactDefinition& fact = (*scheme)[column.fact];
            const std::string_view text = value_of(cell, scratch);
            auto value = model::parse_fact(fact, text);
            if (value && separator == ';' &&
                may_part_thousands(text)) {  // where commas stand for points, a point parts thousands
                report.bad_fact(cell, text, fact);
                fine = false;
            } else if (!value && !is_blank(text)) {
                value = read_loose_fact(column, text, cell);
                if (!value) report.bad_fact(cell, text, fact);
                fine = fine && value;
            }
            job.answers.facts[column.fact.value()] = std::move(value);
        }
        return fine;
    }

    [[nodiscard]] std::optional<model::FactValue> read_loose_fact(const CsvColumns::Fact& column, std::string_view text,
                                                                  const CsvCell& cell) {
        const model::FactDefinition& fact = (*scheme)[column.fact];
        const auto loose = loose_fact(text, fact, column.forms);
        if (!loose) return std::nullopt;
        assumed.add(loose->how, text, fact_text(fact, loose->value), fmt::format("fact '{}'", fact.id.text()), row, cell,
                    places);
        return loose->value;
    }

    [[nodiscard]] bool read_answers(CsvJob& job, CsvCellReport& report) {
        bool fine = true;
        for (const CsvColumns::Answer& column : columns.answers) {
            const CsvCell& cell = row.cells[column.cell];
            if (cell.empty() || has_fault(row, cell)) continue;
            const std::string_view text = value_of(cell, scratch);
            if (is_blank(text)) continue;
            const model::Question& question = (*(*scheme)[column.factor].tree)[column.question];
            auto option = question.find_option(text);
            if (!option) option = read_loose_answer(column, question, text);
            if (option) {
                job.answers.questions.set(column.factor, {column.question, *option});
            } else {
                report.bad_answer(cell, text, (*scheme)[column.factor], question);
                fine = false;
            }
        }
        return fine;
    }

    [[nodiscard]] std::optional<std::size_t> read_loose_answer(const CsvColumns::Answer& column,
                                                               const model::Question& question, std::string_view text) {
        const auto loose = loose_option(text, question, column.forms);
        if (!loose) return std::nullopt;
        assumed.add(loose->how, text, question.options[loose->option].id,
                    fmt::format("question '{}' of factor '{}'", question.id.text(), (*scheme)[column.factor].id.text()), row,
                    row.cells[column.cell], places);
        return loose->option;
    }

    [[nodiscard]] bool read_count(std::optional<std::size_t> column, std::string_view name, std::optional<std::uint64_t>& count,
                                  CsvCellReport& report) {
        constexpr std::uint64_t largest = 999'999'999;  // as in a questionnaire
        if (!column || is_blank(row.cells[*column].text())) return true;
        const CsvCell& cell = row.cells[*column];
        const std::string_view text = value_of(cell, scratch);
        count = base::parse_whole(text, largest);
        if (count) return true;
        const std::string plain = plain_number(trimmed(text)).value_or("");
        count = base::parse_whole(plain, largest);
        if (!count) {
            report.bad_count(cell, text, name);
        } else {
            assumed.add(Loosely::number, text, plain, fmt::format("column '{}'", name), row, cell, places);
        }
        return count.has_value();
    }

    // A row says how many posts the job has and how many people hold them, not which post has whom.
    [[nodiscard]] bool read_posts(CsvJob& job, CsvCellReport& report) {
        if (!columns.holders && !columns.posts) return true;
        std::optional<std::uint64_t> holders, posts;
        const bool holders_fine = read_count(columns.holders, "holders", holders, report);
        const bool posts_fine = read_count(columns.posts, "posts", posts, report);
        if (holders || posts) job.posts.push_back({.id = {}, .title = {}, .holders = holders, .at = {}});
        return holders_fine && posts_fine;
    }

    [[nodiscard]] bool read_family(CsvJob& job, CsvCellReport& report) {
        if (!columns.family || is_blank(row.cells[*columns.family].text())) return true;
        const CsvCell& cell = row.cells[*columns.family];
        const std::string_view written = value_of(cell, scratch);
        const std::string_view family = trimmed(written);
        const bool is_code = has_code_characters(family) && characters(family) <= longest_code;
        if (!is_code) report.bad_family(cell, family);
        if (is_code) job.family = family;
        if (is_code && family != written) assumed.add(Loosely::blanks, written, family, "column 'family'", row, cell, places);
        return is_code;
    }

    [[nodiscard]] std::string text_at(const std::optional<std::size_t>& column) {
        return column ? std::string{trimmed(value_of(row.cells[*column], scratch))} : std::string{};
    }

    /// Which of several bands was chosen, and why. A reason without a band is none.
    [[nodiscard]] bool read_choice(CsvJob& job, base::Diagnostics& diagnostics) {
        if (!columns.choice || is_blank(row.cells[*columns.choice].text())) return true;
        model::BandChoice choice{.band = {text_at(columns.choice), place_of(*columns.choice)},
                                 .reason = text_at(columns.choice_reason)};
        const bool fine = model::check_choice(choice, fmt::format("job '{}'", job.id), diagnostics);
        job.answers.choice = std::make_shared<const model::BandChoice>(std::move(choice));
        return fine;
    }

    [[nodiscard]] base::SourcePosition place_of(std::size_t cell) {
        if (row.begin == nullptr) return {};
        return cell < row.cells.size() ? places.of(row, row.cells[cell]) : places.of(row);
    }

    const model::Scheme* scheme;
    std::uint64_t max_jobs;
    bool keep;
    std::uint64_t jobs = 0;
    CsvPlaces places;
    char separator = ',';
    bool usable = false;
    std::optional<CsvJobRows> rows;  // set when the first row can be used
    base::SourcePosition headings;
    CsvColumns columns;
    CsvAssumed assumed;
    CsvRow row;
    std::string scratch;  // a cell whose doubled quotes were undone
};

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

bool CsvJobReader::has_families() const { return state_->columns.family.has_value(); }

const std::vector<std::string>& CsvJobReader::others() const { return state_->columns.other_names; }

base::SourcePosition CsvJobReader::position_of_id() const { return state_->place_of(state_->columns.id); }

}  // namespace je::io
