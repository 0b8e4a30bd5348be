// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/rule_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/readers/tree_reader.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"

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

SchemeDraft::FactTest test_from(const YamlContext& context, const YamlMapReader& map, YamlText fact) {
    return {.fact = std::move(fact),
            .from = map.part("from", read_wide_number),
            .below = map.part("below", read_wide_number),
            .of = map.codes("of"),
            .is = one_or_several(context, map, "is")};
}

/// A row of a derivation from `fact`, which tests it by keys of its own.
SchemeDraft::DerivedRow row_of_one(const YamlContext& context, const YamlNode& node, const YamlText& fact) {
    const YamlMapReader map{context, node, keys::derived_row};
    return {.tests = {test_from(context, map, {fact.value, context.at(node)})},
            .level = map.need_code("level"),
            .at = context.at(node)};
}

/// A row of a derivation from `facts`, which tests each by its id.
SchemeDraft::DerivedRow row_of_each(const YamlContext& context, const YamlNode& node, const std::vector<YamlText>& facts) {
    std::vector<std::string_view> words;
    for (const YamlText& fact : facts) words.push_back(fact.value);
    words.emplace_back("level");
    const YamlMapReader map{context, node, {"row", words}};
    SchemeDraft::DerivedRow row{.tests = {}, .level = map.need_code("level"), .at = context.at(node)};
    for (const YamlText& fact : facts) {
        if (const YamlNode* test = map.find(fact.value))
            row.tests.push_back(test_from(context, YamlMapReader{context, *test, keys::fact_test},
                                          {fact.value, context.at(map.key_node(fact.value))}));
    }
    return row;
}

/// A derivation has one of `fact` and `facts`, and one of `table` and `ranges`.
void check_sources(const YamlContext& context, const YamlMapReader& map) {
    const bool ranges = map.has("ranges");
    if (!ranges) static_cast<void>(map.need("table"));
    if (!map.has("facts")) static_cast<void>(map.need("fact"));
    const auto both = [&](std::string_view one, std::string_view other, std::string fix) {
        if (!map.has(one) || !map.has(other)) return;
        context.error("JE-I11", map.key_node(other), fmt::format("the derived entry has '{}' and '{}'", one, other),
                      fmt::format("either '{}' or '{}'", one, other), std::move(fix));
    };
    both("fact", "facts", "name all of them under 'facts', or the one under 'fact'");
    both("table", "ranges", "keep the one that the scheme states; 'table' is for one choice, 'ranges' for all else");
    if (ranges) return;
    both("table", "facts", "write 'ranges', whose rows test each fact by its id; a table is for one fact alone");
    both("table", "order", "take 'order' out: it is about numbers that rise, and a table has none");
}

/// The rows of a derivation whose facts have been read.
std::vector<SchemeDraft::DerivedRow> rows_of(const YamlContext& context, const YamlMapReader& map,
                                             const SchemeDraft::Rule& rule) {
    std::vector<SchemeDraft::DerivedRow> rows;
    const YamlNode* node = map.find("ranges");
    if (node == nullptr || !is_list(context, *node, "ranges") || (rule.fact && !rule.facts.empty())) return rows;
    if (node->size == 1) {
        context.error("JE-I13", *node, "'ranges' lists nothing", "at least one row",
                      "add a row, such as '{from: 1, below: 6, level: B}'");
    }
    const auto& facts = rule.facts;
    const auto level = std::find_if(facts.begin(), facts.end(), [](const YamlText& fact) { return fact.value == "level"; });
    if (level != facts.end()) {
        context.diagnostics.error({"JE-I14", level->at, "'facts' names a fact 'level', which is also a key of each row",
                                   "a fact with another id, in a derivation from 'facts'",
                                   "give the fact another id, or name it alone under 'fact'"});
        return rows;
    }
    for (const YamlNode& item : YamlItems{*node})
        rows.push_back(facts.empty() ? row_of_one(context, item, rule.fact.value_or(YamlText{}))
                                     : row_of_each(context, item, facts));
    return rows;
}

/// How many of the conditions under `of` must hold.
void read_count(const YamlContext& context, const YamlNode& node, const YamlMapReader& map, model::ConditionDraft& condition) {
    std::size_t given = 0;
    for (const std::string_view test : {"at_least", "at_most"}) {
        if (map.find(test) == nullptr) continue;
        ++given;
        condition.test = {std::string{test}, context.at(map.key_node(test))};
        condition.count = map.number(test);
    }
    const auto other = std::find_if(keys::condition.words().begin(), keys::condition.words().end(), [&](std::string_view key) {
        return key != "of" && key != "at_least" && key != "at_most" && map.has(key);
    });
    const bool alone = other == keys::condition.words().end();
    if (given == 1 && alone) return;
    context.error("JE-Y55", node,
                  alone ? "the condition counts others, but does not say how many must hold"
                        : fmt::format("the condition counts others, and has '{}' of its own", *other),
                  "'at_least' or 'at_most' with a number beside 'of', and nothing else",
                  alone ? "add the number, such as 'at_least: 2'" : "make that a condition in the list of its own");
}

}  // namespace

model::ConditionDraft condition_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::condition};
    model::ConditionDraft condition;
    condition.at = context.at(node);
    if (map.has("of")) {
        condition.of = map.list("of", condition_of);
        read_count(context, node, map, condition);
    } else {
        read_subject(context, node, map, condition);
        read_test(context, node, map, condition);
    }
    return condition;
}

SchemeDraft::Fact fact_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::fact};
    SchemeDraft::Fact fact{.id = map.need_code("id"),
                           .name = map.need_words("name").value,
                           .kind = map.need_code("kind"),
                           .choices = {},
                           .min = map.part("min", read_wide_number),
                           .max = map.part("max", read_wide_number),
                           .whole = map.part("whole", read_flag),
                           .unit = map.part("unit", read_filled_words)};
    read_asking(context, map, fact);
    return fact;
}

SchemeDraft::Rule rule_of(const YamlContext& context, const YamlNode& node, const model::RuleList& list) {
    const YamlMapReader map{context, node, {list.entry, list.keys}};
    for (const auto key : list.needed) static_cast<void>(map.need(key));
    const bool derives = list.table == "table";
    if (derives) check_sources(context, map);
    const auto summary =
        list.needs(list.summary) ? map.part(list.summary, read_filled_words) : map.part(list.summary, read_words);
    SchemeDraft::Rule rule{.id = map.code("id").value_or(YamlText{}),
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
    if (!derives) return rule;
    rule.facts = map.codes("facts");
    rule.ranges = rows_of(context, map, rule);
    rule.order = map.code("order");
    return rule;
}

}  // namespace je::io
