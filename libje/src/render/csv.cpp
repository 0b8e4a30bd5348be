// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <variant>

#include "je/base/text.hpp"
#include "je/render/format.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

/// What a spreadsheet may take for the beginning of a formula; the last four are the wide forms of the first. OWASP, "CSV
/// Injection".
constexpr std::array<std::string_view, 11> formula_starts{
    "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

/// The first bytes of all texts that may get an apostrophe. Few texts begin so.
constexpr auto may_need_guard = [] {
    std::array<bool, 256> first{};
    for (const std::string_view start : formula_starts) first[static_cast<unsigned char>(start.front())] = true;
    first['\''] = true;
    return first;
}();

/// Whether a text gets an apostrophe: it begins as a formula, or as one that has apostrophes already. With the second half,
/// taking the first apostrophe away from all that begin in this way gives back what was there.
bool needs_guard(std::string_view text) {
    if (text.empty() || !may_need_guard[static_cast<unsigned char>(text.front())]) return false;
    const std::size_t first = text.find_first_not_of('\'');
    if (first == std::string_view::npos) return false;
    return std::any_of(formula_starts.begin(), formula_starts.end(),
                       [&](std::string_view start) { return text.substr(first).starts_with(start); });
}

void append_quoted(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : text) {
        if (c == '"') {
            out.push_back('"');
        }
        out.push_back(c);
    }
    out.push_back('"');
}

void append_plain(std::string& out, std::string_view text) {
    const bool formula = needs_guard(text);
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += formula ? "'" : "";
        out += text;
    } else if (formula) {
        append_quoted(out, std::string{"'"}.append(text));
    } else {
        append_quoted(out, text);
    }
}

/// Printable ASCII but for the separator, the quote, and what may begin a character that is shown by its code.
constexpr auto is_plain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = ' '; c < 0x7F; ++c) {
        plain[c] = c != ',' && c != '"' && c != '<';
    }
    return plain;
}();

/// Whether a text goes into a cell as it is. Most do.
bool needs_nothing(std::string_view text) {
    if (needs_guard(text)) {
        return false;
    }
    return std::all_of(text.begin(), text.end(), [](char c) { return is_plain[static_cast<unsigned char>(c)]; });
}

void append_cell_text(std::string& out, std::string_view text) {
    if (needs_nothing(text)) {
        out += text;
    } else if (!base::first_invalid_utf8(text)) {
        append_plain(out, base::with_hidden_shown(text));
    } else {
        append_plain(out, base::with_hidden_shown(valid_utf8(text)));
    }
}

struct AppendCell {
    std::string& out;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { append_cell_text(out, text); }
    void operator()(std::int64_t number) const {
        std::array<char, 24> digits{};
        out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
    }
    void operator()(base::Decimal number) const { append_decimal(out, number); }
    void operator()(double estimate) const { fmt::format_to(std::back_inserter(out), "{:.10g}", estimate); }
    void operator()(bool truth) const { out += truth ? "true" : "false"; }
};

}  // namespace

void append_csv_row(std::string& out, std::span<const report::CellView> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            out.push_back(',');
        }
        std::visit(AppendCell{out}, row[i]);
    }
    out.push_back('\n');
}

std::string csv_header(const std::vector<report::Column>& columns) {
    std::string out;
    for (const report::Column& column : columns) {
        out += out.empty() ? "" : ",";
        append_cell_text(out, column.key);
    }
    out.push_back('\n');
    return out;
}

std::string csv(const report::Table& csv_table) { return table(how(Format::csv), csv_table); }

}  // namespace je::render
