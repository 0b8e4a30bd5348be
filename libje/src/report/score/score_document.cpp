// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "je/report/score_result.hpp"
#include "report/explain/explain_document.hpp"
#include "report/figures.hpp"
#include "report/score/families.hpp"
#include "report/weighting_words.hpp"

namespace je::report {

namespace {

/// Which columns the table of jobs needs: a column nobody fills is left out.
struct Shape {
    bool titles = false;
    bool families = false;
    bool bands = false;
    bool pay = false;
    bool floors = false;  // in a table of the document
    bool remarks = false;
};

bool has_points(const ScoreHead& head) { return !head.scheme || head.scheme->has_points(); }

/// Totals under other weights are shown rounded, and no cell follows from them; where bands overlap, no band follows from a
/// total.
bool has_formulas(const ScoreResult& result) {
    return !result.bands.rows.empty() && has_points(result.head) && !result.head.weighting && !result.head.bands.overlaps;
}

/// Of jobs that are not all at hand: all that one of them may need.
Shape shape_of_all(const ScoreResult& result) {
    return {
        true, !result.by_family.families.empty(), result.head.bands.any, !result.head.currency.empty(), has_formulas(result),
        true};
}

Shape shape_of(const ScoreResult& result) {
    Shape shape;
    shape.bands = result.head.bands.any;
    shape.floors = has_formulas(result);
    for (const ScoredJob& job : result.jobs) {
        shape.titles = shape.titles || !job.title.empty();
        shape.families = shape.families || job.family;
        shape.pay = shape.pay || job.pay.has_value();
    }
    return shape;
}

std::vector<Column> columns_of(const Shape& shape, const ScoreHead& head) {
    std::vector<Column> columns{{"id", "Job", Role::id}};
    if (shape.titles) columns.push_back({"title", "Title", Role::name});
    if (shape.families) columns.push_back({"family", "Family", Role::name});
    if (has_points(head)) columns.push_back({"total", "Total", Role::points});
    if (shape.bands) columns.push_back({"band", "Band", Role::band});
    if (shape.bands && !has_points(head)) columns.push_back({"rule", "Rule", Role::id});
    if (shape.bands && has_points(head)) {
        columns.push_back({"above_floor", "Above floor", Role::points});
        columns.push_back({"to_next", "To next", Role::points});
        columns.push_back({"next_band", "Next band", Role::band});
    }
    if (shape.pay) columns.push_back({"pay", "Pay", Role::money, head.currency});
    if (shape.remarks) columns.push_back({"remarks", "Remarks"});
    return columns;
}

/// The anchor of what the table says of a job: "jobs.vlo.total".
std::string job_cell(const ScoredJob& job, std::string_view column) { return "jobs." + job.id + "." + std::string{column}; }

/// How far a total is from a floor of the table of bands, where the document has one.
Cell margin_cell(const std::optional<base::Decimal>& margin, bool has_floors, Formula formula) {
    Cell cell{value_or(margin)};
    return margin && has_floors ? std::move(cell).is(std::move(formula)) : cell;
}

Cell band_cell(const ScoredJob& job, bool has_floors) {
    if (!job.has_points && job.several.bands.size() > 1) return bands_in_words(job.several);
    Cell cell{between(Band{job.band_min}, Band{job.band_max})};
    const bool is_looked_up = has_floors && job.complete && !job.band_rule;
    return is_looked_up ? std::move(cell).is(Formula::band(job_cell(job, "total"), "bands")) : cell;
}

std::vector<Text> what_is_unknown(const ScoredJob& job) {
    std::vector<Text> parts;
    if (!job.unknown.empty()) parts.push_back(say("no level yet for {}", listed(job.unknown, "; ")));
    if (!job.unknown_facts.empty())
        parts.push_back(say("a rule needs a fact that is not stated: {}", listed(job.unknown_facts, "; ")));
    return parts;
}

const std::optional<std::string>& why_in_no_band(const ScoredJob& job) {
    return job.no_band ? job.no_band : job.no_band_between;
}

/// What sections behind the table say of other jobs.
Text remarks_on(const ScoredJob& job) {
    std::vector<Text> parts = what_is_unknown(job);
    if (why_in_no_band(job)) parts.emplace_back(std::string{without_stop(*why_in_no_band(job))});
    if (job.band_rule)
        parts.push_back(
            say("band {} by points, band {} by rule '{}'", Band{job.band_by_points}, Band{job.band_max}, *job.band_rule));
    if (const Text choice = choice_in_words(job.several); !choice.empty()) parts.push_back(choice);
    if (!job.note.empty()) parts.emplace_back(job.note);
    return listed(parts, "; ");
}

std::vector<Cell> row_of(const ScoredJob& job, const Shape& shape, const ScoreHead& head) {
    const std::string total = job_cell(job, "total");
    std::vector<Cell> row{job.id};
    if (shape.titles) row.emplace_back(job.title);
    if (shape.families) row.emplace_back(text_or(job.family));
    if (has_points(head)) row.push_back(Cell{between(job.total_min, job.total_max)}.at(total));
    if (shape.bands && !has_points(head)) {
        row.push_back(band_cell(job, false));
        row.emplace_back(text_or(job.several.rule));
    } else if (shape.bands) {
        const auto& band = job.band_by_points ? job.band_by_points : job.band_min;
        row.push_back(band_cell(job, shape.floors));
        row.push_back(margin_cell(job.above_floor, shape.floors, Formula::difference(total, floor_anchor(band.value_or("")))));
        row.push_back(
            margin_cell(job.to_next, shape.floors, Formula::difference(floor_anchor(job.next_band.value_or("")), total)));
        row.emplace_back(job.next_band ? Content{Band{job.next_band}} : Content{Nothing{}});
    }
    if (shape.pay)
        row.emplace_back(job.pay ? between(Money{job.pay->min, head.currency}, Money{job.pay->max, head.currency})
                                 : Content{Nothing{}});
    if (shape.remarks) row.emplace_back(remarks_on(job));
    return row;
}

Table job_table(const ScoreResult& result, const Shape& shape) {
    Table table{.id = "jobs-table", .columns = columns_of(shape, result.head)};
    for (const ScoredJob& job : result.jobs) {
        table.rows.push_back(row_of(job, shape, result.head));
    }
    return table;
}

/// 1, 2 or 5 points, or so many tens of them, so that a span has no more than so many steps.
std::int64_t step_for(std::int64_t span, std::int64_t most_steps) {
    for (std::int64_t step = base::Decimal::units_per_one;; step *= 10) {
        for (const std::int64_t times : {1, 2, 5}) {
            if (span / (step * times) < most_steps) return step * times;
        }
    }
}

/// How many of many jobs have which totals; nothing of few.
std::optional<Figure> totals_in_steps(const ScoreResult& result) {
    constexpr std::size_t many = 30;
    constexpr std::int64_t most_steps = 20;
    std::vector<std::int64_t> totals;
    for (const ScoredJob& job : result.jobs) {
        if (job.has_points && job.total_min == job.total_max) totals.push_back(job.total_min.units());
    }
    if (totals.size() < many) return std::nullopt;
    const auto [least, most] = std::minmax_element(totals.begin(), totals.end());
    const std::int64_t step = step_for(*most - *least, most_steps);
    const std::int64_t first = *least - ((*least % step) + step) % step;
    std::vector<std::int64_t> counts(static_cast<std::size_t>((*most - first) / step) + 1, 0);
    for (const std::int64_t total : totals) ++counts[static_cast<std::size_t>((total - first) / step)];
    Table numbers{.columns = {{"from", "Totals", Role::points}, {"count", "Jobs", Role::count}}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto from = base::Decimal::from_units(first + static_cast<std::int64_t>(i) * step);
        numbers.rows.push_back({Range{from, from + base::Decimal::from_units(step), Range::End::excluded}, counts[i]});
    }
    return Figure{"spread", Figure::Kind::histogram,
                  say("How many of {} have which total, in steps of {}.", counted(totals.size(), "job", "jobs"),
                      named(base::Decimal::from_units(step))),
                  std::move(numbers)};
}

Text unknown_text(const ScoredJob& job) { return say("{}: {}.", job.id, listed(what_is_unknown(job), "; ")); }

/// A section of bullets, one for each job that `words_of` has words about.
template <class Say>
void add_section(Document& document, const ScoreResult& result, std::string_view id, std::string_view title, Say words_of) {
    Bullets bullets;
    for (const ScoredJob& job : result.jobs) {
        Text text = words_of(job);
        if (!text.empty()) bullets.items.push_back(std::move(text));
    }
    if (!bullets.items.empty()) {
        document.begin(id, 2, title);
        document.add(std::move(bullets));
    }
}

/// Notes of the questionnaires; one that several share is printed once.
void add_notes(Document& document, const ScoreResult& result) {
    std::vector<std::string> notes;
    std::map<std::string, std::string> jobs_of;
    for (const ScoredJob& job : result.jobs) {
        if (job.note.empty()) continue;
        std::string& jobs = jobs_of[job.note];
        if (jobs.empty()) notes.push_back(job.note);
        jobs += (jobs.empty() ? "" : ", ") + job.id;
    }
    if (notes.empty()) return;
    Bullets bullets;
    for (const std::string& note : notes) bullets.items.push_back(say("{}: {}", jobs_of[note], note));
    document.begin("notes", 2, "Notes");
    document.add(std::move(bullets));
}

void add_sections(Document& document, const ScoreResult& result) {
    add_section(document, result, "not-complete",
                has_points(result.head) ? "Not complete: the total is a range" : "Not complete: there may be several bands",
                [](const ScoredJob& job) { return job.complete ? Text{} : unknown_text(job); });
    add_section(document, result, "no-band", "In no band", [](const ScoredJob& job) {
        const auto& why = why_in_no_band(job);
        return why ? say("{}: {}.", job.id, without_stop(*why)) : Text{};
    });
    add_section(document, result, "several-bands", "In several bands", [](const ScoredJob& job) {
        const Text choice = choice_in_words(job.several);
        return choice.empty() ? Text{} : say("{}: {}", job.id, choice);
    });
    add_section(document, result, "band-rule", "Band moved by a rule", [](const ScoredJob& job) {
        return job.band_rule ? say("{}: band {} by points, band {} by rule '{}'. Margins are those by points.", job.id,
                                   Band{job.band_by_points}, Band{job.band_max}, *job.band_rule)
                             : Text{};
    });
    add_notes(document, result);
}

Text closing(std::size_t jobs, const ScoreTail& tail) {
    const std::size_t errors = tail.errors.size() + tail.errors_not_listed;
    const Text because = counted(errors, "error", "errors");
    if (jobs == 0) {
        return errors == 0 ? Text{"No job was scored."} : say("No job was scored: {} (see the messages).", because);
    }
    const Text scored = counted(jobs, "job", "jobs") + " scored";
    return errors == 0 ? scored + "."
                       : say("{}. What else was given could not be scored: {} (see the messages).", scored, because);
}

void add_closing(Document& document, std::size_t jobs, const ScoreTail& tail) {
    document.add(Paragraph{closing(jobs, tail)});
    if (tail.left_out.any()) document.add(Paragraph{jobs_in_words(tail.left_out)});
}

void add_pay_facts(Facts& facts, const ScoreHead& head) {
    if (head.currency.empty()) {
        return;
    }
    Text text = head.currency + (head.period.empty() ? Text{} : say(" a {}", std::string_view{head.period}));
    if (head.pay_from) text += say(", from {}", *head.pay_from);
    facts.rows.emplace_back("Pay", head.pay_note.empty() ? text : text + ". " + head.pay_note);
}

/// What the jobs rest on.
Document basis_of(const ScoreResult& result) {
    Document document;
    document.begin("scores", 1, has_points(result.head) ? "Points and bands" : "Bands");
    if (result.head.scheme) {
        Facts facts = scheme_facts(*result.head.scheme, result.head.bands, result.head.as_of);
        add_pay_facts(facts, result.head);
        if (!result.read_from.empty()) {
            facts.rows.emplace_back("Jobs from", listed(result.read_from, "; "));
        }
        document.add(std::move(facts));
        if (result.head.weighting) add_weighting(document, *result.head.weighting);
        add_scheme_cautions(document, *result.head.scheme, result.head.bands);
        if (!result.bands.rows.empty()) {
            document.add(result.bands);
        }
    }
    return document;
}

Figure strip(const ScoreResult& result, Text sentence) {
    return {"totals", Figure::Kind::strip, std::move(sentence), {}, "jobs-table", floor_marks(result.head.bands)};
}

}  // namespace

Document score_document(const ScoreResult& result) {
    Document document = basis_of(result);
    if (!result.jobs.empty()) {
        add_families(document, result);
        document.begin("jobs", 2, "Jobs");
        if (!result.head.bands.floors.empty() && !result.head.bands.overlaps)
            document.add(
                strip(result, say("The totals of {} over the floors of {}.", counted(result.jobs.size(), "job", "jobs"),
                                  counted(result.head.bands.floors.size(), "band", "bands"))));
        if (auto spread = totals_in_steps(result)) document.add(*std::move(spread));
        document.add(job_table(result, shape_of(result)));
        add_sections(document, result);
    }
    if (result.jobs_not_shown > 0)
        document.add(Caution{say("A page shows {} jobs. {} more were scored and are not shown: --format csv or json has all.",
                                 result.jobs.size(), result.jobs_not_shown)});
    add_closing(document, result.jobs.size() + result.jobs_not_shown, result.tail);
    return document;
}

Document ScoreRows::document() const {
    Document document = basis_of(*beginning_);
    if (!beginning_->head.bands.floors.empty() && !beginning_->head.bands.overlaps)
        document.add(strip(*beginning_, "How many jobs are in each band."));
    document.begin("jobs", 2, "Jobs");
    document.add(job_table(*beginning_, shape_of_all(*beginning_)));
    return document;
}

std::vector<Cell> ScoreRows::row(const ScoredJob& job) const {
    return row_of(job, shape_of_all(*beginning_), beginning_->head);
}

Document ScoreRows::closing(std::size_t jobs, const ScoreTail& tail) const {
    Document document;
    add_families_in_words(document, *beginning_);
    add_closing(document, jobs, tail);
    return document;
}

}  // namespace je::report
