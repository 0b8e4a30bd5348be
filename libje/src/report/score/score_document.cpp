// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <utility>

#include "je/base/text.hpp"
#include "je/report/score_result.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {

namespace {

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : "; ") + word;
    }
    return text;
}

std::string from_to(const std::string& low, const std::string& high) { return low == high ? low : low + " to " + high; }

std::string band_text(const std::string& band) { return band.empty() ? "none" : band; }

/// Which columns the table of jobs needs: a column nobody fills is left out.
struct Shape {
    bool titles = false;
    bool bands = false;
    bool pay = false;
};

Shape shape_of(const ScoreResult& result) {
    Shape shape;
    shape.bands = result.head.bands.any;
    for (const ScoredJob& job : result.jobs) {
        shape.titles = shape.titles || !job.title.empty();
        shape.pay = shape.pay || job.pay.has_value();
    }
    return shape;
}

std::vector<Column> columns_of(const Shape& shape, const ScoreHead& head) {
    std::vector<Column> columns{{"id", "Job"}};
    if (shape.titles) columns.push_back({"title", "Title"});
    columns.push_back({"total", "Total", Align::right});
    if (shape.bands) {
        columns.push_back({"band", "Band"});
        columns.push_back({"above_floor", "Above floor", Align::right});
        columns.push_back({"to_next", "To next", Align::right});
        columns.push_back({"next_band", "Next band"});
    }
    if (shape.pay) columns.push_back({"pay", "Pay", Align::right, head.currency});
    return columns;
}

/// Money with both digits after the point, if any.
std::string money(base::Decimal amount) {
    std::string text = amount.to_string();
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.size() == point + 2) text.push_back('0');
    return text;
}

Cell total_cell(const ScoredJob& job) {
    if (job.complete) return Cell{job.total_max};
    return Cell{from_to(job.total_min.to_string(), job.total_max.to_string())};
}

std::vector<Cell> row_of(const ScoredJob& job, const Shape& shape) {
    std::vector<Cell> row{job.id};
    if (shape.titles) row.emplace_back(job.title);
    row.push_back(total_cell(job));
    if (shape.bands) {
        row.emplace_back(from_to(band_text(job.band_min), band_text(job.band_max)));
        row.push_back(cell_or_nothing(job.above_floor));
        row.push_back(cell_or_nothing(job.to_next));
        row.emplace_back(job.next_band);
    }
    if (shape.pay) row.emplace_back(job.pay ? from_to(money(job.pay->min), money(job.pay->max)) : "");
    return row;
}

Table job_table(const ScoreResult& result) {
    const Shape shape = shape_of(result);
    Table table{"", columns_of(shape, result.head), {}};
    for (const ScoredJob& job : result.jobs) {
        table.rows.push_back(row_of(job, shape));
    }
    return table;
}

std::string unknown_text(const ScoredJob& job) {
    std::string text = job.unknown.empty() ? "" : "no level yet for " + listed(job.unknown);
    if (!job.unknown_facts.empty()) {
        text +=
            (text.empty() ? "" : "; ") + std::string{"a rule needs a fact that is not stated: "} + listed(job.unknown_facts);
    }
    return fmt::format("{}: {}.", job.id, text);
}

/// A section of bullets, one for each job that `say` has something to say about.
template <class Say>
void add_section(Document& document, const ScoreResult& result, std::string title, Say say) {
    Bullets bullets;
    for (const ScoredJob& job : result.jobs) {
        std::string text = say(job);
        if (!text.empty()) bullets.items.push_back(std::move(text));
    }
    if (!bullets.items.empty()) {
        document.blocks.emplace_back(Heading{2, std::move(title)});
        document.blocks.emplace_back(std::move(bullets));
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
    for (const std::string& note : notes) bullets.items.push_back(fmt::format("{}: {}", jobs_of[note], note));
    document.blocks.emplace_back(Heading{2, "Notes"});
    document.blocks.emplace_back(std::move(bullets));
}

void add_sections(Document& document, const ScoreResult& result) {
    add_section(document, result, "Not complete: the total is a range",
                [](const ScoredJob& job) { return job.complete ? std::string{} : unknown_text(job); });
    add_section(document, result, "In no band", [](const ScoredJob& job) {
        const std::string& why = job.no_band.empty() ? job.no_band_between : job.no_band;
        return why.empty() ? std::string{} : fmt::format("{}: {}.", job.id, without_stop(why));
    });
    add_section(document, result, "Band moved by a rule", [](const ScoredJob& job) {
        return job.band_rule.empty()
                   ? std::string{}
                   : fmt::format("{}: band {} by points, band {} by rule '{}'. Margins are those by points.", job.id,
                                 band_text(job.band_by_points), band_text(job.band_max), job.band_rule);
    });
    add_notes(document, result);
}

std::string closing(const ScoreResult& result) {
    const std::size_t errors = result.tail.errors.size() + result.tail.errors_not_listed;
    const std::string because = base::counted(errors, "error", "errors");
    if (result.jobs.empty()) {
        return errors == 0 ? "No job was scored." : fmt::format("No job was scored: {} (see the messages).", because);
    }
    const std::string scored = base::counted(result.jobs.size() + result.jobs_not_shown, "job", "jobs") + " scored";
    return errors == 0 ? scored + "."
                       : fmt::format("{}. What else was given could not be scored: {} (see the messages).", scored, because);
}

void add_pay_facts(Facts& facts, const ScoreHead& head) {
    if (head.currency.empty()) {
        return;
    }
    std::string text = head.currency + (head.period.empty() ? "" : " a " + head.period);
    text += head.pay_from.empty() ? "" : ", from " + head.pay_from;
    facts.rows.emplace_back("Pay", head.pay_note.empty() ? text : text + ". " + head.pay_note);
}

}  // namespace

Document score_document(const ScoreResult& result) {
    Document document;
    document.blocks.emplace_back(Heading{1, "Points and bands"});
    if (result.head.scheme) {
        auto blocks = scheme_blocks(*result.head.scheme, result.head.bands, result.head.as_of);
        auto& facts = std::get<Facts>(blocks.front());
        add_pay_facts(facts, result.head);
        if (!result.read_from.empty()) {
            facts.rows.emplace_back("Jobs from", listed(result.read_from));
        }
        document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
        if (!result.bands.rows.empty()) {
            document.blocks.emplace_back(result.bands);
        }
    }
    if (!result.jobs.empty()) {
        document.blocks.emplace_back(Heading{2, "Jobs"});
        document.blocks.emplace_back(job_table(result));
        add_sections(document, result);
    }
    if (result.jobs_not_shown > 0)
        document.blocks.emplace_back(
            Caution{fmt::format("A page shows {} jobs. {} more were scored and are not shown: --format csv or json has all.",
                                result.jobs.size(), result.jobs_not_shown)});
    document.blocks.emplace_back(Paragraph{closing(result)});
    if (result.tail.left_out.any()) document.blocks.emplace_back(Paragraph{jobs_in_words(result.tail.left_out)});
    return document;
}

}  // namespace je::report
