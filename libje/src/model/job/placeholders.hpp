// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"

namespace je::model {

/// What `je new` writes where people are to write. A record that has it says nothing there.
namespace placeholder {
inline constexpr std::string_view text = "Not filled in yet.";
inline constexpr std::string_view job_title = "Title of the job";
inline constexpr std::string_view panellist = "Placeholder, not a person";
inline constexpr std::string_view panel_day = "2000-01-01";
inline constexpr std::string_view panel_notes = "Not filled in yet; the people and the day are placeholders.";
}  // namespace placeholder

/// The text, of a placeholder nothing.
[[nodiscard]] inline std::string filled_in(const std::string& text) {
    return text == placeholder::text || text == placeholder::panellist || text == placeholder::panel_notes ? std::string{}
                                                                                                           : text;
}

/// Says that a record which people have begun to fill in still has placeholders.
inline void warn_of_placeholders(std::string_view id, const base::SourcePosition& at, std::string_view called,
                                 const std::vector<std::string>& left, base::Diagnostics& diagnostics) {
    if (left.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < left.size(); ++i) list += (i == 0 ? "" : i + 1 == left.size() ? " and " : ", ") + left[i];
    diagnostics.warning({std::string{id}, at, fmt::format("{} still has what je new writes into a new file: {}", called, list),
                         "what is so of this record, or nothing",
                         "write what belongs there, or take the line out if it may be left out"});
}

}  // namespace je::model
