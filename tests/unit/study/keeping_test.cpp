// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/je.hpp"
#include "study_fixture.hpp"

namespace je::test::keeping_test {
namespace {

using report::SectionOutcome;

/// A log in memory.
struct Log {
    std::string text;
    std::size_t reads = 0;

    study::ReadLog reading() {
        return [this](base::Diagnostics&) {
            ++reads;
            return std::make_shared<const base::SourceText>(base::SourceText{"log", text});
        };
    }
};

TEST_CASE("a file is sealed once, and again when it has changed") {
    MadeSource source;
    source.add("clerk.yaml", study_job("clerk", "A", "L"));
    const std::vector<std::string> files{"clerk.yaml"};
    Log log;
    for (const std::size_t entries : {1U, 1U, 2U}) {
        if (entries == 2) source.add("clerk.yaml", study_job("clerk", "B", "L"));
        const auto outcome = study::seal(source, files, "log", log.reading(), study_options());
        REQUIRE(outcome.result);
        CHECK(outcome.diagnostics.all().empty());
        CHECK(outcome.result->result.entries == entries);
        CHECK(outcome.result->result.files.front().unchanged == outcome.result->lines.empty());
        log.text += outcome.result->lines;
    }
    CHECK(std::count(log.text.begin(), log.text.end(), '\n') == 2);
}

TEST_CASE("a log is not opened for what cannot be sealed, and one that is not sound takes nothing") {
    MadeSource source;
    source.add("bytes", "\xff");
    source.add("notes", "words");
    Log log;
    const std::vector<std::string> bytes{"bytes"}, notes{"notes"};
    const auto refused = study::seal(source, bytes, "log", log.reading(), study_options());
    CHECK_FALSE(refused.result);
    CHECK(ids_of(refused.diagnostics) == "JE-L14");
    CHECK(log.reads == 0);
    log.text = "no log\n";
    const auto broken = study::seal(source, notes, "log", log.reading(), study_options());
    CHECK_FALSE(broken.result);
    CHECK(ids_of(broken.diagnostics) == "JE-L01");
}

TEST_CASE("a date before the latest in the log is warned of") {
    MadeSource source;
    source.add("a", "words");
    source.add("b", "words");
    Log log;
    const std::vector<std::string> a{"a"}, b{"b"};
    const auto first = study::seal(source, a, "log", log.reading(), study_options(), {.date = base::Date::parse("2026-03-02")});
    REQUIRE(first.result);
    log.text = first.result->lines;
    const auto second =
        study::seal(source, b, "log", log.reading(), study_options(), {.date = base::Date::parse("2026-03-01")});
    CHECK(second.result);
    CHECK(ids_of(second.diagnostics) == "JE-L17");
}

/// Commands that do as they are told in their arguments: an outcome, and whether there is an error to go with it.
class MadeSections : public study::Sections {
public:
    [[nodiscard]] SectionOutcome run(const study::Section& section, base::Diagnostics& diagnostics,
                                     std::vector<report::InputFile>& written) override {
        ran.push_back(section.name);
        const std::string& word = section.arguments.front();
        if (word == "throw") throw base::OutsideError{{.id = "JE-X01", .message = "gone"}};
        if (word == "error") diagnostics.error({.id = "JE-U12", .message = "twice"});
        const auto outcome = word == "done" ? SectionOutcome::done : SectionOutcome::errors;
        if (!has_result(section, outcome, diagnostics)) return outcome;
        for (const auto& file : section.files) written.push_back({file.name, "sum"});
        return outcome;
    }
    [[nodiscard]] std::vector<std::string> known_by(const std::string& path) const override { return {path}; }
    void told(const study::Section&, const report::BatchSection& entry, const base::Diagnostics& diagnostics,
              const std::string&) override {
        words += std::string{to_text(entry.outcome)} + " (" + ids_of(diagnostics) + "); ";
    }

    std::vector<std::string> ran;
    std::string words;
};

study::Section made_section(const std::string& name, const std::string& word, const std::string& reads = "in") {
    return {
        .name = name, .command = "score", .arguments = {word}, .inputs = {{reads, reads}}, .files = {{name, "out/" + name}}};
}

struct Batch {
    MadeSource source;
    MadeSections sections;
    study::SharedInputs inputs;
    report::BatchResult result;

    SectionOutcome run(const std::vector<study::Section>& all, bool keep_going = false) {
        return study::batch(source, all, sections, keep_going, inputs, result);
    }
};

TEST_CASE("a section that fails ends a run, unless it is to go on") {
    const std::vector all{made_section("a", "done"), made_section("b", "throw"), made_section("c", "done")};
    Batch stops, goes_on;
    CHECK(stops.run(all) == SectionOutcome::outside);
    CHECK(stops.sections.words == "done (); outside (JE-X01); ");
    CHECK(stops.result.sections.back().outcome == SectionOutcome::not_run);
    CHECK(goes_on.run(all, true) == SectionOutcome::outside);
    CHECK(goes_on.sections.words == "done (); outside (JE-X01); done (); ");
    CHECK(goes_on.result.written.size() == 2);
}

TEST_CASE("what reads a result that was not made is not run") {
    const std::vector all{made_section("a", "error"), made_section("b", "done", "out/a"), made_section("c", "done", "out/b")};
    Batch batch;
    CHECK(batch.run(all, true) == SectionOutcome::errors);
    CHECK(batch.sections.ran == std::vector<std::string>{"a"});
    CHECK(batch.sections.words == "errors (JE-U12); not run (JE-N26); not run (JE-N26); ");
}

TEST_CASE("a check that fails is a result, and a result of an earlier run is told apart") {
    Batch batch;
    batch.source.add("out/a", "of yesterday");
    batch.source.add("out/b", "of yesterday");
    CHECK(batch.run({made_section("a", "failed"), made_section("b", "error")}, true) == SectionOutcome::errors);
    CHECK(batch.result.sections.front().written == std::vector<std::string>{"a"});
    CHECK(batch.sections.words == "errors (); errors (JE-U12, JE-N19); ");
}

TEST_CASE("a dry run tries all, and what reads a result of it is not tried") {
    Batch batch;
    batch.result.dry_run = true;
    const std::vector all{made_section("a", "throw"), made_section("b", "done"), made_section("c", "done", "out/b")};
    CHECK(batch.run(all) == SectionOutcome::outside);
    CHECK(batch.sections.ran == std::vector<std::string>{"a", "b"});
    CHECK(batch.result.sections[1].outcome == SectionOutcome::planned);
    CHECK_FALSE(batch.result.sections[2].tried);
    CHECK(batch.result.written.empty());
}

}  // namespace
}  // namespace je::test::keeping_test
