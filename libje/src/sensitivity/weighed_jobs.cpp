// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weighed_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "je/base/text.hpp"
#include "model/scheme/names.hpp"

namespace je::sensitivity {

namespace {

using numerics::Fraction;

/// The jobs under one weighting, held against what they are under the scheme's own.
class JobsWeighed {
public:
    JobsWeighed(const WeighedInput& input, const Weighting& weighting, const Weighting& own, base::Diagnostics& diagnostics)
        : input_{input}, weighting_{weighting}, weighed_{input.scheme, weighting}, diagnostics_{diagnostics} {
        result_.distance = distance_from(own, weighting);
        result_.largest_total = weighed_.largest_total();
    }

    /// `base`: the result of the scheme's own weights; null for those themselves.
    [[nodiscard]] std::optional<WeighedJobs> weigh(const WeighedJobs* base) {
        add_totals();
        add_ranks();
        if (weighting_.floors ? !make_floors(*weighting_.floors) : !keep_floors()) return std::nullopt;
        for (std::size_t j = 0; j < result_.jobs.size(); ++j) {
            WeighedJob& job = result_.jobs[j];
            const WeighedJob& before = base == nullptr ? job : base->jobs[j];
            job.direction = model::band_move(before.band, job.band);
            job.rank_change = static_cast<std::int64_t>(before.rank) - static_cast<std::int64_t>(job.rank);
            result_.moves.count(job.direction);
        }
        return std::move(result_);
    }

private:
    void add_totals() {
        const std::size_t units = input_.scheme.units().size();
        for (std::size_t j = 0; j < input_.jobs.size(); ++j)
            result_.jobs.push_back({.total = weighed_.total(input_.points.subspan(j * units, units)), .band = {}});
    }

    void add_ranks() {
        std::vector<std::size_t> order(result_.jobs.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return result_.jobs[a].total > result_.jobs[b].total; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const bool as_before = i > 0 && result_.jobs[order[i]].total == result_.jobs[order[i - 1]].total;
            result_.jobs[order[i]].rank = as_before ? result_.jobs[order[i - 1]].rank : i + 1;
        }
    }

    bool keep_floors() {
        const Ladder ladder = ladder_of(input_.table);
        for (WeighedJob& job : result_.jobs) job.band = ladder.band_of(ladder.rung_of(job.total));
        return true;
    }

    bool make_floors(FloorRule rule) {
        const auto anchors = anchors_here();
        if (!anchors) return false;
        const Points unit = unit_of_new_floors();
        std::vector<Points> reached;
        for (const WeighedJob& job : result_.jobs) reached.push_back(whole_units(job.total, unit));
        const DeriveInput input{input_.table, reached, unit, whole_units(result_.largest_total, unit)};
        const DerivedFloors derived = rule == FloorRule::equal_width    ? floors_by_width(input)
                                      : rule == FloorRule::equal_count  ? floors_by_count(input)
                                      : rule == FloorRule::largest_gaps ? floors_by_gaps(input)
                                                                        : floors_by_anchors(input, *anchors);
        if (derived.floors.empty()) return refuse_floors(derived);
        result_.floors = derived.floors;
        for (std::size_t j = 0; j < result_.jobs.size(); ++j) result_.jobs[j].band = derived.bands[j];
        return true;
    }

    [[nodiscard]] Points unit_of_new_floors() const {
        std::int64_t unit = input_.unit.value().units();
        if (weighting_.rounding) unit = std::gcd(unit, weighting_.rounding->to.units());
        return Points{base::Decimal::from_units(unit)};
    }

    [[nodiscard]] static Points whole_units(const Fraction& total, Points unit) {
        const std::int64_t step = unit.value().units();
        return Points{base::Decimal::from_units(total.floor_units(1) / step * step)};
    }

    /// Nothing, which is reported, where a job is none of these.
    [[nodiscard]] std::optional<std::vector<Anchor>> anchors_here() const {
        std::vector<Anchor> anchors;
        for (const Weighting::Anchor& one : weighting_.anchors) {
            const auto found = std::find(input_.jobs.begin(), input_.jobs.end(), one.job.value);
            if (found != input_.jobs.end()) {
                anchors.push_back({static_cast<std::size_t>(found - input_.jobs.begin()), one.band});
                continue;
            }
            model::report({.id = "JE-Z13",
                           .word = one.job,
                           .message = fmt::format("weighting '{}' anchors job '{}', which is none of this run", weighting_.id,
                                                  one.job.value),
                           .what = "the complete jobs of this run",
                           .allowed = input_.jobs},
                          diagnostics_);
        }
        return anchors.size() == weighting_.anchors.size() ? std::optional{std::move(anchors)} : std::nullopt;
    }

    bool refuse_floors(const DerivedFloors& derived) const {
        std::vector<std::string> about;
        for (const std::size_t job : derived.reason_jobs) about.push_back(input_.jobs[job]);
        diagnostics_.error({"JE-Z19", weighting_.at,
                            fmt::format("no floors can be made for weighting '{}': {}{}", weighting_.id, derived.reason,
                                        about.empty() ? "" : ": " + base::quoted_list(about)),
                            "floors that can be made from the totals of these jobs",
                            "write 'floors: kept', choose another way, or give more jobs"});
        return false;
    }

    const WeighedInput& input_;
    const Weighting& weighting_;
    WeighedPoints weighed_;
    base::Diagnostics& diagnostics_;
    WeighedJobs result_;
};

}  // namespace

std::vector<std::optional<WeighedJobs>> weigh_jobs(const WeighedInput& input, std::span<const Weighting> weightings,
                                                   base::Diagnostics& diagnostics) {
    const Weighting own = own_weighting(input.scheme);
    std::vector<std::optional<WeighedJobs>> all{JobsWeighed{input, own, own, diagnostics}.weigh(nullptr)};
    for (const Weighting& weighting : weightings) {
        auto jobs = JobsWeighed{input, weighting, own, diagnostics}.weigh(&*all.front());
        all.push_back(std::move(jobs));
    }
    return all;
}

}  // namespace je::sensitivity
