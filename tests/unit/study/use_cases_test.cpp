// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/io/seal.hpp"
#include "je/je.hpp"
#include "study/new_files/texts.hpp"
#include "study_fixture.hpp"

namespace je::test::use_cases_test {
namespace {

TEST_CASE("a job in memory is explained under a scheme in memory") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "B", "L"));
    const auto outcome = study::explain(source, study_files, study_options());
    REQUIRE(outcome.result);
    CHECK(outcome.diagnostics.all().empty());
    CHECK(outcome.result->total_max.to_string() == "70");
    CHECK(outcome.result->units.size() == 2);
    CHECK(outcome.result->inputs.size() == 2);
    CHECK(outcome.result->tool.version == version);
}

TEST_CASE("what is asked and cannot be done is refused, and nothing is thrown") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "B", "L"));
    source.add("in/cook.yaml", study_job("cook", "A", "L"));
    const auto several = study::explain(source, study_files, study_options());
    CHECK_FALSE(several.result);
    REQUIRE(several.refused);
    CHECK(several.refused->id == "JE-U48");
    auto options = study_options();
    options.scheme = "other";
    const auto unknown = study::score(source, study_files, options);
    REQUIRE(unknown.refused);
    CHECK(unknown.refused->id == "JE-U09");
}

TEST_CASE("mistakes in inputs are values, and what is not there is thrown") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "Z", "L"));
    const auto outcome = study::score(source, study_files, study_options());
    REQUIRE(outcome.result);
    CHECK(outcome.result->jobs.empty());
    CHECK(outcome.diagnostics.errors() == 1);
    const std::vector<std::string> missing{"nowhere"};
    CHECK_THROWS_AS(static_cast<void>(study::score(source, missing, study_options())), base::OutsideError);
}

TEST_CASE("jobs are scored and compared in the order of their names in a folder") {
    MadeSource source;
    source.add("in/b.yaml", study_job("second", "A", "L"));
    source.add("in/a.yaml", study_job("first", "B", "H"));
    source.add("in/notes.txt", "nothing of ours");
    const auto scored = study::score(source, study_files, study_options());
    REQUIRE(scored.result);
    REQUIRE(scored.result->jobs.size() == 2);
    CHECK(scored.result->jobs[0].id == "first");
    CHECK(scored.result->jobs[0].total_max.to_string() == "100");
    CHECK(scored.result->jobs[0].factors.size() == 2);
    const auto compared = study::compare(source, study_files, study_options());
    REQUIRE(compared.result);
    CHECK(compared.result->jobs.size() == 2);
}

TEST_CASE("the public sees no job that one person holds") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "B", "L"));
    std::string alone = study_job("head", "B", "H");
    alone.replace(alone.find("holders: 3"), 10, "holders: 1");
    source.add("in/head.yaml", alone);
    auto options = study_options();
    options.audience = report::Audience::public_view;
    const auto outcome = study::score(source, study_files, options);
    REQUIRE(outcome.result);
    REQUIRE(outcome.result->jobs.size() == 1);
    CHECK(outcome.result->jobs[0].id == "clerk");
    CHECK(outcome.result->tail.left_out.single_holder == 1);
    CHECK(outcome.result->tail.inputs.at(0).name == "file 1");
    CHECK(ids_of(outcome.diagnostics) == "JE-U66");
}

TEST_CASE("a sheet of jobs needs a scheme, and is read from memory too") {
    MadeSource source;
    source.add("jobs.csv", "id,title,knowledge,effort\nclerk,Clerk,B,L\n");
    const std::vector<std::string> sheet{"jobs.csv"};
    const auto without = study::score(source, sheet, study_options());
    REQUIRE(without.refused);
    CHECK(without.refused->id == "JE-U14");
    auto options = study_options();
    options.scheme = "demo";
    const auto outcome = study::score(source, sheet, options);
    REQUIRE(outcome.result);
    CHECK(outcome.result->jobs.size() == 1);
}

