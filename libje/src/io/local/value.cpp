// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/local/value.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "io/yaml/words.hpp"
#include "je/base/decimal.hpp"

namespace je::io {

const YamlBranch* YamlBranch::find(std::string_view key) const {
    if (!node.is_map()) return nullptr;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
        if (parts[i].node.is_scalar() && parts[i].node.text == key) return &parts[i + 1];
    return nullptr;
}

YamlBranch* YamlBranch::find(std::string_view key) { return const_cast<YamlBranch*>(std::as_const(*this).find(key)); }

std::string_view YamlBranch::text_at(std::string_view key) const {
    const YamlBranch* value = find(key);
    return value != nullptr && value->node.is_scalar() ? value->node.text : std::string_view{};
}

YamlBranch branch_of(const YamlNode& node) {
    YamlBranch branch{node};
    for (const YamlNode& item : YamlItems{node}) branch.parts.push_back(branch_of(item));
    for (const auto entry : YamlEntries{node}) {
        branch.parts.push_back(branch_of(entry.key));
        branch.parts.push_back(branch_of(entry.value));
    }
    return branch;
}

namespace {

void take_over(YamlBranch& branch, const base::SourceText& source, std::deque<std::string>& held) {
    branch.node.of_second = true;
    const std::string_view text = branch.node.text;
    const bool in_file = std::less_equal<>{}(source.text.data(), text.data()) &&
                         std::less<>{}(text.data(), source.text.data() + source.text.size());
    if (!text.empty() && !in_file) branch.node.text = held.emplace_back(text);
    for (YamlBranch& part : branch.parts) take_over(part, source, held);
}

void add_nodes(const YamlBranch& branch, std::vector<YamlNode>& nodes) {
    const std::size_t at = nodes.size();
    nodes.push_back(branch.node);
    for (const YamlBranch& part : branch.parts) add_nodes(part, nodes);
    nodes[at].size = static_cast<std::uint32_t>(nodes.size() - at);
}

bool is_same_scalar(const YamlNode& a, const YamlNode& b) {
    if (a.text == b.text) return true;
    if (!a.plain || !b.plain) return false;
    const auto one = base::WideDecimal::parse(a.text);
    const auto other = base::WideDecimal::parse(b.text);
    const auto* number = std::get_if<base::WideDecimal>(&one);
    const auto* same = std::get_if<base::WideDecimal>(&other);
    return number != nullptr && same != nullptr && *number == *same;
}

}  // namespace

YamlValue value_of(const YamlNode& node, const base::SourceText& source) {
    YamlValue value{branch_of(node), std::make_shared<std::deque<std::string>>()};
    take_over(value.top, source, *value.held);
    return value;
}

std::vector<YamlNode> nodes_of(const YamlBranch& top) {
    std::vector<YamlNode> nodes;
    add_nodes(top, nodes);
    return nodes;
}

YamlBranch word(std::string_view text, const YamlNode& like) {
    YamlNode node = like;
    node.kind = YamlKind::scalar;
    node.text = text;
    node.plain = true;
    node.comment = 0;
    node.size = 1;
    return {node};
}

YamlBranch container(YamlKind kind, const YamlNode& like) {
    YamlBranch branch = word({}, like);
    branch.node.kind = kind;
    return branch;
}

bool is_same(const YamlBranch& a, const YamlBranch& b) {
    if (a.node.kind != b.node.kind || a.parts.size() != b.parts.size()) return false;
    if (a.node.is_scalar()) return is_same_scalar(a.node, b.node);
    if (!a.node.is_map()) return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), is_same);
    for (std::size_t i = 0; i + 1 < a.parts.size(); i += 2) {
        const YamlBranch* other = b.find(a.parts[i].node.text);
        if (other == nullptr || !is_same(a.parts[i + 1], *other)) return false;
    }
    return true;
}

std::string on_one_line(const YamlBranch& branch) {
    if (branch.node.is_scalar()) return branch.node.plain ? std::string{branch.node.text} : yaml_scalar(branch.node.text);
    if (!branch.node.is_map() && !branch.node.is_sequence()) return "null";
    std::string text{branch.node.is_map() ? "{" : "["};
    for (std::size_t i = 0; i < branch.parts.size(); ++i) {
        const bool after_key = branch.node.is_map() && i % 2 == 1;
        if (i > 0) text += after_key ? ": " : ", ";
        text += on_one_line(branch.parts[i]);
    }
    return text + (branch.node.is_map() ? "}" : "]");
}

}  // namespace je::io
