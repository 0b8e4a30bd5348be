// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <doctest/doctest.h>

#include "je/render/format.hpp"
#include "support/floors.hpp"

namespace sensitivity_factors_test {

namespace {

using namespace je;
using test::table_factor;

/// Two factors of 40 and 60 points; bands from 0 and 50.
report::FactorsView view_of(const std::vector<std::int64_t>& points, std::vector<std::string> jobs) {
    auto draft = test::simple_scheme({table_factor("skill", {"1", "40"}), table_factor("care", {"1", "60"})});
    draft.bands = {test::open_bands({{"low", "0"}, {"high", "50"}})};
    const auto scheme = test::made(draft);
    const auto& table = scheme.band_tables().front();
    const auto grid = sensitivity::Grid::make(scheme, table).value();
    return report::factors_view(scheme, table, grid, jobs, points, base::Decimal::from_units(2'000));
}

std::string text_of(const report::FactorsView& view) {
    report::Document document;
    report::add_factor_blocks(document, view);
    return render::text(document, 400);
}
bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a factor left out, moved alone, and what it drives") {
    const auto view = view_of({40, 20, 10, 30, 10, 29}, {"A", "B", "C"});
    REQUIRE(view.factors.size() == 2);
    CHECK(view.factors[0].id == "skill");
    CHECK(view.factors[0].weight == 0.4);
    REQUIRE(view.factors[0].left_out);
    REQUIRE(view.factors[0].left_out->moved.size() == 2);
    CHECK(view.factors[0].left_out->moved[0].job == "A");
    CHECK(view.factors[0].left_out->moved[0].from == "high");
    CHECK(view.factors[0].left_out->moved[0].to == "low");
    CHECK(contains(text_of(view), "Of 3 jobs, none can change band by one weight alone"));
    const auto edge = view_of({30, 20, 10, 30}, {"A", "B"});  // A on the floor: 46.7 at 4/5 of skill's weight
    CHECK(
        contains(text_of(edge),
                 "Bands hang most on the weights of skill and care, alike: moved alone by up to 20 % of itself either way, the "
                 "others scaled to keep the sum, each can change the band of 1 of 2 jobs."));
    CHECK(contains(text_of(view), "A share below 0 % is no mistake"));  // care falls as the total rises
}

TEST_CASE("a share below 0 is never shown without what it means") {
    const auto view = view_of({40, 20, 10, 30, 10, 29}, {"A", "B", "C"});
    CHECK(*view.factors[1].effective_weight < 0);
    CHECK_FALSE(effective_weight_note(view.factors[1]).empty());
    CHECK(effective_weight_note(view.factors[0]).empty());
    std::vector<report::LongRow> rows;
    report::add_rows(rows, {.factors = view});
    std::string quantities;
    for (const auto& row : rows) {
        CHECK(row.part == "factors");
        if (row.factor == "care") quantities.append(row.quantity).append(" ");
    }
    CHECK(quantities == "weight effective_weight effective_weight_note jobs_flipped left_out_up left_out_down left_out_same ");
}

TEST_CASE("totals that do not vary say why there are no effective weights") {
    const std::string text = text_of(view_of({10, 5, 5, 10}, {"A", "B"}));
    CHECK(contains(
        text, "Effective weights cannot be given: all these jobs have the same total, so nothing drives their differences."));
    CHECK(contains(text, "Of 2 jobs, none can change band by one weight alone moving up or down by as much as 20 % of itself"));
    CHECK(contains(text_of(view_of({}, {})), "There is no complete job to say what each factor does."));
}

}  // namespace sensitivity_factors_test
