// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

#include <doctest/doctest.h>

#include <string>

namespace share_test {

using je::base::parse_share;

TEST_CASE("a share may be written as a decimal or in percent") {
    CHECK(parse_share("0.2") == parse_share("20%"));
    CHECK(parse_share("20 %") == parse_share("0.2"));
    CHECK(parse_share("12.5%")->to_string() == "0.125");
    CHECK(parse_share("0.01%")->to_string() == "0.0001");
    CHECK(parse_share("100%")->to_string() == "1");
    CHECK(parse_share("150%")->to_string() == "1.5");
    CHECK(parse_share("0%")->to_string() == "0");
}

TEST_CASE("what is no share, is below 0 or needs more than four digits is none") {
    for (const std::string text : {"", "%", " %", "20  %", "-1%", "-0.1", "0.001%", "1e1%", "20%%", "a%", "0.00001"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_share(text).has_value());
    }
}

}  // namespace share_test
