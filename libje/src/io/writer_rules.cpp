// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/writer_rules.hpp"

namespace je::io {
namespace {

using model::SchemeDraft;

YamlFields fields_of_condition(const SchemeDraft::Condition& condition) {
    YamlFields fields;
    fields.text("factor", condition.factor).text("fact", condition.fact);
    if (condition.test.value == "one_of")
        fields.codes("one_of", condition.values);
    else if (!condition.values.empty()) {
        fields.raw(condition.test.value, yaml_scalar(condition.values.front().value));
    }
    return fields;
}

}  // namespace

YamlFields fields_of_fact(const SchemeDraft::Fact& fact) {
    YamlFields fields;
    fields.text("id", fact.id.value).text("name", fact.name).text("kind", fact.kind.value).codes("choices", fact.choices);
    return fields;
}

YamlFields fields_of_derivation(const SchemeDraft::Derivation& derivation) {
    YamlFields fields;
    fields.text("id", derivation.id.value).text("factor", derivation.factor.value).text("fact", derivation.fact.value);
    fields.pairs("table", derivation.table).needed("table", "{}");
    fields.text("summary", derivation.summary).text("source", derivation.source);
    return fields;
}

YamlFields fields_of_modifier(const SchemeDraft::Modifier& modifier) {
    YamlFields fields;
    fields.text("id", modifier.id.value).text("factor", modifier.factor.value).text("fact", modifier.fact.value);
    fields.raw("at_least", modifier.at_least.value.to_string()).number("raise", modifier.raise);
    fields.codes("from_levels", modifier.from_levels).needed("from_levels", "[]");
    fields.text("ceiling", modifier.ceiling.value).text("summary", modifier.summary).text("source", modifier.source);
    return fields;
}

YamlFields fields_of_constraint(const SchemeDraft::Constraint& constraint) {
    YamlFields fields;
    fields.text("id", constraint.id.value).text("severity", constraint.severity.value);
    fields.flow_list("when", constraint.when, fields_of_condition);
    fields.flow_list("require", constraint.require, fields_of_condition).needed("require", "[]");
    fields.text("message", constraint.message).text("source", constraint.source);
    return fields;
}

YamlFields fields_of_band_rule(const SchemeDraft::BandRule& rule) {
    YamlFields fields;
    fields.text("id", rule.id.value).text("fact", rule.fact.value);
    fields.pairs("lowest_band", rule.lowest_band).needed("lowest_band", "{}");
    fields.flow_list("when", rule.when, fields_of_condition).flow_list("unless", rule.unless, fields_of_condition);
    fields.text("summary", rule.summary).text("source", rule.source);
    return fields;
}

YamlFields fields_of_convention(const SchemeDraft::Convention& convention) {
    YamlFields fields;
    fields.text("id", convention.id.value).date("from", convention.from).date("until", convention.until);
    fields.text("factor", convention.factor).text("text", convention.text).text("source", convention.source);
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

}  // namespace je::io
