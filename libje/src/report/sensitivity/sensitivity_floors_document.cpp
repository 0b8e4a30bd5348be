// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "je/report/common.hpp"
#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/sensitivity_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

constexpr std::size_t most_gaps = 10;
constexpr std::int64_t columns_a_side = 5;

/// The shifts worth a column: all of them when few, else 1, 2, 5, 10 .. steps and the largest.
std::set<base::Decimal> shown_shifts(const FloorsView& view) {
    const std::int64_t step = view.step.units();
    const std::int64_t steps = step > 0 ? view.most.units() / step : 0;
    std::set<base::Decimal> shown;
    const auto show = [&](std::int64_t n) {
        shown.insert(base::Decimal::from_units(n * step));
        shown.insert(base::Decimal::from_units(-n * step));
    };
    if (steps <= columns_a_side) {
        for (std::int64_t n = 1; n <= steps; ++n) show(n);
        return shown;
    }
    for (std::int64_t power = 1; power < steps; power *= 10) {
        for (const std::int64_t n : {power, 2 * power, 5 * power}) {
            if (n < steps && shown.size() < 2 * (columns_a_side - 1)) show(n);
        }
    }
    show(steps);
    return shown;
}

class FloorPages {
public:
    FloorPages(Document& document, const FloorsView& view, std::size_t longest)
        : document_{document}, view_{view}, longest_{longest} {}

    void add() {
        document_.begin("floors", 2, "Floors");
        add_summary();
        add_shifts();
        add_slack();
        add_jobs();
        add_gaps();
        if (view_.side_by_side) add_side_by_side(*view_.side_by_side);
        add_derived();
    }

private:
    void paragraph(Text text) { document_.add(Paragraph{std::move(text)}); }
    void table(Table table) {
        if (!table.rows.empty()) document_.add(std::move(table));
    }
    /// Rows of `all`, up to the longest table.
    [[nodiscard]] std::size_t shown(std::size_t all) const { return std::min(all, longest_); }
    void say_rest(std::size_t all) {
        if (all == longest_ + 1)
            paragraph("The other one is in the CSV and JSON results.");
        else if (all > longest_)
            paragraph(say("The other {} are in the CSV and JSON results.", all - longest_));
    }
    [[nodiscard]] Text counted_jobs(std::size_t n) const { return counted(n, "job", "jobs"); }

    void add_summary() {
        if (view_.jobs_count == 0) {
            paragraph("There is no complete job to hold against other floors.");
            return;
        }
        Text text = say(
            "Floors are moved and the totals of {} stay as they are. All counts are exact. Bands here are by points; a total "
            "equal "
            "to a floor is in the band that begins there.",
            counted_jobs(view_.jobs_count));
        if (const FloorShiftView* most = largest_shift()) {
            text += (say(" Of single floors moved by up to {}, that of {} moved by {} changes most: {}.", named(view_.most),
                         band_in_words(most->floor), change(most->by), counted_jobs(most->moves.moved())));
        } else if (!view_.shifts.empty()) {
            text += (say(" No single floor moved by up to {} changes any job's band.", named(view_.most)));
        }
        paragraph(std::move(text));
        paragraph(nearest_sentence(view_.jobs.front()));
    }

    /// The single floor and shift that moves most jobs; of equal ones the smallest shift. Null: none moves any.
    [[nodiscard]] const FloorShiftView* largest_shift() const {
        const FloorShiftView* largest = nullptr;
        const auto size = [](const FloorShiftView& shift) { return std::abs(shift.by.units()); };
        for (const FloorShiftView& shift : view_.shifts) {
            const std::size_t moves = shift.moves.moved();
            if (!shift.floor || moves == 0) continue;
            const std::size_t most = largest == nullptr ? 0 : largest->moves.moved();
            if (moves > most || (moves == most && size(shift) < size(*largest))) largest = &shift;
        }
        return largest;
    }

    /// What it takes for the first job to change band.
    [[nodiscard]] static Text nearest_sentence(const JobFloorsView& job) {
        const bool falls = job.own_floor_up && (!job.next_floor_down || *job.own_floor_up < *job.next_floor_down);
        if (!falls && !job.next_floor_down) return say("No floor decides the band of {}.", job.job);
        return falls ? say("Nearest to a floor is {} with {}: it would lose {} if the floor of that band were {} higher.",
                           job.job, named(job.total), band_in_words(job.band), named(*job.own_floor_up))
                     : say("Nearest to a floor is {} with {}: it would reach {} if the floor of that band were {} lower.",
                           job.job, named(job.total), band_in_words(job.next), named(*job.next_floor_down));
    }

