// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "io/yaml/map_reader.hpp"
#include "je/base/language.hpp"

namespace je::io {

namespace {

/// Of a map of languages: the text of the language of now, else the first that there is. Null: there is none that can be read.
const YamlNode* text_of_now(const YamlContext& context, const YamlNode& node, std::string_view key) {
    const YamlMapReader map{context, node, keys::by_language};
    const std::string_view code = base::info(base::language_now()).code;
    if (const YamlNode* text = map.find(code)) return text;
    for (const std::string_view other : keys::by_language.words()) {
        const YamlNode* text = map.find(other);
        if (text == nullptr) continue;
        context.diagnostics.note({"JE-W03", context.at(node), fmt::format("'{}' has no text for '{}'", key, code),
                                  "a text in the language of the report", fmt::format("the text for '{}' stands there", other),
                                  base::Severity::note});
        return text;
    }
    if (node.size == 1)
        context.error("JE-W04", node, fmt::format("'{}' states no text", key), "a text, or one for each language",
                      "write for example {en: Knowledge, cy: Gwybodaeth}");
    return nullptr;
}

/// A text that is not shown now is read too, so that its mistakes are told in whichever language the file is looked at.
void read_others(const YamlContext& context, const YamlNode& node, const YamlNode* shown) {
    for (const auto entry : YamlEntries{node}) {
        const auto words = keys::by_language.words();
        const bool is_language = std::find(words.begin(), words.end(), entry.key.text) != words.end();
        if (is_language && &entry.value != shown) static_cast<void>(read_text(context, entry.value, entry.key.text));
    }
}

}  // namespace

std::optional<YamlText> read_words(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return node.is_map() ? read_filled_words(context, node, key) : read_text(context, node, key);
}

std::optional<YamlText> read_filled_words(const YamlContext& context, const YamlNode& node, std::string_view key) {
    const YamlNode* text = node.is_map() ? text_of_now(context, node, key) : &node;
    if (node.is_map()) read_others(context, node, text);
    return text == nullptr ? std::nullopt : read_filled_text(context, *text, key);
}

}  // namespace je::io
