// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/appeal_result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/wording.hpp"
#include "base/words.hpp"
#include "report/explain/explain_parts.hpp"
#include "report/panel/fields.hpp"
#include "report/panel/panel_words.hpp"

namespace je::report {

namespace {

using appeal::AppealCase;
using model::FactorIndex;

std::optional<std::size_t> rank_of(const std::optional<model::LevelIndex>& level) {
    return level ? std::optional{level->value() + 1} : std::nullopt;
}

class AppealReport {
public:
    AppealReport(const AppealCase& appeal_case, const PanelBasis& basis) : case_{appeal_case}, basis_{basis} {}

    [[nodiscard]] AppealResult make(const AppealOptions& options) {
        head();
        out_.original = panel_result(case_.original_case(), basis_);
        if (case_.repanel != nullptr) out_.repanel = panel_result(case_.repanel_case(), basis_);
        for (const model::Event& event : case_.appeal->events()) out_.events.push_back({event.date, event.kind, event.note});
        out_.deadlines = appeal::deadlines(case_, options.working_days, options.today);
        rules();
        for (const model::Ground& ground : case_.appeal->grounds()) add_ground(ground);
        auto changes = appeal::changes(case_);
        const auto wordings = appeal::option_changes(case_);
        changes.insert(changes.end(), wordings.begin(), wordings.end());
        std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.factor < b.factor; });
        for (const appeal::Change& change : changes) add_change(change);
        moved();
        what_it_takes(options.keep);
        for (const appeal::DateEffect& effect : appeal::date_effects(case_)) add_date(effect);
        gaps();
        sat_on_both();
        if (hides_texts(basis_.audience)) make_public(made_once<appeal_fields>(), &out_);
        return std::move(out_);
    }

private:
    [[nodiscard]] const std::string& name(FactorIndex factor) const { return (*case_.scheme)[factor].name; }
    [[nodiscard]] std::optional<std::string> level(FactorIndex factor, const std::optional<model::LevelIndex>& index) const {
        return index ? std::optional{(*case_.scheme)[factor][*index].id.text()} : std::nullopt;
    }

    [[nodiscard]] std::string letters(FactorIndex factor, const std::optional<model::LevelIndex>& index,
                                      model::OptionSet options) const {
        return index ? (*case_.scheme)[factor][*index].letters(options) : std::string{};
    }

    void moved() {
        out_.direction = appeal::direction(case_);
        if (const auto points = appeal::points_moved(case_)) out_.points_moved = points->value();
    }

    void sat_on_both() {
        if (case_.repanel == nullptr) return;
        const model::Panel &first = *case_.original, &again = *case_.repanel;
        const auto before = panel::deciders(first);
        for (const auto person : panel::deciders(again))
            out_.sat_on_both += static_cast<std::size_t>(
                std::any_of(before.begin(), before.end(), [&](const auto one) { return first[one].id == again[person].id; }));
    }

    void head() {
        const model::Appeal& appeal = *case_.appeal;
        out_.scheme = basis_.scheme;
        out_.bands = basis_.bands;
        out_.as_of = basis_.as_of;
        out_.audience = basis_.audience;
        out_.differences = basis_.differences;
        out_.appeal = appeal.id().text();
        out_.kind = to_text(appeal.kind());
        out_.brought_by = to_text(appeal.brought_by());
        out_.job = appeal.job().text();
        out_.job_title = basis_.job_title;
        if (!appeal.claims_band().empty()) out_.claims_band = appeal.claims_band();
        out_.notes = appeal.notes();
        if (case_.pay != nullptr) {
            out_.currency = case_.pay->currency();
            if (case_.pay->status()) out_.pay_status = to_text(*case_.pay->status());
            out_.pay_note = case_.pay->note();
        }
        if (!appeal.decision()) return;
        out_.decision_date = appeal.decision()->date;
        out_.decision_reason = appeal.decision()->reason;
        out_.effective_date = appeal.decision()->effective_date;
    }

    [[nodiscard]] panel::Names names_of(const model::Panel& panel) const {
        return hides_people(basis_.audience) ? panel::Names::pseudonyms(panel, *basis_.pseudonyms)
                                             : panel::Names::as_recorded(panel);
    }

    void rules() {
        const auto names = names_of(case_.repanel != nullptr ? *case_.repanel : *case_.original);
        out_.rules = appeal::check_appeal(case_, names);
        out_.waiting = appeal::rules_waiting(case_);
        out_.not_set = model::not_settled(case_.scheme->appeal_rules(), false);
    }

    void add_ground(const model::Ground& ground) {
        GroundView view;
        view.kind = ground.kind;
        view.argument = ground.argument;
        view.evidence = view_evidence(ground.evidence, case_.original_job);
        view.at = ground.at.file_and_line();
        if (ground.factor) {
            view.factor = name(*ground.factor);
            view.claim = level(*ground.factor, ground.claim);
            view.factor_id = (*case_.scheme)[*ground.factor].id.text();
            view.claim_letters = letters(*ground.factor, ground.claim, ground.claim_options);
            set_outcome(view, ground);
        }
        out_.grounds.push_back(std::move(view));
    }

