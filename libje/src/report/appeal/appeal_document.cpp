// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/base/language.hpp"
#include "je/report/appeal_result.hpp"
#include "report/appeal/appeal_document.hpp"
#include "report/explain/explain_document.hpp"
#include "report/figures.hpp"
#include "report/panel/panel_words.hpp"
#include "report/panel/public_records.hpp"

namespace je::report {

namespace {

class AppealPages {
public:
    AppealPages(Document& document, const AppealResult& result, bool is_alone)
        : document_{document}, result_{result}, is_alone_{is_alone} {}

    void add() {
        Section& head = heading(
            "appeal", 1, say("Appeal {} on {}", result_.appeal, result_.job_title.empty() ? result_.job : result_.job_title));
        if (!is_alone_) head.one_of = base::translated("appeals");
        if (result_.claims_lose_band)
            document_.add(Caution{
                result_.scheme.has_points()
                    ? say("With every level claimed granted, the job would leave every band: it would have {} points, and {}. "
                          "It is "
                          "now in band {}.",
                          total_of(result_.if_claims_met), without_stop(*result_.claims_lose_band), Band{result_.present_band})
                    : say("With every level claimed granted, the job would leave every band: {}. It is now in band {}.",
                          without_stop(*result_.claims_lose_band), Band{result_.present_band})});
        add_scheme(document_, result_.scheme, result_.bands, result_.as_of);
        add_head();
        if (hides_texts(result_.audience)) return add_public_part();
        add_timeline();
        add_rules();
        if (result_.repanel) add_changes();
        add_grounds();
        heading("takes", 2, "What it would take, and the risk");
        add_what_it_takes(document_, result_);
        add_dates();
        add_gaps();
    }

private:
    void add_public_part() {
        add_public_verdicts(document_, result_);
        add_rules();
        paragraph(public_view_in_words);
    }

    Section& heading(const std::string& id, int level, Text text) {
        return document_.begin(anchor(id), level, std::move(text));
    }
    /// The id of a section, a table or a cell; where there are several appeals, that of the appeal stands before it.
    [[nodiscard]] std::string anchor(const std::string& name) const {
        return is_alone_ ? name : "appeal-" + result_.appeal + "-" + name;
    }
    void paragraph(Text text) { document_.add(Paragraph{std::move(text)}); }

    void add_head() {
        Facts facts;
        facts.rows.emplace_back("Original", say("panel {}, {}: {}", result_.original.panel, value_or(result_.original.date),
                                                outcome_text(result_.original.outcome)));
        if (result_.repanel) {
            facts.rows.emplace_back("Re-panel", say("panel {}, {}: {}", result_.repanel->panel, value_or(result_.repanel->date),
                                                    outcome_text(result_.repanel->outcome)));
            facts.rows.emplace_back("Outcome", direction_in_words());
        } else {
            facts.rows.emplace_back("Re-panel", "has not sat, or its record is not at hand");
        }
        if (hides_texts(result_.audience)) {
            if (result_.repanel) facts.rows.emplace_back("Sat on both panels", result_.sat_on_both);
        } else {
            facts.rows.emplace_back(
                "Appeal", say("{}, brought by {}", std::string_view{result_.kind}, std::string_view{result_.brought_by}));
            facts.rows.emplace_back(
                "Claim", result_.claims_band ? Text{Band{result_.claims_band, Band::Form::named}} : Text{"no band is named"});
        }
        if (result_.decision_date) {
            facts.rows.emplace_back("Decision",
                                    say("{}{}{}", *result_.decision_date,
                                        result_.effective_date ? say(", effective from {}", *result_.effective_date) : Text{},
                                        result_.decision_reason.empty() ? "" : ": " + result_.decision_reason));
        }
        if (result_.audience != Audience::record) facts.rows.emplace_back("Made for", to_text(result_.audience));
        document_.add(std::move(facts));
        for (const PaperDifference& difference : result_.differences) paragraph(difference.text);
        if (!result_.notes.empty()) paragraph(say("Note of the record: {}", result_.notes));
    }

