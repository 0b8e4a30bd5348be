// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/levels.hpp"

#include <algorithm>

#include "je/base/decimal.hpp"
#include "je/numerics/parallel.hpp"
#include "sensitivity/level_steps.hpp"
#include "sensitivity/total_chances.hpp"

namespace je::sensitivity {

namespace {

using scoring::Direction;

/// Looks at one job after another.
class LevelsLook {
public:
    LevelsLook(const model::Scheme& scheme, const model::BandTable& table, const LevelsOptions& options)
        : scheme_{scheme}, table_{table}, options_{options}, steps_{scheme, table} {
        if (options.uncertainty) chances_.emplace(scheme, table, *options.uncertainty);
    }

    void look_at(const LevelsJob& job, JobLevels& out) {
        const model::Answers& answers = *job.answers;
        scoring::score_into(score_, scheme_, &table_, answers);
        if (!score_.complete || score_.has_errors()) {
            if (chances_)
                out.chances = numerics::Result<LevelChances>::none(
                    score_.complete ? "the job's levels break a rule of the scheme" : "the job is not complete");
            return;
        }
        steps_.add_one_step(answers, score_, out);
        if (options_.pairs) steps_.add_pairs(answers, score_, options_.keep_pairs, out);
        if (chances_) out.chances = chances_->of(job.id, answers, score_);
        if (options_.changes.max_factors == 0) return;
        out.raise = smallest_changes(answers, Direction::raise);
        out.lower = smallest_changes(answers, Direction::lower);
        out.raise_and_lose = smallest_changes(answers, Direction::raise_and_lose);
    }

private:
    [[nodiscard]] scoring::FoundChanges smallest_changes(const model::Answers& answers, Direction direction) const {
        return scoring::smallest_changes(scheme_, table_, answers, score_, direction, options_.changes);
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const LevelsOptions& options_;
    LevelSteps steps_;
    std::optional<TotalChances> chances_;
    scoring::Score score_;
};

}  // namespace

std::optional<AdjacentLevels> parse_adjacent(std::string_view text) {
    constexpr std::string_view word = "adjacent:";
    if (!text.starts_with(word)) return std::nullopt;
    text.remove_prefix(word.size());
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto chance = base::parse_share(text.substr(0, comma));
    const auto ends = text.substr(comma);
    if (!chance || *chance > base::Decimal::from_whole(1)) return std::nullopt;
    if (!ends.empty() && ends != ",ends=stay" && ends != ",ends=inward") return std::nullopt;
    return AdjacentLevels{*chance, ends == ",ends=stay"};
}

std::vector<JobLevels> look_at_levels(const model::Scheme& scheme, const model::BandTable& table,
                                      std::span<const LevelsJob> jobs, const LevelsOptions& options) {
    std::vector<JobLevels> result(jobs.size());
    numerics::for_ranges(jobs.size(), options.threads, [&](std::size_t first, std::size_t last) {
        LevelsLook look{scheme, table, options};
        for (std::size_t i = first; i < last; ++i) look.look_at(jobs[i], result[i]);
    });
    return result;
}

}  // namespace je::sensitivity
