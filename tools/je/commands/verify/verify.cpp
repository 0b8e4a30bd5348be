// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/commands.hpp"
#include "commands/verify/bundle.hpp"
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

base::Diagnostic made_from_outside(const base::SourceTextPtr& text, const std::string& outside) {
    return {.id = "JE-M22",
            .at = base::position_at(text, std::min(text->text.rfind("\"arguments\""), text->text.size())),
            .message = fmt::format("'{}' would be made from '{}', which is not in the bundle", text->name, outside),
            .expected = "arguments that stay within the bundle",
            .fix = "ask for the bundle again: je bundle writes no such report"};
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
    [[nodiscard]] report::VerifiedFile verify(const base::SourceTextPtr& text);
    void verify_bundle(const std::string& name, const OpenBundle& bundle, report::VerifyResult& result);
    [[nodiscard]] study::Remade remake_in_bundle(const base::SourceTextPtr& text, const io::JsonValue& stored,
                                                 const study::BundleFiles& all, base::Diagnostics& diagnostics,
                                                 base::Diagnostics& of_pages);
    static void compare_pages(Rerun& rerun, const io::JsonValue& stored, const study::BundleFiles& all,
                              base::Diagnostics& diagnostics);
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
        return verify(*text);
    } catch (const base::OutsideError& e) {
        diagnostics_.error(e.diagnostic());
        outside_ = true;
        return {.name = name, .format = {}};
    }
}

report::VerifiedFile VerifyRun::verify(const base::SourceTextPtr& text) {
    const auto again = [this](const auto& of, const auto& stored, auto& diagnostics) {
        return remake(of, stored, diagnostics);
    };
    auto outcome = study::verify(files(), text, {common_.limits, asked_.head, again});
    if (outcome.refused) throw UsageError{*outcome.refused};
    diagnostics_.append(outcome.diagnostics);
    outside_ = outside_ || std::any_of(outcome.result->inputs.begin(), outcome.result->inputs.end(),
                                       [](const auto& input) { return input.state == report::KeptState::not_read; });
    return std::move(*outcome.result);
}

/// The list, then the report as values, then as pages.
void VerifyRun::verify_bundle(const std::string& name, const OpenBundle& bundle, report::VerifyResult& result) {
    if (!bundle.files()) {
        result.files.push_back({.name = name, .format = "je-bundle/1", .verdict = report::Verdict::broken});
        return;
    }
    const study::BundleFiles& all = *bundle.files();
    const std::string json = std::string{study::report_of_bundle} + ".json";
    const auto found = all.find(json);
    const auto text = std::make_shared<const base::SourceText>(
        base::SourceText{name + "/" + json, found == all.end() ? std::string{} : found->second});
    base::Diagnostics of_json;
    auto stored = found == all.end() ? std::nullopt : io::read_json(text, common_.limits, of_json);
    result.files.push_back(study::check_bundle(name, all, stored ? &*stored : nullptr, diagnostics_));
    diagnostics_.append(of_json);
    if (found == all.end()) return;
    if (!stored) return result.files.push_back({.name = text->name, .format = {}});
    const WorkingFolder inside{bundle.folder()};
    base::Diagnostics of_pages;
    const auto again = [&](const auto& of, const auto& parsed, auto& diagnostics) {
        return remake_in_bundle(of, parsed, all, diagnostics, of_pages);
    };
    auto outcome = study::verify(files(), text, *std::move(stored), {common_.limits, {}, again});
    diagnostics_.append(outcome.diagnostics);
    if (outcome.result->verdict == report::Verdict::reproduces) diagnostics_.append(of_pages);
    if (outcome.diagnostics.has_errors() || of_pages.has_errors()) result.files.back().verdict = report::Verdict::broken;
    result.files.push_back(std::move(*outcome.result));
}

/// The report, and its pages, from what lies in the bundle alone.
study::Remade VerifyRun::remake_in_bundle(const base::SourceTextPtr& text, const io::JsonValue& stored,
                                          const study::BundleFiles& all, base::Diagnostics& diagnostics,
                                          base::Diagnostics& of_pages) {
    Rerun rerun{text, stored, common_.limits, asked_.max_scenarios};
    study::Remade made;
    if (rerun.prepare(diagnostics)) {
        if (const auto outside = rerun.name_outside()) {
            diagnostics.error(made_from_outside(text, *outside));
        } else {
            made.result = rerun.run(diagnostics);
            if (!made.result.empty()) compare_pages(rerun, stored, all, of_pages);
        }
    }
    made.arguments = rerun.arguments();
    made.scheme_folders = rerun.scheme_folders();
    outside_ = outside_ || rerun.outside();
    return made;
}

/// Another version of je may draw a page otherwise, which is no fault of the bundle.
void VerifyRun::compare_pages(Rerun& rerun, const io::JsonValue& stored, const study::BundleFiles& all,
                              base::Diagnostics& diagnostics) {
    const auto* tool = stored.find("tool");
    const auto* made_by = tool == nullptr ? nullptr : tool->find("version");
    const bool other_version = made_by == nullptr || made_by->word != version;
    for (const std::string_view name : study::reports_of_bundle) {
        const auto page = all.find(name);
        const auto format = render::format_of_ending(name.substr(name.find('.')));
        if (page == all.end() || !format || render::how(*format).part != Part::document) continue;
        if (rerun.run_as(*format, diagnostics) == page->second) continue;
        base::Diagnostic differs{
            .id = "JE-M21",
            .message = fmt::format("'{}' does not show what is in the report: made again it is another", name),
            .expected = "the page that je makes of these files",
            .fix = "go by report.json, which reproduces, or make the page again with je report"};
        other_version ? diagnostics.note(std::move(differs)) : diagnostics.error(std::move(differs));
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
    for (const std::string& file : asked_.files) {
        OpenBundle bundle;
        if (bundle.open(file, common_.limits, diagnostics_)) {
            verify_bundle(file, bundle, result);
        } else {
            result.files.push_back(verify(file, result));
        }
    }
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
