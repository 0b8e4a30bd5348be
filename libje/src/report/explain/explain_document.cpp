// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/explain_document.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace je::report {
namespace {

std::string band_text(const BandTrace& band) { return fmt::format("band {}", band.id); }

/// Whether a band's name says no more than its id: "Band 3", "3".
bool name_is_id(const BandTrace& band) {
    return band.name.empty() || band.name == band.id || band.name == "Band " + band.id || band.name == "band " + band.id;
}

std::string band_or_none(const base::OrNone<BandTrace>& band) {
    return band.visit(band_text, [] { return std::string{"no band"}; });
}

std::string named_band(const base::OrNone<BandTrace>& band) {
    const auto named = [](const BandTrace& one) {
        return name_is_id(one) ? band_text(one) : fmt::format("{} ({})", band_text(one), one.name);
    };
    return band.visit(named, [] { return std::string{"no band"}; });
}

std::string totals_text(const ExplainResult& result) {
    if (result.total_min == result.total_max) return points_text(result.total_min);
    return fmt::format("{} to {} points", result.total_min.to_string(), result.total_max.to_string());
}

std::string headline(const ExplainResult& result) {
    if (result.bands_at.empty()) return fmt::format("{}: {}", job_name(result), totals_text(result));
    const auto low = named_band(result.band_min);
    const auto high = named_band(result.band_max);
    const auto bands = low == high ? low : fmt::format("{} to {}", low, high);
    return fmt::format("{}: {}, {}", job_name(result), bands, totals_text(result));
}

std::string floor_sentence(const ExplainResult& result) {
    if (!result.above_floor) return "";
    const auto above = *result.above_floor;
    const auto of_band = [&](const BandTrace& band) {
        if (above == base::Decimal{})
            return fmt::format("The total is exactly the floor of {} ({}), which belongs to that band.", band_text(band),
                               band.floor.to_string());
        return fmt::format("The total is {} above the floor of {} ({}).", points_text(above), band_text(band),
                           band.floor.to_string());
    };
    return result.points_band_max.visit(of_band, [] { return std::string{}; });
}

/// Of a total in no band: how far it is above the band below it.
std::string below_sentence(const ExplainResult& result) {
    const auto above = result.above_band_below.value_or(base::Decimal{});
    return result.band_below.visit(
        [&](const BandTrace& band) {
            return fmt::format("It is {} above the largest total of {} ({}).", points_text(above), band_text(band),
                               (result.total_min - above).to_string());
        },
        [] { return std::string{}; });
}

std::string next_sentence(const ExplainResult& result) {
    const auto to_next = result.to_next.value_or(base::Decimal{});
    const auto to_band = [&](const BandTrace& next) {
        return fmt::format("It is {} below the floor of {} ({}).", points_text(to_next), band_text(next),
                           next.floor.to_string());
    };
    const auto none_above = [&] {
        return result.points_band_max.visit(
            [](const BandTrace& highest) { return fmt::format("No band lies above {}.", band_text(highest)); },
            [] { return std::string{"No band begins above it."}; });
    };
    return result.next_band.visit(to_band, none_above);
}

std::string incomplete_sentence(const ExplainResult& result) {
    if (result.total_min == result.total_max)
        return "The points are known. The band is a range, because a rule about bands needs a fact that the questionnaire does "
               "not state.";
    return fmt::format(
        "{} known, so the total is a range: {} with every unknown at its lowest, {} with every unknown at its highest. "
        "Nothing unknown is counted as zero.",
        result.gaps.no_level.size() == 1 ? "The level of one factor is not"
                                         : fmt::format("The levels of {} factors are not", result.gaps.no_level.size()),
        result.total_min.to_string(), result.total_max.to_string());
}

std::string rule_sentence(const RuleView& rule) {
    auto text = rule.text;
    if (!rule.summary.empty()) text += fmt::format(": {}", without_stop(rule.summary));
    if (!rule.source.empty()) text += fmt::format(" [source {}]", rule.source);
    return text + place(rule.scheme_at) + ".";
}

void add_margins(Document& document, const ExplainResult& result) {
    if (!result.complete) {
        document.blocks.push_back(Paragraph{incomplete_sentence(result)});
        if (!result.no_band_between.empty())
            document.blocks.push_back(
                Paragraph{fmt::format("Not every total of the range is in a band: {}.", without_stop(result.no_band_between))});
        return;
    }
    if (result.bands_at.empty()) {
        document.blocks.push_back(Paragraph{"No band table is in use, so the total is in no band. --bands gives one."});
        return;
    }
    if (!result.no_band_reason.empty())
        document.blocks.push_back(Paragraph{fmt::format("The total is in no band: {}.", without_stop(result.no_band_reason))});
    std::string text = result.band_rule ? "Margins are by points alone." : "";
    for (const auto& sentence : {floor_sentence(result), below_sentence(result), next_sentence(result)}) {
        if (!sentence.empty()) text.append(text.empty() ? "" : " ").append(sentence);
    }
    document.blocks.push_back(Paragraph{std::move(text)});
}

void add_band_rule(Document& document, const ExplainResult& result) {
    if (!result.band_rule) return;
    const auto low = band_or_none(result.points_band_min);
    const auto high = band_or_none(result.points_band_max);
    document.blocks.push_back(Paragraph{fmt::format(
        "By points alone the job is in {}; {}", low == high ? low : low + " to " + high, rule_sentence(*result.band_rule))});
}

void add_cautions(Document& document, const ExplainResult& result) {
    add_scheme_cautions(document.blocks, result.scheme, result.bands);
    if (!result.note.empty()) document.blocks.push_back(Note{result.note});
    for (const auto& rule : result.constraints)
        if (rule.verdict == "broken") document.blocks.push_back(Caution{fmt::format("Rule {}: {}", rule.id, rule.message)});
    for (const auto& unit : result.units)
        if (unit.unlikely)
            document.blocks.push_back(Caution{fmt::format("{}: the scheme marks {} as unlikely.", unit.name, unit.level)});
}

/// "21500", "21500.50".
std::string money_text(base::Decimal amount) {
    auto text = amount.to_string();
    const auto point = text.find('.');
    return point != std::string::npos && text.size() - point == 2 ? text + "0" : text;
}

std::string pay_text(const PayTrace& pay) {
    auto text = fmt::format("{} {} to {}", pay.currency, money_text(pay.min), money_text(pay.max));
    if (!pay.period.empty()) text += fmt::format(" a {}", pay.period);
    if (!pay.from.empty()) text += fmt::format(", from {}", pay.from);
    if (!pay.status.empty()) text += fmt::format(" ({})", pay.status);
    if (!pay.note.empty()) text += fmt::format("; {}", pay.note);
    return text + place(pay.at);
}

void add_pay(Document& document, const ExplainResult& result) {
    if (!result.pay) return;
    result.band_max.visit([&](const BandTrace& band) {
        document.blocks.push_back(Facts{{{fmt::format("Pay range of {}", band_text(band)), pay_text(*result.pay)}}});
    });
}

std::vector<Column> sum_columns(bool complete) {
    std::vector<Column> columns{{"factor", "Factor"}, {"level", "Level"}};
    if (complete) {
        columns.push_back({"points", "Points", Align::right});
    } else {
        columns.push_back({"points_min", "Lowest", Align::right});
        columns.push_back({"points_max", "Highest", Align::right});
    }
    columns.push_back({"largest", "Largest possible", Align::right});
    columns.push_back({"evidence", "Evidence"});
    columns.push_back({"from", "Where the level comes from"});
    return columns;
}

std::string evidence_count(const UnitTrace& unit) {
    if (unit.evidence == 0) return "none";
    return unit.disputed == 0 ? fmt::format("{}", unit.evidence) : fmt::format("{}, {} disputed", unit.evidence, unit.disputed);
}

std::vector<Cell> sum_row(bool complete, const UnitTrace& unit) {
    std::vector<Cell> row{unit.name, unit.level.empty() ? Cell{"not known"} : Cell{unit.level}, unit.points_min};
    if (!complete) row.push_back(unit.points_max);
    row.push_back(unit.largest);
    row.push_back(evidence_count(unit));
    row.push_back(unit.from);
    return row;
}

void add_sum(Document& document, const ExplainResult& result) {
    document.blocks.push_back(Heading{2, "How the total adds up"});
    Table table{.caption = {}, .columns = sum_columns(result.complete), .rows = {}};
    for (const auto& unit : result.units) table.rows.push_back(sum_row(result.complete, unit));
    std::vector<Cell> total{"Total", Cell{}, result.total_min};
    if (!result.complete) total.push_back(result.total_max);
    total.insert(total.end(), {result.largest_total, Cell{}, Cell{}});
    table.rows.push_back(std::move(total));
    document.blocks.push_back(std::move(table));
}

std::string verdict_text(const ConstraintView& rule) {
    const auto verdict = rule.verdict == "open" ? "open, as a level or fact it needs is not known" : rule.verdict;
    auto text = fmt::format("{} ({}): {}", rule.id, verdict, rule.message);
    if (!rule.source.empty()) text += fmt::format(" [source {}]", rule.source);
    return text + place(rule.scheme_at);
}

void add_rules(Document& document, const ExplainResult& result) {
    Facts facts;
    for (const auto& fact : result.facts)
        facts.rows.emplace_back(fmt::format("Fact {}", fact.id),
                                (fact.value.empty() ? "not stated" : fact.value) +
                                    (fact.name.empty() ? "" : fmt::format(" - {}", fact.name)) + place(fact.at));
    for (const auto& rule : result.constraints) facts.rows.emplace_back("Rule", verdict_text(rule));
    for (const auto& rule : result.conventions) facts.rows.emplace_back("Local convention", convention_text(rule));
    if (facts.rows.empty()) return;
    document.blocks.push_back(Heading{2, "Facts and rules beside the factors"});
    document.blocks.push_back(std::move(facts));
}

std::string dates_text(const BandsInfo& bands) {
    std::string text;
    if (bands.from) text += fmt::format(" from {}", bands.from->to_string());
    if (bands.until) text += fmt::format(" until {}", bands.until->to_string());
    return text;
}

void add_origin(Document& document, const ExplainResult& result) {
    document.blocks.push_back(Heading{2, "What this was made from"});
    Facts facts;
    facts.rows.emplace_back("Job", job_name(result) + (result.organisation.empty() ? "" : ", " + result.organisation) +
                                       (result.version.empty() ? "" : ", version " + result.version) + place(result.job_at));
    if (!result.supersedes.empty()) facts.rows.emplace_back("Replaces", result.supersedes);
    facts.rows.emplace_back("Scheme", fmt::format("{} ({}), edition {}, {}", result.scheme.title, result.scheme.id,
                                                  result.scheme.edition, result.scheme.status));
    add_scheme_file(facts, result.scheme);
    if (!result.bands_at.empty()) facts.rows.emplace_back("Band table", bands_text(result));
    if (result.as_of) facts.rows.emplace_back("As of", result.as_of->to_string());
    for (const auto& [id, text] : result.sources) facts.rows.emplace_back(fmt::format("Source {}", id), text);
    add_files(facts, result.inputs);
    document.blocks.push_back(std::move(facts));
}

}  // namespace

