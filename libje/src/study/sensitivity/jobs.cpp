// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity/jobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "je/base/text.hpp"
#include "je/scoring/score.hpp"
#include "sensitivity/tally.hpp"
#include "study/job_scoring.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

constexpr std::string_view not_complete = "JE-U75";

class Studying : public JobScoring {
public:
    Studying(StudiedJobs& out, Inputs& inputs, bool keep_answers)
        : JobScoring{inputs,
                     {.id = std::string{not_complete},
                      .expected = "a level on every factor: how firm a band is can be told once there is one",
                      .fix = "state what is missing; je explain shows what each level would do"}},
          out_{out},
          keep_answers_{keep_answers} {}

    void begin(const SchemeInUse& scheme) override {
        scheme_ = &scheme;
        if (scheme.bands == nullptr) {
            out_.diagnostics.error(
                {.id = "JE-U76",
                 .at = scheme.scheme->at(),
                 .message = fmt::format("scheme '{}' has no bands, so there is no band to be firm", scheme.scheme->id().text()),
                 .expected = "a band table",
                 .fix = "give one with --bands FILE"});
            return;
        }
        if (!scheme.scheme->has_points()) {
            out_.by_rules = true;
            return;
        }
        auto grid = sensitivity::Grid::make(*scheme.scheme, *scheme.bands);
        if (grid)
            out_.grid = *grid;
        else
            out_.diagnostics.error({.id = "JE-U77",
                                    .at = scheme.scheme->at(),
                                    .message = fmt::format("the weights of scheme '{}' cannot be studied: {}",
                                                           scheme.scheme->id().text(), grid.reason()),
                                    .expected = "a factor with points above 0",
                                    .fix = "use je score and je explain, which do without weights"});
    }

    void csv_file(const std::string&, char) override {}

    void job(const FoundJob& found, Diagnostics&& about) override {
        if (!score(found, about)) return;
        out_.diagnostics.append(about);
        if (out_.by_rules) return put_by_rules(found);
        if (!out_.grid) return;
        const auto row = out_.grid->points_of(score_);
        points_.insert(points_.end(), row.begin(), row.end());
        const auto levels = sensitivity::level_row(score_);
        levels_.insert(levels_.end(), levels.begin(), levels.end());
        StudiedJob job{.id = found.id(), .title = found.title(), .total = score_.total_max, .band_after_rules = {}};
        if (keep_answers_) job.answers = found.answers();
        if (scheme_->bands->overlaps())
            put_bands(job);
        else if (score_.band_max != score_.points_band_max)
            job.band_after_rules = scheme_->bands->id_of(score_.band_max);
        out_.jobs.push_back(std::move(job));
    }

    void bad_job(std::string_view job, Diagnostics&& about) override {
        list_errors(job, about);
        for (const base::Diagnostic& one : about.all()) (one.id == not_complete ? incomplete_ : out_.diagnostics).add(one);
    }

    /// Jobs nearest to an edge first; of equally near ones, in the order read.
    void finish() {
        for (base::Diagnostic one : incomplete_.all()) {  // the others can be looked at, where there are others
            if (!out_.jobs.empty()) one.severity = base::Severity::warning;
            out_.diagnostics.add(std::move(one));
        }
        out_.errors = std::move(errors_);
        out_.errors_not_listed = errors_not_listed_;
        left_out_.tell(out_.left_out);
        out_.left_out_counts = left_out_.counts();
        if (out_.grid) sort();
    }

private:
    void put_by_rules(const FoundJob& found) {
        StudiedJob job{.id = found.id(), .title = found.title(), .band_after_rules = {}};
        job.answers = found.answers();  // levels are all that there is to look at
        job.band = score_.band_max;
        out_.jobs.push_back(std::move(job));
    }

