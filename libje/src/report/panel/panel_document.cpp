// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "je/base/language.hpp"
#include "je/report/panel_result.hpp"
#include "report/described_table.hpp"
#include "report/describing.hpp"
#include "report/explain/explain_document.hpp"
#include "report/figures.hpp"
#include "report/panel/panel_words.hpp"
#include "report/panel/public_records.hpp"

namespace je::report {

namespace {

class PanelPages {
public:
    PanelPages(Document& document, const PanelResult& result, int level)
        : document_{document}, result_{result}, level_{level} {}

    void add() {
        Section& head = heading(
            "panel", 0, say("Panel {} on {}", result_.panel, result_.job_title.empty() ? result_.job : result_.job_title));
        if (level_ > 1) head.one_of = base::translated("panels");
        if (level_ == 1) {
            add_scheme(document_, result_.scheme, result_.bands, result_.as_of);
        }
        add_head();
        add_rules();
        if (hides_texts(result_.audience)) return paragraph(public_view_in_words);
        add_splits();
        add_option_splits();
        add_factors();
        add_reasons();
        add_other_outcomes();
        add_chances();
        add_agreement();
    }

private:
    /// Where there are several panels, its id stands before each id.
    Section& heading(const std::string& id, int below, Text text) {
        return document_.begin(anchor(id), std::min(level_ + below, 3), std::move(text));
    }
    [[nodiscard]] std::string anchor(const std::string& id) const {
        return level_ == 1 ? id : "panel-" + result_.panel + "-" + id;
    }
    void paragraph(Text text) { document_.add(Paragraph{std::move(text)}); }

    void add_head() {
        Facts facts;
        facts.rows.emplace_back("Outcome", outcome_text(result_.outcome));
        facts.rows.emplace_back("Held", say("{}, {}", value_or(result_.date), to_text(result_.stage)));
        facts.rows.emplace_back("Questionnaire", say("{}{}", result_.job,
                                                     result_.job_version.empty() ? Text{", version not stated"}
                                                                                 : say(", version {}", result_.job_version)));
        if (hides_texts(result_.audience))
            facts.rows.emplace_back("Decided by", counted(result_.deciding, "panellist", "panellists"));
        for (const PersonView& person : result_.people) facts.rows.emplace_back("Panellist", person_text(person));
        if (result_.decision) facts.rows.emplace_back("Decided by", to_text(*result_.decision));
        if (result_.audience != Audience::record) facts.rows.emplace_back("Made for", to_text(result_.audience));
        document_.add(std::move(facts));
        for (const PaperDifference& difference : result_.differences) paragraph(difference.text);
        if (!result_.notes.empty()) paragraph(say("Note of the record: {}", result_.notes));
    }

    void add_rules() {
        heading("rules", 1, "Rules");
        if (result_.rules.empty()) paragraph("The scheme states no rules about panels, so none were checked.");
        Facts facts;
        for (const auto verdict : {panel::Verdict::fail, panel::Verdict::warn, panel::Verdict::pass}) {
            for (const auto& rule : result_.rules) {
                if (rule.verdict == verdict) facts.rows.emplace_back(to_text(verdict), say("{}: {}", rule.rule, rule.message));
            }
        }
        if (!facts.rows.empty()) document_.add(std::move(facts));
        if (!result_.not_set.empty()) paragraph(say("Not set by the scheme: {}.", not_set_text(result_.not_set)));
    }

    void add_splits() {
        heading("splits", 1, "Where views differed");
        const auto splits = result_.splits();
        if (splits.empty()) {
            paragraph(result_.under_rules.empty() ? "Nobody's own levels are recorded."
                                                  : "Nowhere: on each factor all individual levels recorded are the same.");
            return;
        }
        Table table{.columns = {{"factor", "Factor", Role::name},
                                {"individual", "Individual levels"},
                                {"spread", "Spread", Role::count},
                                {"agreed", "Agreed", Role::level}}};
        for (const PanelFactorView* split : splits) {
            table.rows.push_back({Name{split->name, split->short_name}, levels_text(*split), split->spread,
                                  level_or(split->agreed, split->agreed_letters)});
        }
        document_.add(std::move(table));
    }

    /// One level in several wordings.
    void add_option_splits() {
        if (result_.option_splits.empty()) return;
        heading("wordings", 1, "Where wordings differed");
        paragraph("The same level, with other options of it. Options give no points; no rule of the scheme looks at them.");
        Table table{.columns = {{"factor", "Factor", Role::name},
                                {"level", "Level", Role::level},
                                {"individual", "Individual wordings"},
                                {"agreed", "Agreed"}}};
        for (const OptionSplit& split : result_.option_splits) {
            std::vector<Text> given;
            for (const auto& [who, letters] : split.options) given.push_back(say("{} {}", who, wording_text(letters)));
            table.rows.push_back({split.name, Level{split.level}, listed(given), wording_text(split.agreed)});
        }
        document_.add(std::move(table));
    }
    [[nodiscard]] static Text wording_text(const std::vector<std::string>& letters) {
        std::string text;
        for (const std::string& letter : letters) text += letter;
        return text.empty() ? Text{"no option"} : Text{text};
    }

