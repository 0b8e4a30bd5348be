// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity_sampling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>

#include "exit_status.hpp"
#include "je/numerics/fraction.hpp"
#include "je/render/document.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

using numerics::Int128;
using sensitivity::Tally;

/// A weight of whole 2^-32 with ten digits after the point, rounded half up.
void append_weight(std::string& out, std::uint64_t weight) {
    constexpr std::uint64_t digits = 10'000'000'000;
    const auto rounded = static_cast<std::uint64_t>(((Int128{weight} * digits) + (Int128{1} << 31)) >> 32);
    fmt::format_to(std::back_inserter(out), ",{}.{:010}", rounded / digits, rounded % digits);
}

/// ", about 12 s left", once a twentieth is done; it is shown on a terminal and is in no result.
std::string time_left(std::chrono::steady_clock::time_point begun, std::uint64_t done, std::uint64_t all) {
    if (done * 20 < all) return {};
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    return fmt::format(", about {:.0f} s left", taken.count() / static_cast<double>(done) * static_cast<double>(all - done));
}

/// Each row of `width` falls, or stays, from `most` down.
bool fall(const std::vector<std::uint64_t>& list, std::size_t width, std::uint64_t most) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::uint64_t before = i % width == 0 ? most : list[i - 1];
        if (list[i] > before) return false;
    }
    return true;
}

std::string checksum_of(const std::vector<report::InputFile>& files, const std::string& name) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const report::InputFile& f) { return f.name == name; });
    return found == files.end() ? std::string{} : found->sha256;
}

}  // namespace

Sampling::Sampling(const StudiedJobs& studied, const SensitivityOptions& asked) : studied_{studied}, asked_{asked} {
    const auto& weights = asked.weights;
    const bool exact = sensitivity::shares_are_exact(*studied.grid, weights);
    options_ = {.region = weights.region,
                .seed = weights.seed,
                .shares = asked.with_weights && (!exact || weights.central),
                .central = asked.with_weights && weights.central,
                .joint = {},
                .threads = weights.threads,
                .progress = {}};
    if (asked.joint)
        options_.joint = {asked.joint->levels.value_or(sensitivity::AdjacentLevels{}),
                          asked.joint->floor_shift.units() / studied.grid->step()};
    check_options();
}

void Sampling::check_options() const {
    constexpr std::int64_t most_shift = 1'000'000'000;
    constexpr std::uint64_t most_central = std::uint64_t{1} << 31;
    const auto step = base::Decimal::from_units(studied_.grid->step());
    if (asked_.joint && (asked_.joint->floor_shift.units() % step.units() != 0 || options_.joint->floor_shift > most_shift))
        refuse("JE-G13",
               fmt::format("--floor-shift {} is not a whole number of steps of {} points",
                           asked_.joint->floor_shift.to_string(), step.to_string()),
               fmt::format("a multiple of {}, which all points and floors here are, and at most 1000000000 of them",
                           step.to_string()),
               fmt::format("write for example --floor-shift {}", step.to_string()));
    const Int128 squares = Int128{studied_.jobs.size()} * Int128{studied_.jobs.size()} * Int128{asked_.weights.scenarios};
    if ((options_.central && asked_.weights.scenarios > most_central) || (options_.joint && squares >= Int128{1} << 64))
        refuse("JE-G14",
               fmt::format("{} scenarios of {} jobs are too many to count in", asked_.weights.scenarios, studied_.jobs.size()),
               "at most 2147483648 for --central; for --joint, jobs squared times scenarios below 18446744073709551616",
               "give fewer --scenarios; a standard error falls with the root of their number alone");
    check_work();
    if (needed() || !(asked_.shard || asked_.draws)) return;
    refuse(
        "JE-G12", fmt::format("{} means nothing here: nothing is sampled", asked_.shard ? "--shard" : "--draws"),
        "a run with sampled parts: --joint, --central, --require, --method sampled, or Dirichlet weights without an exact form",
        fmt::format("leave {} out: the exact results take no scenarios", asked_.shard ? "--shard" : "--draws"));
}

/// What a stored result may ask for: some seconds, unless more scenarios are allowed.
void Sampling::check_work() const {
    if (!needed() || !asked_.max_scenarios) return;
    const Int128 each = options_.joint ? 100 : 2000;  // jobs for which all allowed scenarios may be drawn
    const Int128 asked = Int128{studied_.jobs.size()} * Int128{asked_.weights.scenarios};
    if (asked <= each * Int128{*asked_.max_scenarios}) return;
    refuse("JE-V12",
           fmt::format("this result was made with {} scenarios of {} jobs", asked_.weights.scenarios, studied_.jobs.size()),
           fmt::format(
               "at most {} scenarios of {} jobs, or as many of other numbers of them, which is what je verify is told to allow",
               *asked_.max_scenarios, static_cast<std::uint64_t>(each)),
           fmt::format("if that is a run you would make yourself, give je verify --max-scenarios {}",
                       static_cast<std::uint64_t>((asked + each - 1) / each)));
}

