// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/batch/files.hpp"
#include "commands/batch/paths.hpp"
#include "commands/batch/readers.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

constexpr std::size_t messages_kept = 100;  // of a section, in the summary; all are counted

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

std::string place_of(const BatchPlan& plan, const PlannedFile& file) {
    return (std::filesystem::path{plan.folder} / file.name).lexically_normal().generic_string();
}

bool is_strict(const PlannedSection& section) {
    return std::find(section.words.begin(), section.words.end(), "--strict") != section.words.end();
}

/// Whether a section gave the result it was to give. That a check failed is a result, which says what is wrong; one that was
/// made beside errors is not what was asked for.
bool has_result(const PlannedSection& section, ExitStatus status, const base::Diagnostics& said) {
    if (status == ExitStatus::done) return true;
    return status == ExitStatus::data_errors && !said.has_errors() && !(is_strict(section) && said.warnings() > 0);
}

/// Of a section that failed though it has no errors.
std::string why_failed(const PlannedSection& section, const report::BatchSection& entry, const base::Diagnostics& said,
                       bool dry_run) {
    if (entry.outcome != report::SectionOutcome::errors || said.has_errors()) return "";
    const bool strict = is_strict(section);
    if (entry.warnings > 0) return strict ? " warnings count as errors (strict)" : "";
    return fmt::format(" a check failed{}; {} says which", strict ? ", or gave warnings, which count as errors (strict)" : "",
                       dry_run ? "the command by itself" : "its result");
}

}  // namespace

report::BatchSection entry_of(const PlannedSection& section) {
    const std::string file =
        section.at.source ? std::filesystem::path{section.at.source->name}.filename().string() : std::string{};
    report::BatchSection entry{.name = section.name, .at = fmt::format("{}:{}", file, section.at.line)};
    entry.arguments.push_back(section.command);
    const auto formats = section.formats();
    const auto words = formats.empty() ? section.words : section.words_for(formats.front());
    entry.arguments.insert(entry.arguments.end(), words.begin(), words.end());
    return entry;
}

ExitStatus BatchRun::run() {
    ExitStatus gravest = ExitStatus::done;
    for (const PlannedSection& section : plan_.sections) {
        report::BatchSection entry = entry_of(section);
        const bool goes_on = gravest == ExitStatus::done || plan_.keep_going;
        if (goes_on || result_.dry_run) {
            console_.doing(fmt::format("{} of {}: {}", result_.sections.size() + 1, plan_.sections.size(), section.name));
            const ExitStatus status = run_section(section, entry);
            if (goes_on) gravest = std::max(gravest, status);
        } else {
            entry.outcome = report::SectionOutcome::not_run;
        }
        note_what_was_not_written(section, entry);
        result_.sections.push_back(std::move(entry));
    }
    const auto counts = shared_->counts();
    result_.times_read = counts.read;
    result_.times_asked = counts.asked;
    return gravest;
}

ExitStatus BatchRun::run_section(const PlannedSection& section, report::BatchSection& entry) {
    base::Diagnostics said;
    if (auto lack = lacking(section)) {
        entry.outcome = report::SectionOutcome::not_run;
        said.error(*std::move(lack));
        say(section, entry, said);
        return ExitStatus::done;  // that of the section which failed is the run's already
    }
    if (result_.dry_run && reads_what_is_not_there(section)) {
        for (const PlannedFile& file : section.files) entry.written.push_back(plain_path(file.name));
        entry.tried = false;
        return ExitStatus::done;
    }
    ExitStatus status = ExitStatus::done;
    try {
        status = make_results(section, entry, said);
    } catch (const UsageError& e) {
        said.error(e.diagnostic());
        status = ExitStatus::wrong_usage;
    } catch (const base::OutsideError& e) {
        said.error(e.diagnostic());
        status = ExitStatus::outside;
    }
    entry.outcome = result_.dry_run && status == ExitStatus::done ? report::SectionOutcome::planned : outcome_of(status);
    if (!result_.dry_run) note_what_was_read(entry);
    say(section, entry, said);
    return status;
}