    void add_factors() {
        heading("factors", 1, "All factors");
        Table table{.columns = {{"factor", "Factor", Role::name},
                                {"agreed", "Agreed", Role::level},
                                {"points", "Points", Role::points},
                                {"individual", "Individual levels"},
                                {"lacks", "The record lacks"}}};
        for (const PanelFactorView& factor : result_.factors) {
            table.rows.push_back({Name{factor.name, factor.short_name}, level_or(factor.agreed, factor.agreed_letters),
                                  value_or(factor.points), levels_text(factor), lacks(factor)});
        }
        document_.add(std::move(table));
        document_.add(levels_by_factor());
    }

    /// Who gave which level, and what was agreed.
    [[nodiscard]] Figure levels_by_factor() const {
        std::vector<std::string> people;
        for (const PanelFactorView& factor : result_.factors) {
            for (const auto& [who, level] : factor.individual) {
                if (std::find(people.begin(), people.end(), who) == people.end()) people.push_back(who);
            }
        }
        Table levels{.columns = {{"factor", "Factor", Role::name}, {"scale", "Levels"}}};
        for (const std::string& who : people) levels.columns.push_back({"level:" + who, who, Role::level});
        levels.columns.push_back({"agreed", "Agreed", Role::level});
        for (const PanelFactorView& factor : result_.factors) {
            std::vector<Text> scale;
            for (const std::string& level : factor.scale) scale.emplace_back(Level{level});
            std::vector<Cell> row{Name{factor.name, factor.short_name}, listed(scale)};
            for (const std::string& who : people) row.push_back(level_of(factor, who));
            row.push_back(level_or(factor.agreed, factor.agreed_letters));
            levels.rows.push_back(std::move(row));
        }
        return {anchor("levels"), Figure::Kind::dot_plot,
                say("The levels that {} gave, and those agreed; views differ on {}.",
                    counted(people.size(), "panellist", "panellists"), counted(result_.splits().size(), "factor", "factors")),
                std::move(levels)};
    }
    [[nodiscard]] static Cell level_of(const PanelFactorView& factor, const std::string& who) {
        for (std::size_t i = 0; i < factor.individual.size(); ++i) {
            if (factor.individual[i].first == who) return Level{factor.individual[i].second, factor.individual_letters[i]};
        }
        return Nothing{Reason::not_recorded};
    }

    [[nodiscard]] Text lacks(const PanelFactorView& factor) const {
        std::vector<Text> lacking;
        if (!factor.not_scored_by.empty()) lacking.push_back(say("a level of {}", listed(factor.not_scored_by)));
        if (factor.rationale.empty()) lacking.emplace_back("a reason");
        if (factor.evidence.empty()) lacking.emplace_back("evidence");
        return listed(lacking);
    }

    void add_reasons() {
        heading("reasons", 1, "Reasons, evidence and dissent");
        for (const PanelFactorView& factor : result_.factors) {
            if (factor.rationale.empty() && factor.evidence.empty() && factor.dissent.empty()) continue;
            heading("factor-" + factor.id, 2,
                    say("{}{}", factor.name,
                        factor.agreed ? say(", level {}", Level{*factor.agreed, factor.agreed_letters}) : Text{}));
            Facts facts;
            if (!factor.rationale.empty()) facts.rows.emplace_back("Reason", factor.rationale);
            for (const EvidenceView& evidence : factor.evidence) add_evidence(facts, evidence);
            for (const DissentView& dissent : factor.dissent) {
                facts.rows.emplace_back("Dissent", dissent_text(dissent));
            }
            if (!factor.at.empty()) facts.rows.emplace_back("Recorded at", factor.at);
            document_.add(std::move(facts));
        }
    }

    static void add_evidence(Facts& facts, const EvidenceView& evidence) {
        facts.rows.emplace_back("Evidence", cited_text(evidence));
        if (!evidence.disputed.empty()) facts.rows.emplace_back("Disputed", evidence.disputed);
    }

