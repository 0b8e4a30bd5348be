// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/local/places.hpp"

#include <algorithm>
#include <array>

namespace je::io {
namespace {

constexpr std::array<LocalSection, 15> local_sections{{{"bands"},
                                                       {"pay"},
                                                       {"panel"},
                                                       {"appeal"},
                                                       {"conventions"},
                                                       {"sources"},
                                                       {"factors", true},
                                                       {"matrices", true},
                                                       {"series", true},
                                                       {"facts", true},
                                                       {"derived", true},
                                                       {"modifiers", true},
                                                       {"constraints", true},
                                                       {"band_rules", true},
                                                       {"max_total", true, true}}};

bool is_dated(std::string_view section) { return section == "bands" || section == "pay"; }

}  // namespace

const LocalSection* find_section(std::string_view key) {
    const auto* found =
        std::find_if(local_sections.begin(), local_sections.end(), [&](const LocalSection& one) { return one.key == key; });
    return found == local_sections.end() ? nullptr : found;
}

std::vector<std::string> section_names() {
    std::vector<std::string> names;
    for (const LocalSection& section : local_sections) names.emplace_back(section.key);
    return names;
}

std::string name_of_entry(const YamlBranch& entry, std::string_view section) {
    if (!is_dated(section)) return std::string{entry.text_at("id")};
    const auto from = entry.text_at("from");
    return std::string{from.empty() ? std::string_view{"only"} : from};
}

std::optional<std::size_t> find_entry(const YamlBranch& list, std::string_view name, std::string_view section) {
    for (std::size_t i = 0; i < list.parts.size(); ++i)
        if (name_of_entry(list.parts[i], section) == name) return i;
    return std::nullopt;
}

std::vector<std::string> entry_names(const YamlBranch* list, std::string_view section) {
    std::vector<std::string> names;
    if (list == nullptr) return names;
    for (const YamlBranch& entry : list->parts) names.push_back(name_of_entry(entry, section));
    return names;
}

// An option of a level may stand as its text alone: it becomes a map, so that it can have a help text.
YamlBranch& with_keys(YamlBranch& owner, const std::vector<std::string>& path) {
    const bool option = path.size() == 6 && path[2] == "levels" && path[4] == "options";
    if (!option || owner.find("text") != nullptr) return owner;
    YamlBranch map = container(YamlKind::map, owner.node);
    map.parts.push_back(word("text", owner.node));
    map.parts.push_back(std::move(owner));
    owner = std::move(map);
    return owner;
}

}  // namespace je::io
