// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/ask_next.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "je/scoring/trees.hpp"
#include "scoring/shared_facts.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;

/// Looks for what to ask about one job.
class Asking {
public:
    Asking(const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers, const Score& score)
        : scheme_{scheme},
          table_{table},
          answers_{answers},
          score_{score},
          asked_{asked_facts(scheme, answers, score.factors)} {}

    [[nodiscard]] AskNext ask() {
        AskNext next{.band_settled = table_ != nullptr && prospect_of(score_).band_count() == 1, .questions = {}};
        if (score_.has_errors()) return next;
        for (std::size_t i = 0; i < scheme_.factors().size(); ++i) {
            const FactorIndex factor{i};
            if (score_.factors[i].level) continue;
            if (auto question = question_of(factor)) next.questions.push_back(*std::move(question));
        }
        std::stable_sort(next.questions.begin(), next.questions.end(), asks_before);
        return next;
    }

private:
    [[nodiscard]] std::optional<NextQuestion> question_of(FactorIndex factor) {
        if (scheme_[factor].tree == nullptr) return levels_of(factor);
        const auto stops_at = walk(scheme_, answers_, factor).stops_at;
        if (!stops_at || score_.factors[factor.value()].stated) return std::nullopt;
        const model::Question& question = (*scheme_[factor].tree)[*stops_at];
        if (question.fact) return fact_of(factor, *stops_at, *question.fact);
        NextQuestion next{.factor = factor, .question = stops_at, .answers = {}};
        for (std::size_t option = 0; option < question.options.size(); ++option) {
            model::Answers with = answers_;
            with.questions.set(factor, {*stops_at, option});
            add(next, {{factor, stops_at, option}}, prospect(with));
        }
        return next;
    }

    /// A factor without questions is asked for its level.
    [[nodiscard]] std::optional<NextQuestion> levels_of(FactorIndex factor) {
        if (score_.factors[factor.value()].stated) return std::nullopt;
        NextQuestion next{.factor = factor, .answers = {}};
        for (std::size_t level = 0; level < scheme_[factor].levels.size(); ++level) {
            model::Answers with = answers_;
            with.levels[factor.value()] = LevelIndex{level};
            if (const auto left = prospect_without_error(with)) add(next, {{factor, std::nullopt, level}}, *left);
        }
        return next;
    }

    /// Once for all factors without a level that the fact may answer.
    [[nodiscard]] std::optional<NextQuestion> fact_of(FactorIndex factor, model::QuestionIndex question,
                                                      model::FactIndex fact) {
        const auto about = std::find_if(asked_.begin(), asked_.end(), [&](const AskedFact& one) { return one.fact == fact; });
        if (about == asked_.end() || about->asked.empty()) return std::nullopt;
        const std::vector<FactorQuestion> asked = std::exchange(about->asked, {});
        NextQuestion next{.factor = factor, .question = question, .fact = fact, .answers = {}};
        for (const FactOutcome& outcome : outcomes_of(scheme_, fact, asked)) {
            std::vector<NextOption> options;
            for (std::size_t i = 0; i < asked.size(); ++i)
                options.push_back({asked[i].factor, asked[i].question, outcome.options[i]});
            add(next, std::move(options), prospect_of_values(fact, outcome.values));
        }
        return next;
    }

    /// Values that no question tells apart, but other rules do: what any of them leaves.
    [[nodiscard]] Prospect prospect_of_values(model::FactIndex fact, const std::vector<model::FactValue>& values) {
        std::optional<Prospect> all;
        for (const model::FactValue& value : values) {
            model::Answers with = answers_;
            with.facts[fact.value()] = value;
            const Prospect one = prospect(with);
            all ? all->take(one) : static_cast<void>(all = one);
        }
        return all.value();
    }

    [[nodiscard]] Prospect prospect(const model::Answers& answers) {
        score_into(scored_, scheme_, table_, answers);
        return prospect_of(scored_);
    }

    [[nodiscard]] std::optional<Prospect> prospect_without_error(const model::Answers& answers) {
        const Prospect left = prospect(answers);
        return scored_.has_errors() ? std::nullopt : std::optional{left};
    }

    static void add(NextQuestion& question, std::vector<NextOption> options, const Prospect& left) {
        question.answers.push_back({left, std::move(options)});
        question.bands_at_most = std::max(question.bands_at_most, left.band_count());
        question.width_at_most = std::max(question.width_at_most, left.width());
    }

    /// Means are compared as exact fractions.
    static bool asks_before(const NextQuestion& a, const NextQuestion& b) {
        const auto bands = [](const NextQuestion& one) {
            std::size_t sum = 0;
            for (const NextAnswer& answer : one.answers) sum += answer.band_count();
            return sum;
        };
        const auto width = [](const NextQuestion& one) {
            std::int64_t sum = 0;
            for (const NextAnswer& answer : one.answers) sum += answer.width().value().units();
            return sum;
        };
        const auto n = [](const NextQuestion& one) { return one.answers.size(); };
        const auto m = [](const NextQuestion& one) { return static_cast<std::int64_t>(one.answers.size()); };
        return std::tuple{a.bands_at_most, bands(a) * n(b), a.width_at_most, width(a) * m(b)} <
               std::tuple{b.bands_at_most, bands(b) * n(a), b.width_at_most, width(b) * m(a)};
    }

    const model::Scheme& scheme_;
    const model::BandTable* table_;
    const model::Answers& answers_;
    const Score& score_;
    Score scored_;
    std::vector<AskedFact> asked_;  // those that have not been asked about yet have questions
};

}  // namespace

void Prospect::take(const Prospect& other) {
    total_min = std::min(total_min, other.total_min);
    total_max = std::max(total_max, other.total_max);
    std::vector<model::BandIndex> both;
    std::set_union(bands.begin(), bands.end(), other.bands.begin(), other.bands.end(), std::back_inserter(both));
    bands = std::move(both);
    may_be_in_none = may_be_in_none || other.may_be_in_none;
}

Prospect prospect_of(const Score& score) {
    Prospect left{score.total_min, score.total_max, {}, score.may_be_in_none};
    if (!score.bands.empty() && (!score.complete || score.band_is_open())) {
        left.bands = score.bands;
        return left;
    }
    left.may_be_in_none = left.may_be_in_none || !score.band_min || !score.band_max;
    const model::BandOrNone lowest = score.band_min ? score.band_min : score.band_max;
    lowest.visit([&](model::BandIndex low) {
        const model::BandIndex high = score.band_max.value_or(low);
        for (std::size_t i = low.value(); i <= high.value(); ++i) left.bands.emplace_back(i);
    });
    return left;
}

AskNext ask_next(const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers,
                 const Score& score) {
    return Asking{scheme, table, answers, score}.ask();
}

}  // namespace je::scoring
