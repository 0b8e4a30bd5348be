// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/yaml/mended.hpp"
#include "io/yaml/odd.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// A stretch of the text, in bytes.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// What is said about slips, and how they are mended.
class SlipReport {
public:
    SlipReport(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics)
        : source_{source}, text_{source->text}, mended_{mended}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t certain() const { return certain_; }

    void tab(std::size_t at, Stretch indent, std::size_t column);
    void odd_indent(std::size_t at, Stretch indent, std::size_t column);
    void odd_blank(std::size_t at, const OddCharacter& odd, std::string_view where);
    void odd_line(Stretch line);
    void no_colon(Stretch key, bool followed);
    void no_space(Stretch key, std::string_view value);
    void no_key(Stretch line);
    void no_hyphen(std::size_t at, std::size_t bytes, std::string_view name);
    void no_comma(std::size_t at, std::string_view next_key);
    void curly(std::string_view key, Stretch value);
    void text_after_quote(std::string_view key, std::size_t at, Stretch value, std::string meant);
    void text_after_comment(std::string_view key, Stretch value, Stretch more);
    void unclosed_quote(std::string_view key, std::size_t at, Stretch value);
    void unclosed_bracket(std::size_t at, std::size_t end, std::string_view closing);
    void second_colon(std::string_view key, std::size_t at, Stretch value);
    void two_keys(std::size_t at, Stretch value, std::string_view how);
    void reserved_sign(std::string_view key, Stretch value);
    void comma_in_text(std::string_view key, std::size_t at, Stretch value);
    void hash_in_text(std::string_view key, std::size_t at, Stretch value);
    void question_mark(std::string_view key, std::size_t at, Stretch value);
    void bracket_in_text(std::string_view key, std::size_t at, Stretch value);
    // Signs in place of those that YAML knows.
    void other_colon(Stretch key, Stretch sign);
    void parentheses(Stretch value);
    void semicolon(std::size_t at);
    void comma_in_number(std::string_view key, Stretch value);
    void fence(Stretch line);
    void conflict(Stretch line);
    void drawn_line(Stretch line);
    /// "> " before a line; said of the first only.
    void quoted_line(Stretch mark, bool first);
    void block_on_header(std::string_view key, Stretch value);
    void unknown_escape(std::string_view key, std::size_t at, Stretch value);

    // Signs that are missing, or one too many.
    void maybe_key(Stretch key, std::string_view rest);
    void no_space_after_hyphen(std::size_t at, std::string_view next);
    void unopened_bracket(Stretch value);
    void text_after_bracket(Stretch more);
    void text_around_brackets(std::string_view key, Stretch value);

private:
    void say(std::string_view id, Stretch at, std::string message, std::string expected, std::string fix);
    [[nodiscard]] std::string string(Stretch part) const { return std::string{text_.substr(part.begin, part.size())}; }
    void mean(Stretch part, std::optional<std::string> value);

    const base::SourceTextPtr& source_;
    std::string_view text_;
    MendedText& mended_;
    base::Diagnostics& diagnostics_;
    LineFinder lines_;
    std::size_t certain_ = 0;
};

[[nodiscard]] bool is_blank_sign(char c);
/// Where the line ends in which `at` lies: before its line end, and before a carriage return there.
[[nodiscard]] std::size_t end_of_line(std::string_view text, std::size_t at);
/// Where the line after it begins; the end of the text when there is none.
[[nodiscard]] std::size_t next_line(std::string_view text, std::size_t at);
/// `part` without blanks at its end.
[[nodiscard]] Stretch trimmed(std::string_view text, Stretch part);
/// Where a comment begins in `part`, or its end.
[[nodiscard]] std::size_t comment_in(std::string_view text, Stretch part);
/// The first colon of `part` that ends a key: before a blank or at the end; npos when there is none.
[[nodiscard]] std::size_t colon_in(std::string_view text, Stretch part);
/// Just past the quote that closes the one at `part.begin`; npos when none within `part` does.
[[nodiscard]] std::size_t close_of_quote(std::string_view text, Stretch part);
/// What was meant by `value`, which begins with a quote that closes just before `close` though more text follows.
[[nodiscard]] std::string meant_by_quoted(std::string_view text, Stretch value, std::size_t close);
/// The first escape in `value`, which begins with a double quote, that YAML does not know, or the backslash before its last
/// quote when it takes that quote into the text; npos when there is none.
[[nodiscard]] std::size_t unknown_escape_in(std::string_view text, Stretch value);
/// Whether `part` begins with a brace or not, and then with a key of some format and a colon: "{level: 3}", "level: 3".
[[nodiscard]] bool begins_map(std::string_view text, Stretch part);
/// Whether what stands after the bracket at `part.begin` reads like words, not like keys.
[[nodiscard]] bool begins_text(std::string_view text, Stretch part);
/// The equals sign, arrow or full-width colon that `part` begins with, with the blanks around it; empty when it begins with
/// none.
[[nodiscard]] Stretch other_colon_after(std::string_view text, Stretch part);
/// Whether a value, in braces or not, begins with a sign that YAML keeps for itself.
[[nodiscard]] bool begins_with_reserved(std::string_view value);
/// How many bytes "1." or "2)" takes before a key or a brace; 0 when `part` does not begin like that.
[[nodiscard]] std::size_t number_mark(std::string_view text, Stretch part);
/// The word that ends just before `end`, when it is a key of some format, at `begin` or after a blank; its begin, or npos.
[[nodiscard]] std::size_t known_key_before(std::string_view text, std::size_t begin, std::size_t end);

/// Looks at the list or map in brackets that begins at `at`, within a block whose keys stand in `column`. Gives where the text
/// goes on after it; npos when that cannot be told.
[[nodiscard]] std::size_t find_flow_slips(SlipReport& report, std::size_t at, std::size_t column);

/// Looks for the usual slips of the pen in a YAML text that could not be read: tabs and odd blanks in the indentation, keys
/// without a colon, dashes that are no hyphens, quotes that do not close or close too early, signs that end a text before its
/// end. Each is reported, and mended in `mended`. Gives how many of them leave no doubt about what was meant.
[[nodiscard]] std::size_t find_slips(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics);

}  // namespace je::io
