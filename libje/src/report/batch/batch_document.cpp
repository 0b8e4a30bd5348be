// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/words.hpp"
#include "je/report/batch_result.hpp"

namespace je::report {

namespace {

constexpr std::size_t messages_shown = 5;  // of a section; JSON and stderr have the others

bool is_strict(const BatchSection& section) {
    return std::find(section.arguments.begin(), section.arguments.end(), "--strict") != section.arguments.end();
}

Text why_failed(const BatchSection& section, bool dry_run) {
    if (section.outcome != SectionOutcome::errors) return "";
    if (section.errors > 0) return ": " + counted(section.errors, "error", "errors");
    const Text see = dry_run ? ": run the command to see why" : ": see its result";
    if (!is_strict(section)) return see;
    if (section.warnings == 0) return see + ", warnings counted as errors (strict)";
    return say(": {}, counted as {} (strict)", counted(section.warnings, "warning", "warnings"),
               section.warnings == 1 ? "an error" : "errors");
}

Text in_words(const BatchSection& section, bool dry_run) {
    if (!section.tried) return "would be run; reads a result of this run";
    if (section.outcome == SectionOutcome::not_run) return dry_run ? "would not be run" : "not run";
    if (is_failed(section)) return (dry_run ? "WOULD FAIL" : "FAILED") + why_failed(section, dry_run);
    const Text warnings = counted(section.warnings, "warning", "warnings");
    return say("{}{}", dry_run ? "would be run" : "done", section.warnings > 0 ? say(", {}", warnings) : "");
}

Text headline(const BatchResult& result) {
    const Text all = counted(result.sections.size(), "section", "sections");
    const std::size_t bad = failed(result);
    if (result.dry_run && bad == 0) return say("{} would be run. All was tried, and nothing was written.", all);
    if (result.dry_run) return say("{} of {} would not be done. All was tried, and nothing was written.", bad, all);
    if (bad == 0) return say("All done: {}.", all);
    const auto unrun = static_cast<std::size_t>(std::count_if(
        result.sections.begin(), result.sections.end(), [](const auto& s) { return s.outcome == SectionOutcome::not_run; }));
    return say("{} of {} failed{}.", bad - unrun, all,
               unrun == 0 ? std::string{} : say(", and {} not run after that", unrun == 1 ? "1 was" : say("{} were", unrun)));
}

enum class Names { plain, linked };

/// The name of a file that was written.
Text name_of(const std::string& file, Names names) {
    return names == Names::plain ? Text{file} : Text{Link{file, Link::To::file, file}};
}

Text names_of(const std::vector<std::string>& files, Names names) {
    std::vector<Text> all;
    for (const std::string& file : files) all.push_back(name_of(file, names));
    return listed(all);
}

Table section_table(const BatchResult& result, Names names) {
    Table table;
    table.columns = {{.key = "section", .label = "Section"},
                     {.key = "command", .label = "Command"},
                     {.key = "outcome", .label = "Outcome"},
                     {.key = "files", .label = result.dry_run ? "Would write" : "Written"}};
    for (const BatchSection& section : result.sections) {
        table.rows.push_back({section.name, section.arguments.empty() ? std::string{} : section.arguments.front(),
                              in_words(section, result.dry_run),
                              section.written.empty() ? Text{"nothing"} : names_of(section.written, names)});
    }
    return table;
}

Table file_table(const std::vector<InputFile>& files, Names names) {
    Table table;
    table.columns = {{.key = "file", .label = "File"}, {.key = "sha256", .label = "SHA-256"}};
    for (const InputFile& file : files) table.rows.push_back({name_of(file.name, names), file.sha256});
    return table;
}

void add_failures(const BatchResult& result, Document& document) {
    for (const BatchSection& section : result.sections) {
        if (section.messages.empty()) continue;
        document.begin("section-" + section.name, 2, say("{} ({})", section.name, section.at));
        Bullets bullets;
        const std::size_t shown = std::min(messages_shown, section.messages.size());
        for (std::size_t i = 0; i < shown; ++i) {
            const ErrorEntry& error = section.messages[i];
            bullets.items.push_back(say("{}{}{} [{}]", error.at, error.at.empty() ? "" : ": ", error.message, error.id));
        }
        if (section.errors > shown) bullets.items.push_back(say("and {} more", section.errors - shown));
        document.add(std::move(bullets));
    }
}

void add_commands(const BatchResult& result, Document& document) {
    Facts facts;
    for (const BatchSection& section : result.sections) {
        facts.rows.emplace_back(section.name, command_line(section.arguments));
    }
    document.begin("what-would-be-run", 2, "What would be run");
    document.add(std::move(facts));
}

void add_files(const BatchResult& result, Document& document, Names names) {
    if (!result.read.empty()) {
        document.begin("read", 2, "Read");
        document.add(file_table(result.read, Names::plain));
        if (result.times_asked > 0) {
            document.add(
                Paragraph{say("Files were asked for {} and read from disk {}.", counted(result.times_asked, "time", "times"),
                              counted(result.times_read, "time", "times"))});
        }
    }
    if (!result.written.empty()) {
        document.begin("written", 2, "Written");
        document.add(file_table(result.written, names));
    }
}

Document document_of(const BatchResult& result, Names names) {
    Document document;
    document.begin("run", 1, result.dry_run ? "Run, tried and not done" : "Run");
    document.add(Paragraph{headline(result)});
    Facts facts{{{"Run file", say("{} ({})", result.run_file.name, result.run_file.sha256)}}};
    if (names == Names::plain) facts.rows.emplace_back("Output folder", result.folder);  // an index lies in it
    if (!result.summary.empty()) facts.rows.emplace_back("Summary", result.summary);
    document.add(std::move(facts));
    document.add(section_table(result, names));
    add_failures(result, document);
    if (result.dry_run) add_commands(result, document);
    add_files(result, document, names);
    return document;
}

}  // namespace

std::string_view to_text(SectionOutcome outcome) {
    constexpr base::Words<SectionOutcome, 6> words{{{"done", SectionOutcome::done},
                                                    {"errors", SectionOutcome::errors},
                                                    {"wrong usage", SectionOutcome::wrong_usage},
                                                    {"outside", SectionOutcome::outside},
                                                    {"not run", SectionOutcome::not_run},
                                                    {"planned", SectionOutcome::planned}}};
    return base::word_for(words, outcome);
}

bool is_failed(const BatchSection& section) {
    return section.outcome != SectionOutcome::done && section.outcome != SectionOutcome::planned;
}

std::size_t failed(const BatchResult& result) {
    return static_cast<std::size_t>(std::count_if(result.sections.begin(), result.sections.end(), is_failed));
}

Document batch_document(const BatchResult& result) { return document_of(result, Names::plain); }

Document batch_index(const BatchResult& result) { return document_of(result, Names::linked); }

}  // namespace je::report
