// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity/sampling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "numerics/exact/fraction.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

using numerics::Int128;
using sensitivity::Tally;

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

/// "adjacent:0.1", "adjacent:0.1,ends=stay".
std::string adjacent_levels_text(const sensitivity::AdjacentLevels& levels) {
    return fmt::format("adjacent:{}{}", levels.chance.to_string(), levels.ends_stay ? ",ends=stay" : "");
}

}  // namespace

numerics::ScenarioRange range_of(const ShardOptions& shard, std::uint64_t scenarios) {
    const auto before = [&](std::uint64_t shards) { return static_cast<std::uint64_t>(Int128{scenarios} * shards / shard.of); };
    return {before(shard.number - 1), before(shard.number)};
}

Sampling::Sampling(const StudiedJobs& studied, const SensitivityOptions& what, const ShardOptions* shard,
                   const Control& control)
    : studied_{studied}, what_{what}, shard_{shard}, control_{control} {
    const auto& weights = what.weights;
    const bool exact = sensitivity::shares_are_exact(*studied.grid, weights);
    options_ = {.region = weights.region,
                .seed = weights.seed,
                .shares = what.with_weights && (!exact || weights.central),
                .central = what.with_weights && weights.central,
                .joint = {},
                .threads = control.threads,
                .progress = {}};
    if (what.joint)
        options_.joint = {what.joint->levels.value_or(sensitivity::AdjacentLevels{}),
                          what.joint->floor_shift.units() / studied.grid->step()};
    check_options();
}

void Sampling::check_options() const {
    constexpr std::int64_t most_shift = 1'000'000'000;
    constexpr std::uint64_t most_central = std::uint64_t{1} << 31;
    const auto step = base::Decimal::from_units(studied_.grid->step());
    if (what_.joint && (what_.joint->floor_shift.units() % step.units() != 0 || options_.joint->floor_shift > most_shift))
        refuse("JE-G13",
               fmt::format("--floor-shift {} is not a whole number of steps of {} points", what_.joint->floor_shift.to_string(),
                           step.to_string()),
               fmt::format("a multiple of {}, which all points and floors here are, and at most 1000000000 of them",
                           step.to_string()),
               fmt::format("write for example --floor-shift {}", step.to_string()));
    const Int128 squares = Int128{studied_.jobs.size()} * Int128{studied_.jobs.size()} * Int128{what_.weights.scenarios};
    if ((options_.central && what_.weights.scenarios > most_central) || (options_.joint && squares >= Int128{1} << 64))
        refuse("JE-G14",
               fmt::format("{} scenarios of {} jobs are too many to count in", what_.weights.scenarios, studied_.jobs.size()),
               "at most 2147483648 for --central; for --joint, jobs squared times scenarios below 18446744073709551616",
               "give fewer --scenarios; a standard error falls with the root of their number alone");
    check_work();
    if (needed() || !(shard_ != nullptr || what_.draws != nullptr)) return;
    refuse(
        "JE-G12", fmt::format("{} means nothing here: nothing is sampled", shard_ != nullptr ? "--shard" : "--draws"),
        "a run with sampled parts: --joint, --central, --require, --method sampled, or Dirichlet weights without an exact form",
        fmt::format("leave {} out: the exact results take no scenarios", shard_ != nullptr ? "--shard" : "--draws"));
}

/// What a stored result may ask for: some seconds, unless more scenarios are allowed.
void Sampling::check_work() const {
    if (!needed() || !what_.max_scenarios) return;
    const Int128 each = options_.joint ? 100 : 2000;  // jobs for which all allowed scenarios may be drawn
    const Int128 asked = Int128{studied_.jobs.size()} * Int128{what_.weights.scenarios};
    if (asked <= each * Int128{*what_.max_scenarios}) return;
    refuse("JE-V12",
           fmt::format("this result was made with {} scenarios of {} jobs", what_.weights.scenarios, studied_.jobs.size()),
           fmt::format(
               "at most {} scenarios of {} jobs, or as many of other numbers of them, which is what je verify is told to allow",
               *what_.max_scenarios, static_cast<std::uint64_t>(each)),
           fmt::format("if that is a run you would make yourself, give je verify --max-scenarios {}",
                       static_cast<std::uint64_t>((asked + each - 1) / each)));
}

numerics::ScenarioRange Sampling::range() const {
    return range_of(shard_ == nullptr ? ShardOptions{} : *shard_, what_.weights.scenarios);
}

Tally Sampling::count() {
    options_.progress = [this](std::uint64_t done, std::uint64_t all) {
        stop_if_cancelled(control_);
        if (control_.progress) control_.progress({Progress::Of::scenarios, done, all});
    };
    return sensitivity::tally(*studied_.grid,
                              {.points = studied_.points, .levels = studied_.levels, .scheme = studied_.scheme->scheme.get()},
                              range(), options_);
}

void Sampling::list_draws() const {
    if (what_.draws == nullptr) return;
    what_.draws->begin(report::factor_names(*studied_.scheme->scheme, *studied_.grid), options_.joint.has_value());
    sensitivity::list_scenarios(*studied_.grid, range(), options_,
                                [&](std::uint64_t scenario, std::span<const std::uint64_t> weights, std::int64_t shift) {
                                    what_.draws->scenario(scenario, weights,
                                                          base::Decimal::from_units(shift * studied_.grid->step()));
                                });
    what_.draws->end();
}

bool Sampling::fits(const Tally& tally) const {
    const std::size_t starts = studied_.grid->ladder().starts.size();
    const Tally empty = sensitivity::empty_tally(*studied_.grid, studied_.jobs.size(), options_);
    for (const auto& [name, list] : Tally::lists()) {
        if ((tally.*list).size() != (empty.*list).size()) return false;
    }
    const std::uint64_t n = tally.scenarios;
    const std::uint64_t changing = std::accumulate(tally.changing.begin(), tally.changing.end(), std::uint64_t{0});
    return n == what_.weights.scenarios && fall(tally.at_or_above, starts, n) && fall(tally.joint_at_or_above, starts, n) &&
           std::all_of(tally.ranks.begin(), tally.ranks.end(), [&](std::uint64_t times) { return times <= n; }) &&
           (tally.changing.empty() || changing == n);
}

base::Diagnostics Sampling::check(const SuppliedTally& supplied, const std::vector<report::InputFile>& inputs) const {
    base::Diagnostics diagnostics;
    for (const report::InputFile& before : supplied.inputs) {
        if (checksum_of(inputs, before.name) == before.sha256) continue;
        diagnostics.error({.id = "JE-G09",
                           .message = fmt::format("'{}' is not what the shards were made from", before.name),
                           .expected = fmt::format("the file with the SHA-256 checksum {}", before.sha256),
                           .fix = "merge in the same folder, with the files as they were; or make the shards again"});
    }
    if (diagnostics.has_errors() || (supplied.jobs == studied_.jobs.size() && fits(supplied.tally))) return diagnostics;
    diagnostics.error(
        {.id = "JE-G11",
         .message = "the counts in the shards are not those of the run that their arguments describe",
         .expected = fmt::format("counts of {} jobs in {} scenarios", studied_.jobs.size(), what_.weights.scenarios),
         .fix = "make the shards again"});
    return diagnostics;
}

std::optional<report::JointHeadView> Sampling::joint_head(const Tally& tally) const {
    if (!what_.joint) return std::nullopt;
    const auto& levels = what_.joint->levels;
    return report::joint_head(sensitivity::joint_summary(tally, what_.weights.effective_size),
                              levels ? std::optional{adjacent_levels_text(*levels)} : std::nullopt, what_.joint->floor_shift);
}

}  // namespace je::study
