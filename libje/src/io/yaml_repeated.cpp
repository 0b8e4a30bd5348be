// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_repeated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "io/yaml_words.hpp"

namespace je::io {
namespace {

constexpr std::size_t few_keys = 24;

void report(const YamlNode& first, const YamlNode& again, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    const base::SourcePosition at{source, again.line, again.column, again.length};
    diagnostics.error({.id = "JE-Y34",
                       .at = at,
                       .message = fmt::format("the key '{}' is given twice; the first is at {}:{}", shown_text(again.text),
                                              first.line, first.column),
                       .expected = "each key once in a map",
                       .fix = "keep one of the two, with what both say; or rename one that was meant for another key"});
}

/// Finds repeats among a few keys without allocating.
void compare_pairs(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    const YamlEntries entries{map};
    for (auto later = entries.begin(); later != entries.end(); ++later) {
        const YamlNode& key = (*later).key;
        if (!key.is_scalar()) continue;
        for (auto earlier = entries.begin(); earlier != later; ++earlier) {
            const YamlNode& other = (*earlier).key;
            if (other.is_scalar() && other.text == key.text) {
                report(other, key, source, diagnostics);
                break;
            }
        }
    }
}

/// Finds repeats among many keys by sorting them; keys of one text stay in the order of the file.
void compare_sorted(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    std::vector<const YamlNode*> keys;
    for (const auto entry : YamlEntries{map}) {
        if (entry.key.is_scalar()) keys.push_back(&entry.key);
    }
    std::sort(keys.begin(), keys.end(), [](const YamlNode* a, const YamlNode* b) {
        const int order = a->text.compare(b->text);
        return order != 0 ? order < 0 : a < b;
    });
    const YamlNode* first = nullptr;
    for (const YamlNode* key : keys) {
        if (first == nullptr || first->text != key->text)
            first = key;
        else
            report(*first, *key, source, diagnostics);
    }
}

}  // namespace

void report_repeated_keys(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics) {
    std::size_t keys = 0;
    for (const auto entry : YamlEntries{map}) {
        static_cast<void>(entry);
        if (++keys > few_keys) return compare_sorted(map, source, diagnostics);
    }
    compare_pairs(map, source, diagnostics);
}

}  // namespace je::io
