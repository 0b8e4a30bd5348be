// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/band_table.hpp"
#include "je/report/document.hpp"
#include "je/report/sensitivity_rows.hpp"
#include "je/sensitivity/floors.hpp"

namespace je::report {

using MovesView = model::BandMoves;

/// A job whose band changes. Empty: in no band.
struct MovedJobView {
    std::string job;
    std::string from;
    std::string to;
};

struct FloorShiftView {
    std::string floor;  // the band that begins there; empty: all floors together
    base::Decimal by{};
    MovesView moves;
};

struct GapView {
    base::Decimal below{};  // a job's total, and the next one
    base::Decimal above{};
    base::Decimal width{};
    std::vector<std::string> floors;  // that lie between: above the one, at most the other
};

struct SlackView {
    std::string floor;  // the band that begins there
    base::Decimal at{};
    std::optional<base::Decimal> can_fall;  // nothing: no job below
    std::optional<base::Decimal> can_rise;  // nothing: no job above
};

struct JobFloorsView {
    std::string job;
    base::Decimal total{};
    std::string band;                           // empty: none
    std::optional<base::Decimal> own_floor_up;  // smallest rise of its own floor that moves it down
    std::string next;                           // empty: none above
    std::optional<base::Decimal> next_floor_down;
};

/// Each job's band under two tables.
struct SideBySideView {
    std::string a;  // what the tables are called
    std::string b;
    std::size_t bands_a = 0;
    std::size_t bands_b = 0;
    bool same_ids = true;
    MovesView moves;
    struct Job {
        std::string job;
        base::Decimal total{};
        std::string a;  // empty: in none
        std::string b;
        model::BandMove move = model::BandMove::same;
    };
    std::vector<Job> jobs;
};

struct DerivedFloorView {
    std::string band;
    base::Decimal present{};
    std::optional<base::Decimal> floor;
    std::optional<base::Decimal> above;  // for anchors: any floor above this ...
    std::optional<base::Decimal> up_to;  // ... and up to this keeps them in their bands
    std::string above_job;               // the anchors that say so
    std::string up_to_job;
    std::string note;
    std::size_t jobs = 0;
};
struct DerivedView {
    std::string rule;    // anchors, equal-width, equal-count, largest-gaps
    std::string reason;  // why there are no such floors; empty when there are
    std::vector<DerivedFloorView> floors;
    std::vector<MovedJobView> moved;
    MovesView moves;
};

/// Everything about floors and the jobs of a report.
struct FloorsView {
    std::size_t jobs_count = 0;
    base::Decimal unit{};  // in which floors move
    base::Decimal step{};  // of the shifts tried
    base::Decimal most{};  // the largest of them
    std::vector<FloorShiftView> shifts;
    std::vector<GapView> gaps;
    std::vector<SlackView> slack;
    std::vector<JobFloorsView> jobs;  // nearest to a floor first
    std::optional<SideBySideView> side_by_side;
    std::vector<DerivedView> derived;
};

struct FloorJob {
    std::string id;
    model::Points total{};
};

/// What is asked about floors, beside the table and the jobs.
struct FloorsInput {
    const model::BandTable& table;
    std::span<const FloorJob> jobs;                // complete ones that the reader may see, since each id may be printed
    model::Points most = model::Points::whole(5);  // shifts up to this, either way
    model::Points largest_total{};                 // that the scheme can give
    std::optional<model::Points> unit{};           // in which floors move; nothing: unit_of_floors of table and jobs
    bool derive = true;                            // by equal width, equal count and largest gaps
    std::span<const sensitivity::Anchor> anchors{};
    const model::BandTable* other = nullptr;  // to put beside `table`
    std::string table_name{};                 // what to call the two then
    std::string other_name{};
};
[[nodiscard]] FloorsView floors_view(const FloorsInput& input);

/// A heading, what it says in a few sentences, and the tables. Long tables of jobs stop after `longest` rows and say so.
void add_floor_blocks(Document& document, const FloorsView& view, std::size_t longest = 20);
/// The same for CSV, whole, part "floors".
void add_floor_rows(std::vector<LongRow>& rows, const FloorsView& view);

}  // namespace je::report