    [[nodiscard]] Text direction_in_words() const {
        const Text before = band_of(result_.original.outcome);
        const Text after = band_of(result_.repanel->outcome);
        if (!result_.direction) return no_direction();
        switch (*result_.direction) {
            case model::BandMove::up:
            case model::BandMove::down:
                return say("{}, from band {} to band {}", to_text(*result_.direction), before, after);
            case model::BandMove::same:
                return say("the same band, {}", after);
            case model::BandMove::out_of_bands:
                return with_points(say("out of every band: band {} before, none now", before));
            case model::BandMove::into_a_band:
                return with_points(say("into band {}, from none", after));
            case model::BandMove::in_no_band:
                return with_points("in no band both times");
        }
        return {};
    }
    [[nodiscard]] bool has_points() const { return result_.scheme.has_points(); }
    /// Where both totals are known, how far they are apart stands after the words.
    [[nodiscard]] Text with_points(Text words) const {
        if (!has_points() || !result_.points_moved) return words;
        return std::move(words) + say(" ({} points)", change(*result_.points_moved));
    }
    [[nodiscard]] Text no_direction() const {
        if (result_.original.outcome.several.open || result_.repanel->outcome.several.open)
            return with_points("not known: several bands hold a total, and no choice between them is recorded");
        if (has_points() && result_.points_moved)
            return say("{} points; there is no band table to go by", change(*result_.points_moved));
        return "not known: one of the two outcomes is not complete";
    }

    void add_timeline() {
        heading("time-line", 2, "Time line");
        Table table{.id = anchor("events"), .columns = {{"date", "Date", Role::date}, {"event", "Event"}, {"note", "Note"}}};
        for (const EventView& event : result_.events) table.rows.push_back({event.date, event_text(event.kind), event.note});
        if (table.rows.empty()) {
            paragraph("The record names no events.");
        } else {
            document_.add(std::move(table));
            document_.add(Figure{anchor("events-line"),
                                 Figure::Kind::time_line,
                                 say("From {} to {}: {}.", result_.events.front().date, result_.events.back().date,
                                     counted(result_.events.size(), "event", "events")),
                                 {},
                                 anchor("events")});
        }
        Table limits{.caption = "Time limits",
                     .columns = {{"rule", "Rule"},
                                 {"limit", "Limit"},
                                 {"from", "From"},
                                 {"due", "Due", Role::date},
                                 {"done", "Done"},
                                 {"verdict", "Verdict", Role::verdict}}};
        for (const appeal::Deadline& deadline : result_.deadlines) limits.rows.push_back(limit_row(deadline));
        if (!limits.rows.empty()) document_.add(std::move(limits));
        for (const appeal::Deadline& deadline : result_.deadlines) {
            if (deadline.in_time == appeal::InTime::not_set && !deadline.summary.empty())
                paragraph(say("{}: {}", deadline.rule, deadline.summary));
            if (deadline.beyond_holidays)
                paragraph(
                    say("The due date of '{}' counts working days in a year for which no holidays were given "
                        "(--holidays), so it may be too early.",
                        deadline.rule));
        }
    }

    [[nodiscard]] static std::vector<Cell> limit_row(const appeal::Deadline& deadline) {
        const auto day = [](const std::optional<base::Date>& date) { return value_or(date, Reason::not_recorded); };
        return {deadline.rule,
                deadline.period.empty() ? Text{"not set by the scheme"} : Text{deadline.period},
                say("{} {}", event_text(deadline.from_event), day(deadline.from)),
                value_or(deadline.due),
                say("{} {}", event_text(deadline.until_event), day(deadline.done)),
                verdict_of(deadline)};
    }

    void add_rules() {
        heading("rules", 2, "Rules");
        Facts facts;
        add_findings(facts, result_.rules, "");
        if (result_.repanel) add_panel_findings(facts, result_.repanel->rules, "re-panel, ");
        add_panel_findings(facts, result_.original.rules, "original panel, ");
        if (facts.rows.empty()) {
            paragraph("The scheme states no rules about panels and appeals, so none were checked.");
        } else {
            document_.add(std::move(facts));
        }
        if (!result_.waiting.empty()) paragraph(say("These rules wait for the re-panel: {}.", listed(result_.waiting)));
        if (!result_.not_set.empty()) paragraph(say("Not set by the scheme: {}.", not_set_text(result_.not_set)));
    }

