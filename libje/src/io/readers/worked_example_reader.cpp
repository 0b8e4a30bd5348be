// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "io/readers/reader.hpp"
#include "io/readers/stated_answers.hpp"
#include "io/readers/stated_level.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"

namespace je::io {
namespace {

using model::Expectation;
using model::WorkedExample;
using model::WorkedExamples;

/// A band's code, or null for "in no band".
std::optional<base::Located<Expectation::BandOrNone>> read_band(const YamlContext& context, const YamlNode& node,
                                                                std::string_view key) {
    if (node.kind == YamlKind::null) return base::Located<Expectation::BandOrNone>{std::nullopt, context.at(node)};
    auto code = read_code(context, node, key);
    if (!code) return std::nullopt;
    return base::Located<Expectation::BandOrNone>{std::move(code->value), code->at};
}

Expectation expectation_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::expectation, {"band", "band_by_points", "band_min", "band_max"}};
    if (node.is_map() && node.size == 1) {
        context.error("JE-T04", node, "'expect' says nothing", "at least one value that should come out",
                      "add what should come out, such as 'total: 317'");
    }
    Expectation expect;
    expect.total = map.number("total");
    expect.total_min = map.number("total_min");
    expect.total_max = map.number("total_max");
    expect.above_floor = map.number("above_floor");
    expect.to_next = map.number("to_next");
    expect.band = map.part("band", read_band);
    expect.band_by_points = map.part("band_by_points", read_band);
    expect.band_min = map.part("band_min", read_band);
    expect.band_max = map.part("band_max", read_band);
    expect.complete = map.part("complete", read_flag);
    expect.points = map.pairs("factors", read_number);
    expect.levels = map.pairs("levels", read_code);
    if (map.has("errors")) expect.errors = map.codes("errors");
    return expect;
}

/// Whether the job is told in one way, not in two or none.
void check_job(const YamlContext& context, const YamlNode& node, const YamlMapReader& map) {
    const bool job = map.has("job");
    if (!node.is_map()) return;
    if (job && map.has("levels")) {
        context.error("JE-T02", *map.find("levels"), "the example has 'levels' and a 'job' file", "either 'levels' or 'job'",
                      "make two examples of it, or keep one of the two as a comment, with '#' in front");
    } else if (!job && !map.has("levels") && !map.has("answers")) {
        context.error("JE-T01", node, "the example says neither 'levels' nor 'job'", "either 'levels' or 'job'",
                      "add 'levels: {factor: level, ...}', or 'job: file.yaml'");
    }
    if (job && map.has("answers")) {
        context.error("JE-T07", *map.find("answers"), "the example has 'answers' and a 'job' file",
                      "'answers' only where there is no 'job' file", "write the answers in the job's file, under its factors");
    }
    if (job && map.has("facts")) {
        context.error("JE-T03", *map.find("facts"), "the example has 'facts' and a 'job' file", "'facts' only beside 'levels'",
                      "write the facts in the job's file");
    }
}

WorkedExample example_from(const YamlContext& context, const YamlNode& node, const YamlMapReader& map) {
    check_job(context, node, map);
    WorkedExample example;
    example.name = map.need_text("name");
    example.job = map.part("job", read_filled_text);
    example.levels = map.pairs("levels", read_level);
    example.facts = map.pairs("facts", read_stated_fact);
    example.answers = read_answers_by_factor(map);
    if (const YamlNode* expect = map.need("expect")) example.expect = expectation_of(context, *expect);
    example.source = map.need_text("source").value;
    example.at = context.at(node);
    return example;
}

WorkedExample case_of(const YamlContext& context, const YamlNode& node) {
    return example_from(context, node, YamlMapReader{context, node, keys::worked_case});
}

/// Keys of a single example that stand beside `cases`.
void report_outside_cases(const YamlContext& context, const YamlMapReader& map) {
    for (const std::string_view key : {"name", "levels", "answers", "job", "facts", "expect", "source"}) {
        if (!map.has(key)) continue;
        context.error("JE-T05", map.key_node(key), fmt::format("'{}' stands beside 'cases'", key),
                      "'name', 'levels', 'answers', 'job', 'facts', 'expect' and 'source' inside each case",
                      "move it into the cases");
    }
}

std::vector<WorkedExample> cases_of(const YamlContext& context, const YamlNode& root, const YamlMapReader& map) {
    const YamlNode* cases = map.find("cases");
    if (cases == nullptr) return {example_from(context, root, map)};
    report_outside_cases(context, map);
    if (cases->is_sequence() && cases->size == 1) {
        context.error("JE-T06", *cases, "'cases' lists nothing", "at least one case",
                      "add a case: '- name: ...' with 'levels', 'expect' and 'source'");
    }
    return map.list("cases", case_of);
}

}  // namespace

WorkedExamples worked_examples_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::worked_examples};
    WorkedExamples examples;
    examples.scheme = map.need_reference("scheme");
    examples.bands = map.part("bands", read_filled_text);
    if (const auto as_of = map.date("as_of")) examples.as_of = as_of->value;
    examples.examples = cases_of(context, root, map);
    return examples;
}

std::optional<WorkedExamples> read_worked_examples(const base::SourceTextPtr& text, const Limits& limits,
                                                   base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, worked_format, worked_examples_of);
}

}  // namespace je::io
