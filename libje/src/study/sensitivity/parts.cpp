// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"

namespace je::study {

namespace {

void report_anchor(const std::string& word, const std::string& kind, std::span<const std::string> known,
                   base::Diagnostics& said) {
    const auto near = base::nearest(word, known);
    said.error({.id = "JE-U90",
                .message = fmt::format("--anchor names {} '{}', which is not there", kind, word),
                .expected = fmt::format("the id of a {} of this run", kind),
                .fix = near ? fmt::format("write '{}'", *near) : fmt::format("correct the {}, or leave the anchor out", kind)});
}

/// Jobs of the table that are none of the run: a warning, since one table may serve several runs.
void report_unknown_jobs(const StudiedJobs& studied, const model::LevelUncertainty& uncertainty, base::Diagnostics& said) {
    for (const auto& id : uncertainty.jobs()) {
        const bool known =
            std::any_of(studied.jobs.begin(), studied.jobs.end(), [&](const StudiedJob& job) { return job.id == id.value; });
        if (known) continue;
        said.warning({.id = "JE-U92",
                      .at = id.at,
                      .message = fmt::format("job '{}' has levels of its own here and is none of this run", id.value),
                      .expected = "ids of jobs of the run",
                      .fix = "correct the id, or leave it: it has no effect"});
    }
}

std::vector<sensitivity::Anchor> anchors_of(const StudiedJobs& studied, const SensitivityOptions& what,
                                            base::Diagnostics& said) {
    std::vector<std::string> jobs, bands;
    for (const StudiedJob& job : studied.jobs) jobs.push_back(job.id);
    for (const model::Band& band : studied.scheme->bands->bands()) bands.push_back(band.id.text());
    std::vector<sensitivity::Anchor> anchors;
    for (const SensitivityOptions::Anchor& one : what.anchors) {
        const auto found = std::find(jobs.begin(), jobs.end(), one.job);
        const auto band = one.band.empty() ? std::nullopt : studied.scheme->bands->find(one.band);
        if (found == jobs.end()) report_anchor(one.job, "job", jobs, said);
        if (!one.band.empty() && !band) report_anchor(one.band, "band", bands, said);
        if (found != jobs.end() && (one.band.empty() || band))
            anchors.push_back({static_cast<std::size_t>(found - jobs.begin()), band});
    }
    return anchors;
}

/// The largest part of a point that divides all points and floors: the same whichever jobs are asked about.
model::Points unit_of(const sensitivity::Grid& grid) {
    return model::Points{base::Decimal::from_units(std::gcd(grid.step(), base::Decimal::units_per_one))};
}

}  // namespace

sensitivity::LevelsOptions levels_options(const StudiedJobs& studied, const SensitivityOptions& what, std::size_t threads,
                                          Inputs& inputs, base::Diagnostics& said) {
    sensitivity::LevelsOptions options;
    options.threads = threads;
    if (const auto* adjacent = std::get_if<sensitivity::AdjacentLevels>(&what.level_uncertainty))
        options.uncertainty = *adjacent;
    const auto* name = std::get_if<std::string>(&what.level_uncertainty);
    if (name == nullptr) return options;
    const auto file = inputs.read({*name, *name}, said);
    const auto draft = file ? io::read_uncertainty(*file, inputs.options().limits, said) : std::nullopt;
    auto uncertainty = draft ? model::LevelUncertainty::make(*draft, *studied.scheme->scheme, said) : std::nullopt;
    if (!uncertainty) return options;
    report_unknown_jobs(studied, *uncertainty, said);
    options.uncertainty = std::move(*uncertainty);
    return options;
}

std::vector<report::LevelsView> levels_part(const StudiedJobs& studied, std::size_t first, std::size_t count,
                                            const sensitivity::LevelsOptions& options) {
    const model::Scheme& scheme = *studied.scheme->scheme;
    std::vector<sensitivity::LevelsJob> jobs;
    for (std::size_t j = first; j < first + count; ++j) jobs.push_back({studied.jobs[j].id, &*studied.jobs[j].answers});
    const auto levels = sensitivity::look_at_levels(scheme, *studied.scheme->bands, jobs, options);
    std::vector<report::LevelsView> views;
    scoring::Score score;
    for (std::size_t j = 0; j < count; ++j) {
        const StudiedJob& job = studied.jobs[first + j];
        scoring::score_into(score, scheme, studied.scheme->bands, *job.answers);
        views.push_back(report::levels_view({scheme, *studied.scheme->bands, job.id, score, options}, levels[j]));
    }
    return views;
}

report::FactorsView factors_part(const StudiedJobs& studied, const SensitivityOptions& what, std::size_t threads) {
    std::vector<std::string> ids;
    for (const StudiedJob& job : studied.jobs) ids.push_back(job.id);
    auto view = report::factors_view(*studied.scheme->scheme, *studied.scheme->bands, *studied.grid, ids, studied.points,
                                     what.weights.region.spread, threads);
    view.first = what.factors_first;
    return view;
}

report::FloorsView floors_part(const StudiedJobs& studied, const SensitivityOptions& what, Inputs& inputs,
                               base::Diagnostics& said) {
    std::vector<report::FloorJob> jobs;
    for (const StudiedJob& job : studied.jobs) jobs.push_back({job.id, job.total});
    const auto anchors = anchors_of(studied, what, said);
    const auto other = what.other_bands ? inputs.bands({*what.other_bands, *what.other_bands}, said) : nullptr;
    const auto* beside = other ? model::in_force(other->band_tables(), inputs.options().as_of) : nullptr;
    const std::string& used = studied.scheme->bands_info.file;
    return report::floors_view({.table = *studied.scheme->bands,
                                .jobs = jobs,
                                .most = model::Points{what.floor_shift},
                                .largest_total = studied.scheme->scheme->largest_total(),
                                .unit = unit_of(*studied.grid),
                                .derive = true,
                                .anchors = anchors,
                                .other = beside,
                                .table_name = used.empty() ? std::string{"the scheme's own"} : used,
                                .other_name = what.other_bands.value_or("")});
}

}  // namespace je::study
