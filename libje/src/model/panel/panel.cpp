// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "je/base/text.hpp"
#include "model/job/band_choice.hpp"
#include "model/job/given_to_tree.hpp"
#include "model/job/placeholders.hpp"
#include "model/job/stated_answers.hpp"
#include "model/job/stated_levels.hpp"
#include "model/panel/record_documents.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

constexpr std::size_t most_panellists = 100;

}  // namespace

/// Turns a draft into a panel, mistake by mistake.
class PanelMaker {
public:
    PanelMaker(const PanelDraft& draft, const Scheme& scheme, const Job* job, base::Diagnostics& diagnostics)
        : draft_{draft},
          scheme_{scheme},
          diagnostics_{diagnostics},
          errors_before_{diagnostics.errors()},
          documents_{draft.documents, job, "JE-P08", "JE-P09", diagnostics},
          called_{fmt::format("panel '{}'", draft.id.value)} {}

    [[nodiscard]] std::optional<Panel> make() {
        make_head();
        if (draft_.panellists.size() > most_panellists) {
            diagnostics_.error({"JE-P26", draft_.panellists[most_panellists].id.at,
                                fmt::format("{} names {} panellists", called_, draft_.panellists.size()),
                                fmt::format("at most {}, those who sat", most_panellists),
                                "name those who did not sit in a note; docs/limits.md has all bounds"});
            return std::nullopt;
        }
        for (const auto& panellist : draft_.panellists) add_panellist(panellist);
        if (draft_.panellists.empty()) {
            diagnostics_.error({"JE-P02", draft_.id.at, fmt::format("{} names no panellist", called_),
                                "the people who sat, under 'panellists'", "add each with id, side and role"});
        }
        panel_.factors_.resize(scheme_.factors().size());
        for (auto& factor : panel_.factors_) {
            factor.individual.resize(panel_.panellists_.size());
            factor.individual_options.resize(panel_.panellists_.size());
        }
        Names given{{"factor", "factors", "", "JE-P07", false}};
        for (const auto& factor : draft_.factors) {
            given.add(factor.id, diagnostics_);
            add_factor(factor);
        }
        if (draft_.band_choice) add_choice(*draft_.band_choice);
        report_placeholders();
        if (draft_.flawed || diagnostics_.errors() > errors_before_) return std::nullopt;
        return std::move(panel_);
    }

private:
    using FactorDraft = PanelDraft::Factor;

    void add_choice(const BandChoice& draft) {
        check_choice(draft, called_, diagnostics_);
        documents_.check(draft.evidence, "the choice of band");
        BandChoice choice = draft;
        choice.by_panel = true;
        panel_.band_choice_ = std::make_shared<const BandChoice>(std::move(choice));
    }

    /// What is left of a new file once a level is recorded.
    void report_placeholders() {
        const bool begun = std::any_of(draft_.factors.begin(), draft_.factors.end(), [](const FactorDraft& factor) {
            return factor.agreed || !factor.individual.empty() || !factor.answers.empty();
        });
        if (!begun) return;
        std::vector<std::string> left, people;
        for (const auto& panellist : draft_.panellists)
            if (panellist.name == placeholder::panellist) people.push_back(panellist.id.value);
        if (!people.empty()) left.push_back(fmt::format("the name of {}", base::quoted_list(people)));
        if (draft_.date.value && draft_.date.value->to_string() == placeholder::panel_day)
            left.push_back(fmt::format("the day {}", placeholder::panel_day));
        if (draft_.notes == placeholder::panel_notes) left.emplace_back("the notes");
        warn_of_placeholders("JE-P27", draft_.id.at, called_, left, diagnostics_);
    }

    void make_head() {
        panel_.id_ = PanelId{draft_.id.value};
        panel_.job_ = JobId{draft_.job.value};
        panel_.job_version_ = draft_.job_version ? draft_.job_version->value : "";
        panel_.edition_ = draft_.edition ? draft_.edition->value : "";
        panel_.date_ = draft_.date.value;
        panel_.notes_ = filled_in(draft_.notes);
        panel_.documents_ = draft_.documents;
        panel_.at_ = draft_.at;
        check_scheme();
        if (draft_.local) check_local(*draft_.local);
        const auto stage = resolve_word(words::stages, draft_.stage, "JE-P01", called_, "the stages", diagnostics_);
        if (stage) panel_.stage_ = *stage;
        if (draft_.decision)
            panel_.decision_ =
                resolve_word(words::decisions, *draft_.decision, "JE-P01", called_, "the ways to decide", diagnostics_);
    }

