// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/csv_loose.hpp"
#include "io/csv_places.hpp"
#include "io/csv_scan.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// What was taken for what in the cells of a file: the first of each kind is remembered with its place, all are counted.
class CsvAssumed {
public:
    /// A cell that says `read` in another way. `of`: "factor 'knowledge'", "column 'holders'".
    void add(Loosely how, std::string_view cell, std::string_view read, std::string_view of, const CsvRow& row,
             const CsvCell& at, CsvPlaces& places);
    /// A cell of a column without a name that has something in it.
    void add_nameless(const CsvRow& row, const CsvCell& at, CsvPlaces& places);
    /// Says each kind once.
    void say(base::Diagnostics& diagnostics);

private:
    struct Kind {
        std::uint64_t cells = 0;
        std::string first;
        base::SourcePosition at;
    };
    std::array<Kind, 4> kinds_;
    Kind nameless_;
};

}  // namespace je::io
