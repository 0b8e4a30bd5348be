// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/weighed_scores.hpp"

#include <algorithm>
#include <utility>

#include "report/explain/explain_parts.hpp"
#include "report/sensitivity/views.hpp"
#include "scoring/rules.hpp"
#include "study/job_scoring.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

using model::Points;
using numerics::Fraction;

/// The ten-thousandths that a total has reached: it is at or above a floor exactly when these are.
Points reached(const Fraction& total) { return Points{base::Decimal::from_units(total.floor_units(1))}; }

}  // namespace

WeighedScores::WeighedScores(const OtherWeights& given, const SchemeInUse& scheme, base::Diagnostics& diagnostics)
    : WeighedScores{weighting_of(given, *scheme.scheme, diagnostics), scheme} {}

WeighedScores::WeighedScores(const sensitivity::Weighting& weighting, const SchemeInUse& scheme)
    : scheme_{&scheme}, points_{*scheme.scheme, weighting} {
    if (scheme_->bands != nullptr && scheme_->bands->overlaps())
        throw Refusal{no_one_band("bands under other weights (--weight)")};
    if (scheme_->bands != nullptr) ladder_ = sensitivity::ladder_of(*scheme_->bands);
    head_ = report::weighting_head(*scheme_->scheme, weighting,
                                   sensitivity::distance_from(sensitivity::own_weighting(*scheme_->scheme), weighting),
                                   points_.largest_total());
}

WeighedScores::Weighed WeighedScores::weigh(const scoring::Score& score, const model::Answers& answers) const {
    std::vector<Points> lowest, highest;
    Weighed weighed;
    for (const scoring::UnitScore& unit : score.units) {
        lowest.push_back(unit.lowest);
        highest.push_back(unit.highest);
        weighed.complete = weighed.complete && unit.points;
    }
    const auto is_known = [](const scoring::FactorScore& factor) { return factor.level.has_value(); };
    weighed.complete = weighed.complete && std::all_of(score.factors.begin(), score.factors.end(), is_known);
    weighed.lowest = points_.total(lowest);
    weighed.highest = points_.total(highest);
    if (scheme_->bands != nullptr) find_bands(weighed, score, answers);
    return weighed;
}

void WeighedScores::find_bands(Weighed& weighed, const scoring::Score& score, const model::Answers& answers) const {
    weighed.band_lowest = weighed.points_lowest = ladder_.band_of(ladder_.rung_of(weighed.lowest));
    weighed.band_highest = weighed.points_highest = ladder_.band_of(ladder_.rung_of(weighed.highest));
    const auto level_of = [&](model::FactorIndex factor) -> const std::optional<model::LevelIndex>& {
        return score.factors[factor.value()].level;
    };
    const auto asked = scoring::ask_band_rules(*scheme_->scheme, *scheme_->bands, level_of, answers.facts);
    if (scoring::raises(asked.certain, *scheme_->bands, reached(weighed.lowest))) weighed.band_lowest = *asked.certain.band;
    if (scoring::raises(asked.possible, *scheme_->bands, reached(weighed.highest))) {
        weighed.band_highest = *asked.possible.band;
        weighed.rule = asked.possible.rule;
    }
    if (!scheme_->scheme->band_rules().empty())
        weighed.complete = weighed.complete && weighed.band_lowest == weighed.band_highest;
}

base::Decimal WeighedScores::shown(std::size_t unit, base::Decimal points) const {
    return sensitivity::shown_total(points_.of(unit, Points{points}));
}

template <class Row>
void WeighedScores::put_points(Row& row, std::size_t unit) const {
    for (auto* points : {&row.points, &row.points_min, &row.points_max}) {
        if (*points) *points = shown(unit, **points);
    }
}

