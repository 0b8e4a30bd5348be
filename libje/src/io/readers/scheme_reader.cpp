// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/readers/matrix_reader.hpp"
#include "io/readers/reader.hpp"
#include "io/readers/rule_reader.hpp"
#include "io/readers/tree_reader.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"
#include "model/scheme/rule_lists.hpp"

namespace je::io {
namespace {

using model::SchemeDraft;

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

model::ProcessRuleDraft process_rule_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::process_rule};
    model::ProcessRuleDraft rule;
    rule.id = map.need_code("id");
    rule.check = map.need_code("check");
    rule.breach = map.code("breach");
    rule.summary = map.words("summary");
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

using model::BandTableDraft;
using model::PayTableDraft;

/// In one language it may look like a number, as ids do.
std::optional<YamlText> read_band_name(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return node.is_map() ? read_filled_words(context, node, key) : read_reference(context, node, key);
}

BandTableDraft::Band band_from(const YamlMapReader& map) {
    return {.id = map.need_code("id"),
            .name = map.part("name", read_band_name).value_or(YamlText{}).value,
            .floor = map.number("floor"),
            .max = map.number("max"),
            .note = map.words("note"),
            .short_name = map.part("short", read_band_name)};
}

BandTableDraft::Band band_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::band};
    static_cast<void>(map.need("floor"));
    auto band = band_from(map);
    if (!band.floor) band.floor.emplace();  // reported
    return band;
}

/// In a scheme without points.
BandTableDraft::Band band_without_floor_of(const YamlContext& context, const YamlNode& node) {
    return band_from(YamlMapReader{context, node, keys::band});
}

BandTableDraft::Unbanded unbanded_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::unbanded};
    return {.from = map.need_number("from"), .to = map.need_number("to"), .reason = map.need_words("reason").value};
}

/// One hole may stand alone, without a list around it.
std::vector<BandTableDraft::Unbanded> holes_of(const YamlContext& context, const YamlMapReader& map) {
    const YamlNode* node = map.find("unbanded");
    if (node != nullptr && node->is_map()) return {unbanded_of(context, *node)};
    return map.list("unbanded", unbanded_of);
}

PayTableDraft::Row pay_row_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::pay_row};
    return {.band = map.need_code("band"), .min = map.need_number("min"), .max = map.need_number("max")};
}

model::SchemeDraft::Source source_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::source};
    return {.id = map.need_code("id"), .title = map.need_words("title").value, .url = map.text("url")};
}

model::DecidingRuleDraft deciding_rule_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::deciding_rule};
    model::DecidingRuleDraft rule{.id = map.need_code("id"),
                                  .summary = map.words("summary"),
                                  .source = map.code("source"),
                                  .band = map.code("band"),
                                  .agree = map.codes("agree"),
                                  .reach = map.codes("reach"),
                                  .level_of = map.code("level_of"),
                                  .at_least = map.number("at_least"),
                                  .at = context.at(node)};
    if (map.has("when")) rule.when = map.list("when", condition_of);
    if (map.has("bands")) rule.bands = map.pairs("bands", read_code);
    return rule;
}

template <BandTableDraft::Band (*read_band)(const YamlContext&, const YamlNode&)>
BandTableDraft band_table_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::band_table};
    BandTableDraft table{.from = map.date("from"),
                         .until = map.date("until"),
                         .source = map.code("source"),
                         .open_ended = map.flag("open_ended"),
                         .overlaps = map.flag("overlaps"),
                         .unbanded = holes_of(context, map),
                         .bands = map.need_list("table", read_band),
                         .first_match = map.part("first_match", read_flag),
                         .at = context.at(node)};
    if (map.has("decide")) table.decide = map.list("decide", deciding_rule_of);
    return table;
}

PayTableDraft pay_table_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::pay_table};
    return {.from = map.date("from"),
            .currency = map.need_code("currency"),
            .period = map.need_words("period").value,
            .status = map.code("status"),
            .source = map.code("source"),
            .note = map.words("note"),
            .rows = map.need_list("table", pay_row_of),
            .at = context.at(node)};
}

SchemeDraft::Group group_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::group};
    return {.id = map.need_code("id"),
            .name = map.need_words("name").value,
            .eu_criterion = map.code("eu_criterion"),
            .short_name = map.part("short", read_filled_words)};
}

bool is_by_language(const YamlNode& node) {
    const auto languages = keys::by_language.words();
    for (const auto entry : YamlEntries{node})
        if (std::find(languages.begin(), languages.end(), entry.key.text) != languages.end()) return true;
    return false;
}

/// What stands under an option's letter: its text, or a map of text and help; nothing at all is told by the model.
SchemeDraft::Option option_of(const YamlContext& context, const YamlNode& node, const YamlText& id) {
    if (node.kind == YamlKind::null) return {.id = id, .text = {}, .help = {}};
    if (!node.is_map() || is_by_language(node))
        return {.id = id, .text = read_words(context, node, id.value).value_or(YamlText{}).value, .help = {}};
    const YamlMapReader map{context, node, keys::level_option};
    return {.id = id, .text = map.need_words("text").value, .help = map.words("help")};
}

