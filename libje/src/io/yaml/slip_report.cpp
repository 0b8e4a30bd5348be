// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "io/yaml/slips.hpp"
#include "io/yaml/syntax.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

constexpr const char* one_value = "one 'key: value' a line";

std::string spaces(std::size_t count) { return count == 1 ? "1 space" : fmt::format("{} spaces", count); }

std::string how_to_indent(std::size_t column) {
    return column == 0 ? "begin the line at the margin, without blanks in front"
                       : fmt::format("replace what stands before the first word with {}", spaces(column));
}

}  // namespace

void SlipReport::say(std::string_view id, Stretch at, std::string message, std::string expected, std::string fix) {
    const auto place = lines_.find(text_, at.begin);
    const auto line_end = std::min(text_.find('\n', at.begin), text_.size());
    const auto length = std::max<std::size_t>(std::min(at.end, line_end) - at.begin, 1);
    diagnostics_.error({std::string{id},
                        {source_, place.line, place.column, static_cast<std::uint32_t>(length)},
                        std::move(message),
                        std::move(expected),
                        std::move(fix)});
}

void SlipReport::mean(Stretch part, std::optional<std::string> value) {
    if (value) ++certain_;
    mended_.stand_in(part.begin, part.size(), std::move(value));
}

void SlipReport::mend(std::size_t at, std::size_t removed, std::string_view put) {
    ++certain_;
    mended_.edit(at, removed, put);
}

void SlipReport::quote(std::string_view id, Stretch at, std::string message, std::string expected, std::string_view key,
                       Stretch value) {
    say(id, at, std::move(message), std::move(expected), quote_fix(key, string(value)));
    mean(value, string(value));
}

void SlipReport::tab(std::size_t at, Stretch indent, std::size_t column) {
    say("JE-Y07", {at, at + 1}, "this line is indented with a tab", "lines indented with spaces", how_to_indent(column));
    mend(indent.begin, indent.size(), std::string(column, ' '));
}

void SlipReport::odd_indent(std::size_t at, Stretch indent, std::size_t column) {
    const auto odd = odd_at(text_, at);
    say("JE-Y60", {at, at + odd.bytes}, fmt::format("{} stands in the indentation of this line", odd.name),
        "lines indented with plain spaces", how_to_indent(column));
    mend(indent.begin, indent.size(), std::string(column, ' '));
}

void SlipReport::odd_blank(std::size_t at, const OddCharacter& odd, std::string_view where) {
    const bool seen = odd.kind == OddCharacter::blank;
    say("JE-Y60", {at, at + odd.bytes}, fmt::format("{} stands {}", odd.name, where), "a plain space",
        seen ? "replace it with a plain space" : "delete it; it is invisible in most editors, so retype the line");
    mend(at, odd.bytes, seen ? " " : "");
}

void SlipReport::odd_line(Stretch line) {
    const auto odd = first_unseen(text_.substr(line.begin, line.size()));
    say("JE-Y60", line, fmt::format("this line holds nothing but {}", odd.name), "an empty line, or one with a key",
        "delete the line");
    mend(line.begin, line.size(), "");
}

void SlipReport::no_colon(Stretch key, bool followed) {
    say("JE-Y62", key, fmt::format("the key '{}' has no colon", shown_text(string(key))), "'key: value', or 'key:' alone",
        fmt::format("write '{}:'{}", shown_text(string(key)), followed ? " and a space before the value" : ""));
    mend(key.end, 0, ":");
}

void SlipReport::no_space(Stretch key, std::string_view value) {
    const Stretch shown{key.begin, key.end + 1};
    const auto written = string(key);
    say("JE-Y37", shown, fmt::format("'{}:{}' has no space after the colon", written, shown_text(value)),
        "'key: value' with a space after the colon", fmt::format("put a space after '{}:'", written));
    mend(key.end, 1, ": ");
}

void SlipReport::no_key(Stretch line) {
    say("JE-Y68", line, "this line has no key, and is not indented as part of the text above", one_value,
        "indent it further than the key above if it belongs to that text; else write the key before it, and a colon");
    mended_.edit(line.begin, line.size(), "");
}

void SlipReport::no_hyphen(std::size_t at, std::size_t bytes, std::string_view name) {
    const bool is_number = base::is_digit(text_[at]);
    say("JE-Y64", {at, at + bytes}, fmt::format("{} marks an item of a list here", name), "a hyphen and a space ('- ')",
        is_number ? "write '- ' (a hyphen and a space) in its place" : "replace it with a hyphen (-)");
    mend(at, bytes, is_number ? '-' + std::string(bytes - 1, ' ') : "-");
}

