// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "je/base/text.hpp"
#include "report/figures.hpp"
#include "report/sensitivity/percent.hpp"
#include "report/sensitivity/sensitivity_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

Text always(const std::string& above, const std::string& below, double least, double most) {
    const bool is_one = std::round(100 * least) == std::round(100 * most);  // as shown
    return say("{} outscores {} whatever the weights of this region, with {} points more (exact).", above, below,
               is_one ? Text{Estimate{most, 2}} : Text{Range{Estimate{least, 2}, Estimate{most, 2}}});
}

/// "clerk outscores porter for 97.2 % of these weights, porter clerk for 2.8 % (exact)."
Text pair_in_words(const PairView& pair) {
    if (pair.equal_everywhere)
        return say("{} and {} have the same total whatever the weights of this region (exact).", pair.a, pair.b);
    if (pair.a_above == 1 && pair.difference_min >= 0) return always(pair.a, pair.b, pair.difference_min, pair.difference_max);
    if (pair.b_above == 1 && pair.difference_max <= 0)
        return always(pair.b, pair.a, -pair.difference_max, -pair.difference_min);
    const Text how = pair.standard_error ? say("sampled, standard error {}", fixed_share(*pair.standard_error)) : Text{"exact"};
    return say(
        "{} outscores {} for {} of these weights, {} outscores {} for {} ({}); {} has from {} points less to {} more than {} "
        "(exact).",
        pair.a, pair.b, Share{pair.a_above}, pair.b, pair.a, Share{pair.b_above}, how, pair.a,
        Estimate{std::max(0.0, -pair.difference_min), 2}, Estimate{std::max(0.0, pair.difference_max), 2}, pair.b);
}

class SensitivityPages {
public:
    SensitivityPages(Document& document, const SensitivityResult& result) : document_{document}, result_{result} {}

    void add() {
        add_head();
        const auto& factors = result_.tail.factors;
        const bool factors_first = factors && factors->first && shows_factors();
        if (factors_first) add_factor_blocks(document_, *factors);
        add_base();
        if (result_.jobs.size() > sensitivity_in_full) {
            add_job_list(document_, result_);
            add_not_shown();
            add_joint_blocks(document_, result_);
        } else {
            add_joint_blocks(document_, result_);
            for (const SensitivityJob& job : result_.jobs) add_job(job);
        }
        if (factors && !factors_first && shows_factors()) add_factor_blocks(document_, *factors);
        if (result_.tail.floors) add_floor_blocks(document_, *result_.tail.floors);
        if (!result_.tail.weightings.empty()) add_weighting_blocks(document_, result_.tail.weightings);
        if (result_.tail.left_out.any()) paragraph(jobs_in_words(result_.tail.left_out));
        add_meaning();
    }

private:
    [[nodiscard]] bool shows_factors() const { return result_.jobs.size() > 1 || only_factors(); }
    [[nodiscard]] bool only_factors() const {
        return !result_.head.region && !result_.tail.floors && !result_.jobs.empty() && !result_.jobs.front().levels;
    }
    void paragraph(Text text) { document_.add(Paragraph{std::move(text)}); }
    [[nodiscard]] bool has_points() const { return !result_.head.scheme || result_.head.scheme->has_points(); }

    void add_not_shown() {
        if (result_.jobs_not_shown == 0) return;
        document_.add(Caution{say(
            has_points() ? "A page shows {} jobs, those nearest to an edge of their band. {} more were looked at and are not "
                           "shown: --format csv or json has all."
                         : "A page shows the first {} jobs. {} more were looked at and are not shown: --format csv or json "
                           "has all.",
            result_.jobs.size(), result_.jobs_not_shown)});
    }

    void add_head() {
        const SensitivityHead& head = result_.head;
        document_.begin("firmness", 1, "How firm the bands are");
        if (head.scheme) {
            add_scheme(document_, *head.scheme, head.bands, head.as_of);
        }
        if (result_.jobs.empty()) return paragraph("No job could be looked at.");
        add_left_out();
        if (head.region) add_broken(*head.region);
        if (!head.dependent_points.empty()) paragraph(head.dependent_points);
        if (!has_points())
            paragraph("This scheme has no points, so no weights or floors: what follows is about what other levels would do.");
    }

