// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/panel/panel_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/words.hpp"

namespace je::report {

namespace {

Content value_of(const numerics::Statistic& statistic, int digits) {
    return statistic.value ? Content{Estimate{*statistic.value, digits}} : Content{Nothing{Reason::not_computed}};
}

void add_row(Table& table, std::string_view name, const panel::Coefficient& one, std::size_t factors) {
    const Text interval = one.interval      ? Text{Range{Estimate{one.interval->lower, 3}, Estimate{one.interval->upper, 3}}}
                          : one.value.value ? Text{std::string_view{one.no_interval}}
                                            : Text{std::string_view{one.value.reason}};
    table.rows.push_back({name, value_of(one.value, 3), factors, interval});
}

}  // namespace

Text not_set_text(std::span<const model::ProcessCheck> checks) {
    std::vector<Text> words;
    for (const std::string& one : model::settled_by(checks)) words.emplace_back(std::string_view{one});
    return listed(words);
}

Text event_text(const std::string& kind) {
    static constexpr std::array<std::string_view, 12> usual{
        "job-changed",    "panel-sat",     "result-sent", "appeal-lodged", "appeal-forwarded",      "appeal-accepted",
        "appeal-refused", "papers-agreed", "repanel-sat", "decision-sent", "reconsideration-asked", "demotion-effective"};
    const auto found = std::find(usual.begin(), usual.end(), kind);
    return found == usual.end() ? Text{kind} : Text{*found};
}

Text levels_text(const PanelFactorView& factor) {
    std::vector<Text> levels;
    for (std::size_t i = 0; i < factor.individual.size(); ++i) {
        const auto& [who, level] = factor.individual[i];
        levels.push_back(say("{} {}", who, Level{level, factor.individual_letters[i]}));
    }
    return levels.empty() ? Text{"none recorded"} : listed(levels);
}

Text dissent_text(const DissentView& dissent) {
    return say("{}{}: {}", dissent.panellist,
               dissent.level ? say(", level {}", Level{*dissent.level, dissent.letters}) : Text{}, dissent.reason);
}

Text cited_text(const EvidenceView& evidence) {
    return say("{}{}{}", evidence.document, evidence.section.empty() ? Text{} : say(", section {}", evidence.section),
               evidence.quote.empty() ? "" : ": \"" + evidence.quote + "\"");
}

ValueOrRange total_of(const ScoredJob& job) { return between(job.total_min, job.total_max); }
ValueOrRange band_of(const ScoredJob& job) { return between(Band{job.band_min}, Band{job.band_max}); }
Figure::Mark total_mark(std::string label, const ScoredJob& job) {
    return {std::move(label), total_of(job), job.band_rule ? job.band_max.value_or("") : ""};
}
ValueOrRange total_of(const OutcomeView& outcome) { return between(outcome.total_min, outcome.total_max); }
ValueOrRange band_of(const OutcomeView& outcome) { return between(Band{outcome.band_min}, Band{outcome.band_max}); }

Text bands_of(const ScoredJob& job) {
    return !job.has_points && job.several.bands.size() > 1 ? bands_in_words(job.several) : Text{band_of(job)};
}

Text why_a_range(const ScoredJob& job) {
    if (job.unknown_facts.empty()) return "some factors have no agreed level";
    return job.unknown.empty() ? "facts that rules need are not known"
                               : "some factors have no agreed level, and facts that rules need are not known";
}

namespace {

/// In a scheme without points.
Text outcome_by_rules(const ScoredJob& job) {
    if (!job.complete) {
        const Text bands = bands_of(job);
        return job.several.bands.size() == 1 ? say("band {} in any case; {}", bands, why_a_range(job))
                                             : say("band {}; {}, so there may be several", bands, why_a_range(job));
    }
    Text text = say("band {}", band_of(job));
    return job.several.rule ? text + say(" by rule '{}'", *job.several.rule) : text;
}

}  // namespace

Text points_and_band(const OutcomeView& outcome, bool has_points) {
    return has_points ? say("{} points, band {}", total_of(outcome), band_of(outcome)) : say("band {}", band_of(outcome));
}
Text points_and_band(const ScoredJob& job) {
    return job.has_points ? say("{} points, band {}", total_of(job), band_of(job)) : say("band {}", bands_of(job));
}

Text outcome_text(const ScoredJob& job) {
    if (!job.has_points) return outcome_by_rules(job);
    Text text = say("{} points, band {}", total_of(job), band_of(job));
    if (!job.complete) return say("{}; {}, so this is a range", text, why_a_range(job));
    if (job.band_rule) {
        const Band by_points{job.band_by_points, Band::Form::named};
        text += say(" by rule '{}', {} by points", *job.band_rule, by_points);
        if (job.above_floor) text += say("; {} above the floor of {}", *job.above_floor, by_points);
    } else if (job.above_floor) {
        text += say("; {} above its floor", *job.above_floor);
    }
    if (job.to_next) text += say("; {} short of band {}", *job.to_next, Band{job.next_band});
    if (job.several.open) text += say("; {}", *job.several.open);
    if (const ChoiceView* const choice = job.several.chosen()) text += say("; {}", choice_clause(*choice));
    return text;
}

Text person_text(const PersonView& person) {
    Text text{person.id};
    if (!person.name.empty()) text += say(" ({})", person.name);
    text += say(": {} side, {}", to_text(person.side), to_text(person.role));
    if (!person.post.empty()) text += say(", {}", person.post);
    if (!person.organisation.empty()) text += say(", {}", person.organisation);
    if (!person.connected_to_job.empty()) text += say("; connected to the job: {}", person.connected_to_job);
    return text;
}

std::string_view to_text(PaperDifference::Kind kind) {
    using Kind = PaperDifference::Kind;
    constexpr base::Words<Kind, 4> words{{{"other-edition", Kind::other_edition},
                                          {"own-edition", Kind::own_edition},
                                          {"no-questionnaire", Kind::no_questionnaire},
                                          {"other-levels", Kind::other_levels}}};
    return base::word_for(words, kind);
}

std::string_view rule_in_words(panel::LevelRule rule) {
    constexpr base::Words<panel::LevelRule, 5> words{{{"the median of the individual levels", panel::LevelRule::median},
                                                      {"the one given by more than half", panel::LevelRule::majority},
                                                      {"the one nearest to the mean", panel::LevelRule::mean_nearest},
                                                      {"the lowest given", panel::LevelRule::lowest},
                                                      {"the highest given", panel::LevelRule::highest}}};
    return base::word_for(words, rule);
}

namespace {

Text left_out_in_words(std::initializer_list<std::pair<std::size_t, Text>> parts) {
    std::vector<Text> those;
    for (const auto& [count, words] : parts) {
        if (count > 0) those.push_back(words);
    }
    return say("Left out of the public view: {}.", listed(those, "; "));
}

}  // namespace

Text in_words(const LeftOutRecords& records, std::string_view one, std::string_view several) {
    const auto of = [&](std::size_t count, std::string_view of_one, std::string_view of_several) {
        return say("{}, {}", counted(count, one, several), count == 1 ? of_one : of_several);
    };
    return left_out_in_words(
        {{records.single_holder,
          of(records.single_holder, "whose job has a single post-holder", "whose jobs each have a single post-holder")},
         {records.holders_not_known, of(records.holders_not_known, "of whose job it is not known how many people hold it",
                                        "of whose jobs it is not known how many people hold them")}});
}

Text jobs_in_words(const LeftOutRecords& jobs) {
    const auto of = [](std::size_t count, std::string_view one, std::string_view several) {
        return say("{} {}", counted(count, "job", "jobs"), count == 1 ? one : several);
    };
    return left_out_in_words(
        {{jobs.single_holder, of(jobs.single_holder, "that has a single post-holder", "that each have a single post-holder")},
         {jobs.holders_not_known, of(jobs.holders_not_known, "of which nobody says how many people hold it",
                                     "of which nobody says how many people hold them")}});
}

void add_agreement_blocks(Document& document, const panel::Agreement& agreement) {
    Table table{.columns = {{"figure", "Figure"},
                            {"value", "Value", Role::number},
                            {"factors", "Factors", Role::count},
                            {"interval", "95 % interval, or why not"}}};
    const auto& percent = agreement.percent_exact;
    table.rows.push_back(
        {"Factors on which all gave the same level",
         percent.value ? Content{fixed_share(*percent.value / 100, 1)} : Content{Nothing{Reason::not_computed}},
         agreement.factors, std::string_view{percent.reason}});
    add_row(table, "Krippendorff's alpha (ordinal)", agreement.krippendorff_alpha,
            agreement.krippendorff_alpha.value.used.units);
    add_row(table, "ICC(2,1), one panellist", agreement.icc_2_1, agreement.complete);
    add_row(table, "ICC(2,k), their average", agreement.icc_2_k, agreement.complete);
    add_row(table, "Kendall's W, ties allowed for", agreement.kendall_w, agreement.complete);
    for (const auto& pair : agreement.pairs) {
        table.rows.push_back({say("Weighted kappa, {} and {}", pair.a, pair.b), value_of(pair.kappa, 3), pair.units,
                              std::string_view{pair.kappa.reason}});
    }
    document.add(std::move(table));
    document.add(Paragraph{agreement.caution});
}

Text moves_text(const model::BandMoves& moves) {
    if (moves.moved() == 0) return moves.all() == 1 ? Text{"it stays"} : say("all {} stay", moves.all());
    Text text = say("{} {} up, {} {} down, {} {}", moves.up, verb(moves.up, "goes", "go"), moves.down,
                    verb(moves.down, "goes", "go"), moves.same, verb(moves.same, "stays", "stay"));
    if (moves.out_of_bands > 0)
        text += say(", {} {} every band", moves.out_of_bands, verb(moves.out_of_bands, "leaves", "leave"));
    if (moves.into_a_band > 0)
        text += say(", {} {} into a band from none", moves.into_a_band, verb(moves.into_a_band, "comes", "come"));
    if (moves.in_no_band > 0) text += say(", {} {} in no band", moves.in_no_band, verb(moves.in_no_band, "stays", "stay"));
    return text;
}

std::string_view move_text(model::BandMove move) {
    constexpr base::Words<model::BandMove, 6> words{{{"up", model::BandMove::up},
                                                     {"down", model::BandMove::down},
                                                     {"the same band", model::BandMove::same},
                                                     {"out of every band", model::BandMove::out_of_bands},
                                                     {"into a band from none", model::BandMove::into_a_band},
                                                     {"in no band both times", model::BandMove::in_no_band}}};
    return base::word_for(words, move);
}

std::string_view verb(std::size_t n, std::string_view one, std::string_view more) { return n == 1 ? one : more; }

}  // namespace je::report
