// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml_slip_report.hpp"

namespace je::io {

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

}  // namespace je::io
