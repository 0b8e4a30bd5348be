// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"

namespace je::test {

/// The keys and values of a map on their way into a file, in order. What says nothing is left out.
///
///     YamlFields level;
///     level.text("id", "1").number("points", points);
///     level.flow();                                     // {id: "1", points: 20}
///     level.block();                                    // id: "1"\npoints: 20\n
class YamlFields {
public:
    using Text = base::Located<std::string>;
    using Pairs = std::vector<std::pair<Text, Text>>;

    /// `value` as it is to stand in the file.
    YamlFields& raw(std::string_view key, std::string value);
    YamlFields& text(std::string_view key, std::string_view value);  // left out when empty
    YamlFields& text(std::string_view key, const std::optional<Text>& value) {
        return text(key, value ? value->value : std::string{});
    }
    YamlFields& number(std::string_view key, const base::Located<base::Decimal>& value) {
        return raw(key, value.value.to_string());
    }
    YamlFields& number(std::string_view key, const std::optional<base::Located<base::Decimal>>& value);
    YamlFields& date(std::string_view key, const std::optional<base::Located<base::Date>>& value);
    YamlFields& flag(std::string_view key, bool value) { return value ? raw(key, "true") : *this; }  // left out when false
    /// [a, b]
    YamlFields& codes(std::string_view key, const std::vector<Text>& codes);
    /// {a: b}
    YamlFields& pairs(std::string_view key, const Pairs& pairs);
    /// Lines below the key, which come indented as they stand to each other.
    YamlFields& lines(std::string_view key, std::string lines);

    /// One item a line, each as `flow_of` writes it; left out when there are none.
    template <class T>
    YamlFields& flow_list(std::string_view key, const std::vector<T>& items, YamlFields (*fields_of)(const T&)) {
        std::string all;
        for (const T& item : items) all += "- " + fields_of(item).flow() + "\n";
        return all.empty() ? *this : lines(key, std::move(all));
    }
    /// Items of several lines; left out when there are none.
    template <class T>
    YamlFields& block_list(std::string_view key, const std::vector<T>& items, YamlFields (*fields_of)(const T&)) {
        std::string all;
        for (const T& item : items) all += fields_of(item).item();
        return all.empty() ? *this : lines(key, std::move(all));
    }
    /// `[]` or `{}` for a key that must be given and has not been.
    YamlFields& needed(std::string_view key, std::string_view empty);

    [[nodiscard]] std::string flow() const;   // {a: 1, b: 2}; only for fields without lines
    [[nodiscard]] std::string block() const;  // a line each
    [[nodiscard]] std::string item() const;   // the same as an item of a list
    [[nodiscard]] bool empty() const { return fields_.empty(); }

private:
    struct Field {
        std::string key;
        std::string value;
        bool lines = false;
    };
    std::vector<Field> fields_;
};

}  // namespace je::test
