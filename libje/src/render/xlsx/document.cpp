// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/format.hpp"
#include "render/xlsx/workbook.hpp"

namespace je::render {

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

}  // namespace je::render
