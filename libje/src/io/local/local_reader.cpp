// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/readers/reader.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"
#include "io/yaml/words.hpp"
#include "je/io/seal.hpp"

namespace je::io {
namespace {

using ChangeKind = LocalChange::Kind;

constexpr std::array<std::pair<std::string_view, ChangeKind>, 4> kinds_of_change{
    {{"add", ChangeKind::add}, {"replace", ChangeKind::replace}, {"remove", ChangeKind::remove}, {"set", ChangeKind::set}}};

std::optional<YamlValue> read_value(const YamlContext& context, const YamlNode& node, std::string_view) {
    return value_of(node, *context.source);
}

void read_kind(const YamlContext& context, const YamlNode& node, const YamlMapReader& map, LocalChange& change) {
    std::size_t given = 0;
    for (const auto& [word, kind] : kinds_of_change) {
        if (!map.has(word)) continue;
        ++given;
        change.kind = kind;
        change.target = map.need_code(word);
    }
    if (given == 1 || !node.is_map()) return;
    context.error("JE-Z66", node,
                  given == 0 ? "the change does not say what is changed" : "the change says more than one thing",
                  "one of 'add', 'replace', 'remove' or 'set' in each change",
                  given == 0 ? "write for example 'remove: panel/equal-sides'" : "write one change for each of them");
}

/// What a change of some kind cannot do without, and what it cannot have.
void check_keys(const YamlContext& context, const YamlNode& node, const YamlMapReader& map, ChangeKind kind) {
    const auto need = [&](std::string_view key, bool needed) {
        if (map.has(key) == needed) return;
        const YamlNode& place = needed ? node : map.key_node(key);
        context.error("JE-Z67", place,
                      fmt::format("a change that says '{}' {} '{}'", to_text(kind), needed ? "lacks" : "has", key),
                      "'entry' with 'add' and 'replace', 'to' with 'set', and neither with 'remove'",
                      needed ? fmt::format("add '{}:' with what is to stand there", key) : fmt::format("take '{}' out", key));
    };
    need("entry", kind == ChangeKind::add || kind == ChangeKind::replace);
    need("to", kind == ChangeKind::set);
    for (const std::string_view key : {"before", "after", "was"}) {
        const bool of_use = (key == "was") != (kind == ChangeKind::add);
        if (!map.has(key) || of_use) continue;
        context.error("JE-Z67", map.key_node(key), fmt::format("a change that says '{}' has '{}'", to_text(kind), key),
                      "'before' or 'after' with 'add', and 'was' with the others", fmt::format("take '{}' out", key));
    }
    if (map.has("before") && map.has("after"))
        context.error("JE-Z67", map.key_node("after"), "the change has both 'before' and 'after'", "one of them",
                      "take one of them out: an entry has one place");
}

LocalChange change_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::local_change};
    LocalChange change;
    change.at = context.at(node);
    read_kind(context, node, map, change);
    if (node.is_map() && !change.target.value.empty()) check_keys(context, node, map, change.kind);
    change.entry = map.part(change.kind == ChangeKind::set ? "to" : "entry", read_value);
    change.was = map.part("was", read_value);
    change.before = map.code("before");
    change.after = map.code("after");
    change.reason = map.words("reason");
    change.source = map.code("source");
    return change;
}

std::pair<YamlText, YamlValue> local_source_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::source};
    static_cast<void>(map.need_words("title"));
    static_cast<void>(map.text("url"));
    return {map.need_code("id"), value_of(node, *context.source)};
}

void read_base(const YamlContext& context, const YamlMapReader& map, LocalDraft& local) {
    const YamlNode* node = map.need("extends");
    if (node == nullptr) return;
    const YamlMapReader base{context, *node, keys::local_base};
    local.base = base.need_code("scheme");
    local.base_edition = base.need_code("edition");
    local.base_sha256 = base.need_text("sha256");
    const std::string& hash = local.base_sha256.value;
    if (!hash.empty() && !is_hash(hash))
        context.error("JE-Z68", *base.find("sha256"), fmt::format("'{}' is no SHA-256", shown_text(hash)),
                      "64 hexadecimal digits, a to f in lower case",
                      "copy the SHA-256 of the scheme's file: je check --show prints it, and sha256sum does");
}

}  // namespace

std::string_view to_text(ChangeKind kind) {
    return std::find_if(kinds_of_change.begin(), kinds_of_change.end(), [&](const auto& one) { return one.second == kind; })
        ->first;
}

LocalDraft local_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::local};
    LocalDraft local;
    local.at = context.at(root);
    local.id = map.need_code("id");
    local.title = map.need_words("title").value;
    local.edition = map.need_code("edition");
    read_base(context, map, local);
    local.sources = map.list("sources", local_source_of);
    if (map.flag("changes_points")) local.says_points = context.at(map.key_node("changes_points"));
    local.changes = map.need_list("changes", change_of);
    return local;
}

std::optional<LocalDraft> read_local(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, local_format, local_of);
}

}  // namespace je::io