std::optional<base::Diagnostic> BatchRun::lacking(const PlannedSection& section) const {
    if (not_written_.empty()) return std::nullopt;
    for (const PlannedInput& input : section.inputs) {
        for (const std::string& name : known_by(input.name)) {
            const auto found = not_written_.find(name);
            if (found == not_written_.end()) continue;
            const PlannedSection& writer = *found->second.by;
            return base::Diagnostic{
                .id = "JE-N26",
                .at = input.at,
                .message = fmt::format(
                    "section '{}' is not run: it reads '{}', and section '{}' (line {}), which writes that, {}", section.name,
                    input.name, writer.name, writer.at.line, found->second.run ? "failed" : "was not run"),
                .expected = fmt::format("the result of section '{}' from this run", writer.name),
                .fix = fmt::format("mend what section '{}' says", writer.name)};
        }
    }
    return std::nullopt;
}

bool BatchRun::reads_what_is_not_there(const PlannedSection& section) const {
    return std::any_of(section.inputs.begin(), section.inputs.end(),
                       [&](const PlannedInput& input) { return written_.contains(known_by(path_of(input, section)).front()); });
}

void BatchRun::note_what_was_not_written(const PlannedSection& section, const report::BatchSection& entry) {
    const bool run = entry.outcome != report::SectionOutcome::not_run;
    for (const PlannedFile& file : section.files) {
        if (std::find(entry.written.begin(), entry.written.end(), plain_path(file.name)) != entry.written.end()) {
            written_.insert(known_by(place_of(plan_, file)).front());
            continue;
        }
        for (const std::string& name : known_by(place_of(plan_, file))) not_written_.emplace(name, NotWritten{&section, run});
    }
}

/// One run gives as many of the formats as the command makes at once; the others are made by running it again, on inputs that
/// have been read already.
ExitStatus BatchRun::make_results(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said) {
    SectionFiles files{plan_.folder, section, result_.dry_run};
    auto formats = section.formats();
    ExitStatus status = ExitStatus::done;
    for (bool first = true; !formats.empty(); first = false) {
        const auto captured = std::make_shared<Captured>();
        captured->receiver = &files;
        captured->formats = formats;
        captured->trial = result_.dry_run;
        const auto command = section.prepared(formats.front(), captured, shared_);
        const ExitStatus now = command->run();
        status = std::max(status, now);
        if (first) said.append(captured->said);
        if (!files.has(formats.front())) break;  // no result, and none in another format
        std::erase_if(formats, [&](Format format) { return files.has(format); });
    }
    if (!has_result(section, status, said)) return status;
    for (const report::InputFile& file : files.keep()) {
        entry.written.push_back(file.name);
        if (!result_.dry_run) result_.written.push_back(file);
    }
    return status;
}

void BatchRun::note_what_was_read(report::BatchSection& entry) {
    for (const report::InputFile& file : shared_->take_list()) {
        entry.read.push_back(file.name);
        if (read_.insert({file.name, file.sha256}).second) result_.read.push_back(file);
    }
}

void BatchRun::say(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said) {
    for (const PlannedFile& planned : section.files) {
        std::error_code ignored;
        const std::string path = place_of(plan_, planned);
        const std::string name = plain_path(planned.name);
        if (result_.dry_run || std::find(entry.written.begin(), entry.written.end(), name) != entry.written.end() ||
            !std::filesystem::exists(path, ignored))
            continue;
        said.warning(
            {.id = "JE-N19",
             .at = section.at,
             .message = fmt::format("'{}' is from an earlier run: section '{}' gave no result this time", path, section.name),
             .expected = "a result",
             .fix = "move the file elsewhere, so that nobody takes it for a result of this run"});
    }
    entry.errors = said.errors();
    for (const base::Diagnostic& d : said.all()) {
        if (d.severity == base::Severity::error && entry.messages.size() < messages_kept) {
            entry.messages.push_back(report::error_entry("", d));
        }
    }
    entry.warnings =
        static_cast<std::size_t>(std::count_if(said.all().begin(), said.all().end(), [](const base::Diagnostic& d) {
            return d.severity == base::Severity::warning && d.id != "JE-N19";
        }));
    const bool nothing_to_say = quiet_ ? !said.has_errors() : said.all().empty();
    const bool well = entry.outcome == report::SectionOutcome::done || entry.outcome == report::SectionOutcome::planned;
    if (nothing_to_say && well) return;
    console_.line(fmt::format("je: section '{}' ({}), je {}:{}", section.name, section.at.file_and_line(), section.command,
                              why_failed(section, entry, said, result_.dry_run)));
    console_.report(said);
}

}  // namespace je::tool