    /// Of the level claimed and each option claimed: whether the re-panel agreed it.
    void set_granted(GroundView& view, const model::Ground& ground, const model::PanelFactor& latest) const {
        if (case_.repanel == nullptr || !ground.claim || !latest.agreed) return;
        view.level_granted = *latest.agreed == *ground.claim;
        for (const char letter : view.claim_letters) {
            const bool is_agreed = *view.level_granted && view.level_letters.find(letter) != std::string::npos;
            (is_agreed ? view.letters_granted : view.letters_not_granted) += letter;
        }
    }

    void set_outcome(GroundView& view, const model::Ground& ground) const {
        const auto before = (*case_.original)[*ground.factor].agreed;
        const auto after = case_.repanel != nullptr ? (*case_.repanel)[*ground.factor].agreed : before;
        const model::PanelFactor& latest = (case_.repanel != nullptr ? *case_.repanel : *case_.original)[*ground.factor];
        view.level = level(*ground.factor, after);
        view.level_letters = letters(*ground.factor, after, latest.agreed_options);
        set_granted(view, ground, latest);
        if (case_.repanel == nullptr) {
            view.outcome = GroundOutcome::waits;
        } else if (!after) {
            view.outcome = GroundOutcome::no_level;
        } else if (after == before) {
            view.outcome = GroundOutcome::stays;
        } else if (!ground.claim) {
            view.outcome = GroundOutcome::moved;
        } else {
            view.outcome = after == ground.claim ? GroundOutcome::as_claimed : GroundOutcome::another_level;
        }
    }

    /// What all grounds on the factor argue and cite.
    void join_grounds(model::FactorIndex factor, FactorMove& view) const {
        for (const model::Ground& ground : case_.appeal->grounds()) {
            if (ground.factor != factor) continue;
            if (!ground.argument.empty()) view.argument.append(view.argument.empty() ? "" : " ").append(ground.argument);
            for (EvidenceView& one : view_evidence(ground.evidence, case_.original_job))
                view.claimed_on.push_back(std::move(one));
        }
    }

    void add_change(const appeal::Change& change) {
        const model::PanelFactor& before = (*case_.original)[change.factor];
        const model::PanelFactor& after = (*case_.repanel)[change.factor];
        FactorMove view;
        view.factor = (*case_.scheme)[change.factor].id.text();
        view.name = name(change.factor);
        view.short_name = (*case_.scheme)[change.factor].short_name;
        view.from = level(change.factor, change.from);
        view.to = level(change.factor, change.to);
        view.letters_from = letters(change.factor, change.from, before.agreed_options);
        view.letters_to = letters(change.factor, change.to, after.agreed_options);
        view.level_changed = change.from != change.to;
        view.from_rank = rank_of(change.from);
        view.to_rank = rank_of(change.to);
        for (const model::Level& one : (*case_.scheme)[change.factor].levels) view.scale.push_back(one.id.text());
        if (change.points) view.points = change.points->value();
        for (const auto& via : change.via)
            view.via.push_back({(*case_.scheme)[via.unit].id(), (*case_.scheme)[via.unit].name(), via.points.value()});
        view.on_ground = change.ground != nullptr;
        if (change.ground != nullptr) {
            view.claim = level(change.factor, change.ground->claim);
            view.claim_letters = letters(change.factor, change.ground->claim, change.ground->claim_options);
            view.claim_rank = rank_of(change.ground->claim);
            join_grounds(change.factor, view);
        }
        view.evidence = view_evidence(after.evidence, case_.repanel_job);
        view.reason = after.rationale;
        view.before = view_evidence(before.evidence, case_.original_job);
        view.reason_before = before.rationale;
        for (const PanelFactorView& factor : out_.repanel->factors) {
            if (factor.id == view.factor) view.dissent = factor.dissent;
        }
        add_paths(change.factor, view);
        out_.changes.push_back(std::move(view));
    }

    void add_paths(model::FactorIndex factor, FactorMove& view) const {
        if ((*case_.scheme)[factor].tree == nullptr) return;
        TwoPaths paths = two_paths(*case_.scheme, factor, case_.original->answers(*case_.scheme, case_.original_job),
                                   case_.repanel->answers(*case_.scheme, case_.repanel_job));
        if (!paths.rows.empty()) view.paths = std::move(paths);
    }

    [[nodiscard]] std::optional<std::string> band(const model::BandOrNone& band) const {
        return case_.bands != nullptr ? case_.bands->id_of(band) : std::nullopt;
    }

    [[nodiscard]] ChangeSetsView sets(const scoring::FoundChanges& changes) const {
        const ScoredJob& latest = (out_.repanel ? *out_.repanel : out_.original).outcome;
        const auto total = latest.complete ? std::optional{model::Points{latest.total_max}} : std::nullopt;
        return case_.bands != nullptr ? view_sets(*case_.scheme, *case_.bands, changes, total) : ChangeSetsView{};
    }

