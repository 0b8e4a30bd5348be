// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "support/writers/writer.hpp"

#include "io/yaml/format.hpp"
#include "io/yaml/words.hpp"
#include "je/model/band_table.hpp"
#include "je/model/scheme_draft.hpp"
#include "model/scheme/rule_lists.hpp"
#include "support/writers/fields.hpp"

namespace je::test {

// What schemes and band files share: the fields of one entry of `sources`, `bands` and `pay`.
[[nodiscard]] YamlFields fields_of_source(const model::SchemeDraft::Source& source);
[[nodiscard]] YamlFields fields_of_band_table(const model::BandTableDraft& table);
[[nodiscard]] YamlFields fields_of_pay_table(const model::PayTableDraft& table);

// The fields of one entry of each list of rules in a scheme.
[[nodiscard]] YamlFields fields_of_fact(const model::SchemeDraft::Fact& fact);
[[nodiscard]] YamlFields fields_of_rule(const model::SchemeDraft::Rule& rule, const model::RuleList& list);
[[nodiscard]] YamlFields fields_of_process_rule(const model::ProcessRuleDraft& rule);

namespace {

using model::BandTableDraft;
using model::PayTableDraft;

YamlFields fields_of_band(const BandTableDraft::Band& band) {
    YamlFields fields;
    fields.text("id", band.id.value)
        .text("name", band.name)
        .text("short", band.short_name)
        .number("floor", band.floor)
        .number("max", band.max)
        .text("note", band.note);
    return fields;
}

YamlFields fields_of_hole(const BandTableDraft::Unbanded& hole) {
    YamlFields fields;
    fields.number("from", hole.from).number("to", hole.to).text("reason", hole.reason);
    return fields;
}

YamlFields fields_of_pay_row(const PayTableDraft::Row& row) {
    YamlFields fields;
    fields.text("band", row.band.value).number("min", row.min).number("max", row.max);
    return fields;
}

}  // namespace

YamlFields fields_of_source(const model::SchemeDraft::Source& source) {
    YamlFields fields;
    fields.text("id", source.id.value).text("title", source.title).text("url", source.url);
    return fields;
}

YamlFields fields_of_condition(const model::ConditionDraft& condition) {
    YamlFields fields;
    if (condition.of) {
        std::string all;
        for (const auto& one : *condition.of) all += (all.empty() ? "" : ", ") + fields_of_condition(one).flow();
        if (condition.count) fields.number(condition.test.value, condition.count);
        return fields.raw("of", "[" + all + "]");
    }
    fields.text("factor", condition.factor).text("fact", condition.fact);
    if (condition.test.value == "one_of")
        fields.codes("one_of", condition.values);
    else if (!condition.values.empty()) {
        fields.raw(condition.test.value, io::yaml_scalar(condition.values.front().value));
    }
    return fields;
}

YamlFields fields_of_deciding_rule(const model::DecidingRuleDraft& rule) {
    const auto list = [](const std::vector<model::ConditionDraft>& conditions) {
        std::string all;
        for (const auto& one : conditions) all += (all.empty() ? "" : ", ") + fields_of_condition(one).flow();
        return "[" + all + "]";
    };
    YamlFields fields;
    fields.text("id", rule.id.value).text("summary", rule.summary).text("source", rule.source);
    if (rule.when) fields.raw("when", list(*rule.when));
    fields.text("band", rule.band).codes("agree", rule.agree).codes("reach", rule.reach).text("level_of", rule.level_of);
    fields.number("at_least", rule.at_least);
    if (rule.bands) fields.pairs("bands", *rule.bands).needed("bands", "{}");
    return fields;
}

YamlFields fields_of_band_table(const BandTableDraft& table) {
    YamlFields fields;
    fields.date("from", table.from)
        .date("until", table.until)
        .text("source", table.source)
        .flag("open_ended", table.open_ended)
        .flag("overlaps", table.overlaps);
    fields.flow_list("unbanded", table.unbanded, fields_of_hole);
    if (table.first_match) fields.raw("first_match", table.first_match->value ? "true" : "false");
    fields.flow_list("table", table.bands, fields_of_band).needed("table", "[]");
    if (table.decide) fields.flow_list("decide", *table.decide, fields_of_deciding_rule).needed("decide", "[]");
    return fields;
}

YamlFields fields_of_pay_table(const PayTableDraft& table) {
    YamlFields fields;
    fields.date("from", table.from).text("currency", table.currency.value).text("period", table.period);
    fields.text("status", table.status).text("source", table.source).text("note", table.note);
    fields.flow_list("table", table.rows, fields_of_pay_row).needed("table", "[]");
    return fields;
}

std::string write_bands_file(const model::BandsFileDraft& draft) {
    YamlFields fields;
    fields.raw("format", std::string{io::bands_format})
        .text("id", draft.id.value)
        .text("title", draft.title)
        .text("edition", draft.edition);
    fields.text("status", draft.status.value).text("owner", draft.owner).text("scheme", draft.scheme);
    fields.flow_list("sources", draft.sources, fields_of_source);
    fields.block_list("bands", draft.bands, fields_of_band_table).needed("bands", "[]");
    fields.block_list("pay", draft.pay, fields_of_pay_table);
    return fields.block();
}

namespace {

using model::SchemeDraft;

}  // namespace

YamlFields fields_of_fact(const SchemeDraft::Fact& fact) {
    YamlFields fields;
    fields.text("id", fact.id.value).text("name", fact.name).text("kind", fact.kind.value);
    if (fact.choice_texts.empty()) fields.codes("choices", fact.choices);
    YamlFields choices;
    for (std::size_t i = 0; i < fact.choice_texts.size(); ++i)
        choices.raw(io::yaml_scalar(fact.choices[i].value), io::yaml_scalar(fact.choice_texts[i]));
    if (!choices.empty()) fields.raw("choices", choices.flow());
    if (fact.min) fields.raw("min", fact.min->value.to_string());
    if (fact.max) fields.raw("max", fact.max->value.to_string());
    if (fact.whole) fields.raw("whole", fact.whole->value ? "true" : "false");
    fields.text("unit", fact.unit).text("ask", fact.ask).text("help", fact.help);
    return fields;
}

namespace {

void add_test(YamlFields& fields, const SchemeDraft::FactTest& test) {
    if (test.from) fields.raw("from", test.from->value.to_string());
    if (test.below) fields.raw("below", test.below->value.to_string());
    fields.codes("of", test.of).codes("is", test.is);
}

YamlFields fields_of_row(const SchemeDraft::DerivedRow& row) {
    YamlFields fields;
    for (const auto& test : row.tests) add_test(fields, test);
    return fields.text("level", row.level.value);
}

YamlFields fields_of_row_by_id(const SchemeDraft::DerivedRow& row) {
    YamlFields fields;
    for (const auto& test : row.tests) {
        YamlFields of_fact;
        add_test(of_fact, test);
        fields.raw(test.fact.value, of_fact.flow());
    }
    return fields.text("level", row.level.value);
}

}  // namespace

YamlFields fields_of_rule(const SchemeDraft::Rule& rule, const model::RuleList& list) {
    YamlFields fields;
    fields.text("id", rule.id.value).text("severity", rule.severity).date("from", rule.from).date("until", rule.until);
    fields.text("factor", rule.factor).text("fact", rule.fact).codes("facts", rule.facts).pairs(list.table, rule.table);
    if (!list.table.empty() && rule.ranges.empty()) fields.needed(list.table, "{}");
    const bool by_id = !rule.facts.empty();
    fields.flow_list("ranges", rule.ranges, by_id ? fields_of_row_by_id : fields_of_row).text("order", rule.order);
    if (rule.at_least) fields.raw("at_least", rule.at_least->value.to_string());
    fields.number("raise", rule.raise).codes("from_levels", rule.from_levels);
    if (list.needs("from_levels")) fields.needed("from_levels", "[]");
    fields.text("ceiling", rule.ceiling).flow_list("when", rule.when, fields_of_condition);
    fields.flow_list("unless", rule.unless, fields_of_condition).flow_list("require", rule.require, fields_of_condition);
    if (list.needs("require")) fields.needed("require", "[]");
    fields.text(list.summary, rule.summary).text("source", rule.source);
    return fields;
}

YamlFields fields_of_process_rule(const model::ProcessRuleDraft& rule) {
    YamlFields fields;
    fields.text("id", rule.id.value).text("check", rule.check.value).text("breach", rule.breach);
    fields.number("smallest", rule.smallest).number("largest", rule.largest);
    if (!rule.at_least.empty()) {
        YamlFields counts;
        for (const auto& [side, number] : rule.at_least) counts.number(side.value, number);
        fields.raw("at_least", counts.flow());
    }
    fields.codes("sides", rule.of_sides).text("side", rule.chair_side).text("post", rule.chair_post);
    fields.text("decision", rule.decision).text("differ", rule.differ);
    if (rule.allowed) fields.raw("allowed", *rule.allowed ? "true" : "false");
    fields.text("from", rule.from).text("until", rule.until).text("within", rule.within);
    fields.codes("parties", rule.parties).codes("accepted", rule.accepted).codes("not_accepted", rule.not_accepted);
    fields.text("summary", rule.summary).text("source", rule.source);
    return fields;
}

namespace {

using model::SchemeDraft;

YamlFields fields_of_group(const SchemeDraft::Group& group) {
    YamlFields fields;
    fields.text("id", group.id.value)
        .text("name", group.name)
        .text("short", group.short_name)
        .text("eu_criterion", group.eu_criterion);
    return fields;
}

YamlFields fields_of_level(const SchemeDraft::Level& level) {
    YamlFields fields;
    fields.text("id", level.id.value).number("points", level.points).number("score", level.score);
    fields.text("summary", level.summary).text("help", level.help).number("percent", level.percent);
    return fields;
}

YamlFields fields_of_series(const SchemeDraft::Series& series) {
    YamlFields fields;
    fields.text("id", series.id.value);
    std::string values;
    for (const auto& value : series.values) values += (values.empty() ? "" : ", ") + value.value.to_string();
    if (!values.empty()) fields.raw("values", "[" + values + "]");
    fields.number("from", series.from).number("to", series.to).number("by", series.by);
    return fields;
}

std::string rule_text(const SchemeDraft::PointsRule& rule) {
    YamlFields fields;
    fields.text("kind", rule.kind.value).number("lowest", rule.lowest);
    return fields.flow();
}

std::string rounding_text(const SchemeDraft::RoundingDraft& rounding) {
    YamlFields fields;
    if (rounding.series)
        fields.text("to", rounding.series);
    else
        fields.number("to", rounding.to);
    fields.text("mode", rounding.mode.value);
    return fields.flow();
}

YamlFields fields_of_tree_option(const SchemeDraft::TreeOption& option) {
    YamlFields fields;
    fields.text("text", option.text).text("help", option.help).text("next", option.next).text("level", option.level);
    if (option.from) fields.raw("from", option.from->value.to_string());
    if (option.below) fields.raw("below", option.below->value.to_string());
    return fields.codes("is", option.is);
}

YamlFields fields_of_question(const SchemeDraft::Question& question) {
    YamlFields fields, options;
    fields.text("ask", question.ask).text("help", question.help).text("fact", question.fact).codes("of", question.of);
    fields.text("order", question.order);
    for (const auto& option : question.options)
        options.raw(io::yaml_scalar(option.id.value), fields_of_tree_option(option).flow());
    return fields.raw("options", options.empty() ? "{}" : options.flow());
}

YamlFields fields_of_factor(const SchemeDraft::Factor& factor) {
    YamlFields fields;
    fields.text("id", factor.id.value).text("name", factor.name).text("short", factor.short_name).text("group", factor.group);
    fields.text("definition", factor.definition).text("source", factor.source).number("weight", factor.weight);
    fields.text("percent_of", factor.percent_of);
    if (factor.rule) fields.raw("rule", rule_text(*factor.rule));
    if (factor.rounding) fields.raw("rounding", rounding_text(*factor.rounding));
    fields.flow_list("levels", factor.levels, fields_of_level).needed("levels", "[]").text("start", factor.start);
    YamlFields questions;
    for (const auto& question : factor.questions)
        questions.raw(io::yaml_scalar(question.id.value), fields_of_question(question).flow());
    if (!questions.empty()) fields.raw("questions", questions.flow());
    return fields;
}

std::string cell_text(const SchemeDraft::Cells& cell, const char* measure) {
    if (!cell.value) return "null";
    if (!cell.unlikely) return cell.value->value.to_string();
    YamlFields fields;
    fields.number(measure, cell.value).flag("unlikely", true);
    return fields.flow();
}

std::string cells_text(const SchemeDraft::Cells& cells, const char* measure) {
    using Form = SchemeDraft::Cells::Form;
    if (cells.form == Form::none || cells.form == Form::cell) return cell_text(cells, measure);
    YamlFields fields;
    std::string list;
    for (const auto& under : cells.under) {
        if (cells.form == Form::levels) fields.raw(under.level.value, cells_text(under, measure));
        list += (list.empty() ? "" : ", ") + cells_text(under, measure);
    }
    return cells.form == Form::levels ? fields.flow() : "[" + list + "]";
}

YamlFields fields_of_matrix(const SchemeDraft::Matrix& matrix) {
    YamlFields fields;
    fields.text("id", matrix.id.value)
        .text("name", matrix.name)
        .text("short", matrix.short_name)
        .text("group", matrix.group)
        .text("source", matrix.source);
    fields.number("weight", matrix.weight).text("percent_of", matrix.percent_of);
    if (matrix.rounding) fields.raw("rounding", rounding_text(*matrix.rounding));
    fields.codes("dimensions", matrix.dimensions);
    fields.raw("cells", cells_text(matrix.cells, matrix.percent_of ? "percent" : "points"));
    return fields;
}

void add_heading(YamlFields& fields, const SchemeDraft& draft) {
    fields.raw("format", std::string{io::scheme_format})
        .text("id", draft.id.value)
        .text("title", draft.title)
        .text("edition", draft.edition);
    fields.text("status", draft.status.value).text("owner", draft.owner).text("licence", draft.licence);
    fields.flow_list("sources", draft.sources, fields_of_source)
        .text("method", draft.method)
        .number("max_total", draft.max_total);
    if (!draft.weights) return;
    YamlFields weights;
    weights.number("total", draft.weights->total).number("rounded_to", draft.weights->rounded_to);
    fields.raw("weights", weights.flow());
}

void add_rules(YamlFields& fields, const SchemeDraft& draft, const model::RuleList& list) {
    std::string all;
    for (const SchemeDraft::Rule& rule : draft.*list.drafts) all += fields_of_rule(rule, list).item();
    if (!all.empty()) fields.lines(list.key, std::move(all));
}

}  // namespace

std::string write_scheme(const SchemeDraft& draft) {
    YamlFields fields;
    add_heading(fields, draft);
    fields.flow_list("groups", draft.groups, fields_of_group);
    fields.flow_list("series", draft.series, fields_of_series);
    fields.block_list("factors", draft.factors, fields_of_factor).needed("factors", "[]");
    fields.block_list("matrices", draft.matrices, fields_of_matrix);
    fields.flow_list("facts", draft.facts, fields_of_fact);
    for (const model::RuleList& list : model::rule_lists()) add_rules(fields, draft, list);
    fields.block_list("bands", draft.bands, fields_of_band_table);
    fields.block_list("pay", draft.pay, fields_of_pay_table);
    fields.block_list("panel", draft.panel, fields_of_process_rule);
    fields.block_list("appeal", draft.appeal, fields_of_process_rule);
    add_rules(fields, draft, model::convention_list());
    return fields.block();
}

}  // namespace je::test
