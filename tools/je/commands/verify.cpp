// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "commands/seal.hpp"
#include "console.hpp"
#include "exit_status.hpp"
#include "files_read.hpp"
#include "je/io/encoding.hpp"
#include "je/io/seal.hpp"
#include "je/render/json.hpp"
#include "je/report/verify_result.hpp"
#include "output.hpp"
#include "rendering.hpp"
#include "shared_inputs.hpp"
#include "tool_info.hpp"
#include "working_folder.hpp"

namespace je::tool {

namespace {

[[noreturn]] void refuse_head() {
    refuse("JE-V14", "--head is for one sealed log, and that is not what was given", "one FILE, a sealed log",
           "verify the log by itself, with --head; the other files without it");
}

ExitStatus status_of(const report::VerifyResult& result, bool outside, ExitStatus said) {
    if (outside) return ExitStatus::outside;
    const bool good = std::all_of(result.files.begin(), result.files.end(),
                                  [](const report::VerifiedFile& file) { return is_good(file.verdict); });
    return good ? said : ExitStatus::data_errors;
}

}  // namespace

std::vector<Option> VerifyCommand::options() const {
    return {{"head", "HASH"},
            {"in", "FOLDER"},
            {"format", "FORMAT"},
            {"width", "N"},
            {"output", "FILE"},
            {"strict"},
            {"quiet"},
            {"color", "WHEN"},
            {"max-file-size", "BYTES"},
            {"max-depth", "N"},
            {"max-nodes", "N"},
            {"max-jobs", "N"},
            {"max-scenarios", "N"}};
}

void VerifyCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, no_table);
    require_arguments(given, "verify", "stored results or sealed logs");
    files_ = given.arguments();
    head_ = given.value("head");
    in_ = given.value("in");
    if (const auto most = given.value("max-scenarios")) max_scenarios_ = read_count("max-scenarios", *most, 10'000'000'000);
    refuse_bad_head(head_);
    if (head_ && files_.size() > 1) refuse_head();
    refuse_to_overwrite(common_.output, files_);
}

void VerifyCommand::verify(const std::string& name, Verifying& verifying, report::VerifyResult& result) const {
    try {
        const auto text = read_input(name, name, common_.limits, verifying.said, readable_by(common_));
        if (!text || !io::is_for_text_readers(*text, verifying.said)) {
            result.files.push_back({.name = name, .format = {}});
            return;
        }
        result.inputs.push_back({name, io::sha256_hex((*text)->text)});
        if (common_.shared) common_.shared->list(*text);
        const bool log = is_log((*text)->text);
        if (head_ && !log) refuse_head();
        const WorkingFolder folder{in_};
        result.files.push_back(log ? verifying.log(*text, head_) : verifying.result(*text));
    } catch (const base::OutsideError& e) {
        verifying.said.error(e.diagnostic());
        verifying.outside = true;
        result.files.push_back({.name = name, .format = {}});
    }
}

/// What a result names is not to be written over either.
void VerifyCommand::protect(const report::VerifyResult& result) const {
    const std::filesystem::path folder = in_.value_or("");
    std::vector<std::string> names;
    for (const report::VerifiedFile& file : result.files) {
        for (const report::VerifiedInput& input : file.inputs) names.push_back((folder / input.name).string());
        for (const report::VerifiedSeal& seal : file.sealed) names.push_back((folder / seal.name).string());
    }
    refuse_to_overwrite(common_.output, names);
}

ExitStatus VerifyCommand::run() {
    Console console{common_};
    Verifying verifying{common_.limits};
    if (max_scenarios_) verifying.max_scenarios = *max_scenarios_;
    if (!in_) verifying.shared = common_.shared;  // what lies in another folder has no name in this one
    report::VerifyResult result;
    for (const std::string& file : files_) verify(file, verifying, result);
    protect(result);
    for (const base::Diagnostic& d : verifying.said.all()) {
        if (d.severity == base::Severity::error) result.errors.push_back(report::error_entry("", d));
    }
    result.tool = tool_info(common_);
    write_result(result, {report::verify_document, nullptr, render::json}, common_);
    console.report(verifying.said);
    return status_of(result, verifying.outside, console.finish());
}

}  // namespace je::tool
