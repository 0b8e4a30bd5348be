// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/commands.hpp"
#include "commands/verify/rerun.hpp"
#include "files_read.hpp"
#include "folders.hpp"
#include "je/io/file.hpp"
#include "je/study/shared_inputs.hpp"
#include "je/study/verify.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

ExitStatus status_of(const report::VerifyResult& result, bool outside, ExitStatus diagnostics) {
    if (outside) return ExitStatus::outside;
    const bool good = std::all_of(result.files.begin(), result.files.end(),
                                  [](const report::VerifiedFile& file) { return is_good(file.verdict); });
    return good ? diagnostics : ExitStatus::data_errors;
}

/// What `je verify` was asked for.
struct VerifyAsked {
    CommonOptions common;
    std::vector<std::string> files{};
    std::optional<std::string> head{};
    std::optional<std::string> in{};
    std::uint64_t max_scenarios = usual_max_scenarios;
};

/// Verifies one file after another.
class VerifyRun {
public:
    explicit VerifyRun(const VerifyAsked& asked) : asked_{asked}, common_{asked.common} {}
    [[nodiscard]] ExitStatus run();

private:
    [[nodiscard]] report::VerifiedFile verify(const std::string& name, report::VerifyResult& result);
    [[nodiscard]] study::Remade remake(const base::SourceTextPtr& text, const io::JsonValue& stored,
                                       base::Diagnostics& diagnostics);
    void protect(const report::VerifyResult& result) const;

    const VerifyAsked& asked_;
    const CommonOptions& common_;
    base::Diagnostics diagnostics_;
    bool outside_ = false;  // an input could not be read
};

study::Remade VerifyRun::remake(const base::SourceTextPtr& text, const io::JsonValue& stored, base::Diagnostics& diagnostics) {
    Rerun rerun{text, stored, common_.limits, asked_.max_scenarios};
    if (!asked_.in) rerun.share(common_.shared);  // what lies in another folder has no name in this one
    study::Remade made;
    if (rerun.prepare(diagnostics)) made.result = rerun.run(diagnostics);
    made.arguments = rerun.arguments();
    made.scheme_folders = rerun.scheme_folders();
    outside_ = outside_ || rerun.outside();
    return made;
}

report::VerifiedFile VerifyRun::verify(const std::string& name, report::VerifyResult& result) {
    try {
        const auto text = files().read(name, name, common_.limits, diagnostics_, common_.readable);
        if (!text || !io::is_for_text_readers(*text, diagnostics_)) return {.name = name, .format = {}};
        result.inputs.push_back({name, io::sha256_hex((*text)->text)});
        if (common_.shared) common_.shared->list(*text);
        const WorkingFolder folder{asked_.in};
        const auto again = [this](const auto& of, const auto& stored, auto& diagnostics) {
            return remake(of, stored, diagnostics);
        };
        auto outcome = study::verify(files(), *text, {common_.limits, asked_.head, again});
        if (outcome.refused) throw UsageError{*outcome.refused};
        diagnostics_.append(outcome.diagnostics);
        outside_ = outside_ || std::any_of(outcome.result->inputs.begin(), outcome.result->inputs.end(),
                                           [](const auto& input) { return input.state == report::KeptState::not_read; });
        return std::move(*outcome.result);
    } catch (const base::OutsideError& e) {
        diagnostics_.error(e.diagnostic());
        outside_ = true;
        return {.name = name, .format = {}};
    }
}

/// What a result names is not to be written over either.
void VerifyRun::protect(const report::VerifyResult& result) const {
    const std::filesystem::path folder = asked_.in.value_or("");
    std::vector<std::string> names;
    for (const report::VerifiedFile& file : result.files) {
        for (const report::VerifiedInput& input : file.inputs) names.push_back((folder / input.name).string());
        for (const report::VerifiedSeal& seal : file.sealed) names.push_back((folder / seal.name).string());
    }
    refuse_to_overwrite(common_.output, names);
}

ExitStatus VerifyRun::run() {
    Console console{common_};
    report::VerifyResult result;
    for (const std::string& file : asked_.files) result.files.push_back(verify(file, result));
    protect(result);
    for (const base::Diagnostic& d : diagnostics_.all()) {
        if (d.severity == base::Severity::error) result.errors.push_back(report::error_entry("", d));
    }
    result.tool = common_.tool;
    write_result(result, {report::verify_document, nullptr, render::json}, common_);
    console.report(diagnostics_);
    return status_of(result, outside_, console.finish());
}

std::vector<Option> verify_options() {
    return {{"head", "HASH"},     {"in", "FOLDER"},           {"format", "FORMAT"}, {"width", "N"},
            {"language", "CODE"}, {"output", "FILE"},         {"strict"},           {"quiet"},
            {"color", "WHEN"},    {"max-file-size", "BYTES"}, {"max-depth", "N"},   {"max-nodes", "N"},
            {"max-jobs", "N"},    {"max-scenarios", "N"}};
}

Work read_verify(const GivenOptions& given) {
    VerifyAsked asked{.common = read_common(given, no_table)};
    asked.files = needed_arguments(given, "verify", "stored results or sealed logs");
    asked.in = given.value("in");
    if (const auto most = given.value("max-scenarios"))
        asked.max_scenarios = read_count("max-scenarios", *most, 10'000'000'000);
    asked.head = read_head(given);
    if (asked.head && asked.files.size() > 1)
        refuse("JE-V14", "--head is for one sealed log, and that is not what was given", "one FILE, a sealed log",
               "verify the log by itself, with --head; the other files without it");
    refuse_to_overwrite(asked.common.output, asked.files);
    return [asked] { return VerifyRun{asked}.run(); };
}

}  // namespace

const Command verify_command{"verify", Aim::keeping, verify_options, read_verify};

}  // namespace je::tool
