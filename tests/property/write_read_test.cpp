// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "property/any_parts.hpp"

namespace write_read_test {

using namespace je;
using namespace je::test;

namespace {

model::JobDraft any_job() {
    model::JobDraft job;
    job.id = *code();
    job.title = *some_text();
    job.organisation = *any_text();
    job.scheme = *code();
    job.family = *maybe_code();
    job.version = maybe_text();
    job.note = *any_text();
    job.documents = any_documents();
    for (auto& key : keys()) job.facts.push_back({key, *code(), any_evidence(), *any_text()});
    for (auto& key : keys()) {
        model::JobDraft::Factor factor{key, *maybe_code(), {}, *any_text()};
        if (*rc::gen::arbitrary<bool>()) {
            factor.evidence.push_back({model::DocumentId{*any_code()}, maybe_text(), *any_text(), *any_text(), {}});
        }
        factor.answers = any_answers();
        job.factors.push_back(std::move(factor));
    }
    job.supersedes = *maybe_code();
    if (*rc::gen::arbitrary<bool>()) {
        job.band_choice = model::BandChoice{*code(), *any_text(), {}, *any_text()};
        job.band_choice->evidence.push_back({model::DocumentId{*any_code()}, maybe_text(), *any_text(), *any_text(), {}});
    }
    if (*rc::gen::arbitrary<bool>()) {
        const std::uint64_t holders = *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000);
        job.posts.push_back(
            {model::PostId{*any_code()}, *any_text(), *rc::gen::arbitrary<bool>() ? std::optional{holders} : std::nullopt, {}});
    }
    return job;
}

/// All that a job draft says, places apart.
std::vector<std::string> facts_of(const model::JobDraft& job) {
    std::vector<std::string> all{job.id.value, job.title, job.organisation,         job.scheme.value,
                                 job.version,  job.note,  value_of(job.supersedes), value_of(job.family)};
    for (const auto& d : job.documents) {
        for (const auto& text : {d.id.text(), d.kind, d.title, d.version, d.date ? d.date->to_string() : ""})
            all.push_back("document " + text);
    }
    for (const auto& fact : job.facts) {
        all.push_back("fact " + fact.id.value + " is " + fact.value.value + "|" + fact.note);
        for (const auto& e : fact.evidence) all.push_back("fact rests on " + e.document.text() + e.section + e.quote);
    }
    for (const auto& factor : job.factors) {
        all.push_back("factor " + factor.id.value + value_of(factor.level) + factor.note);
        add_answers(all, factor.answers);
        for (const auto& e : factor.evidence) {
            for (const auto& text : {e.document.text(), e.section, e.quote, e.disputed}) all.push_back("evidence " + text);
        }
    }
    if (const auto& choice = job.band_choice) {
        all.push_back("choice " + choice->band.value + "|" + choice->reason + "|" + choice->decided_by + "|" +
                      (choice->date ? choice->date->to_string() : ""));
        for (const auto& e : choice->evidence) all.push_back("choice rests on " + e.document.text() + e.quote);
    }
    for (const auto& p : job.posts)
        all.push_back("post " + p.id.text() + "|" + p.title + "|" + (p.holders ? std::to_string(*p.holders) : "none"));
    return all;
}

model::SchemeDraft::Condition any_condition() {
    model::SchemeDraft::Condition condition;
    if (*rc::gen::arbitrary<bool>()) {
        condition.factor = *code();
    } else {
        condition.fact = *code();
    }
    condition.test = located(*rc::gen::element<std::string>("is", "is_not", "at_least", "at_most", "one_of"));
    condition.values.push_back(*code());
    if (condition.test.value == "one_of" && *rc::gen::arbitrary<bool>()) condition.values.push_back(*code());
    return condition;
}

model::SchemeDraft::Matrix any_matrix() {
    model::SchemeDraft::Matrix matrix;
    matrix.id = *code();
    matrix.name = *some_text();
    matrix.dimensions = {*code(), *code()};
    if (*rc::gen::arbitrary<bool>()) matrix.weight = *number();
    if (*rc::gen::arbitrary<bool>()) matrix.percent_of = *code();
    if (matrix.percent_of) {
        matrix.rounding = model::SchemeDraft::RoundingDraft{.to = *number(), .mode = *code(), .series = {}};
        // A series is told from a number by its first character.
        if (*rc::gen::arbitrary<bool>()) matrix.rounding->series = base::Located<std::string>{"s" + (*code()).value, {}};
    }
    using Cells = model::SchemeDraft::Cells;
    matrix.cells.form = Cells::Form::levels;
    for (auto& row : keys()) {
        Cells line{.level = row, .form = *rc::gen::arbitrary<bool>() ? Cells::Form::levels : Cells::Form::list};
        for (auto& column : keys()) {
            const auto kind = *rc::gen::inRange(0, 3);
            Cells cell;
            if (line.form == Cells::Form::levels) cell.level = column;
            if (kind > 0) cell.form = Cells::Form::cell;
            if (kind > 0) cell.value = *number();
            cell.unlikely = kind == 2;
            line.under.push_back(std::move(cell));
        }
        matrix.cells.under.push_back(std::move(line));
    }
    return matrix;
}

bool same_cells(const model::SchemeDraft::Cells& a, const model::SchemeDraft::Cells& b) {
    return a.form == b.form && a.level.value == b.level.value && a.unlikely == b.unlikely &&
           a.value.has_value() == b.value.has_value() && (!a.value || a.value->value == b.value->value) &&
           std::equal(a.under.begin(), a.under.end(), b.under.begin(), b.under.end(), same_cells);
}

model::SchemeDraft::TreeOption any_option(Text id) {
    model::SchemeDraft::TreeOption option;
    option.id = std::move(id);
    option.text = *any_text();
    option.help = *any_text();
    option.next = *maybe_code();
    option.level = *maybe_code();
    const auto bound = [] { return base::Located<base::WideDecimal>{(*number()).value, {}}; };
    if (*rc::gen::arbitrary<bool>()) option.from = bound();
    if (*rc::gen::arbitrary<bool>()) option.below = bound();
    option.is = keys();
    return option;
}

std::vector<model::SchemeDraft::Question> any_questions() {
    std::vector<model::SchemeDraft::Question> questions;
    for (auto& id : keys()) {
        model::SchemeDraft::Question question;
        question.id = id;
        question.ask = *any_text();
        question.help = *any_text();
        question.fact = *maybe_code();
        question.order = *maybe_code();
        question.of = keys();
        for (auto& option : keys()) question.options.push_back(any_option(option));
        questions.push_back(std::move(question));
    }
    return questions;
}

model::SchemeDraft::Fact any_fact() {
    model::SchemeDraft::Fact fact;
    fact.id = *code();
    fact.name = *some_text();
    fact.kind = *code();
    fact.ask = *any_text();
    fact.help = *any_text();
    fact.choices = keys();
    const bool by_text = *rc::gen::arbitrary<bool>();
    for (std::size_t i = 0; by_text && i < fact.choices.size(); ++i) fact.choice_texts.push_back(*any_text());
    return fact;
}

/// All that a scheme's questions say.
std::vector<std::string> questions_of(const model::SchemeDraft& scheme) {
    const auto& factor = scheme.factors[0];
    std::vector<std::string> all{value_of(factor.start)};
    for (const auto& q : factor.questions) {
        all.push_back(q.id.value + "|" + q.ask + "|" + q.help + "|" + value_of(q.fact) + "|" + value_of(q.order));
        for (const auto& choice : q.of) all.push_back("of " + choice.value);
        for (const auto& o : q.options) {
            all.push_back(o.id.value + "|" + o.text + "|" + o.help + "|" + value_of(o.next) + "|" + value_of(o.level));
            all.push_back((o.from ? o.from->value.to_string() : "") + "|" + (o.below ? o.below->value.to_string() : ""));
            for (const auto& choice : o.is) all.push_back("is " + choice.value);
        }
    }
    const auto& fact = scheme.facts[0];
    all.push_back(fact.ask + "|" + fact.help);
    for (const auto& choice : fact.choices) all.push_back("choice " + choice.value);
    all.insert(all.end(), fact.choice_texts.begin(), fact.choice_texts.end());
    return all;
}

model::SchemeDraft any_scheme() {
    model::SchemeDraft scheme;
    scheme.id = *code();
    scheme.title = *some_text();
    scheme.edition = *any_code();
    scheme.status = *code();
    scheme.owner = *any_text();
    scheme.licence = *any_text();
    scheme.sources.push_back({*code(), *some_text(), *any_text()});
    if (*rc::gen::arbitrary<bool>()) scheme.max_total = *number();
    scheme.groups.push_back({*code(), *some_text(), *maybe_code(), *maybe_code()});
    model::SchemeDraft::Factor factor{*code(), *some_text(), *maybe_code(), *any_text(), *maybe_code(), {}, {}, {}, {}, {}};
    factor.short_name = *maybe_code();
    factor.weight = *number();
    factor.rule = model::SchemeDraft::PointsRule{*code(), *number()};
    factor.levels.push_back({*code(), *number(), std::nullopt, *any_text(), *any_text()});
    factor.questions = any_questions();
    if (!factor.questions.empty()) factor.start = *maybe_code();
    scheme.factors.push_back(std::move(factor));
    scheme.facts.push_back(any_fact());
    scheme.matrices.push_back(any_matrix());
    scheme.series.push_back({*code(), {*number(), *number()}, std::nullopt, *number(), *number()});
    model::SchemeDraft::Rule constraint;
    constraint.id = *code();
    constraint.severity = *code();
    constraint.when = {any_condition()};
    constraint.require = {any_condition(), any_condition()};
    constraint.summary = *some_text();
    scheme.constraints.push_back(std::move(constraint));
    model::BandTableDraft bands;
    bands.open_ended = *rc::gen::arbitrary<bool>();
    bands.bands.push_back({*code(), maybe_text(), *number(), std::nullopt, *any_text(), *maybe_code()});
    bands.unbanded.push_back({*number(), *number(), *some_text()});
    scheme.bands.push_back(std::move(bands));
    return scheme;
}

}  // namespace

