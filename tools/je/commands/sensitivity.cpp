// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "commands/sensitivity_jobs.hpp"
#include "commands/sensitivity_parts.hpp"
#include "commands/sensitivity_sinks.hpp"
#include "console.hpp"
#include "je/report/public_view.hpp"
#include "tool_info.hpp"

namespace je::tool {

namespace {

constexpr std::size_t jobs_at_once = 1024;

[[noreturn]] void refuse_panel_view() {
    throw UsageError{
        {.id = "JE-U65",
         .message = "je sensitivity shows the totals of all jobs, which the view of a sitting panel masks",
         .expected = "--audience appellant, union or public, or none",
         .fix = "use je compare --audience panel, which shows a panel the levels of other jobs without their totals"}};
}

report::SensitivityHead head_of(const StudiedJobs& studied, const SensitivityOptions& asked, const CommonOptions& common) {
    report::SensitivityHead head;
    head.as_of = common.as_of;
    if (!studied.scheme) return head;
    head.scheme = studied.scheme->info;
    head.bands = studied.scheme->bands_info;
    head.jobs = studied.jobs.size();
    if (!studied.grid) return head;
    head.factors = report::factor_names(*studied.scheme->scheme, *studied.grid);
    if (!asked.with_weights) return head;
    head.region = report::region_view(asked.weights.region);
    head.region->required = report::requirements_view(asked.weights.region, *studied.grid);
    const bool exact = asked.weights.method != sensitivity::Method::sampled &&
                       sensitivity::has_exact_shares(*studied.grid, asked.weights.region);
    if (!exact) head.sampling = {asked.weights.scenarios, asked.weights.seed, {}};
    return head;
}

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

void put_jobs(const StudiedJobs& studied, const SensitivityOptions& asked, const sensitivity::LevelsOptions& levels_asked,
              const std::vector<report::FactorNameView>& factors, SensitivitySink& sink, Console& console) {
    const auto& grid = *studied.grid;
    for (std::size_t first = 0; first < studied.jobs.size(); first += jobs_at_once) {
        const std::size_t count = std::min(jobs_at_once, studied.jobs.size() - first);
        const std::span points = std::span{studied.points}.subspan(first * grid.factors(), count * grid.factors());
        const auto weights =
            asked.with_weights ? sensitivity::weigh(grid, points, asked.weights) : std::vector<sensitivity::JobWeights>{};
        auto levels = asked.with_levels ? levels_part(studied, first, count, levels_asked) : std::vector<report::LevelsView>{};
        for (std::size_t j = 0; j < count; ++j) {
            auto view = studied.view(first + j);
            if (asked.with_levels) view.levels = std::move(levels[j]);
            if (asked.with_weights) view.weights = report::weights_view(weights[j], *studied.scheme->bands, grid, factors);
            sink.job(std::move(view));
        }
        console.progress(first + count);
    }
}

/// What is about all jobs together.
void add_whole(const StudiedJobs& studied, const SensitivityOptions& asked, Inputs& inputs, report::SensitivityTail& tail,
               base::Diagnostics& said) {
    if (asked.with_factors) tail.factors = factors_part(studied, asked);
    if (asked.with_floors) tail.floors = floors_part(studied, asked, inputs, said);
}

base::Diagnostics left_out_note(std::size_t jobs) {
    base::Diagnostics said;
    if (jobs == 0) return said;
    said.note(
        {.id = "JE-U66",
         .message = fmt::format("{} left out of the public view: {} a single post-holder",
                                jobs == 1 ? "one job is" : fmt::format("{} jobs are", jobs), jobs == 1 ? "it has" : "each has"),
         .fix = "use another --audience for those who may see them"});
    return said;
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
    constexpr std::array formats{Format::text, Format::markdown, Format::csv, Format::json};
    common_ = read_common(given, formats);
    asked_ = read_sensitivity(given);
    pairs_ = read_pairs(given);
    required_ = read_requirements(given, asked_.weights.region);
    if (!pairs_.empty() || !required_.empty()) asked_.with_weights = true;
    if (asked_.other_bands) common_.bands = given.values("bands").front();
    if (report::hides_comparators(common_.audience)) refuse_panel_view();
    require_arguments(given, "sensitivity", "jobs: questionnaires, CSV files or folders");
    arguments_ = given.arguments();
}

ExitStatus SensitivityCommand::run() {
    Console console{common_};
    base::Diagnostics said;
    const auto files = find_files(arguments_, said);
    protect_inputs(common_, files);
    Inputs inputs{common_};
    StudiedJobs studied = study_jobs(files, inputs, asked_.with_levels);
    said.append(studied.said);
    std::optional<report::WalkView> walk;
    if (studied.grid) {
        require_weights(studied, required_, asked_.weights.region);
        check_region(*studied.grid, asked_);
        walk = prepare_walk(*studied.grid, asked_.weights);
    }
    Output output{common_};
    const auto sink = make_sensitivity_sink(common_.format, output);
    auto head = head_of(studied, asked_, common_);
    if (head.sampling) head.sampling->walk = walk;
    if (studied.grid && !studied.jobs.empty()) head.pairs = compare(studied, pairs_, asked_.weights);
    sink->begin(head);
    if (studied.grid) put_jobs(studied, asked_, levels_options(studied, asked_, inputs, said), head.factors, *sink, console);
    report::SensitivityTail tail;
    if (studied.grid) add_whole(studied, asked_, inputs, tail, said);
    tail.errors = studied.errors;
    tail.errors_not_listed = studied.errors_not_listed;
    tail.inputs = inputs.files();
    tail.tool = tool_info(common_);
    if (report::hides_texts(common_.audience)) report::make_public(tail.inputs);
    sink->end(tail);
    output.finish();
    console.report(said);
    console.report(left_out_note(studied.left_out));
    return console.finish();
}

}  // namespace je::tool
