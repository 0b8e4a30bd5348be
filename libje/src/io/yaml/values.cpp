// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/values.hpp"

#include <fmt/format.h>

#include <variant>

#include "io/yaml/odd.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

constexpr std::uint64_t largest_whole = 999'999'999;

std::string found(const YamlNode& node) {
    if (node.kind == YamlKind::null) return "empty";
    return node.is_scalar() ? fmt::format("'{}'", shown_text(node.text)) : std::string{name_of(node.kind)};
}

std::string quote_or_shorten(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const bool zeros = point != std::string_view::npos && text.find_first_not_of('0', point + 1) == std::string_view::npos;
    if (!zeros || !base::parse_whole(whole, largest_whole)) return fmt::format("write it in quotes: \"{}\"", text);
    return fmt::format("write {} if that is what it is called; otherwise write it in quotes: \"{}\"", whole, text);
}

/// Reported and told as harmless: what was meant is what is written.
void check_quotes(const YamlContext& context, const YamlNode& node, const Name& name) {
    if (!node.plain || !changed_by_readers(node.text)) return;
    if (node.text == "n" || node.text == "N" || node.text == "y" || node.text == "Y") return;  // all readers in use keep these
    if (has_code_characters(node.text)) ++context.harmless;
    context.error("JE-Y46", node,
                  fmt::format("{} is {} without quotes, which another YAML reader may change", name.text(), found(node)),
                  "a code or reference that every reader keeps as written", quote_or_shorten(node.text));
}

/// A value with odd blanks, invisible characters or curly quotes, without which it is what `is_right` asks for; reported.
template <class IsRight>
std::optional<std::string> mended(const YamlContext& context, const YamlNode& node, const Name& name, IsRight is_right) {
    const auto odd = first_odd(node.text);
    const auto meant = without_odd(node.text);
    if (odd.kind == OddCharacter::none || !is_right(meant)) return std::nullopt;
    ++context.harmless;
    if (odd.is_quote()) {
        context.error(
            "JE-Y61", node,
            fmt::format("{} is {}: curly quotes are part of it, they quote nothing in YAML", name.text(), found(node)),
            "straight quotes (\" or '), or none", fmt::format("write {}", meant));
    } else {
        context.error("JE-Y66", node, fmt::format("{} has {} in it", name.text(), odd.name), "plain characters",
                      fmt::format("retype it: {}", meant));
    }
    return meant;
}

std::optional<YamlText> checked_code(const YamlContext& context, const YamlNode& node, const Name& name) {
    if (characters(node.text) > longest_code) {
        context.error("JE-Y48", node, fmt::format("{} has {} characters", name.text(), characters(node.text)),
                      "a code of 1 to 64 characters", "choose a shorter code; a title or name may be longer");
        return std::nullopt;
    }
    if (!has_code_characters(node.text)) {
        if (auto meant = mended(context, node, name, has_code_characters)) return YamlText{*std::move(meant), context.at(node)};
        if (node.plain && changed_by_readers(node.text)) return std::nullopt;  // told by check_quotes
        context.error("JE-Y47", node, fmt::format("{} is {}, which is not a code", name.text(), found(node)),
                      "a code: letters, digits and - _ . / + & ' ( ) between them, no spaces at the ends",
                      node.text.empty() ? "write a code" : "write the code as it is elsewhere, with none but those signs");
        return std::nullopt;
    }
    return context.text_of(node);
}

std::string number_fix(base::DecimalError error) {
    switch (error) {
        case base::DecimalError::leading_zero:
            return "write the number without the zeros in front";
        case base::DecimalError::exponent:
            return "write the number out in full";
        case base::DecimalError::too_many_digits:
            return "round it to four digits after the point";
        case base::DecimalError::explicit_plus:
            return "write the number without the plus";
        case base::DecimalError::missing_digits:
            return "write a digit on both sides of the point";
        case base::DecimalError::negative_zero:
            return "write 0";
        case base::DecimalError::out_of_range:
            return "no larger number can be held here: count in a larger unit throughout, such as thousands, and say so in a "
                   "name";
        default:
            return "write a number such as 20 or 12.5, without signs, units or separators";
    }
}

/// A number of kind Value, which goes as far as `largest`.
template <class Value>
std::optional<base::Located<Value>> read_number_as(const YamlContext& context, const YamlNode& node, std::string_view key,
                                                   std::string_view largest) {
    if (!is_single(context, node, key)) return std::nullopt;
    const auto parsed = Value::parse(node.text);
    const auto* value = std::get_if<Value>(&parsed);
    if (value != nullptr && node.plain) return base::Located<Value>{*value, context.at(node)};
    if (value != nullptr) {
        context.error("JE-Y45", node, fmt::format("'{}' is {} in quotes, which is text", key, found(node)),
                      "a number without quotes", fmt::format("write it without quotes: {}", shown_text(node.text)));
        return std::nullopt;
    }
    const auto is_value = [](std::string_view text) { return std::holds_alternative<Value>(Value::parse(text)); };
    if (const auto meant = mended(context, node, {key}, is_value))
        return base::Located<Value>{std::get<Value>(Value::parse(*meant)), context.at(node)};
    const auto error = std::get<base::DecimalError>(parsed);
    const bool too_large = error == base::DecimalError::out_of_range;
    context.error("JE-Y44", node,
                  fmt::format("'{}' is {}: it {}", key, found(node),
                              too_large ? fmt::format("is beyond {}", largest) : std::string{base::describe(error)}),
                  fmt::format("a number: digits, at most one point with one to four digits after it, at most {}", largest),
                  number_fix(error));
    return std::nullopt;
}