std::string job_name(const ExplainResult& job) {
    return job.title.empty() ? job.id : fmt::format("{} ({})", job.title, job.id);
}

std::string_view without_stop(std::string_view text) {
    if (!text.empty() && text.back() == '.') text.remove_suffix(1);
    return text;
}

void add_files(Facts& facts, const std::vector<InputFile>& files) {
    for (const auto& file : files) facts.rows.emplace_back("File", fmt::format("{}, SHA-256 {}", file.name, file.sha256));
}

std::string signed_text(base::Decimal points) {
    return points > base::Decimal{} ? std::string{"+"}.append(points.to_string()) : points.to_string();
}

std::string points_text(base::Decimal points) {
    return points.to_string() + (points == base::Decimal::from_whole(1) ? " point" : " points");
}

std::string place(std::string_view at) { return at.empty() ? std::string{} : fmt::format(" ({})", at); }

const std::string& name_of_factor(const ExplainResult& result, const std::string& id) {
    const auto found =
        std::find_if(result.factors.begin(), result.factors.end(), [&](const auto& trace) { return trace.id == id; });
    return found == result.factors.end() ? id : found->name;
}

std::string bands_text(const ExplainResult& result) {
    return (result.bands.title.empty() ? std::string{"the scheme's own"} : result.bands.title) + dates_text(result.bands) +
           place(result.bands_at);
}

std::string convention_text(const ConventionView& rule) {
    auto text = rule.id;
    if (!rule.from.empty()) text += fmt::format(", from {}", rule.from);
    if (!rule.until.empty()) text += fmt::format(", until {}", rule.until);
    text += fmt::format(": {}", rule.text);
    if (!rule.source.empty()) text += fmt::format(" [source {}]", rule.source);
    return text + place(rule.scheme_at);
}

Document explain_document(const ExplainResult& result) {
    Document document;
    document.blocks.push_back(Heading{1, headline(result)});
    add_band_rule(document, result);
    add_margins(document, result);
    add_cautions(document, result);
    add_pay(document, result);
    add_sum(document, result);
    add_factor_sections(document, result);
    add_rules(document, result);
    add_gaps_section(document, result);
    add_changes_section(document, result);
    add_origin(document, result);
    return document;
}

}  // namespace je::report
