// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/format.hpp"

#include <doctest/doctest.h>

#include <cctype>
#include <string>

namespace format_test {
namespace {

using je::render::Format;
using je::render::HowWritten;
using je::render::Part;

const je::report::Table one_row{.columns = {{"id", "Job"}, {"total", "Total"}},
                                .rows = {{std::string{"vlo"}, std::int64_t{440}}}};

TEST_CASE("every format is found by its name and its ending, and can write the part that it says it writes") {
    REQUIRE(je::render::formats().size() == 7);
    for (const HowWritten& how : je::render::formats()) {
        CHECK(&je::render::how(how.format) == &how);
        CHECK(je::render::format_named(how.name) == how.format);
        CHECK(je::render::format_of_ending(how.ending) == how.format);
        std::string capitals{how.ending};
        for (char& c : capitals) c = static_cast<char>(std::toupper(c));
        CHECK(je::render::format_of_ending(capitals) == how.format);
        CHECK((how.document != nullptr) == (how.part == Part::document || how.part == Part::figure));
        CHECK((how.headings != nullptr && how.append_row != nullptr) == (how.part == Part::table));
        CHECK_FALSE(how.media_type.empty());
    }
    CHECK_FALSE(je::render::format_named("pdf"));
    CHECK_FALSE(je::render::format_of_ending("md"));
}

TEST_CASE("what a format writes is what its renderer writes") {
    je::report::Document document;
    document.add(je::report::Paragraph{"A sentence."});
    CHECK(je::render::how(Format::text).document(document, 100) == je::render::text(document));
    CHECK(je::render::how(Format::markdown).document(document, 100) == je::render::markdown(document));
    CHECK(je::render::table(je::render::how(Format::csv), one_row) == "id,total\nvlo,440\n");
}

TEST_CASE("a format of one's own is one row") {
    const HowWritten bars{
        .name = "bars",
        .ending = ".bars",
        .part = Part::table,
        .headings = [](const std::vector<je::report::Column>& columns) { return std::string(columns.size(), '|') + "\n"; },
        .append_row = [](std::string& out,
                         std::span<const je::report::CellView> row) { out += std::string(row.size(), '-') + "\n"; }};
    CHECK(je::render::table(bars, one_row) == "||\n--\n");
}

}  // namespace
}  // namespace format_test