    void what_it_takes(std::size_t keep) {
        const scoring::Score met = appeal::if_claims_met(case_);
        out_.if_claims_met = {met.total_min.value(), met.total_max.value(), band(met.band_min), band(met.band_max)};
        const appeal::WhatItTakes takes = appeal::what_it_takes(case_, keep);
        out_.present_band = band(takes.now);
        out_.target_band = band(takes.claimed);
        out_.reached = takes.reached;
        out_.target_held = takes.held && !takes.reached;
        out_.among_appealed = sets(takes.among_appealed);
        out_.among_all = sets(takes.among_all);
        out_.down = sets(takes.down);
        out_.up_and_out = sets(takes.up_and_out);
        out_.max_factors = appeal::WhatItTakes::max_factors;
        out_.lowest_band = takes.lowest_band;
        out_.lowering = lowering_of(*case_.scheme);
        claims_lose_band(met);
    }

    void claims_lose_band(const scoring::Score& met) {
        const auto grounds = case_.appeal->grounds();
        const bool claims =
            std::any_of(grounds.begin(), grounds.end(), [](const model::Ground& g) { return g.claim.has_value(); });
        if (!claims || case_.bands == nullptr || !met.complete || met.band_min || !out_.present_band) return;
        out_.claims_lose_band = why_no_band(*case_.bands, met.total_min);
    }

    void add_date(const appeal::DateEffect& effect) {
        DateView view{.date = effect.date->date,
                      .argued_by = effect.date->argued_by,
                      .reason = effect.date->reason,
                      .days_before_latest = effect.days_before_latest,
                      .days = effect.days,
                      .at_bottom = {},
                      .at_top = {}};
        if (effect.at_bottom) view.at_bottom = effect.at_bottom->value();
        if (effect.at_top) view.at_top = effect.at_top->value();
        out_.dates.push_back(std::move(view));
    }

    /// "Knowledge (m1 4, u1 5; agreed 4)"
    [[nodiscard]] static std::string split_text(const PanelFactorView& factor) {
        std::string levels;
        for (std::size_t i = 0; i < factor.individual.size(); ++i)
            levels += fmt::format("{}{} {}{}", levels.empty() ? "" : ", ", factor.individual[i].first,
                                  factor.individual[i].second, factor.individual_letters[i]);
        return base::worded("{} ({}; agreed {})", factor.name, levels.empty() ? base::worded("none recorded") : levels,
                            factor.agreed ? *factor.agreed + factor.agreed_letters : base::worded("none"));
    }

    void gaps() {
        for (const PanelFactorView& factor : out_.original.factors) {
            if (factor.rationale.empty()) out_.gaps.no_reason.push_back(factor.name);
            if (factor.evidence.empty()) out_.gaps.no_evidence.push_back(factor.name);
            if (!factor.not_scored_by.empty()) out_.gaps.not_scored_by_all.push_back(factor.name);
            if (factor.is_split()) {
                out_.gaps.splits.push_back(split_text(factor));
                out_.gaps.split_factors.push_back(factor);
            }
            for (const DissentView& dissent : factor.dissent) {
                out_.gaps.all_dissents.emplace_back(factor.id, dissent);
                out_.gaps.dissent.push_back(
                    fmt::format("{}: {}{}", factor.name, dissent.panellist,
                                dissent.level ? base::worded(" for level {}", *dissent.level + dissent.letters) : ""));
            }
        }
        questions();
    }

    void questions() {
        auto& questions = out_.gaps.questions;
        for (const std::string& factor : out_.gaps.no_reason)
            questions.push_back(base::worded("Why was {} put at its level? The record gives no reason.", factor));
        for (const std::string& factor : out_.gaps.no_evidence)
            questions.push_back(base::worded("What does the level of {} rest on? The record cites no evidence.", factor));
        for (const panel::Finding& finding : out_.original.rules) {
            if (finding.verdict != panel::Verdict::pass)
                questions.push_back(
                    base::worded("Why did the original panel not keep rule '{}'? Found: {}.", finding.rule, finding.message));
        }
        for (const GroundView& ground : out_.grounds) {
            if (ground.evidence.empty())
                questions.push_back(base::worded("What evidence supports the ground{}? None is cited.",
                                                 ground.factor.empty() ? base::worded(" about {}", to_text(ground.kind))
                                                                       : base::worded(" on {}", ground.factor)));
        }
    }

    const AppealCase& case_;
    const PanelBasis& basis_;
    AppealResult out_;
};

}  // namespace

std::string_view to_text(GroundOutcome outcome) {
    constexpr base::Words<GroundOutcome, 6> words{{{"waits", GroundOutcome::waits},
                                                   {"no-level", GroundOutcome::no_level},
                                                   {"stays", GroundOutcome::stays},
                                                   {"as-claimed", GroundOutcome::as_claimed},
                                                   {"another-level", GroundOutcome::another_level},
                                                   {"moved", GroundOutcome::moved}}};
    return base::word_for(words, outcome);
}

AppealResult appeal_result(const AppealCase& appeal_case, const PanelBasis& basis, const AppealOptions& options) {
    return AppealReport{appeal_case, basis}.make(options);
}

}  // namespace je::report
