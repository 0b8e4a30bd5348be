// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/panel_result.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/wording.hpp"
#include "je/panel/outcome.hpp"
#include "report/panel/fields.hpp"
#include "report/panel/panel_words.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

namespace {

using model::LevelIndex;
using panel::PanelCase;
using panel::RangeOutcome;

class PanelReport {
public:
    PanelReport(const PanelCase& panel_case, const PanelBasis& basis)
        : case_{panel_case},
          basis_{basis},
          names_{hides_people(basis.audience) ? panel::Names::pseudonyms(*panel_case.panel, *basis.pseudonyms)
                                              : panel::Names::as_recorded(*panel_case.panel)} {}

    [[nodiscard]] PanelResult make() {
        head();
        outcome();
        people();
        for (std::size_t i = 0; i < case_.panel->factors().size(); ++i) add_factor(i);
        out_.rules = panel::check_panel(case_, names_);
        out_.not_set = model::not_settled(case_.scheme->panel_rules(), true);
        agreement();
        other_outcomes();
        chances();
        if (hides_texts(basis_.audience)) make_public(made_once<panel_fields>(), &out_);
        return std::move(out_);
    }

private:
    void head() {
        out_.scheme = basis_.scheme;
        out_.bands = basis_.bands;
        out_.as_of = basis_.as_of;
        out_.audience = basis_.audience;
        out_.differences = basis_.differences;
        const model::Panel& panel = *case_.panel;
        out_.panel = panel.id().text();
        out_.job = panel.job().text();
        out_.job_title = basis_.job_title;
        out_.job_version = panel.job_version();
        out_.date = panel.date();
        out_.stage = panel.stage();
        out_.decision = panel.decision();
        out_.notes = panel.notes();
        out_.deciding = panel::deciders(panel).size();
    }

    void people() {
        for (std::size_t i = 0; i < case_.panel->panellists().size(); ++i) {
            const model::Panellist& person = case_.panel->panellists()[i];
            PersonView view{.id = names_[model::PanellistIndex{i}],
                            .name = {},
                            .side = person.side,
                            .role = person.role,
                            .post = {},
                            .organisation = {},
                            .trained_in = {},
                            .connected_to_job = {}};
            if (!hides_people(basis_.audience)) {
                view.name = person.name;
                view.post = person.post;
                view.organisation = person.organisation;
                view.trained_in = person.trained_in;
                view.connected_to_job = person.connected_to_job;
            }
            // Of other schemes they might be known by.
            if (hides_people(basis_.audience) && person.is_trained_in(case_.scheme->id().text()))
                view.trained_in = {case_.scheme->id().text()};
            out_.people.push_back(std::move(view));
        }
    }

    void outcome() {
        const auto answers = case_.panel->answers(*case_.scheme, case_.job);
        const ScoringBasis basis{case_.scheme, case_.bands, basis_.pay};
        const scoring::Score score = panel::outcome(case_);
        fill_scored_job(out_.outcome, basis, out_.job, out_.job_title, answers, score, true);
        if (case_.bands == nullptr) return;
        fill_several(out_.outcome.several, *case_.bands, answers, score, case_.job);
        if (hides_people(basis_.audience)) hide_people(out_.outcome.several);
        if (out_.outcome.band_is_settled()) out_.band = score.band_min;
        for (const model::Band& band : case_.bands->bands()) out_.bands_used.push_back(band.id.text());
    }

    void add_factor(std::size_t i) {
        const model::Factor& factor = case_.scheme->factors()[i];
        const model::PanelFactor& recorded = case_.panel->factors()[i];
        PanelFactorView view;
        view.id = factor.id.text();
        view.name = factor.name;
        view.short_name = factor.short_name;
        add_individual(view, factor, recorded);
        for (const model::Level& level : factor.levels) view.scale.push_back(level.id.text());
        if (recorded.agreed) {
            view.agreed = factor[*recorded.agreed].id.text();
            view.agreed_letters = factor[*recorded.agreed].letters(recorded.agreed_options);
            view.agreed_rank = recorded.agreed->value() + 1;
        }
        for (const ScoredFactor& scored : out_.outcome.factors) {
            if (scored.id == view.id) view.points = scored.points;
        }
        view.rationale = recorded.rationale;
        view.evidence = view_evidence(recorded.evidence, case_.job);
        for (const model::Dissent& dissent : recorded.dissent) {
            view.dissent.push_back({names_[dissent.panellist],
                                    dissent.level ? std::optional{factor[*dissent.level].id.text()} : std::nullopt,
                                    dissent.reason, dissent.level ? factor[*dissent.level].letters(dissent.options) : ""});
        }
        view.at = recorded.at.file_and_line();
        add_option_splits(factor, recorded);
        out_.factors.push_back(std::move(view));
    }

    void add_option_splits(const model::Factor& factor, const model::PanelFactor& recorded) {
        for (LevelIndex level{0}; level.value() < factor.levels.size(); ++level)
            if (auto split = option_split(factor, recorded, level)) out_.option_splits.push_back(*std::move(split));
    }