    void add_shifts() {
        const auto shown = shown_shifts(view_);
        Table shifts{.caption =
                         "Jobs that change band when floors move by so many points (a floor that falls lifts jobs, one that "
                         "rises lowers them)",
                     .columns = {{"floor", "Floor of"}}};
        for (const base::Decimal by : shown) shifts.columns.push_back({"by_" + by.to_string(), change(by), Role::count});
        for (std::size_t i = 0; i < view_.shifts.size(); ++i) {
            const FloorShiftView& shift = view_.shifts[i];
            if (i == 0 || shift.floor != view_.shifts[i - 1].floor)
                shifts.rows.push_back({shift.floor ? Text{band_in_words(shift.floor)} : Text{"all together"}});
            if (shown.count(shift.by) > 0) shifts.rows.back().push_back(count_cell(shift.moves.moved()));
        }
        if (view_.jobs_count > 0) table(std::move(shifts));
    }

    /// "whole points", "steps of 0.25 points".
    [[nodiscard]] Text steps_text() const {
        if (view_.unit == base::Decimal::from_units(base::Decimal::units_per_one)) return "whole points";
        return say("steps of {}", named(view_.unit));
    }

    void add_slack() {
        Table slack{
            .caption = say("How far each floor alone can move, in {}, without any of these jobs changing band", steps_text()),
            .columns = {{"floor", "Floor of"},
                        {"at", "Now at", Role::points},
                        {"can_fall", "Down by", Role::points},
                        {"can_rise", "Up by", Role::points}}};
        for (const SlackView& one : view_.slack)
            slack.rows.push_back({band_in_words(one.floor), one.at, limit(one.can_fall), limit(one.can_rise)});
        if (view_.jobs_count == 0) return;
        table(std::move(slack));
        if (passes_a_neighbour())
            paragraph("Some of these moves take a floor past its neighbour's, where no job is; that leaves a band empty.");
    }
    [[nodiscard]] bool passes_a_neighbour() const {
        for (std::size_t i = 0; i < view_.slack.size(); ++i) {
            const SlackView& one = view_.slack[i];
            if (i > 0 && (!one.can_fall || one.at - *one.can_fall <= view_.slack[i - 1].at)) return true;
            if (i + 1 < view_.slack.size() && (!one.can_rise || one.at + *one.can_rise >= view_.slack[i + 1].at)) return true;
        }
        return false;
    }
    [[nodiscard]] static Cell limit(const std::optional<base::Decimal>& points) { return value_or(points, Reason::no_limit); }

    void add_jobs() {
        Table jobs{.caption = say("Jobs nearest to a floor, and the smallest move of the floor, in {}, that changes their band",
                                  steps_text()),
                   .columns = {{"job", "Job", Role::id},
                               {"total", "Total", Role::points},
                               {"band", "Band", Role::band},
                               {"own_floor_up", "Lost when its floor rises by", Role::points},
                               {"next", "Next band"},
                               {"next_floor_down", "Won when that falls by", Role::points}}};
        for (std::size_t i = 0; i < shown(view_.jobs.size()); ++i) {
            const JobFloorsView& job = view_.jobs[i];
            jobs.rows.push_back({job.job, job.total, Band{job.band}, value_or(job.own_floor_up), Band{job.next},
                                 value_or(job.next_floor_down)});
        }
        table(std::move(jobs));
        say_rest(view_.jobs.size());
    }

    void add_gaps() {
        Table gaps{.caption = "Widest spans without any job: natural places for a floor",
                   .columns = {{"below", "From the total", Role::points},
                               {"above", "To the next", Role::points},
                               {"width", "Apart", Role::points},
                               {"floors", "Floors in it, of"}}};
        for (std::size_t i = 0; i < std::min(view_.gaps.size(), most_gaps); ++i) {
            const GapView& gap = view_.gaps[i];
            std::vector<Text> floors;
            for (const std::string& floor : gap.floors) floors.emplace_back(band_in_words(floor));
            gaps.rows.push_back({gap.below, gap.above, gap.width, listed(floors)});
        }
        table(std::move(gaps));
    }

    void add_side_by_side(const SideBySideView& both) {
        document_.begin("beside", 3, say("{} beside {}", both.a, both.b));
        Text text =
            say("Under {} instead of {}: of {}, {}.", both.b, both.a, counted_jobs(both.jobs.size()), moves_text(both.moves));
        if (!both.same_ids)
            text +=
                (" The tables name their bands differently, so bands are compared by their place from the lowest, not by "
                 "name.");
        if (both.bands_a != both.bands_b)
            text += (say(" One has {} and the other {}, so the same place need not mean the same standing.",
                         counted(both.bands_a, "band", "bands"), counted(both.bands_b, "band", "bands")));
        paragraph(std::move(text));
        Table moved{
            .caption = "Jobs that change band",
            .columns = {
                {"job", "Job", Role::id}, {"total", "Total", Role::points}, {"a", both.a}, {"b", both.b}, {"moves", "Moves"}}};
        for (const auto& job : both.jobs) {
            const bool stays = job.move == model::BandMove::same || job.move == model::BandMove::in_no_band;
            if (stays || moved.rows.size() == longest_) continue;
            moved.rows.push_back({job.job, job.total, band_in_words(job.a), band_in_words(job.b), move_text(job.move)});
        }
        table(std::move(moved));
        say_rest(both.moves.moved());
    }

