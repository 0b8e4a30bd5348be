// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "je/base/text.hpp"
#include "je/render/format.hpp"

namespace csv_test {

namespace {

constexpr std::string_view starts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool begins_a_formula(std::string_view text) {
    for (const auto start : starts) {
        if (text.substr(0, start.size()) == start) return true;
    }
    return false;
}

/// What docs/files.md says: one apostrophe less where apostrophes stand before the beginning of a formula.
std::string undone(const std::string& cell) {
    const auto first = cell.find_first_not_of('\'');
    const bool guarded = first != std::string::npos && first > 0 && begins_a_formula(std::string_view{cell}.substr(first));
    return guarded ? cell.substr(1) : cell;
}

/// The text of the one cell of a row, read back by RFC 4180.
std::string cell_of(const std::string& row) {
    const std::string text = row.substr(0, row.size() - 1);
    if (text.empty() || text.front() != '"') return text;
    std::string cell;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        cell += text[i];
        if (text[i] == '"') ++i;
    }
    return cell;
}

std::string written(const std::string& text) {
    std::string row;
    je::render::append_csv_row(row, std::vector<je::report::CellView>{std::string_view{text}});
    return cell_of(row);
}

void check(const std::string& text) {
    const std::string cell = written(text);
    RC_ASSERT(!begins_a_formula(cell));
    RC_ASSERT(undone(cell) == je::base::with_hidden_shown(text));
}

/// Texts of the pieces that matter, each as likely as the next.
rc::Gen<std::string> any_text() {
    static const std::vector<std::string> pieces{
        "'", "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\xA0", "\"", ",", "a", "1", " ", "\xC3\xA9"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& all) {
                            std::string text;
                            for (const auto& piece : all) text += piece;
                            return text;
                        });
}

}  // namespace

TEST_CASE("a text in CSV never begins a formula, and taking away the apostrophe gives it back") {
    CHECK(rc::check([] { check(*any_text()); }));
}

TEST_CASE("any ASCII comes back out of CSV") {
    CHECK(rc::check([] { check(*rc::gen::container<std::string>(rc::gen::inRange('\1', '\177'))); }));
}

TEST_CASE("no two of the short texts of the characters that matter are written alike") {
    const std::string letters = "'=+-@\t\r\n\",a";
    std::vector<std::string> texts{""};
    for (std::size_t begin = 0, round = 0; round < 4; ++round) {
        const std::size_t end = texts.size();
        for (; begin < end; ++begin) {
            for (const char letter : letters) texts.push_back(texts[begin] + letter);
        }
    }
    std::size_t wrong = 0;
    for (const auto& text : texts) {
        const std::string cell = written(text);
        wrong += begins_a_formula(cell) || undone(cell) != text ? 1 : 0;
    }
    CHECK(wrong == 0);
}

}  // namespace csv_test
