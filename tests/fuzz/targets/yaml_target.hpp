// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz targets of the YAML readers share: the promises that every reader keeps on every input.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::test {

inline void require(bool condition, const std::string& what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what.c_str());
    std::abort();
}

inline base::SourceTextPtr source_of(std::string text) {
    return std::make_shared<const base::SourceText>(base::SourceText{"fuzz.yaml", std::move(text)});
}

/// Limits small enough to be reached by small inputs.
inline io::Limits small_limits() {
    io::Limits limits;
    limits.max_depth = 12;
    limits.max_nodes = 3000;
    return limits;
}

/// Every diagnostic says where, what, and what was expected or how to mend it; its place lies in the text.
inline void require_good(const base::Diagnostics& diagnostics, const base::SourceTextPtr& text) {
    for (const auto& d : diagnostics.all()) {
        require(d.at.known(), d.id + " has no place");
        require(!d.id.empty() && !d.message.empty(), d.id + " has no message");
        require(!d.expected.empty() || !d.fix.empty(), d.id + " says neither what was expected nor how to mend it");
        if (d.at.source != text) continue;
        const auto line = base::line_of(text->text, d.at.line);
        require(d.at.column >= 1 && d.at.column <= line.size() + 1,
                d.id + " lies at " + d.at.to_string() + ", beyond its line");
        require(d.at.length >= 1 && d.at.column + d.at.length <= line.size() + 2, d.id + " reaches beyond its line");
    }
}

/// A rejected input has an error; an accepted one has none.
inline void require_told(bool accepted, const base::Diagnostics& diagnostics) {
    require(accepted != diagnostics.has_errors(), accepted ? "accepted in spite of an error" : "rejected without an error");
}

/// Whether a draft is marked as coming from a file with mistakes: then nothing may be made of it.
template <class Draft>
[[nodiscard]] bool is_flawed(const Draft& draft) {
    if constexpr (requires { draft.flawed; }) return draft.flawed;
    return false;
}
template <class... Drafts>
[[nodiscard]] bool is_flawed(const std::variant<Drafts...>& any) {
    return std::visit([](const auto& draft) { return is_flawed(draft); }, any);
}
/// The same for what was made of a draft.
template <class Draft>
void require_told(const Draft& draft, bool accepted, const base::Diagnostics& diagnostics) {
    if (is_flawed(draft)) {
        require(!accepted, "made of a flawed draft");
    } else {
        require_told(accepted, diagnostics);
    }
}

/// Reads `data` with `read`; a draft that comes out is given to `use`, and written and read again says the same.
template <class Draft>
void read_and_write(const std::uint8_t* data, std::size_t size,
                    std::optional<Draft> (*read)(const base::SourceTextPtr&, const io::Limits&, base::Diagnostics&),
                    std::string (*write)(const Draft&), void (*use)(const Draft&, const base::SourceTextPtr&)) {
    const auto text = source_of(std::string{reinterpret_cast<const char*>(data), size});
    base::Diagnostics diagnostics;
    const auto draft = read(text, small_limits(), diagnostics);
    require_good(diagnostics, text);
    const bool flawed = draft && is_flawed(*draft);
    require_told(draft && !flawed, diagnostics);
    if (!draft) return;
    use(*draft, text);
    if (flawed || write == nullptr) return;
    const auto written = source_of(write(*draft));
    base::Diagnostics again;
    const auto reread = read(written, io::Limits{}, again);
    require(reread.has_value(),
            "what was written cannot be read:\n" + written->text + (again.all().empty() ? "" : again.all().front().message));
    require(write(*reread) == written->text,
            "what was written reads as something else:\n" + written->text + "\n---\n" + write(*reread));
}

}  // namespace je::test
