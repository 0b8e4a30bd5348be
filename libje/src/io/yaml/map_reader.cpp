// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/yaml/odd.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

constexpr std::size_t longest_slip = 64;  // longer words are no slip of a key

std::vector<std::string> strings(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

}  // namespace

YamlMapReader::YamlMapReader(const YamlContext& context, const YamlNode& node, const MapKeys& keys,
                             std::initializer_list<std::string_view> may_be_null)
    : context_{context}, node_{node}, what_{keys.what}, keys_{keys.words.first(std::min(keys.words.size(), most_keys))} {
    if (!is_map(context, node, Name{what_, Name::of_thing})) return;
    for (const auto entry : YamlEntries{node}) {
        if (entry.key.is_scalar()) take(entry, may_be_null);
    }
    for (const auto entry : YamlEntries{node}) {
        if (entry.key.is_scalar() && slot_of(entry.key.text) == keys_.size()) report_unknown(entry, may_be_null);
    }
}

std::size_t YamlMapReader::slot_of(std::string_view key) const {
    return static_cast<std::size_t>(std::find(keys_.begin(), keys_.end(), key) - keys_.begin());
}

void YamlMapReader::take(const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null) {
    const std::size_t index = slot_of(entry.key.text);
    if (index < keys_.size() && !slots_[index].given) use(index, entry, may_be_null);  // given twice: reported already
}

void YamlMapReader::use(std::size_t index, const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null) {
    Slot& slot = slots_[index];
    slot.given = true;
    slot.key = &entry.key;
    const bool null = entry.value.kind == YamlKind::null;
    if (null && std::find(may_be_null.begin(), may_be_null.end(), keys_[index]) == may_be_null.end()) return report_null(entry);
    if (entry.value.kind != YamlKind::broken) slot.value = &entry.value;
}

void YamlMapReader::report_null(const YamlEntry& entry) const {
    const auto comment = context_.comment_of(entry.value);
    if (comment.size() > 1 && (comment[1] != ' ' || is_text_key(entry.key.text))) {
        return context_.error(
            "JE-Y36", entry.key,
            fmt::format("'{}' has no value: what follows is a comment, '{}'", entry.key.text, shown_text(comment)),
            "a value after the colon", quote_fix(entry.key.text, comment));
    }
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
                   "'key: value' with a space after the colon", fmt::format("put a space after '{}:'", text.substr(0, colon)));
    return true;
}

void YamlMapReader::report_unknown(const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null) {
    if (context_.diagnostics.not_kept() > 0) {
        return context_.error("JE-Y33", entry.key, {}, {}, {});
    }  // only counted
    if (report_missing_space(entry)) return;
    const auto allowed = strings(keys_);
    const auto near = entry.key.text.size() > longest_slip ? std::nullopt : base::nearest(without_odd(entry.key.text), allowed);
    ++context_.harmless;
    context_.error("JE-Y33", entry.key, fmt::format("{} has no key '{}'", called(), shown_text(entry.key.text)),
                   fmt::format("one of {}", base::quoted_list(allowed, "or")),
                   !near ? place_for(entry)
                   : slots_[slot_of(*near)].given
                       ? fmt::format("join what it says with '{}', which stands here too, or use another key", *near)
                       : fmt::format("write '{}'", *near));
    if (near && !slots_[slot_of(*near)].given) use(slot_of(*near), entry, may_be_null);
}

/// Where what stands under an unknown key can go; it is never thrown away.
std::string YamlMapReader::place_for(const YamlEntry& entry) const {
    const auto line = entry.value.kind == YamlKind::null && entry.key.plain
                          ? base::line_of(context_.source_of(entry.key)->text, entry.key.line)
                          : std::string_view{};
    const auto before = line.substr(0, std::min<std::size_t>(line.size(), entry.key.column - 1));
    const auto sign = before.find_last_not_of(" \t");
    if (!line.empty() && sign != std::string_view::npos && before[sign] == ',')
        return "put the text before it and this in one pair of quotes, if the comma belongs to that text; otherwise give it a "
               "value";
    for (const auto other : YamlEntries{node_}) {
        const bool above = other.value.kind == YamlKind::null && other.key.line < entry.key.line && other.key.is_scalar();
        if (above && slot_of(other.key.text) < keys_.size())
            return fmt::format(
                "begin the line, and those below that belong to it, with two more spaces, if it belongs to '{}' above; "
                "otherwise use one of the keys above",
                other.key.text);
    }
    const std::string_view indent =
        is_known_key(entry.key.text) ? "indent the line further if it belongs to an entry above; otherwise " : "";
    for (const std::string_view text : {"note", "notes"}) {
        if (slot_of(text) < keys_.size())
            return fmt::format("{}use one of those above; what has no key of its own can stand in '{}'", indent, text);
    }
    return fmt::format("{}use one of those above; what has no key can stay as a comment, a '#' and a space before it", indent);
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
    if (!slot.given && !slot.excused && node_.is_map()) {
        context_.error("JE-Y35", node_, fmt::format("{} has no '{}'", called(), key),
                       fmt::format("'{}' in every {}", key, what_), fmt::format("add '{}: ...'", key));
    }
    return slot.value;
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
