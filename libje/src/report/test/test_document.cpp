// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/test_result.hpp"

namespace je::report {

namespace {

Table mismatch_table(const TestedExample& example) {
    Table table{.columns = {{"what", "What"}, {"expected", "Expected"}, {"got", "Got"}, {"at", "Stated at"}}};
    for (const Mismatch& m : example.mismatches) table.rows.push_back({m.what, m.expected, m.got, m.at});
    return table;
}

Table factor_table(const TestedExample& example) {
    Table table{
        .caption = "What each factor came to:",
        .columns = {{"factor", "Factor", Role::name}, {"level", "Level", Role::level}, {"points", "Points", Role::points}}};
    for (const ScoredFactor& factor : example.factors) {
        table.rows.push_back({factor.id, level_or(factor.level, Reason::not_said), value_or(factor.points)});
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
    document.begin("failed", 2, say("FAILED {} ({})", example.name, example.at));
    Facts facts;
    facts.rows.emplace_back("Scheme", example.scheme);
    if (!example.source.empty()) facts.rows.emplace_back("Source", example.source);
    if (!example.problem.empty()) facts.rows.emplace_back("Error", example.problem);
    document.add(std::move(facts));
    if (!example.mismatches.empty()) document.add(mismatch_table(example));
    if (!example.factors.empty() && !names_a_factor(example)) document.add(factor_table(example));
}

Text closing(const TestResult& result) {
    const std::size_t all = result.examples.size();
    const std::size_t failed = all - result.passed();
    Text text = say("{} in {}: {} passed, {} failed", counted(all, "worked example", "worked examples"),
                    counted(result.files, "file", "files"), result.passed(), failed);
    if (!result.errors.empty()) text += say("; {} in the files themselves", counted(result.errors.size(), "error", "errors"));
    return text + ".";
}

}  // namespace

Document test_document(const TestResult& result) {
    Document document;
    for (const SchemeInfo& scheme : result.schemes) {
        Facts facts{{{"Scheme", scheme.title}}};
        add_scheme_file(facts, scheme);
        document.add(std::move(facts));
        add_scheme_cautions(document, scheme, {});
    }
    for (const TestedExample& example : result.examples) {
        if (!example.passed()) add_failure(document, example);
    }
    document.add(Paragraph{closing(result)});
    return document;
}

}  // namespace je::report
