// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml_slip_report.hpp"

namespace je::io {

[[nodiscard]] bool is_blank_sign(char c);
/// Where the line ends in which `at` lies: before its line end, and before a carriage return there.
[[nodiscard]] std::size_t end_of_line(std::string_view text, std::size_t at);
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
/// The word that ends just before `end`, when it is a key of some format after a blank; its begin, or npos.
[[nodiscard]] std::size_t known_key_before(std::string_view text, std::size_t begin, std::size_t end);

/// Looks at the list or map in brackets that begins at `at`, within a block whose keys stand in `column`. Gives where the text
/// goes on after it; npos when that cannot be told.
[[nodiscard]] std::size_t find_flow_slips(SlipReport& report, std::size_t at, std::size_t column);

}  // namespace je::io