    void add_agreement() {
        heading("agreement", 1, "Agreement before discussion").folded = true;
        add_agreement_blocks(document_, result_.agreement);
        if (result_.sides.size() > 1) {
            Table table{
                .caption = "Mean place of the levels given, by side (1 is a factor's first level; factors that all scored)",
                .columns = {{"side", "Side"},
                            {"mean", "Mean", Role::number},
                            {"people", "Panellists", Role::count},
                            {"levels", "Levels", Role::count}}};
            for (const auto& side : result_.sides) {
                table.rows.push_back({to_text(side.side), Estimate{side.mean, 2}, side.panellists, side.levels});
            }
            document_.add(std::move(table));
        }
    }

    void add_other_outcomes() {
        heading("other-outcomes", 1, "The outcome under other rules, and without each panellist");
        if (result_.under_rules.empty())
            return paragraph("Nobody's own levels are recorded, so there is nothing to go by but what was agreed.");
        Table table{
            .columns = {{"rule", "If each level were"}, {"total", "Total", Role::points}, {"band", "Band", Role::band}}};
        for (const auto& [rule, outcome] : result_.under_rules)
            table.rows.push_back({rule_in_words(rule), total_of(outcome), band_of(outcome)});
        document_.add(std::move(table));
        add_ladder();
        if (result_.leave_one_out.empty()) return;
        Table without{.columns = {{"without", "By median, without"},
                                  {"total", "Total", Role::points},
                                  {"band", "Band", Role::band},
                                  {"moves", "Moves the total by", Role::points}}};
        for (const auto& one : result_.leave_one_out)
            without.rows.push_back({one.panellist, total_of(one.by_median), band_of(one.by_median), one.moves_total});
        document_.add(std::move(without));
        if (result_.scheme.has_points())
            paragraph(result_.most_influential.empty()
                          ? Text{"Leaving out any one panellist does not move the total by median."}
                          : say("Most influential by this measure: {}.", listed(result_.most_influential)));
        paragraph("Where a rule does not decide - an even number of views, no majority - both ends of the range are shown.");
    }

    void add_ladder() {
        std::vector<Figure::Mark> totals{total_mark("agreed", result_.outcome)};
        for (const auto& [rule, outcome] : result_.under_rules)
            totals.push_back({std::string{to_text(rule)}, total_of(outcome)});
        add_band_ladder(document_, anchor("ladder"), result_.bands, std::move(totals),
                        say("The total agreed, and those under {}, among the bands.",
                            counted(result_.under_rules.size(), "other rule", "other rules")));
    }

    void add_chances() {
        heading("chances", 1, "How firm the band is within the panel's own views");
        if (result_.no_band_chances) {
            paragraph(say("The chance of each band is not computed: {}.", *result_.no_band_chances));
            return;
        }
        paragraph(
            result_.scheme.has_points()
                ? "The chance of each band if every factor's level were drawn, by itself, from the panel's individual levels. "
                  "Exact: computed over all totals, nothing is sampled."
                : "The chance of each band if every factor's level were drawn, by itself, from the panel's individual levels. "
                  "Exact: computed over all of them, nothing is sampled.");
        if (result_.bands.overlaps) paragraph(overlapping_chances);
        Table table{.columns = {{"band", "Band", Role::band}, {"chance", "Chance", Role::share}}};
        for (const BandShare& one : result_.band_chances) table.rows.push_back({Band{one.band}, chance(one.share)});
        document_.add(std::move(table));
    }

