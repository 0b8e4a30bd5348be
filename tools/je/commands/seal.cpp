// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <system_error>

#include "commands/commands.hpp"
#include "console.hpp"
#include "exit_status.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"
#include "je/render/document.hpp"
#include "je/report/seal_result.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

void refuse_log_among_files(const std::string& log, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        std::error_code ignored;
        if (file != log && !std::filesystem::equivalent(log, file, ignored)) continue;
        refuse("JE-U61", fmt::format("the log '{}' is also one of the files to seal", log), "files beside the log",
               "take it out of the files; a log is sealed by itself");
    }
}

/// The log may not exist yet, so that paths are compared, not files.
void refuse_output_over_log(const std::optional<std::string>& output, const std::string& log) {
    if (!output) return;
    std::error_code error;
    const auto whole = [&error](const std::string& path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path), error);
    };
    if (whole(*output) != whole(log) || error) return;
    refuse("JE-U63", fmt::format("--output '{}' is the log", *output), "an output beside the log, which is only ever added to",
           "give another --output");
}

/// A file's newest entry: what comparing its text and naming it needs.
struct Newest {
    std::string sha256;
    report::SealedRow row;
};

report::SealedRow row_of(const io::SealEntry& entry) {
    return {entry.number, entry.record.kind, entry.record.id, entry.record.name, entry.hash};
}

/// What was wrong with writing the report, with what the report would have said of the log.
base::Diagnostic unreported(base::Diagnostic why, const report::SealResult& result) {
    const auto added = std::count_if(result.files.begin(), result.files.end(), [](const auto& row) { return !row.unchanged; });
    if (added == 0) return why;
    why.message =
        fmt::format("{}; {} added to '{}', whose head is now {}", why.message,
                    base::counted(static_cast<std::uint64_t>(added), "entry was", "entries were"), result.log, result.head);
    why.fix = fmt::format("note that head; je verify {} shows it too", result.log);
    return why;
}

/// Warns of a date that is before the latest of the log: what is sealed now came after.
void warn_of_date(const io::SealCheck& check, const std::optional<base::Date>& date, base::Diagnostics& said) {
    const io::SealEntry* latest = nullptr;
    for (const io::SealEntry& entry : check.entries) {
        if (entry.record.date && (latest == nullptr || *latest->record.date < *entry.record.date)) latest = &entry;
    }
    if (!date || latest == nullptr || *date >= *latest->record.date) return;
    said.warning(
        {.id = "JE-L17",
         .message = fmt::format("--date {} is before the date of entry {}, {}", date->to_string(), latest->number,
                                latest->record.date->to_string()),
         .expected = "a date that is not before those already in the log",
         .fix =
             "nothing, when that is the date meant; if not, note what is right beside the head: an entry is never taken out"});
}

/// `je seal LOG FILE...`: adds files to a sealed log.
class SealCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    /// The files' texts; fewer than there are files when one cannot be sealed.
    [[nodiscard]] std::vector<base::SourceTextPtr> read_files(base::Diagnostics& diagnostics) const;
    /// What to add to the log, and what became of each file.
    [[nodiscard]] std::string new_lines(const io::SealCheck& check, const std::vector<base::SourceTextPtr>& files,
                                        report::SealResult& result) const;

    CommonOptions common_;
    std::string log_;
    std::vector<std::string> files_;
    std::optional<base::Date> date_;
    std::optional<std::string> head_;
};

std::vector<Option> SealCommand::options() const {
    return {{"date", "DATE"},  {"head", "HASH"},           {"output", "FILE"},
            {"color", "WHEN"}, {"max-file-size", "BYTES"}, {"max-nodes", "N"}};
}

void SealCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, no_result);
    if (given.arguments().size() < 2)
        refuse("JE-U60", "je seal needs a log and at least one file", "the log first, then the files to seal",
               "write for example: je seal appeal.sealed panel.yaml, or see je seal --help");
    log_ = given.arguments().front();
    files_.assign(given.arguments().begin() + 1, given.arguments().end());
    if (const auto date = given.value("date")) date_ = read_date("date", *date);
    head_ = read_head(given);
    refuse_log_among_files(log_, files_);
    refuse_output_over_log(common_.output, log_);
    refuse_to_overwrite(common_.output, files_);
}

std::vector<base::SourceTextPtr> SealCommand::read_files(base::Diagnostics& diagnostics) const {
    std::vector<base::SourceTextPtr> texts;
    for (const std::string& file : files_) {
        auto text = files().read(file, file, common_.limits, diagnostics, common_.readable);
        if (text && io::can_be_sealed(*text, diagnostics)) texts.push_back(*std::move(text));
    }
    return texts;
}

std::string SealCommand::new_lines(const io::SealCheck& check, const std::vector<base::SourceTextPtr>& files,
                                   report::SealResult& result) const {
    std::map<std::string, Newest> newest;
    for (const io::SealedFile& file : check.files) newest[file.name] = {file.newest->sha256, row_of(*file.newest)};
    std::optional<io::SealEntry> last;
    if (check.newest() != nullptr) last = *check.newest();
    std::string lines;
    for (const base::SourceTextPtr& file : files) {
        const auto known = newest.find(file->name);
        if (known != newest.end() && known->second.sha256 == io::sha256_hex(file->text)) {
            result.files.push_back(known->second.row);
            result.files.back().unchanged = true;
            continue;
        }
        io::SealEntry entry = io::make_entry(last ? &*last : nullptr, io::record_of(file->name, file->text, date_));
        lines += io::line_of(entry);
        newest[file->name] = {entry.sha256, row_of(entry)};
        result.files.push_back(row_of(entry));
        last = std::move(entry);
    }
    result.entries = last ? last->number : 0;
    result.head = last ? last->hash : std::string{io::no_hash};
    return lines;
}

ExitStatus SealCommand::run() {
    Console console{common_};
    base::Diagnostics diagnostics;
    const auto files = read_files(diagnostics);
    if (diagnostics.has_errors()) {
        console.report(diagnostics);
        return console.finish();
    }
    Output output{common_};
    io::SealFile log{log_};
    remember_as_read(log_);  // an output may be the log by another name
    const auto text = log.read(common_.limits, diagnostics);
    io::SealCheck check;
    if (text) check = io::check_log(*text, common_.limits, head_, diagnostics);
    report::SealResult result{.log = log_};
    const std::string lines = diagnostics.has_errors() ? std::string{} : new_lines(check, files, result);
    if (!lines.empty()) warn_of_date(check, date_, diagnostics);
    console.report(diagnostics);
    if (diagnostics.has_errors()) return console.finish();
    refuse_what_was_read(common_.output);
    if (!lines.empty()) log.append(lines);
    try {
        output.write(render::text(report::seal_document(result)));
        output.finish();
    } catch (const base::OutsideError& e) {
        throw base::OutsideError{unreported(e.diagnostic(), result)};
    }
    return console.finish();
}

}  // namespace

std::unique_ptr<Command> make_seal() { return std::make_unique<SealCommand>(); }

}  // namespace je::tool
