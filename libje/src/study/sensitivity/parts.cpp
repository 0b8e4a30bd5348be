// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <variant>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "sensitivity/region.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

void report_anchor(const std::string& word, const std::string& kind, std::span<const std::string> known,
                   base::Diagnostics& diagnostics) {
    const auto near = base::nearest(word, known);
    diagnostics.error(
        {.id = "JE-U90",
         .message = fmt::format("--anchor names {} '{}', which is not there", kind, word),
         .expected = fmt::format("the id of a {} of this run", kind),
         .fix = near ? fmt::format("write '{}'", *near) : fmt::format("correct the {}, or leave the anchor out", kind)});
}

/// Jobs of the table that are none of the run: a warning, since one table may serve several runs.
void report_unknown_jobs(const StudiedJobs& studied, const model::LevelUncertainty& uncertainty,
                         base::Diagnostics& diagnostics) {
    for (const auto& id : uncertainty.jobs()) {
        const bool known =
            std::any_of(studied.jobs.begin(), studied.jobs.end(), [&](const StudiedJob& job) { return job.id == id.value; });
        if (known) continue;
        diagnostics.warning({.id = "JE-U92",
                             .at = id.at,
                             .message = fmt::format("job '{}' has levels of its own here and is none of this run", id.value),
                             .expected = "ids of jobs of the run",
                             .fix = "correct the id, or leave it: it has no effect"});
    }
}

std::vector<sensitivity::Anchor> anchors_of(const StudiedJobs& studied, const SensitivityOptions& what,
                                            base::Diagnostics& diagnostics) {
    std::vector<std::string> jobs, bands;
    for (const StudiedJob& job : studied.jobs) jobs.push_back(job.id);
    for (const model::Band& band : studied.scheme->bands->bands()) bands.push_back(band.id.text());
    std::vector<sensitivity::Anchor> anchors;
    for (const SensitivityOptions::Anchor& one : what.anchors) {
        const auto found = std::find(jobs.begin(), jobs.end(), one.job);
        const auto band = one.band.empty() ? std::nullopt : studied.scheme->bands->find(one.band);
        if (found == jobs.end()) report_anchor(one.job, "job", jobs, diagnostics);
        if (!one.band.empty() && !band) report_anchor(one.band, "band", bands, diagnostics);
        if (found != jobs.end() && (one.band.empty() || band))
            anchors.push_back({static_cast<std::size_t>(found - jobs.begin()), band});
    }
    return anchors;
}

/// The largest part of a point that divides all points and floors: the same whichever jobs are asked about.
model::Points unit_of(const sensitivity::Grid& grid) {
    return model::Points{base::Decimal::from_units(std::gcd(grid.step(), base::Decimal::units_per_one))};
}

[[noreturn]] void refuse_job(const std::string& id, const StudiedJobs& studied) {
    std::vector<std::string> ids;
    for (const StudiedJob& job : studied.jobs) ids.push_back(job.id);
    std::sort(ids.begin(), ids.end());
    constexpr std::size_t most_named = 8;
    const std::size_t named = std::min(ids.size(), most_named);
    const std::string list = base::quoted_list(std::span{ids}.first(named), "or");
    const auto near = base::nearest(id, ids);
    refuse(
        "JE-U80",
        fmt::format("--pair names job '{}', which is not among the {} looked at", id,
                    base::counted(ids.size(), "complete job", "complete jobs")),
        named == ids.size() ? list : fmt::format("an id such as {}", list),
        near && *near != id
            ? fmt::format("write '{}' if that job is meant, else name it with --job too where --job is given, or give its file",
                          *near)
            : "name it with --job too where --job is given, or give its file");
}

std::span<const std::int64_t> points_of(const StudiedJobs& studied, const std::string& id) {
    const auto job = std::find_if(studied.jobs.begin(), studied.jobs.end(), [&](const auto& one) { return one.id == id; });
    if (job == studied.jobs.end()) refuse_job(id, studied);
    const std::size_t factors = studied.grid->factors();
    return std::span{studied.points}.subspan(static_cast<std::size_t>(job - studied.jobs.begin()) * factors, factors);
}

/// Each range is a linear programme in exact numbers, which grow with the factors and the requirements. Measured: a job costs
/// about factors^4 x requirements^2, and never less than a few milliseconds; within these limits a run takes seconds.
void check_work(const StudiedJobs& studied, std::size_t requirements) {
    constexpr std::uint64_t most_cells = 400;
    constexpr std::uint64_t least_work = 4'000'000;  // of a job
    constexpr std::uint64_t most_work = 3'000'000'000;
    const std::uint64_t factors = studied.grid->factors();
    const std::uint64_t cells = factors * requirements;
    const std::size_t jobs = studied.jobs.size();
    if (cells == 0) return;
    const std::uint64_t each = least_work + cells * cells * factors * factors;
    const std::uint64_t most_jobs = cells <= most_cells ? most_work / each : 0;
    if (std::max<std::size_t>(jobs, 1) <= most_jobs) return;  // the region itself costs as a job does
    refuse("JE-U97",
           fmt::format("{} over {} and {} are more than can be computed exactly in good time",
                       base::counted(requirements, "requirement", "requirements"), base::counted(factors, "factor", "factors"),
                       base::counted(jobs, "job", "jobs")),
           most_jobs > 0 ? fmt::format("with so many factors and requirements, at most {} jobs", most_jobs)
                         : fmt::format("factors times requirements at most {}: here at most {} requirements", most_cells,
                                       most_cells / factors),
           most_jobs > 0 ? "give fewer jobs at a time, or leave out requirements that follow from others"
                         : "leave out requirements that follow from others, or put several factors into one with group:ID");
}

}  // namespace

