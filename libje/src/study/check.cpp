// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "study/checking.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

void need_scheme_for_csv(const io::Source& source, const Options& options, std::span<const FoundFile> files) {
    const auto csv = std::find_if(files.begin(), files.end(), [&](const FoundFile& file) { return is_csv(source, file.path); });
    if (options.scheme || csv == files.end()) return;
    refuse("JE-U14", fmt::format("'{}' is a CSV file, which does not say its scheme", csv->name),
           "--scheme with a name or a file", "write for example: --scheme nhs-afc");
}

}  // namespace

Outcome<report::CheckResult> check(io::Source& source, std::span<const std::string> files, const Options& options,
                                   const CheckOptions& what, const Control& control) {
    return outcome_of<report::CheckResult>([&](auto& outcome) {
        report::CheckResult result;
        const auto found = find_files(source, files, result.diagnostics, options.scheme_folders);
        need_scheme_for_csv(source, options, found);
        Inputs inputs{source, options, control};
        Records records{inputs, found, result.diagnostics};
        if (what.paths) result.trees.emplace();
        Checking{options, inputs, records, result, what}.check(found);
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