    void check_scheme() {
        if (!scheme_.is_called(draft_.scheme.value)) {
            diagnostics_.error(
                {"JE-P14", draft_.scheme.at,
                 fmt::format("{} was held under scheme '{}', not '{}'", called_, draft_.scheme.value, scheme_.id().text()),
                 fmt::format("a record of a panel under scheme '{}'", scheme_.id().text()),
                 "give another --scheme, or correct the scheme's id in the record"});
        } else if (draft_.edition && draft_.edition->value != scheme_.edition_of(draft_.scheme.value)) {
            diagnostics_.warning(
                {"JE-P12", draft_.edition->at,
                 fmt::format("{} was held under edition '{}' of scheme '{}', but the edition at hand is '{}'", called_,
                             draft_.edition->value, draft_.scheme.value, scheme_.edition_of(draft_.scheme.value)),
                 "the edition that the panel used",
                 "give that edition with --scheme FILE; points and levels may have changed between the two"});
        }
    }

    void check_local(const PanelDraft::Local& stated) {
        const auto& used = scheme_.local();
        if (!used || used->id != stated.id.value) {
            diagnostics_.error({"JE-Z70", stated.id.at,
                                fmt::format("{} was held under the local agreement '{}', and {} here", called_, stated.id.value,
                                            used ? fmt::format("stands under '{}'", used->id) : "under none"),
                                "the local agreement that the panel worked under",
                                "give the file of that agreement with --scheme"});
        } else if (stated.edition && stated.edition->value != used->edition) {
            diagnostics_.warning(
                {"JE-Z71", stated.edition->at,
                 fmt::format("{} was held under edition '{}' of the local agreement '{}', but the edition at hand is "
                             "'{}'",
                             called_, stated.edition->value, used->id, used->edition),
                 "the edition that the panel used",
                 "give that edition with --scheme FILE; rules and bands may have changed between the two"});
        }
    }

    void add_panellist(const PanelDraft::Panellist& draft) {
        const auto user = fmt::format("panellist '{}'", draft.id.value);
        panellist_names_.add(draft.id, diagnostics_);
        const std::string name = filled_in(draft.name);
        look_at_name(people_, "panellist", name, draft.id.at, diagnostics_);
        Panellist panellist;
        panellist.id = PanellistId{draft.id.value};
        panellist.name = name;
        panellist.post = draft.post;
        panellist.organisation = draft.organisation;
        panellist.connected_to_job = draft.connected_to_job;
        panellist.at = draft.id.at;
        for (const Text& scheme : draft.trained_in) panellist.trained_in.push_back(scheme.value);
        if (const auto side = resolve_word(words::sides, draft.side, "JE-P03", user, "the sides of a panel", diagnostics_))
            panellist.side = *side;
        if (const auto role = resolve_word(words::roles, draft.role, "JE-P03", user, "the roles on a panel", diagnostics_))
            panellist.role = *role;
        panel_.panellists_.push_back(std::move(panellist));
    }

    void add_factor(const FactorDraft& draft) {
        const auto found = stated_factor(scheme_, draft.id, "JE-P04", diagnostics_);
        if (!found) return;
        const Factor& factor = scheme_[*found];
        PanelFactor& made = panel_.factors_[found->value()];
        const auto user = fmt::format("factor '{}'", draft.id.value);
        made.at = draft.agreed ? draft.agreed->at : draft.id.at;
        made.rationale = draft.rationale;
        made.evidence = draft.evidence;
        documents_.check(draft.evidence, user);
        for (const JobDraft::Answer& answer : draft.answers) documents_.check(answer.evidence, called(answer, draft.id.value));
        take_answers(scheme_, *found, draft.answers, "under 'facts' of the questionnaire", {panel_.questions_, made.answers},
                     diagnostics_);
        if (draft.agreed) {
            if (const auto agreed = level_of(factor, *draft.agreed)) {
                made.agreed = agreed->level;
                made.agreed_options = agreed->options;
            }
        }
        add_individual(factor, draft, made);
        for (const auto& dissent : draft.dissent) add_dissent(factor, dissent, made);
    }

