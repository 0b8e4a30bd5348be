// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"

namespace je::render {

/// Appends JSON to a text, piece by piece and exactly: a decimal is written with its own digits, never through floating point.
/// Commas are put where they belong; the caller opens, closes and names.
///
///     JsonWriter json{out};
///     json.open_object().key("id").value(job.id).key("total").value(job.total).close_object();
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_{out} {}

    JsonWriter& open_object() { return open('{'); }
    JsonWriter& close_object() { return close('}'); }
    JsonWriter& open_array() { return open('['); }
    JsonWriter& close_array() { return close(']'); }
    /// What comes next begins on a line of its own.
    JsonWriter& line();
    /// Carries on in a list that already holds something, or not.
    JsonWriter& after_value(bool yes);

    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(base::Decimal number);
    JsonWriter& value(const base::Date& date) { return value(date.to_string()); }
    JsonWriter& value(std::same_as<bool> auto truth) { return word(truth ? "true" : "false"); }
    JsonWriter& value(std::integral auto number) requires(!std::same_as<decltype(number), bool>) {
        return word(std::to_string(number));
    }
    /// An estimate, to ten significant digits: what comes after differs between machines. Must be finite.
    JsonWriter& number(double estimate);
    /// A number as it is written.
    JsonWriter& digits(std::string_view number) { return word(number); }
    JsonWriter& null() { return word("null"); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& word(std::string_view text);
    void separate();

    std::string& out_;
    bool after_value_ = false;
    bool line_ = false;
};

}  // namespace je::render
