// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "commands/seen_jobs.hpp"
#include "commands/sensitivity_jobs.hpp"
#include "commands/sensitivity_parts.hpp"
#include "commands/sensitivity_sinks.hpp"
#include "console.hpp"
#include "files_read.hpp"
#include "je/render/json.hpp"
#include "je/report/sensitivity_shard.hpp"
#include "je/report/public_view.hpp"
#include "tool_info.hpp"

namespace je::tool {

namespace {

constexpr std::size_t jobs_at_once = 1024;

/// What the least weight leaves nothing of, and shares that must be exact and cannot.
void check_region(const sensitivity::Grid& grid, const SensitivityOptions& asked) {
    const auto& region = asked.weights.region;
    const auto factors = static_cast<std::int64_t>(grid.factors());
    if (region.least_weight.units() * factors >= base::Decimal::units_per_one && region.least_weight > base::Decimal{})
        throw UsageError{{.id = "JE-U78",
                          .message = fmt::format("--min-weight {} leaves no room: {} factors would have all the weight",
                                                 region.least_weight.to_string(), factors),
                          .expected = fmt::format("less than 1/{} for each factor", factors),
                          .fix = "give a smaller --min-weight"}};
    if (asked.weights.method == sensitivity::Method::exact && !region.required.empty())
        throw UsageError{{.id = "JE-U79",
                          .message = "the shares of a region that --require cuts have no exact form here",
                          .expected = "--method auto or sampled; totals and bands that the region reaches are exact anyway",
                          .fix = "leave --method out to sample them"}};
    if (asked.weights.method == sensitivity::Method::exact && !sensitivity::has_exact_shares(grid, region))
        throw UsageError{
            {.id = "JE-U79",
             .message = fmt::format("the shares of Dirichlet weights with concentration {} have no exact form here",
                                    region.concentration.to_string()),
             .expected = "a concentration that makes each parameter (concentration times base weight) a whole number",
             .fix = "leave --method out to sample them, or give such a concentration"}};
}

void put_jobs(const StudiedJobs& studied, const SensitivityOptions& asked, const sensitivity::Tally& tally,
              const sensitivity::LevelsOptions& levels_asked, const std::vector<report::FactorNameView>& factors,
              SensitivitySink& sink, Console& console) {
    const auto& grid = *studied.grid;
    for (std::size_t first = 0; first < studied.jobs.size(); first += jobs_at_once) {
        const std::size_t count = std::min(jobs_at_once, studied.jobs.size() - first);
        const std::span points = std::span{studied.points}.subspan(first * grid.factors(), count * grid.factors());
        const auto weights = asked.with_weights ? sensitivity::weigh(grid, points, asked.weights, tally, first)
                                                : std::vector<sensitivity::JobWeights>{};
        auto levels = asked.with_levels ? levels_part(studied, first, count, levels_asked) : std::vector<report::LevelsView>{};
        for (std::size_t j = 0; j < count; ++j) {
            auto view = studied.view(first + j);
            if (asked.with_levels) view.levels = std::move(levels[j]);
            if (asked.with_weights) view.weights = report::weights_view(weights[j], *studied.scheme->bands, grid, factors);
            if (asked.joint)
                view.joint = report::joint_view(sensitivity::joint_job(tally, first + j, asked.weights.effective_size),
                                                *studied.scheme->bands, grid);
            sink.job(std::move(view));
        }
        console.progress(first + count);
    }
}

/// In place of those asked for, when the result is of no use.
constexpr std::uint64_t tried_scenarios = 10;

/// Whether writing to one would write over the other; two may share a pipe or a device.
bool is_one_file(const std::string& a, const std::string& b) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::exists(a, error) && !fs::is_regular_file(a, error)) return false;
    if (fs::equivalent(a, b, error)) return true;
    const auto whole = [&error](const std::string& path) { return fs::weakly_canonical(fs::absolute(path), error); };
    return whole(a) == whole(b) && !error;
}

void refuse_one_file_for_both(const std::optional<std::string>& output, const std::optional<std::string>& draws) {
    if (!output || !draws || !is_one_file(*output, *draws)) return;
    throw UsageError{{.id = "JE-G15",
                      .message = fmt::format("--draws '{}' is the file that --output names", *draws),
                      .expected = "a file for the result and another for the scenarios",
                      .fix = "give another --draws"}};
}

/// Neither --output nor --draws names a file to be read, so far as these are known before anything is read.
void protect_named(const SensitivityOptions& asked, const CommonOptions& common, std::vector<FoundFile> files) {
    for (const auto& also : {asked.other_bands, asked.level_uncertainty}) {
        if (also) files.push_back({*also, *also});
    }
    protect_inputs(common, files);
    CommonOptions drawn = common;
    drawn.output = asked.draws;
    protect_inputs(drawn, files, "draws");
}

/// What is about all jobs together.
void add_whole(const StudiedJobs& studied, const SensitivityOptions& asked, Inputs& inputs, report::SensitivityTail& tail,
               base::Diagnostics& said) {
    if (asked.with_factors) tail.factors = factors_part(studied, asked);
    if (asked.with_floors) tail.floors = floors_part(studied, asked, inputs, said);
}

}  // namespace

std::vector<Option> SensitivityCommand::options() const {
    return joined({{{"scheme", "NAME|FILE"}, {"as-of", "DATE"}},
                   job_options(),
                   sensitivity_options(),
                   pair_options(),
                   audience_options(),
                   format_options(),
                   file_options()});
}

void SensitivityCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    asked_ = read_sensitivity(given);
    pairs_ = read_pairs(given);
    required_ = read_requirements(given, asked_.weights.region);
    if (!pairs_.empty() || !required_.empty()) asked_.with_weights = true;
    refuse_one_file_for_both(common_.output, asked_.draws);
    if (asked_.other_bands) common_.bands = given.values("bands").front();
    if (report::hides_comparators(common_.audience)) refuse_panel_view("sensitivity");
    require_arguments(given, "sensitivity", "jobs: questionnaires, CSV files or folders");
    arguments_ = given.arguments();
}

report::SensitivityHead SensitivityCommand::head_of(const StudiedJobs& studied, const Sampling* sampling) const {
    report::SensitivityHead head;
    head.as_of = common_.as_of;
    if (!studied.scheme) return head;
    head.scheme = studied.scheme->info;
    head.bands = studied.scheme->bands_info;
    head.jobs = studied.jobs.size();
    if (!studied.grid) return head;
    head.factors = report::factor_names(*studied.scheme->scheme, *studied.grid);
    if (asked_.with_weights || asked_.joint) {
        head.region = report::region_view(asked_.weights.region);
        head.region->required = report::requirements_view(asked_.weights.region, *studied.grid);
    }
    if (asked_.with_weights && sensitivity::shares_are_exact(*studied.grid, asked_.weights))
        head.share_error = sensitivity::exact_share_error;
    if (sampling->needed()) head.sampling = {asked_.weights.scenarios, asked_.weights.seed, walk_};
    return head;
}

void SensitivityCommand::write_result(const StudiedJobs& studied, Sampling* sampling, Inputs& inputs, base::Diagnostics& said,
                                      Console& console) {
    Output output{common_};
    const auto sink = make_sensitivity_sink(common_.format, output, common_.width);
    auto head = head_of(studied, sampling);
    sensitivity::Tally tally;
    if (sampling != nullptr && sampling->needed()) {
        tally = supplied_ ? supplied_->tally : sampling->count(console);
        if (!studied.jobs.empty()) head.joint = sampling->joint_head(tally);
        sampling->write_draws(common_);
    }
    if (studied.grid && !studied.jobs.empty()) head.pairs = compare(studied, pairs_, asked_.weights);
    sink->begin(head);
    report::SensitivityTail tail;
    if (studied.grid) {
        put_jobs(studied, asked_, tally, levels_options(studied, asked_, inputs, said), head.factors, *sink, console);
        add_whole(studied, asked_, inputs, tail, said);
    }
    tail.errors = studied.errors;
    tail.left_out = studied.left_out_counts;
    tail.errors_not_listed = studied.errors_not_listed;
    tail.inputs = inputs.files();
    tail.tool = tool_info(common_);
    if (report::hides_texts(common_.audience)) report::make_public(tail.inputs);
    sink->end(tail);
    output.finish();
}

void SensitivityCommand::write_shard(const StudiedJobs& studied, Sampling* sampling, const Inputs& inputs,
                                     Console& console) const {
    report::SensitivityShard shard;
    const auto range = asked_.shard->range(asked_.weights.scenarios);
    shard.shard = asked_.shard->number;
    shard.of = asked_.shard->of;
    shard.first = range.first;
    shard.last = range.last;
    shard.jobs = studied.jobs.size();
    Output output{common_};
    if (sampling != nullptr) {
        shard.tally = sampling->count(console);
        sampling->write_draws(common_);
    }
    shard.inputs = inputs.files();
    CommonOptions whole = common_;  // a shard is for je merge, which needs the arguments
    whole.audience = report::Audience::record;
    whole.stamp = false;
    shard.tool = tool_info(whole);
    output.write(render::json(shard));
    output.finish();
}

ExitStatus SensitivityCommand::run() {
    Console console{common_};
    base::Diagnostics said;
    const auto files = find_files(arguments_, said);
    protect_named(asked_, common_, files);
    CommonOptions reading = common_;
    if (asked_.shard || supplied_) reading.format = Format::json;  // with checksums
    Inputs inputs{reading};
    StudiedJobs studied = study_jobs(files, inputs, asked_.with_levels);
    refuse_what_was_read(common_.output);
    refuse_what_was_read(asked_.draws, "draws");
    said.append(studied.said);
    std::optional<Sampling> sampling;
    base::Diagnostics unfit;
    if (studied.grid) {
        require_weights(studied, required_, asked_.weights.region);
        check_region(*studied.grid, asked_);
        walk_ = prepare_walk(*studied.grid, asked_.weights);
        if (common_.captured) asked_.max_scenarios = common_.captured->max_scenarios;
        sampling.emplace(studied, asked_);
        if (common_.captured && common_.captured->trial)
            asked_.weights.scenarios = std::min(asked_.weights.scenarios, tried_scenarios);
        if (supplied_) unfit = sampling->check(*supplied_, inputs.files());
    }
    said.append(unfit);
    if (asked_.shard)
        write_shard(studied, sampling ? &*sampling : nullptr, inputs, console);
    else if (!unfit.has_errors())
        write_result(studied, sampling ? &*sampling : nullptr, inputs, said, console);
    said.append(studied.left_out);
    console.report(said);
    return console.finish();
}

}  // namespace je::tool
