// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <doctest/doctest.h>

#include "render/values.hpp"
#include "support/draft.hpp"

namespace sensitivity_levels_test {

namespace {

using namespace je;
using namespace je::test;

report::LevelsView view_of(const model::Scheme& scheme, const model::Answers& answers,
                           const sensitivity::LevelsOptions& options) {
    const auto& table = scheme.band_tables()[0];
    const std::vector<sensitivity::LevelsJob> jobs{{"clerk", &answers}};
    const auto levels = sensitivity::look_at_levels(scheme, table, jobs, options);
    const auto score = scoring::score(scheme, &table, answers);
    return report::levels_view({scheme, table, "clerk", score, options}, levels.front());
}

/// Headings and paragraphs, one a line; tables as the number of their rows.
std::string text_of(const report::LevelsView& view) {
    report::Document document;
    report::add_level_blocks(document, view);
    std::string text;
    for (const auto& section : document.sections()) {
        text += "# " + render::shown(section.title) + "\n";
        for (const auto& block : section.blocks) {
            if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) text += render::shown(paragraph->text) + "\n";
            if (const auto* table = std::get_if<report::Table>(&block)) {
                text += "table of " + std::to_string(table->rows.size()) + "\n";
                for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
            }
        }
    }
    return text;
}

/// 20/40/60 and 10/30 points; A from 0, B from 50, C from 80.
const model::Scheme& small() {
    static const auto scheme = made(small_scheme());
    return scheme;
}

}  // namespace

TEST_CASE("the text begins with what one level does, and every chance says exact") {
    const auto answers = answers_of(small(), {{"knowledge", "2"}, {"effort", "1"}});
    const auto view = view_of(small(), answers, {.uncertainty = sensitivity::AdjacentLevels{decimal("0.2")}});
    CHECK(text_of(view) ==
          "# One level more or less\n"
          "The job is in band B with 50 points. 1 of 3 single steps of one level would change the band (exact): "
          "knowledge 2 -> 1 to 30, in band A.\n"
          "table of 2\n"
          "# Two factors, one level each\n"
          "1 of 2 pairs of steps change the band (exact); they follow, fewest points moved first.\n"
          "table of 1\n"
          "# If levels are uncertain\n"
          "If each factor's level is off by one with chance 0.2, half of it up and half down, all of it inward from an end of "
          "the scale, each by itself, the job is most likely in band B: 90.00 %. Its total is then 54.0 on average with a "
          "standard deviation of 12.0, from 30 to 90. Exact: computed "
          "over all totals, nothing is sampled.\n"
          "Of this job's levels one stands at an end of the scale: effort (1). There all of the chance leads inward, so the "
          "total "
          "leans that way; adjacent:P,ends=stay keeps half of it at the level.\n"
          "table of 3\n"
          "# The smallest level changes that move the band\n"
          "Fewest level steps to a higher band: 2. Fewest that lead out of the present one, downwards: 1 (exact).\n"
          "table of 2\n");
}

TEST_CASE("what cannot be computed says why, and what was not asked for is left out") {
    auto draft = small_scheme();
    draft.constraints = {
        constraint("gate", "error", {on_factor("knowledge", "is", {"3"})}, {on_factor("effort", "is", {"2"})})};
    draft.facts = {number_fact("count")};
    draft.modifiers = {modifier("more", "effort", "count", "1", {"1"}, "2")};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}}, {{"count", "0"}});
    sensitivity::LevelsOptions options{.pairs = false, .uncertainty = sensitivity::AdjacentLevels{decimal("0.2")}};
    options.changes.max_factors = 0;
    const auto view = view_of(scheme, answers, options);
    CHECK(view.one_step[0].why_not == "rule 'gate' forbids it");
    CHECK_FALSE(view.one_step[0].allowed);
    const auto text = text_of(view);
    CHECK(text.find("The chance of each band is not computed: levels that could come up together break the rule 'gate'") !=
          std::string::npos);
    CHECK(text.find("Two factors") == std::string::npos);
    CHECK(text.find("smallest") == std::string::npos);
    std::vector<report::LongRow> rows;
    report::add_rows(rows, {.levels = view}, {});
    CHECK(rows.size() == 1 + 9);  // the total, and three a step
}

TEST_CASE("in the long form every step, chance and smallest change is a row") {
    const auto answers = answers_of(small(), {{"knowledge", "2"}, {"effort", "1"}});
    const auto view = view_of(small(), answers, {.uncertainty = sensitivity::AdjacentLevels{decimal("0.2")}});
    std::vector<report::LongRow> rows;
    report::add_rows(rows, {.levels = view}, {});
    rows.erase(rows.begin());  // the total
    REQUIRE(rows.size() == 9 + 2 + 3 + 1 + 2 + 3 + 2);
    CHECK(rows[3].quantity == "one_step_total");
    CHECK(rows[3].factor == "knowledge");
    CHECK((rows[3].other == report::Cell{"1"}));
    CHECK(rows[3].band == "A");
    CHECK((rows[3].value == report::Cell{decimal("30")}));
    CHECK(rows[13].quantity == "band_chance");
    CHECK(rows[13].band == "C");
    CHECK(std::get<report::Estimate>(*rows[13].value.content()).value == doctest::Approx(0.02));
    CHECK(rows[20].quantity == "lower_steps");
    CHECK((rows[20].other == report::Cell{"knowledge 2 -> 1"}));
    for (const auto& row : rows) {
        CHECK(row.part == "levels");
        CHECK(row.job == "clerk");
        CHECK((row.standard_error == report::Cell{}));
    }
}

}  // namespace sensitivity_levels_test