    /// What was given too, and why nothing is said of it.
    void add_left_out() {
        const auto& errors = result_.tail.errors;
        if (errors.empty()) return;
        paragraph(has_points() ? "Left out, since nothing can be said of what weights do to them:"
                               : "Left out, since nothing can be said of what other levels do to them:");
        Bullets bullets;
        for (const ErrorEntry& one : errors) bullets.items.emplace_back(Content{one.message});
        if (result_.tail.errors_not_listed > 0) bullets.items.push_back(say("and {} more", result_.tail.errors_not_listed));
        document_.add(std::move(bullets));
    }

    void add_base() {
        const SensitivityHead& head = result_.head;
        if (result_.jobs.empty()) return;
        Table base{.caption = has_points() ? "The base case: the scheme's own weights" : "The bands as they are",
                   .columns = {{"id", "Job", Role::id},
                               {"title", "Title", Role::name},
                               {"total", "Total", Role::points},
                               {"band", "Band", Role::band},
                               {"above_floor", "Above floor", Role::points},
                               {"to_next", "To next", Role::points}}};
        if (result_.jobs.size() <= sensitivity_in_full) {
            for (const SensitivityJob& job : result_.jobs)
                base.rows.push_back({Name{job.id, "", has_section(job) ? "job-" + job.id : ""}, job.title, job.total,
                                     band_now(job), value_or(job.above_floor), value_or(job.to_next)});
            document_.add(std::move(base));
        }
        add_moved_by_rules();
        if (head.region) add_region(*head.region);
        std::vector<Text> pairs;
        for (const PairView& pair : head.pairs) pairs.push_back(pair_in_words(pair));
        if (!pairs.empty()) document_.add(Bullets{std::move(pairs)});
    }

    /// Which of the two bands of a job all that follows is about.
    void add_moved_by_rules() {
        const auto moved = static_cast<std::size_t>(std::count_if(
            result_.jobs.begin(), result_.jobs.end(), [](const auto& job) { return job.band_after_rules.has_value(); }));
        if (moved == 0) return;
        paragraph(say(
            "Rules of the scheme put {} into another band than the points do. Shares, break-points and margins here are about "
            "bands by points, and so is what moves of floors would do; what other levels would do is about the bands that "
            "result.",
            counted(moved, "job", "jobs")));
    }

    void add_region(const RegionView& region) {
        paragraph(say("The region: {}.", region.text));
        if (region.required.empty()) return;
        if (const auto& sampling = result_.head.sampling; sampling && sampling->walk)
            paragraph(say(
                "Shares are sampled: {} scenarios, seed {}, by hit-and-run in chains of 512, each after {} steps of burn-in "
                "and {} steps apart; they tell as much as {} independent ones (effective sample size), from which the "
                "standard errors are.",
                sampling->scenarios, sampling->seed, sampling->walk->burn_in, sampling->walk->thinning,
                sampling->walk->effective_size));
        paragraph(
            "What is said of this region keeps to what is required: totals, bands and shares. How far weights can move before "
            "a band changes, one weight at a time and the smallest change are about all weights.");
    }

    /// Before all else: the scheme itself may not be in the region that is looked at.
    void add_broken(const RegionView& region) {
        std::vector<std::string> broken;
        for (const RequirementView& one : region.required) {
            if (!one.met_now) broken.push_back(one.text);
        }
        if (!broken.empty())
            paragraph(say("The scheme's own weights do not meet {}: the base case lies outside of the region.",
                          base::quoted_list(broken)));
    }

    [[nodiscard]] static bool has_section(const SensitivityJob& job) { return job.weights || job.levels; }

    void add_job(const SensitivityJob& job) {
        if (!has_section(job)) return;
        document_.begin("job-" + job.id, 2, job.title.empty() ? Text{job.id} : say("{} ({})", job.title, job.id));
        paragraph(standing(job));
        if (job.weights) {
            document_.add(Bullets{weights_in_words(job, result_.head)});
            add_one_at_a_time(job);
            document_.add(intervals_of(job));
            if (!result_.head.bands.overlaps) document_.add(shares_of(job));  // which may add up to more than a bar
        }
        if (!result_.head.bands.overlaps || &job == &result_.jobs.front())  // bands that overlap are a table, the same for all
            add_band_ladder(document_, "job-" + job.id + "-ladder", result_.head.bands,
                            {{job.id, Content{Points{job.total}}, job.band_after_rules.value_or("")}}, standing(job));
        add_central_blocks(document_, job, result_.head);
        add_joint_blocks(document_, job, result_.head);
        if (job.levels) add_level_blocks(document_, *job.levels);
    }