void SlipReport::no_comma(std::size_t at, std::string_view next_key) {
    say("JE-Y69", {at, at + next_key.size()}, fmt::format("there is no comma before the key '{}'", next_key),
        "a comma between the values within braces",
        fmt::format("put a comma before '{}', or the text before it in quotes if it is part of that text", next_key));
    mend(at, 0, ", ");
}

void SlipReport::curly(std::string_view key, Stretch value) {
    const auto written = string(value);
    const auto odd = odd_at(text_, value.begin);
    const std::string meant{within_curly(written)};
    say("JE-Y61", value,
        fmt::format("{} stands around this text, which quotes nothing in YAML", odd.bytes == 0 ? "a curly quote" : odd.name),
        "straight quotes (\" or ')", quote_fix(key, meant));
    mean(value, meant);
}

namespace {

/// Of an odd number of quotes the first and the last stand around the text: "3" pipe" is meant as 3" pipe.
std::string without_outer_quotes(std::string text) {
    const bool is_quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    const bool is_odd = std::count(text.begin(), text.end(), '"') % 2 == 1;
    return is_quoted && is_odd ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

void SlipReport::text_after_quote(std::string_view key, std::size_t at, Stretch value, std::string meant) {
    meant = without_outer_quotes(std::move(meant));
    const bool text = key.empty() || is_text_key(key);
    const bool apostrophe = at > 0 && text_[at - 1] == '\'';
    say("JE-Y63", {at, value.end},
        apostrophe ? "the text in single quotes ends at the apostrophe before this place, and more follows"
                   : "the text in quotes ends before this place, and more follows",
        text ? "one pair of quotes around the whole text" : "the end of the value",
        text ? quote_fix(key, meant)
             : "end the value at the quote; what follows can stand in a text such as 'note' or 'rationale', or after ' # ' as "
               "a comment");
    mean(value, text ? std::optional{std::move(meant)} : std::nullopt);
}

void SlipReport::text_after_comment(std::string_view key, Stretch value, Stretch more) {
    const auto of = key.empty() ? std::string{"above"} : fmt::format("of '{}'", key);
    say("JE-Y65", more, fmt::format("this line goes on with the text {}, which the comment above has ended", of),
        "a text without a comment in it, or one in quotes",
        "put all lines of the text between one pair of quotes; a comment that is no part of it goes on a line above the key");
    mean(value, std::nullopt);
    mended_.edit(more.begin, more.size(), "");
}

namespace {

/// 'tis, '90s: a text that begins with an apostrophe and not with a quote.
bool begins_with_apostrophe(std::string_view text) {
    if (text.size() < 3 || text.front() != '\'') return false;
    if (base::is_digit(text[1])) return true;
    const auto begins = [&](std::string_view word) { return text.substr(1).starts_with(word); };
    return begins("tis ") || begins("twas ") || begins("til ") || begins("cause ") || begins("em ");
}

/// What stands in quotes that a straight one opens and none closes, or a curly one.
Stretch without_quote(std::string_view text, Stretch value) {
    const std::string_view written = text.substr(value.begin, value.size());
    if (begins_with_apostrophe(written)) return value;
    constexpr std::size_t curly_bytes = 3;
    const bool curly = written.size() > curly_bytes && (written.ends_with("\u201D") || written.ends_with("\u2019"));
    return {value.begin + 1, curly ? value.end - curly_bytes : value.end};
}

}  // namespace

void SlipReport::unclosed_quote(std::string_view key, std::size_t at, Stretch value) {
    const auto place = lines_.find(text_, at);
    auto diagnostic = io::unclosed_quote({source_, place.line, place.column, 1});
    auto meant = string(without_quote(text_, value));
    for (auto line = meant.find('\n'); line != std::string::npos;
         line = meant.find('\n')) {  // lines are joined as YAML joins them
        const auto begin = meant.find_last_not_of(" \t\r\n", line) + 1;
        meant.replace(begin, std::min(meant.find_first_not_of(" \t\r\n", line), meant.size()) - begin, " ");
    }
    if (text_[at] == '"') {
        for (auto escaped = meant.find("\\\""); escaped != std::string::npos; escaped = meant.find("\\\"", escaped + 1))
            meant.erase(escaped, 1);
    }
    diagnostic.fix = quote_fix(key, meant);
    diagnostics_.error(std::move(diagnostic));
    mean(value, meant);
}

void SlipReport::unclosed_bracket(std::size_t at, std::size_t end, std::string_view closing) {
    const bool within = end < text_.size() && text_[end] == ',';
    say("JE-Y09", {at, at + 1}, fmt::format("the '{}' that opens here is not closed before the next key", text_[at]),
        fmt::format("values with commas between them, then '{}'", closing.front()),
        within ? fmt::format("write '{}' before the '{}'", closing,
                             shown_text(string({end, std::min(text_.find(':', end), text_.size())})))
               : fmt::format("write '{}' after the last value", closing));
    mend(end, 0, closing);
}

void SlipReport::second_colon(std::string_view key, std::size_t at, Stretch value) {
    quote("JE-Y20", {at, at + 1}, "a second colon on this line makes it unclear where the value begins", one_value, key, value);
}

void SlipReport::two_keys(std::size_t at, Stretch value, std::string_view how) {
    say("JE-Y20", {at, at + 1}, "a second colon on this line makes it unclear where the value begins", one_value,
        fmt::format("{} before the second key; or put braces around keys and their values; or put the whole value in double "
                    "quotes if the "
                    "colon belongs to it",
                    how));
    mean(value, std::nullopt);
}

void SlipReport::reserved_sign(std::string_view key, Stretch value) {
    quote("JE-Y23", {value.begin, value.begin + 1},
          fmt::format("a value cannot begin with '{}' unless it is in quotes", text_[value.begin]),
          "a value that begins with a letter or digit, or one in quotes", key, value);
}

void SlipReport::comma_in_text(std::string_view key, std::size_t at, Stretch value) {
    quote("JE-Y67", {at, value.end},
          fmt::format("the comma before this place ends the value of '{}', and more text follows", key),
          "within braces, quotes around a text with a comma", key, value);
}

void SlipReport::hash_in_text(std::string_view key, std::size_t at, Stretch value) {
    quote("JE-Y67", {at, value.end},
          fmt::format("a comment begins here within the text of '{}', and takes the closing bracket with it", key),
          "within braces, quotes around a text with ' #' in it", key, value);
}

void SlipReport::question_mark(std::string_view key, std::size_t at, Stretch value) {
    const bool text = is_text_key(key);
    say("JE-Y67", {at, at + 1},
        fmt::format("the '?' here, before a blank or the end, cannot be part of the value of '{}'", key),
        text ? "within braces, quotes around a text with question marks" : "a value without a question mark",
        text ? quote_fix(key, string(value))
             : fmt::format("write the value that is known, or leave '{}' out until it is", key));
    mean(value, text ? std::optional{string(value)} : std::nullopt);
}

void SlipReport::bracket_in_text(std::string_view key, std::size_t at, Stretch value) {
    quote("JE-Y67", {at, at + 1}, fmt::format("the '{}' here cannot be part of the text of '{}'", text_[at], key),
          "within braces, quotes around a text with brackets", key, value);
}

namespace {

constexpr const char* entry_signs = "'key: value', within braces with commas between the entries";

}  // namespace

void SlipReport::other_colon(Stretch key, Stretch sign) {
    const auto written = text_.substr(sign.begin, sign.size());
    const std::string_view name = written.find('>') != std::string_view::npos || written.starts_with("\u2192") ? "an arrow"
                                  : written.starts_with('-')                                                   ? "a hyphen"
                                  : written.starts_with('=') ? "an equals sign"
                                                             : "a full-width colon (U+FF1A)";
    say("JE-Y72", sign, fmt::format("{} stands after the key '{}' in place of a colon", name, shown_text(string(key))),
        entry_signs, fmt::format("write '{}:' and a space before the value", shown_text(string(key))));
    mend(key.end, sign.end - key.end, ": ");
}

void SlipReport::parentheses(Stretch value) {
    ++certain_;
    say("JE-Y72", {value.begin, value.begin + 1}, "parentheses stand around keys and values in place of braces", entry_signs,
        "write '{' for the '(' and '}' for the ')' that closes it");
    mended_.edit(value.begin, 1, "{");
    mended_.edit(value.end - 1, 1, "}");
}

void SlipReport::semicolon(std::size_t at) {
    say("JE-Y72", {at, at + 1}, "a semicolon stands between two entries in place of a comma", entry_signs,
        "put a comma in place of the semicolon");
    mend(at, 1, ",");
}

void SlipReport::comma_in_number(std::string_view key, Stretch value) {
    say("JE-Y72", value, fmt::format("the comma in '{}' ends the value of '{}', and digits follow", string(value), key),
        "a number with a point before its decimals, and without a sign between thousands",
        "take the comma out if it stands between thousands, or put a point in its place if it stands before decimals");
    mean(value, std::nullopt);
}

void SlipReport::fence(Stretch line) {
    say("JE-Y72", line, "this line of backquotes marks a piece of code in a page or message, and is no part of the file",
        "lines of 'key: value'", "take the line out of the file, at the end of the piece as at its beginning");
    mend(line.begin, line.size(), "");
}

void SlipReport::conflict(Stretch line) {
    say("JE-Y72", line, "this line marks two versions of a part that were not brought together", "one version of each part",
        "bring the two versions between the marks together into one, and take the three lines of marks out");
    mended_.edit(line.begin, line.size(), "");
}

void SlipReport::drawn_line(Stretch line) {
    say("JE-Y72", line, "this line of signs is no part of the file", "lines of 'key: value'",
        "take the line out, or put '# ' before it");
    mend(line.begin, line.size(), "");
}

void SlipReport::quoted_line(Stretch mark, bool first) {
    if (first) {
        ++certain_;
        say("JE-Y72", mark, "this line begins with '>', as a mail quotes what it answers", "lines of 'key: value'",
            "take '> ' out of the beginning of each line that has it");
    }
    mended_.edit(mark.begin, mark.size(), "");
}

void SlipReport::block_on_header(std::string_view key, Stretch value) {
    const auto sign = string({value.begin, value.begin + 1});
    say("JE-Y23", {value.begin, value.begin + 1},
        fmt::format("a '{}' begins a text on the lines below it, and text stands on its own line", sign),
        "the whole text below, indented, or all of it in quotes",
        fmt::format(
            "move what follows the '{}' to a line of its own above the next one, indented like it; if the '{}' belongs to the "
            "text, put the whole text of '{}' in quotes",
            sign, sign, key));
    mean(value, std::nullopt);
}

void SlipReport::unknown_escape(std::string_view key, std::size_t at, Stretch value) {
    const bool closed = text_[value.end - 1] == '"';
    const bool inner_quotes = text_.substr(value.begin + 1, value.size() - 2).find('"') != std::string_view::npos;
    const auto written = string({value.begin + 1, closed ? value.end - 1 : value.end});
    const bool escaped_quote = inner_quotes && written.find("\\\"") != std::string::npos;
    const auto in_single = escaped_quote ? std::nullopt : single_quote_fix(key, written);
    say("JE-Y22", {at, at + 2},
        fmt::format("'{}' in double quotes is no escape that YAML knows", shown_text(string({at, at + 2}))),
        "in double quotes two backslashes (\\\\) for one; in single quotes a backslash is only a backslash",
        in_single.value_or("write \\\\ for each backslash that belongs to the text"));
    mean(value, std::nullopt);
}

void SlipReport::maybe_key(Stretch key, std::string_view rest) {
    const auto word = string(key);
    say("JE-Y62", key, fmt::format("the key '{}' has no colon, if it is one", shown_text(word)), entry_signs,
        fmt::format("write '{}: {}', or put the whole text before it and this in one pair of quotes if it belongs to that text",
                    word, shown_text(rest)));
    mended_.edit(key.end, 0, ":");
}

void SlipReport::no_space_after_hyphen(std::size_t at, std::string_view next) {
    say("JE-Y37", {at, at + 1}, fmt::format("'-{}' has no space after the hyphen", shown_text(next)),
        "a hyphen and a space ('- ')", "put a space after the hyphen");
    mend(at + 1, 0, " ");
}

void SlipReport::unopened_bracket(Stretch value) {
    const char closing = text_[value.end - 1];
    const char opening = closing == '}' ? '{' : '[';
    say("JE-Y25", {value.end - 1, value.end}, fmt::format("the '{}' here closes what nothing opened", closing),
        fmt::format("'{}' before the first key, '{}' after the last value", opening, closing),
        fmt::format("write '{}' before '{}'", opening, shown_text(string({value.begin, value.end - 1}))));
    mend(value.begin, 0, std::string{opening});
}

void SlipReport::text_after_bracket(Stretch more) {
    const auto written = string(more);
    const bool sign = written.find_first_not_of(",;.") == std::string::npos;
    if (sign) ++certain_;
    say("JE-Y73", more, fmt::format("'{}' stands after the end of this value", shown_text(written)),
        "the end of the line, or a comment",
        sign ? "end the line with the value: entries on lines of their own have no sign between them"
             : "write it as a text of the entry, such as 'note', within the brackets, or as a comment: a blank and '#' before "
               "it");
    mended_.edit(more.begin, more.size(), "");
}

void SlipReport::text_around_brackets(std::string_view key, Stretch value) {
    quote("JE-Y73", {value.begin, value.begin + 1},
          fmt::format("the '{}' here begins a list or map, and the text of '{}' goes on after it", text_[value.begin], key),
          "quotes around a text that begins with a bracket", key, value);
}

}  // namespace je::io
