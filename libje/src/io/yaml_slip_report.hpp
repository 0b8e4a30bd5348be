// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/yaml_mended.hpp"
#include "io/yaml_odd.hpp"
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

}  // namespace je::io
