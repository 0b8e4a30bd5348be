// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/io/json_value.hpp"
#include "je/report/verify_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// What came of making a stored result again.
struct Remade {
    std::string result{};                       // JSON; empty when there is none, and what was said tells why
    std::vector<std::string> arguments{};       // how it says that it was made
    std::vector<std::string> scheme_folders{};  // where its schemes are looked up
};

/// Makes a result again from what it says of itself, and adds to what is said. `text` is what `stored` was read from.
using Remake =
    std::function<Remade(const base::SourceTextPtr& text, const io::JsonValue& stored, base::Diagnostics& diagnostics)>;

struct VerifyOptions {
    io::Limits limits{};
    std::optional<std::string> head{};  // of a sealed log, as it was noted earlier
    Remake remake{};                    // how results are made again; empty: only logs are verified
};

/// Verifies a stored result, which is made again and compared value by value, or a sealed log, which is checked and compared
/// with the files that it seals. Names in it are looked up in `source`.
///
///     const auto outcome = study::verify(source, text, {.head = noted});
///     if (outcome.result && report::is_good(outcome.result->verdict)) ...
///
/// There is always a result, which says how far it came; why not further is in `said`. Refused when a head is given for what is
/// no log (JE-V14).
[[nodiscard]] Outcome<report::VerifiedFile> verify(io::Source& source, const base::SourceTextPtr& text,
                                                   const VerifyOptions& options);

/// The same of a result that has been parsed, as `text` says it.
[[nodiscard]] Outcome<report::VerifiedFile> verify(io::Source& source, const base::SourceTextPtr& text, io::JsonValue stored,
                                                   const VerifyOptions& options);

/// The `format` that a result states; empty when it states none.
[[nodiscard]] std::string format_of(const io::JsonValue& stored);

}  // namespace je::study
