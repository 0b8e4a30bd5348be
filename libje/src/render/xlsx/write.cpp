// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"
#include "render/xlsx/charts.hpp"
#include "render/xlsx/workbook.hpp"

namespace je::render::xlsx {

namespace {

constexpr double narrowest = 6, widest = 52;        // of a column, in letters
constexpr double usual_column = 8.43;               // of one that says nothing
constexpr double line_height = 15, head_rows = 10;  // points; rows that may stay in sight
constexpr std::size_t longest_formula = 8000;       // Excel: 8,192

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

[[noreturn]] void fail_too_large(std::string_view sheet, std::string_view what, std::size_t most) {
    throw base::OutsideError{
        {.id = "JE-X19",
         .message = fmt::format("the sheet '{}' of the workbook would have more {} than a sheet can hold", sheet, what),
         .expected = fmt::format("at most {} {}", most, what),
         .fix = "use --format csv or json, which have no such limit, or give fewer files at once"}};
}

/// The width that the text of a cell asks of its column. Heads are wrapped at words.
double wished_width(const Slot& slot) {
    const std::string& text = slot.value.shown;
    if (slot.dress.look != Look::head) return static_cast<double>(base::display_width(text)) + 1.5;
    std::size_t longest = 0;
    for (const std::string& word : base::parts_between(text, ' ')) longest = std::max(longest, base::display_width(word));
    return static_cast<double>(std::max(longest, (base::display_width(text) + 1) / 2)) + 4;  // room for the arrow of the filter
}

double lines_taken(const std::string& text, double width) {
    return static_cast<double>(base::wrap(text, static_cast<std::size_t>(std::max(width, 3.0))).size());
}

}  // namespace

SheetWriter::SheetWriter(Book& book, const Plan& plan) : book_{book}, plan_{plan} {
    for (const Sheet& sheet : plan.sheets) {
        sheets_.push_back(book_.add_sheet(sheet.name));
        widths_.emplace_back();
    }
}

void SheetWriter::set_widths(std::size_t sheet) {
    auto& widths = widths_[sheet];
    for (const Line& line : plan_.sheets[sheet].lines) {
        for (const Slot& slot : line.slots) {
            if (slot.is_wide || slot.value.empty()) continue;
            if (slot.column >= LXW_COL_MAX) fail_too_large(plan_.sheets[sheet].name, "columns", LXW_COL_MAX);
            if (widths.size() <= slot.column) widths.resize(slot.column + 1, 0);
            widths[slot.column] = std::clamp(std::max(widths[slot.column], wished_width(slot)), narrowest, widest);
        }
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] == 0) widths[i] = usual_column;
        worksheet_set_column(of(sheet), column_of(i), column_of(i), widths[i], nullptr);
    }
}

double SheetWriter::width(std::size_t sheet, std::size_t from, std::size_t to) const {
    double sum = 0;
    const auto& widths = widths_[sheet];
    for (std::size_t i = from; i <= to; ++i) sum += i < widths.size() ? widths[i] : usual_column;
    return sum;
}

/// The last of the columns that a line of words takes.
std::size_t SheetWriter::end_of_words(std::size_t sheet, std::size_t column) const {
    std::size_t end = column;
    while (width(sheet, 0, end) < static_cast<double>(width_of_words)) ++end;
    return end;
}

/// Of a row whose words take several lines: not every program finds that out by itself.
void SheetWriter::set_height(std::size_t sheet, std::size_t row, const Line& line) {
    double height = 0;
    for (const Slot& slot : line.slots) {
        const Look look = slot.dress.look;
        if (look == Look::title) height = std::max(height, 24.0);
        if (look == Look::title || slot.value.shown.empty()) continue;
        const std::size_t end = slot.is_wide ? end_of_words(sheet, slot.column) : slot.column;
        const double larger = look == Look::heading ? 1.3 : 1;
        const double room = (width(sheet, slot.column, end) - 1) / larger;
        if (static_cast<double>(slot.value.shown.size()) <= room) continue;
        height = std::max(height, line_height * larger * lines_taken(slot.value.shown, room));
    }
    if (height > line_height) worksheet_set_row(of(sheet), row_of(row), std::min(height, 409.0), nullptr);
}

void SheetWriter::write_wide(std::size_t sheet, std::size_t row, const Slot& slot) {
    const std::size_t last = end_of_words(sheet, slot.column);
    if (last == slot.column) return write_value(sheet, row, slot);
    const auto* text = std::get_if<std::string>(&slot.value.content);
    worksheet_merge_range(of(sheet), row_of(row), column_of(slot.column), row_of(row), column_of(last),
                          text != nullptr ? text->c_str() : "", book_.format(slot.dress));
}

void SheetWriter::write_value(std::size_t sheet, std::size_t row, const Slot& slot) {
    lxw_worksheet* to = of(sheet);
    lxw_format* format = book_.format(slot.dress);
    const lxw_row_t at = row_of(row);
    const lxw_col_t column = column_of(slot.column);
    if (const auto* text = std::get_if<std::string>(&slot.value.content)) {
        worksheet_write_string(to, at, column, text->c_str(), format);
    } else if (const auto* number = std::get_if<double>(&slot.value.content)) {
        worksheet_write_number(to, at, column, *number, format);
    } else if (const auto* date = std::get_if<base::Date>(&slot.value.content)) {
        lxw_datetime day{date->year(), static_cast<int>(date->month()), static_cast<int>(date->day()), 0, 0, 0};
        worksheet_write_datetime(to, at, column, &day, format);
    } else {
        worksheet_write_blank(to, at, column, format);
    }
}

