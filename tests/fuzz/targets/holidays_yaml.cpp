// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/reader.hpp"

#include "fuzz/targets/yaml_target.hpp"

namespace {

/// A list that is accepted has its days in order, each once, and none of them is a working day.
void make_holidays(const je::model::HolidaysDraft& draft, const je::base::SourceTextPtr& text) {
    je::base::Diagnostics diagnostics;
    const auto holidays = je::model::Holidays::make(draft, diagnostics);
    je::test::require_good(diagnostics, text);
    je::test::require_told(holidays.has_value(), diagnostics);
    if (!holidays) return;
    const auto& days = holidays->holidays();
    je::test::require(days.size() == draft.holidays.size() && !days.empty(), "holidays were lost");
    for (std::size_t i = 0; i < days.size(); ++i) {
        je::test::require(i == 0 || days[i - 1].date < days[i].date, "days out of order");
        je::test::require(!holidays->working_days().is_working_day(days[i].date), "a holiday that is a working day");
        je::test::require(holidays->working_days().covers(days[i].date, days[i].date), "a holiday in no year");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::HolidaysDraft>(data, size, je::io::read_holidays, nullptr, make_holidays);
    return 0;
}
