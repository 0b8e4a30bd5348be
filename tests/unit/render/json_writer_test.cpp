// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_writer.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace json_writer_test {

namespace {

using je::base::Decimal;
using je::render::JsonWriter;

template <class T>
std::string written(const T& value) {
    std::string out;
    JsonWriter{out}.value(value);
    return out;
}

}  // namespace

TEST_CASE("decimals are written with their own digits") {
    CHECK(written(Decimal::from_whole(440)) == "440");
    CHECK(written(Decimal::from_units(1'532'500)) == "153.25");
    CHECK(written(Decimal::from_units(-1)) == "-0.0001");
    CHECK(written(Decimal::from_units(Decimal::largest_units)) == "999999999.9999");
    CHECK(written(Decimal{}) == "0");
}

TEST_CASE("texts are escaped as another JSON reader understands them") {
    for (const std::string text :
         {"plain", "say \"x\"", "back\\slash", "tab\there", "line\nfeed", "\x01", "\xC3\xA9", "</script>"}) {
        CAPTURE(text);
        CHECK(nlohmann::json::parse(written(text)).get<std::string>() == text);
    }
}

TEST_CASE("a text that is not UTF-8 still gives JSON that can be read") {
    CHECK(nlohmann::json::parse(written(std::string{"a\xFF"})).get<std::string>() == "a\xEF\xBF\xBD");
}

TEST_CASE("commas and lines are put where they belong") {
    std::string out;
    JsonWriter json{out};
    json.open_object().key("a").value(true).key("b").open_array();
    json.line().value("x").line().null().line().close_array();
    json.line().key("c").open_object().close_object().close_object();
    CHECK(out == "{\"a\":true,\"b\":[\n\"x\",\nnull\n],\n\"c\":{}}");
}

}  // namespace json_writer_test
