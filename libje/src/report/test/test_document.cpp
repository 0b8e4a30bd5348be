// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "je/base/text.hpp"
#include "je/report/test_result.hpp"

namespace je::report {

namespace {

Table mismatch_table(const TestedExample& example) {
    Table table{"", {{"what", "What"}, {"expected", "Expected"}, {"got", "Got"}, {"at", "Stated at"}}, {}};
    for (const Mismatch& m : example.mismatches) table.rows.push_back({m.what, m.expected, m.got, m.at});
    return table;
}

Table factor_table(const TestedExample& example) {
    Table table{
        "What each factor came to:", {{"factor", "Factor"}, {"level", "Level"}, {"points", "Points", Align::right}}, {}};
    for (const ScoredFactor& factor : example.factors) {
        table.rows.push_back({factor.id, factor.level, cell_or_nothing(factor.points)});
    }
    return table;
}

/// Whether the mismatches say which factor differs; otherwise all of them are shown.
bool names_a_factor(const TestedExample& example) {
    for (const Mismatch& m : example.mismatches) {
        if (!m.factor.empty()) return true;
    }
    return false;
}

void add_failure(Document& document, const TestedExample& example) {
    document.blocks.emplace_back(Heading{2, fmt::format("FAILED {} ({})", example.name, example.at)});
    Facts facts;
    facts.rows.emplace_back("Scheme", example.scheme);
    if (!example.source.empty()) facts.rows.emplace_back("Source", example.source);
    if (!example.problem.empty()) facts.rows.emplace_back("Error", example.problem);
    document.blocks.emplace_back(std::move(facts));
    if (!example.mismatches.empty()) document.blocks.emplace_back(mismatch_table(example));
    if (!example.factors.empty() && !names_a_factor(example)) document.blocks.emplace_back(factor_table(example));
}

std::string closing(const TestResult& result) {
    const std::size_t all = result.examples.size();
    const std::size_t failed = all - result.passed();
    std::string text = fmt::format("{} in {}: {} passed, {} failed", base::counted(all, "worked example", "worked examples"),
                                   base::counted(result.files, "file", "files"), result.passed(), failed);
    if (!result.errors.empty())
        text += fmt::format("; {} in the files themselves", base::counted(result.errors.size(), "error", "errors"));
    return text + ".";
}

}  // namespace

Document test_document(const TestResult& result) {
    Document document;
    for (const SchemeInfo& scheme : result.schemes) {
        Facts facts{{{"Scheme", scheme.title}}};
        add_scheme_file(facts, scheme);
        document.blocks.emplace_back(std::move(facts));
        add_scheme_cautions(document.blocks, scheme, {});
    }
    for (const TestedExample& example : result.examples) {
        if (!example.passed()) add_failure(document, example);
    }
    document.blocks.emplace_back(Paragraph{closing(result)});
    return document;
}

}  // namespace je::report
