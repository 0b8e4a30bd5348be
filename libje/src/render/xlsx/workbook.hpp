// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/xlsx/book.hpp"
#include "render/xlsx/formulas.hpp"
#include "render/xlsx/plan.hpp"

namespace je::render::xlsx {

/// Writes the sheets of a plan into a book.
class SheetWriter {
public:
    SheetWriter(Book& book, const Plan& plan);

    /// All lines of a sheet, its widths, heads, filters, links and charts.
    void write(std::size_t sheet);
    /// The lines of a sheet of which more come, and what its first rows decide.
    void begin(std::size_t sheet);
    /// One of those. `find` knows the anchors of its own row too.
    void write_line(std::size_t sheet, std::size_t row, const Line& line, const FindAnchor& find);
    /// Filter and heads of a table whose last row is written by now.
    void end(std::size_t sheet);

private:
    void set_widths(std::size_t sheet);
    void write_slot(std::size_t sheet, std::size_t row, const Slot& slot, const FindAnchor& find);
    void write_wide(std::size_t sheet, std::size_t row, const Slot& slot);
    void write_value(std::size_t sheet, std::size_t row, const Slot& slot);
    void write_formula(std::size_t sheet, std::size_t row, const Slot& slot, const std::string& formula);
    void set_height(std::size_t sheet, std::size_t row, const Line& line);
    [[nodiscard]] std::size_t end_of_words(std::size_t sheet, std::size_t column) const;
    [[nodiscard]] double width(std::size_t sheet, std::size_t from, std::size_t to) const;
    [[nodiscard]] lxw_worksheet* of(std::size_t sheet) const { return sheets_[sheet]; }

    Book& book_;
    const Plan& plan_;
    std::vector<lxw_worksheet*> sheets_;
    std::vector<std::vector<double>> widths_;
};

}  // namespace je::render::xlsx
