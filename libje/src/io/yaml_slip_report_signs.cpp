// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "io/yaml_slip_report.hpp"
#include "io/yaml_words.hpp"

namespace je::io {
namespace {

constexpr const char* entry_signs = "'key: value', within braces with commas between the entries";

}  // namespace

void SlipReport::other_colon(Stretch key, Stretch sign) {
    ++certain_;
    const auto written = text_.substr(sign.begin, sign.size());
    const std::string_view name = written.find('>') != std::string_view::npos || written.starts_with("\u2192") ? "an arrow"
                                  : written.starts_with('-')                                                   ? "a hyphen"
                                  : written.starts_with('=') ? "an equals sign"
                                                             : "a full-width colon (U+FF1A)";
    say("JE-Y72", sign, fmt::format("{} stands after the key '{}' in place of a colon", name, shown_text(string(key))),
        entry_signs, fmt::format("write '{}:' and a space before the value", shown_text(string(key))));
    mended_.edit(key.end, sign.end - key.end, ": ");
}

void SlipReport::parentheses(Stretch value) {
    ++certain_;
    say("JE-Y72", {value.begin, value.begin + 1}, "parentheses stand around keys and values in place of braces", entry_signs,
        "write '{' for the '(' and '}' for the ')' that closes it");
    mended_.edit(value.begin, 1, "{");
    mended_.edit(value.end - 1, 1, "}");
}

void SlipReport::semicolon(std::size_t at) {
    ++certain_;
    say("JE-Y72", {at, at + 1}, "a semicolon stands between two entries in place of a comma", entry_signs,
        "put a comma in place of the semicolon");
    mended_.edit(at, 1, ",");
}

void SlipReport::comma_in_number(std::string_view key, Stretch value) {
    say("JE-Y72", value, fmt::format("the comma in '{}' ends the value of '{}', and digits follow", string(value), key),
        "a number with a point before its decimals, and without a sign between thousands",
        "take the comma out if it stands between thousands, or put a point in its place if it stands before decimals");
    mean(value, std::nullopt);
}

void SlipReport::fence(Stretch line) {
    ++certain_;
    say("JE-Y72", line, "this line of backquotes marks a piece of code in a page or message, and is no part of the file",
        "lines of 'key: value'", "take the line out of the file, at the end of the piece as at its beginning");
    mended_.edit(line.begin, line.size(), "");
}

void SlipReport::conflict(Stretch line) {
    say("JE-Y72", line, "this line marks two versions of a part that were not brought together", "one version of each part",
        "bring the two versions between the marks together into one, and take the three lines of marks out");
    mended_.edit(line.begin, line.size(), "");
}

void SlipReport::drawn_line(Stretch line) {
    ++certain_;
    say("JE-Y72", line, "this line of signs is no part of the file", "lines of 'key: value'",
        "take the line out, or put '# ' before it");
    mended_.edit(line.begin, line.size(), "");
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
    ++certain_;
    say("JE-Y37", {at, at + 1}, fmt::format("'-{}' has no space after the hyphen", shown_text(next)),
        "a hyphen and a space ('- ')", "put a space after the hyphen");
    mended_.edit(at + 1, 0, " ");
}

void SlipReport::unopened_bracket(Stretch value) {
    ++certain_;
    const char closing = text_[value.end - 1];
    const char opening = closing == '}' ? '{' : '[';
    say("JE-Y25", {value.end - 1, value.end}, fmt::format("the '{}' here closes what nothing opened", closing),
        fmt::format("'{}' before the first key, '{}' after the last value", opening, closing),
        fmt::format("write '{}' before '{}'", opening, shown_text(string({value.begin, value.end - 1}))));
    mended_.edit(value.begin, 0, std::string{opening});
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
    say("JE-Y73", {value.begin, value.begin + 1},
        fmt::format("the '{}' here begins a list or map, and the text of '{}' goes on after it", text_[value.begin], key),
        "quotes around a text that begins with a bracket", quote_fix(key, string(value)));
    mean(value, string(value));
}

}  // namespace je::io
