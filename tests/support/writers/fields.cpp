// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "support/writers/fields.hpp"

#include <algorithm>

#include "io/yaml/words.hpp"

namespace je::test {

using io::yaml_scalar;

namespace {

/// `lines` with two spaces before each.
std::string indented(std::string_view lines) {
    std::string result;
    result.reserve(lines.size() + lines.size() / 8);
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
        result += "  ";
        result += lines.substr(0, end);
        lines.remove_prefix(end);
    }
    return result;
}

}  // namespace

YamlFields& YamlFields::raw(std::string_view key, std::string value) {
    fields_.push_back({yaml_scalar(key), std::move(value)});
    return *this;
}

YamlFields& YamlFields::text(std::string_view key, std::string_view value) {
    return value.empty() ? *this : raw(key, yaml_scalar(value));
}

YamlFields& YamlFields::number(std::string_view key, const std::optional<base::Located<base::Decimal>>& value) {
    return value ? number(key, *value) : *this;
}

YamlFields& YamlFields::date(std::string_view key, const std::optional<base::Located<base::Date>>& value) {
    return value ? raw(key, value->value.to_string()) : *this;
}

YamlFields& YamlFields::codes(std::string_view key, const std::vector<Text>& codes) {
    std::string all;
    for (const Text& code : codes) all += (all.empty() ? "" : ", ") + yaml_scalar(code.value);
    return all.empty() ? *this : raw(key, "[" + all + "]");
}

YamlFields& YamlFields::pairs(std::string_view key, const Pairs& pairs) {
    YamlFields entries;
    for (const auto& [name, value] : pairs)  // a fact of several choices is a list already
        entries.raw(name.value, value.value.starts_with("[") ? value.value : yaml_scalar(value.value));
    return entries.empty() ? *this : raw(key, entries.flow());
}

YamlFields& YamlFields::lines(std::string_view key, std::string lines) {
    fields_.push_back({yaml_scalar(key), std::move(lines), true});
    return *this;
}

YamlFields& YamlFields::needed(std::string_view key, std::string_view empty) {
    const bool given = std::any_of(fields_.begin(), fields_.end(), [&](const Field& field) { return field.key == key; });
    return given ? *this : raw(key, std::string{empty});
}

std::string YamlFields::flow() const {
    std::string result = "{";
    for (const Field& field : fields_) result += (result.size() > 1 ? ", " : "") + field.key + ": " + field.value;
    return result + "}";
}

std::string YamlFields::block() const {
    std::string result;
    for (const Field& field : fields_) {
        result += field.lines ? field.key + ":\n" + indented(field.value) : field.key + ": " + field.value + "\n";
    }
    return result;
}

std::string YamlFields::item() const {
    std::string result = fields_.empty() ? "  {}\n" : indented(block());
    result[0] = '-';
    return result;
}

}  // namespace je::test
