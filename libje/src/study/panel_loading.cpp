// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/panel_loading.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "je/scoring/score.hpp"
#include "study/job_scoring.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

class PanelLoader {
public:
    PanelLoader(const model::PanelDraft& draft, Inputs& inputs, Records& records, Diagnostics& diagnostics)
        : draft_{draft}, inputs_{inputs}, records_{records}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::unique_ptr<LoadedPanel> load() {
        loaded_->scheme = find_scheme();
        if (!loaded_->scheme) return nullptr;
        find_job();
        const model::Job* job = loaded_->job ? &*loaded_->job : nullptr;
        loaded_->panel = model::Panel::make(draft_, *loaded_->scheme->scheme, job, diagnostics_);
        if (loaded_->panel && job != nullptr) compare_papers(*loaded_->panel, *job);
        if (loaded_->panel) look_at_choice(*loaded_->panel, job);
        return loaded_->panel ? std::move(loaded_) : nullptr;
    }

private:
    using DifferenceKind = report::PaperDifference::Kind;
    void differ(DifferenceKind kind, std::optional<std::string> recorded, std::optional<std::string> at_hand,
                std::string text) {
        loaded_->differences.push_back({kind, draft_.id.value, std::move(recorded), std::move(at_hand), std::move(text)});
    }

    /// The scheme that was named; else, for a record that is pinned to an edition, the one of that edition.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> find_scheme() {
        const auto& named = inputs_.options().scheme;
        auto scheme = named ? inputs_.scheme(*named, diagnostics_) : inputs_.scheme_of(named_in(draft_), diagnostics_);
        if (scheme && !draft_.local) inputs_.note_base(*scheme, draft_.scheme, diagnostics_);
        if (!scheme || !draft_.edition || scheme->scheme->edition_of(draft_.scheme.value) == draft_.edition->value)
            return scheme;
        if (named) return with_other_edition(std::move(scheme));
        if (auto own = scheme_of_own_edition()) return own;
        report_other_edition(*scheme);
        return nullptr;
    }

    [[nodiscard]] std::shared_ptr<const SchemeInUse> with_other_edition(std::shared_ptr<const SchemeInUse> scheme) {
        differ(
            DifferenceKind::other_edition, draft_.edition->value, scheme->scheme->edition(),
            base::worded("Panel {} worked under edition {} of the scheme; points and bands here are those of edition {}, which "
                         "was asked for.",
                         draft_.id.value, draft_.edition->value, scheme->scheme->edition()));
        return scheme;
    }

    /// From among the records or the scheme path; null when neither has that edition.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme_of_own_edition() {
        const auto file = records_.find_scheme(draft_.scheme.value, draft_.edition->value);
        if (!file) return nullptr;
        auto scheme = inputs_.scheme_in(*file, diagnostics_);
        if (scheme)
            differ(
                DifferenceKind::own_edition, draft_.edition->value, scheme->scheme->edition(),
                base::worded("Panel {} is scored under edition {} of the scheme{}, which its record names; the scheme in use "
                             "today is another edition.",
                             draft_.id.value, draft_.edition->value,
                             report::hides_texts(inputs_.options().audience) ? "" : fmt::format(" ({})", file->name)));
        return scheme;
    }

    void report_other_edition(const SchemeInUse& at_hand) {
        diagnostics_.error(
            {.id = "JE-P17",
             .at = draft_.edition->at,
             .message = fmt::format("panel '{}' was held under edition '{}' of scheme '{}', and only edition '{}' is at hand",
                                    draft_.id.value, draft_.edition->value, draft_.scheme.value, at_hand.scheme->edition()),
             .expected = "the scheme file of that edition: points and levels may have changed between the two",
             .fix = fmt::format("name the folder that holds it with --records, or, to score the record under edition "
                                "'{}' all the same and have that said, name that scheme with --scheme",
                                at_hand.scheme->edition())});
    }

    void find_job() {
        Diagnostics about;
        const auto* found = records_.find_job(draft_.job, draft_.job_version, about);
        diagnostics_.append(about);
        if (found != nullptr) take_posts(*found);
        if (found != nullptr) loaded_->job = model::Job::make(*found, *loaded_->scheme->scheme, diagnostics_);
        if (loaded_->job) {
            loaded_->job_title = found->title;
            return;
        }
        differ(
            DifferenceKind::no_questionnaire, draft_.job_version ? std::optional{draft_.job_version->value} : std::nullopt, {},
            base::worded("The questionnaire that panel {} scored ({}{}) is not at hand: levels are those of the record; facts "
                         "that rules may need are not known.",
                         draft_.id.value, draft_.job.value,
                         draft_.job_version ? base::worded(", version {}", draft_.job_version->value) : ""));
        Diagnostics quietly;
        if (const auto* other = records_.find_job(draft_.job, std::nullopt, quietly)) {
            loaded_->job_title = other->title;
            take_posts(*other);
        }
    }

    /// A choice of band that does not go with the panel's total. The questionnaire's own was made for its own levels, and is
    /// then only no choice of this panel.
    void look_at_choice(const model::Panel& panel, const model::Job* job) {
        const SchemeInUse& in_use = *loaded_->scheme;
        const auto answers = panel.answers(*in_use.scheme, job);
        if (!answers.choice || in_use.bands == nullptr) return;
        const auto score = scoring::score(*in_use.scheme, in_use.bands, answers);
        for (const scoring::Problem& problem : score.problems) {
            const bool held = problem.kind != scoring::ProblemKind::choice_not_held;
            if (held && (problem.kind != scoring::ProblemKind::choice_idle || !answers.choice->by_panel)) continue;
            auto told = scoring::explain_choice(problem.kind, *answers.choice, *in_use.bands, score);
            if (!answers.choice->by_panel) {
                told.severity = base::Severity::warning;
                told.fix = "record the panel's own choice where several bands hold its total; else nothing needs to change";
                told.message +=
                    fmt::format("; that is the questionnaire's choice, and panel '{}' records none", draft_.id.value);
            }
            diagnostics_.add(std::move(told));
        }
    }

    /// Where the panel agreed another level than the questionnaire it scored states: two papers, two totals (JE-P25).
    void compare_papers(const model::Panel& panel, const model::Job& job) {
        const auto differing = differing_factors(panel, job);
        if (differing.empty()) return;
        const bool is_public = report::hides_texts(inputs_.options().audience);
        const auto by_panel = panel.answers(*loaded_->scheme->scheme, &job);
        if (!is_public)
            differ(DifferenceKind::other_levels, outcome_of(by_panel), outcome_of(job.answers()),
                   base::worded("Panel '{}' agreed other levels than {} states: {}.", panel.id().text(), called(job),
                                difference_of(panel, job, differing)));
        const base::InLanguage in{base::Language::english};  // as all messages
        diagnostics_.warning(
            {.id = "JE-P25",
             .at = is_public ? panel.at() : panel.factors()[differing.front()].at,
             .message = fmt::format("panel '{}' agreed other levels than {} states: {}", panel.id().text(), called(job),
                                    is_public ? "on which factors, and what follows, is left out of the public view"
                                              : difference_of(panel, job, differing)),
             .expected = "one level for each factor in all papers of one version",
             .fix = "correct whichever paper is wrong; where both are right, give the questionnaire with the other levels "
                    "a version of its own, and name in 'job_version' the one that the panel scored"});
    }

    /// On which both say a level, and not the same.
    [[nodiscard]] static std::vector<std::size_t> differing_factors(const model::Panel& panel, const model::Job& job) {
        std::vector<std::size_t> differing;
        for (std::size_t f = 0; f < panel.factors().size(); ++f) {
            const auto agreed = panel.factors()[f].agreed;
            const auto stated = job.answers().levels[f];
            if (agreed && stated && *agreed != *stated) differing.push_back(f);
        }
        return differing;
    }

    /// "knowledge 4 (panel.yaml:9) and 5 (job.yaml:12); by the panel 440 points, band 3, by the questionnaire ...".
    [[nodiscard]] std::string difference_of(const model::Panel& panel, const model::Job& job,
                                            const std::vector<std::size_t>& differing) const {
        const model::Scheme& scheme = *loaded_->scheme->scheme;
        std::string factors;
        for (const std::size_t f : differing) {
            const model::Factor& factor = scheme.factors()[f];
            const model::PanelFactor& recorded = panel.factors()[f];
            factors += (factors.empty() ? "" : ", ") +
                       base::worded("{} {} ({}) and {} ({})", factor.id.text(), factor[*recorded.agreed].id.text(),
                                    recorded.at.file_and_line(), factor[*job.answers().levels[f]].id.text(),
                                    job.ratings()[f].at.file_and_line());
        }
        return base::worded("{}; by the panel {}, by the questionnaire {}", factors, outcome_of(panel.answers(scheme, &job)),
                            outcome_of(job.answers()));
    }

    [[nodiscard]] static std::string called(const model::Job& job) {
        return job.version().empty() ? base::worded("questionnaire '{}'", job.id().text())
                                     : base::worded("version '{}' of questionnaire '{}'", job.version(), job.id().text());
    }

    /// "440 points, band 3"; both ends where levels are missing.
    [[nodiscard]] std::string outcome_of(const model::Answers& answers) const {
        const SchemeInUse& in_use = *loaded_->scheme;
        report::ScoredJob job;
        report::fill_scored_job(job, {in_use.scheme.get(), in_use.bands, nullptr}, draft_.job.value, "", answers,
                                scoring::score(*in_use.scheme, in_use.bands, answers), false);
        const auto range = [](const std::string& from, const std::string& to) {
            return from == to ? from : base::worded("{} to {}", from, to);
        };
        const auto points = range(job.total_min.to_string(), job.total_max.to_string());
        if (in_use.bands == nullptr) return base::worded("{} points", points);
        const std::string none{base::translated("none")};
        if (!job.has_points) return base::worded("band {}", range(job.band_min.value_or(none), job.band_max.value_or(none)));
        return base::worded("{} points, band {}", points, range(job.band_min.value_or(none), job.band_max.value_or(none)));
    }

    void take_posts(const model::JobDraft& questionnaire) {
        loaded_->questionnaires.push_back(questionnaire.id.at.source);
        const auto holders = holders_of(questionnaire.posts);
        loaded_->single_holder = loaded_->single_holder || holders == Holders::one;
        loaded_->holders_known = loaded_->holders_known || holders != Holders::not_known;
    }

    const model::PanelDraft& draft_;
    Inputs& inputs_;
    Records& records_;
    Diagnostics& diagnostics_;
    std::unique_ptr<LoadedPanel> loaded_ = std::make_unique<LoadedPanel>();
};

}  // namespace

