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

inline constexpr auto npos = std::string_view::npos;

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
    /// An edit that leaves no doubt about what was meant.
    void mend(std::size_t at, std::size_t removed, std::string_view put);
    /// Says that `value` needs quotes, and goes on as if it had them.
    void quote(std::string_view id, Stretch at, std::string message, std::string expected, std::string_view key, Stretch value);

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

// What stands in brackets.

/// Whether `c` is of a key, a code or a number.
[[nodiscard]] bool is_word_sign(char c);
/// Whether `c` ends a value in brackets.
[[nodiscard]] bool ends_flow_value(char c);
/// Whether `part` looks like an entry of a map, or like nothing at all.
[[nodiscard]] bool is_entry(std::string_view text, Stretch part);
/// The word of "level 3", "u 4", where `part` is that and nothing more; empty when it is not.
[[nodiscard]] Stretch key_before_number(std::string_view text, Stretch part);
/// Whether `part` holds digits, and signs between thousands or before decimals, and nothing else.
[[nodiscard]] bool is_figures(std::string_view text, Stretch part);
/// A question mark before a blank or the end of `value`, which begins a key there; the end of `value` when there is none.
[[nodiscard]] std::size_t lone_question_mark(std::string_view text, Stretch value);
/// Where a bare value in brackets ends that goes on at `at`: at the sign that ends it, or at `end`.
[[nodiscard]] std::size_t end_of_plain(std::string_view text, std::size_t at, std::size_t end);
/// The same, or where a bracket opens.
[[nodiscard]] std::size_t segment_end(std::string_view text, std::size_t at, std::size_t end);
/// The comma before the next entry with a key of je, from `begin` on and before `end`.
[[nodiscard]] std::size_t next_entry(std::string_view text, std::size_t begin, std::size_t end);
/// `value` without the brackets at its end that it does not open.
[[nodiscard]] Stretch without_closing(std::string_view text, Stretch value);

/// Looks at the list or map in brackets that begins at `at`, within a block whose keys stand in `column`. Gives where the text
/// goes on after it; npos when that cannot be told.
[[nodiscard]] std::size_t find_flow_slips(SlipReport& report, std::size_t at, std::size_t column);

/// Looks for the usual slips of the pen in a YAML text that could not be read: tabs and odd blanks in the indentation, keys
/// without a colon, dashes that are no hyphens, quotes that do not close or close too early, signs that end a text before its
/// end. Each is reported, and mended in `mended`. Gives how many of them leave no doubt about what was meant.
[[nodiscard]] std::size_t find_slips(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics);

/// Goes through a text line by line, keeping track of which maps and lists are open in block style.
class SlipFinder {
public:
    explicit SlipFinder(SlipReport& report) : report_{report}, text_{report.text()} {}
    void run();

private:
    struct Open {
        std::size_t column;
        bool list;
    };
    static constexpr std::size_t step = 2;  // columns a key is usually further in than the one above it

    void take(Stretch line);
    [[nodiscard]] bool is_marker(Stretch line) const;
    /// What a version control system puts between two versions of a part.
    [[nodiscard]] bool is_conflict(Stretch line) const;
    /// "----------": a line drawn between two parts.
    [[nodiscard]] bool is_drawn(Stretch line) const;
    /// Whether the line is more of a bare text begun above.
    [[nodiscard]] bool goes_on(Stretch indent, Stretch line) const;
    /// The column that a line indented with tabs was meant to begin in.
    std::size_t intended(Stretch indent, Stretch line);
    /// Where what belongs to the last key begins: as the next line that is indented with spaces, if it is further in.
    [[nodiscard]] std::size_t child_column() const;
    void pop_to(std::size_t column, bool item);
    void block(std::size_t at, std::size_t end, std::size_t column);
    [[nodiscard]] bool item_may_stand(std::size_t column) const;
    /// How many bytes another sign takes that stands for the hyphen of an item: a dash, an asterisk, a number; 0 when none
    /// does.
    [[nodiscard]] std::size_t odd_mark(std::size_t at, std::size_t end, std::size_t column) const;
    /// "-{id: a}", "-id: a": an item whose hyphen has no space behind it.
    [[nodiscard]] bool glued_hyphen(std::size_t at, std::size_t end, std::size_t column) const;
    /// How many bytes the mark of an item takes that stands at `at`; 0 when none does.
    std::size_t dash(std::size_t at, std::size_t end, std::size_t column);
    /// Skips blanks and gives how many columns they take once odd ones are plain.
    std::size_t skip_blanks(std::size_t& at, std::size_t end, std::string_view where);
    void key_or_value(std::size_t at, std::size_t end, std::size_t column, bool item);
    /// A key with no space behind its colon, with another sign for it, or with none before a brace.
    bool odd_key(std::size_t at, std::size_t end, std::size_t column, bool key_place);
    [[nodiscard]] std::size_t word_end(std::size_t at, std::size_t end) const;
    /// A key whose colon is missing: where only a key can stand, or where what follows shows that it was meant for one.
    bool without_colon(Stretch word, std::size_t end, std::size_t column, bool key_place);
    /// Whether what stands behind the word can be its value: a text for a key of texts, one word for others.
    [[nodiscard]] bool value_may_follow(Stretch word, std::size_t end) const;
    [[nodiscard]] bool next_is_below(std::size_t column) const;
    void key(Stretch word, std::size_t end, std::size_t column) { key(word, end, column, word.end + 1); }
    void key(Stretch word, std::size_t end, std::size_t column, std::size_t at);
    void value(std::size_t at, std::size_t end, std::size_t column);
    [[nodiscard]] bool begins_reserved(Stretch value) const;
    [[nodiscard]] bool next_is_further(std::size_t column) const;
    void flow(std::size_t at, Stretch whole, std::size_t column);
    /// What stands on a line after the bracket that ends its value.
    void after_flow(std::size_t at);
    /// To the next key of the top level.
    void skip_section();
    /// A line of a text of many lines that is indented with a tab.
    bool tab_in_block(std::size_t indent);
    void skip_block(std::size_t column);
    bool curly(Stretch whole);
    /// `whole`: with what looks like a comment behind it, which in a text may be part of it.
    void plain(Stretch value, Stretch whole, std::size_t column);
    void quoted(Stretch line, std::size_t column);
    /// A quote that closes on a later line, or on none: when a line before that begins with a key no further in, it was left
    /// out.
    void over_lines(Stretch line, std::size_t column);
    /// A text with the lines below it that are further in than its key and have no key themselves; they are passed over.
    Stretch with_lines_below(Stretch text, std::size_t column);

    SlipReport& report_;
    std::string_view text_;
    std::size_t at_ = 0;  // the line after the one that is looked at
    std::vector<Open> open_;
    std::map<std::string, std::size_t> tabbed_;
    bool mail_told_ = false;   // that lines are quoted as in a mail
    bool value_open_ = false;  // the last key or hyphen has no value yet
    bool text_open_ = false;   // the last value is a bare text, which may go on
    bool text_cut_ = false;    // a comment ended it
    Stretch text_part_{};      // its first line
    std::size_t text_column_ = 0;
    std::size_t key_column_ = 0;
    std::string last_key_;
};

}  // namespace je::io
