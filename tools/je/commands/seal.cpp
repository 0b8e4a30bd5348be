// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"
#include "je/render/format.hpp"
#include "je/study/seal.hpp"
#include "rendering.hpp"

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
    if (!output || !is_one_place(*output, log)) return;
    refuse("JE-U63", fmt::format("--output '{}' is the log", *output), "an output beside the log, which is only ever added to",
           "give another --output");
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

/// What `je seal` was asked for.
struct SealAsked {
    CommonOptions common;
    std::string log{};
    std::vector<std::string> files{};
    study::SealOptions what{};
};

ExitStatus run_seal(const SealAsked& asked) {
    Console console{asked.common};
    std::optional<Output> output;
    std::optional<io::SealFile> log;
    const auto open_log = [&](base::Diagnostics& diagnostics) {
        output.emplace(asked.common);
        log.emplace(asked.log);
        remember_as_read(asked.log);  // an output may be the log by another name
        return log->read(asked.common.limits, diagnostics);
    };
    const auto outcome = study::seal(files(), asked.files, asked.log, open_log, asked.common, asked.what);
    tell(outcome, console);
    if (!outcome.result) return console.finish();
    refuse_what_was_read(asked.common.output);
    if (!outcome.result->lines.empty()) log->append(outcome.result->lines);
    const report::SealResult& result = outcome.result->result;
    try {
        output->write(render::text(report::seal_document(result)));
        output->finish();
    } catch (const base::OutsideError& e) {
        throw base::OutsideError{unreported(e.diagnostic(), result)};
    }
    return console.finish();
}

std::vector<Option> seal_options() {
    return {{"date", "DATE"},  {"head", "HASH"},           {"output", "FILE"},
            {"color", "WHEN"}, {"max-file-size", "BYTES"}, {"max-nodes", "N"}};
}

Work read_seal(const GivenOptions& given) {
    SealAsked asked{.common = read_common(given, no_result)};
    const auto& arguments = given.arguments();
    if (arguments.size() < 2)
        refuse("JE-U60", "je seal needs a log and at least one file", "the log first, then the files to seal",
               "write for example: je seal appeal.sealed panel.yaml, or see je seal --help");
    asked.log = arguments.front();
    asked.files.assign(arguments.begin() + 1, arguments.end());
    if (const auto date = given.value("date")) asked.what.date = read_date("date", *date);
    asked.what.head = read_head(given);
    refuse_log_among_files(asked.log, asked.files);
    refuse_output_over_log(asked.common.output, asked.log);
    refuse_to_overwrite(asked.common.output, asked.files);
    return [asked] { return run_seal(asked); };
}

}  // namespace

const Command seal_command{"seal", Aim::keeping, seal_options, read_seal, {}, false};

}  // namespace je::tool
