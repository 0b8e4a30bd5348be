// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_assumed.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"

namespace je::io {

namespace {

std::string_view rule_of(Loosely how) {
    switch (how) {
        case Loosely::blanks:
            return "blanks around a value are passed over";
        case Loosely::number:
            return "a number stands for the value that equals it";
        case Loosely::word:
            return "the word 'level' before a level is passed over";
        case Loosely::capitals:
            return "capitals and small letters are not told apart";
    }
    return {};
}

}  // namespace

void CsvAssumed::add(Loosely how, std::string_view cell, std::string_view read, std::string_view of, const CsvRow& row,
                     const CsvCell& at, CsvPlaces& places) {
    Kind& kind = kinds_[static_cast<std::size_t>(how)];
    if (kind.cells++ > 0) return;
    kind.first = fmt::format("'{}' is read as '{}' of {}", shown(cell), shown(read), of);
    kind.at = places.of(row, at);
}

void CsvAssumed::add_nameless(const CsvRow& row, const CsvCell& at, CsvPlaces& places) {
    if (nameless_.cells++ == 0) nameless_.at = places.of(row, at);
}

void CsvAssumed::say(base::Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].cells == 0) continue;
        const std::string more =
            kinds_[i].cells == 1 ? "" : fmt::format(" ({} in this way)", base::counted(kinds_[i].cells, "cell", "cells"));
        diagnostics.note({.id = "JE-C32",
                          .at = kinds_[i].at,
                          .message = fmt::format("{}: {}{}", kinds_[i].first, rule_of(static_cast<Loosely>(i)), more),
                          .fix = "nothing, when that is what is meant; else write the value as the scheme has it"});
    }
    if (nameless_.cells > 0)
        diagnostics.warning({.id = "JE-C16",
                             .at = nameless_.at,
                             .message = fmt::format("what stands in columns without a name is not read: {}",
                                                    base::counted(nameless_.cells, "cell", "cells")),
                             .expected = "a name in the row of headings for each column that is used",
                             .fix = "name the column, with any name if it is not to be read"});
    *this = {};
}

}  // namespace je::io