    /// By points the band chosen, where it is one of several; a rule may leave others.
    void put_bands(StudiedJob& job) const {
        job.held = scheme_->bands->bands_of(score_.total_max);
        job.band = scoring::band_by_points(*scheme_->bands, score_);
        if (score_.band_rule) job.band_after_rules = scheme_->bands->id_of(score_.band_max);
    }

    void sort() {
        std::vector<std::size_t> order(out_.jobs.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<model::Points> distance;
        for (const StudiedJob& job : out_.jobs) distance.push_back(distance_of(job));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return distance[a] < distance[b]; });
        std::vector<StudiedJob> jobs;
        const std::size_t factors = out_.grid->factors();
        for (const std::size_t j : order) {
            jobs.push_back(std::move(out_.jobs[j]));
            const auto row = points_.begin() + static_cast<std::ptrdiff_t>(j * factors);
            out_.points.insert(out_.points.end(), row, row + static_cast<std::ptrdiff_t>(factors));
            const std::size_t of_scheme = scheme_->scheme->factors().size();
            const auto levels = levels_.begin() + static_cast<std::ptrdiff_t>(j * of_scheme);
            out_.levels.insert(out_.levels.end(), levels, levels + static_cast<std::ptrdiff_t>(of_scheme));
        }
        out_.jobs = std::move(jobs);
    }
    /// To the nearer of the two places at which it leaves its band, or all that hold its total where none of several is chosen;
    /// a floor of 0 or less cannot be lost.
    [[nodiscard]] model::Points distance_of(const StudiedJob& job) const {
        const auto& ladder = out_.grid->ladder();
        const auto kept = ladder.kept(ladder.rung_of(job.total.value().units() / out_.grid->step()), job.band);
        model::Points distance = model::Points{base::Decimal::from_units(base::Decimal::largest_units)};
        if (kept.from > 0 && ladder.points[kept.from - 1] > model::Points{})
            distance = std::min(distance, job.total - ladder.points[kept.from - 1]);
        if (kept.to < ladder.points.size()) distance = std::min(distance, ladder.points[kept.to] - job.total);
        return distance;
    }

    StudiedJobs& out_;
    bool keep_answers_;
    Diagnostics incomplete_;
    const SchemeInUse* scheme_ = nullptr;
    std::vector<std::int64_t> points_;
    std::vector<std::uint16_t> levels_;
};

}  // namespace

report::SensitivityJob StudiedJobs::view(std::size_t j) const {
    const StudiedJob& job = jobs[j];
    const model::BandTable& table = *scheme->bands;
    report::SensitivityJob view;
    view.id = job.id;
    view.title = job.title;
    if (by_rules) {
        view.band = table.id_of(job.band);
        return view;
    }
    view.total = job.total.value();
    view.band_after_rules = job.band_after_rules;
    view.band = table.id_of(table.band_of(job.total));
    const auto margins = scoring::margins(table, job.total);
    if (margins.above_floor) view.above_floor = margins.above_floor->value();
    if (margins.to_next) view.to_next = margins.to_next->value();
    view.next_band = table.id_of(margins.next_band);
    if (table.overlaps()) {
        view.band = table.id_of(job.band);
        view.above_floor.reset();
        job.band.visit([&](model::BandIndex band) { view.above_floor = (job.total - table[band].floor).value(); });
        for (std::size_t i = job.held.first; i < job.held.end; ++i) view.bands.push_back(table.bands()[i].id.text());
    }
    return view;
}

std::vector<model::BandOrNone> StudiedJobs::chosen(std::size_t first, std::size_t count) const {
    std::vector<model::BandOrNone> bands;
    for (std::size_t j = first; j < first + count && scheme->bands->overlaps(); ++j) bands.push_back(jobs[j].band);
    return bands;
}

StudiedJobs read_studied_jobs(std::span<const FoundFile> files, Inputs& inputs, bool keep_answers) {
    StudiedJobs studied;
    Studying studying{studied, inputs, keep_answers};
    studied.scheme = read_jobs(files, inputs, studying);
    studying.finish();
    return studied;
}

}  // namespace je::study
