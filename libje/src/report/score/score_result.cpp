// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/score_result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace je::report {

namespace {

using model::FactorIndex;
using scoring::Score;

/// One job's score being put into a ScoredJob.
class Filling {
public:
    Filling(ScoredJob& out, const ScoringBasis& basis, const model::Answers& answers, const Score& score)
        : out_{out}, scheme_{*basis.scheme}, bands_{basis.bands}, pay_{basis.pay}, answers_{answers}, score_{score} {}

    void totals() {
        out_.complete = score_.complete;
        out_.has_points = scheme_.has_points();
        out_.total_min = score_.total_min.value();
        out_.total_max = score_.total_max.value();
    }

    void bands() {
        out_.no_band = out_.no_band_between = out_.band_rule = out_.band_by_points = std::nullopt;
        out_.above_floor = out_.to_next = std::nullopt;
        out_.pay.reset();
        if (bands_ != nullptr)
            fill_several(out_.several, *bands_, answers_, score_, nullptr);
        else
            out_.several = {};
        name(out_.band_min, score_.band_min);
        name(out_.band_max, score_.band_max);
        name(out_.next_band, std::nullopt);
        if (bands_ != nullptr) {
            margins();
            moved_band();
            pay();
        }
    }

    void factors() {
        const auto all = scheme_.factors();
        out_.factors.clear();
        for (std::size_t i = 0; i < all.size(); ++i) {
            add_factor(i);
            if (is_last_of_several(FactorIndex{i})) add_combined(scheme_.unit_of(FactorIndex{i}));
        }
    }

    void unknown() {
        out_.unknown.clear();
        out_.unknown_facts.clear();
        if (score_.complete) {
            return;
        }
        std::vector<bool> needed(scheme_.facts().size(), false);
        for (std::size_t i = 0; i < score_.factors.size(); ++i) {
            if (!score_.factors[i].level && !follows_from_fact(FactorIndex{i}, needed)) {
                out_.unknown.push_back(scheme_.factors()[i].name);
            }
        }
        if (bands_ != nullptr && bands_->deciding() != nullptr) {
            for (const model::FactIndex fact : bands_->deciding()->facts) needed[fact.value()] = true;
        }
        if (score_.band_min != score_.band_max) {
            for (const model::BandRule& rule : scheme_.band_rules()) needed[rule.fact.value()] = true;
        }
        for (std::size_t i = 0; i < needed.size(); ++i) {
            if (needed[i] && !answers_.facts[i]) out_.unknown_facts.push_back(scheme_.facts()[i].name);
        }
    }

private:
    /// Whether stating facts is what it takes to know the factor's level; marks those facts.
    bool follows_from_fact(FactorIndex factor, std::vector<bool>& needed) const {
        bool known = score_.factors[factor.value()].stated.has_value();
        for (const model::Derivation& rule : scheme_.derivations()) {
            if (rule.factor != factor || known) continue;
            for (const model::FactIndex fact : rule.facts) needed[fact.value()] = true;
            known = true;
        }
        for (const model::Modifier& rule : scheme_.modifiers()) {
            if (rule.factor == factor && known) needed[rule.fact.value()] = true;
        }
        return known;
    }

    void name(std::optional<std::string>& text, const model::BandOrNone& band) const {
        text = bands_ != nullptr ? bands_->id_of(band) : std::nullopt;
    }

    void margins() {
        if (bands_->deciding() != nullptr) {
            if (score_.bands.empty()) out_.no_band = why_no_band(*bands_, score_.total_min);
            return;
        }
        if (!score_.band_min || !score_.band_max) {
            out_.no_band = why_no_band(*bands_, score_.band_min ? score_.total_max : score_.total_min);
        }
        if (!score_.complete) {
            out_.no_band_between = why_no_band_between(scheme_, *bands_, answers_, score_);
            return;
        }
        const scoring::Margins margins = scoring::margins(*bands_, score_);
        if (margins.above_floor) out_.above_floor = margins.above_floor->value();
        if (margins.to_next) out_.to_next = margins.to_next->value();
        name(out_.next_band, margins.next_band);
    }

    void moved_band() {
        if (score_.band_rule && score_.complete) {
            out_.band_rule = scheme_.band_rules()[*score_.band_rule].id.text();
            name(out_.band_by_points, score_.points_band_max);
        }
    }

    void pay() {
        if (pay_ == nullptr || !score_.complete || score_.band_is_open()) {
            return;
        }
        score_.band_max.visit([this](model::BandIndex band) {
            if (const model::PayRange* range = pay_->range_of((*bands_)[band].id)) {
                out_.pay = PayBounds{range->min.value(), range->max.value()};
            }
        });
    }

    void add_factor(std::size_t i) {
        const model::Factor& factor = scheme_.factors()[i];
        const scoring::FactorScore& score = score_.factors[i];
        ScoredFactor& row = out_.factors.emplace_back();
        row.id = factor.id.text();
        if (score.stated) row.stated = factor[*score.stated].id.text();
        if (score.modifier) row.modifier = scheme_.modifiers()[*score.modifier].id.text();
        if (score.level) {
            row.level = factor[*score.level].id.text();
            row.source = score.source;
        }
        if (!scheme_[factor.unit].is_combined()) set_points(row, factor.unit);
    }

