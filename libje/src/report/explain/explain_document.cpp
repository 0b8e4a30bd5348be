// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/explain_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/explain/deciding.hpp"
#include "report/figures.hpp"

namespace je::report {
namespace {

Band band_text(const BandTrace& band) { return Band{band.id, Band::Form::named}; }

/// What the ladder shows of a job whose band a rule moved.
Text in_ladder(const ExplainResult& result) {
    if (!result.band_rule) return {};
    return say(" The total stands in the band by points; the band by rule '{}' has an outline.", result.band_rule->id);
}

/// Whether a band's name says no more than its id: "Band 3", "3".
bool name_is_id(const BandTrace& band) {
    return band.name.empty() || band.name == band.id || band.name == "Band " + band.id || band.name == "band " + band.id;
}

Text named_band(const base::OrNone<BandTrace>& band) {
    const auto named = [](const BandTrace& one) {
        return name_is_id(one) ? Text{band_text(one)} : say("{} ({})", band_text(one), one.name);
    };
    return band.visit(named, [] { return Text{Band{{}, Band::Form::named}}; });
}

Text totals_text(const ExplainResult& result) {
    if (result.total_min == result.total_max) return named(result.total_min);
    return Range{result.total_min, named(result.total_max)};
}

Text headline(const ExplainResult& result) {
    if (result.bands_at.empty()) return say("{}: {}", job_name(result), totals_text(result));
    if (!result.scheme.has_points() && result.several.bands.size() > 1)
        return say("{}: {}", job_name(result), say("bands {}", bands_in_words(result.several)));
    const auto low = named_band(result.band_min);
    const auto high = named_band(result.band_max);
    const auto bands = low == high ? low : say("{} to {}", low, high);
    if (!result.scheme.has_points()) return say("{}: {}", job_name(result), bands);
    return say("{}: {}, {}", job_name(result), bands, totals_text(result));
}

Text floor_sentence(const ExplainResult& result) {
    if (!result.above_floor || !result.several.holds.empty()) return "";  // a table has them all
    const auto above = *result.above_floor;
    const auto of_band = [&](const BandTrace& band) {
        if (above == base::Decimal{})
            return say("The total is exactly the floor of {} ({}), which belongs to that band.", band_text(band), band.floor);
        return say("The total is {} above the floor of {} ({}).", named(above), band_text(band), band.floor);
    };
    return result.points_band_max.visit(of_band, [] { return Text{}; });
}

/// Of a total in no band: how far it is above the band below it.
Text below_sentence(const ExplainResult& result) {
    const auto above = result.above_band_below.value_or(base::Decimal{});
    return result.band_below.visit(
        [&](const BandTrace& band) {
            return say("It is {} above the largest total of {} ({}).", named(above), band_text(band), result.total_min - above);
        },
        [] { return Text{}; });
}

Text next_sentence(const ExplainResult& result) {
    const auto to_next = result.to_next.value_or(base::Decimal{});
    const auto to_band = [&](const BandTrace& next) {
        return say("It is {} below the floor of {} ({}).", named(to_next), band_text(next), next.floor);
    };
    const auto none_above = [&] {
        return result.points_band_max.visit(
            [](const BandTrace& highest) { return say("No band lies above {}.", band_text(highest)); },
            [] { return Text{"No band begins above it."}; });
    };
    return result.next_band.visit(to_band, none_above);
}

Text levels_not_known(const ExplainResult& result) {
    return result.gaps.no_level.size() == 1 ? Text{"The level of one factor is not"}
                                            : say("The levels of {} factors are not", result.gaps.no_level.size());
}

Text incomplete_sentence(const ExplainResult& result) {
    if (result.total_min == result.total_max)
        return "The points are known. The band is a range, because a rule about bands needs a fact that the questionnaire does "
               "not state.";
    if (!result.total_is_sum)
        return say(
            "{} known, so the total is a range: {} at the lowest and {} at the highest. Facts that several factors ask tie "
            "them "
            "together, so that it is narrower than the sums of what each could have. Nothing unknown is counted as zero.",
            levels_not_known(result), result.total_min, result.total_max);
    return say(
        "{} known, so the total is a range: {} with every unknown at its lowest, {} with every unknown at its highest. "
        "Nothing unknown is counted as zero.",
        levels_not_known(result), result.total_min, result.total_max);
}

Text rule_sentence(const RuleView& rule) {
    Text text = rule.text;
    if (!rule.summary.empty()) text += say(": {}", without_stop(rule.summary));
    if (!rule.source.empty()) text += say(" [source {}]", rule.source);
    return text + place(rule.scheme_at) + ".";
}

/// Of a table that overlaps: the bands that hold the total, what was chosen, and what cannot be shown.
void add_several(Document& document, const ExplainResult& result) {
    if (!result.bands.overlaps) return;
    const Text choice = choice_in_words(result.several);
    if (!choice.empty()) document.add(Paragraph{choice});
    if (!result.several.holds.empty()) document.add(holding_table(result.several));
    document.add(
        Paragraph{"The bands of this table overlap. What other levels would give can be tried neither on a page nor in a "
                  "workbook, since a choice between bands is nothing to compute."});
}

void add_margins(Document& document, const ExplainResult& result) {
    if (!result.scheme.has_points()) {
        document.add(Paragraph{decided_in_words(result)});
        return;
    }
    if (!result.complete) {
        document.add(Paragraph{incomplete_sentence(result)});
        if (result.no_band_between)
            document.add(
                Paragraph{say("Not every total of the range is in a band: {}.", without_stop(*result.no_band_between))});
        return;
    }
    if (result.bands_at.empty()) {
        document.add(Paragraph{"No band table is in use, so the total is in no band. --bands gives one."});
        return;
    }
    add_several(document, result);
    if (result.no_band) document.add(Paragraph{say("The total is in no band: {}.", without_stop(*result.no_band))});
    Text text = result.band_rule ? "Margins are by points alone." : "";
    for (const auto& sentence : {floor_sentence(result), below_sentence(result), next_sentence(result)}) {
        if (!sentence.empty()) text += (text.empty() ? Text{} : Text{" "}) + sentence;
    }
    document.add(Paragraph{std::move(text)});
}

void add_band_rule(Document& document, const ExplainResult& result) {
    if (!result.band_rule) return;
    const auto low = band_or_none(result.points_band_min);
    const auto high = band_or_none(result.points_band_max);
    document.add(Paragraph{say("By points alone the job is in {}; {}", between(low, high), rule_sentence(*result.band_rule))});
}

void add_cautions(Document& document, const ExplainResult& result) {
    add_local_heading(document, result.scheme);
    add_scheme_cautions(document, result.scheme, result.bands);
    if (!result.note.empty()) document.add(Note{result.note});
    for (const auto& rule : result.constraints)
        if (rule.verdict == ConstraintVerdict::broken) document.add(Caution{say("Rule {}: {}", rule.id, rule.message)});
    for (const auto& unit : result.units)
        if (unit.unlikely)
            document.add(Caution{say("{}: the scheme marks {} as unlikely.", unit.name, level_or(unit.shown_level))});
}

Text pay_text(const PayTrace& pay) {
    Text text = say("{} {}", pay.currency, Range{Money{pay.min, pay.currency}, Money{pay.max, pay.currency}});
    if (!pay.period.empty()) text += say(" a {}", std::string_view{pay.period});
    if (pay.from) text += say(", from {}", *pay.from);
    if (!pay.status.empty()) text += say(" ({})", std::string_view{pay.status});
    if (!pay.note.empty()) text += say("; {}", pay.note);
    return text + place(pay.at);
}

void add_pay(Document& document, const ExplainResult& result) {
    if (!result.pay) return;
    result.band_max.visit([&](const BandTrace& band) {
        document.add(Facts{{{say("Pay range of band {}", band.id), pay_text(*result.pay)}}});
    });
}

std::vector<Column> sum_columns(bool complete) {
    std::vector<Column> columns{{"factor", "Factor", Role::name}, {"level", "Level", Role::level}};
    if (complete) {
        columns.push_back({"points", "Points", Role::points});
    } else {
        columns.push_back({"points_min", "Lowest", Role::points});
        columns.push_back({"points_max", "Highest", Role::points});
    }
    columns.push_back({"largest", "Largest possible", Role::points});
    columns.push_back({"evidence", "Evidence", Role::evidence});
    columns.push_back({"from", "Where the level comes from"});
    return columns;
}

/// The anchor of a cell: "sum.knowledge.points".
std::string sum_cell(std::string_view unit, std::string_view column) { return fmt::format("sum.{}.{}", unit, column); }

Text evidence_count(const ExplainResult& result, const UnitTrace& unit) {
    if (unit.evidence == 0) return Content{Nothing{Reason::none}};
    std::size_t disputed = 0;
    for (const FactorTrace& factor : result.factors)
        if (factor.id == unit.id || factor.matrix == unit.id) disputed += factor.disputed();
    return disputed == 0 ? Text{unit.evidence} : say("{}, {} disputed", unit.evidence, disputed);
}

std::vector<Cell> sum_row(const ExplainResult& result, const UnitTrace& unit) {
    const bool complete = result.complete;
    std::vector<Cell> row{Name{unit.name, unit.short_name, unit.is_matrix ? "" : "factor-" + unit.id},
                          level_or(unit.shown_level, Reason::not_known),
                          Cell{unit.points_min}.at(complete ? sum_cell(unit.id, "points") : sum_cell(unit.id, "lowest"))};
    if (!complete) row.push_back(Cell{unit.points_max}.at(sum_cell(unit.id, "highest")));
    row.push_back(Cell{unit.largest}.at(sum_cell(unit.id, "largest")));
    row.push_back(evidence_count(result, unit));
    row.push_back(unit.from);
    return row;
}

/// The total of a column, as the sum of what stands above it.
Cell total_cell(const ExplainResult& result, base::Decimal total, std::string_view column) {
    std::vector<std::string> units;
    for (const auto& unit : result.units) units.push_back(sum_cell(unit.id, column));
    Cell cell = Cell{total}.at(fmt::format("total.{}", column));
    return result.total_is_sum ? std::move(cell).is(Formula::sum(std::move(units))) : cell;
}

void add_sum(Document& document, const ExplainResult& result) {
    document.begin("sum", 2, result.scheme.has_points() ? "How the total adds up" : "Levels");
    Table table{.id = "sum-table", .columns = sum_columns(result.complete)};
    for (const auto& unit : result.units) table.rows.push_back(sum_row(result, unit));
    if (!result.scheme.has_points()) {
        document.add(std::move(table));
        return;
    }
    std::vector<Cell> total{"Total", Cell{}, total_cell(result, result.total_min, result.complete ? "points" : "lowest")};
    if (!result.complete) total.push_back(total_cell(result, result.total_max, "highest"));
    total.insert(total.end(), {total_cell(result, result.largest_total, "largest"), Cell{}, Cell{}});
    table.rows.push_back(std::move(total));
    document.add(std::move(table));
    document.add(Figure{"profile",
                        Figure::Kind::factor_profile,
                        say("The points of each factor beside the largest possible; together {} of {}.", totals_text(result),
                            result.largest_total),
                        {},
                        "sum-table"});
    if (result.what_if) document.add(*result.what_if);
}

void add_rule_trace(Document& document, const ExplainResult& result) {
    if (result.rule_trace.empty()) return;
    document.begin("deciding", 2, "How the band was decided");
    document.add(Paragraph{
        result.rule_trace.back().decides
            ? "The rules of the scheme in their order, as far as they were looked at. Of a rule that does not hold the first "
              "thing "
              "that is not so is shown."
            : "The rules of the scheme in their order; one that holds decides where no earlier one does. Of a rule that does "
              "not hold the first thing that is not so is shown."});
    document.add(rules_table(result.rule_trace));
}

Text verdict_text(const ConstraintView& rule) {
    const auto verdict =
        rule.verdict == ConstraintVerdict::open ? "open, as a level or fact it needs is not known" : to_text(rule.verdict);
    Text text = say("{} ({}): {}", rule.id, verdict, rule.message);
    if (!rule.source.empty()) text += say(" [source {}]", rule.source);
    return text + place(rule.scheme_at);
}

void add_rules(Document& document, const ExplainResult& result) {
    Facts facts;
    for (const auto& fact : result.facts)
        facts.rows.emplace_back(say("Fact {}", fact.id),
                                say("{}{}{}", fact.value.empty() ? Text{"not stated"} : Text{fact.value},
                                    fact.name.empty() ? "" : " - " + fact.name, place(fact.at)));
    for (const auto& rule : result.constraints) facts.rows.emplace_back("Rule", verdict_text(rule));
    for (const auto& rule : result.conventions) facts.rows.emplace_back("Local convention", convention_text(rule));
    if (facts.rows.empty()) return;
    document.begin("rules", 2, "Facts and rules beside the factors");
    document.add(std::move(facts));
}

Text dates_text(const BandsInfo& bands) {
    Text text;
    if (bands.from) text += say(" from {}", *bands.from);
    if (bands.until) text += say(" until {}", *bands.until);
    return text;
}

void add_origin(Document& document, const ExplainResult& result) {
    document.begin("origin", 2, "What this was made from");
    Facts facts;
    facts.rows.emplace_back("Job", job_name(result) + (result.organisation.empty() ? "" : ", " + result.organisation) +
                                       (result.version.empty() ? Text{} : say(", version {}", result.version)) +
                                       place(result.job_at));
    if (result.family) facts.rows.emplace_back("Family", *result.family);
    if (!result.supersedes.empty()) facts.rows.emplace_back("Replaces", result.supersedes);
    facts.rows.emplace_back("Scheme", say("{} ({}), edition {}, {}", result.scheme.title, result.scheme.id,
                                          result.scheme.edition, std::string_view{result.scheme.status}));
    add_scheme_file(facts, result.scheme);
    if (!result.bands_at.empty()) facts.rows.emplace_back("Band table", bands_text(result));
    if (result.as_of) facts.rows.emplace_back("As of", *result.as_of);
    for (const SourceInfo& one : result.scheme.sources)
        facts.rows.emplace_back(say("Source {}", one.id),
                                one.address.empty() ? one.title : one.title + " <" + one.address + ">");
    add_files(facts, result.inputs);
    document.add(std::move(facts));
}

}  // namespace

Band band_or_none(const base::OrNone<BandTrace>& band) {
    return band.visit(band_text, [] { return Band{{}, Band::Form::named}; });
}

ValueOrRange total_of(const ExplainResult& job) {
    return job.masked ? ValueOrRange{Content{Nothing{Reason::masked}}} : between(job.total_min, job.total_max);
}

Figure::Mark total_mark(const ExplainResult& job) {
    const auto id = job.band_max.visit([](const BandTrace& band) { return band.id; }, [] { return std::string{}; });
    return {job.id, total_of(job), job.band_rule ? id : ""};
}

Text job_name(const ExplainResult& job) { return job.title.empty() ? Text{job.id} : say("{} ({})", job.title, job.id); }

std::string without_stop(std::string_view text) {
    if (!text.empty() && text.back() == '.') text.remove_suffix(1);
    return std::string{text};
}

Text place(std::string_view at) {
    if (at.empty()) return {};
    return say(" ({})", Link{std::string{at}, Link::To::place, std::string{at}});
}

const std::string& name_of_factor(const ExplainResult& result, const std::string& id) {
    const auto found =
        std::find_if(result.factors.begin(), result.factors.end(), [&](const auto& trace) { return trace.id == id; });
    return found == result.factors.end() ? id : found->name;
}

Text bands_text(const ExplainResult& result) {
    return (result.bands.title.empty() ? Text{"the scheme's own"} : Text{result.bands.title}) + dates_text(result.bands) +
           place(result.bands_at);
}

Text convention_text(const ConventionView& rule) {
    Text text = rule.id;
    if (rule.from) text += say(", from {}", *rule.from);
    if (rule.until) text += say(", until {}", *rule.until);
    text += say(": {}", rule.text);
    if (!rule.source.empty()) text += say(" [source {}]", rule.source);
    return text + place(rule.scheme_at);
}

Document explain_document(const ExplainResult& result) {
    Document document;
    document.begin("job", 1, headline(result));
    add_band_rule(document, result);
    add_margins(document, result);
    add_band_ladder(document, "ladder", result.bands, {total_mark(result)}, headline(result) + "." + in_ladder(result));
    add_cautions(document, result);
    add_pay(document, result);
    add_rule_trace(document, result);
    add_sum(document, result);
    add_ask_next_section(document, result);
    add_factor_sections(document, result);
    add_rules(document, result);
    add_gaps_section(document, result);
    add_changes_section(document, result);
    add_origin(document, result);
    if (!result.scheme.has_points()) document.leave_out_points();
    return document;
}

}  // namespace je::report