/// The value stands beside the formula, for programs that show without computing.
void SheetWriter::write_formula(std::size_t sheet, std::size_t row, const Slot& slot, const std::string& formula) {
    lxw_format* format = book_.format(slot.dress);
    const std::string text = "=" + formula;
    const auto* number = std::get_if<double>(&slot.value.content);
    if (number != nullptr) {
        worksheet_write_formula_num(of(sheet), row_of(row), column_of(slot.column), text.c_str(), format, *number);
    } else {
        const auto* said = std::get_if<std::string>(&slot.value.content);
        worksheet_write_formula_str(of(sheet), row_of(row), column_of(slot.column), text.c_str(), format,
                                    said != nullptr ? said->c_str() : "");
    }
}

void SheetWriter::write_slot(std::size_t sheet, std::size_t row, const Slot& slot, const FindAnchor& find) {
    std::string formula = slot.own_formula;
    if (slot.formula != nullptr) formula = formula_text(plan_, find, *slot.formula, {sheet, row, slot.column});
    if (!formula.empty() && formula.size() <= longest_formula) return write_formula(sheet, row, slot, formula);
    const Spot* link = slot.section.empty() ? nullptr : plan_.section(slot.section);
    const Spot first_of_sheet{slot.sheet.value_or(0), 0, 0};
    if (slot.sheet) link = &first_of_sheet;
    Slot dressed = slot;
    if (link != nullptr) dressed.dress.look = Look::link;
    dressed.is_wide ? write_wide(sheet, row, dressed) : write_value(sheet, row, dressed);
    const auto* text = std::get_if<std::string>(&slot.value.content);
    if (link == nullptr || text == nullptr) return;
    const std::string target = fmt::format("internal:'{}'!A{}", plan_.sheets[link->sheet].name, link->row + 1);
    worksheet_write_url(of(sheet), row_of(row), column_of(slot.column), target.c_str(), book_.format(dressed.dress));
    worksheet_write_string(of(sheet), row_of(row), column_of(slot.column), text->c_str(), book_.format(dressed.dress));
}

void SheetWriter::write_line(std::size_t sheet, std::size_t row, const Line& line, const FindAnchor& find) {
    if (row >= LXW_ROW_MAX) fail_too_large(plan_.sheets[sheet].name, "rows", LXW_ROW_MAX);
    set_height(sheet, row, line);
    for (const Slot& slot : line.slots) write_slot(sheet, row, slot, find);
}

void SheetWriter::begin(std::size_t sheet) {
    set_widths(sheet);
    const FindAnchor find = [&](const std::string& name) { return plan_.anchor(name); };
    const auto& lines = plan_.sheets[sheet].lines;
    for (std::size_t row = 0; row < lines.size(); ++row) write_line(sheet, row, lines[row], find);
}

void SheetWriter::end(std::size_t sheet) {
    lxw_worksheet* to = of(sheet);
    const auto& tables = plan_.sheets[sheet].tables;
    const TableSpot* table = tables.size() == 1 && sheet > 0 ? &plan_.tables[tables.front()] : nullptr;
    if (table != nullptr && static_cast<double>(table->head) <= head_rows) {
        worksheet_freeze_panes(to, row_of(table->head + 1), table->width > 8 ? 1 : 0);
        worksheet_repeat_rows(to, row_of(table->head), row_of(table->head));
    } else {
        worksheet_freeze_panes(to, 1, 0);
    }
    if (table != nullptr && table->sums > table->head + 1)
        worksheet_autofilter(to, row_of(table->head), 0, row_of(table->sums - 1), column_of(table->width - 1));
    worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
    worksheet_ignore_errors(to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_set_paper(to, 9);  // A4
    if (width(sheet, 0, widths_[sheet].empty() ? 0 : widths_[sheet].size() - 1) > 110) worksheet_set_landscape(to);
    worksheet_fit_to_pages(to, 1, 0);
    if (!plan_.caution().empty())
        worksheet_set_header(to, ("&L" + margin_text(ours("Caution:") + " " + plan_.caution())).c_str());
    worksheet_set_footer(to, ("&L" + margin_text(plan_.title()) + "&R&P / &N").c_str());
}

void SheetWriter::write(std::size_t sheet) {
    begin(sheet);
    for (const Choice& choice : plan_.sheets[sheet].choices) {
        lxw_data_validation list{};
        std::string from = "=" + choice.from;
        list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        list.value_formula = from.data();
        worksheet_data_validation_cell(of(sheet), row_of(choice.row), column_of(choice.column), &list);
    }
    for (const ChartSpot& chart : plan_.sheets[sheet].charts) add_chart(book_, of(sheet), plan_, chart);
    end(sheet);
}

}  // namespace je::render::xlsx
