// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// What a document of any command says to a renderer that is not written yet: names, cells, formulas and figures.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "je/io/source.hpp"
#include "je/report/batch_result.hpp"
#include "je/report/document.hpp"
#include "je/report/seal_result.hpp"
#include "je/report/verify_result.hpp"
#include "je/study/appeals.hpp"
#include "je/study/check.hpp"
#include "je/study/compare.hpp"
#include "je/study/diff.hpp"
#include "je/study/explain.hpp"
#include "je/study/panels.hpp"
#include "je/study/score.hpp"
#include "je/study/sensitivity.hpp"
#include "je/study/worked_examples.hpp"
#include "render/values.hpp"

namespace je::every_document_test {
namespace {

using report::Cell;
using report::Document;
using report::Figure;
using report::Formula;
using report::Table;

/// The result of a use-case, which must have one.
template <class Result>
Result made(study::Outcome<Result> outcome) {
    for (const auto& diagnostics : outcome.diagnostics.all()) INFO(diagnostics.message);
    REQUIRE(outcome.result.has_value());
    return std::move(*outcome.result);
}

/// One document of each command, over the example of the probation service.
std::map<std::string, Document> all_documents() {
    const std::string root = JE_DOCS "/..";
    const std::string example = root + "/examples/probation/";
    const std::vector<std::string> job{example + "vlo.yaml"},
        jobs{example + "vlo.yaml", example + "po.yaml", example + "pso.yaml"};
    const std::vector<std::string> history{example + "history"}, schemes{root + "/schemes"}, worked{root + "/tests/worked"};
    io::FileSource files;
    study::Options options;
    options.scheme_folders = schemes;
    options.records = history;
    study::SensitivityOptions firmness;
    firmness.with_levels = firmness.with_floors = true;
    return {{"appeal", report::appeal_document(made(study::appeals(files, history, options)))},
            {"batch", report::batch_document({})},
            {"check", report::check_document(made(study::check(files, schemes, options, {.show = true})))},
            {"compare", report::compare_document(made(study::compare(files, jobs, options)))},
            {"diff", report::diff_document(made(study::diff(files, example + "vlo.yaml", example + "po.yaml", options)))},
            {"explain", report::explain_document(made(study::explain(files, job, options)))},
            {"panel", report::panel_document(made(study::panels(files, history, options, {.each = true})))},
            {"score", report::score_document(made(study::score(files, jobs, options)))},
            {"seal", report::seal_document({})},
            {"sensitivity", report::sensitivity_document(made(study::sensitivity(files, jobs, options, firmness)))},
            {"test", report::test_document(made(study::worked_examples(files, worked, options)))},
            {"verify", report::verify_document({.files = {report::VerifiedFile{}}})}};
}

const std::map<std::string, Document>& documents() {
    static const auto all = all_documents();
    return all;
}

template <class Take>
void for_each_cell(const Document& document, Take take) {
    report::for_each_table(document, [&](const Table& table) {
        for (const auto& row : table.rows) {
            for (const Cell& cell : row) take(cell);
        }
    });
}

/// A format of its own: the names in a document, and how its cells follow from each other.
std::string names(const Document& document) {
    std::string out;
    for (const auto& section : document.sections()) out += "# " + section.id + "\n";
    for_each_cell(document, [&](const Cell& cell) {
        if (cell.anchor.empty() && !cell.formula) return;
        out += (cell.anchor.empty() ? "-" : cell.anchor) + " " + render::shown(cell);
        if (cell.formula) {
            out += cell.formula->kind == Formula::Kind::sum          ? " = sum"
                   : cell.formula->kind == Formula::Kind::difference ? " = less"
                                                                     : " = band";
            for (const auto& name : cell.formula->of) out += " " + name;
        }
        out += "\n";
    });
    return out;
}

/// The points of a cell, of a range its beginning.
std::optional<base::Decimal> points_of(const Cell& cell) {
    const auto* range = std::get_if<report::Range>(&cell.value);
    const auto* content = range != nullptr ? &range->from : cell.content();
    const auto* points = content != nullptr ? std::get_if<report::Points>(content) : nullptr;
    const auto* count = content != nullptr ? std::get_if<std::int64_t>(content) : nullptr;
    if (count != nullptr) return base::Decimal::from_whole(*count);
    return points != nullptr ? std::optional{points->amount} : std::nullopt;
}

/// Computes formulas from what stands in other cells.
class Evaluation {
public:
    explicit Evaluation(const Document& document) {
        for_each_cell(document, [&](const Cell& cell) {
            if (cell.anchor.empty()) return;
            CAPTURE(cell.anchor);
            CHECK(cells_.emplace(cell.anchor, cell).second);  // no two have one name
        });
        report::for_each_table(document, [&](const Table& table) {
            if (!table.id.empty()) CHECK(tables_.emplace(table.id, table).second);
        });
    }

