// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string_view>

#include "je/report/document.hpp"

namespace je::render::html {

/// Where the numbers of figures are: in a figure itself, or in a table of the document. The document outlives it.
class FigureNumbers {
public:
    explicit FigureNumbers(const report::Document& document) {
        report::for_each_table(document, [&](const report::Table& table) {
            if (!table.id.empty()) tables_.emplace(table.id, &table);
        });
    }

    [[nodiscard]] const report::Table& of(const report::Figure& figure) const {
        const auto found = tables_.find(figure.numbers_in);
        return found == tables_.end() ? figure.numbers : *found->second;
    }

private:
    std::map<std::string_view, const report::Table*> tables_;
};

}  // namespace je::render::html
