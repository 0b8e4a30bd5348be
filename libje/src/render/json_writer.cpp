// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "je/base/text.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

bool needs_no_escape(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

void append_text(std::string& out, std::string_view text) {
    if (needs_no_escape(text)) {
        out.push_back('"');
        out += text;
        out.push_back('"');
        return;
    }
    const std::string dumped = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    out += base::with_hidden_escaped(dumped);
}

}  // namespace

void JsonWriter::separate() {
    if (after_value_) {
        out_.push_back(',');
    }
    if (line_) {
        out_.push_back('\n');
    }
    line_ = false;
}

JsonWriter& JsonWriter::line() {
    line_ = true;
    return *this;
}

JsonWriter& JsonWriter::after_value(bool yes) {
    after_value_ = yes;
    return *this;
}

JsonWriter& JsonWriter::number(double estimate) { return word(fmt::format("{:.10g}", estimate)); }

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_.push_back(bracket);
    after_value_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    after_value_ = false;
    separate();
    out_.push_back(bracket);
    after_value_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_text(out_, name);
    out_.push_back(':');
    after_value_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_text(out_, text);
    after_value_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(base::Decimal number) {
    separate();
    append_decimal(out_, number);
    after_value_ = true;
    return *this;
}

JsonWriter& JsonWriter::word(std::string_view text) {
    separate();
    out_ += text;
    after_value_ = true;
    return *this;
}

}  // namespace je::render
