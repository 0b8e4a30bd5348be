// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// A value of a JSON text, as it is written: a number keeps its digits, so that 450, 450.0 and 4.5e2 are three.
///
///     const auto value = read_json(text, limits, diagnostics);
///     const JsonValue* total = value->find("total");
struct JsonValue {
    enum class Kind { null, truth, number, text, list, object };
    Kind kind = Kind::null;
    std::string word;  // of a text without its quotes; a number as written; "true" or "false"
    /// Of a list (names empty) or an object, in the order written.
    std::vector<std::pair<std::string, JsonValue>> members{};

    /// The member of that name; null when this is no object or has none.
    [[nodiscard]] const JsonValue* find(std::string_view name) const;
    /// The text; nothing when this is another kind of value.
    [[nodiscard]] std::optional<std::string_view> as_text() const;
};

/// Reads a JSON text. Nothing, with the place in `diagnostics`, when it is not JSON (JE-V01), nested deeper than
/// limits.max_depth (JE-V02), of more than limits.max_nodes values (JE-V03), or has a name twice in an object (JE-V04): readers
/// differ in which of the two they take.
[[nodiscard]] std::optional<JsonValue> read_json(const base::SourceTextPtr& text, const Limits& limits,
                                                 base::Diagnostics& diagnostics);

/// Where two values differ. `path` is as in "jobs[0].factors[3].points", counted from 0; empty for the whole.
struct JsonDifference {
    std::string path;
    std::optional<std::string> before;  // as JSON, a long one cut short; "list of 3" for a list; nothing: there is none
    std::optional<std::string> now;
};

struct JsonDifferences {
    std::vector<JsonDifference> listed;  // the first of them, in the order of `before`, then what only `now` has
    std::size_t not_listed = 0;
};

/// Compares value by value. Numbers are the same when they are written the same. The order of names in an object means nothing,
/// the order of a list does. Lists at most `most` differences and counts the others.
[[nodiscard]] JsonDifferences compare_json(const JsonValue& before, const JsonValue& now, std::size_t most);

}  // namespace je::io