    Document& document_;
    const PanelResult& result_;
    int level_;
};

/// "Held against the panel before on the same job: 1 up, 0 down, 2 the same band."
Text movers_text(const Movers& movers) {
    const model::BandMoves& moves = movers.bands;
    Text text = say("Held against the panel before on the same job: {} up, {} down, {} the same band", moves.up, moves.down,
                    moves.same);
    const auto also = [&](std::size_t jobs, std::string_view what) {
        if (jobs > 0) text += say(", {} {}", jobs, what);
    };
    also(moves.out_of_bands, move_text(model::BandMove::out_of_bands));
    also(moves.into_a_band, move_text(model::BandMove::into_a_band));
    also(moves.in_no_band, move_text(model::BandMove::in_no_band));
    also(movers.other_bands, "not to be compared by band, as the two do not stand under one band table");
    return text + ".";
}

void add_overview(Document& document, const PanelsResult& result) {
    document.begin("panels", 1, counted(result.panels.size(), "panel", "panels"));
    const PanelResult& first = result.panels.front();
    add_scheme(document, first.scheme, first.bands, first.as_of);
    Table table{.columns = {{"panel", "Panel", Role::id},
                            {"job", "Job", Role::id},
                            {"date", "Date", Role::date},
                            {"stage", "Stage"},
                            {"people", "Deciding", Role::count},
                            {"total", "Total", Role::points},
                            {"band", "Band", Role::band},
                            {"fails", "Fail", Role::count},
                            {"warns", "Warn", Role::count}}};
    for (const PanelResult& panel : result.panels) {
        table.rows.push_back({panel.panel, panel.job, value_or(panel.date), to_text(panel.stage),
                              hides_texts(panel.audience) ? panel.deciding : panel.agreement.panellists,
                              total_of(panel.outcome), bands_of(panel.outcome), count_of(panel.rules, panel::Verdict::fail),
                              count_of(panel.rules, panel::Verdict::warn)});
    }
    document.add(std::move(table));
    const Movers& movers = result.movers;
    if (movers.any()) document.add(Paragraph{movers_text(movers)});
}

}  // namespace

Document panel_document(const PanelsResult& result) {
    Document document;
    const bool several = result.panels.size() > 1;
    if (several) add_overview(document, result);
    if (result.panels.empty()) document.begin("none", 1, "No panel can be shown");
    const bool is_public = !result.panels.empty() && hides_texts(result.panels.front().audience);
    if (!several || result.each) {
        for (const PanelResult& panel : result.panels) PanelPages{document, panel, several ? 2 : 1}.add();
    } else {
        document.add(Paragraph{is_public ? public_view_in_words : std::string_view{"--each adds a page for each panel."}});
    }
    if (several && !is_public) {
        document.begin("agreement", 2, "Agreement over all panels");
        add_agreement_blocks(document, result.agreement);
    }
    if (result.left_out.any()) document.add(Paragraph{in_words(result.left_out, "panel", "panels")});
    add_origin(document, result.inputs);
    if (!result.panels.empty() && !result.panels.front().scheme.has_points()) document.leave_out_points();
    return document;
}

namespace {

/// A level that a panellist gave, or a factor for which nobody's is recorded.
struct LevelRow {
    const PanelResult* panel = nullptr;
    const PanelFactorView* factor = nullptr;
    const std::pair<std::string, std::string>* given = nullptr;
    std::string_view letters{};  // of the options given
};

bool panels_state_options(const PanelsResult& result) {
    for (const PanelResult& panel : result.panels)
        for (const PanelFactorView& factor : panel.factors)
            if (!factor.agreed_letters.empty() || !fmt::format("{}", fmt::join(factor.individual_letters, "")).empty())
                return true;
    return false;
}

Description level_row() {
    using T = LevelRow;
    using MaybeWords = std::optional<std::string_view>;
    return {
        "level of a panellist",
        {value<[](const T& one) { return std::string_view{one.panel->panel}; }>("panel", "Panel", Role::id, "of the record"),
         value<[](const T& one) { return std::string_view{one.panel->job}; }>("job", "Job", Role::id, "of the job"),
         value<[](const T& one) { return std::string_view{one.factor->id}; }>("factor", "Factor", Role::id, "of the factor"),
         value<[](const T& one) { return one.given ? MaybeWords{one.given->first} : MaybeWords{}; }>(
             "panellist", "Panellist", Role::person, "who gave it"),
         value<[](const T& one) { return one.given ? MaybeWords{one.given->second} : MaybeWords{}; }>("level", "Level",
                                                                                                      Role::level, "given"),
         value<[](const T& one) { return MaybeWords{one.factor->agreed}; }>("agreed", "Agreed", Role::level,
                                                                            "the level agreed"),
         value<[](const T& one) { return one.factor->points; }>("agreed_points", "Points", Role::points, "of that"),
         value<&T::letters>("options", "Options", Role::level, "letters of the options given"),
         value<[](const T& one) { return std::string_view{one.factor->agreed_letters}; }>("agreed_options", "Options agreed",
                                                                                          Role::level, "letters agreed")}};
}

}  // namespace

namespace {

Table all_levels_table(const PanelsResult& result) {
    if (result.left_out.any() || (!result.panels.empty() && hides_texts(result.panels.front().audience)))
        return public_table(result);
    const Description& row = made_once<level_row>();
    Table table = panels_state_options(result)
                      ? described_table(row)
                      : described_table(row, {"panel", "job", "factor", "panellist", "level", "agreed", "agreed_points"});
    for (const PanelResult& panel : result.panels) {
        for (const PanelFactorView& factor : panel.factors) {
            LevelRow one{&panel, &factor};
            if (factor.individual.empty()) add_described_row(table, row, &one);
            for (std::size_t i = 0; i < factor.individual.size(); ++i) {
                one.given = &factor.individual[i];
                one.letters = factor.individual_letters[i];
                add_described_row(table, row, &one);
            }
        }
    }
    return table;
}

}  // namespace

Table panel_table(const PanelsResult& result) {
    Table table = all_levels_table(result);
    if (!result.panels.empty() && !result.panels.front().scheme.has_points()) empty_points(table);
    return table;
}

}  // namespace je::report
