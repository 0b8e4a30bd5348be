// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>
#include <utility>

#include "je/render/format.hpp"
#include "render/xlsx/workbook.hpp"

namespace je::render {

namespace xlsx {
namespace {

/// The last table of a plan is as long as it becomes; all else is kept until its end.
class LongWorkbook : public LongTable {
public:
    explicit LongWorkbook(report::Document beginning)
        : document_{std::move(beginning)}, plan_{document_}, book_{Book::Keeps::one_row, plan_.title()}, writer_{book_, plan_} {
        if (plan_.tables.empty()) throw std::logic_error{"a document that ends with no table"};
        row_ = spot().end;
        writer_.begin(spot().sheet);
    }

    void row(const std::vector<report::Cell>& cells) override {
        const Line line = row_line(spot(), cells, Look::plain);
        const FindAnchor find = [&](const std::string& name) { return anchor(cells, name); };
        writer_.write_line(spot().sheet, row_, line, find);
        for (CountSpot& counted : plan_.counts) {
            if (counted.takes(*spot().table)) counted.add(cells);
        }
        spot().end = spot().sums = ++row_;
    }

    void end(const report::Document& closing, const std::function<void(std::string_view)>& write) override {
        plan_.close(&closing);
        for (std::size_t i = 0; i < plan_.sheets.size(); ++i) {
            if (i != spot().sheet) writer_.write(i);
        }
        writer_.end(spot().sheet);
        book_.finish(write);
    }

private:
    [[nodiscard]] TableSpot& spot() { return plan_.tables.back(); }

    /// A cell of the row that is being written, else one of the beginning.
    const Spot* anchor(const std::vector<report::Cell>& cells, const std::string& name) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].anchor != name) continue;
            here_ = {spot().sheet, row_, spot().columns[i]};
            return &here_;
        }
        return plan_.anchor(name);
    }

    report::Document document_;
    Plan plan_;
    Book book_;
    SheetWriter writer_;
    std::size_t row_ = 0;
    Spot here_{};
};

}  // namespace
}  // namespace xlsx

std::string workbook(const report::Document& document, std::size_t) {
    xlsx::Plan plan{document};
    plan.close();
    xlsx::Book book{xlsx::Book::Keeps::sheets, plan.title()};
    xlsx::SheetWriter writer{book, plan};
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) writer.write(i);
    std::string bytes;
    book.finish([&](std::string_view piece) { bytes += piece; });
    return bytes;
}

std::unique_ptr<LongTable> long_workbook(report::Document beginning) {
    return std::make_unique<xlsx::LongWorkbook>(std::move(beginning));
}

}  // namespace je::render
