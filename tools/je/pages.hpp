// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace je::tool {

/// The manual page of a command (or of `je` itself), in Markdown as commands/<name>.md has it.
struct Page {
    std::string name;
    std::string text;
};

/// All pages; the definition is generated at build from commands/*.md.
[[nodiscard]] const std::vector<Page>& pages();
/// The page of that name, which must exist.
[[nodiscard]] std::string_view page_as_markdown(std::string_view name);
/// A page's Markdown as plain text, for a terminal.
[[nodiscard]] std::string page_as_text(std::string_view markdown);

}  // namespace je::tool