    static void add_findings(Facts& facts, const std::vector<panel::Finding>& findings, std::string_view of) {
        for (const auto& finding : findings) {
            facts.rows.emplace_back(to_text(finding.verdict), say("{}{}: {}", of, finding.rule, finding.message));
        }
    }

    /// The rules about panels that were not kept, and those that were by name alone: je panel has the rest.
    static void add_panel_findings(Facts& facts, const std::vector<panel::Finding>& findings, std::string_view of) {
        std::vector<panel::Finding> breaches;
        std::vector<std::string> kept;
        for (const auto& finding : findings) {
            if (finding.verdict == panel::Verdict::pass) {
                kept.push_back(finding.rule);
            } else {
                breaches.push_back(finding);
            }
        }
        add_findings(facts, breaches, of);
        if (!kept.empty()) facts.rows.emplace_back("pass", say("{}{}", of, listed(kept)));
    }

    void add_changes() {
        heading("changes", 2, "Where the two panels differ");
        if (result_.changes.empty()) {
            paragraph("Nowhere: both panels agreed the same level on every factor.");
            return;
        }
        Table table{.id = anchor("changes-table"),
                    .columns = {{"factor", "Factor", Role::name},
                                {"from", "From", Role::level},
                                {"to", "To", Role::level},
                                {"points", "Points", Role::points},
                                {"ground", "A ground", Role::flag},
                                {"claim", "Claim", Role::level}}};
        if (!has_points()) table.columns.push_back({"steps", "Steps", Role::count});
        for (const FactorMove& one : result_.changes) {
            const Cell points = one.points ? Content{change(*one.points)} : Content{Nothing{}};
            table.rows.push_back({Name{one.name, one.short_name, anchor("factor-" + one.factor)},
                                  level_or(one.from, one.letters_from), level_or(one.to, one.letters_to),
                                  Cell{points}.at(anchor("change." + one.factor)), one.on_ground,
                                  level_or(one.claim, one.claim_letters, Reason::not_said)});
            if (!has_points()) table.rows.back().push_back(steps_cell(one));
        }
        document_.add(std::move(table));
        if (has_points()) add_slope();
        for (const FactorMove& one : result_.changes) add_change(one);
    }

    /// How many levels a factor went up, or below 0 down.
    [[nodiscard]] static Cell steps_cell(const FactorMove& move) {
        if (!move.from_rank || !move.to_rank) return Nothing{};
        return change(
            base::Decimal::from_whole(static_cast<std::int64_t>(*move.to_rank) - static_cast<std::int64_t>(*move.from_rank)));
    }