report::PanelBasis LoadedPanel::basis(const Options& options, panel::Pseudonyms* pseudonyms) const {
    return {.scheme = scheme->info,
            .bands = scheme->bands_info,
            .pay = scheme->pay,
            .as_of = options.as_of,
            .audience = options.audience,
            .job_title = job_title,
            .differences = differences,
            .pseudonyms = pseudonyms};
}

std::unique_ptr<LoadedPanel> load_panel(const model::PanelDraft& draft, Inputs& inputs, Records& records,
                                        Diagnostics& diagnostics) {
    return PanelLoader{draft, inputs, records, diagnostics}.load();
}

void SeenPanellists::look(const model::PanelDraft& panel, report::Audience audience, Diagnostics& diagnostics) {
    if (!seen_.insert(panel.id.at.file_and_line()).second) return;
    for (const auto& panellist : panel.panellists) {
        const auto* const earlier = looks_.add(panellist.id.value, panellist.id.at);
        // Of two in one record the record itself tells.
        if (earlier == nullptr || earlier->at.source == panellist.id.at.source || !told_.insert(panellist.id.value).second)
            continue;
        base::Diagnostic d =
            base::looks_alike("panellist", "id", panellist.id.value, panellist.id.at, earlier->text, earlier->at);
        if (report::hides_people(audience))
            d.message = fmt::format(
                "the id of a panellist looks like one in another record ({}) and is another; je check tells in what",
                earlier->at.file_and_line());
        diagnostics.warning(std::move(d));
    }
}