numerics::ScenarioRange Sampling::range() const { return asked_.shard.value_or(ShardAsked{}).range(asked_.weights.scenarios); }

Tally Sampling::count(Console& console) {
    const auto begun = std::chrono::steady_clock::now();
    std::uint64_t shown = 101;
    options_.progress = [&](std::uint64_t done, std::uint64_t all) {
        const std::uint64_t percent = 100 * done / all;
        if (percent != shown)
            console.doing(fmt::format("sampling: {} % of {} scenarios{}", percent, all, time_left(begun, done, all)));
        shown = percent;
    };
    return sensitivity::tally(*studied_.grid,
                              {.points = studied_.points, .levels = studied_.levels, .scheme = studied_.scheme->scheme.get()},
                              range(), options_);
}

void Sampling::write_draws(const CommonOptions& common) const {
    if (!asked_.draws) return;
    CommonOptions where = common;
    where.output = asked_.draws;
    Output output{where, std::nullopt};
    std::vector<report::Column> columns{{"scenario", "Scenario"}};
    for (const auto& factor : report::factor_names(*studied_.scheme->scheme, *studied_.grid))
        columns.push_back({factor.id, factor.name});
    if (options_.joint) columns.push_back({"floor_shift", "Floor shift"});
    output.write(render::csv_header(columns));
    std::string line;
    sensitivity::list_scenarios(
        *studied_.grid, range(), options_,
        [&](std::uint64_t scenario, std::span<const std::uint64_t> weights, std::int64_t shift) {
            line = std::to_string(scenario);
            for (const std::uint64_t weight : weights) append_weight(line, weight);
            if (options_.joint) line.append(",").append(base::Decimal::from_units(shift * studied_.grid->step()).to_string());
            line.append("\n");
            output.write(line);
        });
    output.finish();
}

bool Sampling::fits(const Tally& tally) const {
    const std::size_t starts = studied_.grid->ladder().starts.size();
    const Tally empty = sensitivity::empty_tally(*studied_.grid, studied_.jobs.size(), options_);
    for (const auto& [name, list] : Tally::lists()) {
        if ((tally.*list).size() != (empty.*list).size()) return false;
    }
    const std::uint64_t n = tally.scenarios;
    const std::uint64_t changing = std::accumulate(tally.changing.begin(), tally.changing.end(), std::uint64_t{0});
    return n == asked_.weights.scenarios && fall(tally.at_or_above, starts, n) && fall(tally.joint_at_or_above, starts, n) &&
           std::all_of(tally.ranks.begin(), tally.ranks.end(), [&](std::uint64_t times) { return times <= n; }) &&
           (tally.changing.empty() || changing == n);
}

base::Diagnostics Sampling::check(const SuppliedTally& supplied, const std::vector<report::InputFile>& inputs) const {
    base::Diagnostics said;
    for (const report::InputFile& before : supplied.inputs) {
        if (checksum_of(inputs, before.name) == before.sha256) continue;
        said.error({.id = "JE-G09",
                    .message = fmt::format("'{}' is not what the shards were made from", before.name),
                    .expected = fmt::format("the file with the SHA-256 checksum {}", before.sha256),
                    .fix = "merge in the same folder, with the files as they were; or make the shards again"});
    }
    if (said.has_errors() || (supplied.jobs == studied_.jobs.size() && fits(supplied.tally))) return said;
    said.error({.id = "JE-G11",
                .message = "the counts in the shards are not those of the run that their arguments describe",
                .expected = fmt::format("counts of {} jobs in {} scenarios", studied_.jobs.size(), asked_.weights.scenarios),
                .fix = "make the shards again"});
    return said;
}

std::optional<report::JointHeadView> Sampling::joint_head(const Tally& tally) const {
    if (!asked_.joint) return std::nullopt;
    const auto& levels = asked_.joint->levels;
    return report::joint_head(sensitivity::joint_summary(tally, asked_.weights.effective_size),
                              levels ? adjacent_levels_text(*levels) : std::string{}, asked_.joint->floor_shift);
}

}  // namespace je::tool
