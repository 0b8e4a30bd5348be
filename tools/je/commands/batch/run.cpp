// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "commands/batch/checks.hpp"
#include "commands/batch/paths.hpp"
#include "files_read.hpp"
#include "je/study/batch.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

constexpr std::array<std::pair<ExitStatus, report::SectionOutcome>, 4> outcomes{
    {{ExitStatus::done, report::SectionOutcome::done},
     {ExitStatus::data_errors, report::SectionOutcome::errors},
     {ExitStatus::wrong_usage, report::SectionOutcome::wrong_usage},
     {ExitStatus::outside, report::SectionOutcome::outside}}};

report::SectionOutcome outcome_of(ExitStatus status) {
    return std::find_if(outcomes.begin(), outcomes.end(), [&](const auto& one) { return one.first == status; })->second;
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

/// The files of one section, written as its results come. They are put in place together once the section is done, so one that
/// fails leaves nothing.
class SectionFiles : public ResultReceiver {
public:
    /// In a trial nothing is written, and only noted. Throws base::OutsideError where a file may no longer be written (JE-N14,
    /// JE-N20): what lies in the folder may have changed since the plan was made.
    SectionFiles(const std::string& folder, const PlannedSection& section, bool trial)
        : folder_{folder}, section_{section}, trial_{trial} {}

    void write(std::optional<Format> format, std::string_view text) override;
    void finish(std::optional<Format> format) override;

    /// Whether the result in this format is complete.
    [[nodiscard]] bool has(std::optional<Format> format) const;
    /// Puts in place what is complete, and gives it in the order of the section, with checksums.
    [[nodiscard]] std::vector<report::InputFile> keep();

private:
    struct Open {
        std::unique_ptr<Output> output;  // null in a trial
        io::Sha256 sum;
        bool done = false;
    };
    [[nodiscard]] const PlannedFile& file_of(std::optional<Format> format) const;
    [[nodiscard]] Open& open(std::optional<Format> format);

    const std::string& folder_;
    const PlannedSection& section_;
    bool trial_;
    std::map<std::optional<Format>, Open> open_;
};

const PlannedFile& SectionFiles::file_of(std::optional<Format> format) const {
    return *std::find_if(section_.files.begin(), section_.files.end(),
                         [&](const PlannedFile& f) { return f.format == format; });
}

SectionFiles::Open& SectionFiles::open(std::optional<Format> format) {
    const auto known = open_.find(format);
    if (known != open_.end()) return known->second;
    if (trial_) return open_[format];
    const std::string& name = file_of(format).name;
    if (auto fault = fault_of_file(folder_, name)) throw base::OutsideError{*std::move(fault)};
    CommonOptions options;
    options.output = (std::filesystem::path{folder_} / name).generic_string();
    make_folder_of(*options.output);
    Open& made = open_[format];
    made.output = std::make_unique<Output>(options);
    return made;
}

void SectionFiles::write(std::optional<Format> format, std::string_view text) {
    Open& to = open(format);
    if (!to.output || to.done) return;  // a command that is run once for each format gives its table each time
    to.output->write(text);
    to.sum.add(text);
}

void SectionFiles::finish(std::optional<Format> format) {
    Open& to = open(format);
    if (to.output && !to.done) to.output->complete();
    to.done = true;
}

bool SectionFiles::has(std::optional<Format> format) const {
    const auto found = open_.find(format);
    return found != open_.end() && found->second.done;
}

std::vector<report::InputFile> SectionFiles::keep() {
    std::vector<report::InputFile> kept;
    for (const PlannedFile& file : section_.files) {
        const auto found = open_.find(file.format);
        if (found == open_.end() || !found->second.done) continue;
        if (found->second.output) found->second.output->finish();
        kept.push_back({plain_path(file.name), trial_ ? std::string{} : found->second.sum.hex()});
    }
    return kept;
}

/// Runs the command of each section in this program, with its results handed on to the files of the section.
class RunInPlace : public study::Sections {
public:
    RunInPlace(const BatchPlan& plan, Console& console, bool quiet, bool dry_run)
        : plan_{plan}, console_{console}, quiet_{quiet}, dry_run_{dry_run} {}

    /// One run gives as many of the formats as the command makes at once; the others are made by running it again, on inputs
    /// that have been read already.
    [[nodiscard]] report::SectionOutcome run(const study::Section& section, base::Diagnostics& diagnostics,
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
                for (const auto& format : formats)
                    if (format) captured->formats.push_back(*format);
                captured->figure = planned->figure;
                captured->trial = dry_run_;
                status = std::max(status, planned->prepared(formats.front(), captured, shared)());
                if (first) diagnostics.append(captured->diagnostics);
                if (!files.has(formats.front())) break;  // no result, and none in another format
                std::erase_if(formats, [&](const auto& format) { return files.has(format); });
            }
            if (study::has_result(section, outcome_of(status), diagnostics)) written = files.keep();
        } catch (const UsageError& e) {
            diagnostics.error(e.diagnostic());
            status = ExitStatus::wrong_usage;
        }
        return outcome_of(status);
    }

    [[nodiscard]] std::vector<std::string> known_by(const std::string& path) const override { return tool::known_by(path); }

    void told(const study::Section& section, const report::BatchSection& entry, const base::Diagnostics& diagnostics,
              const std::string& why) override {
        const bool nothing_to_say = quiet_ ? !diagnostics.has_errors() : diagnostics.all().empty();
        const bool well = entry.outcome == report::SectionOutcome::done || entry.outcome == report::SectionOutcome::planned;
        if (nothing_to_say && well) return;
        console_.line(
            fmt::format("je: section '{}' ({}), je {}:{}", section.name, section.at.file_and_line(), section.command, why));
        console_.report(diagnostics);
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
    const auto gravest = study::batch(files(), sections, runner, plan.keep_going, *runner.shared, result);
    return std::find_if(outcomes.begin(), outcomes.end(), [&](const auto& one) { return one.second == gravest; })->first;
}

}  // namespace je::tool
