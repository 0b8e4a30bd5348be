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
    bool plain = false;  // a scalar written without quotes, on one line or more

    [[nodiscard]] bool is_scalar() const { return kind == YamlKind::scalar; }
    [[nodiscard]] bool is_map() const { return kind == YamlKind::map; }
    [[nodiscard]] bool is_sequence() const { return kind == YamlKind::sequence; }
};

/// What a sequence holds, for a range-based loop; nothing when the node is no sequence.
class YamlItems {
public:
    class Iterator {
    public:
        explicit Iterator(const YamlNode* node) : node_{node} {}
        const YamlNode& operator*() const { return *node_; }
        Iterator& operator++() {
            node_ += node_->size;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const YamlNode* node_;
    };
    explicit YamlItems(const YamlNode& sequence) : sequence_{&sequence} {}
    [[nodiscard]] Iterator begin() const { return Iterator{sequence_ + 1}; }
    [[nodiscard]] Iterator end() const { return Iterator{sequence_ + (sequence_->is_sequence() ? sequence_->size : 1)}; }

private:
    const YamlNode* sequence_;
};

/// One key of a map and its value.
struct YamlEntry {
    const YamlNode& key;
    const YamlNode& value;
};

/// What a map holds, for a range-based loop; nothing when the node is no map.
class YamlEntries {
public:
    class Iterator {
    public:
        explicit Iterator(const YamlNode* key) : key_{key} {}
        YamlEntry operator*() const { return {*key_, *value()}; }
        Iterator& operator++() {
            key_ = value() + value()->size;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        [[nodiscard]] const YamlNode* value() const { return key_ + key_->size; }
        const YamlNode* key_;
    };
    explicit YamlEntries(const YamlNode& map) : map_{&map} {}
    [[nodiscard]] Iterator begin() const { return Iterator{map_ + 1}; }
    [[nodiscard]] Iterator end() const { return Iterator{map_ + (map_->is_map() ? map_->size : 1)}; }

private:
    const YamlNode* map_;
};

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
