// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sealed logs in a line of test code, and what is said about them.

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/io/seal.hpp"

namespace je::test::seal {

using Lines = std::vector<std::string>;

inline base::SourceTextPtr source(std::string text) {
    return std::make_shared<const base::SourceText>(base::SourceText{"log", std::move(text)});
}

/// A log of so many entries, as its lines.
inline Lines lines_of_log(std::size_t entries, const std::string& salt = "") {
    Lines lines;
    std::optional<io::SealEntry> last;
    for (std::size_t i = 1; i <= entries; ++i) {
        const std::string n = std::to_string(i);
        const auto date = i % 2 == 0 ? base::Date::of(2016, 8, 1) : std::nullopt;
        io::SealEntry entry =
            io::make_entry(last ? &*last : nullptr, io::record_of("f" + n, "format: je-job/1\nid: j" + n + salt + "\n", date));
        lines.push_back(io::line_of(entry));
        last = std::move(entry);
    }
    return lines;
}

inline std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
}

/// "JE-L07 log:2: entry 3 is missing: ..." for each thing said.
inline Lines said_of(const std::string& text, const io::Limits& limits = {}) {
    base::Diagnostics diagnostics;
    static_cast<void>(io::read_log(source(text), limits, diagnostics));
    Lines said;
    for (const auto& d : diagnostics.all()) {
        REQUIRE_FALSE(d.expected.empty());
        REQUIRE_FALSE(d.fix.empty());
        REQUIRE(d.at.known());
        said.push_back(d.id + " " + d.at.file_and_line() + ": " + d.message);
    }
    return said;
}

inline std::string all_of(const Lines& said) {
    std::string text;
    for (const auto& line : said) text += line + "\n";
    return text;
}

}  // namespace je::test::seal
