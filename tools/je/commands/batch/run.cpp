// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/batch/files.hpp"
#include "commands/batch/paths.hpp"
#include "commands/batch/readers.hpp"
#include "files_read.hpp"
#include "je/study/batch.hpp"

namespace je::tool {

namespace {

report::SectionOutcome outcome_of(ExitStatus status) {
    switch (status) {
        case ExitStatus::done:
            return report::SectionOutcome::done;
        case ExitStatus::data_errors:
            return report::SectionOutcome::errors;
        case ExitStatus::wrong_usage:
            return report::SectionOutcome::wrong_usage;
        case ExitStatus::outside:
            return report::SectionOutcome::outside;
    }
    return report::SectionOutcome::done;
}

study::Section section_of(const PlannedSection& planned, const BatchPlan& plan) {
    const auto formats = planned.formats();
    study::Section section{.name = planned.name,
                           .at = planned.at,
                           .command = std::string{planned.command->name},
                           .arguments = formats.empty() ? planned.words : planned.words_for(formats.front()),
                           .strict = std::find(planned.words.begin(), planned.words.end(), "--strict") != planned.words.end()};
    for (const PlannedInput& input : planned.inputs) section.inputs.push_back({input.name, path_of(input, planned), input.at});
    for (const PlannedFile& file : planned.files) section.files.push_back({plain_path(file.name), place_of(plan, file)});
    return section;
}

/// Runs the command of each section in this program, with its results handed on to the files of the section.
class RunInPlace : public study::Sections {
public:
    RunInPlace(const BatchPlan& plan, Console& console, bool quiet, bool dry_run)
        : plan_{plan}, console_{console}, quiet_{quiet}, dry_run_{dry_run} {}

    /// One run gives as many of the formats as the command makes at once; the others are made by running it again, on inputs
    /// that have been read already.
    [[nodiscard]] report::SectionOutcome run(const study::Section& section, base::Diagnostics& said,
                                             std::vector<report::InputFile>& written) override {
        const auto planned = std::find_if(plan_.sections.begin(), plan_.sections.end(),
                                          [&](const PlannedSection& one) { return one.name == section.name; });
        console_.doing(fmt::format("{} of {}: {}", planned - plan_.sections.begin() + 1, plan_.sections.size(), section.name));
        SectionFiles files{plan_.folder, *planned, dry_run_};
        auto formats = planned->formats();
        ExitStatus status = ExitStatus::done;
        try {
            for (bool first = true; !formats.empty(); first = false) {
                const auto captured = std::make_shared<Captured>();
                captured->receiver = &files;
                captured->formats = formats;
                captured->trial = dry_run_;
                status = std::max(status, planned->prepared(formats.front(), captured, shared)());
                if (first) said.append(captured->said);
                if (!files.has(formats.front())) break;  // no result, and none in another format
                std::erase_if(formats, [&](Format format) { return files.has(format); });
            }
            if (study::has_result(section, outcome_of(status), said)) written = files.keep();
        } catch (const UsageError& e) {
            said.error(e.diagnostic());
            status = ExitStatus::wrong_usage;
        }
        return outcome_of(status);
    }

    [[nodiscard]] std::vector<std::string> known_by(const std::string& path) const override { return tool::known_by(path); }

    void told(const study::Section& section, const report::BatchSection& entry, const base::Diagnostics& said,
              const std::string& why) override {
        const bool nothing_to_say = quiet_ ? !said.has_errors() : said.all().empty();
        const bool well = entry.outcome == report::SectionOutcome::done || entry.outcome == report::SectionOutcome::planned;
        if (nothing_to_say && well) return;
        console_.line(
            fmt::format("je: section '{}' ({}), je {}:{}", section.name, section.at.file_and_line(), section.command, why));
        console_.report(said);
    }

    std::shared_ptr<study::SharedInputs> shared = std::make_shared<study::SharedInputs>();

private:
    const BatchPlan& plan_;
    Console& console_;
    bool quiet_;
    bool dry_run_;
};

}  // namespace

ExitStatus run_plan(const BatchPlan& plan, Console& console, bool quiet, report::BatchResult& result) {
    std::vector<study::Section> sections;
    for (const PlannedSection& section : plan.sections) sections.push_back(section_of(section, plan));
    RunInPlace runner{plan, console, quiet, result.dry_run};
    switch (study::batch(files(), sections, runner, plan.keep_going, *runner.shared, result)) {
        case report::SectionOutcome::errors:
            return ExitStatus::data_errors;
        case report::SectionOutcome::wrong_usage:
            return ExitStatus::wrong_usage;
        case report::SectionOutcome::outside:
            return ExitStatus::outside;
        case report::SectionOutcome::done:
        case report::SectionOutcome::not_run:
        case report::SectionOutcome::planned:
            break;
    }
    return ExitStatus::done;
}

}  // namespace je::tool