    /// Where the band holds as one weight moves: drawn in the rows of the table of single weights.
    [[nodiscard]] static Figure intervals_of(const SensitivityJob& job) {
        return {"job-" + job.id + "-weights",
                Figure::Kind::intervals,
                job.is_open() ? say("How far each weight alone can go while {} stays in the bands that hold its total.", job.id)
                              : say(job.band_after_rules ? "How far each weight alone can go while {} stays in {} by points."
                                                         : "How far each weight alone can go while {} stays in {}.",
                                    job.id, band_in_words(job.band)),
                {},
                one_at_a_time_id(job)};
    }
    [[nodiscard]] static std::string one_at_a_time_id(const SensitivityJob& job) { return "job-" + job.id + "-one-at-a-time"; }

    /// What part of the region is in which band.
    [[nodiscard]] static Figure shares_of(const SensitivityJob& job) {
        Table table{.columns = {{"what", "Job", Role::id}}, .rows = {{job.id}}};
        for (const BandShare& one : job.weights->acceptability) {
            table.columns.push_back({"band:" + one.band.value_or(""), band_in_words(one.band), Role::share});
            table.rows.front().push_back(share_in_words(one));
        }
        return {"job-" + job.id + "-shares", Figure::Kind::shares,
                say(job.band_after_rules ? "The share of the region in which {} is in each band by points."
                                         : "The share of the region in which {} is in each band.",
                    job.id),
                std::move(table)};
    }

    [[nodiscard]] static Text standing(const SensitivityJob& job) {
        if (job.levels && !job.levels->has_points) return say("The job is in {}.", band_in_words(job.band));
        Text text =
            say("{} points, {}", job.total, job.is_open() ? say("bands {}", band_now(job)) : Text{band_in_words(job.band)});
        if (job.above_floor) text += say(", {} above its floor", *job.above_floor);
        if (job.to_next) text += say(", {} short of band {}", *job.to_next, Band{job.next_band});
        if (job.band_after_rules)
            text += say(". A rule of the scheme puts it into band {}; what follows is about points alone",
                        Band{job.band_after_rules});
        return text + ".";
    }

    [[nodiscard]] static Text holding(const SensitivityJob& job) {
        if (job.is_open()) return "These bands hold";
        if (!job.band) return "No band holds";
        return say(job.band_after_rules ? "Band {} by points holds" : "Band {} holds", Band{job.band});
    }

    void add_one_at_a_time(const SensitivityJob& job) {
        Table table{.id = one_at_a_time_id(job),
                    .caption = "One weight at a time, the others keeping their proportions (exact)",
                    .columns = {{"factor", "Factor", Role::name},
                                {"now", "Weight now", Role::share},
                                {"range", holding(job)},
                                {"below", "Below that"},
                                {"above", "Above that"}}};
        const auto holds = [](const OneWeightView& one) {  // rounded so that it holds there
            return Range{percent_share(one.holds_from_percent), percent_share(one.holds_to_percent)};
        };
        for (const OneWeightView& one : job.weights->one_at_a_time) {
            const auto beside = [](const std::optional<WeightEdgeView>& edge) {
                return edge ? Content{band_in_words(edge->band)} : Content{Nothing{Reason::no_way}};
            };
            table.rows.push_back(
                {Name{one.name, one.short_name}, fixed_share(one.weight), holds(one), beside(one.below), beside(one.above)});
        }
        document_.add(std::move(table));
    }

    void add_meaning() {
        if (result_.jobs.empty() || !result_.head.region) return;
        if (result_.head.region->rescale == numerics::Rescale::none)
            paragraph("Single weights and smallest changes are about weights that sum to 1, the largest total kept.");
        Text text{"A band that did not change within a region did not change there, and nothing more is said."};
        text += result_.head.joint ? " Outside the joint scenarios levels and floors stay as they are"
                                   : " Where weights move, levels and floors stay as they are";
        text += ", and a total equal to a floor has reached it.";
        if (!result_.jobs.front().levels) text += " What other levels would do is for --levels and for je explain.";
        paragraph(std::move(text));
        if (result_.head.share_error)
            paragraph(say("A share called exact is worked out, not sampled: it is right to within {}.",
                          fixed_share(*result_.head.share_error, 7)));
    }

    Document& document_;
    const SensitivityResult& result_;
};

}  // namespace

Document sensitivity_document(const SensitivityResult& result) {
    Document document;
    SensitivityPages{document, result}.add();
    if (result.head.scheme && !result.head.scheme->has_points()) document.leave_out_points();
    return document;
}

}  // namespace je::report