std::optional<std::vector<SchemeDraft::Option>> options_of(const YamlContext& context, const YamlNode& node,
                                                           std::string_view key) {
    std::vector<SchemeDraft::Option> options;
    if (!is_map(context, node, Name{key})) return options;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        if (const auto id = read_key(context, entry.key, key)) options.push_back(option_of(context, entry.value, *id));
    }
    return options;
}

SchemeDraft::Level level_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::level};
    return {.id = map.need_code("id"),
            .points = map.number("points"),
            .score = map.number("score"),
            .summary = map.words("summary"),
            .help = map.words("help"),
            .options = map.part("options", options_of).value_or(std::vector<SchemeDraft::Option>{}),
            .choose = map.code("choose"),
            .percent = map.number("percent")};
}

std::optional<SchemeDraft::PointsRule> points_rule_of(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::points_rule};
    return SchemeDraft::PointsRule{.kind = map.need_code("kind"), .lowest = map.number("lowest")};
}

std::vector<YamlNumber> numbers_of(const YamlContext& context, const YamlMapReader& map, std::string_view key) {
    std::vector<YamlNumber> numbers;
    const YamlNode* node = map.find(key);
    if (node == nullptr || !is_list(context, *node, key)) return numbers;
    for (const YamlNode& item : YamlItems{*node}) {
        if (const auto number = read_number(context, item, key)) numbers.push_back(*number);
    }
    return numbers;
}

SchemeDraft::Series series_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::series};
    return {.id = map.need_code("id"),
            .values = numbers_of(context, map, "values"),
            .from = map.number("from"),
            .to = map.number("to"),
            .by = map.number("by")};
}

std::optional<SchemeDraft::Weights> weights_of(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::weights};
    return SchemeDraft::Weights{.total = map.need_number("total"), .rounded_to = map.number("rounded_to")};
}

SchemeDraft::Factor scheme_factor(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::factor};
    SchemeDraft::Factor factor{.id = map.need_code("id"),
                               .name = map.need_words("name").value,
                               .group = map.code("group"),
                               .definition = map.words("definition"),
                               .source = map.code("source"),
                               .weight = map.number("weight"),
                               .rule = map.part("rule", points_rule_of),
                               .rounding = map.part("rounding", map.has("percent_of") ? dependent_rounding_of : rounding_of),
                               .levels = map.need_list("levels", level_of),
                               .at = context.at(node),
                               .short_name = map.part("short", read_filled_words),
                               .percent_of = map.code("percent_of")};
    read_questions(context, map, factor);
    return factor;
}

void read_heading(const YamlMapReader& map, SchemeDraft& scheme) {
    scheme.id = map.need_code("id");
    scheme.title = map.need_words("title").value;
    scheme.edition = map.need_code("edition").value;
    scheme.status = map.need_code("status");
    scheme.owner = map.words("owner");
    scheme.licence = map.words("licence");
    scheme.sources = map.list("sources", source_of);
    scheme.method = map.code("method");
    scheme.max_total = map.number("max_total");
    scheme.weights = map.part("weights", weights_of);
}

void read_rules(const YamlContext& context, const YamlMapReader& map, SchemeDraft& scheme) {
    const auto read = [&](const model::RuleList& list) {
        const YamlNode* node = map.find(list.key);
        if (node == nullptr || !is_list(context, *node, list.key)) return;
        for (const YamlNode& item : YamlItems{*node}) (scheme.*list.drafts).push_back(rule_of(context, item, list));
    };
    scheme.facts = map.list("facts", fact_of);
    for (const model::RuleList& list : model::rule_lists()) read(list);
    scheme.panel = map.list("panel", process_rule_of);
    scheme.appeal = map.list("appeal", process_rule_of);
    read(model::convention_list());
}

}  // namespace

SchemeDraft scheme_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::scheme};
    SchemeDraft scheme;
    scheme.at = context.at(root);
    read_heading(map, scheme);
    scheme.groups = map.list("groups", group_of);
    scheme.factors = map.need_list("factors", scheme_factor);
    scheme.matrices = map.list("matrices", matrix_of);
    scheme.series = map.list("series", series_of);
    read_rules(context, map, scheme);
    const bool has_points = !scheme.method || scheme.method->value == "points";
    scheme.bands = map.list("bands", has_points ? band_table_of<band_of> : band_table_of<band_without_floor_of>);
    scheme.pay = map.list("pay", pay_table_of);
    return scheme;
}

std::optional<SchemeDraft> read_scheme(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, scheme_format, scheme_of);
}

model::BandsFileDraft bands_file_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::bands_file};
    return {.id = map.need_code("id"),
            .title = map.need_words("title").value,
            .edition = map.need_code("edition").value,
            .status = map.need_code("status"),
            .owner = map.words("owner"),
            .scheme = map.code("scheme"),
            .sources = map.list("sources", source_of),
            .bands = map.need_list("bands", band_table_of<band_of>),
            .pay = map.list("pay", pay_table_of),
            .at = context.at(root)};
}

std::optional<model::BandsFileDraft> read_bands_file(const base::SourceTextPtr& text, const Limits& limits,
                                                     base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, bands_format, bands_file_of);
}

}  // namespace je::io
