// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/decimal.hpp"

namespace je::report {

/// A typed value in a table. monostate is "nothing to say" (an empty cell, null in JSON). A double is an estimate or a ratio,
/// shown to ten significant digits; points and totals of jobs are decimals.
using Cell = std::variant<std::monostate, std::string, std::int64_t, base::Decimal, bool, double>;

/// The same without a copy of the text, for long tables that are written row by row.
using CellView = std::variant<std::monostate, std::string_view, std::int64_t, base::Decimal, bool, double>;

enum class Align { left, right };

/// `key` is the stable name in CSV; `label` is for people. `unit` is "points", "GBP", ... or empty.
struct Column {
    std::string key;
    std::string label;
    Align align = Align::left;
    std::string unit{};
};

struct Table {
    std::string caption;  // may be empty
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // each as long as columns
};

struct Heading {
    int level = 1;
    std::string text;
};  // 1 to 3
struct Paragraph {
    std::string text;
};
struct Bullets {
    std::vector<std::string> items;
};
/// A label with its value, for short facts one under another ("Total: 440").
struct Facts {
    std::vector<std::pair<std::string, std::string>> rows;
};
/// Something the reader must not miss, such as "figures are illustrative".
struct Caution {
    std::string text;
};
/// Something said in passing, neither good nor bad, such as what the questionnaire itself notes.
struct Note {
    std::string text;
};

using Block = std::variant<Heading, Paragraph, Bullets, Facts, Caution, Note, Table>;

/// What a report says, in order, without saying how it looks. Renderers choose width, alignment and escaping, and compute
/// nothing else.
struct Document {
    std::vector<Block> blocks;
};

}  // namespace je::report
