// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <doctest/doctest.h>

#include "je/render/format.hpp"
#include "support/floors.hpp"

namespace sensitivity_floors_test {

namespace {

using namespace je;
using model::Points;

const model::BandTable table = test::band_table({{"1", "100"}, {"2", "200"}, {"3", "300"}});
const model::BandTable other = test::band_table({{"I", "100"}, {"II", "210"}});
const std::vector<report::FloorJob> jobs{{"VLO", Points::whole(360)},
                                         {"PSO", Points::whole(160)},
                                         {"PO", Points::whole(205)},
                                         {"AO", Points::whole(80)},
                                         {"CO", Points::whole(205)}};

report::FloorsView view_of(std::span<const sensitivity::Anchor> anchors = {}, const model::BandTable* beside = nullptr) {
    return report::floors_view({.table = table,
                                .jobs = jobs,
                                .most = Points::whole(10),
                                .largest_total = Points::whole(400),
                                .derive = true,
                                .anchors = anchors,
                                .other = beside,
                                .table_name = "the scheme's bands",
                                .other_name = "new.yaml"});
}

std::string text_of(const report::FloorsView& view, std::size_t longest = 20) {
    report::Document document;
    report::add_floor_blocks(document, view, longest);
    return render::text(document, 400);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// "band_beside PO 2 new.yaml I": a row of CSV without the cells that are empty.
std::string cell_text(const report::Cell& cell) {
    const auto* text = std::get_if<std::string>(cell.content());
    const auto* whole = std::get_if<std::int64_t>(cell.content());
    const auto* points = std::get_if<report::Points>(cell.content());
    return text ? *text : whole ? std::to_string(*whole) : points ? points->amount.to_string() : std::string{};
}

std::string row_text(const report::LongRow& row) {
    std::string line = row.quantity;
    for (const std::string& cell : {row.job, row.band.value_or(""), cell_text(row.other)})
        line.append(cell.empty() ? "" : " ").append(cell);
    const std::string value = cell_text(row.value);
    return line.append(" = ").append(!value.empty() ? value : !row.text.empty() ? row.text : "nothing");
}

bool has_row(const std::vector<report::LongRow>& rows, std::string_view line) {
    for (const auto& row : rows) {
        if (row_text(row) == line) return row.part == "floors" && row.factor.empty();
    }
    return false;
}

}  // namespace

TEST_CASE("jobs nearest to a floor come first, equal ones by id") {
    std::string order;
    for (const auto& job : view_of().jobs) order.append(job.job).append(" ");
    CHECK(order == "CO PO AO PSO VLO ");
}

TEST_CASE("floors in sentences") {
    const std::string text = text_of(view_of());
    CHECK(contains(text, "Floors are moved and the totals of 5 jobs stay as they are."));
    CHECK(contains(text, "Of single floors moved by up to 10 points, that of band 2 moved by +6 changes most: 2 jobs."));
    CHECK(contains(
        text,
        "Nearest to a floor is CO with 205 points: it would lose band 2 if the floor of that band were 6 points higher."));
    CHECK(contains(text, "Bands of equal width: against the bands of now, all 5 stay."));
    CHECK_FALSE(contains(text, "beside"));
    const std::vector<report::FloorJob> one{{"AO", Points::whole(95)}};
    const std::string alone = text_of(report::floors_view({.table = table, .jobs = one, .most = Points::whole(2)}));
    CHECK(contains(alone, "No single floor moved by up to 2 points changes any job's band."));
    CHECK(contains(alone, "it would reach band 1 if the floor of that band were 5 points lower."));
    CHECK(contains(alone,
                   "Floors in the widest gaps: there are none, since the jobs at or above the first floor have fewer "
                   "different totals than there are bands."));
}

TEST_CASE("no job, no table") {
    const auto view = report::floors_view({.table = table, .jobs = {}, .derive = false});
    report::Document document;
    report::add_floor_blocks(document, view);
    REQUIRE(document.sections().size() == 1);
    const auto& blocks = document.sections().front().blocks;
    REQUIRE(blocks.size() == 1);
    CHECK(std::get<report::Paragraph>(blocks[0]).text ==
          report::Text{"There is no complete job to hold against other floors."});
}

TEST_CASE("many shifts are shown at round steps, all of them in CSV") {
    const auto view = view_of();
    CHECK(contains(text_of(view), "Floor of      -10  -5  -2  -1  +1  +2  +5  +10"));
    std::vector<report::LongRow> rows;
    report::add_rows(rows, {.floors = view});
    CHECK(has_row(rows, "moves_down 2 6 = 2"));
    CHECK(has_row(rows, "moves_down 2 5 = 0"));
    CHECK(has_row(rows, "moves_up 2 -10 = 0"));
    CHECK(has_row(rows, "own_floor_up CO 2 = 6"));
    CHECK(has_row(rows, "next_floor_down AO 1 = 20"));
    CHECK(has_row(rows, "next_floor_down VLO = nothing"));
    CHECK(has_row(rows, "gap 3 205..360 = 155"));
    CHECK(has_row(rows, "can_fall 2 = 39"));
    CHECK(has_row(rows, "derived_floor 3 largest-gaps = 283"));
}

TEST_CASE("tables side by side say that names and numbers of bands differ") {
    const auto view = view_of({}, &other);
    REQUIRE(view.side_by_side);
    const std::string text = text_of(view);
    CHECK(contains(
        text, "Under new.yaml instead of the scheme's bands: of 5 jobs, 0 go up, 3 go down, 1 stays, 1 stays in no band."));
    CHECK(contains(text, "compared by their place from the lowest, not by name"));
    CHECK(contains(text, "One has 3 bands and the other 2 bands"));
    CHECK_FALSE(contains(text_of(view_of({}, &table)), "not by name"));
    std::vector<report::LongRow> rows;
    report::add_rows(rows, {.floors = view});
    CHECK(has_row(rows, "band_beside PO 2 new.yaml = I"));
    CHECK(has_row(rows, "moves_down_beside new.yaml = 3"));
}

TEST_CASE("anchors are named where they set a floor, and where they stand in each other's way") {
    const std::vector<sensitivity::Anchor> anchors{{1}, {2}};
    const auto view = view_of(anchors);
    REQUIRE(view.derived.size() == 4);
    const auto& derived = view.derived.front();
    CHECK(derived.floors[1].floor == base::Decimal::from_whole(183));  // 160 and 205: 182.5, rounded up
    CHECK(derived.floors[1].above_job == "PSO");
    CHECK(derived.floors[1].up_to_job == "PO");
    const std::vector<sensitivity::Anchor> clash{{2, sensitivity::BandIndex{0}}, {4, sensitivity::BandIndex{1}}};
    CHECK(contains(text_of(view_of(clash)), "in a higher one, or more: 'PO' and 'CO'."));
}

TEST_CASE("long tables of jobs stop and say so") {
    const std::string text = text_of(view_of({}, &other), 2);
    CHECK(contains(text, "The other 3 are in the CSV and JSON results."));
    CHECK(contains(text, "The other one is in the CSV and JSON results."));
}

}  // namespace sensitivity_floors_test
