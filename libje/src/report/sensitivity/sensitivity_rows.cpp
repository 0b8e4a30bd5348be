// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

namespace je::report {

const std::vector<Column>& long_columns() {
    static const std::vector<Column> columns{{"part", "Part"},
                                             {"job", "Job"},
                                             {"quantity", "Quantity"},
                                             {"factor", "Factor"},
                                             {"band", "Band"},
                                             {"other", "Other"},
                                             {"value", "Value", Role::number},
                                             {"standard_error", "Standard error", Role::number},
                                             {"text", "Text"}};
    return columns;
}

std::vector<Cell> long_cells(LongRow row) {
    return {std::move(row.part), std::move(row.job),   std::move(row.quantity), std::move(row.factor),
            std::move(row.band), std::move(row.other), std::move(row.value),    std::move(row.standard_error),
            std::move(row.text)};
}

std::string hole_in_words(const std::optional<base::Decimal>& from) {
    return from ? std::string{"hole from "}.append(from->to_string()) : std::string{};
}

}  // namespace je::report