    /// Both totals and bands, and how far the changes of factors add up to the difference.
    void add_slope() {
        const ScoredJob& before = result_.original.outcome;
        const ScoredJob& after = result_.repanel->outcome;
        Table table{
            .columns = {{"what", "What"}, {"before", "Before"}, {"after", "After"}, {"change", "Change", Role::points}}};
        Cell moved{Nothing{}};
        if (result_.points_moved)
            moved = Cell{change(*result_.points_moved)}.is(Formula::difference(anchor("total-after"), anchor("total-before")));
        table.rows.push_back({"Total", Cell{total_of(before)}.at(anchor("total-before")),
                              Cell{total_of(after)}.at(anchor("total-after")), std::move(moved)});
        const bool is_known =
            std::all_of(result_.changes.begin(), result_.changes.end(), [](const auto& one) { return one.points.has_value(); });
        if (result_.points_moved && is_known) {
            std::vector<std::string> changes;
            for (const FactorMove& one : result_.changes) changes.push_back(anchor("change." + one.factor));
            table.rows.push_back({"Changes of factors", Cell{}, Cell{},
                                  Cell{change(*result_.points_moved)}.is(Formula::sum(std::move(changes)))});
        }
        table.rows.push_back(
            {"Band", band_cell(result_.original, "total-before"), band_cell(*result_.repanel, "total-after"), Cell{}});
        document_.add(Figure{anchor("slope"), Figure::Kind::slope,
                             say("From {} to {} points: {}.", total_of(before), total_of(after), direction_in_words()),
                             std::move(table)});
        add_band_ladder(document_, anchor("ladder"), result_.bands, {total_mark("before", before), total_mark("after", after)},
                        say("The totals of both panels among the bands."));
    }
    /// Looked up by the floors of the ladder, where the panel stands under them and no rule moved its band.
    [[nodiscard]] Cell band_cell(const PanelResult& panel, const std::string& total) const {
        Cell cell{band_of(panel.outcome)};
        const auto& floors = result_.bands.floors;
        const bool is_same_table = std::equal(floors.begin(), floors.end(), panel.bands_used.begin(), panel.bands_used.end(),
                                              [](const BandFloor& one, const std::string& id) { return one.band == id; });
        const bool is_looked_up =
            panel.outcome.complete && !panel.outcome.band_rule && is_same_table && !floors.empty() && !result_.bands.overlaps;
        return is_looked_up ? std::move(cell).is(Formula::band(anchor(total), anchor("ladder-floors"))) : cell;
    }

    void add_change(const FactorMove& change) {
        heading("factor-" + change.factor, 3,
                say("{}, {} to {}", change.name, level_or(change.from, change.letters_from),
                    level_or(change.to, change.letters_to)));
        Facts facts;
        if (!change.level_changed)
            facts.rows.emplace_back(
                "Change",
                say(has_points() ? "{}, then {}: same points, other wording" : "{}, then {}: same level, other wording",
                    level_or(change.from, change.letters_from), level_or(change.to, change.letters_to)));
        if (change.points && !change.via.empty())
            facts.rows.emplace_back("Points", say("{}{}", report::change(*change.points), via_text(change.via)));
        if (!change.argument.empty()) facts.rows.emplace_back("Argued", change.argument);
        for (const EvidenceView& one : change.claimed_on) facts.rows.emplace_back("  on", with_dispute(one));
        facts.rows.emplace_back("Before",
                                change.reason_before.empty() ? Text{"no reason recorded"} : Text{change.reason_before});
        for (const EvidenceView& one : change.before) facts.rows.emplace_back("  on", with_dispute(one));
        facts.rows.emplace_back("Now", change.reason.empty() ? Text{"no reason recorded"} : Text{change.reason});
        for (const EvidenceView& one : change.evidence) facts.rows.emplace_back("  on", with_dispute(one));
        for (const DissentView& dissent : change.dissent) {
            facts.rows.emplace_back("Dissent", dissent_text(dissent));
        }
        document_.add(std::move(facts));
        if (change.paths) add_paths(*change.paths);
    }

    /// Both panels' answers side by side.
    void add_paths(const TwoPaths& paths) {
        Table table{
            .caption = "The answers of the two panels",
            .columns = {{"question", "Question"}, {"before", "Before"}, {"now", "Now"}, {"parts", "The first to differ"}}};
        for (const PathRow& row : paths.rows) {
            const auto answer = [](const std::optional<std::string>& option, const std::string& text) {
                return option ? Cell{text} : Cell{"not asked"};
            };
            table.rows.push_back({row.ask.empty() ? row.question : row.ask, answer(row.before, row.before_text),
                                  answer(row.after, row.after_text), row.question == paths.parts_at ? Cell{"here"} : Cell{}});
        }
        document_.add(std::move(table));
    }

    [[nodiscard]] static Text with_dispute(const EvidenceView& one) {
        return cited_text(one) + (one.disputed.empty() ? Text{} : say(" (disputed: {})", one.disputed));
    }

