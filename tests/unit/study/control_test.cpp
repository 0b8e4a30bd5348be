// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/je.hpp"
#include "study_fixture.hpp"

namespace je::test::control_test {
namespace {

void add_jobs(MadeSource& source, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "job-" + std::to_string(i);
        source.add("in/" + id + ".yaml", study_job(id, i % 2 == 0 ? "A" : "B", "L"));
    }
}

TEST_CASE("progress counts the jobs as they are done") {
    MadeSource source;
    add_jobs(source, 4);
    std::vector<std::uint64_t> done;
    const study::Control control{.progress = [&](const study::Progress& now) {
        CHECK(now.of == study::Progress::Of::jobs);
        done.push_back(now.done);
    }};
    REQUIRE(study::score(source, study_files, study_options(), {}, control).result);
    CHECK(done == std::vector<std::uint64_t>{1, 2, 3, 4});
}

TEST_CASE("progress counts files with their number, and scenarios up to their number") {
    MadeSource source;
    add_jobs(source, 3);
    study::Progress last;
    const study::Control control{.progress = [&](const study::Progress& now) { last = now; }};
    REQUIRE(study::check(source, study_files, study_options(), {}, control).result);
    CHECK(last.of == study::Progress::Of::files);
    CHECK(last.done == 3);
    CHECK(last.all == 3);
    study::SensitivityOptions what;
    what.weights.scenarios = 5000;
    what.weights.method = sensitivity::Method::sampled;
    std::uint64_t scenarios = 0;
    const study::Control counting{.progress = [&](const study::Progress& now) {
        if (now.of == study::Progress::Of::scenarios) scenarios = now.done;
    }};
    REQUIRE(study::sensitivity(source, study_files, study_options(), what, counting).result);
    CHECK(scenarios == 5000);
}

TEST_CASE("jobs under a scheme without points are counted too, and need no option to have their levels looked at") {
    MadeSource source;
    source.add("schemes/tiers.yaml",
               "format: je-scheme/1\nid: tiers\ntitle: Tiers\nedition: \"1\"\nstatus: illustrative\nowner: The tests\n"
               "licence: none\nmethod: classification\n"
               "factors: [{id: x, name: X, levels: [{id: \"1\"}, {id: \"2\"}]}]\n"
               "bands: [{table: [{id: \"1\"}, {id: \"2\"}], decide: [{id: by-x, level_of: x}]}]\n");
    source.add("in/a.yaml", "format: je-job/1\nid: a\ntitle: A\nscheme: tiers\nfactors: {x: {level: \"1\"}}\n");
    std::uint64_t done = 0;
    const study::Control control{.progress = [&](const study::Progress& now) {
        if (now.of == study::Progress::Of::jobs) done = now.done;
    }};
    study::SensitivityOptions what;
    what.with_weights = what.with_factors = what.with_floors = what.with_levels = what.parts_by_default = false;
    const auto outcome = study::sensitivity(source, study_files, study_options(), what, control);
    REQUIRE(outcome.result);
    CHECK(outcome.result->jobs.size() == 1);
    CHECK(outcome.result->jobs.front().levels);
    CHECK(done == 1);
}

TEST_CASE("a run that is cancelled ends at once, without a result") {
    MadeSource source;
    add_jobs(source, 10);
    std::size_t asked = 0;
    std::uint64_t done = 0;
    const study::Control control{.progress = [&](const study::Progress& now) { done = now.done; },
                                 .cancelled = [&] { return ++asked > 5; }};
    const auto outcome = study::score(source, study_files, study_options(), {}, control);
    CHECK(outcome.cancelled);
    CHECK_FALSE(outcome.result);
    CHECK_FALSE(outcome.refused);
    CHECK(done < 10);
}

TEST_CASE("every use-case that may take long can be cancelled") {
    MadeSource source;
    add_jobs(source, 2);
    source.add("in/panel.yaml", study_panel("p1", "job-0", "2026-02-01"));
    const study::Control control{.cancelled = [] { return true; }};
    const auto options = study_options();
    CHECK(study::explain(source, study_files, options, {}, control).cancelled);
    CHECK(study::compare(source, study_files, options, {}, control).cancelled);
    CHECK(study::panels(source, study_files, options, {}, control).cancelled);
    CHECK(study::appeals(source, study_files, options, {}, control).cancelled);
    CHECK(study::check(source, study_files, options, {}, control).cancelled);
    CHECK(study::worked_examples(source, study_files, options, control).cancelled);
    CHECK(study::sensitivity(source, study_files, options, {}, control).cancelled);
}

TEST_CASE("sampling is cancelled between two groups of scenarios") {
    MadeSource source;
    add_jobs(source, 2);
    study::SensitivityOptions what;
    what.weights.scenarios = 50'000'000;
    what.weights.method = sensitivity::Method::sampled;
    bool sampling = false;
    const study::Control control{
        .threads = 1,
        .progress = [&](const study::Progress& now) { sampling = now.of == study::Progress::Of::scenarios; },
        .cancelled = [&] { return sampling; }};
    CHECK(study::sensitivity(source, study_files, study_options(), what, control).cancelled);
    CHECK(sampling);
}

}  // namespace
}  // namespace je::test::control_test
