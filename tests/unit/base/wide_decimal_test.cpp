// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace wide_decimal_test {

using je::base::Decimal;
using je::base::DecimalError;
using je::base::WideDecimal;

namespace {

WideDecimal wide(std::string_view text) { return std::get<WideDecimal>(WideDecimal::parse(text)); }

}  // namespace

TEST_CASE("a wide decimal holds eighteen digits before the point and four after, and writes them back") {
    for (const std::string text : {"0", "0.0001", "-0.0001", "-0.5", "1000000000000000.0001", "-1000000000000000.0001",
                                   "999999999999999999.9999", "-999999999999999999.9999", "8500000000", "12.5", "-12.5"}) {
        CHECK(wide(text).to_string() == text);
    }
}

TEST_CASE("a wide decimal refuses what a decimal refuses, and a nineteenth digit") {
    CHECK(std::get<DecimalError>(WideDecimal::parse("1000000000000000000")) == DecimalError::out_of_range);
    CHECK(std::get<DecimalError>(WideDecimal::parse("-1000000000000000000.5")) == DecimalError::out_of_range);
    for (const std::string text : {"", "-", "01", "1e3", "+5", ".5", "5.", "-0", "-0.0", "nan", "1.00001", "1,000", "0x10"}) {
        CAPTURE(text);
        REQUIRE(std::holds_alternative<DecimalError>(WideDecimal::parse(text)));
        CHECK(std::get<DecimalError>(WideDecimal::parse(text)) == std::get<DecimalError>(Decimal::parse(text)));
    }
}

TEST_CASE("wide decimals are ordered by value, across zero and in the last digit") {
    const std::vector<std::string> rising{"-999999999999999999.9999",
                                          "-1000000000000000.0001",
                                          "-1000000000000000",
                                          "-1.5",
                                          "-1",
                                          "-0.5",
                                          "-0.0001",
                                          "0",
                                          "0.0001",
                                          "0.5",
                                          "1",
                                          "1.5",
                                          "1000000000000000",
                                          "1000000000000000.0001",
                                          "999999999999999999.9999"};
    for (std::size_t a = 0; a < rising.size(); ++a) {
        for (std::size_t b = 0; b < rising.size(); ++b) {
            CAPTURE(rising[a]);
            CAPTURE(rising[b]);
            CHECK((wide(rising[a]) < wide(rising[b])) == (a < b));
            CHECK((wide(rising[a]) == wide(rising[b])) == (a == b));
        }
    }
}

TEST_CASE("every decimal is a wide decimal") {
    for (const std::string text : {"-999999999.9999", "-0.0001", "0", "12.5", "999999999.9999"}) {
        CHECK(WideDecimal{std::get<Decimal>(Decimal::parse(text))} == wide(text));
    }
}

}  // namespace wide_decimal_test
