// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "study/job_scoring.hpp"
#include "study/outcome.hpp"
#include "study/sensitivity/jobs.hpp"
#include "study/sensitivity/parts.hpp"
#include "study/sensitivity/sampling.hpp"

namespace je::study {

namespace {

constexpr std::size_t jobs_at_once = 1024;
constexpr std::uint64_t tried_scenarios = 10;  // in place of those asked for, when the result is of no use

/// What the least weight leaves nothing of, and shares that must be exact and cannot.
void check_region(const sensitivity::Grid& grid, const sensitivity::WeightsOptions& weights) {
    const auto& region = weights.region;
    const auto factors = static_cast<std::int64_t>(grid.factors());
    if (region.least_weight.units() * factors >= base::Decimal::units_per_one && region.least_weight > base::Decimal{})
        refuse("JE-U78",
               fmt::format("--min-weight {} leaves no room: {} factors would have all the weight",
                           region.least_weight.to_string(), factors),
               fmt::format("less than 1/{} for each factor", factors), "give a smaller --min-weight");
    if (weights.method == sensitivity::Method::exact && region.required)
        refuse("JE-U79", "the shares of a region that --require cuts have no exact form here",
               "--method auto or sampled; totals and bands that the region reaches are exact anyway",
               "leave --method out to sample them");
    if (weights.method == sensitivity::Method::exact && !sensitivity::has_exact_shares(grid, region))
        refuse("JE-U79",
               fmt::format("the shares of Dirichlet weights with concentration {} have no exact form here",
                           region.concentration.to_string()),
               "a concentration that makes each parameter (concentration times base weight) a whole number",
               "leave --method out to sample them, or give such a concentration");
}

/// One run: reads, checks what was asked, samples, and hands on the result.
class SensitivityRun {
public:
    SensitivityRun(io::Source& source, std::span<const std::string> files, const Options& options,
                   const SensitivityOptions& what, const ShardOptions* shard, const Control& control)
        : options_{options},
          what_{what},
          shard_{shard},
          control_{control},
          inputs_{source, options, control, shard != nullptr || what.supplied} {
        if (report::hides_comparators(options.audience)) throw Refusal{no_panel_view("sensitivity")};
        what_.weights.threads = control.threads;
        const auto found = find_files(source, files, diagnostics);
        studied_ = read_studied_jobs(found, inputs_, what.with_levels || what.parts_by_default);
        diagnostics.append(studied_.diagnostics);
        if (studied_.by_rules) keep_to_levels();
        if (studied_.grid) prepare();
    }

    /// Whether a supplied tally is of another run; why was said.
    [[nodiscard]] bool is_unfit() const { return unfit_; }

    void write(SensitivityReceiver& receiver) {
        auto head = head_now();
        sensitivity::Tally tally;
        if (sampling_ && sampling_->needed()) {
            tally = what_.supplied ? what_.supplied->tally : sampling_->count();
            if (!studied_.jobs.empty()) head.joint = sampling_->joint_head(tally);
            sampling_->list_draws();
        }
        if (studied_.grid && !studied_.jobs.empty()) head.pairs = compare_pairs(studied_, what_.pairs, what_.weights);
        receiver.begin(head);
        report::SensitivityTail tail;
        if (studied_.by_rules) put_levels(receiver);
        if (studied_.grid) {
            put_jobs(tally, head.factors, receiver);
            if (what_.with_factors) tail.factors = factors_part(studied_, what_, control_.threads);
            if (what_.with_floors) tail.floors = floors_part(studied_, what_, inputs_, diagnostics);
            if (!weightings_.empty()) tail.weightings = weightings_part(studied_, weightings_, diagnostics);
        }
        tail.errors = studied_.errors;
        tail.left_out = studied_.left_out_counts;
        tail.errors_not_listed = studied_.errors_not_listed;
        tail.inputs = inputs_.files();
        tail.tool = options_.tool;
        if (report::hides_texts(options_.audience)) report::make_public(tail);
        receiver.end(tail);
    }

    [[nodiscard]] report::SensitivityShard count_shard() {
        report::SensitivityShard counted;
        const auto range = range_of(*shard_, what_.weights.scenarios);
        counted.shard = shard_->number;
        counted.of = shard_->of;
        counted.first = range.first;
        counted.last = range.last;
        counted.jobs = studied_.jobs.size();
        if (sampling_) {
            counted.tally = sampling_->count();
            sampling_->list_draws();
        }
        counted.inputs = inputs_.files_as_named();
        counted.tool = options_.tool;
        return counted;
    }

