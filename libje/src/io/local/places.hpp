// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/local/value.hpp"

namespace je::io {

/// A list of a scheme that a local agreement may change.
struct LocalSection {
    std::string_view key;
    bool changes_points = false;
    bool is_one = false;  // a value by itself, without entries
};
/// Null for what no local agreement may change.
[[nodiscard]] const LocalSection* find_section(std::string_view key);
/// "bands", "pay", ...
[[nodiscard]] std::vector<std::string> section_names();

/// What an entry of a list of a scheme is called in a local agreement: by its id; of bands and pay by its first day, or "only".
[[nodiscard]] std::string name_of_entry(const YamlBranch& entry, std::string_view section);
/// The place of the entry of that name in a list.
[[nodiscard]] std::optional<std::size_t> find_entry(const YamlBranch& list, std::string_view name, std::string_view section);
/// The names of all entries of a list; none where it is null.
[[nodiscard]] std::vector<std::string> entry_names(const YamlBranch* list, std::string_view section);

/// What stands at a path, as a map that takes keys: an option of a level that is its text alone becomes one.
[[nodiscard]] YamlBranch& with_keys(YamlBranch& owner, const std::vector<std::string>& path);

}  // namespace je::io