    void add_derived() {
        if (view_.derived.empty()) return;
        document_.begin("floors-anew", 3, "Floors made anew");
        paragraph(
            "What floors would follow from each rule alone, for as many bands as now. They are a comparison, not a proposal: "
            "no "
            "rule knows what the work is worth.");
        Table floors{.caption = "Floors, with the number of jobs in the band",
                     .columns = {{"band", "Band", Role::band}, {"present", "Now", Role::points}}};
        for (const DerivedFloorView& floor : view_.derived.front().floors)
            floors.rows.push_back({band_in_words(floor.band), floor.present});
        for (const DerivedView& derived : view_.derived) {
            paragraph(rule_sentence(derived));
            if (!derived.reason) add_columns(floors, derived);
        }
        if (floors.columns.size() > 2) table(std::move(floors));
        for (const DerivedView& derived : view_.derived) {
            if (derived.rule == sensitivity::FloorRule::anchors && !derived.reason) add_anchors(derived);
            add_moved(derived);
        }
    }

    /// What floors by a rule are called in a sentence, and over a column.
    struct RuleWords {
        std::string_view sentence, label;
    };
    [[nodiscard]] static RuleWords words_of(sensitivity::FloorRule rule) {
        switch (rule) {
            case sensitivity::FloorRule::anchors:
                return {"So that the anchored jobs keep their bands", "Anchored"};
            case sensitivity::FloorRule::equal_width:
                return {"Bands of equal width", "Equal width"};
            case sensitivity::FloorRule::equal_count:
                return {"Bands with equal numbers of jobs", "Equal number"};
            case sensitivity::FloorRule::largest_gaps:
                return {"Floors in the widest gaps", "Widest gaps"};
        }
        throw std::logic_error{"a rule that is none"};
    }
    [[nodiscard]] static Text rule_sentence(const DerivedView& derived) {
        const std::string_view rule = words_of(derived.rule).sentence;
        if (derived.reason) return say("{}: there are none, since {}.", rule, *derived.reason);
        return say("{}: against the bands of now, {}.", rule, moves_text(derived.moves));
    }

    static void add_columns(Table& floors, const DerivedView& derived) {
        const std::string key{to_text(derived.rule)};
        floors.columns.push_back({key, std::string{words_of(derived.rule).label}, Role::points});
        floors.columns.push_back({key + "_jobs", "Jobs", Role::count});
        for (std::size_t i = 0; i < derived.floors.size(); ++i) {
            floors.rows[i].push_back(value_or(derived.floors[i].floor));
            floors.rows[i].push_back(count_cell(derived.floors[i].jobs));
        }
    }

    void add_anchors(const DerivedView& derived) {
        Table intervals{.caption = "What keeps the anchored jobs in their bands",
                        .columns = {{"floor", "Floor of"},
                                    {"above", "Above", Role::points},
                                    {"above_job", "Set by"},
                                    {"up_to", "Up to", Role::points},
                                    {"up_to_job", "Set by"},
                                    {"note", "Note"}}};
        for (const DerivedFloorView& floor : derived.floors)
            intervals.rows.push_back({band_in_words(floor.band), value_or(floor.above), floor.above_job, value_or(floor.up_to),
                                      floor.up_to_job, floor.note});
        table(std::move(intervals));
    }

    void add_moved(const DerivedView& derived) {
        Table moved{.caption = say("{}: jobs that change band", words_of(derived.rule).sentence),
                    .columns = {{"job", "Job", Role::id}, {"from", "From", Role::level}, {"to", "To", Role::level}}};
        for (std::size_t i = 0; i < shown(derived.moved.size()); ++i)
            moved.rows.push_back(
                {derived.moved[i].job, band_in_words(derived.moved[i].from), band_in_words(derived.moved[i].to)});
        table(std::move(moved));
        say_rest(derived.moved.size());
    }

    Document& document_;
    const FloorsView& view_;
    std::size_t longest_;
};

}  // namespace

void add_floor_blocks(Document& document, const FloorsView& view, std::size_t longest) {
    FloorPages{document, view, longest}.add();
}

}  // namespace je::report