    /// All that was said, that of jobs which the audience may not see last.
    void tell(base::Diagnostics& out) {
        diagnostics.append(studied_.left_out);
        out.append(diagnostics);
    }

    base::Diagnostics diagnostics;

private:
    /// What is about the one band of each total has no meaning where bands overlap.
    void keep_to_overlaps() {
        const auto refuse_if = [](bool asked, std::string_view what) {
            if (asked) throw Refusal{no_one_band(what)};
        };
        refuse_if(what_.factors_first, "what single factors do to bands (--factors)");
        refuse_if(what_.with_floors, "what moved floors do (--floors)");
        refuse_if(what_.joint.has_value(), "joint scenarios (--joint)");
        refuse_if(what_.weight || what_.weightings, "other weightings (--weight, --weightings)");
        refuse_if(what_.weights.central, "central weights (--central)");
        if (!what_.with_factors) return;
        what_.with_factors = false;
        diagnostics.note({.id = "JE-J64",
                          .message = "the bands overlap, so what single factors do to bands is left out: no total has one band",
                          .fix = "nothing; shares, critical changes and --levels go by the bands that hold a total"});
    }

    /// A scheme without points has levels alone.
    void keep_to_levels() {
        const auto refuse_if = [&](bool asked, std::string_view option) {
            if (asked) refuse_without_points(*studied_.scheme->scheme, option);
        };
        const bool asked = !what_.parts_by_default;
        refuse_if(asked && what_.with_weights, "weights");
        refuse_if(asked && what_.with_factors, "factors");
        refuse_if(asked && what_.with_floors, "floors");
        refuse_if(what_.joint.has_value(), "joint");
        refuse_if(what_.weight.has_value(), "weight");
        refuse_if(what_.weightings.has_value(), "weightings");
        refuse_if(!what_.pairs.empty(), "pair");
        refuse_if(!what_.required.empty(), "require");
        refuse_if(shard_ != nullptr, "shard");
        what_.with_weights = what_.with_factors = what_.with_floors = false;
        what_.with_levels = true;
    }

    void put_levels(SensitivityReceiver& receiver) {
        const auto asked = levels_options(studied_, what_, control_.threads, inputs_, diagnostics);
        for (std::size_t first = 0; first < studied_.jobs.size(); first += jobs_at_once) {
            stop_if_cancelled(control_);
            const std::size_t count = std::min(jobs_at_once, studied_.jobs.size() - first);
            auto levels = levels_part(studied_, first, count, asked);
            for (std::size_t j = 0; j < count; ++j) {
                auto view = studied_.view(first + j);
                view.levels = std::move(levels[j]);
                receiver.job(std::move(view));
            }
            if (control_.progress) control_.progress({Progress::Of::jobs, first + count, studied_.jobs.size()});
        }
    }

    /// What the options ask for that the scheme does not bear is refused here.
    void prepare() {
        if (studied_.scheme->bands->overlaps()) keep_to_overlaps();
        weightings_ = weightings_asked(studied_, what_, inputs_, diagnostics);
        require_weights(studied_, what_.required, what_.weights.region);
        check_region(*studied_.grid, what_.weights);
        walk_ = prepare_walk(*studied_.grid, what_.weights);
        sampling_.emplace(studied_, what_, shard_, control_);
        if (what_.trial) what_.weights.scenarios = std::min(what_.weights.scenarios, tried_scenarios);
        if (!what_.supplied) return;
        const auto unfit = sampling_->check(*what_.supplied, inputs_.files_as_named());
        unfit_ = unfit.has_errors();
        diagnostics.append(unfit);
    }

    [[nodiscard]] report::SensitivityHead head_now() const {
        report::SensitivityHead head;
        head.as_of = options_.as_of;
        if (!studied_.scheme) return head;
        head.scheme = studied_.scheme->info;
        head.bands = studied_.scheme->bands_info;
        head.jobs = studied_.jobs.size();
        if (!studied_.grid) return head;
        head.factors = report::factor_names(*studied_.scheme->scheme, *studied_.grid);
        head.dependent_points = report::dependent_points_text(*studied_.scheme->scheme);
        const bool has_shares = what_.with_weights || !what_.pairs.empty();
        if (has_shares || what_.joint) {
            head.region = report::region_view(what_.weights.region);
            head.region->required = report::requirements_view(what_.weights.region, *studied_.grid);
        }
        if (has_shares && sensitivity::shares_are_exact(*studied_.grid, what_.weights))
            head.share_error = sensitivity::exact_share_error;
        if (sampling_->needed()) head.sampling = {what_.weights.scenarios, what_.weights.seed, walk_};
        return head;
    }