    [[nodiscard]] std::optional<StatedLevel> level_of(const Factor& factor, const StatedText& level) {
        return stated_level(factor, level, "JE-P05", diagnostics_);
    }

    void add_individual(const Factor& factor, const FactorDraft& draft, PanelFactor& made) {
        Names given{{"panellist", "individual levels", "", "JE-P07", false}};
        for (const auto& [panellist, level] : draft.individual) {
            given.add(panellist, diagnostics_);
            const auto who = panellist_of(panellist, fmt::format("factor '{}'", factor.id.text()));
            const auto found = level_of(factor, level);
            if (!who) continue;
            if (!panel_[*who].decides()) {
                diagnostics_.error(
                    {"JE-P10", panellist.at,
                     fmt::format("'{}' is on the panel as {} and gives a level", panellist.value, to_text(panel_[*who].role)),
                     "levels of the chair and the members only",
                     "correct the person's role, or put what the person said into the factor's note"});
            }
            if (!found) continue;
            made.individual[who->value()] = found->level;
            made.individual_options[who->value()] = found->options;
        }
    }

    [[nodiscard]] std::optional<PanellistIndex> panellist_of(const Text& id, std::string_view user) {
        const auto found = panellist_names_.resolve(id, user, diagnostics_);
        return found ? std::optional{PanellistIndex{*found}} : std::nullopt;
    }

    void add_dissent(const Factor& factor, const PanelDraft::Dissent& draft, PanelFactor& made) {
        const auto who = panellist_of(draft.panellist, fmt::format("the dissent on factor '{}'", factor.id.text()));
        const auto level = draft.level ? level_of(factor, *draft.level) : std::nullopt;
        if (!who) return;
        const auto& own = made.individual[who->value()];
        const OptionSet own_options = made.individual_options[who->value()];
        const bool other_options = level && !level->options.empty() && level->options != own_options;
        if (level && own && (*own != level->level || other_options)) {
            diagnostics_.error({"JE-P11", draft.level->at,
                                fmt::format("'{}' dissents with level '{}' on factor '{}', but is recorded with level '{}'",
                                            draft.panellist.value, draft.level->value, factor.id.text(),
                                            factor[*own].id.text() + factor[*own].letters(own_options)),
                                "the person's own level, or no level, in a dissent", "correct one of the two"});
        }
        if (level && !own) return made.dissent.push_back({*who, level->level, draft.reason, level->options});
        made.dissent.push_back({*who, own, draft.reason, own_options});
    }

    const PanelDraft& draft_;
    const Scheme& scheme_;
    base::Diagnostics& diagnostics_;
    std::size_t errors_before_;  // documents are looked at first, so this stands before them
    RecordDocuments documents_;
    std::string called_;
    Names panellist_names_{{"panellist", "panellists", "JE-P06", "JE-P07"}};
    base::LookAlikes people_;
    Panel panel_;
};

void Panel::agree_by_answers(const Scheme& scheme, const Job* job) {
    for (const FactorIndex factor : scheme.factors_with_trees()) {
        PanelFactor& recorded = factors_[factor.value()];
        if (recorded.agreed || !questions_.any_of(factor)) continue;
        const auto levels = levels_given({scheme, answers(scheme, job), factor});
        if (levels.size() != 1) continue;
        recorded.agreed = levels.front();
        recorded.agreed_by_answers = true;
    }
}

std::optional<Panel> Panel::make(const PanelDraft& draft, const Scheme& scheme, const Job* job,
                                 base::Diagnostics& diagnostics) {
    auto panel = PanelMaker{draft, scheme, job, diagnostics}.make();
    if (panel) panel->agree_by_answers(scheme, job);
    return panel;
}

bool Panellist::is_trained_in(std::string_view scheme) const {
    return std::find(trained_in.begin(), trained_in.end(), scheme) != trained_in.end();
}

Answers Panel::answers(const Scheme& scheme, const Job* job) const {
    Answers answers{scheme};
    for (FactorIndex factor{0}; factor.value() < factors_.size(); ++factor) {
        const PanelFactor& recorded = (*this)[factor];
        if (recorded.agreed) answers.state(factor, {*recorded.agreed, recorded.agreed_options});
    }
    answers.questions = questions_;
    if (job != nullptr) answers.facts = job->answers().facts;
    answers.choice = band_choice_;
    if (!answers.choice && job != nullptr) answers.choice = job->answers().choice;
    return answers;
}

}  // namespace je::model