void report_breaches(const std::vector<panel::Finding>& findings, const std::string& whose, const base::SourcePosition& at,
                     Diagnostics& diagnostics) {
    for (const panel::Finding& finding : findings) {
        if (finding.verdict == panel::Verdict::pass) continue;
        const bool fails = finding.verdict == panel::Verdict::fail;
        base::Diagnostic d{.id = fails ? "JE-P20" : "JE-P21",
                           .at = at,
                           .message = fmt::format("{} does not keep rule '{}': {}", whose, finding.rule, finding.message),
                           .expected = finding.summary.empty() ? "what the scheme's rule asks" : finding.summary,
                           .fix =
                               "complete the record if something was left out of it; otherwise the finding stays, and its "
                               "notes can say why the rule was not kept"};
        fails ? diagnostics.error(std::move(d)) : diagnostics.warning(std::move(d));
    }
}

std::optional<base::Diagnostic> other_job(const model::AppealDraft& appeal, const base::Located<std::string>& id,
                                          const model::PanelDraft& panel) {
    if (panel.job.value == appeal.job.value) return std::nullopt;
    return base::Diagnostic{.id = "JE-A09",
                            .at = id.at,
                            .message = fmt::format("panel '{}' evaluated job '{}', but the appeal is about '{}'", id.value,
                                                   panel.job.value, appeal.job.value),
                            .expected = "two panels on the job that is appealed",
                            .fix = "name another panel, or correct 'job'"};
}

}  // namespace je::study
