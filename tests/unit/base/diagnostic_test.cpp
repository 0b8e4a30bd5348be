// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/diagnostic.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace diagnostic_test {

namespace {

using je::base::Diagnostic;
using je::base::Diagnostics;
using je::base::Severity;
using je::base::SourcePosition;
using je::base::SourceText;
using je::base::SourceTextPtr;

SourceTextPtr file(const char* name) { return std::make_shared<const SourceText>(SourceText{name, ""}); }

Diagnostic at(const SourceTextPtr& source, std::uint32_t line, std::uint32_t column, std::string message) {
    return {.id = "JE-T01", .at = SourcePosition{source, line, column, 1}, .message = std::move(message)};
}

std::string messages(const Diagnostics& diagnostics) {
    std::string result;
    for (const auto& d : diagnostics.all()) result += d.message + ' ';
    return result;
}

TEST_CASE("each severity is counted and set by the way it was said") {
    Diagnostics diagnostics;
    diagnostics.error({.id = "JE-T01", .message = "a", .severity = Severity::note});
    diagnostics.warning({.id = "JE-T02", .message = "b"});
    diagnostics.note({.id = "JE-T03", .message = "c"});
    diagnostics.add({.id = "JE-T04", .message = "d", .severity = Severity::warning});
    CHECK(diagnostics.errors() == 1);
    CHECK(diagnostics.warnings() == 2);
    CHECK(diagnostics.has_errors());
    REQUIRE(diagnostics.all().size() == 4);
    CHECK(diagnostics.all()[0].severity == Severity::error);
    CHECK(diagnostics.all()[1].severity == Severity::warning);
    CHECK(diagnostics.all()[2].severity == Severity::note);
    CHECK(diagnostics.not_kept() == 0);
}

TEST_CASE("warnings and notes are no errors") {
    Diagnostics diagnostics;
    diagnostics.warning({.id = "JE-T01", .message = "said"});
    diagnostics.note({.id = "JE-T02", .message = "said"});
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("what is past the limit is counted, not kept") {
    for (const std::size_t said : {1U, 2U, 3U}) {
        CAPTURE(said);
        Diagnostics diagnostics{2};
        for (std::size_t i = 0; i < said; ++i) diagnostics.error({.id = "JE-T01", .message = "said"});
        CHECK(diagnostics.errors() == said);
        CHECK(diagnostics.all().size() == (said < 2 ? said : 2));
        CHECK(diagnostics.not_kept() == (said > 2 ? said - 2 : 0));
    }
}

TEST_CASE("errors whose words nobody would see are only counted, and warnings are kept on") {
    je::base::Diagnostics few{1};
    CHECK_FALSE(few.only_counts_error());
    few.error({.id = "JE-A01", .message = "a"});
    CHECK(few.is_full());
    CHECK(few.only_counts_error());
    CHECK(few.errors() == 2);
    CHECK(few.not_kept() == 1);
    je::base::Diagnostics none;
    none.keep_no_errors();
    CHECK(none.only_counts_error());
    none.error({.id = "JE-A01", .message = "a"});
    none.warning({.id = "JE-A02", .message = "b"});
    CHECK(none.all().size() == 1);
    CHECK(none.errors() == 2);
    CHECK(none.not_kept() == 2);
}

TEST_CASE("appending loses no count, kept or not") {
    Diagnostics other{1};
    other.error({.id = "JE-T01", .message = "kept"});
    other.error({.id = "JE-T02", .message = "said"});
    other.warning({.id = "JE-T03", .message = "said"});
    Diagnostics all{2};
    all.warning({.id = "JE-T04", .message = "first"});
    all.append(other);
    CHECK(messages(all) == "first kept ");
    CHECK(all.errors() == 2);
    CHECK(all.warnings() == 2);
    CHECK(all.not_kept() == 2);
    all.append(other);
    CHECK(all.errors() == 4);
    CHECK(all.not_kept() == 5);
    CHECK(all.all().size() + all.not_kept() == 7);
}

TEST_CASE("entries are ordered by file as first mentioned, line and column") {
    const auto z = file("z.yaml");
    const auto a = file("a.yaml");
    Diagnostics diagnostics;
    for (const auto& d : {at(z, 9, 1, "z9"), at(a, 2, 5, "a2:5"), at(z, 1, 7, "z1:7"), at(a, 2, 1, "a2:1"), at(z, 1, 2, "z1:2"),
                          at(a, 1, 9, "a1"), at(z, 9, 1, "z9again")}) {
        diagnostics.error(d);
    }
    diagnostics.sort_by_position();
    CHECK(messages(diagnostics) == "z1:2 z1:7 z9 z9again a1 a2:1 a2:5 ");
    CHECK(diagnostics.errors() == 7);
}

TEST_CASE("entries without a place stay together where they were first mentioned") {
    const auto a = file("a.yaml");
    Diagnostics diagnostics;
    diagnostics.error({.id = "JE-T01", .message = "nowhere1"});
    diagnostics.error(at(a, 3, 1, "a3"));
    diagnostics.error({.id = "JE-T01", .message = "nowhere2"});
    diagnostics.error(at(a, 1, 1, "a1"));
    diagnostics.sort_by_position();
    CHECK(messages(diagnostics) == "nowhere1 nowhere2 a1 a3 ");
}

TEST_CASE("an outside error says what failed") {
    const je::base::OutsideError error{{.id = "JE-F01", .message = "cannot read 'x.yaml'"}};
    CHECK(std::string{error.what()} == "cannot read 'x.yaml'");
    CHECK(error.diagnostic().id == "JE-F01");
}

}  // namespace

}  // namespace diagnostic_test