/// Totals and margins, which a job has under any kind of result.
template <class Job>
void WeighedScores::put_totals(Job& job, const Weighed& weighed) const {
    job.complete = weighed.complete;
    job.total_min = sensitivity::shown_total(weighed.lowest);
    job.total_max = sensitivity::shown_total(weighed.highest);
    job.total_exact = weighed.complete ? report::exact_total(weighed.highest) : std::nullopt;
    job.no_band = job.no_band_between = std::nullopt;
    job.above_floor = job.to_next = std::nullopt;
    if (scheme_->bands == nullptr) return;
    const model::BandTable& table = *scheme_->bands;
    if (!weighed.band_lowest || !weighed.band_highest)
        job.no_band = report::why_no_band(table, reached(weighed.band_lowest ? weighed.highest : weighed.lowest));
    if (!weighed.complete) return;
    const auto in_units = [](Points floor) { return Fraction{floor.value().units()}; };
    weighed.points_highest.visit([&](model::BandIndex band) {
        job.above_floor = sensitivity::shown_total(weighed.highest - in_units(table[band].floor));
    });
    table.next_above(reached(weighed.highest)).visit([&](model::BandIndex next) {
        job.to_next = sensitivity::shown_total(in_units(table[next].floor) - weighed.highest);
    });
}

void WeighedScores::put_into(report::ScoredJob& job, const scoring::Score& score, const model::Answers& answers) const {
    const Weighed weighed = weigh(score, answers);
    put_totals(job, weighed);
    const auto units = scheme_->scheme->units();
    for (report::ScoredFactor& row : job.factors) {
        const auto unit = std::find_if(units.begin(), units.end(), [&](const auto& one) { return one.id() == row.id; });
        if (unit != units.end()) put_points(row, static_cast<std::size_t>(unit - units.begin()));
    }
    job.band_min = job.band_max = job.next_band = job.band_by_points = job.band_rule = std::nullopt;
    job.pay.reset();
    if (scheme_->bands == nullptr) return;
    const model::BandTable& table = *scheme_->bands;
    job.band_min = table.id_of(weighed.band_lowest);
    job.band_max = table.id_of(weighed.band_highest);
    if (!weighed.complete) return;
    job.next_band = table.id_of(table.next_above(reached(weighed.highest)));
    if (weighed.rule) {
        job.band_rule = scheme_->scheme->band_rules()[*weighed.rule].id.text();
        job.band_by_points = table.id_of(weighed.points_highest);
    }
}

void WeighedScores::put_into(report::ExplainResult& result, const model::Job& job) const {
    const auto score = scoring::score(*scheme_->scheme, scheme_->bands, job.answers());
    const Weighed weighed = weigh(score, job.answers());
    put_totals(result, weighed);
    result.largest_total = head_.largest_total;
    for (std::size_t u = 0; u < result.units.size(); ++u) {
        report::UnitTrace& unit = result.units[u];
        if (unit.points) unit.points = shown(u, *unit.points);
        unit.points_min = shown(u, unit.points_min);
        unit.points_max = shown(u, unit.points_max);
    }
    for (std::size_t f = 0; f < result.factors.size(); ++f) {
        auto& points = result.factors[f].points;
        if (points) points = shown(scheme_->scheme->factors()[f].unit.value(), *points);
    }
    result.pay.reset();
    result.what_if.reset();
    result.band_rule.reset();
    if (scheme_->bands == nullptr) return;
    const model::BandTable& table = *scheme_->bands;
    const auto view = [&](const model::BandOrNone& band) {
        return band.visit([&](model::BandIndex one) { return base::OrNone<report::BandTrace>{report::view_band(table[one])}; },
                          [] { return base::OrNone<report::BandTrace>{}; });
    };
    result.points_band_min = view(weighed.points_lowest);
    result.points_band_max = view(weighed.points_highest);
    result.band_min = view(weighed.band_lowest);
    result.band_max = view(weighed.band_highest);
    result.next_band = weighed.complete ? view(table.next_above(reached(weighed.highest))) : base::OrNone<report::BandTrace>{};
    if (weighed.rule && weighed.complete) {
        const report::ExplainInput input{.scheme = scheme_->scheme.get(), .job = &job, .table = scheme_->bands};
        weighed.band_highest.visit([&](model::BandIndex band) {
            result.band_rule = report::view_band_rule(input, scheme_->scheme->band_rules()[*weighed.rule], table[band], true);
        });
    }
}

}  // namespace je::study
