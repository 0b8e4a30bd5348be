// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/source.hpp"

#include <algorithm>

namespace je::base {

std::string SourcePosition::to_string() const {
    return known() ? file_and_line() + ':' + std::to_string(column) : std::string{};
}

std::string SourcePosition::file_and_line() const {
    return known() ? source->name + ':' + std::to_string(line) : std::string{};
}

SourcePosition position_at(const SourceTextPtr& source, std::size_t at) {
    const std::string_view before = std::string_view{source->text}.substr(0, at);
    const auto line_begin = before.rfind('\n') + 1;  // 0 when there is none
    return {source, static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
            static_cast<std::uint32_t>(before.size() - line_begin + 1), 1};
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    if (line == 0) return {};
    std::size_t begin = 0;
    for (std::uint32_t at = 1; at < line; ++at) {
        const auto end = text.find('\n', begin);
        if (end == std::string_view::npos) return {};
        begin = end + 1;
    }
    std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
    if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
    return found;
}

}  // namespace je::base