TEST_CASE("a panel finds the questionnaire beside it") {
    MadeSource source;
    source.add("in/panel.yaml", study_panel("p1", "clerk", "2026-02-01"));
    source.add("in/clerk.yaml", study_job("clerk", "A", "L"));
    const auto outcome = study::panels(source, study_files, study_options());
    REQUIRE(outcome.result);
    REQUIRE(outcome.result->panels.size() == 1);
    CHECK(outcome.result->panels[0].job_title == "Title of clerk");
    CHECK_FALSE(outcome.diagnostics.has_errors());
}

TEST_CASE("an appeal joins two panels, and the appellant sees pseudonyms") {
    MadeSource source;
    source.add("in/1.yaml", study_panel("p1", "clerk", "2026-02-01"));
    source.add("in/2.yaml", study_panel("p2", "clerk", "2026-05-01"));
    source.add("in/appeal.yaml",
               "format: je-appeal/1\nid: a1\nkind: individual\nbrought_by: jobholders\njob: clerk\noriginal: p1\nrepanel: p2\n"
               "grounds: [{factor: knowledge, kind: level, argument: Words, claim: B}]\n"
               "events: [{kind: lodged, date: 2026-03-01}]\n");
    auto options = study_options();
    options.audience = report::Audience::appellant;
    const auto outcome = study::appeals(source, study_files, options);
    REQUIRE(outcome.result);
    REQUIRE(outcome.result->appeals.size() == 1);
    CHECK(outcome.result->appeals[0].repanel);
    const auto json = render::json(*outcome.result);
    CHECK(json.find("panellist 1 (management)") != std::string::npos);
    CHECK(json.find("\"m1\"") == std::string::npos);
}

TEST_CASE("files of every kind are checked") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "Z", "L"));
    const std::vector<std::string> files{"in", "schemes"};
    const auto outcome = study::check(source, files, study_options());
    REQUIRE(outcome.result);
    REQUIRE(outcome.result->files.size() == 2);
    CHECK(outcome.result->files[0].errors == 1);
    CHECK(outcome.result->files[1].errors == 0);
    CHECK(outcome.diagnostics.all().empty());
}

TEST_CASE("worked examples are run") {
    MadeSource source;
    source.add("in/test.yaml",
               "format: je-test/1\nname: Demo\nscheme: demo\nlevels: {knowledge: B, effort: L}\n"
               "expect: {total: 70, band: \"2\"}\nsource: The tests\n");
    const auto outcome = study::worked_examples(source, study_files, study_options());
    REQUIRE(outcome.result);
    CHECK(outcome.result->examples.size() == 1);
    CHECK(outcome.result->passed() == 1);
}

TEST_CASE("how firm bands are is told of jobs in memory") {
    MadeSource source;
    source.add("in/a.yaml", study_job("clerk", "B", "L"));
    source.add("in/b.yaml", study_job("cook", "A", "H"));
    const auto outcome = study::sensitivity(source, study_files, study_options());
    REQUIRE(outcome.result);
    CHECK(outcome.result->head.jobs == 2);
    REQUIRE(outcome.result->jobs.size() == 2);
    CHECK(outcome.result->jobs[0].weights);
    study::SensitivityOptions pairs;
    pairs.pairs = {{"clerk", "nobody"}};
    const auto refused = study::sensitivity(source, study_files, study_options(), pairs);
    REQUIRE(refused.refused);
    CHECK(refused.refused->id == "JE-U80");
}

TEST_CASE("the shards of a sampled run add up to the run") {
    MadeSource source;
    source.add("in/a.yaml", study_job("clerk", "B", "L"));
    source.add("in/b.yaml", study_job("cook", "A", "H"));
    study::SensitivityOptions what;
    what.weights.scenarios = 1000;
    what.joint.emplace();
    auto options = study_options();
    options.tool.arguments = {"sensitivity", "in"};
    std::vector<study::ReadShard> shards;
    for (const std::uint64_t number : {std::uint64_t{1}, std::uint64_t{2}}) {
        auto shard = study::sensitivity_shard(source, study_files, options, what, {number, 2});
        REQUIRE(shard.result);
        shards.push_back({std::to_string(number), std::move(*shard.result)});
    }
    base::Diagnostics diagnostics;
    const auto merged = study::merge_shards(shards, diagnostics);
    REQUIRE(merged);
    const auto whole = study::sensitivity(source, study_files, options, what);
    what.supplied = merged->tally;
    const auto supplied = study::sensitivity(source, study_files, options, what);
    REQUIRE(whole.result);
    REQUIRE(supplied.result);
    CHECK(supplied.result->jobs[0].joint->expected_rank == whole.result->jobs[0].joint->expected_rank);
    CHECK(supplied.result->head.joint->mean_jobs_changing == whole.result->head.joint->mean_jobs_changing);
}