    /// How those who gave one level, and the panel if it agreed that level, differ in its options; nothing where they do not.
    [[nodiscard]] std::optional<OptionSplit> option_split(const model::Factor& factor, const model::PanelFactor& recorded,
                                                          LevelIndex level) const {
        OptionSplit split{factor.id.text(), factor.name, factor[level].id.text(), {}, {}};
        std::vector<model::OptionSet> sets;
        for (std::size_t p = 0; p < recorded.individual.size(); ++p) {
            if (recorded.individual[p] != level) continue;
            sets.push_back(recorded.individual_options[p]);
            split.options.emplace_back(names_[model::PanellistIndex{p}], one_by_one(factor[level].letters(sets.back())));
        }
        if (sets.empty()) return std::nullopt;
        if (recorded.agreed == level) {
            sets.push_back(recorded.agreed_options);
            split.agreed = one_by_one(factor[level].letters(sets.back()));
        }
        const bool same = std::adjacent_find(sets.begin(), sets.end(), std::not_equal_to<>{}) == sets.end();
        return same ? std::nullopt : std::optional{std::move(split)};
    }

    void add_individual(PanelFactorView& view, const model::Factor& factor, const model::PanelFactor& recorded) const {
        std::optional<LevelIndex> lowest;
        std::optional<LevelIndex> highest;
        for (std::size_t p = 0; p < recorded.individual.size(); ++p) {
            const model::PanellistIndex person{p};
            if (const auto& level = recorded.individual[p]) {
                view.individual.emplace_back(names_[person], factor[*level].id.text());
                view.individual_letters.push_back(factor[*level].letters(recorded.individual_options[p]));
                lowest = std::min(lowest.value_or(*level), *level);
                highest = std::max(highest.value_or(*level), *level);
            } else if ((*case_.panel)[person].decides()) {
                view.not_scored_by.push_back(names_[person]);
            }
        }
        if (lowest) view.spread = highest->value() - lowest->value();
    }

    void agreement() {
        const panel::RatedPanel rated{case_.scheme, case_.panel};
        out_.agreement = panel::agreement(std::span{&rated, 1});
        for (auto& pair : out_.agreement.pairs) {
            pair.a = shown_name(pair.a);
            pair.b = shown_name(pair.b);
        }
        out_.sides = panel::side_means(case_);
    }

    [[nodiscard]] std::string shown_name(const std::string& id) const {
        for (std::size_t i = 0; i < case_.panel->panellists().size(); ++i) {
            if (case_.panel->panellists()[i].id.text() == id) return names_[model::PanellistIndex{i}];
        }
        return id;
    }

    [[nodiscard]] std::optional<std::string> band(const model::BandOrNone& band) const {
        return case_.bands != nullptr ? case_.bands->id_of(band) : std::nullopt;
    }
    [[nodiscard]] OutcomeView view_of(const RangeOutcome& range) const {
        return {range.total_min.value(), range.total_max.value(), band(range.band_min), band(range.band_max)};
    }

    void other_outcomes() {
        const auto voters = panel::deciders(*case_.panel);
        if (!has_individual_levels()) return;  // by no level there is no rule
        for (const panel::LevelRule rule : panel::level_rules) {
            out_.under_rules.push_back({rule, view_of(panel::outcome_by(case_, rule, voters))});
        }
        const auto left_out = panel::leave_one_out(case_);
        for (const panel::LeftOut& one : left_out) {
            out_.leave_one_out.push_back({names_[one.panellist], view_of(one.by_median), one.moves_total.value()});
        }
        for (const auto person : panel::most_influential(left_out)) out_.most_influential.push_back(names_[person]);
    }

    [[nodiscard]] bool has_individual_levels() const {
        const auto gave = [](const auto& factor) {
            return std::any_of(factor.individual.begin(), factor.individual.end(),
                               [](const auto& level) { return level.has_value(); });
        };
        return std::any_of(case_.panel->factors().begin(), case_.panel->factors().end(), gave);
    }

    void chances() {
        if (!has_individual_levels()) {
            out_.no_band_chances = base::worded("nobody's own levels are recorded");
            return;
        }
        const auto chances = panel::band_chances(case_);
        if (!chances) {
            out_.no_band_chances = chances.reason();
            return;
        }
        for (const panel::BandChance& one : *chances) out_.band_chances.push_back({band(one.band), one.chance});
    }

    const PanelCase& case_;
    const PanelBasis& basis_;
    panel::Names names_;
    PanelResult out_;
};

}  // namespace

std::vector<const PanelFactorView*> PanelResult::splits() const {
    std::vector<const PanelFactorView*> result;
    for (const PanelFactorView& factor : factors) {
        if (factor.is_split()) result.push_back(&factor);
    }
    std::stable_sort(result.begin(), result.end(), [](const auto* a, const auto* b) { return a->spread > b->spread; });
    return result;
}

PanelResult panel_result(const PanelCase& panel_case, const PanelBasis& basis) { return PanelReport{panel_case, basis}.make(); }

Movers count_movers(const std::vector<PanelResult>& panels) {
    std::vector<const PanelResult*> by_date;
    for (const PanelResult& panel : panels) by_date.push_back(&panel);
    std::stable_sort(by_date.begin(), by_date.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
    std::map<std::string, const PanelResult*> last;
    Movers movers;
    for (const PanelResult* panel : by_date) {
        const PanelResult*& before = last[panel->job];
        if (before != nullptr && before->outcome.band_is_settled() && panel->outcome.band_is_settled()) {
            const bool comparable = before->bands_used == panel->bands_used && !panel->bands_used.empty();
            comparable ? movers.bands.count(model::band_move(before->band, panel->band)) : void(++movers.other_bands);
        }
        before = panel;
    }
    return movers;
}

}  // namespace je::report