sensitivity::LevelsOptions levels_options(const StudiedJobs& studied, const SensitivityOptions& what, std::size_t threads,
                                          Inputs& inputs, base::Diagnostics& diagnostics) {
    sensitivity::LevelsOptions options;
    options.threads = threads;
    if (const auto* adjacent = std::get_if<sensitivity::AdjacentLevels>(&what.level_uncertainty))
        options.uncertainty = *adjacent;
    const auto* name = std::get_if<std::string>(&what.level_uncertainty);
    if (name == nullptr) return options;
    const auto file = inputs.read({*name, *name}, diagnostics);
    const auto draft = file ? io::read_uncertainty(*file, inputs.options().limits, diagnostics) : std::nullopt;
    auto uncertainty = draft ? model::LevelUncertainty::make(*draft, *studied.scheme->scheme, diagnostics) : std::nullopt;
    if (!uncertainty) return options;
    report_unknown_jobs(studied, *uncertainty, diagnostics);
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
                               base::Diagnostics& diagnostics) {
    std::vector<report::FloorJob> jobs;
    for (const StudiedJob& job : studied.jobs) jobs.push_back({job.id, job.total});
    const auto anchors = anchors_of(studied, what, diagnostics);
    const auto other = what.other_bands ? inputs.bands({*what.other_bands, *what.other_bands}, diagnostics) : nullptr;
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

std::vector<report::PairView> compare_pairs(const StudiedJobs& studied,
                                            const std::vector<std::pair<std::string, std::string>>& pairs,
                                            const sensitivity::WeightsOptions& options) {
    std::vector<sensitivity::PairPoints> points;
    for (const auto& [a, b] : pairs) points.push_back({points_of(studied, a), points_of(studied, b)});
    const auto shares = sensitivity::compare_pairs(*studied.grid, points, options);
    std::vector<report::PairView> views;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        views.push_back(report::pair_view(pairs[i].first, pairs[i].second, shares[i], *studied.grid));
    return views;
}

void require_weights(const StudiedJobs& studied, const std::vector<std::string>& required, sensitivity::Region& region) {
    region.required.reset();
    check_work(studied, required.size());
    for (const std::string& text : required) {
        auto read = sensitivity::read_requirement(text, *studied.scheme->scheme, *studied.grid);
        if (const auto* wrong = std::get_if<base::Diagnostic>(&read)) throw Refusal{*wrong};
        sensitivity::require(region, std::get<sensitivity::Requirement>(std::move(read)));
    }
}

namespace {

/// No weights of the region meet what is required.
[[noreturn]] void refuse_requirements(const sensitivity::Region& region) {
    std::vector<std::string> texts;
    for (const sensitivity::Requirement& one : sensitivity::required_of(region)) texts.push_back(one.text);
    const bool within_spread = region.kind == sensitivity::RegionKind::spread;
    refuse("JE-U84",
           fmt::format("there are no weights {} {}", within_spread ? "within the spread for which" : "for which",
                       texts.size() == 1 ? base::quoted_list(texts) + " holds"
                                         : fmt::format("{} hold together", base::quoted_list(texts))),
           texts.size() == 1 ? "a requirement that some weights of the region meet"
                             : "requirements that some weights of the region meet all at once",
           fmt::format("{}{}", texts.size() == 1 ? "ask for less" : "leave one out, or ask for less of one",
                       within_spread ? ", or look at more weights with a larger --spread or --region simplex" : ""));
}

}  // namespace

std::optional<report::WalkView> prepare_walk(const sensitivity::Grid& grid, sensitivity::WeightsOptions& options) {
    if (!options.region.required) return std::nullopt;
    const auto room = sensitivity::CutRegion{grid, options.region}.room();
    if (room == sensitivity::Room::empty) refuse_requirements(options.region);
    if (room == sensitivity::Room::flat)
        refuse("JE-U85", "what --require leaves of the region is too thin to take a sample of",
               "room of at least 2^-16 of all weight on every side: such as a >= 0.19 and a <= 0.21, "
               "not a >= 0.2 and a <= 0.2",
               options.region.kind == sensitivity::RegionKind::spread
                   ? "leave a little room between requirements that meet, and between them and the ends that "
                     "--spread sets to each weight"
                   : "leave a little room between requirements that meet");
    const auto walk = sensitivity::walk_made(grid, options.region, options.scenarios, options.seed);
    options.effective_size = walk.effective_size;
    return report::walk_view(walk);
}

}  // namespace je::study
