// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity/pairs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "je/base/text.hpp"
#include "sensitivity/region.hpp"
#include "sensitivity/weights.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

[[noreturn]] void refuse_job(const std::string& id, const StudiedJobs& studied) {
    std::vector<std::string> ids;
    for (const StudiedJob& job : studied.jobs) ids.push_back(job.id);
    std::sort(ids.begin(), ids.end());
    constexpr std::size_t most_named = 8;
    const std::size_t named = std::min(ids.size(), most_named);
    const std::string list = base::quoted_list(std::span{ids}.first(named), "or");
    const auto near = base::nearest(id, ids);
    throw Refusal{
        {.id = "JE-U80",
         .message = fmt::format("--pair names job '{}', which is not among the {} looked at", id,
                                base::counted(ids.size(), "complete job", "complete jobs")),
         .expected = named == ids.size() ? list : fmt::format("an id such as {}", list),
         .fix = near && *near != id
                    ? fmt::format(
                          "write '{}' if that job is meant, else name it with --job too where --job is given, or give its file",
                          *near)
                    : "name it with --job too where --job is given, or give its file"}};
}

std::span<const std::int64_t> points_of(const StudiedJobs& studied, const std::string& id) {
    const auto job = std::find_if(studied.jobs.begin(), studied.jobs.end(), [&](const auto& one) { return one.id == id; });
    if (job == studied.jobs.end()) refuse_job(id, studied);
    const std::size_t factors = studied.grid->factors();
    return std::span{studied.points}.subspan(static_cast<std::size_t>(job - studied.jobs.begin()) * factors, factors);
}

}  // namespace

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

namespace {

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
    throw Refusal{
        {.id = "JE-U97",
         .message = fmt::format("{} over {} and {} are more than can be computed exactly in good time",
                                base::counted(requirements, "requirement", "requirements"),
                                base::counted(factors, "factor", "factors"), base::counted(jobs, "job", "jobs")),
         .expected = most_jobs > 0 ? fmt::format("with so many factors and requirements, at most {} jobs", most_jobs)
                                   : fmt::format("factors times requirements at most {}: here at most {} requirements",
                                                 most_cells, most_cells / factors),
         .fix = most_jobs > 0
                    ? "give fewer jobs at a time, or leave out requirements that follow from others"
                    : "leave out requirements that follow from others, or put several factors into one with group:ID"}};
}

}  // namespace

void require_weights(const StudiedJobs& studied, const std::vector<std::string>& required, sensitivity::Region& region) {
    region.required.reset();
    check_work(studied, required.size());
    for (const std::string& text : required) {
        auto read = sensitivity::read_requirement(text, *studied.scheme->scheme, *studied.grid);
        if (const auto* wrong = std::get_if<base::Diagnostic>(&read)) throw Refusal{*wrong};
        sensitivity::require(region, std::get<sensitivity::Requirement>(std::move(read)));
    }
}

std::optional<report::WalkView> prepare_walk(const sensitivity::Grid& grid, sensitivity::WeightsOptions& options) {
    if (!options.region.required) return std::nullopt;
    const auto room = sensitivity::CutRegion{grid, options.region}.room();
    if (room == sensitivity::Room::empty)
        throw Refusal{{.id = "JE-U84",
                       .message = "no weights of the region meet everything that --require asks for",
                       .expected = "requirements that can be met together, within the region",
                       .fix = options.region.kind == sensitivity::RegionKind::spread
                                  ? "leave one out, or take a wider region: a larger --spread, or --region simplex"
                                  : "leave one out, or ask for less"}};
    if (room == sensitivity::Room::flat)
        throw Refusal{{.id = "JE-U85",
                       .message = "what --require leaves of the region is too thin to take a sample of",
                       .expected = "room of at least 2^-16 of all weight on every side: such as a >= 0.19 and a <= 0.21, "
                                   "not a >= 0.2 and a <= 0.2",
                       .fix = options.region.kind == sensitivity::RegionKind::spread
                                  ? "leave a little room between requirements that meet, and between them and the ends that "
                                    "--spread sets to each weight"
                                  : "leave a little room between requirements that meet"}};
    const auto walk = sensitivity::walk_made(grid, options.region, options.scenarios, options.seed);
    options.effective_size = walk.effective_size;
    return report::walk_view(walk);
}

}  // namespace je::study
