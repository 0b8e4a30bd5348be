// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <span>

#include "io/scheme_reader.hpp"
#include "io/yaml_map_reader.hpp"

namespace je::io {
namespace {

constexpr std::array<std::string_view, 20> all_keys{
    "id",   "check",    "breach", "summary", "source", "smallest", "largest", "at_least", "sides",    "side",
    "post", "decision", "differ", "allowed", "from",   "until",    "within",  "parties",  "accepted", "not_accepted"};
constexpr std::size_t common_keys = 5;

/// The keys of a rule that only some checks take, in the order of the file.
std::vector<YamlText> further_keys(const YamlContext& context, const YamlNode& node) {
    const std::span further = std::span{all_keys}.subspan(common_keys);
    std::vector<YamlText> keys;
    for (const auto entry : YamlEntries{node}) {
        if (entry.key.is_scalar() && std::find(further.begin(), further.end(), entry.key.text) != further.end())
            keys.push_back({std::string{entry.key.text}, context.at(entry.key)});
    }
    return keys;
}

}  // namespace

model::ProcessRuleDraft process_rule_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, "rule", all_keys};
    model::ProcessRuleDraft rule;
    rule.id = map.need_code("id");
    rule.check = map.need_code("check");
    rule.breach = map.code("breach");
    rule.summary = map.text("summary");
    rule.source = map.code("source");
    rule.keys = further_keys(context, node);
    rule.smallest = map.number("smallest");
    rule.largest = map.number("largest");
    rule.at_least = map.pairs("at_least", read_number);
    rule.of_sides = map.codes("sides");
    rule.chair_side = map.code("side");
    rule.chair_post = map.text("post");
    rule.decision = map.code("decision");
    rule.differ = map.code("differ");
    if (map.has("allowed")) rule.allowed = map.flag("allowed");
    rule.from = map.code("from");
    rule.until = map.code("until");
    rule.within = map.part("within", read_text);
    rule.parties = map.codes("parties");
    rule.accepted = map.codes("accepted");
    rule.not_accepted = map.codes("not_accepted");
    rule.at = context.at(node);
    return rule;
}

}  // namespace je::io