    [[nodiscard]] bool holds(const Cell& cell) const {
        if (cell.formula->kind == Formula::Kind::band) return cell == Cell{report::Band{band(*cell.formula)}};
        base::Decimal result = points(cell.formula->of.front());
        for (std::size_t i = 1; i < cell.formula->of.size(); ++i) {
            const auto next = points(cell.formula->of[i]);
            result = cell.formula->kind == Formula::Kind::sum ? result + next : result - next;
        }
        return points_of(cell) == result;
    }
    [[nodiscard]] bool has_table(const std::string& id) const { return tables_.count(id) > 0; }

private:
    [[nodiscard]] base::Decimal points(const std::string& anchor) const {
        CAPTURE(anchor);
        REQUIRE(cells_.count(anchor) == 1);
        const auto value = points_of(cells_.at(anchor));
        REQUIRE(value.has_value());
        return *value;
    }
    [[nodiscard]] std::string band(const Formula& formula) const {
        REQUIRE(has_table(formula.floors));
        std::string band;
        for (const auto& row : tables_.at(formula.floors).rows) {
            if (points_of(row[1]) <= points(formula.of.front())) band = render::shown(row[0]);
        }
        return band;
    }

    std::map<std::string, Cell> cells_;
    std::map<std::string, Table> tables_;
};

}  // namespace

TEST_CASE("each formula of each document gives the value of its cell") {
    std::map<Formula::Kind, std::size_t> seen;
    for (const auto& entry : documents()) {
        const std::string& command = entry.first;
        const Document& document = entry.second;
        CAPTURE(command);
        const Evaluation evaluation{document};
        for_each_cell(document, [&](const Cell& cell) {
            if (!cell.formula) return;
            CAPTURE(cell.anchor);
            CAPTURE(render::shown(cell));
            CHECK(evaluation.holds(cell));
            ++seen[cell.formula->kind];
        });
    }
    CHECK(seen[Formula::Kind::sum] >= 5);
    CHECK(seen[Formula::Kind::difference] >= 5);
    CHECK(seen[Formula::Kind::band] >= 5);
}

TEST_CASE("a wrong value is found") {
    Document document;
    document.add(Table{.columns = {{"points", "Points"}},
                       .rows = {{Cell{base::Decimal::from_whole(1)}.at("a")},
                                {Cell{base::Decimal::from_whole(3)}.is(Formula::sum({"a", "a"}))}}});
    std::size_t wrong = 0;
    const Evaluation evaluation{document};
    for_each_cell(document, [&](const Cell& cell) { wrong += cell.formula && !evaluation.holds(cell) ? 1 : 0; });
    CHECK(wrong == 1);
}

TEST_CASE("sections have names of their own, and rows are as long as their columns") {
    for (const auto& entry : documents()) {
        const std::string& command = entry.first;
        const Document& document = entry.second;
        CAPTURE(command);
        CHECK_FALSE(document.sections().empty());
        std::set<std::string> ids;
        for (const auto& section : document.sections()) {
            CAPTURE(section.id);
            CHECK(ids.insert(section.id).second);
        }
        report::for_each_table(document, [&](const Table& table) {
            for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
        });
    }
}

TEST_CASE("a new format needs the document alone") {
    const auto explain = names(documents().at("explain"));
    CHECK(explain.find("# job\n# sum\n# factors\n# factor-knowledge\n") == 0);
    CHECK(explain.find("\ntotal.points 440 = sum sum.knowledge.points ") != std::string::npos);
    CHECK(names(documents().at("score")).find("\njobs.vlo.total 440\n- 3 = band jobs.vlo.total\n") != std::string::npos);
    CHECK(names(documents().at("seal")) == "# beginning\n");
}

TEST_CASE("figures say what they show, and have their numbers") {
    std::map<std::string, std::set<Figure::Kind>> kinds;
    for (const auto& entry : documents()) {
        const std::string& command = entry.first;
        const Document& document = entry.second;
        CAPTURE(command);
        const Evaluation evaluation{document};
        for (const auto& section : document.sections()) {
            for (const auto& block : section.blocks) {
                const auto* figure = std::get_if<Figure>(&block);
                if (figure == nullptr) continue;
                CAPTURE(figure->id);
                kinds[command].insert(figure->kind);
                CHECK(render::shown(figure->sentence).ends_with('.'));
                CHECK(figure->numbers.rows.empty() == !figure->numbers_in.empty());
                if (!figure->numbers_in.empty()) CHECK(evaluation.has_table(figure->numbers_in));
            }
        }
    }
    using Kind = Figure::Kind;
    CHECK(kinds["score"] == std::set{Kind::strip});
    CHECK(kinds["explain"] == std::set{Kind::band_ladder, Kind::factor_profile});
    CHECK(kinds["compare"] == std::set{Kind::band_ladder, Kind::factor_profile});
    CHECK(kinds["diff"] == std::set{Kind::band_ladder, Kind::factor_profile});
    CHECK(kinds["panel"] == std::set{Kind::band_ladder, Kind::dot_plot});
    CHECK(kinds["appeal"] == std::set{Kind::band_ladder, Kind::slope, Kind::time_line});
    CHECK(kinds["sensitivity"] == std::set{Kind::band_ladder, Kind::shares, Kind::intervals});
    CHECK(kinds.count("check") == 0);
}

}  // namespace je::every_document_test
