// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "je/base/text.hpp"
#include "je/report/sensitivity_result.hpp"
#include "report/sensitivity/sensitivity_list.hpp"
#include "report/sensitivity/sensitivity_words.hpp"

namespace je::report {

namespace {

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
            add_joint_blocks(document_, result_);
            add_not_shown();
        } else {
            add_joint_blocks(document_, result_);
            for (const SensitivityJob& job : result_.jobs) add_job(job);
        }
        if (factors && !factors_first && shows_factors()) add_factor_blocks(document_, *factors);
        if (result_.tail.floors) add_floor_blocks(document_, *result_.tail.floors);
        if (result_.tail.left_out.any()) paragraph(jobs_in_words(result_.tail.left_out));
        add_meaning();
    }

private:
    [[nodiscard]] bool shows_factors() const { return result_.jobs.size() > 1 || only_factors(); }
    [[nodiscard]] bool only_factors() const {
        return !result_.head.region && !result_.tail.floors && !result_.jobs.empty() && !result_.jobs.front().levels;
    }
    void heading(int level, std::string text) { document_.blocks.emplace_back(Heading{level, std::move(text)}); }
    void paragraph(std::string text) { document_.blocks.emplace_back(Paragraph{std::move(text)}); }

    void add_not_shown() {
        if (result_.jobs_not_shown == 0) return;
        document_.blocks.emplace_back(Caution{fmt::format(
            "A page shows {} jobs, those nearest to an edge of their band. {} more were looked at and are not shown: "
            "--format csv or json has all.",
            result_.jobs.size(), result_.jobs_not_shown)});
    }

    void add_head() {
        const SensitivityHead& head = result_.head;
        heading(1, "How firm the bands are");
        if (head.scheme) {
            for (Block& block : scheme_blocks(*head.scheme, head.bands, head.as_of))
                document_.blocks.push_back(std::move(block));
        }
        if (result_.jobs.empty()) return paragraph("No job could be looked at.");
        if (head.region) add_broken(*head.region);
    }

    void add_base() {
        const SensitivityHead& head = result_.head;
        if (result_.jobs.empty()) return;
        Table base{.caption = "The base case: the scheme's own weights",
                   .columns = {{"id", "Job"},
                               {"title", "Title"},
                               {"total", "Total", Align::right},
                               {"band", "Band"},
                               {"above_floor", "Above floor", Align::right},
                               {"to_next", "To next", Align::right}},
                   .rows = {}};
        if (result_.jobs.size() <= sensitivity_in_full) {
            for (const SensitivityJob& job : result_.jobs)
                base.rows.push_back({job.id, job.title, job.total, band_now(job), cell_or_nothing(job.above_floor),
                                     cell_or_nothing(job.to_next)});
            document_.blocks.push_back(std::move(base));
        }
        if (head.region) add_region(*head.region);
        std::vector<std::string> pairs;
        for (const PairView& pair : head.pairs) pairs.push_back(in_words(pair));
        if (!pairs.empty()) document_.blocks.emplace_back(Bullets{std::move(pairs)});
    }

    void add_region(const RegionView& region) {
        paragraph(fmt::format("The region: {}.", region.text));
        if (region.required.empty()) return;
        if (const auto& sampling = result_.head.sampling; sampling && sampling->walk)
            paragraph(in_words(*sampling->walk, sampling->scenarios, sampling->seed));
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
            paragraph(fmt::format("The scheme's own weights do not meet {}: the base case lies outside of the region.",
                                  base::quoted_list(broken)));
    }

    void add_job(const SensitivityJob& job) {
        if (!job.weights && !job.levels) return;
        heading(2, job.title.empty() ? job.id : fmt::format("{} ({})", job.title, job.id));
        paragraph(standing(job));
        if (job.weights) {
            document_.blocks.emplace_back(Bullets{weights_in_words(job, result_.head)});
            add_one_at_a_time(job);
        }
        add_central_blocks(document_, job, result_.head);
        add_joint_blocks(document_, job, result_.head);
        if (job.levels) add_level_blocks(document_, *job.levels);
    }

    [[nodiscard]] static std::string standing(const SensitivityJob& job) {
        std::string text = fmt::format("{} points, {}", job.total.to_string(), band_in_words(job.band));
        if (job.above_floor) text.append(fmt::format(", {} above its floor", job.above_floor->to_string()));
        if (job.to_next) text.append(fmt::format(", {} short of band {}", job.to_next->to_string(), job.next_band));
        if (!job.band_after_rules.empty())
            text.append(fmt::format(". A rule of the scheme puts it into band {}; what follows is about points alone",
                                    job.band_after_rules));
        return text.append(".");
    }

    void add_one_at_a_time(const SensitivityJob& job) {
        Table table{.caption = "One weight at a time, the others keeping their proportions (exact)",
                    .columns = {{"factor", "Factor"},
                                {"weight", "Weight now", Align::right},
                                {"holds", fmt::format("{} holds", capital(band_in_words(job.band)))},
                                {"below", "Below that"},
                                {"above", "Above that"}},
                    .rows = {}};
        for (const OneWeightView& one : job.weights->one_at_a_time) {
            const auto beside = [](const std::optional<WeightEdgeView>& edge) {
                return edge ? band_in_words(edge->band) : std::string{"-"};
            };
            table.rows.push_back(
                {one.name, fmt::format("{:.2f} %", 100 * one.weight), one.holds, beside(one.below), beside(one.above)});
        }
        document_.blocks.push_back(std::move(table));
    }

    [[nodiscard]] static std::string capital(std::string text) {
        if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
            text.front() = static_cast<char>(text.front() - 'a' + 'A');
        return text;
    }

    void add_meaning() {
        if (result_.jobs.empty() || !result_.head.region) return;
        if (result_.head.region->rescale == "none")
            paragraph("Single weights and smallest changes are about weights that sum to 1, the largest total kept.");
        std::string text{"A band that did not change within a region did not change there, and nothing more is said."};
        text += result_.head.joint ? " Outside the joint scenarios levels and floors stay as they are"
                                   : " Where weights move, levels and floors stay as they are";
        text += ", and a total equal to a floor has reached it.";
        if (!result_.jobs.front().levels) text += " What other levels would do is for --levels and for je explain.";
        paragraph(std::move(text));
        if (result_.head.share_error)
            paragraph(fmt::format("A share called exact is worked out, not sampled: it is right to within {:.7f} %.",
                                  100 * *result_.head.share_error));
    }

    Document& document_;
    const SensitivityResult& result_;
};

}  // namespace

Document sensitivity_document(const SensitivityResult& result) {
    Document document;
    SensitivityPages{document, result}.add();
    return document;
}

}  // namespace je::report