TEST_CASE("a job that is written reads as the same job") {
    CHECK(rc::check([] {
        const model::JobDraft job = any_job();
        const std::string text = test::write_job(job);
        base::Diagnostics diagnostics;
        const auto again = io::read_job(source(text), io::Limits{}, diagnostics);
        RC_LOG() << text << complaints(diagnostics);
        RC_ASSERT(again.has_value());
        RC_ASSERT(facts_of(*again) == facts_of(job));
    }));
}

TEST_CASE("facts and answers written at length say what they say by themselves") {
    CHECK(rc::check([] {
        const model::JobDraft job = any_job();
        base::Diagnostics diagnostics;
        const auto brief = io::read_job(source(test::write_job(job)), io::Limits{}, diagnostics);
        const auto full = io::read_job(source(test::write_job_at_length(job)), io::Limits{}, diagnostics);
        RC_LOG() << test::write_job_at_length(job) << complaints(diagnostics);
        RC_ASSERT(brief.has_value());
        RC_ASSERT(full.has_value());
        RC_ASSERT(facts_of(*full) == facts_of(*brief));
    }));
}

TEST_CASE("a scheme that is written reads as a scheme that is written in the same way") {
    CHECK(rc::check([] {
        const model::SchemeDraft scheme = any_scheme();
        const std::string text = test::write_scheme(scheme);
        base::Diagnostics diagnostics;
        const auto again = io::read_scheme(source(text), io::Limits{}, diagnostics);
        RC_LOG() << text << complaints(diagnostics);
        RC_ASSERT(again.has_value());
        RC_ASSERT(test::write_scheme(*again) == text);
        RC_ASSERT(questions_of(*again) == questions_of(scheme));
        RC_ASSERT(again->title == scheme.title);
        RC_ASSERT(again->factors[0].levels[0].points->value == scheme.factors[0].levels[0].points->value);
        RC_ASSERT(again->matrices[0].weight.has_value() == scheme.matrices[0].weight.has_value());
        RC_ASSERT(again->series[0].values.size() == 2);
        RC_ASSERT(again->series[0].values[1].value == scheme.series[0].values[1].value);
        RC_ASSERT(again->series[0].by->value == scheme.series[0].by->value);
        RC_ASSERT(again->matrices[0].percent_of.has_value() == scheme.matrices[0].percent_of.has_value());
        RC_ASSERT(again->matrices[0].rounding.has_value() == scheme.matrices[0].rounding.has_value());
        if (scheme.matrices[0].rounding) {
            RC_ASSERT(again->matrices[0].rounding->series.has_value() == scheme.matrices[0].rounding->series.has_value());
            if (scheme.matrices[0].rounding->series)
                RC_ASSERT(again->matrices[0].rounding->series->value == scheme.matrices[0].rounding->series->value);
        }
        RC_ASSERT(same_cells(again->matrices[0].cells, scheme.matrices[0].cells));
    }));
}

TEST_CASE("any text stands as one scalar on one line, as a value, in a list and as a value in a map") {
    CHECK(rc::check([] {
        const std::string text = *some_text();
        const std::string scalar = io::yaml_scalar(text);
        RC_ASSERT(scalar.find('\n') == std::string::npos);
        const std::string file = "format: je-job/1\nid: a\ntitle: " + scalar + "\nscheme: s\nfactors: {k: {note: " + scalar +
                                 ", evidence: [{document: d, quote: " + scalar + "}]}}\nnote: " + scalar + "\n";
        base::Diagnostics diagnostics;
        const auto job = io::read_job(source(file), io::Limits{}, diagnostics);
        RC_LOG() << file << complaints(diagnostics);
        RC_ASSERT(job.has_value());
        RC_ASSERT(job->title == text);
        RC_ASSERT(job->note == text);
        RC_ASSERT(job->factors[0].note == text);
        RC_ASSERT(job->factors[0].evidence[0].quote == text);
    }));
}

}  // namespace write_read_test
