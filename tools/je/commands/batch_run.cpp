// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch_run.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "commands/batch_files.hpp"
#include "commands/batch_paths.hpp"
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

std::string path_of(const BatchPlan& plan, const PlannedFile& file) {
    return (std::filesystem::path{plan.folder} / file.name).lexically_normal().generic_string();
}

/// Changes when a file is written anew; empty when there is none.
std::string version_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return fmt::format("{} {}.{}", status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// Of a section that failed though it has no errors.
std::string_view why_failed(const PlannedSection& section, const report::BatchSection& entry, const base::Diagnostics& said) {
    if (entry.outcome != report::SectionOutcome::errors || said.has_errors()) return "";
    const bool strict = std::find(section.words.begin(), section.words.end(), "--strict") != section.words.end();
    if (entry.warnings > 0) return strict ? " warnings count as errors (strict)" : "";
    return strict ? " a check failed, or gave warnings, which count as errors (strict); its result says which"
                  : " a check failed; its result says which";
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
        if (gravest == ExitStatus::done || plan_.keep_going) {
            console_.doing(fmt::format("{} of {}: {}", result_.sections.size() + 1, plan_.sections.size(), section.name));
            gravest = std::max(gravest, run_section(section, entry));
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
    entry.outcome = outcome_of(status);
    note_what_was_read(entry);
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

void BatchRun::note_what_was_not_written(const PlannedSection& section, const report::BatchSection& entry) {
    const bool run = entry.outcome != report::SectionOutcome::not_run;
    for (const PlannedFile& file : section.files) {
        if (std::find(entry.written.begin(), entry.written.end(), plain_path(file.name)) != entry.written.end()) continue;
        for (const std::string& name : known_by(path_of(plan_, file))) not_written_.emplace(name, NotWritten{&section, run});
    }
}

/// One run gives as many of the formats as the command makes at once; the others are made by running it again, on inputs that
/// have been read already.
ExitStatus BatchRun::make_results(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said) {
    SectionFiles files{plan_.folder, section};
    for (const PlannedFile& file : section.files) {
        if (!file.format) tables_before_[path_of(plan_, file)] = version_of(path_of(plan_, file));
    }
    auto formats = section.formats();
    ExitStatus status = ExitStatus::done;
    try {
        for (bool first = true; !formats.empty(); first = false) {
            const auto captured = std::make_shared<Captured>();
            captured->receiver = &files;
            captured->formats = formats;
            const auto command = section.prepared(formats.front(), captured, shared_);
            const ExitStatus now = command->run();
            status = std::max(status, now);
            if (first) said.append(captured->said);
            if (!files.has(formats.front())) break;  // no result, and none in another format
            std::erase_if(formats, [&](Format format) { return files.has(format); });
        }
    } catch (const std::exception&) {
        note_what_was_written(section, entry, files.written());
        throw;
    }
    note_what_was_written(section, entry, files.written());
    return status;
}

void BatchRun::note_what_was_read(report::BatchSection& entry) {
    for (const report::InputFile& file : shared_->take_list()) {
        entry.read.push_back(file.name);
        if (read_.insert({file.name, file.sha256}).second) result_.read.push_back(file);
    }
}

void BatchRun::note_what_was_written(const PlannedSection& section, report::BatchSection& entry,
                                     const std::vector<report::InputFile>& files) {
    for (const PlannedFile& planned : section.files) {
        const std::string path = path_of(plan_, planned);
        const std::string name = plain_path(planned.name);
        const auto found = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.name == name; });
        std::error_code ignored;
        if (found != files.end()) {
            result_.written.push_back(*found);
        } else if (!planned.format && std::filesystem::is_regular_file(path, ignored) &&
                   version_of(path) != tables_before_[path]) {
            result_.written.push_back({name, io::sha256_of_file(path, name)});
        } else {
            continue;
        }
        entry.written.push_back(name);
    }
}

void BatchRun::say(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said) {
    for (const PlannedFile& planned : section.files) {
        std::error_code ignored;
        const std::string path = path_of(plan_, planned);
        const std::string name = plain_path(planned.name);
        if (std::find(entry.written.begin(), entry.written.end(), name) != entry.written.end() ||
            !std::filesystem::exists(path, ignored))
            continue;
        said.warning(
            {.id = "JE-N19",
             .at = section.at,
             .message = fmt::format("'{}' is from an earlier run: section '{}' gave no result this time", path, section.name),
             .expected = "a result",
             .fix = "take the file away, so that nobody takes it for a result of this run"});
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
    if (nothing_to_say && entry.outcome == report::SectionOutcome::done) return;
    console_.line(fmt::format("je: section '{}' ({}), je {}:{}", section.name, section.at.file_and_line(), section.command,
                              why_failed(section, entry, said)));
    console_.report(said);
}

}  // namespace je::tool
