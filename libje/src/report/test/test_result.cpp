// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/test_result.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"

namespace je::report {

namespace {

using model::Expectation;

/// Holds one scored example against what it expects.
class Comparing {
public:
    Comparing(TestedExample& out, const Expectation& expect, const ScoringBasis& basis, const model::Answers& answers,
              const scoring::Score& score)
        : out_{out}, expect_{expect}, basis_{basis}, score_{score} {
        fill_scored_job(job_, basis, "", "", answers, score, true);
    }

    void run() {
        const auto if_any = [&](bool is_so, base::Decimal points) {
            return is_so && job_.has_points ? std::optional{points} : std::nullopt;
        };
        number("total", expect_.total, if_any(job_.complete, job_.total_max));
        number("total_min", expect_.total_min, if_any(true, job_.total_min));
        number("total_max", expect_.total_max, if_any(true, job_.total_max));
        number("above_floor", expect_.above_floor, job_.above_floor);
        number("to_next", expect_.to_next, job_.to_next);
        bands();
        if (expect_.complete && expect_.complete->value != job_.complete) {
            differ("complete", expect_.complete->value ? "true" : "false", job_.complete ? "true" : "false",
                   expect_.complete->at);
        }
        for (const auto& [id, points] : expect_.points) factor_points(id, points);
        for (const auto& [id, level] : expect_.levels) factor_level(id, level);
        if (!out_.mismatches.empty()) out_.factors = job_.factors;
    }

private:
    void differ(std::string what, std::string expected, std::string got, const base::SourcePosition& at,
                std::string factor = {}) {
        out_.mismatches.push_back(
            {std::move(what), std::move(expected), std::move(got), at.file_and_line(), std::move(factor)});
    }

    void number(std::string_view what, const Expectation::Maybe<base::Decimal>& expected,
                const std::optional<base::Decimal>& got) {
        if (!expected || expected->value == got) return;
        differ(std::string{what}, expected->value.to_string(), got ? got->to_string() : range_or_none(what), expected->at);
    }

    /// What stands in place of a number that is not there.
    [[nodiscard]] std::string range_or_none(std::string_view what) const {
        if (what != "total" || !job_.has_points) return "none";
        return fmt::format("a range: {} to {}", job_.total_min.to_string(), job_.total_max.to_string());
    }

    void bands() {
        band("band", expect_.band, score_.band_max, job_.band_is_settled());
        band("band_by_points", expect_.band_by_points, score_.points_band_max,
             job_.complete && score_.points_band_min == score_.points_band_max);
        band("band_min", expect_.band_min, score_.band_min, true);
        band("band_max", expect_.band_max, score_.band_max, true);
    }

    void band(std::string_view what, const Expectation::Maybe<Expectation::BandOrNone>& expected, const model::BandOrNone& got,
              bool single) {
        if (!expected) return;
        const std::string name = name_of(got);
        const std::string wanted = expected->value.value_or("none");
        if (!single) {
            differ(std::string{what}, wanted,
                   fmt::format("a range: {} to {}", name_of(score_.band_min), name_of(score_.band_max)), expected->at);
        } else if (expected->value.has_value() == got.is_none() || name != wanted) {
            differ(std::string{what}, wanted, name, expected->at);
        }
    }

    [[nodiscard]] std::string name_of(const model::BandOrNone& band) const {
        return basis_.bands != nullptr ? basis_.bands->id_of(band).value_or("none") : "none";
    }

    [[nodiscard]] const ScoredFactor* find(const std::string& id) const {
        const auto found =
            std::find_if(job_.factors.begin(), job_.factors.end(), [&](const ScoredFactor& f) { return f.id == id; });
        return found == job_.factors.end() ? nullptr : &*found;
    }

    void factor_points(const base::Located<std::string>& id, const base::Located<base::Decimal>& points) {
        const ScoredFactor* factor = find(id.value);
        const std::string what = fmt::format("points of '{}'", id.value);
        if (factor == nullptr) {
            differ(what, points.value.to_string(), fmt::format("no factor or matrix of that id{}", nearest_text(id.value)),
                   id.at, id.value);
        } else if (factor->points != points.value) {
            differ(what, points.value.to_string(), factor->points ? factor->points->to_string() : "no points", points.at,
                   id.value);
        }
    }

    void factor_level(const base::Located<std::string>& id, const base::Located<std::string>& level) {
        const ScoredFactor* factor = find(id.value);
        const std::string what = fmt::format("level of '{}'", id.value);
        if (factor == nullptr) {
            differ(what, level.value, fmt::format("no factor of that id{}", nearest_text(id.value)), id.at, id.value);
        } else if (factor->level != level.value) {
            differ(what, level.value, factor->level.value_or("not known"), level.at, id.value);
        }
    }

    [[nodiscard]] std::string nearest_text(const std::string& id) const {
        std::vector<std::string> ids;
        for (const ScoredFactor& factor : job_.factors) ids.push_back(factor.id);
        const auto near = base::nearest(id, ids);
        return near ? fmt::format(" (is '{}' meant?)", *near) : "";
    }

    TestedExample& out_;
    const Expectation& expect_;
    const ScoringBasis& basis_;
    const scoring::Score& score_;
    ScoredJob job_;
};

std::vector<std::string> error_ids(const base::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const base::Diagnostic& d : diagnostics.all()) {
        if (d.severity == base::Severity::error) ids.push_back(d.id);
    }
    return ids;
}

std::string first_error(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& d : diagnostics.all()) {
        if (d.severity != base::Severity::error) continue;
        const std::string place = d.at.known() ? d.at.to_string() + ": " : "";
        return fmt::format("{}{} [{}]", place, d.message, d.id);
    }
    return {};
}

std::string listed(const std::vector<std::string>& ids) {
    return ids.empty() ? "no errors" : fmt::format("{}", fmt::join(ids, ", "));
}

void compare_errors(TestedExample& out, const model::WorkedExample& example, const base::Diagnostics& diagnostics) {
    const auto got = error_ids(diagnostics);
    std::vector<std::string> wanted;
    for (const auto& id : example.expect.errors.value_or(std::vector<base::Located<std::string>>{})) wanted.push_back(id.value);
    if (got == wanted) return;
    const bool stated = example.expect.errors && !example.expect.errors->empty();
    out.mismatches.push_back(
        {"errors", listed(wanted), listed(got), (stated ? example.expect.errors->front().at : example.at).file_and_line()});
    out.problem = first_error(diagnostics);
}

}  // namespace

TestedExample test_example(const model::WorkedExample& example, const ScoringBasis& basis, const model::Job* job,
                           const base::Diagnostics& diagnostics) {
    TestedExample out;
    out.name = example.name.value;
    out.at = (example.name.at.known() ? example.name.at : example.at).file_and_line();
    out.scheme = basis.scheme->id().text();
    out.source = example.source;
    base::Diagnostics all = diagnostics;
    std::optional<scoring::Score> score;
    if (job != nullptr) {
        score = scoring::score(*basis.scheme, basis.bands, job->answers());
        for (const auto& problem : score->problems)
            all.add(scoring::explain_problem(problem, *basis.scheme, *job, *score, basis.bands));
    }
    compare_errors(out, example, all);
    if (score) Comparing{out, example.expect, basis, job->answers(), *score}.run();
    return out;
}

std::size_t TestResult::passed() const {
    return static_cast<std::size_t>(
        std::count_if(examples.begin(), examples.end(), [](const TestedExample& e) { return e.passed(); }));
}

}  // namespace je::report
