// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/readers/scheme_reader.hpp"
#include "io/yaml/map_reader.hpp"
#include "model/scheme/rule_lists.hpp"

namespace je::io {
namespace {

using model::SchemeDraft;

constexpr std::array<std::string_view, 5> tests{"is", "is_not", "at_least", "at_most", "one_of"};

/// What reads the value of a test: a level of a factor, or a value of a fact.
using ReadValue = std::optional<YamlText> (*)(const YamlContext&, const YamlNode&, std::string_view);

void read_subject(const YamlContext& context, const YamlNode& node, const YamlMapReader& map,
                  SchemeDraft::Condition& condition) {
    condition.factor = map.code("factor");
    condition.fact = map.code("fact");
    if (!node.is_map() || map.has("factor") != map.has("fact")) return;
    context.error("JE-Y52", node,
                  fmt::format("the condition is about {}", map.has("factor") ? "a factor and a fact" : "no factor and no fact"),
                  "either 'factor' or 'fact' in each condition", "write one condition for each thing that is tested");
}

std::vector<YamlText> values_of(const YamlContext& context, const YamlNode& node, std::string_view test, ReadValue read) {
    std::vector<YamlText> values;
    if (test != "one_of") {
        if (auto value = read(context, node, test)) values.push_back(*std::move(value));
        return values;
    }
    if (!is_list(context, node, test)) return values;
    if (node.size == 1) {
        context.error("JE-Y54", node, "'one_of' lists nothing", "at least one value", "list the values, such as [a, b]");
    }
    for (const YamlNode& item : YamlItems{node}) {
        if (auto value = read(context, item, test)) values.push_back(*std::move(value));
    }
    return values;
}

void read_test(const YamlContext& context, const YamlNode& node, const YamlMapReader& map, SchemeDraft::Condition& condition) {
    const ReadValue read = map.has("fact") ? read_fact : read_code;
    std::size_t given = 0;
    for (const auto test : tests) {
        const YamlNode* value = map.find(test);
        if (value == nullptr) continue;
        ++given;
        condition.test = {std::string{test}, context.at(map.key_node(test))};
        condition.values = values_of(context, *value, test, read);
    }
    if (given == 1 || !node.is_map()) return;
    context.error("JE-Y53", node, given == 0 ? "the condition tests nothing" : "the condition has more than one test",
                  "one of 'is', 'is_not', 'at_least', 'at_most' or 'one_of' in each condition",
                  given == 0 ? "add a test, such as 'at_least: 4'" : "write one condition for each test");
}

SchemeDraft::Condition condition_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::condition};
    SchemeDraft::Condition condition;
    condition.at = context.at(node);
    read_subject(context, node, map, condition);
    read_test(context, node, map, condition);
    return condition;
}

}  // namespace

SchemeDraft::Fact fact_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::fact};
    return {.id = map.need_code("id"),
            .name = map.need_text("name").value,
            .kind = map.need_code("kind"),
            .choices = map.codes("choices")};
}

SchemeDraft::Rule rule_of(const YamlContext& context, const YamlNode& node, const model::RuleList& list) {
    const YamlMapReader map{context, node, {list.entry, list.keys}};
    for (const auto key : list.needed) static_cast<void>(map.need(key));
    const auto summary =
        list.needs(list.summary) ? map.part(list.summary, read_filled_text) : map.part(list.summary, read_text);
    return {.id = map.code("id").value_or(YamlText{}),
            .severity = map.code("severity"),
            .from = map.date("from"),
            .until = map.date("until"),
            .factor = map.code("factor"),
            .fact = map.code("fact"),
            .table = map.pairs(list.table, read_code),
            .at_least = map.part("at_least", read_wide_number),
            .raise = map.number("raise"),
            .from_levels = map.codes("from_levels"),
            .ceiling = map.code("ceiling"),
            .when = map.list("when", condition_of),
            .unless = map.list("unless", condition_of),
            .require = map.list("require", condition_of),
            .summary = summary.value_or(YamlText{}).value,
            .source = map.code("source")};
}

namespace {

constexpr std::size_t common_keys = 5;

/// The keys of a rule that only some checks take, in the order of the file.
std::vector<YamlText> further_keys(const YamlContext& context, const YamlNode& node) {
    const auto further = keys::process_rule.words().subspan(common_keys);
    std::vector<YamlText> keys;
    for (const auto entry : YamlEntries{node}) {
        if (entry.key.is_scalar() && std::find(further.begin(), further.end(), entry.key.text) != further.end())
            keys.push_back({std::string{entry.key.text}, context.at(entry.key)});
    }
    return keys;
}

}  // namespace

model::ProcessRuleDraft process_rule_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::process_rule};
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