    void add_combined(const model::ScoredUnit& unit) {
        ScoredFactor& row = out_.factors.emplace_back();
        row.id = unit.id();
        const auto level_of = [this](FactorIndex factor) { return score_.factors[factor.value()].level; };
        if (const auto option = unit.option_if_known(level_of)) {
            row.level = scheme_.option_name(unit, *option);
            row.source = scoring::LevelSource::matrix;
        }
        set_points(row, scheme_[unit.sides().front().factor].unit);
    }

    void set_points(ScoredFactor& row, model::UnitIndex unit) const {
        if (!scheme_.has_points()) return;
        const scoring::UnitScore& score = score_.units[unit.value()];
        if (score.points) {
            row.points = score.points->value();
        } else {
            row.points_min = score.lowest.value();
            row.points_max = score.highest.value();
        }
    }

    [[nodiscard]] bool is_last_of_several(FactorIndex factor) const {
        const auto sides = scheme_.unit_of(factor).sides();
        return sides.size() > 1 &&
               std::none_of(sides.begin(), sides.end(), [&](const auto& side) { return side.factor > factor; });
    }

    ScoredJob& out_;
    const model::Scheme& scheme_;
    const model::BandTable* bands_;
    const model::PayTable* pay_;
    const model::Answers& answers_;
    const Score& score_;
};

}  // namespace

void fill_scored_job(ScoredJob& out, const ScoringBasis& basis, std::string_view id, std::string_view title,
                     const model::Answers& answers, const Score& score, bool with_factors) {
    out.id = id;
    out.title = title;
    out.family.reset();
    out.note.clear();
    Filling filling{out, basis, answers, score};
    filling.totals();
    filling.bands();
    filling.unknown();
    if (with_factors) {
        filling.factors();
    }
}

ScoreHead score_head(SchemeInfo scheme, BandsInfo bands, const std::optional<base::Date>& as_of, const model::PayTable* pay) {
    ScoreHead head;
    head.scheme = std::move(scheme);
    head.bands = std::move(bands);
    head.as_of = as_of;
    if (pay != nullptr) {
        head.currency = pay->currency();
        head.period = pay->period();
        head.pay_from = pay->from();
        head.pay_note = pay->note();
    }
    return head;
}

namespace {

using Words = std::string_view;

/// A column, and what stands in it.
struct ScoreColumn {
    Column column;
    CellView (*of)(const ScoredJob& job);
};

template <class T>
CellView if_any(const std::optional<T>& value) {
    return value ? CellView{*value} : CellView{};
}
CellView points_if(bool is_so, base::Decimal points) { return is_so ? CellView{points} : CellView{}; }

const std::array<ScoreColumn, std::tuple_size_v<ScoreRow>>& all_score_columns() {
    using T = ScoredJob;
    static const std::array<ScoreColumn, std::tuple_size_v<ScoreRow>> columns{{
        {{"id", "Job"}, [](const T& job) -> CellView { return Words{job.id}; }},
        {{"title", "Title"}, [](const T& job) -> CellView { return Words{job.title}; }},
        {{"complete", "Complete"}, [](const T& job) -> CellView { return job.complete; }},
        {{"total", "Total", Role::points},
         [](const T& job) { return points_if(job.complete && job.has_points, job.total_max); }},
        {{"band", "Band"}, [](const T& job) { return job.band_is_settled() ? if_any(job.band_max) : CellView{}; }},
        {{"above_floor", "Above floor", Role::points}, [](const T& job) { return if_any(job.above_floor); }},
        {{"to_next", "To next", Role::points}, [](const T& job) { return if_any(job.to_next); }},
        {{"next_band", "Next band"}, [](const T& job) { return if_any(job.next_band); }},
        {{"total_min", "Lowest total", Role::points},
         [](const T& job) { return points_if(!job.complete && job.has_points, job.total_min); }},
        {{"total_max", "Highest total", Role::points},
         [](const T& job) { return points_if(!job.complete && job.has_points, job.total_max); }},
        {{"band_min", "Lowest band"}, [](const T& job) { return job.band_is_settled() ? CellView{} : if_any(job.band_min); }},
        {{"band_max", "Highest band"}, [](const T& job) { return job.band_is_settled() ? CellView{} : if_any(job.band_max); }},
        {{"pay_min", "Lowest pay", Role::money}, [](const T& job) { return job.pay ? CellView{job.pay->min} : CellView{}; }},
        {{"pay_max", "Highest pay", Role::money}, [](const T& job) { return job.pay ? CellView{job.pay->max} : CellView{}; }},
        {{"family", "Family"}, [](const T& job) { return job.family ? CellView{Words{*job.family}} : CellView{}; }},
    }};
    return columns;
}

}  // namespace

std::vector<Column> score_columns(const ScoreShape& shape) {
    std::vector<Column> columns;
    std::set<std::string> taken;
    for (const ScoreColumn& one : all_score_columns()) columns.push_back(one.column);
    if (!shape.families) columns.pop_back();
    for (const Column& column : columns) taken.insert(column.key);
    for (const std::string& name : shape.kept) {
        std::string free = name;
        for (std::size_t i = 2; !taken.insert(free).second; ++i) free = fmt::format("{} ({})", name, i);
        columns.push_back({free, free});
    }
    return columns;
}

ScoreRow score_row(const ScoredJob& job) {
    ScoreRow row;
    std::transform(all_score_columns().begin(), all_score_columns().end(), row.begin(),
                   [&](const ScoreColumn& column) { return column.of(job); });
    return row;
}

}  // namespace je::report
