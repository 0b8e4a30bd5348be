// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/yaml_words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

constexpr std::size_t longest_slip = 64;  // longer words are no slip of a key

std::vector<std::string> strings(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

}  // namespace

YamlMapReader::YamlMapReader(const YamlContext& context, const YamlNode& node, std::string_view what,
                             std::span<const std::string_view> keys, std::initializer_list<std::string_view> may_be_null)
    : context_{context}, node_{node}, what_{what}, keys_{keys.first(std::min(keys.size(), most_keys))} {
    if (!is_map(context, node, Name{what, Name::of_thing})) return;
    for (const auto entry : YamlEntries{node}) {
        if (entry.key.is_scalar()) take(entry, may_be_null);
    }
}

std::size_t YamlMapReader::slot_of(std::string_view key) const {
    return static_cast<std::size_t>(std::find(keys_.begin(), keys_.end(), key) - keys_.begin());
}

void YamlMapReader::take(const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null) {
    const std::size_t index = slot_of(entry.key.text);
    if (index == keys_.size()) return report_unknown(entry);
    Slot& slot = slots_[index];
    if (slot.given) {
        return;
    }  // given twice: reported where the map was read
    slot.given = true;
    slot.key = &entry.key;
    const bool null = entry.value.kind == YamlKind::null;
    if (null && std::find(may_be_null.begin(), may_be_null.end(), entry.key.text) == may_be_null.end())
        return report_null(entry);
    if (entry.value.kind != YamlKind::broken) slot.value = &entry.value;
}

void YamlMapReader::report_null(const YamlEntry& entry) const {
    context_.error("JE-Y36", entry.key, fmt::format("'{}' has no value", entry.key.text), "a value after the colon",
                   "write a value, or leave the key out if it is optional; the text null or ~ needs quotes");
}

bool YamlMapReader::report_missing_space(const YamlEntry& entry) {
    const auto text = entry.key.text;
    const auto colon = text.find(':');
    if (!entry.key.plain || entry.value.kind != YamlKind::null || colon == std::string_view::npos) return false;
    const std::size_t index = slot_of(text.substr(0, colon));
    if (index == keys_.size()) return false;
    slots_[index].excused = true;
    context_.error("JE-Y37", entry.key, fmt::format("'{}' has no space after the colon", shown_text(text)),
                   "'key: value' with a space after the colon",
                   fmt::format("write '{}: {}'", text.substr(0, colon), shown_text(text.substr(colon + 1))));
    return true;
}

void YamlMapReader::report_unknown(const YamlEntry& entry) {
    if (context_.diagnostics.not_kept() > 0) {
        return context_.error("JE-Y33", entry.key, {}, {}, {});
    }  // only counted
    if (report_missing_space(entry)) return;
    const auto allowed = strings(keys_);
    const auto near = entry.key.text.size() > longest_slip ? std::nullopt : base::nearest(entry.key.text, allowed);
    if (near) slots_[slot_of(*near)].excused = true;
    ++context_.harmless;
    const bool bare = entry.value.kind == YamlKind::null && entry.key.plain;
    std::string otherwise = bare
                                ? "delete it, or put the text before it in quotes if the comma or line end belongs to that text"
                                : "delete the key, or use one of those above";
    context_.error("JE-Y33", entry.key, fmt::format("{} has no key '{}'", called(), shown_text(entry.key.text)),
                   fmt::format("one of {}", base::quoted_list(allowed, "or")),
                   near ? fmt::format("write '{}'", *near) : std::move(otherwise));
}

std::string YamlMapReader::called() const {
    const YamlNode* id = find("id");
    return id != nullptr && id->is_scalar() ? fmt::format("the {} '{}'", what_, shown_text(id->text))
                                            : fmt::format("the {}", what_);
}

const YamlNode* YamlMapReader::find(std::string_view key) const {
    const std::size_t index = slot_of(key);
    return index == keys_.size() ? nullptr : slots_[index].value;
}

const YamlNode& YamlMapReader::key_node(std::string_view key) const {
    const std::size_t index = slot_of(key);
    return index == keys_.size() || slots_[index].key == nullptr ? node_ : *slots_[index].key;
}

const YamlNode* YamlMapReader::need(std::string_view key) const {
    const std::size_t index = slot_of(key);
    if (index == keys_.size()) return nullptr;
    const Slot& slot = slots_[index];
    doubt_if_misspelt(key);
    if (!slot.given && !slot.excused && node_.is_map()) {
        context_.error("JE-Y35", node_, fmt::format("{} has no '{}'", called(), key),
                       fmt::format("'{}' in every {}", key, what_), fmt::format("add '{}: ...'", key));
    }
    return slot.value;
}

// A value that the rest of the file rests on, and that stands under a wrong key: what follows from its lack would be no mistake
// of the user's.
void YamlMapReader::doubt_if_misspelt(std::string_view key) const {
    const std::size_t index = slot_of(key);
    if (index < keys_.size() && slots_[index].excused && !slots_[index].given) context_.harmless = 0;
}

std::vector<YamlText> YamlMapReader::codes(std::string_view key) const {
    std::vector<YamlText> result;
    const YamlNode* node = find(key);
    if (node == nullptr || !is_list(context_, *node, key)) return result;
    for (const YamlNode& item : YamlItems{*node}) {
        if (auto code = read_code(context_, item, key)) result.push_back(*std::move(code));
    }
    return result;
}

}  // namespace je::io