    void put_jobs(const sensitivity::Tally& tally, const std::vector<report::FactorNameView>& factors,
                  SensitivityReceiver& receiver) {
        const auto& grid = *studied_.grid;
        const model::BandTable& bands = *studied_.scheme->bands;
        const auto levels_asked = levels_options(studied_, what_, control_.threads, inputs_, diagnostics);
        for (std::size_t first = 0; first < studied_.jobs.size(); first += jobs_at_once) {
            stop_if_cancelled(control_);
            const std::size_t count = std::min(jobs_at_once, studied_.jobs.size() - first);
            const std::span points = std::span{studied_.points}.subspan(first * grid.factors(), count * grid.factors());
            const auto chosen = studied_.chosen(first, count);
            const auto weights = what_.with_weights ? sensitivity::weigh(grid, points, what_.weights, tally, first, chosen)
                                                    : std::vector<sensitivity::JobWeights>{};
            auto levels =
                what_.with_levels ? levels_part(studied_, first, count, levels_asked) : std::vector<report::LevelsView>{};
            for (std::size_t j = 0; j < count; ++j) {
                auto view = studied_.view(first + j);
                if (what_.with_levels) view.levels = std::move(levels[j]);
                if (what_.with_weights) view.weights = report::weights_view(weights[j], bands, grid, factors);
                if (what_.joint)
                    view.joint =
                        report::joint_view(sensitivity::joint_job(tally, first + j, what_.weights.effective_size), bands, grid);
                receiver.job(std::move(view));
            }
            if (control_.progress) control_.progress({Progress::Of::jobs, first + count, studied_.jobs.size()});
        }
    }

    const Options& options_;
    SensitivityOptions what_;
    const ShardOptions* shard_;
    const Control& control_;
    Inputs inputs_;
    StudiedJobs studied_;
    std::vector<sensitivity::Weighting> weightings_;  // beside the scheme's own
    std::optional<Sampling> sampling_;
    std::optional<report::WalkView> walk_;  // when scenarios are walked to
    bool unfit_ = false;
};

class GatheredSensitivity : public SensitivityReceiver {
public:
    void begin(const report::SensitivityHead& head) override { result.head = head; }
    void job(report::SensitivityJob&& job) override { result.jobs.push_back(std::move(job)); }
    void end(const report::SensitivityTail& tail) override { result.tail = tail; }

    report::SensitivityResult result;
};

}  // namespace

Outcome<Done> sensitivity(io::Source& source, std::span<const std::string> files, const Options& options,
                          const SensitivityOptions& what, SensitivityReceiver& receiver, const Control& control) {
    return outcome_of<Done>([&](auto& outcome) {
        SensitivityRun run{source, files, options, what, nullptr, control};
        if (!run.is_unfit()) {
            run.write(receiver);
            outcome.result.emplace();
        }
        run.tell(outcome.diagnostics);
    });
}

Outcome<report::SensitivityResult> sensitivity(io::Source& source, std::span<const std::string> files, const Options& options,
                                               const SensitivityOptions& what, const Control& control) {
    GatheredSensitivity gathered;
    auto done = sensitivity(source, files, options, what, gathered, control);
    Outcome<report::SensitivityResult> outcome{{}, std::move(done.diagnostics), std::move(done.refused), done.cancelled};
    if (done.result) outcome.result = std::move(gathered.result);
    return outcome;
}

Outcome<report::SensitivityShard> sensitivity_shard(io::Source& source, std::span<const std::string> files,
                                                    const Options& options, const SensitivityOptions& what,
                                                    const ShardOptions& shard, const Control& control) {
    return outcome_of<report::SensitivityShard>([&](auto& outcome) {
        SensitivityRun run{source, files, options, what, &shard, control};
        outcome.result = run.count_shard();
        run.tell(outcome.diagnostics);
    });
}

}  // namespace je::study
