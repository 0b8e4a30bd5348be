// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace je::study {

namespace {

using base::Diagnostics;
using report::SectionOutcome;

constexpr std::size_t messages_kept = 100;  // of a section, in the summary; all are counted

/// A section as it is before it is run.
report::BatchSection entry_of(const Section& section) {
    const std::string file =
        section.at.source ? std::filesystem::path{section.at.source->name}.filename().string() : std::string{};
    report::BatchSection entry{.name = section.name, .at = fmt::format("{}:{}", file, section.at.line)};
    entry.arguments.push_back(section.command);
    entry.arguments.insert(entry.arguments.end(), section.arguments.begin(), section.arguments.end());
    return entry;
}

bool is_written(const report::BatchSection& entry, const Section::File& file) {
    return std::find(entry.written.begin(), entry.written.end(), file.name) != entry.written.end();
}

/// Of a section that failed though it has no errors.
std::string why_failed(const Section& section, const report::BatchSection& entry, const Diagnostics& diagnostics,
                       bool dry_run) {
    if (entry.outcome != SectionOutcome::errors || diagnostics.has_errors()) return "";
    if (entry.warnings > 0) return section.strict ? " warnings count as errors (strict)" : "";
    return fmt::format(" a check failed{}; {} says which",
                       section.strict ? ", or gave warnings, which count as errors (strict)" : "",
                       dry_run ? "the command by itself" : "its result");
}

class BatchRun {
public:
    BatchRun(const io::Source& source, Sections& sections, SharedInputs& inputs, report::BatchResult& result)
        : source_{source}, sections_{sections}, inputs_{inputs}, result_{result} {}

    SectionOutcome run(const std::vector<Section>& all, bool keep_going) {
        SectionOutcome gravest = SectionOutcome::done;
        for (const Section& section : all) {
            report::BatchSection entry = entry_of(section);
            const bool goes_on = gravest == SectionOutcome::done || keep_going;
            if (goes_on || result_.dry_run) {
                const SectionOutcome outcome = run_section(section, entry);
                if (goes_on) gravest = std::max(gravest, outcome);
            } else {
                entry.outcome = SectionOutcome::not_run;
            }
            note_what_was_not_written(section, entry);
            result_.sections.push_back(std::move(entry));
        }
        const auto counts = inputs_.counts();
        result_.times_read = counts.read;
        result_.times_asked = counts.asked;
        return gravest;
    }

private:
    SectionOutcome run_section(const Section& section, report::BatchSection& entry) {
        Diagnostics diagnostics;
        if (auto lack = lacking(section)) {
            entry.outcome = SectionOutcome::not_run;
            diagnostics.error(*std::move(lack));
            tell(section, entry, diagnostics);
            return SectionOutcome::done;  // that of the section which failed is the run's already
        }
        if (result_.dry_run && reads_what_is_not_there(section)) {
            for (const Section::File& file : section.files) entry.written.push_back(file.name);
            entry.tried = false;
            return SectionOutcome::done;
        }
        std::vector<report::InputFile> written;
        SectionOutcome outcome = SectionOutcome::outside;
        try {
            outcome = sections_.run(section, diagnostics, written);
        } catch (const base::OutsideError& e) {
            diagnostics.error(e.diagnostic());
        }
        for (const report::InputFile& file : written) {
            entry.written.push_back(file.name);
            if (!result_.dry_run) result_.written.push_back(file);
        }
        entry.outcome = result_.dry_run && outcome == SectionOutcome::done ? SectionOutcome::planned : outcome;
        if (!result_.dry_run) note_what_was_read(entry);
        tell(section, entry, diagnostics);
        return outcome;
    }

    /// That a file which a section reads was to be written by this run, and was not; nothing when all of them are there.
    [[nodiscard]] std::optional<base::Diagnostic> lacking(const Section& section) const {
        if (not_written_.empty()) return std::nullopt;
        for (const Section::Input& input : section.inputs) {
            for (const std::string& name : sections_.known_by(input.name)) {
                const auto found = not_written_.find(name);
                if (found == not_written_.end()) continue;
                const Section& writer = *found->second.by;
                return base::Diagnostic{
                    .id = "JE-N26",
                    .at = input.at,
                    .message = fmt::format(
                        "section '{}' is not run: it reads '{}', and section '{}' (line {}), which writes that, {}",
                        section.name, input.name, writer.name, writer.at.line, found->second.run ? "failed" : "was not run"),
                    .expected = fmt::format("the result of section '{}' from this run", writer.name),
                    .fix = fmt::format("mend what section '{}' says", writer.name)};
            }
        }
        return std::nullopt;
    }

    /// Whether a section of a dry run reads a result that the run would write.
    [[nodiscard]] bool reads_what_is_not_there(const Section& section) const {
        return std::any_of(section.inputs.begin(), section.inputs.end(), [&](const Section::Input& input) {
            return written_.contains(sections_.known_by(input.path).front());
        });
    }

    void note_what_was_not_written(const Section& section, const report::BatchSection& entry) {
        const bool run = entry.outcome != SectionOutcome::not_run;
        for (const Section::File& file : section.files) {
            const auto names = sections_.known_by(file.path);
            if (is_written(entry, file)) {
                written_.insert(names.front());
                continue;
            }
            for (const std::string& name : names) not_written_.emplace(name, NotWritten{&section, run});
        }
    }

    void note_what_was_read(report::BatchSection& entry) {
        for (const report::InputFile& file : inputs_.take_list()) {
            entry.read.push_back(file.name);
            if (read_.insert({file.name, file.sha256}).second) result_.read.push_back(file);
        }
    }

    void tell(const Section& section, report::BatchSection& entry, Diagnostics& diagnostics) {
        entry.warnings = diagnostics.warnings();
        for (const Section::File& file : section.files) {
            if (result_.dry_run || is_written(entry, file) || source_.kind_of(file.path) == io::Source::Kind::nothing) continue;
            diagnostics.warning({.id = "JE-N19",
                                 .at = section.at,
                                 .message = fmt::format("'{}' is from an earlier run: section '{}' gave no result this time",
                                                        file.path, section.name),
                                 .expected = "a result",
                                 .fix = "move the file elsewhere, so that nobody takes it for a result of this run"});
        }
        entry.errors = diagnostics.errors();
        for (const base::Diagnostic& d : diagnostics.all()) {
            if (d.severity == base::Severity::error && entry.messages.size() < messages_kept)
                entry.messages.push_back(report::error_entry("", d));
        }
        sections_.told(section, entry, diagnostics, why_failed(section, entry, diagnostics, result_.dry_run));
    }

    const io::Source& source_;
    Sections& sections_;
    SharedInputs& inputs_;
    report::BatchResult& result_;
    struct NotWritten {
        const Section* by = nullptr;
        bool run = true;
    };
    std::map<std::string, NotWritten> not_written_;       // by what a file is known by
    std::set<std::string> written_;                       // likewise, by its first name; in a dry run, what would be
    std::set<std::pair<std::string, std::string>> read_;  // names and checksums of `result_.read`
};

}  // namespace

bool has_result(const Section& section, SectionOutcome outcome, const Diagnostics& diagnostics) {
    if (outcome == SectionOutcome::done) return true;
    return outcome == SectionOutcome::errors && !diagnostics.has_errors() && !(section.strict && diagnostics.warnings() > 0);
}

SectionOutcome batch(const io::Source& source, const std::vector<Section>& all, Sections& sections, bool keep_going,
                     SharedInputs& inputs, report::BatchResult& result) {
    return BatchRun{source, sections, inputs, result}.run(all, keep_going);
}

}  // namespace je::study