TEST_CASE("a stored result is made again by what is passed in") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "B", "L"));
    const auto explained = study::explain(source, study_files, study_options());
    REQUIRE(explained.result);
    const auto text =
        std::make_shared<const base::SourceText>(base::SourceText{"result.json", render::json(*explained.result)});
    study::VerifyOptions options;
    options.remake = [&](const auto&, const auto&, auto&) {
        return study::Remade{.result = render::json(*study::explain(source, study_files, study_options()).result)};
    };
    CHECK(study::verify(source, text, options).result->verdict == report::Verdict::reproduces);
    source.add("in/clerk.yaml", study_job("clerk", "A", "L"));
    CHECK(study::verify(source, text, options).result->verdict == report::Verdict::differs);
    options.head = std::string(64, '0');
    CHECK(study::verify(source, text, options).refused->id == "JE-V14");
}

TEST_CASE("a sealed log is held against the texts it seals") {
    MadeSource source;
    source.add("note.yaml", "format: je-job/1\n");
    const auto entry = io::make_entry(nullptr, io::record_of("note.yaml", "format: je-job/1\n", std::nullopt));
    const auto log = std::make_shared<const base::SourceText>(base::SourceText{"log", io::line_of(entry)});
    const auto state = [&] { return study::verify(source, log, {}).result->sealed.at(0).state; };
    CHECK(state() == report::KeptState::unchanged);
    source.add("note.yaml", "format: je-job/1\nid: x\n");
    CHECK(state() == report::KeptState::changed);
    MadeSource empty;
    CHECK(study::verify(empty, log, {}).result->sealed.at(0).state == report::KeptState::missing);
}

TEST_CASE("every new file reads as it is") {
    MadeSource source;
    source.add("in/clerk.yaml", study_job("clerk", "B", "L"));
    source.add("in/panel.yaml", study_panel("p1", "clerk", "2026-02-01"));
    for (const study::NewKind kind : study::new_kinds) {
        auto options = study_options();
        study::NewFile file{.kind = kind};
        if (kind == study::NewKind::job || kind == study::NewKind::jobs || kind == study::NewKind::local)
            options.scheme = "demo";
        if (kind == study::NewKind::panel) file.from = "in/clerk.yaml";
        if (kind == study::NewKind::appeal) file.from = "in/panel.yaml";
        const auto outcome = study::new_file(source, file, options);
        CAPTURE(to_text(kind));
        REQUIRE(outcome.result);
        CHECK_FALSE(outcome.result->empty());
    }
    CHECK(study::new_file(source, {.kind = study::NewKind::job}, study_options()).refused->id == "JE-U47");
    auto options = study_options();
    options.scheme = "demo";
    CHECK(study::new_file(source, {.kind = study::NewKind::job, .id = "a b!"}, options).refused->id == "JE-U45");
}

TEST_CASE("what is made of a file that raised limits let in is read again, whatever its size") {
    io::Limits raised;
    raised.max_depth = 100;
    const io::Limits usual;
    const std::string large(usual.max_file_bytes + 1, '#');
    const io::Limits room = study::room_for(large, raised);
    CHECK(room.max_file_bytes == large.size());
    CHECK(room.max_nodes >= large.size());
    CHECK(room.max_depth == 100);
    CHECK(study::room_for("a: 1", io::Limits{.max_file_bytes = 4, .max_depth = 1, .max_nodes = 3}).max_nodes ==
          usual.max_nodes);
}

}  // namespace
}  // namespace je::test::use_cases_test