/// Whether `text` is a number, of whatever size; the fact that it is given to knows how large it may be.
bool is_number(std::string_view text) {
    const auto parsed = base::WideDecimal::parse(text);
    const auto* error = std::get_if<base::DecimalError>(&parsed);
    return error == nullptr || *error == base::DecimalError::out_of_range || *error == base::DecimalError::too_many_digits;
}

}  // namespace

std::string Name::text() const {
    switch (kind) {
        case of_value:
            return fmt::format("'{}'", word);
        case of_key:
            return fmt::format("a key of '{}'", word);
        case of_thing:
            break;
    }
    return fmt::format("the {}", word);
}

std::string_view YamlContext::comment_of(const YamlNode& node) const {
    if (node.comment == 0) return {};
    const auto rest = std::string_view{source_of(node)->text}.substr(node.comment);
    return rest.substr(0, rest.substr(0, rest.find('\n')).find_last_not_of(" \t\r") + 1);
}

std::optional<YamlText> read_reference(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.is_scalar()) check_quotes(context, node, {key});
    return read_filled_text(context, node, key);
}

std::optional<YamlText> read_code(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    check_quotes(context, node, {key});
    return checked_code(context, node, {key});
}

std::optional<YamlText> read_key(const YamlContext& context, const YamlNode& key, std::string_view of) {
    if (!key.is_scalar()) return std::nullopt;
    check_quotes(context, key, {of, Name::of_key});
    return checked_code(context, key, {of, Name::of_key});
}

std::optional<YamlText> read_fact(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    const bool yes_or_no = node.text == "true" || node.text == "false" || node.text == "yes" || node.text == "no";
    if (yes_or_no || is_number(node.text)) return context.text_of(node);
    check_quotes(context, node, {key});
    return checked_code(context, node, {key});
}

std::optional<YamlText> read_stated_fact(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!node.is_sequence()) return read_fact(context, node, key);
    YamlText list{"[", context.at(node)};
    bool all_read = true;
    for (const YamlNode& item : YamlItems{node}) {
        const auto choice = read_fact(context, item, key);
        all_read = all_read && choice;
        if (choice) list.value += (list.value.size() > 1 ? ", " : "") + choice->value;
    }
    list.value += "]";
    return all_read ? std::optional{std::move(list)} : std::nullopt;
}

std::optional<YamlNumber> read_number(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return read_number_as<base::Decimal>(context, node, key, "999,999,999.9999");
}

std::optional<YamlWideNumber> read_wide_number(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return read_number_as<base::WideDecimal>(context, node, key, base::WideDecimal::largest);
}

std::optional<std::uint64_t> read_whole(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    const auto value = base::parse_whole(node.text, largest_whole);
    if (value && node.plain) return value;
    const auto is_whole = [](std::string_view text) { return base::parse_whole(text, largest_whole).has_value(); };
    if (const auto meant = mended(context, node, {key}, is_whole)) return base::parse_whole(*meant, largest_whole);
    context.error("JE-Y51", node, fmt::format("'{}' is {}, not a whole number", key, found(node)),
                  "a whole number from 0 to 999999999, without quotes", "write digits only");
    return std::nullopt;
}

std::optional<base::Located<base::Date>> read_date(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    if (const auto date = base::Date::parse(node.text)) return base::Located<base::Date>{*date, context.at(node)};
    const auto is_date = [](std::string_view text) { return base::Date::parse(text).has_value(); };
    if (const auto meant = mended(context, node, {key}, is_date))
        return base::Located<base::Date>{*base::Date::parse(*meant), context.at(node)};
    context.error("JE-Y49", node, fmt::format("'{}' is {}, not a date", key, found(node)), "a day that exists, as YYYY-MM-DD",
                  "write the date like 2026-01-31");
    return std::nullopt;
}

std::optional<base::Located<bool>> read_flag(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    const bool yes = node.text == "true";
    if (node.plain && (yes || node.text == "false")) return base::Located<bool>{yes, context.at(node)};
    const auto is_flag = [](std::string_view text) { return text == "true" || text == "false"; };
    if (const auto meant = mended(context, node, {key}, is_flag))
        return base::Located<bool>{*meant == "true", context.at(node)};
    context.error("JE-Y50", node,
                  fmt::format("'{}' is {}{}, not true or false", key, found(node), node.plain ? "" : " in quotes"),
                  "true or false, in small letters and without quotes", "write true or false");
    return std::nullopt;
}

bool is_single(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.is_scalar()) return true;
    if (node.kind == YamlKind::broken) return false;
    if (node.kind == YamlKind::null) {
        context.error("JE-Y36", node, fmt::format("'{}' has no value", key), "a value",
                      "write a value, or leave the key out if it is optional; a code that reads null or ~ needs quotes");
        return false;
    }
    context.error("JE-Y42", node, fmt::format("'{}' is {}, not a single value", key, found(node)), "a single value",
                  node.is_map() ? "write one value; a text that holds a colon or a brace needs quotes"
                                : "write one value; a text that begins with '[' or '-' needs quotes");
    return false;
}

bool is_map(const YamlContext& context, const YamlNode& node, const Name& name) {
    if (node.is_map()) return true;
    if (node.kind == YamlKind::broken) return false;
    context.error("JE-Y40", node, fmt::format("{} is {}, not a map of keys and values", name.text(), found(node)),
                  "keys and values", "write 'key: value' lines below it, indented, or {key: value}");
    return false;
}

bool is_list(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.is_sequence()) return true;
    if (node.kind == YamlKind::broken) return false;
    context.error("JE-Y41", node, fmt::format("'{}' is {}, not a list", key, found(node)), "a list",
                  "write each item on a line that begins with '- ', or all of them as [a, b]");
    return false;
}

}  // namespace je::io
