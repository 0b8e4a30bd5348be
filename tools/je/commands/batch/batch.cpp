// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <filesystem>

#include "commands/batch/paths.hpp"
#include "commands/batch/plan.hpp"
#include "commands/batch/run.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "folders.hpp"
#include "je/base/text.hpp"
#include "je/report/batch_result.hpp"
#include "je/study/files.hpp"
#include "je/study/shared_inputs.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
    std::error_code ignored;
    return fs::absolute(path, ignored).lexically_normal().generic_string();
}

constexpr Rendering<report::BatchResult> of_batch{report::batch_document, nullptr, render::json};

/// What a summary is that lies beside the results: those that can lead to them do.
constexpr Rendering<report::BatchResult> of_index{report::batch_index, nullptr, render::json};

std::vector<std::string> names_of_failed(const report::BatchResult& result) {
    std::vector<std::string> names;
    for (const report::BatchSection& section : result.sections) {
        if (report::is_failed(section)) names.push_back(section.name);
    }
    return names;
}

/// The folder that a run file lies in; nothing when it is the current one.
std::optional<std::string> folder_of(const std::string& run_file) {
    const std::string folder = fs::path{run_file}.parent_path().string();
    return folder.empty() ? std::nullopt : std::optional{folder};
}

/// What `je batch` was asked for.
struct BatchAsked {
    CommonOptions common;
    std::string run_file{};
    std::optional<std::string> folder{};
    std::vector<std::string> only{};
    bool dry_run = false;
    bool keep_going = false;
};

void write_summaries(const BatchPlan& plan, const report::BatchResult& result) {
    for (const PlannedFile& summary : plan.summaries) {
        if (auto fault = fault_of_file(plan.folder, summary.name)) throw base::OutsideError{*std::move(fault)};
        CommonOptions options;
        options.output = (fs::path{plan.folder} / summary.name).generic_string();
        make_folder_of(*options.output);
        Output output{options};
        const bool beside = fs::path{summary.name}.parent_path().empty();  // else no link would lead to a result
        output.write(rendered(result, beside ? of_index : of_batch, render::how(*summary.format), options));
        output.finish();
    }
}

std::string names_of(const std::vector<PlannedFile>& files) {
    std::vector<std::string> names;
    for (const PlannedFile& file : files) names.push_back(file.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The result on stdout, and last of all on stderr what to look at.
void finish_batch(Console& console, const report::BatchResult& result, const CommonOptions& common) {
    write_result(result, of_batch, common);
    const auto names = names_of_failed(result);
    if (names.empty()) return;
    console.line(fmt::format("je: {} of {} {}: {}", names.size(), base::counted(result.sections.size(), "section", "sections"),
                             result.dry_run ? "would not be done" : "not done", fmt::join(names, ", ")));
}

ExitStatus refused(Console& console, base::Diagnostics diagnostics, bool outside_alone) {
    diagnostics.sort_by_position();
    console.report(diagnostics);
    static_cast<void>(console.finish());
    console.line("je: nothing was run");
    return outside_alone ? ExitStatus::outside : ExitStatus::wrong_usage;
}

ExitStatus run_sections(const BatchAsked& asked, const io::TextFile& file, io::RunFileKind kind, Console& console) {
    base::Diagnostics diagnostics;
    if (auto note = io::note_of_encoding(file)) diagnostics.note(*std::move(note));
    const auto run = io::read_run_file(file.text, kind, diagnostics);
    if (!run) return refused(console, diagnostics, false);

    BatchWishes wishes{.run_file = fs::path{asked.run_file}.filename().string(), .folder = asked.folder, .only = asked.only};
    if (asked.folder) wishes.fault_of_folder = fault_of_given_folder(*asked.folder);
    if (wishes.folder) wishes.folder = absolute(*wishes.folder);
    make_scheme_path_absolute();
    const WorkingFolder inside{folder_of(asked.run_file)};
    BatchPlan plan = plan_batch(*run, wishes, diagnostics);
    plan.keep_going = plan.keep_going || asked.keep_going;
    if (diagnostics.has_errors()) return refused(console, diagnostics, plan.outside_alone);
    console.report(diagnostics);

    report::BatchResult result{.run_file = {wishes.run_file, io::sha256_of(file)},
                               .folder = asked.folder.value_or(plan.folder),
                               .summary = names_of(plan.summaries),
                               .dry_run = asked.dry_run,
                               .tool = {std::string{version}, {}, {}}};
    const ExitStatus status = run_plan(plan, console, asked.common.quiet, result);
    try {
        if (!asked.dry_run) write_summaries(plan, result);
    } catch (const base::OutsideError&) {
        result.summary.clear();  // what was done is told all the same
        finish_batch(console, result, asked.common);
        throw;
    }
    finish_batch(console, result, asked.common);
    return status;
}

ExitStatus run_batch(const BatchAsked& asked) {
    const auto kind = io::run_file_kind(asked.run_file);
    if (!kind && !study::is_document(files(), asked.run_file)) {
        refuse("JE-N10", fmt::format("'{}' does not end as a run file does", asked.run_file),
               "a name that ends in .ini, .json, .xml or .info", "give the run file the ending of how it is written");
    }
    base::Diagnostics diagnostics;
    const auto& common = asked.common;
    const auto file = io::read_text(files(), asked.run_file, asked.run_file, common.limits, diagnostics, common.readable);
    Console console{common};
    return file && kind ? run_sections(asked, *file, *kind, console) : refused(console, diagnostics, false);
}

std::vector<Option> batch_options() {
    return {{"dry-run"},          {"keep-going"},      {"section", "NAME", true}, {"output", "FOLDER", false, true},
            {"format", "FORMAT"}, {"width", "N"},      {"language", "CODE"},      {"quiet"},
            {"color", "WHEN"},    {"progress", "WHEN"}};
}

Work read_batch(const GivenOptions& given) {
    BatchAsked asked{.common = read_common(given, no_table, OutputIs::folder)};
    const auto& arguments = needed_arguments(given, "batch", "a run file");
    if (arguments.size() > 1) {
        refuse("JE-N22", fmt::format("je batch was given {} run files", arguments.size()), "one run file",
               "run je batch for each of them");
    }
    asked.run_file = arguments.front();
    asked.folder = std::exchange(asked.common.output, std::nullopt);
    asked.only = given.values("section");
    asked.dry_run = given.has("dry-run");
    asked.keep_going = given.has("keep-going");
    return [asked] { return run_batch(asked); };
}

}  // namespace

/// Many commands in one run, each section's results in files of its own.
const Command batch_command{"batch", Aim::organisation, batch_options, read_batch, {}, false};

}  // namespace je::tool
