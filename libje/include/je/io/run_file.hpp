// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// How a run file is written. All four say the same: sections, each with keys and their values.
enum class RunFileKind { ini, json, xml, info };

/// By the end of its name: .ini, .json, .xml or .info, in either case. Nothing for any other.
[[nodiscard]] std::optional<RunFileKind> run_file_kind(std::string_view path);
/// "INI", "JSON", "XML", "INFO".
[[nodiscard]] std::string_view to_text(RunFileKind kind);

/// `scheme = nhs-afc`, or `"files": ["vlo.yaml", "pso.yaml"]`.
struct RunKey {
    base::Located<std::string> name;
    std::vector<base::Located<std::string>> values;  // one, or each item of a list
    bool listed = false;                             // written as a list: a comma in an item means nothing
};

struct RunSection {
    base::Located<std::string> name;
    std::vector<RunKey> keys;  // in the order written, each name once

    /// The key of that name; null when there is none.
    [[nodiscard]] const RunKey* find(std::string_view name) const;
};

/// What a run file says, nothing of it understood yet: which commands and keys there are is not this reader's to know.
struct RunFile {
    std::vector<RunSection> sections;  // in the order written, each name once
};

/// A run file comes from a stranger as well as from a colleague, so more than this is refused before a parser sees it.
struct RunFileLimits {
    std::size_t max_bytes = std::size_t{1} << 20;
    std::size_t max_depth = 8;  // run files need three or four
    std::size_t max_keys = 10'000;
};

/// Reads a run file; nothing when it has mistakes of form, all of which are in `diagnostics` with their lines as far as the
/// form lets one tell (JE-N01 to JE-N09).
///
///     const auto kind = run_file_kind("night.ini");
///     const auto run = kind ? read_run_file(text, *kind, diagnostics) : std::nullopt;
///     for (const RunSection& section : run->sections) ...
///
/// INI: `[section]` and `key = value`; a line that begins with ; or # is a comment. JSON: an object of objects, whose values
/// are texts, numbers, true or false, or lists of those. XML: `<run>` holds an element for each section, that one for each key,
/// and a list is of `<item>`s; no attributes, no document type. INFO: `section { key value }`, lists of `item`s; no #include.
[[nodiscard]] std::optional<RunFile> read_run_file(const base::SourceTextPtr& text, RunFileKind kind,
                                                   base::Diagnostics& diagnostics, const RunFileLimits& limits = {});

}  // namespace je::io
