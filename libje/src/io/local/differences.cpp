// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <utility>

#include "io/local/merge.hpp"
#include "io/local/places.hpp"

namespace je::io {
namespace {

/// Parts by what they are called, in the order of the file; of those with one name the first.
struct Parts {
    std::vector<std::string> names;
    std::map<std::string, const YamlBranch*> by_name;

    void add(std::string name, const YamlBranch& part) {
        if (by_name.emplace(name, &part).second) names.push_back(std::move(name));
    }
    [[nodiscard]] const YamlBranch* find(const std::string& name) const {
        const auto found = by_name.find(name);
        return found == by_name.end() ? nullptr : found->second;
    }
};

Parts keys_of(const YamlBranch& map) {
    Parts keys;
    for (std::size_t i = 0; i + 1 < map.parts.size(); i += 2) keys.add(std::string{map.parts[i].node.text}, map.parts[i + 1]);
    return keys;
}

Parts entries_of(const YamlBranch* list, std::string_view section) {
    Parts entries;
    for (std::size_t i = 0; list != nullptr && i < list->parts.size(); ++i)
        entries.add(name_of_entry(list->parts[i], section), list->parts[i]);
    return entries;
}

/// Calls `use(name, was, is)` for each part of the first, and then for what the second has beyond.
template <class Use>
void side_by_side(const Parts& was, const Parts& is, const Use& use) {
    for (const std::string& name : was.names) use(name, was.find(name), is.find(name));
    for (const std::string& name : is.names)
        if (was.find(name) == nullptr) use(name, nullptr, is.find(name));
}

class Differing {
public:
    void compare_all(const YamlBranch& was, const YamlBranch& is) {
        side_by_side(keys_of(was), keys_of(is),
                     [&](const std::string& key, const YamlBranch* a, const YamlBranch* b) { compare_key(key, a, b); });
    }
    [[nodiscard]] std::vector<EntryDifference> found() && { return std::move(found_); }

private:
    void compare_key(const std::string& key, const YamlBranch* was, const YamlBranch* is) {
        const auto is_list = [](const YamlBranch* one) { return one == nullptr || one->node.is_sequence(); };
        if (!is_list(was) || !is_list(is)) return compare(key, was, is);
        side_by_side(entries_of(was, key), entries_of(is, key),
                     [&](const std::string& name, const YamlBranch* a, const YamlBranch* b) {
                         compare(fmt::format("{}/{}", key, name), a, b);
                     });
    }
    void compare(std::string where, const YamlBranch* was, const YamlBranch* is) {
        if (was != nullptr && is != nullptr && is_same(*was, *is)) return;
        found_.push_back({std::move(where), was == nullptr ? std::string{} : on_one_line(*was),
                          is == nullptr ? std::string{} : on_one_line(*is)});
    }

    std::vector<EntryDifference> found_;
};

}  // namespace

void with_places_of_base(base::Diagnostics& found, const std::vector<MergedChange>& changes) {
    base::Diagnostics placed{found.all().size()};
    for (base::Diagnostic d : found.all()) {
        const MergedChange* last = nullptr;  // that begins before it
        for (const MergedChange& change : changes) {
            const bool before =
                change.at.source == d.at.source &&
                (change.at.line < d.at.line || (change.at.line == d.at.line && change.at.column <= d.at.column));
            if (before) last = &change;
        }
        if (last != nullptr && last->base_at.known() && !d.id.starts_with("JE-Z"))
            d.message += fmt::format(" (in place of what the base has at {})", last->base_at.to_string());
        placed.add(std::move(d));
    }
    placed.count_not_kept_of(found);
    found = std::move(placed);
}

std::vector<EntryDifference> differences(const base::SourceTextPtr& before, const base::SourceTextPtr& now,
                                         const Limits& limits) {
    base::Diagnostics unsaid;
    const auto was = parse_yaml(before, limits, unsaid);
    const auto is = parse_yaml(now, limits, unsaid);
    Differing differing;
    if (was && is) differing.compare_all(branch_of(was->root()), branch_of(is->root()));
    return std::move(differing).found();
}

}  // namespace je::io
