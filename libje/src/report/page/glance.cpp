// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/base/language.hpp"
#include "report/explain/explain_document.hpp"
#include "report/page/page_parts.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/sensitivity_words.hpp"

namespace je::report {

namespace {

Link link_to(std::string_view words, const std::string& section) {
    return {std::string{base::translated(words)}, Link::To::section, section};
}

Band band_by_name(const BandTrace& band) { return Band{band.id, Band::Form::named}; }

/// "Victim Liaison Officer has 440 points and is in band 3: 90 points above its floor (350), and 10 points below the floor of
/// band 4 (450)." Of a total that a rule or a gap in the record says more about, the explanation's own sentences are quoted.
Text quotable(const ExplainResult& job, const Section& head) {
    const bool is_plain = job.complete && !job.band_rule && job.above_floor && !job.no_band && !job.bands.overlaps;
    if (is_plain) {
        Text text = say("By its questionnaire, {} has {} and is in {}: {} above the floor of that band",
                        job.title.empty() ? job.id : job.title, named(job.total_min),
                        job.band_min.visit(band_by_name,
                                           [] {
                                               return Band{{}, Band::Form::named};
                                           }),
                        named(*job.above_floor));
        job.points_band_max.visit([&](const BandTrace& band) { text += say(" ({})", band.floor); }, [] {});
        if (job.to_next)
            job.next_band.visit(
                [&](const BandTrace& next) {
                    text += say(", and {} below the floor of {} ({})", named(*job.to_next), band_by_name(next), next.floor);
                },
                [] {});
        return text + ".";
    }
    Text text = head.title + ".";
    for (const Block& block : head.blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += " " + paragraph->text;
    return text;
}

/// Of a job whose band rules give.
Facts facts_by_rules(const ExplainResult& job) {
    Facts facts;
    facts.rows.emplace_back("Band",
                            job.several.bands.empty() ? Text{Band{{}, Band::Form::named}} : bands_in_words(job.several));
    if (job.several.rule) facts.rows.emplace_back("Rule", *job.several.rule);
    if (!job.nearest) return facts;
    if (job.nearest->up) facts.rows.emplace_back("Level steps to a higher band", *job.nearest->up);
    if (job.nearest->down) facts.rows.emplace_back("Level steps to a lower band", *job.nearest->down);
    return facts;
}

/// The figures that people look for first.
Facts key_facts(const ExplainResult& job) {
    if (!job.scheme.has_points()) return facts_by_rules(job);
    Facts facts;
    facts.rows.emplace_back("Points", say("{} of {}", between(job.total_min, job.total_max), job.largest_total));
    const auto id = [](const auto& band) {
        return band.visit([](const BandTrace& one) { return Band{one.id}; }, [] { return Band{{}}; });
    };
    if (!job.bands_at.empty())
        facts.rows.emplace_back("Band", Text{between(Content{id(job.band_min)}, Content{id(job.band_max)})});
    if (job.band_rule)
        facts.rows.emplace_back("Band by points",
                                Text{between(Content{id(job.points_band_min)}, Content{id(job.points_band_max)})});
    if (job.above_floor && !job.bands.overlaps)
        job.points_band_max.visit(
            [&](const BandTrace& band) {
                facts.rows.emplace_back(say("Above the floor of band {}", Band{band.id}), *job.above_floor);
            },
            [] {});
    if (job.to_next)
        job.next_band.visit(
            [&](const BandTrace& next) {
                facts.rows.emplace_back(say("To the floor of band {}", Band{next.id}), *job.to_next);
            },
            [] {});
    return facts;
}

/// The panel that sat last on the job, of all that the page has; null when there is none.
const PanelResult* latest_panel(const ReportResult& result) {
    std::vector<const PanelResult*> all;
    for (const PanelsResult& panels : result.panels)
        for (const PanelResult& one : panels.panels) all.push_back(&one);
    for (const AppealsResult& appeals : result.appeals)
        for (const AppealResult& one : appeals.appeals) all.push_back(one.repanel ? &*one.repanel : &one.original);
    const auto last = std::max_element(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
    return last == all.end() ? nullptr : *last;
}

/// What is scored here is the questionnaire: where the panel that sat last agreed another total or band, that is said first.
void add_latest_outcome(Page& page, const ExplainResult& job, const ReportResult& result) {
    const PanelResult* latest = latest_panel(result);
    if (latest == nullptr) return;
    const ScoredJob& agreed = latest->outcome;
    const auto id = [](const auto& band) {
        return band.visit([](const BandTrace& one) { return std::optional{one.id}; },
                          [] { return std::optional<std::string>{}; });
    };
    const bool is_same = agreed.total_min == job.total_min && agreed.total_max == job.total_max &&
                         agreed.band_min == id(job.band_min) && agreed.band_max == id(job.band_max);
    if (is_same) return;
    page.add(
        Caution{say("The panel that sat last on this job, on {}, agreed {}. What follows is what the levels of the "
                    "questionnaire{} come to, which differ from those agreed.",
                    value_or(latest->date, Reason::not_recorded), outcome_text(agreed),
                    job.version.empty() ? Text{} : say(", version {},", job.version))});
}

/// Why the total is what it is, and where it stands among the bands.
void add_standing(Page& page, const ReportResult& result, const Embedded& why) {
    const ExplainResult& job = *result.why;
    const Section& head = *why.find("job");
    page.add(Paragraph{quotable(job, head)});
    add_latest_outcome(page, job, result);
    page.add(key_facts(job));
    if (const Figure* ladder = why.figure(Figure::Kind::band_ladder)) {
        Figure standing = *ladder;
        const Text total =
            job.total_min == job.total_max ? Text{named(job.total_min)} : Text{Range{job.total_min, named(job.total_max)}};
        standing.sentence = say("Where {} stand among the bands.", total);
        page.add(std::move(standing));
    }
    for (const Block& block : head.blocks)
        if (std::holds_alternative<Facts>(block)) page.add(block);  // pay
}

/// What stands in the sections of the page, with a link to each.
class Summary {
public:
    Summary(const ReportResult& result, const PageParts& parts) : result_{result}, parts_{parts} {}

    [[nodiscard]] Bullets bullets() && {
        if (result_.why) add_why(*result_.why);
        if (parts_.beside) add_beside();
        for (std::size_t i = 0; i < parts_.panels.size(); ++i) add_panel(parts_.panels[i]);
        for (const auto& one : parts_.appeals) add_appeal(one);
        if (!parts_.firm.empty()) add_firm();
        if (result_.organisation) add_organisation(*result_.organisation);
        return std::move(bullets_);
    }

private:
    void say_of(const std::string& section, std::string_view words, Text what) {
        bullets_.items.push_back(say("{}: {}", link_to(words, section), std::move(what)));
    }

    void add_why(const ExplainResult& job) {
        if (const Text steps = fewest_steps(job); !steps.empty())
            say_of(parts_.why->id_of("changes"), "What moves the band", steps);
        const std::size_t disputed = job.gaps.disputes().size();
        if (disputed > 0)
            say_of(parts_.why->id_of("gaps"), "What the record lacks", say("Disputed pieces of evidence: {}.", disputed));
    }

    void add_beside() {
        const auto& factors = result_.beside->factors;
        const auto differ = std::count_if(factors.begin(), factors.end(), [](const auto& one) { return !one.same; });
        say_of(
            "beside", "Beside comparators",
            say("levels differ on {} of {}.", static_cast<std::size_t>(differ), counted(factors.size(), "factor", "factors")));
    }

    [[nodiscard]] const PanelResult* panel_of(const std::string& section) const {
        for (const PanelsResult& all : result_.panels)
            for (const PanelResult& one : all.panels)
                if ("panel-" + one.panel == section) return &one;
        return nullptr;
    }
    void add_panel(const PageParts::One& one) {
        const PanelResult* panel = panel_of(one.id);
        if (panel == nullptr) return;
        Text what = outcome_text(panel->outcome);
        if (!hides_texts(panel->audience) && !panel->under_rules.empty())
            what += say("; views differed on {} of {}", panel->splits().size(),
                        counted(panel->factors.size(), "factor", "factors"));
        say_of(one.id, "The panel", say("{}: {}.", value_or(panel->date, Reason::not_recorded), what));
    }

    [[nodiscard]] const AppealResult* appeal_of(const std::string& section) const {
        for (const AppealsResult& all : result_.appeals)
            for (const AppealResult& one : all.appeals)
                if ("appeal-" + one.appeal == section) return &one;
        return nullptr;
    }
    void add_appeal(const PageParts::One& one) {
        const AppealResult* appeal = appeal_of(one.id);
        if (appeal != nullptr && appeal->repanel && !appeal->scheme.has_points())
            return say_of(one.id, "The appeal",
                          say("{}; then {}.", outcome_text(appeal->original.outcome), outcome_text(appeal->repanel->outcome)));
        const Figure* slope = one.document.figure(Figure::Kind::slope);
        say_of(one.id, "The appeal",
               slope != nullptr                ? slope->sentence
               : hides_texts(result_.audience) ? Text{"the verdicts on its time limits and rules."}
                                               : Text{"the time line, and what it would take."});
    }

    void add_firm() {
        const SensitivityResult& firm = result_.firm.front();
        const auto of_job =
            std::find_if(firm.jobs.begin(), firm.jobs.end(), [&](const SensitivityJob& job) { return job.id == result_.job; });
        if (of_job == firm.jobs.end()) return;
        if (!of_job->weights && of_job->levels && of_job->levels->one_step_found > 0)
            say_of("firm", "How firm is it",
                   say("{} of {} of one level would change the band.", of_job->levels->one_step_changing,
                       counted(of_job->levels->one_step_found, "single step", "single steps")));
        if (!of_job->weights) return;
        const auto sentences = weights_in_words(*of_job, firm.head);
        if (!sentences.empty()) say_of("firm", "How firm is it", sentences.front());
    }

    void add_organisation(const ScoreResult& all) {
        say_of("organisation", "The whole organisation",
               say("{} scored.", counted(all.jobs.size() + all.jobs_not_shown, "job", "jobs")));
    }

    const ReportResult& result_;
    const PageParts& parts_;
    Bullets bullets_;
};

}  // namespace

void add_glance(Page& page, const ReportResult& result, const PageParts& parts) {
    page.begin("glance", 2, "At a glance");
    if (result.why) add_standing(page, result, *parts.why);
    Bullets shown = Summary{result, parts}.bullets();
    if (shown.items.empty()) return;
    page.begin("shows", 3, "What this page shows");
    page.add(std::move(shown));
}

}  // namespace je::report
