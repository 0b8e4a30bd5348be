// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/diagnostic.hpp"

#include <doctest/doctest.h>

#include <memory>

namespace source_test {

namespace {

using je::base::line_of;
using je::base::SourcePosition;
using je::base::SourceText;

TEST_CASE("a position is written as file, line and column") {
    const SourcePosition at{std::make_shared<const SourceText>(SourceText{"vlo.yaml", ""}), 14, 22, 2};
    CHECK(at.known());
    CHECK(at.to_string() == "vlo.yaml:14:22");
    CHECK(at.file_and_line() == "vlo.yaml:14");
}

TEST_CASE("a position without a file or a line is not known, and is written as nothing") {
    const SourcePosition nowhere{};
    const SourcePosition no_line{std::make_shared<const SourceText>(SourceText{"vlo.yaml", ""}), 0, 5, 1};
    const SourcePosition no_file{nullptr, 3, 5, 1};
    for (const auto& at : {nowhere, no_line, no_file}) {
        CHECK_FALSE(at.known());
        CHECK(at.to_string().empty());
        CHECK(at.file_and_line().empty());
    }
}

TEST_CASE("lines are counted from one and come without their ends") {
    const char* const text = "first\nsecond\r\n\nlast";
    CHECK(line_of(text, 0).empty());
    CHECK(line_of(text, 1) == "first");
    CHECK(line_of(text, 2) == "second");
    CHECK(line_of(text, 3).empty());
    CHECK(line_of(text, 4) == "last");
    CHECK(line_of(text, 5).empty());
    CHECK(line_of(text, 4'000'000'000).empty());
    CHECK(line_of("", 1).empty());
    CHECK(line_of("one\n", 1) == "one");
    CHECK(line_of("one\n", 2).empty());
    CHECK(line_of("a\rb\n", 1) == "a\rb");
}

}  // namespace

}  // namespace source_test
