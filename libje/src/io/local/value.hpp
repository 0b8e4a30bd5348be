// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/yaml/parse.hpp"

namespace je::io {

/// A part of a YAML file as a tree that can be changed: a map has keys and values in turn.
struct YamlBranch {
    YamlNode node;
    std::vector<YamlBranch> parts{};

    /// The value at a key of a map; null when there is none.
    [[nodiscard]] YamlBranch* find(std::string_view key);
    [[nodiscard]] const YamlBranch* find(std::string_view key) const;
    /// The same as one scalar's text; empty when it is none.
    [[nodiscard]] std::string_view text_at(std::string_view key) const;
};

/// A part of a file that outlives its reading.
struct YamlValue {
    YamlBranch top;
    std::shared_ptr<std::deque<std::string>> held;  // texts of scalars that do not stand in the file as they are
};

[[nodiscard]] YamlBranch branch_of(const YamlNode& node);
/// A copy of its own. `source` is the file, which must outlive it; the nodes count as those of a second file.
[[nodiscard]] YamlValue value_of(const YamlNode& node, const base::SourceText& source);
/// The tree of a branch, as readers take it.
[[nodiscard]] std::vector<YamlNode> nodes_of(const YamlBranch& top);

/// A plain scalar, an empty list or map, at the place of another node. `text` must outlive it.
[[nodiscard]] YamlBranch word(std::string_view text, const YamlNode& like);
[[nodiscard]] YamlBranch container(YamlKind kind, const YamlNode& like);

/// Whether both say the same: maps whatever the order of their keys, numbers whatever their zeros.
[[nodiscard]] bool is_same(const YamlBranch& a, const YamlBranch& b);
/// "{id: three, check: size}": on one line, as it could stand in a file.
[[nodiscard]] std::string on_one_line(const YamlBranch& branch);

}  // namespace je::io