    void add_grounds() {
        heading("grounds", 2, "Grounds");
        for (const GroundView& ground : result_.grounds) {
            Facts facts;
            facts.rows.emplace_back(
                "Ground", say("{}{}{}", to_text(ground.kind), ground.factor.empty() ? "" : ", " + ground.factor,
                              ground.claim ? say(", claims level {}", *ground.claim + ground.claim_letters) : Text{}));
            if (!ground.argument.empty()) facts.rows.emplace_back("Argued", ground.argument);
            for (const EvidenceView& one : ground.evidence) {
                if (!one.document.empty()) facts.rows.emplace_back("Evidence", with_dispute(one));
            }
            if (ground.evidence.empty()) facts.rows.emplace_back("Evidence", "none is cited");
            if (const auto result = result_in_words(ground)) facts.rows.emplace_back("Result", *result);
            document_.add(std::move(facts));
        }
    }

    void add_dates() {
        if (result_.dates.empty()) return;
        heading("dates", 2, "From when it would count");
        Table table{.columns = {{"date", "From"},
                                {"argued", "Argued by"},
                                {"earlier", "Days before the latest", Role::count},
                                {"days", "Days to the decision", Role::count}}};
        const bool money = result_.dates.front().at_bottom.has_value();
        if (money) {
            table.columns.push_back({"at_bottom", say("{}, bottom of the ranges", result_.currency), Role::money});
            table.columns.push_back({"at_top", say("{}, top of the ranges", result_.currency), Role::money});
        }
        for (const DateView& date : result_.dates) {
            std::vector<Cell> row{date.date, date.argued_by, date.days_before_latest, date.days ? Cell{*date.days} : Cell{}};
            if (money) {
                row.push_back(money_cell(date.at_bottom));
                row.push_back(money_cell(date.at_top));
            }
            table.rows.push_back(std::move(row));
        }
        document_.add(std::move(table));
        for (const DateView& date : result_.dates) {
            if (!date.reason.empty()) paragraph(say("{}, argued by {}: {}", date.date, date.argued_by, date.reason));
        }
        if (money)
            paragraph(
                "Money is the yearly difference between the two bands' ranges, over the days to the decision, at 365 days a "
                "year: what the date is worth, not anyone's pay.");
    }

    [[nodiscard]] Cell money_cell(const std::optional<base::Decimal>& amount) const {
        return amount ? Content{Money{*amount, result_.currency, true}} : Content{Nothing{}};
    }

    void add_gaps() {
        heading("gaps", 2,
                result_.repanel ? "What the original record lacked" : "Preparing the case: what the original record lacks");
        const PanelGaps& gaps = result_.gaps;
        Facts facts;
        if (!gaps.no_reason.empty()) facts.rows.emplace_back("No reason", listed(gaps.no_reason));
        if (!gaps.no_evidence.empty()) facts.rows.emplace_back("No evidence", listed(gaps.no_evidence));
        if (!gaps.not_scored_by_all.empty()) facts.rows.emplace_back("Not scored by all", listed(gaps.not_scored_by_all));
        for (const std::string& split : gaps.splits) facts.rows.emplace_back("Split", split);
        for (const std::string& dissent : gaps.dissent) facts.rows.emplace_back("Dissent", dissent);
        if (facts.rows.empty())
            paragraph(
                "Nothing of what is looked for: reasons, evidence and every panellist's level are there, and nobody dissents.");
        if (!facts.rows.empty()) document_.add(std::move(facts));
        if (result_.repanel || gaps.questions.empty()) return;
        heading("questions", 3, "Open questions");
        document_.add(Bullets{{gaps.questions.begin(), gaps.questions.end()}});
    }

    Document& document_;
    const AppealResult& result_;
    bool is_alone_;
};

}  // namespace

Document appeal_document(const AppealsResult& result) {
    Document document;
    if (result.appeals.size() > 1) add_chain(document, result);
    if (result.appeals.empty()) document.begin("none", 1, "No appeal can be shown");
    for (const AppealResult& appeal : result.appeals) AppealPages{document, appeal, result.appeals.size() == 1}.add();
    if (result.left_out.any()) document.add(Paragraph{in_words(result.left_out, "appeal", "appeals")});
    add_origin(document, result.inputs);
    if (!result.appeals.empty() && !result.appeals.front().scheme.has_points()) document.leave_out_points();
    return document;
}

}  // namespace je::report
