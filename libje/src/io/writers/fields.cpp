// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/writers/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "io/writers/writer.hpp"
#include "io/yaml/odd.hpp"
#include "io/yaml/words.hpp"
#include "je/base/date.hpp"

namespace je::io {
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
    for (const auto& [name, value] : pairs) entries.raw(name.value, yaml_scalar(value.value));
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

namespace {

bool is_ascii_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Characters beyond ASCII that are line ends to some readers, invisible, or turn the direction of writing.
bool must_be_escaped(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct Character {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
};

/// The character of UTF-8 `text` that begins at `at`.
Character character(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    const std::size_t bytes = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t value = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = at + 1; i < std::min(at + bytes, text.size()); ++i)
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {value, std::min(bytes, text.size() - at)};
}

std::string escape(std::uint32_t c) {
    switch (c) {
        case '\n':
            return "\\n";
        case '\t':
            return "\\t";
        case '\r':
            return "\\r";
        default:
            return fmt::format("\\u{:04X}", c);
    }
}

bool reads_as_number_or_date(std::string_view text) {
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    const bool whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
    return whole || changed_by_readers(text) || base::Date::parse(text).has_value();
}

/// Whether every YAML reader takes bare `text` for this very text, in a list or map of either style.
bool can_stand_bare(std::string_view text) {
    if (text.empty() || text.back() == ' ' || reads_as_number_or_date(text)) return false;
    if (!is_ascii_letter_or_digit(text.front()) && !is_beyond_ascii(text.front())) return false;
    if (odd_at(text, 0).kind != OddCharacter::none) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = character(text, at);
        const bool word = is_ascii_letter_or_digit(text[at]) || (c.bytes > 1 && !must_be_escaped(c.value));
        if (!word && std::string_view{" -_./+&'()%;=!<>"}.find(text[at]) == std::string_view::npos) return false;
        at += c.bytes;
    }
    return true;
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
    if (can_stand_bare(text)) return std::string{text};
    std::string quoted = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto c = character(text, at);
        if (must_be_escaped(c.value)) {
            quoted += escape(c.value);
        } else {
            if (text[at] == '"' || text[at] == '\\') quoted += '\\';
            quoted += text.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return quoted + '"';
}

}  // namespace je::io
