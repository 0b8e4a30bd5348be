// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/writer.hpp"

#include "io/writer_fields.hpp"
#include "io/writer_rules.hpp"
#include "io/writer_tables.hpp"
#include "io/yaml_format.hpp"

namespace je::io {
namespace {

using model::SchemeDraft;

YamlFields fields_of_group(const SchemeDraft::Group& group) {
    YamlFields fields;
    fields.text("id", group.id.value).text("name", group.name).text("eu_criterion", group.eu_criterion);
    return fields;
}

YamlFields fields_of_level(const SchemeDraft::Level& level) {
    YamlFields fields;
    fields.text("id", level.id.value).number("points", level.points).number("score", level.score);
    fields.text("summary", level.summary).text("help", level.help);
    return fields;
}

std::string rule_text(const SchemeDraft::Rule& rule) {
    YamlFields fields;
    fields.text("kind", rule.kind.value).number("lowest", rule.lowest);
    return fields.flow();
}

std::string rounding_text(const SchemeDraft::RoundingDraft& rounding) {
    YamlFields fields;
    fields.number("to", rounding.to).text("mode", rounding.mode.value);
    return fields.flow();
}

YamlFields fields_of_factor(const SchemeDraft::Factor& factor) {
    YamlFields fields;
    fields.text("id", factor.id.value).text("name", factor.name).text("group", factor.group);
    fields.text("definition", factor.definition).text("source", factor.source).number("weight", factor.weight);
    if (factor.rule) fields.raw("rule", rule_text(*factor.rule));
    if (factor.rounding) fields.raw("rounding", rounding_text(*factor.rounding));
    fields.flow_list("levels", factor.levels, fields_of_level).needed("levels", "[]");
    return fields;
}

std::string cell_text(const SchemeDraft::Cell& cell) {
    if (!cell.points) return "null";
    if (!cell.unlikely) return cell.points->value.to_string();
    YamlFields fields;
    fields.number("points", cell.points).flag("unlikely", true);
    return fields.flow();
}

std::string row_text(const SchemeDraft::Row& row) {
    YamlFields fields;
    for (const auto& cell : row.cells) fields.raw(cell.column.value, cell_text(cell));
    return fields.flow();
}

YamlFields fields_of_matrix(const SchemeDraft::Matrix& matrix) {
    YamlFields fields;
    fields.text("id", matrix.id.value).text("name", matrix.name).text("group", matrix.group).text("source", matrix.source);
    fields.number("weight", matrix.weight).text("rows", matrix.rows.value).text("columns", matrix.columns.value);
    YamlFields rows;
    for (const auto& row : matrix.cells) rows.raw(row.row.value, row_text(row));
    if (rows.empty())
        fields.raw("cells", "{}");
    else {
        fields.lines("cells", rows.block());
    }
    return fields;
}

void add_heading(YamlFields& fields, const SchemeDraft& draft) {
    fields.raw("format", std::string{scheme_format})
        .text("id", draft.id.value)
        .text("title", draft.title)
        .text("edition", draft.edition);
    fields.text("status", draft.status.value).text("owner", draft.owner).text("licence", draft.licence);
    fields.flow_list("sources", draft.sources, fields_of_source).number("max_total", draft.max_total);
    if (!draft.weights) return;
    YamlFields weights;
    weights.number("total", draft.weights->total).number("rounded_to", draft.weights->rounded_to);
    fields.raw("weights", weights.flow());
}

}  // namespace

std::string write_scheme(const SchemeDraft& draft) {
    YamlFields fields;
    add_heading(fields, draft);
    fields.flow_list("groups", draft.groups, fields_of_group);
    fields.block_list("factors", draft.factors, fields_of_factor).needed("factors", "[]");
    fields.block_list("matrices", draft.matrices, fields_of_matrix);
    fields.flow_list("facts", draft.facts, fields_of_fact);
    fields.block_list("derived", draft.derived, fields_of_derivation);
    fields.block_list("modifiers", draft.modifiers, fields_of_modifier);
    fields.block_list("constraints", draft.constraints, fields_of_constraint);
    fields.block_list("band_rules", draft.band_rules, fields_of_band_rule);
    fields.block_list("bands", draft.bands, fields_of_band_table);
    fields.block_list("pay", draft.pay, fields_of_pay_table);
    fields.block_list("panel", draft.panel, fields_of_process_rule);
    fields.block_list("appeal", draft.appeal, fields_of_process_rule);
    fields.block_list("conventions", draft.conventions, fields_of_convention);
    return fields.block();
}

}  // namespace je::io
