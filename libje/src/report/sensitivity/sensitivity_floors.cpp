// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <algorithm>

#include "base/wording.hpp"
#include "je/base/text.hpp"

namespace je::report {

namespace {

using model::BandTable;
using model::Points;
using sensitivity::BandIndex;

const std::string& name_of(const BandTable& table, BandIndex band) { return table[band].id.text(); }

std::optional<base::Decimal> value_of(const std::optional<Points>& points) {
    return points ? std::optional{points->value()} : std::nullopt;
}

/// The smallest move of a floor that changes the band of a job; nothing when no floor's does.
std::optional<base::Decimal> nearest(const JobFloorsView& job) {
    if (!job.own_floor_up || !job.next_floor_down) return job.own_floor_up ? job.own_floor_up : job.next_floor_down;
    return std::min(*job.own_floor_up, *job.next_floor_down);
}

class FloorsMaking {
public:
    explicit FloorsMaking(const FloorsInput& input) : input_{input}, table_{input.table}, totals_{totals_of(input.jobs)} {
        unit_ = input.unit.value_or(sensitivity::unit_of_floors(table_, totals_));
        jobs_ = sensitivity::jobs_and_floors(table_, totals_, unit_);
    }

    [[nodiscard]] FloorsView make() {
        const sensitivity::SortedTotals sorted{totals_};
        const Points step = sensitivity::step_of_shifts(unit_, input_.most);
        view_.jobs_count = totals_.size();
        view_.unit = unit_.value();
        view_.step = step.value();
        view_.most = input_.most.value();
        for (const auto& shift : sensitivity::shift_floors(table_, sorted, input_.most, step))
            view_.shifts.push_back({shift.floor ? table_.id_of(*shift.floor) : std::nullopt, shift.by.value(), shift.moves});
        add_gaps(sorted);
        add_jobs();
        if (input_.other != nullptr) add_side_by_side();
        if (!input_.anchors.empty()) add_derived(sensitivity::floors_by_anchors(derive_from(), input_.anchors));
        if (input_.derive) {
            add_derived(sensitivity::floors_by_width(derive_from()));
            add_derived(sensitivity::floors_by_count(derive_from()));
            add_derived(sensitivity::floors_by_gaps(derive_from()));
        }
        return std::move(view_);
    }

private:
    [[nodiscard]] static std::vector<Points> totals_of(std::span<const FloorJob> jobs) {
        std::vector<Points> totals;
        totals.reserve(jobs.size());
        for (const FloorJob& job : jobs) totals.push_back(job.total);
        return totals;
    }

    [[nodiscard]] sensitivity::DeriveInput derive_from() const { return {table_, totals_, unit_, input_.largest_total}; }

    void add_gaps(const sensitivity::SortedTotals& sorted) {
        for (const auto& gap : sensitivity::gaps_of(table_, sorted, unit_)) {
            GapView view{gap.below.value(), gap.above.value(), gap.width().value(), {}};
            for (const BandIndex floor : gap.floors) view.floors.push_back(name_of(table_, floor));
            view_.gaps.push_back(std::move(view));
        }
        for (const auto& slack : sensitivity::slack_of(table_, sorted, unit_))
            view_.slack.push_back({name_of(table_, slack.floor), table_[slack.floor].floor.value(), value_of(slack.can_fall),
                                   value_of(slack.can_rise)});
    }

    void add_jobs() {
        view_.jobs.reserve(jobs_.size());
        for (std::size_t j = 0; j < jobs_.size(); ++j)
            view_.jobs.push_back({input_.jobs[j].id, jobs_[j].total.value(), table_.id_of(jobs_[j].band),
                                  value_of(jobs_[j].own_floor_up), table_.id_of(jobs_[j].next),
                                  value_of(jobs_[j].next_floor_down)});
        std::stable_sort(view_.jobs.begin(), view_.jobs.end(), [](const JobFloorsView& a, const JobFloorsView& b) {
            const auto near_a = nearest(a);
            const auto near_b = nearest(b);
            if (near_a != near_b) return near_a && (!near_b || *near_a < *near_b);
            return a.job < b.job;
        });
    }

    void add_side_by_side() {
        const auto both = sensitivity::side_by_side(table_, *input_.other, totals_);
        SideBySideView view{.a = input_.table_name,
                            .b = input_.other_name,
                            .bands_a = table_.bands().size(),
                            .bands_b = input_.other->bands().size(),
                            .same_ids = both.same_ids,
                            .moves = both.moves,
                            .jobs = {}};
        view.jobs.reserve(totals_.size());
        for (std::size_t j = 0; j < both.jobs.size(); ++j)
            view.jobs.push_back({input_.jobs[j].id, totals_[j].value(), table_.id_of(both.jobs[j].a),
                                 input_.other->id_of(both.jobs[j].b), both.jobs[j].move});
        view_.side_by_side = std::move(view);
    }

    void add_derived(const sensitivity::DerivedFloors& derived) {
        DerivedView view{.rule = derived.rule, .reason = {}, .floors = {}, .moved = {}, .moves = derived.moves};
        std::vector<std::string> about;
        for (const std::size_t job : derived.reason_jobs) about.push_back(input_.jobs[job].id);
        if (!derived.reason.empty())
            view.reason =
                std::string{base::translated(derived.reason)} + (about.empty() ? "" : ": " + base::quoted_list(about));
        for (std::size_t i = 0; i < table_.bands().size(); ++i) view.floors.push_back(derived_floor(derived, i));
        for (std::size_t j = 0; j < derived.bands.size(); ++j) {
            if (derived.bands[j] == jobs_[j].band) continue;
            view.moved.push_back({input_.jobs[j].id, table_.id_of(jobs_[j].band), table_.id_of(derived.bands[j])});
        }
        view_.derived.push_back(std::move(view));
    }

    [[nodiscard]] DerivedFloorView derived_floor(const sensitivity::DerivedFloors& derived, std::size_t i) const {
        DerivedFloorView view{.band = name_of(table_, BandIndex{i}),
                              .present = table_.bands()[i].floor.value(),
                              .floor = {},
                              .above = {},
                              .up_to = {},
                              .above_job = {},
                              .up_to_job = {},
                              .note = {}};
        if (i < derived.floors.size()) view.floor = derived.floors[i].value();
        if (i < derived.jobs_in_band.size()) view.jobs = derived.jobs_in_band[i];
        if (i >= derived.intervals.size()) return view;
        const sensitivity::AnchorInterval& interval = derived.intervals[i];
        view.above = value_of(interval.above);
        view.up_to = value_of(interval.up_to);
        if (interval.above_job) view.above_job = input_.jobs[*interval.above_job].id;
        if (interval.up_to_job) view.up_to_job = input_.jobs[*interval.up_to_job].id;
        view.note = interval.note;
        return view;
    }

    const FloorsInput& input_;
    const BandTable& table_;
    std::vector<Points> totals_;
    Points unit_{};
    std::vector<sensitivity::JobFloors> jobs_;  // in the order given
    FloorsView view_;
};

}  // namespace

FloorsView floors_view(const FloorsInput& input) { return FloorsMaking{input}.make(); }

}  // namespace je::report
