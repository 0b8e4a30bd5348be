// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/yaml/mended.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// What a node of a YAML file is. `broken` stands for something already reported (an alias, a map as a key), about
/// which nothing more should be said.
enum class YamlKind : std::uint8_t { null, scalar, sequence, map, broken };

/// "a list", "a map"; "a single text", "nothing".
[[nodiscard]] std::string_view name_of(YamlKind kind);

/// One node. Nodes lie in one array in the order of the text, each before what it holds, so that the next sibling of a node is
/// `node + size`. In a map keys and values alternate.
struct YamlNode {
    std::string_view text{};    // of a scalar
    std::uint32_t line = 0;     // 1-based
    std::uint32_t column = 0;   // 1-based, in bytes
    std::uint32_t length = 1;   // columns it spans on its first line
    std::uint32_t size = 1;     // nodes in its subtree, itself included
    std::uint32_t comment = 0;  // where in the file, in bytes, a comment begins right after a bare text or in place of a value
    YamlKind kind = YamlKind::null;
    bool plain = false;      // a scalar written without quotes, on one line or more
    bool of_second = false;  // it stands in the second file of its context

    [[nodiscard]] bool is_scalar() const { return kind == YamlKind::scalar; }
    [[nodiscard]] bool is_map() const { return kind == YamlKind::map; }
    [[nodiscard]] bool is_sequence() const { return kind == YamlKind::sequence; }
};

/// One key of a map and its value.
struct YamlEntry {
    const YamlNode& key;
    const YamlNode& value;
};

/// Goes from one to the next of what a node holds: items of a sequence, or keys with their values.
template <bool entries>
class YamlIterator {
public:
    explicit YamlIterator(const YamlNode* node) : node_{node} {}
    decltype(auto) operator*() const {
        if constexpr (entries)
            return YamlEntry{*node_, node_[node_->size]};
        else
            return (*node_);
    }
    YamlIterator& operator++() {
        if constexpr (entries) node_ += node_->size;
        node_ += node_->size;
        return *this;
    }
    friend bool operator==(const YamlIterator&, const YamlIterator&) = default;

private:
    const YamlNode* node_;
};

/// What a node of one kind holds, for a range-based loop; nothing when it is of another kind.
template <YamlKind kind>
class YamlRange {
public:
    using Iterator = YamlIterator<kind == YamlKind::map>;
    explicit YamlRange(const YamlNode& node) : node_{&node} {}
    [[nodiscard]] Iterator begin() const { return Iterator{node_ + 1}; }
    [[nodiscard]] Iterator end() const { return Iterator{node_ + (node_->kind == kind ? node_->size : 1)}; }

private:
    const YamlNode* node_;
};
using YamlItems = YamlRange<YamlKind::sequence>;
using YamlEntries = YamlRange<YamlKind::map>;

/// The one document of a YAML file. Scalars point into the text it was read from, which must outlive the tree; those that
/// stand there in another form (escapes, several lines) are held here.
struct YamlTree {
    std::vector<YamlNode> nodes;
    std::deque<std::string> held;

    [[nodiscard]] const YamlNode& root() const { return nodes.front(); }
};

/// Reports each key of `map` that was given before, with both places. Takes n log n steps for n keys.
void report_repeated_keys(const YamlNode& map, const base::SourceTextPtr& source, base::Diagnostics& diagnostics);

/// Reads `text` as one YAML document whose top is a map. Reports what no file may have: bytes that are not UTF-8, control
/// characters, faulty YAML, anchors, aliases, tags, merge keys, repeated keys, a second document, more than the limits allow.
/// Nothing comes back when the text cannot be understood; after other mistakes the tree comes back all the same, so that those
/// in its content can be reported too. `mended`, where given, is read in place of the text, and must outlive the tree.
[[nodiscard]] std::optional<YamlTree> parse_yaml(const base::SourceTextPtr& text, const Limits& limits,
                                                 base::Diagnostics& diagnostics, const MendedText* mended = nullptr);

}  // namespace je::io
