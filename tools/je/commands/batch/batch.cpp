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
#include "je/render/json.hpp"
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

/// The format that the ending of a summary's name asks for: text where no ending does, or a format that writes tables alone.
const render::HowWritten& how_by_name(const std::string& name) {
    const auto format = render::format_of_ending(fs::path{name}.extension().string());
    const auto& how = render::how(format.value_or(Format::text));
    return how.part == Part::table ? render::how(Format::text) : how;
}

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

/// `je batch RUNFILE`: many commands in one run, each section's results in files of its own.
class BatchCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    [[nodiscard]] ExitStatus run_file(const io::TextFile& file, io::RunFileKind kind);
    [[nodiscard]] static ExitStatus refused(Console& console, base::Diagnostics said, bool outside_alone);
    void finish(Console& console, const report::BatchResult& result) const;
    void write_summary(const BatchPlan& plan, const report::BatchResult& result) const;

    CommonOptions common_;
    std::string run_file_;
    std::optional<std::string> folder_;
    std::vector<std::string> only_;
    bool dry_run_ = false;
    bool keep_going_ = false;
};

std::vector<Option> BatchCommand::options() const {
    return {{"dry-run"},
            {"keep-going"},
            {"section", "NAME", true},
            {"output", "FOLDER", false, true},
            {"format", "FORMAT"},
            {"width", "N"},
            {"quiet"},
            {"color", "WHEN"},
            {"progress", "WHEN"}};
}

void BatchCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, no_table);
    require_arguments(given, "batch", "a run file");
    if (given.arguments().size() > 1) {
        refuse("JE-N22", fmt::format("je batch was given {} run files", given.arguments().size()), "one run file",
               "run je batch for each of them");
    }
    run_file_ = given.arguments().front();
    folder_ = std::exchange(common_.output, std::nullopt);
    only_ = given.values("section");
    dry_run_ = given.has("dry-run");
    keep_going_ = given.has("keep-going");
}

ExitStatus BatchCommand::run() {
    const auto kind = io::run_file_kind(run_file_);
    if (!kind && !study::is_document(files(), run_file_)) {
        refuse("JE-N10", fmt::format("'{}' does not end as a run file does", run_file_),
               "a name that ends in .ini, .json, .xml or .info", "give the run file the ending of how it is written");
    }
    base::Diagnostics said;
    const auto file = io::read_text(files(), run_file_, run_file_, common_.limits, said, common_.readable);
    if (file && kind) return run_file(*file, *kind);
    Console console{common_};
    return refused(console, said, false);
}

ExitStatus BatchCommand::run_file(const io::TextFile& file, io::RunFileKind kind) {
    Console console{common_};
    base::Diagnostics said;
    if (auto note = io::note_of_encoding(file)) said.note(*std::move(note));
    const auto run = io::read_run_file(file.text, kind, said);
    if (!run) return refused(console, said, false);

    BatchWishes wishes{.run_file = fs::path{run_file_}.filename().string(), .folder = folder_, .only = only_};
    if (folder_) wishes.fault_of_folder = fault_of_given_folder(*folder_);
    if (wishes.folder) wishes.folder = absolute(*wishes.folder);
    make_scheme_path_absolute();
    const WorkingFolder inside{folder_of(run_file_)};
    BatchPlan plan = plan_batch(*run, wishes, said);
    plan.keep_going = plan.keep_going || keep_going_;
    if (said.has_errors()) return refused(console, said, plan.outside_alone);
    console.report(said);

    report::BatchResult result{.run_file = {wishes.run_file, io::sha256_of(file)},
                               .folder = folder_.value_or(plan.folder),
                               .summary = plan.summary ? plan.summary->name : std::string{},
                               .dry_run = dry_run_,
                               .tool = {std::string{version}, {}, {}}};
    const ExitStatus status = BatchRun{plan, console, common_.quiet, result}.run();
    try {
        if (!dry_run_) write_summary(plan, result);
    } catch (const base::OutsideError&) {
        result.summary.clear();  // what was done is told all the same
        finish(console, result);
        throw;
    }
    finish(console, result);
    return status;
}

void BatchCommand::write_summary(const BatchPlan& plan, const report::BatchResult& result) const {
    if (!plan.summary) return;
    if (auto fault = fault_of_file(plan.folder, plan.summary->name)) throw base::OutsideError{*std::move(fault)};
    CommonOptions options;
    options.output = (fs::path{plan.folder} / plan.summary->name).generic_string();
    make_folder_of(*options.output);
    Output output{options};
    output.write(rendered(result, of_batch, how_by_name(plan.summary->name), render::usual_width));
    output.finish();
}

/// The result on stdout, and last of all on stderr what to look at.
void BatchCommand::finish(Console& console, const report::BatchResult& result) const {
    write_result(result, of_batch, common_);
    const auto names = names_of_failed(result);
    if (names.empty()) return;
    console.line(fmt::format("je: {} of {} {}: {}", names.size(), base::counted(result.sections.size(), "section", "sections"),
                             dry_run_ ? "would not be done" : "not done", fmt::join(names, ", ")));
}

ExitStatus BatchCommand::refused(Console& console, base::Diagnostics said, bool outside_alone) {
    said.sort_by_position();
    console.report(said);
    static_cast<void>(console.finish());
    console.line("je: nothing was run");
    return outside_alone ? ExitStatus::outside : ExitStatus::wrong_usage;
}

}  // namespace

std::unique_ptr<Command> make_batch() { return std::make_unique<BatchCommand>(); }

}  // namespace je::tool
