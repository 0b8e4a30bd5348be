// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "io/scheme_reader.hpp"
#include "io/yaml_map_reader.hpp"

namespace je::io {
namespace {

constexpr std::array<std::string_view, 19> all_keys{
    "id",   "check",    "breach", "summary", "source", "smallest", "largest", "at_least", "sides",       "side",
    "post", "decision", "differ", "allowed", "from",   "until",    "within",  "parties",  "not_accepted"};
constexpr std::size_t common_keys = 5;

std::vector<std::string> further_keys(const YamlMapReader& map) {
    std::vector<std::string> keys;
    for (std::size_t i = common_keys; i < all_keys.size(); ++i) {
        if (map.has(all_keys[i])) keys.emplace_back(all_keys[i]);
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
    rule.keys = further_keys(map);
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
    rule.not_accepted = map.codes("not_accepted");
    rule.at = context.at(node);
    return rule;
}

}  // namespace je::io
